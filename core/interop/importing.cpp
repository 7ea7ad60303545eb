#include "interop/importing.h"

#include "clinic/patient/duplicates.h"
#include "clinic/patient/importmatch.h"
#include "interop/calendarimport.h"
#include "interop/importbatch.h"
#include "interop/importlines.h"
#include "store/failure.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QScopeGuard>

namespace xinglin::interop {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::interop)
};

using Outcome = batch::Line::Outcome;

/// Who has no record yet.
const PatientId nobody{Uuid(Uuid::Bytes{})};

QString wholeLine(const ImportRow &row)
{
    return QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(row.cells)).toJson(QJsonDocument::Compact));
}

batch::Line rejected(const ImportRow &row, const QString &why, const QString &column = {})
{
    return {0, row.line, Outcome::Rejected, row.person.name, column, wholeLine(row), why, {}};
}

batch::Line duplicate(const ImportRow &row, const batch::Match &match)
{
    const QString why = match.ofBatch                            ? QStringLiteral("known.line")
                        : match.byNumber                         ? QStringLiteral("known.number")
                        : match.level == linkage::Level::Certain ? QStringLiteral("known.certain")
                                                                 : QStringLiteral("known.likely");
    return {0,
            row.line,
            Outcome::Duplicate,
            row.person.name,
            {},
            wholeLine(row),
            why,
            match.patient == nobody ? std::nullopt : std::optional(match.patient)};
}

/// Counts what became of a line and keeps what there is to tell of it.
class Account
{
public:
    explicit Account(const batch::Totals &totals = {}) : m_totals(totals) {}

    void add(const ImportRow &row)
    {
        ++m_totals.lines;
        ++m_totals.added;
        for (const batch::Line &line : row.told)
            tell(line);
    }
    void reject(const ImportRow &row, const QString &why, const QString &column = {})
    {
        ++m_totals.lines;
        ++m_totals.rejected;
        tell(rejected(row, why, column));
    }
    void leaveOut(const ImportRow &row, const batch::Match &match)
    {
        ++m_totals.lines;
        ++m_totals.duplicates;
        tell(duplicate(row, match));
    }
    const batch::Totals &totals() const { return m_totals; }
    QList<batch::Line> takeLines() { return std::exchange(m_lines, {}); }
    const QList<batch::Line> &lines() const { return m_lines; }

private:
    void tell(const batch::Line &line) { m_lines << line; }

    batch::Totals m_totals;
    QList<batch::Line> m_lines;
};

/// Somebody of the lines before of whom nothing stands in the store: in a dry run, and until they are committed.
class Before
{
public:
    std::optional<batch::Match> like(const PreparedRow &row) const
    {
        QSet<qsizetype> places;
        for (const qint64 key : row.keys) {
            for (auto it = m_byKey.constFind(key); it != m_byKey.cend() && it.key() == key; ++it)
                places.insert(it.value());
        }
        const QString &number = row.row.person.oldNumber;
        if (const auto same = m_byNumber.constFind({number, row.row.person.name});
            !number.isEmpty() && same != m_byNumber.cend())
            return batch::Match{nobody, linkage::Level::Certain, true, true};
        // Among them all: a twin's own line may tell that two others are not certainly one person.
        QList<linkage::Subject> others;
        for (const qsizetype place : std::as_const(places))
            others << m_subjects[place];
        std::optional<batch::Match> best;
        for (const linkage::Match &match : linkage::compareAmong(row.subject, others)) {
            if (batch::isSamePerson(match) && (!best || match.level > best->level))
                best = batch::Match{nobody, match.level, false, true};
        }
        return best;
    }
    /// Whether any of them is told of the person for the first time.
    Result<bool> freshAllergies(const store::Snapshot &view, PatientId whose, const QList<AllergyDraft> &allergies)
    {
        bool fresh = false;
        for (const AllergyDraft &allergy : allergies) {
            const auto known = patient::knowsAllergy(view, whose, allergy, {});
            if (!known)
                return known;
            const std::pair told{whose, allergy.allergen.isEmpty() ? allergy.substance : allergy.allergen};
            if (!*known && !m_allergies.contains(told)) {
                m_allergies.insert(told);
                fresh = true;
            }
        }
        return fresh;
    }
    void add(const PreparedRow &row)
    {
        for (const qint64 key : row.keys)
            m_byKey.insert(key, m_subjects.size());
        if (!row.row.person.oldNumber.isEmpty())
            m_byNumber.insert({row.row.person.oldNumber, row.row.person.name});
        m_subjects << row.subject;
    }

private:
    QMultiHash<qint64, qsizetype> m_byKey;
    QSet<std::pair<QString, QString>> m_byNumber;
    QList<linkage::Subject> m_subjects;
    QSet<std::pair<PatientId, QString>> m_allergies;
};

