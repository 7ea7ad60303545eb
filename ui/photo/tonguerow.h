#pragma once

#include "clinic/clinic.h"
#include "clinic/record/attachments.h"

#include <QWidget>

class QListView;

namespace xinglin::ui {

class AttachmentModel;
class Button;

/// The latest pictures of the tongue in one row, beside where the tongue is described, and the key that takes another.
class TongueRow : public QWidget
{
    Q_OBJECT

public:
    explicit TongueRow(Clinic &clinic, QWidget *parent = nullptr);

    void setPatient(std::optional<PatientId> patient);

signals:
    /// Another one is to be taken.
    void takeWanted();
    /// One of them is to be seen large.
    void opened(xinglin::AttachmentId id);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void reload();

    Clinic &m_clinic;
    std::optional<PatientId> m_patient;
    AttachmentModel *m_model;
    QListView *m_list;
    bool m_stale = false;
    quint64 m_question = 0;
};

} // namespace xinglin::ui
