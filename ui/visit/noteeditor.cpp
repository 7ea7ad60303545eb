#include "ui/visit/noteeditor.h"

#include "ui/kit/button.h"
#include "ui/kit/growingtextedit.h"
#include "ui/kit/sectionmark.h"
#include "ui/kit/text.h"
#include "ui/visit/diagnosisfields.h"
#include "ui/visit/pulsepad.h"
#include "ui/visit/tonguepicker.h"

#include <QApplication>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QScrollArea>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace xinglin::ui {

namespace {

const QString inquiryItem = QStringLiteral("inquiry.text");

bool shown(const Answer &answer)
{
    return answer.item.startsWith(u"tongue.") || answer.item.startsWith(u"pulse.") || answer.item == inquiryItem;
}

} // namespace

NoteEditor::NoteEditor(std::shared_ptr<const Catalog> catalog, QWidget *parent)
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
    m_scroll->setWidget(ground);
    box->addWidget(m_scroll);

    m_complaint = addText(tr("Complaint"), QStringLiteral("complaint"), 1);
    m_problem = new Label({}, TypeStyle::Caption, Token::CinnabarText);
    m_problem->setObjectName(QStringLiteral("complaintProblem"));
    m_problem->hide();
    m_grid->addWidget(m_problem, m_rows++, 1);
    m_history = addText(tr("History"), QStringLiteral("history"), 2);
    m_inspection = addText(tr("Look"), QStringLiteral("inspection"), 1);
    m_tongue = new TonguePicker(m_catalog);
    addSection(tr("Tongue"), m_tongue);
    connect(m_tongue, &TonguePicker::changed, this, &NoteEditor::fieldEdited);
    m_listening = addText(tr("Listen"), QStringLiteral("listening"), 1);
    m_inquiry = addText(tr("Ask"), QStringLiteral("inquiry"), 1);
    m_pulse = new PulsePad(m_catalog);
    addSection(tr("Pulse"), m_pulse);
    connect(m_pulse, &PulsePad::changed, this, &NoteEditor::fieldEdited);
    m_diagnosis = new DiagnosisFields(m_catalog);
    addSection(tr("Diagnosis"), m_diagnosis);
    connect(m_diagnosis, &DiagnosisFields::changed, this, &NoteEditor::fieldEdited);
    connect(m_pulse, &PulsePad::done, this, [this] { m_diagnosis->setFocus(Qt::TabFocusReason); });
    buildPrescription();
    m_advice = addText(tr("Advice"), QStringLiteral("advice"), 1);
    m_grid->setRowStretch(m_rows, 1);
    setFocusProxy(m_complaint);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) {
        if (now && now != this && m_scroll->widget()->isAncestorOf(now))
            showWhole(now);
    });
}

void NoteEditor::showWhole(QWidget *field)
{
    // Not ensureWidgetVisible(): for a text field that shows the line of the cursor only.
    QWidget *ground = m_scroll->widget();
    ground->layout()->activate();
    const QPoint middle = field->mapTo(ground, field->rect().center());
    const int half = std::min(field->height(), m_scroll->viewport()->height()) / 2;
    m_scroll->ensureVisible(middle.x(), middle.y(), 0, half + pageMargin);
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

void NoteEditor::setNote(const VisitNote &note)
{
    m_filling = true;
    m_kept = note;
    m_complaint->setText(note.complaint);
    m_history->setText(note.history);
    m_inspection->setText(note.inspection);
    m_listening->setText(note.listening);
    m_advice->setText(note.advice);
    QString inquiry;
    for (const Answer &answer : note.answers) {
        if (answer.item == inquiryItem)
            inquiry = answer.text;
    }
    m_inquiry->setText(inquiry);
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
    note.inspection = m_inspection->text().trimmed();
    note.listening = m_listening->text().trimmed();
    note.advice = m_advice->text().trimmed();
    note.answers.removeIf(shown);
    if (const QString inquiry = m_inquiry->text().trimmed(); !inquiry.isEmpty()) {
        Answer answer;
        answer.item = inquiryItem;
        answer.text = inquiry;
        note.answers << answer;
    }
    note.answers << m_tongue->answers() << m_pulse->answers();
    note.diagnoses = m_diagnosis->entries();
    return note;
}

void NoteEditor::setLast(const std::optional<VisitNote> &last)
{
    m_last = last;
    const QList<Answer> answers = last ? last->answers : QList<Answer>();
    m_tongue->setLast(answers);
    m_pulse->setLast(answers);
}

void NoteEditor::carryOver()
{
    if (!m_last || !m_complaint->isEnabled() || m_complaint->isReadOnly())
        return;
    VisitNote now = note();
    if (now.complaint.isEmpty())
        now.complaint = m_last->complaint;
    for (const QString &part : {QStringLiteral("tongue."), QStringLiteral("pulse.")}) {
        const auto of = [&](const Answer &answer) { return answer.item.startsWith(part); };
        if (std::none_of(now.answers.begin(), now.answers.end(), of))
            std::copy_if(m_last->answers.begin(), m_last->answers.end(), std::back_inserter(now.answers), of);
    }
    setNote(now);
    emit changed();
}

void NoteEditor::setReadOnly(bool readOnly)
{
    for (GrowingTextEdit *edit : {m_complaint, m_history, m_inspection, m_listening, m_inquiry, m_advice})
        edit->setReadOnly(readOnly);
    m_tongue->setReadOnly(readOnly);
    m_pulse->setReadOnly(readOnly);
    m_diagnosis->setReadOnly(readOnly);
    m_prescribe->setText(readOnly ? tr("Show") : tr("Prescribe"));
}

bool NoteEditor::showProblem(const QString &field, const QString &sentence)
{
    if (field != u"complaint")
        return false;
    m_problem->setText(sentence);
    m_problem->show();
    m_complaint->setProperty("problem", true);
    m_complaint->setFocus(Qt::OtherFocusReason);
    m_scroll->ensureWidgetVisible(m_complaint);
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

void NoteEditor::finishTyping()
{
    const QString typed = m_tongue->quickEdit()->text();
    if (!typed.trimmed().isEmpty())
        m_tongue->quickEdit()->setText(m_tongue->choose(typed).join(u' '));
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
