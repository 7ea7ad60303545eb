#include "ui/patient/duplicatespage.h"

#include "ui/kit/button.h"
#include "ui/kit/emptystate.h"
#include "ui/kit/messagestrip.h"
#include "ui/kit/ondone.h"
#include "ui/kit/pane.h"
#include "ui/kit/rowdelegate.h"
#include "ui/patient/duplicateacts.h"
#include "ui/patient/pairmodel.h"
#include "ui/patient/shiftedheader.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QStackedLayout>
#include <QTableView>

namespace xinglin::ui {

namespace {

QString shortName(const PatientHit &hit)
{
    return DuplicatesPage::tr("%1 (%2)", "patient, number").arg(hit.name, hit.number);
}

TwoRecords twoOf(const duplicates::Pair &pair)
{
    return {pair.one.id, pair.other.id, shortName(pair.one), shortName(pair.other)};
}

} // namespace

DuplicatesPage::DuplicatesPage(Clinic &clinic, const Who &who, QWidget *parent)
    : Page(QStringLiteral("duplicates"), parent)
    , m_clinic(clinic)
    , m_mayMerge(who.may(access::Permission::MergePatients))
    , m_maySay(who.may(access::Permission::EditPatient))
    , m_strip(new MessageStrip)
    , m_table(new QTableView)
    , m_model(new PairModel(this))
    , m_empty(new EmptyState(QStringLiteral("checkmark"), tr("No possible duplicates"),
                             tr("Nobody seems to be registered twice.")))
    , m_foot(buildFoot())
{
    m_strip->setObjectName(QStringLiteral("duplicatesStrip"));
    auto *results = new QWidget;
    m_stack = new QStackedLayout(results);
    m_stack->addWidget(new QWidget); // until there is an answer
    m_stack->addWidget(m_empty);
    m_stack->addWidget(buildTable());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_strip);
    column->addWidget(results, 1);
    column->addWidget(m_foot);
    m_foot->hide();
    connect(&m_clinic, &Clinic::changed, this, [this](const store::ChangeSet &changes) {
        for (const char *table : {"patient", "patient_phone", "visit", "duplicate_opinion"})
            m_stale = m_stale || changes.touches(table);
        refresh();
    });
}

QWidget *DuplicatesPage::buildTable()
{
    m_table->setObjectName(QStringLiteral("duplicatePairs"));
    m_table->setAccessibleName(tr("Pairs of records"));
    m_table->setModel(m_model);
    m_table->setHorizontalHeader(new ShiftedHeader(m_table));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    dressRows(m_table);
    m_table->setItemDelegate(new PairDelegate(m_table));
    const Theme &theme = Theme::of(this);
    m_table->verticalHeader()->setDefaultSectionSize(PairDelegate::rowHeight(theme));
    QHeaderView *header = m_table->horizontalHeader();
    header->setSectionsClickable(false);
    header->setStretchLastSection(false);
    const std::pair<int, int> widths[] = {{PairModel::Name, 132},  {PairModel::Number, 100},    {PairModel::SexAge, 80},
                                          {PairModel::Phone, 128}, {PairModel::LastVisit, 108}, {PairModel::How, 108}};
    for (const auto &[column, width] : widths)
        header->resizeSection(column, theme.scaled(width));
    header->setSectionResizeMode(PairModel::Why, QHeaderView::Stretch);
    connect(m_table, &QTableView::doubleClicked, this, &DuplicatesPage::compare);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &DuplicatesPage::showCurrent);
    return m_table;
}

QWidget *DuplicatesPage::buildFoot()
{
    auto *foot = new Pane(Token::Window, Qt::TopEdge);
    auto *buttons = new QHBoxLayout(foot);
    buttons->setContentsMargins(pageMargin, 8, pageMargin, 8);
    buttons->addStretch(1);
    const auto add = [&](const QString &text, const char *name, ButtonKind kind) {
        auto *button = new Button(text, kind);
        button->setObjectName(QLatin1String(name));
        buttons->addWidget(button);
        return button;
    };
    const auto said = [this](const Result<Done> &done) {
        if (!done)
            m_strip->say(MessageStrip::Kind::Stop, done.error().message);
        m_table->setFocus();
    };
    if (m_maySay) {
        Button *different = add(tr("Two people"), "pairDifferent", ButtonKind::Plain);
        different->setKeys(QKeySequence(Qt::Key_D));
        connect(different, &Button::clicked, this, [this, said] {
            if (const duplicates::Pair *pair = current())
                askDifferent(m_clinic, this, twoOf(*pair), said);
        });
    }
    if (m_maySay && !m_mayMerge) {
        m_ask = add(tr("Ask for the merge"), "pairAsk", ButtonKind::Plain);
        m_ask->setKeys(QKeySequence(Qt::Key_A));
        connect(m_ask, &Button::clicked, this, [this, said] {
            if (const duplicates::Pair *pair = current())
                askForMerge(m_clinic, this, twoOf(*pair), said);
        });
    }
    Button *open = add(m_mayMerge ? tr("Compare and merge") : tr("Compare"), "pairCompare", ButtonKind::Primary);
    open->setKeyCap(QStringLiteral("⏎"));
    connect(open, &Button::clicked, this, &DuplicatesPage::compare);
    return foot;
}

