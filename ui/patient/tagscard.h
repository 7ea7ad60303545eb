#pragma once

#include "clinic/clinic.h"
#include "clinic/patient/tags.h"
#include "ui/shell/who.h"

#include <QWidget>

class QLineEdit;

namespace xinglin::ui {

class ChipBar;
class Completion;
class Label;

/// The tags of a patient for the side of their chart: what they carry; a further one is typed, also one that is not
/// there yet.
class TagsCard : public QWidget
{
    Q_OBJECT

public:
    TagsCard(Clinic &clinic, const Who &who, QWidget *parent = nullptr);

    /// Reads what a patient carries whose chart was opened; nobody's empties the card.
    void setPatient(const std::optional<PatientId> &id);

private:
    struct Known
    {
        QList<Tag> carried;
        QList<Tag> inUse;
    };
    void buildEntry();
    void show(const Known &known);
    void propose(const QString &typed);
    /// Gives what was typed: a tag there is, or a new one.
    void give(const QString &name);
    void takeAway(const QStringList &left);
    template <class F>
    void write(const QByteArray &act, F f);

    Clinic &m_clinic;
    bool m_mayWrite;
    bool m_mayMake;
    std::optional<PatientId> m_patient;
    Known m_known;
    Label *m_words;
    ChipBar *m_chips = nullptr;
    QLineEdit *m_name = nullptr;
    Completion *m_completion = nullptr;
    Label *m_said;
    quint64 m_question = 0;
};

} // namespace xinglin::ui
