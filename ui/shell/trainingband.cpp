#include "ui/shell/trainingband.h"

#include "ui/kit/text.h"

#include <QHBoxLayout>
#include <QPainter>

namespace xinglin::ui {

namespace {
constexpr int fence = 8; // px of stripes above and below
constexpr int stripe = 14;
constexpr int aboveWords = 6;
} // namespace

TrainingBand::TrainingBand(QWidget *parent)
    : QWidget(parent)
    , m_tag(new Label(QStringLiteral("练习 TRAINING"), TypeStyle::Name))
    , m_words(new Label(tr("Training clinic: all people here are invented. Never enter a real patient."),
                        TypeStyle::Heading))
{
    setAccessibleName(m_words->text());
    setGround(this, Token::ApricotSoft);
    m_tag->setObjectName(QStringLiteral("trainingTag"));
    m_words->setObjectName(QStringLiteral("trainingWords"));
    m_words->setWordWrap(true);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(pageMargin, fence + aboveWords, pageMargin, fence + aboveWords);
    row->setSpacing(gapGroups);
    row->addWidget(m_tag);
    row->addWidget(m_words, 1);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

QString TrainingBand::text() const
{
    return m_words->text();
}

void TrainingBand::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = Theme::of(this);
    painter.fillRect(rect(), theme.color(Token::ApricotSoft));
    for (const QRect &edge : {QRect(0, 0, width(), fence), QRect(0, height() - fence, width(), fence)}) {
        painter.setClipRect(edge);
        painter.fillRect(edge, theme.color(Token::Apricot));
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.color(Token::Ink));
        for (int x = -2 * stripe; x < width(); x += 2 * stripe) {
            const QPointF foot(x, edge.bottom() + 1);
            painter.drawPolygon(QPolygonF{foot, foot + QPointF(stripe, 0), foot + QPointF(stripe + fence, -fence),
                                          foot + QPointF(fence, -fence)});
        }
    }
}

} // namespace xinglin::ui
