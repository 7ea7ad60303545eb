#pragma once

#include <QWidget>

class QPainter;

namespace xinglin::ui {

/// The program's seal, its only logo: two characters one above the other, cream on cinnabar.
void paintSeal(QPainter *painter, const QRectF &rect, const QColor &ground, const QColor &text);

class Seal : public QWidget
{
    Q_OBJECT

public:
    explicit Seal(int side, QWidget *parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int m_side;
};

} // namespace xinglin::ui
