#pragma once

#include "clinic/clinic.h"
#include "clinic/contact/communication.h"
#include "ui/shell/who.h"

#include <QWidget>

class QVBoxLayout;

namespace xinglin::ui {

class Button;
class Label;

/// The latest contacts with a patient for the side of their chart, what they had asked before they became one, and the
/// key that logs what is just said.
class ContactsCard : public QWidget
{
    Q_OBJECT

public:
    ContactsCard(Clinic &clinic, const Who &who, QWidget *parent = nullptr);

    /// Reads what is known of a patient whose chart was opened; nobody's empties the card.
    void setPatient(const std::optional<PatientId> &id);
    /// See Page::rest().
    void rest(bool resting);

protected:
    void showEvent(QShowEvent *event) override;

signals:
    /// All of them are to be seen.
    void allWanted(xinglin::PatientId id);

private:
    struct Known
    {
        QString name;
        QList<Contact> contacts;
        QList<Enquiry> enquiries;
    };
    void load();
    void show(const Known &known);
    void log();

    Clinic &m_clinic;
    std::optional<PatientId> m_patient;
    QString m_name;
    Label *m_none;
    QVBoxLayout *m_lines;
    Button *m_log = nullptr;
    Button *m_all;
    bool m_resting = false;
    bool m_stale = false; ///< Something was said while the card was not seen.
    quint64 m_question = 0;
};

} // namespace xinglin::ui
