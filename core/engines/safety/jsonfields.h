#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QSet>
#include <QString>
#include <QStringList>

#include <optional>

namespace xinglin::safety {

/// Strict reading of one JSON document: remembers the first thing that was wrong and where it stands
/// ("herbs.json: herbs[3].dose_min_g"), so that callers read everything and ask once.
class JsonTrouble
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::safety::JsonTrouble)
public:
    explicit JsonTrouble(QString file) : m_file(std::move(file)) {}

    /// Parses @p bytes; reports broken JSON with its byte position.
    QJsonValue parse(const QByteArray &bytes);
    /// Notes a value of the wrong kind; @p wanted is a short translated word such as "a number".
    void wrong(const QString &place, const QString &wanted);
    /// Notes any other fault as one translated sentence.
    void fault(const QString &place, const QString &sentence);
    bool any() const { return m_error.has_value(); }
    /// Only where any().
    Error error() const { return *m_error; }

    static QString textWanted() { return tr("text"); }
    static QString numberWanted() { return tr("a number"); }
    static QString flagWanted() { return tr("true or false"); }
    static QString listWanted() { return tr("a list"); }
    static QString objectWanted() { return tr("an object"); }

private:
    QString m_file;
    std::optional<Error> m_error;
};

/// One JSON object read member by member. A missing member, a null where none is allowed and a wrong type are told to
/// the JsonTrouble; the value returned then is a default.
class JsonFields
{
public:
    JsonFields(const QJsonValue &value, QString place, JsonTrouble &trouble);

    QString text(const QString &key);
    QString textOrNull(const QString &key); ///< Empty for null or a missing member.
    std::optional<double> numberOrNull(const QString &key);
    bool flag(const QString &key);
    std::optional<bool> flagOrNull(const QString &key);
    QStringList texts(const QString &key);
    QStringList textsOrNone(const QString &key);
    QJsonArray list(const QString &key);
    QJsonArray listOrNone(const QString &key);
    QJsonValue value(const QString &key);

    QString place(const QString &key) const { return m_place.isEmpty() ? key : m_place + u'.' + key; }
    QString place(const QString &key, qsizetype index) const
    {
        return place(key) + u'[' + QString::number(index) + u']';
    }
    /// Members that nobody asked for.
    QStringList unread() const;
    void wrong(const QString &key, const QString &wanted) { m_trouble.wrong(place(key), wanted); }
    void fault(const QString &key, const QString &sentence) { m_trouble.fault(place(key), sentence); }

private:
    QStringList textList(const QString &key, const QJsonArray &items);

    QJsonObject m_object;
    QString m_place;
    JsonTrouble &m_trouble;
    QSet<QString> m_read;
};

} // namespace xinglin::safety
