#include "ui/calendar/dayview.h"

#include <QTest>
#include <rapidcheck.h>

using namespace xinglin;
using namespace xinglin::ui;

namespace {

QList<Span> anySpans()
{
    QList<Span> spans;
    const int many = *rc::gen::inRange(0, 30);
    for (int i = 0; i < many; ++i) {
        const int from = *rc::gen::inRange(0, 1400);
        spans << Span{from, from + *rc::gen::inRange(5, 120)};
    }
    return spans;
}

DayBlock block(quint8 id, int from, int to)
{
    DayBlock one;
    Uuid::Bytes bytes{};
    bytes[0] = id;
    one.appointment.id = AppointmentId(Uuid(bytes));
    one.appointment.who = QStringLiteral("%1").arg(id);
    one.span = {from, to};
    return one;
}

} // namespace

/// Where things lie in a day, and what stands in the way there.
class TestDayGeometry : public QObject
{
    Q_OBJECT

private slots:
    void lanes_overlapping_lieSideBySide()
    {
        const QList<Lane> lanes = lanesOf({{540, 560}, {550, 570}, {560, 580}, {600, 620}});
        QCOMPARE(lanes, (QList<Lane>{{0, 2}, {1, 2}, {0, 2}, {0, 1}}));
    }

    void lanes_touching_areAlone() { QCOMPARE(lanesOf({{540, 560}, {560, 580}}), (QList<Lane>{{0, 1}, {0, 1}})); }

    void lanes_ofAnySpans_neverCoverOneAnother()
    {
        QVERIFY(rc::check("those that overlap have another lane of equally many", [] {
            const QList<Span> spans = anySpans();
            const QList<Lane> lanes = lanesOf(spans);
            RC_ASSERT(lanes.size() == spans.size());
            for (qsizetype i = 0; i < spans.size(); ++i) {
                RC_ASSERT(lanes[i].index >= 0 && lanes[i].index < lanes[i].of);
                for (qsizetype j = 0; j < i; ++j) {
                    if (spans[i].overlaps(spans[j])) {
                        RC_ASSERT(lanes[i].index != lanes[j].index);
                        RC_ASSERT(lanes[i].of == lanes[j].of);
                    }
                }
            }
        }));
        QVERIFY(rc::check("no more lanes than there are at once", [] {
            const QList<Span> spans = anySpans();
            int most = 0;
            for (const Span &one : spans)
                most = std::max<int>(
                    most, static_cast<int>(std::count_if(spans.cbegin(), spans.cend(), [&](const Span &other) {
                        return other.from <= one.from && one.from < other.to;
                    })));
            for (const Lane &lane : lanesOf(spans))
                RC_ASSERT(lane.of <= most);
        }));
    }

    void minute_ofAPixel_isThatOfItsTime()
    {
        QVERIFY(rc::check("there and back", [] {
            DayGeometry geometry;
            geometry.hour = *rc::gen::inRange(40, 300);
            const int minute = *rc::gen::inRange(0, 1440);
            RC_ASSERT(geometry.minuteAt(geometry.y(minute) + 0.01) == minute);
            const int step = *rc::gen::element(5, 10, 15, 30);
            const int at = geometry.stepAt(geometry.y(minute) + 0.01, step);
            RC_ASSERT(at % step == 0 && at <= minute && minute < at + step);
        }));
    }

    void minute_outsideTheDay_isBounded()
    {
        const DayGeometry geometry;
        QCOMPARE(geometry.minuteAt(-5), 0);
        QCOMPARE(geometry.minuteAt(geometry.height() + 50), 1440);
        QCOMPARE(geometry.stepAt(geometry.height() + 50, 10), 1430);
    }

    void snapped_goesToTheNearest()
    {
        QCOMPARE(DayGeometry::snapped(544, 10), 540);
        QCOMPARE(DayGeometry::snapped(545, 10), 550);
        QCOMPARE(DayGeometry::snapped(-3, 10), 0);
        QCOMPARE(DayGeometry::snapped(-6, 10), -10);
    }

    void moved_staysWithinTheDay()
    {
        QVERIFY(rc::check("as long as before", [] {
            const int from = *rc::gen::inRange(0, 1400);
            const Span span{from, from + *rc::gen::inRange(5, 40)};
            const Span moved = DayGeometry::moved(span, *rc::gen::inRange(-500, 2000));
            RC_ASSERT(moved.length() == span.length());
            RC_ASSERT(moved.from >= 0 && moved.to <= 1440);
        }));
    }

