#pragma once

#include <QList>
#include <QString>

namespace xinglin {

/// One way to read a personal name. Toneless, lower case ASCII, ü written v.
struct NameReading
{
    QString pinyin;      ///< Syllables or words apart: "chen shu fen".
    QString initials;    ///< "csf": one letter for each Han character, one for each word of another script.
    QString givenPinyin; ///< Without the surname or first word and without spaces: "shufen"; may be empty.
    bool operator==(const NameReading &) const = default;
};

/// All readings of @p name worth indexing, the likeliest first; at most eight. Surnames have their own readings, some
/// several (单, 朴, 覃); compound surnames are known; syllables with ü come as v and as u. Names with · and names in
/// other scripts are read word by word. Characters without a known reading are left out. Empty for a name without any.
QList<NameReading> nameReadings(const QString &name);

/// Reading of an ordinary word or medical term: "bai zhu" for 白术. Other scripts word by word.
QString termPinyin(const QString &term);

/// First letters of termPinyin(): "bz".
QString termInitials(const QString &term);

} // namespace xinglin
