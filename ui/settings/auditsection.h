#pragma once

#include "ui/settings/auditmodel.h"
#include "ui/settings/auditpanel.h"
#include "ui/shell/page.h"

class QComboBox;
class QLineEdit;
class QTableView;

namespace xinglin::ui {

/// Settings › Audit: who did what, when, with whose record. People without the right to read it see their own rows.
class AuditSection : public Page
{
    Q_OBJECT

public:
    /// @p files outlive it.
    AuditSection(Clinic &clinic, const Who &who, Files &files, QWidget *parent = nullptr);

    QString title() const override;
    QString context() const override;
    QList<KeyHint> keyHints() const override;
    void activate() override;
    void rest(bool resting) override;

    /// Shows what this person did.
    void showPerson(access::UserId person);
    /// Shows who did what with this patient's record.
    void showPatient(PatientId patient);

protected:
    void showEvent(QShowEvent *event) override;

private:
    struct Found
    {
        auditlog::Page page;
        QHash<Uuid, patient::Label> labels;
    };

    QWidget *buildFilters();
    void addKeys();
    void loadPeople();
    void load();
    void more();
    void ask(std::optional<qint64> before);
    void findPatient();
    auditlog::Filter filter() const;
    void tell(bool well, const QString &sentence);

    Clinic &m_clinic;
    Who m_who;
    bool m_all; ///< Whether everybody's rows may be read.
    AuditModel *m_model;
    MessageStrip *m_strip;
    QTableView *m_table;
    QComboBox *m_person;
    QComboBox *m_kind;
    QComboBox *m_days;
    QLineEdit *m_patient;
    AuditPanel *m_panel = nullptr; ///< For those who look after the store.
    QList<Uuid> m_records;         ///< Of the patient asked for.
    std::optional<access::UserId> m_wanted;
    quint64 m_question = 0;
};

} // namespace xinglin::ui
