#pragma once

#include <QByteArray>
#include <QRectF>
#include <QWidget>

class QPainter;

namespace xinglin::ui {

/// Paints @p text as a QR code into @p place: black on white in every theme, with the quiet margin that readers need.
/// Returns false where the text is too long for one (about 1,200 bytes).
bool paintQrCode(QPainter &painter, const QRectF &place, const QByteArray &text);

/// A QR code on a screen.
class QrCode : public QWidget
{
    Q_OBJECT

public:
    explicit QrCode(const QString &accessibleName, QWidget *parent = nullptr);

    void setText(const QByteArray &text);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QByteArray m_text;
};

} // namespace xinglin::ui
