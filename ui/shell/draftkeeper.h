#pragma once

#include "access/drafts.h"
#include "access/session.h"
#include "clinic/clinic.h"

#include <QObject>

#include <functional>

class QTimer;

namespace xinglin::ui {

/// A draft that was found again.
struct RestoredDraft
{
    drafts::Place place;
    Instant saved;
    QByteArray content;           ///< Empty where there is a problem.
    std::optional<Error> problem; ///< Why it could not be opened.
};

/// The keys by which drafts are found again, wherever something is typed: they hang on the clinic.
class DraftKeys : public QObject
{
    Q_OBJECT

public:
    static void give(Clinic &clinic, const std::shared_ptr<access::Keys> &keys);
    /// Null where none were given.
    static std::shared_ptr<access::Keys> of(Clinic &clinic);

private:
    explicit DraftKeys(Clinic &clinic);

    std::shared_ptr<access::Keys> m_keys;
};

/// Keeps what is typed in one form on disk: at most keepAfterMs behind the keys while somebody types, at once before a
/// lock, a change of person or leaving. It compares what the form holds with what it has posted, so that telling it too
/// often costs nothing.
class DraftKeeper : public QObject
{
    Q_OBJECT

public:
    struct Draft
    {
        drafts::Place place;
        QByteArray content;
        bool operator==(const Draft &) const = default;
    };
    /// What the form holds that is stored nowhere; nothing where all of it is.
    using Ask = std::function<std::optional<Draft>()>;

    static constexpr int keepAfterMs = 1000;

    /// @param keys may be null: then drafts are kept, and none is found again.
    DraftKeeper(Clinic &clinic, std::shared_ptr<access::Keys> keys, Ask ask, QObject *parent = nullptr);

    /// Something in the form may have changed.
    void touch();
    /// Keeps what there is, now.
    void flush();
    /// See Page::rest(): flushes before, keeps nothing meanwhile.
    void rest(bool resting);
    /// The form shows another record from here on; what is kept of the one before stays. @p restored is on disk.
    void begin(const std::optional<Draft> &restored = {});

    /// The form is about to post the act that stores it: the drafts that this act must settle.
    QList<drafts::Place> handOver();
    /// How that act has ended.
    void handedOver(bool stored);

    /// Finds the actor's draft of the first of these places that has one. Made on the GUI thread, called on a reader.
    std::function<std::optional<RestoredDraft>(const store::Snapshot &)> finder(const QList<drafts::Place> &places);
    /// The same for the newest of a kind.
    std::function<std::optional<RestoredDraft>(const store::Snapshot &)> finderOfNewest(const QString &kind);
    /// What was restored cannot be read: it must not be written over.
    void setAside(const drafts::Place &place);

    /// "Restored what you had typed at 10:42."
    static QString restoredWords(Clinic &clinic, Instant saved);

signals:
    /// Something could not be kept; said once until it could be again.
    void failed(const xinglin::Error &error);

private:
    std::function<std::optional<RestoredDraft>(const store::Snapshot &)>
    opener(std::function<std::optional<drafts::Kept>(const store::Snapshot &)> find);

    Clinic &m_clinic;
    std::shared_ptr<access::Keys> m_keys;
    Ask m_ask;
    QTimer *m_timer;
    std::optional<Draft> m_posted; ///< What was last given to the writer.
    QList<drafts::Place> m_places; ///< Where something of this form lies on disk.
    QList<drafts::Place> m_handed;
    bool m_resting = false;
    bool m_failing = false;
};

} // namespace xinglin::ui
