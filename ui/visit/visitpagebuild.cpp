#include "ui/visit/visitpage.h"

#include "ui/kit/banner.h"
#include "ui/kit/button.h"
#include "ui/kit/emptystate.h"
#include "ui/kit/text.h"
#include "ui/photo/tonguerow.h"
#include "ui/prescription/checkpanel.h"
#include "ui/prescription/checkrunner.h"
#include "ui/prescription/medicineeditor.h"
#include "ui/prescription/paperprinter.h"
#include "ui/prescription/prescriptioneditor.h"
#include "ui/treatment/pointfindings.h"
#include "ui/treatment/pointline.h"
#include "ui/treatment/therapylist.h"
#include "ui/treatment/treatmenteditor.h"
#include "ui/treatment/treatmentprinter.h"
#include "ui/visit/historypane.h"
#include "ui/visit/noteeditor.h"
#include "ui/visit/phrasedialog.h"
#include "ui/visit/visitprinter.h"

#include <QShortcut>
#include <QSplitter>
#include <QStackedLayout>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <utility>

namespace xinglin::ui {

void VisitPage::build()
{
    m_runner = new CheckRunner(m_catalog, this);
    m_printer = new PaperPrinter(m_clinic, m_catalog, this);
    m_sheets = new TreatmentPrinter(m_clinic, m_catalog, *m_printer, this);
    m_papers = new VisitPrinter(m_clinic, m_catalog, this);
    m_treatments = new TreatmentEditor(m_clinic, m_catalog, this);
    m_stack = new QStackedLayout(this);
    auto *empty = new EmptyState(QStringLiteral("visit"), tr("No visit is open"),
                                 tr("Open a patient's chart and begin a visit there; [Ctrl K] finds people."));
    m_unfinished = empty->addAction({}, true);
    m_unfinished->setObjectName(QStringLiteral("visitUnfinished"));
    connect(m_unfinished, &Button::clicked, this, &VisitPage::unfinishedWanted);
    setUnfinished(0);
    m_empty = empty;
    m_stack->addWidget(m_empty);
    auto *work = new QWidget;
    auto *box = new QVBoxLayout(work);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(0);
    box->addWidget(buildBanner());
    m_strip = new DraftStrip;
    m_strip->setObjectName(QStringLiteral("visitStrip"));
    box->addWidget(m_strip);
    buildPanes();
    box->addWidget(m_panes, 1);
    m_stack->addWidget(work);
    buildKeys();
    showState();
}

void VisitPage::setUnfinished(int count)
{
    m_unfinished->setText(tr("Unfinished (%1)").arg(count));
    m_unfinished->setVisible(count > 0);
}

QWidget *VisitPage::buildBanner()
{
    m_banner = new Banner;
    m_banner->setObjectName(QStringLiteral("visitBanner"));
    m_state = new Label({}, TypeStyle::Caption, Token::Text2);
    m_state->setObjectName(QStringLiteral("visitState"));
    m_later = new Button(tr("Later"));
    m_later->setObjectName(QStringLiteral("later"));
    m_later->setKeyCap(QStringLiteral("F3"));
    connect(m_later, &Button::clicked, this, [this] { save(false); });
    m_sign = new Button(tr("Sign"), ButtonKind::Primary);
    m_sign->setObjectName(QStringLiteral("sign"));
    m_sign->setKeyCap(QStringLiteral("Ctrl ⏎"));
    connect(m_sign, &Button::clicked, this, &VisitPage::sign);
    m_amend = new Button(tr("Amend"));
    m_amend->setObjectName(QStringLiteral("amend"));
    m_amend->setKeyCap(QStringLiteral("F2"));
    connect(m_amend, &Button::clicked, this, &VisitPage::amend);
    m_print = new Button(tr("Print"), ButtonKind::Primary);
    m_print->setObjectName(QStringLiteral("print"));
    m_print->setKeyCap(QStringLiteral("F9"));
    connect(m_print, &Button::clicked, this, [this] { print(false); });
    m_summary = new Button(tr("Summary"), ButtonKind::Ghost);
    m_summary->setObjectName(QStringLiteral("printSummary"));
    m_summary->setAccessibleName(tr("Print the summary of the visit"));
    m_summary->setKeys(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S));
    connect(m_summary, &Button::clicked, this, [this] {
        m_paperRefused = false;
        m_papers->printSummary(*m_visit);
    });
    m_sickNote = new Button(tr("Sick note"), ButtonKind::Ghost);
    m_sickNote->setObjectName(QStringLiteral("sickNote"));
    m_sickNote->setKeys(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N));
    connect(m_sickNote, &Button::clicked, this, [this] {
        m_paperRefused = false;
        m_papers->askSickNote(*m_visit);
    });
    for (QWidget *action :
         {static_cast<QWidget *>(m_state), static_cast<QWidget *>(m_later), static_cast<QWidget *>(m_summary),
          static_cast<QWidget *>(m_sickNote), static_cast<QWidget *>(m_amend), static_cast<QWidget *>(m_sign),
          static_cast<QWidget *>(m_print)})
        m_banner->addAction(action);
    return m_banner;
}

