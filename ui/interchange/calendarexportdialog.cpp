#include "ui/interchange/calendarexportdialog.h"

#include "engines/slots/roster.h"
#include "ui/booking/bookingwords.h"
#include "ui/interchange/workbar.h"
#include "ui/kit/button.h"
#include "ui/kit/field.h"
#include "ui/kit/text.h"
#include "ui/shell/who.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QStandardPaths>

namespace xinglin::ui {

namespace {

constexpr int dialogWidth = 640;
const QString ending = QStringLiteral(".ics");

} // namespace

CalendarExportDialog::CalendarExportDialog(Clinic &clinic, const QList<Resource> &resources, Files &files,
                                           QWidget *parent)
    : FormDialog(
          tr("What is booked, as a calendar"),
          tr("A file (.ics) that other programs and phones read. It is not encrypted, and the export is noted in "
             "the audit log."),
          parent)
    , m_clinic(clinic)
    , m_files(files)
    , m_run(ExportRun::of(clinic))
    , m_first(new QLineEdit)
    , m_last(new QLineEdit)
    , m_whose(new QComboBox)
    , m_names(new QCheckBox(tr("With patients' names and numbers")))
    , m_leave(new QCheckBox(tr("With leave and days the clinic is closed")))
    , m_why(new Label({}, TypeStyle::Small, Token::Text2))
    , m_path(new QLineEdit)
    , m_choose(new Button(tr("Choose")))
    , m_work(new WorkBar(QStringLiteral("calendarExport")))
{
    setObjectName(QStringLiteral("calendarExportDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setFixedWidth(std::min(Theme::of(this).scaled(dialogWidth), parent->window()->width() - 40));
    m_whose->addItem(tr("Everybody"), QString());
    for (const Resource &one : resources)
        m_whose->addItem(one.content.name, one.id.toString());
    m_names->setObjectName(QStringLiteral("calendarNames"));
    m_leave->setObjectName(QStringLiteral("calendarLeave"));
    m_why->setObjectName(QStringLiteral("calendarNamesWhy"));
    m_why->setWordWrap(true);
    body()->addSpacing(gapControls);
    body()->addWidget(buildDays());
    body()->addWidget(m_leave);
    body()->addWidget(m_names);
    body()->addWidget(m_why);
    body()->addWidget(buildFile());
    body()->addWidget(m_work);
    setVerb(tr("Export"));
    verbButton()->setKeyCap(QStringLiteral("⏎"));
    setSubmit([this] { submit(); });
    connect(m_names, &QCheckBox::toggled, this, &CalendarExportDialog::showNames);
    connect(m_work, &WorkBar::cancelled, m_run, &ExportRun::cancel);
    connect(m_run, &ExportRun::finished, this, &CalendarExportDialog::finishRun);
    showNames();
    m_first->setFocus();
    m_first->selectAll();
}

QWidget *CalendarExportDialog::buildDays()
{
    const QDate now = today(m_clinic);
    m_first->setObjectName(QStringLiteral("calendarFirst"));
    m_first->setText(now.toString(Qt::ISODate));
    m_last->setObjectName(QStringLiteral("calendarLast"));
    m_last->setText(now.addYears(1).toString(Qt::ISODate));
    m_whose->setObjectName(QStringLiteral("calendarExportWhose"));
    m_firstField = new Field(tr("From"), m_first);
    m_lastField = new Field(tr("To, included"), m_last);
    auto *pane = new QWidget;
    auto *row = new QHBoxLayout(pane);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(gapGroups);
    row->addWidget(m_firstField, 1, Qt::AlignTop);
    row->addWidget(m_lastField, 1, Qt::AlignTop);
    row->addWidget(new Field(tr("Whose"), m_whose), 1, Qt::AlignTop);
    for (const auto &[edit, field] : {std::pair(m_first, m_firstField), std::pair(m_last, m_lastField)})
        connect(edit, &QLineEdit::textEdited, field, &Field::clearProblem);
    return pane;
}

QWidget *CalendarExportDialog::buildFile()
{
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString name = tr("Calendar %1", "name of a file, with a day").arg(today(m_clinic).toString(Qt::ISODate));
    m_path->setObjectName(QStringLiteral("calendarExportPath"));
    m_path->setText(QDir::toNativeSeparators(documents + u'/' + name + ending));
    m_pathField = new Field(tr("File that is made"), m_path);
    m_choose->setObjectName(QStringLiteral("chooseCalendarExport"));
    m_choose->setKeys(QKeySequence(Qt::CTRL | Qt::Key_O));
    m_choose->setAutoDefault(false);
    auto *pane = new QWidget;
    auto *column = new QVBoxLayout(pane);
    column->setContentsMargins(0, gapControls, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_pathField);
    column->addWidget(m_choose, 0, Qt::AlignLeft);
    connect(m_choose, &Button::clicked, this, &CalendarExportDialog::choose);
    connect(m_path, &QLineEdit::textEdited, m_pathField, &Field::clearProblem);
    return pane;
}

/// Why names are left out, or what it means that they are not.
void CalendarExportDialog::showNames()
{
    m_why->setText(m_names->isChecked()
                       ? tr("Whoever opens the file reads who comes to the clinic, when and for what. Give it only to "
                            "who may know.")
                       : tr("Without them nothing in the file says who comes: calendars are often shared, and kept on "
                            "other companies' servers."));
}

void CalendarExportDialog::choose()
{
    auto *dialog = new QFileDialog(this, tr("Where is the calendar to stand?"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setOption(QFileDialog::DontConfirmOverwrite); // what is there is never written over
    dialog->setNameFilter(tr("Calendars (*.ics)"));
    dialog->setDefaultSuffix(ending.mid(1));
    dialog->selectFile(QDir::fromNativeSeparators(m_path->text()));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        m_path->setText(QDir::toNativeSeparators(path));
        m_pathField->clearProblem();
    });
    dialog->open();
}

/// Nothing where something typed is not understood; it is told there.
std::optional<interop::CalendarExportSpec> CalendarExportDialog::spec()
{
    const QDate now = today(m_clinic);
    const auto first = typedDay(m_first->text(), now, now);
    const auto last = typedDay(m_last->text(), first.value_or(now), first.value_or(now));
    QString path = QDir::fromNativeSeparators(m_path->text().trimmed());
    const auto refuse = [](Field *field, const QString &sentence) {
        field->showProblem(sentence);
        field->editor()->setFocus();
        return std::nullopt;
    };
    if (!first)
        return refuse(m_firstField, tr("A day, such as 2026-3-12 or +7."));
    if (!last)
        return refuse(m_lastField, tr("A day, such as 2026-3-12 or +7."));
    if (*last < *first)
        return refuse(m_lastField, tr("It ends before it begins."));
    if (!QDir::isAbsolutePath(path))
        return refuse(m_pathField, tr("Say where, as a whole path."));
    if (!path.endsWith(ending, Qt::CaseInsensitive))
        path += ending;
    const QTimeZone zone = m_clinic.store().options().zone;
    interop::CalendarExportSpec spec;
    spec.path = QDir::cleanPath(path);
    spec.period = {freebusy::instantOf(*first, 0, zone), freebusy::instantOf(last->addDays(1), 0, zone)};
    spec.resource = ResourceId::fromString(m_whose->currentData().toString());
    spec.names = m_names->isChecked();
    spec.leave = m_leave->isChecked();
    return spec;
}

void CalendarExportDialog::submit()
{
    for (Field *field : {m_firstField, m_lastField, m_pathField})
        field->clearProblem();
    const auto wanted = spec();
    if (!wanted)
        return;
    if (!m_run->start(*wanted, m_files))
        return showProblem(tr("Another export is being written."));
    m_begun = true;
    showRunning();
}

void CalendarExportDialog::showRunning()
{
    setBusy(m_begun);
    m_work->follow(m_begun ? m_run->watch() : nullptr);
    for (QWidget *widget :
         std::initializer_list<QWidget *>{m_first, m_last, m_whose, m_names, m_leave, m_path, m_choose})
        widget->setEnabled(!m_begun);
}

void CalendarExportDialog::finishRun(const Result<interop::Exported> &exported)
{
    if (!std::exchange(m_begun, false))
        return; // somebody else's
    showRunning();
    if (exported) {
        emit written(exported->path, exported->rows);
        return finish();
    }
    const Error &error = exported.error();
    Field *field = error.field == u"path" ? m_pathField : error.field == u"period" ? m_lastField : nullptr;
    if (!field)
        return showProblem(error.message);
    field->showProblem(error.message);
    field->editor()->setFocus();
}

} // namespace xinglin::ui
