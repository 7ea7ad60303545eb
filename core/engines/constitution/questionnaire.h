#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>

/// The constitution of a person (中医体质) by questionnaire: what is asked, and how it is scored. Sources: ZYYXH/T
/// 157-2009 for the standard form; the service record for elderly people of the national public health services
/// (老年人中医药健康管理服务) for the short one. The texts of the items are paraphrases.
namespace xinglin::constitution {

/// Words in both languages of the program.
struct Words
{
    QString zh;
    QString en;
    const QString &in(bool chinese) const { return chinese ? zh : en; }
    bool operator==(const Words &) const = default;
};

enum class Form { Standard, Elderly };
QString toText(Form form); ///< "standard", "elderly"
std::optional<Form> formFrom(const QString &text);

/// Which of the questions that only one sex is asked are asked.
enum class Sex { Female, Male };
QString toText(Sex sex); ///< "female", "male"
std::optional<Sex> sexFrom(const QString &text);

/// Answers are 1 … 5.
inline constexpr int leastAnswer = 1;
inline constexpr int mostAnswer = 5;

/// An answer that can be given.
struct Choice
{
    int value = leastAnswer;
    Words words;
    bool operator==(const Choice &) const = default;
};

struct Item
{
    QString id;
    Words words;
    std::optional<Sex> sex;     ///< Nothing: everybody is asked.
    QList<Choice> choices;      ///< Always five, in the order of their values.
    bool hasOwnChoices = false; ///< They are not those of the scale.
    bool operator==(const Item &) const = default;
};

/// What is summed up for one type.
struct Subscale
{
    struct Part
    {
        QString item;
        bool reverse = false; ///< 6 − answer counts.
        std::optional<Sex> sex;
        bool operator==(const Part &) const = default;
    };
    QString type;
    QList<Part> parts;

    /// Number of items a person answers for it.
    int asked(std::optional<Sex> sex) const;
    bool operator==(const Subscale &) const = default;
};

struct Questionnaire
{
    Form form = Form::Standard;
    int version = 1;
    Words name;
    Words recall; ///< What the answers are about: the past year.
    QList<Choice> scale;
    QList<Item> items;
    QList<Subscale> subscales; ///< One for each type, in the order of the types.

    /// "constitution-standard/1", as answers are stored under.
    QString id() const;
    /// Whether some items depend on the sex.
    bool asksBySex() const;
    /// What a person is asked, in order; without a sex the items for one sex are left out.
    QList<Item> itemsFor(std::optional<Sex> sex) const;
    const Item *item(const QString &id) const;
    const Subscale *subscale(const QString &type) const;
    bool operator==(const Questionnaire &) const = default;
};

struct Advice
{
    Words diet;
    Words exercise;
    Words emotion;
    Words season;
    bool operator==(const Advice &) const = default;
};

/// One of the nine.
struct Type
{
    QString id;         ///< "qixu"
    Words name;         ///< 气虚质, "Qi-deficiency constitution"
    bool biased = true; ///< All but the balanced one.
    Words features;
    Advice advice;

    /// 气虚, "Qi-deficiency": where it is clear what is meant.
    Words shortName() const;
    bool operator==(const Type &) const = default;
};

/// The nine types and both questionnaires. Immutable after reading; safe on any thread.
struct Definition
{
    QList<Type> types;
    Questionnaire standard;
    Questionnaire elderly;
    int elderlyFrom = 65; ///< Age in years from which the short form is proposed.

    const Questionnaire &of(Form form) const { return form == Form::Standard ? standard : elderly; }
    /// By Questionnaire::id(); nullptr for a version that this program does not know.
    const Questionnaire *find(const QString &id) const;
    const Type *type(const QString &id) const;

    /// Reads constitution.json. Damaged with the place of the first fault: an item that no type or twice the same type
    /// counts, a type without items, a scale that is not 1 … 5.
    static Result<Definition> fromJson(const QByteArray &json);
};

} // namespace xinglin::constitution
