#include "clinic/patient/duplicates.h"
#include "clinic/patient/linkkeys.h"
#include "clinic/patient/merge.h"
#include "clinic/patient/patients.h"
#include "support/testclinic.h"

#include <QTest>

using namespace xinglin;
using namespace xinglin::test;
using duplicates::Opinion;
using linkage::Level;

namespace {

PatientDraft draftOf(const QString &name, const QString &phone, const QString &birth, Sex sex = Sex::Female)
{
    PatientDraft draft;
    draft.name = name;
    draft.phone = phone;
    draft.birthDate = birth;
    draft.sex = sex;
    return draft;
}

} // namespace

/// Who may be the same as whom: while somebody is typed, and in the list for review.
class TestDuplicates : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_clinic = std::make_unique<TestClinic>(); }
    void cleanup() { m_clinic.reset(); }

    void alike_samePerson_isCertainAndFirst();
    void alike_homophone_isShownWithItsReason();
    void alike_family_isOneHouseholdAndNotThePerson();
    void alike_halfTyped_findsByWhatIsThere();
    void alike_saidDifferent_isShownNoMore();
    void review_registeredTwice_isListedWithReasons();
    void review_edited_comesAndGoes();
    void review_merged_isGoneAndComesBackUnmerged();
    void review_asked_standsFirst();
    void review_restricted_isNotForOthers();
    void say_ofOneRecord_isRefused();
    void rebuild_anyStore_givesTheSame();
    void catchUp_olderStore_getsKeysAndPairs();
    void verify_missingKey_isFound();

private:
    template <class T>
    T must(Result<T> result)
    {
        if (!result)
            qFatal("%s (%s)", qPrintable(result.error().message), qPrintable(result.error().detail));
        m_clinic->clock.advance(std::chrono::minutes(1));
        return *std::move(result);
    }
    Patient add(const PatientDraft &draft)
    {
        return must(m_clinic->write(m_clinic->receptionist(), "patient.register",
                                    [&](store::Transaction &tx) { return patient::register_(tx, draft); }));
    }
    void edit(PatientId id, const PatientDraft &draft)
    {
        must(m_clinic->write(m_clinic->receptionist(), "patient.edit",
                             [&](store::Transaction &tx) { return patient::edit(tx, id, draft); }));
    }
    QList<duplicates::Candidate> alike(const PatientDraft &draft, std::optional<PatientId> but = {})
    {
        return must(m_clinic->read(m_clinic->receptionist(),
                                   [&](const store::Snapshot &view) { return duplicates::alike(view, draft, but); }));
    }
    QList<duplicates::Pair> review(access::Role role = access::Role::Receptionist)
    {
        return must(m_clinic->read(m_clinic->actor(role),
                                   [](const store::Snapshot &view) { return duplicates::review(view); }))
            .pairs;
    }
    void say(PatientId one, PatientId other, Opinion opinion)
    {
        must(m_clinic->write(m_clinic->receptionist(), "patient.distinguish", [&](store::Transaction &tx) {
            return duplicates::say(tx, one, other, opinion, QStringLiteral("问过"));
        }));
    }
    QStringList local()
    {
        QStringList rows;
        const auto view = m_clinic->store().snapshot(m_clinic->owner());
        for (const char *sql : {"SELECT k || '/' || pid FROM link_key ORDER BY k, pid /* whole table */",
                                "SELECT a || '/' || b || '/' || score || '/' || level || '/' || reasons"
                                " FROM duplicate_candidate ORDER BY a, b /* whole table */"}) {
            store::Query all = view->connection().internal(sql);
            while (all.next())
                rows << all.get<QString>(0);
        }
        return rows;
    }

    std::unique_ptr<TestClinic> m_clinic;
    const PatientDraft m_woman =
        draftOf(QStringLiteral("陈淑芬"), QStringLiteral("13800138000"), QStringLiteral("1979-08-21"));
};

void TestDuplicates::alike_samePerson_isCertainAndFirst()
{
    const Patient known = add(m_woman);
    add(draftOf(QStringLiteral("陈淑芳"), QStringLiteral("13700137000"), QStringLiteral("1979-08-20")));
    const auto found = alike(m_woman);
    QVERIFY(!found.isEmpty());
    QCOMPARE(found.first().hit.id, known.id);
    QCOMPARE(found.first().match.level, Level::Certain);
    QVERIFY(alike(m_woman, known.id).isEmpty() || alike(m_woman, known.id).first().hit.id != known.id);
}

