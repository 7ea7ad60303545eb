#include "ui/shell/formhand.h"

#include <QLineEdit>
#include <QTextEdit>

namespace xinglin::ui {

Hand handIn(const QWidget &form, const QStringList &lines)
{
    Hand hand;
    for (const QString &name : lines) {
        if (const auto *line = form.findChild<QLineEdit *>(name); line && !line->text().isEmpty())
            hand.lines.insert(name, line->text());
    }
    const QWidget *field = form.focusWidget();
    if (const auto *line = qobject_cast<const QLineEdit *>(field)) {
        hand.cursor = line->cursorPosition();
        // QLineEdit does not tell which end of the selection the cursor is at; the cursor does.
        hand.anchor = !line->hasSelectedText()                ? hand.cursor
                      : line->selectionStart() == hand.cursor ? line->selectionEnd()
                                                              : line->selectionStart();
    } else if (const auto *text = qobject_cast<const QTextEdit *>(field)) {
        hand.cursor = text->textCursor().position();
        hand.anchor = text->textCursor().anchor();
    }
    while (field && field != &form && (field->objectName().isEmpty() || field->objectName().startsWith(u"qt_")))
        field = field->parentWidget(); // the inner line of a stepper
    if (field && field != &form)
        hand.field = field->objectName();
    return hand;
}

void putHand(QWidget &form, const Hand &hand, bool focus)
{
    for (auto it = hand.lines.cbegin(); it != hand.lines.cend(); ++it) {
        if (auto *line = form.findChild<QLineEdit *>(it.key()); line && !line->isReadOnly())
            line->setText(it.value());
    }
    auto *field = hand.field.isEmpty() ? nullptr : form.findChild<QWidget *>(hand.field);
    if (!field)
        return;
    if (focus)
        field->setFocus(Qt::OtherFocusReason);
    if (auto *line = qobject_cast<QLineEdit *>(field)) {
        if (hand.anchor != hand.cursor)
            line->setSelection(hand.anchor, hand.cursor - hand.anchor);
        else
            line->setCursorPosition(hand.cursor);
    } else if (auto *text = qobject_cast<QTextEdit *>(field)) {
        const int end = int(text->toPlainText().size());
        QTextCursor cursor = text->textCursor();
        cursor.setPosition(qBound(0, hand.anchor, end));
        cursor.setPosition(qBound(0, hand.cursor, end), QTextCursor::KeepAnchor);
        text->setTextCursor(cursor);
    }
}

} // namespace xinglin::ui
