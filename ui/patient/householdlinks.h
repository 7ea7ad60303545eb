#pragma once

#include "clinic/clinic.h"
#include "clinic/patient/relations.h"

#include <QMap>
#include <QWidget>

class QCheckBox;
class QTimer;
class QVBoxLayout;

namespace xinglin::ui {

class KinshipEdit;

/// Offers to relate somebody who is being registered to those who have the same telephone: what each of them is to the
/// new one. Where nobody has it, it is not there.
class HouseholdLinks : public QWidget
{
    Q_OBJECT

public:
    explicit HouseholdLinks(Clinic &clinic, QWidget *parent = nullptr);

    /// @param phone as typed; of an empty one nothing is offered.
    void compare(const QString &phone);
    /// What was said of them, for the patient with the id @p patient.
    QList<RelationDraft> relations(PatientId patient) const;
    /// What was typed, by the other one's id; and put() brings it back once they are shown.
    QMap<QString, QString> typed() const;
    void put(const QMap<QString, QString> &typed);
    /// Whether one of them answers for the new one, or the new one for them.
    bool namesGuardian() const;
    /// Whether a word stands there that is none; it is gone to.
    bool showProblem();
    bool isComposing() const;
    /// Whether it is not known yet who has the telephone that was typed last; answered() follows.
    bool isAsking() const;

signals:
    void changed();
    /// Those who are shown have the telephone that was typed last.
    void answered();

private:
    struct Row
    {
        PatientId id;
        QWidget *widget;
        KinshipEdit *kinship;
        QCheckBox *guardian;
    };
    void ask();
    void show(const QList<PatientHit> &hits);
    Row build(const PatientHit &hit);

    Clinic &m_clinic;
    QVBoxLayout *m_column;
    QTimer *m_wait;
    QList<Row> m_rows;
    QString m_phone;
    QMap<QString, QString> m_kept; ///< To be put into rows that are not there yet.
    quint64 m_question = 0;
    bool m_asking = false;
};

} // namespace xinglin::ui
