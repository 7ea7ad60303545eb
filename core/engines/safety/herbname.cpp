#include "engines/safety/herbname.h"

#include "engines/safety/processing.h"

#include <algorithm>

namespace xinglin::safety {

namespace {

/// One way of reading a name: words taken off in order, and what is left.
struct Reading
{
    QString rest;
    QStringList processes;
    QStringList cuts;
    QString preparation;
};

struct Found
{
    const HerbName *name = nullptr;
    qsizetype herb = -1;
    QString processed;
    bool stripped = false;  // words were taken off
    bool byProcess = false; // processing was among them, or led to the prepared piece
};

class Resolver
{
public:
    explicit Resolver(const HerbCatalog &catalog) : m_catalog(catalog) {}

    ResolvedName resolve(QStringView given, int depth) const;

private:
    std::optional<Found> body(const QString &text, const QStringList &noted, QString &preparation) const;
    std::optional<Found> settle(const Reading &reading, const HerbName &name, const QStringList &noted) const;
    /// The prepared piece that this processing of @p herb makes, where it has a name of its own.
    const HerbName *prepared(qsizetype herb, const QString &base, const QString &process) const;
    QString processOf(const HerbName &name) const;
    const QString &id(qsizetype herb) const { return m_catalog.herbs().at(herb).id; }

