#include "interop/xlsxxml.h"

#include <QCoreApplication>

#include <expat.h>

#include <cstring>
#include <new>

namespace xinglin::interop::xlsx {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::interop::Xlsx)
};

constexpr int deepest = 256;
constexpr qint64 longestToken = qint64(1) << 18;
constexpr qsizetype pieceBytes = qsizetype(1) << 16;

const char *withoutPrefix(const char *name)
{
    const char *const colon = std::strchr(name, ':');
    return colon ? colon + 1 : name;
}

} // namespace

Error damagedPart(const QString &detail)
{
    return Error{Code::Damaged,
                 Tr::tr("The workbook is damaged: a part of it cannot be read. Open it in Excel or WPS and save it "
                        "again."),
                 {},
                 detail};
}

QByteArrayView Attributes::value(const char *name) const
{
    for (const char *const *pair = m_pairs; *pair; pair += 2) {
        if (std::strcmp(*pair, name) == 0)
            return QByteArrayView(pair[1]);
    }
    return {};
}

QByteArrayView Attributes::prefixed(const char *name) const
{
    for (const char *const *pair = m_pairs; *pair; pair += 2) {
        const char *const local = withoutPrefix(*pair);
        if (local != *pair && std::strcmp(local, name) == 0)
            return QByteArrayView(pair[1]);
    }
    return {};
}

struct Xml::Parser
{
    XML_Parser expat = nullptr;
    Xml *owner = nullptr;
    std::optional<Error> refused;
    qint64 fed = 0;
    int depth = 0;
    bool last = false;

    ~Parser() { XML_ParserFree(expat); }

    static void started(void *data, const char *name, const char **pairs)
    {
        auto &self = *static_cast<Parser *>(data);
        // What is still told after a refusal is not heard.
        if (self.refused)
            return;
        if (++self.depth > deepest) {
            self.owner->refuse(damagedPart(QStringLiteral("xml depth")));
            return;
        }
        self.owner->begin(QByteArrayView(withoutPrefix(name)), Attributes(pairs));
    }
    static void ended(void *data, const char *name)
    {
        auto &self = *static_cast<Parser *>(data);
        if (self.refused)
            return;
        --self.depth;
        self.owner->end(QByteArrayView(withoutPrefix(name)));
    }
    static void told(void *data, const char *text, int length)
    {
        auto &self = *static_cast<Parser *>(data);
        if (!self.refused)
            self.owner->text(QByteArrayView(text, length));
    }
    static void declared(void *data, const char *, const char *, const char *, int)
    {
        static_cast<Parser *>(data)->owner->refuse(
            Error{Code::Invalid,
                  Tr::tr("The workbook holds a declaration that no spreadsheet writes; it is not read."),
                  {},
                  QStringLiteral("doctype")});
    }
};

Xml::Xml() : m_parser(std::make_unique<Parser>())
{
    m_parser->owner = this;
    m_parser->expat = XML_ParserCreate(nullptr);
    if (!m_parser->expat)
        throw std::bad_alloc();
    XML_SetUserData(m_parser->expat, m_parser.get());
    XML_SetElementHandler(m_parser->expat, Parser::started, Parser::ended);
    XML_SetCharacterDataHandler(m_parser->expat, Parser::told);
    XML_SetStartDoctypeDeclHandler(m_parser->expat, Parser::declared);
}

Xml::~Xml() = default;

void Xml::pause()
{
    XML_StopParser(m_parser->expat, XML_TRUE);
}

void Xml::refuse(const Error &error)
{
    if (!m_parser->refused)
        m_parser->refused = error;
    XML_StopParser(m_parser->expat, XML_FALSE);
}

Result<bool> Xml::feed(QByteArrayView bytes, bool last)
{
    m_parser->fed += bytes.size();
    m_parser->last = last;
    return outcome(XML_Parse(m_parser->expat, bytes.data(), static_cast<int>(bytes.size()), last ? 1 : 0));
}

Result<bool> Xml::resume()
{
    return outcome(XML_ResumeParser(m_parser->expat));
}

Result<bool> Xml::outcome(int status)
{
    if (m_parser->refused)
        return *m_parser->refused;
    if (status == XML_STATUS_ERROR)
        return damagedPart(QStringLiteral("xml %1").arg(XML_GetErrorCode(m_parser->expat)));
    if (status == XML_STATUS_SUSPENDED)
        return true;
    // What expat keeps is a tag that has not ended; it looks through it again with every piece.
    if (!m_parser->last && m_parser->fed - XML_GetCurrentByteIndex(m_parser->expat) > longestToken)
        return damagedPart(QStringLiteral("xml token"));
    return false;
}

std::optional<Error> Xml::readAll(const Package &package, const QByteArray &part)
{
    auto opened = package.part(part);
    if (!opened)
        return opened.error();
    for (bool last = false; !last;) {
        auto piece = (*opened)->read(pieceBytes);
        if (!piece)
            return piece.error();
        last = piece->isEmpty();
        if (auto fed = feed(*piece, last); !fed)
            return fed.error();
    }
    return std::nullopt;
}

} // namespace xinglin::interop::xlsx
