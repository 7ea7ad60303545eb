#pragma once

#include "clinic/clinic.h"
#include "clinic/prescription/ownformulas.h"
#include "ui/kit/formdialog.h"

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace xinglin::ui {

class Field;
class FormDraft;
class Label;

/// Keeps herbs as a formula of one's own or the clinic's, in a new one or in place of those of another, or changes what
/// a kept one is called. Closes once it is stored. Show with open().
class FormulaDialog : public FormDialog
{
    Q_OBJECT

public:
    /// @param shown a new formula with its herbs, or a kept one.
    /// Where herbs stand that are to be kept.
    struct From
    {
        PatientId patient;
        std::optional<VisitId> visit; ///< None: it was never saved.
    };

    /// @param known those whose herbs a new one may replace.
    /// @param from of a new one.
    FormulaDialog(Clinic &clinic, const ownformula::Draft &shown, const QList<ownformula::Formula> &known,
                  const std::optional<From> &from, QWidget *parent);

signals:
    void kept(const QString &name, const QString &code);

private:
    void keepDraft(const std::optional<From> &from);
    void choose(int index);
    void submit();

    Clinic &m_clinic;
    ownformula::Draft m_shown;
    QList<ownformula::Formula> m_known;
    QComboBox *m_choice;
    Label *m_herbs;
    QLineEdit *m_name;
    QLineEdit *m_code;
    QLineEdit *m_indication;
    Field *m_nameField;
    Field *m_codeField;
    Field *m_indicationField;
    QCheckBox *m_shared;
    FormDraft *m_draft = nullptr;
};

} // namespace xinglin::ui
