#include "ui/prescription/prescriptioneditor.h"

#include "ui/kit/button.h"
#include "ui/kit/messagestrip.h"
#include "ui/kit/popuplist.h"
#include "ui/kit/stepper.h"
#include "ui/kit/text.h"
#include "ui/prescription/medicineeditor.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QScrollArea>
#include <QTimer>
#include <QUndoStack>
#include <QVBoxLayout>

namespace xinglin::ui {

PrescriptionEditor::PrescriptionEditor(std::shared_ptr<const Catalog> catalog, QWidget *parent)
    : QWidget(parent), m_catalog(std::move(catalog))
{
    m_sheets.push_back(sheetOf({}, false));
    m_undo = m_sheets.front().undo;
    setObjectName(QStringLiteral("prescriptionEditor"));
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(pageMargin, 12, pageMargin, 8);
    box->setSpacing(gapControls);
    buildRow(box);
    buildHead(box);
    m_sheet = new HerbSheet(m_catalog);
    connect(m_sheet, &HerbSheet::written, this, &PrescriptionEditor::write);
    connect(m_sheet, &HerbSheet::removed, this, &PrescriptionEditor::remove);
    connect(m_sheet, &HerbSheet::doseWritten, this, [this](int index, Mass dose) {
        PrescriptionDraft next = m_draft;
        next.lines[index].dose = dose;
        change(next, tr("Change dose"));
    });
    connect(m_sheet, &HerbSheet::preparationWritten, this, [this](int index, const QString &preparation) {
        PrescriptionDraft next = m_draft;
        next.lines[index].preparation = preparation;
        change(next, tr("Change preparation"));
    });
    connect(m_sheet, &HerbSheet::done, this, [this] { m_packets->setFocus(Qt::TabFocusReason); });
    const auto showCurrent = [this] {
        // A new herb may begin a line that the sheet has yet to grow by.
        QTimer::singleShot(0, m_sheet, [this] {
            const QRect cell = m_sheet->cellRect(m_sheet->current());
            m_scroll->ensureVisible(cell.center().x(), cell.center().y(), 0, cell.height());
        });
    };
    connect(m_sheet, &HerbSheet::currentChanged, this, showCurrent);
    connect(m_sheet, &HerbSheet::reflowed, this, showCurrent);
    m_scroll = new QScrollArea;
    m_scroll->setObjectName(QStringLiteral("sheetScroll"));
    m_scroll->setAccessibleName(tr("Herbs"));
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->viewport()->setAutoFillBackground(false);
    auto *ground = new QWidget;
    auto *column = new QVBoxLayout(ground);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_sheet);
    column->addStretch(1);
    ground->setAutoFillBackground(false);
    m_scroll->setWidget(ground);
    box->addWidget(m_scroll, 1);
    buildNumbers(box);
    showDraft();
}

void PrescriptionEditor::buildHead(QVBoxLayout *box)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(gapControls);
    m_name = new Label({}, TypeStyle::Person);
    m_name->setObjectName(QStringLiteral("prescriptionName"));
    m_name->setMayElide(true);
    row->addWidget(m_name, 1);
    m_route = new Segment(tr("Route"));
    m_route->setObjectName(QStringLiteral("route"));
    QStringList routes;
    for (const Route route : {Route::Decoction, Route::Granule, Route::Pill, Route::Powder, Route::External})
        routes << PrescriptionWords::routeName(route);
    m_route->setCells(routes);
    connect(m_route, &Segment::chosen, this, [this](int index) {
        PrescriptionDraft next = m_draft;
        next.route = Route(index);
        change(next, tr("Change route"));
    });
    row->addWidget(m_route);
    m_formulaButton = new Button(tr("Formula"));
    m_formulaButton->setObjectName(QStringLiteral("formulaButton"));
    m_formulaButton->setKeyCap(QStringLiteral("F4"));
    connect(m_formulaButton, &Button::clicked, this, &PrescriptionEditor::pickFormula);
    row->addWidget(m_formulaButton);
    m_lastButton = new Button(tr("Last one"));
    m_lastButton->setObjectName(QStringLiteral("lastButton"));
    m_lastButton->setKeyCap(QStringLiteral("Ctrl L"));
    m_lastButton->setEnabled(false);
    connect(m_lastButton, &Button::clicked, this, &PrescriptionEditor::takeLast);
    row->addWidget(m_lastButton);
    box->addLayout(row);

    m_formula = new QLineEdit;
    m_formula->setObjectName(QStringLiteral("formulaEdit"));
    m_formula->setAccessibleName(tr("Formula"));
    m_formula->hide();
    m_formulas = new Completion(m_formula);
    m_formulas->setSong(true);
    m_formulas->setMinimumWidth(420);
    connect(m_formulas, &Completion::queryChanged, this, &PrescriptionEditor::askFormulas);
    connect(m_formulas, &Completion::taken, this,
            [this](const CompletionRow &chosen) { insertFormula(chosen.data.toString()); });
    connect(m_formulas, &Completion::dismissed, this, [this] { m_formula->clear(); });
    connect(m_formula, &QLineEdit::editingFinished, this, [this] {
        if (m_formula->text().isEmpty() && !m_formula->hasFocus())
            m_formula->hide();
    });
    box->addWidget(m_formula);

    m_strip = new MessageStrip;
    m_strip->setObjectName(QStringLiteral("prescriptionStrip"));
    connect(m_strip, &MessageStrip::acted, this, [this] { m_joined ? takeAlone() : bringBack(); });
    box->addWidget(m_strip);
    m_comparison = new Label({}, TypeStyle::Caption, Token::Text2);
    m_comparison->setObjectName(QStringLiteral("comparison"));
    m_comparison->setMayElide(true);
    box->addWidget(m_comparison);
}

