#pragma once

#include "access/password.h"

#include <QLineEdit>

namespace xinglin::ui {

/// A line for a password or a PIN. What is typed lies in locked memory of its own, a code point at a time; the line
/// edit below it only ever holds dots. Nothing can be copied, cut, undone or dragged out of it, and screen readers hear
/// dots. Qt and the input method keep single key strokes for a moment, and what is pasted was in the clipboard before.
class SecretEdit : public QLineEdit
{
    Q_OBJECT

public:
    static constexpr qsizetype mostCharacters = 256;

    explicit SecretEdit(QWidget *parent = nullptr);

    bool isEmpty() const { return m_length == 0; }
    /// What was typed; it stays in the field.
    access::Password secret() const;
    /// What was typed; the field is empty after it.
    access::Password take();
    bool isSameAs(const SecretEdit &other) const;
    void wipe();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    char32_t at(qsizetype index) const;
    void put(const QString &text);
    void cut(qsizetype from, qsizetype count);
    void follow();

    SecretBytes m_letters; ///< Code points of four bytes each.
    qsizetype m_length = 0;
    bool m_own = false; ///< The dots are being changed from here.
};

} // namespace xinglin::ui
