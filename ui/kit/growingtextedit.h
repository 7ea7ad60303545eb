#pragma once

#include <QTextEdit>

#include <optional>

namespace xinglin::ui {

/// Plain text that is as high as what stands in it. Tab goes to the next field; Ctrl+Enter is left to the page.
class GrowingTextEdit : public QTextEdit
{
    Q_OBJECT

public:
    explicit GrowingTextEdit(QWidget *parent = nullptr);

    /// Lines shown at least (1 by default).
    void setMinimumLines(int lines);
    /// Replaces the text without an undo step back into what another record held.
    void setText(const QString &text);
    QString text() const { return toPlainText(); }
    /// Marks what was written since this text: what still stands as it was is grey, what is new has a soft ground.
    /// Nothing marks nothing.
    void compareWith(const std::optional<QString> &earlier);
    std::optional<QString> comparedWith() const { return m_earlier; }
    bool isComposing() const { return m_composing; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    /// The text was changed by the person.
    void edited();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    void insertFromMimeData(const QMimeData *source) override;
    void resizeEvent(QResizeEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void fit();
    void spaceLines();
    void mark();

    std::optional<QString> m_earlier;
    int m_lines = 1;
    bool m_filling = false;
    bool m_composing = false;
};

} // namespace xinglin::ui
