#pragma once

#include <QWidget>

class QLabel;

namespace xinglin::ui {

/// Label above, editor, one line of message under it. The line keeps its place when empty, so that nothing moves.
class Field : public QWidget
{
    Q_OBJECT

public:
    /// Takes the editor; names it for screen readers by the label.
    Field(const QString &label, QWidget *editor, QWidget *parent = nullptr);

    QWidget *editor() const { return m_editor; }
    void setLabel(const QString &label);
    /// Whether the line below stays reserved while there is no message (default true).
    void setReserve(bool reserve);

    /// Cinnabar frame and the sentence below; announced to screen readers.
    void showProblem(const QString &sentence);
    /// A hint in azurite; what was typed can be saved.
    void showHint(const QString &sentence);
    void clearProblem();
    bool hasProblem() const { return m_problem; }
    QString message() const;

protected:
    bool event(QEvent *event) override;

private:
    /// An empty message is as high as one of one line.
    void reserveLine();
    void showMessage(const QString &sentence, bool problem);

    QLabel *m_label;
    QWidget *m_editor;
    QLabel *m_message;
    bool m_problem = false;
    bool m_reserve = true;
};

} // namespace xinglin::ui
