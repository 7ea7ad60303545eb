#pragma once

#include "access/session.h"

#include <QWidget>

#include <atomic>
#include <memory>

class QProgressBar;

namespace xinglin::ui {

class Button;
class Label;
class MessageStrip;

/// Makes the clinic to practise in, away from the GUI thread, and says how far it is.
class TrainingForm : public QWidget
{
    Q_OBJECT

public:
    /// What @p around points to outlives the form and what it has begun.
    explicit TrainingForm(const access::Surroundings &around, QWidget *parent = nullptr);
    ~TrainingForm() override;

    /// @p afresh: the one that is there goes first.
    void begin(bool afresh);

signals:
    /// It is there.
    void made();
    /// The person does not want one.
    void left();

private:
    void setBusy(bool busy);

    access::Surroundings m_around;
    MessageStrip *m_strip;
    Label *m_doing;
    QProgressBar *m_bar;
    Button *m_make;
    Button *m_leave;
    bool m_afresh = false;
    std::shared_ptr<std::atomic<bool>> m_stop; ///< While busy.
};

} // namespace xinglin::ui
