#include "ui/kit/icons.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace xinglin::ui {

namespace {

QString fileOf(QStringView name, int px)
{
    // Rail icons have a drawing of their own, made for 22 px.
    const QString large = QStringLiteral(":/icons/%1-22.svg").arg(name);
    if (px >= 20 && QFile::exists(large))
        return large;
    return QStringLiteral(":/icons/%1.svg").arg(name);
}

QPixmap drawn(QStringView name, const QColor &color, int px, qreal ratio)
{
    const QString key = QStringLiteral("xl-icon/%1/%2/%3/%4").arg(name).arg(color.rgba()).arg(px).arg(ratio);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    const int side = qRound(px * ratio);
    pixmap = QPixmap(side, side);
    pixmap.fill(Qt::transparent);
    QFile file(fileOf(name, px));
    if (file.open(QIODevice::ReadOnly)) {
        QByteArray svg = file.readAll();
        svg.replace("currentColor", color.name().toLatin1());
        QSvgRenderer renderer(svg);
        QPainter painter(&pixmap);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setOpacity(color.alphaF());
        renderer.render(&painter, QRectF(0, 0, side, side));
    }
    pixmap.setDevicePixelRatio(ratio);
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

class Engine : public QIconEngine
{
public:
    Engine(const QString &name, Token color) : m_name(name), m_color(color) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        paintIcon(painter, rect, m_name, colorFor(mode));
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1.0);
    }
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal scale) override
    {
        // Here the size already counts device pixels.
        QPixmap pixmap = drawn(m_name, colorFor(mode), qRound(qMin(size.width(), size.height()) / scale), scale);
        return pixmap;
    }
    QIconEngine *clone() const override { return new Engine(*this); }
    QString key() const override { return QStringLiteral("xinglin"); }
    QString iconName() override { return m_name; }
    bool isNull() override { return false; }

private:
    QColor colorFor(QIcon::Mode mode) const
    {
        return Theme::current().color(mode == QIcon::Disabled ? Token::Disabled : m_color);
    }

    QString m_name;
    Token m_color;
};

} // namespace

bool hasIcon(QStringView name)
{
    return !name.isEmpty() && QFile::exists(fileOf(name, 16));
}

QIcon icon(QStringView name, Token color)
{
    return hasIcon(name) ? QIcon(new Engine(name.toString(), color)) : QIcon();
}

void paintIcon(QPainter *painter, const QRectF &rect, QStringView name, const QColor &color)
{
    const int px = qRound(qMin(rect.width(), rect.height()));
    if (px <= 0)
        return;
    const QPointF at(qRound(rect.center().x() - px / 2.0), qRound(rect.center().y() - px / 2.0));
    painter->drawPixmap(at, drawn(name, color, px, painter->device()->devicePixelRatioF()));
}

} // namespace xinglin::ui
