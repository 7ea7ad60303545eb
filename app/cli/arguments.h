#pragma once

#include "base/result.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace xinglin::cli {

/// An option of the command line, as in --name VALUE.
struct Option
{
    QString name;    ///< Without the hyphens.
    QString value;   ///< What stands after it in the help; empty: a switch.
    QString purpose; ///< One line.
    bool repeated = false;
};

/// A word after the verb.
struct Operand
{
    QString name;
    QString purpose;
    bool optional = false;
};

/// What was typed after the verb, sorted. Errors here are wrong use.
class Arguments
{
public:
    /// Options that every verb takes.
    static QList<Option> common();
    /// Reads @p words: `--name value`, `--name=value`, `--` ends the options, `-` is a word. With @p stopAtWord reading
    /// ends before the first word, and rest() holds what is left.
    static Result<Arguments> parse(const QStringList &words, const QList<Option> &known, bool stopAtWord = false);
    /// Takes over what stood before the verb, unless it was said again after it.
    void inherit(const Arguments &before);

    bool has(const QString &name) const { return m_values.contains(name); }
    /// The last one given.
    std::optional<QString> value(const QString &name) const;
    QStringList values(const QString &name) const { return m_values.value(name); }
    /// A whole number; @p otherwise where it was not given.
    Result<qint64> number(const QString &name, qint64 otherwise, qint64 least, qint64 most) const;
    const QStringList &operands() const { return m_operands; }
    const QStringList &rest() const { return m_rest; }

private:
    QHash<QString, QStringList> m_values;
    QStringList m_operands;
    QStringList m_rest;
};

} // namespace xinglin::cli
