#include "base/text/phone.h"
#include "base/text/pinyin.h"
#include "base/text/searchkeys.h"
#include "clinic/patient/patientkeys.h"
#include "clinic/patient/patients.h"
#include "support/testclinic.h"

#include <QSet>
#include <QTest>

using namespace xinglin;
using namespace xinglin::test;

namespace {

/// A patient as the oracle knows them.
struct Person
{
    PatientId id{Uuid(Uuid::Bytes{})};
    qint64 order = 0; ///< Of registration; breaks ties.
    qint64 lastVisit = 0;
    SearchSubject subject;
    QByteArrayList keys; ///< UTF-8, as the store compares them.
};

/// What the rules of search() say, without any index: every key of everybody is looked at for every tier, and a tier is
/// sorted as a whole.
QList<PatientId> oracle(const QList<Person> &people, const QString &typed, int limit)
{
    const SearchQuery query = classify(typed);
    QList<const Person *> latest;
    for (const Person &person : people)
        latest << &person;
    std::sort(latest.begin(), latest.end(), [](const Person *a, const Person *b) {
        return std::pair(-a->lastVisit, a->order) < std::pair(-b->lastVisit, b->order);
    });
    QList<PatientId> found;
    QSet<PatientId> taken;
    for (const QList<SearchRange> &tier : {query.exact, query.prefix, query.inner}) {
        QList<std::pair<QByteArray, QByteArray>> ranges;
        for (const SearchRange &range : tier)
            ranges.append({range.from.toUtf8(), range.to.toUtf8()});
        for (const Person *person : std::as_const(latest)) {
            const bool matches = std::any_of(ranges.cbegin(), ranges.cend(), [&](const auto &range) {
                return std::any_of(person->keys.cbegin(), person->keys.cend(),
                                   [&](const QByteArray &key) { return key >= range.first && key < range.second; });
            });
            if (matches && found.size() < limit && !taken.contains(person->id)) {
                found << person->id;
                taken.insert(person->id);
            }
        }
    }
    if (query.kind == SearchQuery::Class::Empty && typed.trimmed().isEmpty()) {
        for (const Person *person : std::as_const(latest)) {
            if (found.size() < limit)
                found << person->id;
        }
    }
    return found;
}

/// A clinic full of generated persons, written past the acts so that thousands take seconds.
class Town
{
public:
    Town() : m_random(7) {}

    void add(const QString &name, const QStringList &phones, const QString &document = {}, const QString &old = {})
    {
        Person person;
        person.id = PatientId::create(clinic.clock, m_random);
        person.order = people.size() + 1;
        // A few days only, so that ties are common; 0: never seen.
        person.lastVisit = m_random.below(5) == 0 ? 0 : 20000 + static_cast<qint64>(m_random.below(40));
        person.subject = {name, phones, document, QStringLiteral("A%1").arg(person.order, 7, 10, QLatin1Char('0')),
                          old};
        for (const QString &key : searchKeys(person.subject))
            person.keys << key.toUtf8();
        people << person;
    }

    void write()
    {
        const auto tx = clinic.store().begin(clinic.owner(), "test.fill");
        store::Connection &connection = tx->connection();
        for (const Person &person : std::as_const(people)) {
            const SearchSubject &subject = person.subject;
            connection
                .internal("INSERT INTO patient(id, number, old_number, name, phone, document_number, registered_ms)"
                          " VALUES(?1, ?2, ?3, ?4, ?5, ?6, 1)")
                .bind(person.id, subject.number, orNull(subject.oldNumber), subject.name, subject.phones.value(0),
                      orNull(subject.idNumber))
                .run();
            for (qsizetype i = 1; i < subject.phones.size(); ++i)
                connection.internal("INSERT INTO patient_phone(id, patient_id, phone) VALUES(?1, ?2, ?3)")
                    .bind(Uuid::create(clinic.clock, m_random), person.id, subject.phones[i])
                    .run();
            if (person.lastVisit > 0)
                connection
                    .internal("INSERT INTO visit(id, patient_id, day, started_ms, entered_ms) VALUES(?1, ?2, ?3, 1, 1)")
                    .bind(Uuid::create(clinic.clock, m_random), person.id, person.lastVisit)
                    .run();
        }
        tx->commit();
    }

