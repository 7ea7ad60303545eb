#include "bench/charts.h"

#include "clinic/patient/patientrows.h"
#include "clinic/prescription/prescriptionrows.h"
#include "clinic/record/visitrows.h"
#include "demo/cases.h"
#include "store/failure.h"

#include <QFile>

namespace xinglin::bench {

namespace {

/// Of each illness the first visit and two later ones.
constexpr int Ordinals = 3;
constexpr int Adult = 40;

/// Mild herbs that fill a short prescription up to twelve.
const QStringList &mild()
{
    static const QStringList herbs = {
        QStringLiteral("fu-ling"),   QStringLiteral("chen-pi"),    QStringLiteral("mai-ya"),
        QStringLiteral("yi-yi-ren"), QStringLiteral("bai-zhu"),    QStringLiteral("shan-yao"),
        QStringLiteral("gu-ya"),     QStringLiteral("shan-zha"),   QStringLiteral("dang-shen"),
        QStringLiteral("sang-ye"),   QStringLiteral("ge-gen"),     QStringLiteral("lian-zi"),
        QStringLiteral("ju-hua"),    QStringLiteral("he-huan-pi"), QStringLiteral("bai-bian-dou")};
    return herbs;
}

QList<demo::Case> cases(const Catalog &catalog)
{
    QFile file(QStringLiteral(":/demo/cases.json"));
    if (!file.open(QIODevice::ReadOnly))
        throw store::Failure(Code::Broken, {}, QStringLiteral("no cases.json"));
    auto read = demo::casesFromJson(file.readAll(), catalog);
    if (!read)
        throw store::Failure(read.error().code, read.error().message, read.error().detail);
    return *std::move(read);
}

void makeTwelve(PrescriptionDraft &draft, const Catalog &catalog)
{
    while (draft.lines.size() > Charts::Herbs)
        draft.lines.removeLast();
    for (const QString &id : mild()) {
        if (draft.lines.size() == Charts::Herbs)
            return;
        const safety::Herb *herb = catalog.herbs().find(id);
        const bool isThere = std::any_of(draft.lines.cbegin(), draft.lines.cend(),
                                         [&](const PrescriptionLine &line) { return line.herb == id; });
        if (herb != nullptr && !isThere)
            draft.lines << PrescriptionLine{id, herb->nameZh, Mass::grams(9), {}, false};
    }
    if (draft.lines.size() != Charts::Herbs)
        throw store::Failure(Code::Broken, {}, QStringLiteral("too few mild herbs for %1").arg(draft.name));
}

} // namespace

Charts::Charts(const Catalog &catalog, quint64 seed) : m_catalog(catalog)
{
    SeededRandom random(seed);
    for (const demo::Case &illness : cases(catalog)) {
        if (illness.child || illness.pregnant)
            continue;
        for (int ordinal = 0; ordinal < Ordinals; ++ordinal) {
            consultation::Draft draft;
            draft.visit.note = demo::noteFor(illness, ordinal, catalog, random);
            draft.prescriptions << demo::prescriptionFor(illness, ordinal, Adult, catalog, random);
            makeTwelve(draft.prescriptions.first(), catalog);
            const auto check = consultation::check(catalog, draft.prescriptions.constFirst(), {});
            if (!consultation::open(check, draft.prescriptions.constFirst()).isEmpty())
                continue;
            m_drafts << draft;
            m_checks << check;
        }
    }
    if (m_drafts.isEmpty())
        throw store::Failure(Code::Broken, {}, QStringLiteral("no illness of the demo clinic can be prescribed for"));
}

void Charts::write(store::Transaction &tx, PatientId patient, bool prescribed, Random &random) const
{
    for (const access::Permission permission :
         {access::Permission::WriteVisit, access::Permission::WritePrescriptions}) {
        if (const auto refused = access::require(tx, permission))
            throw store::Failure(refused->code, refused->message, refused->detail);
    }
    const auto index = qsizetype(random.below(quint64(m_drafts.size())));
    const VisitNote &note = m_drafts[index].visit.note;
    const auto visit = tx.create<VisitId>();
    const auto revision = tx.create<RevisionId>();
    tx.connection()
        .internal("INSERT INTO visit(id, patient_id, practitioner_id, day, started_ms, entered_ms, status)"
                  " VALUES(?1, ?2, ?3, ?4, ?5, ?5, 'finished')")
        .bind(visit, patient, tx.actor().user, QDate(1970, 1, 1).daysTo(tx.today()), tx.now())
        .run();
    using patient::orNull;
    tx.connection()
        .internal("INSERT INTO visit_revision(id, visit_id, number, status, form, complaint, history, inspection,"
                  " listening, advice, note, sensitive, author_id, written_ms, signed_ms)"
                  " VALUES(?1, ?2, 1, 'final', ?3, ?4, ?5, ?6, ?7, ?8, ?9, 0, ?10, ?11, ?11)")
        .bind(revision, visit, note.form, orNull(note.complaint), orNull(note.history), orNull(note.inspection),
              orNull(note.listening), orNull(note.advice), orNull(note.note), tx.actor().user, tx.now())
        .run();
    record::writeParts(tx, revision, note);
    if (prescribed) {
        QList<StoredFinding> findings;
        for (const safety::Finding &finding : m_checks[index].findings)
            findings << StoredFinding{finding.rule, safety::severityText(finding.severity), finding.herbs.join(u'、')};
        consultation::writePrescription(tx, revision, patient, 1, consultation::nextNumber(tx),
                                        m_drafts[index].prescriptions.constFirst(), m_checks[index].scope.checked,
                                        m_catalog.rulesVersion, findings);
    }
    tx.audit({"visit.sign", "visit", visit.uuid(), patient.uuid(), "ok", {}});
}

} // namespace xinglin::bench
