#include "app/cli/opening.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace xinglin::cli {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::cli::Init)
};

/// "OP" to owner and practitioner; nullopt where a letter is no role.
std::optional<access::Roles> rolesFrom(const QString &letters)
{
    access::Roles roles = access::Role::Owner;
    for (const QChar letter : letters.toUpper()) {
        const auto role = access::roleFrom(letter);
        if (!role)
            return std::nullopt;
        roles |= *role;
    }
    return roles;
}

QString sheetText(const QString &clinic, const QStringList &lines)
{
    return Tr::tr("Recovery sheet of %1").arg(clinic) + QStringLiteral("\n\n") + lines.join(u'\n') +
           QStringLiteral("\n\n") +
           Tr::tr("Whoever holds these lines can open every record of the clinic. Print them and lock them away.") +
           u'\n';
}

/// Writes the sheet where it was asked for; else shows it, for it is nowhere else.
Exit handOver(Machine &machine, const Call &call, const QString &clinic, const RecoverySheet &sheet)
{
    QString text = sheetText(clinic, sheet.lines());
    Exit exit = Exit::Done;
    if (const auto path = call.arguments.value(QStringLiteral("recovery-out"))) {
        QByteArray bytes = text.toUtf8();
        const auto written = machine.files.write(*path, bytes);
        wipe(bytes);
        if (written) {
            wipe(text);
            return Exit::Done;
        }
        exit = call.refuse(written.error());
    }
    Output::say(text);
    wipe(text);
    return exit;
}

Exit run(const Call &call)
{
    const Arguments &arguments = call.arguments;
    const auto clinic = arguments.value(QStringLiteral("clinic"));
    const auto login = arguments.value(QStringLiteral("user"));
    if (!clinic || !login)
        return call.refuse(
            Exit::WrongUse,
            Tr::tr("%1 is missing.").arg(clinic ? QStringLiteral("--user LOGIN") : QStringLiteral("--clinic NAME")));
    const auto roles = rolesFrom(arguments.value(QStringLiteral("roles")).value_or(QString()));
    if (!roles)
        return call.refuse(Exit::WrongUse, Tr::tr("--roles wants letters of R P D O A U."));
    Machine machine;
    const access::Surroundings around = machine.around(arguments);
    if (const auto sheet = arguments.value(QStringLiteral("recovery-out"))) {
        if (QFileInfo::exists(*sheet))
            return call.refuse(Exit::Refused, Tr::tr("%1 exists already; nothing was made.").arg(*sheet));
        if (!QFileInfo(QFileInfo(*sheet).absolutePath()).isWritable())
            return call.refuse(Exit::Rejected, Tr::tr("%1 cannot be written; nothing was made.").arg(*sheet));
    }
    const auto plate = access::lookAt(around);
    if (plate && plate->exists)
        return call.refuse(Exit::Refused, Tr::tr("There is a clinic in %1 already.").arg(around.folder));

    access::SetUp wishes;
    wishes.clinic = *clinic;
    wishes.training = arguments.has(QStringLiteral("training"));
    wishes.owner.login = *login;
    wishes.owner.name = arguments.value(QStringLiteral("name")).value_or(*login);
    wishes.owner.roles = *roles;
    auto password = passwordFor(arguments, *login, true);
    if (!password)
        return refuseOpening(call, password.error());
    wishes.password = *password;
    wipe(*password);
    const auto founded = access::setUp(around, wishes);
    wishes.password = {};
    if (!founded)
        return call.refuse(founded.error());

    const Exit exit = handOver(machine, call, *clinic, *founded->sheet);
    if (call.output.isJson())
        call.output.json({{QStringLiteral("store"), around.folder},
                          {QStringLiteral("clinic"), *clinic},
                          {QStringLiteral("user"), login->trimmed()}});
    else
        Output::say(
            Tr::tr("The clinic %1 was made in %2; its owner is %3.").arg(*clinic, around.folder, login->trimmed()));
    return exit;
}

} // namespace

Command initCommand()
{
    return {
        {QStringLiteral("init")},
        Tr::tr("Make a new, empty clinic and its owner."),
        {},
        {{QStringLiteral("clinic"), QStringLiteral("NAME"), Tr::tr("Name of the clinic, as on its papers.")},
         {QStringLiteral("name"), QStringLiteral("PERSON"), Tr::tr("The owner's name (default: the login).")},
         {QStringLiteral("roles"), QStringLiteral("LETTERS"),
          Tr::tr(
              "Further roles of the owner: R receptionist, P practitioner, D dispenser, A administrator, U auditor.")},
         {QStringLiteral("training"), {}, Tr::tr("A clinic for practice: a banner says so in every window.")},
         {QStringLiteral("recovery-out"), QStringLiteral("FILE"),
          Tr::tr("Write the recovery sheet there (default: show it once).")}},
        Tr::tr("The owner's login is given with --user."),
        run};
}

} // namespace xinglin::cli
