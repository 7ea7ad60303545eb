#include "clinic/treatment/treatments.h"
#include "ui/treatment/treatmenttext.h"
#include "ui/treatment/typedpoint.h"
#include "ui/treatment/typedtherapy.h"

#include <QLocale>
#include <QTest>

using namespace xinglin;
using namespace xinglin::ui;
using points::Side;

/// What words of the lines of points and therapies say. Pure.
class TestTypedTreatment : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::Chinese));
        const auto loaded = Catalog::load();
        QVERIFY(loaded.ok());
        m_catalog = *loaded;
    }
    void point_lettersBehindIt_sayHow_data();
    void point_lettersBehindIt_sayHow();
    void point_wholeName_comesBeforeLettersTakenOff();
    void point_writtenAgain_isTheSame();
    void number_ofTheLine_isReadByItsForm();
    void pointFrom_midline_hasNoSide();
    void therapy_line_saysAll_data();
    void therapy_line_saysAll();
    void therapy_unknownWords_areNotUnderstood();
    void therapy_writtenAgain_isTheSame();
    void therapy_ofAnEditedOrder_keepsItsCourse();
    void together_ofTwoTreatments_saysEachRuleOnce();

private:
    QList<TypedPoint> read(const QString &word) const
    {
        return readPoint(word, [this](const QString &name) { return m_catalog->points.isExact(name); });
    }
    std::shared_ptr<const Catalog> m_catalog;
};

void TestTypedTreatment::point_lettersBehindIt_sayHow_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<TypedPoint>("expected");
    const auto row = [](const char *word, const TypedPoint &typed) {
        QTest::newRow(word) << QString::fromUtf8(word) << typed;
    };
    row("zsl", {u"zsl"_qs, {}, {}, {}, {}});
    row("zslw", {u"zsl"_qs, {}, Technique::WarmNeedle, {}, {}});
    row("zsll", {u"zsl"_qs, Side::Left, {}, {}, {}});
    row("st36r", {u"st36"_qs, Side::Right, {}, {}, {}});
    row("st36lx", {u"st36"_qs, Side::Left, Technique::Reducing, {}, {}});
    row("ngp", {u"ng"_qs, {}, Technique::Even, {}, {}});
    row("zsl.b1.2", {u"zsl"_qs, {}, Technique::Reinforcing, 1.2, {}});
    row("jj.n6", {u"jj"_qs, {}, {}, {}, 6});
    row("zsl/lw", {u"zsl"_qs, Side::Left, Technique::WarmNeedle, {}, {}});
    row("zsl.s", {u"zsl"_qs, Side::Both, {}, {}, {}});
    row("足三里左温", {u"足三里"_qs, Side::Left, Technique::WarmNeedle, {}, {}});
    row("合谷补", {u"合谷"_qs, {}, Technique::Reinforcing, {}, {}});
}

void TestTypedTreatment::point_lettersBehindIt_sayHow()
{
    QFETCH(QString, word);
    QFETCH(TypedPoint, expected);
    const QList<TypedPoint> readings = read(word);
    QVERIFY(!readings.isEmpty());
    QVERIFY2(readings.first() == expected, qPrintable(readings.first().name));
}

void TestTypedTreatment::point_wholeName_comesBeforeLettersTakenOff()
{
    // 四神聪 is ssc, not 少商 pricked.
    QCOMPARE(read(u"ssc"_qs).size(), 1);
    QVERIFY(read(u"ssc"_qs).first().isPlain());
    QVERIFY(read(u"zslq"_qs).first().isPlain()); // q says nothing
    QVERIFY(read(u"zsl.q"_qs).isEmpty());
    QVERIFY(read(u"zsl.ll"_qs).isEmpty());
    QVERIFY(read(u" "_qs).isEmpty());
}

void TestTypedTreatment::point_writtenAgain_isTheSame()
{
    TreatmentDraft draft;
    draft.name = u"针刺"_qs;
    const points::AcuPoint &known = *m_catalog->points.find(u"st36"_qs);
    const TreatmentPoint usual = treatment::pointOf(*m_catalog, draft, known);
    for (const char *word : {"足三里", "足三里.l", "足三里.w", "足三里.rx1.5"}) {
        const TypedPoint typed = read(QString::fromUtf8(word)).first();
        const TreatmentPoint point = pointFrom(*m_catalog, draft, known, typed);
        QCOMPARE(typedPoint(point, usual), QString::fromUtf8(word));
    }
}

