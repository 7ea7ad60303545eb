#include "clinic/changes.h"
#include "clinic/journal.h"
#include "clinic/patient/channels.h"
#include "clinic/patient/merge.h"
#include "clinic/patient/patienthistory.h"
#include "clinic/patient/tags.h"
#include "support/testclinic.h"

#include <QTest>

using namespace xinglin;
using namespace xinglin::test;
using namespace Qt::StringLiterals;

/// What the clinic groups patients by, how they came, and who sent whom.
class TestTags : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_clinic = std::make_unique<TestClinic>();
        m_woman = m_clinic->patient(u"陈淑芬"_s);
        m_man = m_clinic->patient(u"王建国"_s, u"13900139000"_s);
    }
    void cleanup() { m_clinic.reset(); }

    void make_sameNameInOtherLetters_isRefused();
    void rename_toAnothersName_isRefused();
    void retire_isNotOfferedAndStaysWithWhoCarriesIt();
    void put_twice_isRefused();
    void put_isToldAndTakenBack();
    void take_ofMergedRecords_takesAll();
    void counted_mergedAndHidden_countOnceOrNot();
    void make_byADispenser_isRefused();
    void sources_shippedThenUsed_eachOnce();
    void sources_ofHiddenPeople_areNotOffered();
    void campaigns_used_areOffered();
    void register_sentByNobodyKnown_isRefused();
    void edit_sentByThemselves_isRefusedAlsoAfterAMerge();
    void edit_referrerHiddenSince_staysAsItIs();
    void past_referrerHiddenSince_isNotTold();
    void referrals_pagesTheLatestFirst();
    void referrals_ofMergedPeople_areTheSurvivors();
    void referrer_isToldByName();

private:
    template <class F>
    auto write(const QByteArray &act, F f)
    {
        return m_clinic->write(m_clinic->receptionist(), act, f);
    }
    template <class F>
    auto read(F f)
    {
        return m_clinic->read(m_clinic->receptionist(), f);
    }
    Result<Tag> make(const QString &name)
    {
        return write("tag.make", [&](store::Transaction &tx) { return tags::make(tx, name); });
    }
    Result<Tag> put(PatientId id, TagId tag)
    {
        return write("tag.put", [&](store::Transaction &tx) { return tags::put(tx, id, tag); });
    }
    QStringList of(PatientId id)
    {
        QStringList names;
        const auto carried = read([&](const store::Snapshot &view) { return tags::ofPatient(view, id); });
        for (const Tag &tag : *carried)
            names << tag.name;
        return names;
    }
    qint64 carrying(TagId id, const std::optional<store::Actor> &actor = {})
    {
        const auto all = m_clinic->read(actor.value_or(m_clinic->receptionist()),
                                        [](const store::Snapshot &view) { return tags::counted(view); });
        for (const TagCount &one : *all) {
            if (one.tag.id == id)
                return one.patients;
        }
        return -1;
    }
    QString lastTold(PatientId id)
    {
        const auto told = read([&](const store::Snapshot &view) { return changes::ofPatient(view, id); });
        return told->constFirst().sentences.join(u' ');
    }
    Result<Patient> arrive(const QString &name, const QString &source, const QString &campaign,
                           std::optional<PatientId> by)
    {
        PatientDraft draft;
        draft.name = name;
        draft.phone = u"13600136000"_s;
        draft.source = source;
        draft.campaign = campaign;
        draft.referredBy = by;
        return write("patient.register", [&](store::Transaction &tx) { return patient::register_(tx, draft); });
    }
    Result<Patient> sentBy(const Patient &whom, std::optional<PatientId> by)
    {
        PatientDraft draft;
        draft.name = whom.name;
        draft.phone = whom.phone;
        draft.referredBy = by;
        return write("patient.edit", [&](store::Transaction &tx) { return patient::edit(tx, whom.id, draft); });
    }
    void restrict(PatientId id)
    {
        QVERIFY(m_clinic
                    ->write(m_clinic->owner(), "patient.restrict",
                            [&](store::Transaction &tx) { return patient::setRestricted(tx, id, true, u"本人要求"_s); })
                    .ok());
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

    std::unique_ptr<TestClinic> m_clinic;
    std::optional<Patient> m_woman;
    std::optional<Patient> m_man;
};

