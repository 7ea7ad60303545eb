#include "ui/booking/waitlistpanel.h"

#include "base/text/mask.h"
#include "ui/booking/bookingwords.h"
#include "ui/kit/button.h"
#include "ui/kit/keysentence.h"
#include "ui/kit/messagestrip.h"
#include "ui/kit/ondone.h"
#include "ui/kit/rowdelegate.h"
#include "ui/kit/text.h"
#include "ui/shell/patientwords.h"

#include <QKeyEvent>
#include <QListView>
#include <QLocale>
#include <QStandardItemModel>
#include <QVBoxLayout>

#include <algorithm>

namespace xinglin::ui {

namespace {

/// What they asked for: "10 Mar to 24 Mar, Mon Thu, 14:00 to 17:00".
QString wishInWords(const WaitlistDraft &wish)
{
    const QLocale locale;
    QStringList parts{WaitlistPanel::tr("%1 to %2").arg(dateText(wish.first), dateText(wish.last))};
    QStringList days;
    for (const int day : wish.weekdays)
        days << locale.dayName(day, QLocale::ShortFormat);
    if (!days.isEmpty())
        parts << days.join(u' ');
    const auto clock = [](int minute) {
        return QStringLiteral("%1:%2")
            .arg(minute / 60, 2, 10, QLatin1Char('0'))
            .arg(minute % 60, 2, 10, QLatin1Char('0'));
    };
    if (wish.fromMinute > 0 || wish.toMinute < 1440)
        parts << WaitlistPanel::tr("%1 to %2").arg(clock(wish.fromMinute), clock(wish.toMinute));
    if (!wish.note.isEmpty())
        parts << wish.note;
    return parts.join(WaitlistPanel::tr(", "));
}

} // namespace

WaitlistPanel::WaitlistPanel(Clinic &clinic, QWidget *parent)
    : Pane(Token::Surface, Qt::LeftEdge, parent)
    , m_clinic(clinic)
    , m_zone(clinic.store().options().zone)
    , m_title(new Label({}, TypeStyle::Heading))
    , m_about(new Label({}, TypeStyle::Small, Token::Text2))
    , m_rows(new QStandardItemModel(this))
    , m_list(new QListView)
    , m_phone(new Label({}, TypeStyle::Title))
    , m_wish(new Label({}, TypeStyle::Small, Token::Text2))
    , m_message(new MessageStrip)
    , m_book(new Button({}, ButtonKind::Primary))
    , m_dial(new Button(tr("Dial")))
    , m_keys(new KeySentence({}, TypeStyle::Small, Token::Text3))
{
    setObjectName(QStringLiteral("waitlistPanel"));
    m_title->setObjectName(QStringLiteral("waitlistTitle"));
    m_about->setObjectName(QStringLiteral("waitlistAbout"));
    m_list->setObjectName(QStringLiteral("waitlist"));
    m_list->setAccessibleName(tr("Who waits"));
    m_phone->setObjectName(QStringLiteral("waitlistPhone"));
    m_wish->setObjectName(QStringLiteral("waitlistWish"));
    m_message->setObjectName(QStringLiteral("waitlistMessage"));
    m_book->setObjectName(QStringLiteral("waitlistBook"));
    m_dial->setObjectName(QStringLiteral("waitlistDial"));
    m_book->setKeyCap(QStringLiteral("⏎"));
    m_dial->setKeyCap(QStringLiteral("D"));
    m_list->setModel(m_rows);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    dressRows(m_list, Size::RowComfort)->setPadding(8, 4);
    m_list->installEventFilter(this);
    for (Label *label : {m_about, m_wish})
        label->setWordWrap(true);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(panelPadding + 1, panelPadding, panelPadding, panelPadding);
    column->setSpacing(gapControls);
    column->addWidget(m_title);
    column->addWidget(m_about);
    column->addWidget(m_message);
    column->addWidget(m_list, 1);
    column->addWidget(m_phone);
    column->addWidget(m_wish);
    column->addWidget(m_book);
    column->addWidget(m_dial);
    column->addWidget(m_keys);

    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] { showCurrent(); });
    connect(m_list, &QListView::doubleClicked, this, &WaitlistPanel::book);
    connect(m_book, &Button::clicked, this, &WaitlistPanel::book);
    connect(m_dial, &Button::clicked, this, &WaitlistPanel::dial);
    connect(&m_clinic, &Clinic::changed, this, [this](const store::ChangeSet &changes) {
        if (isVisible() &&
            (changes.touches("waitlist_entry") || changes.touches("waitlist_offer") || changes.touches("appointment")))
            refresh();
    });
}

