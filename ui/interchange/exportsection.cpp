#include "ui/interchange/exportsection.h"

#include "ui/interchange/calendarexportdialog.h"
#include "ui/interchange/workbar.h"
#include "ui/kit/button.h"
#include "ui/kit/field.h"
#include "ui/kit/messagestrip.h"
#include "ui/kit/ondone.h"
#include "ui/kit/rowdelegate.h"
#include "ui/kit/segment.h"
#include "ui/kit/text.h"
#include "ui/shell/notewords.h"
#include "ui/shell/who.h"

#include <QCheckBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QStandardItemModel>
#include <QStandardPaths>
#include <QTableView>

namespace xinglin::ui {

namespace {

using interop::ExportFormat;
using interop::ExportKinds;

enum Column { What, File, State, Why, ColumnCount };

constexpr ExportFormat formats[] = {ExportFormat::Csv, ExportFormat::Xlsx, ExportFormat::Json};
const QString zipEnding = QStringLiteral(".zip");

QString inWords(const QString &en, const QString &zh)
{
    return chineseScreen() ? zh : en;
}

} // namespace

ExportSection::ExportSection(Clinic &clinic, std::shared_ptr<const Catalog> catalog, Files &files, QWidget *parent)
    : Page(QStringLiteral("settingsExport"), parent)
    , m_clinic(clinic)
    , m_catalog(std::move(catalog))
    , m_files(files)
    , m_run(ExportRun::of(clinic))
    , m_strip(new MessageStrip)
    , m_path(new QLineEdit)
    , m_pathField(new Field(tr("Folder that is made"), m_path))
    , m_choose(new Button(tr("Choose")))
    , m_format(new Segment(tr("Format")))
    , m_zip(new QCheckBox(tr("As one ZIP file")))
    , m_sum(new Label(QString(), TypeStyle::Small, Token::Text2))
    , m_model(new QStandardItemModel(0, ColumnCount, this))
    , m_table(new QTableView)
    , m_work(new WorkBar(QStringLiteral("export")))
    , m_start(new Button(tr("Export"), ButtonKind::Primary))
    , m_calendar(new Button(tr("Only the calendar")))
{
    m_strip->setObjectName(QStringLiteral("exportStrip"));
    m_table->setObjectName(QStringLiteral("exportContents"));
    m_table->setAccessibleName(tr("What will be in the export and what not"));
    m_model->setHorizontalHeaderLabels({tr("What"), tr("File"), tr("State"), tr("Why")});
    m_table->setModel(m_model);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    dressRows(m_table, Size::RowDense)->setPadding(12, 10);
    QHeaderView *header = m_table->horizontalHeader();
    header->setSectionsClickable(false);
    header->setStretchLastSection(true);
    const Theme &theme = Theme::of(this);
    header->resizeSection(What, theme.scaled(270));
    header->resizeSection(File, theme.scaled(180));
    header->resizeSection(State, theme.scaled(112));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(pageMargin, 12, pageMargin, 8);
    column->setSpacing(gapControls);
    auto *title = new Label(tr("Everything the clinic keeps, as files that others can read"), TypeStyle::Title);
    title->setMayElide(true);
    m_calendar->setObjectName(QStringLiteral("exportCalendar"));
    m_calendar->setKeys(QKeySequence(Qt::Key_C));
    m_calendar->hide();
    auto *top = new QHBoxLayout;
    top->setContentsMargins(0, 0, ringMargin, 0);
    top->setSpacing(gapControls);
    top->addWidget(title, 1);
    top->addWidget(m_calendar);
    column->addLayout(top);
    column->addWidget(m_strip);
    column->addWidget(buildHead());
    column->addWidget(m_work);
    column->addWidget(m_sum);
    column->addWidget(m_table, 1);
    connect(m_choose, &Button::clicked, this, &ExportSection::choose);
    connect(m_start, &Button::clicked, this, &ExportSection::start);
    connect(m_calendar, &Button::clicked, this, &ExportSection::exportCalendar);
    connect(m_path, &QLineEdit::textEdited, m_pathField, &Field::clearProblem);
    connect(m_work, &WorkBar::cancelled, m_run, &ExportRun::cancel);
    connect(m_run, &ExportRun::runningChanged, this, &ExportSection::tellRunning);
    connect(m_run, &ExportRun::finished, this, &ExportSection::finish);
    connect(m_zip, &QCheckBox::toggled, this, [this](bool zip) {
        const QString path = m_path->text();
        if (zip && !path.endsWith(zipEnding))
            m_path->setText(path + zipEnding);
        else if (!zip && path.endsWith(zipEnding))
            m_path->setText(path.chopped(zipEnding.size()));
        m_pathField->setLabel(zip ? tr("ZIP file that is made") : tr("Folder that is made"));
    });
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    m_path->setText(
        QDir::toNativeSeparators(documents + u'/' + tr("Clinic data %1").arg(today(m_clinic).toString(Qt::ISODate))));
    tellRunning();
    warn();
}

QWidget *ExportSection::buildHead()
{
    m_path->setObjectName(QStringLiteral("exportPath"));
    m_choose->setObjectName(QStringLiteral("chooseExport"));
    m_choose->setKeys(QKeySequence(Qt::CTRL | Qt::Key_O));
    m_format->setObjectName(QStringLiteral("exportFormat"));
    m_format->setCells({tr("CSV"), tr("Excel"), tr("JSON")});
    m_zip->setObjectName(QStringLiteral("exportZip"));
    m_start->setObjectName(QStringLiteral("startExport"));
    m_start->setKeys(QKeySequence(Qt::Key_E));
    m_sum->setObjectName(QStringLiteral("exportSum"));
    m_sum->setMayElide(true);
    auto *pane = new QWidget;
    auto *column = new QVBoxLayout(pane);
    column->setContentsMargins(0, 0, ringMargin, ringMargin);
    column->setSpacing(gapControls);
    column->addWidget(m_pathField);
    auto *how = new QHBoxLayout;
    how->setContentsMargins(ringMargin, 0, 0, 0);
    how->setSpacing(gapGroups);
    how->addWidget(m_choose);
    how->addWidget(m_format);
    how->addWidget(m_zip);
    how->addStretch(1);
    how->addWidget(m_start);
    column->addLayout(how);
    return pane;
}

QString ExportSection::title() const
{
    return tr("Export");
}

QString ExportSection::context() const
{
    return m_run->isRunning() ? tr("is being written") : QString();
}

QList<KeyHint> ExportSection::keyHints() const
{
    if (m_run->isRunning())
        return {{QStringLiteral("Esc"), tr("stop, nothing stays")}};
    QList<KeyHint> hints{{QStringLiteral("E"), tr("export")}, {QStringLiteral("Ctrl O"), tr("choose where")}};
    if (!m_resources.isEmpty())
        hints.append({QStringLiteral("C"), tr("only the calendar")});
    return hints;
}

void ExportSection::activate()
{
    m_table->setFocus(Qt::OtherFocusReason);
}

void ExportSection::rest(bool resting)
{
    Page::rest(resting);
    if (!resting)
        load();
}

bool ExportSection::hasUnsaved() const
{
    return m_run->isRunning();
}

void ExportSection::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    if (!isResting())
        load();
}

