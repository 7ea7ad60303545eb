#include "base/text/findabletext.h"

#include "base/text/hanlatin.h"

#include <algorithm>

namespace xinglin {

namespace {

bool isPlain(const QString &typed)
{
    return std::all_of(typed.begin(), typed.end(), [](QChar character) { return character.unicode() < 0x80; });
}

bool isWord(char32_t character)
{
    return QChar::isLetterOrNumber(character) || QChar::isMark(character);
}

} // namespace

FindableText::FindableText(const QString &text) : m_text(text)
{
    bool begins = true;
    bool inWord = false;
    for (qsizetype i = 0; i < text.size();) {
        const bool pair = text.at(i).isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate();
        const qsizetype length = pair ? 2 : 1;
        const char32_t character =
            pair ? QChar::surrogateToUcs4(text.at(i), text.at(i + 1)) : char32_t(text.at(i).unicode());
        const bool han = isHan(character);
        if (han) {
            m_pieces << Piece{i, length, hanReading(character), begins};
            inWord = false;
        } else if (isWord(character)) {
            if (inWord)
                m_pieces.last().length += length;
            else
                m_pieces << Piece{i, length, {}, begins};
            inWord = true;
        } else {
            inWord = false;
        }
        begins = !han && !isWord(character);
        i += length;
    }
    for (Piece &piece : m_pieces) {
        if (piece.reading.isEmpty())
            piece.reading = latinReading(QStringView(m_text).sliced(piece.at, piece.length));
    }
}

TextPlace FindableText::span(qsizetype first, qsizetype last) const
{
    const Piece &begin = m_pieces.at(first);
    const Piece &end = m_pieces.at(last);
    return {begin.at, end.at + end.length - begin.at};
}

TextPlace FindableText::findWritten(const QString &typed) const
{
    const qsizetype at = m_text.indexOf(typed, 0, Qt::CaseInsensitive);
    return at < 0 ? TextPlace() : TextPlace{at, typed.size()};
}

TextPlace FindableText::wholeAt(qsizetype piece, const QString &letters) const
{
    qsizetype used = 0;
    for (qsizetype i = piece; i < m_pieces.size(); ++i) {
        const QString &reading = m_pieces.at(i).reading;
        const QStringView left = QStringView(letters).sliced(used);
        if (reading.isEmpty() || (i > piece && m_pieces.at(i).begins))
            return {};
        if (reading.startsWith(left)) {
            // One syllable alone stands everywhere.
            const bool enough = i > piece || m_pieces.at(piece).begins;
            return enough ? span(piece, i) : TextPlace();
        }
        if (!left.startsWith(reading))
            return {};
        used += reading.size();
    }
    return {};
}

TextPlace FindableText::initialsAt(qsizetype piece, const QString &letters) const
{
    const qsizetype last = piece + letters.size() - 1;
    if (letters.size() < 2 || last >= m_pieces.size() || !m_pieces.at(piece).begins)
        return {};
    for (qsizetype i = piece; i <= last; ++i) {
        const Piece &one = m_pieces.at(i);
        if (!one.reading.startsWith(letters.at(i - piece)) || (i > piece && one.begins))
            return {};
    }
    return span(piece, last);
}

TextPlace FindableText::findRead(const QString &letters) const
{
    for (qsizetype i = 0; i < m_pieces.size(); ++i) {
        if (!m_pieces.at(i).reading.startsWith(letters.front()))
            continue;
        if (const TextPlace place = initialsAt(i, letters))
            return place;
        if (const TextPlace place = wholeAt(i, letters))
            return place;
    }
    return {};
}

TextPlace FindableText::find(const QString &typed) const
{
    const QString wanted = typed.simplified().toLower();
    if (wanted.isEmpty())
        return {};
    if (const TextPlace written = findWritten(wanted))
        return written;
    if (isPlain(wanted)) {
        QString letters = wanted;
        letters.remove(u' ').remove(u'\'');
        if (letters.isEmpty())
            return {};
        if (const TextPlace read = findRead(letters))
            return read;
    }
    const QStringList words = wanted.split(u' ');
    if (words.size() < 2)
        return {};
    TextPlace first;
    for (const QString &word : words) {
        const TextPlace place = find(word);
        if (!place)
            return {};
        if (!first)
            first = place;
    }
    return first;
}

} // namespace xinglin
