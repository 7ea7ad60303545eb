#include "clinic/prescription/merging.h"
#include "clinic/prescription/ownformulas.h"
#include "support/testclinic.h"

#include <QTest>

#include <rapidcheck.h>

using namespace xinglin;
using namespace xinglin::test;

namespace {

PrescriptionLine line(const QString &herb, const QString &name, double grams, const QString &preparation = {})
{
    return {herb, name, Mass::grams(grams), preparation};
}

ownformula::Draft calm()
{
    ownformula::Draft draft;
    draft.name = u"安神方"_qs;
    draft.indication = u"心脾两虚，不寐"_qs;
    draft.lines = {line(u"suan-zao-ren"_qs, u"炒酸枣仁"_qs, 15, u"打碎"_qs), line(u"fu-shen"_qs, u"茯神"_qs, 10),
                   line({}, u"本院安神散"_qs, 0)};
    return draft;
}

} // namespace

/// Formulas kept under a name and a code, and two formulas on one sheet.
class TestOwnFormulas : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { clinic = std::make_unique<TestClinic>(); }
    void cleanup() { clinic.reset(); }

    void save_new_readsBackWithItsInitials();
    void save_signedAgain_isNotKept();
    void save_incomplete_isRefused_data();
    void save_incomplete_isRefused();
    void save_sameNameOrCode_isRefused();
    void save_otherHerbs_areANewEdition();
    void save_otherName_writesNoHerbs();
    void formulas_ofOthers_areTheirOwn();
    void retire_takesItOutOfUse();
    void matching_exactCode_comesFirst();
    void merge_herbOfBoth_standsOnceWithTheLargerDose();
    void merge_raisedDose_withdrawsItsReason();
    void merge_anyTwo_losesNothingAndAddsNothingUp();

private:
    Result<ownformula::Formula> save(const ownformula::Draft &draft, std::optional<store::Actor> actor = {})
    {
        return clinic->write(actor.value_or(clinic->practitioner()), "formula.save",
                             [&](store::Transaction &tx) { return ownformula::save(tx, draft); });
    }
    QList<ownformula::Formula> all(std::optional<store::Actor> actor = {})
    {
        const auto found = clinic->read(actor.value_or(clinic->practitioner()),
                                        [](const store::Snapshot &view) { return ownformula::all(view); });
        return found ? *found : QList<ownformula::Formula>();
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
};

void TestOwnFormulas::save_new_readsBackWithItsInitials()
{
    const auto made = save(calm());
    QVERIFY(made.ok());
    QCOMPARE(made->content.code, u"asf"_qs);
    QCOMPARE(all(), QList<ownformula::Formula>{*made});
    QCOMPARE(all().first().content.lines, calm().lines);
    QCOMPARE(all().first().content.indication, calm().indication);
    QCOMPARE(clinic->store().verify().problems, QStringList());
}

void TestOwnFormulas::save_signedAgain_isNotKept()
{
    ownformula::Draft draft = calm();
    draft.lines[0].signedAgain = true;
    QVERIFY(save(draft).ok());
    QVERIFY(!all().first().content.lines.first().signedAgain);
}

void TestOwnFormulas::save_incomplete_isRefused_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("code");
    QTest::addColumn<bool>("herbs");
    QTest::addColumn<QString>("field");
    QTest::newRow("no name") << u" "_qs << u"abc"_qs << true << u"name"_qs;
    QTest::newRow("a plus in the name") << u"安神+方"_qs << u"abc"_qs << true << u"name"_qs;
    QTest::newRow("one letter") << u"安神方"_qs << u"a"_qs << true << u"code"_qs;
    QTest::newRow("a number") << u"安神方"_qs << u"12"_qs << true << u"code"_qs;
    QTest::newRow("characters") << u"安神方"_qs << u"安神"_qs << true << u"code"_qs;
    QTest::newRow("no herbs") << u"安神方"_qs << QString() << false << u"lines"_qs;
}

void TestOwnFormulas::save_incomplete_isRefused()
{
    QFETCH(QString, name);
    QFETCH(QString, code);
    QFETCH(bool, herbs);
    QFETCH(QString, field);
    ownformula::Draft draft = calm();
    draft.name = name;
    draft.code = code;
    if (!herbs)
        draft.lines.clear();
    const auto refused = save(draft);
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().field, field);
    QCOMPARE(rows("formula_template"), 0);
}

