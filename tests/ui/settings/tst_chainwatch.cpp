#include "clinic/clinic.h"
#include "store/selfcheck.h"
#include "support/testclinic.h"
#include "ui/settings/chainwatch.h"

#include <QSignalSpy>
#include <QTest>

#include <atomic>

using namespace xinglin;
using namespace xinglin::test;

/// The check of the whole store behind the scenes. A check of the test's own stands for what takes long.
class TestChainWatch : public QObject
{
    Q_OBJECT

private slots:
    void start_whereDue_checksOnceWithASmallCache()
    {
        TestClinic test;
        std::atomic<qint64> during = 0;
        std::atomic<int> times = 0;
        test.store().addCheck([&](store::Connection &connection, store::VerifyReport &) {
            during = cacheOf(connection);
            ++times;
        });
        const store::Actor actor = test.owner();
        Clinic clinic(test.takeStore(), actor);
        for (int start = 0; start < 2; ++start) {
            ui::ChainWatch watch(clinic);
            QSignalSpy finished(&watch, &ui::ChainWatch::finished);
            QSignalSpy warned(&watch, &ui::ChainWatch::warned);
            watch.start();
            QVERIFY(finished.wait());
            QCOMPARE(warned.size(), 0);
        }
        QCOMPARE(times.load(), 1);
        QCOMPARE(during.load(), qint64(-16 * 1024));
        const auto after = clinic.read([](const store::Snapshot &view) { return cacheOf(view.connection()); });
        QTRY_VERIFY(after.isFinished());
        QCOMPARE(*after.result(), qint64(-64 * 1024));
    }

    void destroyed_whileChecking_endsTheCheckWhichStaysDue()
    {
        TestClinic test;
        std::atomic<bool> began = false;
        std::atomic<bool> interrupted = false;
        test.store().addCheck([&](store::Connection &connection, store::VerifyReport &) {
            began = true;
            for (int i = 0; i < 6000 && !interrupted; ++i) {
                interrupted = connection.isInterrupted();
                std::this_thread::sleep_for(std::chrono::milliseconds(10));
            }
            if (interrupted)
                throw store::Failure(Code::Cancelled, {}, {});
        });
        const store::Actor actor = test.owner();
        {
            Clinic clinic(test.takeStore(), actor);
            {
                ui::ChainWatch watch(clinic);
                watch.start();
                QTRY_VERIFY(began);
            }
            QTRY_VERIFY(interrupted);
            // The reader that was stopped has its cache back.
            const auto after = clinic.read([](const store::Snapshot &view) { return cacheOf(view.connection()); });
            QTRY_VERIFY(after.isFinished());
            QCOMPARE(*after.result(), qint64(-64 * 1024));
        }
        test.reopen();
        const auto view = test.store().snapshot(actor);
        QVERIFY(store::isWholeCheckDue(store::selfCheck(*view), view->now()));
    }

private:
    static qint64 cacheOf(store::Connection &connection)
    {
        store::Query size = connection.internal("PRAGMA cache_size");
        return size.next() ? size.get<qint64>(0) : 0;
    }
};

QTEST_GUILESS_MAIN(TestChainWatch)
#include "tst_chainwatch.moc"
