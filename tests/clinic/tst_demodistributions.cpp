// Whether the demo clinic is as core/demo/demo.h says: its numbers are asked of the finished clinic through the same
// functions as anybody asks, and compared with tables that stand here.
#include "clinic/patient/patients.h"
#include "clinic/prescription/consultation.h"
#include "clinic/record/conditions.h"
#include "clinic/record/constitution.h"
#include "clinic/record/familyhistory.h"
#include "clinic/treatment/treatments.h"
#include "support/demoplace.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <cmath>

using namespace xinglin;
using Place = test::DemoPlace;

namespace {

constexpr int People = 400;
constexpr int Years = 2;

struct Chart
{
    Patient patient;
    QList<consultation::Stored> visits; ///< Oldest first.
    QList<treatment::Order> orders;
    QList<Condition> problems;
    QList<FamilyHistory> family;
    QList<ConstitutionAssessment> constitutions;
    QStringList medicines;
};

QList<Chart> chartsOf(Place &place)
{
    QList<Chart> charts;
    const auto view = place.viewOf(QStringLiteral("yisheng"));
    for (int number = 1;; ++number) {
        const auto patient = patient::findByReference(*view, QString::number(number));
        if (!patient)
            break;
        Chart chart;
        chart.patient = *patient;
        const auto visits = consultation::visitsOf(*view, patient->id, 200);
        for (const VisitSummary &visit : *visits)
            chart.visits.prepend(*consultation::current(*view, visit.id));
        chart.orders = *treatment::ordersOf(*view, patient->id);
        chart.problems = *condition::ofPatient(*view, patient->id);
        chart.family = *familyhistory::ofPatient(*view, patient->id);
        chart.constitutions = *assessment::ofPatient(*view, patient->id);
        chart.medicines = consultation::factsFor(*view, patient->id)->medicines;
        charts << chart;
    }
    return charts;
}

QString lineOf(const Answer &answer)
{
    return answer.item + answer.site + answer.code + (answer.number ? QString::number(*answer.number) : QString());
}

/// Everything a reader could see, without ids.
QStringList linesOf(const QList<Chart> &charts)
{
    QStringList lines;
    for (const Chart &chart : charts) {
        lines << chart.patient.number + chart.patient.oldNumber + chart.patient.name + chart.patient.phone +
                     chart.patient.birthDate->toText() + chart.medicines.join(u',');
        for (const Condition &problem : chart.problems)
            lines << problem.content.display + problem.content.onset->toText();
        for (const FamilyHistory &relative : chart.family)
            lines << familyhistory::codeOf(relative.content.relationship) + relative.content.display +
                         QString::number(relative.content.onsetAge.value_or(-1));
        for (const ConstitutionAssessment &one : chart.constitutions)
            for (const constitution::Score &score : one.scores)
                lines << one.form + score.type + QString::number(score.raw);
        for (const treatment::Order &order : chart.orders)
            for (const TreatmentSession &session : order.sessions)
                lines << order.treatment.content.name + QString::number(toMs(session.started)) +
                             QString::number(toMs(*session.ended)) + QString::number(session.needlesIn);
        for (const consultation::Stored &visit : chart.visits) {
            const VisitNote &note = visit.revision.note;
            lines << visit.revision.practitioner + QString::number(toMs(visit.revision.written)) + note.complaint +
                         note.history;
            for (const Answer &answer : note.answers)
                lines << lineOf(answer);
            for (const Prescription &prescription : visit.prescriptions)
                for (const PrescriptionLine &herb : prescription.content.lines)
                    lines << herb.name + herb.dose.gramText();
        }
    }
    return lines;
}

/// Consecutive visits of one person for one disease.
using Episode = QList<const consultation::Stored *>;

QString pattern(const consultation::Stored &visit)
{
    return visit.revision.note.diagnoses[1].display;
}

QString disease(const consultation::Stored &visit)
{
    return visit.revision.note.diagnoses[0].display;
}

/// An illness begins with a complaint that is no return.
QList<Episode> episodesOf(const QList<Chart> &charts)
{
    QList<Episode> episodes;
    for (const Chart &chart : charts) {
        for (const consultation::Stored &visit : chart.visits) {
            if (!visit.revision.note.complaint.startsWith(u"复诊"))
                episodes.append(Episode());
            episodes.last() << &visit;
        }
    }
    return episodes;
}

std::optional<double> measured(const consultation::Stored &visit, const char *item)
{
    for (const Answer &answer : visit.revision.note.answers)
        if (answer.item == QLatin1String(item))
            return answer.number;
    return std::nullopt;
}

QSet<QString> chosen(const consultation::Stored &visit, const QString &prefix)
{
    QSet<QString> codes;
    for (const Answer &answer : visit.revision.note.answers)
        if (answer.item.startsWith(prefix) && !answer.code.isEmpty())
            codes << answer.code;
    return codes;
}

int yearsOf(const Chart &chart, QDate day)
{
    return ageOn(*chart.patient.birthDate, day)->years;
}

/// What textbooks of diagnostics and formulas say of a pattern: any of the tongue's bodies, any of the coats' colours
/// ("" where there is hardly any), any of the pulses, any of the formulas.
struct Textbook
{
    const char *pattern;
    const char *bodies;
    const char *coats;
    const char *pulses;
    const char *formulas;
};
constexpr Textbook textbook[] = {
    {"风寒束表证", "pale_red", "white", "floating tight", "荆防败毒散 麻黄汤"},
    {"风热犯表证", "red", "yellow", "floating rapid", "银翘散"},
    {"暑湿袭表证", "red", "yellow", "soggy rapid", "新加香薷饮"},
    {"风寒袭肺证", "pale_red", "white", "floating tight", "止嗽散 三拗汤"},
    {"风热犯肺证", "red", "yellow", "floating rapid", "桑菊饮"},
    {"痰湿蕴肺证", "pale_red pale", "white", "slippery", "二陈汤"},
    {"肺气虚证", "pale", "white", "weak deficient", "苍耳子散 玉屏风散"},
    {"肺卫气虚证", "pale", "white", "thready weak", "玉屏风散"},
    {"心脾两虚证", "pale", "white", "thready weak", "归脾汤"},
    {"痰热内扰证", "red pale_red", "yellow white_yellow_mixed", "slippery rapid", "黄连温胆汤 温胆汤"},
    {"肝胃不和证", "pale_red", "white", "wiry", "柴胡疏肝散"},
    {"脾胃阳虚证", "pale", "white", "deep weak thready slow", "黄芪建中汤"},
    {"寒热错杂证", "pale_red red", "yellow white_yellow_mixed", "wiry slippery", "半夏泻心汤"},
    {"脾虚湿困证", "pale", "white", "moderate weak soggy", "参苓白术散"},
    {"大肠湿热证", "red", "yellow", "slippery rapid", "葛根黄芩黄连汤"},
    {"肾阳虚证", "pale", "white", "deep slow", "济川煎"},
    {"风寒证", "pale_red", "white", "floating tight", "川芎茶调散"},
    {"肝阳上亢证", "red", "yellow", "wiry", "天麻钩藤饮"},
    {"风痰上攻证", "pale_red pale", "white", "wiry slippery", "半夏白术天麻汤"},
    {"寒凝血瘀证", "pale_purple dark_purple", "white", "deep tight", "少腹逐瘀汤"},
    {"气滞血瘀证", "dark_red purple", "white", "wiry choppy", "膈下逐瘀汤"},
    {"心血瘀阻证", "dark_red purple", "white", "wiry choppy", "血府逐瘀汤"},
    {"肝郁脾虚证", "pale_red", "white", "wiry", "逍遥散"},
    {"肝郁化火证", "red", "yellow", "wiry rapid", "加味逍遥散 丹栀逍遥散"},
    {"肾阴虚证", "red", "", "thready rapid", "知柏地黄丸 六味地黄丸"},
    {"肝肾不足证", "pale", "white", "deep thready", "独活寄生汤"},
    {"风寒湿痹阻证", "pale_red pale", "white", "wiry tight", "蠲痹汤"},
    {"心气阴两虚证", "red", "", "thready knotted intermittent", "炙甘草汤"},
    {"气阴两虚证", "red", "", "thready rapid", "生脉散"},
    {"膀胱湿热证", "red", "yellow", "slippery rapid", "八正散"},
    {"风热外袭证", "red", "yellow", "floating rapid", "消风散"},
    {"湿热浸淫证", "red", "yellow", "slippery rapid", "二妙散"},
    {"中气下陷证", "pale", "white", "weak", "补中益气汤"},
    {"脾失健运证", "pale_red", "white", "moderate", "异功散"},
    {"饮食积滞证", "red pale_red", "yellow", "slippery", "保和丸"},
    {"脾胃气虚证", "pale", "white", "moderate slippery", "香砂六君子汤"},
    {"肾虚不固证", "pale", "white", "deep slippery", "寿胎丸"},
};

const Textbook *entryOf(const QString &pattern)
{
    for (const Textbook &entry : textbook)
        if (QString::fromUtf8(entry.pattern) == pattern)
            return &entry;
    return nullptr;
}

bool anyOf(const char *words, const QString &prefix, const QString &suffix, const QSet<QString> &codes)
{
    const QStringList list = QString::fromUtf8(words).split(u' ', Qt::SkipEmptyParts);
    return std::any_of(list.cbegin(), list.cend(),
                       [&](const QString &word) { return codes.contains(prefix + word + suffix); });
}

double shareOf(qsizetype part, qsizetype whole)
{
    return static_cast<double>(part) / static_cast<double>(whole);
}

template <class T>
T medianOf(QList<T> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

} // namespace

// A message with the number, where it lies outside.
#define LIES_WITHIN(value, low, high)                                                                                  \
    QVERIFY2((value) >= (low) && (value) <= (high), qPrintable(QString::number(value)))

class TestDemoDistributions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void fill_sameSeed_repeatsEverything();
    void surnames_commonest_areAsCountedInChina();
    void households_sizes_areThoseOfFamilies();
    void visits_seasons_bringTheirIllnesses();
    void visits_weekdays_fillTheWeekend();
    void visits_returns_comeAfterAWeek();
    void notes_signs_belongToThePattern();
    void formulas_modified_keepTheirBase();
    void prescriptions_herbs_areAsManyAsUsual();
    void prescriptions_rechecked_haveNothingSevereOpen();
    void measures_values_arePossible();
    void measures_bodies_growAndRise();
    void courses_outcomes_haveTheirShares();
    void courses_measures_followTheOutcome();
    void backgrounds_problems_explainTheMedicines();
    void backgrounds_shares_areAsSaid();
    void constitutions_types_followSurveyAndIllness();
    void needles_sessions_areCountedInAndOut();

private:
    std::unique_ptr<Place> m_place;
    QList<Chart> m_charts;
    QList<Episode> m_episodes;
    qsizetype m_visits = 0;
};