void TestTags::make_sameNameInOtherLetters_isRefused()
{
    QCOMPARE(make(u"  VIP  客户 "_s)->name, u"VIP 客户"_s);
    QCOMPARE(make(u"ｖｉｐ客户"_s).error().code, Code::Conflict);
    QCOMPARE(make(u" "_s).error().field, u"name"_s);
    QCOMPARE(make(QString(31, u'长')).error().field, u"name"_s);
    QVERIFY(make(u"失眠组"_s).ok());
    m_clinic->reopen();
    const auto known = read([](const store::Snapshot &view) { return tags::inUse(view); });
    QCOMPARE(known->size(), 2);
}

void TestTags::rename_toAnothersName_isRefused()
{
    const auto one = make(u"老客户"_s);
    const auto other = make(u"VIP"_s);
    const auto rename = [&](const QString &name) {
        return write("tag.rename", [&](store::Transaction &tx) { return tags::rename(tx, one->id, name); });
    };
    QCOMPARE(rename(u"vip"_s).error().code, Code::Conflict);
    QCOMPARE(rename(u"老 客户"_s)->name, u"老 客户"_s); // its own name in other letters
    QCOMPARE(write("tag.rename", [&](store::Transaction &tx) { return tags::rename(tx, tx.create<TagId>(), u"新"_s); })
                 .error()
                 .code,
             Code::NotFound);
}

void TestTags::retire_isNotOfferedAndStaysWithWhoCarriesIt()
{
    const auto tag = make(u"夏季三伏贴"_s);
    QVERIFY(put(m_woman->id, tag->id).ok());
    const auto retire = [&](bool retired) {
        return write("tag.retire", [&](store::Transaction &tx) { return tags::retire(tx, tag->id, retired); });
    };
    QVERIFY(retire(true).ok());
    QVERIFY(read([](const store::Snapshot &view) { return tags::inUse(view); })->isEmpty());
    QCOMPARE(of(m_woman->id), QStringList{u"夏季三伏贴"_s});
    QCOMPARE(put(m_man->id, tag->id).error().code, Code::Conflict);
    QVERIFY(make(u"夏季三伏贴"_s).error().message.contains(u"retired"_s));
    QVERIFY(retire(false).ok());
    QVERIFY(put(m_man->id, tag->id).ok());
    QCOMPARE(carrying(tag->id), 2);
}

void TestTags::put_twice_isRefused()
{
    const auto tag = make(u"VIP"_s);
    QVERIFY(put(m_woman->id, tag->id).ok());
    QCOMPARE(put(m_woman->id, tag->id).error().code, Code::Conflict);
    QCOMPARE(of(m_woman->id), QStringList{u"VIP"_s});
    QCOMPARE(put(m_woman->id, TagId(Uuid::create(m_clinic->clock, m_clinic->random))).error().code, Code::NotFound);
}

void TestTags::put_isToldAndTakenBack()
{
    const auto tag = make(u"VIP"_s);
    m_clinic->clock.advance(std::chrono::minutes(1));
    QVERIFY(put(m_woman->id, tag->id).ok());
    QCOMPARE(lastTold(m_woman->id), u"Tag \"VIP\" given."_s);
    const auto last = read([](const store::Snapshot &view) { return journal::lastOwn(view); });
    QVERIFY(write("tag.put.undo", [&](store::Transaction &tx) {
                return journal::takeBack(tx, (*last)->told.version);
            }).ok());
    QVERIFY(of(m_woman->id).isEmpty());
    QCOMPARE(lastTold(m_woman->id), u"Tag \"VIP\" taken away."_s);
}

void TestTags::take_ofMergedRecords_takesAll()
{
    const auto tag = make(u"VIP"_s);
    QVERIFY(put(m_woman->id, tag->id).ok());
    QVERIFY(put(m_man->id, tag->id).ok());
    QVERIFY(merge(m_woman->id, m_man->id));
    QCOMPARE(of(m_woman->id), QStringList{u"VIP"_s});
    const auto take = [&] {
        return write("tag.take", [&](store::Transaction &tx) { return tags::take(tx, m_man->id, tag->id); });
    };
    QVERIFY(take().ok());
    QVERIFY(of(m_woman->id).isEmpty());
    QCOMPARE(carrying(tag->id), 0);
    QCOMPARE(take().error().code, Code::NotFound);
}

