#include "app/program.h"

#include "access/session.h"
#include "clinic/followers.h"
#include "clinic/patient/patients.h"
#include "clinic/prescription/consultation.h"
#include "clinic/record/attachments.h"

#include <QDirIterator>
#include <QTest>

#include <array>
#include <cmath>
#include <iconv.h>

using namespace xinglin;
using xinglin::test::Program;

namespace {

const QString plantedName = QStringLiteral("慕容清霁雪");
const QString plantedPhone = QStringLiteral("15478236591");
const QString plantedId = QStringLiteral("330199196703142365");
const QString plantedNote = QStringLiteral("密约于寒梧阁后园");
const QString plantedAddress = QStringLiteral("青溪市落霞坞九十七号");
const QString plantedComplaint = QStringLiteral("夜半惊梦三载不愈");
const QString plantedHistory = QStringLiteral("quasimodo-heliotrope-vexillum");
const QString plantedAlert = QStringLiteral("须由其姊陪同乘舆");
const QString plantedTitle = QStringLiteral("慕容氏舌象原片");
const QByteArray plantedPicture = "JFIF-pixels-of-nobody-else-0451";
const QByteArray plantedThumbnail = "\xff\xd8-small-pixels-7733";
const QString plantedPassword = QStringLiteral("Zephyr!茱萸-Password-83");

QByteArray converted(const QString &text, const char *encoding)
{
    const iconv_t converter = ::iconv_open(encoding, "UTF-8");
    QByteArray from = text.toUtf8();
    QByteArray to(from.size() * 4, '\0');
    char *in = from.data();
    char *out = to.data();
    auto inLeft = static_cast<size_t>(from.size());
    auto outLeft = static_cast<size_t>(to.size());
    const bool done = ::iconv(converter, &in, &inLeft, &out, &outLeft) != static_cast<size_t>(-1);
    ::iconv_close(converter);
    to.resize(to.size() - static_cast<qsizetype>(outLeft));
    return done ? to : QByteArray();
}

QString reversed(QString text)
{
    std::reverse(text.begin(), text.end());
    return text;
}

/// Everything that must not be readable, in every writing it could stand in.
QList<QByteArray> needles()
{
    const QStringList words = {plantedName,
                               plantedName.mid(2),
                               plantedPhone,
                               plantedPhone.right(8),
                               plantedId,
                               plantedId.left(14),
                               plantedNote,
                               plantedNote.left(5),
                               plantedAddress,
                               plantedComplaint,
                               plantedHistory,
                               plantedAlert,
                               plantedTitle,
                               plantedPassword,
                               QStringLiteral("murong"),
                               reversed(plantedPhone.right(8)),
                               reversed(plantedId.right(8)),
                               QStringLiteral("茯神木心"),
                               QStringLiteral("龙眼肉")};
    QList<QByteArray> all{plantedPicture, plantedThumbnail, plantedPicture.left(12)};
    for (const QString &word : words)
        for (const char *encoding : {"UTF-8", "UTF-16LE", "UTF-16BE", "GB18030"})
            all << converted(word, encoding);
    return all;
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The files of a folder by name.
QMap<QString, QByteArray> filesIn(const QString &folder)
{
    QMap<QString, QByteArray> files;
    QDirIterator it(folder, QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        const QString path = it.next();
        files.insert(QDir(folder).relativeFilePath(path), bytesOf(path));
    }
    return files;
}

/// "file: needle" of the first one found; empty where there is none.
QString findIn(const QMap<QString, QByteArray> &files, const QList<QByteArray> &needles)
{
    for (auto file = files.cbegin(); file != files.cend(); ++file) {
        if (file.key().contains(QStringLiteral("murong")))
            return file.key();
        for (const QByteArray &needle : needles)
            if (file->contains(needle))
                return file.key() + QStringLiteral(": ") + QString::fromLatin1(needle.toHex());
    }
    return {};
}

using Counts = std::array<qint64, 256>;

Counts countsOf(QByteArrayView bytes)
{
    Counts counts{};
    for (const char byte : bytes)
        ++counts[static_cast<quint8>(byte)];
    return counts;
}

/// Shannon entropy in bits for each byte. 4096 bytes of noise have about 7.955, hardly ever less than 7.94.
double entropyOf(QByteArrayView bytes)
{
    const double size = static_cast<double>(bytes.size());
    double bits = 0;
    for (const qint64 count : countsOf(bytes))
        if (count > 0)
            bits -= static_cast<double>(count) / size * std::log2(static_cast<double>(count) / size);
    return bits;
}

/// Against even bytes; 255 degrees of freedom, so noise has 255 ± 23.
double chiSquareOf(QByteArrayView bytes)
{
    const double expected = static_cast<double>(bytes.size()) / 256;
    double sum = 0;
    for (const qint64 count : countsOf(bytes))
        sum += (static_cast<double>(count) - expected) * (static_cast<double>(count) - expected) / expected;
    return sum;
}

struct Noise
{
    double worst = 8;
    double mean = 0;
    double chiSquare = 0;
    qint64 pages = 0;
};

/// Of pages of 4 KiB after @p header bytes, each with @p lead bytes of its own before it.
Noise noiseOf(const QByteArray &file, qsizetype header, qsizetype lead)
{
    Noise noise;
    QByteArray all;
    for (qsizetype at = header + lead; at + 4096 <= file.size(); at += 4096 + lead) {
        const QByteArrayView page = QByteArrayView(file).sliced(at, 4096);
        const double bits = entropyOf(page);
        noise.worst = std::min(noise.worst, bits);
        noise.mean += bits;
        ++noise.pages;
        all += page.toByteArray();
    }
    noise.mean /= static_cast<double>(std::max<qint64>(noise.pages, 1));
    noise.chiSquare = all.isEmpty() ? 0 : chiSquareOf(all);
    return noise;
}

} // namespace

/// What somebody reads who copies the folder of a clinic and knows no secret: nothing.
class TestSecrecy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void search_plainFiles_findsEveryWriting();
    void entropy_textAndNoise_differ();
    void folder_whileOpen_holdsNoPlantedWord();
    void folder_afterClosing_holdsNoPlantedWord();
    void database_pages_areNoise();
    void log_pages_areNoise();
    void attachment_bytes_areNoise();
    void words_ofThePrograms_holdNoPlantedWord();

private:
    Program m_program;
    QByteArray m_said;
    QMap<QString, QByteArray> m_open;
    QMap<QString, QByteArray> m_closed;
};

