#include "interop/xlsxstrings.h"

#include "interop/table.h"
#include "interop/xlsxxml.h"

#include <QCoreApplication>

namespace xinglin::interop::xlsx {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::interop::Xlsx)
};

class StringsPart final : public Xml
{
public:
    StringsPart(QByteArray &bytes, QList<quint32> &ends) : m_bytes(bytes), m_ends(ends) {}

protected:
    void begin(QByteArrayView element, const Attributes &) override
    {
        if (element == "si") {
            m_start = m_bytes.size();
            m_inString = true;
        } else if (element == "rPh") {
            ++m_pronunciation;
        } else if (element == "t") {
            m_inText = m_inString && m_pronunciation == 0;
        }
    }
    void end(QByteArrayView element) override
    {
        if (element == "t") {
            m_inText = false;
        } else if (element == "rPh") {
            --m_pronunciation;
        } else if (element == "si" && m_inString) {
            m_inString = false;
            if (m_ends.size() >= SharedStrings::mostStrings)
                return refuse(tooMuch());
            m_ends.append(static_cast<quint32>(m_bytes.size()));
        }
    }
    void text(QByteArrayView utf8) override
    {
        if (!m_inText)
            return;
        if (m_bytes.size() - m_start + utf8.size() > TableLimits::cellBytes)
            return refuse(Error{Code::Invalid,
                                Tr::tr("A cell of the workbook has more than %1 bytes of text; it is not read.")
                                    .arg(TableLimits::cellBytes),
                                {},
                                QStringLiteral("cell too long")});
        if (m_bytes.size() + utf8.size() > SharedStrings::mostBytes)
            return refuse(tooMuch());
        m_bytes += utf8;
    }

private:
    static Error tooMuch()
    {
        return Error{Code::Invalid,
                     Tr::tr("The workbook has too much text to be read at once. Save the sheet as CSV (UTF-8) and take "
                            "that file, or divide the workbook."),
                     {},
                     QStringLiteral("strings")};
    }

    QByteArray &m_bytes;
    QList<quint32> &m_ends;
    qsizetype m_start = 0;
    int m_pronunciation = 0;
    bool m_inString = false;
    bool m_inText = false;
};

std::optional<char16_t> escapedAt(const QString &text, qsizetype at)
{
    constexpr qsizetype size = 7; // _xHHHH_
    if (at + size > text.size() || text[at + 1] != u'x' || text[at + 6] != u'_')
        return std::nullopt;
    bool isHex = false;
    const uint code = QStringView(text).sliced(at + 2, 4).toUInt(&isHex, 16);
    // What makes no character of its own stays as it is.
    if (!isHex || code == 0 || QChar::isSurrogate(code) || QStringView(text).sliced(at + 2, 4).contains(u'+'))
        return std::nullopt;
    return static_cast<char16_t>(code);
}

} // namespace

std::optional<Error> SharedStrings::read(const Package &package, const QByteArray &part)
{
    StringsPart strings(m_bytes, m_ends);
    return strings.readAll(package, part);
}

QString SharedStrings::at(qsizetype index) const
{
    const qsizetype begin = index == 0 ? 0 : m_ends[index - 1];
    return unescaped(textOf(QByteArrayView(m_bytes).sliced(begin, m_ends[index] - begin)));
}

QString textOf(QByteArrayView utf8)
{
    const QString text = QString::fromUtf8(utf8);
    return utf8.startsWith("\xEF\xBB\xBF") ? QChar(QChar::ByteOrderMark) + text : text;
}

QString unescaped(const QString &text)
{
    qsizetype at = text.indexOf(u"_x");
    if (at < 0)
        return text;
    QString plain = text.left(at);
    while (at < text.size()) {
        const auto code = text[at] == u'_' ? escapedAt(text, at) : std::nullopt;
        plain += code ? QChar(*code) : text[at];
        at += code ? 7 : 1;
    }
    return plain;
}

} // namespace xinglin::interop::xlsx
