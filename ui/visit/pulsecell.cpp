#include "ui/visit/pulsecell.h"

#include "ui/kit/paint.h"
#include "ui/kit/popuplist.h"
#include "ui/visit/visitwords.h"

#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace xinglin::ui {

namespace {
QString initialsOf(const Vocabulary &pulses, const QStringList &codes)
{
    QString letters;
    for (const QString &code : codes) {
        if (const Term *term = pulses.find(code))
            letters += term->initials;
    }
    return letters;
}
} // namespace

PulseCell::PulseCell(const Vocabulary &pulses, const QString &caption, const QString &key, QWidget *parent)
    : QLineEdit(parent), m_pulses(pulses), m_caption(caption), m_key(key), m_completion(new Completion(this))
{
    setFrame(false);
    setAccessibleName(tr("Pulse, %1").arg(caption));
    m_completion->setMinimumWidth(180);
    connect(m_completion, &Completion::queryChanged, this, &PulseCell::ask);
    connect(m_completion, &Completion::taken, this,
            [this](const CompletionRow &row) { take(row.data.toStringList()); });
    updateMargins();
}

void PulseCell::setCodes(const QStringList &codes)
{
    m_codes = codes;
    clear();
    updateMargins();
}

void PulseCell::setLast(const QStringList &codes)
{
    m_last = codes;
    update();
}

QSize PulseCell::sizeHint() const
{
    const Theme &theme = Theme::of(this);
    return {theme.scaled(140), theme.size(Size::PulseCell)};
}

QSize PulseCell::minimumSizeHint() const
{
    const Theme &theme = Theme::of(this);
    return {theme.scaled(96), theme.size(Size::PulseCell)};
}

void PulseCell::updateMargins()
{
    const Theme &theme = Theme::of(this);
    setFont(theme.font(TypeStyle::Body));
    const QString value = joinedNames(m_pulses, m_codes);
    const int wide =
        value.isEmpty() ? 0 : QFontMetrics(theme.font(TypeStyle::Body, QFont::Bold)).horizontalAdvance(value) + 4;
    setTextMargins(qMin(8 + wide, qMax(8, width() - 40)), theme.scaled(20), 4, 2);
    setAccessibleDescription(m_last.isEmpty() ? value
                                              : tr("%1; last time %2").arg(value, joinedNames(m_pulses, m_last)));
    update();
}

bool PulseCell::fits(const Term &term) const
{
    return std::all_of(m_codes.begin(), m_codes.end(), [&](const QString &code) {
        const Term *other = m_pulses.find(code);
        return code != term.id && (!other || m_pulses.fit(term, *other));
    });
}

void PulseCell::ask(const QString &typed)
{
    const QString letters = typed.trimmed().toLower();
    QList<CompletionRow> rows;
    if (m_codes.isEmpty() && letters.size() >= 1) {
        QList<QStringList> combinations = m_offered;
        if (!m_last.isEmpty())
            combinations.prepend(m_last);
        for (const QStringList &codes : std::as_const(combinations)) {
            CompletionRow row;
            row.primary = joinedNames(m_pulses, codes);
            row.secondary = initialsOf(m_pulses, codes);
            row.trailing = codes == m_last ? tr("last time") : QString();
            row.data = codes;
            const bool known = std::any_of(rows.begin(), rows.end(),
                                           [&](const CompletionRow &other) { return other.primary == row.primary; });
            if (codes.size() > 1 && letters.size() > 1 && row.secondary.startsWith(letters) && !known)
                rows << row;
        }
    }
    for (const Term &term : m_pulses.complete(typed, {}, 12)) {
        if (!fits(term))
            continue;
        CompletionRow row;
        row.primary = shortName(term);
        row.secondary = term.pinyin;
        row.data = QStringList{term.id};
        rows << row;
    }
    m_completion->setRows(rows.mid(0, 8));
}

void PulseCell::take(const QStringList &codes)
{
    for (const QString &code : codes) {
        const Term *term = m_pulses.find(code);
        if (term && fits(*term))
            m_codes << code;
    }
    clear();
    updateMargins();
    emit changed();
}

void PulseCell::keyPressEvent(QKeyEvent *event)
{
    const bool empty = text().isEmpty() && !m_composing;
    const bool plain = !(event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier));
    if (plain && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
        if (empty)
            emit next();
        return;
    }
    if (empty && plain && !isReadOnly()) {
        if (event->key() == Qt::Key_Backspace && !m_codes.isEmpty()) {
            m_codes.removeLast();
            updateMargins();
            emit changed();
            return;
        }
        if (event->key() == Qt::Key_Space) {
            if (m_codes.isEmpty() && !m_last.isEmpty())
                take(m_last);
            return;
        }
        const QString letter = event->text().toUpper();
        if (letter.size() == 1 && QStringLiteral("QWEUIO").contains(letter)) {
            emit jump(letter.front());
            return;
        }
    }
    QLineEdit::keyPressEvent(event);
}

void PulseCell::inputMethodEvent(QInputMethodEvent *event)
{
    m_composing = !event->preeditString().isEmpty();
    QLineEdit::inputMethodEvent(event);
}

void PulseCell::focusOutEvent(QFocusEvent *event)
{
    m_composing = false;
    if (isVisible())
        clear(); // letters that were not taken mean nothing; behind a lock they wait
    QLineEdit::focusOutEvent(event);
    update();
}

void PulseCell::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::StyleChange)
        updateMargins();
    QLineEdit::changeEvent(event);
}

void PulseCell::paintEvent(QPaintEvent *event)
{
    const Theme &theme = Theme::of(this);
    {
        QPainter painter(this);
        paintFrame(&painter, rect(), 6, theme.color(isReadOnly() ? Token::Sunken : Token::Surface),
                   theme.color(Token::Hairline));
        const QRect top = rect().adjusted(10, 5, -8, 0);
        const int cap = m_key.isEmpty() ? 0 : keyCapWidth(theme, m_key);
        const int room = top.width() - cap - (cap > 0 ? 4 : 0);
        painter.setFont(theme.font(TypeStyle::Caption));
        painter.setPen(theme.color(Token::Text2));
        painter.drawText(QRect(top.left(), top.top(), room, theme.line(TypeStyle::Caption)),
                         Qt::AlignLeft | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(m_caption, Qt::ElideRight, room));
        if (!m_key.isEmpty()) {
            paintKeyCap(&painter, QRect(top.right() - cap, top.top() - 1, cap, theme.size(Size::KeyCap)), m_key, theme,
                        theme.color(Token::Text2), theme.color(Token::Border));
        }
        const QRect line(10, top.top() + theme.line(TypeStyle::Caption), width() - 20, theme.line(TypeStyle::Body) + 2);
        const bool last = m_codes.isEmpty() && text().isEmpty() && !m_composing;
        painter.setFont(theme.font(TypeStyle::Body, last ? QFont::Normal : QFont::Bold));
        painter.setPen(theme.color(last ? Token::Text3 : Token::Text));
        painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(joinedNames(m_pulses, last ? m_last : m_codes),
                                                          Qt::ElideRight, line.width()));
        if (hasFocus())
            paintRing(&painter, rect(), 6, theme.color(Token::Focus));
    }
    QLineEdit::paintEvent(event);
}

} // namespace xinglin::ui
