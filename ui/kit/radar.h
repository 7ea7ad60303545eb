#pragma once

#include "ui/kit/accessible.h"
#include "ui/kit/theme.h"

#include <QList>
#include <QPen>
#include <QPolygonF>
#include <QStringList>
#include <QWidget>

namespace xinglin::ui {

/// Where things lie in a radar: the axes start at the top and go round clockwise. For screen and paper alike.
struct RadarGeometry
{
    QPointF centre;
    double radius = 0;
    int axes = 0;

    static constexpr int rings = 4;
    /// The place of @p share (0 … 1) on an axis; more than 1 lies outside.
    QPointF at(int axis, double share) const;
    /// The line that joins the shares of all axes.
    QPolygonF line(const QList<double> &shares) const;
    /// A label in two lines where it is long: broken at its space, or after its hyphen.
    static QString inLines(QString label);
    /// The rings and spokes.
    void paintGrid(QPainter *painter, const QPen &pen) const;
};

/// Values on axes around a centre, and those of another time for comparison: now solid azurite, before dashed cinnabar.
class Radar : public QWidget, public Spoken
{
    Q_OBJECT

public:
    explicit Radar(const QString &accessibleName, QWidget *parent = nullptr);

    /// @p strong are those whose label is bold.
    void setAxes(const QStringList &labels, const QList<int> &strong = {});
    /// Shares, 0 … 1, one for each axis; @p before may be empty.
    void setSeries(const QList<double> &now, const QList<double> &before = {});
    /// How the values are said: by default in hundredths.
    void setWords(const QStringList &now, const QStringList &before = {});

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    QAccessible::Role spokenRole() const override { return QAccessible::Graphic; }
    QString spokenValue() const override;

    static QPen nowPen(const Theme &theme);
    static QPen beforePen(const Theme &theme);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    RadarGeometry geometryFor(const Theme &theme) const;
    QRectF labelPlace(const RadarGeometry &geometry, int axis, const Theme &theme) const;
    QSizeF labelSize(int axis, const Theme &theme) const;

    QStringList m_labels; ///< Long ones in two lines.
    QStringList m_spoken;
    QList<int> m_strong;
    QList<double> m_now;
    QList<double> m_before;
    QStringList m_nowWords;
    QStringList m_beforeWords;
};

/// A sample of a radar's line with what it stands for: "— 2026-02-12".
class RadarKey : public QWidget
{
    Q_OBJECT

public:
    explicit RadarKey(bool before, QWidget *parent = nullptr);

    void setText(const QString &text);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    bool m_before;
    QString m_text;
};

} // namespace xinglin::ui
