#include "support/desk.h"
#include "ui/today/announcer.h"
#include "ui/today/chimenotes.h"
#include "ui/today/frontdesk.h"
#include "ui/today/todaypage.h"
#include "ui/today/voice.h"
#include "ui/today/waitingroom.h"

#include <QCheckBox>

#include <cstdint>
#include <cstring>

using namespace xinglin;
using namespace xinglin::test;
using namespace xinglin::ui;
using std::chrono::minutes;

namespace {

/// Writes down what would be heard.
struct Heard
{
    QStringList said; ///< "♪ words", and "stop" where something was cut off.
    QLocale language = QLocale::c();
    bool voice = true;
    class Fake *last = nullptr;
};

class Fake final : public Speaker
{
public:
    explicit Fake(Heard &heard) : m_heard(heard) { heard.last = this; }
    void open(const QLocale &language) override
    {
        m_heard.language = language;
        if (m_heard.voice)
            emit voiceFound();
    }
    bool hasVoice() const override { return m_heard.voice; }
    void announce(bool chime, const QString &words) override
    {
        m_busy = true;
        m_heard.said << (chime ? QStringLiteral("♪ ") : QString()) + words;
    }
    void stop() override
    {
        if (std::exchange(m_busy, false))
            m_heard.said << QStringLiteral("stop");
    }
    void end()
    {
        m_busy = false;
        emit finished();
    }

private:
    Heard &m_heard;
    bool m_busy = false;
};

RoomCall call(int number, int at, const QString &room = QStringLiteral("Room 2"))
{
    return {number, QStringLiteral("陈*芬"), room, QStringLiteral("沈明堂"), Instant(std::chrono::milliseconds(at))};
}

} // namespace

