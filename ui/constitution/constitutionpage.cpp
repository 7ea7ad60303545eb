#include "ui/constitution/constitutionpage.h"

#include "clinic/catalog/constitutions.h"
#include "clinic/draftcontent.h"
#include "clinic/patient/patients.h"
#include "ui/constitution/constitutionpaper.h"
#include "ui/constitution/constitutionwords.h"
#include "ui/constitution/patientscreen.h"
#include "ui/constitution/questionmodel.h"
#include "ui/constitution/questionnairepane.h"
#include "ui/constitution/resultspane.h"
#include "ui/kit/banner.h"
#include "ui/kit/button.h"
#include "ui/kit/emptystate.h"
#include "ui/kit/field.h"
#include "ui/kit/formdialog.h"
#include "ui/kit/ondone.h"
#include "ui/paper/sheetsprinter.h"
#include "ui/patient/patientbanner.h"
#include "ui/shell/formdraft.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QShortcut>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace xinglin::ui {

namespace {
constexpr int mostShown = 50;
}

ConstitutionPage::ConstitutionPage(Clinic &clinic, const Who &who, std::shared_ptr<access::Keys> keys, QWidget *parent)
    : Page(QStringLiteral("constitution"), parent)
    , m_clinic(clinic)
    , m_who(who)
    , m_banner(new Banner)
    , m_strip(new DraftStrip)
    , m_results(new ResultsPane)
    , m_questions(new QuestionnairePane)
    , m_printer(new SheetsPrinter(clinic, QStringLiteral("Reports"), this))
{
    m_strip->setObjectName(QStringLiteral("constitutionStrip"));
    auto *content = new QWidget;
    m_stack = new QStackedLayout(content);
    m_stack->addWidget(m_results);
    m_stack->addWidget(m_questions);
    m_stack->addWidget(new EmptyState(QStringLiteral("radar"), tr("No constitution is known"),
                                      tr("A practitioner can assess it by a questionnaire.")));
    m_stack->setCurrentIndex(Nothing);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_banner);
    column->addWidget(m_strip);
    column->addWidget(content, 1);
    buildActions();
    buildKeeper(std::move(keys));
    connect(m_questions, &QuestionnairePane::saveWanted, this, &ConstitutionPage::save);
    connect(m_questions, &QuestionnairePane::handOverWanted, this, &ConstitutionPage::handOver);
    connect(m_questions, &QuestionnairePane::leaveWanted, this, &ConstitutionPage::leave);
    connect(m_printer, &SheetsPrinter::printed, this,
            [this](const QString &sentence) { m_strip->say(MessageStrip::Kind::Done, sentence); });
    connect(m_printer, &SheetsPrinter::failed, this, &ConstitutionPage::refuse);
    connect(&m_clinic, &Clinic::changed, this, [this](const store::ChangeSet &changes) {
        for (const char *table :
             {"constitution_assessment", "patient", "allergy", "medication_statement", "pregnancy_status"})
            m_stale = m_stale || (changes.touches(table) && !m_saving);
        refresh();
    });
}

ConstitutionPage::~ConstitutionPage()
{
    m_keeper->flush();
}

void ConstitutionPage::buildActions()
{
    const auto add = [this](const QString &text, const char *name, const QKeySequence &keys, ButtonKind kind) {
        auto *button = new Button(text, kind);
        button->setObjectName(QLatin1String(name));
        button->setKeys(keys);
        m_banner->addAction(button);
        m_actions << button;
        return button;
    };
    if (m_who.may(access::Permission::RecordCare)) {
        Button *wrong =
            add(tr("Entered in error"), "retractConstitution", QKeySequence(Qt::Key_Delete), ButtonKind::Ghost);
        connect(wrong, &Button::clicked, this, &ConstitutionPage::askWhyWrong);
    }
    Button *look = add(tr("Preview"), "previewConstitution", QKeySequence(Qt::CTRL | Qt::Key_P), ButtonKind::Ghost);
    connect(look, &Button::clicked, this, [this] { print(true); });
    Button *paper = add(tr("Print"), "printConstitution", QKeySequence(Qt::Key_F9), ButtonKind::Plain);
    connect(paper, &Button::clicked, this, [this] { print(false); });
    if (m_who.may(access::Permission::RecordCare)) {
        Button *fresh = add(tr("Assess"), "newConstitution", QKeySequence(Qt::CTRL | Qt::Key_N), ButtonKind::Primary);
        connect(fresh, &Button::clicked, this, &ConstitutionPage::begin);
    }
    auto *compare = new QShortcut(QKeySequence(Qt::Key_F8), m_results);
    compare->setContext(Qt::WidgetWithChildrenShortcut);
    connect(compare, &QShortcut::activated, m_results, &ResultsPane::focusComparison);
}

