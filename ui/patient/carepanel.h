#pragma once

#include "clinic/patient/patients.h"
#include "ui/kit/pane.h"
#include "ui/patient/allergyeditor.h"
#include "ui/shell/draftkeeper.h"
#include "ui/shell/draftstrip.h"
#include "ui/shell/who.h"

class QLineEdit;
class QScrollArea;
class QVBoxLayout;

namespace xinglin::ui {

class Button;
class Facts;
class Label;
class MaskedFacts;
class Segment;

/// Beside the chart: what must be known of the person before anything is prescribed, and how to add to it at once.
class CarePanel : public Pane
{
    Q_OBJECT

public:
    /// @param keys may be null: then no draft is found again.
    CarePanel(Clinic &clinic, const Who &who, const QList<AllergenChoice> &allergens,
              std::shared_ptr<access::Keys> keys = {}, QWidget *parent = nullptr);
    ~CarePanel() override;

    /// @param draft what was begun for this patient before, see finder().
    void setStrip(const PatientStrip &strip, const std::optional<RestoredDraft> &draft = {});
    /// What was begun for a patient and not saved, to be read beside their strip.
    std::function<std::optional<RestoredDraft>(const store::Snapshot &)> finder(PatientId id);
    /// See Page::rest().
    void rest(bool resting) { m_keeper->rest(resting); }
    /// Whether something was typed here and not saved.
    bool isDirty() const;
    void focusAllergies();
    /// The width in which all of it can be read.
    int leastWidth() const;
    /// Puts something more of the person below everything else.
    void addCard(QWidget *card);
    /// The same right below the facts.
    void addFirstCard(QWidget *card);

protected:
    void hideEvent(QHideEvent *event) override;

private:
    CareContent begun() const;
    void resume(const CareContent &begun);
    void restore(const RestoredDraft &draft);
    std::optional<DraftKeeper::Draft> typed() const;
    template <class F>
    void write(const QByteArray &act, F f, std::function<void()> then);
    QWidget *buildAllergies(const QList<AllergenChoice> &allergens);
    QWidget *buildMedicines();
    QWidget *buildPregnancy();
    void saveAllergies();
    void saveMedicine();
    void savePregnancy(int choice);
    void told(const Result<Done> &done);

    Clinic &m_clinic;
    Who m_who;
    std::optional<PatientId> m_patient;
    DraftStrip *m_strip;
    QScrollArea *m_scroll;
    QVBoxLayout *m_column = nullptr;
    Facts *m_facts;
    MaskedFacts *m_identity;
    AllergyEditor *m_allergies = nullptr;
    Button *m_saveAllergies = nullptr;
    Label *m_medicines = nullptr;
    QLineEdit *m_medicine = nullptr;
    QLineEdit *m_dosage = nullptr;
    QWidget *m_pregnancyBox = nullptr;
    Segment *m_pregnancy = nullptr;
    DraftKeeper *m_keeper;
    QList<Allergy> m_known;
};

} // namespace xinglin::ui