    template <class T>
    const T &any(const QList<T> &list)
    {
        return list[static_cast<qsizetype>(m_random.below(static_cast<quint64>(list.size())))];
    }
    quint64 below(quint64 bound) { return m_random.below(bound); }
    QString digits(int count)
    {
        QString text;
        for (int i = 0; i < count; ++i)
            text += QChar(static_cast<char16_t>(u'0' + m_random.below(10)));
        return text;
    }

    TestClinic clinic;
    QList<Person> people;

private:
    static QString orNull(const QString &text) { return text.isEmpty() ? QString() : text; }

    SeededRandom m_random;
};

QStringList named(const Town &town, const QList<PatientId> &ids)
{
    QStringList names;
    for (const PatientId &id : ids) {
        for (const Person &person : town.people) {
            if (person.id == id)
                names << QStringLiteral("%1 %2 (%3)")
                             .arg(person.subject.number, person.subject.name)
                             .arg(person.lastVisit);
        }
    }
    return names;
}

void compare(Town &town, const QString &typed, int limit)
{
    const auto hits = town.clinic.read(
        town.clinic.receptionist(), [&](const store::Snapshot &view) { return patient::search(view, typed, limit); });
    QVERIFY(hits.ok());
    QList<PatientId> found;
    for (const PatientHit &hit : *hits)
        found << hit.id;
    const QList<PatientId> expected = oracle(town.people, typed, limit);
    if (found != expected) {
        const QString message = QStringLiteral("“%1”, %2 rows\n  found    %3\n  expected %4")
                                    .arg(typed)
                                    .arg(limit)
                                    .arg(named(town, found).mid(0, 12).join(u", "))
                                    .arg(named(town, expected).mid(0, 12).join(u", "));
        QFAIL(qPrintable(message));
    }
}

const QStringList surnames{QStringLiteral("王"), QStringLiteral("李"),   QStringLiteral("陈"),   QStringLiteral("单"),
                           QStringLiteral("覃"), QStringLiteral("仇"),   QStringLiteral("曾"),   QStringLiteral("解"),
                           QStringLiteral("吕"), QStringLiteral("欧阳"), QStringLiteral("司马"), QStringLiteral("朴"),
                           QStringLiteral("沈"), QStringLiteral("尉迟"), QStringLiteral("任")};
const QStringList given{QStringLiteral("伟"), QStringLiteral("芳"), QStringLiteral("淑"), QStringLiteral("明"),
                        QStringLiteral("丽"), QStringLiteral("王"), QStringLiteral("乐"), QStringLiteral("绿"),
                        QStringLiteral("行"), QStringLiteral("华"), QStringLiteral("李"), QStringLiteral("秋")};
const QStringList foreign{QStringLiteral("Li Wei"),       QStringLiteral("Anna Maria Wolf"),
                          QStringLiteral("O'Brien Sean"), QStringLiteral("Wang Anna"),
                          QStringLiteral("Annabel Li"),   QStringLiteral("阿依古丽·买买提"),
                          QStringLiteral("José Lima"),    QStringLiteral("Wolfgang Müller")};

} // namespace

/// search() gives exactly what its rules say, however it goes about it.
class TestSearch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void search_anyText_isWhatTheRulesSay_data();
    void search_anyText_isWhatTheRulesSay();
    void search_manySharingASurname_isWhatTheRulesSay_data();
    void search_manySharingASurname_isWhatTheRulesSay();
    void search_cutAtEveryLimit_isAPrefixOfTheWhole();
    void search_afterRebuilding_isTheSame();