void ConstitutionPage::openPatient(PatientId id)
{
    if (m_patient == id && hasUnsaved()) {
        setStage(Questions);
        return;
    }
    m_keeper->flush();
    m_keeper->begin();
    m_patient = id;
    m_person = {};
    m_opening = true;
    m_strip->clear();
    m_banner->setTitle({});
    m_banner->setFacts({});
    m_banner->setChips({});
    m_questions->begin(m_person, false);
    m_results->setAssessments({});
    setStage(Nothing);
    m_stack->currentWidget()->hide(); // nothing is said before it is known
    emit patientChanged();
    load();
}

void ConstitutionPage::load()
{
    m_stale = false;
    const quint64 question = ++m_question;
    const auto find = m_keeper->finder({place()});
    const auto opened =
        m_clinic.read([id = *m_patient, find, opening = m_opening](const store::Snapshot &view) -> Result<Opened> {
            Result<PatientStrip> strip = patient::open(view, id);
            if (!strip)
                return strip.error();
            Result<QList<ConstitutionAssessment>> assessments =
                assessment::ofPatient(view, strip->patient.id, mostShown);
            if (!assessments)
                return assessments.error();
            return Opened{*std::move(strip), *std::move(assessments), opening ? find(view) : std::nullopt};
        });
    onDone(opened, this, [this, question](const Result<Opened> &found) {
        if (question != m_question)
            return;
        if (!found)
            return refuse(found.error());
        showOpened(*found);
    });
}

void ConstitutionPage::showOpened(const Opened &opened)
{
    m_person = opened.strip.patient;
    m_patient = m_person.id;
    fillBanner(*m_banner, opened.strip, today(m_clinic));
    if (m_results->assessments() != opened.assessments)
        m_results->setAssessments(opened.assessments);
    emit headingChanged();
    const bool nothing = opened.assessments.isEmpty();
    if (!std::exchange(m_opening, false)) {
        if (m_stack->currentIndex() != Questions)
            setStage(nothing ? Nothing : Results);
        return;
    }
    if (opened.draft && m_who.may(access::Permission::RecordCare))
        return restore(*opened.draft);
    if (nothing && m_who.may(access::Permission::RecordCare))
        return begin();
    setStage(nothing ? Nothing : Results);
}

void ConstitutionPage::setStage(Stage stage)
{
    m_stack->setCurrentIndex(stage);
    m_stack->currentWidget()->show();
    for (Button *action : std::as_const(m_actions))
        action->setVisible(stage == Results || (stage == Nothing && action->objectName() == u"newConstitution" &&
                                                !m_person.number.isEmpty()));
    emit headingChanged();
    if (isVisible())
        activate();
}

void ConstitutionPage::begin()
{
    if (!m_questions->isBegun()) {
        const std::optional<Age> age = m_person.birthDate ? ageOn(*m_person.birthDate, today(m_clinic)) : std::nullopt;
        m_questions->begin(m_person, age && age->years >= constitution::shipped().elderlyFrom);
    }
    m_strip->clear();
    setStage(Questions);
}

void ConstitutionPage::save()
{
    if (m_saving || !m_patient)
        return;
    if (!m_questions->isComplete()) {
        const QList<int> open = m_questions->model()->unanswered();
        if (!open.isEmpty())
            m_questions->goTo(open.first());
        return m_strip->say(MessageStrip::Kind::Caution,
                            open.isEmpty() ? tr("Choose whose last question is asked.")
                                           : tr("%n question(s) are not answered yet.", nullptr, int(open.size())));
    }
    m_saving = true;
    m_questions->setBusy(true);
    const auto write = [draft = m_questions->draft(),
                        kept = m_keeper->handOver()](store::Transaction &tx) -> Result<ConstitutionAssessment> {
        Result<ConstitutionAssessment> made = assessment::record(tx, draft);
        if (!made)
            return made;
        if (auto settled = drafts::settle(tx, kept); !settled)
            return settled.error();
        return made;
    };
    onDone(m_clinic.write("constitution.record", write), this,
           [this](const Result<ConstitutionAssessment> &made) { stored(made); });
}

void ConstitutionPage::stored(const Result<ConstitutionAssessment> &made)
{
    m_saving = false;
    m_questions->setBusy(false);
    if (made)
        m_questions->begin(m_person, false); // nothing of it is unsaved from here on
    m_keeper->handedOver(made.ok());
    if (!made)
        return refuse(made.error());
    m_strip->clear();
    m_results->setAssessments((QList<ConstitutionAssessment>{*made} + m_results->assessments()).mid(0, mostShown),
                              made->id);
    setStage(Results);
    emit saved(made->id);
    load();
}

