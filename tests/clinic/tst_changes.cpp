#include "clinic/changes.h"
#include "clinic/changewords.h"
#include "clinic/patient/patienthistory.h"
#include "clinic/patient/patients.h"
#include "clinic/prescription/asof.h"
#include "support/testclinic.h"

#include <QTest>

using namespace xinglin;
using namespace xinglin::test;

namespace {

/// What a practitioner saw of a patient at a time.
struct Sight
{
    Instant at;
    PatientStrip strip;
    QList<VisitSummary> visits;
    QList<consultation::Stored> notes;
};

PatientDraft draftFor(const QString &name, const QString &phone)
{
    PatientDraft draft;
    draft.name = name;
    draft.phone = phone;
    draft.sex = Sex::Female;
    draft.birthDate = QStringLiteral("1979-08-21");
    return draft;
}

consultation::Draft visitFor(PatientId patient, double grams)
{
    consultation::Draft draft;
    draft.visit.patient = patient;
    draft.visit.note.complaint = QStringLiteral("失眠一月");
    draft.visit.note.diagnoses = {{DiagnosisKind::Disease, {}, {}, QStringLiteral("不寐病")}};
    PrescriptionDraft formula;
    formula.name = QStringLiteral("归脾汤");
    formula.lines = {{{}, QStringLiteral("党参"), Mass::grams(grams), {}},
                     {{}, QStringLiteral("白术"), Mass::grams(10), {}}};
    draft.prescriptions = {formula};
    return draft;
}

} // namespace

class TestChanges : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void ofPatient_wholeStory_isToldInSentencesNewestFirst();
    void ofPatient_reader_isToldNoMoreThanTheyMayRead();
    void ofPatient_pages_followOneAnotherWithoutGaps();
    void ofPatient_numberOfADocument_isMasked();
    void ofPatient_look_isNoted();
    void asOf_everyMoment_showsWhatWasSeenThen();
    void asOf_beforeRegistration_isNotFound();
    void asOf_visitNotWrittenYet_isNotFound();
    void spanOf_days_areThoseOfVisits();
    void fieldName_columnsOfPatients_haveWords();

private:
    template <class T>
    T must(Result<T> result)
    {
        if (!result)
            qFatal("%s (%s)", qPrintable(result.error().message), qPrintable(result.error().detail));
        m_clinic->clock.advance(std::chrono::hours(1));
        return *std::move(result);
    }
    QList<changes::Told> told(const store::Actor &actor)
    {
        const auto found =
            m_clinic->read(actor, [&](const store::Snapshot &view) { return changes::ofPatient(view, *m_patient); });
        if (!found)
            qFatal("%s", qPrintable(found.error().message));
        return *found;
    }
    static QStringList all(const QList<changes::Told> &told)
    {
        QStringList lines;
        for (const changes::Told &one : told)
            lines << one.sentences;
        return lines;
    }
    Sight look()
    {
        return m_clinic->read(m_clinic->practitioner(), [&](const store::Snapshot &view) {
            Sight sight{view.now(), {}, {}, {}};
            const auto strip = patient::open(view, *m_patient);
            const auto visits = consultation::visitsOf(view, *m_patient);
            if (!strip || !visits)
                qFatal("the patient cannot be read");
            sight.strip = *strip;
            sight.visits = *visits;
            for (const VisitSummary &visit : *visits)
                sight.notes << *consultation::current(view, visit.id);
            return sight;
        });
    }
    /// Registers, edits, records, visits: one act an hour; gives each moment to @p seen.
    void live(const std::function<void()> &seen = [] {});

    std::unique_ptr<TestClinic> m_clinic;
    std::shared_ptr<const Catalog> m_catalog;
    std::optional<PatientId> m_patient;
};

void TestChanges::init()
{
    m_clinic = std::make_unique<TestClinic>();
    if (!m_catalog)
        m_catalog = *Catalog::load();
}