void WaitlistPanel::begin(const std::optional<FreedTime> &freed)
{
    m_freed = freed;
    m_read = {};
    m_rows->clear();
    m_message->clear();
    m_title->setText(tr("Waitlist"));
    m_about->setText(
        freed ? tr("%1 is free with %2.").arg(timeInWords(freed->period.from, today(m_clinic), m_zone), freed->name)
              : QString());
    m_about->setVisible(freed.has_value());
    m_book->setVisible(freed.has_value());
    m_keys->setText(freed ? tr("[⏎] books, [D] dials, [N] not reached, [X] declined, [Esc] back.")
                          : tr("[D] dials, [Del] takes them off the list, [⏎] opens the chart, [Esc] back."));
    showCurrent();
    refresh();
    m_list->setFocus();
}

void WaitlistPanel::refresh()
{
    const quint64 question = ++m_question;
    const auto read = m_clinic.read([freed = m_freed](const store::Snapshot &view) -> Result<Read> {
        const auto offers = schedule::offers(view);
        if (!offers)
            return offers.error();
        if (freed) {
            const auto found = schedule::matches(view, freed->resource, freed->period);
            if (!found)
                return found.error();
            Read answer{*found, *offers};
            // Who is being called about this time stays in the list of the one who calls.
            for (const WaitlistOffer &one : *offers) {
                const bool here = one.resource == freed->resource && one.period.overlaps(freed->period);
                const bool own = view.actor().user && one.by && one.by->uuid() == *view.actor().user;
                const auto entry = schedule::waitlistEntry(view, one.entry);
                if (here && own && entry)
                    answer.matches.prepend({*entry, {one.period, {one.resource}, false, {}}, 0});
            }
            return answer;
        }
        const auto all = schedule::waitlist(view);
        if (!all)
            return all.error();
        Read everybody{{}, *offers};
        for (const WaitlistEntry &entry : *all)
            everybody.matches << WaitlistMatch{entry, {}, 0};
        return everybody;
    });
    onDone(read, this, [this, question](const Result<Read> &found) {
        if (question != m_question)
            return;
        if (!found)
            return m_message->say(MessageStrip::Kind::Stop, found.error().message);
        show(*found);
    });
}

void WaitlistPanel::show(const Read &read)
{
    const auto before = current() ? std::optional(current()->entry.id) : std::nullopt;
    m_read = read;
    m_rows->clear();
    const QDate day = today(m_clinic);
    int keep = 0;
    for (int i = 0; i < m_read.matches.size(); ++i) {
        const WaitlistEntry &entry = m_read.matches[i].entry;
        auto *row = new QStandardItem(entry.who);
        row->setData(true, RowSongRole);
        if (entry.content.urgent)
            row->setData(QStringLiteral("dialog-warning"), RowIconRole);
        QStringList more{entry.serviceName, tr("waits since %1").arg(relativeDay(civilDay(entry.since, m_zone), day))};
        if (entry.content.urgent)
            more.prepend(tr("urgent"));
        row->setData(more.join(u'·'), RowDetailRole);
        m_rows->appendRow(row);
        keep = before == entry.id ? i : keep;
    }
    if (!m_read.matches.isEmpty())
        m_list->setCurrentIndex(m_rows->index(keep, 0));
    m_title->setText(tr("Waitlist: %n people", nullptr, static_cast<int>(m_read.matches.size())));
    showCurrent();
}

const WaitlistMatch *WaitlistPanel::current() const
{
    const int row = m_list->currentIndex().row();
    return row >= 0 && row < m_read.matches.size() ? &m_read.matches[row] : nullptr;
}

std::optional<WaitlistOffer> WaitlistPanel::offerTo(WaitlistEntryId entry) const
{
    const auto found = std::find_if(m_read.offers.cbegin(), m_read.offers.cend(),
                                    [&](const WaitlistOffer &one) { return one.entry == entry; });
    return found == m_read.offers.cend() ? std::nullopt : std::optional(*found);
}

