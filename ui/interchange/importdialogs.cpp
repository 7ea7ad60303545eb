#include "ui/interchange/importsection.h"
#include "ui/interchange/importwords.h"
#include "ui/kit/button.h"
#include "ui/kit/emptystate.h"
#include "ui/kit/field.h"
#include "ui/kit/formdialog.h"
#include "ui/kit/messagestrip.h"
#include "ui/kit/ondone.h"
#include "ui/kit/rowdelegate.h"
#include "ui/kit/text.h"

#include <QFileDialog>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

namespace xinglin::ui {

namespace {
constexpr int shownNames = 8;
} // namespace

/// Whether there is anything a calendar could fill, and whether who works here may.
void ImportSection::loadChoices()
{
    const auto read = m_clinic.read([](const store::Snapshot &view) -> Result<CalendarChoices> {
        const auto who = whoIs(view);
        if (!who)
            return who.error();
        auto resources = schedule::resources(view);
        auto services = schedule::services(view);
        if (!resources || !services)
            return resources ? services.error() : resources.error();
        return CalendarChoices{*std::move(resources), *std::move(services), who->may(access::Permission::EditRoster),
                               who->may(access::Permission::Book)};
    });
    onDone(read, this, [this](const Result<CalendarChoices> &choices) {
        m_choices = choices && !m_clinic.actor().previewed ? *choices : CalendarChoices{};
        m_calendar->setVisible(m_choices.isAny());
        m_none->setWords(
            tr("Nothing was brought in yet"),
            m_choices.isAny()
                ? tr("Press [N] to bring in patients, allergies, visits or prescriptions of another program, [C] to "
                     "bring in a calendar.")
                : tr("Press [N] to bring in patients, allergies, visits or prescriptions of another program."));
        emit headingChanged();
    });
}

void ImportSection::openCalendar()
{
    auto *dialog = new CalendarDialog(m_clinic, m_choices, this);
    connect(dialog, &CalendarDialog::begun, this, [this] {
        m_assistant->followCalendar();
        showAssistant(true);
    });
    dialog->open();
}

void ImportSection::askTakeBack(const batch::Batch &batch)
{
    const auto staying =
        m_clinic.read([id = batch.id](const store::Snapshot &view) { return batch::wouldStay(view, id); });
    onDone(staying, this, [this, batch](const Result<QList<batch::Stays>> &stays) {
        if (!stays)
            return m_strip->say(MessageStrip::Kind::Stop, stays.error().message);
        confirmTakeBack(batch, *stays);
    });
}

/// One question, with the file, the numbers and who stays.
void ImportSection::confirmTakeBack(const batch::Batch &batch, const QList<batch::Stays> &stays)
{
    const qint64 all = batch.totals.added;
    const bool calendar = countedIn(batch.kind) == Counted::Times;
    const int worked = static_cast<int>(batch.totals.lines);
    const QString numbers =
        batch.state == batch::State::Open
            ? (calendar ? tr("%n times were worked through. Nothing of them stays.", nullptr, worked)
                        : tr("%n lines were worked through. Nothing of them stays.", nullptr, worked))
        : calendar && !stays.isEmpty()
            ? tr("%n came in; they are gone from everywhere then, but for the appointments of these people, which were "
                 "moved, kept or cancelled since:",
                 nullptr, static_cast<int>(all))
        : stays.isEmpty()
            ? tr("All %n that came in are gone from everywhere then.", nullptr, static_cast<int>(all))
            : tr("%n came in; they are gone from everywhere then, but for these people, whose data were changed or for "
                 "whom something was written since:",
                 nullptr, static_cast<int>(all));
    auto *dialog = new FormDialog(tr("Take back the import of \"%1\"?").arg(batch.source), numbers, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (!stays.isEmpty()) {
        auto *list = new QListWidget;
        list->setObjectName(QStringLiteral("whoStays"));
        list->setAccessibleName(tr("Who stays"));
        dressRows(list, Size::RowDense);
        for (const batch::Stays &one : stays) {
            auto *item = new QListWidgetItem(QStringLiteral("%1 %2").arg(one.name, one.number), list);
            item->setData(RowDetailRole, calendar     ? tr("appointment changed")
                                         : one.edited ? tr("data changed")
                                                      : tr("something written"));
        }
        list->setFixedHeight(Theme::of(this).size(Size::RowDense) *
                             std::min(shownNames, static_cast<int>(stays.size())));
        dialog->body()->addWidget(list);
    }
    dialog->setVerb(tr("Take back"), true);
    dialog->setSubmit([this, dialog, id = batch.id] {
        dialog->setBusy(true);
        const auto done =
            m_clinic.write("import.undo", [id](store::Transaction &tx) { return batch::rollBack(tx, id); });
        onDone(done, dialog, [this, dialog](const Result<batch::RolledBack> &result) {
            dialog->setBusy(false);
            if (!result)
                return dialog->showProblem(result.error().message);
            dialog->finish();
            takenBack(*result);
        });
    });
    dialog->open();
}

void ImportSection::takenBack(const batch::RolledBack &done)
{
    QStringList names;
    for (const batch::Stays &one : done.stays.mid(0, shownNames))
        names << one.name;
    const qsizetype further = done.stays.size() - names.size();
    const QString who =
        further > 0
            ? tr("%1 and %n more", nullptr, static_cast<int>(further)).arg(names.join(tr(", ", "between names")))
            : names.join(tr(", ", "between names"));
    const QString sentence =
        names.isEmpty() ? tr("The import of \"%1\" is taken back; nothing of it stays.").arg(done.batch.source)
                        : tr("The import of \"%1\" is taken back. These stay: %2.").arg(done.batch.source, who);
    m_interrupted.clear(); // else the next look puts the sentence away
    m_strip->say(MessageStrip::Kind::Done, sentence);
    if (m_assistant->importStep()->batch() && m_assistant->importStep()->batch()->id == done.batch.id)
        m_assistant->importStep()->setTakenBack(sentence);
    emit interruptedChanged({});
    load();
}

void ImportSection::askResume(const batch::Batch &batch)
{
    const bool calendar = countedIn(batch.kind) == Counted::Times;
    const int worked = static_cast<int>(batch.totals.lines);
    auto *dialog = new FormDialog(
        tr("Go on with the import of \"%1\"?").arg(batch.source),
        calendar ? tr("%n times are worked through. Say where the same file is; it must not have been changed since.",
                      nullptr, worked)
                 : tr("%n lines are worked through. Say where the same file is; it must not have been changed since.",
                      nullptr, worked),
        this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    auto *path = new QLineEdit;
    path->setObjectName(QStringLiteral("resumePath"));
    auto *field = new Field(tr("File"), path);
    auto *choose = new Button(tr("Choose"));
    choose->setObjectName(QStringLiteral("chooseResume"));
    choose->setKeys(QKeySequence(Qt::CTRL | Qt::Key_O));
    dialog->body()->addWidget(field);
    dialog->body()->addWidget(choose, 0, Qt::AlignLeft);
    dialog->setVerb(tr("Go on"));
    connect(choose, &Button::clicked, dialog, [dialog, path, calendar] {
        auto *files = new QFileDialog(dialog, calendar ? tr("Which calendar is to be brought in?")
                                                       : tr("Which table is to be brought in?"));
        files->setAttribute(Qt::WA_DeleteOnClose);
        files->setFileMode(QFileDialog::ExistingFile);
        connect(files, &QFileDialog::fileSelected, path, &QLineEdit::setText);
        files->open();
    });
    dialog->setSubmit([this, dialog, path, field, batch] {
        const QString typed = path->text().trimmed();
        if (typed.isEmpty())
            return field->showProblem(tr("Which file is it?"));
        dialog->finish();
        m_assistant->resume(batch, typed);
        showAssistant(true);
    });
    path->setFocus();
    dialog->open();
}

} // namespace xinglin::ui
