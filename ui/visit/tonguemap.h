#pragma once

#include "ui/kit/accessible.h"

#include <QHash>
#include <QWidget>

class QPainterPath;

namespace xinglin::ui {

/// The tongue with its five zones. Arrows move between them, Space takes the zone under the hand, so that the next
/// colour is said of it alone; taken again it is let go.
class TongueMap : public QWidget, public Spoken
{
    Q_OBJECT

public:
    explicit TongueMap(QWidget *parent = nullptr);

    /// Zone ids as in the catalogue: r_tip, r_centre, r_root, r_left_side, r_right_side.
    static QStringList zones();
    static QString zoneName(const QString &zone);
    QString taken() const { return m_taken; }
    void setTaken(const QString &zone);
    /// Zones of which something of their own is said.
    void setMarked(const QStringList &zones);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }
    QAccessible::Role spokenRole() const override { return QAccessible::Grouping; }
    QString spokenValue() const override;

signals:
    void zoneTaken(const QString &zone);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    QPainterPath outline() const;
    QPainterPath zonePath(const QString &zone) const;
    void take(const QString &zone);

    QString m_current;
    QString m_taken;
    QStringList m_marked;
};

} // namespace xinglin::ui
