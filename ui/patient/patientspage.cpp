#include "ui/patient/patientspage.h"

#include "base/text/idnumber.h"
#include "base/text/searchkeys.h"
#include "clinic/patient/duplicates.h"
#include "ui/kit/button.h"
#include "ui/kit/emptystate.h"
#include "ui/kit/icons.h"
#include "ui/kit/messagestrip.h"
#include "ui/kit/ondone.h"
#include "ui/kit/pane.h"
#include "ui/kit/rowdelegate.h"
#include "ui/patient/patientmodel.h"
#include "ui/patient/patientpanel.h"
#include "ui/patient/searchfield.h"
#include "ui/patient/segmentbar.h"
#include "ui/patient/segmentlisting.h"
#include "ui/patient/shiftedheader.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLocale>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStackedLayout>
#include <QTableView>

namespace xinglin::ui {

namespace {

constexpr int mostPairs = 99;

QString className(SearchQuery::Class kind)
{
    switch (kind) {
    case SearchQuery::Class::Name:
        return PatientsPage::tr("name", "what was searched for");
    case SearchQuery::Class::Letters:
        return PatientsPage::tr("pinyin or initials", "what was searched for");
    case SearchQuery::Class::Digits:
        return PatientsPage::tr("digits", "what was searched for");
    case SearchQuery::Class::Number:
        return PatientsPage::tr("number", "what was searched for");
    case SearchQuery::Class::Empty:
        return PatientsPage::tr("latest seen", "what is listed");
    }
    Q_UNREACHABLE();
}

} // namespace

PatientsPage::PatientsPage(Clinic &clinic, const Who &who, QWidget *parent)
    : Page(QStringLiteral("patients"), parent)
    , m_clinic(clinic)
    , m_who(who)
    , m_search(clinic)
    , m_field(new SearchField)
    , m_table(new QTableView)
    , m_model(new PatientModel(this))
    , m_empty(new EmptyState(QStringLiteral("system-users"), QString(), QString()))
    , m_results(nullptr)
    , m_strip(new MessageStrip)
    , m_panel(new PatientPanel(clinic, who))
    , m_segments(new SegmentBar(clinic, who))
    , m_listing(new SegmentListing(clinic, this))
{
    auto *split = new QSplitter(Qt::Horizontal);
    split->addWidget(buildList());
    split->addWidget(m_panel);
    split->setStretchFactor(0, 1);
    split->setStretchFactor(1, 0);
    split->setCollapsible(0, false);
    split->setCollapsible(1, false);
    m_panel->setMinimumWidth(Theme::of(this).size(Size::SidePanelNarrow));
    split->setSizes({1000, Theme::of(this).size(Size::SidePanel)});
    auto *all = new QHBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(split);

    connect(m_field, &QLineEdit::textChanged, this, [this] {
        m_openWhenFound = false;
        if (m_segments->chosen())
            m_shown.reset();
        m_segments->clear(); // typing looks among everybody
        ask();
    });
    connect(m_segments, &SegmentBar::chosenChanged, this, [this] {
        const QSignalBlocker quiet(m_field);
        m_field->clear();
        forget();
        m_field->setFocus(); // the arrows walk through the list
        ask();
    });
    connect(m_segments, &SegmentBar::definitionChanged, this, &PatientsPage::ask);
    connect(m_segments, &SegmentBar::editWanted, this, &PatientsPage::segmentWanted);
    connect(m_listing, &SegmentListing::found, this, &PatientsPage::showSegmentHits);
    connect(m_listing, &SegmentListing::failed, this, [this](const Error &error) {
        forget();
        m_strip->say(MessageStrip::Kind::Stop, error.message);
    });
    connect(m_field, &SearchField::walked, this, &PatientsPage::walk);
    connect(m_field, &SearchField::confirmed, this, &PatientsPage::openSelected);
    connect(&m_search, &PatientSearch::found, this, &PatientsPage::showHits);
    connect(&m_search, &PatientSearch::failed, this,
            [this](const Error &error) { m_strip->say(MessageStrip::Kind::Stop, error.message); });
    connect(m_panel, &PatientPanel::chartWanted, this, &PatientsPage::chartWanted);
    connect(m_panel, &PatientPanel::visitWanted, this, &PatientsPage::visitWanted);
    connect(m_panel, &PatientPanel::editWanted, this, &PatientsPage::editWanted);
    connect(&m_clinic, &Clinic::changed, this, [this](const store::ChangeSet &changes) {
        if (!isResting() && m_listing->isOn() && (changes.touches("patient_tag") || changes.touches("setting")))
            askSegment(true);
        if (isResting() || !(changes.touches("patient") || changes.touches("visit") || changes.touches("allergy") ||
                             changes.touches("duplicate_opinion")))
            return;
        if (m_listing->isOn())
            askSegment(true);
        else
            ask();
        count();
    });
    ask();
    count();
}

QWidget *PatientsPage::buildList()
{
    auto *pane = new Pane(Token::Surface);
    m_field->setObjectName(QStringLiteral("patientSearch"));
    m_field->setAccessibleName(tr("Find a patient"));
    m_field->setPlaceholderText(tr("Name, pinyin, phone or number"));
    auto *top = new QHBoxLayout;
    top->setContentsMargins(pageMargin, 12, pageMargin, 4);
    top->addWidget(m_field, 1);
    if (m_who.may(access::Permission::RegisterPatient)) {
        auto *add = new Button(tr("Register"), ButtonKind::Primary);
        add->setObjectName(QStringLiteral("registerPatient"));
        add->setControlSize(ButtonSize::Large);
        add->setIcon(icon(u"list-add", Token::OnInk));
        add->setKeys(QKeySequence(Qt::CTRL | Qt::Key_N));
        connect(add, &Button::clicked, this, [this] { emit registrationWanted(m_field->text()); });
        top->addWidget(add);
        Button *instead = m_empty->addAction(tr("Register a new patient"), false);
        instead->setObjectName(QStringLiteral("registerInstead"));
        instead->setKeyCap(QStringLiteral("Ctrl N"));
        connect(instead, &Button::clicked, this, [this] { emit registrationWanted(m_field->text()); });
    }
    if (m_who.may(access::Permission::BreakGlass)) {
        Button *emergency = m_empty->addAction(tr("Open in an emergency"), false);
        emergency->setObjectName(QStringLiteral("openInEmergency"));
        emergency->setKeys(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E));
        connect(emergency, &Button::clicked, this, &PatientsPage::emergencyWanted);
    }
    if (m_who.may(access::Permission::EditPatient) || m_who.may(access::Permission::MergePatients)) {
        m_duplicates = new Button(QString(), ButtonKind::Ghost);
        m_duplicates->setObjectName(QStringLiteral("showDuplicates"));
        m_duplicates->setControlSize(ButtonSize::Small);
        m_duplicates->setKeys(QKeySequence(Qt::CTRL | Qt::Key_D));
        m_duplicates->hide();
        connect(m_duplicates, &Button::clicked, this, &PatientsPage::duplicatesWanted);
    }
    buildTable();
    auto *results = new QWidget;
    m_results = new QStackedLayout(results);
    m_results->addWidget(m_table);
    m_results->addWidget(m_empty);
    auto *strip = new QHBoxLayout;
    strip->setContentsMargins(pageMargin, 0, pageMargin, 0);
    strip->addWidget(m_strip);
    auto *column = new QVBoxLayout(pane);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(top);
    auto *segments = new QHBoxLayout;
    segments->setContentsMargins(pageMargin, 0, pageMargin, 0);
    segments->addWidget(m_segments);
    column->addLayout(segments);
    if (!m_who.may(access::Permission::SearchPatients))
        m_segments->hide(); // who sees names masked has no use of it
    column->addLayout(strip);
    column->addWidget(results, 1);
    m_foot = new QHBoxLayout;
    m_foot->setContentsMargins(pageMargin - gapControls, 0, pageMargin, 0);
    m_foot->addStretch(1);
    column->addLayout(m_foot);
    if (m_duplicates)
        addFoot(m_duplicates);
    return pane;
}

