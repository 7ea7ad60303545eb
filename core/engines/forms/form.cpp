#include "engines/forms/form.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonParseError>
#include <QSet>

#include <cmath>

namespace xinglin::forms {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::forms::Form)
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
            m_error =
                Error{Code::Damaged, Words::tr("The form cannot be read."), {}, place + QStringLiteral(": ") + why};
    }

    QString text(const QJsonObject &from, const QString &key, const QString &place, bool needed)
    {
        const QJsonValue value = from.value(key);
        if (value.isUndefined() && !needed)
            return {};
        if (!value.isString() || (needed && value.toString().isEmpty()))
            fault(place + u'.' + key, QStringLiteral("text expected"));
        return value.toString();
    }

    std::optional<double> number(const QJsonObject &from, const QString &key, const QString &place)
    {
        const QJsonValue value = from.value(key);
        if (value.isUndefined())
            return {};
        if (!value.isDouble() || !std::isfinite(value.toDouble()))
            fault(place + u'.' + key, QStringLiteral("number expected"));
        return value.toDouble();
    }

    bool flag(const QJsonObject &from, const QString &key, const QString &place)
    {
        const QJsonValue value = from.value(key);
        if (!value.isUndefined() && !value.isBool())
            fault(place + u'.' + key, QStringLiteral("true or false expected"));
        return value.toBool();
    }

    QJsonArray list(const QJsonObject &from, const QString &key, const QString &place, bool needed)
    {
        const QJsonValue value = from.value(key);
        if (value.isUndefined() && !needed)
            return {};
        if (!value.isArray() || (needed && value.toArray().isEmpty()))
            fault(place + u'.' + key, QStringLiteral("list expected"));
        return value.toArray();
    }

    /// Nothing may stand in a form that this program does not understand.
    void onlyKnown(const QJsonObject &from, const QStringList &known, const QString &place)
    {
        for (const QString &key : from.keys()) {
            if (!known.contains(key))
                fault(place + u'.' + key, QStringLiteral("unknown member"));
        }
    }

private:
    std::optional<Error> m_error;
};

std::optional<ItemKind> kindFrom(const QString &text)
{
    static const QHash<QString, ItemKind> kinds = {{QStringLiteral("text"), ItemKind::Text},
                                                   {QStringLiteral("longText"), ItemKind::LongText},
                                                   {QStringLiteral("number"), ItemKind::Number},
                                                   {QStringLiteral("choice"), ItemKind::Choice},
                                                   {QStringLiteral("multipleChoice"), ItemKind::MultipleChoice}};
    const auto found = kinds.constFind(text);
    return found == kinds.constEnd() ? std::nullopt : std::optional(*found);
}

bool isChoice(ItemKind kind)
{
    return kind == ItemKind::Choice || kind == ItemKind::MultipleChoice;
}

Item readItem(Reader &reader, const QJsonValue &value, const QString &place)
{
    if (!value.isObject())
        reader.fault(place, QStringLiteral("object expected"));
    const QJsonObject from = value.toObject();
    reader.onlyKnown(from,
                     {QStringLiteral("code"), QStringLiteral("kind"), QStringLiteral("zh"), QStringLiteral("en"),
                      QStringLiteral("vocabulary"), QStringLiteral("group"), QStringLiteral("sites"),
                      QStringLiteral("unit"), QStringLiteral("minimum"), QStringLiteral("maximum"),
                      QStringLiteral("decimals"), QStringLiteral("required"), QStringLiteral("key"),
                      QStringLiteral("normalLow"), QStringLiteral("normalHigh")},
                     place);
    Item item;
    item.code = reader.text(from, QStringLiteral("code"), place, true);
    const std::optional<ItemKind> kind = kindFrom(reader.text(from, QStringLiteral("kind"), place, true));
    if (!kind)
        reader.fault(place + QStringLiteral(".kind"), QStringLiteral("unknown kind"));
    item.kind = kind.value_or(ItemKind::Text);
    item.zh = reader.text(from, QStringLiteral("zh"), place, true);
    item.en = reader.text(from, QStringLiteral("en"), place, true);
    item.vocabulary = reader.text(from, QStringLiteral("vocabulary"), place, isChoice(item.kind));
    item.group = reader.text(from, QStringLiteral("group"), place, false);
    const QJsonArray sites = reader.list(from, QStringLiteral("sites"), place, false);
    for (qsizetype i = 0; i < sites.size(); ++i) {
        const QString site = sites.at(i).toString();
        if (site.isEmpty() || item.sites.contains(site))
            reader.fault(place + QStringLiteral(".sites[%1]").arg(i), QStringLiteral("a new, non-empty text expected"));
        item.sites << site;
    }
    item.unit = reader.text(from, QStringLiteral("unit"), place, false);
    item.minimum = reader.number(from, QStringLiteral("minimum"), place);
    item.maximum = reader.number(from, QStringLiteral("maximum"), place);
    if (item.minimum && item.maximum && *item.minimum > *item.maximum)
        reader.fault(place + QStringLiteral(".maximum"), QStringLiteral("below the minimum"));
    const double decimals = reader.number(from, QStringLiteral("decimals"), place).value_or(0);
    if (decimals < 0 || decimals > 6 || decimals != std::floor(decimals))
        reader.fault(place + QStringLiteral(".decimals"), QStringLiteral("0 to 6 expected"));
    item.decimals = int(decimals);
    item.key = reader.text(from, QStringLiteral("key"), place, false);
    item.normalLow = reader.number(from, QStringLiteral("normalLow"), place);
    item.normalHigh = reader.number(from, QStringLiteral("normalHigh"), place);
    if (item.normalLow && item.normalHigh && *item.normalLow > *item.normalHigh)
        reader.fault(place + QStringLiteral(".normalHigh"), QStringLiteral("below the lower bound"));
    item.required = reader.flag(from, QStringLiteral("required"), place);
    return item;
}

