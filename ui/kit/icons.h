#pragma once

#include "ui/kit/theme.h"

#include <QIcon>
#include <QStringView>

class QPainter;
class QRectF;

namespace xinglin::ui {

/// One-colour icon :/icons/<name>.svg. Painted in the colour the application's theme has for @p color at that moment,
/// so that it follows a change of theme; buttons drawn by XinglinStyle paint it in the colour of their text.
/// An unknown name gives a null icon.
QIcon icon(QStringView name, Token color = Token::Text);

bool hasIcon(QStringView name);

/// Paints the icon into @p rect (made square, centred). Cached per name, colour, size and device pixel ratio.
void paintIcon(QPainter *painter, const QRectF &rect, QStringView name, const QColor &color);

} // namespace xinglin::ui
