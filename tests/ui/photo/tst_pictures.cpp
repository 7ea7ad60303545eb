#include "store/attachedfiles.h"
#include "ui/photo/exif.h"
#include "ui/photo/pictures.h"
#include "ui/photo/scenes.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace xinglin;
using namespace xinglin::test;
using namespace xinglin::ui;

namespace {

const QTimeZone zone("Asia/Shanghai");

/// A JPEG that says how the camera was held and when it was taken.
QByteArray withExif(const QByteArray &jpeg, int orientation, const QByteArray &taken)
{
    const auto two = [](int value) { return QByteArray(1, char(value >> 8)) + QByteArray(1, char(value & 0xff)); };
    const auto four = [&](int value) { return two(value >> 16) + two(value & 0xffff); };
    // Two directories: the main one with the orientation and a pointer, and that of the exposure with the date.
    QByteArray tiff = "MM" + two(42) + four(8);
    tiff += two(2);
    tiff += two(0x0112) + two(3) + four(1) + two(orientation) + two(0);
    tiff += two(0x8769) + two(4) + four(1) + four(38);
    tiff += four(0);
    tiff += two(1);
    tiff += two(0x9003) + two(2) + four(int(taken.size()) + 1) + four(56);
    tiff += four(0);
    tiff += taken + QByteArray(1, '\0');
    const QByteArray block = QByteArray("Exif\0\0", 6) + tiff;
    return jpeg.first(2) + QByteArray("\xff\xe1") + two(int(block.size()) + 2) + block + jpeg.mid(2);
}

} // namespace

/// From bytes to what is attached and shown.
class TestPictures : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }
    void lookedAt_jpeg_saysWhatItIs();
    void lookedAt_namesThatLie_countForNothing();
    void lookedAt_exif_givesTheTimeAndTurns();
    void lookedAt_damagedExif_isLeftOut();
    void lookedAt_cutPicture_isNamedInWords();
    void lookedAt_tooManyPixels_isRefusedUnread();
    void lookedAt_noPicture_isKeptWithoutOne();
    void readWhole_whatCannotBeHad_isNamed();
    void untouched_givesEachPixelBack();
    void shownPicture_withCard_isSetRight();
    void shownPicture_withoutCard_saysThatItIsGuessed();
    void shownPicture_twelveMegapixels_isQuick();
};

void TestPictures::lookedAt_jpeg_saysWhatItIs()
{
    const QByteArray bytes = encoded(tongueImage(0));
    const auto draft = lookedAt(bytes, QStringLiteral("舌.jpg"), zone);
    QVERIFY(draft);
    QCOMPARE(draft->mediaType, QStringLiteral("image/jpeg"));
    QCOMPARE(QSize(draft->width, draft->height), QSize(640, 480));
    QCOMPARE(draft->title, QStringLiteral("舌.jpg"));
    QVERIFY(!draft->taken);
    const QImage small = QImage::fromData(draft->thumbnail, "JPEG");
    QCOMPARE(small.size(), QSize(240, 180));
    QVERIFY(draft->thumbnail.size() <= MostThumbnailBytes);
}

void TestPictures::lookedAt_namesThatLie_countForNothing()
{
    const auto png = lookedAt(encoded(tongueImage(0), "PNG"), QStringLiteral("a.jpg"), zone);
    QVERIFY(png);
    QCOMPARE(png->mediaType, QStringLiteral("image/png"));
    const auto words = lookedAt("just words", QStringLiteral("a.jpg"), zone);
    QVERIFY(words);
    QCOMPARE(words->mediaType, QStringLiteral("text/plain"));
    QCOMPARE(words->width, 0);
}

