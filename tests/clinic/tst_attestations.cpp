#include "access/people.h"
#include "access/settings.h"
#include "clinic/changes.h"
#include "clinic/prescription/checksign.h"
#include "clinic/prescription/visitpaper.h"
#include "clinic/record/visits.h"
#include "clinic/unfinished.h"
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
    void check_dispenser_standsUnderThatStateAndFreesThePaper();
    void check_ownUnsignedEmptyOrAmended_isRefused();
    void check_otherRoles_areRefused();
    void check_dispenser_opensNoNarrative();
    void changes_dispenser_tellOfTheCheckAlone();
    void waiting_ofOthers_untilOneHasSigned();
    void unfinished_dispenser_namesWhatWaits();

private:
    consultation::Stored visit(bool sign, const consultation::Stored *amended = nullptr, bool prescribes = true);
    store::Actor dispenser() const { return m_clinic->actor(access::Role::Dispenser); }
    QString dispenserName();
    /// The clinic's setting.
    void askForSecond();
    Result<Attestation> check(const store::Actor &actor, RevisionId id);
    /// As the dispenser sees it.
    checksign::Prescribed seen(VisitId id);
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

QString TestAttestations::dispenserName()
{
    return m_clinic->read(dispenser(), [](const store::Snapshot &view) {
        const auto me = access::user(view, access::UserId(*view.actor().user));
        return me ? me->name : QString();
    });
}

void TestAttestations::askForSecond()
{
    QVERIFY(m_clinic->write(m_clinic->owner(), "setting.change", [](store::Transaction &tx) {
        return settings::setValue(tx, settings::SecondPerson, u"yes"_s);
    }));
}

Result<Attestation> TestAttestations::check(const store::Actor &actor, RevisionId id)
{
    return m_clinic->write(actor, "prescription.check",
                           [&](store::Transaction &tx) { return checksign::sign(tx, id); });
}

checksign::Prescribed TestAttestations::seen(VisitId id)
{
    const auto found =
        m_clinic->read(dispenser(), [&](const store::Snapshot &view) { return checksign::ofVisit(view, id); });
    return found ? *found : checksign::Prescribed();
}

consultation::Stored TestAttestations::visit(bool sign, const consultation::Stored *amended, bool prescribes)
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
            if (prescribes) {
                draft.prescriptions << formula;
                draft.medicines << MedicineOrder{MedicineForm::Patent, u"归脾丸"_s, u"8丸"_s, 3, 7, {}, {}};
            }
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
    QCOMPARE(paper()->seconds, consultation::Seconds());
    QVERIFY(m_clinic->write(m_clinic->owner(), "setting.change", [](store::Transaction &tx) {
        return settings::setValue(tx, settings::SecondPerson, u"yes"_s);
    }));
    QCOMPARE(paper().error().code, Code::Conflict);
    QVERIFY(countersign(*m_second, stored.revision.id).ok());
    QCOMPARE(paper()->seconds, (consultation::Seconds{{}, u"程又新"_s}));
    QVERIFY(check(dispenser(), stored.revision.id).ok());
    QCOMPARE(paper()->seconds, (consultation::Seconds{dispenserName(), u"程又新"_s}));
}

