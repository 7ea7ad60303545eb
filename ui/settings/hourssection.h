#pragma once

#include "clinic/clinic.h"
#include "ui/settings/hoursmodel.h"
#include "ui/shell/page.h"
#include "ui/shell/who.h"

class QLayout;
class QStackedLayout;
class QTableView;

namespace xinglin::ui {

class Button;
class Label;
class MessageStrip;
class Segment;
class Toast;

/// Settings › Working hours: a week of everybody and everything, typed into a grid. Each cell is stored as it is left.
class HoursSection : public Page
{
    Q_OBJECT

public:
    HoursSection(Clinic &clinic, const Who &who, QWidget *parent = nullptr);

    QString title() const override;
    QString context() const override;
    QList<KeyHint> keyHints() const override;
    void activate() override;
    void rest(bool resting) override;
    bool hasUnsaved() const override;

signals:
    /// There is nobody to have hours yet.
    void resourcesWanted();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void build();
    QLayout *buildHead();
    void buildKeys();
    void load();
    void showRows(const QList<RosterRow> &rows);
    void go(int weeks);
    void fitRows();
    void settle(const QList<WeekEdit> &edits);
    void copyLastWeek();
    void takeBack();
    void write(const QByteArray &act, const std::function<Result<Done>(store::Transaction &)> &run,
               const QString &sentence);
    void clearCells();
    void copyCell();
    void pasteCells();
    QList<QModelIndex> chosenCells() const;
    bool isBusy() const { return m_writing > 0; }

    Clinic &m_clinic;
    bool m_mayAdd;
    HoursModel *m_model;
    QTableView *m_table;
    QStackedLayout *m_stack = nullptr;
    MessageStrip *m_strip;
    Label *m_week;
    Segment *m_reach;
    Button *m_copy;
    Toast *m_toast = nullptr;
    QDate m_monday;
    QList<WeekEdit> m_last; ///< The last act, where it can be taken back.
    QDate m_lastMonday;
    int m_writing = 0;
    quint64 m_question = 0;
    bool m_begun = false;
    bool m_wantsHand = false; ///< Once there are rows to put it into.
};

} // namespace xinglin::ui
