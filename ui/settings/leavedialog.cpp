#include "ui/settings/leavedialog.h"

#include "clinic/schedule/holidays.h"
#include "clinic/schedule/hourstext.h"
#include "ui/kit/field.h"
#include "ui/kit/ondone.h"
#include "ui/kit/segment.h"
#include "ui/kit/text.h"
#include "ui/shell/who.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QRegularExpression>
#include <QVBoxLayout>

namespace xinglin::ui {

namespace {

constexpr qsizetype mostName = 40;
enum KindCell { AwayCell, ExtraCell };
enum DayCell { HolidayCell, WorkdayCell, OrdinaryCell };

} // namespace

std::optional<QDate> dayFrom(const QString &typed, QDate today)
{
    static const QRegularExpression digits(QStringLiteral("\\d+"));
    const QString text = typed.normalized(QString::NormalizationForm_KC).trimmed();
    QList<int> numbers;
    for (auto match = digits.globalMatch(text); match.hasNext();)
        numbers << match.next().captured().toInt();
    if (numbers.size() == 1 && text.size() == 8) // 20260314
        numbers = {numbers[0] / 10000, numbers[0] / 100 % 100, numbers[0] % 100};
    QDate day;
    if (numbers.size() == 3) {
        day = QDate(numbers[0], numbers[1], numbers[2]);
    } else if (numbers.size() == 2) {
        day = QDate(today.year(), numbers[0], numbers[1]);
        if (day.isValid() && day < today)
            day = QDate(today.year() + 1, numbers[0], numbers[1]);
    } else if (numbers.size() == 1) {
        day = QDate(today.year(), today.month(), numbers[0]);
        if (!day.isValid() || day < today) {
            const QDate next = QDate(today.year(), today.month(), 1).addMonths(1);
            day = QDate(next.year(), next.month(), numbers[0]);
        }
    }
    return day.isValid() && day.year() >= 2000 ? std::optional(day) : std::nullopt;
}

LeaveDialog::LeaveDialog(Clinic &clinic, const QList<Resource> &resources, QWidget *parent)
    : FormDialog(tr("Who is away, and when?"),
                 tr("Nobody can be booked then. What is booked already stays and has to be moved."), parent)
    , m_clinic(clinic)
    , m_resources(resources)
    , m_who(new QComboBox)
    , m_kind(new Segment(tr("Away or besides")))
    , m_first(new QLineEdit)
    , m_last(new QLineEdit)
    , m_part(new QLineEdit)
    , m_reason(new QLineEdit)
{
    setObjectName(QStringLiteral("leaveDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    build();
    setVerb(tr("Enter"));
    setSubmit([this] { submit(); });
    m_who->setFocus();
}

void LeaveDialog::build()
{
    const std::pair<QWidget *, const char *> names[] = {{m_who, "leaveWho"},     {m_kind, "leaveKind"},
                                                        {m_first, "leaveFirst"}, {m_last, "leaveLast"},
                                                        {m_part, "leavePart"},   {m_reason, "leaveReason"}};
    for (const auto &[widget, name] : names)
        widget->setObjectName(QLatin1String(name));
    for (const Resource &one : std::as_const(m_resources))
        m_who->addItem(one.content.name, one.id.toString());
    m_who->addItem(tr("The whole clinic"), QString());
    m_who->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_kind->setCells({tr("Away"), tr("Works besides")});
    m_first->setPlaceholderText(tr("3-14 or 2026-03-14"));
    m_last->setPlaceholderText(tr("the same day"));
    m_part->setPlaceholderText(tr("the whole day"));
    m_reason->setPlaceholderText(tr("Training, holiday, repair"));
    m_reason->setMaxLength(int(schedule::mostReason));
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(gapGroups);
    grid->setVerticalSpacing(0);
    const auto place = [&](const char *field, const QString &label, QWidget *editor, int row, int column, int span) {
        auto *made = new Field(label, editor);
        m_fields.insert(QLatin1String(field), made);
        grid->addWidget(made, row, column, 1, span);
        if (auto *line = qobject_cast<QLineEdit *>(editor))
            connect(line, &QLineEdit::textEdited, made, &Field::clearProblem);
    };
    place("resource", tr("Who or what"), m_who, 0, 0, 2);
    grid->addWidget(m_kind, 1, 0, 1, 2, Qt::AlignLeft);
    place("days", tr("First day"), m_first, 2, 0, 1);
    place("last", tr("Last day"), m_last, 2, 1, 1);
    place("part", tr("Hours of the day"), m_part, 3, 0, 2);
    place("reason", tr("Why"), m_reason, 4, 0, 2);
    body()->addLayout(grid);
}

std::optional<RosterExceptionDraft> LeaveDialog::draft()
{
    const auto refuse = [this](const char *field, const QString &sentence) {
        Field *at = m_fields[QLatin1String(field)];
        at->showProblem(sentence);
        at->editor()->setFocus();
        return std::nullopt;
    };
    RosterExceptionDraft draft;
    for (const Resource &one : std::as_const(m_resources)) {
        if (one.id.toString() == m_who->currentData().toString())
            draft.resource = one.id;
    }
    draft.when.kind =
        m_kind->current() == ExtraCell ? freebusy::Exception::Kind::Extra : freebusy::Exception::Kind::Away;
    const QDate now = today(m_clinic);
    const auto first = dayFrom(m_first->text(), now);
    if (!first)
        return refuse("days", tr("A day such as 3-14 or 2026-03-14."));
    const auto last = m_last->text().trimmed().isEmpty() ? first : dayFrom(m_last->text(), *first);
    if (!last)
        return refuse("last", tr("A day such as 3-14 or 2026-03-14."));
    draft.when.first = *first;
    draft.when.last = *last;
    const auto parts = schedule::hoursFrom(m_part->text());
    if (!parts)
        return refuse("part", parts.error().message);
    if (parts->size() > 1)
        return refuse("part", tr("One part of the day; enter the other by itself."));
    if (!parts->isEmpty())
        draft.when.part = parts->constFirst();
    draft.reason = m_reason->text().trimmed();
    return draft;
}

void LeaveDialog::submit()
{
    for (Field *field : std::as_const(m_fields))
        field->clearProblem();
    showProblem({});
    const auto wanted = draft();
    if (!wanted)
        return;
    setBusy(true);
    const auto done = m_clinic.write(
        "roster.exception", [draft = *wanted](store::Transaction &tx) { return schedule::addException(tx, draft); });
    onDone(done, this, [this](const Result<RosterException> &made) {
        setBusy(false);
        if (made) {
            emit stored(*made);
            return finish();
        }
        if (Field *field = m_fields.value(made.error().field)) {
            field->showProblem(made.error().message);
            return field->editor()->setFocus();
        }
        showProblem(made.error().message);
    });
}

SpecialDayDialog::SpecialDayDialog(Clinic &clinic, std::optional<QDate> day, QWidget *parent)
    : FormDialog(tr("What is this day?"), tr("It holds for everybody; who works on holidays works on."), parent)
    , m_clinic(clinic)
    , m_day(new QLineEdit)
    , m_kind(new Segment(tr("What the day is")))
    , m_name(new QLineEdit)
    , m_dayField(new Field(tr("Day"), m_day))
    , m_nameField(new Field(tr("What it is called"), m_name))
{
    setObjectName(QStringLiteral("specialDayDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_day->setObjectName(QStringLiteral("specialDay"));
    m_day->setPlaceholderText(tr("3-14 or 2026-03-14"));
    if (day)
        m_day->setText(day->toString(Qt::ISODate));
    m_kind->setObjectName(QStringLiteral("specialKind"));
    m_kind->setCells({tr("Holiday"), tr("Made-up working day"), tr("Ordinary")});
    m_name->setObjectName(QStringLiteral("specialName"));
    m_name->setMaxLength(int(mostName));
    connect(m_day, &QLineEdit::textEdited, m_dayField, &Field::clearProblem);
    connect(m_name, &QLineEdit::textEdited, m_nameField, &Field::clearProblem);
    connect(m_kind, &Segment::chosen, this, [this](int cell) { m_nameField->setVisible(cell != OrdinaryCell); });
    body()->addWidget(m_dayField);
    body()->addWidget(m_kind, 0, Qt::AlignLeft);
    body()->addWidget(m_nameField);
    setVerb(tr("Set"));
    setSubmit([this] { submit(); });
    m_day->setFocus();
    m_day->selectAll();
}

void SpecialDayDialog::submit()
{
    showProblem({});
    const auto day = dayFrom(m_day->text(), today(m_clinic));
    if (!day) {
        m_dayField->showProblem(tr("A day such as 3-14 or 2026-03-14."));
        return m_day->setFocus();
    }
    std::optional<freebusy::SpecialDay> kind;
    if (m_kind->current() != OrdinaryCell)
        kind = m_kind->current() == HolidayCell ? freebusy::SpecialDay::Holiday : freebusy::SpecialDay::Workday;
    setBusy(true);
    const auto done = m_clinic.write("holiday.set", [day = *day, kind, name = m_name->text()](store::Transaction &tx) {
        return schedule::setCalendarDay(tx, day, kind, name);
    });
    onDone(done, this, [this, day = *day](const Result<Done> &set) {
        setBusy(false);
        if (set) {
            emit stored(day);
            return finish();
        }
        if (set.error().field == u"name") {
            m_nameField->showProblem(set.error().message);
            return m_name->setFocus();
        }
        showProblem(set.error().message);
    });
}

} // namespace xinglin::ui
