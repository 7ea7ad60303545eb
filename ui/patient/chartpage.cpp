#include "ui/patient/chartpage.h"

#include "ui/kit/banner.h"
#include "ui/kit/button.h"
#include "ui/kit/emptystate.h"
#include "ui/kit/messagestrip.h"
#include "ui/kit/ondone.h"
#include "ui/kit/text.h"
#include "ui/patient/carepanel.h"
#include "ui/patient/patientbanner.h"
#include "ui/patient/visitdelegate.h"
#include "ui/patient/visitdetails.h"
#include "ui/patient/visitmodel.h"

#include <QHBoxLayout>
#include <QListView>
#include <QShortcut>
#include <QStackedLayout>

namespace xinglin::ui {

namespace {
constexpr int listWidth = 320;
constexpr int careWidth = 356;
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
    , m_visits(new QListView)
    , m_model(new VisitModel(this))
    , m_noVisits(new Label(QString(), TypeStyle::Body, Token::Text2))
    , m_care(new CarePanel(clinic, who, allergens, std::move(keys)))
{
    m_stack->addWidget(buildEmpty());
    m_stack->addWidget(buildChart(allergens));
    connect(&m_clinic, &Clinic::changed, this, [this](const store::ChangeSet &changes) {
        for (const char *table :
             {"patient", "patient_phone", "allergy", "medication_statement", "pregnancy_status", "visit",
              "visit_revision", "prescription", "constitution_assessment", "emergency_access"})
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

    m_visits->setObjectName(QStringLiteral("visits"));
    m_visits->setAccessibleName(tr("Visits"));
    m_visits->setModel(m_model);
    m_visits->setItemDelegate(new VisitDelegate(m_visits));
    m_visits->setFrameShape(QFrame::NoFrame);
    m_visits->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_visits->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_visits->setMouseTracking(true);
    connect(m_visits->selectionModel(), &QItemSelectionModel::currentChanged, this, &ChartPage::showVisit);
    if (m_who.may(access::Permission::WriteVisit)) {
        connect(m_visits, &QListView::activated, this, [this](const QModelIndex &index) {
            if (const VisitSummary *visit = m_model->visitAt(index.row()))
                emit visitOpened(visit->id);
        });
    }
    m_noVisits->setObjectName(QStringLiteral("noVisits"));
    m_noVisits->setWordWrap(true);
    m_noVisits->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_noVisits->setContentsMargins(panelPadding, panelPadding, panelPadding, panelPadding);
    auto *list = new Pane(Token::Window, Qt::RightEdge);
    auto *listColumn = new QVBoxLayout(list);
    listColumn->setContentsMargins(0, 0, 1, 0);
    listColumn->addWidget(m_noVisits);
    listColumn->addWidget(m_visits, 1);
    setGround(m_visits->viewport(), Token::Window);

    auto *panes = new QHBoxLayout;
    panes->setContentsMargins(0, 0, 0, 0);
    panes->setSpacing(0);
    if (m_who.may(access::Permission::ReadNarrative)) {
        m_details = new VisitDetails(m_catalog);
        list->setFixedWidth(Theme::of(this).scaled(listWidth));
        panes->addWidget(list);
        panes->addWidget(m_details, 1);
    } else {
        panes->addWidget(list, 1);
    }
    m_care->setFixedWidth(Theme::of(this).scaled(careWidth));
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
    m_model->setVisits({}, today(m_clinic));
    m_noVisits->hide();
    m_care->hide();
    if (m_details)
        m_details->setWords({});
    emit chartShown({});
}

void ChartPage::addCard(QWidget *card)
{
    m_care->addCard(card);
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
        Result<QList<VisitSummary>> visits = consultation::visitsOf(view, strip->patient.id);
        if (!visits)
            return visits.error();
        return Chart{*std::move(strip), *std::move(visits), find(view)};
    });
    onDone(chart, this, [this, question](const Result<Chart> &result) {
        if (question != m_question)
            return;
        if (!result) {
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
    fillBanner(*m_banner, chart.strip, day);
    const QString alert = chart.strip.patient.deskAlert.value_or(QString());
    if (alert.isEmpty())
        m_alert->clear();
    else
        m_alert->say(MessageStrip::Kind::Caution, alert);
    m_care->setStrip(chart.strip, chart.draft);

    const VisitSummary *before = m_model->visitAt(m_visits->currentIndex().row());
    const std::optional<VisitId> kept = before ? std::optional(before->id) : std::nullopt;
    m_model->setVisits(chart.visits, day);
    m_noVisits->setText(m_who.may(access::Permission::WriteVisit)
                            ? tr("No visits yet. Start the first one with Ctrl Enter.")
                            : tr("No visits yet."));
    m_noVisits->setVisible(chart.visits.isEmpty());
    m_visits->setVisible(!chart.visits.isEmpty());
    const int row = kept ? m_model->rowOf(*kept) : 0;
    m_visits->setCurrentIndex(m_model->index(qMax(0, row)));
    if (chart.visits.isEmpty() && m_details)
        m_details->setWords(tr("What is written about a visit stands here."));
    emit headingChanged();
    emit chartShown(m_patient);
}

void ChartPage::showVisit()
{
    const VisitSummary *visit = m_model->visitAt(m_visits->currentIndex().row());
    if (!visit || !m_details)
        return;
    const quint64 question = ++m_visitQuestion;
    const auto stored =
        m_clinic.read([id = visit->id](const store::Snapshot &view) { return consultation::current(view, id); });
    onDone(stored, this, [this, question](const Result<consultation::Stored> &result) {
        if (question != m_visitQuestion)
            return;
        if (result)
            return m_details->setVisit(*result);
        m_details->setWords(result.error().message);
        if (result.error().code == Code::NoPermission)
            offerEmergency(result.error().message);
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
    QList<KeyHint> hints{{QStringLiteral("Ctrl K"), tr("another patient")}};
    if (!m_patient)
        return hints;
    if (m_who.may(access::Permission::WriteVisit)) {
        hints.prepend({QStringLiteral("Ctrl ⏎"), tr("start visit")});
        hints << KeyHint{QStringLiteral("⏎"), tr("open the visit")};
    }
    if (m_who.may(access::Permission::EditPatient))
        hints << KeyHint{QStringLiteral("Ctrl E"), tr("edit")};
    if (m_who.may(access::Permission::ReadCare))
        hints << KeyHint{QStringLiteral("Ctrl B"), tr("constitution")};
    return hints;
}

void ChartPage::activate()
{
    if (m_stack->currentIndex() == 0)
        return findChild<QWidget *>(QStringLiteral("choosePatient"))->setFocus();
    m_visits->setFocus(Qt::OtherFocusReason);
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
