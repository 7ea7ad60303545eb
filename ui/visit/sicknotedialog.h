#pragma once

#include "clinic/clinic.h"
#include "clinic/record/certificates.h"
#include "clinic/record/visits.h"
#include "ui/kit/formdialog.h"

class QCheckBox;
class QLineEdit;
class QPlainTextEdit;

namespace xinglin::ui {

class Field;
class FormDraft;
class Label;

/// What is to stand on a sick note. Accepted: it is in the record, and can be printed. One that was issued before is
/// shown; it stays where nothing was changed, and is replaced where something was.
class SickNoteDialog : public FormDialog
{
    Q_OBJECT

public:
    struct Given
    {
        VisitRevision visit;
        std::optional<Certificate> issued;
    };

    /// @param diagnosis of the visit, in words.
    SickNoteDialog(Clinic &clinic, const Given &given, const QString &diagnosis, QWidget *parent);

private:
    static QString question(const Given &given);
    static QString sentence(const Given &given);
    CertificateDraft draft() const;
    void count();
    void issue();

    Clinic &m_clinic;
    Given m_given;
    Field *m_from;
    Field *m_to;
    QLineEdit *m_fromDay;
    QLineEdit *m_toDay;
    Label *m_days;
    QCheckBox *m_named;
    QLineEdit *m_diagnosis;
    QPlainTextEdit *m_recommendation;
    FormDraft *m_draft;
};

} // namespace xinglin::ui