void TestDemoDistributions::initTestCase()
{
    m_place = std::make_unique<Place>();
    const auto report = m_place->fill(People, Years, 1);
    QVERIFY2(report.ok(), report ? "" : qPrintable(report.error().message + report.error().detail));
    m_charts = chartsOf(*m_place);
    QCOMPARE(m_charts.size(), People);
    m_episodes = episodesOf(m_charts);
    for (const Chart &chart : std::as_const(m_charts))
        m_visits += chart.visits.size();
    QCOMPARE(m_visits, report->visits);
}

void TestDemoDistributions::fill_sameSeed_repeatsEverything()
{
    QList<QStringList> states;
    for (const quint64 seed : {7U, 7U, 8U}) {
        Place place;
        QVERIFY(place.fill(25, 2, seed).ok());
        states << linesOf(chartsOf(place));
    }
    QVERIFY(states[0].size() > 500);
    QCOMPARE(states[1], states[0]);
    QVERIFY(states[2] != states[0]);
}

void TestDemoDistributions::surnames_commonest_areAsCountedInChina()
{
    // Per cent of the population, Ministry of Public Security (2007); a household is counted once, for it shares one.
    const QList<QPair<QString, double>> counted = {
        {u"王"_qs, 7.25}, {u"李"_qs, 7.19}, {u"张"_qs, 6.83}, {u"刘"_qs, 5.41}, {u"陈"_qs, 4.74}};
    QSet<QString> households;
    for (const Chart &chart : std::as_const(m_charts))
        households << chart.patient.name.left(1) + chart.patient.phone;
    const auto count = static_cast<double>(households.size());
    double chiSquare = 0;
    for (const auto &[surname, percent] : counted) {
        const auto seen = std::count_if(households.cbegin(), households.cend(),
                                        [&](const QString &household) { return household.startsWith(surname); });
        // The list of the demo clinic holds 91 % of the people.
        const double expected = count * percent / 100 / 0.91;
        chiSquare += std::pow(static_cast<double>(seen) - expected, 2) / expected;
    }
    QVERIFY2(chiSquare < 15.09, qPrintable(QString::number(chiSquare))); // 1 % of five degrees of freedom
}

