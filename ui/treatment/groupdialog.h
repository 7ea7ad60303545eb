#pragma once

#include "clinic/clinic.h"
#include "clinic/treatment/pointgroups.h"
#include "ui/kit/formdialog.h"

#include <memory>

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace xinglin {
struct Catalog;
}

namespace xinglin::ui {

class Button;
class Field;
class FormDraft;
class PointLine;

/// Keeps the points of the line as a group under a code, changes groups and takes them out of use. Show with open().
class GroupDialog : public FormDialog
{
    Q_OBJECT

public:
    /// @param line what a new group begins with.
    GroupDialog(Clinic &clinic, std::shared_ptr<const Catalog> catalog, const std::optional<TreatmentDraft> &line,
                const QList<pointgroup::Group> &groups, QWidget *parent);
    ~GroupDialog() override;

signals:
    void kept(const QString &name, const QString &code);
    void retired(const QString &name);

private:
    void choose(int index);
    void keepDraft();
    QMap<QString, QString> fields() const;
    pointgroup::Draft draft() const;
    void submit();
    void retire();
    void refuse(const Error &error);

    Clinic &m_clinic;
    std::shared_ptr<const Catalog> m_catalog;
    std::optional<TreatmentDraft> m_line;
    QList<pointgroup::Group> m_groups;
    QComboBox *m_choice;
    QLineEdit *m_name;
    QLineEdit *m_code;
    Field *m_nameField;
    Field *m_codeField;
    QCheckBox *m_shared;
    PointLine *m_points;
    Button *m_retire;
    FormDraft *m_draft = nullptr;
};

} // namespace xinglin::ui
