#include "ui/patient/mergerow.h"

#include "ui/kit/icons.h"
#include "ui/kit/paint.h"
#include "ui/patient/duplicatewords.h"

#include <QKeyEvent>
#include <QPainter>

namespace xinglin::ui {

namespace {

constexpr int ring = 3;    ///< Room for the focus ring.
constexpr int padding = 8; ///< Around the words of a cell.
constexpr int quiet = 1;   ///< Above and below the words of a part that is the same.
constexpr int wrapped = Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap | Qt::TextWrapAnywhere;

int textHeight(const QFont &font, int width, const QString &text)
{
    return QFontMetrics(font).boundingRect(QRect(0, 0, qMax(1, width), 10000), wrapped, text).height();
}

QString orDash(const QString &text)
{
    return text.isEmpty() ? QStringLiteral("–") : text;
}

} // namespace

MergeRow::MergeRow(patient::MergePart part, const QString &left, const QString &right, bool differs, bool choosable,
                   QWidget *parent)
    : QWidget(parent), m_part(part), m_left(left), m_right(right), m_differs(differs), m_choosable(choosable && differs)
{
    setObjectName(QStringLiteral("mergePart%1").arg(int(part)));
    setAccessibleName(partName(part));
    setFocusPolicy(m_choosable ? Qt::StrongFocus : Qt::NoFocus);
    QSizePolicy high(QSizePolicy::Expanding, QSizePolicy::Minimum);
    high.setHeightForWidth(true);
    setSizePolicy(high);
}

int MergeRow::nameWidth(const Theme &theme)
{
    return theme.scaled(112);
}

QRect MergeRow::cell(int width, bool right) const
{
    const int from = ring + nameWidth(Theme::of(this)) + gap;
    const int wide = (width - from - ring - gap) / 2;
    return QRect(from + (right ? wide + gap : 0), ring, m_differs ? wide : width - from - ring, cellHeight(wide));
}

QRect MergeRow::wordsIn(const QRect &cell) const
{
    const int icon = m_choosable ? Theme::of(this).size(Size::Icon) + padding : 0;
    const int above = m_differs ? padding : quiet;
    return cell.adjusted(padding + icon, above, -padding, -above);
}

int MergeRow::cellHeight(int width) const
{
    const QFont font = Theme::of(this).font(TypeStyle::Body);
    const int wide = wordsIn(QRect(0, 0, width, 100)).width();
    int high = textHeight(font, wide, orDash(m_left));
    if (m_differs)
        high = qMax(high, textHeight(font, wide, orDash(m_right)));
    return high + 2 * (m_differs ? padding : quiet);
}

int MergeRow::heightForWidth(int width) const
{
    const QRect left = cell(width, false);
    const int below =
        m_problem.isEmpty()
            ? 0
            : textHeight(Theme::of(this).font(TypeStyle::Small), width - left.left() - ring, m_problem) + ring;
    return left.height() + 2 * ring + below;
}

QSize MergeRow::sizeHint() const
{
    return {640, heightForWidth(qMax(width(), 640))};
}

QSize MergeRow::minimumSizeHint() const
{
    return {360, Theme::of(this).line(TypeStyle::Body) + 2 * ((m_differs ? padding : quiet) + ring)};
}

QString MergeRow::spokenValue() const
{
    if (!m_differs)
        return tr("the same in both: %1").arg(orDash(m_left));
    if (!m_choosable)
        return tr("left %1, right %2").arg(orDash(m_left), orDash(m_right));
    switch (m_choice) {
    case Choice::Left:
        return tr("left: %1; not %2").arg(orDash(m_left), orDash(m_right));
    case Choice::Right:
        return tr("right: %1; not %2").arg(orDash(m_right), orDash(m_left));
    case Choice::Both:
        return tr("both: %1 and %2").arg(orDash(m_left), orDash(m_right));
    }
    Q_UNREACHABLE();
}

void MergeRow::setChoice(Choice choice)
{
    m_choice = choice;
    update();
}

void MergeRow::showProblem(const QString &sentence)
{
    m_problem = sentence;
    setAccessibleDescription(sentence);
    updateGeometry();
    update();
}

void MergeRow::choose(Choice choice)
{
    if (!m_choosable || choice == m_choice)
        return;
    setChoice(choice);
    speakChange(this);
    emit chosen(choice);
}

void MergeRow::paintCell(QPainter *painter, const QRect &cell, const QString &text, bool on) const
{
    const Theme &theme = Theme::of(this);
    if (m_differs) {
        const Token line = !m_problem.isEmpty() && on ? Token::Cinnabar : on ? Token::Apricot : Token::Border;
        paintFrame(painter, cell, 6, theme.color(on ? Token::ApricotSoft : Token::Surface), theme.color(line));
    }
    if (on) {
        const int side = theme.size(Size::Icon);
        paintIcon(
            painter,
            QRect(cell.left() + padding, cell.top() + padding + (theme.line(TypeStyle::Body) - side) / 2, side, side),
            u"checkmark", theme.color(Token::ApricotText));
    }
    painter->setFont(theme.font(TypeStyle::Body));
    painter->setPen(theme.color(on || (m_differs && !m_choosable) ? Token::Text : Token::Text2));
    painter->drawText(wordsIn(cell), wrapped, orDash(text));
}

void MergeRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = Theme::of(this);
    const QRect left = cell(width(), false);
    painter.setFont(theme.font(TypeStyle::Small));
    painter.setPen(theme.color(m_differs ? Token::Text2 : Token::Text3));
    painter.drawText(QRect(ring, wordsIn(left).top(), nameWidth(theme), theme.line(TypeStyle::Body)),
                     int(Qt::AlignRight | Qt::AlignVCenter), partName(m_part));
    paintCell(&painter, left, m_left, m_choosable && m_choice != Choice::Right);
    if (m_differs)
        paintCell(&painter, cell(width(), true), m_right, m_choosable && m_choice != Choice::Left);
    if (!m_problem.isEmpty()) {
        painter.setFont(theme.font(TypeStyle::Small));
        painter.setPen(theme.color(Token::CinnabarText));
        painter.drawText(QRect(left.left(), left.bottom() + ring, width() - left.left() - ring, height()), wrapped,
                         m_problem);
    }
    if (hasFocus())
        paintRing(&painter, QRect(left.left() - ring, 0, width() - left.left() + ring, left.height() + 2 * ring), 8,
                  theme.color(Token::Focus));
}

