#include "clinic/changes.h"
#include "clinic/journal.h"
#include "clinic/patient/kinship.h"
#include "clinic/patient/merge.h"
#include "clinic/patient/relations.h"
#include "support/testclinic.h"

#include <QTest>

using namespace xinglin;
using namespace xinglin::test;
using namespace Qt::StringLiterals;

/// Families and guardians.
class TestRelations : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_clinic = std::make_unique<TestClinic>(); }
    void cleanup() { m_clinic.reset(); }

    void inverse_ofEachWord_isAWordAndComesBack();
    void relate_fatherOfADaughter_isSeenFromBothSides();
    void relate_nobodysPatient_keepsNameAndPhone();
    void relate_whatCannotBeMeant_isRefused();
    void relate_twice_isRefusedFromEitherSide();
    void relate_guardianFromTheParentsSide_answersForTheMinor();
    void family_householdOnOnePhone_isSuggestedUntilRelated();
    void family_relativeHidden_isNotThere();
    void family_merged_followsAndShowsEachOnce();
    void family_mergedIntoOnePerson_isNotTheirOwnRelative();
    void history_relativeMerged_tellsWhomTheyBelongTo();
    void end_isGoneFromBothAndStaysInTheHistory();
    void retract_needsAReason();
    void takeBack_ofEachAct_restores();
    void relate_byADispenser_isRefusedAndShownToThem();
    void randomActs_familyIsSymmetric();

private:
    Patient person(const QString &name, Sex sex, const QString &birth = {}, const QString &phone = u"13800138000"_s)
    {
        PatientDraft draft;
        draft.name = name;
        draft.sex = sex;
        draft.birthDate = birth;
        draft.phone = phone;
        const auto made = m_clinic->write(m_clinic->receptionist(), "patient.register",
                                          [&](store::Transaction &tx) { return patient::register_(tx, draft); });
        if (!made)
            qFatal("%s", qPrintable(made.error().message));
        return *made;
    }
    Result<FamilyMember> relate(PatientId patient, PatientId relative, const QString &code, bool guardian = false)
    {
        return relate({patient, relative, {}, {}, code, guardian});
    }
    Result<FamilyMember> relate(const RelationDraft &draft)
    {
        return m_clinic->write(m_clinic->receptionist(), "relation.record",
                               [&](store::Transaction &tx) { return relation::relate(tx, draft); });
    }
    Result<Done> end(RelationId id)
    {
        return m_clinic->write(m_clinic->receptionist(), "relation.end",
                               [&](store::Transaction &tx) { return relation::end(tx, id); });
    }
    Family family(PatientId id, const std::optional<store::Actor> &actor = {})
    {
        const auto found = m_clinic->read(actor.value_or(m_clinic->receptionist()),
                                          [&](const store::Snapshot &view) { return relation::family(view, id); });
        if (!found)
            qFatal("%s", qPrintable(found.error().message));
        return *found;
    }
    /// "FTH 王建国 guardian"
    QStringList lines(PatientId id)
    {
        QStringList told;
        for (const FamilyMember &one : family(id).members)
            told << (one.relationship + u' ' + (one.patient ? one.patient->name : one.name) +
                     (one.guardian ? u" guardian"_s : QString()) + (one.ward ? u" ward"_s : QString()));
        return told;
    }
    bool merge(PatientId kept, PatientId merged)
    {
        return m_clinic
            ->write(m_clinic->owner(), "patient.merge",
                    [&](store::Transaction &tx) {
                        return patient::merge(tx, {kept, merged, {}, {}, {}});
                    })
            .ok();
    }
    bool unmerge(PatientId merged)
    {
        return m_clinic
            ->write(m_clinic->owner(), "patient.unmerge",
                    [&](store::Transaction &tx) { return patient::unmerge(tx, merged, u"误并"_s); })
            .ok();
    }
    void verifySymmetry(PatientId whose, int &seen);
    QStringList history(PatientId id)
    {
        const auto told = m_clinic->read(m_clinic->receptionist(),
                                         [&](const store::Snapshot &view) { return changes::ofPatient(view, id); });
        QStringList found;
        for (const changes::Told &one : *told)
            found << one.sentences;
        return found;
    }
    Result<Done> takeBackLast()
    {
        const store::Actor actor = m_clinic->receptionist();
        const auto last = m_clinic->read(actor, [](const store::Snapshot &view) { return journal::lastOwn(view); });
        return m_clinic->write(actor, journal::actOfTakingBack((*last)->told.act),
                               [&](store::Transaction &tx) { return journal::takeBack(tx, (*last)->told.version); });
    }

    std::unique_ptr<TestClinic> m_clinic;
};