void TestChanges::cleanup()
{
    m_clinic.reset();
}

void TestChanges::live(const std::function<void()> &seen)
{
    TestClinic &clinic = *m_clinic;
    const store::Actor desk = clinic.receptionist();
    const store::Actor doctor = clinic.practitioner();
    PatientDraft draft = draftFor(QStringLiteral("陈淑芬"), QStringLiteral("13800138000"));
    m_patient = must(clinic.write(desk, "patient.register", [&](store::Transaction &tx) {
                    return patient::register_(tx, draft);
                })).id;
    const auto edit = [&](const QString &reason) {
        must(clinic.write(desk, "patient.edit", [&](store::Transaction &tx) {
            tx.setReason(reason);
            return patient::edit(tx, *m_patient, draft);
        }));
        seen();
    };
    seen();
    draft.phone = QStringLiteral("13900139000");
    draft.otherPhones = {{QStringLiteral("13700137000"), QStringLiteral("女儿")}};
    draft.deskAlert = QStringLiteral("听力差");
    edit(QStringLiteral("换号"));
    const auto allergy = must(clinic.write(desk, "allergy.record", [&](store::Transaction &tx) {
        return patient::recordAllergy(tx, *m_patient, {{}, QStringLiteral("花生"), QStringLiteral("皮疹")});
    }));
    seen();
    must(clinic.write(doctor, "care.record", [&](store::Transaction &tx) {
        return patient::recordMedicine(tx, *m_patient, QStringLiteral("华法林"), QStringLiteral("2.5 mg"));
    }));
    seen();
    must(clinic.write(doctor, "care.record",
                      [&](store::Transaction &tx) { return patient::recordPregnancy(tx, *m_patient, true, false); }));
    seen();
    auto visit = visitFor(*m_patient, 10);
    auto stored = must(clinic.write(doctor, "consultation.save",
                                    [&](store::Transaction &tx) { return consultation::save(tx, *m_catalog, visit); }));
    seen();
    visit.visit.visit = stored.revision.visit;
    visit.visit.basedOn = stored.revision.id;
    visit.visit.note.complaint = QStringLiteral("失眠两月");
    visit.prescriptions.first().lines.first().dose = Mass::grams(15);
    stored = must(clinic.write(doctor, "consultation.sign",
                               [&](store::Transaction &tx) { return consultation::sign(tx, *m_catalog, visit); }));
    seen();
    visit.visit.basedOn = stored.revision.id;
    visit.visit.reason = QStringLiteral("笔误");
    visit.prescriptions.first().lines.removeLast();
    visit.prescriptions.first().lines << PrescriptionLine{{}, QStringLiteral("茯苓"), Mass::grams(12), {}};
    must(clinic.write(doctor, "consultation.sign",
                      [&](store::Transaction &tx) { return consultation::sign(tx, *m_catalog, visit); }));
    seen();
    must(clinic.write(doctor, "allergy.retract", [&](store::Transaction &tx) {
        return patient::retractAllergy(tx, allergy.id, QStringLiteral("问错了"));
    }));
    seen();
    must(clinic.write(doctor, "care.record",
                      [&](store::Transaction &tx) { return patient::recordPregnancy(tx, *m_patient, false, false); }));
    seen();
    draft.otherPhones.clear();
    draft.name = QStringLiteral("陈淑芳");
    edit({});
}

