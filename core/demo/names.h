#pragma once

#include "base/random.h"
#include "base/result.h"
#include "clinic/patient/patient.h"

#include <QByteArray>
#include <QList>

namespace xinglin::demo {

/// Draws names that a Chinese clinic would hear: surnames by how common they are, given names by sex and year of birth.
class Names
{
public:
    /// Reads names.json; the error names the place.
    static Result<Names> fromJson(const QByteArray &json);
    /// Those that the program carries.
    static Result<Names> shipped();

    QString surname(Random &random) const;
    QString given(Random &random, Sex sex, int birthYear) const;

private:
    struct Characters
    {
        QStringList first;
        QStringList second;
    };
    struct Decade
    {
        int from = 0;
        double single = 0; ///< Share of given names of one character.
        Characters male;
        Characters female;
    };

    QList<QPair<QString, int>> m_surnames;
    int m_weight = 0;
    QList<Decade> m_decades; ///< By year, the earliest first.
};

} // namespace xinglin::demo
