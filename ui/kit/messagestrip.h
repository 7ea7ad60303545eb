#pragma once

#include "ui/kit/theme.h"

#include <QKeySequence>
#include <QWidget>

class QLabel;

namespace xinglin::ui {

class Button;

/// One sentence above a pane, never over it; at most one per pane. Hidden until it says something.
class MessageStrip : public QWidget
{
    Q_OBJECT

public:
    enum class Kind { Note, Done, Caution, Stop };

    explicit MessageStrip(QWidget *parent = nullptr);

    /// Shows the sentence without an action. Screen readers are told at once.
    void say(Kind kind, const QString &sentence);
    /// Shows the sentence with one thing to do; acted() follows when the person does it.
    void say(Kind kind, const QString &sentence, const QString &action, const QKeySequence &keys = {});
    void clear();

    Kind kind() const { return m_kind; }
    QString text() const;

signals:
    void acted();

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    Tone tone() const;

    Kind m_kind = Kind::Note;
    QLabel *m_sentence;
    Button *m_action;
};

} // namespace xinglin::ui
