#pragma once

#include "ui/patient/patienteditor.h"
#include "ui/shell/page.h"
#include "ui/shell/patientsearch.h"

namespace xinglin::ui {

class Button;
class Label;
class LookAlikes;
class MessageStrip;

/// Registering a person, or changing what is known of one. Beside the form stand those who could be the same.
class PatientEditorPage : public Page
{
    Q_OBJECT

public:
    PatientEditorPage(Clinic &clinic, const Who &who, const QList<AllergenChoice> &allergens,
                      QWidget *parent = nullptr);

    /// Begins a registration with what was typed elsewhere: a phone or a name. A registration that was begun and not
    /// saved goes on where it was.
    void startRegistration(const QString &typed);
    /// Reads the person and begins to change them.
    void startEdit(PatientId id);
    bool hasUnsaved() const override;

    QString title() const override;
    QString context() const override;
    QList<KeyHint> keyHints() const override;
    std::optional<PatientId> patient() const override { return m_editing; }
    void activate() override;
    void rest(bool resting) override;

signals:
    void saved(xinglin::PatientId id);
    /// The person does not want to go on.
    void left();
    /// One of those beside the form is meant.
    void chartWanted(xinglin::PatientId id);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void begin(const PatientDraft &draft, const QList<Allergy> &allergies);
    void save();
    void leave();
    void done(const Result<Patient> &patient);

    Clinic &m_clinic;
    Who m_who;
    PatientEditor *m_editor;
    LookAlikes *m_others;
    MessageStrip *m_strip;
    Button *m_save;
    std::optional<PatientId> m_editing;
    QString m_name; ///< Of the person being edited, as they were.
    bool m_saving = false;
    bool m_begun = false;
};

} // namespace xinglin::ui
