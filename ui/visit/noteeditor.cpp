#include "ui/visit/noteeditor.h"

#include "ui/kit/button.h"
#include "ui/kit/chipbar.h"
#include "ui/kit/growingtextedit.h"
#include "ui/kit/sectionmark.h"
#include "ui/kit/text.h"
#include "ui/visit/dayline.h"
#include "ui/visit/diagnosisfields.h"
#include "ui/visit/examfield.h"
#include "ui/visit/phrasecaller.h"
#include "ui/visit/pulsepad.h"
#include "ui/visit/tonguepicker.h"
#include "ui/visit/vitalsline.h"

#include <QApplication>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QScrollArea>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace xinglin::ui {

namespace {

constexpr int widest = 960; // longer lines are hard to read
const QString inquiryItem = QStringLiteral("inquiry.text");
const QString palpationItem = QStringLiteral("palpation.text");

/// Parts of the note that are shown as answers, by the beginning of their items.
const QStringList answered = {QStringLiteral("tongue."), QStringLiteral("pulse."), QStringLiteral("exam."),
                              QStringLiteral("vital."), QStringLiteral("scale.")};

bool shown(const Answer &answer)
{
    return answer.item == inquiryItem || answer.item == palpationItem ||
           std::any_of(answered.cbegin(), answered.cend(),
                       [&](const QString &part) { return answer.item.startsWith(part); });
}

QString textOf(const QList<Answer> &answers, const QString &item)
{
    for (const Answer &answer : answers) {
        if (answer.item == item)
            return answer.text;
    }
    return {};
}

/// What a note says in the field of free words of this name.
QString wordsOf(const VisitNote &note, const QString &field)
{
    return field == u"complaint"    ? note.complaint
           : field == u"history"    ? note.history
           : field == u"inspection" ? note.inspection
           : field == u"listening"  ? note.listening
           : field == u"advice"     ? note.advice
                                    : textOf(note.answers, field + QStringLiteral(".text"));
}

void addText(QList<Answer> &answers, const QString &item, const QString &text)
{
    if (text.trimmed().isEmpty())
        return;
    Answer answer;
    answer.item = item;
    answer.text = text.trimmed();
    answers << answer;
}

} // namespace

NoteEditor::NoteEditor(std::shared_ptr<const Catalog> catalog, const QList<std::pair<QString, QWidget *>> &further,
                       QWidget *parent)
    : QWidget(parent), m_catalog(std::move(catalog)), m_scroll(new QScrollArea)
{
    setObjectName(QStringLiteral("noteEditor"));
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    m_scroll->setObjectName(QStringLiteral("noteScroll"));
    m_scroll->setAccessibleName(tr("Note"));
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->viewport()->setAutoFillBackground(false);
    auto *ground = new QWidget;
    ground->setAutoFillBackground(false);
    m_grid = new QGridLayout(ground);
    m_grid->setContentsMargins(12, 12, pageMargin, pageMargin);
    m_grid->setHorizontalSpacing(12);
    m_grid->setVerticalSpacing(gapControls);
    m_grid->setColumnStretch(1, 1);
    ground->setMaximumWidth(Theme::of(this).scaled(widest));
    m_scroll->setWidget(ground);
    box->addWidget(m_scroll);

    m_day = new DayLine;
    addSection(tr("Day"), m_day);
    connect(m_day, &DayLine::changed, this, [this] {
        fieldEdited();
        emit dayChanged();
    });
    m_complaint = addText(tr("Complaint"), QStringLiteral("complaint"), 1);
    m_problem = new Label({}, TypeStyle::Caption, Token::CinnabarText);
    m_problem->setObjectName(QStringLiteral("complaintProblem"));
    m_problem->hide();
    m_grid->addWidget(m_problem, m_rows++, 1);
    m_history = addText(tr("History"), QStringLiteral("history"), 2);
    m_vitals = new VitalsLine(m_catalog);
    addSection(tr("Vitals"), m_vitals);
    connect(m_vitals, &VitalsLine::changed, this, &NoteEditor::fieldEdited);
    m_inspection = addExam(tr("Look"), QStringLiteral("inspection"), {QStringLiteral("inspection")});
    m_tongue = new TonguePicker(m_catalog);
    auto *tongue = new QWidget;
    m_tongueColumn = new QVBoxLayout(tongue);
    m_tongueColumn->setContentsMargins(0, 0, 0, 0);
    m_tongueColumn->addWidget(m_tongue);
    tongue->setFocusProxy(m_tongue);
    addSection(tr("Tongue"), tongue);
    connect(m_tongue, &TonguePicker::changed, this, &NoteEditor::fieldEdited);
    m_listening =
        addExam(tr("Listen"), QStringLiteral("listening"), {QStringLiteral("listening"), QStringLiteral("smelling")});
    m_inquiry = addExam(tr("Ask"), QStringLiteral("inquiry"), {QStringLiteral("inquiry")});
    m_pulse = new PulsePad(m_catalog);
    addSection(tr("Pulse"), m_pulse);
    connect(m_pulse, &PulsePad::changed, this, &NoteEditor::fieldEdited);
    m_palpation = addExam(tr("Touch"), QStringLiteral("palpation"), {QStringLiteral("palpation")});
    m_diagnosis = new DiagnosisFields(m_catalog);
    addSection(tr("Diagnosis"), m_diagnosis);
    connect(m_diagnosis, &DiagnosisFields::changed, this, &NoteEditor::fieldEdited);
    connect(m_pulse, &PulsePad::done, this, [this] { m_diagnosis->setFocus(Qt::TabFocusReason); });
    buildPrescription();
    for (const auto &[mark, editor] : further) {
        addSection(mark, editor);
        editor->installEventFilter(this);
        m_further << editor;
    }
    m_advice = addText(tr("Advice"), QStringLiteral("advice"), 1);
    m_grid->setRowStretch(m_rows, 1);
    buildPhrases();
    setFocusProxy(m_complaint);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) {
        if (now && now != this && m_scroll->widget()->isAncestorOf(now))
            showWhole(now);
    });
}

