#include "clinic/record/phrases.h"

#include "access/permission.h"
#include "base/text/pinyin.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace xinglin::phrases {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::phrases)
};

using access::Permission;

bool isNew(PhraseId id)
{
    return id == PhraseId(Uuid(Uuid::Bytes{}));
}

Error noSuchPhrase(PhraseId id)
{
    return {Code::NotFound, Tr::tr("There is no such phrase."), {}, id.toString()};
}

/// Whether the phrase is the actor's or the clinic's.
bool isTheirs(const store::Snapshot &view, PhraseId id)
{
    store::Query row = view.sql("SELECT 1 FROM phrase WHERE id = ?1 AND retired = 0"
                                " AND (owner_id IS NULL OR owner_id = ?2)");
    return row.bind(id, view.actor().user).next();
}

} // namespace

QString initialsOf(const QString &text)
{
    QString letters;
    const QStringList words = termPinyin(text).split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : words) {
        const QChar first = word.front().toLower();
        if (letters.size() < 4 && first.unicode() < 128 && first.isLetterOrNumber())
            letters += first;
    }
    return letters;
}

Result<QList<Phrase>> all(const store::Snapshot &view)
{
    if (auto refused = access::require(view, Permission::ReadNarrative))
        return *refused;
    QList<Phrase> found;
    const auto add = [&found](store::Query &rows, bool own) {
        while (rows.next())
            found << Phrase{rows.get<PhraseId>(0), own, rows.get<QString>(1), rows.get<QString>(2),
                            rows.get<QString>(3)};
    };
    store::Query own = view.sql("SELECT id, field, abbreviation, text FROM phrase WHERE owner_id = ?1 AND retired = 0");
    own.bind(view.actor().user);
    add(own, true);
    store::Query shared =
        view.sql("SELECT id, field, abbreviation, text FROM phrase WHERE owner_id IS NULL AND retired = 0");
    add(shared, false);
    std::stable_sort(found.begin(), found.end(),
                     [](const Phrase &a, const Phrase &b) { return a.abbreviation < b.abbreviation; });
    return found;
}

Result<Phrase> save(store::Transaction &tx, const Phrase &phrase)
{
    if (auto refused = access::require(tx, Permission::WriteVisit))
        return *refused;
    Phrase kept = phrase;
    kept.text = phrase.text.trimmed();
    if (kept.field.isNull())
        kept.field = QLatin1String(""); // a null string is no text to the store
    kept.abbreviation = phrase.abbreviation.trimmed().toLower();
    if (kept.abbreviation.isEmpty())
        kept.abbreviation = initialsOf(kept.text);
    if (kept.text.isEmpty())
        return Error{Code::Invalid, Tr::tr("The phrase says nothing."), QStringLiteral("text"), {}};
    if (kept.text.size() > mostText)
        return Error{Code::Invalid, Tr::tr("The phrase is too long."), QStringLiteral("text"), {}};
    static const QRegularExpression letters(QStringLiteral("^[a-z0-9]{1,%1}$").arg(mostLetters));
    if (!letters.match(kept.abbreviation).hasMatch())
        return Error{Code::Invalid,
                     Tr::tr("A phrase is called by 1 to %1 letters or digits.").arg(mostLetters),
                     QStringLiteral("abbreviation"),
                     {}};
    if (!isNew(kept.id) && !isTheirs(tx, kept.id))
        return noSuchPhrase(kept.id);
    const auto owner = kept.own ? tx.actor().user : std::nullopt;
    store::Query same = kept.own ? tx.sql("SELECT text FROM phrase WHERE owner_id = ?1 AND retired = 0"
                                          " AND abbreviation = ?2 AND field = ?3 AND id <> ?4")
                                 : tx.sql("SELECT text FROM phrase WHERE owner_id IS ?1 AND retired = 0"
                                          " AND abbreviation = ?2 AND field = ?3 AND id <> ?4");
    if (same.bind(owner, kept.abbreviation, kept.field, kept.id).next())
        return Error{Code::Conflict,
                     Tr::tr("These letters call another phrase: %1").arg(same.get<QString>(0).left(40)),
                     QStringLiteral("abbreviation"),
                     {}};
    if (isNew(kept.id)) {
        kept.id = tx.create<PhraseId>();
        tx.sql("INSERT INTO phrase(id, owner_id, field, abbreviation, text) VALUES(?1, ?2, ?3, ?4, ?5)")
            .bind(kept.id, owner, kept.field, kept.abbreviation, kept.text)
            .run();
    } else {
        tx.sql("UPDATE phrase SET owner_id = ?2, field = ?3, abbreviation = ?4, text = ?5 WHERE id = ?1")
            .bind(kept.id, owner, kept.field, kept.abbreviation, kept.text)
            .run();
    }
    tx.audit({tx.act(), "phrase", kept.id.uuid(), {}, "ok", {}});
    return kept;
}

Result<Done> retire(store::Transaction &tx, PhraseId id)
{
    if (auto refused = access::require(tx, Permission::WriteVisit))
        return *refused;
    if (!isTheirs(tx, id))
        return noSuchPhrase(id);
    tx.sql("UPDATE phrase SET retired = 1 WHERE id = ?1").bind(id).run();
    tx.audit({tx.act(), "phrase", id.uuid(), {}, "ok", {}});
    return Done{};
}

QList<Phrase> matching(const QList<Phrase> &known, const QString &letters, const QString &field, int limit)
{
    const QString typed = letters.toLower();
    QList<Phrase> exact;
    QList<Phrase> begun;
    for (const Phrase &phrase : known) {
        if (!phrase.field.isEmpty() && phrase.field != field)
            continue;
        if (phrase.abbreviation == typed)
            exact << phrase;
        else if (phrase.abbreviation.startsWith(typed) || (!typed.isEmpty() && phrase.text.contains(letters)))
            begun << phrase;
    }
    return (exact + begun).first(std::min<qsizetype>(limit, exact.size() + begun.size()));
}

} // namespace xinglin::phrases
