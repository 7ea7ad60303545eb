#include "ui/interchange/workbar.h"

#include "ui/interchange/workwatch.h"
#include "ui/kit/button.h"
#include "ui/kit/text.h"

#include <QHBoxLayout>
#include <QProgressBar>

namespace xinglin::ui {

namespace {
constexpr std::chrono::milliseconds lookEvery{100};
constexpr int whole = 1000;
} // namespace

WorkBar::WorkBar(const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_words(new Label(QString(), TypeStyle::Body))
    , m_bar(new QProgressBar)
    , m_cancel(new Button(tr("Cancel"), ButtonKind::Plain))
{
    m_words->setObjectName(name + QStringLiteral("Words"));
    m_bar->setObjectName(name + QStringLiteral("Bar"));
    m_bar->setAccessibleName(tr("Progress"));
    m_bar->setTextVisible(false);
    m_bar->setRange(0, whole);
    m_cancel->setObjectName(name + QStringLiteral("Cancel"));
    m_cancel->setKeys(QKeySequence(Qt::Key_Escape));
    auto *row = new QHBoxLayout;
    row->setSpacing(gapControls);
    row->addWidget(m_bar, 1);
    row->addWidget(m_cancel);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(ringMargin, ringMargin, ringMargin, ringMargin);
    column->setSpacing(4);
    column->addWidget(m_words);
    column->addLayout(row);
    connect(m_cancel, &Button::clicked, this, &WorkBar::cancelled);
    connect(&m_timer, &QTimer::timeout, this, &WorkBar::tell);
    hide();
}

void WorkBar::follow(const WorkWatch *watch)
{
    m_watch = watch;
    setVisible(watch != nullptr);
    if (!watch)
        return m_timer.stop();
    m_timer.start(lookEvery);
    tell();
}

void WorkBar::tell()
{
    const interop::ImportProgress now = m_watch->progress();
    m_bar->setValue(now.bytesTotal > 0 ? static_cast<int>(whole * now.bytesDone / now.bytesTotal) : 0);
    m_cancel->setBusy(m_watch->isStopped());
    const int done = static_cast<int>(now.totals.lines);
    const QString lines =
        m_watch->counted() == Counted::Times ? tr("%n times", nullptr, done) : tr("%n lines", nullptr, done);
    const auto left = m_watch->secondsLeft();
    if (m_watch->isStopped())
        m_words->setText(tr("Stopping …"));
    else
        m_words->setText(left ? tr("%1, about %n seconds left", nullptr, static_cast<int>(*left)).arg(lines) : lines);
}

} // namespace xinglin::ui
