#include "ui/trend/trendpane.h"

#include "ui/kit/segment.h"
#include "ui/kit/text.h"
#include "ui/trend/trendchart.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace xinglin::ui {

namespace {
constexpr qsizetype spans[] = {6, 12, 0};
}

TrendPane::TrendPane(QWidget *parent)
    : QWidget(parent), m_span(new Segment(tr("How far back"))), m_area(new QScrollArea)
{
    setObjectName(QStringLiteral("trends"));
    m_span->setObjectName(QStringLiteral("trendSpan"));
    m_span->setCells({tr("%n visit(s)", "latest", 6), tr("%n visit(s)", "latest", 12), tr("All", "visits")});
    m_span->setCurrent(1);
    connect(m_span, &Segment::chosen, this, &TrendPane::lay);
    m_area->setObjectName(QStringLiteral("trendArea"));
    m_area->setAccessibleName(tr("Trends"));
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setWidgetResizable(true);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setGround(m_area->viewport(), Token::Surface);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(pageMargin, gapControls, pageMargin, gapControls);
    head->addStretch(1);
    head->addWidget(m_span);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_area, 1);
}

void TrendPane::setTrends(const QList<Trend> &trends)
{
    m_trends = trends;
    m_words = trends.isEmpty()
                  ? tr("Nothing was measured yet. Vitals and scores are typed in the first line of a visit's note.")
                  : QString();
    lay();
}

void TrendPane::setWords(const QString &sentence)
{
    m_trends.clear();
    m_words = sentence;
    lay();
}

void TrendPane::lay()
{
    m_span->setVisible(!m_trends.isEmpty());
    m_body = new QWidget;
    m_body->setAutoFillBackground(false);
    auto *column = new QVBoxLayout(m_body);
    column->setContentsMargins(pageMargin, gapControls, pageMargin, gapGroups);
    column->setSpacing(4);
    if (!m_words.isEmpty()) {
        auto *words = new Label(m_words, TypeStyle::Body, Token::Text2);
        words->setObjectName(QStringLiteral("noTrends"));
        words->setWordWrap(true);
        column->addWidget(words);
    }
    for (const Trend &trend : m_trends) {
        auto *head = new QHBoxLayout;
        head->setSpacing(gapControls);
        auto *caption = new Label(trend.caption(), TypeStyle::Small, Token::Text2);
        caption->setWordWrap(true);
        head->addWidget(new Label(trend.title, TypeStyle::Heading));
        head->addWidget(caption, 1);
        column->addLayout(head);
        auto *chart = new TrendChart;
        chart->setTrend(trend.latest(spans[m_span->current()]));
        chart->setFixedHeight(chart->sizeHint().height());
        column->addWidget(chart);
        column->addSpacing(gapControls);
    }
    column->addStretch(1);
    m_area->setWidget(m_body); // the one before goes with its charts
}

} // namespace xinglin::ui
