#include "interop/exporting.h"

#include "access/rights.h"
#include "access/training.h"
#include "interop/zipfolder.h"
#include "store/failure.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QMimeDatabase>

#include <algorithm>

namespace xinglin::interop {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::interop::Export)
};

using access::Permission;

constexpr int tellEvery = 500;
const QString zipName = QStringLiteral("export.zip");
const QString markName = QStringLiteral(".xinglin-export");

Error cancelled()
{
    return {Code::Cancelled, Tr::tr("The export was stopped; nothing of it stays."), {}, {}};
}

bool isZip(const QString &path)
{
    return path.endsWith(QStringLiteral(".zip"), Qt::CaseInsensitive);
}

/// A folder itself, and no link to another one.
bool isFolder(const QString &path)
{
    return QFileInfo(path).isDir() && !QFileInfo(path).isSymLink();
}

/// Also of a link that leads nowhere, which would be replaced.
bool isTaken(Files &files, const QString &path)
{
    return files.exists(path) || QFileInfo(path).isSymLink();
}

Error taken(const QString &path)
{
    return {Code::Conflict, Tr::tr("%1 is there already; choose another name.").arg(path), QStringLiteral("path"), {}};
}

/// Removes what an export left, files first. What cannot be removed stays, and is named by runExport().
void clear(Files &files, const QString &folder)
{
    if (!isFolder(folder))
        return;
    QStringList folders{folder};
    QDirIterator there(folder, QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                       QDirIterator::Subdirectories);
    while (there.hasNext()) {
        const QString path = there.next();
        if (there.fileInfo().isDir() && !there.fileInfo().isSymLink())
            folders.prepend(path);
        else
            static_cast<void>(files.remove(path));
    }
    for (const QString &each : std::as_const(folders))
        QDir().rmdir(each);
}

/// What a folder of this clinic and this PC has in it while it grows.
QByteArray markOf(const store::Store &store)
{
    return QStringLiteral("%1 %2\n")
        .arg(store.identity().clinic.toString(), store.identity().device.toString())
        .toLatin1();
}

/// Halves that this clinic left beside @p path on this PC under another name, when the power or the program went: no
/// other export of it runs, since it is open once. Others' are not touched.
QStringList remainsBeside(const store::Store &store, const QString &path, Files &files)
{
    QStringList found;
    const QDir parent(QFileInfo(path).absolutePath());
    const auto folders = parent.entryInfoList({QStringLiteral("*.xinglin-part")},
                                              QDir::Dirs | QDir::Hidden | QDir::NoSymLinks | QDir::NoDotAndDotDot);
    const QByteArray mark = markOf(store);
    for (const QFileInfo &folder : folders) {
        const QString place = folder.absoluteFilePath() + u'/' + markName;
        if (!files.exists(place))
            continue;
        const auto bytes = files.read(place, 1024);
        if (bytes && *bytes == mark)
            found << folder.absoluteFilePath();
    }
    return found;
}

/// A folder that goes again.
class Growing
{
public:
    Growing(Files &files, const QString &path, const QByteArray &mark) : m_files(files), m_path(path), m_mark(mark) {}
    ~Growing()
    {
        if (m_made)
            clear(m_files, m_path);
    }
    Growing(const Growing &) = delete;
    Growing &operator=(const Growing &) = delete;

    Result<Done> make()
    {
        clear(m_files, m_path);
        if (isTaken(m_files, m_path))
            return taken(m_path);
        m_made = true;
        if (auto made = m_files.makeFolder(m_path); !made)
            return made;
        return m_files.write(m_path + u'/' + markName, m_mark);
    }
    /// It is whole and nobody's half any more.
    Result<Done> takeMarkOff() { return m_files.remove(m_path + u'/' + markName); }
    const QString &path() const { return m_path; }

private:
    Files &m_files;
    QString m_path;
    QByteArray m_mark;
    bool m_made = false;
};

QString endingOf(const QString &mediaType)
{
    static const QMimeDatabase types;
    const QString ending = types.mimeTypeForName(mediaType).preferredSuffix();
    return ending.isEmpty() ? QStringLiteral("bin") : ending;
}

/// Writes one export into a folder.
class Writer
{
public:
    Writer(const store::Snapshot &view, const Catalog &catalog, const ExportSpec &spec, Files &files,
           const QString &folder, const ExportTold &told)
        : m_view(view), m_catalog(catalog), m_spec(spec), m_files(files), m_folder(folder), m_told(told)
    {
    }

