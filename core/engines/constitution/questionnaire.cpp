#include "engines/constitution/questionnaire.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <algorithm>

namespace xinglin::constitution {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::constitution::Definition)
};

/// Reads members and remembers the first fault with its place.
class Reader
{
public:
    bool failed() const { return m_error.has_value(); }
    Error error() const { return *m_error; }

    void fault(const QString &place, const QString &why)
    {
        if (!m_error)
            m_error = Error{
                Code::Damaged, Tr::tr("The questionnaires cannot be read."), {}, place + QStringLiteral(": ") + why};
    }

    QString text(const QJsonObject &from, const QString &key, const QString &place)
    {
        const QJsonValue value = from.value(key);
        if (!value.isString() || value.toString().isEmpty())
            fault(place + u'.' + key, QStringLiteral("text expected"));
        return value.toString();
    }

    /// Members "<key>zh" and "<key>en".
    Words words(const QJsonObject &from, const QString &place, const QString &key = {})
    {
        return {text(from, key + QStringLiteral("zh"), place), text(from, key + QStringLiteral("en"), place)};
    }

    int number(const QJsonObject &from, const QString &key, const QString &place)
    {
        const int value = from.value(key).toInt(-1);
        if (value < 0)
            fault(place + u'.' + key, QStringLiteral("number expected"));
        return value;
    }

    bool flag(const QJsonObject &from, const QString &key, const QString &place)
    {
        if (!from.value(key).isBool())
            fault(place + u'.' + key, QStringLiteral("true or false expected"));
        return from.value(key).toBool();
    }

    /// "any" and a missing member ask everybody.
    std::optional<Sex> sex(const QJsonObject &from, const QString &place)
    {
        const QString text = from.value(u"sex").toString(QStringLiteral("any"));
        const std::optional<Sex> sex = sexFrom(text);
        if (!sex && text != u"any")
            fault(place + QStringLiteral(".sex"), QStringLiteral("any, female or male expected"));
        return sex;
    }

    QJsonArray list(const QJsonObject &from, const QString &key)
    {
        const QJsonArray list = from.value(key).toArray();
        if (list.isEmpty())
            fault(key, QStringLiteral("list expected"));
        return list;
    }

private:
    std::optional<Error> m_error;
};

QString placeOf(const QString &list, qsizetype index)
{
    return QStringLiteral("%1[%2]").arg(list).arg(index);
}

QList<Choice> readChoices(Reader &reader, const QJsonArray &from, const QString &place)
{
    QList<Choice> choices;
    for (qsizetype i = 0; i < from.size(); ++i) {
        const QString at = placeOf(place, i);
        const QJsonObject object = from.at(i).toObject();
        choices << Choice{reader.number(object, QStringLiteral("score"), at), reader.words(object, at)};
        if (choices.last().value != leastAnswer + i)
            reader.fault(at, QStringLiteral("scores must be 1, 2, 3, 4, 5"));
    }
    if (choices.size() != mostAnswer)
        reader.fault(place, QStringLiteral("five answers expected"));
    return choices;
}

void readItems(Reader &reader, const QJsonObject &root, const QString &key, Questionnaire &into)
{
    const QJsonArray items = reader.list(root, key);
    for (qsizetype i = 0; i < items.size(); ++i) {
        const QString place = placeOf(key, i);
        const QJsonObject from = items.at(i).toObject();
        Item item;
        item.id = reader.text(from, QStringLiteral("id"), place);
        if (into.item(item.id))
            reader.fault(place, QStringLiteral("stands twice"));
        item.words = reader.words(from, place);
        item.sex = reader.sex(from, place);
        item.hasOwnChoices = from.contains(u"anchors");
        item.choices = item.hasOwnChoices ? readChoices(reader, from.value(u"anchors").toArray(), place) : into.scale;
        into.items << item;
    }
}

