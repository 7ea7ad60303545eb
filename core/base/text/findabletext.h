#pragma once

#include <QList>
#include <QString>

namespace xinglin {

/// Where something stands in a text; in UTF-16 units. Nowhere where the length is 0.
struct TextPlace
{
    qsizetype at = 0;
    qsizetype length = 0;
    explicit operator bool() const { return length > 0; }
    bool operator==(const TextPlace &) const = default;
};

/// A text of any length in which words are looked for as a Chinese speaker types them: as they are written, without
/// case; by whole pinyin ("gan mao", "ganmao", the last syllable may be begun only); by the initials of what stands at
/// the beginning of a phrase ("gm" finds 感冒 in "失眠，感冒三天", not in "近日感冒": two letters would else stand
/// in nearly every note).
class FindableText
{
public:
    FindableText() = default;
    explicit FindableText(const QString &text);

    const QString &text() const { return m_text; }
    /// The first place of @p typed. Several words that do not stand together must all stand somewhere; the place is
    /// then that of the first. Nowhere for an empty one. Pure.
    TextPlace find(const QString &typed) const;

private:
    /// A Han character, or a word of another script.
    struct Piece
    {
        qsizetype at = 0;
        qsizetype length = 0;
        QString reading; ///< Lower case ASCII; may be empty.
        bool begins = false;
    };
    TextPlace findWritten(const QString &typed) const;
    TextPlace findRead(const QString &letters) const;
    TextPlace wholeAt(qsizetype piece, const QString &letters) const;
    TextPlace initialsAt(qsizetype piece, const QString &letters) const;
    TextPlace span(qsizetype first, qsizetype last) const;

    QString m_text;
    QList<Piece> m_pieces;
};

} // namespace xinglin
