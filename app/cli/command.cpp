#include "app/cli/command.h"

#include <QLocale>

namespace xinglin::cli {

Exit exitFor(Code code)
{
    switch (code) {
    case Code::Invalid:
        return Exit::Rejected;
    case Code::NotFound:
    case Code::Stale:
    case Code::Conflict:
    case Code::Cancelled:
        return Exit::Refused;
    case Code::NoPermission:
    case Code::WrongPassword:
    case Code::Throttled:
        return Exit::Denied;
    case Code::InUse:
    case Code::Newer:
    case Code::Foreign:
    case Code::Damaged:
    case Code::Broken:
        return Exit::Store;
    }
    return Exit::Store;
}

Exit Call::refuse(const Error &error) const
{
    QString text = error.message;
    if (text.isEmpty() || (error.code == Code::Broken && !error.detail.isEmpty()))
        text += (text.isEmpty() ? QString() : QStringLiteral(" ")) + error.detail;
    if (!error.field.isEmpty() && exitFor(error.code) == Exit::Rejected)
        text = error.field + QStringLiteral(": ") + text;
    return refuse(exitFor(error.code), text);
}

Exit Call::refuse(Exit exit, const QString &sentence) const
{
    Output::say(QStringLiteral("xinglin-cli: ") + sentence);
    return exit;
}

bool Call::speaksChinese() const
{
    const auto language = arguments.value(QStringLiteral("lang"));
    return language ? *language == u"zh_CN" : QLocale::system().language() == QLocale::Chinese;
}

QList<Command> allCommands()
{
    return QList<Command>{
               initCommand(),        demoCommand(),           patientAddCommand(),       patientSearchCommand(),
               patientShowCommand(), patientHistoryCommand(), patientDuplicatesCommand()} +
           importCommands() + queueCommands() +
           QList<Command>{exportCalendarCommand(),
                          exportCommand(),
                          herbResolveCommand(),
                          prescriptionCheckCommand(),
                          constitutionScoreCommand(),
                          appointmentFreeCommand(),
                          appointmentBookCommand(),
                          appointmentMoveCommand(),
                          appointmentCancelCommand(),
                          appointmentListCommand(),
                          verifyCommand(),
                          doctorCommand(),
                          backupCommand(),
                          restoreCommand(),
                          logCommand(),
                          auditListCommand(),
                          auditExportCommand(),
                          benchCommand(),
                          benchReplayCommand()};
}

} // namespace xinglin::cli
