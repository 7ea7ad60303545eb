#pragma once

#include "ui/kit/accessible.h"

#include <QImage>
#include <QWidget>

class QTimer;

namespace xinglin::ui {

/// A picture as large as its place, another one over it half seen through where wanted, and a spot that can be pointed
/// at: by a click, or by Space and the arrows.
class PictureView : public QWidget, public Spoken
{
    Q_OBJECT

public:
    explicit PictureView(const QString &accessibleName, QWidget *parent = nullptr);

    /// A null one leaves the place empty.
    void setPicture(const QImage &picture);
    const QImage &picture() const { return m_picture; }
    /// Laid over the picture at the same height; null: nothing.
    void setOverlay(const QImage &overlay);
    bool hasOverlay() const { return !m_overlay.isNull(); }
    /// A line below the picture: when, and in which colours.
    void setCaption(const QString &caption);
    QString caption() const { return m_caption; }
    /// Turns an arc over the place while the picture is fetched.
    void setBusy(bool busy);
    /// Words in the place while there is no picture.
    void setWords(const QString &words);

    /// In parts of the picture's width and height; none: nothing is pointed at.
    void setSpot(std::optional<QPointF> spot);
    std::optional<QPointF> spot() const { return m_spot; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    QAccessible::Role spokenRole() const override { return QAccessible::Graphic; }
    QString spokenValue() const override;

signals:
    void spotChosen(QPointF spot);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QRectF placeOf(const QImage &image) const;
    QRect pictureRect() const;
    void point(QPointF spot);

    QImage m_picture;
    QImage m_overlay;
    QString m_caption;
    QString m_words;
    std::optional<QPointF> m_spot;
    QTimer *m_turn = nullptr;
    int m_angle = 0;
};

} // namespace xinglin::ui
