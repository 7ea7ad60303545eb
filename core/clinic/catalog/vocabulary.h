#pragma once

#include "base/result.h"

#include <QHash>
#include <QList>
#include <QStringList>

namespace xinglin {

/// A term of a controlled vocabulary: a tongue colour, a pulse, a disease.
struct Term
{
    QString id;
    QString group; ///< tongue: body_colour …; diagnosis: disease, pattern, method
    QString code;  ///< In its code system; empty for own vocabularies.
    QString codeSystem;
    QString zh;
    QString en;
    QString initials; ///< For typing, without the last 舌, 苔 or 脉: "dh"
    QString pinyin;   ///< The same in full: "danhong"
    QStringList aliases;
    bool isDefault = false;
    QStringList excludes; ///< Ids it never stands with.
    QString label; ///< Of an examination's finding: what it says without its group, zh and en being the whole: 溏薄.
    bool operator==(const Term &) const = default;
};

/// A group of terms of which one or several are chosen.
struct TermGroup
{
    QString id;
    QString zh;
    QString en;
    bool exclusive = true;
    QString method{}; ///< Of an examination: inspection, listening, smelling, inquiry, palpation; else empty.
    QString sex{};    ///< "female", "male": asked of nobody else; empty: of everybody.
    QString age{};    ///< "child", "infant"; empty: at every age.
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
    const Term *byCode(const QString &codeSystem, const QString &code) const;
    const TermGroup *group(const QString &id) const;
    /// By code, initials, pinyin, part of the name (both languages) or an alias; best first. @p group empty: all.
    QList<Term> complete(const QString &typed, const QString &group, int limit) const;
    /// Whether two terms may stand together at one place: neither excludes the other, and they are not two of a group
    /// of which only one is chosen.
    bool fit(const Term &one, const Term &other) const;

private:
    QList<TermGroup> m_groups;
    QList<Term> m_terms;
    QHash<QString, qsizetype> m_byId;
    QHash<std::pair<QString, QString>, qsizetype> m_byCode; ///< System and code.
};

/// Vocabularies from the files of resources/catalog. Errors: Damaged, with the file's name in the detail.
Result<Vocabulary> tongueFromJson(const QByteArray &json);
Result<Vocabulary> pulseFromJson(const QByteArray &json);
/// 左寸 … in the order left cun, guan, chi, right cun, guan, chi; `group` holds the organ's Chinese name and `aliases`
/// its English one.
Result<QList<Term>> pulsePositionsFromJson(const QByteArray &json);
/// The four examinations beside tongue and pulse: a group for each thing looked at, heard, asked or felt, with its
/// findings. Names say the whole, with the group's name where the finding alone could be taken for another: 便质溏薄.
Result<Vocabulary> findingsFromJson(const QByteArray &json);
/// Groups disease, pattern, method. Entries of ICD-11 are left out: their titles are not licensed to ship.
Result<Vocabulary> diagnosisFromJson(const QByteArray &json);
/// Western diagnoses in the one group "western", coded by "ICD-10"; both names are short ones of our own.
Result<Vocabulary> westernFromJson(const QByteArray &json);

} // namespace xinglin
