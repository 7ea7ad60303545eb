#include "engines/safety/jsonfields.h"

#include <QJsonDocument>
#include <QJsonParseError>

namespace xinglin::safety {

QJsonValue JsonTrouble::parse(const QByteArray &bytes)
{
    QJsonParseError parsed;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &parsed);
    if (parsed.error != QJsonParseError::NoError) {
        fault(QString(), tr("It is not valid JSON (byte %1).").arg(parsed.offset));
        return {};
    }
    return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
}

void JsonTrouble::wrong(const QString &place, const QString &wanted)
{
    fault(place, tr("Here must stand %1.").arg(wanted));
}

void JsonTrouble::fault(const QString &place, const QString &sentence)
{
    if (m_error)
        return;
    const QString where = place.isEmpty() ? m_file : (m_file.isEmpty() ? place : m_file + QStringLiteral(": ") + place);
    m_error = Error{Code::Invalid, tr("%1: %2").arg(where, sentence), place, QString()};
}

JsonFields::JsonFields(const QJsonValue &value, QString place, JsonTrouble &trouble)
    : m_object(value.toObject()), m_place(std::move(place)), m_trouble(trouble)
{
    if (!value.isObject())
        m_trouble.wrong(m_place, JsonTrouble::objectWanted());
}

QJsonValue JsonFields::value(const QString &key)
{
    m_read.insert(key);
    return m_object.value(key);
}

QString JsonFields::text(const QString &key)
{
    const QJsonValue found = value(key);
    if (!found.isString() || found.toString().isEmpty())
        wrong(key, JsonTrouble::textWanted());
    return found.toString();
}

QString JsonFields::textOrNull(const QString &key)
{
    const QJsonValue found = value(key);
    if (!found.isString() && !found.isNull() && !found.isUndefined())
        wrong(key, JsonTrouble::textWanted());
    return found.toString();
}

std::optional<double> JsonFields::numberOrNull(const QString &key)
{
    const QJsonValue found = value(key);
    if (found.isNull() || found.isUndefined())
        return std::nullopt;
    if (!found.isDouble()) {
        wrong(key, JsonTrouble::numberWanted());
        return std::nullopt;
    }
    return found.toDouble();
}

bool JsonFields::flag(const QString &key)
{
    const QJsonValue found = value(key);
    if (!found.isBool())
        wrong(key, JsonTrouble::flagWanted());
    return found.toBool();
}

std::optional<bool> JsonFields::flagOrNull(const QString &key)
{
    const QJsonValue found = value(key);
    if (found.isNull() || found.isUndefined())
        return std::nullopt;
    if (!found.isBool()) {
        wrong(key, JsonTrouble::flagWanted());
        return std::nullopt;
    }
    return found.toBool();
}

QStringList JsonFields::textList(const QString &key, const QJsonArray &items)
{
    QStringList found;
    for (qsizetype i = 0; i < items.size(); ++i) {
        if (!items.at(i).isString() || items.at(i).toString().isEmpty())
            m_trouble.wrong(place(key, i), JsonTrouble::textWanted());
        found << items.at(i).toString();
    }
    return found;
}

QStringList JsonFields::texts(const QString &key)
{
    return textList(key, list(key));
}

QStringList JsonFields::textsOrNone(const QString &key)
{
    return textList(key, listOrNone(key));
}

QJsonArray JsonFields::list(const QString &key)
{
    const QJsonValue found = value(key);
    if (!found.isArray())
        wrong(key, JsonTrouble::listWanted());
    return found.toArray();
}

QJsonArray JsonFields::listOrNone(const QString &key)
{
    const QJsonValue found = value(key);
    if (found.isNull() || found.isUndefined())
        return {};
    return list(key);
}

QStringList JsonFields::unread() const
{
    QStringList found;
    for (auto it = m_object.begin(); it != m_object.end(); ++it) {
        if (!m_read.contains(it.key()))
            found << place(it.key());
    }
    return found;
}

} // namespace xinglin::safety
