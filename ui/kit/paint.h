#pragma once

#include "ui/kit/theme.h"

#include <QKeySequence>
#include <QRect>
#include <QString>

class QPainter;

namespace xinglin::ui {

// What the style, the delegates and the custom widgets draw alike.

/// Keys as printed on caps: "Ctrl ⏎", "Alt V", "F3", arrows as arrows.
QString keysText(const QKeySequence &keys);

/// Rounded rectangle with a 1-px line on whole pixels; an invalid colour draws nothing.
void paintFrame(QPainter *painter, const QRectF &rect, double radius, const QColor &fill, const QColor &line);

/// The focus ring: 2 px, its outer edge is @p outer.
void paintRing(QPainter *painter, const QRectF &outer, double radius, const QColor &color);

int keyCapWidth(const Theme &theme, const QString &keys);
/// A key cap of the theme's height in the middle of @p rect, at its left.
void paintKeyCap(QPainter *painter, const QRect &rect, const QString &keys, const Theme &theme, const QColor &text,
                 const QColor &line);

/// Soft shadow of something that floats, around @p box.
void paintShadow(QPainter *painter, const QRectF &box, double radius, const Theme &theme);
/// Room the shadow takes on each side.
inline constexpr int shadowExtent = 16;

/// Open arc of a control that is busy; @p turn is 0 to 359 degrees.
void paintBusyArc(QPainter *painter, const QRectF &rect, const QColor &color, int turn);

/// A status chip: icon, one character (or a short word), soft ground. Returns its width.
int paintStatus(QPainter *painter, const QRect &rect, const Theme &theme, Tone tone, QStringView iconName,
                const QString &letter);
int statusWidth(const Theme &theme, QStringView iconName, const QString &letter);

} // namespace xinglin::ui
