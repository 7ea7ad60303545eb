#include "ui/settings/auditsection.h"

#include "clinic/patient/patients.h"
#include "ui/kit/messagestrip.h"
#include "ui/kit/ondone.h"
#include "ui/kit/rowdelegate.h"
#include "ui/kit/text.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QShortcut>
#include <QTableView>

namespace xinglin::ui {

using access::Permission;

namespace {

constexpr int panelWidth = 300;
constexpr int pageRows = 100;
constexpr int dayChoices[] = {0, 1, 7, 30, 365}; // 0: all

QHash<Uuid, patient::Label> labelsFor(const store::Snapshot &view, const auditlog::Page &page)
{
    QList<Uuid> records;
    for (const auditlog::Line &line : page.lines) {
        if (line.patient)
            records << *line.patient;
    }
    const auto labels = patient::labels(view, records);
    return labels ? *labels : QHash<Uuid, patient::Label>(); // who may see nobody sees no names
}

} // namespace

AuditSection::AuditSection(Clinic &clinic, const Who &who, Files &files, QWidget *parent)
    : Page(QStringLiteral("settingsAudit"), parent)
    , m_clinic(clinic)
    , m_who(who)
    , m_all(who.may(Permission::ReadAudit))
    , m_model(new AuditModel(this))
    , m_strip(new MessageStrip)
    , m_table(new QTableView)
    , m_person(new QComboBox)
    , m_kind(new QComboBox)
    , m_days(new QComboBox)
    , m_patient(new QLineEdit)
{
    m_strip->setObjectName(QStringLiteral("auditStrip"));
    m_table->setObjectName(QStringLiteral("auditTable"));
    m_table->setAccessibleName(tr("Audit log"));
    m_table->setModel(m_model);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    dressRows(m_table, Size::RowDense)->setPadding(12, 8);
    QHeaderView *header = m_table->horizontalHeader();
    header->setSectionsClickable(false);
    header->setStretchLastSection(true);
    const Theme &theme = Theme::of(this);
    const std::pair<int, int> widths[] = {{AuditModel::Time, 148},
                                          {AuditModel::Person, 84},
                                          {AuditModel::What, 210},
                                          {AuditModel::Patient, 130},
                                          {AuditModel::Outcome, 84}};
    for (const auto &[column, width] : widths)
        header->resizeSection(column, theme.scaled(width));

    auto *list = new Pane(Token::Surface);
    auto *column = new QVBoxLayout(list);
    column->setContentsMargins(pageMargin, 12, pageMargin, 8);
    column->setSpacing(gapControls);
    column->addWidget(new Label(m_all ? tr("Who did what") : tr("What you have done"), TypeStyle::Title));
    column->addWidget(buildFilters());
    column->addWidget(m_strip);
    column->addWidget(m_table, 1);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(list, 1);
    if (who.may(Permission::ReadHealth)) {
        m_panel = new AuditPanel(clinic, who, files);
        m_panel->setFixedWidth(theme.scaled(panelWidth));
        row->addWidget(m_panel);
        connect(m_panel, &AuditPanel::told, this, &AuditSection::tell);
    }
    addKeys();
    connect(m_model, &AuditModel::moreWanted, this, &AuditSection::more);
}

QWidget *AuditSection::buildFilters()
{
    const auto name = [](QWidget *widget, const char *objectName, const QString &accessible) {
        widget->setObjectName(QLatin1String(objectName));
        widget->setAccessibleName(accessible);
        widget->setToolTip(accessible);
    };
    name(m_person, "auditPerson", tr("Person"));
    name(m_kind, "auditKind", tr("Kind of act"));
    name(m_days, "auditDays", tr("Time"));
    name(m_patient, "auditPatient", tr("Patient"));
    m_person->addItem(tr("Everybody"));
    for (const auditlog::Kind kind : {auditlog::Kind::Everything, auditlog::Kind::SignIns, auditlog::Kind::Looks,
                                      auditlog::Kind::Changes, auditlog::Kind::Papers, auditlog::Kind::Oversight})
        m_kind->addItem(auditlog::nameOf(kind), static_cast<int>(kind));
    for (const int days : dayChoices)
        m_days->addItem(days == 0   ? tr("All the time")
                        : days == 1 ? tr("Today")
                                    : tr("The last %n days", nullptr, days),
                        days);
    m_patient->setPlaceholderText(tr("Patient: name, number or initials, then ⏎"));
    m_patient->setClearButtonEnabled(true);
    if (!m_all) {
        m_person->hide();
        m_patient->hide();
    }
    for (QComboBox *box : {m_person, m_kind, m_days})
        connect(box, &QComboBox::activated, this, &AuditSection::load);
    connect(m_patient, &QLineEdit::returnPressed, this, &AuditSection::findPatient);
    connect(m_patient, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (text.isEmpty() && !m_records.isEmpty()) {
            m_records.clear();
            load();
        }
    });
    auto *filters = new QWidget;
    auto *rows = new QVBoxLayout(filters);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(gapControls);
    rows->addWidget(m_patient);
    auto *row = new QHBoxLayout;
    row->setSpacing(gapControls);
    rows->addLayout(row);
    row->addWidget(m_person);
    row->addWidget(m_kind);
    row->addWidget(m_days);
    row->addStretch(1);
    return filters;
}

