#include "clinic/record/notetemplates.h"

#include "access/permission.h"
#include "clinic/patient/patientrows.h"
#include "clinic/record/typedname.h"
#include "clinic/record/visitrows.h"

#include <QCoreApplication>

#include <algorithm>

namespace xinglin::notetemplate {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::notetemplate)
};

using access::Permission;
using patient::orNull;

constexpr qsizetype mostWords = 200;

/// A part of a note: its words in a field of their own or as an answer, its chosen terms, or its diagnoses of a kind.
struct Part
{
    QString name;
    QString VisitNote::*words = nullptr;
    QString wordsItem{}; ///< Of the answer that holds the words.
    QString terms{};     ///< How the items of its answers begin.
    std::optional<DiagnosisKind> kind{};

    bool holds(const Answer &answer) const
    {
        return !answer.number && (answer.item == wordsItem || (!terms.isEmpty() && answer.item.startsWith(terms)));
    }
    bool isWords(const Answer &answer) const { return holds(answer) && answer.item == wordsItem; }
    bool isTerm(const Answer &answer) const { return holds(answer) && answer.item != wordsItem; }
};

const QList<Part> &known()
{
    static const auto text = [](const char *item) { return QString::fromLatin1(item); };
    static const QList<Part> all{
        {text("complaint"), &VisitNote::complaint},
        {text("history"), &VisitNote::history},
        {text("inspection"), &VisitNote::inspection, {}, text("exam.inspection")},
        {text("tongue"), nullptr, {}, text("tongue.")},
        {text("listening"), &VisitNote::listening, {}, text("exam.listening")},
        {text("inquiry"), nullptr, text("inquiry.text"), text("exam.inquiry")},
        {text("pulse"), nullptr, {}, text("pulse.")},
        {text("palpation"), nullptr, text("palpation.text"), text("exam.palpation")},
        {text("disease"), nullptr, {}, {}, DiagnosisKind::Disease},
        {text("pattern"), nullptr, {}, {}, DiagnosisKind::Pattern},
        {text("method"), nullptr, {}, {}, DiagnosisKind::Method},
        {text("western"), nullptr, {}, {}, DiagnosisKind::Western},
        {text("advice"), &VisitNote::advice},
    };
    return all;
}

/// Puts what @p from has into @p to where @p to has none of it; whether there was any.
template <class T, class Is>
bool fillList(QList<T> &to, const QList<T> &from, Is is)
{
    if (std::any_of(to.cbegin(), to.cend(), is))
        return false;
    const auto before = to.size();
    std::copy_if(from.cbegin(), from.cend(), std::back_inserter(to), is);
    return to.size() > before;
}

bool fill(VisitNote &to, const VisitNote &from, const Part &part)
{
    bool any = false;
    if (part.words && (to.*part.words).trimmed().isEmpty() && !(from.*part.words).trimmed().isEmpty()) {
        to.*part.words = (from.*part.words).trimmed();
        any = true;
    }
    any |= fillList(to.answers, from.answers, [&](const Answer &answer) { return part.isWords(answer); });
    any |= fillList(to.answers, from.answers, [&](const Answer &answer) { return part.isTerm(answer); });
    if (part.kind)
        any |= fillList(to.diagnoses, from.diagnoses,
                        [&](const DiagnosisEntry &entry) { return entry.kind == part.kind; });
    return any;
}

void readParts(const store::Snapshot &view, NoteTemplateId id, int edition, Draft &draft)
{
    store::Query rows = view.sql("SELECT kind, item, site, place, number, code_system, code, text, unit"
                                 " FROM note_template_part WHERE note_template_id = ?1 AND edition = ?2 ORDER BY rank");
    rows.bind(id, edition);
    while (rows.next()) {
        const QString kind = rows.get<QString>(0);
        const QString item = rows.get<QString>(1);
        if (kind == u"formula") {
            draft.formula = rows.get<QString>(6);
        } else if (kind == u"answer") {
            draft.note.answers << Answer{item,
                                         rows.get<QString>(2),
                                         rows.get<int>(3),
                                         rows.get<std::optional<double>>(4),
                                         rows.get<QString>(6),
                                         rows.get<QString>(7),
                                         rows.get<QString>(8)};
        } else if (kind == u"diagnosis") {
            draft.note.diagnoses << DiagnosisEntry{record::diagnosisKindFrom(item), rows.get<QString>(5),
                                                   rows.get<QString>(6), rows.get<QString>(7)};
        } else {
            for (const Part &part : known()) {
                if (part.words && part.name == item)
                    draft.note.*part.words = rows.get<QString>(7);
            }
        }
    }
}