    Result<Exported> write(ExportOutlook outlook)
    {
        m_found.path = m_spec.path;
        m_found.leftOut = std::move(outlook.leftOut);
        for (const OpenKind &open : std::as_const(outlook.kinds))
            m_progress.total += lastOf(open);
        QList<DictionaryPart> parts;
        for (const OpenKind &open : std::as_const(outlook.kinds)) {
            if (auto written = writeKind(open, outlook.ownOnly); !written)
                return written.error();
            parts.append({open.kind, open.columns});
        }
        if (m_missing > 0)
            m_found.leftOut.append({QStringLiteral("attachments/"), QStringLiteral("file-missing"), m_missing});
        const auto papers = writePapers(m_files, m_folder, parts, access::isTraining(m_view));
        if (!papers)
            return papers.error();
        m_found.files += *papers;
        for (ExportedFile &file : m_found.files) {
            if (!file.sha256.isEmpty())
                continue;
            if (!tell())
                return cancelled();
            if (auto measured = measure(m_folder, file); !measured)
                return measured.error();
        }
        if (auto written = m_files.write(m_folder + u'/' + ManifestFile, manifest()); !written)
            return written.error();
        if (auto synced = m_files.sync(m_folder); !synced)
            return synced.error();
        return m_found;
    }

private:
    qint64 lastOf(const OpenKind &open) const
    {
        const QByteArray sql = "/* export */ SELECT max(n) FROM " + open.kind->table;
        store::Query row = m_view.sql(sql.constData());
        return row.next() && !row.isNull(0) ? row.get<qint64>(0) : 0;
    }

    Result<Done> writeKind(const OpenKind &open, bool ownOnly)
    {
        const qint64 before = m_progress.done;
        const qint64 last = lastOf(open);
        ExportFile file(m_files, m_folder, open.kind->file, open.kind->file, open.names(), m_spec.format,
                        m_spec.sheetRows);
        ExportRows rows(m_view, m_catalog, open, ownOnly,
                        [this](const ExportedAttachment &one) { return takeOut(one); });
        QList<Cell> cells;
        for (int untold = 0;; ++untold) {
            const auto more = rows.next(cells);
            if (!more)
                return more.error();
            if (!*more)
                break;
            if (auto written = file.write(cells); !written)
                return written;
            ++m_progress.rows;
            if (untold < tellEvery)
                continue;
            untold = 0;
            m_progress.done = before + rows.place();
            if (!tell())
                return cancelled();
        }
        auto done = file.finish();
        if (!done)
            return done.error();
        m_found.files += *done;
        for (const ExportedFile &one : std::as_const(*done))
            m_found.rows += one.rows;
        m_progress.done = before + last;
        return tell() ? Result<Done>(Done{}) : cancelled();
    }

    /// One that is gone or was changed is counted and does not keep a clinic from leaving.
    Result<QString> takeOut(const ExportedAttachment &one)
    {
        if (!tell())
            return cancelled();
        QByteArray key = one.key;
        const auto bytes = m_view.store().attached().read(one.file, SecretBytes::take(key));
        if (!bytes && bytes.error().code == Code::Broken)
            return bytes.error();
        if (!bytes || QCryptographicHash::hash(*bytes, QCryptographicHash::Sha256) != one.sha256) {
            ++m_missing;
            return QString();
        }
        if (auto made = m_files.makeFolder(m_folder + QStringLiteral("/attachments")); !made)
            return made.error();
        ExportedFile file{QStringLiteral("attachments/%1.%2").arg(one.id.toString(), endingOf(one.mediaType)),
                          {},
                          0,
                          bytes->size(),
                          one.sha256};
        if (auto written = m_files.write(m_folder + u'/' + file.name, *bytes); !written)
            return written.error();
        m_found.files << file;
        return file.name;
    }

    QByteArray manifest() const
    {
        ExportManifest manifest;
        manifest.program = QStringLiteral(XINGLIN_VERSION);
        manifest.schema = m_view.store().schema();
        manifest.clinic = m_view.store().identity().clinic;
        manifest.training = access::isTraining(m_view);
        manifest.made = m_view.now();
        manifest.zone = m_view.zone();
        manifest.person = m_view.actor().user;
        manifest.format = m_spec.format;
        manifest.files = m_found.files;
        manifest.leftOut = m_found.leftOut;
        store::Query clinic = m_view.sql("SELECT name FROM clinic LIMIT 1");
        if (clinic.next())
            manifest.clinicName = clinic.get<QString>(0);
        store::Query person = m_view.sql("SELECT name FROM user WHERE id = ?1");
        if (person.bind(m_view.actor().user).next())
            manifest.personName = person.get<QString>(0);
        return manifest.toJson();
    }

