#include "ui/settings/overridesection.h"

#include "ui/kit/button.h"
#include "ui/kit/emptystate.h"
#include "ui/kit/messagestrip.h"
#include "ui/kit/ondone.h"
#include "ui/kit/rowdelegate.h"
#include "ui/kit/text.h"
#include "ui/prescription/prescriptionwords.h"
#include "ui/shell/patientwords.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QStackedLayout>
#include <QStandardItemModel>
#include <QTableView>

namespace xinglin::ui {

namespace {
enum Column { Day, Whom, Who, What, Why, ColumnCount };
constexpr int atOnce = 100;
} // namespace

OverrideSection::OverrideSection(Clinic &clinic, std::shared_ptr<const Catalog> catalog, QWidget *parent)
    : Page(QStringLiteral("settingsOverrides"), parent)
    , m_clinic(clinic)
    , m_catalog(std::move(catalog))
    , m_model(new QStandardItemModel(0, ColumnCount, this))
    , m_table(new QTableView)
    , m_stack(new QStackedLayout)
    , m_strip(new MessageStrip)
    , m_more(new Button(tr("Show earlier ones")))
{
    build();
    connect(&m_clinic, &Clinic::changed, this, [this](const store::ChangeSet &changes) {
        if (isVisible() && !isResting() && changes.touches("prescription_finding"))
            load(false);
    });
}

QString OverrideSection::title() const
{
    return tr("Overridden warnings");
}

QList<KeyHint> OverrideSection::keyHints() const
{
    return {{QStringLiteral("⏎"), tr("open the chart")}};
}

void OverrideSection::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(pageMargin, 12, pageMargin, 8);
    column->setSpacing(gapControls);
    column->addWidget(new Label(tr("Severe warnings that were signed over"), TypeStyle::Title));
    m_strip->setObjectName(QStringLiteral("overrideStrip"));
    column->addWidget(m_strip);
    m_table->setObjectName(QStringLiteral("overrideTable"));
    m_table->setAccessibleName(tr("Severe warnings that were signed over"));
    m_model->setHorizontalHeaderLabels({tr("Day"), tr("Patient"), tr("Practitioner"), tr("Warning"), tr("Reason")});
    m_table->setModel(m_model);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    dressRows(m_table)->setPadding(12, 10);
    QHeaderView *header = m_table->horizontalHeader();
    header->setStretchLastSection(false);
    header->setSectionsClickable(false);
    header->setSectionResizeMode(Why, QHeaderView::Stretch);
    const Theme &theme = Theme::of(this);
    const std::pair<int, int> widths[] = {{Day, 112}, {Whom, 168}, {Who, 116}, {What, 200}};
    for (const auto &[section, width] : widths)
        header->resizeSection(section, theme.scaled(width));
    connect(m_table, &QTableView::activated, this, &OverrideSection::open);
    auto *pages = new QWidget;
    pages->setLayout(m_stack);
    m_stack->addWidget(new EmptyState(QStringLiteral("shield"), tr("Nothing was overridden"),
                                      tr("Severe warnings that somebody signs over stand here with the reason.")));
    m_stack->addWidget(m_table);
    column->addWidget(pages, 1);
    m_more->setObjectName(QStringLiteral("earlierOverrides"));
    m_more->hide();
    connect(m_more, &Button::clicked, this, [this] { load(true); });
    column->addWidget(m_more, 0, Qt::AlignLeft);
}

void OverrideSection::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    if (!isResting())
        load(false); // the list of sections shows it without entering it
}

void OverrideSection::activate()
{
    load(false);
    m_table->setFocus(Qt::OtherFocusReason);
}

void OverrideSection::load(bool more)
{
    const std::optional<qint64> before =
        more && !m_known.isEmpty() ? std::optional(m_known.last().place) : std::nullopt;
    const quint64 question = ++m_question;
    const auto read =
        m_clinic.read([before](const store::Snapshot &view) { return consultation::overrides(view, atOnce, before); });
    onDone(read, this, [this, question, more](const Result<QList<consultation::Overridden>> &found) {
        if (question != m_question)
            return;
        if (!found)
            return m_strip->say(MessageStrip::Kind::Stop, found.error().message);
        if (!more) {
            m_known.clear();
            m_model->removeRows(0, m_model->rowCount());
        }
        add(*found);
        m_more->setVisible(found->size() == atOnce);
    });
}

void OverrideSection::add(const QList<consultation::Overridden> &found)
{
    for (const consultation::Overridden &one : found) {
        const QString kind = PrescriptionWords::kindName(m_catalog->safety.severities.of(one.rule).kind);
        QList<QStandardItem *> row;
        for (const QString &text : {dateText(one.day), (one.name + u' ' + one.number).trimmed(), one.practitioner,
                                    QString(kind + u'·' + one.herbs), one.reason}) {
            auto *item = new QStandardItem(text);
            item->setEditable(false);
            item->setToolTip(text);
            row << item;
        }
        m_model->appendRow(row);
        m_known << one;
    }
    m_stack->setCurrentIndex(m_known.isEmpty() ? 0 : 1);
    if (!m_table->currentIndex().isValid() && !m_known.isEmpty())
        m_table->setCurrentIndex(m_model->index(0, 0));
}

void OverrideSection::open()
{
    const int row = m_table->currentIndex().row();
    if (row >= 0 && row < m_known.size())
        emit chartWanted(m_known.at(row).patient);
}

} // namespace xinglin::ui
