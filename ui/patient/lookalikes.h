#pragma once

#include "clinic/clinic.h"
#include "clinic/patient/patients.h"
#include "ui/kit/pane.h"

class QTimer;
class QTreeView;

namespace xinglin::ui {

class Label;
class PatientModel;

/// People who have the same phone or the same name as the one being registered, so that nobody is registered twice.
class LookAlikes : public Pane
{
    Q_OBJECT

public:
    explicit LookAlikes(Clinic &clinic, QWidget *parent = nullptr);

    /// @param but the person being edited, who is not listed.
    void compare(const QString &name, const QString &phone, std::optional<PatientId> but);
    void clear();
    void rest(bool resting);

signals:
    /// One of them is meant.
    void taken(xinglin::PatientId id);

private:
    struct Section
    {
        Label *title;
        QTreeView *view;
        PatientModel *model;
    };
    Section addSection(const QString &title, const QString &name);
    void fill(const Section &section, const QList<PatientHit> &hits);
    void ask();

    Clinic &m_clinic;
    Section m_phone{};
    Section m_name{};
    Label *m_nobody;
    QTimer *m_wait;
    QString m_askedName;
    QString m_askedPhone;
    std::optional<PatientId> m_but;
    quint64 m_question = 0;
};

} // namespace xinglin::ui