bool isLeftOut(const std::optional<batch::Match> &match, bool takeLikely)
{
    return match && (match->level == linkage::Level::Certain || !takeLikely);
}

/// Writes the lines of a file into an open batch.
class Writer
{
public:
    Writer(store::Store &store, const store::Actor &actor, const ImportSpec &spec, const batch::Batch &batch)
        : m_store(store), m_actor(actor), m_spec(spec), m_batch(batch), m_account(batch.totals)
    {
    }

    std::optional<Error> write(const QList<PreparedRow> &rows)
    {
        m_portion = {};
        const auto tx = m_store.begin(m_actor, "import.rows");
        tx->setCause({"batch", m_batch.id.uuid().toBytes()});
        for (const PreparedRow &row : rows) {
            if (auto failed = writeRow(*tx, row))
                return failed;
        }
        const auto noted =
            batch::advance(*tx, m_batch.id, rows.constLast().row.line, m_account.totals(), m_account.takeLines());
        if (!noted)
            return noted.error();
        tx->commit();
        return std::nullopt;
    }
    const batch::Totals &totals() const { return m_account.totals(); }

private:
    std::optional<Error> writeRow(store::Transaction &tx, const PreparedRow &prepared)
    {
        const ImportRow &row = prepared.row;
        if (!row.rejected.isEmpty()) {
            m_account.reject(row, row.rejected, row.rejectedColumn);
            return std::nullopt;
        }
        return m_spec.kind == ImportKind::Patients ? writePatient(tx, prepared) : writeOfPatient(tx, prepared);
    }

    std::optional<Error> writePatient(store::Transaction &tx, const PreparedRow &prepared)
    {
        const ImportRow &row = prepared.row;
        auto match = batch::known(tx, row.person, prepared.subject, m_batch.id);
        if (!match)
            return match.error();
        if (!isLeftOut(*match, m_spec.takeLikely))
            *match = m_portion.like(prepared); // their keys are made with the commit
        if (isLeftOut(*match, m_spec.takeLikely)) {
            m_account.leaveOut(row, **match);
            return std::nullopt;
        }
        const auto id = patient::import(tx, m_batch.id, row.person);
        if (!id)
            return id.error();
        for (const AllergyDraft &allergy : row.allergies) {
            if (const auto added = patient::importAllergy(tx, m_batch.id, *id, allergy); !added)
                return added.error();
        }
        m_portion.add(prepared);
        m_account.add(row);
        return std::nullopt;
    }

    /// An allergy, a visit or a prescription of somebody known.
    std::optional<Error> writeOfPatient(store::Transaction &tx, const PreparedRow &prepared)
    {
        const ImportRow &row = prepared.row;
        const auto whose = batch::whose(tx, row.person, prepared.subject);
        if (!whose) {
            if (whose.error().detail.isEmpty() || whose.error().code == Code::NoPermission)
                return whose.error();
            m_account.reject(row, whose.error().detail);
            return std::nullopt;
        }
        if (m_spec.kind == ImportKind::Allergies) {
            bool any = false;
            for (const AllergyDraft &allergy : row.allergies) {
                const auto added = patient::importAllergy(tx, m_batch.id, *whose, allergy);
                if (!added)
                    return added.error();
                any = any || *added;
            }
            if (any)
                m_account.add(row);
            else
                m_account.leaveOut(row, {*whose, linkage::Level::Certain, false, false});
            return std::nullopt;
        }
        ImportedVisit visit = row.visit;
        visit.patient = *whose;
        visit.note.note = noteFor(visit.note.note, m_batch.source);
        const auto made = consultation::importVisit(tx, m_batch.id, visit);
        if (!made)
            return made.error();
        m_account.add(row);
        return std::nullopt;
    }