void TestTypedTreatment::number_ofTheLine_isReadByItsForm()
{
    using Kind = TypedNumber::Kind;
    QVERIFY(*readNumber(u"25"_qs) == (TypedNumber{Kind::Minutes, 25, {}, Technique::Unsaid}));
    QVERIFY(*readNumber(u"25m"_qs) == (TypedNumber{Kind::Minutes, 25, {}, Technique::Unsaid}));
    QVERIFY(*readNumber(u"x10"_qs) == (TypedNumber{Kind::Sessions, 10, {}, Technique::Unsaid}));
    QVERIFY(*readNumber(u"10x3"_qs) == (TypedNumber{Kind::Sessions, 10, 3, Technique::Unsaid}));
    QVERIFY(*readNumber(u".b"_qs) == (TypedNumber{Kind::Technique, 0, {}, Technique::Reinforcing}));
    for (const char *word : {"zsl", "25q", ".q", "st36", "", "1234"})
        QVERIFY2(!readNumber(QString::fromUtf8(word)), word);
}

void TestTypedTreatment::pointFrom_midline_hasNoSide()
{
    TreatmentDraft draft;
    const TreatmentPoint vertex = pointFrom(*m_catalog, draft, *m_catalog->points.find(u"gv20"_qs),
                                            {u"bh"_qs, Side::Left, Technique::Reducing, {}, {}});
    QCOMPARE(vertex.side, Side::Midline);
    QCOMPARE(vertex.needles, 1);
    const TreatmentPoint left =
        pointFrom(*m_catalog, draft, *m_catalog->points.find(u"st36"_qs), {u"zsl"_qs, Side::Left, {}, {}, {}});
    QCOMPARE(left.needles, 1);
    const TreatmentPoint free = freePoint(*m_catalog, draft, {u"痛点"_qs, {}, {}, {}, {}});
    QVERIFY(free.point.isEmpty());
    QCOMPARE(free.needles, 1);
}

void TestTypedTreatment::therapy_line_saysAll_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<TreatmentDraft>("expected");
    const auto moxa = [this](int sessions, std::optional<int> perWeek, int minutes) {
        TreatmentDraft draft;
        draft.kind = TherapyKind::Moxibustion;
        draft.service = u"svc_moxa_stick"_qs;
        draft.name = u"艾条灸"_qs;
        draft.minutes = minutes;
        draft.sessions = sessions;
        draft.perWeek = perWeek;
        return draft;
    };
    QTest::newRow("sessions and a week") << u"atj 10 3"_qs << moxa(10, 3, 30);
    QTest::newRow("minutes") << u"艾条灸 10 20m"_qs << moxa(10, {}, 20);
    QTest::newRow("times") << u"艾条灸 10x3 20分"_qs << moxa(10, 3, 20);
    QTest::newRow("once") << u"atj"_qs << moxa(1, {}, 30);
    QTest::newRow("a week by its word") << u"艾条灸 10次 2/w"_qs << moxa(10, 2, 30);
    TreatmentDraft pointed = moxa(5, {}, 30);
    pointed.points = {treatment::pointOf(*m_catalog, pointed, *m_catalog->points.find(u"st36"_qs)),
                      treatment::pointOf(*m_catalog, pointed, *m_catalog->points.find(u"cv4"_qs))};
    pointed.points[0].side = Side::Left;
    pointed.parameters = {{u"cones"_qs, 5, u"{cone}"_qs}};
    pointed.instructions = u"温热为度"_qs;
    QTest::newRow("points, cones, words") << u"atj zsll 关元 5 5zh 温热为度"_qs << pointed;
    TreatmentDraft current;
    current.kind = TherapyKind::Physiotherapy;
    current.service = u"svc_medium_freq"_qs;
    current.name = u"中频电疗"_qs;
    current.minutes = 20;
    current.sessions = 10;
    current.parameters = {{u"frequency"_qs, 4000, u"Hz"_qs}, {u"current"_qs, 12.5, u"mA"_qs}};
    current.instructions = u"腰"_qs;
    QTest::newRow("physiotherapy with parameters") << u"中频电疗 10 4000hz 12.5ma 腰"_qs << current;
    TreatmentDraft scalp;
    scalp.service = u"svc_scalp_needle"_qs;
    scalp.name = u"头皮针"_qs;
    scalp.minutes = 30;
    scalp.sessions = 5;
    scalp.needles = 8;
    QTest::newRow("needles without points") << u"tpz 5 8n"_qs << scalp;
    TreatmentDraft own;
    own.kind = TherapyKind::Other;
    own.name = u"药枕"_qs;
    own.sessions = 3;
    QTest::newRow("a name of one's own") << u"药枕 3"_qs << own;
}

