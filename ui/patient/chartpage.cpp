#include "ui/patient/chartpage.h"

#include "clinic/draftcontent.h"
#include "clinic/record/attestations.h"
#include "ui/kit/banner.h"
#include "ui/kit/button.h"
#include "ui/kit/emptystate.h"
#include "ui/kit/flowlayout.h"
#include "ui/kit/messagestrip.h"
#include "ui/kit/ondone.h"
#include "ui/kit/segment.h"
#include "ui/patient/carepanel.h"
#include "ui/patient/eventlist.h"
#include "ui/patient/patientbanner.h"
#include "ui/patient/prescribedpane.h"
#include "ui/patient/visitdetails.h"
#include "ui/shell/reasondialog.h"
#include "ui/trend/trendpane.h"
#include "ui/trend/trendscreen.h"

#include <QHBoxLayout>
#include <QShortcut>
#include <QStackedLayout>

#include <utility>

namespace xinglin::ui {

namespace {
constexpr int listWidth = 320;
constexpr int careWidth = 356;
constexpr double mostList = 0.26; // of the page
constexpr double mostCare = 0.32;
constexpr qsizetype seenFirst = 24; ///< Rows that a tall window shows.
} // namespace

ChartPage::ChartPage(Clinic &clinic, const Who &who, std::shared_ptr<const Catalog> catalog,
                     const QList<AllergenChoice> &allergens, std::shared_ptr<access::Keys> keys, QWidget *parent)
    : Page(QStringLiteral("chart"), parent)
    , m_clinic(clinic)
    , m_who(who)
    , m_catalog(std::move(catalog))
    , m_stack(new QStackedLayout(this))
    , m_banner(new Banner)
    , m_alert(new MessageStrip)
    , m_strip(new MessageStrip)
    , m_record(new EventList(clinic, m_catalog, who.may(access::Permission::ReadNarrative)))
    , m_care(new CarePanel(clinic, who, allergens, std::move(keys)))
{
    m_stack->addWidget(buildEmpty());
    m_stack->addWidget(buildChart(allergens));
    connect(&m_clinic, &Clinic::changed, this, [this](const store::ChangeSet &changes) {
        for (const char *table :
             {"patient", "patient_phone", "allergy", "medication_statement", "pregnancy_status", "visit",
              "visit_revision", "prescription", "treatment_session", "constitution_assessment", "attachment",
              "attestation", "condition", "family_history", "related_person", "patient_tag", "tag", "emergency_access"})
            m_stale = m_stale || changes.touches(table);
        refresh();
    });
}

QWidget *ChartPage::buildEmpty()
{
    auto *empty = new EmptyState(QStringLiteral("chart360"), tr("No chart is open"),
                                 tr("Find somebody with [Ctrl K], or choose from the patients."));
    Button *choose = empty->addAction(tr("Choose a patient"), true);
    choose->setObjectName(QStringLiteral("choosePatient"));
    connect(choose, &Button::clicked, this, &ChartPage::patientsWanted);
    return empty;
}

QWidget *ChartPage::buildChart(const QList<AllergenChoice> &)
{
    auto *chart = new QWidget;
    if (m_who.may(access::Permission::ReadHistory)) {
        auto *past = new Button(tr("Earlier"), ButtonKind::Ghost);
        past->setObjectName(QStringLiteral("chartPast"));
        past->setAccessibleName(tr("The record as it stood before"));
        past->setKeys(QKeySequence(Qt::ALT | Qt::Key_Left));
        connect(past, &Button::clicked, this, [this] { emit pastWanted(*m_patient); });
        auto *changes = new Button(tr("Changes"), ButtonKind::Ghost);
        changes->setObjectName(QStringLiteral("chartChanges"));
        changes->setKeys(QKeySequence(Qt::CTRL | Qt::Key_H));
        connect(changes, &Button::clicked, this, [this] { emit changesWanted(*m_patient); });
        m_banner->addAction(past);
        m_banner->addAction(changes);
    }
    if (m_who.may(access::Permission::ReadPrescriptions) && m_who.may(access::Permission::ReadNarrative)) {
        auto *formulas = new Button(tr("Formulas"));
        formulas->setObjectName(QStringLiteral("chartFormulas"));
        formulas->setKeys(QKeySequence(Qt::Key_F8));
        connect(formulas, &Button::clicked, this, [this] { emit formulasWanted(*m_patient); });
        m_banner->addAction(formulas);
    }
    if (m_who.may(access::Permission::ReadTreatments)) {
        auto *treatments = new Button(tr("Treatments"));
        treatments->setObjectName(QStringLiteral("chartTreatments"));
        treatments->setKeys(QKeySequence(Qt::CTRL | Qt::Key_T));
        connect(treatments, &Button::clicked, this, [this] { emit treatmentsWanted(*m_patient); });
        m_banner->addAction(treatments);
    }
    if (m_who.may(access::Permission::ReadNarrative)) {
        auto *tongue = new Button(tr("Tongue"));
        tongue->setObjectName(QStringLiteral("chartTongue"));
        tongue->setKeys(QKeySequence(Qt::Key_F5));
        connect(tongue, &Button::clicked, this, [this] { emit tongueWanted(*m_patient); });
        m_banner->addAction(tongue);
    }
    if (m_who.may(access::Permission::EditPatient)) {
        auto *edit = new Button(tr("Edit"));
        edit->setObjectName(QStringLiteral("chartEdit"));
        edit->setKeys(QKeySequence(Qt::CTRL | Qt::Key_E));
        connect(edit, &Button::clicked, this, [this] { emit editWanted(*m_patient); });
        m_banner->addAction(edit);
    }
    if (m_who.may(access::Permission::WriteVisit)) {
        auto *start = new Button(tr("Start visit"), ButtonKind::Primary);
        start->setObjectName(QStringLiteral("startVisit"));
        start->setKeys(QKeySequence(Qt::CTRL | Qt::Key_Return));
        connect(start, &Button::clicked, this, [this] { emit visitWanted(*m_patient); });
        m_banner->addAction(start);
    }
    m_alert->setObjectName(QStringLiteral("deskAlert"));
    m_strip->setObjectName(QStringLiteral("chartStrip"));
    connect(m_strip, &MessageStrip::acted, this, [this] { emit emergencyWanted(*m_patient); });

    m_record->setEmptyWords(m_who.may(access::Permission::WriteVisit)
                                ? tr("No visits yet. Start the first one with Ctrl Enter.")
                                : tr("No visits yet."));
    connect(m_record, &EventList::currentChanged, this, &ChartPage::showSelected);
    if (m_who.may(access::Permission::WriteVisit))
        connect(m_record, &EventList::visitOpened, this, &ChartPage::visitOpened);
    connect(m_record, &EventList::attachmentOpened, this, &ChartPage::attachmentWanted);
    auto *find = new QShortcut(QKeySequence::Find, this);
    find->setContext(Qt::WidgetWithChildrenShortcut);
    connect(find, &QShortcut::activated, m_record, &EventList::search);

    auto *panes = new QHBoxLayout;
    panes->setContentsMargins(0, 0, 0, 0);
    panes->setSpacing(0);
    if (m_who.may(access::Permission::ReadNarrative)) {
        panes->addWidget(m_record);
        panes->addWidget(buildNotes(), 1);
    } else if (m_who.may(access::Permission::ReadPrescriptions)) {
        m_record->setFixedWidth(Theme::of(this).scaled(listWidth));
        panes->addWidget(m_record);
        panes->addWidget(buildPrescribed(), 1);
    } else {
        panes->addWidget(m_record, 1);
    }
    panes->addWidget(m_care);

    auto *column = new QVBoxLayout(chart);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_banner);
    column->addWidget(m_alert);
    column->addWidget(m_strip);
    column->addLayout(panes, 1);
    return chart;
}

void ChartPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    // Where the words are large the middle would have nothing left.
    const Theme &theme = Theme::of(this);
    const int care = qMax(m_care->leastWidth(), int(width() * mostCare));
    m_care->setFixedWidth(qMin(theme.scaled(careWidth), care));
    if (m_middle)
        m_record->setFixedWidth(qMin(theme.scaled(listWidth), int(width() * mostList)));
}

QWidget *ChartPage::buildNotes()
{
    auto *notes = new Pane(Token::Surface);
    m_details = new VisitDetails(m_catalog);
    m_trends = new TrendPane;
    m_panes = new Segment(tr("What is shown of the record"));
    m_panes->setObjectName(QStringLiteral("chartPanes"));
    connect(m_panes, &Segment::chosen, this, &ChartPage::showPane);
    auto *patient = new Button(tr("Show the patient"), ButtonKind::Ghost);
    patient->setObjectName(QStringLiteral("showTrends"));
    patient->setControlSize(ButtonSize::Small);
    patient->setKeys(QKeySequence(Qt::Key_F11));
    connect(patient, &Button::clicked, this, &ChartPage::showTrends);
    auto *turn = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_R), this);
    turn->setContext(Qt::WidgetWithChildrenShortcut);
    connect(turn, &QShortcut::activated, this,
            [this] { showPane(m_middle->currentIndex() == TrendsPane ? NotePane : TrendsPane); });
    auto *compare = new Button(tr("Compare"), ButtonKind::Ghost);
    compare->setObjectName(QStringLiteral("compareVisits"));
    compare->setControlSize(ButtonSize::Small);
    compare->setKeys(QKeySequence(Qt::CTRL | Qt::Key_D));
    connect(compare, &Button::clicked, this, [this] {
        const chart::Event *event = m_record->current();
        const auto *visit = event ? std::get_if<VisitSummary>(&event->what) : nullptr;
        emit comparisonWanted(*m_patient, visit ? std::optional(visit->id) : std::nullopt);
    });
    auto *bar = new QWidget; // wraps where words are large
    auto *head = new FlowLayout(gapControls, 4, bar);
    head->setContentsMargins(pageMargin, gapControls, pageMargin, 0);
    for (QWidget *part : std::initializer_list<QWidget *>{m_panes, compare, patient})
        head->addWidget(part);
    QSizePolicy high(QSizePolicy::Preferred, QSizePolicy::Minimum);
    high.setHeightForWidth(true);
    bar->setSizePolicy(high);
    m_middle = new QStackedLayout;
    m_middle->addWidget(m_details);
    m_middle->addWidget(m_trends);
    namePanes();
    auto *column = new QVBoxLayout(notes);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(bar);
    column->addLayout(m_middle, 1);
    column->addWidget(buildPapers());
    return notes;
}

