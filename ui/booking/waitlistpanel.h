#pragma once

#include "clinic/clinic.h"
#include "clinic/schedule/waitlist.h"
#include "ui/kit/pane.h"
#include "ui/shell/who.h"

class QListView;
class QStandardItemModel;

namespace xinglin::ui {

class Button;
class KeySentence;
class Label;
class MessageStrip;

/// A time that somebody gave up.
struct FreedTime
{
    ResourceId resource{Uuid(Uuid::Bytes{})};
    Period period;
    QString name; ///< Of the resource.
};

/// Who waits: for a time that became free those it suits, the most pressing first, one key books; otherwise all of
/// them. Dialling keeps the time for that person for some minutes, so that nobody else is offered it.
class WaitlistPanel : public Pane
{
    Q_OBJECT

public:
    WaitlistPanel(Clinic &clinic, QWidget *parent = nullptr);

    /// Nothing: everybody who waits.
    void begin(const std::optional<FreedTime> &freed);
    /// Reads anew; the selected one stays so.
    void refresh();

signals:
    void booked(const xinglin::Appointment &appointment, const QString &sentence);
    /// Something was done that can be taken back.
    void told(const QString &sentence);
    void closed();
    void chartWanted(xinglin::PatientId id);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Read
    {
        QList<WaitlistMatch> matches;
        QList<WaitlistOffer> offers;
    };
    bool pressed(int key);
    void show(const Read &read);
    void showCurrent();
    const WaitlistMatch *current() const;
    std::optional<WaitlistOffer> offerTo(WaitlistEntryId entry) const;
    void book();
    void dial();
    void answer(OfferOutcome outcome);
    void withdraw();
    template <class T>
    void ran(const QFuture<Result<T>> &future, const QString &done);

    Clinic &m_clinic;
    QTimeZone m_zone;
    std::optional<FreedTime> m_freed;
    Read m_read;
    bool m_busy = false;
    quint64 m_question = 0;

    Label *m_title;
    Label *m_about;
    QStandardItemModel *m_rows;
    QListView *m_list;
    Label *m_phone;
    Label *m_wish;
    MessageStrip *m_message;
    Button *m_book;
    Button *m_dial;
    KeySentence *m_keys;
};

} // namespace xinglin::ui
