#include "ui/patient/pastpage.h"

#include "clinic/patient/patienthistory.h"
#include "ui/kit/banner.h"
#include "ui/kit/button.h"
#include "ui/kit/dateslider.h"
#include "ui/kit/ondone.h"
#include "ui/kit/pane.h"
#include "ui/kit/text.h"
#include "ui/patient/eventdelegate.h"
#include "ui/patient/eventmodel.h"
#include "ui/patient/facts.h"
#include "ui/patient/patientbanner.h"
#include "ui/patient/visitdetails.h"
#include "ui/shell/patientwords.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListView>
#include <QShortcut>
#include <QTimer>

namespace xinglin::ui {

namespace {

constexpr int listWidth = 320;
constexpr int factsWidth = 300;
constexpr int settleMs = 120;

Instant endOf(QDate day, const QTimeZone &zone)
{
    return instantFromMs(day.endOfDay(zone).toMSecsSinceEpoch());
}

} // namespace

PastPage::PastPage(Clinic &clinic, const Who &who, std::shared_ptr<const Catalog> catalog, QWidget *parent)
    : Page(QStringLiteral("past"), parent)
    , m_clinic(clinic)
    , m_who(who)
    , m_catalog(std::move(catalog))
    , m_words(new Label(QString(), TypeStyle::Body, Token::SlateText))
    , m_banner(new Banner)
    , m_visits(new QListView)
    , m_model(new EventModel(m_catalog, this))
    , m_noVisits(new Label(tr("No visit had been written down yet."), TypeStyle::Body, Token::Text2))
    , m_facts(new Facts)
    , m_slider(new DateSlider(tr("The day of the record")))
    , m_settle(new QTimer(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildStrip());
    column->addWidget(m_banner);
    column->addWidget(buildPanes(), 1);
    column->addWidget(buildFoot());
    m_settle->setSingleShot(true);
    m_settle->setInterval(settleMs);
    connect(m_settle, &QTimer::timeout, this, &PastPage::load);
    connect(m_slider, &DateSlider::dateChanged, this, &PastPage::choose);
    for (const auto &[key, by] : {std::pair(Qt::Key_Left, -1), std::pair(Qt::Key_Right, 1)}) {
        auto *step = new QShortcut(QKeySequence(Qt::ALT | key), this);
        step->setContext(Qt::WidgetWithChildrenShortcut);
        connect(step, &QShortcut::activated, m_slider, [this, by = by] { m_slider->step(by); });
    }
}

QWidget *PastPage::buildStrip()
{
    auto *strip = new Pane(Token::SlateSoft, Qt::BottomEdge);
    strip->setObjectName(QStringLiteral("pastStrip"));
    auto *row = new QHBoxLayout(strip);
    row->setContentsMargins(pageMargin, 6, pageMargin, 6);
    m_words->setObjectName(QStringLiteral("pastWords"));
    auto *back = new Button(tr("Back to today"));
    back->setObjectName(QStringLiteral("backToToday"));
    back->setControlSize(ButtonSize::Small);
    back->setKeyCap(QStringLiteral("Esc"));
    connect(back, &Button::clicked, this, &PastPage::leave);
    row->addWidget(m_words, 1);
    row->addWidget(back);
    return strip;
}

QWidget *PastPage::buildPanes()
{
    m_visits->setObjectName(QStringLiteral("pastVisits"));
    m_visits->setAccessibleName(tr("Visits as recorded then"));
    m_visits->setModel(m_model);
    m_visits->setItemDelegate(new EventDelegate(m_visits));
    m_visits->setFrameShape(QFrame::NoFrame);
    m_visits->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_visits->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setGround(m_visits->viewport(), Token::Window);
    connect(m_visits->selectionModel(), &QItemSelectionModel::currentChanged, this, &PastPage::showVisit);
    m_noVisits->setObjectName(QStringLiteral("noPastVisits"));
    m_noVisits->setWordWrap(true);
    m_noVisits->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_noVisits->setContentsMargins(panelPadding, panelPadding, panelPadding, panelPadding);
    auto *list = new Pane(Token::Window, Qt::RightEdge);
    auto *listColumn = new QVBoxLayout(list);
    listColumn->setContentsMargins(0, 0, 1, 0);
    listColumn->addWidget(m_noVisits);
    listColumn->addWidget(m_visits, 1);

    auto *side = new Pane(Token::Surface, Qt::LeftEdge);
    auto *sideColumn = new QVBoxLayout(side);
    sideColumn->setContentsMargins(panelPadding, panelPadding, panelPadding, panelPadding);
    sideColumn->setSpacing(gapControls);
    sideColumn->addWidget(new Label(tr("As recorded then"), TypeStyle::Heading));
    sideColumn->addWidget(m_facts);
    sideColumn->addStretch(1);
    side->setFixedWidth(Theme::of(this).scaled(factsWidth));

    auto *panes = new QWidget;
    auto *row = new QHBoxLayout(panes);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    if (m_who.may(access::Permission::ReadNarrative)) {
        m_details = new VisitDetails(m_catalog);
        list->setFixedWidth(Theme::of(this).scaled(listWidth));
        row->addWidget(list);
        row->addWidget(m_details, 1);
    } else {
        row->addWidget(list, 1);
    }
    row->addWidget(side);
    return panes;
}

QWidget *PastPage::buildFoot()
{
    auto *foot = new Pane(Token::Window, Qt::TopEdge);
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(pageMargin, 8, pageMargin, 8);
    row->setSpacing(gapGroups);
    row->addWidget(new Label(tr("Which day's record"), TypeStyle::Heading));
    m_slider->setObjectName(QStringLiteral("daySlider"));
    row->addWidget(m_slider, 1);
    return foot;
}

void PastPage::openPatient(PatientId id)
{
    m_patient = id;
    m_name.clear();
    m_banner->setTitle({});
    m_banner->setFacts({});
    m_banner->setChips({});
    m_facts->clear();
    m_model->setVisits({}, today(m_clinic));
    m_noVisits->hide();
    if (m_details)
        m_details->setWords({});
    emit patientChanged();
    emit headingChanged();
    const quint64 question = ++m_question;
    const auto span = m_clinic.read([id](const store::Snapshot &view) { return consultation::spanOf(view, id); });
    onDone(span, this, [this, question](const Result<consultation::Span> &found) {
        if (question != m_question)
            return;
        if (!found)
            return m_words->setText(found.error().message);
        m_slider->setSpan(found->first, found->last, found->marks);
        m_slider->step(-1);
        // Somebody who came today has no earlier day yet.
        if (m_slider->isAtLast())
            choose(m_slider->date());
    });
}

void PastPage::choose(QDate day)
{
    if (m_slider->isAtLast() && m_name.size() > 0)
        return leave();
    m_words->setText(tr("The record as it stood at the end of %1. Read-only.").arg(longDateText(day)));
    m_settle->start();
}

void PastPage::load()
{
    if (!m_patient || isResting())
        return;
    const quint64 question = ++m_question;
    const auto past =
        m_clinic.read([id = *m_patient, day = m_slider->date()](const store::Snapshot &view) -> Result<Past> {
            const Instant at = endOf(day, view.zone());
            auto strip = patient::stripAsOf(view, id, at);
            if (!strip)
                return strip.error();
            auto visits = consultation::visitsAsOf(view, id, at);
            if (!visits)
                return visits.error();
            strip->visits = static_cast<int>(visits->size());
            if (!visits->isEmpty())
                strip->lastVisit = visits->constFirst().day;
            return Past{*std::move(strip), *std::move(visits)};
        });
    onDone(past, this, [this, question](const Result<Past> &result) {
        if (question != m_question)
            return;
        if (!result)
            return m_words->setText(result.error().message);
        show(*result);
    });
}

void PastPage::show(const Past &past)
{
    const QDate day = m_slider->date();
    m_name = past.strip.patient.name;
    fillBanner(*m_banner, past.strip, day);
    showFacts(past.strip);
    const VisitSummary *before = m_model->visitAt(m_visits->currentIndex().row());
    const std::optional<VisitId> kept = before ? std::optional(before->id) : std::nullopt;
    m_model->setVisits(past.visits, day);
    m_noVisits->setVisible(past.visits.isEmpty());
    m_visits->setVisible(!past.visits.isEmpty());
    m_visits->setCurrentIndex(m_model->index(qMax(0, kept ? m_model->rowOf(kept->uuid()) : 0)));
    if (past.visits.isEmpty() && m_details)
        m_details->setWords(tr("What had been written about a visit stands here."));
    emit headingChanged();
}

void PastPage::showFacts(const PatientStrip &strip)
{
    const Patient &patient = strip.patient;
    m_facts->clear();
    if (patient.birthDate)
        m_facts->add(tr("Born"), dateText(*patient.birthDate));
    m_facts->add(tr("Phone"), patient.phone);
    for (const PatientPhone &phone : patient.otherPhones)
        m_facts->add(phone.whose.isEmpty() ? tr("Also") : phone.whose, phone.phone);
    if (patient.identifiers) {
        m_facts->add(tr("Address"), patient.identifiers->address);
        m_facts->add(tr("Guardian"), patient.identifiers->guardian.name);
    }
    m_facts->add(tr("Desk alert"), patient.deskAlert.value_or(QString()));
    m_facts->add(tr("Allergies"),
                 strip.allergies ? (strip.allergies->isEmpty() ? tr("none recorded") : allergyText(strip)) : QString());
    m_facts->add(tr("Medicines"), strip.medicines
                                      ? (strip.medicines->isEmpty() ? tr("none recorded") : listed(*strip.medicines))
                                      : QString());
    m_facts->add(tr("Pregnancy"), pregnancyText(strip.pregnancy));
    m_facts->add(tr("Note"), patient.note.value_or(QString()));
}

void PastPage::showVisit()
{
    const VisitSummary *visit = m_model->visitAt(m_visits->currentIndex().row());
    if (!visit || !m_details)
        return;
    const quint64 question = ++m_visitQuestion;
    const auto stored = m_clinic.read([id = visit->id, day = m_slider->date()](const store::Snapshot &view) {
        return consultation::asOf(view, id, endOf(day, view.zone()));
    });
    onDone(stored, this, [this, question](const Result<consultation::Stored> &result) {
        if (question != m_visitQuestion)
            return;
        if (result)
            m_details->setVisit(*result, {}, {});
        else
            m_details->setWords(result.error().message);
    });
}

void PastPage::leave()
{
    m_settle->stop();
    if (m_patient)
        emit todayWanted(*m_patient);
}

QString PastPage::title() const
{
    return tr("Earlier record");
}

QString PastPage::context() const
{
    return m_name;
}

QList<KeyHint> PastPage::keyHints() const
{
    return {{QStringLiteral("Alt ←"), tr("earlier")},
            {QStringLiteral("Alt →"), tr("later")},
            {QStringLiteral("Tab"), tr("next pane")},
            {QStringLiteral("Esc"), tr("today")}};
}

void PastPage::activate()
{
    m_slider->setFocus(Qt::OtherFocusReason);
}

void PastPage::rest(bool resting)
{
    Page::rest(resting);
    if (!resting)
        load();
}

void PastPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        return leave();
    Page::keyPressEvent(event);
}

} // namespace xinglin::ui