void TestChanges::ofPatient_wholeStory_isToldInSentencesNewestFirst()
{
    live();
    const QList<changes::Told> story = told(m_clinic->practitioner());
    const QStringList lines = all(story);
    const QStringList wanted{
        QStringLiteral("Name changed from \"陈淑芬\" to \"陈淑芳\"."),
        QStringLiteral("Further telephone removed: 13700137000."),
        QStringLiteral("Recorded as not pregnant."),
        QStringLiteral("Allergy marked as entered in error: 花生."),
        QStringLiteral("Herb added: 茯苓 12 g."),
        QStringLiteral("Herb removed: 白术 10 g."),
        QStringLiteral("党参 changed from \"10 g\" to \"15 g\"."),
        QStringLiteral("Complaint changed from \"失眠一月\" to \"失眠两月\"."),
        QStringLiteral("Recorded as pregnant."),
        QStringLiteral("Medicine recorded: 华法林 (2.5 mg)."),
        QStringLiteral("Allergy recorded: 花生 (皮疹)."),
        QStringLiteral("Telephone changed from \"13800138000\" to \"13900139000\"."),
        QStringLiteral("Desk alert set to \"听力差\"."),
        QStringLiteral("Further telephone added: 13700137000 (女儿)."),
        QStringLiteral("陈淑芬 registered under the number A0000001."),
        QStringLiteral("Birth date set to \"1979-08-21\"."),
    };
    for (const QString &line : wanted)
        QVERIFY2(lines.contains(line), qPrintable(line + u'\n' + lines.join(u'\n')));
    QVERIFY(lines.filter(QStringLiteral("amended and signed again")).size() == 1);
    QVERIFY(lines.filter(QStringLiteral("set to \"no\"")).isEmpty());
    QVERIFY(lines.indexOf(wanted.first()) < lines.indexOf(wanted.last()));
    QCOMPARE(story.size(), 11);
    QCOMPARE(story.last().who, QStringLiteral("林小满"));
    QCOMPARE(story[story.size() - 2].reason, QStringLiteral("换号"));
    for (qsizetype i = 1; i < story.size(); ++i)
        QVERIFY(story[i].at < story[i - 1].at);
}

void TestChanges::ofPatient_reader_isToldNoMoreThanTheyMayRead()
{
    live();
    const QString desk = all(told(m_clinic->receptionist())).join(u'\n');
    for (const char *hidden : {"失眠", "党参", "华法林", "pregnant"})
        QVERIFY2(!desk.contains(QString::fromUtf8(hidden)), qPrintable(desk));
    QVERIFY(desk.contains(QStringLiteral("花生")));
    QVERIFY(desk.contains(QStringLiteral("Visit of")));
    const QString owner = all(told(m_clinic->owner())).join(u'\n');
    QVERIFY(owner.contains(QStringLiteral("华法林")));
    QVERIFY(!owner.contains(QStringLiteral("失眠")));
    const auto refused = m_clinic->read(m_clinic->actor(access::Role::Administrator), [&](const store::Snapshot &view) {
        return changes::ofPatient(view, *m_patient);
    });
    QCOMPARE(refused.error().code, Code::NoPermission);
}

void TestChanges::ofPatient_pages_followOneAnotherWithoutGaps()
{
    live();
    const QList<changes::Told> whole = told(m_clinic->practitioner());
    QList<changes::Told> paged;
    std::optional<qint64> before;
    for (;;) {
        const auto page = m_clinic->read(m_clinic->practitioner(), [&](const store::Snapshot &view) {
            return changes::ofPatient(view, *m_patient, before, 2);
        });
        QVERIFY(page.ok());
        if (page->isEmpty())
            break;
        QVERIFY(page->size() <= 2);
        paged << *page;
        before = page->last().n;
    }
    QCOMPARE(paged, whole);
}

void TestChanges::ofPatient_numberOfADocument_isMasked()
{
    PatientDraft draft = draftFor(QStringLiteral("陈淑芬"), QStringLiteral("13800138000"));
    draft.birthDate.clear();
    draft.documentNumber = QStringLiteral("11010519491231002X");
    m_patient = must(m_clinic->write(m_clinic->receptionist(), "patient.register", [&](store::Transaction &tx) {
                    return patient::register_(tx, draft);
                })).id;
    const QString lines = all(told(m_clinic->receptionist())).join(u'\n');
    QVERIFY2(!lines.contains(draft.documentNumber), qPrintable(lines));
    QVERIFY(lines.contains(QStringLiteral("110***********002X")));
}

