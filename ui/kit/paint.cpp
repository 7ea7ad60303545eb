#include "ui/kit/paint.h"

#include "ui/kit/icons.h"

#include <QFontMetrics>
#include <QPainter>
#include <QPainterPath>

namespace xinglin::ui {

namespace {

/// Draws and puts everything back.
class Saved
{
public:
    explicit Saved(QPainter *painter) : m_painter(painter)
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
    }
    ~Saved() { m_painter->restore(); }
    Q_DISABLE_COPY(Saved)

private:
    QPainter *m_painter;
};

} // namespace

QString keysText(const QKeySequence &keys)
{
    static const QList<std::pair<QString, QString>> drawn = {
        {QStringLiteral("Return"), QStringLiteral("⏎")}, {QStringLiteral("Enter"), QStringLiteral("⏎")},
        {QStringLiteral("Left"), QStringLiteral("←")},   {QStringLiteral("Right"), QStringLiteral("→")},
        {QStringLiteral("Up"), QStringLiteral("↑")},     {QStringLiteral("Down"), QStringLiteral("↓")}};
    QStringList parts = keys.toString(QKeySequence::PortableText).split(u'+', Qt::SkipEmptyParts);
    for (QString &part : parts) {
        for (const auto &[name, sign] : drawn) {
            if (part == name)
                part = sign;
        }
    }
    return parts.join(u' ');
}

void paintFrame(QPainter *painter, const QRectF &rect, double radius, const QColor &fill, const QColor &line)
{
    const Saved saved(painter);
    painter->setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    if (line.isValid()) {
        painter->setPen(QPen(line, 1));
        painter->drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius - 0.5, radius - 0.5);
    } else {
        painter->setPen(Qt::NoPen);
        painter->drawRoundedRect(rect, radius, radius);
    }
}

void paintRing(QPainter *painter, const QRectF &outer, double radius, const QColor &color)
{
    const Saved saved(painter);
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(color, 2));
    painter->drawRoundedRect(outer.adjusted(1, 1, -1, -1), radius - 1, radius - 1);
}

int keyCapWidth(const Theme &theme, const QString &keys)
{
    const QFontMetrics metrics(theme.font(TypeStyle::Caption));
    return qMax(theme.size(Size::KeyCap), metrics.horizontalAdvance(keys) + 10);
}

void paintKeyCap(QPainter *painter, const QRect &rect, const QString &keys, const Theme &theme, const QColor &text,
                 const QColor &line)
{
    const Saved saved(painter);
    const int height = theme.size(Size::KeyCap);
    const QRect cap(rect.left(), rect.center().y() - (height - 1) / 2, keyCapWidth(theme, keys), height);
    QPainterPath outer;
    outer.addRoundedRect(QRectF(cap), 3, 3);
    QPainterPath face;
    face.addRoundedRect(QRectF(cap).adjusted(1, 1, -1, -2), 2, 2);
    painter->fillPath(outer - face, line); // the foot is two pixels high
    painter->setPen(text);
    painter->setFont(theme.font(TypeStyle::Caption));
    painter->drawText(cap.adjusted(0, 0, 0, -1), Qt::AlignCenter, keys);
}

void paintShadow(QPainter *painter, const QRectF &box, double radius, const Theme &theme)
{
    const Saved saved(painter);
    QPainterPath hole;
    hole.addRoundedRect(box, radius, radius);
    QPainterPath all;
    all.addRect(box.adjusted(-shadowExtent, -shadowExtent, shadowExtent, shadowExtent));
    painter->setClipPath(all - hole);
    painter->setPen(Qt::NoPen);
    QColor shade = theme.name() == ThemeName::Ink ? QColor(Qt::black) : theme.color(Token::Text);
    shade.setAlphaF(theme.name() == ThemeName::Ink ? 0.05F : 0.018F);
    painter->setBrush(shade);
    for (int i = 0; i < 10; ++i) {
        const double grow = i - 2;
        painter->drawRoundedRect(box.adjusted(-grow, -grow, grow, grow).translated(0, 5), radius + qMax(0.0, grow),
                                 radius + qMax(0.0, grow));
    }
}

void paintBusyArc(QPainter *painter, const QRectF &rect, const QColor &color, int turn)
{
    const Saved saved(painter);
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(color, 2, Qt::SolidLine, Qt::RoundCap));
    painter->drawArc(rect.adjusted(1, 1, -1, -1), (50 - turn) * 16, 260 * 16);
}

int statusWidth(const Theme &theme, QStringView iconName, const QString &letter)
{
    const QFontMetrics metrics(theme.font(TypeStyle::Caption, QFont::Bold));
    int width = 12;
    if (!iconName.isEmpty())
        width += theme.size(Size::Icon);
    if (!letter.isEmpty())
        width += metrics.horizontalAdvance(letter) + (iconName.isEmpty() ? 0 : 5);
    return width;
}

int paintStatus(QPainter *painter, const QRect &rect, const Theme &theme, Tone tone, QStringView iconName,
                const QString &letter)
{
    const Saved saved(painter);
    const int height = theme.size(Size::StatusChip);
    const int width = statusWidth(theme, iconName, letter);
    const QRect chip(rect.left(), rect.center().y() - (height - 1) / 2, width, height);
    paintFrame(painter, chip, 4, theme.color(soft(tone)), {});
    const QColor ink = theme.color(onSoft(tone));
    int x = chip.left() + 6;
    if (!iconName.isEmpty()) {
        const int side = theme.size(Size::Icon);
        paintIcon(painter, QRectF(x, chip.top(), side, chip.height()), iconName, ink);
        x += side + 5;
    }
    painter->setPen(ink);
    painter->setFont(theme.font(TypeStyle::Caption, QFont::Bold));
    painter->drawText(QRect(x, chip.top(), chip.right() - x, chip.height()), Qt::AlignVCenter | Qt::AlignLeft, letter);
    return width;
}

} // namespace xinglin::ui
