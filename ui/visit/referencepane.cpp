#include "ui/visit/referencepane.h"

#include "ui/kit/keycap.h"
#include "ui/kit/paint.h"
#include "ui/kit/text.h"
#include "ui/visit/referencerow.h"

#include <QApplication>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>
#include <QTimer>
#include <QVBoxLayout>

namespace xinglin::ui {

namespace {
/// Of a fact, at the text scale 1.
constexpr int widestLabel = 84;
} // namespace

ReferencePane::ReferencePane(QWidget *parent)
    : Pane(Token::Surface, Qt::TopEdge, parent)
    , m_subject(new Label({}, TypeStyle::Name))
    , m_beside(new Label({}, TypeStyle::Caption, Token::Text2))
    , m_box(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("referencePane"));
    setAccessibleName(tr("Reference"));
    setFocusPolicy(Qt::ClickFocus);
    m_box->setContentsMargins(0, 10, 0, 4);
    m_box->setSpacing(2);
    auto *head = new QHBoxLayout;
    head->setSpacing(gapControls);
    head->setContentsMargins(gapControls, 0, gapControls, 0);
    head->addWidget(new Label(tr("Reference"), TypeStyle::Caption, Token::Text2), 1);
    head->addWidget(new KeyCap(QStringLiteral("F12")));
    m_box->addLayout(head);
    m_subject->setObjectName(QStringLiteral("referenceSubject"));
    m_subject->setWordWrap(true);
    m_beside->setObjectName(QStringLiteral("referenceBeside"));
    m_beside->setWordWrap(true);
    for (Label *label : {m_subject, m_beside})
        label->setContentsMargins(gapControls, 0, gapControls, 0);
    m_box->addWidget(m_subject);
    m_box->addWidget(m_beside);
    hide();
}

void ReferencePane::setReference(const Reference &reference)
{
    if (reference == m_shown)
        return;
    m_shown = reference;
    rebuild();
}

bool ReferencePane::hasHand() const
{
    const QWidget *hand = QApplication::focusWidget();
    return hand && (hand == this || isAncestorOf(hand));
}

void ReferencePane::rebuild()
{
    const bool hadHand = hasHand();
    qsizetype at = -1;
    for (qsizetype i = 0; i < m_buttons.size(); ++i) {
        if (m_buttons.at(i)->hasFocus())
            at = i;
    }
    if (hadHand)
        setFocus(Qt::OtherFocusReason); // before what it was on goes
    m_buttons.clear();
    if (m_content) {
        m_content->hide();
        m_content->deleteLater();
    }
    m_content = new QWidget;
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 4, 0, 0);
    column->setSpacing(2);
    m_subject->setText(m_shown.subject);
    m_beside->setText(m_shown.beside);
    m_beside->setVisible(!m_shown.beside.isEmpty());
    addFacts();
    for (const ReferenceGroup &group : std::as_const(m_shown.groups))
        addGroup(group);
    m_box->addWidget(m_content);
    setVisible(!m_shown.isEmpty());
    if (hadHand && !m_buttons.isEmpty())
        goTo(m_buttons.at(qBound<qsizetype>(0, at, m_buttons.size() - 1)));
}

Label *ReferencePane::addWords(const QString &text, TypeStyle style, Token color)
{
    auto *label = new Label(text, style, color);
    label->setWordWrap(true);
    label->setContentsMargins(gapControls, 0, gapControls, 0); // the ring of a row has room around its words
    m_content->layout()->addWidget(label);
    return label;
}

void ReferencePane::addFacts()
{
    QGridLayout *grid = nullptr;
    for (const HerbFact &fact : std::as_const(m_shown.facts)) {
        if (fact.wide) {
            grid = nullptr;
            static_cast<QVBoxLayout *>(m_content->layout())->addSpacing(4);
            addWords(fact.label, TypeStyle::Caption, Token::Text2);
            addWords(fact.text, TypeStyle::Small, Token::Text);
            continue;
        }
        if (!grid) {
            grid = new QGridLayout;
            grid->setContentsMargins(gapControls, 0, gapControls, 0);
            grid->setHorizontalSpacing(gapControls);
            grid->setVerticalSpacing(3);
            grid->setColumnStretch(1, 1);
            static_cast<QVBoxLayout *>(m_content->layout())->addLayout(grid);
        }
        auto *label = new Label(fact.label, TypeStyle::Small, Token::Text2);
        const int widest = Theme::of(this).scaled(widestLabel);
        if (label->sizeHint().width() > widest) {
            label->setWordWrap(true);
            label->setFixedWidth(widest);
        }
        auto *text = new Label(fact.text, TypeStyle::Small);
        text->setWordWrap(true);
        const int row = grid->rowCount();
        grid->addWidget(label, row, 0, Qt::AlignTop);
        grid->addWidget(text, row, 1, Qt::AlignTop);
    }
}

