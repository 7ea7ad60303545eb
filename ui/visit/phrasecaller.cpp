#include "ui/visit/phrasecaller.h"

#include "ui/kit/growingtextedit.h"
#include "ui/kit/popuplist.h"

#include <QKeyEvent>
#include <QListView>
#include <QTextBlock>
#include <QTextDocument>
#include <QTimer>

namespace xinglin::ui {

namespace {

constexpr int offered = 8;
constexpr int listed = 40;
constexpr int popupWidth = 360;
const QString place = QStringLiteral("{}"); ///< To be filled in.
constexpr int mostTyped = int(phrases::mostLetters);

bool isSemicolon(QChar c)
{
    return c == u';' || c == u'；';
}

} // namespace

PhraseCaller::PhraseCaller(GrowingTextEdit *edit, const QString &field) : QObject(edit), m_edit(edit), m_field(field)
{
    edit->installEventFilter(this);
    connect(edit->document(), &QTextDocument::contentsChange, this, &PhraseCaller::changed);
    connect(edit, &QTextEdit::cursorPositionChanged, this, &PhraseCaller::follow);
}

PhraseCaller::~PhraseCaller()
{
    // The popup is a child of the window, which may outlive the field.
    if (m_popup)
        m_popup->deleteLater();
}

bool PhraseCaller::isOpen() const
{
    return m_popup && m_popup->isVisible();
}

void PhraseCaller::changed(int position, int removed, int added)
{
    Q_UNUSED(position)
    if (m_taking || !m_edit->hasFocus() || m_edit->isReadOnly() || (added == 0 && removed == 0))
        return;
    // What stands in the document and where the cursor is agree only after this signal.
    QTimer::singleShot(0, this, [this, written = added > 0] {
        if (written)
            look();
        follow();
    });
}

void PhraseCaller::look()
{
    const QTextDocument &words = *m_edit->document();
    int at = m_edit->textCursor().position() - 1;
    const auto isLetter = [&](QChar c) { return c.unicode() < 128 && c.isLetterOrNumber(); };
    for (int passed = 0; passed <= mostTyped && at >= 0 && isLetter(words.characterAt(at)); ++passed)
        --at;
    if (at >= 0 && isSemicolon(words.characterAt(at)) && at != m_dismissed)
        m_from = at;
}

std::optional<QString> PhraseCaller::typed() const
{
    const QTextCursor cursor = m_edit->textCursor();
    if (m_from < 0 || cursor.hasSelection() || !isSemicolon(m_edit->document()->characterAt(m_from)))
        return {};
    const int length = cursor.position() - m_from - 1;
    if (length < 0 || length > mostTyped)
        return {};
    QString letters;
    for (int i = 0; i < length; ++i)
        letters += m_edit->document()->characterAt(m_from + 1 + i);
    const bool plain = std::all_of(letters.cbegin(), letters.cend(),
                                   [](QChar c) { return c.unicode() < 128 && c.isLetterOrNumber(); });
    return plain ? std::optional(letters) : std::nullopt;
}

void PhraseCaller::follow()
{
    if (m_from < 0 || m_taking)
        return;
    const std::optional<QString> letters = typed();
    if (!letters) {
        m_from = -1;
        return close();
    }
    if (letters->isEmpty())
        return close(); // a bare semicolon is punctuation
    offer(*letters, offered);
}

void PhraseCaller::offer(const QString &letters, int limit)
{
    m_shown = phrases::matching(m_known, letters, m_field, limit);
    m_shownTemplates = notetemplate::matching(m_templates, letters, limit);
    if ((m_shown.isEmpty() && m_shownTemplates.isEmpty()) || m_edit->isComposing())
        return close();
    if (m_popup && m_popup->parentWidget() != m_edit->window()) {
        m_popup->deleteLater();
        m_popup = nullptr;
    }
    if (!m_popup) {
        m_popup = new PopupList(m_edit->window());
        connect(m_popup, &QObject::destroyed, this, [this] { m_popup = nullptr; });
        connect(m_popup->view(), &QListView::clicked, this, [this](const QModelIndex &index) { take(index.row()); });
    }
    QList<CompletionRow> rows;
    for (const phrases::Phrase &phrase : std::as_const(m_shown)) {
        CompletionRow row;
        row.primary = phrase.text.simplified();
        row.trailing =
            phrase.own ? phrase.abbreviation : tr("%1, clinic", "letters of a shared phrase").arg(phrase.abbreviation);
        rows << row;
    }
    for (const notetemplate::Template &one : std::as_const(m_shownTemplates)) {
        CompletionRow row;
        row.primary = one.content.name;
        row.trailing = tr("%1, whole note", "letters of a template").arg(one.content.code);
        row.trailingColor = Token::Text2;
        rows << row;
    }
    m_popup->model()->setRows(rows);
    m_popup->view()->setCurrentIndex(m_popup->model()->index(0));
    m_popup->openAt(m_edit, popupWidth);
}

void PhraseCaller::close()
{
    if (m_popup)
        m_popup->hide();
}

void PhraseCaller::take(int row)
{
    if (row < 0 || row >= m_shown.size() + m_shownTemplates.size())
        return;
    const auto whole = row < m_shown.size() ? std::nullopt : std::optional(m_shownTemplates.at(row - m_shown.size()));
    const QString text = whole ? QString() : m_shown.at(row).text;
    close();
    m_taking = true;
    QTextCursor cursor = m_edit->textCursor();
    if (m_from >= 0)
        cursor.setPosition(m_from, QTextCursor::KeepAnchor);
    const int begin = std::min(cursor.position(), cursor.anchor());
    cursor.insertText(text);
    m_edit->setTextCursor(cursor);
    if (const qsizetype at = text.indexOf(place); at >= 0)
        select(begin + int(at));
    m_from = -1;
    m_taking = false;
    if (whole)
        emit templateTaken(*whole);
}

void PhraseCaller::select(int begin)
{
    QTextCursor cursor = m_edit->textCursor();
    cursor.setPosition(begin);
    cursor.setPosition(begin + int(place.size()), QTextCursor::KeepAnchor);
    m_edit->setTextCursor(cursor);
}

bool PhraseCaller::goToPlace()
{
    const qsizetype at = m_edit->text().indexOf(place);
    if (at < 0)
        return false;
    m_edit->setFocus(Qt::OtherFocusReason);
    select(int(at));
    return true;
}

void PhraseCaller::called()
{
    const QString words = m_edit->textCursor().selectedText().replace(QChar::ParagraphSeparator, u'\n');
    if (!words.trimmed().isEmpty())
        return emit keepWanted(words, m_field);
    m_from = -1;
    offer({}, listed);
}

bool PhraseCaller::eventFilter(QObject *watched, QEvent *event)
{
    // While the field is destroyed it still loses the focus, and is no field any more.
    if (watched != m_edit || !qobject_cast<GrowingTextEdit *>(watched) || m_edit->isComposing())
        return false;
    if (event->type() == QEvent::FocusOut || event->type() == QEvent::Hide) {
        close();
        m_from = m_dismissed = -1;
        return false;
    }
    const bool asked = event->type() == QEvent::ShortcutOverride;
    if (!asked && event->type() != QEvent::KeyPress)
        return false;
    const auto *key = static_cast<QKeyEvent *>(event);
    const Qt::KeyboardModifiers held = key->modifiers() & ~Qt::KeypadModifier;
    const bool calls = held == Qt::ControlModifier && key->key() == Qt::Key_Semicolon && !m_edit->isReadOnly();
    static const QList<int> taken = {Qt::Key_Up,    Qt::Key_Down, Qt::Key_Return,
                                     Qt::Key_Enter, Qt::Key_Tab,  Qt::Key_Escape};
    const bool ours = calls || (isOpen() && held == Qt::NoModifier && taken.contains(key->key()));
    if (!ours)
        return false;
    if (asked) {
        event->accept();
        return true;
    }
    if (calls) {
        called();
        return true;
    }
    const int now = m_popup->view()->currentIndex().row();
    switch (key->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down: {
        const int step = key->key() == Qt::Key_Up ? -1 : 1;
        m_popup->view()->setCurrentIndex(
            m_popup->model()->index(qBound(0, now + step, m_popup->model()->rowCount() - 1)));
        break;
    }
    case Qt::Key_Escape:
        m_dismissed = m_from;
        m_from = -1;
        close();
        break;
    default:
        take(now);
        break;
    }
    return true;
}

} // namespace xinglin::ui