private:
    std::unique_ptr<Town> m_town;
    std::unique_ptr<Town> m_crowd;
};

void TestSearch::initTestCase()
{
    m_town = std::make_unique<Town>();
    Town &town = *m_town;
    for (int i = 0; i < 3000; ++i) {
        QString name = town.any(surnames);
        for (quint64 k = 0; k < 1 + town.below(2); ++k)
            name += town.any(given);
        if (i % 12 == 0)
            name = town.any(foreign);
        QStringList phones{QStringLiteral("1%1").arg(town.digits(10))};
        if (i % 5 == 0)
            phones << QStringLiteral("139%1").arg(town.digits(8));
        if (i % 9 == 0)
            phones << QStringLiteral("010%1").arg(town.digits(8));
        const QString document = i % 3 == 0 ? QStringLiteral("1101051949123%1").arg(town.digits(5)) : QString();
        const QString old = i % 7 == 0 ? QStringLiteral("H%1").arg(town.below(4000)) : QString();
        town.add(name, phones, document, old);
    }
    town.write();

    // Everybody is called Wang, a third of them the same, and all phones begin and end alike.
    m_crowd = std::make_unique<Town>();
    Town &crowd = *m_crowd;
    for (int i = 0; i < 2500; ++i) {
        const bool same = i % 10 != 0;
        crowd.add(same ? QStringLiteral("王伟") : QStringLiteral("王") + crowd.any(given) + crowd.any(given),
                  {QStringLiteral("138%1%2")
                       .arg(crowd.digits(6))
                       .arg(i % 20 == 0 ? QStringLiteral("12") : QStringLiteral("88"))},
                  QStringLiteral("11010519491231%1").arg(i % 30 == 0 ? QStringLiteral("1234") : QStringLiteral("4321")),
                  QStringLiteral("K-7"));
    }
    for (int i = 0; i < 300; ++i)
        crowd.add(crowd.any(foreign), {QStringLiteral("139%1").arg(crowd.digits(8))});
    for (int i = 0; i < 2400; ++i)
        crowd.add(QStringLiteral("Anna Wolf"), {QStringLiteral("021%1").arg(crowd.digits(8))});
    crowd.write();
}

void TestSearch::search_anyText_isWhatTheRulesSay_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<int>("limit");
    for (const char *typed : {"",
                              " ",
                              "  王  ",
                              "·",
                              "。",
                              "王",
                              "王伟",
                              "wang",
                              "WANG W",
                              "w",
                              "l",
                              "li",
                              "lv",
                              "lu",
                              "lvm",
                              "san",
                              "shan",
                              "chan",
                              "qin",
                              "tan",
                              "ouyang",
                              "oy",
                              "oyw",
                              "ann",
                              "anna",
                              "nna",
                              "wolf",
                              "olf",
                              "maria",
                              "li wei",
                              "jose",
                              "müller",
                              "买买提",
                              "1",
                              "13",
                              "139",
                              "12",
                              "88",
                              "0",
                              "00",
                              "000",
                              "A",
                              "A0",
                              "A0000012",
                              "a12",
                              "12 34",
                              "010",
                              "+86139",
                              "H1",
                              "H12",
                              "h-12",
                              "X",
                              "123X",
                              "'",
                              "%",
                              "_",
                              "王%",
                              "１３９",
                              "不存在",
                              "zzz",
                              "99999999999999999999",
                              "𠮷",
                              "e",
                              "wangwangwangwang"}) {
        QTest::addRow("%s/50", typed) << QString::fromUtf8(typed) << 50;
        QTest::addRow("%s/3", typed) << QString::fromUtf8(typed) << 3;
    }
    // Pieces of people that are there.
    SeededRandom random(99);
    const auto piece = [&](const QString &text) {
        const auto from = static_cast<qsizetype>(random.below(static_cast<quint64>(text.size())));
        return text.mid(from, 1 + static_cast<qsizetype>(random.below(static_cast<quint64>(text.size() - from))));
    };
    for (int i = 0; i < 60; ++i) {
        const Person &person = m_town->people[static_cast<qsizetype>(random.below(3000))];
        const SearchSubject &subject = person.subject;
        const QString reading = nameReadings(subject.name).value(0).pinyin;
        const QStringList texts{subject.name,
                                piece(subject.name),
                                reading,
                                QString(reading).remove(u' ').left(1 + static_cast<qsizetype>(random.below(9))),
                                nameReadings(subject.name).value(0).initials,
                                subject.phones.constLast(),
                                piece(subject.phones.constFirst()),
                                subject.phones.constFirst().right(4),
                                subject.number,
                                subject.idNumber.right(4),
                                subject.idNumber,
                                subject.oldNumber};
        for (const QString &text : texts) {
            if (!text.isEmpty())
                QTest::addRow("%s (%s)", qPrintable(text), qPrintable(subject.number)) << text << 20;
        }
    }
}