void PatientsPage::addFoot(QWidget *widget)
{
    m_foot->insertWidget(m_foot->count() - 1, widget);
    m_foot->setContentsMargins(pageMargin - gapControls, 0, pageMargin, gapControls);
}

void PatientsPage::buildTable()
{
    m_table->setObjectName(QStringLiteral("patientTable"));
    m_table->setAccessibleName(tr("Patients found"));
    m_table->setModel(m_model);
    m_table->setHorizontalHeader(new ShiftedHeader(m_table));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setFocusProxy(m_field); // typing goes on while one walks through the rows
    dressRows(m_table)->setPadding(pageMargin, 14);
    QHeaderView *header = m_table->horizontalHeader();
    header->setStretchLastSection(false);
    header->setSectionsClickable(false);
    for (int column = 0; column < PatientModel::ColumnCount; ++column)
        header->setSectionResizeMode(column, QHeaderView::Interactive);
    header->setSectionResizeMode(PatientModel::Pinyin, QHeaderView::Stretch);
    const Theme &theme = Theme::of(this);
    const std::pair<int, int> widths[] = {{PatientModel::Name, 176},      {PatientModel::SexAge, 96},
                                          {PatientModel::Phone, 128},     {PatientModel::Number, 104},
                                          {PatientModel::LastVisit, 120}, {PatientModel::Visits, 72},
                                          {PatientModel::Stage, 96}};
    for (const auto &[column, width] : widths)
        header->resizeSection(column, theme.scaled(width));
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this] { m_panel->setHit(selected() ? std::optional(*selected()) : std::nullopt); });
    connect(m_table->verticalScrollBar(), &QScrollBar::valueChanged, this, &PatientsPage::fetchMore);
    connect(m_table, &QTableView::doubleClicked, this, &PatientsPage::openSelected);
}

void PatientsPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    fitColumns();
}

void PatientsPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape || !m_segments->chosen())
        return Page::keyPressEvent(event);
    m_segments->clear();
    forget();
    m_field->setFocus();
    ask();
}

void PatientsPage::fitColumns()
{
    // In a narrow list the number of visits goes, and the name gets what it needs: the pinyin must stay readable.
    const Theme &theme = Theme::of(this);
    const int room = width() - m_panel->width();
    const bool narrow = room < theme.scaled(930);
    m_table->setColumnHidden(PatientModel::Visits, narrow);
    m_table->setColumnHidden(PatientModel::Stage,
                             room < theme.scaled(780) || !m_who.may(access::Permission::SearchPatients));
    m_table->horizontalHeader()->resizeSection(PatientModel::Name, theme.scaled(narrow ? 112 : 176));
    m_table->horizontalHeader()->resizeSection(PatientModel::LastVisit, theme.scaled(narrow ? 116 : 120));
}

QString PatientsPage::title() const
{
    return tr("Patients");
}

QString PatientsPage::context() const
{
    return m_count ? tr("%n people", nullptr, static_cast<int>(*m_count)) : QString();
}

QList<KeyHint> PatientsPage::keyHints() const
{
    QList<KeyHint> hints{{QStringLiteral("↑ ↓"), tr("choose")}, {QStringLiteral("⏎"), tr("open chart")}};
    if (m_who.may(access::Permission::RegisterPatient))
        hints << KeyHint{QStringLiteral("Ctrl N"), tr("register")};
    if (m_who.may(access::Permission::SearchPatients))
        hints << KeyHint{QStringLiteral("Alt S"), tr("segments")};
    if (m_who.may(access::Permission::EditPatient))
        hints << KeyHint{QStringLiteral("Ctrl E"), tr("edit")};
    hints << KeyHint{QStringLiteral("Esc"), tr("clear")};
    return hints;
}

void PatientsPage::activate()
{
    m_field->setFocus(Qt::OtherFocusReason);
    m_field->selectAll();
}

void PatientsPage::rest(bool resting)
{
    Page::rest(resting);
    m_segments->rest(resting);
    if (resting) {
        m_listing->drop();
        return m_search.drop();
    }
    ask();
    count();
}

void PatientsPage::ask()
{
    if (m_segments->chosen())
        return askSegment(false);
    m_listing->drop();
    m_search.ask(m_field->text());
}

void PatientsPage::askSegment(bool again)
{
    const auto chosen = m_segments->chosen();
    m_search.drop();
    if (!chosen)
        return;
    if (!chosen->unavailable.isEmpty()) {
        m_listing->drop();
        m_strip->say(MessageStrip::Kind::Note,
                     tr("%1: %2", "a segment, why it cannot be listed").arg(chosen->name, chosen->unavailable));
        forget();
        m_shown = m_field->text();
        m_field->setOutcome({});
        showEmpty(false);
        return showRows(std::nullopt);
    }
    m_listing->ask(*chosen, again, again ? m_model->rowCount() : 0);
}

void PatientsPage::forget()
{
    m_shown.reset();
    m_openWhenFound = false;
    m_model->setHits({}, {}, today(m_clinic));
    m_panel->setHit(std::nullopt);
}

void PatientsPage::showSegment(SegmentId id)
{
    m_segments->choose(id);
}

void PatientsPage::showSegmentHits(const QList<PatientHit> &hits, bool first, bool mayBeMore, qint64 ms)
{
    const auto chosen = m_segments->chosen();
    if (!chosen)
        return;
    if (!first) {
        m_model->append(hits);
        askStages(hits);
        return fetchMore();
    }
    const std::optional<PatientId> before = m_panel->patient();
    m_shown = m_field->text();
    m_strip->clear();
    m_model->setHits(hits, {}, today(m_clinic));
    askStages(hits);
    const int shown = static_cast<int>(hits.size());
    m_field->setOutcome(
        tr("%1·%2·%3 ms", "kind of search, people found, time")
            .arg(chosen->name, mayBeMore ? tr("%n people and more", nullptr, shown) : tr("%n people", nullptr, shown))
            .arg(ms));
    showEmpty(false);
    showRows(before);
    if (m_openWhenFound)
        openSelected();
}

