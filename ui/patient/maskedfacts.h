#pragma once

#include "clinic/clinic.h"
#include "clinic/patient/reveal.h"

#include <QWidget>

class QGridLayout;
class QTimer;

namespace xinglin::ui {

class Button;
class Label;

/// What tells who a patient is, as rows of label and value. Masked values can be uncovered one by one by those who may;
/// each covers itself again.
class MaskedFacts : public QWidget
{
    Q_OBJECT

public:
    MaskedFacts(Clinic &clinic, bool mayReveal, QWidget *parent = nullptr);

    void setPatient(const Patient &patient);
    /// How long a value stays uncovered; a minute unless a test says otherwise.
    void setStay(std::chrono::milliseconds stay) { m_stay = stay; }
    /// Covers everything now.
    void cover();

protected:
    void hideEvent(QHideEvent *event) override;

private:
    struct Row
    {
        MaskedField field = MaskedField::Phone;
        QString masked;
        Label *label = nullptr;
        Label *words = nullptr;
        Button *eye = nullptr;
        Button *copy = nullptr;
        QTimer *timer = nullptr;
        QString full; ///< While it is uncovered.
    };
    void add(const QString &label, MaskedField field, const QString &value, bool masked);
    static QString showWords();
    void toggle(int row);
    void uncover(int row, const QString &full);
    void coverRow(int row);

    Clinic &m_clinic;
    bool m_mayReveal;
    std::optional<PatientId> m_patient;
    QGridLayout *m_grid;
    QList<Row> m_rows;
    std::chrono::milliseconds m_stay = patient::RevealTime;
    quint64 m_question = 0;
};

} // namespace xinglin::ui