/// How the files are to be kept, until there is something else to say.
void ExportSection::warn()
{
    m_strip->say(MessageStrip::Kind::Caution,
                 tr("The files are not encrypted: whoever has them can read them. Keep them on an encrypted disk, and "
                    "delete them when they are no longer needed."));
}

void ExportSection::load()
{
    loadResources();
    const quint64 question = ++m_question;
    onDone(m_clinic.read([](const store::Snapshot &view) { return interop::lookAhead(view); }), this,
           [this, question](const Result<interop::ExportOutlook> &outlook) {
               if (question != m_question)
                   return;
               if (!outlook)
                   return m_strip->say(MessageStrip::Kind::Stop, outlook.error().message);
               tell(*outlook);
           });
}

void ExportSection::loadResources()
{
    onDone(m_clinic.read([](const store::Snapshot &view) { return schedule::resources(view); }), this,
           [this](const Result<QList<Resource>> &resources) {
               const bool mayLook = resources && !m_clinic.actor().previewed;
               m_resources = mayLook ? *resources : QList<Resource>();
               m_calendar->setVisible(!m_resources.isEmpty());
               emit headingChanged();
           });
}

void ExportSection::exportCalendar()
{
    auto *dialog = new CalendarExportDialog(m_clinic, m_resources, m_files, this);
    connect(dialog, &CalendarExportDialog::written, this, [this](const QString &path, qint64 events) {
        const QString place = QDir::toNativeSeparators(path);
        if (events == 0)
            return m_strip->say(MessageStrip::Kind::Note,
                                tr("Nothing is booked then: the calendar in %1 is empty.").arg(place));
        m_strip->say(MessageStrip::Kind::Done, tr("%n events are in %1. They are not encrypted: keep them safe.",
                                                  nullptr, static_cast<int>(events))
                                                   .arg(place));
    });
    dialog->open();
}

void ExportSection::addRow(const QString &what, const QString &file, int tone, const QString &state, const QString &why)
{
    QList<QStandardItem *> cells;
    for (const QString &text : {what, file, state, why}) {
        auto *item = new QStandardItem(text);
        item->setEditable(false);
        item->setToolTip(text);
        cells << item;
    }
    cells[What]->setData(true, RowBoldRole);
    cells[File]->setData(static_cast<int>(Token::Text2), RowColorRole);
    cells[State]->setData(tone, RowToneRole);
    m_model->appendRow(cells);
}

