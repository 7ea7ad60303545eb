#include "engines/linkage/likeness.h"
#include "engines/linkage/linkage.h"
#include "engines/linkage/weights.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace xinglin::linkage {

namespace {

using namespace weights;
using Kind = Reason::Kind;
using Script = Subject::Script;

/// How alike two parts of a name are.
enum class Likeness { Unknown, Same, Sound, Near, Similar, Other };

/// What the names say together, and of each part what others need to know.
struct NameFinding
{
    std::optional<Kind> kind;
    double bits = 0;
    Likeness family = Likeness::Unknown;
    Likeness given = Likeness::Unknown;
    double givenBits = 0;
};

Likeness latinLikeness(const QString &one, const QString &other)
{
    if (one.isEmpty() || other.isEmpty())
        return Likeness::Unknown;
    if (one == other)
        return Likeness::Same;
    const qsizetype longer = std::max(one.size(), other.size());
    const int apart = edits(one, other, 2);
    if (apart == 1 && longer >= 3)
        return Likeness::Near;
    if ((apart == 2 && longer >= 5) || jaroWinkler(one, other) >= 0.9)
        return Likeness::Similar;
    return Likeness::Other;
}

/// Given names: also by their first word, and by an initial.
Likeness latinGiven(const Subject &one, const Subject &other)
{
    const Likeness whole = latinLikeness(one.given, other.given);
    if (whole != Likeness::Other && whole != Likeness::Similar)
        return whole;
    const QString &first = one.firstGiven.isEmpty() ? one.given : one.firstGiven;
    const QString &second = other.firstGiven.isEmpty() ? other.given : other.firstGiven;
    if (first.size() == 1 || second.size() == 1)
        return first.front() == second.front() ? Likeness::Similar : whole;
    if (one.firstGiven.isEmpty() && other.firstGiven.isEmpty())
        return whole;
    // Second names that are both there and differ are two people's.
    if (!one.firstGiven.isEmpty() && !other.firstGiven.isEmpty())
        return whole;
    return first == second ? Likeness::Near : whole;
}

double latinGivenBits(Likeness likeness)
{
    switch (likeness) {
    case Likeness::Unknown:
        return 0;
    case Likeness::Same:
    case Likeness::Sound:
        return latinGivenSame;
    case Likeness::Near:
        return latinGivenNear;
    case Likeness::Similar:
        return latinGivenSimilar;
    case Likeness::Other:
        break;
    }
    return latinGivenOther;
}

double latinFamilyBits(Likeness likeness)
{
    switch (likeness) {
    case Likeness::Unknown:
        return 0;
    case Likeness::Same:
    case Likeness::Sound:
        return latinFamilySame;
    case Likeness::Near:
        return latinFamilyNear;
    case Likeness::Similar:
        return latinFamilySimilar;
    case Likeness::Other:
        break;
    }
    return latinFamilyOther;
}

/// One word for both parts of a name.
Kind nameKind(Likeness family, Likeness given, double bits)
{
    const auto worst = std::max(family, given);
    if (worst == Likeness::Same)
        return Kind::SameName;
    if (worst == Likeness::Sound)
        return Kind::SoundAlikeName;
    return bits > 0 && given != Likeness::Other ? Kind::SimilarName : Kind::OtherName;
}

NameFinding latinNames(const Subject &one, const Subject &other)
{
    NameFinding straight;
    straight.family = latinLikeness(one.family, other.family);
    straight.given = latinGiven(one, other);
    straight.givenBits = latinGivenBits(straight.given);
    straight.bits = latinFamilyBits(straight.family) + straight.givenBits;
    straight.kind = nameKind(straight.family, straight.given, straight.bits);
    if (straight.family <= Likeness::Near && straight.given <= Likeness::Near && straight.bits > 0)
        return straight;

    NameFinding crossed;
    const Likeness left = latinLikeness(one.given, other.family);
    const Likeness right = latinLikeness(one.family, other.given);
    crossed.given = std::max(left, right);
    crossed.family = crossed.given;
    crossed.givenBits = (latinGivenBits(left) + latinGivenBits(right)) / 2;
    crossed.bits = latinSwapped + crossed.givenBits + (latinFamilyBits(left) + latinFamilyBits(right)) / 2;
    if (crossed.bits > straight.bits && crossed.bits > 0) {
        crossed.kind = Kind::SimilarName;
        return crossed;
    }
    if (straight.family == Likeness::Unknown && straight.given == Likeness::Unknown) {
        straight.kind.reset();
        straight.bits = 0;
    }
    return straight;
}

Likeness hanFamily(const Subject &one, const Subject &other)
{
    if (one.family.isEmpty() || other.family.isEmpty())
        return Likeness::Unknown;
    if (one.family == other.family)
        return Likeness::Same;
    if (meet(one.familySounds, other.familySounds))
        return Likeness::Sound;
    return meet(one.familyFolds, other.familyFolds) ? Likeness::Near : Likeness::Other;
}

Likeness hanGiven(const Subject &one, const Subject &other)
{
    if (one.given.isEmpty() || other.given.isEmpty())
        return Likeness::Unknown;
    if (one.given == other.given)
        return Likeness::Same;
    if (meet(one.givenSounds, other.givenSounds))
        return Likeness::Sound;
    const qsizetype longer = std::max(one.given.size(), other.given.size());
    const int apart = edits(one.given, other.given, 1);
    // A character left out or two in each other's place; a wrong one says as much of a brother.
    const bool turned = apart == 1 && longer == 2 && one.given.size() == 2 && other.given.size() == 2 &&
                        one.given[0] == other.given[1] && one.given[1] == other.given[0];
    if (meet(one.givenFolds, other.givenFolds) || turned || (apart == 1 && one.given.size() != other.given.size()) ||
        (apart == 1 && longer > 2))
        return Likeness::Near;
    return apart == 1 && longer == 2 ? Likeness::Similar : Likeness::Other;
}

/// The same characters, whole: with or without a middle dot they are split elsewhere.
bool sameCharacters(const Subject &one, const Subject &other)
{
    if (one.family.size() == other.family.size())
        return one.family == other.family && one.given == other.given;
    return one.family.size() + one.given.size() == other.family.size() + other.given.size() &&
           one.family + one.given == other.family + other.given;
}

/// The characters begin elsewhere: 伟王 for 王伟.
bool turnedRound(const Subject &one, const Subject &other)
{
    if (one.family.size() + one.given.size() != other.family.size() + other.given.size())
        return false;
    const QString whole = one.family + one.given;
    return (whole + whole).contains(other.family + other.given);
}

NameFinding hanNames(const Subject &one, const Subject &other)
{
    NameFinding finding;
    finding.family = hanFamily(one, other);
    finding.given = hanGiven(one, other);
    if (finding.family == Likeness::Unknown && finding.given == Likeness::Unknown)
        return finding;
    const double familyBits = std::min(one.familyBits, other.familyBits);
    const double givenBits = std::min(one.givenBits, other.givenBits);
    if (finding.given != Likeness::Same || finding.family == Likeness::Other) {
        if (sameCharacters(one, other)) {
            finding.family = finding.given = Likeness::Same;
        } else if (turnedRound(one, other)) {
            finding.family = finding.given = Likeness::Near;
            finding.kind = Kind::SimilarName;
            finding.givenBits = givenBits - hanTurned;
            finding.bits = familyBits + finding.givenBits;
            return finding;
        }
    }
    switch (finding.family) {
    case Likeness::Unknown:
        break;
    case Likeness::Same:
        finding.bits += familyBits;
        break;
    case Likeness::Sound:
        finding.bits += familyBits - hanFamilySound;
        break;
    case Likeness::Near:
    case Likeness::Similar:
        finding.bits += hanFamilyNear;
        break;
    case Likeness::Other:
        finding.bits += hanFamilyOther;
    }
    switch (finding.given) {
    case Likeness::Unknown:
        break;
    case Likeness::Same:
        finding.givenBits = givenBits;
        break;
    case Likeness::Sound:
        finding.givenBits = givenBits - hanGivenSound;
        break;
    case Likeness::Near:
        finding.givenBits = hanGivenNear;
        break;
    case Likeness::Similar:
        finding.givenBits = hanGivenSimilar;
        break;
    case Likeness::Other:
        finding.givenBits = hanGivenOther;
    }
    finding.bits += finding.givenBits;
    finding.kind = nameKind(finding.family, finding.given, finding.bits);
    return finding;
}

/// 陈淑芬 and Chen Shufen.
NameFinding mixedNames(const Subject &han, const Subject &latin)
{
    NameFinding finding;
    const double bits = han.familyBits + han.givenBits - hanGivenSound;
    const bool straight = meet(han.familySounds, latin.familySounds) && meet(han.givenSounds, latin.givenSounds);
    const bool swapped = meet(han.familySounds, latin.givenSounds) && meet(han.givenSounds, latin.familySounds);
    if (straight || swapped || meet(han.wholeSounds, latin.wholeSounds)) {
        finding.kind = Kind::SoundAlikeName;
        finding.bits = bits;
        finding.givenBits = han.givenBits - hanGivenSound;
        finding.family = finding.given = Likeness::Sound;
    } else if (latin.family.isEmpty() != latin.given.isEmpty() &&
               (meet(han.familySounds, latin.wholeSounds) || meet(han.givenSounds, latin.wholeSounds))) {
        // One word is known: Chen.
        finding.kind = Kind::SimilarName;
        finding.bits = std::max(0.0, han.familyBits - hanFamilySound);
    } else {
        finding.kind = Kind::OtherName;
        finding.bits = crossScriptOther;
        finding.givenBits = crossScriptOther;
        finding.family = finding.given = Likeness::Other;
    }
    return finding;
}

NameFinding names(const Subject &one, const Subject &other)
{
    if (one.script == Script::None || other.script == Script::None)
        return {};
    if (one.script == other.script)
        return one.script == Script::Han ? hanNames(one, other) : latinNames(one, other);
    return one.script == Script::Han ? mixedNames(one, other) : mixedNames(other, one);
}

bool isFirstOfYear(const PartialDate &date)
{
    return date.month() == 1 && date.day() == 1;
}

using Digits = std::array<int, 8>;

Digits digitsOf(const PartialDate &date)
{
    const int y = date.year();
    return {y / 1000,          y / 100 % 10,      y / 10 % 10,     y % 10,
            date.month() / 10, date.month() % 10, date.day() / 10, date.day() % 10};
}

/// A digit wrong, two neighbours swapped, or day and month in each other's place.
bool mistyped(const PartialDate &one, const PartialDate &other)
{
    if (one.year() == other.year() && one.month() == other.day() && one.day() == other.month())
        return true;
    const Digits x = digitsOf(one);
    const Digits y = digitsOf(other);
    int wrong = 0;
    std::size_t first = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        if (x[i] == y[i])
            continue;
        if (wrong++ == 0)
            first = i;
    }
    return wrong == 1 || (wrong == 2 && first + 1 < x.size() && x[first] == y[first + 1] && x[first + 1] == y[first]);
}

