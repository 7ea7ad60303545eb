#include "app/cli/changes.h"

namespace xinglin::cli {

People::People(const store::Snapshot &view)
{
    if (const auto users = access::users(view)) {
        for (const access::User &user : *users)
            m_logins.insert(user.id.uuid(), user.login);
    }
}

QString People::nameOf(const std::optional<Uuid> &user) const
{
    return user ? m_logins.value(*user, user->toString()) : QString();
}

QJsonValue jsonOf(const store::Value &value)
{
    if (const auto *number = std::get_if<qint64>(&value))
        return *number;
    if (const auto *real = std::get_if<double>(&value))
        return *real;
    if (const auto *text = std::get_if<QString>(&value))
        return *text;
    if (const auto *bytes = std::get_if<QByteArray>(&value)) {
        const auto id = Uuid::fromBytes(*bytes);
        return id ? id->toString() : QString::fromLatin1(bytes->toHex());
    }
    return QJsonValue::Null;
}

QString wordOf(const store::Value &value)
{
    const QJsonValue json = jsonOf(value);
    return json.isString() ? json.toString() : json.toVariant().toString();
}

QString textOf(const store::Version &version)
{
    return QStringLiteral("%1-%2").arg(version.stream, 16, 16, QLatin1Char('0')).arg(version.seq);
}

} // namespace xinglin::cli
