#include "access/restore.h"
#include "app/cli/input.h"
#include "app/cli/opening.h"

#include <QCoreApplication>
#include <QDir>
#include <QRegularExpression>

namespace xinglin::cli {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::cli::Restore)
};

QString hex(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toHex());
}

/// The lines of the sheet, without the words around them that `init` writes.
Result<QString> sheetFrom(const QString &path)
{
    auto bytes = readInput(path);
    if (!bytes)
        return bytes.error();
    auto text = utf8Text(*bytes);
    wipe(*bytes);
    if (!text)
        return text.error();
    static const QRegularExpression groups(QStringLiteral("^\\s*[0-9A-Za-z]{4}([ -]+[0-9A-Za-z]{4}){3}\\s*$"));
    QStringList lines;
    for (const QString &line : text->split(u'\n')) {
        if (groups.match(line).hasMatch())
            lines << line.trimmed();
    }
    QString sheet = lines.isEmpty() ? *text : lines.join(u'\n');
    if (!lines.isEmpty())
        wipe(*text);
    return sheet;
}

Result<access::RestoreKey> keyFor(const Call &call, const access::Surroundings &around)
{
    access::RestoreKey key;
    if (const auto path = call.arguments.value(QStringLiteral("recovery-file"))) {
        auto sheet = sheetFrom(*path);
        if (!sheet)
            return sheet.error();
        key.sheet = *std::move(sheet);
        return key;
    }
    if (const auto user = call.arguments.value(QStringLiteral("user"))) {
        key.login = *user;
    } else {
        const auto login = loginFor(call.arguments, around);
        if (!login)
            return Error{Code::Invalid, Tr::tr("Say who you are with --user, or give --recovery-file."), {}, {}};
        key.login = *login;
    }
    auto password = passwordFor(call.arguments, key.login);
    if (!password)
        return password.error();
    key.password = access::Password(*password);
    wipe(*password);
    return key;
}

Exit run(const Call &call)
{
    Machine machine;
    const access::Surroundings around = machine.around(call.arguments);
    const QString backup = QDir().absoluteFilePath(call.arguments.operands().constFirst());
    auto key = keyFor(call, around);
    if (!key)
        return refuseOpening(call, key.error());
    const auto restored = access::restore(around, backup, *key, [](const store::BackupProgress &progress) {
        if (progress.of > 0)
            Output::progress(Tr::tr("Restoring … %1 %").arg(progress.done * 100 / progress.of));
        return true;
    });
    wipe(key->sheet);
    Output::endProgress();
    if (!restored)
        return call.refuse(restored.error());
    const store::BackupManifest &manifest = restored->manifest;
    const QString made = QDateTime::fromMSecsSinceEpoch(manifest.madeMs, Qt::UTC).toString(Qt::ISODate);
    if (call.output.isJson())
        call.output.json({{QStringLiteral("store"), around.folder},
                          {QStringLiteral("made"), made},
                          {QStringLiteral("records"), manifest.heads.records},
                          {QStringLiteral("head"), hex(manifest.heads.record)},
                          {QStringLiteral("audit"), QJsonObject{{QStringLiteral("rows"), manifest.heads.auditRows},
                                                                {QStringLiteral("head"), hex(manifest.heads.audit)}}},
                          {QStringLiteral("state"), hex(restored->check.state.sum)},
                          {QStringLiteral("before"), restored->before},
                          {QStringLiteral("passwords"),
                           restored->passwordsOfToday ? QStringLiteral("today") : QStringLiteral("backup")}});
    else
        call.output.pairs({{Tr::tr("Clinic"), around.folder},
                           {Tr::tr("As it was at"), made},
                           {Tr::tr("Records"), QString::number(manifest.heads.records)},
                           {Tr::tr("Audit rows"), QString::number(manifest.heads.auditRows)},
                           {Tr::tr("State"), hex(restored->check.state.sum)},
                           {Tr::tr("The old store is kept in"), restored->before}});
    Output::say(restored->passwordsOfToday ? Tr::tr("The backup was restored and holds. Passwords are those of today.")
                                           : Tr::tr("The backup was restored and holds. Passwords are those of the "
                                                    "day the backup was made."));
    return Exit::Done;
}

} // namespace

Command restoreCommand()
{
    return {{QStringLiteral("restore")},
            Tr::tr("Bring the clinic back from a backup."),
            {{QStringLiteral("BACKUP"), Tr::tr("Folder of the backup.")}},
            {{QStringLiteral("recovery-file"), QStringLiteral("FILE"),
              Tr::tr("Open it with the recovery sheet in FILE (“-”: standard input) instead of an owner's password.")}},
            Tr::tr("The store that is there is kept beside it, under a name of its own."),
            run};
}

} // namespace xinglin::cli
