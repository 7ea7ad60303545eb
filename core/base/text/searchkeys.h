#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace xinglin {

/// What a patient is found by.
struct SearchSubject
{
    QString name;
    QStringList phones;
    QString idNumber;
    QString number;    ///< The clinic's number, "A0012846".
    QString oldNumber; ///< As it was in the program before, in any form.
    /// Of records that were merged into this one, numbers and old numbers.
    QStringList mergedNumbers = {};
};

/// All search keys of a patient, sorted, each once. The first character says the kind:
/// N name · n each shorter tail of the name · I initials · Q pinyin without spaces · q pinyin of the given name ·
/// D each tail of a phone of at least 3 digits · T a phone's last 8 digits reversed · E the ID number's last 8 reversed
/// · c the number whole, its digits, and these without leading zeros; likewise for the old number.
/// Reads pinyin: the first call of a thread takes about 0.1 s, the next ones microseconds.
QStringList searchKeys(const SearchSubject &subject);

/// Keys k with from <= k < to in the order of code points (SQLite's BINARY order of UTF-8 text).
struct SearchRange
{
    QString from;
    QString to;
    bool operator==(const SearchRange &) const = default;
};

/// What was typed, and where to look for it: the tiers one after the other until there are enough rows.
struct SearchQuery
{
    enum class Class {
        Empty,   ///< Nothing that could be looked for.
        Name,    ///< Characters of a name.
        Letters, ///< Pinyin, initials or a name in Latin letters.
        Digits,  ///< Part of a phone, tail of an ID number, a number without its letter.
        Number,  ///< A clinic's number with its letter, or an old one.
    };
    Class kind = Class::Empty;
    QString text; ///< Normalised as the keys are, without a kind.
    QList<SearchRange> exact;
    QList<SearchRange> prefix;
    QList<SearchRange> inner;
    bool operator==(const SearchQuery &) const = default;
};

SearchQuery classify(const QString &typed);

/// The first string that no longer begins with @p prefix: its last code point raised by one.
QString next(const QString &prefix);

/// Folded for keys: NFKC, lower case, without spaces and middle dots.
QString normaliseName(const QString &name);

} // namespace xinglin