void WaitlistPanel::showCurrent()
{
    const WaitlistMatch *match = current();
    m_phone->setVisible(match);
    m_wish->setVisible(match);
    m_book->setEnabled(match);
    m_dial->setEnabled(match);
    if (!match) {
        m_book->setText(tr("Book"));
        return;
    }
    const bool dialling = offerTo(match->entry.id).has_value();
    m_phone->setText(dialling ? match->entry.phone : maskPhone(match->entry.phone));
    m_wish->setText(wishInWords(match->entry.content));
    if (m_freed)
        m_book->setText(tr("Book %1").arg(timeInWords(match->time.period.from, today(m_clinic), m_zone)));
}

template <class T>
void WaitlistPanel::ran(const QFuture<Result<T>> &future, const QString &done)
{
    m_busy = true;
    onDone(future, this, [this, done](const Result<T> &result) {
        m_busy = false;
        if (!result)
            m_message->say(MessageStrip::Kind::Stop, result.error().message);
        else
            m_message->clear();
        if (result && !done.isEmpty())
            emit told(done);
        refresh();
    });
}

void WaitlistPanel::book()
{
    const WaitlistMatch *match = current();
    if (!match || m_busy)
        return;
    if (!m_freed) {
        if (match->entry.content.patient)
            emit chartWanted(*match->entry.content.patient);
        return;
    }
    m_busy = true;
    const auto booking =
        m_clinic.write("waitlist.book", [id = match->entry.id, time = match->time](store::Transaction &tx) {
            return schedule::bookFromWaitlist(tx, id, time);
        });
    onDone(booking, this, [this](const Result<Appointment> &made) {
        m_busy = false;
        if (!made) {
            m_message->say(MessageStrip::Kind::Stop, made.error().message);
            return refresh();
        }
        emit booked(*made, tr("%1 is booked: %2.", "who, when")
                               .arg(made->who, timeInWords(made->period.from, today(m_clinic), m_zone)));
    });
}

void WaitlistPanel::dial()
{
    const WaitlistMatch *match = current();
    if (!match || m_busy)
        return;
    if (!m_freed || offerTo(match->entry.id)) {
        m_phone->setText(match->entry.phone);
        return;
    }
    ran(m_clinic.write("waitlist.offer", [id = match->entry.id, time = match->time](
                                             store::Transaction &tx) { return schedule::offer(tx, id, time); }),
        {});
}

void WaitlistPanel::answer(OfferOutcome outcome)
{
    const WaitlistMatch *match = current();
    const auto offer = match ? offerTo(match->entry.id) : std::nullopt;
    if (m_busy || !offer) {
        if (match && m_freed)
            m_message->say(MessageStrip::Kind::Note, tr("Dial first: then the time is kept for them."));
        return;
    }
    ran(m_clinic.write("waitlist.answer",
                       [id = offer->id, outcome](store::Transaction &tx) { return schedule::answer(tx, id, outcome); }),
        {});
}

void WaitlistPanel::withdraw()
{
    const WaitlistMatch *match = current();
    if (!match || m_busy)
        return;
    ran(m_clinic.write(
            "waitlist.withdraw",
            [id = match->entry.id](store::Transaction &tx) { return schedule::withdrawFromWaitlist(tx, id); }),
        tr("%1 is off the waitlist.").arg(match->entry.who));
}

bool WaitlistPanel::pressed(int key)
{
    switch (key) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        book();
        return true;
    case Qt::Key_D:
        dial();
        return true;
    case Qt::Key_N:
        answer(OfferOutcome::Unreached);
        return true;
    case Qt::Key_X:
        answer(OfferOutcome::Declined);
        return true;
    case Qt::Key_Delete:
        withdraw();
        return true;
    case Qt::Key_Escape:
        emit closed();
        return true;
    default:
        return false;
    }
}

bool WaitlistPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if ((key->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier && pressed(key->key()))
            return true;
    }
    return Pane::eventFilter(watched, event);
}

void WaitlistPanel::keyPressEvent(QKeyEvent *event)
{
    if ((event->modifiers() & ~Qt::KeypadModifier) != Qt::NoModifier || !pressed(event->key()))
        Pane::keyPressEvent(event);
}

} // namespace xinglin::ui