Reason births(const PartialDate &one, bool oneLunar, const PartialDate &other, bool otherLunar)
{
    const bool exact = one.isFull() && other.isFull() && !isFirstOfYear(one) && !isFirstOfYear(other);
    if (one == other && one.isFull()) {
        if (oneLunar != otherLunar)
            return {Kind::NearBirth, birthForgottenCalendar};
        return {Kind::SameBirth, exact ? birthSame : birthSameFirstOfYear};
    }
    if (exact) {
        const auto later = one.earliest().daysTo(other.earliest());
        const auto lag = oneLunar ? later : otherLunar ? -later : qAbs(later);
        // The first day of the Chinese year is 20 January to 21 February; a leap month adds to that.
        if (oneLunar != otherLunar && lag >= 16 && lag <= 56)
            return {Kind::NearBirth, birthOtherCalendar};
        if (mistyped(one, other))
            return {Kind::NearBirth, birthDigits};
        if (one.year() == other.year())
            return {Kind::NearBirth, birthOtherInYear};
        return {Kind::OtherBirth, birthOther};
    }
    const bool months = one.month() != 0 && other.month() != 0 && !isFirstOfYear(one) && !isFirstOfYear(other);
    if (one.year() == other.year()) {
        if (oneLunar != otherLunar)
            return {Kind::NearBirth, birthSameYear - 1};
        if (!months)
            return {isFirstOfYear(one) != isFirstOfYear(other) && one.isFull() && other.isFull() ? Kind::NearBirth
                                                                                                 : Kind::SameBirth,
                    birthSameYear};
        return one.month() == other.month() ? Reason{Kind::SameBirth, birthSameMonth}
                                            : Reason{Kind::NearBirth, birthOtherInYear};
    }
    if (qAbs(one.year() - other.year()) == 1)
        return {Kind::NearBirth, birthYearBeside};
    return {Kind::OtherBirth, birthOther};
}

