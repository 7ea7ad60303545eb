#pragma once

#include "ui/kit/askdialog.h"
#include "ui/shell/patientsearch.h"

class QTreeView;

namespace xinglin::ui {

class Label;
class PatientModel;
class SearchField;

/// Finds the record that may be of the same person as another: who is alike, until something is typed.
class OtherRecordDialog : public AskDialog
{
    Q_OBJECT

public:
    /// @param merges whether the person may merge, for the words.
    OtherRecordDialog(Clinic &clinic, PatientId one, bool merges, QWidget *parent);

signals:
    void chosen(xinglin::PatientId id);

private:
    void buildList();
    void propose();
    void show(const QString &typed, const QList<PatientHit> &hits);
    void walk(int rows);
    void take();

    Clinic &m_clinic;
    PatientId m_one;
    PatientSearch m_search;
    SearchField *m_field;
    Label *m_title;
    QTreeView *m_list;
    PatientModel *m_model;
    std::optional<QString> m_shown; ///< What the rows were found by.
    bool m_takeWhenFound = false;
};

} // namespace xinglin::ui
