#pragma once

#include "clinic/clinic.h"
#include "clinic/contact/communication.h"
#include "ui/shell/page.h"
#include "ui/shell/who.h"

class QStackedLayout;
class QTableView;

namespace xinglin::ui {

class Button;
class ContactModel;
class MessageStrip;

/// All that was said with one patient outside of visits, the newest first.
class ContactsPage : public Page
{
    Q_OBJECT

public:
    ContactsPage(Clinic &clinic, const Who &who, QWidget *parent = nullptr);

    void openPatient(PatientId id);

    QString title() const override;
    QString context() const override { return m_name; }
    QList<KeyHint> keyHints() const override;
    std::optional<PatientId> patient() const override { return m_patient; }
    void activate() override;
    void rest(bool resting) override;

signals:
    void chartWanted(xinglin::PatientId id);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *buildTable();
    void refresh();
    void load();
    void loadMore();
    void showCurrent();
    void log();
    void retract();

    Clinic &m_clinic;
    bool m_mayRecord;
    std::optional<PatientId> m_patient;
    QString m_name;
    MessageStrip *m_strip;
    QTableView *m_table;
    ContactModel *m_model;
    QStackedLayout *m_stack = nullptr;
    Button *m_retract = nullptr;
    bool m_stale = true;
    quint64 m_question = 0;
};

} // namespace xinglin::ui