void DuplicatesPage::refresh()
{
    // A list nobody looks at is not read: each reading is a look that is noted.
    if (m_stale && isVisible() && !isResting())
        load();
}

void DuplicatesPage::load()
{
    m_stale = false;
    const quint64 question = ++m_question;
    const auto read = m_clinic.read([](const store::Snapshot &view) { return duplicates::review(view); });
    onDone(read, this, [this, question](const Result<duplicates::Page> &page) {
        if (question != m_question)
            return;
        if (!page)
            return m_strip->say(MessageStrip::Kind::Stop, page.error().message);
        m_strip->clear();
        show(*page);
    });
}

void DuplicatesPage::show(const duplicates::Page &page)
{
    const int row = m_table->currentIndex().row();
    const duplicates::Pair *before = current();
    const auto kept = before ? std::optional(*before) : std::nullopt;
    m_model->setPairs(page.pairs, today(m_clinic), m_clinic.store().options().zone);
    m_more = page.more;
    m_read = true;
    const bool none = page.pairs.isEmpty();
    m_stack->setCurrentIndex(none ? 1 : 2);
    m_foot->setVisible(!none);
    if (!none) {
        int at = std::clamp(row, 0, static_cast<int>(page.pairs.size()) - 1); // the next one where it is gone
        for (int i = 0; kept && i < page.pairs.size(); ++i) {
            if (page.pairs[i].one.id == kept->one.id && page.pairs[i].other.id == kept->other.id)
                at = i;
        }
        m_table->setCurrentIndex(m_model->index(at, 0));
        if (!QApplication::activeModalWidget())
            m_table->setFocus();
    }
    showCurrent();
    emit headingChanged();
}

const duplicates::Pair *DuplicatesPage::current() const
{
    return m_model->pairAt(m_table->currentIndex().row());
}

void DuplicatesPage::showCurrent()
{
    const duplicates::Pair *pair = current();
    if (m_ask)
        m_ask->setEnabled(pair && !pair->asked);
}

void DuplicatesPage::compare()
{
    if (const duplicates::Pair *pair = current())
        emit comparisonWanted(pair->one.id, pair->other.id);
}

QString DuplicatesPage::title() const
{
    return tr("Possible duplicates");
}

QString DuplicatesPage::context() const
{
    const auto pairs = static_cast<int>(m_model->pairs().size());
    if (!m_read || pairs == 0)
        return {};
    return m_more ? tr("the first %n pairs", nullptr, pairs) : tr("%n pair(s)", nullptr, pairs);
}

QList<KeyHint> DuplicatesPage::keyHints() const
{
    const bool none = m_model->rowCount() == 0;
    QList<KeyHint> hints;
    if (!none)
        hints << KeyHint{QStringLiteral("↑ ↓"), tr("choose")} << KeyHint{QStringLiteral("⏎"), tr("compare")};
    if (m_maySay && !none)
        hints << KeyHint{QStringLiteral("D"), tr("two people")};
    if (m_ask && !none)
        hints << KeyHint{QStringLiteral("A"), tr("ask for the merge")};
    hints << KeyHint{QStringLiteral("Esc"), tr("back")};
    return hints;
}

void DuplicatesPage::activate()
{
    m_stale = true;
    refresh();
    m_table->setFocus(Qt::OtherFocusReason);
}

void DuplicatesPage::rest(bool resting)
{
    Page::rest(resting);
    m_stale = true;
    refresh();
}

void DuplicatesPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        compare();
    else if (event->key() == Qt::Key_Escape)
        emit left();
    else
        Page::keyPressEvent(event);
}

} // namespace xinglin::ui
