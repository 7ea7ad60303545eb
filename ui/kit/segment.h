#pragma once

#include "ui/kit/accessible.h"
#include "ui/kit/theme.h"

#include <QList>
#include <QWidget>

namespace xinglin::ui {

/// What a cell says besides its name.
struct SegmentMark
{
    QString icon; ///< See icon(); empty: nothing is said.
    Tone tone = Tone::Neutral;
    QString word; ///< For who cannot see it.
    bool operator==(const SegmentMark &) const = default;
};

/// A few ways to see one thing, one of them on. One tab stop; arrows choose.
class Segment : public QWidget, public Spoken
{
    Q_OBJECT

public:
    explicit Segment(const QString &accessibleName, QWidget *parent = nullptr);

    void setCells(const QStringList &texts);
    /// One for each cell, after its name; those that are missing say nothing.
    void setMarks(const QList<SegmentMark> &marks);
    int current() const { return m_current; }
    void setCurrent(int index);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

    QAccessible::Role spokenRole() const override { return QAccessible::RadioButton; }
    QString spokenValue() const override;

signals:
    void chosen(int index);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QList<QRect> places() const;
    void choose(int index);

    QStringList m_texts;
    QList<SegmentMark> m_marks;
    int m_current = 0;
};

} // namespace xinglin::ui
