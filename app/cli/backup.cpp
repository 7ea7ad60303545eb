#include "access/backups.h"
#include "app/cli/opening.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QLocale>

namespace xinglin::cli {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::cli::Backup)
};

QString hex(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toHex());
}

QString wordsOf(const store::BackupProgress &progress)
{
    const auto share = [&] {
        return progress.of > 0 ? QStringLiteral(" %1 %").arg(progress.done * 100 / progress.of) : QString();
    };
    switch (progress.step) {
    case store::BackupStep::Reading:
        return Tr::tr("Reading the store …");
    case store::BackupStep::Copying:
        return Tr::tr("Copying …") + share();
    case store::BackupStep::Files:
        return Tr::tr("Copying the files …");
    case store::BackupStep::Checking:
        return Tr::tr("Checking …") + share();
    }
    Q_UNREACHABLE();
}

Exit run(const Call &call)
{
    Machine machine;
    const access::Surroundings around = machine.around(call.arguments);
    const auto session = openClinic(call.arguments, around);
    if (!session)
        return refuseOpening(call, session.error());
    // Asked before the work, which takes long; the note asks once more.
    const auto allowed = read(*session, [](const store::Snapshot &view) -> Result<Done> {
        if (auto refused = access::require(view, access::Permission::RunBackups))
            return *refused;
        return Done{};
    });
    if (!allowed)
        return call.refuse(allowed.error());
    const access::BackupPlaces places{
        QDir().absoluteFilePath(call.arguments.operands().constFirst()), {}, std::chrono::hours(4)};
    QElapsedTimer watch;
    watch.start();
    const auto made = access::makeBackup(around, *session->databaseKey, places, store::BackupCause::Asked,
                                         [](const store::BackupProgress &progress) {
                                             Output::progress(wordsOf(progress));
                                             return true;
                                         });
    Output::endProgress();
    if (!made) {
        static_cast<void>(access::noteBackupFailure(*session->store, session->actor, made.error()));
        return call.refuse(made.error());
    }
    if (auto noted = access::noteBackup(*session->store, session->actor, *made); !noted)
        return call.refuse(noted.error());
    const store::BackupManifest &manifest = made->backup.manifest;
    if (call.output.isJson())
        call.output.json({{QStringLiteral("path"), made->backup.path},
                          {QStringLiteral("id"), manifest.id.toString()},
                          {QStringLiteral("bytes"), manifest.bytes()},
                          {QStringLiteral("files"), manifest.files.size()},
                          {QStringLiteral("pages"), made->backup.check.store.pages},
                          {QStringLiteral("records"), manifest.heads.records},
                          {QStringLiteral("head"), hex(manifest.heads.record)},
                          {QStringLiteral("audit"), QJsonObject{{QStringLiteral("rows"), manifest.heads.auditRows},
                                                                {QStringLiteral("head"), hex(manifest.heads.audit)}}},
                          {QStringLiteral("state"), hex(manifest.state.sum)},
                          {QStringLiteral("verified"), true},
                          {QStringLiteral("removed"), made->removed.size()},
                          {QStringLiteral("seconds"), static_cast<double>(watch.elapsed()) / 1000}});
    else
        call.output.pairs({{Tr::tr("Backup"), made->backup.path},
                           {Tr::tr("Size"), QLocale().formattedDataSize(manifest.bytes())},
                           {Tr::tr("Records"), QString::number(manifest.heads.records)},
                           {Tr::tr("Newest record"), hex(manifest.heads.record)},
                           {Tr::tr("Audit rows"), QString::number(manifest.heads.auditRows)},
                           {Tr::tr("Newest audit row"), hex(manifest.heads.audit)},
                           {Tr::tr("State"), hex(manifest.state.sum)}});
    Output::say(Tr::tr("The backup was opened again from disk and holds."));
    return Exit::Done;
}

} // namespace

Command backupCommand()
{
    return {
        {QStringLiteral("backup")},
        Tr::tr("Make a backup of the clinic, encrypted, and check it."),
        {{QStringLiteral("DIR"), Tr::tr("Folder that the backup is made in, under a name of its own.")}},
        {},
        Tr::tr("For owners and administrators. Backups of this clinic that retention lets go are removed from DIR."),
        run};
}

} // namespace xinglin::cli
