#pragma once

#include "clinic/schedule/services.h"
#include "clinic/schedule/waitlist.h"
#include "ui/booking/stripview.h"
#include "ui/kit/pane.h"

class QComboBox;
class QLineEdit;
class QScrollArea;

namespace xinglin::ui {

class BookingTimes;
class Button;
class ChipBar;
class Field;
class KeySentence;
class MessageStrip;
class PatientChoice;

/// What is known when somebody begins to book.
struct BookingStart
{
    std::optional<PatientId> patient;
    std::optional<ResourceId> with;
    std::optional<Instant> start;               ///< Nothing: the best times are proposed.
    std::optional<std::chrono::minutes> length; ///< Nothing: as long as the service is.
    QDate day;                                  ///< What a typed time is on, and where looking begins.
    bool waiting = false;                       ///< For the waitlist instead.
};

/// Books for one person, in the order in which one asks on the telephone: who, what, when. Three times are proposed at
/// once; conditions are letters, proposals are digits, Enter books. The same fields put somebody on the waitlist.
class BookingPanel : public Pane
{
    Q_OBJECT

public:
    BookingPanel(Clinic &clinic, const Who &who, QWidget *parent = nullptr);

    void begin(const BookingStart &start);
    /// Reads services and resources anew at the next begin().
    void forget() { m_known = false; }

signals:
    void booked(const xinglin::Appointment &appointment, const QString &sentence);
    void listed(const QString &sentence);
    /// Esc: back to what was there before.
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Known
    {
        QList<HealthcareService> services;
        QList<Resource> resources;
    };
    /// What is done although something speaks against it.
    struct Insisting
    {
        bool overbook = false;
        bool besideOwn = false;
        bool outOfHours = false;
    };

    void build();
    QWidget *buildForm();
    void read();
    void fill(const Known &known);
    void startOver();
    void fillWith();
    void patientChosen();
    void habitsKnown(const BookingHabits &habits);
    void typed();
    void wishesChanged();
    void letter(const QString &letter);
    void propose();
    void show(const QList<FreeTime> &proposed);
    std::optional<HealthcareServiceId> service() const;
    std::optional<ResourceId> with() const;
    std::optional<Instant> wished() const;
    FreeQuestion question() const;
    void act();
    void book(const FreeTime &time);
    /// A practitioner's sex that was asked for is remembered of the patient; both chips: either again.
    void keepWish();
    void addToWaitlist();
    void refused(const Error &error, const AppointmentDraft &draft);
    void explain(const Error &error, const Insisting &way, const QList<FreeTime> &others);
    void insist();
    /// Whether all is known that Enter acts on.
    bool isReady() const;
    void catchUp();
    void clearMessage();
    void setWaiting(bool waiting);
    void updateVerb();

    Clinic &m_clinic;
    bool m_mayOverbook;
    QTimeZone m_zone;
    BookingStart m_start;
    bool m_known = false;
    bool m_busy = false;
    bool m_reading = false;                ///< What the patient is used to,
    std::optional<BookingHabits> m_habits; ///< and what that is.
    bool m_proposing = false;              ///< The best times are being looked for.
    bool m_hurried = false;                ///< Enter was pressed before all that was known.
    bool m_waiting = false;
    QList<HealthcareService> m_services;
    QList<Resource> m_resources;
    Insisting m_insisting;
    Insisting m_offered; ///< What could be insisted on.
    QList<FreeTime> m_proposed;
    quint64 m_question = 0;

    QScrollArea *m_scroll = nullptr;
    Button *m_mode = nullptr;
    PatientChoice *m_patient = nullptr;
    StripView *m_strip = nullptr;
    QComboBox *m_service = nullptr;
    QComboBox *m_with = nullptr;
    QLineEdit *m_when = nullptr;
    Field *m_whenField = nullptr;
    ChipBar *m_wishes = nullptr;
    MessageStrip *m_message = nullptr;
    BookingTimes *m_times = nullptr;
    QLineEdit *m_note = nullptr;
    Button *m_insist = nullptr;
    Button *m_verb = nullptr;
    KeySentence *m_keys = nullptr;
};

} // namespace xinglin::ui