void TestDuplicates::alike_homophone_isShownWithItsReason()
{
    const Patient known = add(m_woman);
    const auto found =
        alike(draftOf(QStringLiteral("陈书芬"), QStringLiteral("13911112222"), QStringLiteral("1979-08-21")));
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.first().hit.id, known.id);
    QVERIFY(found.first().match.has(linkage::Reason::Kind::SoundAlikeName));
    QVERIFY(found.first().match.level < Level::Certain);
}

void TestDuplicates::alike_family_isOneHouseholdAndNotThePerson()
{
    add(draftOf(QStringLiteral("陈建国"), QStringLiteral("13800138000"), QStringLiteral("1951-02-03"), Sex::Male));
    add(draftOf(QStringLiteral("李一诺"), QStringLiteral("13800138000"), QStringLiteral("2015-06-01")));
    for (const auto &candidate : alike(m_woman))
        QVERIFY2(candidate.match.level < Level::Likely, qPrintable(candidate.hit.name));
}

void TestDuplicates::alike_halfTyped_findsByWhatIsThere()
{
    const Patient known = add(m_woman);
    PatientDraft typed;
    typed.name = QStringLiteral("陈淑芬");
    typed.birthDate = QStringLiteral("1979-0"); // not a date yet
    typed.phone = QStringLiteral("13800138000");
    const auto found = alike(typed);
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.first().hit.id, known.id);
    QCOMPARE(alike({}).size(), 0);
}

void TestDuplicates::alike_saidDifferent_isShownNoMore()
{
    const Patient one = add(m_woman);
    PatientDraft twin = m_woman;
    twin.name = QStringLiteral("陈书芬");
    const Patient other = add(twin);
    QCOMPARE(alike(twin, other.id).size(), 1);
    say(other.id, one.id, Opinion::Different);
    QCOMPARE(alike(twin, other.id).size(), 0);
}

void TestDuplicates::review_registeredTwice_isListedWithReasons()
{
    const Patient one = add(m_woman);
    add(draftOf(QStringLiteral("王芳"), QStringLiteral("13600136000"), QStringLiteral("1960-01-02")));
    const Patient again = add(m_woman);
    const auto pairs = review();
    QCOMPARE(pairs.size(), 1);
    QCOMPARE((QSet<PatientId>{pairs[0].one.id, pairs[0].other.id}), (QSet<PatientId>{one.id, again.id}));
    QCOMPARE(pairs[0].level, Level::Certain);
    QVERIFY(pairs[0].reasons.contains(linkage::Reason::Kind::SameName));
    QVERIFY(pairs[0].reasons.contains(linkage::Reason::Kind::SamePhone));
    QVERIFY(pairs[0].score > linkage::likelyFrom);
    QCOMPARE(must(m_clinic->read(m_clinic->receptionist(),
                                 [](const store::Snapshot &view) { return duplicates::count(view); })),
             1);
    say(one.id, again.id, Opinion::Different);
    QVERIFY(review().isEmpty());
}

void TestDuplicates::review_edited_comesAndGoes()
{
    add(m_woman);
    const Patient other = add(draftOf(QStringLiteral("王芳"), QStringLiteral("13600136000"), QStringLiteral("1960")));
    QVERIFY(review().isEmpty());
    edit(other.id, m_woman);
    QCOMPARE(review().size(), 1);
    edit(other.id, draftOf(QStringLiteral("王芳"), QStringLiteral("13600136000"), QStringLiteral("1960")));
    QVERIFY(review().isEmpty());
    // A further telephone counts as well.
    PatientDraft withPhone = draftOf(QStringLiteral("陈淑芬"), QStringLiteral("13600136000"), {});
    withPhone.birthDate = m_woman.birthDate;
    edit(other.id, withPhone);
    const auto before = review();
    withPhone.otherPhones = {{m_woman.phone, QStringLiteral("本人")}};
    edit(other.id, withPhone);
    QCOMPARE(review().size(), 1);
    QVERIFY(before.isEmpty() || before[0].score < review()[0].score);
}

void TestDuplicates::review_merged_isGoneAndComesBackUnmerged()
{
    const Patient one = add(m_woman);
    const Patient again = add(m_woman);
    must(m_clinic->write(m_clinic->owner(), "patient.merge", [&](store::Transaction &tx) {
        return patient::merge(tx, {one.id, again.id, {}, {}, {}});
    }));
    QVERIFY(review().isEmpty());
    QCOMPARE(alike(m_woman).size(), 1);
    must(m_clinic->write(m_clinic->owner(), "patient.unmerge", [&](store::Transaction &tx) {
        return patient::unmerge(tx, again.id, QStringLiteral("两个人"));
    }));
    QCOMPARE(review().size(), 1);
    QCOMPARE(m_clinic->store().verify().problems, QStringList());
}