void TestRelations::inverse_ofEachWord_isAWordAndComesBack()
{
    QSet<QString> names;
    for (const QString &code : kinship::codes()) {
        names << kinship::nameOf(code);
        for (const Sex patient : {Sex::Male, Sex::Female, Sex::Unknown}) {
            const QString inverse = kinship::inverse(code, patient);
            QVERIFY2(kinship::isKnown(inverse), qPrintable(code));
            QVERIFY(!kinship::sexOf(inverse) || kinship::sexOf(inverse) == patient);
            // Nearer words of grandparents come back as plain ones.
            const QString back = kinship::inverse(inverse, kinship::sexOf(code).value_or(Sex::Unknown));
            if (inverse != u"FAMMEMB" && !code.startsWith(u"PGR"_s) && !code.startsWith(u"MGR"_s))
                QCOMPARE(back, code);
        }
    }
    QCOMPARE(names.size(), kinship::codes().size());
    QCOMPARE(kinship::inverse(u"PGRFTH"_s, Sex::Female), u"GRNDDAU"_s);
    QCOMPARE(kinship::inverse(u"NEPHEW"_s, Sex::Unknown), u"FAMMEMB"_s);
    QVERIFY(!kinship::isKnown(u"DOG"_s));
}

void TestRelations::relate_fatherOfADaughter_isSeenFromBothSides()
{
    const Patient girl = person(u"王小雨"_s, Sex::Female, u"2018-05-02"_s);
    const Patient man = person(u"王建国"_s, Sex::Male, u"1985"_s);
    const auto made = relate(girl.id, man.id, u"FTH"_s, true);
    QVERIFY2(made.ok(), qPrintable(made ? QString() : made.error().message));
    QCOMPARE(made->patient->name, u"王建国"_s);
    m_clinic->reopen();
    QCOMPARE(lines(girl.id), QStringList{u"FTH 王建国 guardian"_s});
    QCOMPARE(lines(man.id), QStringList{u"DAU 王小雨 ward"_s});
    QVERIFY(family(girl.id).minor);
    QVERIFY(!family(man.id).minor);
    QCOMPARE(family(girl.id).members.constFirst().patient->phone, u"138****8000"_s);
    const QString told = u"Family of 王小雨: 王建国 recorded as father and guardian."_s;
    QCOMPARE(history(girl.id).constFirst(), told);
    QCOMPARE(history(man.id).constFirst(), told);
}

void TestRelations::relate_nobodysPatient_keepsNameAndPhone()
{
    const Patient boy = person(u"王小明"_s, Sex::Male, u"2015"_s);
    QVERIFY(relate({boy.id, {}, u" 李桂兰 "_s, u"139 1111 2222"_s, u"MGRMTH"_s, true}).ok());
    QCOMPARE(lines(boy.id), QStringList{u"MGRMTH 李桂兰 guardian"_s});
    QCOMPARE(family(boy.id).members.constFirst().phone, u"13911112222"_s);
    // Who sees names masked sees theirs masked.
    const auto masked = family(boy.id, m_clinic->actor(access::Role::Auditor)).members.constFirst();
    QVERIFY(masked.name.contains(u'*'));
    QCOMPARE(masked.phone, u"139****2222"_s);
}

void TestRelations::relate_whatCannotBeMeant_isRefused()
{
    const Patient man = person(u"王建国"_s, Sex::Male);
    const Patient woman = person(u"陈淑芬"_s, Sex::Female);
    QCOMPARE(relate(man.id, woman.id, u"HUSB"_s).error().field, u"relationship"_s); // recorded as female
    QCOMPARE(relate(man.id, woman.id, u"DOG"_s).error().field, u"relationship"_s);
    QCOMPARE(relate(man.id, man.id, u"BRO"_s).error().field, u"relative"_s);
    QCOMPARE(relate({man.id, {}, u"  "_s, {}, u"BRO"_s, false}).error().field, u"name"_s);
    QCOMPARE(relate({man.id, {}, QString(101, u'王'), {}, u"BRO"_s, false}).error().field, u"name"_s);
    QCOMPARE(relate({man.id, {}, u"王建军"_s, u"12"_s, u"BRO"_s, false}).error().field, u"phone"_s);
    const auto nobody = PatientId(Uuid::create(m_clinic->clock, m_clinic->random));
    QCOMPARE(relate(man.id, nobody, u"BRO"_s).error().code, Code::NotFound);
    QCOMPARE(relate(nobody, man.id, u"BRO"_s).error().code, Code::NotFound);
    QVERIFY(family(man.id).members.isEmpty());
    // One and the same after a merge.
    const Patient again = person(u"王建国"_s, Sex::Male);
    QVERIFY(merge(man.id, again.id));
    QCOMPARE(relate(man.id, again.id, u"BRO"_s).error().field, u"relative"_s);
}

