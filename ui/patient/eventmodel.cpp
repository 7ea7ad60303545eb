#include "ui/patient/eventmodel.h"

#include "ui/patient/illnessedit.h"
#include "ui/shell/patientwords.h"

#include <QCoreApplication>
#include <QLocale>
#include <QPoint>
#include <QTimer>

#include <algorithm>

namespace xinglin::ui {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::ui::EventModel)
};

using chart::AttachedNote;
using chart::CareNote;
using chart::Event;
using chart::GivenSession;

/// Calls the one of @p functions that takes what the event is.
template <class... F>
struct Each : F...
{
    using F::operator()...;
};
template <class... F>
Each(F...) -> Each<F...>;

QString joined(QStringList words)
{
    words.removeAll(QString());
    return words.join(u'·');
}

bool isOpen(const VisitSummary &visit)
{
    return visit.status == RevisionStatus::Preliminary;
}

QString titleOfVisit(const VisitSummary &visit)
{
    const QString title = visit.diagnosis && !visit.diagnosis->isEmpty()   ? *visit.diagnosis
                          : visit.complaint && !visit.complaint->isEmpty() ? *visit.complaint
                                                                           : Tr::tr("Visit");
    return Tr::tr("%1 %2", "ordinal of the visit, diagnosis")
        .arg(Tr::tr("No. %1", "ordinal of a visit").arg(visit.ordinal), title);
}

QString titleOfSession(const GivenSession &given)
{
    if (given.ordinal == 0 || given.ordered < 2)
        return given.name;
    return Tr::tr("%1 %2/%3", "a treatment, which session of how many")
        .arg(given.name)
        .arg(given.ordinal)
        .arg(given.ordered);
}

QString detailOfSession(const TreatmentSession &session)
{
    QString state;
    if (session.status == SessionStatus::InProgress)
        state = Tr::tr("in progress", "session");
    else if (session.status == SessionStatus::Stopped)
        state = Tr::tr("broken off", "session");
    const QString needles = session.needlesIn > 0 ? Tr::tr("%n needle(s)", nullptr, session.needlesIn) : QString();
    return joined({state, needles, session.note, session.performer});
}

QString titleOfCare(const CareNote &care)
{
    switch (care.what) {
    case CareNote::What::Allergy:
        return Tr::tr("Allergy: %1").arg(care.name);
    case CareNote::What::Medicine:
        return Tr::tr("Takes %1").arg(care.name);
    case CareNote::What::Pregnancy:
        break;
    }
    return care.pregnant.value_or(false)    ? Tr::tr("Pregnant")
           : care.lactating.value_or(false) ? Tr::tr("Breast-feeding")
           : care.pregnant                  ? Tr::tr("Not pregnant")
                                            : Tr::tr("Pregnancy not known");
}

QString detailOfProblem(const Condition &problem)
{
    return joined(
        {problem.content.onset ? Tr::tr("since %1", "a date").arg(dateText(*problem.content.onset)) : QString(),
         problem.abated ? Tr::tr("resolved %1", "a day").arg(dateText(*problem.abated)) : QString(),
         problem.content.note});
}

QString iconOf(const Event &event)
{
    return std::visit(Each{[](const VisitSummary &visit) {
                               return isOpen(visit) ? QStringLiteral("document-edit") : QStringLiteral("visit");
                           },
                           [](const GivenSession &) { return QStringLiteral("needle"); },
                           [](const ConstitutionAssessment &) { return QStringLiteral("radar"); },
                           [](const Condition &) { return QStringLiteral("tag"); },
                           [](const CareNote &care) {
                               return care.what == CareNote::What::Allergy ? QStringLiteral("dialog-warning")
                                                                           : QStringLiteral("medicine");
                           },
                           [](const AttachedNote &file) {
                               return file.kind == AttachmentKind::Tongue ? QStringLiteral("tongue")
                                                                          : QStringLiteral("insert-image");
                           }},
                      event.what);
}

} // namespace

EventKind kindOf(const Event &event)
{
    return std::visit(Each{[](const VisitSummary &) { return EventKind::Visits; },
                           [](const GivenSession &) { return EventKind::Treatments; },
                           [](const ConstitutionAssessment &) { return EventKind::Constitution; },
                           [](const CareNote &) { return EventKind::Care; },
                           [](const AttachedNote &) { return EventKind::Files; },
                           [](const Condition &) { return EventKind::Care; }},
                      event.what);
}

QString titleOf(const Catalog &catalog, const Event &event)
{
    return std::visit(
        Each{[](const VisitSummary &visit) { return titleOfVisit(visit); },
             [](const GivenSession &given) { return titleOfSession(given); },
             [](const ConstitutionAssessment &) { return Tr::tr("Constitution"); },
             [](const CareNote &care) { return titleOfCare(care); },
             [](const AttachedNote &file) { return kindName(file.kind); },
             [&catalog](const Condition &problem) {
                 const ConditionDraft &said = problem.content;
                 return Tr::tr("Problem: %1").arg(illnessName(catalog, said.codeSystem, said.code, said.display));
             }},
        event.what);
}