void TestDuplicates::review_asked_standsFirst()
{
    add(m_woman);
    add(m_woman);
    const Patient third = add(draftOf(QStringLiteral("王芳"), QStringLiteral("13600136000"), QStringLiteral("1960")));
    const Patient fourth = add(draftOf(QStringLiteral("汪芬"), QStringLiteral("13500135000"), QStringLiteral("1990")));
    say(third.id, fourth.id, Opinion::Same);
    const auto pairs = review();
    QCOMPARE(pairs.size(), 2);
    QVERIFY(pairs[0].asked.has_value());
    QVERIFY(!pairs[0].asker.isEmpty());
    QCOMPARE((QSet<PatientId>{pairs[0].one.id, pairs[0].other.id}), (QSet<PatientId>{third.id, fourth.id}));
    QVERIFY(!pairs[1].asked);
    say(third.id, fourth.id, Opinion::Different); // another thought better of it
    QCOMPARE(review().size(), 1);
}

void TestDuplicates::review_restricted_isNotForOthers()
{
    const Patient one = add(m_woman);
    add(m_woman);
    must(m_clinic->write(m_clinic->owner(), "patient.restrict", [&](store::Transaction &tx) {
        return patient::setRestricted(tx, one.id, true, QStringLiteral("员工"));
    }));
    QVERIFY(review().isEmpty());
    QCOMPARE(review(access::Role::Owner).size(), 1);
    QCOMPARE(alike(m_woman).size(), 1);
}

void TestDuplicates::say_ofOneRecord_isRefused()
{
    const Patient one = add(m_woman);
    const auto said = m_clinic->write(m_clinic->receptionist(), "patient.distinguish", [&](store::Transaction &tx) {
        return duplicates::say(tx, one.id, one.id, Opinion::Same, {});
    });
    QCOMPARE(said.error().code, Code::Conflict);
}

void TestDuplicates::rebuild_anyStore_givesTheSame()
{
    for (const char *name : {"陈淑芬", "陈书芬", "王芳", "陈淑芬"})
        add(draftOf(QString::fromUtf8(name), QStringLiteral("13800138000"), QStringLiteral("1979-08-21")));
    const QStringList before = local();
    QVERIFY(before.size() > 4);
    const auto tx = m_clinic->store().begin(m_clinic->owner(), "test.rebuild");
    duplicates::rebuild(*tx);
    tx->commit();
    QCOMPARE(local(), before);
}

void TestDuplicates::catchUp_olderStore_getsKeysAndPairs()
{
    for (const char *name : {"陈淑芬", "陈书芬", "王芳", "陈淑芬", "李四"})
        add(draftOf(QString::fromUtf8(name), QStringLiteral("13800138000"), QStringLiteral("1979-08-21")));
    const QStringList before = local();
    {
        const auto tx = m_clinic->store().begin(m_clinic->owner(), "test.older");
        for (const char *sql :
             {"DELETE FROM link_key /* whole table */", "DELETE FROM duplicate_candidate /* whole table */"})
            tx->connection().internal(sql).run();
        tx->connection().internal("INSERT INTO local_state(key, value) VALUES('linkage.upto', '0')").run();
        tx->commit();
    }
    QCOMPARE(m_clinic->store().verify().problems, QStringList());
    int slices = 1;
    while (!duplicates::catchUp(m_clinic->store(), m_clinic->owner(), 2))
        ++slices;
    QCOMPARE(slices, 3);
    QCOMPARE(local(), before);
    QVERIFY(duplicates::catchUp(m_clinic->store(), m_clinic->owner(), 2));
    QCOMPARE(m_clinic->store().verify().problems, QStringList());
}

void TestDuplicates::verify_missingKey_isFound()
{
    QVERIFY(duplicates::catchUp(m_clinic->store(), m_clinic->owner(), 10)); // a new store lacks none
    add(m_woman);
    QCOMPARE(m_clinic->store().verify().problems, QStringList());
    {
        const auto tx = m_clinic->store().begin(m_clinic->owner(), "test.damage");
        tx->connection().internal("DELETE FROM link_key WHERE pid = 1").run();
        tx->commit();
    }
    QVERIFY(m_clinic->store().verify().problems.join(u' ').contains(QStringLiteral("linkage.missing")));
}

QTEST_GUILESS_MAIN(TestDuplicates)
#include "tst_duplicates.moc"
