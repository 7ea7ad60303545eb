#include "clinic/patient/batches.h"
#include "clinic/patient/merge.h"
#include "clinic/patient/patients.h"
#include "clinic/prescription/consultation.h"
#include "support/testclinic.h"

#include <QTest>

using namespace xinglin;
using namespace xinglin::test;

/// Batches of an import: hidden until closed, taken back as one, but for whom something was written since.
class TestBatches : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_clinic.reset(); }

    void open_another_isRefusedByName();
    void import_open_isHiddenAndClosedIsFound();
    void import_withoutPhone_needsTheTick();
    void import_intoAClosedBatch_isRefused();
    void advance_lines_areToldInPages();
    void rollBack_untouched_takesAllAway();
    void rollBack_afterLaterEdits_keepsThemAndSaysWho();
    void rollBack_twice_isRefused();
    void rollBack_open_takesAllAway();
    void rollBack_numbers_areNotUsedAgain();
    void mapping_ofAHeader_isRemembered();

private:
    template <class T>
    T must(Result<T> result)
    {
        if (!result)
            qFatal("%s (%s)", qPrintable(result.error().message), qPrintable(result.error().detail));
        m_clinic->clock.advance(std::chrono::minutes(1));
        return *std::move(result);
    }
    template <class F>
    auto write(const QByteArray &act, F f)
    {
        return m_clinic->write(m_clinic->owner(), act, f);
    }
    Result<batch::Batch> open(const QString &name = QStringLiteral("patients.csv"))
    {
        return write("import.open", [&](store::Transaction &tx) {
            return batch::open(tx, {QStringLiteral("patients"), name, QByteArray(32, 'd'), "{}"});
        });
    }
    Result<PatientId> add(BatchId id, const QString &name, const QString &phone)
    {
        PatientDraft draft;
        draft.name = name;
        draft.phone = phone;
        draft.otherPhones = {{QStringLiteral("1370013%1").arg(++m_phones, 4, 10, QLatin1Char('0')), {}}};
        return write("import.rows", [&](store::Transaction &tx) { return patient::import(tx, id, draft); });
    }
    Result<batch::Batch> close(BatchId id)
    {
        return write("import.close", [&](store::Transaction &tx) { return batch::close(tx, id); });
    }
    Result<batch::RolledBack> rollBack(BatchId id)
    {
        return write("import.undo", [&](store::Transaction &tx) { return batch::rollBack(tx, id); });
    }
    QStringList found(const QString &typed)
    {
        QStringList names;
        for (const PatientHit &hit : must(m_clinic->read(
                 m_clinic->receptionist(), [&](const store::Snapshot &view) { return patient::search(view, typed); })))
            names << hit.name;
        names.sort();
        return names;
    }
    qint64 count()
    {
        return must(
            m_clinic->read(m_clinic->receptionist(), [](const store::Snapshot &view) { return patient::count(view); }));
    }

    std::unique_ptr<TestClinic> m_clinic;
    int m_phones = 0;
};

void TestBatches::init()
{
    m_clinic = std::make_unique<TestClinic>();
}

void TestBatches::open_another_isRefusedByName()
{
    const auto first = must(open());
    const auto second = open(QStringLiteral("b.csv"));
    QCOMPARE(second.error().code, Code::Conflict);
    QVERIFY(second.error().message.contains(QStringLiteral("patients.csv")));
    must(close(first.id));
    must(open(QStringLiteral("b.csv")));
}

void TestBatches::import_open_isHiddenAndClosedIsFound()
{
    m_clinic->patient(QStringLiteral("王明"));
    const auto opened = must(open());
    QCOMPARE(opened.state, batch::State::Open);
    must(add(opened.id, QStringLiteral("覃淑芬"), QStringLiteral("13811112222")));
    QCOMPARE(found(QStringLiteral("qsf")), QStringList());
    QCOMPARE(found(QStringLiteral("2222")), QStringList());
    QCOMPARE(count(), 1);
    const auto closed = must(close(opened.id));
    QCOMPARE(closed.state, batch::State::Closed);
    QVERIFY(closed.closed.has_value());
    QVERIFY(!closed.who.isEmpty());
    for (const char *typed : {"qsf", "tsf", "2222", "1370013", "覃淑芬"})
        QCOMPARE(found(QString::fromUtf8(typed)), QStringList{QStringLiteral("覃淑芬")});
    QCOMPARE(count(), 2);
    QCOMPARE(m_clinic->store().verify().problems, QStringList());
}

