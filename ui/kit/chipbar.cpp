#include "ui/kit/chipbar.h"

#include "ui/kit/paint.h"

#include <QEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QTimer>

namespace xinglin::ui {

namespace {
constexpr int gap = 6;
constexpr int lineGap = 4;
constexpr int ring = 3;        // room for the focus ring around the outer chips
constexpr int leastChip = 160; // narrower than its words, a chip is cut off
} // namespace

ChipBar::ChipBar(const QString &accessibleName, QWidget *parent) : QWidget(parent), m_wait(new QTimer(this))
{
    setAccessibleName(accessibleName);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_InputMethodEnabled, false);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_wait->setSingleShot(true);
    m_wait->setInterval(700);
    connect(m_wait, &QTimer::timeout, this, &ChipBar::finishTyping);
}

void ChipBar::setChips(const QList<ChipItem> &chips)
{
    m_chips = chips;
    m_typed.clear();
    m_current = qBound(0, m_current, qMax(0, int(chips.size()) - 1));
    updateGeometry();
    fit();
    update();
}

void ChipBar::setLarge(bool large)
{
    m_large = large;
    updateGeometry();
    fit();
    update();
}

QStringList ChipBar::selected() const
{
    QStringList ids;
    for (const ChipItem &chip : m_chips) {
        if (chip.on)
            ids << chip.id;
    }
    return ids;
}

void ChipBar::setSelected(const QStringList &ids)
{
    for (ChipItem &chip : m_chips)
        chip.on = ids.contains(chip.id);
    updateGeometry();
    fit();
    update();
}

QString ChipBar::spokenValue() const
{
    QStringList words;
    for (const ChipItem &chip : m_chips) {
        if (chip.on)
            words << chip.text;
    }
    QString value = words.join(QStringLiteral(", "));
    QStringList last;
    for (const ChipItem &chip : m_chips) {
        if (chip.wasLastTime)
            last << chip.text;
    }
    if (!last.isEmpty())
        value = tr("%1; last time %2").arg(value.isEmpty() ? tr("none") : value, last.join(QStringLiteral(", ")));
    return value;
}

int ChipBar::chipHeight() const
{
    const Theme &theme = Theme::of(this);
    return m_large ? theme.scaled(26) : theme.size(Size::Chip);
}

int ChipBar::chipWidth(const ChipItem &chip) const
{
    // Measured in bold, so that nothing moves when a chip is chosen.
    const Theme &theme = Theme::of(this);
    int width = 16 + QFontMetrics(theme.font(TypeStyle::Small, QFont::Bold)).horizontalAdvance(chip.text);
    if (!chip.initials.isEmpty())
        width += 4 + QFontMetrics(theme.font(TypeStyle::Caption)).horizontalAdvance(chip.initials);
    return width;
}

QList<QRect> ChipBar::places(int width) const
{
    QList<QRect> rects;
    int x = ring;
    int y = ring;
    for (const ChipItem &chip : m_chips) {
        const int wide = qMin(chipWidth(chip), width - 2 * ring);
        if (x > ring && x + wide + ring > width) {
            x = ring;
            y += chipHeight() + lineGap;
        }
        rects << QRect(x, y, wide, chipHeight());
        x += wide + gap;
    }
    return rects;
}

QSize ChipBar::sizeHint() const
{
    const QList<QRect> rects = places(100000);
    return {rects.isEmpty() ? 0 : rects.last().right() + 1 + ring, chipHeight() + 2 * ring};
}

QSize ChipBar::minimumSizeHint() const
{
    int widest = 0;
    for (const ChipItem &chip : m_chips)
        widest = qMax(widest, qMin(chipWidth(chip), Theme::of(this).scaled(leastChip)));
    return {widest + 2 * ring, chipHeight() + 2 * ring};
}

int ChipBar::heightForWidth(int width) const
{
    const QList<QRect> rects = places(width);
    return rects.isEmpty() ? chipHeight() + 2 * ring : rects.last().bottom() + 1 + ring;
}

void ChipBar::fit()
{
    if (const int high = heightForWidth(width()); high != minimumHeight())
        setFixedHeight(high);
}

void ChipBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

int ChipBar::chipAt(QPoint at) const
{
    const QList<QRect> rects = places(width());
    for (int i = 0; i < rects.size(); ++i) {
        if (rects[i].contains(at))
            return i;
    }
    return -1;
}

void ChipBar::toggle(int index)
{
    if (index < 0 || index >= m_chips.size())
        return;
    const bool on = !m_chips[index].on;
    if (!m_multiple) {
        for (ChipItem &chip : m_chips)
            chip.on = false;
    }
    m_chips[index].on = on;
    m_current = index;
    update();
    speakChange(this);
    emit changed(selected());
}

void ChipBar::moveTo(int index)
{
    m_current = qBound(0, index, qMax(0, int(m_chips.size()) - 1));
    update();
}

bool ChipBar::moveLine(int direction)
{
    const QList<QRect> rects = places(width());
    if (m_current >= rects.size())
        return false;
    const QRect from = rects[m_current];
    const int line = from.top() + direction * (chipHeight() + lineGap);
    int best = -1;
    for (int i = 0; i < rects.size(); ++i) {
        if (rects[i].top() == line && (best < 0 || qAbs(rects[i].center().x() - from.center().x()) <
                                                       qAbs(rects[best].center().x() - from.center().x())))
            best = i;
    }
    if (best < 0)
        return false;
    moveTo(best);
    return true;
}

bool ChipBar::finishTyping()
{
    m_wait->stop();
    const QString typedLetters = std::exchange(m_typed, {});
    update();
    if (typedLetters.isEmpty())
        return false;
    for (int i = 0; i < m_chips.size(); ++i) {
        if (m_chips[i].initials == typedLetters) {
            toggle(i);
            return true;
        }
    }
    return false;
}