    bool tell() const { return !m_told || m_told(m_progress); }

    const store::Snapshot &m_view;
    const Catalog &m_catalog;
    const ExportSpec &m_spec;
    Files &m_files;
    QString m_folder;
    const ExportTold &m_told;
    ExportProgress m_progress;
    Exported m_found;
    qint64 m_missing = 0;
};

/// For the audit log: the kinds, and whether the narrative is in it: of all patients, own ones, or none.
QString scopeOf(const store::Snapshot &view, const ExportOutlook &outlook, const QStringList &kinds)
{
    const store::GroupMask narrative = view.registry().group("narrative");
    const bool told = std::any_of(outlook.kinds.cbegin(), outlook.kinds.cend(), [&](const OpenKind &open) {
        const store::TableInfo *table = view.registry().table(open.kind->table);
        return std::any_of(open.columns.cbegin(), open.columns.cend(), [&](const ExportColumn &column) {
            const store::ColumnInfo *info = table->column(column.column);
            return info && info->group == narrative;
        });
    });
    return QStringLiteral(", %1, narrative %2")
        .arg(kinds.isEmpty() ? QStringLiteral("all") : kinds.join(u' '), !told             ? QStringLiteral("none")
                                                                         : outlook.ownOnly ? QStringLiteral("own")
                                                                                           : QStringLiteral("all"));
}

/// The row that stands before anything leaves.
Result<Done> order(store::Store &store, const store::Actor &actor, const ExportSpec &spec, Files &files)
{
    const auto tx = store.begin(actor, "data.export");
    const auto outlook = lookAhead(*tx, spec.kinds);
    if (!outlook)
        return outlook.error();
    if (isTaken(files, spec.path))
        return taken(spec.path);
    tx->audit({"data.export",
               "export",
               {},
               {},
               "ok",
               QStringLiteral("%1, %2").arg(spec.path, toText(spec.format)) + scopeOf(*tx, *outlook, spec.kinds)});
    tx->commit();
    return Done{};
}

void note(store::Store &store, const store::Actor &actor, const QByteArray &outcome, const QString &detail)
{
    store.commitAudit({{actor, {"data.exported", "export", {}, {}, outcome, detail}}});
}

Error unfinished(const Error &why, const QString &left)
{
    if (!left.isEmpty())
        return {why.code,
                Tr::tr("The export was not finished, and what was written could not be removed: it is in %1, not "
                       "encrypted. Remove it yourself. %2")
                    .arg(left, why.message),
                {},
                why.detail};
    if (why.code == Code::Cancelled)
        return why;
    return {why.code, Tr::tr("The export could not be written, and nothing of it stays. %1").arg(why.message),
            why.field, why.detail};
}

/// From the first byte to the last.
Result<Exported> make(store::Store &store, const store::Actor &actor, const Catalog &catalog, const ExportSpec &spec,
                      Files &files, const ExportTold &told)
{
    for (const QString &half : remainsBeside(store, spec.path, files))
        clear(files, half);
    Growing growing(files, growingPath(spec.path), markOf(store));
    if (auto made = growing.make(); !made)
        return made.error();
    QString scope;
    auto exported = [&]() -> Result<Exported> {
        const auto view = store.snapshot(actor);
        auto outlook = lookAhead(*view, spec.kinds);
        if (!outlook)
            return outlook.error();
        scope = scopeOf(*view, *outlook, spec.kinds);
        return Writer(*view, catalog, spec, files, growing.path(), told).write(*std::move(outlook));
    }();
    if (!exported)
        return exported;
    QString whole = growing.path();
    if (isZip(spec.path)) {
        QStringList names{ManifestFile};
        for (const ExportedFile &file : exported->files)
            names << file.name;
        whole += u'/' + zipName;
        const auto stillWanted = [&](double) { return !told || told({1, 1, exported->rows}); };
        if (auto packed = zipFolder(files, growing.path(), names, whole, stillWanted); !packed)
            return packed.error();
    }
    if (auto unmarked = growing.takeMarkOff(); !unmarked)
        return unmarked.error();
    note(store, actor, "ok",
         QStringLiteral("%1, %2 files, %3 rows").arg(spec.path).arg(exported->files.size()).arg(exported->rows) +
             scope);
    if (isTaken(files, spec.path)) // a name that somebody else took meanwhile would be written over
        return taken(spec.path);
    if (auto placed = files.rename(whole, spec.path); !placed) {
        // It may be there and only its folder not on disk; what is there by another's hand is left alone.
        if (!files.exists(whole) && isZip(spec.path))
            static_cast<void>(files.remove(spec.path));
        else if (!files.exists(whole))
            clear(files, spec.path);
        return placed.error();
    }
    return exported;
}

} // namespace

