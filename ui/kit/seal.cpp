#include "ui/kit/seal.h"

#include "ui/kit/paint.h"

#include <QPainter>
#include <QPainterPath>

namespace xinglin::ui {

void paintSeal(QPainter *painter, const QRectF &rect, const QColor &ground, const QColor &text)
{
    paintFrame(painter, rect, qMax(3.0, rect.width() / 14), ground, {});
    QFont font = Theme::current().font(TypeStyle::Title);
    font.setPixelSize(100);
    // As outlines, so that both characters fill the seal at any size.
    for (int i = 0; i < 2; ++i) {
        QPainterPath path;
        path.addText(0, 0, font, i == 0 ? QStringLiteral("杏") : QStringLiteral("林"));
        const QRectF from = path.boundingRect();
        const double high = rect.height() * 0.42;
        const double wide = rect.width() * 0.62;
        QTransform fit;
        fit.translate(rect.center().x(), rect.top() + rect.height() * (i == 0 ? 0.275 : 0.725));
        fit.scale(wide / from.width(), high / from.height());
        fit.translate(-from.center().x(), -from.center().y());
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->fillPath(fit.map(path), text);
        painter->restore();
    }
}

Seal::Seal(int side, QWidget *parent) : QWidget(parent), m_side(side)
{
    setAccessibleName(tr("Xinglin"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize Seal::sizeHint() const
{
    return {m_side, m_side};
}

void Seal::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = Theme::of(this);
    paintSeal(&painter, rect(), theme.color(Token::Seal), theme.color(Token::SealText));
}

} // namespace xinglin::ui
