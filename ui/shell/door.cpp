#include "ui/shell/door.h"

#include "ui/kit/button.h"
#include "ui/kit/icons.h"
#include "ui/kit/pane.h"
#include "ui/kit/seal.h"
#include "ui/kit/text.h"
#include "ui/shell/patientwords.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QScrollArea>
#include <QVBoxLayout>

namespace xinglin::ui {

namespace {
constexpr int margin = 48;
constexpr int sealSide = 72;
constexpr int everyMs = 5000;
} // namespace

Door::Door(const Clock &clock, const QTimeZone &zone, QWidget *content, QWidget *parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_zone(zone)
    , m_content(content)
    , m_actions(new QVBoxLayout)
    , m_name(new Label(QString(), TypeStyle::Display))
    , m_detail(new Label(QString(), TypeStyle::Body, Token::Text2))
    , m_time(new Label(QString(), TypeStyle::Display))
    , m_day(new Label(QString(), TypeStyle::Body, Token::Text2))
{
    setGround(this, Token::Window);
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->viewport()->setAutoFillBackground(false);
    auto *middle = new QWidget;
    middle->setAutoFillBackground(false);
    auto *centre = new QVBoxLayout(middle);
    centre->setContentsMargins(margin, 24, margin, 24);
    centre->addStretch(1);
    auto *across = new QHBoxLayout; // no alignment: it would forget that words wrap
    across->addStretch(1);
    across->addWidget(content);
    across->addStretch(1);
    centre->addLayout(across);
    centre->addStretch(1);
    scroll->setWidget(middle);
    auto *all = new QHBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addWidget(buildPanel());
    all->addWidget(scroll, 1);
    setClinic({}, {});
    tell();
    startTimer(everyMs);
}

QWidget *Door::buildPanel()
{
    auto *panel = new Pane(Token::Rail, Qt::RightEdge);
    panel->setFixedWidth(Theme::of(this).scaled(360));
    auto *column = new QVBoxLayout(panel);
    column->setContentsMargins(margin, margin, margin, margin);
    m_name->setWordWrap(true);
    m_name->setObjectName(QStringLiteral("doorClinic"));
    m_detail->setWordWrap(true);
    m_day->setWordWrap(true);
    column->addWidget(new Seal(sealSide), 0, Qt::AlignLeft);
    column->addSpacing(gapGroups * 2);
    column->addWidget(m_name);
    column->addWidget(m_detail);
    column->addStretch(1);
    column->addWidget(m_time);
    column->addWidget(m_day);
    column->addSpacing(gapGroups);
    column->addLayout(m_actions);
    auto *promise = new QHBoxLayout;
    auto *lock = new QLabel;
    lock->setPixmap(icon(u"lock", Token::Text2).pixmap(Theme::of(this).size(Size::Icon)));
    auto *words = new Label(tr("The records are encrypted and stay on this PC."), TypeStyle::Small, Token::Text2);
    words->setWordWrap(true);
    promise->addWidget(lock, 0, Qt::AlignTop);
    promise->addWidget(words, 1);
    column->addLayout(promise);
    return panel;
}

Button *Door::addAction(const QString &text)
{
    auto *action = new Button(text, ButtonKind::Plain);
    m_actions->addWidget(action, 0, Qt::AlignLeft);
    m_actions->setContentsMargins(0, 0, 0, gapGroups);
    return action;
}

void Door::setClinic(const QString &name, const QString &detail)
{
    m_name->setText(name.isEmpty() ? tr("Xinglin") : name);
    m_detail->setText(name.isEmpty() ? tr("For clinics of Chinese medicine") : detail);
    m_detail->setVisible(!m_detail->text().isEmpty());
}

void Door::tell()
{
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(toMs(m_clock.now()), m_zone);
    m_time->setText(QLocale().toString(now.time(), QStringLiteral("HH:mm")));
    m_day->setText(longDateText(now.date()));
}

void Door::timerEvent(QTimerEvent *)
{
    tell();
}

} // namespace xinglin::ui
