#pragma once

#include "clinic/changes.h"
#include "ui/shell/page.h"
#include "ui/shell/who.h"

class QScrollArea;
class QVBoxLayout;

namespace xinglin::ui {

class Button;
class Label;
class MessageStrip;

/// What was changed in a patient's record: who, when, why, from what to what; the newest first.
class HistoryPage : public Page
{
    Q_OBJECT

public:
    HistoryPage(Clinic &clinic, const Who &who, QWidget *parent = nullptr);

    void openPatient(PatientId id);

    QString title() const override;
    QString context() const override;
    QList<KeyHint> keyHints() const override;
    std::optional<PatientId> patient() const override { return m_patient; }
    void activate() override;

signals:
    void chartWanted(xinglin::PatientId id);
    /// Who looked at the record is wanted.
    void trailWanted(xinglin::PatientId id);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Story
    {
        QString name;
        QList<changes::Told> told;
    };
    void load();
    void add(const changes::Told &told);
    void clear();

    Clinic &m_clinic;
    std::optional<PatientId> m_patient;
    QString m_name;
    MessageStrip *m_strip;
    QScrollArea *m_scroll;
    QVBoxLayout *m_list;
    Label *m_end;
    Button *m_more;
    std::optional<qint64> m_before;
    quint64 m_question = 0;
};

} // namespace xinglin::ui