NoteEditor::~NoteEditor()
{
    // A field that goes hands its focus on to the next one; there is nothing to be shown any more.
    disconnect(qApp, nullptr, this, nullptr);
}

void NoteEditor::showWhole(QWidget *field)
{
    // Not ensureWidgetVisible(): for a text field that shows the line of the cursor only.
    QWidget *ground = m_scroll->widget();
    ground->layout()->activate();
    for (QWidget *section : std::as_const(m_further)) {
        if (section->isAncestorOf(field) && section->height() < m_scroll->viewport()->height())
            field = section;
    }
    const QPoint middle = field->mapTo(ground, field->rect().center());
    const int half = std::min(field->height(), m_scroll->viewport()->height()) / 2;
    m_scroll->ensureVisible(middle.x(), middle.y(), 0, half + pageMargin);
}

bool NoteEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ShowToParent || event->type() == QEvent::HideToParent) {
        for (SectionMark *mark : findChildren<SectionMark *>()) {
            if (mark->buddy() == watched)
                mark->setVisible(event->type() == QEvent::ShowToParent);
        }
    }
    if (event->type() == QEvent::Resize)
        QTimer::singleShot(0, this, [this] {
            if (QWidget *now = QApplication::focusWidget(); now && m_scroll->widget()->isAncestorOf(now))
                showWhole(now);
        });
    return QWidget::eventFilter(watched, event);
}

void NoteEditor::addBelowTongue(QWidget *below)
{
    m_tongueColumn->addWidget(below);
}

void NoteEditor::addSection(const QString &mark, QWidget *editor)
{
    auto *label = new SectionMark(mark);
    label->setBuddy(editor);
    m_grid->addWidget(label, m_rows, 0, Qt::AlignTop | Qt::AlignRight);
    m_grid->addWidget(editor, m_rows++, 1);
}

GrowingTextEdit *NoteEditor::addText(const QString &mark, const QString &name, int lines)
{
    auto *edit = new GrowingTextEdit;
    edit->setObjectName(name);
    edit->setAccessibleName(mark);
    edit->setMinimumLines(lines);
    connect(edit, &GrowingTextEdit::edited, this, &NoteEditor::fieldEdited);
    addSection(mark, edit);
    return edit;
}

ExamField *NoteEditor::addExam(const QString &mark, const QString &name, const QStringList &methods)
{
    auto *field = new ExamField(m_catalog, QStringLiteral("exam.") + name, methods, mark);
    field->setObjectName(name + QStringLiteral("Field"));
    field->text()->setObjectName(name);
    field->termEdit()->setObjectName(name + QStringLiteral("Terms"));
    field->chips()->setObjectName(name + QStringLiteral("Chips"));
    connect(field, &ExamField::changed, this, &NoteEditor::fieldEdited);
    addSection(mark, field);
    return field;
}