    store::Store &m_store;
    const store::Actor &m_actor;
    const ImportSpec &m_spec;
    batch::Batch m_batch;
    Account m_account;
    Before m_portion; ///< Of this transaction.
};

Error cancelled()
{
    return {Code::Cancelled, Tr::tr("The import was stopped; nothing of it stays."), {}, {}};
}

/// Works through the lines after the batch's last one.
Result<Imported> carryOn(store::Store &store, const store::Actor &actor, const Catalog &catalog, const ImportSpec &spec,
                         const batch::Batch &batch, const ImportTold &told)
{
    LineFeed feed(spec, catalog, civilDay(store.options().clock->now(), store.options().zone), batch.lastLine);
    // Keys of search and comparison lie all over the store.
    store.setWriterCache(store::Store::WideWriterCache);
    const auto narrow = qScopeGuard([&store] { store.setWriterCache(store::Store::UsualWriterCache); });
    Writer writer(store, actor, spec, batch);
    for (;;) {
        const auto rows = feed.next();
        if (!rows)
            return undone(store, actor, batch.id, rows.error());
        if (rows->isEmpty())
            break;
        if (const auto failed = writer.write(*rows))
            return undone(store, actor, batch.id, *failed);
        if (told && !told({feed.bytesDone(), feed.bytesTotal(), writer.totals()}))
            return undone(store, actor, batch.id, cancelled());
    }
    const auto closed =
        inTransaction(store, actor, "import.close", [&](store::Transaction &tx) { return batch::close(tx, batch.id); });
    if (!closed)
        return undone(store, actor, batch.id, closed.error());
    return Imported{*closed, {closed->totals, {}, 0, feed.columns()}};
}

Result<ImportSpec> specFromJson(const QByteArray &json, const QString &path)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    ImportSpec spec;
    spec.path = path;
    const auto kind = importKindFrom(object.value(u"kind").toString());
    if (!kind)
        return Error{Code::Damaged, Tr::tr("How this import was begun is not known any more."), {}, {}};
    spec.kind = *kind;
    spec.headerRow = object.value(u"header_row").toInt();
    spec.takeLikely = object.value(u"take_likely").toBool();
    spec.reading.sheet = object.value(u"sheet").toInt();
    spec.reading.replaceMisfits = object.value(u"replace").toBool();
    spec.reading.trim = object.value(u"trim").toBool();
    if (const QString delimiter = object.value(u"delimiter").toString(); !delimiter.isEmpty())
        spec.reading.delimiter = delimiter.at(0);
    if (object.contains(u"encoding"))
        spec.reading.encoding = static_cast<TextEncoding>(object.value(u"encoding").toInt());
    const auto looked = lookAt(path, spec.kind, spec.reading);
    if (!looked)
        return looked.error();
    const auto again = lookAgain(*looked, spec.kind, spec.headerRow);
    if (!again)
        return again.error();
    const auto mapping =
        mappingFromJson(QJsonDocument(object.value(u"mapping").toObject()).toJson(), spec.kind, again->header);
    if (!mapping)
        return mapping.error();
    spec.mapping = *mapping;
    return spec;
}

} // namespace