void AuditSection::addKeys()
{
    const auto on = [this](const QKeySequence &keys, const auto &act) {
        auto *shortcut = new QShortcut(keys, m_table);
        shortcut->setContext(Qt::WidgetShortcut);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    on(Qt::Key_F5, [this] { load(); });
    on(Qt::Key_F, [this] { (m_all ? static_cast<QWidget *>(m_patient) : m_kind)->setFocus(Qt::ShortcutFocusReason); });
    auto *back = new QShortcut(Qt::Key_Escape, m_patient);
    back->setContext(Qt::WidgetShortcut);
    connect(back, &QShortcut::activated, this, [this] {
        m_patient->clear();
        m_table->setFocus(Qt::ShortcutFocusReason);
    });
    if (!m_panel)
        return;
    on(Qt::Key_C, [this] { m_panel->check(); });
    on(Qt::Key_E, [this] { m_panel->chooseExport(); });
    on(Qt::Key_P, [this] { m_panel->print(); });
    on(Qt::Key_S, [this] { m_panel->choosePdf(); });
    on(Qt::Key_Escape, [this] { m_panel->cancel(); });
}

QString AuditSection::title() const
{
    return tr("Audit");
}

QString AuditSection::context() const
{
    if (m_model->rowCount() == 0)
        return {};
    return m_model->isComplete() ? tr("%n row(s)", nullptr, m_model->rowCount())
                                 : tr("the newest %n row(s)", nullptr, m_model->rowCount());
}

QList<KeyHint> AuditSection::keyHints() const
{
    QList<KeyHint> hints{{QStringLiteral("↑ ↓"), tr("choose")}, {QStringLiteral("F"), tr("filter")}};
    if (m_panel)
        hints << KeyHint{QStringLiteral("C"), tr("check now")};
    if (m_panel && m_who.may(Permission::ExportAudit))
        hints << KeyHint{QStringLiteral("E"), tr("export")};
    hints << KeyHint{QStringLiteral("F5"), tr("read anew")};
    return hints;
}

void AuditSection::activate()
{
    m_table->setFocus(Qt::OtherFocusReason);
}

void AuditSection::rest(bool resting)
{
    Page::rest(resting);
    if (resting && m_panel)
        m_panel->cancel();
    if (!resting && isVisible())
        load();
}

void AuditSection::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    if (isResting())
        return;
    if (m_all)
        loadPeople();
    load();
}

void AuditSection::showPerson(access::UserId person)
{
    m_wanted = person;
    m_patient->clear();
    m_kind->setCurrentIndex(0);
    m_days->setCurrentIndex(0);
    if (isVisible())
        loadPeople();
}

void AuditSection::showPatient(PatientId patient)
{
    struct Named
    {
        QString label;
        QList<Uuid> records;
    };
    m_person->setCurrentIndex(0);
    m_kind->setCurrentIndex(0);
    m_days->setCurrentIndex(0);
    const auto found = m_clinic.read([patient](const store::Snapshot &view) -> Result<Named> {
        auto records = patient::recordsOf(view, patient);
        if (!records)
            return records.error();
        const auto labels = patient::labels(view, {records->constFirst()});
        if (!labels)
            return labels.error();
        const patient::Label label = labels->value(records->constFirst());
        return Named{(label.name + u' ' + label.number).trimmed(), *std::move(records)};
    });
    onDone(found, this, [this](const Result<Named> &named) {
        if (!named)
            return tell(false, named.error().message);
        m_strip->clear();
        m_patient->setText(named->label);
        m_records = named->records;
        load();
    });
}