void ReferencePane::addGroup(const ReferenceGroup &group)
{
    auto *column = static_cast<QVBoxLayout *>(m_content->layout());
    column->addSpacing(4);
    addWords(group.heading, TypeStyle::Caption, Token::Text2);
    if (!group.text.isEmpty())
        addWords(group.text, TypeStyle::Small, Token::Text);
    auto *rows = new QVBoxLayout;
    rows->setSpacing(0);
    for (const ReferenceRow &row : group.rows) {
        const int place = int(m_buttons.size()) + 1;
        auto *button = new ReferenceButton(row, place <= 9 ? place : 0);
        button->setObjectName(QStringLiteral("reference%1").arg(place));
        connect(button, &ReferenceButton::clicked, this, [this, action = row.action] { emit chosen(action); });
        rows->addWidget(button);
        m_buttons << button;
    }
    column->addLayout(rows);
}

QScrollArea *ReferencePane::scroll() const
{
    for (QWidget *above = parentWidget(); above; above = above->parentWidget()) {
        if (auto *area = qobject_cast<QScrollArea *>(above))
            return area;
    }
    return nullptr;
}

void ReferencePane::goTo(QWidget *widget)
{
    widget->setFocus(Qt::OtherFocusReason);
    // Once everything has its place.
    QTimer::singleShot(0, widget, [this, widget] {
        QScrollArea *area = scroll();
        if (!area)
            return;
        if (widget == this || widget == m_buttons.value(0))
            area->verticalScrollBar()->setValue(mapTo(area->widget(), QPoint()).y());
        if (widget != this)
            area->ensureWidgetVisible(widget, 0, gapControls);
    });
}

bool ReferencePane::focusFirst()
{
    if (m_shown.isEmpty())
        return false;
    goTo(m_buttons.isEmpty() ? static_cast<QWidget *>(this) : m_buttons.first());
    return true;
}

bool ReferencePane::focusNextPrevChild(bool next)
{
    if (!hasHand())
        return Pane::focusNextPrevChild(next);
    if (m_buttons.isEmpty())
        return true;
    qsizetype at = next ? -1 : 0;
    for (qsizetype i = 0; i < m_buttons.size(); ++i) {
        if (m_buttons.at(i)->hasFocus())
            at = i;
    }
    at += next ? 1 : -1;
    goTo(m_buttons.at((at + m_buttons.size()) % m_buttons.size()));
    return true;
}

void ReferencePane::keyPressEvent(QKeyEvent *event)
{
    const int digit = event->key() - Qt::Key_0;
    const bool plain = !(event->modifiers() & ~Qt::KeypadModifier);
    if (plain && digit >= 1 && digit <= qMin<qsizetype>(9, m_buttons.size()))
        return m_buttons.at(digit - 1)->click();
    if (plain && digit >= 1 && digit <= 9)
        return; // a digit without an action is not one of the findings' either
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        for (ReferenceButton *button : std::as_const(m_buttons)) {
            if (button->hasFocus())
                return button->click();
        }
    }
    if (event->key() == Qt::Key_Down || event->key() == Qt::Key_Up) {
        const bool down = event->key() == Qt::Key_Down;
        if (QScrollArea *area = scroll(); area && m_buttons.isEmpty())
            area->verticalScrollBar()->triggerAction(down ? QAbstractSlider::SliderSingleStepAdd
                                                          : QAbstractSlider::SliderSingleStepSub);
        else
            focusNextPrevChild(down);
        return;
    }
    Pane::keyPressEvent(event);
}

void ReferencePane::paintEvent(QPaintEvent *event)
{
    Pane::paintEvent(event);
    if (!hasFocus())
        return;
    QPainter painter(this);
    const Theme &theme = Theme::of(this);
    paintRing(&painter, rect().adjusted(0, 5, 0, 0), 6, theme.color(Token::Focus));
}

} // namespace xinglin::ui