void TestDemoDistributions::households_sizes_areThoseOfFamilies()
{
    QHash<QString, int> byPhone;
    for (const Chart &chart : std::as_const(m_charts))
        ++byPhone[chart.patient.phone];
    std::array<int, 6> sizes{};
    for (const int size : std::as_const(byPhone)) {
        QVERIFY(size <= 4);
        ++sizes[static_cast<std::size_t>(size)];
    }
    const double alone = shareOf(sizes[1], byPhone.size());
    LIES_WITHIN(alone, 0.45, 0.70);
    LIES_WITHIN(shareOf(sizes[2], byPhone.size()), 0.20, 0.45);
    QVERIFY(sizes[3] > 0);
}

void TestDemoDistributions::visits_seasons_bringTheirIllnesses()
{
    const QSet<QString> airways = {u"感冒"_qs, u"咳嗽病"_qs, u"小儿感冒"_qs, u"小儿咳嗽"_qs};
    std::array<double, 13> begun{};
    std::array<double, 13> respiratory{};
    std::array<double, 13> bowels{};
    std::array<double, 13> noses{};
    for (const Episode &episode : std::as_const(m_episodes)) {
        const auto month = static_cast<std::size_t>(episode.first()->revision.day.month());
        ++begun[month];
        respiratory[month] += airways.contains(disease(*episode.first())) ? 1 : 0;
        bowels[month] += disease(*episode.first()) == u"泄泻病" ? 1 : 0;
        noses[month] += disease(*episode.first()) == u"鼻鼽" ? 1 : 0;
    }
    const auto over = [&](const std::array<double, 13> &what, std::initializer_list<std::size_t> months) {
        double part = 0;
        double whole = 0;
        for (const std::size_t month : months) {
            part += what[month];
            whole += begun[month];
        }
        return part / whole;
    };
    const double winter = over(respiratory, {12, 1, 2});
    const double summer = over(respiratory, {6, 7, 8});
    QVERIFY2(winter > 1.5 * summer, qPrintable(QStringLiteral("%1 %2").arg(winter).arg(summer)));
    QVERIFY(summer > 0.02); // nor is there a summer without a cold
    QVERIFY(over(bowels, {6, 7, 8, 9}) > 4 * over(bowels, {11, 12, 1, 2, 3}));
    QVERIFY(over(noses, {3, 4, 5}) > 0.03);
    QVERIFY(over(noses, {3, 4, 5}) > 2 * over(noses, {6, 7, 8, 11, 12, 1, 2}));
}

