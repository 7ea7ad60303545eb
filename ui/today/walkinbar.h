#pragma once

#include "clinic/clinic.h"
#include "clinic/schedule/queueticket.h"
#include "ui/kit/pane.h"

#include <QHash>

class QComboBox;

namespace xinglin::ui {

class Button;
class PatientChoice;

/// Somebody comes without an appointment: a few letters and Enter name them, what they usually come for stands there,
/// Enter queues them.
class WalkInBar : public Pane
{
    Q_OBJECT

public:
    explicit WalkInBar(Clinic &clinic, QWidget *parent = nullptr);

    /// Empty, with the hand in the field. @p names of practitioners.
    void begin(const QHash<ResourceId, QString> &names, const std::optional<PatientId> &who);
    /// The queueing was refused, or is done.
    void settle(bool done);

signals:
    void queueWanted(const xinglin::WalkIn &who);
    void failed(const xinglin::Error &error);
    void left();
    /// Nobody is known under what was typed.
    void registrationWanted(const QString &typed);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void readServices();
    void offerCallers();
    void chosen();
    void queue();

    Clinic &m_clinic;
    PatientChoice *m_patient;
    QComboBox *m_service;
    QComboBox *m_with;
    Button *m_queue;
    QHash<ResourceId, QString> m_names;
    QList<HealthcareService> m_services;
    std::optional<WalkIn> m_usual;
    bool m_queueWhenKnown = false;
    bool m_busy = false;
    quint64 m_question = 0;
};

} // namespace xinglin::ui