void TestOwnFormulas::save_sameNameOrCode_isRefused()
{
    QVERIFY(save(calm()).ok());
    ownformula::Draft same = calm();
    same.code = u"other"_qs;
    QCOMPARE(save(same).error().field, u"name"_qs);
    same.name = u"爱松方"_qs; // the same initials
    same.code.clear();
    QCOMPARE(save(same).error().field, u"code"_qs);
    QCOMPARE(save(same).error().code, Code::Conflict);
    QVERIFY(save(calm(), clinic->another(access::Role::Practitioner)).ok()); // another person's own
}

void TestOwnFormulas::save_otherHerbs_areANewEdition()
{
    const auto made = save(calm());
    ownformula::Draft changed = made->content;
    changed.lines[1].dose = Mass::grams(12);
    QVERIFY(save(changed).ok());
    QCOMPARE(all().size(), 1);
    QCOMPARE(all().first().content, changed);
    QCOMPARE(rows("formula_template_item"), 6); // the first edition stays
    QCOMPARE(clinic->store().verify().problems, QStringList());
}

void TestOwnFormulas::save_otherName_writesNoHerbs()
{
    const auto made = save(calm());
    ownformula::Draft changed = made->content;
    changed.name = u"宁心方"_qs;
    changed.code = u"nx"_qs;
    changed.shared = true;
    QVERIFY(save(changed).ok());
    QCOMPARE(all().first().content, changed);
    QCOMPARE(rows("formula_template_item"), 3);
}

void TestOwnFormulas::formulas_ofOthers_areTheirOwn()
{
    const store::Actor second = clinic->another(access::Role::Practitioner);
    const auto mine = save(calm());
    ownformula::Draft shared = calm();
    shared.name = u"咳喘方"_qs;
    shared.shared = true;
    const auto everybodys = save(shared);
    QCOMPARE(all(second), QList<ownformula::Formula>{*everybodys});
    QCOMPARE(save(mine->content, second).error().code, Code::NotFound);
    QVERIFY(save(everybodys->content, second).ok());
    QCOMPARE(save(calm(), clinic->receptionist()).error().code, Code::NoPermission);
    QCOMPARE(all(clinic->actor(access::Role::Dispenser)), QList<ownformula::Formula>{*everybodys});
    QVERIFY(all(clinic->receptionist()).isEmpty());
}

void TestOwnFormulas::retire_takesItOutOfUse()
{
    const auto made = save(calm());
    const auto retire = [&](const store::Actor &actor) {
        return clinic->write(actor, "formula.retire",
                             [&](store::Transaction &tx) { return ownformula::retire(tx, made->id); });
    };
    QCOMPARE(retire(clinic->another(access::Role::Practitioner)).error().code, Code::NotFound);
    QVERIFY(retire(clinic->practitioner()).ok());
    QVERIFY(all().isEmpty());
    QCOMPARE(retire(clinic->practitioner()).error().code, Code::NotFound);
    QCOMPARE(save(made->content).error().code, Code::NotFound);
    QVERIFY(save(calm()).ok()); // its name and code are free again
    QCOMPARE(rows("formula_template"), 2);
}

void TestOwnFormulas::matching_exactCode_comesFirst()
{
    QList<ownformula::Formula> known;
    for (const auto &[name, code] :
         {std::pair(u"安神方二"_qs, u"asfe"_qs), {u"安神方"_qs, u"asf"_qs}, {u"咳方"_qs, u"kf"_qs}}) {
        ownformula::Formula one;
        one.content.name = name;
        one.content.code = code;
        known << one;
    }
    known[2].content.indication = u"咳嗽"_qs;
    const auto names = [&](const QString &typed) {
        QStringList found;
        for (const ownformula::Formula &one : ownformula::matching(known, typed, 8))
            found << one.content.name;
        return found;
    };
    QCOMPARE(names(u"asf"_qs), (QStringList{u"安神方"_qs, u"安神方二"_qs}));
    QCOMPARE(names(u"神"_qs), (QStringList{u"安神方二"_qs, u"安神方"_qs}));
    QCOMPARE(names(u"咳嗽"_qs), QStringList{u"咳方"_qs});
    QCOMPARE(names(u" "_qs), QStringList());
}

