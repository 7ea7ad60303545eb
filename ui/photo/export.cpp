#include "ui/photo/export.h"

#include "access/training.h"
#include "ui/kit/ondone.h"
#include "ui/shell/aside.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMimeDatabase>
#include <QStandardPaths>

namespace xinglin::ui {

Export::Export(Clinic &clinic, Files &files, QWidget *window)
    : QObject(window), m_clinic(clinic), m_files(files), m_window(window)
{
}

QString Export::fileNameFor(const Attachment &attachment, const QTimeZone &zone)
{
    QString name = attachment.title;
    if (name.isEmpty())
        name = toText(attachment.kind) + u'-' + civilDay(attachment.taken, zone).toString(Qt::ISODate);
    for (QChar &c : name) {
        if (c == u'/' || c == u'\\' || c == u':' || c.category() == QChar::Other_Control)
            c = u'_';
    }
    const QMimeType type = QMimeDatabase().mimeTypeForName(attachment.mediaType);
    const QString ending = type.preferredSuffix();
    const bool hasOne = type.suffixes().contains(name.section(u'.', -1), Qt::CaseInsensitive) && name.contains(u'.');
    return ending.isEmpty() || hasOne ? name : name + u'.' + ending;
}

void Export::ask(const Attachment &attachment)
{
    auto *dialog = new QFileDialog(m_window, tr("Save a copy outside of the program, where it is not encrypted"));
    dialog->setObjectName(QStringLiteral("exportDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDirectory(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->selectFile(fileNameFor(attachment, m_clinic.store().options().zone));
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, attachment](const QString &path) { write(attachment, path); });
    dialog->open();
}

void Export::write(const Attachment &attachment, const QString &path)
{
    struct Leaving
    {
        QString path;
        QByteArray bytes;
    };
    const auto asked = m_clinic.read([id = attachment.id, path](const store::Snapshot &view) -> Result<Leaving> {
        const QString target = access::leavingPath(view, path);
        if (target != path && QFileInfo::exists(target)) // nobody was asked whether that one may be replaced
            return Error{Code::Conflict, tr("%1 is there already.").arg(QDir::toNativeSeparators(target)), {}, {}};
        Result<QByteArray> bytes = attachments::forExport(view, id, target);
        if (!bytes)
            return bytes.error();
        return Leaving{target, *std::move(bytes)};
    });
    onDone(asked, this, [this](const Result<Leaving> &leaving) {
        if (!leaving) {
            emit failed(leaving.error().message);
            return;
        }
        const QString target = leaving->path;
        const auto writing =
            aside([files = &m_files, target, kept = leaving->bytes] { return replaceFile(*files, target, kept); });
        onDone(writing, this, [this, target](const Result<Done> &written) {
            if (written)
                emit done(tr("Saved to %1, not encrypted there.").arg(QDir::toNativeSeparators(target)));
            else
                emit failed(written.error().message);
        });
    });
}

} // namespace xinglin::ui