void TestBatches::import_withoutPhone_needsTheTick()
{
    const auto opened = must(open());
    QCOMPARE(add(opened.id, QStringLiteral("王明"), {}).error().field, QStringLiteral("phone"));
}

void TestBatches::import_intoAClosedBatch_isRefused()
{
    const auto opened = must(open());
    must(close(opened.id));
    QCOMPARE(add(opened.id, QStringLiteral("王明"), QStringLiteral("13811112222")).error().code, Code::Conflict);
    QCOMPARE(close(opened.id).error().code, Code::Conflict);
}

void TestBatches::advance_lines_areToldInPages()
{
    const auto opened = must(open());
    const PatientId known = m_clinic->patient(QStringLiteral("王明")).id;
    using Outcome = batch::Line::Outcome;
    const QList<batch::Line> lines{{0,
                                    2,
                                    Outcome::Duplicate,
                                    QStringLiteral("王明"),
                                    {},
                                    QStringLiteral("王明,138"),
                                    QStringLiteral("known"),
                                    known},
                                   {0,
                                    3,
                                    Outcome::Rejected,
                                    {},
                                    QStringLiteral("姓名"),
                                    QStringLiteral(",139"),
                                    QStringLiteral("name.missing"),
                                    {}},
                                   {0,
                                    4,
                                    Outcome::Aside,
                                    QStringLiteral("李四"),
                                    QStringLiteral("生日"),
                                    QStringLiteral("0000-00-00"),
                                    QStringLiteral("date.none"),
                                    {}},
                                   {0,
                                    4,
                                    Outcome::Repaired,
                                    QStringLiteral("李四"),
                                    QStringLiteral("电话"),
                                    QStringLiteral("1.39E+10"),
                                    QStringLiteral("phone.exponent"),
                                    {}}};
    must(write("import.rows", [&](store::Transaction &tx) {
        return batch::advance(tx, opened.id, 4, {3, 1, 1, 1}, lines);
    }));
    const auto page = [&](qint64 after) {
        return must(m_clinic->read(
            m_clinic->owner(), [&](const store::Snapshot &view) { return batch::lines(view, opened.id, after, 3); }));
    };
    const auto first = page(0);
    QCOMPARE(first.size(), 3);
    const auto second = page(first.last().n);
    QCOMPARE(second.size(), 1);
    QList<batch::Line> all = first + second;
    for (batch::Line &line : all)
        line.n = 0;
    QCOMPARE(all, lines);
    const auto now = must(
        m_clinic->read(m_clinic->owner(), [&](const store::Snapshot &view) { return batch::find(view, opened.id); }));
    QCOMPARE(now.totals, (batch::Totals{3, 1, 1, 1}));
    QCOMPARE(now.lastLine, 4);
}

void TestBatches::rollBack_untouched_takesAllAway()
{
    const auto opened = must(open());
    for (int i = 0; i < 20; ++i)
        must(add(opened.id, QStringLiteral("李四"), QStringLiteral("138000000%1").arg(i, 2, 10, QLatin1Char('0'))));
    must(close(opened.id));
    QCOMPARE(count(), 20);
    const auto back = must(rollBack(opened.id));
    QVERIFY(back.stays.isEmpty());
    QCOMPARE(back.batch.state, batch::State::RolledBack);
    QCOMPARE(count(), 0);
    QCOMPARE(found(QStringLiteral("李四")), QStringList());
    QCOMPARE(m_clinic->store().verify().problems, QStringList());
}

