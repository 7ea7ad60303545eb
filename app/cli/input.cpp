#include "app/cli/input.h"

#include "app/cli/terminal.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QStringDecoder>

namespace xinglin::cli {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::cli::Input)
};

constexpr qint64 MostBytes = 16 * 1024 * 1024;

Error invalid(const QString &sentence, const QString &place = {})
{
    return Error{Code::Invalid, sentence, place, {}};
}

} // namespace

Result<QByteArray> readInput(const QString &path)
{
    if (path == u"-")
        return terminal::readDescriptor(0, MostBytes);
    QFile file(path);
    if (QFileInfo(path).isDir() || !file.open(QIODevice::ReadOnly))
        return invalid(Tr::tr("%1 cannot be read.").arg(path));
    const QByteArray bytes = file.read(MostBytes + 1);
    if (file.error() != QFileDevice::NoError)
        return invalid(Tr::tr("%1 cannot be read.").arg(path));
    if (bytes.size() > MostBytes)
        return invalid(Tr::tr("%1 is longer than %2 bytes.").arg(path).arg(MostBytes));
    return bytes;
}

Result<QString> utf8Text(const QByteArray &bytes)
{
    QByteArrayView rest = bytes;
    if (rest.startsWith("\xEF\xBB\xBF"))
        rest = rest.sliced(3);
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder(rest);
    if (!decoder.hasError())
        return text;
    int line = 1;
    for (qsizetype from = 0; from < rest.size(); ++line) {
        qsizetype to = rest.indexOf('\n', from);
        to = to < 0 ? rest.size() : to + 1;
        QStringDecoder one(QStringDecoder::Utf8);
        static_cast<void>(QString(one(rest.sliced(from, to - from))));
        if (one.hasError())
            break;
        from = to;
    }
    return invalid(Tr::tr("The text is not UTF-8 (line %1).").arg(line));
}

Result<Members> Members::parse(const QByteArray &json)
{
    if (const auto text = utf8Text(json); !text)
        return text.error();
    QJsonParseError problem{};
    const QJsonDocument document = QJsonDocument::fromJson(json, &problem);
    if (problem.error != QJsonParseError::NoError)
        return invalid(Tr::tr("The JSON is broken at byte %1: %2.").arg(problem.offset).arg(problem.errorString()));
    if (!document.isObject())
        return invalid(Tr::tr("The JSON must be one object in braces."));
    Members members;
    members.m_object = document.object();
    return members;
}

QString Members::text(const QString &name)
{
    const QJsonValue found = value(name);
    if (!found.isString() && !found.isNull() && !found.isUndefined())
        fault(name, Tr::tr("This must be text."));
    if (found.toString().contains(QChar(u'\0')))
        fault(name, Tr::tr("This holds a character that no text has."));
    return found.toString();
}

bool Members::flag(const QString &name)
{
    const QJsonValue found = value(name);
    if (!found.isBool() && !found.isNull() && !found.isUndefined())
        fault(name, Tr::tr("This must be true or false."));
    return found.toBool();
}

QJsonValue Members::value(const QString &name)
{
    m_read << name;
    return m_object.value(name);
}

Members Members::object(const QString &name)
{
    const QJsonValue found = value(name);
    if (!found.isObject() && !found.isNull() && !found.isUndefined())
        fault(name, Tr::tr("This must be an object in braces."));
    Members part;
    part.m_object = found.toObject();
    part.m_place = m_place + name + u'.';
    return part;
}

void Members::fault(const QString &name, const QString &sentence)
{
    if (!m_error)
        m_error = invalid(sentence, m_place + name);
}

void Members::join(Members &part)
{
    if (!m_error)
        m_error = part.error();
}

std::optional<Error> Members::error() const
{
    if (m_error)
        return m_error;
    for (auto it = m_object.begin(); it != m_object.end(); ++it)
        if (!m_read.contains(it.key()))
            return invalid(Tr::tr("There is no such member."), m_place + it.key());
    return std::nullopt;
}

} // namespace xinglin::cli
