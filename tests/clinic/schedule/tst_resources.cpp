#include "clinic/schedule/services.h"
#include "support/testclinic.h"

#include <QTest>

using namespace xinglin;
using namespace xinglin::test;
using namespace Qt::StringLiterals;

/// Who and what can be booked.
class TestResources : public QObject
{
    Q_OBJECT

    template <class F>
    auto write(F f)
    {
        return m_clinic->write(m_clinic->owner(), "resource.add", f);
    }

private slots:
    void init() { m_clinic = std::make_unique<TestClinic>(); }
    void cleanup() { m_clinic.reset(); }

    void add_ofEachKind_areListedInOrder()
    {
        add(ResourceKind::Device, u"牵引床"_s);
        add(ResourceKind::Practitioner, u"顾青禾"_s, 2);
        const Resource shen = add(ResourceKind::Practitioner, u"沈明堂"_s, 1);
        add(ResourceKind::Bed, u"艾灸床"_s);
        add(ResourceKind::Room, u"诊室一"_s);
        QCOMPARE(names(), (QStringList{u"沈明堂"_s, u"顾青禾"_s, u"诊室一"_s, u"艾灸床"_s, u"牵引床"_s}));
        QVERIFY(write([&](store::Transaction &tx) { return schedule::retireResource(tx, shen.id); }).ok());
        QCOMPARE(names().size(), 4);
        QCOMPARE(names(true).constLast(), u"沈明堂"_s);
        QVERIFY(write([&](store::Transaction &tx) { return schedule::retireResource(tx, shen.id, false); }).ok());
        QCOMPARE(names().size(), 5);
    }

    void add_wrong_isRefusedWithTheField_data()
    {
        QTest::addColumn<ResourceDraft>("draft");
        QTest::addColumn<QString>("field");
        QTest::addColumn<int>("code");
        const auto row = [](const char *name, const std::function<void(ResourceDraft &)> &change, const char *field,
                            Code code = Code::Invalid) {
            ResourceDraft draft;
            draft.name = u"沈明堂"_s;
            change(draft);
            QTest::newRow(name) << draft << QString::fromLatin1(field) << int(code);
        };
        row(
            "no name", [](auto &draft) { draft.name = u"  "_s; }, "name");
        row(
            "long name", [](auto &draft) { draft.name = QString(41, u'床'); }, "name");
        row(
            "capacity", [](auto &draft) { draft.capacity = 0; }, "capacity");
        row(
            "much capacity", [](auto &draft) { draft.capacity = 101; }, "capacity");
        row(
            "weekday", [](auto &draft) { draft.madeUpAs = 8; }, "madeUpAs");
        row(
            "no such room", [](auto &draft) { draft.room = ResourceId(Uuid(Uuid::Bytes{1})); }, "room");
        row(
            "nobody", [](auto &draft) { draft.user = access::UserId(Uuid(Uuid::Bytes{2})); }, "user");
        row(
            "sex", [](auto &draft) { draft.sex = Sex::Other; }, "sex");
        row(
            "a room with a sex",
            [](auto &draft) {
                draft.kind = ResourceKind::Room;
                draft.sex = Sex::Female;
            },
            "kind");
        row(
            "the same name", [](auto &draft) { draft.name = u" 林 巧"_s; }, "name", Code::Conflict);
    }
    void add_wrong_isRefusedWithTheField()
    {
        QFETCH(ResourceDraft, draft);
        QFETCH(QString, field);
        QFETCH(int, code);
        add(ResourceKind::Practitioner, u"林巧"_s);
        const auto made = write([&](store::Transaction &tx) { return schedule::addResource(tx, draft); });
        QVERIFY(!made.ok());
        QCOMPARE(int(made.error().code), code);
        QCOMPARE(made.error().field, field);
        QVERIFY(!made.error().message.isEmpty());
    }

    void add_personWhoIsOneAlready_isRefused()
    {
        ResourceDraft draft;
        draft.name = u"林巧"_s;
        draft.user = access::UserId(*m_clinic->practitioner().user);
        QVERIFY(write([&](store::Transaction &tx) { return schedule::addResource(tx, draft); }).ok());
        draft.name = u"林巧（夜）"_s;
        const auto again = write([&](store::Transaction &tx) { return schedule::addResource(tx, draft); });
        QVERIFY(!again.ok());
        QCOMPARE(again.error().field, u"user"_s);
        const auto own = m_clinic->read(m_clinic->practitioner(), schedule::ownResource);
        QVERIFY(own.ok() && *own);
        QCOMPARE((*own)->content.name, u"林巧"_s);
        const auto nobody = m_clinic->read(m_clinic->receptionist(), schedule::ownResource);
        QVERIFY(nobody.ok() && !*nobody);
    }

    void edit_keepsWhatItIs()
    {
        const Resource room = add(ResourceKind::Room, u"诊室一"_s);
        ResourceDraft draft = room.content;
        draft.name = u"诊室二"_s;
        draft.capacity = 3;
        const auto edited = write([&](store::Transaction &tx) { return schedule::editResource(tx, room.id, draft); });
        QVERIFY(edited.ok());
        QCOMPARE(edited->content, draft);
        draft.kind = ResourceKind::Bed;
        const auto other = write([&](store::Transaction &tx) { return schedule::editResource(tx, room.id, draft); });
        QVERIFY(!other.ok());
        QCOMPARE(other.error().field, u"kind"_s);
    }

