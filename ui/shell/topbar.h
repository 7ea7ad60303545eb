#pragma once

#include "ui/kit/pane.h"

namespace xinglin::ui {

class GlobalBox;
class Label;

/// Title of the page, the global box, who works here, the lock.
class TopBar : public Pane
{
    Q_OBJECT

public:
    TopBar(GlobalBox *box, const QString &person, const QKeySequence &lockKeys, QWidget *parent = nullptr);

    void setHeading(const QString &title, const QString &context);

signals:
    void lockWanted();

private:
    Label *m_title;
    Label *m_context;
};

} // namespace xinglin::ui