    void between_inEitherOrder_holdsBothSteps()
    {
        QCOMPARE(DayGeometry::between(545, 583, 10), (Span{540, 590}));
        QCOMPARE(DayGeometry::between(583, 545, 10), (Span{540, 590}));
        QCOMPARE(DayGeometry::between(1439, 1500, 10), (Span{1430, 1440}));
    }

    void block_liesInItsColumnAndLane()
    {
        DayGeometry geometry;
        geometry.columns = 3;
        geometry.columnWidth = 200;
        const QRectF left = geometry.block(1, {600, 660}, {0, 2});
        const QRectF right = geometry.block(1, {600, 660}, {1, 2});
        QVERIFY(geometry.column(1).contains(left) && geometry.column(1).contains(right));
        QVERIFY(!left.intersects(right));
        QCOMPARE(geometry.columnAt(left.center().x()), 1);
        QCOMPARE(geometry.columnAt(-1), -1);
        QCOMPARE(geometry.columnAt(600), -1);
        QVERIFY(geometry.block(0, {600, 605}, {}).height() >= DayGeometry::leastBlock - DayGeometry::gap);
        QVERIFY(geometry.y(geometry.seen({600, 605}).to) - geometry.y(600) >= DayGeometry::leastBlock);
    }

    void hindrance_taken_saysWho()
    {
        DayColumn column;
        column.blocks = {block(1, 540, 560), block(2, 600, 640)};
        QCOMPARE(hindrance(column, {560, 600}, {}, 500).kind, Hindrance::Kind::None);
        const Hindrance why = hindrance(column, {550, 570}, {}, 500);
        QCOMPARE(why.kind, Hindrance::Kind::Taken);
        QVERIFY(why.words.contains(QStringLiteral("09:00–09:20")));
        QCOMPARE(hindrance(column, {550, 570}, column.blocks[0].appointment.id, 500).kind, Hindrance::Kind::None);
    }

    void hindrance_severalUnits_areCountedAtEachTime()
    {
        DayColumn column;
        column.capacity = 2;
        column.blocks = {block(1, 540, 560), block(2, 560, 580)};
        QCOMPARE(hindrance(column, {545, 575}, {}, 500).kind, Hindrance::Kind::None); // never both at once
        column.blocks << block(3, 550, 570);
        QCOMPARE(hindrance(column, {545, 575}, {}, 500).kind, Hindrance::Kind::Taken);
    }

    void hindrance_closed_saysWhy()
    {
        DayColumn column;
        column.closed = {{{720, 810}, ClosedPart::Why::Break, {}},
                         {{900, 960}, ClosedPart::Why::Leave, QStringLiteral("义诊")}};
        QCOMPARE(hindrance(column, {700, 720}, {}, 500).kind, Hindrance::Kind::None);
        QCOMPARE(hindrance(column, {710, 730}, {}, 500).kind, Hindrance::Kind::Closed);
        QCOMPARE(hindrance(column, {950, 970}, {}, 500).words, QStringLiteral("义诊"));
        QCOMPARE(hindrance(column, {700, 720}, {}, 720).kind, Hindrance::Kind::Closed); // over
    }

    void move_toAnotherColumn_keepsTheOtherResources()
    {
        const auto id = [](quint8 n) {
            Uuid::Bytes bytes{};
            bytes[0] = n;
            return ResourceId(Uuid(bytes));
        };
        MoveWish wish;
        wish.seen.resources = {id(1), id(2)};
        wish.seen.period = {instantFromMs(0), instantFromMs(60'000 * 20)};
        wish.from = id(1);
        wish.to = id(3);
        wish.length = std::chrono::minutes(20);
        QCOMPARE(wish.resources(), (QList<ResourceId>{id(3), id(2)}));
        QVERIFY(!wish.changesNothing());
        wish.to = id(1);
        QVERIFY(wish.changesNothing());
        wish.length = std::chrono::minutes(30);
        QVERIFY(!wish.changesNothing());
    }
};

QTEST_GUILESS_MAIN(TestDayGeometry)
#include "tst_daygeometry.moc"