QList<ExamField *> NoteEditor::exams() const
{
    return {m_inspection, m_listening, m_inquiry, m_palpation};
}

QList<GrowingTextEdit *> NoteEditor::texts() const
{
    QList<GrowingTextEdit *> all{m_complaint, m_history};
    for (const ExamField *field : exams())
        all << field->text();
    return all << m_advice;
}

void NoteEditor::buildPhrases()
{
    for (GrowingTextEdit *edit : texts()) {
        auto *caller = new PhraseCaller(edit, edit->objectName());
        connect(caller, &PhraseCaller::keepWanted, this, &NoteEditor::phraseWanted);
        connect(caller, &PhraseCaller::templateTaken, this, &NoteEditor::templateTaken);
        m_callers << caller;
    }
}

void NoteEditor::setPhrases(const QList<phrases::Phrase> &known)
{
    for (PhraseCaller *caller : std::as_const(m_callers))
        caller->setPhrases(known);
}

void NoteEditor::setTemplates(const QList<notetemplate::Template> &known)
{
    for (PhraseCaller *caller : std::as_const(m_callers))
        caller->setTemplates(known);
}

void NoteEditor::setPerson(Sex sex, std::optional<int> age)
{
    for (ExamField *field : exams())
        field->setPerson(sex, age);
}

void NoteEditor::buildPrescription()
{
    auto *line = new QWidget;
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 3, 3, 3); // room for the button's focus ring
    m_prescription = new Label({}, TypeStyle::Heading);
    m_prescription->setObjectName(QStringLiteral("prescriptionSummary"));
    m_prescription->setMayElide(true);
    m_prescribe = new Button(tr("Prescribe"));
    m_prescribe->setObjectName(QStringLiteral("prescribe"));
    m_prescribe->setControlSize(ButtonSize::Small);
    m_prescribe->setKeyCap(QStringLiteral("F4"));
    connect(m_prescribe, &Button::clicked, this, &NoteEditor::prescriptionWanted);
    row->addWidget(m_prescription, 1);
    row->addWidget(m_prescribe);
    line->setFocusProxy(m_prescribe);
    addSection(tr("Formula"), line);
    setPrescription({});
}

void NoteEditor::setPrescription(const QString &summary)
{
    m_prescription->setText(summary.isEmpty() ? tr("No prescription") : summary);
    dress(m_prescription, summary.isEmpty() ? TypeStyle::Body : TypeStyle::Heading,
          summary.isEmpty() ? Token::Text3 : Token::Text);
}

void NoteEditor::setDay(std::optional<QDate> day, QDate today)
{
    m_day->setDay(day, today);
}

QLineEdit *NoteEditor::dayEdit() const
{
    return m_day->edit();
}

bool NoteEditor::isDayHalfWritten() const
{
    return m_day->isHalfWritten();
}

std::optional<QDate> NoteEditor::day() const
{
    return m_day->day();
}

void NoteEditor::setNote(const VisitNote &note)
{
    m_filling = true;
    m_kept = note;
    for (GrowingTextEdit *edit : texts()) {
        edit->compareWith({});
        edit->setText(wordsOf(note, edit->objectName()));
    }
    m_vitals->setAnswers(note.answers);
    for (ExamField *field : exams())
        field->setAnswers(note.answers);
    m_tongue->setAnswers(note.answers);
    m_pulse->setAnswers(note.answers);
    m_diagnosis->setEntries(note.diagnoses);
    clearProblem();
    m_filling = false;
    m_scroll->ensureVisible(0, 0);
}

VisitNote NoteEditor::note() const
{
    VisitNote note = m_kept;
    note.complaint = m_complaint->text().trimmed();
    note.history = m_history->text().trimmed();
    note.form = m_catalog->visitForm.reference();
    note.inspection = m_inspection->text()->text().trimmed();
    note.listening = m_listening->text()->text().trimmed();
    note.advice = m_advice->text().trimmed();
    note.answers.removeIf(shown);
    note.answers << m_vitals->answers() << m_inspection->answers() << m_tongue->answers() << m_listening->answers()
                 << m_inquiry->answers();
    xinglin::ui::addText(note.answers, inquiryItem, m_inquiry->text()->text());
    note.answers << m_pulse->answers() << m_palpation->answers();
    xinglin::ui::addText(note.answers, palpationItem, m_palpation->text()->text());
    note.diagnoses = m_diagnosis->entries();
    return note;
}

