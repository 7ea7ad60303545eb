#pragma once

#include "engines/linkage/subject.h"

#include <QList>
#include <QString>

#include <memory>

/// How alike two records of people are. After I. P. Fellegi and A. B. Sunter, A Theory for Record Linkage, Journal of
/// the American Statistical Association 64, 1969: for each field the log2 of how much likelier what is seen is for two
/// records of one person than for two people, added up. W. E. Winkler's weights by frequency for names.
///
/// How the weights were chosen (weights.h has them):
/// - names in Latin letters, birth dates and free addresses: counted on set 1 of FEBRL, its 500 true pairs against the
///   others, and rounded. An address that differs counts far less than there, for people move;
/// - likelyFrom and what keys are made of: by the pairs missed on set 1. They were revised once, from 22.5 to 20 and to
///   more keys, after set 2 had shown a recall of 0.965; so set 2 is no longer a measure that nothing was fitted to;
/// - Chinese surnames: their shares of the population as in resources/demo/names.json; given names so that the names
///   that are known to be commonest (张伟, 李秀英) come out as common as they are;
/// - telephones, documents, sex: judged, with the shares of people who share or change them in mind.
///
/// Fields of one household depend on one another, which the theory leaves out. So telephone and address together count
/// no more than householdMost; a birth date shared under one roof by two Chinese given names speaks of twins; and two
/// records are Likely only where given name, birth or document speak for one person. Other given names in letters do
/// not hinder that when the rest agrees: pet names, second names and English names are common there.
namespace xinglin::linkage {

/// How sure it is that two records are of one person.
enum class Level {
    None,
    Possible, ///< Worth a line while a record is being typed.
    Likely,   ///< Worth merging after a look. More than a name and a year must agree, and more than a household has.
    Certain,  ///< May be merged with one key; never by weight alone, see compare().
};
QString toText(Level level); ///< "none", "possible", "likely", "certain"

/// Bits of Match::score from which two records may be Possible and Likely.
inline constexpr double possibleFrom = 12;
inline constexpr double likelyFrom = 20;

/// One thing that speaks for or against.
struct Reason
{
    enum class Kind {
        SameDocument,
        SimilarDocument, ///< One digit wrong or two swapped, and not both valid.
        OtherDocument,
        SamePhone,
        SimilarPhone, ///< One digit wrong or two swapped.
        OtherPhone,
        SameName,       ///< The same characters, traditional or simplified.
        SoundAlikeName, ///< The same pinyin, one of several readings, or one of the two in pinyin.
        SimilarName,    ///< Parts swapped, a letter or a character wrong, nearly the same sound.
        OtherName,
        SameBirth, ///< As far as both are known.
        NearBirth, ///< Digits wrong or swapped, the other calendar, the same year, a year beside.
        OtherBirth,
        SameSex,
        OtherSex,
        SameAddress,
        SimilarAddress,
        OtherAddress,
        PerhapsTwins, ///< One birth date and household, different given names.
    };
    Kind kind = Kind::SameName;
    double bits = 0; ///< Positive: for one person.
    bool operator==(const Reason &) const = default;
};
QString toText(Reason::Kind kind); ///< "same_document", "sound_alike_name" …

struct Match
{
    double score = 0; ///< Bits, the sum of the reasons': each one more doubles the odds.
    Level level = Level::None;
    QList<Reason> reasons; ///< The heaviest first, whichever way it points.
    bool operator==(const Match &) const = default;

    bool has(Reason::Kind kind) const;
};

/// The same in both directions; what is not known on either side says nothing. Certain are only:
/// - an equal, valid resident number and a name of the same characters or sound, with no other sex and no other birth;
/// - an equal other document, the same name and the same birth, with no other sex;
/// - the same characters of the whole name, the same full birth date in the same calendar and a common telephone, with
///   no other document and no other sex. A first of January does not count as a full date: it often stands for a year.
Match compare(const Subject &one, const Subject &other);

/// True where two records look like two people born together: one birth date or nearly, a common telephone or address,
/// not the same name and not one document.
bool maybeTwins(const Match &match);

/// compare() of @p one with each of @p others, in their order, and with an eye on them all. A twin who was entered
/// under the name of the other, or one that sounds like it, makes two records that agree in everything but documents;
/// only a third record, the twin's own, gives it away. So where one of @p others may be a twin, what would be Certain
/// without a document is Likely. Whoever acts on Certain takes this function or pairs().
QList<Match> compareAmong(const Subject &one, const QList<Subject> &others);
/// The same with others that several keep; none is null.
QList<Match> compareAmong(const Subject &one, const QList<std::shared_ptr<const Subject>> &others);

/// Raised whenever keys that are stored would have to be made anew.
inline constexpr int keysVersion = 1;

/// Keys under which a record is looked up: two records of one person share one with high probability, two people
/// rarely. Usually six, at most thirteen, sorted, the same on every machine and in every run; none for a record that is
/// nearly empty. See blocking.cpp for what they are made of.
QList<qint64> blockingKeys(const Subject &subject);

} // namespace xinglin::linkage
