#include "clinic/patient/patients.h"
#include "clinic/prescription/consultation.h"
#include "support/demoplace.h"

#include <QTest>

#include <algorithm>

using namespace xinglin;
using Place = test::DemoPlace;

namespace {

struct Chart
{
    PatientStrip strip;
    std::optional<Identifiers> identifiers;
    QList<consultation::Stored> visits;
};

/// Every chart, by patient number, as a practitioner sees it.
QList<Chart> chartsOf(Place &place)
{
    QList<Chart> charts;
    const auto view = place.viewOf(QStringLiteral("yisheng"));
    for (int number = 1;; ++number) {
        const auto patient = patient::findByReference(*view, QString::number(number));
        if (!patient)
            break;
        Chart chart{*patient::open(*view, patient->id), patient->identifiers, {}};
        const auto visits = consultation::visitsOf(*view, patient->id, 200);
        for (const VisitSummary &visit : *visits)
            chart.visits << *consultation::current(*view, visit.id);
        charts << chart;
    }
    return charts;
}

/// What a reader would compare, without ids.
QStringList linesOf(const QList<Chart> &charts)
{
    QStringList lines;
    for (const Chart &chart : charts) {
        const Patient &patient = chart.strip.patient;
        lines << QStringList{patient.number,      patient.name,
                             toText(patient.sex), patient.birthDate ? patient.birthDate->toText() : QString(),
                             patient.phone,       patient.identifiers ? patient.identifiers->documentNumber : QString()}
                     .join(u'|');
        for (const consultation::Stored &visit : chart.visits) {
            QStringList line = {visit.revision.day.toString(Qt::ISODate), visit.revision.practitioner,
                                visit.revision.note.complaint, QString::number(toMs(visit.revision.written))};
            for (const DiagnosisEntry &diagnosis : visit.revision.note.diagnoses)
                line << diagnosis.code + diagnosis.display;
            for (const Prescription &prescription : visit.prescriptions)
                for (const PrescriptionLine &herb : prescription.content.lines)
                    line << herb.name + herb.dose.gramText();
            lines << line.join(u'|');
        }
    }
    return lines;
}

double shareOf(const QList<Chart> &charts, const std::function<bool(const Chart &)> &holds)
{
    return static_cast<double>(std::count_if(charts.cbegin(), charts.cend(), holds)) /
           static_cast<double>(charts.size());
}

int ageOf(const Chart &chart)
{
    const auto age = ageOn(*chart.strip.patient.birthDate, QDate(2026, 3, 12));
    return age ? age->years : -1;
}

} // namespace

class TestDemo : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void fill_sameSeed_givesTheSameClinic();
    void fill_report_countsWhatIsThere();
    void accounts_everyRole_canSignIn();
    void people_distributions_areBelievable();
    void people_families_shareTelephones();
    void visits_order_isThatOfAClinic();
    void visits_notes_areWhole();
    void prescriptions_recheckedNow_haveNoOpenSevereFinding();
    void prescriptions_doses_lieWithinLimits();
    void fill_realClinic_isRefused();
    void fill_twice_isRefused();
    void fill_impossibleOptions_areRefused();
    void fill_cancelled_keepsWholeDays();

private:
    std::unique_ptr<Place> m_place;
    demo::Report m_report;
    QList<Chart> m_charts;
};

void TestDemo::initTestCase()
{
    m_place = std::make_unique<Place>();
    const auto report = m_place->fill(220, 2, 1);
    QVERIFY2(report.ok(), report ? "" : qPrintable(report.error().message + report.error().detail));
    m_report = *report;
    m_charts = chartsOf(*m_place);
}

void TestDemo::fill_sameSeed_givesTheSameClinic()
{
    QList<QStringList> states;
    for (const quint64 seed : {7U, 7U, 8U}) {
        Place place;
        QVERIFY(place.fill(12, 1, seed).ok());
        states << linesOf(chartsOf(place));
    }
    QVERIFY(states[0].size() > 24);
    QCOMPARE(states[1], states[0]);
    QVERIFY(states[2] != states[0]);
}

void TestDemo::fill_report_countsWhatIsThere()
{
    int visits = 0;
    int prescriptions = 0;
    for (const Chart &chart : m_charts) {
        visits += static_cast<int>(chart.visits.size());
        QCOMPARE(chart.strip.visits, chart.visits.size());
        QVERIFY(!chart.visits.isEmpty());
        for (const consultation::Stored &visit : chart.visits)
            prescriptions += static_cast<int>(visit.prescriptions.size());
    }
    QCOMPARE(m_charts.size(), 220);
    QCOMPARE(m_report, (demo::Report{220, visits, prescriptions}));
    QVERIFY(visits > 2 * 220 && visits < 10 * 220);
    QVERIFY(prescriptions > visits * 9 / 10);
}