void writeParts(store::Transaction &tx, NoteTemplateId id, int edition, const Draft &draft)
{
    int rank = 0;
    const auto write = [&](const char *kind, const QString &item, const Answer &answer, const QString &codeSystem) {
        tx.sql("INSERT INTO note_template_part(id, note_template_id, edition, rank, kind, item, site, place, number,"
               " code_system, code, text, unit) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)")
            .bind(tx.newUuid(), id, edition, ++rank, QString::fromLatin1(kind), item, orNull(answer.site), answer.rank,
                  answer.number, orNull(codeSystem), orNull(answer.code), orNull(answer.text), orNull(answer.unit))
            .run();
    };
    for (const Part &part : known()) {
        if (!part.words || (draft.note.*part.words).isEmpty())
            continue;
        Answer words;
        words.text = draft.note.*part.words;
        write("words", part.name, words, {});
    }
    for (const Answer &answer : draft.note.answers)
        write("answer", answer.item, answer, {});
    for (const DiagnosisEntry &entry : draft.note.diagnoses) {
        Answer named;
        named.code = entry.code;
        named.text = entry.display;
        write("diagnosis", toText(entry.kind), named, entry.codeSystem);
    }
    if (!draft.formula.isEmpty()) {
        Answer formula;
        formula.code = draft.formula;
        write("formula", QLatin1String(""), formula, {});
    }
}

/// The templates in use of everybody and of the actor; permission was asked.
QList<Template> inUse(const store::Snapshot &view)
{
    store::Query rows = view.sql("SELECT id, owner_id, name, code, edition FROM note_template"
                                 " WHERE active = 1 AND (owner_id IS NULL OR owner_id = ?1)");
    rows.bind(view.actor().user);
    QList<Template> found;
    while (rows.next()) {
        Template one;
        one.id = rows.get<NoteTemplateId>(0);
        one.content.id = one.id;
        one.content.shared = rows.isNull(1);
        one.content.name = rows.get<QString>(2);
        one.content.code = rows.get<QString>(3);
        readParts(view, one.id, rows.get<int>(4), one.content);
        found << one;
    }
    std::sort(found.begin(), found.end(),
              [](const Template &a, const Template &b) { return a.content.name < b.content.name; });
    return found;
}

std::optional<Error> problem(const store::Snapshot &view, const Draft &draft)
{
    const auto refuse = [](const char *field, const QString &message, Code code = Code::Invalid) {
        return Error{code, message, QLatin1String(field), {}};
    };
    if (draft.name.trimmed().isEmpty())
        return refuse("name", Tr::tr("The template needs a name."));
    if (draft.name.size() > mostWords)
        return refuse("name", Tr::tr("This name is too long."));
    const QString code = typedname::plainCode(draft.code, draft.name);
    if (!typedname::isCode(code))
        return refuse(
            "code",
            Tr::tr("A code has 2 to %1 letters or digits and begins with a letter.").arg(typedname::mostLetters));
    if (partsOf(draft.note).isEmpty() && draft.formula.isEmpty())
        return refuse("note", Tr::tr("The template says nothing."));
    for (const Template &other : inUse(view)) {
        if (other.id == draft.id)
            continue;
        if (other.content.name == draft.name.trimmed())
            return refuse("name", Tr::tr("There is a template of this name already."), Code::Conflict);
        if (other.content.code == code)
            return refuse("code", Tr::tr("%1 is typed by the same code.").arg(other.content.name), Code::Conflict);
    }
    return std::nullopt;
}

Error missing(NoteTemplateId id)
{
    return {Code::NotFound, Tr::tr("There is no such template."), {}, id.toString()};
}

bool isInUse(const store::Snapshot &view, NoteTemplateId id)
{
    const QList<Template> all = inUse(view);
    return std::any_of(all.begin(), all.end(), [&](const Template &one) { return one.id == id; });
}

} // namespace

const QStringList &parts()
{
    static const QStringList names = [] {
        QStringList all;
        for (const Part &part : known())
            all << part.name;
        return all;
    }();
    return names;
}

Filled filled(const VisitNote &now, const VisitNote &kept)
{
    Filled result{now, {}};
    for (const Part &part : known()) {
        if (fill(result.note, kept, part))
            result.parts << part.name;
    }
    return result;
}

