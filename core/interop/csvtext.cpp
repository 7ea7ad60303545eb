#include "interop/csvtext.h"

#include "base/text/hanlatin.h"

#include <QCoreApplication>
#include <QIODevice>
#include <QMap>

#include <algorithm>
#include <array>

namespace xinglin::interop::csv {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::interop::Csv)
};

constexpr qint64 pieceBytes = qint64(1) << 16;
constexpr qint64 beginningBytes = qint64(1) << 17;
constexpr qsizetype recordsLookedAt = 200;
constexpr std::array<char16_t, 4> candidates{u',', u';', u'\t', u'|'};

struct Mark
{
    const char *bytes;
    qint64 size;
    TextEncoding encoding;
};
constexpr std::array<Mark, 3> marks{Mark{"\xEF\xBB\xBF", 3, TextEncoding::Utf8},
                                    Mark{"\xFF\xFE", 2, TextEncoding::Utf16Le},
                                    Mark{"\xFE\xFF", 2, TextEncoding::Utf16Be}};

Error unreadable(const QIODevice &file)
{
    return Error{Code::Broken, Tr::tr("The file cannot be read: %1").arg(file.errorString()), {}, {}};
}

/// Ends of lines in a stream of bytes or characters: LF, CR, or both as one.
class LineCount
{
public:
    void add(char16_t c)
    {
        if (c == u'\r' || (c == u'\n' && !m_afterReturn))
            ++m_line;
        m_afterReturn = c == u'\r';
    }
    qint64 line() const { return m_line; }

private:
    qint64 m_line = 1;
    bool m_afterReturn = false;
};

/// The line in which the byte @p at stands.
Result<qint64> lineOf(QIODevice &file, TextEncoding encoding, qint64 at)
{
    const bool wide = encoding == TextEncoding::Utf16Le || encoding == TextEncoding::Utf16Be;
    const qsizetype low = encoding == TextEncoding::Utf16Be ? 1 : 0;
    if (!file.seek(0))
        return unreadable(file);
    LineCount count;
    for (qint64 done = 0; done < at;) {
        const QByteArray piece = file.read(qMin(pieceBytes, at - done));
        if (piece.isEmpty())
            return unreadable(file);
        for (qsizetype i = 0; i < piece.size(); i += wide ? 2 : 1) {
            if (!wide)
                count.add(static_cast<uchar>(piece[i]));
            else if (i + 1 < piece.size() && piece[i + 1 - low] == 0)
                count.add(static_cast<uchar>(piece[i + low]));
        }
        done += piece.size();
    }
    return count.line();
}

/// What a reading of the whole file in one encoding found.
struct Reading
{
    std::optional<Misfit> misfit;
    qint64 others = 0;  ///< Characters beyond ASCII.
    qint64 chinese = 0; ///< Of them: Han, and the punctuation that stands among Han.
    std::optional<qint64> zeroLine;
};

bool isChinese(char32_t c)
{
    return isHan(c) || (c >= 0x3000 && c <= 0x303F) || (c >= 0xFF00 && c <= 0xFFEF) || (c >= 0x2010 && c <= 0x2026) ||
           c == 0x00B7 || c == 0x2103 || c == 0x00B0 || c == 0x00D7;
}

Result<Reading> readAs(QIODevice &file, TextEncoding encoding, qint64 start)
{
    if (!file.seek(start))
        return unreadable(file);
    Reading reading;
    TextDecoder decoder(encoding);
    LineCount lines;
    QString text;
    for (bool last = false; !last;) {
        const QByteArray piece = file.read(pieceBytes);
        last = piece.isEmpty();
        if (last && !file.atEnd())
            return unreadable(file);
        text.clear();
        const bool fits = decoder.decode(piece, last, text);
        for (const QChar c : std::as_const(text)) {
            if (c.unicode() >= 0x80) {
                ++reading.others;
                reading.chinese += c.isSurrogate() || isChinese(c.unicode()) ? 1 : 0;
            }
            if (c.isNull() && !reading.zeroLine)
                reading.zeroLine = lines.line();
            lines.add(c.unicode());
        }
        if (!fits) {
            const qint64 before = start + decoder.bytesBeforeMisfit();
            auto line = lineOf(file, encoding, before);
            if (!line)
                return line.error();
            reading.misfit = Misfit{encoding, before + 1, *line};
            break;
        }
    }
    return reading;
}

