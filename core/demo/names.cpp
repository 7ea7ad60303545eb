#include "demo/names.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace xinglin::demo {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::demo::Names)
};

Error wrong(const QString &place)
{
    return Error{Code::Damaged, Tr::tr("The list of names of the demo clinic is damaged at %1.").arg(place), {}, place};
}

QStringList characters(const QJsonValue &value)
{
    QStringList list;
    for (const QJsonValue &character : value.toArray())
        list << character.toString();
    return list;
}

QString pick(Random &random, const QStringList &list)
{
    return list[static_cast<qsizetype>(random.below(static_cast<quint64>(list.size())))];
}

} // namespace

Result<Names> Names::shipped()
{
    QFile file(QStringLiteral(":/demo/names.json"));
    if (!file.open(QIODevice::ReadOnly))
        return wrong(QStringLiteral("names.json"));
    return fromJson(file.readAll());
}

Result<Names> Names::fromJson(const QByteArray &json)
{
    const QJsonObject root = QJsonDocument::fromJson(json).object();
    Names names;
    for (const QJsonValue &row : root[u"surnames"].toArray()) {
        const QString surname = row[0].toString();
        const int weight = row[1].toInt();
        if (surname.isEmpty() || weight < 1)
            return wrong(QStringLiteral("surnames[%1]").arg(names.m_surnames.size()));
        names.m_surnames.append({surname, weight});
        names.m_weight += weight;
    }
    for (const QJsonValue &row : root[u"given"].toArray()) {
        const auto read = [&row](const QString &sex) {
            return Characters{characters(row[sex][u"first"]), characters(row[sex][u"second"])};
        };
        const Decade decade{row[u"from"].toInt(), row[u"single"].toDouble(), read(QStringLiteral("male")),
                            read(QStringLiteral("female"))};
        if (decade.from == 0 || decade.male.first.isEmpty() || decade.male.second.isEmpty() ||
            decade.female.first.isEmpty() || decade.female.second.isEmpty())
            return wrong(QStringLiteral("given[%1]").arg(names.m_decades.size()));
        names.m_decades << decade;
    }
    if (names.m_surnames.isEmpty() || names.m_decades.isEmpty())
        return wrong(QStringLiteral("surnames"));
    return names;
}

QString Names::surname(Random &random) const
{
    auto left = static_cast<int>(random.below(static_cast<quint64>(m_weight)));
    for (const auto &[surname, weight] : m_surnames) {
        left -= weight;
        if (left < 0)
            return surname;
    }
    return m_surnames.constLast().first;
}

QString Names::given(Random &random, Sex sex, int birthYear) const
{
    const Decade *decade = &m_decades.constFirst();
    for (const Decade &candidate : m_decades)
        if (candidate.from <= birthYear)
            decade = &candidate;
    const Characters &characters = sex == Sex::Male ? decade->male : decade->female;
    if (random.unit() < decade->single)
        return pick(random, characters.second);
    QString first = pick(random, characters.first);
    QString second = pick(random, characters.second);
    while (first == second)
        second = pick(random, characters.second);
    return first + second;
}

} // namespace xinglin::demo
