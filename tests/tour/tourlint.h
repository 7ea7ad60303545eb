#pragma once

#include <QList>
#include <QString>

class QWidget;

namespace xinglin::tour {

/// One thing wrong with a picture of the tour.
struct Flaw
{
    enum class Kind { TextTooWide, Overlap, MissingGlyph, LowContrast, Unnamed };
    Kind kind;
    QString where; ///< Class and objectName of the widget, and of its parents up to the window.
    QString what;  ///< In English; texts of sample people only.
};

/// "TextTooWide QLabel#name: …", one line per flaw.
QString describe(const Flaw &flaw);

/// Looks at every visible widget below @p window: text wider than its place (without the property `mayElide`),
/// visible siblings that overlap, letters no font has, text below a contrast of 4.5, controls without an objectName
/// or without a name for screen readers. Widgets that float on purpose carry the property `floats`.
QList<Flaw> lint(QWidget *window);
/// What lint() finds, described in a line each; empty where nothing is wrong.
QString flaws(QWidget *window);

} // namespace xinglin::tour
