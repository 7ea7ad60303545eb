#include "ui/kit/qrcode.h"

#include "ui/kit/theme.h"

#include <QPainter>

#include <qrencode.h>

#include <memory>

namespace xinglin::ui {

namespace {
constexpr int margin = 4; // modules of quiet around it, as the standard asks for
constexpr int side = 148;
} // namespace

bool paintQrCode(QPainter &painter, const QRectF &place, const QByteArray &text)
{
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        QRcode_encodeData(static_cast<int>(text.size()), reinterpret_cast<const unsigned char *>(text.constData()), 0,
                          QR_ECLEVEL_M),
        &QRcode_free);
    if (!code)
        return false;
    const double size = qMin(place.width(), place.height());
    const double module = size / (code->width + 2 * margin);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.fillRect(QRectF(place.topLeft(), QSizeF(size, size)), Qt::white);
    for (int y = 0; y < code->width; ++y) {
        for (int x = 0; x < code->width; ++x) {
            // From edge to edge, so that no light line stays between two modules.
            if (code->data[y * code->width + x] & 1) {
                const QPointF from(place.left() + (x + margin) * module, place.top() + (y + margin) * module);
                const QPointF to(from.x() + module, from.y() + module);
                painter.fillRect(QRectF(from, to), Qt::black);
            }
        }
    }
    painter.restore();
    return true;
}

QrCode::QrCode(const QString &accessibleName, QWidget *parent) : QWidget(parent)
{
    setAccessibleName(accessibleName);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void QrCode::setText(const QByteArray &text)
{
    m_text = text;
    update();
}

QSize QrCode::sizeHint() const
{
    const int length = Theme::of(this).scaled(side);
    return {length, length};
}

void QrCode::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (!m_text.isEmpty())
        paintQrCode(painter, rect(), m_text);
}

} // namespace xinglin::ui
