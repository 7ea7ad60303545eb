#include "clinic/record/notetemplates.h"
#include "support/testclinic.h"

#include <QTest>

#include <rapidcheck.h>

using namespace xinglin;
using namespace xinglin::test;
using notetemplate::Template;

namespace {

Answer term(const QString &item, const QString &code, const QString &site = {})
{
    Answer answer;
    answer.item = item;
    answer.code = code;
    answer.site = site;
    return answer;
}

Answer words(const QString &item, const QString &text)
{
    Answer answer;
    answer.item = item;
    answer.text = text;
    return answer;
}

Answer rate(double perMinute)
{
    Answer answer;
    answer.item = u"pulse.rate"_qs;
    answer.number = perMinute;
    answer.unit = u"/min"_qs;
    return answer;
}

DiagnosisEntry heartAndSpleen()
{
    return {DiagnosisKind::Pattern, u"GBT15657-2021"_qs, u"B04.06.01.03.02"_qs, u"心脾两虚证"_qs};
}

VisitNote sleepless()
{
    VisitNote note;
    note.complaint = u"入睡困难{}月"_qs;
    note.advice = u"申时后不饮浓茶。"_qs;
    note.answers = {term(u"tongue.body_colour"_qs, u"pale_red"_qs), words(u"inquiry.text"_qs, u"纳可，二便调。"_qs),
                    term(u"pulse.quality"_qs, u"xi"_qs, u"pos_left_cun"_qs), rate(72)};
    note.answers.last().rank = 0;
    note.diagnoses = {heartAndSpleen(), {DiagnosisKind::Method, {}, {}, u"补益心脾"_qs}};
    return note;
}

notetemplate::Draft draft()
{
    notetemplate::Draft one;
    one.name = u"心脾两虚"_qs;
    one.note = sleepless();
    one.formula = u"gui-pi-tang"_qs;
    return one;
}

/// A note that says something in some of its parts.
rc::Gen<VisitNote> anyNote()
{
    return rc::gen::map(rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 14)), [](const std::vector<int> &in) {
        VisitNote note;
        for (const int part : in) {
            switch (part) {
            case 0:
                note.complaint += u"主"_qs;
                break;
            case 1:
                note.history += u"史"_qs;
                break;
            case 2:
                note.inspection += u"望"_qs;
                break;
            case 3:
                note.listening += u"闻"_qs;
                break;
            case 4:
                note.advice += u"嘱"_qs;
                break;
            case 5:
                note.answers << term(u"tongue.body_colour"_qs, u"c%1"_qs.arg(note.answers.size()));
                break;
            case 6:
                note.answers << term(u"exam.inquiry"_qs, u"c%1"_qs.arg(note.answers.size()));
                break;
            case 7:
                note.answers << words(u"inquiry.text"_qs, u"问"_qs);
                break;
            case 8:
                note.answers << term(u"exam.palpation"_qs, u"c%1"_qs.arg(note.answers.size()));
                break;
            case 9:
                note.answers << rate(60 + double(note.answers.size()));
                break;
            case 10:
                note.answers << term(u"exam.inspection"_qs, u"c%1"_qs.arg(note.answers.size()));
                break;
            case 11:
                note.answers << term(u"pulse.overall"_qs, u"c%1"_qs.arg(note.answers.size()));
                break;
            case 12:
                note.diagnoses << heartAndSpleen();
                break;
            default:
                note.diagnoses << DiagnosisEntry{DiagnosisKind::Western, u"ICD-10"_qs, u"G47.0"_qs, u"失眠"_qs};
            }
        }
        return note;
    });
}

} // namespace

/// Notes kept under a name to begin others from.
class TestNoteTemplates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { clinic = std::make_unique<TestClinic>(); }
    void cleanup() { clinic.reset(); }

    void save_new_readsBack_withoutWhatWasMeasured();
    void save_incomplete_isRefused_data();
    void save_incomplete_isRefused();
    void save_sameNameOrCode_isRefused();
    void save_otherWords_areANewEdition_otherNameIsNot();
    void templates_ofOthers_areTheirOwn_untilShared();
    void retire_takesItOutOfUse();
    void naming_findsThoseOfThePattern();
    void matching_exactCode_comesFirst();
    void filled_emptyNote_takesEverythingKept();
    void filled_words_areNeverWrittenOver();
    void filled_figures_areNeverTaken();
    void filled_anyTwoNotes_losesNothing();
    void parts_eachOfANote_isReached();
    void takenOut_whatWasWrittenSince_stays();