void TestAttestations::check_dispenser_standsUnderThatStateAndFreesThePaper()
{
    askForSecond();
    const consultation::Stored stored = visit(true);
    const auto paper = [&] {
        return m_clinic->read(m_clinic->practitioner(), [&](const store::Snapshot &view) {
            return consultation::paper(view, stored.prescriptions.first().id);
        });
    };
    const auto medicines = [&] {
        return m_clinic->read(m_clinic->practitioner(), [&](const store::Snapshot &view) {
            return consultation::medicinePaper(view, stored.revision.visit);
        });
    };
    QCOMPARE(paper().error().code, Code::Conflict);
    QCOMPARE(medicines().error().code, Code::Conflict);
    QVERIFY(seen(stored.revision.visit).mayCheck);
    const auto done = check(dispenser(), stored.revision.id);
    QVERIFY(done.ok());
    QCOMPARE(done->scope, AttestationScope::Prescription);
    QCOMPARE(done->attester, dispenserName());
    QCOMPARE(done->at, m_clinic->clock.now());
    QCOMPARE(under(stored.revision.id), QList<Attestation>{*done});
    QCOMPARE(seen(stored.revision.visit).checks, QList<Attestation>{*done});
    QVERIFY(!seen(stored.revision.visit).mayCheck);
    QCOMPARE(paper()->seconds, (consultation::Seconds{dispenserName(), {}}));
    QCOMPARE(medicines()->seconds, (consultation::Seconds{dispenserName(), {}}));
    QCOMPARE(check(dispenser(), stored.revision.id).error().code, Code::Conflict); // once is enough
    // Another practitioner may still answer for the whole note, and then not for a part of it besides.
    QVERIFY(countersign(*m_second, stored.revision.id).ok());
    QCOMPARE(check(*m_second, stored.revision.id).error().code, Code::Conflict);
}

void TestAttestations::check_ownUnsignedEmptyOrAmended_isRefused()
{
    QCOMPARE(check(dispenser(), visit(false).revision.id).error().code, Code::Conflict);
    const consultation::Stored first = visit(true);
    QCOMPARE(check(m_clinic->practitioner(), first.revision.id).error().code, Code::Conflict);
    const consultation::Stored nothing = visit(true, nullptr, false);
    QCOMPARE(check(dispenser(), nothing.revision.id).error().code, Code::Conflict);
    QVERIFY(!seen(nothing.revision.visit).mayCheck);
    QVERIFY(check(dispenser(), first.revision.id).ok());
    const consultation::Stored amended = visit(true, &first);
    QVERIFY(under(amended.revision.id).isEmpty()); // another state: it has to be checked again
    QVERIFY(seen(first.revision.visit).checks.isEmpty());
    QCOMPARE(check(m_clinic->another(access::Role::Dispenser), first.revision.id).error().code, Code::Conflict);
    QVERIFY(check(dispenser(), amended.revision.id).ok());
    QCOMPARE(under(first.revision.id).size(), 1);
}

void TestAttestations::check_otherRoles_areRefused()
{
    const RevisionId note = visit(true).revision.id;
    for (const auto role :
         {access::Role::Receptionist, access::Role::Owner, access::Role::Administrator, access::Role::Auditor})
        QCOMPARE(check(m_clinic->actor(role), note).error().code, Code::NoPermission);
    QVERIFY(check(*m_second, note).ok());
}

void TestAttestations::check_dispenser_opensNoNarrative()
{
    const consultation::Stored stored = visit(true);
    QVERIFY(countersign(*m_second, stored.revision.id, u"辨证同意"_s).ok());
    const auto narrative = [](const store::Snapshot &view) { return view.registry().group("narrative"); };
    {
        const auto tx = m_clinic->store().begin(dispenser(), "prescription.check");
        QVERIFY(checksign::sign(*tx, stored.revision.id, u"已核"_s).ok());
        QCOMPARE((tx->opened().read | tx->opened().write) & narrative(*tx), store::GroupMask(0));
        QCOMPARE(tx->audited().last().action, QByteArray("prescription.check"));
        tx->commit();
    }
    const auto view = m_clinic->store().snapshot(dispenser());
    const auto found = checksign::ofVisit(*view, stored.revision.visit);
    QCOMPARE(found->checks.size(), 1); // what was said of the note is not handed out
    QCOMPARE(found->checks.first().remark, u"已核"_s);
    QCOMPARE(found->prescriptions, stored.prescriptions);
    QCOMPARE(found->medicines, stored.medicines);
    QVERIFY(!attestation::of(*view, stored.revision.id).ok());
    QVERIFY(!record::current(*view, stored.revision.visit).ok());
    QCOMPARE(view->opened().read & narrative(*view), store::GroupMask(0));
}