void TestBatches::rollBack_afterLaterEdits_keepsThemAndSaysWho()
{
    const auto opened = must(open());
    const QStringList names{QStringLiteral("甲甲"), QStringLiteral("乙乙"), QStringLiteral("丙丙"),
                            QStringLiteral("丁丁"), QStringLiteral("戊戊"), QStringLiteral("己己")};
    QList<PatientId> ids;
    for (const QString &name : names)
        ids << must(add(opened.id, name, QStringLiteral("1380000111%1").arg(ids.size())));
    must(close(opened.id));
    // One edited, one with an allergy, one seen, one that another was merged into; two untouched.
    PatientDraft edited;
    edited.name = QStringLiteral("甲甲");
    edited.phone = QStringLiteral("13900001110");
    must(m_clinic->write(m_clinic->receptionist(), "patient.edit",
                         [&](store::Transaction &tx) { return patient::edit(tx, ids[0], edited); }));
    must(m_clinic->write(m_clinic->receptionist(), "allergy.record", [&](store::Transaction &tx) {
        return patient::recordAllergy(tx, ids[1], {{}, QStringLiteral("花生"), {}});
    }));
    const auto catalog = must(Catalog::load());
    must(m_clinic->write(m_clinic->practitioner(), "visit.sign", [&](store::Transaction &tx) {
        consultation::Draft draft;
        draft.visit.patient = ids[2];
        draft.visit.note.complaint = QStringLiteral("咳");
        return consultation::sign(tx, *catalog, draft);
    }));
    const PatientId other = m_clinic->patient(QStringLiteral("庚庚")).id;
    must(write("patient.merge", [&](store::Transaction &tx) {
        return patient::merge(tx, {ids[3], other, {}, {}, {}});
    }));

    const auto preview = must(m_clinic->read(
        m_clinic->owner(), [&](const store::Snapshot &view) { return batch::wouldStay(view, opened.id); }));
    const auto back = must(rollBack(opened.id));
    QCOMPARE(back.stays, preview);
    QMap<QString, bool> stayed;
    for (const batch::Stays &one : back.stays)
        stayed.insert(one.name, one.edited);
    QCOMPARE(stayed, (QMap<QString, bool>{{names[0], true}, {names[1], false}, {names[2], false}, {names[3], true}}));
    QCOMPARE(count(), 4);
    for (int i = 0; i < names.size(); ++i)
        QCOMPARE(found(names[i]), i < 4 ? QStringList{names[i]} : QStringList());
    // What came with them stays too.
    const auto kept = must(m_clinic->read(m_clinic->receptionist(),
                                          [&](const store::Snapshot &view) { return patient::find(view, ids[1]); }));
    QCOMPARE(kept.otherPhones.size(), 1);
    QCOMPARE(m_clinic->store().verify().problems, QStringList());
}

void TestBatches::rollBack_twice_isRefused()
{
    const auto opened = must(open());
    must(rollBack(opened.id));
    QCOMPARE(rollBack(opened.id).error().code, Code::Conflict);
}

void TestBatches::rollBack_open_takesAllAway()
{
    const auto opened = must(open());
    must(add(opened.id, QStringLiteral("李四"), QStringLiteral("13800000000")));
    QVERIFY(must(rollBack(opened.id)).stays.isEmpty());
    QCOMPARE(count(), 0);
    must(open()); // the next may begin
}

void TestBatches::rollBack_numbers_areNotUsedAgain()
{
    const auto opened = must(open());
    must(add(opened.id, QStringLiteral("李四"), QStringLiteral("13800000000")));
    must(rollBack(opened.id));
    QCOMPARE(m_clinic->patient(QStringLiteral("王明")).number, QStringLiteral("A0000002"));
}

void TestBatches::mapping_ofAHeader_isRemembered()
{
    const auto ask = [&](const QString &kind) {
        return must(m_clinic->read(m_clinic->owner(), [&](const store::Snapshot &view) {
            return batch::mappingFor(view, kind, QStringLiteral("姓名|电话"));
        }));
    };
    QCOMPARE(ask(QStringLiteral("patients")), QByteArray());
    for (const QByteArray &mapping : {QByteArray("{\"name\":\"姓名\"}"), QByteArray("{}")}) {
        must(write("import.mapping", [&](store::Transaction &tx) {
            return batch::keepMapping(tx, QStringLiteral("patients"), QStringLiteral("姓名|电话"), mapping);
        }));
        QCOMPARE(ask(QStringLiteral("patients")), mapping);
    }
    QCOMPARE(ask(QStringLiteral("visits")), QByteArray());
}

QTEST_GUILESS_MAIN(TestBatches)
#include "tst_batches.moc"
