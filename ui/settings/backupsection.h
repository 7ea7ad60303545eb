#pragma once

#include "ui/settings/backupkeeper.h"
#include "ui/shell/page.h"
#include "ui/shell/who.h"

class QLayout;
class QProgressBar;
class QStandardItemModel;
class QStackedLayout;
class QTreeView;

namespace xinglin::ui {

class Button;
class Label;
class MessageStrip;

/// Settings › Backup: the last good backup and the last proven restore, every backup that is known, and what can be
/// done with them.
class BackupSection : public Page
{
    Q_OBJECT

public:
    BackupSection(Clinic &clinic, const Who &who, const access::Surroundings &around, BackupKeeper &keeper,
                  QWidget *parent = nullptr);

    QString title() const override;
    QList<KeyHint> keyHints() const override;
    void activate() override;
    void rest(bool resting) override;
    /// Settles where backups go.
    /// @param key the setting of the first or of the second place.
    void setFolder(const QString &key, const QString &folder);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *buildHeadline();
    QLayout *buildPlace();
    QLayout *buildWork();
    QLayout *buildDeeds();
    void load();
    void show(const QList<access::BackupLine> &lines);
    void tellStanding();
    void tellBusy();
    void tellProgress(const store::BackupProgress &progress);
    void chooseFolder(const QString &key, const QString &title, const QString &from);
    const access::BackupLine *chosen() const;

    Clinic &m_clinic;
    access::Surroundings m_around;
    QTimeZone m_zone;
    BackupKeeper &m_keeper;
    bool m_mayRun;
    bool m_maySettle;
    QList<access::BackupLine> m_lines;
    MessageStrip *m_strip;
    Label *m_good;
    Label *m_proven;
    Label *m_away;
    Label *m_sheet;
    Label *m_place;
    QTreeView *m_table;
    QStackedLayout *m_stack; ///< Nothing, or the table.
    QStandardItemModel *m_model;
    Button *m_now;
    Button *m_check;
    Button *m_drill;
    Button *m_folder;
    Label *m_second;
    Button *m_secondFolder;
    Button *m_noSecond;
    Label *m_doing;
    QProgressBar *m_bar;
    Button *m_cancel;
};

} // namespace xinglin::ui