void AuditSection::loadPeople()
{
    onDone(m_clinic.read([](const store::Snapshot &view) { return access::users(view); }), this,
           [this](const Result<QList<access::User>> &people) {
               if (!people)
                   return;
               const QVariant before = m_wanted ? QVariant(m_wanted->toString()) : m_person->currentData();
               m_person->clear();
               m_person->addItem(tr("Everybody"));
               for (const access::User &user : *people)
                   m_person->addItem(user.name, user.id.toString());
               m_person->setCurrentIndex(qMax(0, before.isValid() ? m_person->findData(before) : 0));
               if (std::exchange(m_wanted, std::nullopt))
                   load();
           });
}

auditlog::Filter AuditSection::filter() const
{
    auditlog::Filter filter;
    filter.patients = m_records;
    filter.kind = static_cast<auditlog::Kind>(m_kind->currentData().toInt());
    if (!m_all)
        filter.user = m_who.user.id;
    else if (const auto id = Uuid::fromString(m_person->currentData().toString()))
        filter.user = access::UserId(*id);
    if (const int days = m_days->currentData().toInt(); days > 0) {
        const QDateTime from(today(m_clinic).addDays(1 - days), QTime(0, 0), m_clinic.store().options().zone);
        filter.from = instantFromMs(from.toMSecsSinceEpoch());
    }
    return filter;
}

void AuditSection::load()
{
    if (isResting())
        return;
    m_model->start(m_clinic.store().options().zone);
    if (m_panel && !m_panel->isBusy())
        m_panel->load();
    ask({});
}

void AuditSection::more()
{
    if (const auto next = m_model->takeNext())
        ask(next);
}

void AuditSection::ask(std::optional<qint64> before)
{
    const quint64 question = ++m_question;
    const auto found = m_clinic.read([filter = filter(), before](const store::Snapshot &view) -> Result<Found> {
        auto page = auditlog::read(view, filter, before, pageRows);
        if (!page)
            return page.error();
        Found rows{*std::move(page), {}};
        rows.labels = labelsFor(view, rows.page);
        return rows;
    });
    onDone(found, this, [this, question](const Result<Found> &result) {
        if (question != m_question)
            return;
        if (!result)
            return tell(false, result.error().message);
        const bool first = m_model->rowCount() == 0;
        m_model->add(result->page, result->labels);
        if (first && m_model->rowCount() > 0)
            m_table->selectRow(0);
        emit headingChanged();
        // A page of a rare kind may be short: what the window has room for is read on at once.
        if (result->page.lines.isEmpty() && m_model->canFetchMore({}))
            more();
    });
}

void AuditSection::findPatient()
{
    const QString typed = m_patient->text().trimmed();
    if (typed.isEmpty())
        return;
    struct Hit
    {
        QList<Uuid> records;
        qsizetype people = 0;
    };
    const auto found = m_clinic.read([typed](const store::Snapshot &view) -> Result<Hit> {
        const auto hits = patient::search(view, typed, 2);
        if (!hits)
            return hits.error();
        patient::noteSearch(view, typed, static_cast<int>(hits->size()));
        Hit hit{{}, hits->size()};
        if (hits->size() != 1)
            return hit;
        auto records = patient::recordsOf(view, hits->constFirst().id);
        if (!records)
            return records.error();
        hit.records = *std::move(records);
        return hit;
    });
    onDone(found, this, [this, typed](const Result<Hit> &hit) {
        if (!hit)
            return tell(false, hit.error().message);
        if (hit->people == 0)
            return tell(false, tr("Nobody is found by \"%1\".").arg(typed));
        if (hit->people > 1)
            return tell(false, tr("\"%1\" fits several people; type the number.").arg(typed));
        m_strip->clear();
        m_records = hit->records;
        load();
        m_table->setFocus(Qt::OtherFocusReason);
    });
}

void AuditSection::tell(bool well, const QString &sentence)
{
    m_strip->say(well ? MessageStrip::Kind::Done : MessageStrip::Kind::Stop, sentence);
}

} // namespace xinglin::ui
