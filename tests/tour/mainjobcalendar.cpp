#include "clinic/patient/patients.h"
#include "clinic/schedule/appointments.h"
#include "clinic/schedule/rosters.h"
#include "demo/frontdesk.h"
#include "tour/mainjob.h"
#include "ui/calendar/calendarpage.h"
#include "ui/shell/workspace.h"

namespace xinglin::tour {

namespace {

struct Coming
{
    QString name;
    QString service;
    QStringList with;
    int minute = 0;
    int days = 0; ///< From the day that is shown.
    QString note{};
    bool overbook = false;
};

QList<Coming> coming()
{
    const QString shen = QStringLiteral("沈致远");
    const QString lu = QStringLiteral("陆清和");
    const QString wen = QStringLiteral("温如玉");
    const QString one = QStringLiteral("诊室一");
    const QString two = QStringLiteral("诊室二");
    const QString again = QStringLiteral("复诊");
    const QString first = QStringLiteral("初诊");
    const QString needles = QStringLiteral("针灸");
    const QString moxa = QStringLiteral("艾灸");
    QList<Coming> all{{QStringLiteral("吴海涛"), again, {shen, one}, 530},
                      {QStringLiteral("林建国"), again, {shen, one}, 560},
                      {QStringLiteral("郑国栋"), again, {shen, one}, 570, 0, {}, true},
                      {QStringLiteral("王秀英"), again, {shen, one}, 600, 0, QStringLiteral("带上次的检查单")},
                      {QStringLiteral("陈淑惠"), first, {shen, one}, 630},
                      {QStringLiteral("欧阳慧敏"), again, {shen, one}, 660},
                      {QStringLiteral("朱佩珊"), again, {shen, one}, 840},
                      {QStringLiteral("许若谷"), again, {shen, one}, 860},
                      {QStringLiteral("仇文博"), first, {shen, one}, 900},
                      {QStringLiteral("周雨桐"), again, {lu, two}, 520},
                      {QStringLiteral("单秋月"), needles, {lu, two}, 540},
                      {QStringLiteral("何嘉怡"), again, {lu, two}, 630},
                      {QStringLiteral("高文静"), again, {lu, two}, 665, 0, QStringLiteral("孕 20 周")},
                      {QStringLiteral("刘思远"), needles, {lu, two}, 840},
                      {QStringLiteral("唐可欣"), first, {lu, two}, 920},
                      {QStringLiteral("韩立冬"), again, {lu, two}, 1130},
                      {QStringLiteral("施玉珍"), moxa, {}, 560},
                      {QStringLiteral("孙丽华"), moxa, {}, 630},
                      {QStringLiteral("钱玉兰"), moxa, {}, 900},
                      {QStringLiteral("蒋春生"), QStringLiteral("中频"), {}, 840},
                      {QStringLiteral("于大勇"), QStringLiteral("中频"), {}, 870},
                      {QStringLiteral("罗子轩"), QStringLiteral("小儿推拿"), {wen}, 840}};
    for (int days : {1, 2, 5, 6, 8}) {
        for (const Coming &like : QList<Coming>{all[0], all[3], all[9], all[11]}) {
            Coming later = like;
            later.days = days;
            later.minute += 20 * days;
            all << later;
        }
    }
    return all;
}

/// What was opened when the clinic was made.
Result<demo::FrontDesk> openDesk(const store::Snapshot &view)
{
    const auto resources = schedule::resources(view);
    const auto services = schedule::services(view);
    if (!resources || !services)
        return resources ? services.error() : resources.error();
    demo::FrontDesk desk;
    desk.services = *services;
    for (const Resource &one : *resources) {
        if (one.content.kind == ResourceKind::Practitioner)
            desk.practitioners << one;
        else if (one.content.kind == ResourceKind::Room)
            desk.rooms << one;
        else
            (one.content.kind == ResourceKind::Bed ? desk.beds : desk.device) = one;
    }
    return desk;
}

/// Patients, and what they have booked.
Result<Done> furnish(store::Transaction &tx)
{
    const QDate day = tx.today(); // a Thursday, when all three work
    const auto desk = openDesk(tx);
    if (!desk)
        return desk.error();
    RosterExceptionDraft away;
    away.resource = desk->resource(QStringLiteral("温如玉")).id;
    away.when = {freebusy::Exception::Kind::Away, day, day, freebusy::DayPart{960, 1080}};
    away.reason = QStringLiteral("外出义诊");
    if (const auto made = schedule::addException(tx, away); !made)
        return made.error();
    QHash<QString, PatientId> people;
    int number = 0;
    for (const Coming &one : coming()) {
        if (!people.contains(one.name)) {
            PatientDraft draft;
            draft.name = one.name;
            draft.phone = QStringLiteral("1391234%1").arg(7000 + 37 * number++);
            draft.sex = number % 2 ? Sex::Female : Sex::Male;
            draft.birthDate = QStringLiteral("19%1-04-11").arg(50 + number);
            const auto made = patient::register_(tx, draft);
            if (!made)
                return made.error();
            people.insert(one.name, made->id);
        }
        AppointmentDraft draft;
        draft.patient = *people.constFind(one.name);
        draft.service = desk->service(one.service).id;
        draft.start = freebusy::instantOf(day.addDays(one.days), one.minute, tx.zone());
        draft.note = one.note;
        draft.overbook = one.overbook;
        const qsizetype needs = desk->service(one.service).content.needs.size();
        for (const QString &with : one.with) {
            if (draft.resources.size() < needs)
                draft.resources << desk->resource(with).id;
        }
        if (draft.resources.size() != needs)
            draft.resources.clear();
        // Who is not there that day is left out; the pictures show a believable week, not a full one.
        if (const auto made = schedule::book(tx, draft); !made && one.days == 0)
            return made.error();
    }
    return Done{};
}

} // namespace

void MainJob::keepCalendar()
{
    using Mode = ui::CalendarPage::Mode;
    lockAndEnter(QStringLiteral("owner"));
    place(3);
    settle();
    stop("calendar-none");
    const Instant now = m_clinic.clock.now();
    m_clinic.clock.set(freebusy::instantOf(civilDay(now, m_clinic.around().zone), 8 * 60, m_clinic.around().zone));
    const auto furnished = m_window->clinic()->write("appointment.book", furnish);
    expect(QTest::qWaitFor([&] { return furnished.isFinished(); }, test::GuiDriver::patienceMs), "nobody is booked");
    m_clinic.clock.set(now);
    if (const auto done = furnished.result(); !done)
        expect(false, qUtf8Printable(done.error().message));
    auto *page = m_window->workspace()->findChild<ui::CalendarPage *>();
    ui::DayView &view = m_drive->get<ui::DayView>("dayView");
    expect(QTest::qWaitFor([&] { return !view.columns().isEmpty() && view.hasFocus(); }, test::GuiDriver::patienceMs),
           "the day does not come");
    settle();
    stop("calendar-day");
    m_drive->key(Qt::Key_Home);
    const auto isThere = [&] {
        return view.selected() && view.selected()->appointment.who == QStringLiteral("陈淑惠");
    };
    for (int i = 0; i < 20 && !isThere(); ++i)
        m_drive->key(Qt::Key_Tab);
    expect(isThere(), "Tab never reaches the appointment");
    stop("calendar-selected");
    m_drive->key(Qt::Key_X, Qt::ControlModifier);
    m_drive->key(Qt::Key_Right);
    for (int i = 0; i < 2; ++i)
        m_drive->key(Qt::Key_Down);
    stop("calendar-moving");
    m_drive->key(Qt::Key_V, Qt::ControlModifier);
    m_drive->get("calendarStrip");
    stop("calendar-refused");
    m_drive->key(Qt::Key_Escape);
    m_drive->key(Qt::Key_Delete);
    m_drive->get("cancelAppointmentDialog");
    stop("calendar-cancel");
    closeDialog();
    arrange();
    m_drive->key(Qt::Key_G);
    m_drive->get("dateDialog");
    stop("calendar-date");
    closeDialog();
    m_drive->key(Qt::Key_P);
    m_drive->get("resourceDialog");
    stop("calendar-filter");
    closeDialog();
    page->setMode(Mode::Week);
    expect(QTest::qWaitFor([&] { return view.columns().size() == 7; }, test::GuiDriver::patienceMs),
           "the week does not come");
    settle();
    stop("calendar-week");
    m_drive->key(Qt::Key_A);
    settle();
    stop("calendar-week-all");
    page->setMode(Mode::Month);
    m_drive->get("monthView");
    settle();
    stop("calendar-month");
    page->setMode(Mode::Day);
    settle();
    bookOne();
    runToday();
    place(2);
    m_drive->get("patientSearch");
    settle();
}

} // namespace xinglin::tour
