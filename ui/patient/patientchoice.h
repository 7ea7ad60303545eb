#pragma once

#include "ui/shell/patientsearch.h"

#include <QKeyEvent>
#include <QLineEdit>

#include <memory>
#include <vector>

namespace xinglin::ui {

class Completion;

/// A line that names a patient: name, pinyin, telephone or number is typed, and one of those found is taken. What is
/// typed and not taken names nobody.
class PatientChoice : public QLineEdit
{
    Q_OBJECT

public:
    explicit PatientChoice(Clinic &clinic, QWidget *parent = nullptr);

    /// Shows this one; nobody, with an empty name, empties the line.
    void setChosen(const std::optional<PatientId> &id, const QString &name);
    /// The same for one whose name is to be read.
    void setPatient(const std::optional<PatientId> &id);
    std::optional<PatientId> chosen() const { return m_chosen; }
    /// One who is not proposed: the patient themselves.
    void setBut(const std::optional<PatientId> &but) { m_but = but; }
    /// Enter that comes faster than the answer takes the one who is found; where several are, it chooses nobody. What
    /// is typed after it waits and goes to whatever has the focus then.
    void setTypedAhead(bool on) { m_typedAhead = on; }
    bool isComposing() const;
    /// Whether something stands there that names nobody.
    bool isOpen() const { return !m_chosen && !text().trimmed().isEmpty(); }
    /// Whether what was typed is still being looked for; answered() or failed() follows.
    bool isSearching() const { return m_searching; }
    /// Whether some were found for what stands there, and none of them was taken or turned down with Esc.
    bool isUndecided() const { return isOpen() && !m_hits.isEmpty() && !m_declined; }
    /// Takes the focus and shows once more who was found.
    void propose();

signals:
    /// Those who were found for what was typed are proposed.
    void answered();
    /// It cannot be looked for.
    void failed(const xinglin::Error &error);
    /// Another one was taken, or what was typed names nobody any more.
    void chosenChanged();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void take(const PatientHit &hit);
    void catchUp();
    void offer(const QList<PatientHit> &hits);
    /// Nothing is looked for any more, and nobody is proposed.
    void drop();

    Clinic &m_clinic;
    PatientSearch m_search;
    Completion *m_completion;
    QList<PatientHit> m_hits;
    std::optional<PatientId> m_chosen;
    std::optional<PatientId> m_but;
    bool m_searching = false;
    bool m_declined = false;
    bool m_typedAhead = false;
    bool m_hurried = false;                          ///< Enter was pressed before the answer,
    std::vector<std::unique_ptr<QKeyEvent>> m_typed; ///< and this after it.
};

} // namespace xinglin::ui
