#pragma once

#include "clinic/journal.h"
#include "ui/shell/page.h"
#include "ui/shell/who.h"

class QStandardItemModel;
class QTableView;

namespace xinglin::ui {

class Button;
class Label;
class MessageStrip;
class TakingBack;

/// Place "journal": what was done in the last day, by whom, to whose record; what can be taken back is.
class JournalPage : public Page
{
    Q_OBJECT

public:
    JournalPage(Clinic &clinic, const Who &who, QWidget *parent = nullptr);

    QString title() const override;
    QString context() const override;
    QList<KeyHint> keyHints() const override;
    void activate() override;
    void rest(bool resting) override;

signals:
    void chartWanted(xinglin::PatientId id);

private:
    QWidget *buildDetails();
    void refresh();
    void load();
    void show(const QList<journal::Entry> &entries);
    void showEntry();
    const journal::Entry *current() const;

    Clinic &m_clinic;
    Who m_who;
    MessageStrip *m_strip;
    QTableView *m_table;
    QStandardItemModel *m_model;
    Label *m_what;
    Label *m_sentences;
    Label *m_why;
    Button *m_chart;
    Button *m_takeBack = nullptr;
    TakingBack *m_takingBack;
    QList<journal::Entry> m_entries;
    bool m_stale = true;
    quint64 m_question = 0;
};

} // namespace xinglin::ui
