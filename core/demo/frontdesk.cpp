#include "demo/frontdesk.h"

#include "clinic/schedule/rosters.h"

#include <algorithm>

namespace xinglin::demo {

namespace {

using freebusy::DayPart;
using std::chrono::minutes;

/// A resource and when it works.
struct Planned
{
    ResourceDraft draft;
    WorkingWeek week;
};

/// The same on each day from @p first to @p last, 1 Monday … 7 Sunday.
WorkingWeek weekOf(int first, int last, const QList<DayPart> &parts)
{
    WorkingWeek week;
    std::fill(week.begin() + first - 1, week.begin() + last, parts);
    return week;
}

ResourceDraft resourceDraft(ResourceKind kind, const QString &name, int position, int capacity = 1)
{
    ResourceDraft draft;
    draft.kind = kind;
    draft.name = name;
    draft.position = position;
    draft.capacity = capacity;
    return draft;
}

Planned practitioner(const QString &name, Sex sex, int position, const QString &hue, const WorkingWeek &week)
{
    Planned planned{resourceDraft(ResourceKind::Practitioner, name, position), week};
    planned.draft.sex = sex;
    planned.draft.hue = hue;
    return planned;
}

QList<Planned> plannedPractitioners()
{
    const QList<DayPart> office{{510, 720}, {840, 1050}};
    WorkingWeek second = weekOf(3, 7, office);
    second[3] << DayPart{1110, 1200};
    return {practitioner(QStringLiteral("沈致远"), Sex::Male, 1, QStringLiteral("azurite"), weekOf(2, 6, office)),
            practitioner(QStringLiteral("陆清和"), Sex::Female, 2, QStringLiteral("malachite"), second),
            practitioner(QStringLiteral("温如玉"), Sex::Female, 3, QStringLiteral("gamboge"),
                         weekOf(2, 7, {{540, 720}, {810, 1080}}))};
}

Result<Resource> put(store::Transaction &tx, const Planned &planned, QDate monday)
{
    auto made = schedule::addResource(tx, planned.draft);
    if (!made)
        return made;
    if (const auto set = schedule::setWeek(tx, made->id, monday, planned.week, schedule::Reach::FromNowOn); !set)
        return set.error();
    return made;
}

/// Names are those of the clinic's own board; the code is the catalogue's nearest.
HealthcareServiceDraft serviceDraft(const QString &name, const char *code, int length, int yuan, const QString &hue,
                                    const QList<ServiceNeed> &needs)
{
    HealthcareServiceDraft draft;
    draft.name = name;
    draft.code = QLatin1String(code);
    draft.duration = minutes(length);
    draft.price = Money::fen(qint64{yuan} * 100);
    draft.hue = hue;
    draft.needs = needs;
    return draft;
}

QList<HealthcareServiceDraft> plannedServices(const FrontDesk &desk)
{
    const auto &people = desk.practitioners;
    const ServiceNeed doctor{{people[0].id, people[1].id}, 1};
    const ServiceNeed therapist{{people[2].id}, 1};
    const QString consults = QStringLiteral("azurite");
    const QString hands = QStringLiteral("malachite");
    const QString warm = QStringLiteral("gamboge");
    QList<HealthcareServiceDraft> drafts{
        serviceDraft(QStringLiteral("初诊"), "svc_initial_consult", 30, 60, consults, {doctor}),
        serviceDraft(QStringLiteral("复诊"), "svc_follow_up", 20, 30, consults, {doctor}),
        serviceDraft(QStringLiteral("针灸"), "svc_body_needle", 40, 120, hands, {doctor}),
        serviceDraft(QStringLiteral("艾灸"), "svc_moxa_box", 40, 90, warm, {therapist, {{desk.beds.id}, 1}}),
        serviceDraft(QStringLiteral("小儿推拿"), "svc_child_tuina", 30, 100, hands,
                     {{{people[2].id, people[1].id}, 1}}),
        serviceDraft(QStringLiteral("中频"), "svc_medium_freq", 30, 40, QStringLiteral("slate"),
                     {{{desk.device.id}, 1}}),
    };
    drafts[1].extraADay = 3;       // who is known may be squeezed in
    drafts[3].after = minutes(10); // the smoke goes, the bed is laid anew
    for (int i = 0; i < drafts.size(); ++i)
        drafts[i].position = i + 1;
    return drafts;
}

template <class T>
const T &named(const QList<T> &list, const QString &name)
{
    const auto found = std::find_if(list.cbegin(), list.cend(), [&](const T &one) { return one.content.name == name; });
    Q_ASSERT(found != list.cend());
    return *found;
}

} // namespace

const Resource &FrontDesk::resource(const QString &name) const
{
    for (const Resource *one : {&beds, &device}) {
        if (one->content.name == name)
            return *one;
    }
    const auto isIt = [&](const Resource &one) { return one.content.name == name; };
    return named(std::any_of(rooms.cbegin(), rooms.cend(), isIt) ? rooms : practitioners, name);
}

const HealthcareService &FrontDesk::service(const QString &name) const
{
    return named(services, name);
}

Result<FrontDesk> openFrontDesk(store::Transaction &tx, QDate from, const QList<access::UserId> &users)
{
    const QDate monday = from.addDays(1 - from.dayOfWeek());
    const WorkingWeek open = weekOf(2, 7, {{480, 1200}});
    FrontDesk desk;
    for (const QString &name : {QStringLiteral("诊室一"), QStringLiteral("诊室二")}) {
        const int position = static_cast<int>(desk.rooms.size()) + 1;
        const auto room = put(tx, {resourceDraft(ResourceKind::Room, name, position), open}, monday);
        if (!room)
            return room.error();
        desk.rooms << *room;
    }
    QList<Planned> people = plannedPractitioners();
    for (qsizetype i = 0; i < people.size(); ++i) {
        if (i < users.size())
            people[i].draft.user = users[i];
        if (i < desk.rooms.size())
            people[i].draft.room = desk.rooms[i].id;
        const auto made = put(tx, people[i], monday);
        if (!made)
            return made.error();
        desk.practitioners << *made;
    }
    const auto beds = put(tx, {resourceDraft(ResourceKind::Bed, QStringLiteral("艾灸床"), 1, 2), open}, monday);
    if (!beds)
        return beds.error();
    desk.beds = *beds;
    const auto device =
        put(tx, {resourceDraft(ResourceKind::Device, QStringLiteral("中频治疗仪"), 1), weekOf(2, 7, {{510, 1080}})},
            monday);
    if (!device)
        return device.error();
    desk.device = *device;
    for (const HealthcareServiceDraft &draft : plannedServices(desk)) {
        const auto service = schedule::addService(tx, draft);
        if (!service)
            return service.error();
        desk.services << *service;
    }
    return desk;
}

} // namespace xinglin::demo