QString growingPath(const QString &path)
{
    return path + QStringLiteral(".xinglin-part");
}

Result<ExportOutlook> lookAhead(const store::Snapshot &view, const QStringList &kinds)
{
    if (auto refused = access::require(view, Permission::ExportData))
        return *refused;
    if (view.actor().previewed)
        return Error{Code::NoPermission, Tr::tr("In a preview nothing is exported."), {}, {}};
    const ExportKinds &all = ExportKinds::shipped();
    for (const QString &name : kinds) {
        if (!all.find(name))
            return Error{Code::Invalid, Tr::tr("There is nothing called \"%1\" to export.").arg(name),
                         QStringLiteral("kinds"), name};
    }
    const bool narrative = access::allows(view, Permission::ReadNarrative);
    const access::Footing &known = access::footing(view);
    ExportOutlook outlook;
    outlook.ownOnly = narrative && known.ownPatientsOnly && !known.everywhere.has(Permission::ReadNarrative);
    for (const ExportKind &kind : all.kinds()) {
        if (!kinds.isEmpty() && !kinds.contains(kind.file)) {
            outlook.leftOut.append({kind.file, QStringLiteral("not-wanted")});
            continue;
        }
        const OpenKind open = openKind(view, kind);
        const QString why = open.narrative ? QStringLiteral("narrative") : QStringLiteral("permission");
        if (!open.isOpen())
            outlook.leftOut.append({kind.file, why});
        else if (!open.closed.isEmpty())
            outlook.leftOut.append({kind.file + QStringLiteral(": ") + open.closed.join(QStringLiteral(", ")), why});
        for (const ExportKind::LeftOut &column : kind.leftOut)
            outlook.leftOut.append({QString::fromLatin1(kind.table + '.' + column.column), column.why});
        if (open.isOpen())
            outlook.kinds << open;
    }
    for (const ExportKinds::LeftOut &table : all.leftOut())
        outlook.leftOut.append({QString::fromLatin1(table.table), table.why});
    const QString everywhere = QStringLiteral("*");
    outlook.leftOut.append({everywhere, QStringLiteral("open-imports")});
    if (!known.rights.has(Permission::RestrictPatients))
        outlook.leftOut.append({everywhere, QStringLiteral("restricted")});
    if (outlook.ownOnly)
        outlook.leftOut.append({everywhere, QStringLiteral("own-patients")});
    return outlook;
}

Result<Exported> runExport(store::Store &store, const store::Actor &actor, const Catalog &catalog,
                           const ExportSpec &wanted, Files &files, const ExportTold &told)
try {
    ExportSpec spec = wanted;
    // A slash at its end would put what grows inside of what does not exist yet.
    spec.path = access::leavingPath(*store.snapshot(actor), QDir::cleanPath(wanted.path));
    if (auto ordered = order(store, actor, spec, files); !ordered)
        return ordered.error();
    auto exported = [&]() -> Result<Exported> {
        try {
            return make(store, actor, catalog, spec, files, told);
        } catch (const store::Failure &failure) {
            return failure.error();
        }
    }();
    if (exported) {
        if (isFolder(growingPath(spec.path))) { // of a ZIP file: what it was packed from
            exported->left = growingPath(spec.path);
            note(store, actor, "failed", QStringLiteral("%1 stays").arg(exported->left));
        }
        return exported;
    }
    QString detail = spec.path;
    if (exported.error().code == Code::Cancelled)
        detail += QStringLiteral(", stopped");
    const QString left = isFolder(growingPath(spec.path)) ? growingPath(spec.path) : QString();
    if (!left.isEmpty())
        detail += QStringLiteral(", stays in %1").arg(left);
    note(store, actor, "failed", detail);
    return unfinished(exported.error(), left);
} catch (const store::Failure &failure) {
    return failure.error();
}

} // namespace xinglin::interop
