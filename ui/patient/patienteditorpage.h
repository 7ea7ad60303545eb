#pragma once

#include "clinic/contact/enquiry.h"
#include "ui/patient/patienteditor.h"
#include "ui/shell/draftkeeper.h"
#include "ui/shell/draftstrip.h"
#include "ui/shell/page.h"
#include "ui/shell/patientsearch.h"

namespace xinglin::ui {

class Button;
class Label;
class LookAlikes;
class OpenEnquiries;

/// Registering a person, or changing what is known of one. Beside the form stand those who could be the same.
class PatientEditorPage : public Page
{
    Q_OBJECT

public:
    PatientEditorPage(Clinic &clinic, const Who &who, const QList<AllergenChoice> &allergens,
                      std::shared_ptr<access::Keys> keys = {}, QWidget *parent = nullptr);
    ~PatientEditorPage() override;

    /// Begins a registration with what was typed elsewhere: a phone or a name. A registration that was begun and not
    /// saved goes on where it was, also after a new start.
    void startRegistration(const QString &typed);
    /// The same with what somebody asked; who is registered is who asked.
    void startRegistration(const Enquiry &enquiry);
    /// Goes on with a registration that was kept as a draft.
    void resumeRegistration(const Uuid &subject);
    /// Reads the person and begins to change them, or goes on with a change that was begun before.
    void startEdit(PatientId id);
    bool hasUnsaved() const override;
    bool keepsDrafts() const override { return true; }

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
    void hideEvent(QHideEvent *event) override;

private:
    void begin(const PatientDraft &draft, const QList<Allergy> &allergies);
    void save();
    void leave();
    void done(const Result<Patient> &patient);
    void beginRegistration(const PatientDraft &draft);
    /// One of those beside the form is meant; what they asked is theirs.
    void openInstead(PatientId id);

    // Enquiries: patienteditorenquiry.cpp
    void buildEnquiries();
    void setEnquiry(const std::optional<EnquiryId> &id);
    void takeOver(const Enquiry &enquiry);
    void lookForEnquiries(const PatientDraft &draft);

    // Drafts: patienteditordrafts.cpp
    void buildKeeper(std::shared_ptr<access::Keys> keys);
    PatientContent content() const;
    std::optional<DraftKeeper::Draft> typed() const;
    void restore(const RestoredDraft &draft);
    void put(const PatientContent &content);
    DraftStrip::Act discard();
    void askForRegistration(bool takeUp);

    Clinic &m_clinic;
    Who m_who;
    PatientEditor *m_editor;
    LookAlikes *m_others;
    OpenEnquiries *m_enquiries = nullptr; ///< For those who may record them.
    DraftStrip *m_strip;
    Button *m_save;
    std::optional<PatientId> m_editing;
    std::optional<EnquiryId> m_enquiry; ///< What the registration comes of.
    std::optional<qint64> m_revision;   ///< Of the person being edited, as they were read.
    QString m_name;                     ///< Of the person being edited, as they were.
    DraftKeeper *m_keeper = nullptr;
    Uuid m_subject{Uuid::Bytes{}}; ///< Of the registration's draft.
    std::optional<Hand> m_hand;    ///< To be put back when the page is seen again.
    quint64 m_question = 0;
    bool m_saving = false;
    bool m_saveWhenKnown = false; ///< Save was pressed before it was known who shares the telephone.
    bool m_begun = false;
};

} // namespace xinglin::ui
