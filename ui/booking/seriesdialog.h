#pragma once

#include "clinic/clinic.h"
#include "clinic/schedule/services.h"
#include "ui/booking/proposals.h"
#include "ui/kit/formdialog.h"

class QComboBox;
class QLineEdit;
class QTimer;

namespace xinglin::ui {

class ChipBar;
class Field;
class Stepper;

/// For whom a course of treatment is, and what it begins as.
struct SeriesStart
{
    PatientId patient{Uuid(Uuid::Bytes{})};
    QString name;
    std::optional<HealthcareServiceId> service; ///< Nothing: the first that the clinic has.
    std::optional<ResourceId> with;             ///< Nothing: whoever is free.
    std::optional<Instant> like;                ///< An appointment of theirs: its weekday and time of day.
};

/// Books a course of treatment: so many times, on these weekdays, at this time. Each appointment is proposed at once,
/// with why one cannot be as it was wished and what else is free; Enter books them all.
class SeriesDialog : public FormDialog
{
    Q_OBJECT

public:
    SeriesDialog(Clinic &clinic, const SeriesStart &start, QWidget *parent);
    /// Moves @p appointment to @p start, and all that follow it in its series with it.
    static SeriesDialog *shift(Clinic &clinic, const Appointment &appointment, Instant start, QWidget *parent);

signals:
    /// What was booked or moved, by its start, and what to say of it.
    void done(const QList<xinglin::Appointment> &appointments, const QString &sentence);

private:
    struct Read
    {
        QList<HealthcareService> services;
        QList<Resource> resources;
        QList<Proposal> proposals;
        std::optional<Error> refused; ///< Why nothing could be proposed.
    };

    SeriesDialog(Clinic &clinic, const QString &question, const QString &sentence, const SeriesStart &start,
                 const std::optional<Appointment> &moved, Instant to, QWidget *parent);
    QWidget *buildForm();
    void offerServices();
    void offerResources();
    void spread();
    /// What stands in the form; nothing where a field cannot be read, and then it says so.
    std::optional<SeriesDraft> draft();
    void ask();
    void present(const Read &read);
    void showVerb();
    void submit();
    void book();
    void rearrange();
    void settled(const Result<QList<Appointment>> &result);

    Clinic &m_clinic;
    SeriesStart m_start;
    std::optional<Appointment> m_moved; ///< It is moved, with those that follow; nothing: a course is booked.
    Instant m_to;
    QTimeZone m_zone;
    QDate m_today;
    QList<HealthcareService> m_services;
    QList<Resource> m_resources;
    QComboBox *m_service = nullptr;
    QComboBox *m_with = nullptr;
    Stepper *m_count = nullptr;
    Stepper *m_times = nullptr;
    ChipBar *m_weekdays = nullptr;
    QLineEdit *m_first = nullptr;
    Field *m_firstField = nullptr;
    QLineEdit *m_time = nullptr;
    Field *m_timeField = nullptr;
    ProposalList *m_list;
    QTimer *m_rest;
    quint64 m_question = 0;
    bool m_changed = false; ///< What is asked for next answers a refusal.
    bool m_current = false; ///< What is listed is what the form says.
};

} // namespace xinglin::ui
