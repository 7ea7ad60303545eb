#include "base/text/difference.h"

#include <QStringList>

#include <algorithm>
#include <vector>

namespace xinglin {

namespace {

constexpr qsizetype mostCompared = 2000;

/// Latin words and numbers whole, everything else by itself; surrogate pairs stay together.
QStringList tokensOf(const QString &text)
{
    QStringList tokens;
    for (qsizetype i = 0; i < text.size();) {
        qsizetype end = i + 1;
        const auto isWord = [&](QChar c) { return c.unicode() < 0x250 && (c.isLetterOrNumber() || c == u'.'); };
        if (isWord(text.at(i))) {
            while (end < text.size() && isWord(text.at(end)))
                ++end;
        } else if (text.at(i).isHighSurrogate() && end < text.size()) {
            ++end;
        }
        tokens << text.mid(i, end - i);
        i = end;
    }
    return tokens;
}

void add(QList<TextPiece> &pieces, TextPiece::Kind kind, const QString &text)
{
    if (text.isEmpty())
        return;
    if (!pieces.isEmpty() && pieces.last().kind == kind)
        pieces.last().text += text;
    else
        pieces << TextPiece{kind, text};
}

/// The middles by their longest common run of tokens: lengths from the end, walked from the beginning.
void addMiddle(QList<TextPiece> &pieces, const QStringList &before, const QStringList &after)
{
    using Kind = TextPiece::Kind;
    const qsizetype rows = before.size();
    const qsizetype columns = after.size();
    if (rows > mostCompared || columns > mostCompared) {
        add(pieces, Kind::Removed, before.join(QString()));
        return add(pieces, Kind::Added, after.join(QString()));
    }
    std::vector<quint16> common(static_cast<size_t>((rows + 1) * (columns + 1)), 0);
    const auto at = [&](qsizetype i, qsizetype k) -> quint16 & {
        return common[static_cast<size_t>(i * (columns + 1) + k)];
    };
    for (qsizetype i = rows - 1; i >= 0; --i) {
        for (qsizetype k = columns - 1; k >= 0; --k)
            at(i, k) = before.at(i) == after.at(k) ? static_cast<quint16>(at(i + 1, k + 1) + 1)
                                                   : std::max(at(i + 1, k), at(i, k + 1));
    }
    qsizetype i = 0;
    qsizetype k = 0;
    while (i < rows && k < columns) {
        if (before.at(i) == after.at(k)) {
            add(pieces, Kind::Same, before.at(i));
            ++i;
            ++k;
        } else if (at(i + 1, k) >= at(i, k + 1)) {
            add(pieces, Kind::Removed, before.at(i++));
        } else {
            add(pieces, Kind::Added, after.at(k++));
        }
    }
    add(pieces, Kind::Removed, before.mid(i).join(QString()));
    add(pieces, Kind::Added, after.mid(k).join(QString()));
}

} // namespace

QList<TextPiece> difference(const QString &before, const QString &after)
{
    const QStringList from = tokensOf(before);
    const QStringList to = tokensOf(after);
    const qsizetype shorter = std::min(from.size(), to.size());
    qsizetype head = 0;
    while (head < shorter && from.at(head) == to.at(head))
        ++head;
    qsizetype tail = 0;
    while (tail < shorter - head && from.at(from.size() - 1 - tail) == to.at(to.size() - 1 - tail))
        ++tail;
    QList<TextPiece> pieces;
    add(pieces, TextPiece::Kind::Same, from.first(head).join(QString()));
    addMiddle(pieces, from.mid(head, from.size() - head - tail), to.mid(head, to.size() - head - tail));
    add(pieces, TextPiece::Kind::Same, from.last(tail).join(QString()));
    return pieces;
}

} // namespace xinglin
