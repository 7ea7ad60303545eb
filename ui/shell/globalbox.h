#pragma once

#include "ui/shell/patientsearch.h"

#include <QLineEdit>

#include <functional>

namespace xinglin::ui {

class Completion;
struct CompletionRow;

/// Something that can be asked for by name.
struct Command
{
    QString id;
    QString text;
    QString keys; ///< As printed; may be empty.
    std::function<void()> run;
};

/// Something that can be done with the person who was typed.
struct PatientCommand
{
    QString id;
    QString text; ///< With %1 for the name: "New visit for %1".
    std::function<void(PatientId)> run;
};

/// The box at the top of the window: people and commands, as they are typed.
class GlobalBox : public QLineEdit
{
    Q_OBJECT

public:
    explicit GlobalBox(Clinic &clinic, QWidget *parent = nullptr);

    void addCommand(const Command &command);
    void addPatientCommand(const PatientCommand &command) { m_patientCommands << command; }
    /// What Enter on a person does.
    void setOpen(std::function<void(PatientId)> open) { m_open = std::move(open); }
    /// Goes into the box and offers the commands.
    void call();
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    /// The person turned away from the box; the page gets the focus back.
    void left();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void ask(const QString &typed);
    void offer(const QString &typed, const QList<PatientHit> &hits);
    void take(int offer);
    void updateMargins();
    void learn();
    QList<Command> commandsFor(const QString &typed) const;

    Clinic &m_clinic;
    PatientSearch m_search;
    Completion *m_completion;
    QList<Command> m_commands;
    QHash<QString, QStringList> m_words; ///< Pinyin and initials of the commands, by id.
    bool m_learning = false;
    QList<PatientCommand> m_patientCommands;
    std::function<void(PatientId)> m_open;
    QList<std::function<void()>> m_offers; ///< By row of the list,
    QString m_offered;                     ///< and what they answer.
    bool m_hurried = false;                ///< Enter was pressed before the answer.
};

} // namespace xinglin::ui