void TestDemo::accounts_everyRole_canSignIn()
{
    access::Roles roles = access::Role::Owner;
    for (const demo::Account &account : demo::accounts()) {
        roles |= account.roles;
        QVERIFY2(access::identify(m_place->around(), account.login, account.password).ok(), qPrintable(account.login));
    }
    for (const access::Role role : access::allRoles())
        QVERIFY(roles & role);
    QCOMPARE(std::count_if(demo::accounts().cbegin(), demo::accounts().cend(),
                           [](const demo::Account &account) { return account.roles & access::Role::Practitioner; }),
             2);
}

void TestDemo::people_distributions_areBelievable()
{
    const double women = shareOf(m_charts, [](const Chart &c) { return c.strip.patient.sex == Sex::Female; });
    QVERIFY2(women > 0.48 && women < 0.72, qPrintable(QString::number(women)));
    const double allergic = shareOf(m_charts, [](const Chart &c) { return !c.strip.allergies->isEmpty(); });
    QVERIFY2(allergic > 0.025 && allergic < 0.12, qPrintable(QString::number(allergic)));
    const double children = shareOf(m_charts, [](const Chart &c) { return ageOf(c) < 14; });
    QVERIFY2(children > 0.03 && children < 0.25, qPrintable(QString::number(children)));
    const double old = shareOf(m_charts, [](const Chart &c) { return ageOf(c) >= 60; });
    QVERIFY2(old > 0.12 && old < 0.40, qPrintable(QString::number(old)));
    QVERIFY(shareOf(m_charts, [](const Chart &c) { return ageOf(c) < 0 || ageOf(c) > 99; }) == 0);
    const double identified =
        shareOf(m_charts, [](const Chart &c) { return !c.identifiers->documentNumber.isEmpty(); });
    QVERIFY2(identified > 0.2 && identified < 0.5, qPrintable(QString::number(identified)));
    QVERIFY(shareOf(m_charts, [](const Chart &c) {
                return c.strip.pregnancy && c.strip.pregnancy->pregnant.value_or(false);
            }) < 0.05);
    QSet<QString> surnames;
    QSet<QString> names;
    for (const Chart &chart : m_charts) {
        surnames << chart.strip.patient.name.left(1);
        names << chart.strip.patient.name;
    }
    QVERIFY(surnames.size() > 40);
    QVERIFY(names.size() > 205);
}

void TestDemo::people_families_shareTelephones()
{
    QHash<QString, int> byPhone;
    for (const Chart &chart : m_charts)
        ++byPhone[chart.strip.patient.phone];
    const auto shared = std::count_if(byPhone.cbegin(), byPhone.cend(), [](int people) { return people > 1; });
    QVERIFY(shared > 15);
    QVERIFY(std::all_of(byPhone.cbegin(), byPhone.cend(), [](int people) { return people <= 4; }));
    for (const Chart &chart : m_charts)
        if (ageOf(chart) < 13)
            QVERIFY2(!chart.identifiers->guardian.name.isEmpty(), qPrintable(chart.strip.patient.number));
}

void TestDemo::visits_order_isThatOfAClinic()
{
    for (const Chart &chart : m_charts) {
        for (qsizetype index = 0; index < chart.visits.size(); ++index) {
            const VisitRevision &visit = chart.visits[index].revision;
            QVERIFY(visit.day.dayOfWeek() != Qt::Monday);
            QVERIFY(visit.day >= QDate(2024, 3, 12) && visit.day <= QDate(2026, 3, 12));
            QVERIFY(visit.written > chart.strip.patient.registered);
            const QTime time = QDateTime::fromMSecsSinceEpoch(toMs(visit.written), QTimeZone("Asia/Shanghai")).time();
            QVERIFY(time >= QTime(8, 30) && time <= QTime(17, 45));
            if (index > 0)
                QVERIFY(visit.day < chart.visits[index - 1].revision.day);
        }
    }
}