void TestTags::counted_mergedAndHidden_countOnceOrNot()
{
    const auto tag = make(u"VIP"_s);
    const Patient third = m_clinic->patient(u"刘强"_s, u"13700137000"_s);
    for (const PatientId &id : {m_woman->id, m_man->id, third.id})
        QVERIFY(put(id, tag->id).ok());
    QCOMPARE(carrying(tag->id), 3);
    QVERIFY(merge(m_woman->id, m_man->id)); // both carry it
    QCOMPARE(carrying(tag->id), 2);
    const Patient kept = m_clinic->patient(u"刘强"_s, u"13700137001"_s);
    QVERIFY(merge(kept.id, third.id)); // the one that goes carries it
    QCOMPARE(carrying(tag->id), 2);
    restrict(m_woman->id);
    QCOMPARE(carrying(tag->id), 1);
    QCOMPARE(carrying(tag->id, m_clinic->owner()), 2);
}

void TestTags::make_byADispenser_isRefused()
{
    const store::Actor dispenser = m_clinic->actor(access::Role::Dispenser);
    const auto made =
        m_clinic->write(dispenser, "tag.make", [](store::Transaction &tx) { return tags::make(tx, u"VIP"_s); });
    QCOMPARE(made.error().code, Code::NoPermission);
    const auto tag = make(u"VIP"_s);
    QVERIFY(put(m_woman->id, tag->id).ok());
    const auto seen =
        m_clinic->read(dispenser, [&](const store::Snapshot &view) { return tags::ofPatient(view, m_woman->id); });
    QCOMPARE(seen->size(), 1);
}

void TestTags::sources_shippedThenUsed_eachOnce()
{
    const QStringList shipped = channels::shipped();
    QVERIFY(shipped.size() >= 10);
    QVERIFY(arrive(u"甲"_s, u"小区广告"_s, {}, {}).ok());
    QVERIFY(arrive(u"乙"_s, u"小区广告"_s, {}, {}).ok());
    QVERIFY(arrive(u"丙"_s, u"亲友推荐"_s, {}, {}).ok()); // one that ships, in the other language
    QVERIFY(arrive(u"丁"_s, shipped.constFirst().toUpper(), {}, {}).ok());
    const auto offered = read([](const store::Snapshot &view) { return channels::sources(view); });
    QCOMPARE(*offered, shipped + QStringList{u"小区广告"_s});
}

void TestTags::sources_ofHiddenPeople_areNotOffered()
{
    const auto one = arrive(u"甲"_s, u"某人的私事"_s, u"私下"_s, {});
    restrict(one->id);
    QCOMPARE(*read([](const store::Snapshot &view) { return channels::sources(view); }), channels::shipped());
    QVERIFY(read([](const store::Snapshot &view) { return channels::campaigns(view); })->isEmpty());
    const auto owners =
        m_clinic->read(m_clinic->owner(), [](const store::Snapshot &view) { return channels::campaigns(view); });
    QCOMPARE(*owners, QStringList{u"私下"_s});
}

void TestTags::campaigns_used_areOffered()
{
    for (const QString &campaign : {u"中秋义诊"_s, u"三伏贴"_s, u"中秋义诊"_s, QString()})
        QVERIFY(arrive(u"甲"_s, {}, campaign, {}).ok());
    const auto offered = read([](const store::Snapshot &view) { return channels::campaigns(view); });
    QCOMPARE(*offered, (QStringList{u"三伏贴"_s, u"中秋义诊"_s}));
}

void TestTags::register_sentByNobodyKnown_isRefused()
{
    const auto refused = arrive(u"甲"_s, {}, {}, PatientId(Uuid::create(m_clinic->clock, m_clinic->random)));
    QCOMPARE(refused.error().code, Code::NotFound);
    QCOMPARE(refused.error().field, u"referredBy"_s);
    restrict(m_man->id);
    QCOMPARE(arrive(u"甲"_s, {}, {}, m_man->id).error().field, u"referredBy"_s);
    QCOMPARE(arrive(u"甲"_s, {}, {}, m_woman->id)->referredBy, m_woman->id);
}

