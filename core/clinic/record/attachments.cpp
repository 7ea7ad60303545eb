#include "clinic/record/attachments.h"

#include "access/training.h"
#include "clinic/patient/patients.h"
#include "store/failure.h"
#include "store/store.h"

#include <QCoreApplication>
#include <QLocale>

#include <limits>

namespace xinglin {

namespace {

struct Named
{
    AttachmentKind kind;
    const char *name;
};
constexpr Named kinds[] = {
    {AttachmentKind::Tongue, "tongue"}, {AttachmentKind::Face, "face"},   {AttachmentKind::Report, "report"},
    {AttachmentKind::Letter, "letter"}, {AttachmentKind::Other, "other"},
};

} // namespace

QString toText(AttachmentKind kind)
{
    for (const Named &named : kinds) {
        if (named.kind == kind)
            return QLatin1String(named.name);
    }
    Q_UNREACHABLE();
}

std::optional<AttachmentKind> attachmentKindFrom(const QString &text)
{
    for (const Named &named : kinds) {
        if (text == QLatin1String(named.name))
            return named.kind;
    }
    return std::nullopt;
}

} // namespace xinglin

namespace xinglin::attachments {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::attachments)
};

using access::Permission;

constexpr char Columns[] = "a.id, a.patient_id, a.visit_id, a.kind, a.title, a.media_type, a.bytes, a.width, a.height,"
                           " a.sha256, a.taken_ms, a.recorded_ms, u.name, a.status, a.thumbnail";
constexpr char From[] = " FROM attachment a LEFT JOIN user u ON u.id = a.recorded_by_id WHERE ";

Attachment attachmentFrom(const store::Query &row)
{
    Attachment one;
    one.id = row.get<AttachmentId>(0);
    one.patient = row.get<PatientId>(1);
    one.visit = row.get<std::optional<VisitId>>(2);
    one.kind = attachmentKindFrom(row.get<QString>(3)).value_or(AttachmentKind::Other);
    one.title = row.get<QString>(4);
    one.mediaType = row.get<QString>(5);
    one.bytes = row.get<qint64>(6);
    one.width = row.get<int>(7);
    one.height = row.get<int>(8);
    one.sha256 = row.get<QByteArray>(9);
    one.taken = row.get<Instant>(10);
    one.recorded = row.get<Instant>(11);
    one.recordedBy = row.get<QString>(12);
    one.inError = row.get<QString>(13) == u"entered-in-error";
    one.thumbnail = row.get<QByteArray>(14);
    return one;
}

Error missing(AttachmentId id)
{
    return {Code::NotFound, Tr::tr("There is no such file in this record."), {}, id.toString()};
}

/// A text column without NULL.
QString text(const QString &value)
{
    const QString clean = value.trimmed();
    return clean.isNull() ? QStringLiteral("") : clean;
}

std::optional<int> positive(int value)
{
    return value > 0 ? std::optional(value) : std::nullopt;
}

/// Whether the visit is this patient's.
bool isOf(const store::Snapshot &view, VisitId visit, PatientId kept)
{
    store::Query row = view.sql("SELECT patient_id FROM visit WHERE id = ?1");
    if (!row.bind(visit).next())
        return false;
    const auto of = patient::canonical(view, row.get<PatientId>(0));
    return of && *of == kept;
}

/// The bytes, with the audit row of the look.
Result<QByteArray> bytesOf(const store::Snapshot &view, AttachmentId id, const QByteArray &act, const QString &detail)
{
    const auto known = find(view, id);
    if (!known)
        return known.error();
    store::Query row = view.sql("SELECT file, key FROM attachment WHERE id = ?1");
    row.bind(id).next();
    QByteArray key = row.get<QByteArray>(1);
    auto bytes = view.store().attached().read(row.get<QByteArray>(0), SecretBytes::take(key));
    view.audit({act, "attachment", id.uuid(), known->patient.uuid(), bytes ? "ok" : "failed",
                bytes ? detail : QString::fromLatin1("file")});
    return bytes;
}

} // namespace