QWidget *ChartPage::buildPrescribed()
{
    m_prescribed = new PrescribedPane(m_clinic, m_catalog);
    connect(m_prescribed, &PrescribedPane::refused, this,
            [this](const QString &why) { m_strip->say(MessageStrip::Kind::Stop, why); });
    return m_prescribed;
}

void ChartPage::addFiles(QWidget *files)
{
    m_middle->addWidget(files);
    namePanes();
}

void ChartPage::showFiles()
{
    if (m_middle && m_middle->count() > FilesPane)
        showPane(FilesPane);
}

void ChartPage::namePanes()
{
    QStringList names{tr("Note"), tr("Trends")};
    if (m_middle->count() > FilesPane) {
        const int files = m_record->count(EventKind::Files);
        names << (files > 0 ? tr("Files %1", "how many pictures and papers").arg(files) : tr("Files"));
    }
    m_panes->setCells(names);
    m_panes->setCurrent(m_middle->currentIndex());
}

QWidget *ChartPage::buildPapers()
{
    m_papers = new Pane(Token::Window, Qt::TopEdge);
    auto *row = new FlowLayout(gapControls, 4, m_papers);
    row->setContentsMargins(pageMargin, gapControls, pageMargin, gapControls);
    QSizePolicy high(QSizePolicy::Preferred, QSizePolicy::Minimum);
    high.setHeightForWidth(true);
    m_papers->setSizePolicy(high);
    const auto add = [&](const QString &text, const char *name, const QKeySequence &keys, auto wanted) {
        auto *button = new Button(text);
        button->setObjectName(QLatin1String(name));
        button->setKeys(keys);
        connect(button, &Button::clicked, this, [this, wanted] {
            const chart::Event *event = m_record->current();
            if (const auto *visit = event ? std::get_if<VisitSummary>(&event->what) : nullptr)
                emit(this->*wanted)(visit->id);
        });
        row->addWidget(button);
    };
    add(tr("Print summary"), "chartSummary", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S), &ChartPage::summaryWanted);
    if (m_who.may(access::Permission::WriteVisit))
        add(tr("Sick note"), "chartSickNote", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N),
            &ChartPage::sickNoteWanted);
    m_countersign = new Button(tr("Countersign"));
    m_countersign->setObjectName(QStringLiteral("countersign"));
    m_countersign->setKeys(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Return));
    connect(m_countersign, &Button::clicked, this, &ChartPage::countersign);
    m_countersign->hide();
    row->addWidget(m_countersign);
    m_papers->hide();
    return m_papers;
}

void ChartPage::openVisit(PatientId id, VisitId visit)
{
    m_wanted = visit;
    openPatient(id);
}

void ChartPage::openPatient(PatientId id)
{
    if (m_patient != id) {
        m_patient = id;
        hideChart();
        emit patientChanged();
    }
    m_stack->setCurrentIndex(1);
    load();
}

void ChartPage::hideChart()
{
    m_name.clear();
    m_banner->setTitle({});
    m_banner->setFacts({});
    m_banner->setChips({});
    m_alert->clear();
    m_record->clear();
    m_measured = false;
    if (m_trends)
        m_trends->setWords({});
    if (m_papers)
        m_papers->hide();
    m_care->hide();
    if (m_details)
        m_details->setWords({});
    if (m_prescribed)
        m_prescribed->setWords({});
    emit chartShown({});
}