void TestRelations::relate_twice_isRefusedFromEitherSide()
{
    const Patient man = person(u"王建国"_s, Sex::Male);
    const Patient woman = person(u"陈淑芬"_s, Sex::Female);
    QVERIFY(relate(man.id, woman.id, u"WIFE"_s).ok());
    const auto again = relate(man.id, woman.id, u"SIS"_s);
    QCOMPARE(again.error().code, Code::Conflict);
    QCOMPARE(again.error().message, u"陈淑芬 is in the family already: wife."_s);
    QCOMPARE(relate(woman.id, man.id, u"HUSB"_s).error().message, u"王建国 is in the family already: husband."_s);
    QVERIFY(relate({man.id, {}, u"Li Wei"_s, {}, u"FRND"_s, false}).ok());
    QCOMPARE(relate({man.id, {}, u"li  wei"_s, {}, u"COUSN"_s, false}).error().code, Code::Conflict);
}

void TestRelations::relate_guardianFromTheParentsSide_answersForTheMinor()
{
    const Patient mother = person(u"陈淑芬"_s, Sex::Female, u"1980"_s);
    const Patient boy = person(u"王小明"_s, Sex::Male, u"2019"_s);
    QVERIFY(relate(mother.id, boy.id, u"SON"_s, true).ok());
    QCOMPARE(lines(boy.id), QStringList{u"MTH 陈淑芬 guardian"_s});
    QCOMPARE(lines(mother.id), QStringList{u"SON 王小明 ward"_s});
    // Guardians come first.
    const Patient father = person(u"王建国"_s, Sex::Male, u"1978"_s);
    QVERIFY(relate(boy.id, father.id, u"FTH"_s).ok());
    QCOMPARE(lines(boy.id), (QStringList{u"MTH 陈淑芬 guardian"_s, u"FTH 王建国"_s}));
    // Of two adults the relative answers.
    QVERIFY(relate(father.id, mother.id, u"WIFE"_s, true).ok());
    QCOMPARE(lines(father.id), (QStringList{u"WIFE 陈淑芬 guardian"_s, u"SON 王小明"_s}));
}

void TestRelations::family_householdOnOnePhone_isSuggestedUntilRelated()
{
    const Patient mother = person(u"陈淑芬"_s, Sex::Female);
    const Patient boy = person(u"王小明"_s, Sex::Male, u"2019"_s);
    const Patient other = person(u"刘强"_s, Sex::Male, {}, u"13700137000"_s);
    QCOMPARE(family(boy.id).household.size(), 1);
    QCOMPARE(family(boy.id).household.constFirst().id, mother.id);
    QVERIFY(relate(mother.id, boy.id, u"SON"_s).ok());
    QVERIFY(family(boy.id).household.isEmpty());
    QVERIFY(family(mother.id).household.isEmpty());
    QVERIFY(family(other.id).household.isEmpty());
}

void TestRelations::family_relativeHidden_isNotThere()
{
    const Patient mother = person(u"陈淑芬"_s, Sex::Female);
    const Patient boy = person(u"王小明"_s, Sex::Male, u"2019"_s);
    const auto made = relate(boy.id, mother.id, u"MTH"_s, true);
    QVERIFY(
        m_clinic
            ->write(m_clinic->owner(), "patient.restrict",
                    [&](store::Transaction &tx) { return patient::setRestricted(tx, mother.id, true, u"本人要求"_s); })
            .ok());
    QVERIFY(family(boy.id).members.isEmpty());
    QVERIFY(family(boy.id).household.isEmpty());
    QCOMPARE(family(boy.id, m_clinic->owner()).members.size(), 1);
    QCOMPARE(end(made->id).error().code, Code::NotFound);
    QVERIFY(!history(boy.id).join(u' ').contains(u"陈淑芬"_s));
    const auto hidden = m_clinic->read(m_clinic->receptionist(),
                                       [&](const store::Snapshot &view) { return relation::family(view, mother.id); });
    QCOMPARE(hidden.error().code, Code::NotFound);
}