void TestOwnFormulas::merge_herbOfBoth_standsOnceWithTheLargerDose()
{
    PrescriptionDraft sheet;
    sheet.formula = u"gui-pi-tang"_qs;
    sheet.lines = {line(u"bai-zhu"_qs, u"炒白术"_qs, 10), line(u"dang-gui"_qs, u"当归"_qs, 15),
                   line(u"mu-xiang"_qs, u"木香"_qs, 6)};
    const auto merged =
        consultation::mergedWith(sheet,
                                 {line(u"bai-zhu"_qs, u"白术"_qs, 12), line(u"dang-gui"_qs, u"当归"_qs, 9),
                                  line(u"mu-xiang"_qs, u"木香"_qs, 0, u"后下"_qs), line(u"chai-hu"_qs, u"柴胡"_qs, 9)},
                                 u"xiao-yao-san"_qs);
    const QList<PrescriptionLine> wanted{line(u"bai-zhu"_qs, u"炒白术"_qs, 12), line(u"dang-gui"_qs, u"当归"_qs, 15),
                                         line(u"mu-xiang"_qs, u"木香"_qs, 6, u"后下"_qs),
                                         line(u"chai-hu"_qs, u"柴胡"_qs, 9)};
    QCOMPARE(merged.draft.lines, wanted);
    QCOMPARE(merged.both, 3);
    QCOMPARE(merged.added, 1);
    QCOMPARE(merged.draft.formula, u"gui-pi-tang+xiao-yao-san"_qs);
    QCOMPARE(consultation::mergedWith(merged.draft, {}, u"gui-pi-tang"_qs).draft, merged.draft); // it is in there
}

void TestOwnFormulas::merge_raisedDose_withdrawsItsReason()
{
    PrescriptionDraft sheet;
    sheet.lines = {line(u"fu-zi"_qs, u"附子"_qs, 20), line(u"xi-xin"_qs, u"细辛"_qs, 6)};
    sheet.overrides = {{u"dose"_qs, u"附子"_qs, u"a reason"_qs}, {u"dose"_qs, u"细辛"_qs, u"another"_qs}};
    const auto merged = consultation::mergedWith(
        sheet, {line(u"fu-zi"_qs, u"附子"_qs, 30), line(u"xi-xin"_qs, u"细辛"_qs, 3)}, u"x"_qs);
    QCOMPARE(merged.draft.overrides, QList<FindingOverride>{sheet.overrides.last()});
}

void TestOwnFormulas::merge_anyTwo_losesNothingAndAddsNothingUp()
{
    const auto formula = [](int most) {
        return rc::gen::map(rc::gen::mapcat(rc::gen::inRange(0, most),
                                            [](int size) {
                                                return rc::gen::container<std::vector<std::pair<int, int>>>(
                                                    std::size_t(size),
                                                    rc::gen::pair(rc::gen::inRange(0, 12), rc::gen::inRange(0, 40)));
                                            }),
                            [](const std::vector<std::pair<int, int>> &herbs) {
                                QList<PrescriptionLine> lines;
                                QSet<int> used;
                                for (const auto &[herb, grams] : herbs) {
                                    if (used.contains(herb))
                                        continue;
                                    used.insert(herb);
                                    lines << line(u"h%1"_qs.arg(herb), u"药%1"_qs.arg(herb), grams);
                                }
                                return lines;
                            });
    };
    const auto doseIn = [](const QList<PrescriptionLine> &lines, const QString &herb) {
        for (const PrescriptionLine &one : lines) {
            if (one.herb == herb)
                return one.dose;
        }
        return Mass::milligrams(-1);
    };
    const bool held = rc::check("each herb of either stands once with the larger dose", [&] {
        PrescriptionDraft sheet;
        sheet.lines = *formula(10);
        const QList<PrescriptionLine> other = *formula(10);
        const auto merged = consultation::mergedWith(sheet, other, u"f"_qs);
        QSet<QString> herbs;
        for (const PrescriptionLine &one : sheet.lines + other)
            herbs << one.herb;
        RC_ASSERT(merged.draft.lines.size() == herbs.size());
        RC_ASSERT(merged.both + merged.added == other.size());
        for (const QString &herb : herbs)
            RC_ASSERT(doseIn(merged.draft.lines, herb) == std::max(doseIn(sheet.lines, herb), doseIn(other, herb)));
        for (qsizetype i = 0; i < sheet.lines.size(); ++i)
            RC_ASSERT(merged.draft.lines.at(i).herb == sheet.lines.at(i).herb);
    });
    QVERIFY(held);
}

QTEST_GUILESS_MAIN(TestOwnFormulas)
#include "tst_ownformulas.moc"
