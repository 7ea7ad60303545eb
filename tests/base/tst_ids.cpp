#include "base/clock.h"
#include "base/hlc.h"
#include "base/id.h"
#include "base/random.h"

#include <QSet>
#include <QTest>

#include <rapidcheck.h>

#include <limits>

using namespace xinglin;

namespace {

/// Gives the same numbers again and again.
class FixedRandom final : public Random
{
public:
    explicit FixedRandom(QByteArray bytes) : m_bytes(std::move(bytes)) {}
    void fill(std::span<std::uint8_t> bytes) override
    {
        for (auto &byte : bytes)
            byte = static_cast<std::uint8_t>(m_bytes[m_at++ % m_bytes.size()]);
    }

private:
    QByteArray m_bytes;
    qsizetype m_at = 0;
};

} // namespace

class TestIds : public QObject
{
    Q_OBJECT

private slots:
    void create_uuid_isVersionSevenOfTheTime()
    {
        FakeClock clock(instantFromMs(0x0123456789AB));
        SeededRandom random(1);
        const QString text = Uuid::create(clock, random).toString();
        QCOMPARE(text.left(13), QStringLiteral("01234567-89ab"));
        QCOMPARE(text[14], QChar(u'7'));
        QVERIFY(QStringLiteral("89ab").contains(text[19]));
    }

    void create_later_sortsLater()
    {
        FakeClock clock(instantFromMs(1'700'000'000'000));
        SeededRandom random(7);
        Uuid last = Uuid::create(clock, random);
        QSet<Uuid> all{last};
        for (int i = 0; i < 1000; ++i) {
            clock.advance(std::chrono::milliseconds(1));
            const Uuid fresh = Uuid::create(clock, random);
            QVERIFY(last < fresh);
            last = fresh;
            all.insert(fresh);
        }
        QCOMPARE(all.size(), 1001);
    }

    void print_anyUuid_isReadBack()
    {
        QVERIFY(rc::check("uuid to text and bytes and back", [] {
            const Uuid id(*rc::gen::arbitrary<Uuid::Bytes>());
            RC_ASSERT(Uuid::fromString(id.toString()) == std::optional(id));
            RC_ASSERT(Uuid::fromString(id.toString().toUpper()) == std::optional(id));
            RC_ASSERT(Uuid::fromBytes(id.toBytes()) == std::optional(id));
        }));
    }

    void parse_malformed_isNone()
    {
        for (const char *text : {"", "0123", "01234567-89ab-7000-8000-00000000000",
                                 "01234567-89ab-7000-8000-0000000000000", "01234567089ab-7000-8000-000000000000",
                                 "0123456g-89ab-7000-8000-000000000000", "0123456789ab-7000-8000-000000000000-"})
            QVERIFY2(!Uuid::fromString(QString::fromLatin1(text)), text);
        QVERIFY(!Uuid::fromBytes(QByteArray(15, 'x')));
    }

    void typedId_passesThroughText()
    {
        using ThingId = Id<struct ThingTag>;
        SeededRandom random(2);
        const auto id = ThingId::create(FakeClock(instantFromMs(1)), random);
        QCOMPARE(ThingId::fromString(id.toString()), std::optional(id));
        QCOMPARE(ThingId::fromBytes(id.toBytes()), std::optional(id));
    }

    void hlc_next_growsWhateverTheClockDoes()
    {
        QVERIFY(rc::check("each time is after the one before and not before the wall", [] {
            Hlc last{};
            for (const int ms : *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 1000))) {
                const Hlc fresh = Hlc::next(last, instantFromMs(ms));
                RC_ASSERT(fresh > last);
                RC_ASSERT(fresh >= Hlc::of(ms, 0));
                last = fresh;
            }
        }));
    }

    void hlc_fullCounter_borrowsTheNextMillisecond()
    {
        const Hlc fresh = Hlc::next(Hlc::of(5, 0xFFFF), instantFromMs(5));
        QCOMPARE(fresh.ms(), 6);
        QCOMPARE(fresh.counter(), std::uint16_t(0));
    }

    void random_below_isUniform()
    {
        SeededRandom random(3);
        std::array<int, 6> counts{};
        for (int i = 0; i < 60'000; ++i)
            ++counts[random.below(6)];
        for (const int count : counts)
            QVERIFY(count > 9'500 && count < 10'500);
        QCOMPARE(random.below(1), std::uint64_t(0));
    }

    void random_below_rejectsTheUnevenRest()
    {
        // All ones lies beyond the last whole multiple of 3; the next draw counts.
        FixedRandom random(QByteArray(8, '\xFF') + QByteArray(8, '\0'));
        QCOMPARE(random.below(3), std::uint64_t(0));
    }

    void random_unit_staysBelowOne()
    {
        FixedRandom most(QByteArray(8, '\xFF'));
        QVERIFY(most.unit() < 1.0);
        SeededRandom random(4);
        for (int i = 0; i < 1000; ++i) {
            const double unit = random.unit();
            QVERIFY(unit >= 0.0 && unit < 1.0);
        }
    }

    void random_seeded_repeats()
    {
        SeededRandom one(5);
        SeededRandom other(5);
        SeededRandom different(6);
        const auto first = one.next();
        QCOMPARE(other.next(), first);
        QVERIFY(different.next() != first);
    }

    void random_system_fillsEveryByte()
    {
        SystemRandom random;
        for (const std::size_t size : {1U, 13U, 256U, 257U, 700U}) { // the system gives 256 at once
            std::vector<std::uint8_t> seen(size);
            for (int i = 0; i < 100; ++i) {
                std::vector<std::uint8_t> bytes(size);
                random.fill(bytes);
                for (std::size_t at = 0; at < size; ++at)
                    seen[at] |= bytes[at];
            }
            QCOMPARE(std::count(seen.cbegin(), seen.cend(), std::uint8_t(0xFF)), std::ptrdiff_t(size));
        }
    }

    void civilDay_nearMidnight_isTheClinics()
    {
        const QTimeZone shanghai("Asia/Shanghai");
        const Instant before =
            instantFromMs(QDateTime(QDate(2024, 6, 1), QTime(15, 59, 59), Qt::UTC).toMSecsSinceEpoch());
        QCOMPARE(civilDay(before, shanghai), QDate(2024, 6, 1));
        QCOMPARE(civilDay(before + std::chrono::seconds(1), shanghai), QDate(2024, 6, 2));
    }
};

QTEST_GUILESS_MAIN(TestIds)
#include "tst_ids.moc"
