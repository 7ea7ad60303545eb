#include "ui/trend/trendscreen.h"

#include "ui/kit/keysentence.h"
#include "ui/kit/text.h"
#include "ui/trend/trendchart.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace xinglin::ui {

namespace {
constexpr qsizetype spans[] = {6, 12, 24, 0};
constexpr int margin = 48;
} // namespace

TrendScreen::TrendScreen(const QList<Trend> &trends, QWidget *parent)
    : QWidget(parent)
    , m_trends(trends)
    , m_at(qMax<qsizetype>(0, leadingTrend(trends)))
    , m_title(new Label(QString(), TypeStyle::Display))
    , m_caption(new Label(QString(), TypeStyle::Heading, Token::Text2))
    , m_chart(new TrendChart)
{
    setObjectName(QStringLiteral("trendScreen"));
    setAccessibleName(tr("Trend"));
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_InputMethodEnabled, false);
    m_title->setObjectName(QStringLiteral("trendTitle"));
    m_caption->setObjectName(QStringLiteral("trendCaption"));
    m_chart->setLarge(true);
    m_chart->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    auto *keys = new KeySentence(tr("[←] [→] another measurement, [↑] [↓] more or fewer visits, [Esc] back"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(margin, margin, margin, margin);
    column->setSpacing(gapControls);
    column->addWidget(m_title);
    column->addWidget(m_caption);
    column->addWidget(m_chart, 1);
    column->addWidget(keys, 0, Qt::AlignLeft);
    lay();
}

void TrendScreen::lay()
{
    const Trend &trend = m_trends.at(m_at);
    m_title->setText(trend.title);
    m_caption->setText(trend.caption());
    m_chart->setTrend(trend.latest(spans[m_span]));
}

void TrendScreen::turn(qsizetype by)
{
    m_at = (m_at + by + m_trends.size()) % m_trends.size();
    lay();
}

void TrendScreen::widen(int by)
{
    m_span = qBound(0, m_span + by, int(std::size(spans)) - 1);
    lay();
}

void TrendScreen::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Escape:
    case Qt::Key_F11:
        return emit ended();
    case Qt::Key_Left:
        return turn(-1);
    case Qt::Key_Right:
    case Qt::Key_Space:
        return turn(1);
    case Qt::Key_Up:
        return widen(1);
    case Qt::Key_Down:
        return widen(-1);
    default:
        QWidget::keyPressEvent(event);
    }
}

void TrendScreen::mousePressEvent(QMouseEvent *)
{
    turn(1);
}

void TrendScreen::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), Theme::of(this).color(Token::Surface));
}

} // namespace xinglin::ui
