#pragma once

#include "clinic/clinic.h"
#include "clinic/contact/enquiry.h"
#include "ui/kit/formdialog.h"
#include "ui/shell/formdraft.h"

class QLineEdit;

namespace xinglin::ui {

class Field;

/// Writes down what somebody asks, or changes it. Closes once it is stored.
class EnquiryDialog : public FormDialog
{
    Q_OBJECT

public:
    /// @param known the enquiry to be changed, as enquiry::find() gave it; nothing: a new one.
    /// @param typed a name or a telephone to begin a new one with.
    EnquiryDialog(Clinic &clinic, const std::optional<Enquiry> &known, const QString &typed, QWidget *parent);
    ~EnquiryDialog() override;

signals:
    void stored(const xinglin::Enquiry &enquiry);

private:
    QLineEdit *line(const QString &label, const char *name, Field *&field);
    void submit();
    FormDraft::Form form();

    Clinic &m_clinic;
    std::optional<Enquiry> m_known;
    qint64 m_revision = 0; ///< Of what the fields were filled from: older than m_known's where a draft was restored.
    Field *m_nameField = nullptr;
    Field *m_phoneField = nullptr;
    Field *m_wishField = nullptr;
    Field *m_sourceField = nullptr;
    QLineEdit *m_name;
    QLineEdit *m_phone;
    QLineEdit *m_wish;
    QLineEdit *m_source;
    FormDraft *m_draft;
};

} // namespace xinglin::ui
