#pragma once

#include <QList>
#include <QString>

namespace xinglin {

/// A run of a text beside another one.
struct TextPiece
{
    enum class Kind { Same, Added, Removed };
    Kind kind = Kind::Same;
    QString text;
    bool operator==(const TextPiece &) const = default;
};

/// How @p before became @p after: the pieces that are not Added make the one, those that are not Removed the other.
/// Characters are compared one by one, words of letters and numbers as wholes. Of very long texts (2,000 differing
/// pieces and more) the middle is said to have changed as a whole. Pure.
QList<TextPiece> difference(const QString &before, const QString &after);

} // namespace xinglin