std::optional<Reason> births(const Subject &one, const Subject &other)
{
    if (!one.birth || !other.birth)
        return std::nullopt;
    Reason best = births(*one.birth, one.birthLunar, *other.birth, other.birthLunar);
    // The resident card may know better, unless it is one card that both are entered with.
    if (one.document.isEmpty() || other.document.isEmpty()) {
        const auto consider = [&](const Reason &reason) {
            if (reason.bits > best.bits)
                best = reason;
        };
        if (one.cardDay)
            consider(births(*one.cardDay, false, *other.birth, other.birthLunar));
        if (other.cardDay)
            consider(births(*one.birth, one.birthLunar, *other.cardDay, false));
    }
    return best;
}

bool hasResidentForm(const QString &number)
{
    return number.size() == 18 &&
           std::all_of(number.begin(), number.end() - 1, [](QChar c) { return c >= u'0' && c <= u'9'; });
}

std::optional<Reason> documents(const Subject &one, const Subject &other, const NameFinding &name)
{
    if (one.document.isEmpty() || other.document.isEmpty())
        return std::nullopt;
    if (one.document == other.document) {
        const bool fits = !name.kind || (name.kind != Kind::OtherName && name.given != Likeness::Similar);
        return Reason{Kind::SameDocument, fits ? documentSame : documentSameOtherName};
    }
    if (one.documentValid && other.documentValid)
        return Reason{Kind::OtherDocument, documentOtherValid};
    if (one.document.size() >= 8 && edits(one.document, other.document, 1) == 1)
        return Reason{Kind::SimilarDocument, documentSimilar};
    // A passport beside a resident card says nothing.
    if (hasResidentForm(one.document) != hasResidentForm(other.document))
        return std::nullopt;
    return Reason{Kind::OtherDocument, documentOther};
}

