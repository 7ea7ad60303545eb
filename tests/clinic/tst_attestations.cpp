#include "access/settings.h"
#include "clinic/prescription/consultation.h"
#include "clinic/record/attestations.h"
#include "support/testclinic.h"

#include <QTest>

using namespace xinglin;
using namespace xinglin::test;
using namespace Qt::StringLiterals;

class TestAttestations : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void countersign_another_standsUnderThatState();
    void countersign_ownUnsignedTwiceOrAmended_isRefused();
    void countersign_withoutWriting_isRefused();
    void paper_whereASecondPersonIsWanted_waitsForThem();

private:
    consultation::Stored visit(bool sign, const consultation::Stored *amended = nullptr);
    Result<Attestation> countersign(const store::Actor &actor, RevisionId id, const QString &remark = {});
    QList<Attestation> under(RevisionId id);

    std::unique_ptr<TestClinic> m_clinic;
    std::shared_ptr<const Catalog> m_catalog;
    std::optional<Patient> m_person;
    std::optional<store::Actor> m_second;
};

void TestAttestations::init()
{
    m_clinic = std::make_unique<TestClinic>();
    if (!m_catalog)
        m_catalog = *Catalog::load();
    m_person = m_clinic->patient(u"陈淑芬"_s);
    m_second = m_clinic->another(access::Role::Practitioner);
}

consultation::Stored TestAttestations::visit(bool sign, const consultation::Stored *amended)
{
    const auto stored = m_clinic->write(
        m_clinic->practitioner(), sign ? "consultation.sign" : "consultation.save", [&](store::Transaction &tx) {
            consultation::Draft draft;
            draft.visit.patient = m_person->id;
            draft.visit.note.complaint = amended ? u"失眠四月"_s : u"失眠"_s;
            if (amended) {
                draft.visit.visit = amended->revision.visit;
                draft.visit.basedOn = amended->revision.id;
                draft.visit.reason = u"写错"_s;
            }
            PrescriptionDraft formula;
            formula.lines << PrescriptionLine{{}, u"黄芪"_s, Mass::grams(15), {}};
            draft.prescriptions << formula;
            return sign ? consultation::sign(tx, *m_catalog, draft) : consultation::save(tx, *m_catalog, draft);
        });
    if (!stored)
        qFatal("%s", qUtf8Printable(stored.error().message));
    return *stored;
}

Result<Attestation> TestAttestations::countersign(const store::Actor &actor, RevisionId id, const QString &remark)
{
    return m_clinic->write(actor, "visit.countersign",
                           [&](store::Transaction &tx) { return attestation::countersign(tx, id, remark); });
}

QList<Attestation> TestAttestations::under(RevisionId id)
{
    const auto found = m_clinic->read(m_clinic->practitioner(),
                                      [&](const store::Snapshot &view) { return attestation::of(view, id); });
    return found ? *found : QList<Attestation>();
}

void TestAttestations::countersign_another_standsUnderThatState()
{
    const RevisionId note = visit(true).revision.id;
    QVERIFY(under(note).isEmpty());
    const auto may = [&](const store::Actor &actor) {
        return m_clinic->read(actor,
                              [&](const store::Snapshot &view) { return attestation::mayCountersign(view, note); });
    };
    QCOMPARE(*may(*m_second), true);
    QCOMPARE(*may(m_clinic->practitioner()), false);
    const auto done = countersign(*m_second, note, u" 同意 "_s);
    QVERIFY(done.ok());
    QCOMPARE(done->attester, u"程又新"_s);
    QCOMPARE(done->remark, u"同意"_s);
    QCOMPARE(done->at, m_clinic->clock.now());
    QCOMPARE(under(note), QList<Attestation>{*done});
    QCOMPARE(*may(*m_second), false);
}

void TestAttestations::countersign_ownUnsignedTwiceOrAmended_isRefused()
{
    const consultation::Stored saved = visit(false);
    QCOMPARE(countersign(*m_second, saved.revision.id).error().code, Code::Conflict);
    const consultation::Stored first = visit(true);
    QCOMPARE(countersign(m_clinic->practitioner(), first.revision.id).error().code, Code::Conflict);
    QVERIFY(countersign(*m_second, first.revision.id).ok());
    QCOMPARE(countersign(*m_second, first.revision.id).error().code, Code::Conflict);
    const consultation::Stored amended = visit(true, &first);
    QVERIFY(under(amended.revision.id).isEmpty()); // another state: it has to be signed again
    QCOMPARE(countersign(m_clinic->another(access::Role::Practitioner), first.revision.id).error().code,
             Code::Conflict);
    QVERIFY(countersign(*m_second, amended.revision.id).ok());
    QCOMPARE(under(first.revision.id).size(), 1);
}

void TestAttestations::countersign_withoutWriting_isRefused()
{
    const RevisionId note = visit(true).revision.id;
    for (const auto role : {access::Role::Receptionist, access::Role::Dispenser, access::Role::Owner})
        QCOMPARE(countersign(m_clinic->actor(role), note).error().code, Code::NoPermission);
}

void TestAttestations::paper_whereASecondPersonIsWanted_waitsForThem()
{
    const consultation::Stored stored = visit(true);
    const auto paper = [&] {
        return m_clinic->read(m_clinic->practitioner(), [&](const store::Snapshot &view) {
            return consultation::paper(view, stored.prescriptions.first().id);
        });
    };
    QVERIFY(paper().ok());
    QVERIFY(paper()->reviewer.isEmpty());
    QVERIFY(m_clinic->write(m_clinic->owner(), "setting.change", [](store::Transaction &tx) {
        return settings::setValue(tx, settings::SecondPerson, u"yes"_s);
    }));
    QCOMPARE(paper().error().code, Code::Conflict);
    QVERIFY(countersign(*m_second, stored.revision.id).ok());
    QCOMPARE(paper()->reviewer, u"程又新"_s);
}

QTEST_GUILESS_MAIN(TestAttestations)
#include "tst_attestations.moc"
