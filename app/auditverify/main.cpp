#include "store/auditfile.h"

#include <QCoreApplication>
#include <QFile>
#include <QLocale>
#include <QTextStream>
#include <QTranslator>

using namespace xinglin;

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::AuditVerify)
};

enum Exit { Whole = 0, Broken = 1, WrongUse = 2 };

constexpr qint64 LargestManifest = 64 * 1024;

void say(FILE *to, const QString &line)
{
    QTextStream(to) << line << '\n';
}

int usage()
{
    say(stderr, Tr::tr("Use: xinglin-audit-verify TABLE.csv [MANIFEST.json]"));
    say(stderr, Tr::tr("Recomputes the chain of an exported audit log and says whether it is whole. The manifest is "
                       "looked for beside the table. Names of people are not part of the chain."));
    return WrongUse;
}

/// The manifest that was named, or the one beside the table; without one the chain alone is checked.
bool readManifest(const QString &path, bool named, std::optional<store::AuditManifest> &manifest)
{
    QFile file(path);
    if (!file.exists() && !named)
        return true;
    if (!file.open(QIODevice::ReadOnly)) {
        say(stderr, Tr::tr("%1 cannot be read: %2").arg(path, file.errorString()));
        return false;
    }
    manifest = store::AuditManifest::fromJson(file.read(LargestManifest));
    if (!manifest)
        say(stderr, Tr::tr("%1 is no manifest of an audit log.").arg(path));
    return manifest.has_value();
}

int verify(const QString &path, const QString &manifestPath)
{
    QFile table(path);
    if (!table.open(QIODevice::ReadOnly)) {
        say(stderr, Tr::tr("%1 cannot be read: %2").arg(path, table.errorString()));
        return WrongUse;
    }
    std::optional<store::AuditManifest> manifest;
    const bool named = !manifestPath.isEmpty();
    if (!readManifest(named ? manifestPath : path + QStringLiteral(".manifest.json"), named, manifest))
        return Broken;
    const store::AuditTableCheck check = store::checkAuditTable(table, manifest);
    if (!check.isWhole()) {
        say(stdout,
            check.badLine > 0 ? Tr::tr("Not whole. First bad line: %1").arg(check.badLine) : Tr::tr("Not whole."));
        say(stdout, check.problem->line());
        return Broken;
    }
    say(stdout, Tr::tr("Whole: rows %1 to %2.").arg(check.first).arg(check.last));
    say(stdout, Tr::tr("Head: %1").arg(QString::fromLatin1(check.head.toHex())));
    say(stdout, Tr::tr("Fingerprint: %1").arg(store::fingerprintOf(check.head)));
    if (!manifest)
        say(stdout, Tr::tr("Without a manifest the end may have been cut off: compare head and number of rows with "
                           "a printed sheet or a backup."));
    if (check.before.isEmpty())
        say(stdout, Tr::tr("The table does not begin with row 1: what stood before it is not known."));
    return Whole;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationVersion(QStringLiteral(XINGLIN_VERSION));
    QTranslator words;
    const bool chinese = QLocale::system().language() == QLocale::Chinese;
    if (words.load(
            QStringLiteral(":/i18n/xinglin_%1.qm").arg(chinese ? QStringLiteral("zh_CN") : QStringLiteral("en"))))
        QCoreApplication::installTranslator(&words);
    const QStringList arguments = app.arguments().mid(1);
    if (arguments == QStringList{QStringLiteral("--version")}) {
        say(stdout, QStringLiteral("xinglin-audit-verify ") + QCoreApplication::applicationVersion());
        return Whole;
    }
    if (arguments == QStringList{QStringLiteral("--help")}) {
        usage();
        return Whole;
    }
    if (arguments.isEmpty() || arguments.size() > 2 || arguments.first().startsWith(u'-'))
        return usage();
    return verify(arguments.first(), arguments.value(1));
}
