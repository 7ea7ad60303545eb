#include "clinic/treatment/pointgroups.h"
#include "support/testclinic.h"

#include <QTest>

using namespace xinglin;
using namespace xinglin::test;

namespace {

pointgroup::Draft insomnia()
{
    pointgroup::Draft draft;
    draft.name = u"失眠方"_qs;
    draft.technique = Technique::Even;
    draft.minutes = 25;
    draft.points = {{u"ht7"_qs, u"神门"_qs, points::Side::Both, Technique::Unsaid, {}, 2},
                    {u"gv20"_qs, u"百会"_qs, points::Side::Midline, Technique::Reducing, 0.5, 1}};
    return draft;
}

} // namespace

/// Points kept under a name and a code.
class TestPointGroups : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        clinic = std::make_unique<TestClinic>();
        access::User user;
        user.id = access::UserId::create(clinic->clock, clinic->random);
        user.login = u"second"_qs;
        user.name = u"沈二"_qs;
        user.roles = access::Role::Practitioner;
        const auto added = clinic->write(clinic->owner(), "people.add", [&](store::Transaction &tx) {
            return access::addUser(tx, user, QByteArray(32, 'k'));
        });
        QVERIFY(added.ok());
        second = {user.id.uuid(), clinic->owner().device};
    }
    void cleanup() { clinic.reset(); }

    void save_new_readsBackWithItsInitials();
    void save_ownCode_isTakenInLowerCase();
    void save_incomplete_isRefused_data();
    void save_incomplete_isRefused();
    void save_sameNameOrCode_isRefused();
    void save_changedPoints_areANewEdition();
    void groups_ofOthers_areTheirOwn();
    void retire_takesItOutOfUse();

private:
    Result<pointgroup::Group> save(const pointgroup::Draft &draft, std::optional<store::Actor> actor = {})
    {
        return clinic->write(actor.value_or(clinic->practitioner()), "pointgroup.save",
                             [&](store::Transaction &tx) { return pointgroup::save(tx, draft); });
    }
    QList<pointgroup::Group> all(std::optional<store::Actor> actor = {})
    {
        const auto found = clinic->read(actor.value_or(clinic->practitioner()),
                                        [](const store::Snapshot &view) { return pointgroup::all(view); });
        return found ? *found : QList<pointgroup::Group>();
    }
    int rows(const char *table)
    {
        const auto view = clinic->store().snapshot(clinic->owner());
        store::Query count =
            view->connection().internal((QByteArray("SELECT count(*) FROM ") + table + " WHERE n > 0").constData());
        count.next();
        return count.get<int>(0);
    }

    std::unique_ptr<TestClinic> clinic;
    store::Actor second;
};

void TestPointGroups::save_new_readsBackWithItsInitials()
{
    const auto made = save(insomnia());
    QVERIFY(made.ok());
    QCOMPARE(made->content.code, u"smf"_qs);
    QCOMPARE(all(), QList<pointgroup::Group>{*made});
    QCOMPARE(all().first().content.points, insomnia().points);
    QCOMPARE(clinic->store().verify().problems, QStringList());
}

void TestPointGroups::save_ownCode_isTakenInLowerCase()
{
    pointgroup::Draft draft = insomnia();
    draft.code = u" SM2 "_qs;
    QCOMPARE(save(draft)->content.code, u"sm2"_qs);
}

void TestPointGroups::save_incomplete_isRefused_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("code");
    QTest::addColumn<bool>("points");
    QTest::addColumn<QString>("field");
    QTest::newRow("no name") << u" "_qs << u"abc"_qs << true << u"name"_qs;
    QTest::newRow("one letter") << u"失眠方"_qs << u"a"_qs << true << u"code"_qs;
    QTest::newRow("a number") << u"失眠方"_qs << u"12"_qs << true << u"code"_qs;
    QTest::newRow("characters") << u"失眠方"_qs << u"失眠"_qs << true << u"code"_qs;
    QTest::newRow("no points") << u"失眠方"_qs << QString() << false << u"points"_qs;
}

void TestPointGroups::save_incomplete_isRefused()
{
    QFETCH(QString, name);
    QFETCH(QString, code);
    QFETCH(bool, points);
    QFETCH(QString, field);
    pointgroup::Draft draft = insomnia();
    draft.name = name;
    draft.code = code;
    if (!points)
        draft.points.clear();
    const auto refused = save(draft);
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().field, field);
    QCOMPARE(rows("point_group"), 0);
}

void TestPointGroups::save_sameNameOrCode_isRefused()
{
    QVERIFY(save(insomnia()).ok());
    pointgroup::Draft same = insomnia();
    same.code = u"other"_qs;
    QCOMPARE(save(same).error().field, u"name"_qs);
    same.name = u"睡眠方"_qs; // the same initials
    same.code.clear();
    QCOMPARE(save(same).error().field, u"code"_qs);
    QCOMPARE(save(same).error().code, Code::Conflict);
    QVERIFY(save(insomnia(), second).ok()); // another person's own
}

void TestPointGroups::save_changedPoints_areANewEdition()
{
    const auto made = save(insomnia());
    pointgroup::Draft changed = made->content;
    changed.points.removeLast();
    changed.name = u"失眠简方"_qs;
    changed.code = u"smjf"_qs;
    QVERIFY(save(changed).ok());
    QCOMPARE(all().size(), 1);
    QCOMPARE(all().first().content, changed);
    QCOMPARE(rows("point_group_item"), 3); // the first edition stays
    changed.minutes = 30;
    QVERIFY(save(changed).ok()); // the same points are not written again
    QCOMPARE(rows("point_group_item"), 3);
    QCOMPARE(all().first().content.minutes, std::optional(30));
    QCOMPARE(clinic->store().verify().problems, QStringList());
}

void TestPointGroups::groups_ofOthers_areTheirOwn()
{
    const auto mine = save(insomnia());
    pointgroup::Draft shared = insomnia();
    shared.name = u"咳喘方"_qs;
    shared.shared = true;
    const auto everybodys = save(shared);
    QCOMPARE(all(second), QList<pointgroup::Group>{*everybodys});
    QCOMPARE(save(mine->content, second).error().code, Code::NotFound);
    pointgroup::Draft changed = everybodys->content;
    changed.minutes = 20;
    QVERIFY(save(changed, second).ok());
    QCOMPARE(save(insomnia(), clinic->receptionist()).error().code, Code::NoPermission);
    QCOMPARE(all(clinic->receptionist()).size(), 1);
    QVERIFY(all(clinic->actor(access::Role::Dispenser)).isEmpty());
}

void TestPointGroups::retire_takesItOutOfUse()
{
    const auto made = save(insomnia());
    const auto retire = [&](const store::Actor &actor) {
        return clinic->write(actor, "pointgroup.retire",
                             [&](store::Transaction &tx) { return pointgroup::retire(tx, made->id); });
    };
    QCOMPARE(retire(second).error().code, Code::NotFound);
    QVERIFY(retire(clinic->practitioner()).ok());
    QVERIFY(all().isEmpty());
    QCOMPARE(retire(clinic->practitioner()).error().code, Code::NotFound);
    QCOMPARE(save(made->content).error().code, Code::NotFound);
    QVERIFY(save(insomnia()).ok()); // its name and code are free again
    QCOMPARE(rows("point_group"), 2);
}

QTEST_GUILESS_MAIN(TestPointGroups)
#include "tst_pointgroups.moc"