void TestDemoDistributions::visits_weekdays_fillTheWeekend()
{
    std::array<double, 8> days{};
    for (const Chart &chart : std::as_const(m_charts))
        for (const consultation::Stored &visit : chart.visits)
            ++days[static_cast<std::size_t>(visit.revision.day.dayOfWeek())];
    QCOMPARE(days[Qt::Monday], 0.0);
    const double weekday = (days[2] + days[3] + days[4] + days[5]) / 4;
    const double weekend = (days[6] + days[7]) / 2;
    QVERIFY2(weekend > 1.15 * weekday && weekend < 3 * weekday,
             qPrintable(QStringLiteral("%1 %2").arg(weekend).arg(weekday)));
}

void TestDemoDistributions::visits_returns_comeAfterAWeek()
{
    QHash<qint64, int> intervals;
    qsizetype returns = 0;
    for (const Episode &episode : std::as_const(m_episodes)) {
        for (qsizetype i = 1; i < episode.size(); ++i) {
            const qint64 days = episode[i - 1]->revision.day.daysTo(episode[i]->revision.day);
            QVERIFY2(days >= 2 && days <= 31, qPrintable(QString::number(days)));
            ++intervals[days];
            ++returns;
        }
    }
    const auto most = std::max_element(intervals.cbegin(), intervals.cend());
    QCOMPARE(most.key(), 7);
    LIES_WITHIN(shareOf(intervals[7], returns), 0.30, 0.70);
    LIES_WITHIN(shareOf(returns, m_visits), 0.40, 0.70);
}