Error problem(const GivenAnswer &answer, const QString &sentence)
{
    return {Code::Invalid, sentence, answer.item, answer.site};
}

} // namespace

const Item *Form::item(const QString &code) const
{
    for (const Section &section : sections) {
        for (const Item &one : section.items) {
            if (one.code == code)
                return &one;
        }
    }
    return nullptr;
}

Result<Form> formFromJson(const QByteArray &json)
{
    QJsonParseError trouble;
    const QJsonDocument document = QJsonDocument::fromJson(json, &trouble);
    Reader reader;
    if (!document.isObject()) {
        reader.fault(QStringLiteral("byte %1").arg(trouble.offset), trouble.errorString());
        return reader.error();
    }
    const QJsonObject root = document.object();
    reader.onlyKnown(root,
                     {QStringLiteral("id"), QStringLiteral("version"), QStringLiteral("zh"), QStringLiteral("en"),
                      QStringLiteral("sections")},
                     QStringLiteral("form"));
    Form form;
    form.id = reader.text(root, QStringLiteral("id"), QStringLiteral("form"), true);
    form.version = root.value(QStringLiteral("version")).toInt();
    if (form.version < 1)
        reader.fault(QStringLiteral("form.version"), QStringLiteral("1 or more expected"));
    form.zh = reader.text(root, QStringLiteral("zh"), QStringLiteral("form"), true);
    form.en = reader.text(root, QStringLiteral("en"), QStringLiteral("form"), true);
    QSet<QString> codes;
    const QJsonArray sections = reader.list(root, QStringLiteral("sections"), QStringLiteral("form"), true);
    for (qsizetype i = 0; i < sections.size(); ++i) {
        const QString place = QStringLiteral("sections[%1]").arg(i);
        const QJsonObject from = sections.at(i).toObject();
        reader.onlyKnown(
            from, {QStringLiteral("code"), QStringLiteral("zh"), QStringLiteral("en"), QStringLiteral("items")}, place);
        Section section{reader.text(from, QStringLiteral("code"), place, true),
                        reader.text(from, QStringLiteral("zh"), place, true),
                        reader.text(from, QStringLiteral("en"), place, true),
                        {}};
        const QJsonArray items = reader.list(from, QStringLiteral("items"), place, true);
        for (qsizetype k = 0; k < items.size(); ++k) {
            const QString itemPlace = place + QStringLiteral(".items[%1]").arg(k);
            section.items << readItem(reader, items.at(k), itemPlace);
            if (codes.contains(section.items.last().code))
                reader.fault(itemPlace + QStringLiteral(".code"), QStringLiteral("stands twice"));
            codes << section.items.last().code;
        }
        form.sections << section;
    }
    if (reader.failed())
        return reader.error();
    return form;
}

QList<Error> problems(const Form &form, const QList<GivenAnswer> &answers, bool complete,
                      const std::function<bool(const QString &, const QString &)> &knows)
{
    QList<Error> found;
    QSet<QString> answered;
    QSet<QString> chosen;
    for (const GivenAnswer &answer : answers) {
        const Item *item = form.item(answer.item);
        if (!item) {
            found << problem(answer, Words::tr("The form does not ask this."));
            continue;
        }
        if (item->sites.isEmpty() ? !answer.site.isEmpty() : !item->sites.contains(answer.site))
            found << problem(answer, Words::tr("The form does not ask this there."));
        const QString place = answer.item + u'@' + answer.site;
        if (isChoice(item->kind)) {
            if (answer.code.isEmpty() && answer.text.isEmpty())
                found << problem(answer, Words::tr("Nothing was chosen."));
            if (!answer.code.isEmpty() && !knows(item->vocabulary, answer.code))
                found << problem(answer, Words::tr("The list does not hold this choice."));
            if (item->kind == ItemKind::Choice && chosen.contains(place))
                found << problem(answer, Words::tr("Only one choice is possible here."));
            chosen << place;
        } else if (item->kind == ItemKind::Number) {
            if (!answer.number)
                found << problem(answer, Words::tr("A number belongs here."));
            else if ((item->minimum && *answer.number < *item->minimum) ||
                     (item->maximum && *answer.number > *item->maximum))
                found << problem(answer, Words::tr("The number is outside what is possible."));
        } else if (!answer.code.isEmpty() || answer.number) {
            found << problem(answer, Words::tr("Words belong here."));
        }
        if (!answer.code.isEmpty() || answer.number || !answer.text.trimmed().isEmpty())
            answered << answer.item;
    }
    if (!complete)
        return found;
    for (const Section &section : form.sections) {
        for (const Item &item : section.items) {
            if (item.required && !answered.contains(item.code))
                found << Error{Code::Invalid, Words::tr("This must be filled in."), item.code, {}};
        }
    }
    return found;
}

} // namespace xinglin::forms