Error zeroByte(qint64 line)
{
    return Error{
        Code::Invalid,
        Tr::tr("Line %1 has a byte of value zero, which no text has. The file is damaged or is not a table of text.")
            .arg(line),
        {},
        QStringLiteral("zero byte")};
}

/// UTF-16 without a mark: every ASCII character, and with it each delimiter and end of line, has a zero on one side.
std::optional<TextEncoding> wideWithoutMark(const QByteArray &beginning)
{
    qsizetype even = 0;
    qsizetype odd = 0;
    for (qsizetype i = 0; i + 1 < beginning.size(); i += 2) {
        even += beginning[i] == 0 ? 1 : 0;
        odd += beginning[i + 1] == 0 ? 1 : 0;
    }
    const qsizetype few = beginning.size() / 40;
    if (odd > few && even == 0)
        return TextEncoding::Utf16Le;
    if (even > few && odd == 0)
        return TextEncoding::Utf16Be;
    return std::nullopt;
}

std::optional<Error> webPage(const QByteArray &beginning)
{
    const Mark &mark = marks.front();
    const bool marked = beginning.startsWith(QByteArrayView(mark.bytes, mark.size));
    const QByteArray start = beginning.mid(marked ? mark.size : 0).trimmed().left(16).toLower();
    for (const char *tag : {"<!doctype", "<html", "<head", "<meta", "<style", "<table", "<?xml"}) {
        if (start.startsWith(tag))
            return Error{Code::Invalid,
                         Tr::tr("This is a web page or an XML file, whatever its name says. Open it in Excel or WPS "
                                "and save it as an Excel workbook (.xlsx)."),
                         {},
                         QStringLiteral("markup")};
    }
    return std::nullopt;
}

/// Walks through records without keeping them: told of each delimiter and end that stands outside quotation marks.
class Outline
{
public:
    struct Record
    {
        std::array<qsizetype, candidates.size()> cuts{};
        std::array<qsizetype, candidates.size()> blanks{}; ///< Cuts that a blank follows.
        bool empty = true;
    };

    explicit Outline(QStringView text)
    {
        for (qsizetype i = 0; i < text.size() && m_records.size() < recordsLookedAt; ++i)
            step(text[i], i + 1 < text.size() ? text[i + 1] : QChar());
        // The last one may be cut off, unless it is all there is.
        if (m_records.isEmpty())
            finish();
    }
    const QList<Record> &records() const { return m_records; }

private:
    void step(QChar c, QChar next)
    {
        if (m_quoted) {
            m_quoted = c != u'"';
            return;
        }
        if (c == u'\r' || c == u'\n') {
            finish();
            return;
        }
        m_record.empty = false;
        if (c == u'"' && m_start) {
            m_quoted = true;
            return;
        }
        const auto *const found = std::find(candidates.begin(), candidates.end(), c.unicode());
        if (found != candidates.end()) {
            const auto index = static_cast<std::size_t>(found - candidates.begin());
            ++m_record.cuts[index];
            m_record.blanks[index] += next == u' ' ? 1 : 0;
        }
        // A mark that follows the end of a quotation at once is a doubled one, and the quotation goes on.
        m_start = found != candidates.end() || c == u'"' || (m_start && c == u' ');
    }

    void finish()
    {
        if (!m_record.empty)
            m_records.append(m_record);
        m_record = {};
        m_start = true;
    }

    QList<Record> m_records;
    Record m_record;
    bool m_quoted = false;
    bool m_start = true;
};

} // namespace

qint64 markBytes(QIODevice &file, TextEncoding encoding)
{
    if (!file.seek(0))
        return 0;
    const QByteArray beginning = file.read(4);
    for (const Mark &mark : marks) {
        if (mark.encoding == encoding && beginning.startsWith(QByteArrayView(mark.bytes, mark.size)))
            return mark.size;
    }
    return 0;
}

