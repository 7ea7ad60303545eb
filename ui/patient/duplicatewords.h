#pragma once

#include "clinic/patient/merge.h"
#include "engines/linkage/linkage.h"
#include "ui/kit/theme.h"

/// How it is said that two records may be of one person, and what of them is compared.
namespace xinglin::ui {

/// "certain", "likely", "perhaps"; empty for Level::None.
QString levelText(linkage::Level level);
/// The colour of that word.
Tone toneOf(linkage::Level level);
/// "same ID number", "name sounds the same".
QString reasonText(linkage::Reason::Kind kind);
/// What speaks for one person, then what speaks against, as far as either tells something: an equal sex does not, and
/// people move.
QStringList reasonTexts(const QList<linkage::Reason::Kind> &kinds);
QStringList reasonTexts(const linkage::Match &match);

/// "Phone", as labelled where two records are compared.
QString partName(patient::MergePart part);
/// What stands there in the record, as far as it may be read; empty for nothing.
QString partText(const patient::MergeRecord &record, patient::MergePart part);
/// The part that a field of a PatientDraft belongs to; nullopt for one that is not chosen.
std::optional<patient::MergePart> partOf(const QString &field);
/// "phone, address"
QString partsListed(const QList<patient::MergePart> &parts);

} // namespace xinglin::ui
