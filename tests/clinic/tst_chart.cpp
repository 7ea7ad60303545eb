#include "clinic/chart/chart.h"
#include "clinic/record/visits.h"
#include "clinic/treatment/sessions.h"
#include "support/testclinic.h"

#include <QTest>

using namespace xinglin;
using namespace xinglin::test;
using namespace Qt::StringLiterals;
using chart::CareNote;
using chart::Event;

namespace {

/// "visit 2", "allergy 牡蛎", "session 拔罐 1/1"
QString wordsOf(const Event &event)
{
    if (const auto *visit = std::get_if<VisitSummary>(&event.what))
        return u"visit %1"_s.arg(visit->ordinal);
    if (const auto *given = std::get_if<chart::GivenSession>(&event.what))
        return u"session %1 %2/%3"_s.arg(given->name).arg(given->ordinal).arg(given->ordered);
    if (std::holds_alternative<ConstitutionAssessment>(event.what))
        return u"constitution"_s;
    const auto &care = std::get<CareNote>(event.what);
    const char *what = care.what == CareNote::What::Allergy    ? "allergy"
                       : care.what == CareNote::What::Medicine ? "medicine"
                                                               : "pregnancy";
    return (QLatin1String(what) + u' ' + care.name).trimmed();
}

} // namespace

class TestChart : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void events_everything_standsInItsPlaceInTime();
    void events_reception_seesWhatReceptionMay();
    void withContents_someVisits_fillsThoseOfThePatient();
    void measurements_ofNewestRevisions_oldestFirst();
    void notes_everyVisitAsItStands_leavesOneTrace();
    void states_amendedVisit_allAreReadAsTheyWere();
    void events_moreThanAPage_allStandThere();

private:
    consultation::Stored visit(int daysAgo, const QString &complaint, std::optional<double> score = {},
                               const consultation::Stored *amended = nullptr);
    QStringList seenBy(const store::Actor &actor);

    std::unique_ptr<TestClinic> m_clinic;
    std::shared_ptr<const Catalog> m_catalog;
    std::optional<Patient> m_person;
};

void TestChart::init()
{
    m_clinic = std::make_unique<TestClinic>();
    if (!m_catalog)
        m_catalog = *Catalog::load();
    m_person = m_clinic->patient(u"陈淑芬"_s);
}

consultation::Stored TestChart::visit(int daysAgo, const QString &complaint, std::optional<double> score,
                                      const consultation::Stored *amended)
{
    const auto stored = m_clinic->write(m_clinic->practitioner(), "consultation.sign", [&](store::Transaction &tx) {
        consultation::Draft draft;
        draft.visit.patient = m_person->id;
        draft.visit.note.complaint = complaint;
        if (score)
            draft.visit.note.answers << Answer{u"scale.psqi"_s, {}, 0, score, {}, {}, u"{score}"_s};
        if (amended) {
            draft.visit.visit = amended->revision.visit;
            draft.visit.basedOn = amended->revision.id;
            draft.visit.reason = u"写错"_s;
        } else {
            draft.visit.day = tx.today().addDays(-daysAgo);
        }
        PrescriptionDraft formula;
        formula.name = u"归脾汤加减"_s;
        formula.lines << PrescriptionLine{{}, u"黄芪"_s, Mass::grams(15), {}};
        draft.prescriptions << formula;
        TreatmentDraft cups;
        cups.kind = TherapyKind::Cupping;
        cups.name = u"拔罐"_s;
        draft.treatments << cups;
        return consultation::sign(tx, *m_catalog, draft);
    });
    if (!stored)
        qFatal("%s", qUtf8Printable(stored.error().message));
    return *stored;
}

QStringList TestChart::seenBy(const store::Actor &actor)
{
    const auto found =
        m_clinic->read(actor, [&](const store::Snapshot &view) { return chart::events(view, m_person->id); });
    QStringList words;
    for (const Event &event : *found)
        words << wordsOf(event);
    return words;
}

void TestChart::events_everything_standsInItsPlaceInTime()
{
    visit(30, u"失眠"_s);
    const consultation::Stored second = visit(10, u"感冒"_s);
    const auto step = [&] { m_clinic->clock.advance(std::chrono::minutes(5)); };
    step();
    QVERIFY(m_clinic
                ->write(m_clinic->practitioner(), "allergy.record",
                        [&](store::Transaction &tx) {
                            return patient::recordAllergy(tx, m_person->id, {{}, u"牡蛎"_s, u"皮疹"_s});
                        })
                .ok());
    step();
    QVERIFY(m_clinic
                ->write(m_clinic->practitioner(), "care.record",
                        [&](store::Transaction &tx) {
                            return patient::recordMedicine(tx, m_person->id, u"艾司唑仑"_s, u"1 mg qn"_s);
                        })
                .ok());
    step();
    QVERIFY(m_clinic
                ->write(m_clinic->practitioner(), "care.record",
                        [&](store::Transaction &tx) { return patient::recordPregnancy(tx, m_person->id, false, {}); })
                .ok());
    step();
    QVERIFY(m_clinic
                ->write(m_clinic->practitioner(), "treatment.begin",
                        [&](store::Transaction &tx) {
                            return treatment::beginSession(tx, second.treatments.first().id, {0, {}});
                        })
                .ok());
    QCOMPARE(seenBy(m_clinic->practitioner()),
             (QStringList{u"session 拔罐 1/1"_s, u"pregnancy"_s, u"medicine 艾司唑仑"_s, u"allergy 牡蛎"_s,
                          u"visit 2"_s, u"visit 1"_s}));
}