    void retire_thenAnotherOfTheName_cannotComeBack()
    {
        const Resource one = add(ResourceKind::Room, u"诊室一"_s);
        QVERIFY(write([&](store::Transaction &tx) { return schedule::retireResource(tx, one.id); }).ok());
        add(ResourceKind::Room, u"诊室一"_s);
        const auto back = write([&](store::Transaction &tx) { return schedule::retireResource(tx, one.id, false); });
        QVERIFY(!back.ok());
        QCOMPARE(back.error().code, Code::Conflict);
    }

    void service_needsAreKeptInOrder()
    {
        const Resource one = add(ResourceKind::Practitioner, u"沈明堂"_s);
        const Resource two = add(ResourceKind::Practitioner, u"顾青禾"_s);
        const Resource bed = add(ResourceKind::Bed, u"艾灸床"_s, 0, 2);
        HealthcareServiceDraft draft;
        draft.name = u"温针灸"_s;
        draft.code = u"svc_warm_needle"_s;
        draft.duration = std::chrono::minutes(40);
        draft.after = std::chrono::minutes(10);
        draft.price = Money::fen(12800);
        draft.mostADay = 12;
        draft.needs = {{{two.id, one.id}, 1}, {{bed.id}, 2}};
        const auto made = write([&](store::Transaction &tx) { return schedule::addService(tx, draft); });
        QVERIFY2(made.ok(), made ? "" : qPrintable(made.error().message));
        QCOMPARE(made->content, draft);
        draft.needs = {{{one.id}, 1}};
        const auto edited = write([&](store::Transaction &tx) { return schedule::editService(tx, made->id, draft); });
        QVERIFY(edited.ok());
        QCOMPARE(edited->content, draft);
        QVERIFY(write([&](store::Transaction &tx) { return schedule::retireResource(tx, one.id); }).ok());
        const auto after = m_clinic->read(m_clinic->receptionist(),
                                          [&](const auto &view) { return schedule::service(view, made->id); });
        QVERIFY(after.ok());
        QVERIFY(after->content.needs.isEmpty());
    }

    void service_wrong_isRefusedWithTheField_data()
    {
        QTest::addColumn<int>("wrong");
        QTest::addColumn<QString>("field");
        int number = 0;
        for (const char *field : {"name", "duration", "before", "after", "lead", "mostADay", "extraADay", "price",
                                  "needs", "needs", "needs", "needs"})
            QTest::addRow("%d %s", number, field) << number << QString::fromLatin1(field), ++number;
    }
    void service_wrong_isRefusedWithTheField()
    {
        QFETCH(int, wrong);
        QFETCH(QString, field);
        const Resource one = add(ResourceKind::Practitioner, u"沈明堂"_s);
        HealthcareServiceDraft draft;
        draft.name = u"复诊"_s;
        draft.needs = {{{one.id}, 1}};
        QVERIFY(write([&](store::Transaction &tx) { return schedule::addService(tx, draft); }).ok());
        draft.name = u"初诊"_s;
        using std::chrono::minutes;
        const std::array<std::function<void()>, 12> change{
            [&] { draft.name = u" 复诊"_s; },       [&] { draft.duration = minutes(4); },
            [&] { draft.before = minutes(-5); },    [&] { draft.after = minutes(241); },
            [&] { draft.lead = minutes(-1); },      [&] { draft.mostADay = 0; },
            [&] { draft.extraADay = -1; },          [&] { draft.price = Money::fen(-1); },
            [&] { draft.needs.clear(); },           [&] { draft.needs = {{{}, 1}}; },
            [&] { draft.needs = {{{one.id}, 2}}; }, [&] { draft.needs = {{{one.id, one.id}, 1}}; },
        };
        change.at(static_cast<size_t>(wrong))();
        const auto made = write([&](store::Transaction &tx) { return schedule::addService(tx, draft); });
        QVERIFY(!made.ok());
        QCOMPARE(made.error().field, field);
        const auto known =
            m_clinic->read(m_clinic->receptionist(), [](const auto &view) { return schedule::services(view); });
        QVERIFY(known.ok());
        QCOMPARE(known->size(), 1);
    }

    void byAReceptionist_isRefused()
    {
        const auto made = m_clinic->write(m_clinic->receptionist(), "resource.add", [](store::Transaction &tx) {
            ResourceDraft draft;
            draft.name = u"诊室"_s;
            return schedule::addResource(tx, draft);
        });
        QVERIFY(!made.ok());
        QCOMPARE(made.error().code, Code::NoPermission);
    }

private:
    Resource add(ResourceKind kind, const QString &name, int position = 0, int capacity = 1)
    {
        ResourceDraft draft;
        draft.kind = kind;
        draft.name = name;
        draft.position = position;
        draft.capacity = capacity;
        const auto made = write([&](store::Transaction &tx) { return schedule::addResource(tx, draft); });
        return made ? *made : Resource{};
    }
    QStringList names(bool retired = false)
    {
        const auto found = m_clinic->read(m_clinic->receptionist(),
                                          [&](const auto &view) { return schedule::resources(view, retired); });
        QStringList said;
        if (found) {
            for (const Resource &one : *found)
                said << one.content.name;
        }
        return said;
    }

    std::unique_ptr<TestClinic> m_clinic;
};

QTEST_GUILESS_MAIN(TestResources)
#include "tst_resources.moc"
