#pragma once

#include "engines/safety/herb.h"
#include "engines/safety/prescriptioncheck.h"

#include <QString>
#include <QStringList>

namespace xinglin::safety {

/// One sentence in both languages; a screen shows the one of its language.
struct Sentence
{
    QString zh;
    QString en;
};

/// The piece as a sentence names it: the names as given and, in English, what it is.
struct Named
{
    QString zh;
    QString en;
};

/// @p given without repeats; @p herb adds the English name.
Named named(const QStringList &given, const Herb &herb);

/// An amount compared with a limit.
struct Amount
{
    Mass total; ///< A day's amount, or with perDose of one taking's comparison.
    int packets = 1;
    std::optional<int> times; ///< Only for limits of one taking.
    bool perDose = false;
};

/// The same piece, said to stand in another prescription of the visit.
Named elsewhere(const Named &piece, int number);

Sentence pairSentence(const Incompatibility &group, const Named &a, const Named &b);
Sentence pregnancySentence(const Named &piece, PregnancyRule rule, Basis basis);
Sentence coatedPregnancySentence(const Named &piece);
Sentence aboveSentence(const Named &piece, const Herb &herb, const Amount &amount, bool twice);
/// A toxic piece that this prescription and those with @p numbers hold: their sum. @p ownRoute: compared by the limit
/// of how each of them is taken, else by the only one known.
Sentence togetherSentence(const Named &piece, const Herb &herb, const Amount &sum, const QList<int> &numbers,
                          bool ownRoute);
Sentence otherRouteSentence(const Named &piece, const Herb &herb, const Amount &amount);
Sentence belowSentence(const Named &piece, const Herb &herb, const Amount &amount);
Sentence noLimitSentence(const Named &piece, const Herb &herb);
Sentence noDoseSentence(const Named &piece, const Herb &herb);
Sentence externalSentence(const Named &piece);
Sentence bannedSentence(const Named &piece, bool byMouth);
Sentence notDecoctedSentence(const Named &piece, const Herb &herb, Route route);
Sentence allergySentence(const Named &piece, const Sentence &allergy, bool exact);
Sentence coatingSentence(const Named &piece);
Sentence duplicateSentence(const Named &piece, int lines);

/// The book a dose range or rule comes from.
Sentence sourceText(Basis basis);
Sentence pairSource(const Incompatibility &group);
Sentence catalogueSource();

} // namespace xinglin::safety
