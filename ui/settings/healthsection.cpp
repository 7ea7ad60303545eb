#include "ui/settings/healthsection.h"

#include "ui/kit/button.h"
#include "ui/kit/chip.h"
#include "ui/kit/messagestrip.h"
#include "ui/kit/ondone.h"
#include "ui/kit/pane.h"
#include "ui/kit/text.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QShowEvent>

namespace xinglin::ui {

namespace {

using access::HealthState;

constexpr int widest = 900;
constexpr int chipWidth = 96;
constexpr int nameWidth = 150;

Chip *chipFor(HealthState state)
{
    switch (state) {
    case HealthState::Good:
        return new Chip(Tone::Malachite, QStringLiteral("checkmark"), HealthSection::tr("good"));
    case HealthState::Watch:
        return new Chip(Tone::Gamboge, QStringLiteral("dialog-warning"), HealthSection::tr("soon"));
    case HealthState::Bad:
        return new Chip(Tone::Cinnabar, QStringLiteral("dialog-warning"), HealthSection::tr("now"));
    case HealthState::Unknown:
        return new Chip(Tone::Slate, QStringLiteral("help-about"), HealthSection::tr("unknown"));
    }
    Q_UNREACHABLE();
}

} // namespace

HealthSection::HealthSection(Clinic &clinic, const access::Surroundings &around, QWidget *parent)
    : Page(QStringLiteral("health"), parent)
    , m_clinic(clinic)
    , m_around(around)
    , m_strip(new MessageStrip)
    , m_scroll(new QScrollArea)
    , m_again(new Button(tr("Look again")))
{
    auto *body = new QWidget;
    body->setAutoFillBackground(false);
    body->setMaximumWidth(Theme::of(this).scaled(widest));
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(pageMargin, gapGroups, pageMargin, gapGroups);
    column->setSpacing(gapGroups);
    auto *head = new QHBoxLayout;
    head->addWidget(new Label(tr("Health of the store and of this PC"), TypeStyle::Title), 1);
    m_again->setObjectName(QStringLiteral("lookAgain"));
    m_again->setKeys(QKeySequence(Qt::Key_F5));
    head->addWidget(m_again);
    column->addLayout(head);
    m_list = new QVBoxLayout;
    m_list->setSpacing(0);
    column->addLayout(m_list);
    column->addStretch(1);
    m_scroll->setObjectName(QStringLiteral("healthLines"));
    m_scroll->setAccessibleName(tr("Health"));
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::StrongFocus);
    setGround(m_scroll->viewport(), Token::Surface);
    m_scroll->setWidget(body);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addWidget(m_strip);
    all->addWidget(m_scroll, 1);
    connect(m_again, &Button::clicked, this, &HealthSection::load);
}

void HealthSection::load()
{
    const quint64 question = ++m_question;
    m_again->setBusy(true);
    const auto health =
        m_clinic.read([around = m_around](const store::Snapshot &view) { return access::health(view, around); });
    onDone(health, this, [this, question](const Result<access::Health> &found) {
        if (question != m_question)
            return;
        m_again->setBusy(false);
        if (!found)
            return m_strip->say(MessageStrip::Kind::Stop, found.error().message);
        m_strip->clear();
        show(*found);
    });
}

void HealthSection::show(const access::Health &health)
{
    while (QLayoutItem *item = m_list->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const access::HealthLine &line : health.lines)
        addLine(line);
    auto *limits = new QWidget;
    auto *column = new QVBoxLayout(limits);
    column->setContentsMargins(0, gapGroups, 0, 0);
    column->setSpacing(4);
    column->addWidget(new Label(tr("What one PC alone cannot notice"), TypeStyle::Heading));
    for (const QString &sentence : health.limits) {
        auto *words = new Label(sentence, TypeStyle::Body, Token::Text2);
        words->setObjectName(QStringLiteral("healthLimit"));
        words->setWordWrap(true);
        column->addWidget(words);
    }
    m_list->addWidget(limits);
    m_state = health.state() == HealthState::Good    ? tr("everything is well")
              : health.state() == HealthState::Watch ? tr("something is to be done soon")
                                                     : tr("something is to be done now");
    emit headingChanged();
}

void HealthSection::addLine(const access::HealthLine &line)
{
    auto *entry = new Pane(Token::Surface, Qt::BottomEdge);
    entry->setObjectName(QStringLiteral("health.") + QString::fromLatin1(line.code));
    auto *row = new QHBoxLayout(entry);
    row->setContentsMargins(0, 8, 0, 8);
    row->setSpacing(gapGroups);
    auto *state = new QWidget;
    state->setFixedWidth(Theme::of(this).scaled(chipWidth));
    auto *stateRow = new QHBoxLayout(state);
    stateRow->setContentsMargins(0, 0, 0, 0);
    Chip *chip = chipFor(line.state);
    chip->setAccessibleName(chip->text());
    stateRow->addWidget(chip);
    stateRow->addStretch(1);
    auto *name = new Label(line.name, TypeStyle::Heading);
    name->setWordWrap(true);
    name->setFixedWidth(Theme::of(this).scaled(nameWidth));
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    auto *fact = new Label(line.fact);
    fact->setObjectName(QStringLiteral("healthFact"));
    fact->setWordWrap(true);
    words->addWidget(fact);
    if (!line.advice.isEmpty()) {
        auto *advice = new Label(line.advice, TypeStyle::Small, Token::Text2);
        advice->setObjectName(QStringLiteral("healthAdvice"));
        advice->setWordWrap(true);
        words->addWidget(advice);
    }
    row->addWidget(state, 0, Qt::AlignTop);
    row->addWidget(name, 0, Qt::AlignTop);
    row->addLayout(words, 1);
    entry->setAccessibleName(QStringList{chip->text(), line.name, line.fact, line.advice}.join(u' ').trimmed());
    m_list->addWidget(entry);
}

QString HealthSection::title() const
{
    return tr("Health");
}

QString HealthSection::context() const
{
    return m_state;
}

QList<KeyHint> HealthSection::keyHints() const
{
    return {{QStringLiteral("F5"), tr("look again")}, {QStringLiteral("↑ ↓"), tr("scroll")}};
}

void HealthSection::activate()
{
    m_scroll->setFocus(Qt::OtherFocusReason);
}

void HealthSection::rest(bool resting)
{
    Page::rest(resting);
    if (!resting && isVisible())
        load();
}

void HealthSection::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    if (!isResting())
        load();
}

} // namespace xinglin::ui