void PrescriptionEditor::buildNumbers(QVBoxLayout *box)
{
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(gapGroups);
    grid->setVerticalSpacing(2);
    const auto stepper = [&](int column, const QString &label, const QString &name, int most, int field) {
        auto *caption = new Label(label, TypeStyle::Caption, Token::Text3);
        auto *one = new Stepper(label);
        one->setObjectName(name);
        one->setRange(1, most);
        caption->setBuddy(one);
        connect(one, &Stepper::valueChanged, this, [this, field](int value) { changeNumbers(field, value); });
        connect(one, &Stepper::passed, this, [this] { m_numbersPassed = true; });
        grid->addWidget(caption, 0, column);
        grid->addWidget(one, 1, column);
        return one;
    };
    m_packets = stepper(0, tr("Packets"), QStringLiteral("packets"), 90, 1);
    m_packetsPerDay = stepper(1, tr("Packets a day"), QStringLiteral("packetsPerDay"), 9, 2);
    m_timesPerDay = stepper(2, tr("Doses a day"), QStringLiteral("timesPerDay"), 9, 3);
    grid->addWidget(new Label(tr("Days"), TypeStyle::Caption, Token::Text3), 0, 3);
    m_days = new Label({}, TypeStyle::Figure);
    m_days->setObjectName(QStringLiteral("days"));
    m_days->setMinimumWidth(40);
    grid->addWidget(m_days, 1, 3);
    auto *caption = new Label(tr("How to take it"), TypeStyle::Caption, Token::Text3);
    m_instructions = new QLineEdit;
    m_instructions->setObjectName(QStringLiteral("instructions"));
    m_instructions->setAccessibleName(tr("How to take it"));
    m_instructions->setMinimumWidth(160);
    caption->setBuddy(m_instructions);
    connect(m_instructions, &QLineEdit::textEdited, this, [this](const QString &text) {
        PrescriptionDraft next = m_draft;
        next.instructions = text;
        change(next, tr("Change instructions"), 4);
    });
    grid->addWidget(caption, 0, 4);
    grid->addWidget(m_instructions, 1, 4);
    grid->setColumnStretch(4, 1);
    box->addLayout(grid);
    m_totals = new Label({}, TypeStyle::Small, Token::Text2);
    m_totals->setObjectName(QStringLiteral("totals"));
    m_totals->setMayElide(true);
    m_keep = new Button(tr("Keep as own formula"), ButtonKind::Ghost);
    m_keep->setObjectName(QStringLiteral("keepFormula"));
    m_keep->setKeyCap(QStringLiteral("Ctrl G"));
    m_keep->setControlSize(ButtonSize::Small);
    connect(m_keep, &Button::clicked, this, &PrescriptionEditor::keepWanted);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(gapControls);
    foot->addWidget(m_totals, 1);
    foot->addWidget(m_keep);
    box->addLayout(foot);
    m_medicines = new MedicineEditor;
    connect(m_medicines, &MedicineEditor::left, this, [this] { m_sheet->setFocus(Qt::OtherFocusReason); });
    box->addWidget(m_medicines);
    m_first = new Button(tr("+ Prescription"), ButtonKind::Ghost);
    m_first->setObjectName(QStringLiteral("addPrescriptionBelow"));
    m_first->setControlSize(ButtonSize::Small);
    m_first->setKeyCap(QStringLiteral("Ctrl N"));
    m_first->setAccessibleName(m_another->accessibleName());
    m_first->setToolTip(m_another->toolTip());
    connect(m_first, &Button::clicked, this, &PrescriptionEditor::add);
    m_medicines->addBeside(m_first);
    showRow();
}

} // namespace xinglin::ui