void ChartPage::addCard(QWidget *card)
{
    m_care->addCard(card);
}

void ChartPage::addFirstCard(QWidget *card)
{
    m_care->addFirstCard(card);
}

void ChartPage::offerEmergency(const QString &why)
{
    if (m_who.may(access::Permission::BreakGlass))
        m_strip->say(MessageStrip::Kind::Note, why, tr("Open in an emergency"),
                     QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E));
}

void ChartPage::reload()
{
    m_stale = true;
    refresh();
}

void ChartPage::refresh()
{
    // A chart nobody looks at is not read: each reading is a look that is noted.
    if (m_stale && m_patient && isVisible() && !isResting())
        load();
}

void ChartPage::load()
{
    m_stale = false;
    const quint64 question = ++m_question;
    const auto find = m_care->finder(*m_patient);
    const auto chart = m_clinic.read([id = *m_patient, find](const store::Snapshot &view) -> Result<Chart> {
        Result<PatientStrip> strip = patient::open(view, id);
        if (!strip)
            return strip.error();
        Result<QList<chart::Event>> events = chart::events(view, strip->patient.id);
        if (!events)
            return events.error();
        QList<VisitSummary> visits;
        for (const chart::Event &event : events->first(qMin(seenFirst, events->size()))) {
            if (const auto *visit = std::get_if<VisitSummary>(&event.what))
                visits << *visit;
        }
        Result<QList<VisitSummary>> contents = consultation::withContents(view, strip->patient.id, visits);
        if (!contents)
            return contents.error();
        return Chart{*std::move(strip), *std::move(events), *std::move(contents), find(view), view.zone()};
    });
    onDone(chart, this, [this, question](const Result<Chart> &result) {
        if (question != m_question)
            return;
        if (!result) {
            m_wanted.reset();
            hideChart(); // it was open for a while only
            return m_strip->say(MessageStrip::Kind::Stop, result.error().message);
        }
        m_strip->clear();
        m_care->show();
        showChart(*result);
        if (!result->strip.medicines)
            offerEmergency(tr("Pregnancy and medicines are hidden from your role."));
    });
}

void ChartPage::showChart(const Chart &chart)
{
    const QDate day = today(m_clinic);
    m_patient = chart.strip.patient.id;
    m_name = chart.strip.patient.name;
    m_zone = chart.zone;
    fillBanner(*m_banner, chart.strip, day);
    const QString alert = chart.strip.patient.deskAlert.value_or(QString());
    if (alert.isEmpty())
        m_alert->clear();
    else
        m_alert->say(MessageStrip::Kind::Caution, alert);
    m_care->setStrip(chart.strip, chart.draft);

    const std::optional<VisitId> wanted = std::exchange(m_wanted, std::nullopt);
    m_record->setRecord(*m_patient, chart.events, chart.contents,
                        wanted ? std::optional(wanted->uuid()) : std::nullopt);
    m_measured = false;
    if (m_middle)
        namePanes();
    if (m_middle && m_middle->currentIndex() == TrendsPane)
        withTrends({});
    emit headingChanged();
    emit chartShown(m_patient);
}

void ChartPage::showSelected()
{
    if (!m_details)
        return showPrescribed();
    const quint64 question = ++m_visitQuestion;
    const chart::Event *event = m_record->current();
    if (!event || !std::holds_alternative<VisitSummary>(event->what))
        m_papers->hide();
    if (!event)
        return m_details->setWords(tr("What is written about a visit stands here."));
    const auto *visit = std::get_if<VisitSummary>(&event->what);
    if (!visit)
        return m_details->setEvent(*event, m_zone);
    struct Read
    {
        consultation::Stored visit;
        QList<Attestation> attestations;
        bool mayCountersign = false;
    };
    const auto stored = m_clinic.read([id = visit->id](const store::Snapshot &view) -> Result<Read> {
        auto found = consultation::current(view, id);
        if (!found)
            return found.error();
        auto attestations = attestation::of(view, found->revision.id);
        if (!attestations)
            return attestations.error();
        const auto may = attestation::mayCountersign(view, found->revision.id);
        return Read{*std::move(found), *std::move(attestations), may && *may};
    });
    onDone(stored, this, [this, question](const Result<Read> &result) {
        if (question != m_visitQuestion)
            return;
        m_papers->setVisible(result && result->visit.revision.signedAt);
        m_shownRevision = result ? std::optional(result->visit.revision.id) : std::nullopt;
        m_countersign->setVisible(result && result->mayCountersign);
        if (result)
            return m_details->setVisit(result->visit, result->attestations, m_zone);
        m_details->setWords(result.error().message);
        if (result.error().code == Code::NoPermission)
            offerEmergency(result.error().message);
    });
}

