#include "app/cli/opening.h"

#include "app/cli/terminal.h"
#include "clinic/followers.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QStringDecoder>

namespace xinglin::cli {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::cli::Opening)
};

constexpr qint64 MostPasswordBytes = 4096;

/// The first line of what a file or a descriptor held; wipes @p bytes.
Result<QString> firstLine(QByteArray bytes)
{
    const qsizetype end = bytes.indexOf('\n');
    QByteArrayView line = end < 0 ? QByteArrayView(bytes) : QByteArrayView(bytes).first(end);
    if (line.endsWith('\r'))
        line.chop(1);
    QStringDecoder decoder(QStringDecoder::Utf8);
    QString password = decoder(line);
    const bool broken = decoder.hasError();
    wipe(bytes);
    if (broken) {
        wipe(password);
        return Error{Code::Invalid, Tr::tr("The password is not UTF-8 text."), {}, {}};
    }
    return password;
}

Result<QString> fromDescriptor(const QString &typed)
{
    bool isNumber = false;
    const int descriptor = typed.toInt(&isNumber);
    if (!isNumber || descriptor < 0)
        return Error{Code::Invalid, Tr::tr("--password-fd wants a number, not “%1”.").arg(typed), {}, {}};
    auto bytes = terminal::readDescriptor(descriptor, MostPasswordBytes);
    if (!bytes)
        return bytes.error();
    return firstLine(*std::move(bytes));
}

Result<QString> fromFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return Error{Code::Invalid, Tr::tr("The password file %1 cannot be read.").arg(path), {}, {}};
    return firstLine(file.read(MostPasswordBytes));
}

} // namespace

QString defaultStore()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/xinglin/clinic");
}

access::Surroundings Machine::around(const Arguments &arguments, const Clock *clockInstead)
{
    access::Surroundings around;
    around.folder =
        QDir::cleanPath(QDir().absoluteFilePath(arguments.value(QStringLiteral("store")).value_or(defaultStore())));
    around.clock = clockInstead ? clockInstead : &clock;
    around.random = &random;
    around.files = &files;
    return around;
}

Result<QString> passwordFor(const Arguments &arguments, const QString &login, bool twice)
{
    if (const auto descriptor = arguments.value(QStringLiteral("password-fd")))
        return fromDescriptor(*descriptor);
    if (const QString path = qEnvironmentVariable("XINGLIN_PASSWORD_FILE"); !path.isEmpty())
        return fromFile(path);
    auto typed = terminal::askSecretly(Tr::tr("Password of %1: ").arg(login));
    if (!typed || !twice)
        return typed;
    auto again = terminal::askSecretly(Tr::tr("The same once more: "));
    if (!again)
        return again;
    const bool same = *typed == *again;
    wipe(*again);
    if (same)
        return typed;
    wipe(*typed);
    return Error{Code::Invalid, Tr::tr("The two passwords differ."), {}, {}};
}

Result<QString> loginFor(const Arguments &arguments, const access::Surroundings &around)
{
    const auto plate = access::lookAt(around);
    if (!plate)
        return plate.error();
    if (!plate->exists)
        return Error{Code::Damaged,
                     Tr::tr("There is no clinic in %1; “xinglin-cli init” makes one.").arg(around.folder),
                     {},
                     {}};
    if (const auto user = arguments.value(QStringLiteral("user")))
        return *user;
    if (plate->logins.size() == 1)
        return plate->logins.constFirst();
    return Error{Code::Invalid, Tr::tr("Say who you are with --user."), {}, {}};
}

Result<access::Session> openClinic(const Arguments &arguments, const access::Surroundings &around, QString *password)
{
    const auto login = loginFor(arguments, around);
    if (!login)
        return login.error();
    auto typed = passwordFor(arguments, *login);
    if (!typed)
        return typed.error();
    auto session = access::signIn(around, *login, *typed);
    if (password)
        *password = *typed;
    else
        wipe(*typed);
    if (session)
        addFollowers(*session->store);
    return session;
}

Exit refuseOpening(const Call &call, const Error &error)
{
    return error.code == Code::Invalid ? call.refuse(Exit::WrongUse, error.message) : call.refuse(error);
}

} // namespace xinglin::cli
