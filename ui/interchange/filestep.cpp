#include "ui/interchange/filestep.h"

#include "ui/interchange/importwords.h"
#include "ui/interchange/workbar.h"
#include "ui/kit/button.h"
#include "ui/kit/emptystate.h"
#include "ui/kit/field.h"
#include "ui/kit/messagestrip.h"
#include "ui/kit/rowdelegate.h"
#include "ui/kit/segment.h"
#include "ui/kit/text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QLocale>
#include <QMimeData>
#include <QStackedLayout>
#include <QStandardItemModel>
#include <QTableView>

namespace xinglin::ui {

namespace {

using interop::Certainty;
using interop::ImportKind;
using interop::TableKind;

constexpr ImportKind kinds[] = {ImportKind::Patients, ImportKind::Allergies, ImportKind::Visits,
                                ImportKind::Prescriptions};
constexpr TextEncoding encodings[] = {TextEncoding::Utf8,    TextEncoding::Gb18030, TextEncoding::Big5,
                                      TextEncoding::Utf16Le, TextEncoding::Utf16Be, TextEncoding::Windows1252};
constexpr char16_t delimiters[] = {u',', u';', u'\t', u'|'};
constexpr int asFound = -1;
constexpr int shownRows = 20;
constexpr int lastHeader = 10;
constexpr int widestSheet = 220;

void name(QWidget *widget, const char *objectName)
{
    widget->setObjectName(QLatin1String(objectName));
}

/// A field of the reading, no wider than it must be.
Field *fieldFor(const QString &label, QWidget *editor)
{
    auto *field = new Field(label, editor);
    field->setReserve(false);
    return field;
}

/// Both orders of bytes are told apart.
QString nameOf(TextEncoding encoding)
{
    const QString name = encodingName(encoding);
    if (encoding == TextEncoding::Utf16Le)
        return name + QStringLiteral(" LE");
    return encoding == TextEncoding::Utf16Be ? name + QStringLiteral(" BE") : name;
}

QString droppedFile(const QMimeData &data)
{
    return data.urls().size() == 1 ? data.urls().constFirst().toLocalFile() : QString();
}

} // namespace

FileStep::FileStep(ImportCourse &course, QWidget *parent)
    : QWidget(parent)
    , m_course(course)
    , m_path(new QLineEdit)
    , m_kind(new Segment(tr("What the lines are about")))
    , m_strip(new MessageStrip)
    , m_encoding(new QComboBox)
    , m_delimiter(new QComboBox)
    , m_sheet(new QComboBox)
    , m_header(new QComboBox)
    , m_replace(new QCheckBox(tr("Put a mark where bytes do not fit")))
    , m_found(new Label(QString(), TypeStyle::Small, Token::Text2))
    , m_model(new QStandardItemModel(this))
    , m_rows(new QTableView)
    , m_empty(new EmptyState(QStringLiteral("document-open"), tr("No file yet"),
                             tr("Choose a table with [Ctrl O], drop it here, or write where it is and press [⏎].")))
    , m_stack(nullptr)
{
    setAcceptDrops(true);
    name(m_path, "importPath");
    m_path->setPlaceholderText(tr("CSV or Excel workbook (.xlsx)"));
    name(m_kind, "importKind");
    QStringList cells;
    for (const ImportKind kind : kinds)
        cells << kindWords(kind);
    m_kind->setCells(cells);
    name(m_strip, "fileStrip");
    name(m_found, "fileFound");
    m_found->setMayElide(true);
    auto *choose = new Button(tr("Choose"));
    name(choose, "chooseImport");
    choose->setKeys(QKeySequence(Qt::CTRL | Qt::Key_O));

    auto *file = new QHBoxLayout;
    file->setSpacing(gapControls);
    auto *pathField = new Field(tr("File"), m_path);
    pathField->setReserve(false);
    file->addWidget(pathField, 1);
    file->addWidget(choose, 0, Qt::AlignBottom);
    file->addSpacing(gapGroups);
    file->addWidget(m_kind, 0, Qt::AlignBottom);
    name(m_rows, "importRows");
    m_rows->setAccessibleName(tr("First rows of the file"));
    m_rows->setModel(m_model);
    m_rows->setSelectionMode(QAbstractItemView::SingleSelection);
    dressRows(m_rows, Size::RowDense)->setPadding(12, 10);
    m_rows->horizontalHeader()->setStretchLastSection(false);
    m_rows->horizontalHeader()->setSectionsClickable(false);
    auto *pages = new QWidget;
    m_stack = new QStackedLayout(pages);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_rows);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(ringMargin, ringMargin, ringMargin, ringMargin);
    column->setSpacing(gapControls);
    column->addLayout(file);
    column->addWidget(m_strip);
    m_reading = buildReading();
    column->addWidget(m_reading);
    column->addWidget(m_found);
    column->addWidget(pages, 1);

