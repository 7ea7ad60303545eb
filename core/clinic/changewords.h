#pragma once

#include "store/recordchanges.h"

#include <QTimeZone>

/// Changes of records in words.
namespace xinglin::changes {

/// What an act did, without who and whom: "Changed personal data", "Took back: Changed personal data".
QString actText(const QByteArray &act);
/// A column as people call it: "Telephone". Empty for columns that say nothing to a person.
QString fieldName(const QByteArray &table, const QByteArray &column);
/// A value of that column as shown. Empty for none.
QString valueText(const QByteArray &column, const store::Value &value, const QTimeZone &zone);
/// The same text of an identifier (document, address, guardian …) for those who may not read it in full.
QString maskedText(const QByteArray &column, const QString &value);
/// What was attached, by its kind as stored: "tongue picture".
QString attachmentText(const QString &kind);
/// "Telephone: changed from “…” to “…”."
QString fieldSentence(const QString &field, const QString &from, const QString &to);

} // namespace xinglin::changes