void TestDemoDistributions::notes_signs_belongToThePattern()
{
    QSet<QString> patterns;
    for (const Chart &chart : std::as_const(m_charts)) {
        for (const consultation::Stored &visit : chart.visits) {
            const Textbook *entry = entryOf(pattern(visit));
            QVERIFY2(entry, qPrintable(pattern(visit)));
            patterns << pattern(visit);
            const QSet<QString> tongue = chosen(visit, QStringLiteral("tongue."));
            const QByteArray where = (pattern(visit) + disease(visit)).toUtf8();
            QVERIFY2(anyOf(entry->bodies, QStringLiteral("t_"), {}, tongue), where);
            const bool little = QByteArray(entry->coats).isEmpty();
            QVERIFY2(little ? tongue.contains(QStringLiteral("t_scant_coat"))
                            : (anyOf(entry->coats, QStringLiteral("t_"), QStringLiteral("_coat"), tongue) ||
                               anyOf(entry->coats, QStringLiteral("t_"), {}, tongue)),
                     where);
            QVERIFY2(anyOf(entry->pulses, QStringLiteral("p_"), {}, chosen(visit, QStringLiteral("pulse."))), where);
            for (const Prescription &prescription : visit.prescriptions) {
                const safety::Formula *formula = Place::catalog().formulas.find(prescription.content.formula);
                QVERIFY(formula);
                QVERIFY2(QString::fromUtf8(entry->formulas).split(u' ').contains(formula->nameZh), where);
            }
        }
    }
    QVERIFY(patterns.size() > 30);
}

void TestDemoDistributions::formulas_modified_keepTheirBase()
{
    int modified = 0;
    int prescriptions = 0;
    for (const Chart &chart : std::as_const(m_charts)) {
        for (const consultation::Stored &visit : chart.visits) {
            for (const Prescription &prescription : visit.prescriptions) {
                const safety::Formula *formula = Place::catalog().formulas.find(prescription.content.formula);
                QSet<QString> base;
                for (const safety::FormulaLine &line : formula->lines)
                    base << line.herb;
                QSet<QString> given;
                for (const PrescriptionLine &line : prescription.content.lines)
                    given << line.herb;
                QCOMPARE(given.size(), prescription.content.lines.size()); // none twice
                const double kept = shareOf((base & given).size(), base.size());
                QVERIFY2(kept >= 0.6, qPrintable(prescription.content.name));
                modified += given != base ? 1 : 0;
                ++prescriptions;
            }
        }
    }
    QVERIFY(shareOf(modified, prescriptions) > 0.8);
    QVERIFY(shareOf(prescriptions, m_visits) > 0.98);
}