    connect(choose, &Button::clicked, this, &FileStep::choose);
    connect(m_path, &QLineEdit::returnPressed, this, [this] { m_course.setPath(m_path->text().trimmed()); });
    connect(m_kind, &Segment::chosen, this, [this](int index) { m_course.setKind(kinds[index]); });
    connect(&m_course, &ImportCourse::lookedAt, this, &FileStep::show);
    show();
}

QWidget *FileStep::buildReading()
{
    name(m_encoding, "importEncoding");
    name(m_delimiter, "importDelimiter");
    name(m_sheet, "importSheet");
    name(m_header, "importHeader");
    name(m_replace, "importReplace");
    for (int row = 1; row <= lastHeader; ++row)
        m_header->addItem(QString::number(row));
    for (QComboBox *box : {m_encoding, m_delimiter, m_sheet})
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_sheet->setMaximumWidth(Theme::of(this).scaled(widestSheet));
    auto *pane = new QWidget;
    auto *row = new QHBoxLayout(pane);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(gapGroups);
    m_encodingField = fieldFor(tr("Encoding"), m_encoding);
    m_delimiterField = fieldFor(tr("Between the cells"), m_delimiter);
    m_sheetField = fieldFor(tr("Sheet"), m_sheet);
    for (Field *field : {m_encodingField, m_delimiterField, m_sheetField})
        row->addWidget(field);
    row->addWidget(fieldFor(tr("Row with the names of the columns"), m_header));
    row->addWidget(m_replace, 0, Qt::AlignBottom);
    row->addStretch(1);
    for (QComboBox *box : {m_encoding, m_delimiter, m_sheet, m_header})
        connect(box, &QComboBox::currentIndexChanged, this, &FileStep::read);
    connect(m_replace, &QCheckBox::toggled, this, &FileStep::read);
    return pane;
}

void FileStep::begin()
{
    m_path->setFocus(Qt::OtherFocusReason);
}