void TestAttestations::changes_dispenser_tellOfTheCheckAlone()
{
    const consultation::Stored stored = visit(true);
    QVERIFY(countersign(*m_second, stored.revision.id, u"辨证同意"_s).ok());
    QVERIFY(check(dispenser(), stored.revision.id).ok());
    const auto told = [&](const store::Actor &actor) {
        QStringList lines;
        const auto changes =
            m_clinic->read(actor, [&](const store::Snapshot &view) { return changes::ofPatient(view, m_person->id); });
        for (const changes::Told &one : *changes)
            lines << one.sentences;
        return lines.join(u'\n');
    };
    const QString checked = u"Prescription checked by "_s + dispenserName();
    QVERIFY2(told(dispenser()).contains(checked), qUtf8Printable(told(dispenser())));
    QVERIFY(!told(dispenser()).contains(u"辨证"_s) && !told(dispenser()).contains(u"Countersigned"_s));
    QVERIFY(told(m_clinic->practitioner()).contains(checked));
    QVERIFY(told(m_clinic->practitioner()).contains(u"辨证同意"_s));
}

void TestAttestations::waiting_ofOthers_untilOneHasSigned()
{
    const consultation::Stored old = visit(true);
    const auto waiting = [&](const store::Actor &actor) {
        QList<VisitId> visits;
        const auto found = m_clinic->read(actor, [](const store::Snapshot &view) { return checksign::waiting(view); });
        for (const checksign::Waiting &one : *found)
            visits << one.visit;
        return visits;
    };
    QVERIFY(waiting(dispenser()).isEmpty()); // the clinic does not ask for it
    askForSecond();
    QCOMPARE(waiting(dispenser()), QList<VisitId>{old.revision.visit});
    m_clinic->clock.advance(std::chrono::hours(24 * checksign::validDays));
    const consultation::Stored first = visit(true);
    m_clinic->clock.advance(std::chrono::minutes(1));
    const consultation::Stored second = visit(true);
    visit(false);
    visit(true, nullptr, false);
    QCOMPARE(waiting(dispenser()), (QList<VisitId>{second.revision.visit, first.revision.visit, old.revision.visit}));
    m_clinic->clock.advance(std::chrono::hours(24));
    QCOMPARE(waiting(dispenser()), (QList<VisitId>{second.revision.visit, first.revision.visit})); // no longer valid
    QCOMPARE(waiting(*m_second).size(), 2);
    QVERIFY(waiting(m_clinic->practitioner()).isEmpty()); // one's own
    QVERIFY(check(dispenser(), second.revision.id).ok());
    QVERIFY(countersign(*m_second, first.revision.id).ok());
    QVERIFY(waiting(dispenser()).isEmpty());
    const consultation::Stored amended = visit(true, &second);
    QCOMPARE(waiting(dispenser()), QList<VisitId>{amended.revision.visit});
    QVERIFY(m_clinic->write(m_clinic->owner(), "patient.restrict", [&](store::Transaction &tx) {
        return patient::setRestricted(tx, m_person->id, true, u"封存"_s);
    }));
    QVERIFY(waiting(dispenser()).isEmpty());
}

void TestAttestations::unfinished_dispenser_namesWhatWaits()
{
    askForSecond();
    const consultation::Stored stored = visit(true);
    const auto items =
        m_clinic->read(dispenser(), [](const store::Snapshot &view) { return unfinished::list(view, nullptr); });
    QCOMPARE(items->size(), 1);
    const unfinished::Item &item = items->first();
    QCOMPARE(item.what, unfinished::Item::What::Check);
    QVERIFY(item.visit == stored.revision.visit && item.patient == m_person->id);
    QCOMPARE(item.name, m_person->name);
    QVERIFY(item.words.contains(u"归脾丸"_s) && !item.words.contains(u"失眠"_s));
}

QTEST_GUILESS_MAIN(TestAttestations)
#include "tst_attestations.moc"