Misfit furthest(const QList<Misfit> &misfits)
{
    const auto later = [](const Misfit &one, const Misfit &other) { return one.byte < other.byte; };
    return *std::max_element(misfits.cbegin(), misfits.cend(), later);
}

Error misfitError(const Misfit &misfit)
{
    return Error{Code::Invalid,
                 Tr::tr("Line %1 has a byte that does not fit the encoding %2: number %3 of the file. Choose another "
                        "encoding, or let such bytes be replaced by a mark.")
                     .arg(misfit.line)
                     .arg(encodingName(misfit.tried))
                     .arg(misfit.byte),
                 QStringLiteral("encoding"), QStringLiteral("byte %1, line %2").arg(misfit.byte).arg(misfit.line)};
}

Result<Text> encodingOf(QIODevice &file)
{
    if (!file.seek(0))
        return unreadable(file);
    const QByteArray beginning = file.read(4096);
    if (auto refused = webPage(beginning))
        return *refused;
    Text text;
    QList<std::pair<TextEncoding, Certainty>> tries{{TextEncoding::Utf8, Certainty::Likely},
                                                    {TextEncoding::Gb18030, Certainty::Likely}};
    if (const auto wide = wideWithoutMark(beginning))
        tries.prepend({*wide, Certainty::Guess});
    for (const Mark &mark : marks) {
        if (beginning.startsWith(QByteArrayView(mark.bytes, mark.size))) {
            text.start = mark.size;
            tries = {{mark.encoding, Certainty::Certain}};
        }
    }
    for (const auto &[encoding, certainty] : std::as_const(tries)) {
        auto reading = readAs(file, encoding, text.start);
        if (!reading)
            return reading.error();
        // ASCII and zeros are the same in all of them but UTF-16.
        if (reading->zeroLine)
            return zeroByte(*reading->zeroLine);
        if (reading->misfit) {
            text.misfits.append(*reading->misfit);
            continue;
        }
        text.encoding = encoding;
        text.certainty = certainty;
        if (reading->others == 0 && encoding == TextEncoding::Utf8)
            text.certainty = Certainty::Certain;
        else if (encoding == TextEncoding::Gb18030 && reading->chinese * 10 < reading->others * 9)
            text.certainty = Certainty::Guess;
        return text;
    }
    return text;
}

std::optional<QChar> declaredDelimiter(QStringView beginning)
{
    constexpr QStringView word = u"sep=";
    if (!beginning.startsWith(word, Qt::CaseInsensitive) || beginning.size() < word.size() + 2)
        return std::nullopt;
    const QChar delimiter = beginning[word.size()];
    const QChar after = beginning[word.size() + 1];
    if ((after != u'\r' && after != u'\n') || delimiter.isLetterOrNumber() || delimiter == u'"')
        return std::nullopt;
    return delimiter;
}

Layout layoutOf(QStringView beginning)
{
    const Outline outline(beginning);
    const auto &records = outline.records();
    Layout layout;
    double best = 0;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        QMap<qsizetype, qsizetype> recordsByCuts;
        qsizetype blanks = 0;
        qsizetype all = 0;
        for (const Outline::Record &record : records) {
            if (record.cuts[i] > 0)
                ++recordsByCuts[record.cuts[i]];
            blanks += record.blanks[i];
            all += record.cuts[i];
        }
        for (auto alike = recordsByCuts.cbegin(); alike != recordsByCuts.cend(); ++alike) {
            // The heads know best; between two that cut alike, the one that makes more cells of it.
            const double heads = records.first().cuts[i] == alike.key() ? 0.5 : 0;
            const double more = 0.001 * double(qMin<qsizetype>(alike.key(), 100));
            const double score = double(*alike) / double(records.size()) + heads + more;
            if (score > best) {
                best = score;
                layout = {QChar(candidates[i]), blanks * 10 >= all * 9};
            }
        }
    }
    return layout;
}

QString beginningOf(QIODevice &file, TextEncoding encoding)
{
    QString text;
    if (file.seek(markBytes(file, encoding)))
        TextDecoder(encoding, TextDecoder::Misfits::Replace).decode(file.read(beginningBytes), false, text);
    return text;
}

} // namespace xinglin::interop::csv