void MergeRow::keyPressEvent(QKeyEvent *event)
{
    if (event->modifiers() & ~Qt::KeypadModifier)
        return QWidget::keyPressEvent(event);
    const Choice middle = mayBoth() ? Choice::Both : Choice::Left;
    switch (event->key()) {
    case Qt::Key_Left:
        return choose(m_choice == Choice::Right ? middle : Choice::Left);
    case Qt::Key_Right:
        return choose(m_choice == Choice::Left && mayBoth() ? Choice::Both : Choice::Right);
    case Qt::Key_Up:
        return emit walked(-1);
    case Qt::Key_Down:
        return emit walked(1);
    default:
        QWidget::keyPressEvent(event);
    }
}

void MergeRow::mousePressEvent(QMouseEvent *event)
{
    const QPoint at = event->position().toPoint();
    const auto press = [this](Choice meant, Choice other) {
        if (!mayBoth())
            choose(meant);
        else if (m_choice != meant) // adds to what is chosen, or takes away
            choose(m_choice == Choice::Both ? other : Choice::Both);
    };
    if (cell(width(), false).contains(at))
        press(Choice::Left, Choice::Right);
    else if (m_differs && cell(width(), true).contains(at))
        press(Choice::Right, Choice::Left);
}

void MergeRow::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
}

void MergeRow::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    update();
}

bool MergeRow::event(QEvent *event)
{
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::FontChange)
        updateGeometry();
    return QWidget::event(event);
}

} // namespace xinglin::ui
