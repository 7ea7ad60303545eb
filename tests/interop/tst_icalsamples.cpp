#include "interop/icalreader.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QMap>
#include <QRegularExpression>
#include <QTest>

#include <libical/ical.h>

#include <functional>
#include <memory>

using namespace xinglin;
using namespace xinglin::interop;
using namespace Qt::StringLiterals;

namespace {

const QTimeZone clinicZone("Asia/Shanghai");

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(path));
    return file.readAll();
}

IcalWindow years(int first, int last)
{
    return {clinicZone, instantFromMs(QDate(first, 1, 1).startOfDay(clinicZone).toMSecsSinceEpoch()),
            instantFromMs(QDate(last, 1, 1).startOfDay(clinicZone).toMSecsSinceEpoch())};
}

QString textOf(Instant instant)
{
    return QDateTime::fromMSecsSinceEpoch(toMs(instant), Qt::UTC).toString(u"yyyyMMdd'T'HHmmss'Z'"_s);
}

/// Why our times are others than libical's; empty: they are the same.
QString differs(const QString &uid)
{
    struct Known
    {
        const char *uid;
        const char *why;
    };
    static constexpr Known known[] = {
        {"C1C7B4A3-1ECC-11D7-A916-00306553216E", "its rule ends before it begins; the beginning stands all the same"},
        {"DBDA1EC6-8B85-11D9-8BC8-000D93C64B96", "its rule does not name its beginning, which libical leaves out"},
        {"e9632b98-8184-11d9-9cdb-976f2bf1ae32", "its rule does not name its beginning, which libical leaves out"},
        {"E88157FE01BE8A5C85256FDB006EBCC3-Lotus_Notes_Generated", "libical passes over dates that are periods"},
        {"6882C1FE92942DA785256FDB006FEE85-Lotus_Notes_Generated", "libical passes over dates that are periods"},
        {"6BA1ECA4D58B306C85256FDB0071B664-Lotus_Notes_Generated", "libical passes over dates that are periods"},
        {"20030425T023455Z-5454-500-1-0@lbt-laplinux.voiping.com", "libical does not know the zone by its last words"},
        {"20050506T015340Z-8156-1000-1-1@moonspell", "libical does not know the zone by its last words"},
    };
    for (const Known &one : known) {
        if (uid == QLatin1String(one.uid))
            return QLatin1String(one.why);
    }
    return {};
}

/// Beginnings as libical finds them.
struct Gathered
{
    bool wholeDays = false;
    QStringList beginnings;
};

void gather(icalcomponent *, icaltime_span *span, void *data)
{
    auto *all = static_cast<Gathered *>(data);
    const QDateTime time = QDateTime::fromSecsSinceEpoch(span->start, Qt::UTC);
    all->beginnings << time.toString(all->wholeDays ? u"yyyyMMdd"_s : u"yyyyMMdd'T'HHmmss'Z'"_s);
}

icaltimetype midnight(int year)
{
    icaltimetype time = icaltime_null_time();
    time.year = year;
    time.month = 1;
    time.day = 1;
    time.zone = icaltimezone_get_utc_timezone();
    return time;
}

/// Beginnings within the years by uid; of events whose single times are changed elsewhere, and of those without a uid,
/// nothing.
QMap<QString, QStringList> foundByLibical(const QByteArray &bytes, int first, int last)
{
    icalerror_set_errors_are_fatal(0);
    const std::unique_ptr<icalcomponent, void (*)(icalcomponent *)> root(icalparser_parse_string(bytes.constData()),
                                                                         icalcomponent_free);
    QMap<QString, QStringList> found;
    QSet<QString> changed;
    const std::function<void(icalcomponent *)> look = [&](icalcomponent *parent) {
        for (auto *one = icalcomponent_get_first_component(parent, ICAL_ANY_COMPONENT); one != nullptr;
             one = icalcomponent_get_next_component(parent, ICAL_ANY_COMPONENT)) {
            look(one);
            const char *uid = icalcomponent_isa(one) == ICAL_VEVENT_COMPONENT ? icalcomponent_get_uid(one) : nullptr;
            if (uid == nullptr)
                continue;
            const QString name = QString::fromUtf8(uid);
            if (found.contains(name) || icalcomponent_get_first_property(one, ICAL_RECURRENCEID_PROPERTY) != nullptr)
                changed.insert(name);
            Gathered gathered{icalcomponent_get_dtstart(one).is_date != 0, {}};
            icalcomponent_foreach_recurrence(one, midnight(first), midnight(last), gather, &gathered);
            found.insert(name, gathered.beginnings);
        }
    };
    if (root) {
        if (icalcomponent_isa(root.get()) == ICAL_VEVENT_COMPONENT)
            return {};
        look(root.get());
    }
    for (const QString &name : std::as_const(changed))
        found.remove(name);
    return found;
}

} // namespace

