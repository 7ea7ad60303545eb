#include "ui/shell/draftkeeper.h"

#include "ui/kit/ondone.h"

#include <QLocale>
#include <QTimer>

namespace xinglin::ui {

DraftKeys::DraftKeys(Clinic &clinic) : QObject(&clinic)
{
}

void DraftKeys::give(Clinic &clinic, const std::shared_ptr<access::Keys> &keys)
{
    auto *there = clinic.findChild<DraftKeys *>(QString(), Qt::FindDirectChildrenOnly);
    (there ? there : new DraftKeys(clinic))->m_keys = keys;
}

std::shared_ptr<access::Keys> DraftKeys::of(Clinic &clinic)
{
    const auto *there = clinic.findChild<DraftKeys *>(QString(), Qt::FindDirectChildrenOnly);
    return there ? there->m_keys : nullptr;
}

DraftKeeper::DraftKeeper(Clinic &clinic, std::shared_ptr<access::Keys> keys, Ask ask, QObject *parent)
    : QObject(parent), m_clinic(clinic), m_keys(std::move(keys)), m_ask(std::move(ask)), m_timer(new QTimer(this))
{
    m_timer->setSingleShot(true);
    m_timer->setInterval(keepAfterMs);
    connect(m_timer, &QTimer::timeout, this, &DraftKeeper::flush);
}

void DraftKeeper::touch()
{
    // Counted from the first key, not the last: who types on and on is kept too.
    if (!m_resting && !m_timer->isActive())
        m_timer->start();
}

void DraftKeeper::flush()
{
    m_timer->stop();
    if (m_resting)
        return;
    const std::optional<Draft> now = m_ask();
    QList<drafts::Place> gone = m_places;
    if (now)
        gone.removeAll(now->place);
    if (now == m_posted && gone.isEmpty())
        return;
    m_posted = now;
    m_places = now ? QList<drafts::Place>{now->place} : QList<drafts::Place>();
    const auto writing = m_clinic.write("draft.save", [now, gone](store::Transaction &tx) -> Result<Done> {
        if (auto settled = drafts::settle(tx, gone); !settled)
            return settled;
        return now ? drafts::save(tx, now->place, now->content) : Done{};
    });
    onDone(writing, this, [this, gone](const Result<Done> &done) {
        if (done) {
            m_failing = false;
            return;
        }
        m_posted.reset(); // tried again with the next key
        m_places << gone;
        if (!std::exchange(m_failing, true))
            emit failed(done.error());
    });
}

void DraftKeeper::rest(bool resting)
{
    if (resting)
        flush();
    m_resting = resting;
    if (!resting)
        touch();
}

void DraftKeeper::begin(const std::optional<Draft> &restored)
{
    m_timer->stop();
    m_posted = restored;
    m_places = restored ? QList<drafts::Place>{restored->place} : QList<drafts::Place>();
    m_handed.clear();
}

QList<drafts::Place> DraftKeeper::handOver()
{
    m_timer->stop();
    m_handed = std::exchange(m_places, {});
    m_posted.reset();
    return m_handed;
}

void DraftKeeper::handedOver(bool stored)
{
    if (!stored)
        m_places << m_handed;
    m_handed.clear();
    touch(); // what was typed meanwhile
}

std::function<std::optional<RestoredDraft>(const store::Snapshot &)>
DraftKeeper::finder(const QList<drafts::Place> &places)
{
    return opener([places](const store::Snapshot &view) {
        std::optional<drafts::Kept> found;
        for (const drafts::Place &place : places) {
            const auto kept = found ? Result<std::optional<drafts::Kept>>(found) : drafts::find(view, place);
            found = kept ? *kept : std::nullopt;
        }
        return found;
    });
}

std::function<std::optional<RestoredDraft>(const store::Snapshot &)> DraftKeeper::finderOfNewest(const QString &kind)
{
    return opener([kind](const store::Snapshot &view) {
        const auto all = drafts::mine(view);
        for (const drafts::Kept &kept : all ? *all : QList<drafts::Kept>()) {
            if (kept.place.kind == kind)
                return std::optional(kept);
        }
        return std::optional<drafts::Kept>();
    });
}

std::function<std::optional<RestoredDraft>(const store::Snapshot &)>
DraftKeeper::opener(std::function<std::optional<drafts::Kept>(const store::Snapshot &)> find)
{
    const store::Actor actor = m_clinic.actor();
    if (!m_keys || !actor.user)
        return [](const store::Snapshot &) { return std::optional<RestoredDraft>(); };
    const access::UserId user(*actor.user);
    return [find = std::move(find), user, secret = m_keys->secretOf(user)](const store::Snapshot &view) {
        const std::optional<drafts::Kept> kept = secret ? find(view) : std::nullopt;
        if (!kept)
            return std::optional<RestoredDraft>();
        auto content = drafts::open(*secret, user, *kept);
        if (!content)
            return std::optional(RestoredDraft{kept->place, kept->saved, {}, content.error()});
        return std::optional(RestoredDraft{kept->place, kept->saved, *std::move(content), {}});
    };
}

void DraftKeeper::setAside(const drafts::Place &place)
{
    onDone(m_clinic.write("draft.aside", [place](store::Transaction &tx) { return drafts::setAside(tx, place); }), this,
           [this](const Result<Done> &done) {
               if (!done)
                   emit failed(done.error());
           });
}

QString DraftKeeper::restoredWords(Clinic &clinic, Instant saved)
{
    const store::StoreOptions &options = clinic.store().options();
    const QDateTime then = QDateTime::fromMSecsSinceEpoch(toMs(saved), options.zone);
    const QString time = then.time().toString(QStringLiteral("HH:mm"));
    if (then.date() == civilDay(options.clock->now(), options.zone))
        return tr("Restored what you had typed at %1.").arg(time);
    return tr("Restored what you had typed on %1 at %2.")
        .arg(QLocale().toString(then.date(), tr("d MMM yyyy", "a day")), time);
}

} // namespace xinglin::ui