void TestSecrecy::initTestCase()
{
    m_program.setPassword(plantedPassword);
    const auto folder = QStringLiteral("clinic");
    const auto made = m_program.on(folder, {"init", "--clinic", "杏林堂", "--user", "owner", "--roles", "P",
                                            "--recovery-out", m_program.file("sheet")});
    QVERIFY2(made.exit == 0, made.err.constData());
    const auto added = m_program.on(folder, {"patient", "add", "--name", plantedName, "--phone", plantedPhone,
                                             "--id-number", plantedId, "--address", plantedAddress, "--note",
                                             plantedNote, "--desk-alert", plantedAlert, "--json"});
    QVERIFY2(added.exit == 0, added.err.constData());
    const auto patient = PatientId::fromString(added.json().value("id").toString());
    QVERIFY(patient);
    const auto found = m_program.on(folder, {"patient", "search", plantedName, "--json"});
    QVERIFY(found.out.contains(plantedName.toUtf8()));
    m_said = made.err + added.err + found.err;

    const SystemClock clock;
    SystemRandom random;
    DiskFiles files;
    access::Surroundings around;
    around.folder = m_program.file(folder);
    around.clock = &clock;
    around.random = &random;
    around.files = &files;
    const auto catalog = Catalog::load();
    QVERIFY(catalog.ok());
    {
        const auto session = access::signIn(around, "owner", plantedPassword);
        QVERIFY(session.ok());
        addFollowers(*session->store);
        for (int visit = 0; visit < 20; ++visit) {
            const auto tx = session->store->begin(session->actor, "visit.sign");
            consultation::Draft draft;
            draft.visit.patient = *patient;
            draft.visit.note.complaint = plantedComplaint;
            draft.visit.note.history = plantedHistory;
            draft.visit.note.note = plantedNote;
            PrescriptionDraft prescription;
            prescription.name = QStringLiteral("归脾汤加减");
            prescription.lines = {
                {QStringLiteral("long-yan-rou"), QStringLiteral("龙眼肉"), Mass::grams(12), {}, false},
                {{}, QStringLiteral("茯神木心"), Mass::grams(9), {}, false}};
            draft.prescriptions = {prescription};
            const auto stored = consultation::sign(*tx, **catalog, draft);
            QVERIFY2(stored.ok(), stored ? "" : qPrintable(stored.error().message));
            tx->commit();
        }
        AttachmentDraft picture;
        picture.patient = *patient;
        picture.kind = AttachmentKind::Tongue;
        picture.title = plantedTitle;
        picture.mediaType = QStringLiteral("image/jpeg");
        picture.width = 4000;
        picture.height = 3000;
        picture.thumbnail = plantedThumbnail.repeated(100);
        const auto attached =
            attachments::attach(*session->store, session->actor, picture, plantedPicture.repeated(100'000));
        QVERIFY2(attached.ok(), attached ? "" : qPrintable(attached.error().message));
        m_open = filesIn(around.folder);
    }
    m_closed = filesIn(around.folder);
}

void TestSecrecy::search_plainFiles_findsEveryWriting()
{
    const auto all = needles();
    for (const QByteArray &needle : all) {
        QVERIFY(needle.size() >= 5);
        QVERIFY(
            !findIn({{QStringLiteral("plain"), QByteArray(5000, 'x') + needle + QByteArray(99, 'y')}}, all).isEmpty());
    }
    QVERIFY(findIn({{QStringLiteral("plain"), QByteArray(5000, 'x')}}, all).isEmpty());
}

void TestSecrecy::entropy_textAndNoise_differ()
{
    SeededRandom random(7);
    QByteArray noise(64 * 4096, '\0');
    random.fill({reinterpret_cast<std::uint8_t *>(noise.data()), static_cast<size_t>(noise.size())});
    QVERIFY(noiseOf(noise, 0, 0).worst > 7.9);
    QVERIFY(noiseOf(noise, 0, 0).chiSquare < 400);
    // One page of text among noise is noticed, and so is a page that is half empty.
    noise.replace(4096, 4096, QByteArray(4096, 'a'));
    QVERIFY(noiseOf(noise, 0, 0).worst < 1);
    noise.replace(4096, 4096, noise.mid(8192, 2048) + QByteArray(2048, '\0'));
    QVERIFY(noiseOf(noise, 0, 0).worst < 7.8);
}

void TestSecrecy::folder_whileOpen_holdsNoPlantedWord()
{
    for (const char *name : {"clinic.db", "clinic.db-wal", "clinic.db-shm", "keyring", "store.lock"})
        QVERIFY2(m_open.contains(QLatin1String(name)), name);
    QVERIFY(m_open.value("clinic.db-wal").size() > 20 * 4096);
    QCOMPARE(findIn(m_open, needles()), QString());
}

void TestSecrecy::folder_afterClosing_holdsNoPlantedWord()
{
    QVERIFY(m_closed.value("clinic.db").size() > 20 * 4096);
    QCOMPARE(findIn(m_closed, needles()), QString());
}

void TestSecrecy::database_pages_areNoise()
{
    const Noise noise = noiseOf(m_closed.value("clinic.db"), 0, 0);
    QVERIFY(noise.pages > 20);
    QVERIFY2(noise.mean > 7.9, qPrintable(QString::number(noise.mean)));
    QVERIFY2(noise.worst > 7.8, qPrintable(QString::number(noise.worst)));
    QVERIFY2(noise.chiSquare < 400, qPrintable(QString::number(noise.chiSquare)));
}

void TestSecrecy::log_pages_areNoise()
{
    // A write-ahead log has 32 bytes of header, and 24 before each page.
    const Noise noise = noiseOf(m_open.value("clinic.db-wal"), 32, 24);
    QVERIFY(noise.pages > 20);
    QVERIFY2(noise.mean > 7.9, qPrintable(QString::number(noise.mean)));
    QVERIFY2(noise.worst > 7.8, qPrintable(QString::number(noise.worst)));
}

void TestSecrecy::attachment_bytes_areNoise()
{
    int found = 0;
    for (auto file = m_closed.cbegin(); file != m_closed.cend(); ++file) {
        if (!file.key().startsWith(u"attachments/"))
            continue;
        ++found;
        QVERIFY(file->size() > plantedPicture.size() * 100'000);
        const Noise noise = noiseOf(*file, 32, 0); // magic, version and nonce before it
        QVERIFY2(noise.mean > 7.95, qPrintable(QString::number(noise.mean)));
        QVERIFY2(noise.worst > 7.9, qPrintable(QString::number(noise.worst)));
        QVERIFY2(noise.chiSquare < 400, qPrintable(QString::number(noise.chiSquare)));
    }
    QCOMPARE(found, 1);
}

void TestSecrecy::words_ofThePrograms_holdNoPlantedWord()
{
    QCOMPARE(findIn({{QStringLiteral("standard error"), m_said}}, needles()), QString());
}

QTEST_GUILESS_MAIN(TestSecrecy)
#include "tst_secrecy.moc"