/// What is heard in the waiting room: each call once, one after the other, no longer than it holds.
class TestWaitingRoom : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { dressProgram(*qApp, QStringLiteral("en"), ThemeName::Paper, 1.0); }
    void init()
    {
        m_heard = {};
        m_announcer = std::make_unique<Announcer>(std::make_unique<Fake>(m_heard));
    }

    void cleanup() { m_desk.reset(); }

    void show_ofFirstCalls_saysNothing()
    {
        QVERIFY(m_announcer->show({call(3, 1)}).isEmpty());
        QCOMPARE(m_heard.said, QStringList());
    }

    void show_newCall_isSaidOnceAndARecallAgain()
    {
        m_announcer->show({});
        QCOMPARE(m_announcer->show({call(12, 5)}).size(), 1);
        QCOMPARE(m_heard.said, QStringList{QStringLiteral("♪ Number 12, please come to Room 2")});
        m_heard.last->end();
        QVERIFY(m_announcer->show({call(12, 5)}).isEmpty()); // something else of the day changed
        QCOMPARE(m_heard.said.size(), 1);
        m_announcer->show({call(12, 9)});
        QCOMPARE(m_heard.said.size(), 2);
        QCOMPARE(m_heard.said[0], m_heard.said[1]);
    }

    void show_twoAtOnce_areSaidOneAfterTheOther()
    {
        m_announcer->show({});
        m_announcer->show({call(5, 7, QString()), call(4, 6)}); // the last called first
        QCOMPARE(m_heard.said, QStringList{QStringLiteral("♪ Number 4, please come to Room 2")});
        m_heard.last->end();
        QCOMPARE(m_heard.said.size(), 2);
        QCOMPARE(m_heard.said.constLast(), QStringLiteral("♪ Number 5, please come in"));
        m_heard.last->end();
        QCOMPARE(m_heard.said.size(), 2);
    }

    void show_callThatHoldsNoMore_isCutOffOrLeftOut()
    {
        m_announcer->show({});
        m_announcer->show({call(3, 8), call(2, 7), call(1, 6)});
        m_announcer->show({call(3, 8)}); // 1 is being said, 2 waits for its turn
        QCOMPARE(m_heard.said, (QStringList{QStringLiteral("♪ Number 1, please come to Room 2"), QStringLiteral("stop"),
                                            QStringLiteral("♪ Number 3, please come to Room 2")}));
    }

    void close_stopsAndForgets()
    {
        m_announcer->show({});
        m_announcer->show({call(2, 7), call(1, 6)});
        m_announcer->close();
        QCOMPARE(m_heard.said.constLast(), QStringLiteral("stop"));
        m_heard.last->end();
        QCOMPARE(m_heard.said.size(), 2);
        QVERIFY(m_announcer->show({call(3, 8)}).isEmpty()); // opened again
        QCOMPARE(m_heard.said.size(), 2);
    }

    void sound_eachSwitch_leavesTheOther()
    {
        m_announcer->show({});
        m_announcer->setSound({false, true});
        m_announcer->show({call(1, 6)});
        QCOMPARE(m_heard.said.constLast(), QStringLiteral("Number 1, please come to Room 2"));
        m_announcer->setSound({true, false});
        QCOMPARE(m_heard.said.constLast(), QStringLiteral("stop")); // at once
        m_announcer->show({call(2, 7)});
        QCOMPARE(m_heard.said.constLast(), QStringLiteral("♪ "));
        m_announcer->setSound({false, false});
        const qsizetype before = m_heard.said.size();
        m_announcer->show({call(3, 8)});
        QCOMPARE(m_heard.said.size(), before);
    }

    void noVoice_onlyTheChime()
    {
        m_heard.voice = false;
        m_announcer->show({});
        m_announcer->show({call(1, 6)});
        QCOMPARE(m_heard.said, QStringList{QStringLiteral("♪ ")});
    }

    void nearestLocale_prefersTheCountryThenTheScript()
    {
        const QList<QLocale> offered{QLocale(QStringLiteral("en_GB")), QLocale(QStringLiteral("zh_HK")),
                                     QLocale(QStringLiteral("zh_SG")), QLocale(QStringLiteral("zh_CN"))};
        QCOMPARE(*nearestLocale(offered, QLocale(QStringLiteral("zh_CN"))), QLocale(QStringLiteral("zh_CN")));
        QCOMPARE(*nearestLocale(offered.first(3), QLocale(QStringLiteral("zh_CN"))), QLocale(QStringLiteral("zh_SG")));
        QCOMPARE(*nearestLocale(offered, QLocale(QStringLiteral("en_US"))), QLocale(QStringLiteral("en_GB")));
        QVERIFY(!nearestLocale(offered, QLocale(QStringLiteral("de_DE"))));
    }

    void mandarinAmong_findsItByName()
    {
        const QStringList names{QStringLiteral("Bishnupriya Manipuri"),
                                QStringLiteral("Chinese (Mandarin, latin as English)")};
        QCOMPARE(mandarinAmong(names), 1);
        QCOMPARE(mandarinAmong(names.first(1)), -1);
    }

    void chime_isHeardAndNeverClipsOrClicks()
    {
        const QByteArray notes = chimeNotes();
        QList<std::int16_t> samples(notes.size() / 2);
        std::memcpy(samples.data(), notes.constData(), size_t(notes.size()));
        QVERIFY(samples.size() > chimeRate);
        const auto [least, most] = std::minmax_element(samples.cbegin(), samples.cend());
        QVERIFY2(*most > 4'000 && *most < 30'000 && *least > -30'000, qPrintable(QString::number(*most)));
        QVERIFY(std::abs(samples.constFirst()) < 50 && std::abs(samples.constLast()) < 50);
    }

    void window_call_isHeardOnceAndSwitchesAreKept()
    {
        open(true);
        WaitingRoomWindow &room = *window();
        QTRY_COMPARE(room.shown().next.size(), 1);
        auto &voice = *room.findChild<QCheckBox *>(QStringLiteral("roomVoice"));
        QVERIFY(voice.isVisible() && voice.isChecked());
        act([this](store::Transaction &tx) { return queue::callNext(tx, m_shen); });
        QTRY_COMPARE(m_heard.said, QStringList{QStringLiteral("♪ Number 1, please come to 一诊室")});
        QTest::keyClick(&room, Qt::Key_V);
        QVERIFY(!voice.isChecked());
        QCOMPARE(m_heard.said.constLast(), QStringLiteral("stop"));
        QTest::keyClick(&room, Qt::Key_C);
        const QString path = roomSoundPath(m_desk->window->clinic()->store().options().folder);
        DiskFiles disk;
        QTRY_COMPARE(readRoomSound(disk, path), (RoomSound{false, false}));
        m_desk->clinic.clock.advance(minutes(1));
        const Instant before = room.shown().called.constFirst().called;
        act([this](store::Transaction &tx) { return queue::recall(tx, m_ticket); });
        QTRY_VERIFY(room.shown().called.constFirst().called > before);
        QCOMPARE(m_heard.said.size(), 2);
        WaitingRoomWindow again(*m_desk->window->clinic(), {}, nullptr, maker());
        QTRY_VERIFY(!again.findChild<QCheckBox *>(QStringLiteral("roomChime"))->isChecked());
    }

    void window_noVoice_speaksOfNone()
    {
        open(false);
        auto &voice = *window()->findChild<QCheckBox *>(QStringLiteral("roomVoice"));
        QVERIFY(!voice.isVisible());
        QTest::keyClick(window(), Qt::Key_V);
        QVERIFY(voice.isChecked()); // nothing was switched
        QVERIFY(window()->findChild<QCheckBox *>(QStringLiteral("roomChime"))->isVisible());
        QTest::keyClick(window(), Qt::Key_F11);
        QTRY_VERIFY(!window()->findChild<QWidget *>(QStringLiteral("roomSwitches"))->isVisible());
    }

    void window_closed_isSilent()
    {
        open(true);
        act([this](store::Transaction &tx) { return queue::callNext(tx, m_shen); });
        QTRY_COMPARE(m_heard.said.size(), 1);
        window()->close();
        QCOMPARE(m_heard.said.constLast(), QStringLiteral("stop"));
    }

    void language_isThatOfTheProgram()
    {
        for (const char *language : {"zh_CN", "en"}) {
            dressProgram(*qApp, QLatin1String(language), ThemeName::Paper, 1.0);
            Announcer one(std::make_unique<Fake>(m_heard));
            QCOMPARE(m_heard.language.language(), QLocale(QLatin1String(language)).language());
        }
    }

    void words_inChinese_nameNobody()
    {
        dressProgram(*qApp, QStringLiteral("zh_CN"), ThemeName::Paper, 1.0);
        const QString words = Announcer::words(call(12, 1, QStringLiteral("二诊室")));
        dressProgram(*qApp, QStringLiteral("en"), ThemeName::Paper, 1.0);
        QCOMPARE(words, QStringLiteral("请 12 号到 二诊室"));
    }

    void loudspeaker_ofThisPc_holdsNobodyUp()
    {
        QElapsedTimer watch;
        watch.start();
        auto speaker = Speaker::ofThisPc()();
        QSignalSpy finished(speaker.get(), &Speaker::finished);
        speaker->open(QLocale());
        speaker->announce(true, QString());
        QVERIFY2(watch.elapsed() < 100, qPrintable(QString::number(watch.elapsed())));
        QTRY_COMPARE(finished.size(), 1); // whatever this PC can play
        watch.restart();
        speaker->stop();
        speaker.reset();
        QVERIFY2(watch.elapsed() < 100, qPrintable(QString::number(watch.elapsed())));
    }

private:
    Speaker::Make maker()
    {
        return [this] { return std::make_unique<Fake>(m_heard); };
    }
    WaitingRoomWindow *window() { return m_desk->window->findChild<WaitingRoomWindow *>(); }
    /// One person waits; the window hangs beside the board.
    void open(bool voice)
    {
        m_heard.voice = voice;
        m_desk = std::make_unique<Desk>([this](TestClinic &clinic) {
            FrontDesk front(clinic);
            sure(clinic.write(clinic.owner(), "resource.edit", [&](store::Transaction &tx) {
                const auto shen = schedule::resource(tx, front.shen);
                ResourceDraft draft = shen->content;
                draft.room = front.room;
                return schedule::editResource(tx, front.shen, draft);
            }));
            m_shen = front.shen;
            m_ticket = front.queueUp(front.person("王建国"), front.shen);
        });
        m_desk->enter("reception");
        auto &page = m_desk->drive().get<TodayPage>("today");
        page.setSpeaker(maker());
        page.showWaitingRoom();
        QTRY_COMPARE(window()->shown().next.size(), 1);
    }
    /// As the desk does it.
    template <class F>
    void act(F f)
    {
        m_desk->window->clinic()->write("queue.step", f);
    }
    template <class T>
    static void sure(const Result<T> &result)
    {
        if (!result)
            qFatal("%s", qPrintable(result.error().message));
    }

    ResourceId m_shen{Uuid(Uuid::Bytes{})};
    TicketId m_ticket{Uuid(Uuid::Bytes{})};
    Heard m_heard;
    std::unique_ptr<Announcer> m_announcer;
    std::unique_ptr<Desk> m_desk;
};

QTEST_MAIN(TestWaitingRoom)
#include "tst_waitingroom.moc"