private:
    Result<Template> save(const notetemplate::Draft &draft, std::optional<store::Actor> actor = {})
    {
        return clinic->write(actor.value_or(clinic->practitioner()), "notetemplate.save",
                             [&](store::Transaction &tx) { return notetemplate::save(tx, draft); });
    }
    QList<Template> all(std::optional<store::Actor> actor = {})
    {
        const auto found = clinic->read(actor.value_or(clinic->practitioner()),
                                        [](const store::Snapshot &view) { return notetemplate::all(view); });
        return found ? *found : QList<Template>();
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

void TestNoteTemplates::save_new_readsBack_withoutWhatWasMeasured()
{
    const auto made = save(draft());
    QVERIFY(made.ok());
    QCOMPARE(made->content.code, u"xplx"_qs);
    QCOMPARE(all(), QList<Template>{*made});
    const VisitNote kept = all().first().content.note;
    QCOMPARE(kept.complaint, sleepless().complaint);
    QCOMPARE(kept.advice, sleepless().advice);
    QCOMPARE(kept.diagnoses, sleepless().diagnoses);
    QCOMPARE(kept.answers, sleepless().answers.first(3));
    QCOMPARE(all().first().content.formula, u"gui-pi-tang"_qs);
    QCOMPARE(clinic->store().verify().problems, QStringList());
}

void TestNoteTemplates::save_incomplete_isRefused_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("code");
    QTest::addColumn<bool>("says");
    QTest::addColumn<QString>("field");
    QTest::newRow("no name") << u" "_qs << u"abc"_qs << true << u"name"_qs;
    QTest::newRow("a name without end") << QString(201, u'心') << u"abc"_qs << true << u"name"_qs;
    QTest::newRow("one letter") << u"心脾"_qs << u"a"_qs << true << u"code"_qs;
    QTest::newRow("a number") << u"心脾"_qs << u"12"_qs << true << u"code"_qs;
    QTest::newRow("characters") << u"心脾"_qs << u"心脾"_qs << true << u"code"_qs;
    QTest::newRow("only a figure") << u"心脾"_qs << QString() << false << u"note"_qs;
}

void TestNoteTemplates::save_incomplete_isRefused()
{
    QFETCH(QString, name);
    QFETCH(QString, code);
    QFETCH(bool, says);
    QFETCH(QString, field);
    notetemplate::Draft wrong = draft();
    wrong.name = name;
    wrong.code = code;
    if (!says) {
        wrong.note = {};
        wrong.note.answers << rate(72);
        wrong.formula.clear();
    }
    const auto refused = save(wrong);
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().field, field);
    QCOMPARE(rows("note_template"), 0);
    QCOMPARE(rows("note_template_part"), 0);
}

void TestNoteTemplates::save_sameNameOrCode_isRefused()
{
    QVERIFY(save(draft()).ok());
    notetemplate::Draft same = draft();
    same.code = u"other"_qs;
    QCOMPARE(save(same).error().field, u"name"_qs);
    same.name = u"另一个"_qs;
    same.code = all().first().content.code;
    QCOMPARE(save(same).error().field, u"code"_qs);
    QCOMPARE(save(same).error().code, Code::Conflict);
    QVERIFY(save(draft(), clinic->another(access::Role::Practitioner)).ok()); // another person's own
}

void TestNoteTemplates::save_otherWords_areANewEdition_otherNameIsNot()
{
    const auto made = save(draft());
    QVERIFY(made.ok());
    const int parts = rows("note_template_part");
    notetemplate::Draft renamed = made->content;
    renamed.name = u"心脾两虚不寐"_qs;
    QVERIFY(save(renamed).ok());
    QCOMPARE(rows("note_template_part"), parts);
    renamed.note.advice = u"睡前温水泡脚。"_qs;
    const auto changed = save(renamed);
    QVERIFY(changed.ok());
    QCOMPARE(all(), QList<Template>{*changed});
    QCOMPARE(rows("note_template_part"), 2 * parts); // what it said before stays in the store
    QCOMPARE(clinic->store().verify().problems, QStringList());
}

