#pragma once

#include <QString>
#include <QStringView>

namespace xinglin {

/// The usual reading of one Han character: toneless, lower case, ü written v ("lv"). Empty where none is known.
QString hanReading(char32_t character);

/// The same for a character or compound that stands as a surname ("万俟" gives "mo qi").
QString surnameReading(QStringView surname);

/// A word of any other script as ASCII letters and digits, lower case ("Müller" gives "muller").
QString latinReading(QStringView word);

/// @p text with simplified characters in place of traditional ones ("陳淑芬" gives "陈淑芬"), character by character.
QString simplified(QStringView text);

/// True for Han characters, those outside the basic plane included.
bool isHan(char32_t character);

/// @p chinese with a space wherever a Han character and an ASCII letter or digit touch: "每日 18 g".
QString spaced(QStringView chinese);

/// Lower case ASCII letters, digits and single spaces of @p latin: tone marks go, ü becomes v.
QString withoutTones(QStringView latin);

} // namespace xinglin
