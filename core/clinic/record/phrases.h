#pragma once

#include "access/people.h"

/// Pieces of text that are written often, called by a few letters.
namespace xinglin::phrases {

using PhraseId = Id<struct PhraseTag>;

struct Phrase
{
    PhraseId id{Uuid(Uuid::Bytes{})};
    bool own = true;      ///< The writer's alone; else the whole clinic's.
    QString field;        ///< Of the note: "complaint", "history" …; empty: everywhere.
    QString abbreviation; ///< Lower case letters and digits; where none were given, the initials of the first words.
    QString text;         ///< "{}" is a place that is filled in after.
    bool operator==(const Phrase &) const = default;
};

/// The longest text and abbreviation that are kept.
constexpr qsizetype mostText = 2000;
constexpr qsizetype mostLetters = 12;

/// The letters that would call @p text: the initials of its first words, at most four. Pure.
QString initialsOf(const QString &text);

/// The actor's phrases and the clinic's, by abbreviation; the actor's own first among equals.
Result<QList<Phrase>> all(const store::Snapshot &view);
/// Adds (id of zeros) or changes a phrase. Refuses an empty or too long text (field "text"), letters that are none, or
/// that call another phrase of the same owner and field (field "abbreviation"); another person's phrase is NotFound.
Result<Phrase> save(store::Transaction &tx, const Phrase &phrase);
/// It is offered no more.
Result<Done> retire(store::Transaction &tx, PhraseId id);

/// Those that begin with the letters, of this field or of every one; exact ones first. Pure.
QList<Phrase> matching(const QList<Phrase> &known, const QString &letters, const QString &field, int limit);

} // namespace xinglin::phrases