void TestDemoDistributions::prescriptions_herbs_areAsManyAsUsual()
{
    QList<qsizetype> herbs;
    for (const Chart &chart : std::as_const(m_charts))
        for (const consultation::Stored &visit : chart.visits)
            for (const Prescription &prescription : visit.prescriptions)
                herbs << prescription.content.lines.size();
    const auto [least, most] = std::minmax_element(herbs.cbegin(), herbs.cend());
    QVERIFY2(*least >= 4, qPrintable(QString::number(*least)));
    QVERIFY2(*most <= 20, qPrintable(QString::number(*most)));
    LIES_WITHIN(medianOf(herbs), 9, 13);
}

void TestDemoDistributions::prescriptions_rechecked_haveNothingSevereOpen()
{
    const auto view = m_place->viewOf(QStringLiteral("yisheng"));
    for (const Chart &chart : std::as_const(m_charts)) {
        for (const consultation::Stored &visit : chart.visits) {
            const auto facts = consultation::factsFor(*view, chart.patient.id, visit.revision.day);
            for (const Prescription &prescription : visit.prescriptions) {
                const auto result = consultation::check(Place::catalog(), prescription.content, *facts);
                QVERIFY2(consultation::open(result, prescription.content).isEmpty(),
                         qPrintable(prescription.content.name));
            }
            for (const Treatment &treatment : visit.treatments)
                for (const TreatmentFinding &finding : treatment.findings)
                    QVERIFY(finding.severity != u"severe");
        }
    }
}

void TestDemoDistributions::measures_values_arePossible()
{
    struct Bounds
    {
        const char *item;
        double low;
        double high;
    };
    constexpr Bounds bounds[] = {{"vital.temperature", 36.0, 39.5},
                                 {"vital.systolic", 85, 180},
                                 {"vital.diastolic", 50, 110},
                                 {"vital.respiration", 14, 24},
                                 {"vital.oxygen", 94, 100},
                                 {"vital.glucose", 4.5, 12},
                                 {"vital.weight", 9, 110},
                                 {"vital.height", 80, 190},
                                 {"vital.waist", 60, 110},
                                 {"scale.psqi", 0, 21},
                                 {"scale.pain", 0, 10},
                                 {"scale.complaint", 0, 10},
                                 {"pulse.rate", 48, 140}};
    QHash<QString, int> seen;
    for (const Chart &chart : std::as_const(m_charts)) {
        for (const consultation::Stored &visit : chart.visits) {
            for (const Bounds &bound : bounds) {
                const auto value = measured(visit, bound.item);
                if (!value)
                    continue;
                ++seen[QLatin1String(bound.item)];
                QVERIFY2(*value >= bound.low && *value <= bound.high,
                         qPrintable(QStringLiteral("%1 %2").arg(QLatin1String(bound.item)).arg(*value)));
            }
            const auto systolic = measured(visit, "vital.systolic");
            const auto diastolic = measured(visit, "vital.diastolic");
            QCOMPARE(systolic.has_value(), diastolic.has_value());
            if (systolic)
                QVERIFY2(*systolic - *diastolic >= 22, qPrintable(chart.patient.number));
            QVERIFY(measured(visit, "scale.complaint"));
        }
    }
    for (const Bounds &bound : bounds)
        QVERIFY2(seen[QLatin1String(bound.item)] >= 10, bound.item);
}

