#include "clinic/prescription/consultation.h"
#include "clinic/prescription/overrides.h"
#include "support/testclinic.h"

#include <QTest>

using namespace xinglin;
using namespace xinglin::test;
using namespace Qt::StringLiterals;

class TestOverrides : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void overrides_signed_standForTheOwnerTheLatestFirst();
    void overrides_savedOnlyOrNotSevere_doNotStand();
    void overrides_amended_standOnceAsTheyAreNow();
    void overrides_further_goOnFromAPlace();
    void overrides_others_areRefused();

private:
    /// A visit with oyster shell for somebody allergic to oysters; signed over with @p reason.
    consultation::Stored visit(const QString &reason, bool sign = true, const consultation::Stored *amended = nullptr);
    QList<consultation::Overridden> seen(int limit = 100, std::optional<qint64> before = {});

    std::unique_ptr<TestClinic> m_clinic;
    std::shared_ptr<const Catalog> m_catalog;
    std::optional<Patient> m_person;
};

void TestOverrides::init()
{
    m_clinic = std::make_unique<TestClinic>();
    if (!m_catalog)
        m_catalog = *Catalog::load();
    m_person = m_clinic->patient(u"陈淑芬"_s);
    QVERIFY(m_clinic->write(m_clinic->practitioner(), "allergy.record", [&](store::Transaction &tx) {
        return patient::recordAllergy(tx, m_person->id, {u"oyster"_s, u"牡蛎"_s, {}});
    }));
}

consultation::Stored TestOverrides::visit(const QString &reason, bool sign, const consultation::Stored *amended)
{
    const auto stored = m_clinic->write(
        m_clinic->practitioner(), sign ? "consultation.sign" : "consultation.save", [&](store::Transaction &tx) {
            consultation::Draft draft;
            draft.visit.patient = m_person->id;
            draft.visit.note.complaint = u"失眠"_s;
            if (amended) {
                draft.visit.visit = amended->revision.visit;
                draft.visit.basedOn = amended->revision.id;
                draft.visit.reason = u"写错"_s;
            }
            PrescriptionDraft formula;
            formula.lines << PrescriptionLine{{}, u"牡蛎"_s, Mass::grams(15), {}};
            const auto facts = consultation::factsFor(tx, m_person->id);
            const auto result = consultation::check(*m_catalog, formula, *facts);
            for (const safety::Finding &finding : consultation::open(result, formula))
                formula.overrides << FindingOverride{finding.rule, finding.herbs.join(u'、'), reason};
            draft.prescriptions << formula;
            return sign ? consultation::sign(tx, *m_catalog, draft) : consultation::save(tx, *m_catalog, draft);
        });
    if (!stored)
        qFatal("%s", qUtf8Printable(stored.error().message));
    m_clinic->clock.advance(std::chrono::minutes(5));
    return *stored;
}

QList<consultation::Overridden> TestOverrides::seen(int limit, std::optional<qint64> before)
{
    const auto found = m_clinic->read(
        m_clinic->owner(), [&](const store::Snapshot &view) { return consultation::overrides(view, limit, before); });
    if (!found)
        qFatal("%s", qUtf8Printable(found.error().message));
    return *found;
}

void TestOverrides::overrides_signed_standForTheOwnerTheLatestFirst()
{
    visit(u"久服无恙"_s);
    const consultation::Stored second = visit(u"煅制，已告知"_s);
    const auto all = seen();
    QCOMPARE(all.size(), 2);
    QCOMPARE(all.first().reason, u"煅制，已告知"_s);
    QCOMPARE(all.first().rule, u"allergy-exact"_s);
    QCOMPARE(all.first().herbs, u"牡蛎"_s);
    QCOMPARE(all.first().name, u"陈淑芬"_s);
    QCOMPARE(all.first().number, m_person->number);
    QCOMPARE(all.first().visit, second.revision.visit);
    QCOMPARE(all.first().prescription, second.prescriptions.first().number);
    QVERIFY(!all.first().practitioner.isEmpty());
    QCOMPARE(all.last().reason, u"久服无恙"_s);
}

void TestOverrides::overrides_savedOnlyOrNotSevere_doNotStand()
{
    visit(u"久服无恙"_s, false);
    QVERIFY(seen().isEmpty());
}

void TestOverrides::overrides_amended_standOnceAsTheyAreNow()
{
    const consultation::Stored first = visit(u"久服无恙"_s);
    visit(u"改为煅牡蛎亦可"_s, true, &first);
    const auto all = seen();
    QCOMPARE(all.size(), 1);
    QCOMPARE(all.first().reason, u"改为煅牡蛎亦可"_s);
}

void TestOverrides::overrides_further_goOnFromAPlace()
{
    for (int i = 0; i < 5; ++i)
        visit(QString::number(i));
    const auto first = seen(2);
    QCOMPARE(first.size(), 2);
    QCOMPARE(first.last().reason, u"3"_s);
    const auto next = seen(2, first.last().place);
    QCOMPARE(next.first().reason, u"2"_s);
    QCOMPARE(seen(9, next.last().place).size(), 1);
}

void TestOverrides::overrides_others_areRefused()
{
    for (const auto role : {access::Role::Receptionist, access::Role::Practitioner, access::Role::Dispenser,
                            access::Role::Administrator, access::Role::Auditor}) {
        const auto refused = m_clinic->read(m_clinic->actor(role),
                                            [](const store::Snapshot &view) { return consultation::overrides(view); });
        QCOMPARE(refused.error().code, Code::NoPermission);
    }
}

QTEST_GUILESS_MAIN(TestOverrides)
#include "tst_overrides.moc"