void TestPictures::lookedAt_exif_givesTheTimeAndTurns()
{
    const QByteArray bytes = withExif(encoded(tongueImage(0)), 6, "2026:03:01 09:30:00");
    const auto draft = lookedAt(bytes, {}, zone);
    QVERIFY(draft);
    QVERIFY(draft->taken);
    QCOMPARE(civilDay(*draft->taken, zone), QDate(2026, 3, 1));
    // Held upright: shown higher than wide, kept as it stands in the file.
    QCOMPARE(QSize(draft->width, draft->height), QSize(640, 480));
    const QImage small = QImage::fromData(draft->thumbnail, "JPEG");
    QVERIFY(small.height() > small.width());
    const auto image = decoded(bytes, 4000);
    QVERIFY(image);
    QCOMPARE(image->size(), QSize(480, 640));
}

void TestPictures::lookedAt_damagedExif_isLeftOut()
{
    const QByteArray whole = withExif(encoded(tongueImage(0)), 1, "2026:03:01 09:30:00");
    for (qsizetype at = 2; at < 110; ++at) {
        QByteArray bytes = whole;
        bytes[at] = char(0xff);
        // Nothing is read beyond the end, and what is read is a day that there is.
        if (const auto draft = lookedAt(bytes, {}, zone); draft && draft->taken)
            QVERIFY(civilDay(*draft->taken, zone).isValid());
        if (at < 80) // before the date
            QVERIFY(!takenAt(bytes.first(at), zone));
    }
    QVERIFY(!takenAt(withExif(encoded(tongueImage(0)), 1, "2026:13:41 09:30:00"), zone));
    QVERIFY(!takenAt(withExif(encoded(tongueImage(0)), 1, "0000:00:00 00:00:00"), zone));
}

void TestPictures::lookedAt_cutPicture_isNamedInWords()
{
    for (const char *format : {"PNG", "JPEG"}) {
        const QByteArray whole = encoded(tongueImage(0), format);
        for (const qsizetype left : {whole.size() / 3, whole.size() - 200}) {
            const auto refused = lookedAt(whole.first(left), QStringLiteral("舌.x"), zone);
            QVERIFY2(!refused, format);
            QCOMPARE(refused.error().code, Code::Damaged);
            QVERIFY2(refused.error().message.startsWith(QStringLiteral("舌.x: ")), qPrintable(refused.error().message));
        }
        // What some cameras write behind the end does no harm.
        QVERIFY2(lookedAt(whole + QByteArray(300, '\0'), QStringLiteral("舌.x"), zone), format);
    }
    QVERIFY(lookedAt(withExif(encoded(tongueImage(0)), 1, "2026:03:01 09:30:00"), {}, zone));
}

void TestPictures::lookedAt_tooManyPixels_isRefusedUnread()
{
    // A header alone: there are no 64 megapixels behind it.
    QByteArray bomb = encoded(QImage(8, 8, QImage::Format_RGB32), "BMP");
    for (const qsizetype at : {18, 22}) {
        bomb[at] = char(0x40);
        bomb[at + 1] = char(0x1f);
    }
    const auto refused = lookedAt(bomb, QStringLiteral("bomb.bmp"), zone);
    QVERIFY(!refused);
    QVERIFY2(refused.error().message.contains(QStringLiteral("megapixels")), qPrintable(refused.error().message));
}

void TestPictures::lookedAt_noPicture_isKeptWithoutOne()
{
    const auto pdf = lookedAt("%PDF-1.4\n%%EOF\n", QStringLiteral("报告.pdf"), zone);
    QVERIFY(pdf);
    QCOMPARE(pdf->mediaType, QStringLiteral("application/pdf"));
    QCOMPARE(pdf->width, 0);
    QVERIFY(pdf->thumbnail.isEmpty());
    // A drawing may hold anything; it is kept, never drawn.
    const auto drawing =
        lookedAt("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>", QStringLiteral("a.svg"), zone);
    QVERIFY(drawing);
    QCOMPARE(drawing->width, 0);
}

