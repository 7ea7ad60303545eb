#pragma once

#include <QWidget>

class QLabel;

namespace xinglin::ui {

class Button;
class KeySentence;

/// What a list shows while it has no rows: icon, title in Song, one sentence with keys, one or two things to do.
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    /// @param sentence keys stand in brackets: "Press [N] to book".
    EmptyState(const QString &iconName, const QString &title, const QString &sentence, QWidget *parent = nullptr);

    void setWords(const QString &title, const QString &sentence);
    /// Adds a button; the caller connects it.
    Button *addAction(const QString &text, bool primary);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_icon;
    QLabel *m_title;
    KeySentence *m_sentence;
    QWidget *m_actions;
};

} // namespace xinglin::ui
