#include "ui/kit/growingtextedit.h"

#include "base/text/difference.h"
#include "ui/kit/text.h"

#include <QAbstractTextDocumentLayout>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QMimeData>
#include <QScrollBar>
#include <QTextBlockFormat>
#include <QTextCursor>

namespace xinglin::ui {

namespace {
constexpr int padding = 6; // inside the frame, above and below the text
}

GrowingTextEdit::GrowingTextEdit(QWidget *parent) : QTextEdit(parent)
{
    setAcceptRichText(false);
    setTabChangesFocus(true);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setLineWrapMode(QTextEdit::WidgetWidth);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setProperty("quiet", true);
    document()->setDocumentMargin(padding);
    dress(this, TypeStyle::Body);
    spaceLines();
    connect(document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this,
            &GrowingTextEdit::fit);
    connect(this, &QTextEdit::textChanged, this, [this] {
        mark();
        if (!m_filling)
            emit edited();
    });
    fit();
}

void GrowingTextEdit::setMinimumLines(int lines)
{
    m_lines = lines;
    fit();
}

void GrowingTextEdit::setText(const QString &text)
{
    m_filling = true;
    setPlainText(text);
    spaceLines();
    document()->clearUndoRedoStacks();
    m_filling = false;
    fit();
}

void GrowingTextEdit::compareWith(const std::optional<QString> &earlier)
{
    m_earlier = earlier;
    mark();
}

void GrowingTextEdit::mark()
{
    QList<ExtraSelection> marks;
    int at = 0;
    for (const TextPiece &piece : m_earlier ? difference(*m_earlier, text()) : QList<TextPiece>()) {
        if (piece.kind == TextPiece::Kind::Removed)
            continue;
        ExtraSelection run;
        run.cursor = QTextCursor(document());
        run.cursor.setPosition(at);
        at += int(piece.text.size());
        run.cursor.setPosition(at, QTextCursor::KeepAnchor);
        if (piece.kind == TextPiece::Kind::Same)
            run.format.setForeground(Theme::of(this).color(Token::Text2));
        else
            run.format.setBackground(Theme::of(this).color(Token::AzuriteSoft));
        marks << run;
    }
    setExtraSelections(marks);
}

void GrowingTextEdit::spaceLines()
{
    const int wanted = Theme::of(this).scaled(22);
    QTextBlockFormat format;
    format.setLineHeight(qMax(0, wanted - fontMetrics().height()), QTextBlockFormat::LineDistanceHeight);
    QTextCursor cursor(document());
    cursor.select(QTextCursor::Document);
    cursor.mergeBlockFormat(format);
}

void GrowingTextEdit::fit()
{
    const int wanted = sizeHint().height();
    if (height() != wanted || minimumHeight() != wanted)
        setFixedHeight(wanted);
}

QSize GrowingTextEdit::sizeHint() const
{
    const int line = Theme::of(this).scaled(22);
    const int content = qCeil(document()->size().height());
    return {320, qMax(content, m_lines * line + 2 * padding) + 2 * frameWidth()};
}

QSize GrowingTextEdit::minimumSizeHint() const
{
    return {120, sizeHint().height()};
}

bool GrowingTextEdit::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && m_composing) {
        event->accept(); // keys belong to the input method until it has finished
        return true;
    }
    if (event->type() == QEvent::StyleChange) {
        fit();
        mark();
    }
    return QTextEdit::event(event);
}

void GrowingTextEdit::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && m_composing)
        return event->accept();
    if (enter && (event->modifiers() & Qt::ControlModifier))
        return event->ignore();
    const bool tab = event->key() == Qt::Key_Tab || event->key() == Qt::Key_Backtab;
    if (tab && isReadOnly()) { // of itself it would keep the focus for ever
        focusNextPrevChild(event->key() == Qt::Key_Tab && !(event->modifiers() & Qt::ShiftModifier));
        return;
    }
    QTextEdit::keyPressEvent(event);
}

void GrowingTextEdit::inputMethodEvent(QInputMethodEvent *event)
{
    m_composing = !event->preeditString().isEmpty();
    QTextEdit::inputMethodEvent(event);
}

void GrowingTextEdit::insertFromMimeData(const QMimeData *source)
{
    if (source->hasText())
        insertPlainText(source->text());
}

void GrowingTextEdit::resizeEvent(QResizeEvent *event)
{
    QTextEdit::resizeEvent(event);
    fit();
}

void GrowingTextEdit::focusInEvent(QFocusEvent *event)
{
    QTextEdit::focusInEvent(event);
    update();
}

void GrowingTextEdit::focusOutEvent(QFocusEvent *event)
{
    QTextEdit::focusOutEvent(event);
    m_composing = false;
    update();
}

} // namespace xinglin::ui