void TestPictures::readWhole_whatCannotBeHad_isNamed()
{
    const QTemporaryDir folder;
    const auto refusal = [](const Result<QByteArray> &bytes) { return bytes ? QString() : bytes.error().message; };
    QVERIFY(refusal(readWhole(folder.filePath(QStringLiteral("none.jpg")))).contains(QStringLiteral("none.jpg")));
    QVERIFY(refusal(readWhole(folder.path())).contains(QStringLiteral("folder")));
    QFile empty(folder.filePath(QStringLiteral("empty.jpg")));
    QVERIFY(empty.open(QIODevice::WriteOnly));
    empty.close();
    QCOMPARE(refusal(readWhole(empty.fileName())), QStringLiteral("empty.jpg is empty."));
    QFile large(folder.filePath(QStringLiteral("film.mp4")));
    QVERIFY(large.open(QIODevice::WriteOnly));
    QVERIFY(large.resize(store::MostAttachedBytes + 1));
    large.close();
    const QString words = refusal(readWhole(large.fileName()));
    QVERIFY2(words.contains(QStringLiteral("film.mp4")) && words.contains(QStringLiteral("50.0 MiB")),
             qPrintable(words));
}

void TestPictures::untouched_givesEachPixelBack()
{
    const QImage picture = tongueImage(3);
    const QImage back = QImage::fromData(untouched(picture), "PNG");
    QCOMPARE(back.convertToFormat(QImage::Format_RGB32), picture.convertToFormat(QImage::Format_RGB32));
}

void TestPictures::shownPicture_withCard_isSetRight()
{
    const auto warm = shownPicture(encoded(tongueImage(1)));
    const auto day = shownPicture(encoded(tongueImage(0)));
    QVERIFY(warm && day);
    QCOMPARE(warm->basis, colour::Basis::Card);
    QCOMPARE(day->basis, colour::Basis::Card);
    const QPointF spot(0.62, 0.7);
    const double before = colour::difference(labAt(warm->taken, spot), labAt(day->taken, spot));
    const double after = colour::difference(labAt(warm->corrected, spot), labAt(day->corrected, spot));
    QVERIFY2(after <= 3 && before > 2 * after, qPrintable(QStringLiteral("%1 -> %2").arg(before).arg(after)));
}

void TestPictures::shownPicture_withoutCard_saysThatItIsGuessed()
{
    const auto shown = shownPicture(encoded(tongueImage(1, false)));
    QVERIFY(shown);
    QCOMPARE(shown->basis, colour::Basis::GreyWorld);
    QVERIFY(!shown->card);
}

void TestPictures::shownPicture_twelveMegapixels_isQuick()
{
    const QImage picture = tongueImage(1, true, {4000, 3000});
    QElapsedTimer watch;
    watch.start();
    const QByteArray kept = untouched(picture);
    const qint64 packing = watch.restart();
    QVERIFY(lookedAt(kept, {}, zone));
    const qint64 looking = watch.restart();
    const auto shown = shownPicture(kept);
    const qint64 showing = watch.restart();
    const QByteArray jpeg = encoded(picture);
    watch.restart();
    QVERIFY(lookedAt(jpeg, {}, zone));
    const qint64 lookingJpeg = watch.restart();
    QVERIFY(shownPicture(jpeg));
    const qint64 showingJpeg = watch.elapsed();
    qInfo("12 megapixels of a camera: packed in %lld ms (%.1f MiB), looked at in %lld ms, shown in %lld ms; "
          "as JPEG (%.1f MiB) looked at in %lld ms, shown in %lld ms",
          packing, double(kept.size()) / 1048576, looking, showing, double(jpeg.size()) / 1048576, lookingJpeg,
          showingJpeg);
    QVERIFY(shown);
    QCOMPARE(shown->basis, colour::Basis::Card);
    // What a task of 8 seconds can give to it.
    QVERIFY(packing + looking + showing < 5000);
    QVERIFY(lookingJpeg + showingJpeg < 2500);
}

QTEST_MAIN(TestPictures)
#include "tst_pictures.moc"
