#pragma once

#include "base/result.h"
#include "clinic/patient/patient.h"
#include "ui/patient/allergyeditor.h"
#include "ui/shell/who.h"

#include <QHash>
#include <QSet>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QVBoxLayout;

namespace xinglin::ui {

class Field;
class GrowingTextEdit;
class HouseholdLinks;
class PatientChoice;
class PhonesEditor;
class Segment;
class WordCompletion;

/// All that is known of a person, as a form. Problems stand under a field as soon as it was left; what a role may not
/// write is not there.
class PatientEditor : public QWidget
{
    Q_OBJECT

public:
    PatientEditor(Clinic &clinic, const Who &who, const QList<AllergenChoice> &allergens, QWidget *parent = nullptr);

    /// @param today the clinic's day, for ages and checks.
    void setDraft(const PatientDraft &draft, const QList<Allergy> &allergies, QDate today);
    PatientDraft draft() const;
    /// As setDraft() has shown it.
    const PatientDraft &before() const { return m_before; }
    /// Puts what was typed earlier over what setDraft() has shown.
    void resume(const PatientDraft &typed, const CareContent &allergies);
    /// Fields that were changed elsewhere too, and what is saved there: shown under them while they differ.
    void showSaved(const QMap<QString, QString> &saved);
    AllergyEditor *allergies() const { return m_allergies; }
    /// Who has the same telephone, to be related to the one who is registered; null for who may not.
    HouseholdLinks *household() const { return m_household; }
    /// The person being edited, who cannot have sent themselves; nobody's household is offered to them.
    void setPerson(const std::optional<PatientId> &id);
    /// Reads the channels and campaigns to choose from.
    void readChannels();
    bool isDirty() const;
    /// Of patient::problems(); the worst first.
    QList<Error> problems() const;
    /// Marks the field the error belongs to and goes there; false where it belongs to none.
    bool showProblem(const Error &error);
    /// Shows every problem, as if all fields had been left.
    void showAllProblems();
    void focusFirst();

signals:
    void changed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildIdentity(QVBoxLayout *column);
    void buildGuardian(QVBoxLayout *column);
    void buildReach(QVBoxLayout *column);
    void buildMore(QVBoxLayout *column);
    void buildArrival(QVBoxLayout *column);
    QLineEdit *line(const QString &field, const QString &label, const QString &name);
    void fill(const PatientDraft &draft);
    void edited();
    void takeFromDocument();
    /// Puts what was typed into the name or the phone where it belongs.
    void sortOut(QLineEdit *edit);
    void showProblems();
    void showHints();

    Clinic &m_clinic;
    Who m_who;
    std::optional<PatientId> m_person;
    QDate m_today;
    PatientDraft m_before;
    QHash<QString, Field *> m_fields; ///< By the draft's field.
    QSet<QString> m_left;             ///< Fields that may complain.
    QMap<QString, QString> m_saved;   ///< By field: what stands in the store beside what is typed.
    QLineEdit *m_name = nullptr;
    Segment *m_sex = nullptr;
    QLineEdit *m_birth = nullptr;
    QCheckBox *m_lunar = nullptr;
    QLineEdit *m_phone = nullptr;
    QCheckBox *m_noPhone = nullptr;
    QComboBox *m_documentKind = nullptr;
    QLineEdit *m_document = nullptr;
    QLineEdit *m_guardianName = nullptr;
    QLineEdit *m_guardianRelation = nullptr;
    QLineEdit *m_guardianPhone = nullptr;
    PhonesEditor *m_otherPhones = nullptr;
    QLineEdit *m_address = nullptr;
    QLineEdit *m_emergencyName = nullptr;
    QLineEdit *m_emergencyPhone = nullptr;
    QLineEdit *m_source = nullptr;
    QLineEdit *m_campaign = nullptr;
    PatientChoice *m_referredBy = nullptr;
    WordCompletion *m_sources = nullptr;
    WordCompletion *m_campaigns = nullptr;
    HouseholdLinks *m_household = nullptr;
    QLineEdit *m_occupation = nullptr;
    QLineEdit *m_marital = nullptr;
    QLineEdit *m_insurance = nullptr;
    QLineEdit *m_oldNumber = nullptr;
    AllergyEditor *m_allergies = nullptr;
    GrowingTextEdit *m_alert = nullptr;
    GrowingTextEdit *m_note = nullptr;
    bool m_filling = false;
};

} // namespace xinglin::ui
