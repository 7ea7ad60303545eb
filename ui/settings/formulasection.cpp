#include "ui/settings/formulasection.h"

#include "ui/kit/button.h"
#include "ui/kit/emptystate.h"
#include "ui/kit/messagestrip.h"
#include "ui/kit/ondone.h"
#include "ui/kit/rowdelegate.h"
#include "ui/kit/text.h"
#include "ui/prescription/formuladialog.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QShortcut>
#include <QStackedLayout>
#include <QStandardItemModel>
#include <QTableView>

namespace xinglin::ui {

namespace {
enum Column { Letters, Name, Herbs, For, Whose, ColumnCount };
} // namespace

FormulaSection::FormulaSection(Clinic &clinic, QWidget *parent)
    : Page(QStringLiteral("settingsFormulas"), parent)
    , m_clinic(clinic)
    , m_model(new QStandardItemModel(0, ColumnCount, this))
    , m_table(new QTableView)
    , m_stack(new QStackedLayout)
    , m_strip(new MessageStrip)
{
    build();
    connect(&m_clinic, &Clinic::changed, this, [this](const store::ChangeSet &changes) {
        if (isVisible() && !isResting() && changes.touches("formula_template"))
            load();
    });
}

QString FormulaSection::title() const
{
    return tr("Formulas");
}

QList<KeyHint> FormulaSection::keyHints() const
{
    return {{QStringLiteral("⏎"), tr("change")}, {QStringLiteral("Del"), tr("retire")}};
}

void FormulaSection::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(pageMargin, 12, pageMargin, 8);
    column->setSpacing(gapControls);
    auto *head = new QHBoxLayout;
    head->setSpacing(gapControls);
    head->addWidget(new Label(tr("Own formulas"), TypeStyle::Title), 1);
    m_retire = new Button(tr("Retire"));
    m_retire->setObjectName(QStringLiteral("retireFormula"));
    m_retire->setKeyCap(QStringLiteral("Del"));
    connect(m_retire, &Button::clicked, this, &FormulaSection::retire);
    m_change = new Button(tr("Change"));
    m_change->setObjectName(QStringLiteral("changeFormula"));
    m_change->setKeyCap(QStringLiteral("⏎"));
    const auto change = [this] {
        if (const ownformula::Formula *formula = chosen())
            edit(*formula);
    };
    connect(m_change, &Button::clicked, this, change);
    for (Button *button : {m_retire, m_change})
        head->addWidget(button);
    column->addLayout(head);
    m_strip->setObjectName(QStringLiteral("formulaStrip"));
    column->addWidget(m_strip);

    m_table->setObjectName(QStringLiteral("formulaTable"));
    m_table->setAccessibleName(tr("Own formulas"));
    m_model->setHorizontalHeaderLabels({tr("Letters"), tr("Formula"), tr("Herbs"), tr("For"), tr("Whose")});
    m_table->setModel(m_model);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    dressRows(m_table)->setPadding(12, 10);
    m_table->horizontalHeader()->setStretchLastSection(false);
    m_table->horizontalHeader()->setSectionsClickable(false);
    m_table->horizontalHeader()->setSectionResizeMode(Herbs, QHeaderView::Stretch);
    const Theme &theme = Theme::of(this);
    m_table->horizontalHeader()->resizeSection(Letters, theme.scaled(112));
    m_table->horizontalHeader()->resizeSection(Name, theme.scaled(160));
    m_table->horizontalHeader()->resizeSection(For, theme.scaled(160));
    m_table->horizontalHeader()->resizeSection(Whose, theme.scaled(112));
    connect(m_table, &QTableView::doubleClicked, this, change);
    auto *empty = new EmptyState(QStringLiteral("formula"), tr("No own formulas yet"),
                                 tr("On a prescription [Ctrl G] keeps its herbs as a formula."));
    auto *pages = new QWidget;
    pages->setLayout(m_stack);
    m_stack->addWidget(empty);
    m_stack->addWidget(m_table);
    column->addWidget(pages, 1);

    const auto key = [this](const QKeySequence &keys, auto act) {
        auto *shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    key(Qt::Key_Return, change);
    key(Qt::Key_Enter, change);
    key(Qt::Key_Delete, [this] { retire(); });
}

void FormulaSection::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    if (!isResting())
        load(); // the list of sections shows it without entering it
}

void FormulaSection::activate()
{
    load();
}

void FormulaSection::load()
{
    onDone(m_clinic.read([](const store::Snapshot &view) { return ownformula::all(view); }), this,
           [this](const Result<QList<ownformula::Formula>> &known) {
               if (known)
                   return showFormulas(*known);
               m_strip->say(MessageStrip::Kind::Stop, known.error().message);
           });
}

void FormulaSection::showFormulas(const QList<ownformula::Formula> &known)
{
    const int row = std::max(0, m_table->currentIndex().row());
    m_known = known;
    m_model->removeRows(0, m_model->rowCount());
    for (const ownformula::Formula &formula : known) {
        QList<QStandardItem *> cells;
        QStringList herbs;
        for (const PrescriptionLine &line : formula.content.lines)
            herbs << (line.dose > Mass() ? line.name + u' ' + line.dose.gramText() : line.name);
        for (const QString &text :
             {formula.content.code, formula.content.name, herbs.join(tr(", ", "between herbs")),
              formula.content.indication, formula.content.shared ? tr("the clinic's") : tr("my own")}) {
            auto *cell = new QStandardItem(text);
            cell->setEditable(false);
            cells << cell;
        }
        cells.at(Letters)->setData(true, RowBoldRole);
        m_model->appendRow(cells);
    }
    m_stack->setCurrentIndex(known.isEmpty() ? 0 : 1);
    m_change->setVisible(!known.isEmpty());
    m_retire->setVisible(!known.isEmpty());
    if (known.isEmpty())
        return;
    m_table->selectRow(std::min(row, int(known.size()) - 1));
    if (isVisible() && !QApplication::activeModalWidget())
        m_table->setFocus(Qt::OtherFocusReason);
}

const ownformula::Formula *FormulaSection::chosen() const
{
    const int row = m_table->currentIndex().row();
    return row >= 0 && row < m_known.size() ? &m_known.at(row) : nullptr;
}

void FormulaSection::edit(const ownformula::Formula &formula)
{
    m_strip->clear();
    (new FormulaDialog(m_clinic, formula.content, {}, this))->open();
}

void FormulaSection::retire()
{
    const ownformula::Formula *formula = chosen();
    if (!formula)
        return;
    const ownformula::Formula gone = *formula;
    const auto done =
        m_clinic.write("formula.retire", [id = gone.id](store::Transaction &tx) { return ownformula::retire(tx, id); });
    onDone(done, this, [this, gone](const Result<Done> &result) {
        m_strip->say(result ? MessageStrip::Kind::Done : MessageStrip::Kind::Stop,
                     result ? tr("\"%1\" is offered no more.").arg(gone.content.name) : result.error().message);
    });
}

} // namespace xinglin::ui