QList<Error> problems(const AttachmentDraft &draft)
{
    QList<Error> found;
    const auto wrong = [&](const QString &sentence, const char *field) {
        found << Error{Code::Invalid, sentence, QString::fromLatin1(field), {}};
    };
    const qint64 pixels = qint64(draft.width) * draft.height;
    if (draft.width < 0 || draft.height < 0 || (draft.width == 0) != (draft.height == 0))
        wrong(Tr::tr("The picture has no size."), "width");
    else if (pixels > MostPixels)
        wrong(Tr::tr("This picture has %1 megapixels; more than %2 cannot be attached.")
                  .arg(QLocale().toString(static_cast<double>(pixels) / 1e6, 'f', 1))
                  .arg(MostPixels / 1'000'000),
              "width");
    if ((draft.kind == AttachmentKind::Tongue || draft.kind == AttachmentKind::Face) && pixels == 0)
        wrong(Tr::tr("This file is no picture that can be shown here."), "kind");
    if (draft.mediaType.trimmed().isEmpty())
        wrong(Tr::tr("It is not known what kind of file this is."), "mediaType");
    if (draft.title.trimmed().size() > LongestAttachmentTitle)
        wrong(Tr::tr("The title is longer than %1 characters.").arg(LongestAttachmentTitle), "title");
    if (draft.thumbnail.size() > MostThumbnailBytes)
        wrong(Tr::tr("The small picture is too large."), "thumbnail");
    return found;
}

Result<Attachment> add(store::Transaction &tx, const AttachmentDraft &draft, const store::AttachedFile &file)
{
    tx.adopt(file.name); // first: what is refused goes
    if (auto refused = access::require(tx, Permission::WriteVisit))
        return *refused;
    access::allows(tx, Permission::ReadPeople);
    if (const auto wrong = problems(draft); !wrong.isEmpty())
        return wrong.constFirst();
    const auto kept = patient::canonical(tx, draft.patient);
    if (!kept)
        return kept.error();
    if (draft.visit && !isOf(tx, *draft.visit, *kept))
        return Error{Code::NotFound, Tr::tr("There is no such visit."), QStringLiteral("visit"), {}};
    if (!tx.store().attached().isThere(file.name))
        return Error{Code::Broken, Tr::tr("The file was not written; nothing was attached."), {}, {}};
    const auto id = tx.create<AttachmentId>();
    // The clock of a camera may be ahead of ours.
    const Instant taken = std::min(draft.taken.value_or(tx.now()), tx.now());
    const std::span<const std::uint8_t> key = file.key.bytes();
    tx.sql("INSERT INTO attachment(id, patient_id, visit_id, kind, title, media_type, bytes, width, height, sha256,"
           " file, key, taken_ms, recorded_ms, recorded_by_id, thumbnail)"
           " VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)")
        .bind(id, *kept, draft.visit, toText(draft.kind), text(draft.title), draft.mediaType, file.bytes,
              positive(draft.width), positive(draft.height), file.sha256, file.name,
              QByteArray(reinterpret_cast<const char *>(key.data()), static_cast<qsizetype>(key.size())), taken,
              tx.now(), tx.actor().user, draft.thumbnail.isEmpty() ? QByteArray() : draft.thumbnail)
        .run();
    tx.audit({tx.act(), "attachment", id.uuid(), kept->uuid(), "ok",
              QStringLiteral("%1, %2 bytes").arg(toText(draft.kind)).arg(file.bytes)});
    static const QByteArray sql = QByteArray("SELECT ") + Columns + From + "a.id = ?1";
    store::Query row = tx.sql(sql.constData());
    row.bind(id).next();
    return attachmentFrom(row);
}

