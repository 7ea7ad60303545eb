#pragma once

#include "ui/kit/theme.h"

namespace xinglin::ui {

/// A colour that somebody gives to a thing of theirs, so that it is known again: a tone of the theme that says nothing
/// by itself. What is selected and what is wrong have theirs and are not among them.
struct Hue
{
    QString name; ///< As stored: "azurite".
    Tone tone = Tone::Neutral;
};

const QList<Hue> &hues();
/// Neutral where nothing or something unknown is said.
Tone toneOf(const QString &hue);
/// In the language of the program: "Blue"; "Plain" for none.
QString hueWords(const QString &hue);

} // namespace xinglin::ui
