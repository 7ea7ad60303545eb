#include "ui/patient/segmentrow.h"

#include "base/partialdate.h"
#include "clinic/patient/patients.h"
#include "clinic/patient/patienttrail.h"
#include "ui/kit/button.h"
#include "ui/kit/ondone.h"
#include "ui/kit/stepper.h"
#include "ui/patient/codesedit.h"
#include "ui/shell/patientwords.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QStackedWidget>

namespace xinglin::ui {

using segments::Field;
using segments::Operator;
using segments::Takes;

namespace {

constexpr int mostPeople = 8;

/// What a number begins with.
int beginning(Field field, Operator is)
{
    if (is == Operator::NextDays)
        return 7;
    return field == Field::Age ? 60 : field == Field::Visits ? 2 : 90;
}

/// The stack is as large as the page that is shown.
class Values : public QStackedWidget
{
public:
    QSize sizeHint() const override { return currentWidget() ? currentWidget()->sizeHint() : QSize(); }
    QSize minimumSizeHint() const override { return currentWidget() ? currentWidget()->minimumSizeHint() : QSize(); }
};

} // namespace

SegmentRow::SegmentRow(Clinic &clinic, const Who &who, const SegmentChoices &choices, QWidget *parent)
    : QWidget(parent)
    , m_clinic(clinic)
    , m_choices(choices)
    , m_field(new QComboBox)
    , m_operator(new QComboBox)
    , m_value(new Values)
    , m_nothing(new QWidget)
    , m_text(new QLineEdit)
    , m_words(new Completion(m_text))
    , m_number(new Stepper(tr("Number")))
    , m_day(new QLineEdit)
    , m_codes(new CodesEdit(tr("Choices")))
    , m_remove(new Button(tr("Remove"), ButtonKind::Ghost))
{
    for (const segments::FieldRow &row : segments::fields()) {
        if (who.may(segment::permissionFor(row.needs)))
            m_field->addItem(segments::nameOf(row.field), int(row.field));
    }
    m_field->setAccessibleName(tr("Field"));
    m_field->setMaxVisibleItems(18);
    m_operator->setAccessibleName(tr("What is asked"));
    m_text->setAccessibleName(tr("Words"));
    m_text->setMaxLength(segments::mostText);
    m_words->setEager(false); // free words are taken as well
    m_day->setAccessibleName(tr("Day"));
    m_day->setPlaceholderText(tr("such as 2026-03-12"));
    m_remove->setControlSize(ButtonSize::Small);
    m_remove->setMinimumHeight(m_remove->sizeHint().height()); // its line of fields may be lower
    m_remove->setToolTip(tr("Ctrl Del takes this condition away"));
    m_remove->setAccessibleName(tr("Remove this condition"));
    const Theme &theme = Theme::of(this);
    m_field->setFixedWidth(theme.scaled(176));
    m_operator->setFixedWidth(theme.scaled(152));
    auto *number = new QWidget;
    auto *beside = new QHBoxLayout(number);
    beside->setContentsMargins(0, 0, 0, 0);
    beside->addWidget(m_number);
    beside->addStretch(1);
    number->setFocusProxy(m_number);
    for (QWidget *page : {m_nothing, static_cast<QWidget *>(m_text), number, static_cast<QWidget *>(m_day),
                          static_cast<QWidget *>(m_codes)})
        m_value->addWidget(page);
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(gapControls);
    line->addWidget(m_field, 0, Qt::AlignTop);
    line->addWidget(m_operator, 0, Qt::AlignTop);
    line->addWidget(m_value, 1, Qt::AlignTop);
    line->addWidget(m_remove, 0, Qt::AlignTop);
    setNumber(0);

    connect(m_field, &QComboBox::currentIndexChanged, this, [this] {
        fieldChosen();
        emit changed();
    });
    connect(m_operator, &QComboBox::currentIndexChanged, this, [this] {
        operatorChosen();
        emit changed();
    });
    connect(m_text, &QLineEdit::textChanged, this, &SegmentRow::changed);
    connect(m_day, &QLineEdit::textChanged, this, &SegmentRow::changed);
    connect(m_number, &Stepper::valueChanged, this, &SegmentRow::changed);
    connect(m_codes, &CodesEdit::changed, this, &SegmentRow::changed);
    connect(m_codes, &CodesEdit::changed, this, [this] { m_value->updateGeometry(); });
    connect(m_codes, &CodesEdit::asked, this, &SegmentRow::propose);
    connect(m_words, &Completion::queryChanged, this,
            [this](const QString &typed) { m_words->setRows(m_choices.complete(field(), typed)); });
    connect(m_words, &Completion::taken, this, [this](const CompletionRow &row) { m_text->setText(row.primary); });
    connect(m_remove, &Button::clicked, this, &SegmentRow::removed);
    fieldChosen();
}

void SegmentRow::setNumber(int number)
{
    const auto name = [number](QWidget *part, const char *what) {
        part->setObjectName(QLatin1String(what) + QString::number(number));
    };
    name(m_field, "segmentField");
    name(m_operator, "segmentOperator");
    name(m_text, "segmentText");
    name(m_number, "segmentNumber");
    name(m_day, "segmentDay");
    name(m_remove, "segmentRemove");
    m_codes->setPart(number);
}

Field SegmentRow::field() const
{
    return static_cast<Field>(m_field->currentData().toInt());
}

Operator SegmentRow::asked() const
{
    return static_cast<Operator>(m_operator->currentData().toInt());
}

void SegmentRow::fieldChosen()
{
    const QSignalBlocker quiet(m_operator);
    m_operator->clear();
    for (const Operator is : segments::rowOf(field()).operators)
        m_operator->addItem(segments::nameOf(is, field()), int(is));
    const QList<segment::Choice> all = m_choices.all(field());
    const bool few = !all.isEmpty() || field() == Field::Tag || field() == Field::Practitioner;
    if (few)
        m_codes->offer(all);
    else
        m_codes->offerTyping();
    m_text->clear();
    operatorChosen();
}

void SegmentRow::operatorChosen()
{
    const segments::FieldRow &row = segments::rowOf(field());
    int page = 0;
    switch (segments::takes(field(), asked())) {
    case Takes::Nothing:
        page = 0;
        break;
    case Takes::Text:
        page = 1;
        break;
    case Takes::Number:
        m_number->setRange(row.least, row.most);
        m_number->setValue(beginning(field(), asked()));
        page = 2;
        break;
    case Takes::Days:
        m_number->setRange(0, asked() == Operator::NextDays ? 366 : segments::mostDays);
        m_number->setValue(beginning(field(), asked()));
        page = 2;
        break;
    case Takes::Date:
        page = 3;
        break;
    case Takes::Codes:
        page = 4;
        break;
    }
    m_value->setCurrentIndex(page);
    m_value->updateGeometry();
}

void SegmentRow::propose(const QString &typed)
{
    if (field() != Field::Referrer)
        return m_codes->propose(m_choices.complete(field(), typed));
    const quint64 question = ++m_question;
    const auto found =
        m_clinic.read([typed](const store::Snapshot &view) { return patient::search(view, typed, mostPeople); });
    onDone(found, this, [this, question, typed](const Result<QList<PatientHit>> &hits) {
        if (question != m_question || !hits || typed.trimmed().isEmpty())
            return;
        QList<CompletionRow> rows;
        for (const PatientHit &hit : *hits) {
            CompletionRow row;
            row.primary = hit.name;
            row.secondary = sexAndAge(hit.sex, hit.birthDate, today(m_clinic));
            row.trailing = hit.number;
            row.data = hit.id.toString();
            rows << row;
        }
        m_codes->propose(rows);
    });
}

void SegmentRow::setCondition(const segments::Condition &condition)
{
    const QSignalBlocker quiet(this);
    m_field->setCurrentIndex(m_field->findData(int(condition.field)));
    m_operator->setCurrentIndex(m_operator->findData(int(condition.is)));
    if (const auto *text = std::get_if<QString>(&condition.value))
        m_text->setText(*text);
    if (const auto *number = std::get_if<qint64>(&condition.value))
        m_number->setValue(static_cast<int>(*number));
    if (const auto *day = std::get_if<QDate>(&condition.value))
        m_day->setText(day->toString(Qt::ISODate));
    if (const auto *codes = std::get_if<QStringList>(&condition.value)) {
        QList<segment::Choice> chosen;
        for (const QString &code : *codes)
            chosen << segment::Choice{code, m_choices.nameOf(condition.field, code)};
        m_codes->setCodes(chosen);
        if (condition.field == Field::Referrer)
            name(*codes);
    }
    m_value->updateGeometry();
}

void SegmentRow::name(const QStringList &patients)
{
    QList<Uuid> ids;
    for (const QString &code : patients) {
        if (const auto id = Uuid::fromString(code))
            ids << *id;
    }
    const auto read = m_clinic.read([ids](const store::Snapshot &view) { return patient::labels(view, ids); });
    onDone(read, this, [this, ids](const Result<QHash<Uuid, patient::Label>> &labels) {
        if (!labels || field() != Field::Referrer)
            return;
        QList<segment::Choice> chosen;
        for (const Uuid &id : ids)
            chosen << segment::Choice{id.toString(),
                                      labels->contains(id) ? labels->value(id).name : tr("somebody not shown")};
        m_codes->setCodes(chosen);
    });
}

segments::Condition SegmentRow::condition() const
{
    segments::Condition made{field(), asked(), {}};
    switch (segments::takes(made.field, made.is)) {
    case Takes::Nothing:
        break;
    case Takes::Text:
        made.value = m_text->text().trimmed();
        break;
    case Takes::Number:
    case Takes::Days:
        made.value = qint64(m_number->value());
        break;
    case Takes::Date: {
        const auto day = PartialDate::fromText(m_day->text().trimmed());
        made.value = day && day->isFull() ? day->earliest() : QDate();
        break;
    }
    case Takes::Codes:
        made.value = m_codes->codes();
        break;
    }
    return made;
}

bool SegmentRow::isComposing() const
{
    return m_words->isComposing() || m_codes->isComposing();
}

void SegmentRow::focusField()
{
    m_field->setFocus(Qt::OtherFocusReason);
}

bool SegmentRow::event(QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Delete && key->modifiers() == Qt::ControlModifier) {
            emit removed();
            return true;
        }
    }
    return QWidget::event(event);
}

} // namespace xinglin::ui
