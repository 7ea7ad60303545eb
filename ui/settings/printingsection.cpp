#include "ui/settings/printingsection.h"

#include "ui/kit/button.h"
#include "ui/kit/messagestrip.h"
#include "ui/kit/ondone.h"
#include "ui/kit/stepper.h"
#include "ui/kit/text.h"
#include "ui/paper/paperkinds.h"
#include "ui/settings/testpage.h"

#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QGridLayout>
#include <QScrollArea>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace xinglin::ui {

namespace {

enum Column { Name, Where, Source, Copies, Test };
enum What { Default, Named, Folder, OtherFolder };
constexpr int whatRole = Qt::UserRole;
constexpr int valueRole = Qt::UserRole + 1;

void add(QComboBox *box, const QString &text, What what, const QString &value = {})
{
    box->addItem(text);
    box->setItemData(box->count() - 1, int(what), whatRole);
    box->setItemData(box->count() - 1, value, valueRole);
}

} // namespace

PrintingSection::PrintingSection(Clinic &clinic, const Who &who, QWidget *parent)
    : Page(QStringLiteral("settingsPrinting"), parent)
    , m_shop(PrintShop::of(clinic))
    , m_clinicName(who.clinic.name)
    , m_strip(new MessageStrip)
{
    m_strip->setObjectName(QStringLiteral("printingStrip"));
    auto *body = new QWidget;
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(pageMargin, 12, pageMargin, gapGroups);
    column->setSpacing(gapControls);
    column->addWidget(new Label(tr("Printers of this PC"), TypeStyle::Title));
    auto *words =
        new Label(tr("Papers are printed without a question. What the printer does not take is kept, also when "
                     "the program ends, and offered again."),
                  TypeStyle::Small, Token::Text2);
    words->setWordWrap(true);
    column->addWidget(words);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(gapGroups);
    grid->setVerticalSpacing(gapControls);
    grid->addWidget(new Label(tr("Paper"), TypeStyle::Small, Token::Text2), 0, Name);
    grid->addWidget(new Label(tr("Where to"), TypeStyle::Small, Token::Text2), 0, Where);
    grid->addWidget(new Label(tr("Paper source"), TypeStyle::Small, Token::Text2), 0, Source);
    grid->addWidget(new Label(tr("Copies"), TypeStyle::Small, Token::Text2), 0, Copies);
    grid->setColumnStretch(Where, 1);
    for (const QString &kind : paperkind::all())
        addRow(grid, kind);
    column->addLayout(grid);
    column->addStretch(1);
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(body);
    setGround(scroll->viewport(), Token::Window);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addWidget(m_strip);
    whole->addWidget(scroll, 1);
}

void PrintingSection::addRow(QGridLayout *grid, const QString &kind)
{
    const QString name = paperkind::name(kind);
    Row row{kind, new QComboBox, new QComboBox, new Stepper(tr("Copies of: %1").arg(name)),
            new Button(tr("Test page"))};
    row.printer->setObjectName(QStringLiteral("printer-") + kind);
    row.printer->setAccessibleName(tr("Where to: %1").arg(name));
    row.printer->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    row.printer->setMinimumContentsLength(18);
    row.tray->setObjectName(QStringLiteral("tray-") + kind);
    row.tray->setAccessibleName(tr("Paper source: %1").arg(name));
    row.tray->setMinimumContentsLength(10);
    row.copies->setObjectName(QStringLiteral("copies-") + kind);
    row.copies->setRange(1, mostCopies);
    row.copies->setValue(1);
    row.test->setObjectName(QStringLiteral("test-") + kind);
    row.test->setControlSize(ButtonSize::Small);
    row.test->setAccessibleName(tr("Test page: %1").arg(name));
    const int at = grid->rowCount();
    grid->addWidget(new Label(name), at, Name);
    grid->addWidget(row.printer, at, Where);
    grid->addWidget(row.tray, at, Source);
    grid->addWidget(row.copies, at, Copies);
    grid->addWidget(row.test, at, Test);
    m_rows << row;
    connect(row.printer, &QComboBox::activated, this, [this, row](int index) { choosePrinter(row, index); });
    connect(row.tray, &QComboBox::activated, this, [this, row](int index) {
        m_routes[row.kind].tray = row.tray->itemData(index, valueRole).toString();
        save();
    });
    connect(row.copies, &Stepper::valueChanged, this, [this, row](int copies) {
        m_routes[row.kind].copies = copies;
        save();
    });
    connect(row.test, &Button::clicked, this, [this, kind] { printTest(kind); });
    fill(row);
}

QString PrintingSection::title() const
{
    return tr("Printing");
}

QList<KeyHint> PrintingSection::keyHints() const
{
    return {{QStringLiteral("Tab"), tr("next field")}, {QStringLiteral("↑ ↓"), tr("choose")}};
}

void PrintingSection::activate()
{
    m_rows.first().printer->setFocus(Qt::OtherFocusReason);
}

void PrintingSection::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    load();
}

