#include "interop/xlsxpackage.h"

#include <QCoreApplication>
#include <QHash>
#include <QIODevice>

#include <zip.h>

namespace xinglin::interop::xlsx {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::interop::Xlsx)
};

Error damaged(const QString &detail)
{
    return Error{Code::Damaged,
                 Tr::tr("The workbook is damaged or was not copied completely. Copy it again, or open it in Excel or "
                        "WPS and save it again."),
                 {},
                 detail};
}

Error tooLarge()
{
    return Error{Code::Invalid,
                 Tr::tr("The workbook unpacks to far more than a table of its size holds; it is not read."),
                 {},
                 QStringLiteral("zip bomb")};
}

/// What libzip asks of the file that it reads.
zip_int64_t serve(void *userdata, void *data, zip_uint64_t length, zip_source_cmd_t command)
{
    auto &device = *static_cast<QIODevice *>(userdata);
    switch (command) {
    case ZIP_SOURCE_OPEN:
        return device.seek(0) ? 0 : -1;
    case ZIP_SOURCE_READ:
        return device.read(static_cast<char *>(data), static_cast<qint64>(length));
    case ZIP_SOURCE_CLOSE:
    case ZIP_SOURCE_FREE:
        return 0;
    case ZIP_SOURCE_STAT: {
        auto *const stat = static_cast<zip_stat_t *>(data);
        zip_stat_init(stat);
        stat->size = static_cast<zip_uint64_t>(device.size());
        stat->valid |= ZIP_STAT_SIZE;
        return sizeof *stat;
    }
    case ZIP_SOURCE_SEEK: {
        zip_error_t error;
        zip_error_init(&error);
        const zip_int64_t at = zip_source_seek_compute_offset(
            static_cast<zip_uint64_t>(device.pos()), static_cast<zip_uint64_t>(device.size()), data, length, &error);
        zip_error_fini(&error);
        return at >= 0 && device.seek(at) ? 0 : -1;
    }
    case ZIP_SOURCE_TELL:
        return device.pos();
    case ZIP_SOURCE_ERROR: {
        zip_error_t error;
        zip_error_init(&error);
        zip_error_set(&error, ZIP_ER_READ, 0);
        const zip_int64_t size = zip_error_to_data(&error, data, length);
        zip_error_fini(&error);
        return size;
    }
    case ZIP_SOURCE_SUPPORTS:
        return ZIP_SOURCE_SUPPORTS_SEEKABLE;
    default:
        return -1;
    }
}

QByteArray comparable(QByteArray name)
{
    return name.replace('\\', '/').toLower();
}

bool leadsOut(const QByteArray &name)
{
    return name.startsWith('/') || name.contains(':') || name == ".." || name.startsWith("../") ||
           name.endsWith("/..") || name.contains("/../");
}

} // namespace

struct Package::Zip
{
    zip_t *archive = nullptr;
    QHash<QByteArray, zip_uint64_t> parts;
    ~Zip()
    {
        if (archive)
            zip_discard(archive);
    }
};

struct Part::File
{
    zip_file_t *file = nullptr;
    qint64 declared = 0;
    qint64 packed = 0;
    ~File()
    {
        if (file)
            zip_fclose(file);
    }
};

Package::Package(std::unique_ptr<Zip> zip) : m_zip(std::move(zip))
{
}
Package::~Package() = default;