Subscale readSubscale(Reader &reader, const QJsonObject &from, const QString &place, const Questionnaire &of)
{
    Subscale subscale;
    subscale.type = reader.text(from, QStringLiteral("type"), place);
    const QJsonArray parts = from.value(u"items").toArray();
    QSet<QString> seen;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const QString at = place + u'.' + placeOf(QStringLiteral("items"), i);
        const QJsonObject part = parts.at(i).toObject();
        const Subscale::Part read{reader.text(part, QStringLiteral("item"), at),
                                  reader.flag(part, QStringLiteral("reverse"), at), reader.sex(part, at)};
        const Item *item = of.item(read.item);
        if (!item || item->sex != read.sex || seen.contains(read.item))
            reader.fault(at, QStringLiteral("no such item, or counted twice"));
        seen << read.item;
        subscale.parts << read;
    }
    const int counted = reader.number(from, QStringLiteral("scored_items"), place);
    if (subscale.asked(Sex::Female) != counted || subscale.asked(Sex::Male) != counted || counted == 0)
        reader.fault(place, QStringLiteral("another number of items"));
    return subscale;
}

/// Reads the subscales in the order of the types; every item must be counted somewhere.
void readSubscales(Reader &reader, const QJsonObject &root, const QString &key, const QList<Type> &types,
                   Questionnaire &into)
{
    QMap<QString, Subscale> byType;
    const QJsonArray subscales = reader.list(root, key);
    for (qsizetype i = 0; i < subscales.size(); ++i) {
        const QString place = placeOf(key, i);
        const Subscale subscale = readSubscale(reader, subscales.at(i).toObject(), place, into);
        if (byType.contains(subscale.type))
            reader.fault(place, QStringLiteral("the type stands twice"));
        byType.insert(subscale.type, subscale);
    }
    QSet<QString> counted;
    for (const Type &type : types) {
        if (!byType.contains(type.id))
            reader.fault(key, type.id + QStringLiteral(" is missing"));
        into.subscales << byType.take(type.id);
        for (const Subscale::Part &part : into.subscales.last().parts)
            counted << part.item;
    }
    if (!byType.isEmpty())
        reader.fault(key, byType.firstKey() + QStringLiteral(" is no type"));
    for (const Item &item : into.items) {
        if (!counted.contains(item.id))
            reader.fault(key, item.id + QStringLiteral(" is not counted"));
    }
}

QList<Type> readTypes(Reader &reader, const QJsonObject &root)
{
    const QString key = QStringLiteral("types");
    QList<Type> types;
    const QJsonArray all = reader.list(root, key);
    for (qsizetype i = 0; i < all.size(); ++i) {
        const QString place = placeOf(key, i);
        const QJsonObject from = all.at(i).toObject();
        const QJsonObject advice = from.value(u"advice").toObject();
        Type type;
        type.id = reader.text(from, QStringLiteral("id"), place);
        type.name = reader.words(from, place);
        type.biased = reader.flag(from, QStringLiteral("biased"), place);
        type.features = reader.words(from, place, QStringLiteral("features_"));
        type.advice = {reader.words(advice, place, QStringLiteral("diet_")),
                       reader.words(advice, place, QStringLiteral("exercise_")),
                       reader.words(advice, place, QStringLiteral("emotion_")),
                       reader.words(advice, place, QStringLiteral("season_"))};
        if (std::any_of(types.cbegin(), types.cend(), [&](const Type &known) { return known.id == type.id; }))
            reader.fault(place, QStringLiteral("stands twice"));
        types << type;
    }
    if (std::count_if(types.cbegin(), types.cend(), [](const Type &type) { return !type.biased; }) != 1)
        reader.fault(key, QStringLiteral("one type must be balanced"));
    return types;
}

} // namespace

QString toText(Form form)
{
    return form == Form::Standard ? QStringLiteral("standard") : QStringLiteral("elderly");
}

std::optional<Form> formFrom(const QString &text)
{
    for (const Form form : {Form::Standard, Form::Elderly}) {
        if (toText(form) == text)
            return form;
    }
    return std::nullopt;
}

