#pragma once

#include "base/result.h"

#include <QJsonObject>
#include <QList>
#include <QStringList>

#include <functional>
#include <optional>

namespace xinglin::forms {

enum class ItemKind { Text, LongText, Number, Choice, MultipleChoice };

/// One thing that is asked. Labels stand in both languages in the definition.
struct Item
{
    QString code; ///< Stable; answers name it: "tongue.body_colour".
    ItemKind kind = ItemKind::Text;
    QString zh;
    QString en;
    QString vocabulary; ///< Of a choice: "tongue", "pulse".
    QString group;      ///< Group within the vocabulary.
    QStringList sites;  ///< Where it can be asked several times: the six pulse positions.
    QString unit;       ///< UCUM, of a number.
    std::optional<double> minimum;
    std::optional<double> maximum;
    int decimals = 0;
    QString key; ///< Letters that begin a number typed in one line: "bp" in "bp 120/80", where two items share
                 ///< it. May be empty.
    std::optional<double> normalLow; ///< Bounds of the reference range, where there is one.
    std::optional<double> normalHigh;
    bool required = false;
    bool operator==(const Item &) const = default;
};

struct Section
{
    QString code;
    QString zh;
    QString en;
    QList<Item> items;
    bool operator==(const Section &) const = default;
};

/// A published version of a form; never changed, only followed by another.
struct Form
{
    QString id;
    int version = 0;
    QString zh;
    QString en;
    QList<Section> sections;
    bool operator==(const Form &) const = default;

    QString reference() const { return id + u'/' + QString::number(version); }
    const Item *item(const QString &code) const;
};

/// An answer as far as a form judges it.
struct GivenAnswer
{
    QString item;
    QString site;
    std::optional<double> number;
    QString code;
    QString text;
    bool operator==(const GivenAnswer &) const = default;
};

/// Reads a definition; refuses with the place of the first error ("sections[1].items[3].kind: …").
Result<Form> formFromJson(const QByteArray &json);
/// What is wrong with answers to @p form: unknown items, sites and numbers outside their range; with @p complete also
/// required items without an answer. @p knows says whether a vocabulary holds a code.
QList<Error> problems(const Form &form, const QList<GivenAnswer> &answers, bool complete,
                      const std::function<bool(const QString &vocabulary, const QString &code)> &knows);

} // namespace xinglin::forms