void PatientsPage::fetchMore()
{
    const QScrollBar *bar = m_table->verticalScrollBar();
    if (m_listing->isOn() && bar->value() >= bar->maximum() - bar->pageStep())
        m_listing->more();
}

void PatientsPage::askStages(const QList<PatientHit> &hits)
{
    QList<PatientId> ids;
    for (const PatientHit &hit : hits)
        ids << hit.id;
    onDone(m_clinic.read([ids](const store::Snapshot &view) { return segment::stages(view, ids); }), this,
           [this, ids](const Result<segment::Stages> &stages) {
               if (stages)
                   m_model->addStages(ids, *stages);
           });
}

void PatientsPage::count()
{
    onDone(m_clinic.read([](const store::Snapshot &view) { return patient::count(view); }), this,
           [this](const Result<qint64> &people) {
               if (!people)
                   return;
               m_count = *people;
               emit headingChanged();
           });
    if (!m_duplicates)
        return;
    onDone(m_clinic.read([](const store::Snapshot &view) { return duplicates::count(view, mostPairs); }), this,
           [this](const Result<int> &pairs) {
               const int found = pairs ? *pairs : 0;
               m_duplicates->setText(found < mostPairs ? tr("%n possible duplicate(s)", nullptr, found)
                                                       : tr("%n possible duplicates and more", nullptr, found));
               m_duplicates->setKeys(QKeySequence(Qt::CTRL | Qt::Key_D)); // a new text takes the keys away
               m_duplicates->setVisible(found > 0);
           });
}

void PatientsPage::showHits(const QString &typed, const QList<PatientHit> &hits, qint64 ms)
{
    const std::optional<PatientId> before = typed == m_field->text() ? m_panel->patient() : std::nullopt;
    const bool sameTerms = m_shown == typed;
    m_shown = typed;
    m_strip->clear();
    m_model->setHits(hits, typed, today(m_clinic));
    m_field->setOutcome(
        tr("%1·%2·%3 ms", "kind of search, people found, time")
            .arg(className(classify(typed).kind), tr("%n people", nullptr, static_cast<int>(hits.size())))
            .arg(ms));
    askStages(hits);
    showEmpty(typed.trimmed().isEmpty());
    showRows(sameTerms ? before : std::nullopt);
    if (m_openWhenFound)
        openSelected();
}

void PatientsPage::showEmpty(bool nobody)
{
    if (m_segments->chosen())
        return m_empty->setWords(tr("Nobody is in it now"), tr("Type to look among everybody."));
    m_empty->setWords(nobody ? tr("No patients yet") : tr("Nobody found"),
                      nobody ? tr("Register the first one; a name and a phone are enough.")
                             : tr("Try a phone's last digits or the number. Registering takes over what you typed."));
}

void PatientsPage::showRows(const std::optional<PatientId> &before)
{
    const bool empty = m_model->rowCount() == 0;
    const bool typing = m_field->hasFocus();
    m_results->setCurrentIndex(empty ? 1 : 0);
    if (typing)
        m_field->setFocus(); // a hidden table would take its proxy's focus along
    const int kept = before ? m_model->rowOf(*before) : -1;
    select(kept >= 0 ? kept : 0);
}

void PatientsPage::walk(int rows)
{
    const int row = m_table->currentIndex().row() + rows;
    select(std::clamp(row, 0, qMax(0, m_model->rowCount() - 1)));
    fetchMore();
}

void PatientsPage::select(int row)
{
    if (row < m_model->rowCount())
        m_table->selectRow(row);
    m_panel->setHit(selected() ? std::optional(*selected()) : std::nullopt);
}

void PatientsPage::openSelected()
{
    // Enter comes faster than the answer: what it is meant for is the newest question's first row.
    if (m_shown != m_field->text()) {
        m_openWhenFound = true;
        return;
    }
    m_openWhenFound = false;
    if (const PatientHit *hit = selected())
        return emit chartWanted(hit->id);
    // A card reader ends with Enter. Who is not known by a whole ID number is a new patient.
    if (m_who.may(access::Permission::RegisterPatient) &&
        checkDocument(DocumentKind::ResidentId, m_field->text(), today(m_clinic)))
        emit registrationWanted(m_field->text());
}

const PatientHit *PatientsPage::selected() const
{
    return m_model->hitAt(m_table->currentIndex().row());
}

} // namespace xinglin::ui