Result<std::unique_ptr<Package>> Package::open(QIODevice &device)
{
    zip_error_t error;
    zip_error_init(&error);
    auto zip = std::make_unique<Zip>();
    zip_source_t *const source = zip_source_function_create(serve, &device, &error);
    if (source) {
        zip->archive = zip_open_from_source(source, ZIP_RDONLY, &error);
        if (!zip->archive)
            zip_source_free(source);
    }
    const int number = zip_error_code_zip(&error);
    zip_error_fini(&error);
    if (!zip->archive)
        return damaged(QStringLiteral("zip %1").arg(number));
    const zip_int64_t count = zip_get_num_entries(zip->archive, 0);
    if (count > PackageLimits::parts)
        return Error{Code::Invalid,
                     Tr::tr("The file holds more than %1 parts, which no workbook does; it is not read.")
                         .arg(PackageLimits::parts),
                     {},
                     QStringLiteral("zip parts")};
    for (zip_int64_t i = 0; i < count; ++i) {
        const auto index = static_cast<zip_uint64_t>(i);
        const QByteArray name = comparable(zip_get_name(zip->archive, index, ZIP_FL_ENC_RAW));
        if (leadsOut(name) || zip->parts.contains(name))
            return Error{Code::Invalid,
                         Tr::tr("The file holds a part whose name no workbook has; it is not read."),
                         {},
                         QStringLiteral("zip name")};
        zip->parts.insert(name, index);
    }
    return std::unique_ptr<Package>(new Package(std::move(zip)));
}

bool Package::has(const QByteArray &name) const
{
    return m_zip->parts.contains(comparable(name));
}

Result<std::unique_ptr<Part>> Package::part(const QByteArray &name) const
{
    const auto found = m_zip->parts.constFind(comparable(name));
    if (found == m_zip->parts.cend())
        return damaged(QStringLiteral("part missing"));
    zip_stat_t stat;
    zip_stat_init(&stat);
    if (zip_stat_index(m_zip->archive, *found, 0, &stat) != 0)
        return damaged(QStringLiteral("zip stat"));
    if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) && stat.encryption_method != ZIP_EM_NONE)
        return Error{Code::Invalid,
                     Tr::tr("The workbook is protected by a password. Open it in Excel or WPS, take the password off "
                            "and save it again."),
                     {},
                     QStringLiteral("encrypted")};
    auto file = std::make_unique<Part::File>();
    file->declared = static_cast<qint64>(qMin<zip_uint64_t>(stat.size, Q_INT64_C(1) << 62));
    file->packed = static_cast<qint64>(qMin<zip_uint64_t>(stat.comp_size, Q_INT64_C(1) << 50));
    if (file->declared > PackageLimits::partBytes ||
        (file->declared > PackageLimits::freeBytes && file->declared > file->packed * PackageLimits::ratio))
        return tooLarge();
    file->file = zip_fopen_index(m_zip->archive, *found, 0);
    if (!file->file)
        return damaged(QStringLiteral("zip open %1").arg(zip_error_code_zip(zip_get_error(m_zip->archive))));
    return std::make_unique<Part>(std::move(file));
}

Part::Part(std::unique_ptr<File> file) : m_file(std::move(file))
{
}
Part::~Part() = default;

qint64 Part::bytesTotal() const
{
    return m_file->declared;
}

Result<QByteArray> Part::read(qsizetype most)
{
    QByteArray piece(most, Qt::Uninitialized);
    const zip_int64_t count = zip_fread(m_file->file, piece.data(), static_cast<zip_uint64_t>(most));
    if (count < 0)
        return damaged(QStringLiteral("zip read %1").arg(zip_error_code_zip(zip_file_get_error(m_file->file))));
    piece.truncate(count);
    m_done += count;
    if (m_done > PackageLimits::partBytes ||
        (m_done > PackageLimits::freeBytes && m_done > m_file->packed * PackageLimits::ratio))
        return tooLarge();
    return piece;
}

QByteArray resolvedName(const QByteArray &folder, const QByteArray &target)
{
    const QByteArray whole = target.startsWith('/') ? target.mid(1) : folder + target;
    QList<QByteArray> parts;
    for (const QByteArray &part : whole.split('/')) {
        if (part.isEmpty() || part == ".")
            continue;
        if (part != "..") {
            parts.append(part);
            continue;
        }
        if (parts.isEmpty())
            return {};
        parts.removeLast();
    }
    return parts.join('/');
}

} // namespace xinglin::interop::xlsx
