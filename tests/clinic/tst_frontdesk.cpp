#include "clinic/schedule/rosters.h"
#include "demo/frontdesk.h"
#include "support/demoplace.h"
#include "support/testclinic.h"

#include <QTest>

using namespace xinglin;
using namespace xinglin::test;
using namespace Qt::StringLiterals;

/// The resources, hours and services of the demo clinic.
class TestFrontDesk : public QObject
{
    Q_OBJECT

    static QDate thursday() { return {2026, 3, 12}; }

private slots:
    void open_anEmptyClinic_hasServicesThatCanBeBooked()
    {
        TestClinic clinic;
        const access::UserId shen(*clinic.practitioner().user);
        const auto desk = clinic.write(clinic.owner(), "resource.add", [&](store::Transaction &tx) {
            return demo::openFrontDesk(tx, thursday(), {shen});
        });
        QVERIFY2(desk.ok(), desk ? "" : qPrintable(desk.error().message));
        QStringList services;
        for (const HealthcareService &one : desk->services)
            services << u"%1 %2"_s.arg(one.content.name).arg(one.content.duration.count());
        QCOMPARE(services,
                 (QStringList{u"初诊 30"_s, u"复诊 20"_s, u"针灸 40"_s, u"艾灸 40"_s, u"小儿推拿 30"_s, u"中频 30"_s}));
        QCOMPARE(desk->resource(u"艾灸床"_s).content.capacity, 2);
        QCOMPARE(desk->resource(u"诊室二"_s).id, *desk->resource(u"陆清和"_s).content.room);
        QCOMPARE(desk->service(u"中频"_s).content.needs.constFirst().anyOf.constFirst(), desk->device.id);
        const auto view = clinic.store().snapshot(clinic.practitioner());
        QCOMPARE((*schedule::ownResource(*view))->content.name, u"沈致远"_s);
        const auto open = [&](const QString &name) {
            return schedule::openPeriods(*view, desk->resource(name).id, thursday(), thursday())->size();
        };
        QCOMPARE(open(u"沈致远"_s), 2); // lunch between
        QCOMPARE(open(u"陆清和"_s), 3); // and the evening
        QCOMPARE(open(u"诊室一"_s), 1);
        const auto mondays = schedule::openPeriods(*view, desk->device.id, QDate(2026, 3, 16), QDate(2026, 3, 16));
        QVERIFY(mondays->isEmpty());
    }

    void open_aSecondTime_isRefusedByTheNames()
    {
        TestClinic clinic;
        const auto open = [&] {
            return clinic.write(clinic.owner(), "resource.add",
                                [](store::Transaction &tx) { return demo::openFrontDesk(tx, thursday()); });
        };
        QVERIFY(open().ok());
        const auto again = open();
        QVERIFY(!again.ok());
        QCOMPARE(again.error().code, Code::Conflict);
    }

    void fill_demoClinic_hasItsFrontDesk()
    {
        DemoPlace place;
        QVERIFY(place.fill(5, 1, 1).ok());
        const auto view = place.viewOf(u"yisheng2"_s);
        QCOMPARE((*schedule::ownResource(*view))->content.name, u"陆清和"_s);
        QCOMPARE(schedule::services(*view)->size(), 6);
        const auto first = schedule::week(*view, (*schedule::ownResource(*view))->id, QDate(2025, 3, 17));
        QVERIFY(!first->at(3).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestFrontDesk)
#include "tst_frontdesk.moc"
