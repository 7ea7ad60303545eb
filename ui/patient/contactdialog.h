#pragma once

#include "clinic/clinic.h"
#include "clinic/contact/communication.h"
#include "ui/kit/formdialog.h"

class QLineEdit;

namespace xinglin::ui {

class Field;
class FormDraft;
class Segment;

/// Logs what was just said with somebody: by which medium, who began, and what about. Closes once it is stored.
class ContactDialog : public FormDialog
{
    Q_OBJECT

public:
    /// @param with whose contact it is: a patient or an enquiry, and what it begins as.
    /// @param name of whom it is, for the question.
    ContactDialog(Clinic &clinic, const ContactDraft &with, const QString &name, QWidget *parent);

signals:
    void stored(const xinglin::Contact &contact);

private:
    QWidget *buildHow();
    void showWays();
    ContactDraft draft() const;
    void submit();

    Clinic &m_clinic;
    ContactDraft m_with;
    Segment *m_medium;
    Segment *m_way;
    QLineEdit *m_text;
    Field *m_textField;
    FormDraft *m_draft;
};

} // namespace xinglin::ui