void TestRelations::family_merged_followsAndShowsEachOnce()
{
    const Patient boy = person(u"王小明"_s, Sex::Male, u"2019"_s);
    const Patient boyAgain = person(u"王小明"_s, Sex::Male, u"2019"_s);
    const Patient mother = person(u"陈淑芬"_s, Sex::Female);
    QVERIFY(relate(boy.id, mother.id, u"MTH"_s).ok());
    QVERIFY(relate(boyAgain.id, mother.id, u"MTH"_s, true).ok());
    QCOMPARE(lines(mother.id).size(), 2);
    QVERIFY(merge(boy.id, boyAgain.id));
    QCOMPARE(lines(boy.id), QStringList{u"MTH 陈淑芬 guardian"_s});
    QCOMPARE(lines(boyAgain.id), lines(boy.id));
    QCOMPARE(lines(mother.id), QStringList{u"SON 王小明 ward"_s});
    // What is ended, is ended as a whole.
    QVERIFY(end(family(mother.id).members.constFirst().id).ok());
    QVERIFY(lines(boy.id).isEmpty());
    QVERIFY(unmerge(boyAgain.id));
    QVERIFY(lines(boyAgain.id).isEmpty());
}

void TestRelations::family_mergedIntoOnePerson_isNotTheirOwnRelative()
{
    const Patient one = person(u"王建国"_s, Sex::Male);
    const Patient other = person(u"王建国"_s, Sex::Male);
    QVERIFY(relate(one.id, other.id, u"BRO"_s).ok());
    QVERIFY(merge(one.id, other.id));
    QVERIFY(lines(one.id).isEmpty());
    QVERIFY(unmerge(other.id));
    QCOMPARE(lines(one.id), QStringList{u"BRO 王建国"_s});
}

void TestRelations::history_relativeMerged_tellsWhomTheyBelongTo()
{
    const Patient mother = person(u"陈淑芬"_s, Sex::Female);
    const Patient motherAgain = person(u"陈淑芬"_s, Sex::Female);
    const Patient boy = person(u"王小明"_s, Sex::Male, u"2019"_s);
    const auto made = relate(boy.id, motherAgain.id, u"MTH"_s);
    QVERIFY(!history(mother.id).join(u' ').contains(u"王小明"_s));
    QVERIFY(merge(mother.id, motherAgain.id));
    QVERIFY(history(mother.id).join(u' ').contains(u"王小明"_s));
    QVERIFY(end(made->id).ok());
    QCOMPARE(history(mother.id).constFirst(), u"Family of 王小明: 陈淑芬 (mother) is related no more."_s);
}

void TestRelations::end_isGoneFromBothAndStaysInTheHistory()
{
    const Patient man = person(u"王建国"_s, Sex::Male);
    const Patient woman = person(u"陈淑芬"_s, Sex::Female);
    const auto made = relate(man.id, woman.id, u"WIFE"_s);
    QVERIFY(end(made->id).ok());
    QVERIFY(lines(man.id).isEmpty());
    QVERIFY(lines(woman.id).isEmpty());
    QCOMPARE(end(made->id).error().code, Code::NotFound);
    QCOMPARE(history(woman.id).constFirst(), u"Family of 王建国: 陈淑芬 (wife) is related no more."_s);
    QVERIFY(relate(woman.id, man.id, u"HUSB"_s).ok());
    QCOMPARE(lines(man.id), QStringList{u"WIFE 陈淑芬"_s});
}

void TestRelations::retract_needsAReason()
{
    const Patient man = person(u"王建国"_s, Sex::Male);
    const auto made = relate({man.id, {}, u"王建军"_s, {}, u"BRO"_s, false});
    const auto retract = [&](const QString &why) {
        return m_clinic->write(m_clinic->receptionist(), "relation.retract",
                               [&](store::Transaction &tx) { return relation::retract(tx, made->id, why); });
    };
    QCOMPARE(retract(u" "_s).error().field, u"reason"_s);
    QVERIFY(retract(u"认错人"_s).ok());
    QVERIFY(lines(man.id).isEmpty());
    QCOMPARE(history(man.id).constFirst(), u"Family of 王建国: 王建军 (brother) marked as entered in error."_s);
}

