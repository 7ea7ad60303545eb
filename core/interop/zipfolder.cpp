#include "interop/zipfolder.h"

#include <QCoreApplication>
#include <QFile>

#include <zip.h>

namespace xinglin::interop {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::interop::Export)
};

using Told = std::function<bool(double)>;

Error broken(const QString &path, const char *why)
{
    return {Code::Broken,
            Tr::tr("%1 cannot be written: %2").arg(path, QString::fromLocal8Bit(why)),
            {},
            QStringLiteral("zip")};
}

struct Watch
{
    Told told;
    bool stopped = false;
};

/// Thrown away unless it was closed.
struct Archive
{
    zip_t *zip = nullptr;
    ~Archive()
    {
        if (zip)
            zip_discard(zip);
    }
};

} // namespace

Result<Done> zipFolder(Files &files, const QString &folder, const QStringList &names, const QString &path,
                       const Told &told)
{
    // Made here, so that it is its owner's alone.
    if (auto made = files.write(path, {}); !made)
        return made;
    Watch watch{told, false};
    int number = 0;
    Archive archive{zip_open(QFile::encodeName(path).constData(), ZIP_CREATE | ZIP_TRUNCATE, &number)};
    if (!archive.zip) {
        zip_error_t error;
        zip_error_init_with_code(&error, number);
        const Error failed = broken(path, zip_error_strerror(&error));
        zip_error_fini(&error);
        return failed;
    }
    for (const QString &name : names) {
        const QByteArray from = QFile::encodeName(folder + u'/' + name);
        zip_source_t *const source = zip_source_file(archive.zip, from.constData(), 0, -1);
        if (!source || zip_file_add(archive.zip, name.toUtf8().constData(), source, ZIP_FL_ENC_UTF_8) < 0) {
            zip_source_free(source);
            return broken(path, zip_strerror(archive.zip));
        }
    }
    zip_register_cancel_callback_with_state(
        archive.zip, [](zip_t *, void *state) { return static_cast<Watch *>(state)->stopped ? 1 : 0; }, nullptr,
        &watch);
    zip_register_progress_callback_with_state(
        archive.zip, 0.005,
        [](zip_t *, double part, void *state) {
            auto *const self = static_cast<Watch *>(state);
            if (self->told && !self->told(part))
                self->stopped = true;
        },
        nullptr, &watch);
    if (zip_close(archive.zip) != 0) {
        if (watch.stopped)
            return Error{Code::Cancelled, Tr::tr("The export was stopped; nothing of it stays."), {}, {}};
        return broken(path, zip_strerror(archive.zip));
    }
    archive.zip = nullptr;
    Archive again{zip_open(QFile::encodeName(path).constData(), ZIP_RDONLY | ZIP_CHECKCONS, &number)};
    if (!again.zip || zip_get_num_entries(again.zip, 0) != names.size())
        return broken(path, "not all of it is there");
    return files.sync(path);
}

} // namespace xinglin::interop