void TestNoteTemplates::templates_ofOthers_areTheirOwn_untilShared()
{
    const auto other = clinic->another(access::Role::Practitioner);
    const auto made = save(draft());
    QVERIFY(made.ok());
    QVERIFY(all(other).isEmpty());
    QCOMPARE(save(made->content, other).error().code, Code::NotFound);
    notetemplate::Draft shared = made->content;
    shared.shared = true;
    QVERIFY(save(shared).ok());
    QCOMPARE(all(other).size(), 1);
    QVERIFY(all(other).first().content.shared);
}

void TestNoteTemplates::retire_takesItOutOfUse()
{
    const auto made = save(draft());
    QVERIFY(made.ok());
    const auto retire = [&](std::optional<store::Actor> actor = {}) {
        return clinic->write(actor.value_or(clinic->practitioner()), "notetemplate.retire",
                             [&](store::Transaction &tx) { return notetemplate::retire(tx, made->id); });
    };
    QCOMPARE(retire(clinic->another(access::Role::Practitioner)).error().code, Code::NotFound);
    QVERIFY(retire().ok());
    QVERIFY(all().isEmpty());
    QCOMPARE(retire().error().code, Code::NotFound);
    QVERIFY(save(draft()).ok()); // the name is free again
}

void TestNoteTemplates::naming_findsThoseOfThePattern()
{
    QVERIFY(save(draft()).ok());
    notetemplate::Draft free;
    free.name = u"肝郁"_qs;
    free.note.diagnoses = {{DiagnosisKind::Pattern, {}, {}, u"肝郁化火"_qs}};
    QVERIFY(save(free).ok());
    const QList<Template> known = all();
    QCOMPARE(notetemplate::naming(known, heartAndSpleen()).size(), 1);
    QCOMPARE(notetemplate::naming(known, heartAndSpleen()).first().content.name, u"心脾两虚"_qs);
    QCOMPARE(notetemplate::naming(known, free.note.diagnoses.first()).first().content.name, u"肝郁"_qs);
    DiagnosisEntry disease = heartAndSpleen();
    disease.kind = DiagnosisKind::Disease;
    QVERIFY(notetemplate::naming(known, disease).isEmpty());
}

void TestNoteTemplates::matching_exactCode_comesFirst()
{
    notetemplate::Draft one = draft();
    one.code = u"xp"_qs;
    QVERIFY(save(one).ok());
    one.name = u"安神不寐"_qs;
    one.code = u"xpl"_qs;
    QVERIFY(save(one).ok());
    const QList<Template> known = all();
    QCOMPARE(notetemplate::matching(known, u"xpl"_qs, 8).first().content.code, u"xpl"_qs);
    QCOMPARE(notetemplate::matching(known, u"xp"_qs, 8).first().content.code, u"xp"_qs);
    QCOMPARE(notetemplate::matching(known, u"xp"_qs, 8).size(), 2);
    QCOMPARE(notetemplate::matching(known, u"asbm"_qs, 8).size(), 1);
    QCOMPARE(notetemplate::matching(known, u"两虚"_qs, 8).size(), 1);
    QVERIFY(notetemplate::matching(known, u"zz"_qs, 8).isEmpty());
    QCOMPARE(notetemplate::matching(known, {}, 1).size(), 1);
}

void TestNoteTemplates::filled_emptyNote_takesEverythingKept()
{
    const VisitNote kept = notetemplate::only(sleepless(), notetemplate::parts());
    const auto filled = notetemplate::filled({}, kept);
    QCOMPARE(filled.note, kept);
    QCOMPARE(filled.parts, QStringList({u"complaint"_qs, u"tongue"_qs, u"inquiry"_qs, u"pulse"_qs, u"pattern"_qs,
                                        u"method"_qs, u"advice"_qs}));
}

