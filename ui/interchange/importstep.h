#pragma once

#include "ui/interchange/importrun.h"

#include <QWidget>

namespace xinglin::ui {

class Button;
class Label;
class MessageStrip;
class WorkBar;

/// The last step: the import as it goes on, and what came of it.
class ImportStep : public QWidget
{
    Q_OBJECT

public:
    explicit ImportStep(Clinic &clinic, QWidget *parent = nullptr);

    /// The run that was just begun here is followed, until its end is told.
    /// @param begun false where another one was going on.
    /// @param resumed it goes on with one that was interrupted.
    void follow(bool begun, bool resumed);
    /// Once it has ended well.
    const std::optional<batch::Batch> &batch() const { return m_batch; }
    bool isRunning() const { return m_following; }
    void clear();
    /// What became of the batch later on.
    void setTakenBack(const QString &sentence);
    void activate();

signals:
    /// It has ended; see batch().
    void ended();
    void patientsWanted();
    void takeBackWanted();
    void listWanted();

private:
    void finish(const Result<interop::Imported> &imported);

    ImportRun *m_run;
    bool m_following = false;
    bool m_resumed = false;
    std::optional<batch::Batch> m_batch;
    MessageStrip *m_strip;
    Label *m_title;
    Label *m_words;
    WorkBar *m_work;
    Button *m_patients;
    Button *m_takeBack;
    Button *m_list;
};

} // namespace xinglin::ui
