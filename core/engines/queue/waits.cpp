#include "engines/queue/waits.h"

#include <algorithm>

namespace xinglin::queueing {

using std::chrono::milliseconds;

namespace {

milliseconds median(QList<milliseconds> all)
{
    const auto middle = all.begin() + all.size() / 2;
    std::nth_element(all.begin(), middle, all.end());
    return *middle;
}

template <class Key>
QHash<Key, milliseconds> medians(const QHash<Key, QList<milliseconds>> &all)
{
    QHash<Key, milliseconds> found;
    for (auto it = all.cbegin(); it != all.cend(); ++it) {
        if (it->size() >= leastHistory)
            found.insert(it.key(), median(*it));
    }
    return found;
}

} // namespace

Lengths::Lengths(const QList<Consultation> &past)
{
    QHash<std::pair<Uuid, Uuid>, QList<milliseconds>> ofBoth;
    QHash<Uuid, QList<milliseconds>> ofService;
    for (const Consultation &one : past) {
        ofBoth[{one.practitioner, one.service}] << one.lasted;
        ofService[one.service] << one.lasted;
    }
    m_ofBoth = medians(ofBoth);
    m_ofService = medians(ofService);
}

std::optional<milliseconds> Lengths::usual(const Uuid &practitioner, const Uuid &service) const
{
    if (const auto both = m_ofBoth.constFind({practitioner, service}); both != m_ofBoth.cend())
        return *both;
    const auto alone = m_ofService.constFind(service);
    return alone == m_ofService.cend() ? std::nullopt : std::optional(*alone);
}

QList<std::optional<std::chrono::minutes>> waits(const QList<InLine> &line, const QList<Caller> &callers,
                                                 const Lengths &lengths, Instant now)
{
    QHash<Uuid, std::optional<Instant>> freeAt;
    for (const Caller &one : callers) {
        std::optional<Instant> free = now;
        if (one.begun) {
            const auto lasts = lengths.usual(one.practitioner, one.service);
            free = lasts ? std::optional(std::max(now, *one.begun + *lasts)) : std::nullopt;
        }
        freeAt.insert(one.practitioner, free);
    }
    QList<std::optional<std::chrono::minutes>> found;
    for (const InLine &one : line) {
        // Who is first to be free; somebody of whom that is not known comes last.
        const Uuid *first = nullptr;
        for (const Uuid &who : one.anyOf) {
            if (!freeAt.contains(who))
                continue;
            const auto &theirs = freeAt[who];
            if (first == nullptr || (theirs && (!freeAt[*first] || *theirs < *freeAt[*first])))
                first = &who;
        }
        if (first == nullptr) {
            found << std::nullopt;
            continue;
        }
        std::optional<Instant> &free = freeAt[*first];
        found << (free ? std::optional(std::chrono::ceil<std::chrono::minutes>(*free - now)) : std::nullopt);
        const auto lasts = lengths.usual(*first, one.service);
        free = free && lasts ? std::optional(*free + *lasts) : std::nullopt;
    }
    return found;
}

} // namespace xinglin::queueing
