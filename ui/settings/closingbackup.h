#pragma once

#include "ui/settings/backupkeeper.h"

#include <QWidget>

class QProgressBar;

namespace xinglin::ui {

class Button;
class Label;

/// What stands at the door while the last backup of the day is made: how far it is, and a way to go without it.
class ClosingBackup : public QWidget
{
    Q_OBJECT

public:
    /// Begins at once. @p keeper outlives it.
    explicit ClosingBackup(BackupKeeper &keeper, QWidget *parent = nullptr);

signals:
    /// The store may close.
    void ready();

private:
    void tell(const store::BackupProgress &progress);

    Label *m_doing;
    QProgressBar *m_bar;
    Button *m_skip;
};

} // namespace xinglin::ui