void TestDemoDistributions::measures_bodies_growAndRise()
{
    QList<double> men;
    QList<double> women;
    QList<double> young;
    QList<double> old;
    int firstFrom35 = 0;
    int measuredFrom35 = 0;
    for (const Chart &chart : std::as_const(m_charts)) {
        QList<double> heights;
        for (const consultation::Stored &visit : chart.visits) {
            const int age = yearsOf(chart, visit.revision.day);
            if (const auto height = measured(visit, "vital.height")) {
                heights << *height;
                if (age >= 18)
                    (chart.patient.sex == Sex::Male ? men : women) << *height;
            }
            const auto systolic = measured(visit, "vital.systolic");
            if (disease(visit) != u"眩晕" && systolic)
                (age < 40 ? young : old) << *systolic;
            if (!visit.revision.note.complaint.startsWith(u"复诊") && age >= 35) {
                ++firstFrom35;
                measuredFrom35 += systolic ? 1 : 0;
            }
        }
        QVERIFY(std::is_sorted(heights.cbegin(), heights.cend())); // nobody shrinks
    }
    LIES_WITHIN(medianOf(men), 166, 174);
    LIES_WITHIN(medianOf(women), 155, 161);
    QVERIFY(medianOf(old) > medianOf(young) + 4);
    QCOMPARE(measuredFrom35, firstFrom35);
}

/// The efficacy index of an illness from the scores of its first and last visit.
static double indexOf(const Episode &episode)
{
    const double before = *measured(*episode.first(), "scale.complaint");
    return (before - *measured(*episode.last(), "scale.complaint")) / before;
}

void TestDemoDistributions::courses_outcomes_haveTheirShares()
{
    int healed = 0;
    int muchBetter = 0;
    int better = 0;
    int noBetter = 0;
    for (const Episode &episode : std::as_const(m_episodes)) {
        QVERIFY(*measured(*episode.first(), "scale.complaint") >= 4);
        for (qsizetype i = 1; i < episode.size(); ++i)
            QVERIFY(*measured(*episode[i], "scale.complaint") <= *measured(*episode[i - 1], "scale.complaint"));
        if (episode.size() < 2)
            continue;
        const double index = indexOf(episode);
        ++(index >= 0.95 ? healed : index >= 0.7 ? muchBetter : index >= 0.3 ? better : noBetter);
        const bool said = episode.last()->revision.note.complaint.contains(u"未见明显减轻");
        QCOMPARE(said, index < 0.3);
    }
    const qsizetype all = healed + muchBetter + better + noBetter;
    LIES_WITHIN(shareOf(healed, all), 0.19, 0.31);
    LIES_WITHIN(shareOf(muchBetter, all), 0.33, 0.47);
    LIES_WITHIN(shareOf(better, all), 0.19, 0.31);
    LIES_WITHIN(shareOf(noBetter, all), 0.06, 0.15);
}

void TestDemoDistributions::courses_measures_followTheOutcome()
{
    int fevers = 0;
    int pressures = 0;
    int sleepless = 0;
    for (const Episode &episode : std::as_const(m_episodes)) {
        if (episode.size() < 2)
            continue;
        const bool healed = indexOf(episode) >= 0.95;
        const auto check = [&](const char *item, double ill, double well, int &count) {
            const auto first = measured(*episode.first(), item);
            const auto last = measured(*episode.last(), item);
            if (!first || !last || *first < ill)
                return true;
            ++count;
            return *last <= *first && (!healed || *last <= well);
        };
        QVERIFY(check("vital.temperature", 37.5, 37.2, fevers));
        if (disease(*episode.first()) == u"眩晕")
            QVERIFY(check("vital.systolic", 140, 140, pressures));
        QVERIFY(check("scale.psqi", 8, 7, sleepless));
    }
    QVERIFY(fevers >= 10);
    QVERIFY(pressures >= 5);
    QVERIFY(sleepless >= 15);
}

void TestDemoDistributions::backgrounds_problems_explainTheMedicines()
{
    int taking = 0;
    for (const Chart &chart : std::as_const(m_charts)) {
        QCOMPARE(chart.problems.size(), chart.medicines.size());
        taking += chart.medicines.isEmpty() ? 0 : 1;
        for (const Condition &problem : chart.problems) {
            QCOMPARE(problem.content.codeSystem, QStringLiteral("ICD-10"));
            QVERIFY(problem.content.onset);
        }
        // Who is treated for dizziness by high pressure takes something for it, who is thirsty for sugar likewise.
        for (const consultation::Stored &visit : chart.visits) {
            if (pattern(visit) == u"肝阳上亢证")
                QVERIFY(chart.medicines.contains(u"氨氯地平"_qs) || chart.medicines.contains(u"缬沙坦"_qs));
            if (disease(visit) == u"消渴病")
                QVERIFY(chart.medicines.contains(u"二甲双胍"_qs));
        }
    }
    LIES_WITHIN(shareOf(taking, m_charts.size()), 0.06, 0.25);
}

