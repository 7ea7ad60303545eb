#pragma once

#include "clinic/catalog/catalog.h"
#include "clinic/clinic.h"
#include "clinic/record/notetemplates.h"
#include "ui/kit/formdialog.h"

class QCheckBox;
class QComboBox;
class QLineEdit;
class QVBoxLayout;

namespace xinglin::ui {

class Field;
class FormDraft;

/// Keeps parts of a note as a template, or changes one. Closes once it is stored.
class TemplateDialog : public FormDialog
{
    Q_OBJECT

public:
    /// Where a note stands that is to be kept.
    struct From
    {
        PatientId patient;
        std::optional<VisitId> visit; ///< None: it was never saved.
    };

    /// @param shown what is to be kept; with an id, the template that is changed.
    /// @param formula how the formula is called that @p shown begins with; empty: none.
    /// @param known templates in whose place it may be put.
    /// @param from of a new one.
    TemplateDialog(Clinic &clinic, const Catalog &catalog, const notetemplate::Draft &shown, const QString &formula,
                   const QList<notetemplate::Template> &known, const std::optional<From> &from, QWidget *parent);

signals:
    void kept(const QString &name, const QString &code);

private:
    void buildParts(const Catalog &catalog, const QString &formula);
    void choose(int index);
    void keepDraft(const std::optional<From> &from);
    void submit();
    notetemplate::Draft wanted() const;

    Clinic &m_clinic;
    notetemplate::Draft m_shown;
    QList<notetemplate::Template> m_known;
    QComboBox *m_choice;
    QLineEdit *m_name;
    QLineEdit *m_code;
    Field *m_nameField;
    Field *m_codeField;
    QList<std::pair<QStringList, QCheckBox *>> m_parts; ///< Parts of the note, and whether they are kept.
    QCheckBox *m_formula = nullptr;
    QCheckBox *m_shared;
    FormDraft *m_draft = nullptr;
};

} // namespace xinglin::ui