QByteArray specToJson(const ImportSpec &spec)
{
    QJsonObject object{{QStringLiteral("kind"), toText(spec.kind)},
                       {QStringLiteral("header_row"), spec.headerRow},
                       {QStringLiteral("take_likely"), spec.takeLikely},
                       {QStringLiteral("sheet"), spec.reading.sheet},
                       {QStringLiteral("replace"), spec.reading.replaceMisfits},
                       {QStringLiteral("trim"), spec.reading.trim},
                       {QStringLiteral("mapping"), QJsonDocument::fromJson(toJson(spec.mapping)).object()}};
    if (spec.reading.delimiter)
        object.insert(QStringLiteral("delimiter"), QString(*spec.reading.delimiter));
    if (spec.reading.encoding)
        object.insert(QStringLiteral("encoding"), static_cast<int>(*spec.reading.encoding));
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Result<ImportReport> dryRun(store::Store &store, const store::Actor &actor, const Catalog &catalog,
                            const ImportSpec &spec, const ImportTold &told)
{
    if (auto refused = refusedPractice(store, actor, spec.path))
        return *refused;
    LineFeed feed(spec, catalog, civilDay(store.options().clock->now(), store.options().zone), 0);
    Account account;
    ImportReport report;
    Before before;
    const auto take = [&] {
        for (const batch::Line &line : account.takeLines()) {
            if (report.lines.size() < mostLines)
                report.lines << line;
            else
                ++report.untold;
        }
    };
    for (;;) {
        const auto rows = feed.next();
        if (!rows)
            return rows.error();
        if (rows->isEmpty())
            break;
        const auto view = store.snapshot(actor); // anew each time: others may write meanwhile
        for (const PreparedRow &prepared : *rows) {
            const ImportRow &row = prepared.row;
            if (!row.rejected.isEmpty()) {
                account.reject(row, row.rejected, row.rejectedColumn);
                continue;
            }
            if (spec.kind == ImportKind::Patients) {
                auto match = batch::known(*view, row.person, prepared.subject, {});
                if (!match)
                    return match.error();
                if (!isLeftOut(*match, spec.takeLikely))
                    *match = before.like(prepared);
                if (isLeftOut(*match, spec.takeLikely)) {
                    account.leaveOut(row, **match);
                    continue;
                }
                before.add(prepared);
            } else if (const auto whose = batch::whose(*view, row.person, prepared.subject); !whose) {
                if (whose.error().detail.isEmpty() || whose.error().code == Code::NoPermission)
                    return whose.error();
                account.reject(row, whose.error().detail);
                continue;
            } else if (spec.kind == ImportKind::Allergies) {
                const auto fresh = before.freshAllergies(*view, *whose, row.allergies);
                if (!fresh)
                    return fresh.error();
                if (!*fresh) {
                    account.leaveOut(row, {*whose, linkage::Level::Certain, false, false});
                    continue;
                }
            }
            account.add(row);
        }
        take();
        if (told && !told({feed.bytesDone(), feed.bytesTotal(), account.totals()}))
            return Error{Code::Cancelled, Tr::tr("The dry run was stopped."), {}, {}};
    }
    report.totals = account.totals();
    report.columns = feed.columns();
    return report;
}

Result<Imported> runImport(store::Store &store, const store::Actor &actor, const Catalog &catalog,
                           const ImportSpec &spec, const ImportTold &told)
{
    if (auto refused = refusedPractice(store, actor, spec.path))
        return *refused;
    const auto digest = digestOf(spec.path);
    if (!digest)
        return digest.error();
    const auto opened = inTransaction(store, actor, "import.open", [&](store::Transaction &tx) {
        return batch::open(tx, {toText(spec.kind), QFileInfo(spec.path).fileName(), *digest, specToJson(spec)});
    });
    if (!opened)
        return opened.error();
    return carryOn(store, actor, catalog, spec, *opened, told);
}

Result<Imported> resumeImport(store::Store &store, const store::Actor &actor, const Catalog &catalog, BatchId id,
                              const QString &path, const ImportTold &told)
{
    if (auto refused = refusedPractice(store, actor, path))
        return *refused;
    const auto batch = batch::find(*store.snapshot(actor), id);
    if (!batch)
        return batch.error();
    const auto digest = digestOf(path);
    if (!digest)
        return digest.error();
    if (*digest != batch->digest)
        return Error{
            Code::Conflict, Tr::tr("This is not the file the import was begun with, or it was changed since."), {}, {}};
    if (batch->kind == CalendarKind) {
        const auto brought = resumeCalendar(store, actor, *batch, path, told);
        return brought ? Result<Imported>(Imported{brought->batch, {brought->batch.totals, {}, 0, {}}})
                       : brought.error();
    }
    const auto spec = specFromJson(batch->mapping, path);
    if (!spec)
        return spec.error();
    return carryOn(store, actor, catalog, *spec, *batch, told);
}

} // namespace xinglin::interop