void TestTags::edit_sentByThemselves_isRefusedAlsoAfterAMerge()
{
    QCOMPARE(sentBy(*m_woman, m_woman->id).error().field, u"referredBy"_s);
    const Patient again = m_clinic->patient(u"陈淑芬"_s);
    QVERIFY(merge(m_woman->id, again.id));
    QCOMPARE(sentBy(*m_woman, again.id).error().field, u"referredBy"_s);
    QVERIFY(sentBy(*m_woman, m_man->id).ok());
}

void TestTags::past_referrerHiddenSince_isNotTold()
{
    QVERIFY(sentBy(*m_woman, m_man->id).ok());
    const auto then = [&] {
        return read([&](const store::Snapshot &view) { return patient::asItStood(view, m_woman->id, view.now()); });
    };
    QCOMPARE(then()->referredBy, m_man->id);
    restrict(m_man->id);
    QVERIFY(then().ok());
    QVERIFY(!then()->referredBy);
}

void TestTags::edit_referrerHiddenSince_staysAsItIs()
{
    QVERIFY(sentBy(*m_woman, m_man->id).ok());
    restrict(m_man->id);
    const auto edited = sentBy(*m_woman, m_man->id);
    QVERIFY(edited.ok());
    QVERIFY(!edited->referredBy); // kept, and told to nobody who may not see them
    const auto owners = m_clinic->store().snapshot(m_clinic->owner());
    QCOMPARE(patient::find(*owners, m_woman->id)->referredBy, m_man->id);
    const auto shown = read([&](const store::Snapshot &view) { return channels::referrer(view, m_woman->id); });
    QVERIFY(shown.ok());
    QVERIFY(!shown->has_value());
}

void TestTags::referrals_pagesTheLatestFirst()
{
    for (int i = 0; i < 7; ++i)
        QVERIFY(arrive(u"人%1"_s.arg(i), {}, {}, m_woman->id).ok());
    const auto page = [&](std::optional<qint64> before) {
        return *read([&](const store::Snapshot &view) { return channels::referrals(view, m_woman->id, before, 3); });
    };
    QStringList names;
    std::optional<qint64> before;
    for (auto known = page({}); !known.people.isEmpty(); known = page(before)) {
        QCOMPARE(known.count, 7);
        for (const channels::Referred &one : known.people)
            names << one.patient.name;
        before = known.people.constLast().n;
    }
    QCOMPARE(names.size(), 7);
    QCOMPARE(names.constFirst(), u"人6"_s);
    QCOMPARE(names.constLast(), u"人0"_s);
}

void TestTags::referrals_ofMergedPeople_areTheSurvivors()
{
    const Patient again = m_clinic->patient(u"陈淑芬"_s);
    const auto first = arrive(u"甲"_s, {}, {}, m_woman->id);
    const auto second = arrive(u"乙"_s, {}, {}, again.id);
    QVERIFY(merge(m_woman->id, again.id));
    const auto known = [&] {
        return *read([&](const store::Snapshot &view) { return channels::referrals(view, m_woman->id); });
    };
    QCOMPARE(known().count, 2);
    // One person twice is one, as the record that stays has it.
    QVERIFY(merge(first->id, second->id));
    QCOMPARE(known().count, 1);
    // Who was sent by a record that is theirs now sent nobody but others.
    const Patient third = m_clinic->patient(u"陈淑芬"_s);
    QVERIFY(sentBy(third, m_woman->id).ok());
    QCOMPARE(known().count, 2);
    QVERIFY(merge(third.id, m_woman->id));
    QCOMPARE(known().count, 1);
    QVERIFY(!read([&](const store::Snapshot &view) { return channels::referrer(view, third.id); })->has_value());
}

void TestTags::referrer_isToldByName()
{
    m_clinic->clock.advance(std::chrono::minutes(1));
    QVERIFY(sentBy(*m_woman, m_man->id).ok());
    QVERIFY(lastTold(m_woman->id).contains(u"Referred by set to \"王建国\"."_s));
    const auto then =
        read([&](const store::Snapshot &view) { return patient::asItStood(view, m_woman->id, view.now()); });
    QCOMPARE(then->referredBy, m_man->id);
}

QTEST_GUILESS_MAIN(TestTags)
#include "tst_tags.moc"
