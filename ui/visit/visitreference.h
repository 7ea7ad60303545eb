#pragma once

#include "clinic/clinic.h"
#include "ui/visit/referencewords.h"

#include <QObject>

class QTimer;

namespace xinglin::ui {

class ReferencePane;

/// What stands in the reference of a visit: told what is being written, it asks the clinic's past once for each
/// pattern, a moment after the last key, and shows what was found. It does nothing about it; the page does.
class VisitReference : public QObject
{
    Q_OBJECT

public:
    VisitReference(Clinic &clinic, std::shared_ptr<const Catalog> catalog, QObject *parent = nullptr);

    ReferencePane *pane() const { return m_pane; }
    /// How a formula is called, classic or own; empty where it is not known.
    void setNames(std::function<QString(const QString &)> nameOf) { m_nameOf = std::move(nameOf); }
    void setTemplates(const QList<notetemplate::Template> &known);
    /// What is being written. @p closed: nothing can be put in any more, so only what was done before is shown.
    void setNote(std::optional<PatientId> patient, std::optional<VisitId> visit, const QList<DiagnosisEntry> &diagnoses,
                 bool closed);
    /// The note is in front.
    void showNote();
    /// The prescription is in front, with this herb under the hand; an unknown one shows nothing.
    void showHerb(const QString &id);
    /// Asks nothing while somebody else is at the screen.
    void rest(bool resting);

signals:
    void templateWanted(const xinglin::notetemplate::Template &chosen);
    void formulaWanted(const QString &id);
    void visitWanted(xinglin::VisitId visit);

private:
    /// What was asked for.
    struct About
    {
        std::optional<PatientId> patient;
        std::optional<VisitId> visit;
        QList<DiagnosisEntry> diagnoses;
        bool closed = false;
        bool operator==(const About &) const = default;
    };
    struct Found
    {
        QList<safety::NamedFormula> formulas;
        consultation::Similar past;
    };
    void ask();
    void show();
    void choose(const ReferenceAction &action);
    Reference ofNote() const;
    QList<notetemplate::Template> naming() const;
    /// Names of each entry of a kind: as it is written, and what else the catalogue calls it.
    static QList<QStringList> namesOf(const Catalog &catalog, const QList<DiagnosisEntry> &entries, DiagnosisKind kind);
    /// The entry whose past is asked for: the first pattern with a code, else the first disease.
    std::optional<DiagnosisEntry> leading() const;

    Clinic &m_clinic;
    std::shared_ptr<const Catalog> m_catalog;
    ReferencePane *m_pane;
    QTimer *m_pause;
    std::function<QString(const QString &)> m_nameOf;
    QList<notetemplate::Template> m_templates;
    About m_about;
    std::optional<Found> m_found;
    quint64 m_question = 0;
    QString m_herb;
    bool m_showsHerb = false;
    bool m_all = false; ///< All formulas are shown.
    bool m_resting = false;
};

} // namespace xinglin::ui