Result<Attachment> attach(store::Store &store, const store::Actor &actor, const AttachmentDraft &draft,
                          const QByteArray &bytes)
{
    const QByteArray act = "attachment.add";
    {
        // Who may not, or for nobody: before anything is written.
        const auto view = store.snapshot(actor);
        if (auto refused = access::require(*view, Permission::WriteVisit))
            return *refused;
        if (const auto kept = patient::canonical(*view, draft.patient); !kept)
            return kept.error();
    }
    if (const auto wrong = problems(draft); !wrong.isEmpty())
        return wrong.constFirst();
    if (bytes.isEmpty())
        return Error{Code::Invalid, Tr::tr("This file is empty."), QStringLiteral("bytes"), {}};
    const auto file = store.attached().keep(bytes);
    if (!file)
        return file.error();
    const auto tx = store.begin(actor, act);
    auto added = add(*tx, draft, *file);
    if (added)
        tx->commit();
    return added;
}

Result<Done> markInError(store::Transaction &tx, AttachmentId id, const QString &reason)
{
    if (auto refused = access::require(tx, Permission::WriteVisit))
        return *refused;
    if (reason.trimmed().isEmpty())
        return Error{Code::Invalid, Tr::tr("Say why the entry was wrong."), QStringLiteral("reason"), {}};
    const auto known = find(tx, id);
    if (!known)
        return known.error();
    tx.sql("UPDATE attachment SET status = 'entered-in-error' WHERE id = ?1").bind(id).run();
    tx.setReason(reason.trimmed());
    tx.audit({tx.act(), "attachment", id.uuid(), known->patient.uuid(), "ok", {}});
    return Done{};
}

Result<QList<Attachment>> list(const store::Snapshot &view, PatientId patient, std::optional<AttachmentKind> kind,
                               int limit, const std::optional<Attachment> &before)
{
    if (auto refused = access::require(view, Permission::ReadNarrative))
        return *refused;
    access::allows(view, Permission::ReadPeople);
    const auto kept = patient::shared(view, Permission::ReadNarrative, patient);
    if (!kept)
        return kept.error();
    static const patient::RowsOf rows(QByteArray("SELECT ") + Columns + From, "a",
                                      " AND a.status = 'current' AND (?2 IS NULL OR a.kind = ?2)"
                                      " AND (a.taken_ms, a.id) < (?3, ?4)"
                                      " ORDER BY a.taken_ms DESC, a.id DESC LIMIT ?5");
    store::Query found = rows.ask(view, *kept);
    if (kind)
        found.bindAt(2, toText(*kind));
    else
        found.bindAt(2, store::Value());
    found.bindAt(3, before ? toMs(before->taken) : std::numeric_limits<qint64>::max())
        .bindAt(4, before ? before->id.uuid().toBytes() : QByteArray(16, '\0'))
        .bindAt(5, limit);
    QList<Attachment> all;
    while (found.next())
        all << attachmentFrom(found);
    return all;
}

Result<Attachment> find(const store::Snapshot &view, AttachmentId id)
{
    if (auto refused = access::require(view, Permission::ReadNarrative))
        return *refused;
    access::allows(view, Permission::ReadPeople);
    static const QByteArray sql = QByteArray("SELECT ") + Columns + From + "a.id = ?1 AND " + patient::ofSeen("a");
    store::Query row = view.sql(sql.constData());
    if (!row.bind(id).next())
        return missing(id);
    Attachment found = attachmentFrom(row);
    const auto kept = patient::shared(view, Permission::ReadNarrative, found.patient, missing(id));
    if (!kept)
        return kept.error();
    found.patient = *kept;
    return found;
}

Result<QByteArray> content(const store::Snapshot &view, AttachmentId id)
{
    if (auto refused = access::require(view, Permission::ReadNarrative))
        return *refused;
    return bytesOf(view, id, "attachment.open", {});
}

Result<QByteArray> forExport(const store::Snapshot &view, AttachmentId id, const QString &target)
{
    if (auto refused = access::require(view, Permission::ReadNarrative))
        return *refused;
    if (auto refused = access::mayLeave(view, access::Leaving::File); !refused)
        return refused.error();
    return bytesOf(view, id, "attachment.export", target);
}

} // namespace xinglin::attachments
