#include "ui/shell/secretedit.h"

#include <QApplication>
#include <QClipboard>
#include <QKeyEvent>
#include <QPointer>

#include <cstring>

namespace xinglin::ui {

namespace {

constexpr auto dot = u'•';
constexpr std::size_t letterBytes = sizeof(char32_t);

bool isText(const QKeyEvent &event)
{
    const QString text = event.text();
    if (text.isEmpty() || !(text.at(0).isPrint() || text.at(0).isHighSurrogate()))
        return false;
    const auto held = event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier);
    return held == Qt::NoModifier || held == (Qt::ControlModifier | Qt::AltModifier); // both: AltGr
}

} // namespace

SecretEdit::SecretEdit(QWidget *parent)
    : QLineEdit(parent), m_letters(static_cast<std::size_t>(mostCharacters) * letterBytes)
{
    setEchoMode(QLineEdit::Password);
    setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhHiddenText | Qt::ImhNoAutoUppercase);
    setContextMenuPolicy(Qt::NoContextMenu);
    setAcceptDrops(false);
    setDragEnabled(false);
    connect(this, &QLineEdit::textChanged, this, &SecretEdit::follow);
}

access::Password SecretEdit::secret() const
{
    QString text;
    text.reserve(2 * m_length); // so that growing leaves no piece behind
    for (qsizetype i = 0; i < m_length; ++i) {
        const char32_t letter = at(i);
        if (QChar::requiresSurrogates(letter)) {
            text.append(QChar(QChar::highSurrogate(letter)));
            text.append(QChar(QChar::lowSurrogate(letter)));
        } else {
            text.append(QChar(static_cast<char16_t>(letter)));
        }
    }
    return access::Password(SecretBytes::takeText(text));
}

access::Password SecretEdit::take()
{
    access::Password taken = secret();
    wipe();
    return taken;
}

bool SecretEdit::isSameAs(const SecretEdit &other) const
{
    return m_length == other.m_length && m_letters.equals(other.m_letters);
}

void SecretEdit::wipe()
{
    cut(0, m_length);
    m_own = true;
    clear();
    m_own = false;
}

char32_t SecretEdit::at(qsizetype index) const
{
    char32_t letter = 0;
    std::memcpy(&letter, m_letters.bytes().data() + static_cast<std::size_t>(index) * letterBytes, letterBytes);
    return letter;
}

void SecretEdit::cut(qsizetype from, qsizetype count)
{
    std::uint8_t *letters = m_letters.bytes().data();
    const auto start = static_cast<std::size_t>(from) * letterBytes;
    const auto end = static_cast<std::size_t>(from + count) * letterBytes;
    const auto all = static_cast<std::size_t>(m_length) * letterBytes;
    std::memmove(letters + start, letters + end, all - end);
    m_length -= count;
    std::memset(letters + static_cast<std::size_t>(m_length) * letterBytes, 0,
                static_cast<std::size_t>(count) * letterBytes);
}

void SecretEdit::put(const QString &text)
{
    if (isReadOnly())
        return;
    if (hasSelectedText())
        cut(selectionStart(), selectionLength());
    qsizetype place = hasSelectedText() ? selectionStart() : cursorPosition();
    qsizetype added = 0;
    for (qsizetype i = 0; i < text.size() && m_length < mostCharacters; ++i) {
        char32_t letter = text[i].unicode();
        if (text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            letter = QChar::surrogateToUcs4(text[i], text[i + 1]);
            ++i;
        }
        if (!QChar::isPrint(letter))
            continue;
        std::uint8_t *letters = m_letters.bytes().data();
        const auto start = static_cast<std::size_t>(place) * letterBytes;
        std::memmove(letters + start + letterBytes, letters + start,
                     static_cast<std::size_t>(m_length) * letterBytes - start);
        std::memcpy(letters + start, &letter, letterBytes);
        ++m_length;
        ++place;
        ++added;
    }
    m_own = true;
    insert(QString(added, dot)); // takes the place of what was marked
    m_own = false;
}

void SecretEdit::follow()
{
    if (m_own || text() == QString(m_length, dot))
        return;
    // Somebody set the line edit's own text: it is taken in.
    QString set = text();
    cut(0, m_length);
    m_own = true;
    clear();
    m_own = false;
    put(set);
    xinglin::wipe(set);
}

void SecretEdit::keyPressEvent(QKeyEvent *event)
{
    for (const QKeySequence::StandardKey key :
         {QKeySequence::Copy, QKeySequence::Cut, QKeySequence::Undo, QKeySequence::Redo}) {
        if (event->matches(key))
            return event->ignore();
    }
    if (event->matches(QKeySequence::Paste)) {
        QString text = QApplication::clipboard()->text();
        put(text);
        xinglin::wipe(text);
        return event->accept();
    }
    if (isText(*event)) {
        put(event->text());
        return event->accept();
    }
    // Everything else works on the dots; where some went, the letters go with them.
    const qsizetype cursor = cursorPosition();
    const qsizetype marked = hasSelectedText() ? selectionStart() : -1;
    const QPointer<SecretEdit> self = this; // Enter may close the form
    m_own = true;
    QLineEdit::keyPressEvent(event);
    if (!self)
        return;
    m_own = false;
    const qsizetype gone = m_length - text().size(); // nothing where the form has taken the letters
    if (gone > 0)
        cut(marked >= 0 ? marked : qMin<qsizetype>(cursor, cursorPosition()), gone);
}

void SecretEdit::inputMethodEvent(QInputMethodEvent *event)
{
    // Dots have nothing to compose in: only what is finished counts.
    if (!event->commitString().isEmpty())
        put(event->commitString());
    event->accept();
}

void SecretEdit::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::MiddleButton) // pastes what was marked elsewhere
        QLineEdit::mouseReleaseEvent(event);
}

} // namespace xinglin::ui