void TestSearch::search_anyText_isWhatTheRulesSay()
{
    QFETCH(QString, typed);
    QFETCH(int, limit);
    compare(*m_town, typed, limit);
}

void TestSearch::search_manySharingASurname_isWhatTheRulesSay_data()
{
    QTest::addColumn<QString>("typed");
    for (const char *typed :
         {"",     "王",  "王伟", "伟",   "w",       "ww",        "wang", "wangwei", "wei",  "wangw",
          "wa",   "88",  "12",   "8",    "138",     "1388",      "A",    "A0",      "A000", "0",
          "00",   "1",   "2",    "4321", "1234",    "K7",        "k",    "K-7",     "7",    "110105194912314321",
          "anna", "ann", "nna",  "wolf", "w o l f", "anna wolf", "aw",   "a",       "li",   "021",
          "2"})
        QTest::addRow("%s", typed) << QString::fromUtf8(typed);
}

void TestSearch::search_manySharingASurname_isWhatTheRulesSay()
{
    QFETCH(QString, typed);
    compare(*m_crowd, typed, 50);
    compare(*m_crowd, typed, 7);
}

void TestSearch::search_cutAtEveryLimit_isAPrefixOfTheWhole()
{
    for (const QString &typed :
         {QStringLiteral("wang"), QStringLiteral("12"), QStringLiteral("伟"), QStringLiteral("an")}) {
        for (int limit = 1; limit < 12; ++limit)
            compare(*m_crowd, typed, limit);
    }
    compare(*m_crowd, QStringLiteral("王伟"), 2300);
    compare(*m_crowd, QStringLiteral("anna"), 5000);
}

void TestSearch::search_afterRebuilding_isTheSame()
{
    const auto rows = [&](const char *sql) {
        QStringList found;
        const auto view = m_town->clinic.store().snapshot(m_town->clinic.owner());
        store::Query query = view->connection().internal(sql);
        while (query.next()) {
            QString line;
            for (int i = 0; i < query.columnCount(); ++i)
                line += query.get<QString>(i) + u'|';
            found << line;
        }
        return found;
    };
    const char *keys = "SELECT k, pid FROM search_key ORDER BY k, pid /* whole table */";
    const char *ranks = "SELECT * FROM patient_rank ORDER BY pid /* whole table */";
    const QStringList keysBefore = rows(keys);
    const QStringList ranksBefore = rows(ranks);
    QVERIFY(keysBefore.size() > 30000);
    const auto tx = m_town->clinic.store().begin(m_town->clinic.owner(), "keys.rebuild");
    patient::rebuildKeys(*tx);
    tx->commit();
    QCOMPARE(rows(keys), keysBefore);
    QCOMPARE(rows(ranks), ranksBefore);
}

QTEST_GUILESS_MAIN(TestSearch)
#include "tst_search.moc"
