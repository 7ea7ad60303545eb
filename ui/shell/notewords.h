#pragma once

#include "clinic/catalog/catalog.h"
#include "clinic/prescription/prescription.h"
#include "clinic/record/visit.h"

/// What is written at a visit, in the words of the screen.
namespace xinglin::ui {

/// Whether the program speaks Chinese; catalogues hold both languages.
bool chineseScreen();
/// The name of a term as it stands on a chip: 淡红 for 淡红舌, "pale red" for "Pale red tongue".
QString shortName(const Term &term);
/// The full name in the language of the screen.
QString fullName(const Term &term);
/// Codes that stand in @p answers for an item and site, in their order.
QStringList codesOf(const QList<Answer> &answers, const QString &item, const QString &site = {});
/// 细弱, "thready, weak"
QString joinedNames(const Vocabulary &vocabulary, const QStringList &codes);

/// A unit as people write it: "mm[Hg]" is mmHg, "{score}" nothing.
QString unitText(const QString &ucum);
/// A measured number with its unit, and an arrow where it lies outside the item's reference range: "38.2 °C ↑".
QString numberText(const forms::Item &item, double number);
/// The same with its name: "Temperature 38.2 °C ↑".
QString measuredText(const forms::Item &item, double number);
/// Two numbers of one unit: "150/80 mmHg ↑".
QString pairText(const forms::Item &first, double one, const forms::Item &second, double other);
/// Everything of a section that was measured, in the order of the form; two pressures are said as one.
QString measuredWords(const forms::Section &section, const QMap<QString, double> &values);

/// The diagnoses as they were written; a coded one in the language of the screen.
QString diagnosisWords(const Catalog &catalog, const QList<DiagnosisEntry> &entries);

/// One part of a note in words.
struct NoteLine
{
    QString code; ///< "complaint", "tongue" …: the same for the same part of every note.
    QString mark; ///< As it stands at the margin.
    QString text; ///< Never empty.
    bool operator==(const NoteLine &) const = default;
};
/// A note in words, in the order of a consultation; parts that say nothing are left out.
QList<NoteLine> noteLines(const Catalog &catalog, const VisitNote &note);

} // namespace xinglin::ui
