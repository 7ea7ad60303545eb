#pragma once

#include "clinic/patient/segments.h"
#include "ui/kit/popuplist.h"

#include <QWidget>

class QLineEdit;

namespace xinglin::ui {

class ChipBar;
class Completion;

/// One or several codes by name: of a few all are chips to be put on; of many the chosen ones are, and a line beside
/// them finds more as somebody types. Putting such a chip off takes it away.
class CodesEdit : public QWidget
{
    Q_OBJECT

public:
    explicit CodesEdit(const QString &accessibleName, QWidget *parent = nullptr);

    /// Few codes: all of them stand there.
    void offer(const QList<segment::Choice> &all);
    /// Many codes: found by typing; asked() follows, to be answered with propose().
    void offerTyping();
    void propose(const QList<CompletionRow> &rows);

    QStringList codes() const;
    /// Those that are not among the offered ones stand beside them.
    void setCodes(const QList<segment::Choice> &chosen);
    /// Whether an input method has unfinished text here.
    bool isComposing() const;
    /// For names of what is inside.
    void setPart(int number);

signals:
    void asked(const QString &typed);
    void changed();

private:
    ChipBar *m_chips;
    QLineEdit *m_line;
    Completion *m_completion;
    bool m_typing = false;
};

} // namespace xinglin::ui