QString toText(Sex sex)
{
    return sex == Sex::Female ? QStringLiteral("female") : QStringLiteral("male");
}

std::optional<Sex> sexFrom(const QString &text)
{
    for (const Sex sex : {Sex::Female, Sex::Male}) {
        if (toText(sex) == text)
            return sex;
    }
    return std::nullopt;
}

int Subscale::asked(std::optional<Sex> sex) const
{
    return static_cast<int>(
        std::count_if(parts.cbegin(), parts.cend(), [sex](const Part &part) { return !part.sex || part.sex == sex; }));
}

QString Questionnaire::id() const
{
    return QStringLiteral("constitution-%1/%2").arg(toText(form)).arg(version);
}

bool Questionnaire::asksBySex() const
{
    return std::any_of(items.cbegin(), items.cend(), [](const Item &item) { return item.sex.has_value(); });
}

QList<Item> Questionnaire::itemsFor(std::optional<Sex> sex) const
{
    QList<Item> asked;
    for (const Item &item : items) {
        if (!item.sex || item.sex == sex)
            asked << item;
    }
    return asked;
}

const Item *Questionnaire::item(const QString &id) const
{
    for (const Item &item : items) {
        if (item.id == id)
            return &item;
    }
    return nullptr;
}

const Subscale *Questionnaire::subscale(const QString &type) const
{
    for (const Subscale &subscale : subscales) {
        if (subscale.type == type)
            return &subscale;
    }
    return nullptr;
}

Words Type::shortName() const
{
    Words words = name;
    if (words.zh.endsWith(u'质'))
        words.zh.chop(1);
    const QString constitution = QStringLiteral(" constitution");
    if (words.en.endsWith(constitution))
        words.en.chop(constitution.size());
    return words;
}

const Questionnaire *Definition::find(const QString &id) const
{
    for (const Questionnaire *questionnaire : {&standard, &elderly}) {
        if (questionnaire->id() == id)
            return questionnaire;
    }
    return nullptr;
}

const Type *Definition::type(const QString &id) const
{
    for (const Type &type : types) {
        if (type.id == id)
            return &type;
    }
    return nullptr;
}

Result<Definition> Definition::fromJson(const QByteArray &json)
{
    QJsonParseError trouble;
    const QJsonObject root = QJsonDocument::fromJson(json, &trouble).object();
    Reader reader;
    if (trouble.error != QJsonParseError::NoError)
        reader.fault(QStringLiteral("byte %1").arg(trouble.offset), trouble.errorString());
    const QJsonObject meta = root.value(u"meta").toObject();
    const QJsonObject elderlyMeta = root.value(u"elderly_meta").toObject();
    Definition read;
    read.types = readTypes(reader, root);
    read.elderlyFrom = reader.number(elderlyMeta, QStringLiteral("age_from"), QStringLiteral("elderly_meta"));
    for (Questionnaire *one : {&read.standard, &read.elderly}) {
        one->version = reader.number(meta, QStringLiteral("version"), QStringLiteral("meta"));
        one->recall = reader.words(meta, QStringLiteral("meta"), QStringLiteral("recall_"));
        one->scale = readChoices(reader, root.value(u"answer_scale").toArray(), QStringLiteral("answer_scale"));
    }
    read.standard.name = reader.words(meta, QStringLiteral("meta"));
    read.elderly.form = Form::Elderly;
    read.elderly.name = reader.words(elderlyMeta, QStringLiteral("elderly_meta"));
    readItems(reader, root, QStringLiteral("items"), read.standard);
    readItems(reader, root, QStringLiteral("elderly_items"), read.elderly);
    readSubscales(reader, root, QStringLiteral("subscales"), read.types, read.standard);
    readSubscales(reader, root, QStringLiteral("elderly_subscales"), read.types, read.elderly);
    if (reader.failed())
        return reader.error();
    return read;
}

} // namespace xinglin::constitution