void TestRelations::takeBack_ofEachAct_restores()
{
    const Patient man = person(u"王建国"_s, Sex::Male);
    const Patient woman = person(u"陈淑芬"_s, Sex::Female);
    QVERIFY(relate(man.id, woman.id, u"WIFE"_s).ok());
    QVERIFY(takeBackLast().ok());
    QVERIFY(lines(woman.id).isEmpty());
    const auto made = relate(man.id, woman.id, u"WIFE"_s);
    m_clinic->clock.advance(std::chrono::minutes(1));
    QVERIFY(end(made->id).ok());
    QVERIFY(takeBackLast().ok());
    QCOMPARE(lines(woman.id), QStringList{u"HUSB 王建国"_s});
}

void TestRelations::relate_byADispenser_isRefusedAndShownToThem()
{
    const Patient man = person(u"王建国"_s, Sex::Male);
    const Patient woman = person(u"陈淑芬"_s, Sex::Female);
    const auto made =
        m_clinic->write(m_clinic->actor(access::Role::Dispenser), "relation.record", [&](store::Transaction &tx) {
            return relation::relate(tx, {man.id, woman.id, {}, {}, u"WIFE"_s, false});
        });
    QCOMPARE(made.error().code, Code::NoPermission);
    QVERIFY(relate(man.id, woman.id, u"WIFE"_s).ok());
    QCOMPARE(family(man.id, m_clinic->actor(access::Role::Dispenser)).members.size(), 1);
}

/// Whoever is in somebody's family has them in theirs, as the inverse, whatever was done before.
void TestRelations::randomActs_familyIsSymmetric()
{
    constexpr Sex sexes[] = {Sex::Male, Sex::Female, Sex::Unknown};
    QList<PatientId> people;
    for (int i = 0; i < 7; ++i)
        people << person(u"人%1"_s.arg(i), sexes[i % 3], i < 2 ? u"2016"_s : u"1970"_s, u"1380013800%1"_s.arg(i)).id;
    QList<PatientId> merged;
    SeededRandom random(20261123);
    const auto below = [&](int end) { return int(random.next() % quint64(end)); };
    int related = 0;
    int seen = 0;
    int merges = 0;
    for (int i = 0; i < 500; ++i) {
        const int act = below(10);
        const PatientId one = people[below(7)];
        const PatientId other = people[below(7)];
        const QString code = kinship::codes()[below(int(kinship::codes().size()))];
        m_clinic->clock.advance(std::chrono::seconds(1));
        if (act < 6) {
            related += relate(one, other, code, below(2) == 1).ok() ? 1 : 0;
        } else if (act < 8) {
            if (const Family known = family(one); !known.members.isEmpty())
                QVERIFY(end(known.members.constLast().id).ok());
        } else if (act == 8) {
            if (merge(one, other)) {
                ++merges;
                merged << other;
            }
        } else if (!merged.isEmpty()) {
            unmerge(merged.takeAt(below(int(merged.size()))));
        }
        for (const PatientId &whose : people)
            verifySymmetry(whose, seen);
        if (QTest::currentTestFailed())
            return;
    }
    QVERIFY(related > 50);
    QVERIFY(merges > 10);
    QVERIFY(seen > 2000);
}

void TestRelations::verifySymmetry(PatientId whose, int &seen)
{
    const auto self =
        m_clinic->read(m_clinic->owner(), [&](const store::Snapshot &view) { return patient::findPlain(view, whose); });
    QVERIFY(self.ok());
    QSet<Uuid> once;
    for (const FamilyMember &member : family(whose).members) {
        ++seen;
        QVERIFY(member.patient && member.patient->id != self->id);
        QVERIFY(!once.contains(member.patient->id.uuid()));
        once.insert(member.patient->id.uuid());
        const QList<FamilyMember> theirs = family(member.patient->id).members;
        const auto back = std::find_if(theirs.cbegin(), theirs.cend(),
                                       [&](const FamilyMember &each) { return each.patient->id == self->id; });
        QVERIFY(back != theirs.cend());
        QCOMPARE(back->id, member.id);
        QCOMPARE(back->guardian, member.ward);
        QCOMPARE(back->ward, member.guardian);
        // One of the two words was written, the other is its inverse.
        QVERIFY(back->relationship == kinship::inverse(member.relationship, self->sex) ||
                member.relationship == kinship::inverse(back->relationship, member.patient->sex));
    }
}

QTEST_GUILESS_MAIN(TestRelations)
#include "tst_relations.moc"
