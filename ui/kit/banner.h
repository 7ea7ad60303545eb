#pragma once

#include "ui/kit/pane.h"

#include <QStringList>

class QHBoxLayout;
class QLabel;

namespace xinglin::ui {

class Chip;

/// The strip over a page that says whose it is: name in Song 24, facts, chips, actions at the right.
/// Where it is too narrow it drops the facts from the last to the second, then puts the chips into a line below.
class Banner : public Pane
{
    Q_OBJECT

public:
    explicit Banner(QWidget *parent = nullptr);

    void setTitle(const QString &title);
    /// Most important first; the first one is never dropped.
    void setFacts(const QStringList &facts);
    /// Takes the chips; those of before are deleted. They are never elided.
    void setChips(const QList<Chip *> &chips);
    /// Puts a widget at the right.
    void addAction(QWidget *action);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void place();

    QLabel *m_title;
    QList<QLabel *> m_facts;
    QList<Chip *> m_chips;
    QWidget *m_actions;
    QHBoxLayout *m_actionRow;
    int m_height = 0;
};

} // namespace xinglin::ui
