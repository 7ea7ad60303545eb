#pragma once

#include "engines/forms/form.h"
#include "engines/safety/formulacatalog.h"
#include "engines/safety/herbcatalog.h"
#include "engines/safety/prescriptioncheck.h"

#include <memory>

namespace xinglin {

/// A term of a controlled vocabulary: a tongue colour, a pulse, a disease.
struct Term {
    QString id;
    QString group;       ///< tongue: body_colour …; diagnosis: disease, pattern, method
    QString code;        ///< In its code system; empty for own vocabularies.
    QString codeSystem;
    QString zh;
    QString en;
    QString initials;    ///< For typing: "dh"
    QString pinyin;      ///< "danhong"
    QStringList aliases;
    bool isDefault = false;
    QStringList excludes; ///< Ids it never stands with.
    bool operator==(const Term &) const = default;
};

/// A group of terms of which one or several are chosen.
struct TermGroup {
    QString id;
    QString zh;
    QString en;
    bool exclusive = true;
    bool operator==(const TermGroup &) const = default;
};

/// A list of terms that can be typed into.
class Vocabulary
{
public:
    Vocabulary() = default;
    Vocabulary(QList<TermGroup> groups, QList<Term> terms);
    const QList<TermGroup> &groups() const { return m_groups; }
    const QList<Term> &terms() const { return m_terms; }
    QList<Term> inGroup(const QString &group) const;
    const Term *find(const QString &id) const;
    /// By code, initials, pinyin, part of the name (both languages) or an alias; best first. @p group empty: all.
    QList<Term> complete(const QString &typed, const QString &group, int limit) const;

private:
    QList<TermGroup> m_groups;
    QList<Term> m_terms;
    QHash<QString, qsizetype> m_byId;
};

/// Everything that ships as reference data. Immutable after loading; safe on any thread.
struct Catalog {
    safety::HerbCatalog herbs;
    safety::FormulaCatalog formulas;
    safety::CheckRules rules;
    Vocabulary tongue;
    Vocabulary pulse;          ///< 28 pulses and two more; positions as `pulsePositions`.
    QList<Term> pulsePositions;///< 左寸 … in the order left cun, guan, chi, right cun, guan, chi.
    Vocabulary diagnosis;      ///< Groups disease, pattern, method.
    forms::Form visitForm;

    /// Reads the catalogue from the program's resources; takes some tens of milliseconds, so not on the GUI thread.
    static Result<std::shared_ptr<const Catalog>> load();
};

} // namespace xinglin