void ChartPage::showPrescribed()
{
    if (!m_prescribed)
        return;
    const chart::Event *event = m_record->current();
    if (!event)
        return m_prescribed->setWords(tr("What a visit prescribes stands here."));
    if (const auto *visit = std::get_if<VisitSummary>(&event->what))
        m_prescribed->setVisit(visit->id, m_zone);
    else
        m_prescribed->setOther(*event, m_zone);
}

void ChartPage::countersign()
{
    if (!m_shownRevision)
        return;
    ReasonQuestion asked;
    asked.name = QStringLiteral("countersignDialog");
    asked.lineName = QStringLiteral("countersignRemark");
    asked.question = tr("Countersign this note?");
    asked.sentence = tr("Your name stands under it then, beside its author's; that cannot be taken back.");
    asked.verb = tr("Countersign");
    asked.place = {draftkind::reason, m_shownRevision->uuid()};
    asked.about = {{FormContent::patient, m_patient->toString()}};
    asked.optional = true;
    askReason(m_clinic, this, asked, [this, id = *m_shownRevision](const QString &remark) {
        const auto done = m_clinic.write("visit.countersign", [id, remark](store::Transaction &tx) {
            return attestation::countersign(tx, id, remark);
        });
        onDone(done, this, [this](const Result<Attestation> &signedUnder) {
            if (!signedUnder)
                return m_strip->say(MessageStrip::Kind::Stop, signedUnder.error().message);
            m_strip->say(MessageStrip::Kind::Done, tr("Countersigned."));
        });
    });
}

void ChartPage::showPane(int pane)
{
    m_panes->setCurrent(pane);
    m_middle->setCurrentIndex(pane);
    if (pane == TrendsPane)
        withTrends({});
}

void ChartPage::withTrends(const std::function<void()> &then)
{
    if (m_measured || !m_patient)
        return m_measured && then ? then() : void();
    const quint64 question = m_question;
    const auto read =
        m_clinic.read([id = *m_patient](const store::Snapshot &view) { return chart::measurements(view, id); });
    onDone(read, this, [this, question, then](const Result<QList<chart::Measurement>> &found) {
        if (question != m_question)
            return;
        if (!found)
            return m_trends->setWords(found.error().message);
        m_trends->setTrends(trendsOf(*m_catalog, *found));
        m_measured = true;
        if (then)
            then();
    });
}

void ChartPage::showTrends()
{
    withTrends([this] {
        if (m_trends->trends().isEmpty())
            return showPane(TrendsPane); // which says so
        auto *screen = new TrendScreen(m_trends->trends());
        connect(screen, &TrendScreen::ended, this, &ChartPage::showingEnded);
        emit showingWanted(screen);
    });
}

QString ChartPage::title() const
{
    return tr("Chart");
}

QString ChartPage::context() const
{
    return m_name;
}

QList<KeyHint> ChartPage::keyHints() const
{
    const KeyHint other{QStringLiteral("Ctrl K"), tr("another patient")};
    if (!m_patient)
        return {other};
    QList<KeyHint> hints;
    if (m_who.may(access::Permission::WriteVisit))
        hints << KeyHint{QStringLiteral("Ctrl ⏎"), tr("start visit")}
              << KeyHint{QStringLiteral("⏎"), tr("open the visit")};
    if (m_trends)
        hints << KeyHint{QStringLiteral("Ctrl F"), tr("find words")} << KeyHint{QStringLiteral("Ctrl R"), tr("trends")};
    else if (m_prescribed && m_who.may(access::Permission::CheckPrescription))
        hints << KeyHint{QStringLiteral("Ctrl Shift ⏎"), tr("check prescription")};
    else if (m_who.may(access::Permission::EditPatient))
        hints << KeyHint{QStringLiteral("Ctrl E"), tr("edit")};
    return hints << other;
}

void ChartPage::activate()
{
    if (m_stack->currentIndex() == 0)
        return findChild<QWidget *>(QStringLiteral("choosePatient"))->setFocus();
    m_record->focusList();
    refresh();
}

void ChartPage::rest(bool resting)
{
    m_care->rest(resting);
    Page::rest(resting);
    m_stale = true;
    refresh();
}

bool ChartPage::hasUnsaved() const
{
    return m_care->isDirty();
}

} // namespace xinglin::ui
