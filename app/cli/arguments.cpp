#include "app/cli/arguments.h"

#include <QCoreApplication>

namespace xinglin::cli {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::cli::Arguments)
};

Error wrong(const QString &sentence)
{
    return Error{Code::Invalid, sentence, {}, {}};
}

const Option *find(const QList<Option> &known, const QString &name)
{
    for (const Option &option : known)
        if (option.name == name)
            return &option;
    return nullptr;
}

} // namespace

QList<Option> Arguments::common()
{
    return {
        {QStringLiteral("store"), QStringLiteral("DIR"), Tr::tr("Folder of the clinic (default: the desktop's).")},
        {QStringLiteral("user"), QStringLiteral("LOGIN"), Tr::tr("Who acts (default: the only user).")},
        {QStringLiteral("password-fd"), QStringLiteral("N"),
         Tr::tr(
             "Read the password from this file descriptor; else from the file that XINGLIN_PASSWORD_FILE names; else "
             "ask on the terminal.")},
        {QStringLiteral("lang"), QStringLiteral("zh_CN|en"),
         Tr::tr("Language of words (default: that of the locale).")},
        {QStringLiteral("json"), {}, Tr::tr("Print one JSON document.")},
        {QStringLiteral("jsonl"), {}, Tr::tr("Print lists as one JSON object a line.")},
        {QStringLiteral("help"), {}, Tr::tr("Show this text.")},
    };
}

Result<Arguments> Arguments::parse(const QStringList &words, const QList<Option> &known, bool stopAtWord)
{
    Arguments arguments;
    bool optionsEnded = false;
    for (qsizetype at = 0; at < words.size(); ++at) {
        const QString &word = words[at];
        if (word == u"--" && !optionsEnded) {
            optionsEnded = true;
            continue;
        }
        if (optionsEnded || !word.startsWith(u'-') || word == u"-") {
            if (stopAtWord) {
                arguments.m_rest = words.mid(at);
                return arguments;
            }
            arguments.m_operands << word;
            continue;
        }
        if (word == u"-h") {
            arguments.m_values[QStringLiteral("help")] << QString();
            continue;
        }
        const qsizetype equals = word.indexOf(u'=');
        const QString name = word.mid(2, equals < 0 ? -1 : equals - 2);
        const Option *option = word.startsWith(u"--") ? find(known, name) : nullptr;
        if (!option)
            return wrong(Tr::tr("Unknown option: %1").arg(equals < 0 ? word : word.left(equals)));
        if (option->value.isEmpty() && equals >= 0)
            return wrong(Tr::tr("--%1 takes no value.").arg(name));
        if (arguments.has(name) && !option->repeated && !option->value.isEmpty())
            return wrong(Tr::tr("--%1 is given twice.").arg(name));
        if (option->value.isEmpty())
            arguments.m_values[name] << QString();
        else if (equals >= 0)
            arguments.m_values[name] << word.mid(equals + 1);
        else if (++at < words.size())
            arguments.m_values[name] << words[at];
        else
            return wrong(Tr::tr("--%1 wants %2 after it.").arg(name, option->value));
    }
    return arguments;
}

void Arguments::inherit(const Arguments &before)
{
    for (auto it = before.m_values.cbegin(); it != before.m_values.cend(); ++it)
        if (!m_values.contains(it.key()))
            m_values.insert(it.key(), it.value());
}

std::optional<QString> Arguments::value(const QString &name) const
{
    const auto it = m_values.constFind(name);
    return it == m_values.cend() ? std::nullopt : std::optional(it->constLast());
}

Result<qint64> Arguments::number(const QString &name, qint64 otherwise, qint64 least, qint64 most) const
{
    const auto typed = value(name);
    if (!typed)
        return otherwise;
    bool isNumber = false;
    const qint64 number = typed->toLongLong(&isNumber);
    if (!isNumber || number < least || number > most)
        return wrong(
            Tr::tr("--%1 wants a whole number from %2 to %3, not “%4”.").arg(name).arg(least).arg(most).arg(*typed));
    return number;
}

} // namespace xinglin::cli