VisitNote takenOut(const VisitNote &now, const VisitNote &before, const Filled &filled)
{
    VisitNote result = now;
    for (const Part &part : known()) {
        if (!filled.parts.contains(part.name) || only(now, {part.name}) != only(filled.note, {part.name}))
            continue;
        if (part.words)
            result.*part.words = before.*part.words;
        result.answers.removeIf([&](const Answer &answer) { return part.holds(answer); });
        std::copy_if(before.answers.cbegin(), before.answers.cend(), std::back_inserter(result.answers),
                     [&](const Answer &answer) { return part.holds(answer); });
        if (part.kind) {
            result.diagnoses.removeIf([&](const DiagnosisEntry &entry) { return entry.kind == part.kind; });
            std::copy_if(before.diagnoses.cbegin(), before.diagnoses.cend(), std::back_inserter(result.diagnoses),
                         [&](const DiagnosisEntry &entry) { return entry.kind == part.kind; });
        }
    }
    return result;
}

QStringList partsOf(const VisitNote &note)
{
    return filled({}, note).parts;
}

VisitNote only(const VisitNote &note, const QStringList &parts)
{
    VisitNote kept;
    kept.form = note.form;
    for (const Part &part : known()) {
        if (parts.contains(part.name))
            fill(kept, note, part);
    }
    return kept;
}

QString codeFor(const QString &name)
{
    return typedname::lettersOf(name);
}

QList<Template> matching(const QList<Template> &known, const QString &typed, int limit)
{
    const QString text = typed.trimmed().toLower();
    if (text.isEmpty())
        return known.first(std::min<qsizetype>(limit, known.size()));
    QList<Template> found;
    const auto add = [&](auto agrees) {
        for (const Template &one : known) {
            if (found.size() < limit && agrees(one.content) && !found.contains(one))
                found << one;
        }
    };
    add([&](const Draft &one) { return one.code == text; });
    add([&](const Draft &one) { return one.code.startsWith(text) || codeFor(one.name).startsWith(text); });
    add([&](const Draft &one) { return one.name.toLower().contains(text); });
    return found;
}

QList<Template> naming(const QList<Template> &known, const DiagnosisEntry &diagnosis)
{
    QList<Template> found;
    for (const Template &one : known) {
        const auto same = [&](const DiagnosisEntry &entry) {
            return entry.kind == diagnosis.kind && entry.codeSystem == diagnosis.codeSystem &&
                   (entry.code.isEmpty() ? entry.display == diagnosis.display : entry.code == diagnosis.code);
        };
        if (std::any_of(one.content.note.diagnoses.cbegin(), one.content.note.diagnoses.cend(), same))
            found << one;
    }
    return found;
}

Result<QList<Template>> all(const store::Snapshot &view)
{
    if (auto refused = access::require(view, Permission::ReadNarrative))
        return *refused;
    return inUse(view);
}

Result<Template> save(store::Transaction &tx, const Draft &draft)
{
    if (auto refused = access::require(tx, Permission::WriteVisit))
        return *refused;
    if (draft.id && !isInUse(tx, *draft.id))
        return missing(*draft.id);
    Draft kept = draft;
    kept.name = draft.name.trimmed();
    kept.code = typedname::plainCode(draft.code, draft.name);
    kept.note = only(draft.note, parts());
    if (auto wrong = problem(tx, kept))
        return *wrong;
    kept.id = draft.id ? *draft.id : tx.create<NoteTemplateId>();
    const std::optional<Uuid> owner = draft.shared ? std::nullopt : tx.actor().user;
    int edition = 1;
    bool other = true;
    if (draft.id) {
        store::Query row = tx.sql("SELECT edition FROM note_template WHERE id = ?1");
        row.bind(*kept.id).next();
        edition = row.get<int>(0);
        // What it says is written once: something else is another edition.
        Draft before;
        readParts(tx, *kept.id, edition, before);
        other = only(before.note, parts()) != only(kept.note, parts()) || before.formula != kept.formula;
        edition += other;
        tx.sql("UPDATE note_template SET owner_id = ?2, name = ?3, code = ?4, edition = ?5 WHERE id = ?1")
            .bind(*kept.id, owner, kept.name, kept.code, edition)
            .run();
    } else {
        tx.sql("INSERT INTO note_template(id, owner_id, name, code) VALUES(?1, ?2, ?3, ?4)")
            .bind(*kept.id, owner, kept.name, kept.code)
            .run();
    }
    if (other)
        writeParts(tx, *kept.id, edition, kept);
    tx.audit({tx.act(), "note_template", kept.id->uuid(), {}, "ok", {}});
    return Template{*kept.id, kept};
}

Result<Done> retire(store::Transaction &tx, NoteTemplateId id)
{
    if (auto refused = access::require(tx, Permission::WriteVisit))
        return *refused;
    if (!isInUse(tx, id))
        return missing(id);
    tx.sql("UPDATE note_template SET active = 0 WHERE id = ?1").bind(id).run();
    tx.audit({tx.act(), "note_template", id.uuid(), {}, "ok", {}});
    return Done{};
}

} // namespace xinglin::notetemplate