void VisitPage::buildPanes()
{
    m_history = new HistoryPane;
    m_note = new NoteEditor(m_catalog,
                            {{tr("Points"), m_treatments->points()}, {tr("Therapies"), m_treatments->therapies()}});
    buildTongue();
    m_prescription = new PrescriptionEditor(m_catalog);
    m_check = new CheckPanel(m_catalog);
    m_check->addPart(m_treatments->findings());
    m_middle = new QStackedWidget;
    m_middle->addWidget(m_note);
    m_middle->addWidget(m_prescription);
    buildReference();
    m_panes = new QSplitter(Qt::Horizontal);
    m_panes->setObjectName(QStringLiteral("visitPanes"));
    m_panes->setHandleWidth(1);
    m_panes->setChildrenCollapsible(false);
    m_panes->addWidget(m_history);
    m_panes->addWidget(m_middle);
    m_panes->addWidget(m_check);
    for (int pane = 0; pane < m_panes->count(); ++pane)
        m_panes->setStretchFactor(pane, 1); // each its share of a wide screen
    m_history->setMinimumWidth(200);
    m_check->setMinimumWidth(280);
    m_panes->setSizes({224, 760, 316});
    connect(m_history, &HistoryPane::carryWanted, m_note, &NoteEditor::carryOver);
    connect(m_note, &NoteEditor::changed, this, &VisitPage::edited);
    connect(m_note, &NoteEditor::dayChanged, this, &VisitPage::refreshFacts); // the age is that of the day
    connect(m_note, &NoteEditor::phraseWanted, this, [this](const QString &text, const QString &field) {
        phrases::Phrase phrase;
        phrase.text = text;
        phrase.field = field;
        (new PhraseDialog(m_clinic, phrase, this))->open();
    });
    connect(m_note, &NoteEditor::templateTaken, this, &VisitPage::takeTemplate);
    connect(m_note, &NoteEditor::prescriptionWanted, this, [this] { showPrescription(true); });
    connect(m_prescription, &PrescriptionEditor::changed, this, [this] {
        edited();
        check();
    });
    connect(m_prescription->medicines(), &MedicineEditor::changed, this, [this] {
        edited();
        if (m_facts)
            checkMedicines();
    });
    connect(m_prescription, &PrescriptionEditor::keepWanted, this, &VisitPage::keepFormula);
    buildPrescriptions();
    connect(m_check, &CheckPanel::pregnancyAnswered, this, &VisitPage::answerPregnancy);
    connect(m_check, &CheckPanel::left, this, [this] {
        if (m_middle->currentWidget() == m_prescription)
            m_prescription->sheet()->setFocus(Qt::OtherFocusReason);
        else if (!m_treatments->drafts().isEmpty())
            goTo(m_treatments->points());
        else
            m_note->focusComplaint();
    });
    connect(m_treatments, &TreatmentEditor::changed, this, &VisitPage::edited);
    connect(m_treatments, &TreatmentEditor::pregnancyMatters, this, [this](bool asks) {
        m_check->setAsksToo(asks);
        showHelp();
    });
    connect(m_treatments, &TreatmentEditor::told, this, [this](const QString &sentence, bool problem) {
        m_strip->say(problem ? MessageStrip::Kind::Stop : MessageStrip::Kind::Done, sentence);
    });
    connect(m_sheets, &TreatmentPrinter::failed, this, [this](const Error &error) {
        m_paperRefused = true;
        refused(error);
        printNext();
    });
    for (SheetsPrinter *printer : {static_cast<SheetsPrinter *>(m_printer), static_cast<SheetsPrinter *>(m_papers)}) {
        connect(printer, &SheetsPrinter::printed, this, [this](const QString &sentence) {
            if (!m_paperRefused)
                m_strip->say(MessageStrip::Kind::Done, sentence);
        });
        connect(printer, &SheetsPrinter::failed, this, [this](const Error &error) {
            m_paperRefused = true; // the next paper comes out all the same, and does not cover this
            refused(error);
        });
        connect(printer, &SheetsPrinter::settled, this, &VisitPage::printNext);
    }
}

