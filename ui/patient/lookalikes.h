#pragma once

#include "clinic/clinic.h"
#include "clinic/patient/patients.h"
#include "ui/kit/pane.h"

class QTimer;
class QVBoxLayout;

namespace xinglin::ui {

class AlikeList;
class Label;

/// Who may be the person that is being registered, and who has the same telephone, so that nobody is registered twice.
class LookAlikes : public Pane
{
    Q_OBJECT

public:
    explicit LookAlikes(Clinic &clinic, QWidget *parent = nullptr);

    /// @param draft as typed so far.
    /// @param but the person being edited, who is not listed.
    void compare(const PatientDraft &draft, std::optional<PatientId> but);
    void clear();
    /// Puts something above those people.
    void addTop(QWidget *widget);
    void rest(bool resting);

signals:
    /// One of them is meant.
    void taken(xinglin::PatientId id);

private:
    void ask();

    Clinic &m_clinic;
    AlikeList *m_people;
    Label *m_nobody;
    QTimer *m_wait;
    QVBoxLayout *m_column;
    PatientDraft m_asked; ///< What of the draft is compared.
    std::optional<PatientId> m_but;
    quint64 m_question = 0;
};

} // namespace xinglin::ui