/// Calendars that nobody here wrote: each component is taken or refused in words.
class TestIcalSamples : public QObject
{
    Q_OBJECT

private slots:
    void read_everySample_isAccountedFor_data()
    {
        QTest::addColumn<QString>("path");
        QDirIterator files(u"" XINGLIN_SAMPLES "/ical-vcard"_s, {u"*.ics"_s, u"*.vcf"_s}, QDir::Files,
                           QDirIterator::Subdirectories);
        int count = 0;
        while (files.hasNext()) {
            const QString path = files.next();
            ++count;
            QTest::newRow(qPrintable(QFileInfo(path).dir().dirName() + u'/' + QFileInfo(path).fileName())) << path;
        }
        QVERIFY(count > 90);
    }
    void read_everySample_isAccountedFor()
    {
        QFETCH(QString, path);
        const QByteArray bytes = bytesOf(path);
        QElapsedTimer timer;
        timer.start();
        const auto file = readIcal(bytes, years(2004, 2006));
        QVERIFY2(timer.elapsed() < 5000, "it took too long");
        if (path.endsWith(u".vcf"_s)) {
            QVERIFY(!file.ok());
            QCOMPARE(file.error().code, Code::Invalid);
            QVERIFY(file.error().message.contains(u"vCard"_s));
            return;
        }
        if (!file) {
            qInfo("%s", qPrintable(file.error().message));
            QVERIFY(!QString::fromLatin1(bytes).contains(u"BEGIN:VEVENT"_s, Qt::CaseInsensitive));
            QVERIFY(!file.error().message.isEmpty());
            return;
        }
        static const QRegularExpression begins(
            u"(?<=^|[\\r\\n])BEGIN[ \\t]*:[ \\t]*(VEVENT|VTODO|VJOURNAL|VFREEBUSY)"_s,
            QRegularExpression::CaseInsensitiveOption);
        qsizetype there = 0;
        for (auto found = begins.globalMatch(QString::fromLatin1(bytes)); found.hasNext(); found.next())
            ++there;
        qsizetype told = file->events.size();
        for (const IcalRefusal &one : file->refused) {
            QVERIFY(one.line > 0);
            QVERIFY(!one.why.isEmpty());
            told += QStringList{u"VEVENT"_s, u"VTODO"_s, u"VJOURNAL"_s, u"VFREEBUSY"_s}.contains(one.component) ? 1 : 0;
            qInfo("%lld %s %s: %s", one.line, qPrintable(one.component), qPrintable(one.property), qPrintable(one.why));
        }
        QCOMPARE(told, there);
    }

    void read_everySample_findsTheTimesThatLibicalFinds_data() { read_everySample_isAccountedFor_data(); }
    void read_everySample_findsTheTimesThatLibicalFinds()
    {
        QFETCH(QString, path);
        const QByteArray bytes = bytesOf(path);
        IcalWindow window = years(2000, 2010);
        window.zone = QTimeZone::utc(); // libical takes floating times for UTC
        window.from = instantFromMs(QDate(2000, 1, 1).startOfDay(Qt::UTC).toMSecsSinceEpoch());
        window.until = instantFromMs(QDate(2010, 1, 1).startOfDay(Qt::UTC).toMSecsSinceEpoch());
        const auto file = readIcal(bytes, window);
        if (!file)
            return; // told by the other test
        const auto theirs = foundByLibical(bytes, 2000, 2010);
        for (const IcalEvent &event : file->events) {
            if (!theirs.contains(event.uid))
                continue;
            QStringList ours;
            for (const IcalTime &time : event.times) {
                if (time.wholeDays ? time.first.year() >= 2000 : time.period.from >= window.from)
                    ours << (time.wholeDays ? time.first.toString(u"yyyyMMdd"_s) : textOf(time.period.from));
            }
            QStringList expected = theirs.value(event.uid);
            expected.sort();
            expected.removeDuplicates();
            ours.sort();
            if (ours != expected && !differs(event.uid).isEmpty()) {
                m_different.insert(event.uid);
                continue;
            }
            QVERIFY2(ours == expected,
                     qPrintable(u"%1: %2 instead of %3"_s.arg(event.uid, ours.join(u' '), expected.join(u' '))));
            m_compared += expected.size();
        }
    }
    void cleanupTestCase()
    {
        qInfo("%lld times of the samples are those that libical finds", m_compared);
        if (m_compared == 0) // only something else was asked for
            return;
        QVERIFY(m_compared > 5000);
        QCOMPARE(m_different.size(), 8); // each reason still has its event
    }

private:
    qint64 m_compared = 0;
    QSet<QString> m_different;
};

QTEST_GUILESS_MAIN(TestIcalSamples)
#include "tst_icalsamples.moc"
