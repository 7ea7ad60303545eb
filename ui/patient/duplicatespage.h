#pragma once

#include "clinic/clinic.h"
#include "clinic/patient/duplicates.h"
#include "ui/shell/page.h"
#include "ui/shell/who.h"

class QStackedLayout;
class QTableView;

namespace xinglin::ui {

class Button;
class EmptyState;
class MessageStrip;
class PairModel;

/// Pairs of records that may be of one person: looked at one by one, merged, asked to be merged, or said to be two.
class DuplicatesPage : public Page
{
    Q_OBJECT

public:
    DuplicatesPage(Clinic &clinic, const Who &who, QWidget *parent = nullptr);

    QString title() const override;
    QString context() const override;
    QList<KeyHint> keyHints() const override;
    void activate() override;
    void rest(bool resting) override;

signals:
    /// Both are to be seen side by side.
    void comparisonWanted(xinglin::PatientId one, xinglin::PatientId other);
    void left();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *buildTable();
    QWidget *buildFoot();
    void refresh();
    void load();
    void show(const duplicates::Page &page);
    const duplicates::Pair *current() const;
    void showCurrent();
    void compare();

    Clinic &m_clinic;
    bool m_mayMerge;
    bool m_maySay;
    MessageStrip *m_strip;
    QTableView *m_table;
    PairModel *m_model;
    EmptyState *m_empty;
    QStackedLayout *m_stack = nullptr;
    Button *m_ask = nullptr;
    QWidget *m_foot;
    bool m_more = false;
    bool m_read = false; ///< There was an answer.
    bool m_stale = true;
    quint64 m_question = 0;
};

} // namespace xinglin::ui
