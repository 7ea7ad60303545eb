#include "app/cli/help.h"

#include <QCoreApplication>

namespace xinglin::cli {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::cli::Help)
};

constexpr int Columns = 100;

/// Prints @p text after @p lead, folded; the lines after the first begin at the column where it began. Chinese may
/// break after any character.
void fold(Output &output, const QString &lead, const QString &text)
{
    const int indent = displayWidth(lead);
    QString line = lead;
    QString word;
    for (const QChar character : text + u' ') {
        word += character;
        const bool mayBreak = character.isSpace() || character.script() == QChar::Script_Han ||
                              QStringLiteral("，；。：").contains(character);
        if (!mayBreak)
            continue;
        if (displayWidth(line) + displayWidth(word.trimmed()) > Columns) {
            output.line(line);
            line = QString(indent, u' ');
        }
        line += word;
        word.clear();
    }
    output.line(line);
}

/// Names in one column, what they are for in the other.
void list(Output &output, const QList<QPair<QString, QString>> &rows)
{
    int width = 0;
    for (const auto &[name, purpose] : rows)
        width = std::max(width, displayWidth(name));
    for (const auto &[name, purpose] : rows)
        fold(output, QStringLiteral("  ") + name + QString(width - displayWidth(name) + 2, u' '), purpose);
}

QString shown(const Option &option)
{
    return QStringLiteral("--") + option.name + (option.value.isEmpty() ? QString() : u' ' + option.value);
}

QList<QPair<QString, QString>> rows(const QList<Option> &options)
{
    QList<QPair<QString, QString>> lines;
    for (const Option &option : options)
        lines.append({shown(option), option.purpose});
    return lines;
}

} // namespace

QList<Option> programOptions()
{
    return {{QStringLiteral("version"), {}, Tr::tr("Show the version.")}};
}

bool isNoun(const QList<Command> &commands, const QString &word)
{
    for (const Command &command : commands)
        if (command.words.constFirst() == word)
            return true;
    return false;
}

void showHelp(Output &output, const QList<Command> &commands, const QString &noun)
{
    output.line(Tr::tr("Usage: xinglin-cli [OPTION…] NOUN VERB [OPTION…] [WORD…]"));
    output.line({});
    QList<QPair<QString, QString>> lines;
    for (const Command &command : commands)
        if (!command.inner && (noun.isEmpty() || noun.startsWith(u'-') || command.words.constFirst() == noun))
            lines.append({command.words.join(u' '), command.purpose});
    list(output, lines);
    output.line({});
    output.line(Tr::tr("Options of every verb:"));
    list(output, rows(Arguments::common() + programOptions()));
    output.line({});
    fold(output, QString(),
         Tr::tr("Exit: 0 done, 1 refused or findings asked for with --fail-on, 2 wrong use, 3 wrong password or no "
                "permission, 4 store damaged or in use, 5 input rejected and nothing written."));
}

void showHelp(Output &output, const Command &command)
{
    QString usage = QStringLiteral("xinglin-cli ") + command.words.join(u' ');
    if (!command.options.isEmpty())
        usage += u' ' + Tr::tr("[OPTION…]");
    for (const Operand &operand : command.operands)
        usage += operand.optional ? QStringLiteral(" [%1]").arg(operand.name) : u' ' + operand.name;
    output.line(Tr::tr("Usage: %1").arg(usage));
    output.line({});
    output.line(command.purpose);
    QList<QPair<QString, QString>> lines;
    for (const Operand &operand : command.operands)
        lines.append({operand.name, operand.purpose});
    lines += rows(command.options);
    if (!lines.isEmpty()) {
        output.line({});
        list(output, lines);
    }
    if (!command.details.isEmpty()) {
        output.line({});
        fold(output, QString(), command.details);
    }
    output.line({});
    output.line(Tr::tr("Options of every verb:"));
    list(output, rows(Arguments::common()));
}

} // namespace xinglin::cli
