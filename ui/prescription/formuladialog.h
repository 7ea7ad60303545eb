#pragma once

#include "clinic/clinic.h"
#include "clinic/prescription/ownformulas.h"
#include "ui/kit/formdialog.h"

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace xinglin::ui {

class Field;
class Label;

/// Keeps herbs as a formula of one's own or the clinic's, in a new one or in place of those of another, or changes what
/// a kept one is called. Closes once it is stored. Show with open().
class FormulaDialog : public FormDialog
{
    Q_OBJECT

public:
    /// @param shown a new formula with its herbs, or a kept one.
    /// @param known those whose herbs a new one may replace.
    FormulaDialog(Clinic &clinic, const ownformula::Draft &shown, const QList<ownformula::Formula> &known,
                  QWidget *parent);

signals:
    void kept(const QString &name, const QString &code);

private:
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
};

} // namespace xinglin::ui