void TestDemo::visits_notes_areWhole()
{
    int unfinished = 0;
    QSet<QString> patterns;
    for (const Chart &chart : m_charts) {
        for (const consultation::Stored &visit : chart.visits) {
            const VisitNote &note = visit.revision.note;
            unfinished += visit.revision.status == RevisionStatus::Preliminary ? 1 : 0;
            QVERIFY(!note.complaint.isEmpty() && !note.complaint.contains(u'{') && !note.advice.isEmpty());
            QCOMPARE(note.diagnoses.size(), 3);
            patterns << note.diagnoses[1].display;
            QList<forms::GivenAnswer> answers;
            for (const Answer &answer : note.answers)
                answers.append({answer.item, answer.site, answer.number, answer.code, answer.text});
            const auto wrong = forms::problems(Place::catalog().visitForm, answers, true,
                                               [](const QString &vocabulary, const QString &code) {
                                                   return Place::catalog().knows(vocabulary, code);
                                               });
            QVERIFY2(wrong.isEmpty(), wrong.isEmpty() ? "" : qPrintable(wrong.first().message));
        }
    }
    QVERIFY(unfinished >= 1 && unfinished <= 2);
    QVERIFY(patterns.size() > 18);
}

void TestDemo::prescriptions_recheckedNow_haveNoOpenSevereFinding()
{
    const auto view = m_place->viewOf(QStringLiteral("yisheng"));
    int checked = 0;
    for (const Chart &chart : m_charts) {
        const auto facts = consultation::factsFor(*view, chart.strip.patient.id);
        QVERIFY(facts.ok());
        for (const consultation::Stored &visit : chart.visits) {
            for (const Prescription &prescription : visit.prescriptions) {
                QCOMPARE(prescription.severe, 0);
                QVERIFY(prescription.content.overrides.isEmpty());
                QCOMPARE(prescription.checked, prescription.content.lines.size());
                const auto result = consultation::check(Place::catalog(), prescription.content, *facts);
                QVERIFY2(consultation::open(result, prescription.content).isEmpty(),
                         qPrintable(prescription.content.name));
                QVERIFY(result.scope.unknown.isEmpty());
                ++checked;
            }
        }
    }
    QCOMPARE(checked, m_report.prescriptions);
}

void TestDemo::prescriptions_doses_lieWithinLimits()
{
    for (const Chart &chart : m_charts) {
        for (const consultation::Stored &visit : chart.visits) {
            for (const Prescription &prescription : visit.prescriptions) {
                for (const PrescriptionLine &line : prescription.content.lines) {
                    const safety::Herb *herb = Place::catalog().herbs().find(line.herb);
                    QVERIFY(herb && herb->doseMax);
                    QVERIFY2(line.dose <= *herb->doseMax && line.dose > Mass(), qPrintable(line.name));
                }
            }
        }
    }
}

void TestDemo::fill_realClinic_isRefused()
{
    Place place(false);
    const auto report = place.fill(5, 1, 1);
    QVERIFY(!report);
    QCOMPARE(report.error().code, Code::Conflict);
    QCOMPARE(access::users(*place.session.store->snapshot(place.session.actor))->size(), 1);
}

void TestDemo::fill_twice_isRefused()
{
    const auto report = m_place->fill(5, 1, 1);
    QVERIFY(!report);
    QCOMPARE(report.error().code, Code::Conflict);
    QCOMPARE(*patient::count(*m_place->session.store->snapshot(m_place->session.actor)), 220);
}

void TestDemo::fill_impossibleOptions_areRefused()
{
    Place place;
    for (const auto &[patients, years] : {std::pair{0, 1}, {5, 0}, {-1, 1}, {5, 99}, {1'000'000, 1}}) {
        const auto report = place.fill(patients, years, 1);
        QVERIFY(!report);
        QCOMPARE(report.error().code, Code::Invalid);
    }
    const auto noDay = demo::fill(place.around(), place.session, place.clock, Place::catalog(), {5, 1, 1, QDate()});
    QVERIFY(!noDay);
}

void TestDemo::fill_cancelled_keepsWholeDays()
{
    Place place;
    int days = 0;
    const auto report = place.fill(30, 1, 1, [&days](int done, int total) {
        days = done;
        return done < 3 && total > 3;
    });
    QVERIFY(!report);
    QCOMPARE(report.error().code, Code::Cancelled);
    QCOMPARE(days, 3);
    QVERIFY(*patient::count(*place.session.store->snapshot(place.session.actor)) >= 1);
    QVERIFY(place.session.store->verify().problems.isEmpty());
}

QTEST_GUILESS_MAIN(TestDemo)
#include "tst_demo.moc"