    const HerbCatalog &m_catalog;
};

const HerbName *Resolver::prepared(qsizetype herb, const QString &base, const QString &process) const
{
    const Herb &record = m_catalog.herbs().at(herb);
    QStringList names = {base, m_catalog.plain(record.nameZh)};
    for (const QString &alias : record.aliases)
        names << m_catalog.plain(alias);
    for (const QString &word : sameProcess(process)) {
        for (const QString &name : names) {
            for (const QString &whole : {word + name, name + word}) {
                if (const HerbName *found = m_catalog.byName(whole))
                    return found;
            }
        }
    }
    return nullptr;
}

std::optional<Found> Resolver::settle(const Reading &reading, const HerbName &name, const QStringList &noted) const
{
    Found found{&name, name.herb, {}, !reading.processes.isEmpty() || !reading.cuts.isEmpty(), false};
    QStringList kept;
    QStringList all = reading.processes;
    all << noted;
    for (const QString &written : all) {
        const auto main = mainProcess(written);
        if (!main)
            return std::nullopt;
        if (isCut(*main)) {
            kept << written;
            continue;
        }
        if ((*main == u"生" || *main == u"鲜") && m_catalog.isPrepared(id(found.herb)) && found.herb == name.herb &&
            !(m_catalog.plain(name.name).startsWith(*main)))
            return std::nullopt;
        kept << written;
        found.byProcess = true;
        const HerbName *own = prepared(found.herb, reading.rest, *main);
        if (own && own->herb != found.herb) {
            if (!m_catalog.relatives(id(found.herb)).contains(id(own->herb)))
                return std::nullopt; // the words together are the name of quite another drug
            found.herb = own->herb;
            continue;
        }
        const QSet<QString> *allowed = m_catalog.allowedProcesses(id(found.herb));
        if (allowed && !own && !allowed->contains(written) && !allowed->contains(*main))
            return std::nullopt;
        if (allowed && !own && written != *main && !allowed->contains(written)) {
            // "酒浸九蒸" begins like an allowed process and goes on to another one
            for (const QString &word : processWords()) {
                if (!isCut(word) && word != *main && written.mid(main->size()).contains(word) &&
                    !allowed->contains(word))
                    return std::nullopt;
            }
        }
    }
    found.processed = kept.join(u'+');
    return found;
}

std::optional<Found> Resolver::body(const QString &text, const QStringList &noted, QString &preparation_) const
{
    QList<Reading> level = {Reading{text, {}, {}, {}}};
    for (int depth = 0; depth <= 4 && !level.isEmpty(); ++depth) {
        std::optional<Found> best;
        QString bestPreparation;
        bool refused = false;
        for (const Reading &reading : level) {
            if (m_catalog.isLeftOpen(reading.rest))
                return std::nullopt;
            const HerbName *name = m_catalog.byName(reading.rest);
            if (!name || (depth > 0 && reading.rest.size() < 2)) // 水飞蓟 is not a 蓟
                continue;
            const auto found = settle(reading, *name, noted);
            if (!found) {
                refused = true;
            } else if (best && best->herb != found->herb) {
                return std::nullopt;
            } else if (!best) {
                best = found;
                best->stripped = depth > 0;
                bestPreparation = reading.preparation;
            }
        }
        if (refused)
            return std::nullopt;
        if (best) {
            if (preparation_.isEmpty())
                preparation_ = bestPreparation;
            return best;
        }
        QList<Reading> next;
        for (const Reading &reading : level) {
            for (const QString &word : preparationWords()) {
                Reading shorter = reading;
                shorter.preparation = *preparation(word);
                if (reading.rest.size() > word.size() && reading.rest.endsWith(word)) {
                    shorter.rest = reading.rest.chopped(word.size());
                    next << shorter;
                } else if (reading.rest.size() > word.size() + 1 && reading.rest.startsWith(word)) {
                    shorter.rest = reading.rest.mid(word.size());
                    next << shorter;
                }
            }
            for (const QString &word : processWords()) {
                if (reading.rest.size() <= word.size() || !reading.rest.startsWith(word))
                    continue;
                Reading shorter = reading;
                shorter.rest = reading.rest.mid(word.size());
                (isCut(word) ? shorter.cuts : shorter.processes) << word;
                next << shorter;
            }
            for (const QString &word : trailingWords()) {
                if (reading.rest.size() <= word.size() + 1 || !reading.rest.endsWith(word))
                    continue;
                Reading shorter = reading;
                shorter.rest = reading.rest.chopped(word.size());
                (isCut(word) ? shorter.cuts : shorter.processes) << word;
                next << shorter;
            }
        }
        level = next;
    }
    return std::nullopt;
}

/// Words of processing that the name of a prepared piece may begin with, those that begin like @p name, the longest
/// first.
QStringList leadingWords(const QString &name)
{
    static const QHash<QChar, QStringList> byFirst = [] {
        QHash<QChar, QStringList> found;
        for (const QString &word : processWords() + QStringList{u"法"_qs, u"清"_qs, u"胆"_qs, u"黑"_qs})
            found[word.front()] << word;
        return found;
    }();
    return name.isEmpty() ? QStringList() : byFirst.value(name.front());
}

/// 酒 for 酒大黄, 制 for 制川乌: the processing that is part of a catalogue name.
QString Resolver::processOf(const HerbName &name) const
{
    const QString plain = m_catalog.plain(name.name);
    for (const QString &word : leadingWords(plain)) {
        const HerbName *base = plain.startsWith(word) ? m_catalog.byName(plain.mid(word.size())) : nullptr;
        if (base && !isCut(word) &&
            (base->herb == name.herb || m_catalog.relatives(id(base->herb)).contains(id(name.herb))))
            return word;
    }
    for (const QString &word : {u"炭"_qs, u"霜"_qs, u"粉"_qs}) {
        const HerbName *base = plain.endsWith(word) ? m_catalog.byName(plain.chopped(word.size())) : nullptr;
        if (base && (base->herb == name.herb || m_catalog.relatives(id(base->herb)).contains(id(name.herb))))
            return word;
    }
    if (name.kind == NameKind::Processed)
        return name.name;
    const Herb &herb = m_catalog.herbs().at(name.herb);
    if (name.kind == NameKind::Alias && m_catalog.isPrepared(herb.id)) {
        for (const QString &word : leadingWords(herb.nameZh)) {
            if (herb.nameZh.startsWith(word) && !isCut(word))
                return word;
        }
    }
    return {};
}

/// 朱茯神, 朱砂拌麦冬, 辰灯心: the rest is a name of the same herb.
bool coated(const HerbCatalog &catalog, const QString &text, const QString &herb)
{
    for (const QString &word : {u"朱砂拌"_qs, u"辰砂拌"_qs, u"朱拌"_qs, u"朱染"_qs, u"朱衣"_qs, u"朱"_qs, u"辰"_qs}) {
        const HerbName *base = text.startsWith(word) ? catalog.byName(text.mid(word.size())) : nullptr;
        if (base && catalog.herbs().at(base->herb).id == herb)
            return true;
    }
    return false;
}

ResolvedName Resolver::resolve(QStringView given, int depth) const
{
    ResolvedName result;
    result.given = given.toString();
    const QString even = HerbCatalog::halfWidth(given);
    const QString whole = m_catalog.plain(given);
    if (whole.isEmpty() || whole.size() > 60 || m_catalog.isLeftOpen(whole))
        return result;

    std::optional<Found> found;
    QString text = whole;
    QStringList noted;
    if (const HerbName *name = m_catalog.byName(whole)) {
        found = Found{name, name->herb, {}, false, false};
    } else {
        text = splitDose(whole).name;
        QString outside;
        QStringList notes;
        int open = 0;
        for (const QChar c : text) {
            if (c == u'(') {
                if (++open == 1)
                    notes << QString();
            } else if (c == u')') {
                open = qMax(0, open - 1);
            } else if (open > 0) {
                notes.last() += c;
            } else {
                outside += c;
            }
        }
        while (!outside.isEmpty() && outside.back() == u',')
            outside.chop(1);
        text = outside;
        for (const QString &note : notes) {
            for (QString part : note.split(u',', Qt::SkipEmptyParts)) {
                if (std::all_of(part.begin(), part.end(),
                                [](QChar c) { return c.isLetter() && c.script() == QChar::Script_Latin; }))
                    continue;                                         // a reading: 芫(yuan)花
                if (part.endsWith(u"代替") || part.endsWith(u'代')) { // 犀角(水牛角代): the substitute is what is taken
                    part.chop(part.endsWith(u"代替") ? 2 : 1);
                    for (const QString &start : {u"以"_qs, u"用"_qs}) {
                        if (part.startsWith(start))
                            part = part.mid(1);
                    }
                    if (depth > 0)
                        return result;
                    ResolvedName substitute = resolve(part, depth + 1);
                    substitute.given = result.given;
                    return substitute;
                }
                if (const auto way = preparation(part)) {
                    if (result.preparation.isEmpty())
                        result.preparation = *way;
                } else if (const HerbName *same = m_catalog.byName(part); same && !mainProcess(part)) {
                    const HerbName *own = m_catalog.byName(outside);
                    if (!own || own->herb != same->herb)
                        return result;
                } else if (mainProcess(part)) {
                    if (m_catalog.isLeftOpen(part) || (same && part.size() > 1 && !processWords().contains(part)))
                        return result; // 半夏(姜半夏): which of the two is meant?
                    noted << part;
                } else {
                    return result;
                }
            }
        }
        found = body(text, noted, result.preparation);
    }
    if (!found)
        return result;

    const Herb &herb = m_catalog.herbs().at(found->herb);
    result.herb = herb.id;
    result.nameZh = herb.nameZh;
    result.processed = found->processed;
    const QString part = processOf(*found->name);
    if (!part.isEmpty() && found->herb == found->name->herb)
        result.processed = result.processed.isEmpty() ? part : result.processed + u'+' + part;
    if (result.processed.isEmpty() && found->stripped && text.endsWith(u'粉'))
        result.processed = u"粉"_qs;
    result.cinnabarCoated = coated(m_catalog, text, herb.id);
    if (result.cinnabarCoated && result.processed.isEmpty())
        result.processed = u"朱"_qs;
    if (found->byProcess)
        result.how = How::Processed;
    else if (found->stripped || text != whole)
        result.how = How::Prefix;
    else if (whole != even && m_catalog.plain(found->name->name) == whole && found->name->name != even)
        result.how = How::Variant;
    else
        result.how = found->name->kind == NameKind::Main        ? How::Exact
                     : found->name->kind == NameKind::Processed ? How::Processed
                     : found->name->kind == NameKind::Origin    ? How::Prefix
                                                                : How::Alias;
    return result;
}

} // namespace

QString howText(How how)
{
    switch (how) {
    case How::Exact:
        return u"exact"_qs;
    case How::Alias:
        return u"alias"_qs;
    case How::Processed:
        return u"processed"_qs;
    case How::Prefix:
        return u"prefix"_qs;
    case How::Variant:
        return u"variant"_qs;
    case How::None:
        break;
    }
    return u"none"_qs;
}

ResolvedName resolve(const HerbCatalog &catalog, QStringView name)
{
    return Resolver(catalog).resolve(name, 0);
}

} // namespace xinglin::safety
