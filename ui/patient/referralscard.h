#pragma once

#include "clinic/clinic.h"
#include "clinic/patient/channels.h"

#include <QWidget>

class QListView;
class QStandardItemModel;

namespace xinglin::ui {

class Button;
class Label;

/// How a patient came and whom they have sent, for the side of their chart. Where nothing is known it is not there.
class ReferralsCard : public QWidget
{
    Q_OBJECT

public:
    explicit ReferralsCard(Clinic &clinic, QWidget *parent = nullptr);

    /// Reads what is known of a patient whose chart was opened; nobody's empties the card.
    void setPatient(const std::optional<PatientId> &id);

signals:
    /// One of them is to be seen.
    void patientWanted(xinglin::PatientId id);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Known
    {
        QString source;
        QString campaign;
        std::optional<PatientHit> by;
        channels::Referrals sent;
    };
    void show(const Known &known);
    void showMore();
    void openCurrent();

    Clinic &m_clinic;
    std::optional<PatientId> m_patient;
    Known m_known;
    Label *m_came;
    QStandardItemModel *m_model;
    QListView *m_list;
    Button *m_more;
    quint64 m_question = 0;
};

} // namespace xinglin::ui