QList<DiagnosisEntry> NoteEditor::diagnoses() const
{
    return m_diagnosis->entries();
}

void NoteEditor::setLast(const std::optional<VisitNote> &last)
{
    m_last = last;
    const QList<Answer> answers = last ? last->answers : QList<Answer>();
    m_vitals->setLast(answers);
    m_tongue->setLast(answers);
    m_pulse->setLast(answers);
    for (ExamField *field : exams())
        field->setLast(answers);
}

void NoteEditor::carryOver()
{
    if (!m_last)
        return;
    VisitNote examined = *m_last;
    examined.history.clear();
    examined.advice.clear();
    examined.diagnoses.clear();
    fill(examined);
}

notetemplate::Filled NoteEditor::fill(const VisitNote &kept)
{
    const VisitNote before = note();
    if (m_complaint->isReadOnly())
        return {before, {}};
    const notetemplate::Filled filled = notetemplate::filled(before, kept);
    m_tongue->setAnswers(filled.note.answers);
    m_pulse->setAnswers(filled.note.answers);
    for (ExamField *field : exams())
        field->setAnswers(filled.note.answers);
    if (filled.note.diagnoses != before.diagnoses)
        m_diagnosis->setEntries(filled.note.diagnoses);
    for (GrowingTextEdit *edit : texts()) {
        const QString words = wordsOf(filled.note, edit->objectName());
        if (!edit->text().trimmed().isEmpty() || words.isEmpty())
            continue;
        edit->setText(words);
        edit->compareWith(words); // what is not written over stays recognisable as taken over
    }
    emit changed();
    return filled;
}

bool NoteEditor::goToPlace()
{
    return std::any_of(m_callers.cbegin(), m_callers.cend(), [](PhraseCaller *caller) { return caller->goToPlace(); });
}

void NoteEditor::setReadOnly(bool readOnly)
{
    for (GrowingTextEdit *edit : {m_complaint, m_history, m_advice})
        edit->setReadOnly(readOnly);
    for (ExamField *field : exams())
        field->setReadOnly(readOnly);
    m_vitals->setReadOnly(readOnly);
    m_day->setReadOnly(readOnly);
    m_tongue->setReadOnly(readOnly);
    m_pulse->setReadOnly(readOnly);
    m_diagnosis->setReadOnly(readOnly);
    m_prescribe->setText(readOnly ? tr("Show") : tr("Prescribe"));
}

bool NoteEditor::showProblem(const QString &field, const QString &sentence)
{
    const QList<GrowingTextEdit *> all = texts();
    const auto named =
        std::find_if(all.begin(), all.end(), [&](const GrowingTextEdit *edit) { return edit->objectName() == field; });
    if (named == all.end())
        return false;
    if (*named == m_complaint) {
        m_problem->setText(sentence);
        m_problem->show();
        m_complaint->setProperty("problem", true);
    }
    (*named)->setFocus(Qt::OtherFocusReason);
    m_scroll->ensureWidgetVisible(*named);
    if ((*named)->text().contains(u"{}"))
        goToPlace();
    return true;
}

void NoteEditor::clearProblem()
{
    m_problem->hide();
    m_complaint->setProperty("problem", false);
}

void NoteEditor::focusComplaint()
{
    m_complaint->setFocus(Qt::OtherFocusReason);
}

void NoteEditor::focusDay()
{
    m_day->setFocus(Qt::OtherFocusReason);
}

bool NoteEditor::finishTyping()
{
    const bool measured = m_vitals->finishTyping();
    const bool dated = m_day->finishTyping();
    const QString typed = m_tongue->quickEdit()->text();
    if (!typed.trimmed().isEmpty())
        m_tongue->quickEdit()->setText(m_tongue->choose(typed).join(u' '));
    return measured && dated;
}

void NoteEditor::fieldEdited()
{
    if (m_filling)
        return;
    if (m_problem->isVisibleTo(this) && !m_complaint->text().trimmed().isEmpty())
        clearProblem();
    // What is written may have grown below the edge.
    QTimer::singleShot(0, this, [this] {
        if (QWidget *now = QApplication::focusWidget(); now && now != this && m_scroll->widget()->isAncestorOf(now))
            showWhole(now);
    });
    emit changed();
}

} // namespace xinglin::ui