std::optional<Reason> phones(const Subject &one, const Subject &other)
{
    if (one.phones.isEmpty() || other.phones.isEmpty())
        return std::nullopt;
    bool similar = false;
    for (const QString &mine : one.phones) {
        for (const QString &theirs : other.phones) {
            if (mine == theirs)
                return Reason{Kind::SamePhone, phoneSame};
            similar = similar || (mine.size() >= 10 && theirs.size() >= 10 && edits(mine, theirs, 1) == 1);
        }
    }
    return similar ? Reason{Kind::SimilarPhone, phoneSimilar} : Reason{Kind::OtherPhone, phoneOther};
}

std::optional<Reason> addresses(const Subject &one, const Subject &other)
{
    if (one.addressPieces.empty() || other.addressPieces.empty() || one.addressHan != other.addressHan)
        return std::nullopt;
    const double share = dice(one.addressPieces, other.addressPieces);
    if (one.addressHan) {
        if (share >= 0.8) {
            if (one.addressNumbers == other.addressNumbers)
                return Reason{Kind::SameAddress, hanAddressSame};
            return Reason{Kind::SimilarAddress, hanAddressNumbers};
        }
        if (share >= 0.65)
            return Reason{Kind::SimilarAddress, hanAddressSimilar};
        return share < 0.25 ? std::optional(Reason{Kind::OtherAddress, addressOther}) : std::nullopt;
    }
    if (share >= 0.65)
        return Reason{Kind::SameAddress, addressSame};
    if (share >= 0.55)
        return Reason{Kind::SimilarAddress, addressSimilar};
    if (share >= 0.45)
        return Reason{Kind::SimilarAddress, addressHalf};
    return share < 0.25 ? std::optional(Reason{Kind::OtherAddress, addressOther}) : std::nullopt;
}