void VisitPage::goTo(QWidget *section)
{
    if (!m_patient || isSigned())
        return;
    showPrescription(false);
    section->setFocus(Qt::ShortcutFocusReason);
}

void VisitPage::buildTongue()
{
    auto *row = new TongueRow(m_clinic);
    m_note->addBelowTongue(row);
    connect(this, &Page::patientChanged, row, [this, row] { row->setPatient(m_patient); });
    connect(row, &TongueRow::takeWanted, this, [this] { askTongue({}); });
    connect(row, &TongueRow::opened, this, [this](AttachmentId id) { askTongue(id); });
}

void VisitPage::askTongue(const std::optional<AttachmentId> &shown)
{
    if (!m_patient)
        return;
    // A picture belongs to a visit that is stored.
    const auto ask = [this, shown] { emit tongueWanted(*m_patient, m_visit, shown); };
    if (m_amending || isSigned())
        ask();
    else
        afterSaving(ask);
}

void VisitPage::buildKeys()
{
    const auto key = [this](const QKeySequence &keys, auto act) {
        auto *shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        shortcut->setAutoRepeat(false);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    key(Qt::Key_F2, [this] { amend(); });
    key(Qt::Key_F3, [this] { save(false); });
    key(Qt::Key_F4, [this] {
        if (!m_patient)
            return;
        if (m_middle->currentWidget() == m_prescription)
            m_prescription->pickFormula();
        else
            showPrescription(true);
    });
    key(QKeySequence(Qt::CTRL | Qt::Key_N), [this] { addPrescription(); });
    key(Qt::Key_F6, [this] { turnPrescription(1); });
    key(QKeySequence(Qt::SHIFT | Qt::Key_F6), [this] { turnPrescription(-1); });
    key(Qt::Key_F5, [this] { askTongue({}); });
    key(Qt::Key_F7, [this] {
        if (!m_treatments->carryOver())
            m_note->carryOver();
    });
    key(QKeySequence(Qt::ALT | Qt::Key_X), [this] { goTo(m_treatments->points()); });
    key(QKeySequence(Qt::ALT | Qt::Key_T), [this] { goTo(m_treatments->therapies()); });
    key(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P), [this] {
        if (m_signedTreatments && isSigned())
            m_sheets->preview(*m_visit);
    });
    key(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_M), [this] {
        if (m_signedMedicines && isSigned())
            m_papers->previewMedicines(*m_visit);
    });
    key(Qt::Key_F8, [this] {
        if (m_patient)
            emit formulasWanted(*m_patient);
    });
    key(Qt::Key_F9, [this] { print(false); });
    key(Qt::Key_F12, [this] { goToReference(); });
    key(QKeySequence(Qt::CTRL | Qt::Key_P), [this] { print(true); });
    key(QKeySequence(Qt::CTRL | Qt::Key_G), [this] {
        if (m_middle->currentWidget() == m_prescription)
            keepFormula();
        else
            keepTemplate();
    });
    key(QKeySequence(Qt::CTRL | Qt::Key_M), [this] {
        if (!m_patient || isSigned())
            return;
        showPrescription(true);
        m_prescription->medicines()->add();
    });
    key(QKeySequence(Qt::CTRL | Qt::Key_L), [this] {
        if (!m_patient || isSigned())
            return;
        showPrescription(true);
        m_prescription->takeLast();
    });
    key(QKeySequence(Qt::CTRL | Qt::Key_Return), [this] { sign(); });
    key(QKeySequence(Qt::CTRL | Qt::Key_Enter), [this] { sign(); });
    key(QKeySequence(Qt::ALT | Qt::Key_F), [this] {
        if (m_patient && !m_check->isVisible()) {
            m_drawerOpen = true;
            showHelp();
        }
        m_check->focusFirst();
    });
    key(QKeySequence::Undo, [this] {
        if (m_middle->currentWidget() == m_prescription)
            m_prescription->undo();
    });
    key(QKeySequence::Redo, [this] {
        if (m_middle->currentWidget() == m_prescription)
            m_prescription->redo();
    });
    key(Qt::Key_Escape, [this] { leave(); });
}

} // namespace xinglin::ui
