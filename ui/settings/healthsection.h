#pragma once

#include "access/health.h"
#include "ui/shell/page.h"
#include "ui/shell/who.h"

class QScrollArea;
class QVBoxLayout;

namespace xinglin::ui {

class Button;
class Label;
class MessageStrip;

/// Section "health" of the settings: each thing that was looked at with its state, the fact, what to do; and what one
/// PC alone cannot notice.
class HealthSection : public Page
{
    Q_OBJECT

public:
    HealthSection(Clinic &clinic, const access::Surroundings &around, QWidget *parent = nullptr);

    QString title() const override;
    QString context() const override;
    QList<KeyHint> keyHints() const override;
    void activate() override;
    void rest(bool resting) override;

protected:
    void showEvent(QShowEvent *event) override;

private:
    void load();
    void show(const access::Health &health);
    void addLine(const access::HealthLine &line);

    Clinic &m_clinic;
    access::Surroundings m_around;
    MessageStrip *m_strip;
    QScrollArea *m_scroll;
    QVBoxLayout *m_list;
    Button *m_again;
    QString m_state;
    quint64 m_question = 0;
};

} // namespace xinglin::ui
