#pragma once

#include <QByteArray>
#include <QFont>
#include <QHash>
#include <QList>

namespace xinglin::ui {

/// Radicals (U+2E80 … U+2FDF) that @p fonts draw with the glyph of an ideograph, with that ideograph; and the figure
/// dash with the en dash, where they share one.
QHash<char16_t, char16_t> ideographsOfRadicals(const QList<QFont> &fonts);

/// The PDF that Qt has written, with ideographs where its tables for copying and searching name their radicals: fonts
/// share the glyph, and Qt names the lower code, so that 黄芪 could not be found in the file. Same length; all else
/// stays.
QByteArray withSearchableText(QByteArray pdf, const QHash<char16_t, char16_t> &ideographs);

} // namespace xinglin::ui