void ConstitutionPage::handOver()
{
    if (m_saving || !m_patient)
        return;
    if (m_questions->asksForSex())
        return m_strip->say(MessageStrip::Kind::Caution, tr("Choose whose last question is asked."));
    auto *screen = new PatientScreen(m_questions->model(), m_questions->recall());
    connect(screen, &PatientScreen::ended, this, &ConstitutionPage::lockWanted);
    m_questions->setAnsweredBy(AnsweredBy::Patient);
    m_handed = true;
    m_keeper->touch();
    emit handOverWanted(screen);
    if (!screen->parent())
        delete screen; // nobody could show it
}

void ConstitutionPage::leave()
{
    if (m_saving)
        return;
    m_keeper->flush();
    m_strip->clear();
    if (m_stack->currentIndex() == Questions && m_results->chosen())
        return setStage(Results);
    if (m_patient)
        emit left(*m_patient);
}

void ConstitutionPage::askWhyWrong()
{
    const auto chosen = m_results->chosen();
    if (!chosen)
        return;
    auto *dialog = new FormDialog(tr("Was this assessment entered in error?"),
                                  tr("It stays in the history only, with your reason."), window());
    dialog->setObjectName(QStringLiteral("retractDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setVerb(tr("Mark as entered in error"));
    dialog->setSafeAnswer(tr("Keep it"));
    auto *reason = new QLineEdit;
    reason->setObjectName(QStringLiteral("retractReason"));
    auto *field = new Field(tr("Why it was wrong"), reason);
    field->setReserve(false);
    dialog->body()->addWidget(field);
    dialog->setSubmit([this, dialog, reason, id = chosen->id] {
        dialog->setBusy(true);
        const auto marking = m_clinic.write("constitution.retract", [id, why = reason->text()](store::Transaction &tx) {
            return assessment::markInError(tx, id, why);
        });
        onDone(marking, dialog, [dialog](const Result<Done> &done) {
            dialog->setBusy(false);
            if (!done)
                return dialog->showProblem(done.error().message);
            dialog->finish();
        });
    });
    FormDraft::ofDialog(m_clinic, *dialog, {draftkind::reason, chosen->id.uuid()},
                        {{FormContent::patient, m_patient->toString()}});
    dialog->open();
    reason->setFocus();
}

void ConstitutionPage::print(bool preview)
{
    const auto chosen = m_results->chosen();
    if (!chosen)
        return;
    const auto compared = m_results->compared();
    const auto before = compared ? std::optional(compared->id) : std::nullopt;
    const auto asked = m_clinic.read(
        [id = chosen->id, before](const store::Snapshot &view) { return assessment::paper(view, id, before); });
    onDone(asked, this, [this, preview](const Result<assessment::Paper> &paper) {
        if (!paper)
            return refuse(paper.error());
        const auto make = [paper = *paper, locale = QLocale()](const PaperDress &dress) {
            return sheetsOf(paper, locale, dress);
        };
        if (preview)
            m_printer->show(make);
        else
            m_printer->send(make);
    });
}

void ConstitutionPage::refuse(const Error &error)
{
    m_strip->say(MessageStrip::Kind::Stop,
                 error.message.isEmpty() ? tr("It could not be done. Nothing you answered is lost.") : error.message);
}

void ConstitutionPage::refresh()
{
    if (m_stale && m_patient && isVisible() && !isResting())
        load();
}

QString ConstitutionPage::title() const
{
    return tr("Constitution");
}

QString ConstitutionPage::context() const
{
    return m_person.name;
}

QList<KeyHint> ConstitutionPage::keyHints() const
{
    if (m_stack->currentIndex() == Questions)
        return {{QStringLiteral("1 – 5"), tr("answer and go on")},
                {QStringLiteral("⌫"), tr("question before")},
                {QStringLiteral("Space"), tr("next not answered")},
                {QStringLiteral("F11"), tr("show to the patient")},
                {QStringLiteral("Ctrl ⏎"), tr("score and save")}};
    QList<KeyHint> hints;
    if (m_who.may(access::Permission::RecordCare))
        hints << KeyHint{QStringLiteral("Ctrl N"), tr("assess")};
    if (m_stack->currentIndex() == Results)
        hints << KeyHint{QStringLiteral("F8"), tr("compare")} << KeyHint{QStringLiteral("F9"), tr("print")};
    hints << KeyHint{QStringLiteral("Esc"), tr("chart")};
    return hints;
}

void ConstitutionPage::activate()
{
    switch (m_stack->currentIndex()) {
    case Questions:
        m_questions->focusQuestions();
        break;
    case Results:
        m_results->focusList();
        break;
    default:
        Page::activate();
    }
    refresh();
}

void ConstitutionPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        return leave();
    Page::keyPressEvent(event);
}

} // namespace xinglin::ui