bool isCertain(const Subject &one, const Subject &other, const Match &match)
{
    if (match.has(Kind::OtherSex) || match.has(Kind::OtherDocument) || match.has(Kind::OtherBirth))
        return false;
    const bool sameName = match.has(Kind::SameName);
    if (match.has(Kind::SameDocument)) {
        if (one.documentValid)
            return sameName || match.has(Kind::SoundAlikeName);
        return sameName && match.has(Kind::SameBirth);
    }
    const bool whole = !one.given.isEmpty() && !other.given.isEmpty() &&
                       (one.script == Script::Han || (!one.family.isEmpty() && !other.family.isEmpty()));
    return sameName && whole && match.has(Kind::SamePhone) && match.has(Kind::SameBirth) && one.birth->isFull() &&
           one.birth == other.birth && one.birthLunar == other.birthLunar && !isFirstOfYear(*one.birth);
}

} // namespace

Match compare(const Subject &one, const Subject &other)
{
    Match match;
    const auto note = [&](const std::optional<Reason> &reason) {
        if (reason)
            match.reasons.append(*reason);
    };
    const NameFinding name = names(one, other);
    if (name.kind && name.bits != 0)
        note(Reason{*name.kind, name.bits});
    const auto document = documents(one, other, name);
    note(document);
    const auto birth = births(one, other);
    note(birth);
    if (one.male && other.male)
        note(one.male == other.male ? Reason{Kind::SameSex, sexSame} : Reason{Kind::OtherSex, sexOther});
    const auto phone = phones(one, other);
    note(phone);
    auto address = addresses(one, other);
    if (phone && address && phone->bits > 0 && address->bits > 0)
        address->bits = std::min(address->bits, householdMost - phone->bits);
    note(address);
    const bool bothHan = one.script == Script::Han && other.script == Script::Han;
    const bool otherGiven = bothHan && (name.given == Likeness::Similar || name.given == Likeness::Other);
    const bool oneRoof = (phone && phone->bits > 0) || (address && address->bits > 0) || name.family == Likeness::Same;
    const bool bornTogether = birth && (birth->kind == Kind::SameBirth || birth->bits == birthForgottenCalendar);
    if (otherGiven && oneRoof && bornTogether && !match.has(Kind::SameDocument))
        note(Reason{Kind::PerhapsTwins, twins});

    std::stable_sort(match.reasons.begin(), match.reasons.end(),
                     [](const Reason &a, const Reason &b) { return std::abs(a.bits) > std::abs(b.bits); });
    for (const Reason &reason : std::as_const(match.reasons))
        match.score += reason.bits;
    // Of a million people, many share a name and a year; something else must say that it is this one.
    const bool anchored =
        (phone && phone->bits > 0) || (address && address->bits > 0) ||
        (birth && birth->bits >= birthForgottenCalendar && one.birth->isFull() && other.birth->isFull()) ||
        (document && document->bits > 0);
    // And it must be something of this person, not of their household; twins share the birth date too.
    const double person = name.givenBits + (birth && !otherGiven ? birth->bits : 0) + (document ? document->bits : 0);
    const bool personal = person >= (bothHan ? hanPersonLeast : personLeast);
    if (match.score >= likelyFrom && anchored && personal)
        match.level = isCertain(one, other, match) ? Level::Certain : Level::Likely;
    else if (match.score >= possibleFrom)
        match.level = Level::Possible;
    return match;
}

} // namespace xinglin::linkage
