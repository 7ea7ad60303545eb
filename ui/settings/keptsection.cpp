#include "ui/settings/keptsection.h"

#include "ui/kit/button.h"
#include "ui/kit/emptystate.h"
#include "ui/kit/icons.h"
#include "ui/kit/messagestrip.h"
#include "ui/kit/rowdelegate.h"
#include "ui/kit/text.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QShortcut>
#include <QStackedLayout>
#include <QStandardItemModel>
#include <QTableView>

#include <utility>

namespace xinglin::ui {

KeptSection::KeptSection(Clinic &clinic, const Shape &shape, QWidget *parent)
    : Page(shape.id, parent)
    , m_clinic(clinic)
    , m_shape(shape)
    , m_model(new QStandardItemModel(0, int(shape.columns.size()), this))
    , m_table(new QTableView)
    , m_stack(new QStackedLayout)
    , m_strip(new MessageStrip)
{
    build();
    connect(&m_clinic, &Clinic::changed, this, [this](const store::ChangeSet &changes) {
        if (isVisible() && !isResting() && concerns(changes))
            load();
    });
}

QList<KeyHint> KeptSection::keyHints() const
{
    QList<KeyHint> hints{{QStringLiteral("⏎"), tr("change")}, {QStringLiteral("Del"), tr("retire")}};
    if (!m_shape.begin.isEmpty())
        hints.prepend({QStringLiteral("N"), tr("new one")});
    if (m_shape.ordered)
        hints << KeyHint{QStringLiteral("Alt ↑ ↓"), tr("move")};
    return hints;
}

void KeptSection::activate()
{
    m_wantsHand = true;
    load();
}

void KeptSection::build()
{
    const auto named = [this](const char *verb) {
        QString noun = m_shape.noun;
        noun[0] = noun.front().toUpper();
        return QString::fromLatin1(verb) + noun;
    };
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(pageMargin, 12, pageMargin, 8);
    column->setSpacing(gapControls);
    auto *head = new QHBoxLayout;
    head->setSpacing(gapControls);
    head->addWidget(new Label(m_shape.heading, TypeStyle::Title), 1);
    m_retire = new Button(tr("Retire"));
    m_retire->setObjectName(named("retire"));
    m_retire->setKeyCap(QStringLiteral("Del"));
    connect(m_retire, &Button::clicked, this, [this] { withChosen(&KeptSection::retire); });
    m_change = new Button(tr("Change"));
    m_change->setObjectName(named("change"));
    m_change->setKeyCap(QStringLiteral("⏎"));
    connect(m_change, &Button::clicked, this, [this] { withChosen(&KeptSection::edit); });
    head->addWidget(m_retire);
    head->addWidget(m_change);
    if (!m_shape.begin.isEmpty()) {
        auto *add = new Button(m_shape.begin, ButtonKind::Primary);
        add->setObjectName(named("new"));
        add->setIcon(icon(u"list-add", Token::OnInk));
        add->setKeyCap(QStringLiteral("N"));
        connect(add, &Button::clicked, this, [this] { begin(); });
        head->addWidget(add);
    }
    column->addLayout(head);
    m_strip->setObjectName(m_shape.noun + QStringLiteral("Strip"));
    column->addWidget(m_strip);
    buildTable();
    auto *pages = new QWidget;
    pages->setLayout(m_stack);
    m_stack->addWidget(new EmptyState(m_shape.emptyIcon, m_shape.emptyTitle, m_shape.emptyWords));
    m_stack->addWidget(m_table);
    column->addWidget(pages, 1);

    const auto key = [this](const QKeySequence &keys, auto act) {
        auto *shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    if (!m_shape.begin.isEmpty())
        key(Qt::Key_N, [this] { begin(); });
    key(Qt::Key_Return, [this] { withChosen(&KeptSection::edit); });
    key(Qt::Key_Enter, [this] { withChosen(&KeptSection::edit); });
    key(Qt::Key_Delete, [this] { withChosen(&KeptSection::retire); });
    if (m_shape.ordered) {
        key(QKeySequence(Qt::ALT | Qt::Key_Up), [this] { withChosen(&KeptSection::moveUp); });
        key(QKeySequence(Qt::ALT | Qt::Key_Down), [this] { withChosen(&KeptSection::moveDown); });
    }
}

void KeptSection::buildTable()
{
    m_table->setObjectName(m_shape.noun + QStringLiteral("Table"));
    m_table->setAccessibleName(m_shape.heading);
    m_table->setModel(m_model);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    dressRows(m_table)->setPadding(12, 10);
    QHeaderView *header = m_table->horizontalHeader();
    header->setStretchLastSection(false);
    header->setSectionsClickable(false);
    const Theme &theme = Theme::of(this);
    QStringList titles;
    for (int i = 0; i < m_shape.columns.size(); ++i) {
        const Column &column = m_shape.columns.at(i);
        titles << column.title;
        if (column.width > 0)
            header->resizeSection(i, theme.scaled(column.width));
        else
            header->setSectionResizeMode(i, QHeaderView::Stretch);
    }
    m_model->setHorizontalHeaderLabels(titles);
    for (int i = 0; i < m_shape.columns.size(); ++i) {
        if (m_shape.columns.at(i).numbers)
            m_model->horizontalHeaderItem(i)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    }
    connect(m_table, &QTableView::doubleClicked, this, [this] { withChosen(&KeptSection::edit); });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &KeptSection::nameRetiring);
}

void KeptSection::nameRetiring()
{
    m_retire->setText(isRetired(m_table->currentIndex().row()) ? tr("Take back into use") : tr("Retire"));
    m_retire->setKeyCap(QStringLiteral("Del")); // a new text takes the key away
}

void KeptSection::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    if (!isResting())
        load(); // the list of sections shows it without entering it
}