QString detailOf(const Event &event)
{
    return std::visit(Each{[](const VisitSummary &visit) {
                               return joined({visit.prescription.value_or(QString()),
                                              visit.treatment.value_or(QString()), visit.practitioner});
                           },
                           [](const GivenSession &given) { return detailOfSession(given.session); },
                           [](const ConstitutionAssessment &one) {
                               return joined({constitutionText({one.form, one.day, one.scores}), one.recorder});
                           },
                           [](const CareNote &care) { return care.detail; },
                           [](const AttachedNote &file) { return file.title; },
                           [](const Condition &problem) { return detailOfProblem(problem); }},
                      event.what);
}

EventModel::EventModel(std::shared_ptr<const Catalog> catalog, QObject *parent)
    : QAbstractListModel(parent), m_catalog(std::move(catalog)), m_ask(new QTimer(this))
{
    m_ask->setSingleShot(true);
    m_ask->setInterval(0);
    connect(m_ask, &QTimer::timeout, this, [this] {
        QList<VisitSummary> visits;
        for (const Event &event : std::as_const(m_events)) {
            if (m_asked.contains(event.id) && m_bare.contains(event.id))
                visits << std::get<VisitSummary>(event.what);
        }
        m_asked.clear();
        if (!visits.isEmpty())
            emit contentsWanted(visits);
    });
}

void EventModel::setEvents(const QList<Event> &events, QDate today)
{
    beginResetModel();
    m_events = events;
    m_today = today;
    m_asked.clear();
    m_bare.clear();
    for (const Event &event : events) {
        if (std::holds_alternative<VisitSummary>(event.what))
            m_bare.insert(event.id);
    }
    fill();
    endResetModel();
}

void EventModel::setVisits(const QList<VisitSummary> &visits, QDate today)
{
    QList<Event> events;
    for (const VisitSummary &visit : visits)
        events << Event{visit.id.uuid(), visit.day, visit.started, visit};
    setEvents(events, today);
    m_bare.clear();
}

void EventModel::addContents(const QList<VisitSummary> &visits)
{
    QHash<Uuid, VisitSummary> filled;
    for (const VisitSummary &visit : visits)
        filled.insert(visit.id.uuid(), visit);
    for (Event &event : m_events) {
        if (filled.contains(event.id)) {
            event.what = filled.value(event.id);
            m_bare.remove(event.id);
        }
    }
    if (!m_rows.isEmpty())
        emit dataChanged(index(0), index(static_cast<int>(m_rows.size()) - 1));
}

void EventModel::setShown(EventKind kind, const std::optional<QHash<Uuid, Snippet>> &found)
{
    beginResetModel();
    m_kind = kind;
    m_found = found;
    fill();
    endResetModel();
}

void EventModel::fill()
{
    m_rows.clear();
    for (qsizetype i = 0; i < m_events.size(); ++i) {
        const Event &event = m_events.at(i);
        if ((m_kind == EventKind::All || kindOf(event) == m_kind) && (!m_found || m_found->contains(event.id)))
            m_rows << i;
    }
}

int EventModel::count(EventKind kind) const
{
    return static_cast<int>(kind == EventKind::All
                                ? m_events.size()
                                : std::count_if(m_events.begin(), m_events.end(),
                                                [&](const Event &event) { return kindOf(event) == kind; }));
}

const Event *EventModel::eventAt(int row) const
{
    return row >= 0 && row < m_rows.size() ? &m_events[m_rows[row]] : nullptr;
}

const VisitSummary *EventModel::visitAt(int row) const
{
    const Event *event = eventAt(row);
    return event ? std::get_if<VisitSummary>(&event->what) : nullptr;
}

int EventModel::rowOf(const Uuid &id) const
{
    for (int row = 0; row < m_rows.size(); ++row) {
        if (m_events[m_rows[row]].id == id)
            return row;
    }
    return -1;
}

int EventModel::leadingRow() const
{
    for (int row = 0; row < m_rows.size(); ++row) {
        if (visitAt(row))
            return row;
    }
    return 0;
}

int EventModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

void EventModel::want(const VisitSummary &visit) const
{
    const Uuid id = visit.id.uuid();
    if (!m_bare.contains(id) || m_asked.contains(id))
        return;
    m_asked.insert(id);
    m_ask->start();
}

QString EventModel::dayText(const Event &event) const
{
    return event.day.year() == m_today.year() ? QLocale().toString(event.day, tr("d MMM", "a day of this year"))
                                              : dateText(event.day);
}

QVariant EventModel::data(const QModelIndex &index, int role) const
{
    const Event *event = eventAt(index.row());
    if (!event || !checkIndex(index))
        return {};
    const VisitSummary *visit = std::get_if<VisitSummary>(&event->what);
    switch (role) {
    case DayRole:
        return dayText(*event);
    case TitleRole:
        if (visit)
            want(*visit);
        return titleOf(*m_catalog, *event);
    case DetailRole:
        return m_found && m_found->contains(event->id) ? m_found->value(event->id).text : detailOf(*event);
    case FoundRole: {
        const Snippet found = m_found ? m_found->value(event->id) : Snippet();
        return QPoint(static_cast<int>(found.at), static_cast<int>(found.length));
    }
    case OpenRole:
        return visit && isOpen(*visit);
    case IconRole:
        return iconOf(*event);
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return QStringList{data(index, DayRole).toString(), data(index, TitleRole).toString(),
                           data(index, DetailRole).toString(), visit && isOpen(*visit) ? tr("not signed") : QString()}
            .join(QStringLiteral(" "))
            .trimmed();
    case Qt::ToolTipRole:
        return relativeDay(event->day, m_today);
    default:
        return {};
    }
}

} // namespace xinglin::ui