void TestChanges::ofPatient_look_isNoted()
{
    live();
    const auto view = m_clinic->store().snapshot(m_clinic->practitioner());
    QVERIFY(changes::ofPatient(*view, *m_patient).ok());
    const auto noted =
        std::any_of(view->audited().cbegin(), view->audited().cend(), [&](const store::AuditEntry &entry) {
            return entry.action == "patient.history" && entry.patient == m_patient->uuid();
        });
    QVERIFY(noted);
}

void TestChanges::asOf_everyMoment_showsWhatWasSeenThen()
{
    QList<Sight> sights;
    live([&] { sights << look(); });
    QVERIFY(sights.size() > 9);
    for (const Sight &sight : std::as_const(sights)) {
        m_clinic->read(m_clinic->practitioner(), [&](const store::Snapshot &view) {
            // An hour passes after each act: the moment it was looked at lies before the next one.
            const Instant at = sight.at - std::chrono::minutes(1);
            auto strip = patient::stripAsOf(view, *m_patient, at);
            const auto visits = consultation::visitsAsOf(view, *m_patient, at);
            QVERIFY(strip.ok());
            QVERIFY(visits.ok());
            strip->visits = sight.strip.visits;
            strip->lastVisit = sight.strip.lastVisit;
            strip->patient.revision = sight.strip.patient.revision;
            QCOMPARE(*strip, sight.strip);
            QCOMPARE(*visits, sight.visits);
            QCOMPARE(visits->size(), sight.notes.size());
            for (qsizetype i = 0; i < visits->size(); ++i) {
                const auto note = consultation::asOf(view, visits->at(i).id, at);
                QVERIFY(note.ok());
                QCOMPARE(*note, sight.notes[i]);
            }
        });
    }
}

void TestChanges::asOf_beforeRegistration_isNotFound()
{
    live();
    const auto strip = m_clinic->read(m_clinic->practitioner(), [&](const store::Snapshot &view) {
        return patient::stripAsOf(view, *m_patient, instantFromMs(TestClinic::StartMs - 1));
    });
    QCOMPARE(strip.error().code, Code::NotFound);
}

void TestChanges::asOf_visitNotWrittenYet_isNotFound()
{
    live();
    m_clinic->read(m_clinic->practitioner(), [&](const store::Snapshot &view) {
        const auto visits = consultation::visitsOf(view, *m_patient);
        const auto early = consultation::asOf(view, visits->first().id, instantFromMs(TestClinic::StartMs));
        QCOMPARE(early.error().code, Code::NotFound);
        const auto none = consultation::visitsAsOf(view, *m_patient, instantFromMs(TestClinic::StartMs));
        QVERIFY(none.ok() && none->isEmpty());
    });
}

void TestChanges::spanOf_days_areThoseOfVisits()
{
    live();
    m_clinic->clock.advance(std::chrono::hours(240));
    const auto span = m_clinic->read(
        m_clinic->receptionist(), [&](const store::Snapshot &view) { return consultation::spanOf(view, *m_patient); });
    QVERIFY(span.ok());
    QCOMPARE(span->first, QDate(2026, 3, 12));
    QCOMPARE(span->marks, QList<QDate>{QDate(2026, 3, 12)});
    QCOMPARE(span->last, QDate(2026, 3, 22));
}

void TestChanges::fieldName_columnsOfPatients_haveWords()
{
    // What a person can change has words; what only the program fills has none.
    const QByteArrayList silent{"batch_id", "merged_into_id", "note_sensitive", "registered_ms", "registered_by_id"};
    const store::TableInfo *table = m_clinic->store().registry().table("patient");
    for (const store::ColumnInfo &column : table->columns)
        QCOMPARE(changes::fieldName("patient", column.name).isEmpty(), silent.contains(column.name));
}

QTEST_GUILESS_MAIN(TestChanges)
#include "tst_changes.moc"