void TestNoteTemplates::filled_words_areNeverWrittenOver()
{
    VisitNote now;
    now.complaint = u"头痛3天"_qs;
    now.answers << term(u"tongue.body_colour"_qs, u"red"_qs);
    now.diagnoses = {{DiagnosisKind::Pattern, {}, {}, u"风热"_qs}};
    const auto filled = notetemplate::filled(now, sleepless());
    QCOMPARE(filled.note.complaint, now.complaint);
    QCOMPARE(filled.note.answers.first(), now.answers.first());
    QCOMPARE(filled.note.diagnoses.size(), 2); // the method came in
    QCOMPARE(filled.note.diagnoses.first(), now.diagnoses.first());
    QVERIFY(!filled.parts.contains(u"complaint"_qs) && !filled.parts.contains(u"tongue"_qs) &&
            !filled.parts.contains(u"pattern"_qs));
}

void TestNoteTemplates::filled_figures_areNeverTaken()
{
    VisitNote measured;
    measured.answers << rate(88);
    QVERIFY(notetemplate::filled({}, measured).note.answers.isEmpty());
    QVERIFY(notetemplate::partsOf(measured).isEmpty());
    // One that was measured today does not keep the qualities of the pulse out.
    const auto filled = notetemplate::filled(measured, sleepless());
    QVERIFY(filled.parts.contains(u"pulse"_qs));
    QCOMPARE(filled.note.answers.first(), rate(88));
}

void TestNoteTemplates::filled_anyTwoNotes_losesNothing()
{
    const bool held = rc::check("what stood stands, what was empty says what was kept", [] {
        const VisitNote now = *anyNote();
        const VisitNote kept = *anyNote();
        const auto filled = notetemplate::filled(now, kept);
        for (const Answer &answer : now.answers)
            RC_ASSERT(filled.note.answers.contains(answer));
        for (const DiagnosisEntry &entry : now.diagnoses)
            RC_ASSERT(filled.note.diagnoses.contains(entry));
        RC_ASSERT(now.complaint.isEmpty() || filled.note.complaint == now.complaint);
        RC_ASSERT(now.advice.isEmpty() || filled.note.advice == now.advice);
        // Every part of either says something afterwards, and no other does.
        const QStringList before = notetemplate::partsOf(now) + notetemplate::partsOf(kept);
        const QStringList after = notetemplate::partsOf(filled.note);
        RC_ASSERT(QSet<QString>(after.begin(), after.end()) == QSet<QString>(before.begin(), before.end()));
        // A second time there is nothing left to take.
        RC_ASSERT(notetemplate::filled(filled.note, kept).parts.isEmpty());
        RC_ASSERT(notetemplate::filled(filled.note, kept).note == filled.note);
        // And it can be taken out again whole.
        const VisitNote out = notetemplate::takenOut(filled.note, now, filled);
        for (const QString &part : notetemplate::parts())
            RC_ASSERT(notetemplate::only(out, {part}) == notetemplate::only(now, {part}));
    });
    QVERIFY(held);
}

void TestNoteTemplates::parts_eachOfANote_isReached()
{
    const bool held = rc::check("taking each part by itself takes all there is", [] {
        const VisitNote note = *anyNote();
        QStringList found;
        for (const QString &part : notetemplate::parts()) {
            if (!notetemplate::partsOf(notetemplate::only(note, {part})).isEmpty())
                found << part;
        }
        RC_ASSERT(found == notetemplate::partsOf(note));
    });
    QVERIFY(held);
}

void TestNoteTemplates::takenOut_whatWasWrittenSince_stays()
{
    VisitNote before;
    before.history = u"反复2年"_qs;
    const auto filled = notetemplate::filled(before, sleepless());
    VisitNote now = filled.note;
    now.complaint = u"入睡困难4月"_qs;
    now.answers << rate(64);
    const VisitNote out = notetemplate::takenOut(now, before, filled);
    QCOMPARE(out.complaint, u"入睡困难4月"_qs);
    QCOMPARE(out.history, u"反复2年"_qs);
    QCOMPARE(out.advice, QString());
    QCOMPARE(out.answers, QList<Answer>{rate(64)});
    QVERIFY(out.diagnoses.isEmpty());
}

QTEST_GUILESS_MAIN(TestNoteTemplates)
#include "tst_notetemplates.moc"
