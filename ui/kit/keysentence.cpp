#include "ui/kit/keysentence.h"

#include "ui/kit/paint.h"
#include "ui/kit/text.h"

#include <QPainter>
#include <QTextBoundaryFinder>

namespace xinglin::ui {

KeySentence::KeySentence(const QString &text, TypeStyle style, Token color, QWidget *parent)
    : QWidget(parent), m_style(style), m_color(color)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    dress(this, style, color);
    setText(text);
}

void KeySentence::setText(const QString &text)
{
    m_text = text;
    QString spoken = text;
    spoken.remove(u'[').remove(u']');
    setAccessibleName(spoken);
    if (testAttribute(Qt::WA_Resized) || isVisible())
        fit();
    updateGeometry();
    update();
}

void KeySentence::setCentred(bool centred)
{
    m_centred = centred;
    update();
}

int KeySentence::place(int width, QList<Piece> *pieces, QList<int> *lineWidths) const
{
    const Theme &theme = Theme::of(this);
    const QFontMetrics metrics(theme.font(m_style));
    QList<Piece> parts;
    const QStringList split = m_text.split(u'[');
    for (qsizetype i = 0; i < split.size(); ++i) {
        QString words = split[i];
        if (i > 0) {
            const qsizetype end = words.indexOf(u']');
            const QString keys = words.left(qMax(end, qsizetype(0)));
            parts.append({keys, true, 0, 0, keyCapWidth(theme, keys) + 4});
            words = words.mid(end + 1);
        }
        QTextBoundaryFinder finder(QTextBoundaryFinder::Line, words);
        for (qsizetype from = 0, to = 0; (to = finder.toNextBoundary()) > 0; from = to)
            parts.append(
                {words.mid(from, to - from), false, 0, 0, metrics.horizontalAdvance(words.mid(from, to - from))});
    }
    int x = 0;
    int line = 0;
    QList<int> widths;
    for (Piece &part : parts) {
        if (x > 0 && x + part.width > width) {
            widths << x;
            x = 0;
            ++line;
        }
        part.x = x;
        part.line = line;
        x += part.width;
    }
    widths << x;
    if (pieces)
        *pieces = parts;
    if (lineWidths)
        *lineWidths = widths;
    return line + 1;
}

QSize KeySentence::sizeHint() const
{
    QList<int> widths;
    place(100000, nullptr, &widths);
    return {widths.first(), heightForWidth(100000)};
}

QSize KeySentence::minimumSizeHint() const
{
    return {qMin(160, sizeHint().width()), heightForWidth(100000)};
}

int KeySentence::heightForWidth(int width) const
{
    return place(width, nullptr, nullptr) * Theme::of(this).scaled(22);
}

void KeySentence::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

void KeySentence::fit()
{
    if (const int high = heightForWidth(width()); high != minimumHeight())
        setFixedHeight(high);
}

void KeySentence::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = Theme::of(this);
    QList<Piece> pieces;
    QList<int> widths;
    place(width(), &pieces, &widths);
    const int lineHeight = theme.scaled(22);
    for (const Piece &piece : pieces) {
        const int shift = m_centred ? (width() - widths[piece.line]) / 2 : 0;
        const QRect at(shift + piece.x, piece.line * lineHeight, piece.width + 1, lineHeight);
        if (piece.key) {
            paintKeyCap(&painter, at.adjusted(2, 0, 0, 0), piece.text, theme, theme.color(Token::Text2),
                        theme.color(Token::Border));
        } else {
            painter.setFont(theme.font(m_style));
            painter.setPen(theme.color(m_color));
            painter.drawText(at, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, piece.text);
        }
    }
}

} // namespace xinglin::ui
