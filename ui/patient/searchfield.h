#pragma once

#include <QLineEdit>

namespace xinglin::ui {

/// The large field in which people are looked for, with a line at its right that says what was found.
class SearchField : public QLineEdit
{
    Q_OBJECT

public:
    explicit SearchField(QWidget *parent = nullptr);

    /// "initials·6 people·4 ms"
    void setOutcome(const QString &outcome);
    QString outcome() const { return m_outcome; }
    /// Whether an input method has unfinished text here.
    bool isComposing() const { return m_composing; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    /// Up, Down, Page Up and Page Down, for the list below.
    void walked(int rows);
    /// Enter, not while composing.
    void confirmed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void updateMargins();

    QString m_outcome;
    bool m_composing = false;
};

} // namespace xinglin::ui