void FileStep::choose()
{
    auto *dialog = new QFileDialog(this, tr("Which table is to be brought in?"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilter(tr("Tables (*.csv *.txt *.tsv *.xlsx)"));
    connect(dialog, &QFileDialog::fileSelected, &m_course, &ImportCourse::setPath);
    dialog->open();
}

void FileStep::dragEnterEvent(QDragEnterEvent *event)
{
    if (!droppedFile(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void FileStep::dropEvent(QDropEvent *event)
{
    event->setDropAction(Qt::CopyAction); // the file stays where it is
    event->accept();
    m_course.setPath(droppedFile(*event->mimeData()));
}

/// What the person has changed of the reading.
void FileStep::read()
{
    if (m_filling)
        return;
    interop::ReadOptions reading = m_course.reading();
    const int encoding = m_encoding->currentData().toInt();
    const int delimiter = m_delimiter->currentData().toInt();
    const std::optional<TextEncoding> chosen =
        encoding == asFound ? std::nullopt : std::optional(static_cast<TextEncoding>(encoding));
    const int sheet = std::max(0, m_sheet->currentIndex());
    const bool other = chosen != reading.encoding || sheet != reading.sheet;
    reading.encoding = chosen;
    reading.delimiter = delimiter == asFound ? std::nullopt : std::optional(QChar(delimiter));
    reading.sheet = sheet;
    reading.replaceMisfits = m_replace->isChecked();
    // With other letters or on another sheet the names of the columns are looked for anew.
    m_course.setReading(reading, other ? std::nullopt : std::optional(m_header->currentIndex()));
}

void FileStep::show()
{
    m_filling = true;
    if (m_path->text().trimmed() != m_course.path())
        m_path->setText(m_course.path());
    for (int i = 0; i < static_cast<int>(std::size(kinds)); ++i) {
        if (kinds[i] == m_course.kind())
            m_kind->setCurrent(i);
    }
    if (!m_course.isLooking()) {
        showReading();
        showRows();
        tell();
    }
    m_filling = false;
}

void FileStep::showReading()
{
    const auto &info = m_course.info();
    m_reading->setVisible(info.has_value());
    if (!info)
        return;
    const bool text = info->kind == TableKind::Csv;
    m_encodingField->setVisible(text);
    m_delimiterField->setVisible(text);
    m_sheetField->setVisible(!text);
    const interop::ReadOptions &reading = m_course.reading();
    m_replace->setVisible(text && (!info->misfits.isEmpty() || reading.encoding || reading.replaceMisfits));
    m_replace->setChecked(reading.replaceMisfits);

    m_encoding->clear();
    m_encoding->addItem(info->encoding ? tr("%1 (found)").arg(nameOf(*info->encoding)) : tr("please choose"), asFound);
    for (const TextEncoding encoding : encodings)
        m_encoding->addItem(nameOf(encoding), static_cast<int>(encoding));
    m_encoding->setCurrentIndex(m_encoding->findData(reading.encoding ? static_cast<int>(*reading.encoding) : asFound));
    m_delimiter->clear();
    m_delimiter->addItem(tr("%1 (found)").arg(delimiterWords(info->delimiter)), asFound);
    for (const QChar delimiter : delimiters)
        m_delimiter->addItem(delimiterWords(delimiter), int(delimiter.unicode()));
    m_delimiter->setCurrentIndex(
        m_delimiter->findData(reading.delimiter ? int(reading.delimiter->unicode()) : asFound));
    m_sheet->clear();
    for (const interop::SheetInfo &sheet : info->sheets)
        m_sheet->addItem(sheet.hidden ? tr("%1 (hidden)").arg(sheet.name) : sheet.name);
    m_sheet->setCurrentIndex(reading.sheet);
    if (m_course.looked())
        m_header->setCurrentIndex(m_course.looked()->spec.headerRow);
}

void FileStep::showRows()
{
    m_model->clear();
    const auto &looked = m_course.looked();
    m_stack->setCurrentIndex(looked ? 1 : 0);
    if (!looked) {
        m_empty->setWords(m_course.path().isEmpty() ? tr("No file yet") : tr("Nothing to show"),
                          tr("Choose a table with [Ctrl O], drop it here, or write where it is and press [⏎]."));
        m_found->setText(isUnfit() ? misfitWords(m_course.info()->misfits) : QString());
        return;
    }
    m_model->setHorizontalHeaderLabels(looked->header);
    for (const QStringList &cells : looked->rows.mid(0, shownRows)) {
        QList<QStandardItem *> row;
        for (const QString &cell : cells.mid(0, looked->header.size())) {
            auto *item = new QStandardItem(cell.simplified());
            item->setEditable(false);
            row << item;
        }
        m_model->appendRow(row);
    }
    const Theme &theme = Theme::of(this);
    m_rows->resizeColumnsToContents();
    for (int i = 0; i < m_model->columnCount(); ++i)
        m_rows->setColumnWidth(i, std::clamp(m_rows->columnWidth(i), theme.scaled(72), theme.scaled(240)));
    m_found->setText(tr("%1, %2, %n columns; its first rows:", nullptr, static_cast<int>(looked->header.size()))
                         .arg(QFileInfo(m_course.path()).fileName(), QLocale().formattedDataSize(looked->info.bytes)));
}

/// Some bytes fit no encoding that was tried, and none is chosen yet.
bool FileStep::isUnfit() const
{
    return m_course.info() && m_course.info()->kind == TableKind::Csv && !m_course.info()->encoding &&
           !m_course.reading().encoding;
}

void FileStep::tell()
{
    const auto &info = m_course.info();
    if (m_course.problem()) {
        m_strip->say(MessageStrip::Kind::Stop,
                     isUnfit()
                         ? tr("No encoding fits all of this file. Choose one, and put a mark where it does not fit.")
                         : m_course.problem()->message);
    } else if (info && info->kind == TableKind::Csv && info->certainty == Certainty::Guess &&
               !m_course.reading().encoding) {
        m_strip->say(MessageStrip::Kind::Caution,
                     tr("The encoding is guessed. Look whether the letters below are right, or choose another one."));
    } else {
        m_strip->clear();
    }
}

} // namespace xinglin::ui