void TestTypedTreatment::therapy_line_saysAll()
{
    QFETCH(QString, line);
    QFETCH(TreatmentDraft, expected);
    const TherapyReading reading = readTherapy(*m_catalog, line);
    QVERIFY2(reading.isWhole(), qPrintable(reading.unread.join(u' ')));
    QCOMPARE(reading.draft.name, expected.name);
    QCOMPARE(reading.draft.sessions, expected.sessions);
    QCOMPARE(reading.draft.perWeek, expected.perWeek);
    QCOMPARE(reading.draft.minutes, expected.minutes);
    QVERIFY(reading.draft == expected);
}

void TestTypedTreatment::therapy_unknownWords_areNotUnderstood()
{
    QCOMPARE(readTherapy(*m_catalog, u"atj 10 qqq"_qs).unread, QStringList{u"qqq"_qs});
    QVERIFY(!readTherapy(*m_catalog, u"qqqq 10"_qs).isWhole());
    QVERIFY(!readTherapy(*m_catalog, QString()).isWhole());
    QVERIFY(!readTherapy(*m_catalog, u"atj 10 5hz"_qs).isWhole()); // moxa has no frequency
}

void TestTypedTreatment::therapy_writtenAgain_isTheSame()
{
    for (const char *line :
         {"atj 10 3", "艾条灸 足三里.l 关元 5 20m 5zh 温热为度", "中频电疗 10 4000hz 腰", "药枕 3", "头皮针 5 8n"}) {
        const TreatmentDraft draft = readTherapy(*m_catalog, QString::fromUtf8(line)).draft;
        const TherapyReading again = readTherapy(*m_catalog, typedTherapy(*m_catalog, draft), draft);
        QVERIFY2(again.draft == draft, qPrintable(typedTherapy(*m_catalog, draft)));
    }
}

void TestTypedTreatment::therapy_ofAnEditedOrder_keepsItsCourse()
{
    TreatmentDraft kept = readTherapy(*m_catalog, u"atj 10"_qs).draft;
    kept.course = CourseId(Uuid(Uuid::Bytes{1}));
    const TreatmentDraft changed = readTherapy(*m_catalog, u"艾条灸 12"_qs, kept).draft;
    QCOMPARE(changed.course, kept.course);
    QCOMPARE(changed.sessions, 12);
}

void TestTypedTreatment::together_ofTwoTreatments_saysEachRuleOnce()
{
    const auto of = [this](const char *id) {
        return points::check(m_catalog->points, {{QLatin1String(id), QLatin1String(id), Side::Both, {}, {}}},
                             {true, 30, true});
    };
    const points::PointResult all = together({of("li4"), of("sp6"), of("li4")});
    QCOMPARE(all.findings.size(), 1);
    QCOMPARE(all.findings.first().names, (QStringList{u"li4"_qs, u"sp6"_qs}));
    QCOMPARE(all.scope.checked, 3);
    QVERIFY(all.scope.pregnantAbdomen);
    QCOMPARE(TreatmentText::scope(all.scope).size(), 1);
    QVERIFY(together({}).findings.isEmpty());
}

QTEST_MAIN(TestTypedTreatment)
#include "tst_typedtreatment.moc"