void TestDemoDistributions::backgrounds_shares_areAsSaid()
{
    qsizetype adults = 0;
    qsizetype families = 0;
    qsizetype assessed = 0;
    QSet<QString> oldNumbers;
    for (const Chart &chart : std::as_const(m_charts)) {
        if (!chart.patient.oldNumber.isEmpty()) {
            QVERIFY(!oldNumbers.contains(chart.patient.oldNumber));
            oldNumbers << chart.patient.oldNumber;
        }
        if (yearsOf(chart, Place::until()) < 18) {
            QVERIFY(chart.family.isEmpty() && chart.constitutions.isEmpty());
            continue;
        }
        ++adults;
        families += chart.family.isEmpty() ? 0 : 1;
        assessed += chart.constitutions.isEmpty() ? 0 : 1;
    }
    LIES_WITHIN(shareOf(families, adults), 0.09, 0.21);
    LIES_WITHIN(shareOf(assessed, adults), 0.14, 0.26);
    LIES_WITHIN(shareOf(oldNumbers.size(), m_charts.size()), 0.06, 0.18);
}

void TestDemoDistributions::constitutions_types_followSurveyAndIllness()
{
    int balanced = 0;
    int all = 0;
    QSet<QString> types;
    for (const Chart &chart : std::as_const(m_charts)) {
        for (const ConstitutionAssessment &one : chart.constitutions) {
            ++all;
            const int age = yearsOf(chart, one.day);
            QCOMPARE(one.form.contains(u"elderly"), age >= 65);
            const auto best = std::find_if(one.scores.cbegin(), one.scores.cend(), [](const constitution::Score &s) {
                return s.decision == constitution::Decision::Yes;
            });
            QVERIFY2(best != one.scores.cend(), qPrintable(chart.patient.number));
            types << best->type;
            balanced += best->type == u"pinghe" ? 1 : 0;
        }
    }
    // 32 % of those whose illness does not lead, which are about six in ten.
    LIES_WITHIN(shareOf(balanced, all), 0.08, 0.32);
    QVERIFY(types.size() >= 7);
}

void TestDemoDistributions::needles_sessions_areCountedInAndOut()
{
    int orders = 0;
    int sessions = 0;
    int whole = 0;
    for (const Chart &chart : std::as_const(m_charts)) {
        for (const treatment::Order &order : chart.orders) {
            ++orders;
            QVERIFY(order.treatment.content.points.size() >= 5);
            QVERIFY(order.done() >= 1 && order.remaining() >= 0);
            QVERIFY(!order.running());
            whole += order.remaining() == 0 ? 1 : 0;
            QCOMPARE(order.sessions.first().day, order.day);
            for (qsizetype i = 0; i < order.sessions.size(); ++i) {
                const TreatmentSession &session = order.sessions[i];
                ++sessions;
                QCOMPARE(session.needlesOut, std::optional(session.needlesIn));
                QCOMPARE(session.needlesIn, order.treatment.content.needleCount());
                QVERIFY(*session.ended - session.started >= std::chrono::minutes(*order.treatment.content.minutes));
                QVERIFY(session.day.dayOfWeek() != Qt::Monday);
                if (i > 0)
                    LIES_WITHIN(order.sessions[i - 1].day.daysTo(session.day), 3, 5);
            }
        }
    }
    LIES_WITHIN(shareOf(orders, m_episodes.size()), 0.04, 0.20);
    QVERIFY(sessions > 2 * orders);
    QVERIFY(shareOf(whole, orders) > 0.8);
}

QTEST_GUILESS_MAIN(TestDemoDistributions)
#include "tst_demodistributions.moc"
