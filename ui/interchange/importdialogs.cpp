#include "ui/interchange/importsection.h"
#include "ui/interchange/importwords.h"
#include "ui/kit/button.h"
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
    const QString numbers =
        batch.state == batch::State::Open
            ? tr("%n lines were worked through. Nothing of them stays.", nullptr, static_cast<int>(batch.totals.lines))
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
            item->setData(RowDetailRole, one.edited ? tr("data changed") : tr("something written"));
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
    auto *dialog = new FormDialog(tr("Go on with the import of \"%1\"?").arg(batch.source),
                                  tr("%n lines are worked through. Say where the same file is; it must not have been "
                                     "changed since.",
                                     nullptr, static_cast<int>(batch.totals.lines)),
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
    connect(choose, &Button::clicked, dialog, [dialog, path] {
        auto *files = new QFileDialog(dialog, tr("Which table is to be brought in?"));
        files->setAttribute(Qt::WA_DeleteOnClose);
        files->setFileMode(QFileDialog::ExistingFile);
        connect(files, &QFileDialog::fileSelected, path, &QLineEdit::setText);
        files->open();
    });
    dialog->setSubmit([this, dialog, path, field, id = batch.id] {
        const QString typed = path->text().trimmed();
        if (typed.isEmpty())
            return field->showProblem(tr("Which file is it?"));
        dialog->finish();
        showAssistant(true);
        m_assistant->resume(id, typed);
    });
    path->setFocus();
    dialog->open();
}

} // namespace xinglin::ui
