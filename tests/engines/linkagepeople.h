#pragma once

#include "base/random.h"
#include "engines/linkage/subject.h"

#include <QList>

namespace xinglin::test {

/// A record at the desk of a Chinese clinic, and whose it is.
struct LinkageRecord
{
    linkage::Person person;
    int truth = 0; ///< Number of the person.
};

/// Records of about @p people people in households, 45 of 100 of them entered a second time with mistakes: names by
/// ear, in another script or with a character left out, digits wrong and swapped in telephone, document and birth date,
/// lunar and partial dates, fields missing, telephones and addresses changed, the card of a parent. Among them are
/// twins whose names differ in a character or in none of the sounds, brothers with a common character, fathers and
/// sons, several people of one name, some of one age. Now and then a twin is
/// entered under the name of the other the second time; first entries have the right name.
QList<LinkageRecord> linkageRecords(Random &random, int people);

} // namespace xinglin::test