bool ChipBar::typed(const QString &letter)
{
    const auto count = [this](const QString &letters) {
        return std::count_if(m_chips.begin(), m_chips.end(),
                             [&](const ChipItem &chip) { return chip.initials.startsWith(letters); });
    };
    if (count(m_typed + letter) == 0) {
        finishTyping();
        if (count(letter) == 0)
            return false;
    }
    m_typed += letter;
    m_wait->start();
    if (count(m_typed) == 1) {
        const auto only = std::find_if(m_chips.begin(), m_chips.end(),
                                       [this](const ChipItem &chip) { return chip.initials.startsWith(m_typed); });
        if (only->initials == m_typed)
            finishTyping();
        else
            moveTo(int(only - m_chips.begin()));
    }
    update();
    return true;
}

bool ChipBar::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        // Plain letters that choose a chip are ours, even where the page has one-letter shortcuts.
        const QString letter = key->text().toLower();
        const bool plain = (key->modifiers() & ~Qt::ShiftModifier) == Qt::NoModifier;
        const bool begins = std::any_of(m_chips.begin(), m_chips.end(), [&](const ChipItem &chip) {
            return !letter.isEmpty() &&
                   (chip.initials.startsWith(letter) || chip.initials.startsWith(m_typed + letter));
        });
        if (plain && (key->key() == Qt::Key_Space || begins)) {
            event->accept();
            return true;
        }
    }
    if (event->type() == QEvent::StyleChange)
        fit();
    return QWidget::event(event);
}

void ChipBar::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left:
        finishTyping();
        return moveTo(m_current - 1);
    case Qt::Key_Right:
        finishTyping();
        return moveTo(m_current + 1);
    case Qt::Key_Home:
        finishTyping();
        return moveTo(0);
    case Qt::Key_End:
        finishTyping();
        return moveTo(int(m_chips.size()) - 1);
    case Qt::Key_Up:
    case Qt::Key_Down:
        finishTyping();
        if (moveLine(event->key() == Qt::Key_Up ? -1 : 1))
            return;
        break;
    case Qt::Key_Space:
        if (m_typed.isEmpty())
            toggle(m_current);
        else
            finishTyping();
        return;
    case Qt::Key_Backspace:
        if (!m_typed.isEmpty()) {
            m_typed.chop(1);
            return update();
        }
        break;
    default: {
        const QString letter = event->text().toLower();
        const bool plain = (event->modifiers() & ~Qt::ShiftModifier) == Qt::NoModifier;
        if (plain && letter.size() == 1 && letter.front().isLetterOrNumber() && typed(letter))
            return;
        break;
    }
    }
    QWidget::keyPressEvent(event);
}

void ChipBar::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        toggle(chipAt(event->position().toPoint()));
}

void ChipBar::mouseMoveEvent(QMouseEvent *event)
{
    const int over = chipAt(event->position().toPoint());
    if (over != m_hovered) {
        m_hovered = over;
        update();
    }
}

void ChipBar::leaveEvent(QEvent *)
{
    m_hovered = -1;
    update();
}

void ChipBar::focusInEvent(QFocusEvent *event)
{
    const bool byKey = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
    if (byKey) {
        for (int i = 0; i < m_chips.size(); ++i) {
            if (m_chips[i].on) {
                m_current = i;
                break;
            }
        }
    }
    update();
}

void ChipBar::focusOutEvent(QFocusEvent *)
{
    finishTyping();
    update();
}

void ChipBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = Theme::of(this);
    const QList<QRect> rects = places(width());
    for (int i = 0; i < m_chips.size(); ++i) {
        const ChipItem &chip = m_chips[i];
        const QRect r = rects[i];
        const bool off = !isEnabled();
        const Token fill = chip.on ? Token::ApricotSoft : i == m_hovered && !off ? Token::Hover : Token::Chip;
        const QColor line = chip.on            ? theme.color(Token::ApricotLine)
                            : chip.wasLastTime ? theme.color(Token::Control)
                                               : QColor();
        paintFrame(&painter, r, 4, theme.color(fill), line);
        if (chip.on && chip.wasLastTime)
            paintFrame(&painter, r, 4, {}, theme.color(Token::Control));
        QRect place = r.adjusted(8, 0, -8, 0);
        painter.setFont(theme.font(TypeStyle::Caption));
        painter.setPen(theme.color(off ? Token::Disabled : Token::Text3));
        painter.drawText(place, Qt::AlignRight | Qt::AlignVCenter, chip.initials);
        if (!m_typed.isEmpty() && chip.initials.startsWith(m_typed)) {
            const int from = place.right() + 1 - painter.fontMetrics().horizontalAdvance(chip.initials);
            painter.fillRect(from, r.bottom() - 3, painter.fontMetrics().horizontalAdvance(m_typed), 1,
                             theme.color(Token::Apricot));
        }
        painter.setFont(theme.font(TypeStyle::Small, chip.on ? QFont::Bold : QFont::Normal));
        painter.setPen(theme.color(off ? Token::Disabled : chip.on ? Token::Text : Token::Text2));
        QString text = chip.text;
        if (const int missing = chipWidth(chip) - r.width(); missing > 0)
            text = painter.fontMetrics().elidedText(text, Qt::ElideRight,
                                                    painter.fontMetrics().horizontalAdvance(text) - missing);
        painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter, text);
        if (hasFocus() && i == m_current)
            paintRing(&painter, QRectF(r).adjusted(-ring, -ring, ring, ring), 6, theme.color(Token::Focus));
    }
}

} // namespace xinglin::ui
