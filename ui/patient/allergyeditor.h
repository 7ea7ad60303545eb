#pragma once

#include "clinic/draftcontent.h"
#include "clinic/patient/patient.h"
#include "ui/kit/popuplist.h"

#include <QWidget>

class QLineEdit;
class QVBoxLayout;

namespace xinglin::ui {

class Completion;

/// Something to choose from the catalogue of allergens.
struct AllergenChoice
{
    QString id;
    QString name;      ///< In the language of the program.
    QStringList words; ///< Everything it is found by, lower case: both names, aliases, pinyin, initials.
};

/// An allergy taken back: it was never true.
struct Retraction
{
    AllergyId id;
    QString reason;
};

/// The list of allergies as it is being changed: proposals from the catalogue or free words, Enter adds.
class AllergyEditor : public QWidget
{
    Q_OBJECT

public:
    explicit AllergyEditor(const QList<AllergenChoice> &choices, QWidget *parent = nullptr);

    /// Whether the person may say that a known allergy was never true; not by default.
    void setMayRetract(bool may) { m_mayRetract = may; }
    void setKnown(const QList<Allergy> &known);
    void clear();
    /// What was added, with the words that still stand in the field.
    QList<AllergyDraft> added() const;
    QList<Retraction> retracted() const;
    /// Everything that was begun here, for a draft.
    CareContent begun() const;
    /// Goes on with it, over what setKnown() has shown.
    void resume(const CareContent &begun);
    bool isDirty() const { return !added().isEmpty() || !m_retractions.isEmpty(); }

signals:
    void changed();

private:
    void propose(const QString &typed);
    void take();
    void rebuild();
    void askReason(const Allergy &allergy, const QString &begun = {});

    QList<AllergenChoice> m_choices;
    QList<CompletionRow> m_proposed; ///< Names that begin with what stands in the field.
    bool m_mayRetract = false;
    QList<Allergy> m_known;
    QList<AllergyDraft> m_added;
    QList<Retraction> m_retractions;
    QLineEdit *m_substance;
    QLineEdit *m_reaction;
    Completion *m_completion;
    QVBoxLayout *m_rows;
    QString m_chosen; ///< Id of the allergen whose name stands in the field.
};

} // namespace xinglin::ui