void ExportSection::tell(const interop::ExportOutlook &outlook)
{
    const int row = m_table->currentIndex().row();
    m_model->removeRows(0, m_model->rowCount());
    const ExportKinds &all = ExportKinds::shipped();
    QHash<QString, QString> reasons; // by file, of what is left out whole or in part
    QStringList others;
    for (const interop::LeftOut &one : outlook.leftOut) {
        const QString file = one.what.section(u':', 0, 0);
        if (all.find(file))
            reasons.insert(file, one.why);
        else if (!others.contains(one.why))
            others << one.why;
    }
    int absent = 0;
    const auto sentence = [&all](const QString &code) { return inWords(all.reason(code).en, all.reason(code).zh); };
    // What is not whole stands first: it is what has to be known.
    for (const bool whole : {false, true}) {
        for (const interop::ExportKind &kind : all.kinds()) {
            const bool there = std::any_of(outlook.kinds.cbegin(), outlook.kinds.cend(),
                                           [&](const interop::OpenKind &open) { return open.kind->file == kind.file; });
            const QString why = reasons.value(kind.file);
            if (whole != why.isEmpty())
                continue;
            absent += there ? 0 : 1;
            addRow(inWords(kind.en, kind.zh), kind.file,
                   static_cast<int>(whole   ? Tone::Malachite
                                    : there ? Tone::Gamboge
                                            : Tone::Slate),
                   whole   ? tr("in it")
                   : there ? tr("in part")
                           : tr("not in it"),
                   why.isEmpty() ? QString() : sentence(why));
        }
        if (whole)
            continue;
        for (const QString &code : std::as_const(others))
            addRow(inWords(all.reason(code).whatEn, all.reason(code).whatZh), {}, static_cast<int>(Tone::Slate),
                   tr("not in it"), sentence(code));
    }
    m_sum->setText(tr("%1 kinds of record will be in it, %2 will not. A list of all columns and a manifest with the "
                      "reasons are written along.")
                       .arg(outlook.kinds.size())
                       .arg(absent));
    m_table->setCurrentIndex(m_model->index(qMax(0, row), 0));
}

void ExportSection::choose()
{
    auto *dialog = new QFileDialog(this, tr("Where is the export to stand?"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &folder) {
        const QString name = QFileInfo(QDir::fromNativeSeparators(m_path->text())).fileName();
        m_path->setText(QDir::toNativeSeparators(folder + u'/' + name));
        m_pathField->clearProblem();
    });
    dialog->open();
}

void ExportSection::start()
{
    const QString path = QDir::fromNativeSeparators(m_path->text().trimmed());
    if (!QDir::isAbsolutePath(path))
        return m_pathField->showProblem(tr("Say where, as a whole path."));
    if (!m_run->start({QDir::cleanPath(path), formats[m_format->current()]}, m_catalog, m_files))
        return m_strip->say(MessageStrip::Kind::Stop, tr("Another export is being written."));
    m_begunHere = true;
    warn();
}

void ExportSection::tellRunning()
{
    const bool running = m_run->isRunning();
    m_work->follow(m_run->watch());
    const bool preview = m_clinic.actor().previewed.has_value();
    for (QWidget *widget : {static_cast<QWidget *>(m_path), static_cast<QWidget *>(m_choose),
                            static_cast<QWidget *>(m_format), static_cast<QWidget *>(m_zip)})
        widget->setEnabled(!running);
    m_start->setEnabled(!running);
    m_calendar->setEnabled(!running);
    m_start->setVisible(!preview);
    emit headingChanged();
}

void ExportSection::finish(const Result<interop::Exported> &exported)
{
    if (!std::exchange(m_begunHere, false))
        return; // somebody else's
    m_table->setFocus(Qt::OtherFocusReason);
    if (exported && !exported->left.isEmpty())
        return m_strip->say(
            MessageStrip::Kind::Caution,
            tr("The export is in %1. The folder %2 could not be removed; remove it yourself. Its files "
               "are not encrypted.")
                .arg(QDir::toNativeSeparators(exported->path), QDir::toNativeSeparators(exported->left)));
    if (exported) {
        const QString rows = tr("%n rows", nullptr, static_cast<int>(exported->rows));
        const QString files = tr("%n files", nullptr, static_cast<int>(exported->files.size()));
        return m_strip->say(MessageStrip::Kind::Done, tr("%1 in %2 are in %3. They are not encrypted: keep them safe.")
                                                          .arg(rows, files, QDir::toNativeSeparators(exported->path)));
    }
    const Error &error = exported.error();
    if (error.field == u"path") {
        m_pathField->showProblem(error.message);
        return m_path->setFocus(Qt::OtherFocusReason);
    }
    m_strip->say(error.code == Code::Cancelled ? MessageStrip::Kind::Note : MessageStrip::Kind::Stop, error.message);
}

} // namespace xinglin::ui