void PrintingSection::load()
{
    onDone(m_shop.routes(), this, [this](const Result<PrintRoutes> &routes) {
        if (!routes || m_saving)
            return;
        m_routes = *routes;
        m_loaded = true;
        for (const Row &row : std::as_const(m_rows))
            fill(row);
    });
    onDone(m_shop.printers(), this, [this](const Result<Printers> &printers) {
        if (!printers)
            return;
        m_printers = *printers;
        for (const Row &row : std::as_const(m_rows))
            fill(row);
    });
}

void PrintingSection::fill(const Row &row)
{
    const PrintRoute route = m_routes.value(row.kind);
    row.printer->clear();
    add(row.printer,
        m_printers.first.isEmpty() ? tr("PDF (no printer)") : tr("Default printer (%1)").arg(m_printers.first),
        Default);
    for (const QString &name : std::as_const(m_printers.names))
        add(row.printer, name, Named, name);
    if (!route.printer.isEmpty() && !m_printers.names.contains(route.printer))
        add(row.printer, tr("%1 (not there now)").arg(route.printer), Named, route.printer);
    if (!route.folder.isEmpty())
        add(row.printer, tr("PDF in %1").arg(QDir::toNativeSeparators(route.folder)), Folder, route.folder);
    add(row.printer, tr("Save as PDF in a folder …"), OtherFolder);
    for (int i = 0; i < row.printer->count(); ++i) {
        const int what = row.printer->itemData(i, whatRole).toInt();
        const QString value = row.printer->itemData(i, valueRole).toString();
        if (route.folder.isEmpty()
                ? (route.printer.isEmpty() ? what == Default : what == Named && value == route.printer)
                : what == Folder)
            row.printer->setCurrentIndex(i);
    }
    const QString printer = route.printer.isEmpty() ? m_printers.first : route.printer;
    const QStringList trays = route.folder.isEmpty() ? m_printers.trays.value(printer) : QStringList();
    row.tray->clear();
    add(row.tray, tr("as the printer is set"), Default);
    for (const QString &tray : trays)
        add(row.tray, tray, Named, tray);
    if (!route.tray.isEmpty() && !trays.contains(route.tray))
        add(row.tray, route.tray, Named, route.tray);
    row.tray->setCurrentIndex(std::max(0, row.tray->findData(route.tray, valueRole)));
    const bool printed = route.folder.isEmpty() && !printer.isEmpty();
    row.tray->setEnabled(m_loaded && printed && row.tray->count() > 1);
    row.copies->setValue(route.copies);
    row.copies->setEnabled(m_loaded && printed);
    row.printer->setEnabled(m_loaded);
    row.test->setEnabled(m_loaded);
}

void PrintingSection::choosePrinter(const Row &row, int index)
{
    const int what = row.printer->itemData(index, whatRole).toInt();
    if (what == OtherFolder)
        return askFolder(row);
    PrintRoute &route = m_routes[row.kind];
    const QString value = row.printer->itemData(index, valueRole).toString();
    const QString printer = what == Named ? value : QString();
    if (printer != route.printer)
        route.tray.clear(); // another printer has other trays
    route.printer = printer;
    route.folder = what == Folder ? value : QString();
    fill(row);
    save();
}

void PrintingSection::askFolder(const Row &row)
{
    const QString before = m_routes.value(row.kind).folder;
    auto *dialog = new QFileDialog(
        this, tr("Save as PDF in a folder"),
        before.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation) : before);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, [this, row](const QString &folder) {
        m_routes[row.kind].folder = folder;
        m_routes[row.kind].printer.clear();
        m_routes[row.kind].tray.clear();
        fill(row);
        save();
    });
    connect(dialog, &QDialog::rejected, this, [this, row] { fill(row); });
    dialog->open();
}

void PrintingSection::save()
{
    m_changed = m_saving; // one after the other: the last choice has to win
    if (m_saving)
        return;
    m_saving = true;
    onDone(m_shop.setRoutes(m_routes), this, [this](const Result<Done> &done) {
        m_saving = false;
        if (m_changed)
            return save();
        if (done)
            m_strip->say(MessageStrip::Kind::Done, tr("Saved. It counts on this PC from now on."));
        else
            m_strip->say(MessageStrip::Kind::Stop, done.error().message);
    });
}

void PrintingSection::printTest(const QString &kind)
{
    const PrintWish wish{QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation) +
                         QStringLiteral("/Prescriptions")};
    const auto make = [kind, clinic = m_clinicName](const PaperDress &dress) { return testPage(kind, clinic, dress); };
    onDone(m_shop.send(make, wish), this, [this](const Result<PrintOutcome> &outcome) {
        if (!outcome)
            m_strip->say(MessageStrip::Kind::Stop, outcome.error().message);
        else if (outcome->printer.isEmpty())
            m_strip->say(MessageStrip::Kind::Done,
                         tr("The test page is %1.").arg(QDir::toNativeSeparators(outcome->path)));
        else
            m_strip->say(MessageStrip::Kind::Done, tr("The test page was sent to %1.").arg(outcome->printer));
    });
}

} // namespace xinglin::ui
