#include "app/cli/command.h"
#include "app/cli/help.h"
#include "base/hardening.h"
#include "store/failure.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

#include <csignal>

namespace {

using namespace xinglin;
using namespace xinglin::cli;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::cli::Main)
};

Exit wrongUse(const QString &sentence, const QStringList &words = {})
{
    Output::say(QStringLiteral("xinglin-cli: ") + sentence);
    Output::say(Tr::tr("Try “%1 --help”.").arg((QStringList{QStringLiteral("xinglin-cli")} + words).join(u' ')));
    return Exit::WrongUse;
}

/// The language is needed before the first sentence, so it is looked for before anything is checked.
QString languageOf(const QStringList &words)
{
    for (qsizetype at = 0; at < words.size(); ++at) {
        if (words[at] == u"--lang" && at + 1 < words.size())
            return words[at + 1];
        if (words[at].startsWith(u"--lang="))
            return words[at].mid(7);
    }
    return QLocale::system().language() == QLocale::Chinese ? QStringLiteral("zh_CN") : QStringLiteral("en");
}

const Command *find(const QList<Command> &commands, const QStringList &words)
{
    for (const Command &command : commands)
        if (words.size() >= command.words.size() && words.first(command.words.size()) == command.words)
            return &command;
    return nullptr;
}

Exit runVerb(const Command &command, const Arguments &before, const QStringList &words)
{
    auto arguments = Arguments::parse(words, Arguments::common() + command.options);
    if (!arguments)
        return wrongUse(arguments.error().message, command.words);
    arguments->inherit(before);
    const bool lines = arguments->has(QStringLiteral("jsonl"));
    Output output(lines                                    ? Output::Form::JsonLines
                  : arguments->has(QStringLiteral("json")) ? Output::Form::Json
                                                           : Output::Form::Words);
    if (arguments->has(QStringLiteral("help"))) {
        showHelp(output, command);
        return Exit::Done;
    }
    qsizetype needed = 0;
    for (const Operand &operand : command.operands)
        needed += operand.optional ? 0 : 1;
    if (arguments->operands().size() < needed)
        return wrongUse(Tr::tr("%1 is missing.").arg(command.operands[arguments->operands().size()].name),
                        command.words);
    if (arguments->operands().size() > command.operands.size())
        return wrongUse(Tr::tr("Too many words: %1").arg(arguments->operands()[command.operands.size()]),
                        command.words);
    return command.run({*arguments, output});
}

Exit run(const QStringList &words)
{
    const QString language = languageOf(words);
    if (language != u"zh_CN" && language != u"en")
        return wrongUse(Tr::tr("Unknown language: %1 (zh_CN or en)").arg(language));
    QTranslator translator;
    if (translator.load(QStringLiteral(":/i18n/xinglin_") + language))
        QCoreApplication::installTranslator(&translator);

    const auto before = Arguments::parse(words, Arguments::common() + programOptions(), true);
    if (!before)
        return wrongUse(before.error().message);
    const QList<Command> commands = allCommands();
    Output output(Output::Form::Words);
    if (before->has(QStringLiteral("version"))) {
        output.line(QStringLiteral("xinglin-cli ") + QCoreApplication::applicationVersion());
        return Exit::Done;
    }
    const QStringList &rest = before->rest();
    if (const Command *command = find(commands, rest))
        return runVerb(*command, *before, rest.mid(command->words.size()));
    const bool wantsHelp = before->has(QStringLiteral("help")) || rest.contains(QStringLiteral("--help")) ||
                           rest.contains(QStringLiteral("-h"));
    if (wantsHelp && (rest.isEmpty() || isNoun(commands, rest.constFirst()) || rest.constFirst().startsWith(u'-'))) {
        showHelp(output, commands, rest.isEmpty() ? QString() : rest.constFirst());
        return Exit::Done;
    }
    if (rest.isEmpty())
        return wrongUse(Tr::tr("A noun and a verb are missing, such as “patient search”."));
    if (!isNoun(commands, rest.constFirst()))
        return wrongUse(Tr::tr("Unknown word: %1").arg(rest.constFirst()));
    if (rest.size() == 1)
        return wrongUse(Tr::tr("A verb is missing after “%1”.").arg(rest.constFirst()), {rest.constFirst()});
    return wrongUse(Tr::tr("Unknown word: %1").arg(rest.first(2).join(u' ')), {rest.constFirst()});
}

} // namespace

int main(int argc, char *argv[])
{
    // A reader that went away ends the output, not the program in the middle of a transaction.
    std::signal(SIGPIPE, SIG_IGN);
    static_cast<void>(turnOffCoreFiles()); // `doctor` says where the system refuses
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("xinglin-cli"));
    QCoreApplication::setApplicationVersion(QStringLiteral(XINGLIN_VERSION));
    Exit exit = Exit::Store;
    try {
        exit = run(QCoreApplication::arguments().mid(1));
    } catch (const store::Failure &failure) {
        Output::say(QStringLiteral("xinglin-cli: ") + failure.error().message + u' ' + failure.error().detail);
    } catch (const std::exception &failure) {
        Output::say(QStringLiteral("xinglin-cli: ") + QString::fromLocal8Bit(failure.what()));
    }
    if (!Output::flush() && exit == Exit::Done)
        exit = Exit::Store;
    return static_cast<int>(exit);
}