bool KeptSection::concerns(const store::ChangeSet &changes) const
{
    return changes.touches(m_shape.table);
}

int KeptSection::chosen() const
{
    return m_table->currentIndex().row();
}

void KeptSection::showRows(const QList<QStringList> &rows)
{
    const int row = m_wanted >= 0 ? m_wanted : std::max(0, m_table->currentIndex().row());
    m_wanted = -1;
    m_model->removeRows(0, m_model->rowCount());
    for (const QStringList &texts : rows) {
        QList<QStandardItem *> cells;
        for (const QString &text : texts) {
            auto *cell = new QStandardItem(text);
            cell->setEditable(false);
            if (m_shape.columns.value(cells.size()).numbers)
                cell->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            cells << cell;
        }
        cells.first()->setData(true, RowBoldRole);
        dressRow(m_model->rowCount(), cells);
        m_model->appendRow(cells);
    }
    m_stack->setCurrentIndex(rows.isEmpty() ? 0 : 1);
    m_change->setVisible(!rows.isEmpty());
    m_retire->setVisible(!rows.isEmpty());
    if (rows.isEmpty())
        return;
    m_table->selectRow(std::min(row, int(rows.size()) - 1));
    nameRetiring();
    // Whoever walks through the list of sections keeps the hand there.
    const QWidget *hand = window()->focusWidget();
    const bool free = !hand || isAncestorOf(hand);
    if (isVisible() && !QApplication::activeModalWidget() && (std::exchange(m_wantsHand, false) || free))
        m_table->setFocus(Qt::OtherFocusReason);
}

void KeptSection::say(const Result<Done> &result, const QString &sentence)
{
    if (!result)
        return sayProblem(result.error());
    m_strip->say(MessageStrip::Kind::Done, sentence);
}

void KeptSection::sayProblem(const Error &error)
{
    m_strip->say(MessageStrip::Kind::Stop, error.message);
}

void KeptSection::withChosen(void (KeptSection::*act)(int row))
{
    const int row = m_table->currentIndex().row();
    if (row < 0 || row >= m_model->rowCount())
        return;
    m_strip->clear();
    (this->*act)(row);
}

} // namespace xinglin::ui