void TestChart::events_reception_seesWhatReceptionMay()
{
    visit(30, u"失眠"_s);
    QVERIFY(m_clinic
                ->write(m_clinic->practitioner(), "allergy.record",
                        [&](store::Transaction &tx) {
                            return patient::recordAllergy(tx, m_person->id, {{}, u"牡蛎"_s, {}});
                        })
                .ok());
    QVERIFY(m_clinic
                ->write(m_clinic->practitioner(), "care.record",
                        [&](store::Transaction &tx) {
                            return patient::recordMedicine(tx, m_person->id, u"艾司唑仑"_s, {});
                        })
                .ok());
    QCOMPARE(seenBy(m_clinic->receptionist()), (QStringList{u"allergy 牡蛎"_s, u"visit 1"_s}));
}

void TestChart::withContents_someVisits_fillsThoseOfThePatient()
{
    const consultation::Stored first = visit(30, u"失眠"_s);
    visit(10, u"感冒"_s);
    const Patient own = *m_person;
    m_person = m_clinic->patient(u"李明"_s, u"13900139000"_s);
    const consultation::Stored foreign = visit(3, u"腰痛"_s);
    m_person = own;
    VisitSummary one;
    one.id = first.revision.visit;
    VisitSummary other;
    other.id = foreign.revision.visit;
    const auto filled = m_clinic->read(m_clinic->practitioner(), [&](const store::Snapshot &view) {
        return consultation::withContents(view, m_person->id, {one, other});
    });
    QCOMPARE(filled->size(), 1);
    QCOMPARE(filled->first().complaint, u"失眠"_s);
    QVERIFY(filled->first().prescription->startsWith(u"归脾汤加减"_s));
    QVERIFY(filled->first().treatment->contains(u"拔罐"_s));
}

void TestChart::measurements_ofNewestRevisions_oldestFirst()
{
    const consultation::Stored first = visit(30, u"失眠"_s, 16);
    visit(10, u"失眠"_s, 9);
    visit(0, u"失眠"_s, 15, &first);
    const auto found = m_clinic->read(
        m_clinic->practitioner(), [&](const store::Snapshot &view) { return chart::measurements(view, m_person->id); });
    QCOMPARE(found->size(), 2);
    QCOMPARE(found->first().number, 15.0);
    QCOMPARE(found->first().item, u"scale.psqi"_s);
    QCOMPARE(found->last().number, 9.0);
}

void TestChart::notes_everyVisitAsItStands_leavesOneTrace()
{
    visit(30, u"失眠"_s);
    visit(10, u"感冒"_s);
    const auto rows = [&] {
        return m_clinic->read(m_clinic->owner(), [](const store::Snapshot &view) {
            store::Query count = view.connection().internal("SELECT n FROM audit ORDER BY n DESC LIMIT 1");
            count.next();
            return count.get<int>(0);
        });
    };
    const int before = rows();
    const auto found = m_clinic->read(m_clinic->practitioner(),
                                      [&](const store::Snapshot &view) { return chart::notes(view, m_person->id); });
    QCOMPARE(found->size(), 2);
    QCOMPARE(found->first().revision.note.complaint, u"感冒"_s);
    QCOMPARE(found->first().prescriptions.size(), 1);
    QCOMPARE(found->first().treatments.size(), 1);
    QVERIFY(rows() <= before + 1);
}

void TestChart::states_amendedVisit_allAreReadAsTheyWere()
{
    const consultation::Stored first = visit(30, u"失眠"_s);
    visit(10, u"感冒"_s);
    visit(0, u"失眠四月"_s, {}, &first);
    m_clinic->read(m_clinic->practitioner(), [&](const store::Snapshot &view) {
        const auto states = chart::states(view, m_person->id);
        QCOMPARE(states->size(), 3);
        QCOMPARE(states->at(0).ordinal, 2);
        QCOMPARE(states->at(1).number, 2);
        QCOMPARE(states->at(1).status, RevisionStatus::Amended);
        QCOMPARE(states->at(2).number, 1);
        QCOMPARE(chart::stored(view, states->at(1).revision)->revision.note.complaint, u"失眠四月"_s);
        const auto before = chart::stored(view, states->at(2).revision);
        QCOMPARE(before->revision.note.complaint, u"失眠"_s);
        QCOMPARE(before->prescriptions.size(), 1);
        QCOMPARE(before->treatments.size(), 1);
        QCOMPARE(chart::stored(view, RevisionId(Uuid(Uuid::Bytes{}))).error().code, Code::NotFound);
    });
}

void TestChart::events_moreThanAPage_allStandThere()
{
    for (int i = 0; i < 60; ++i) // more than any page of a list
        visit(60 - i, u"失眠"_s);
    const QStringList words = seenBy(m_clinic->practitioner());
    QCOMPARE(words.size(), 60);
    QCOMPARE(words.first(), u"visit 60"_s);
    QCOMPARE(words.last(), u"visit 1"_s);
}

QTEST_GUILESS_MAIN(TestChart)
#include "tst_chart.moc"
