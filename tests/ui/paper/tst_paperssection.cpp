#include "access/settings.h"
#include "paperlook.h"
#include "support/testclinic.h"
#include "ui/kit/messagestrip.h"
#include "ui/kit/style.h"
#include "ui/paper/paperkinds.h"
#include "ui/paper/paperlogo.h"
#include "ui/paper/papertext.h"
#include "ui/paper/printshop.h"
#include "ui/settings/papersamples.h"
#include "ui/settings/paperssection.h"

#include <QApplication>
#include <QBuffer>
#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QRandomGenerator>
#include <QTest>

using namespace xinglin;
using namespace xinglin::test;
using namespace xinglin::ui;

namespace {

std::shared_ptr<const Catalog> catalog()
{
    static const std::shared_ptr<const Catalog> loaded = *Catalog::load();
    return loaded;
}

access::ClinicProfile profile()
{
    access::ClinicProfile one;
    one.name = QStringLiteral("杏林堂中医诊所");
    return one;
}

Sheets sample(const QString &kind)
{
    return sampleOf(kind, profile(), catalog(), QLocale(QLocale::Chinese));
}

/// A picture with something on it.
QImage painted(QSize size)
{
    QImage image(size, QImage::Format_ARGB32);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setBrush(QColor(120, 40, 20));
    painter.drawEllipse(image.rect().adjusted(2, 2, -3, -3));
    return image;
}

/// A picture that does not become smaller by packing it.
QImage noise(QSize size)
{
    QImage image(size, QImage::Format_RGB32);
    QRandomGenerator random(7);
    for (int y = 0; y < size.height(); ++y) {
        for (int x = 0; x < size.width(); ++x)
            image.setPixel(x, y, random.generate() | 0xff000000U);
    }
    return image;
}

/// The section over a clinic, shown, with what is settled in it.
struct Room
{
    template <class F>
    auto ask(F f) const
    {
        auto reading = clinic->read(f);
        while (!reading.isFinished())
            QTest::qWait(2);
        return reading.result();
    }
    Room()
    {
        if (!applyTheme(*qApp, ThemeName::Paper, 1.0))
            qFatal("no theme");
        profile = ::profile();
        profile.address = QStringLiteral("杭州市上城区河坊街 18 号");
        profile.phone = QStringLiteral("0571-87000000");
        profile.id =
            base.read(base.owner(), [](const store::Snapshot &view) { return access::clinicProfile(view); })->id;
        const auto written = base.write(base.owner(), "clinic.edit", [this](store::Transaction &tx) {
            return access::editClinicProfile(tx, profile);
        });
        if (!written)
            qFatal("%s", qPrintable(written.error().message));
        actor = base.owner();
        clinic = std::make_unique<Clinic>(base.takeStore(), actor);
        profile = *ask([](const store::Snapshot &view) { return access::clinicProfile(view); });
        reopen();
    }
    ~Room() { section.reset(); }
    void reopen()
    {
        Who who;
        who.clinic = profile;
        section = std::make_unique<PapersSection>(*clinic, who, catalog());
        section->resize(1000, 640);
        section->show();
        if (!QTest::qWaitForWindowActive(section.get()) ||
            !QTest::qWaitFor([this] { return !section->chosen().partsOfKind.isEmpty(); }))
            qFatal("the section does not open");
    }
    template <class T = QWidget>
    T *find(const char *name) const
    {
        return section->findChild<T *>(QLatin1String(name));
    }
    void choose(const QString &kind) const
    {
        auto *box = find<QComboBox>("paperKind");
        box->setCurrentIndex(box->findData(kind));
    }
    void save() const
    {
        QVERIFY(section->hasUnsaved());
        section->activateWindow(); // a dialog may have been over it
        QVERIFY(QTest::qWaitForWindowActive(section.get()));
        QTest::keyClick(section.get(), Qt::Key_S, Qt::ControlModifier);
        QTRY_VERIFY(!section->hasUnsaved());
    }
    QImage sample() const
    {
        auto *shown = find<QLabel>("paperSample");
        if (!QTest::qWaitFor([shown] { return !shown->pixmap(Qt::ReturnByValue).isNull(); }))
            qFatal("no sample");
        return shown->pixmap(Qt::ReturnByValue).toImage();
    }
    PaperDress settled() const
    {
        return *ask([](const store::Snapshot &view) { return paperDress(view); });
    }
    void settle(const QString &key, const QString &value) const
    {
        auto writing = clinic->write(
            "setting.change", [key, value](store::Transaction &tx) { return settings::setValue(tx, key, value); });
        while (!writing.isFinished())
            QTest::qWait(2);
        QVERIFY(writing.result().ok());
    }
    /// The sample of a kind as the clinic's papers go out.
    Sheets printed(const QString &kind) const
    {
        const PaperDress dress = settled();
        return dressed(sampleOf(kind, profile, catalog(), QLocale(), dress), dress);
    }
    /// Where the shop puts it.
    QString sent(const QString &kind) const
    {
        auto sending = PrintShop::of(*clinic).send(
            [kind, this](const PaperDress &dress) { return sampleOf(kind, profile, catalog(), QLocale(), dress); },
            {folder.path(), true});
        while (!sending.isFinished())
            QTest::qWait(2);
        return sending.result() ? sending.result()->path : QString();
    }

    TestClinic base;
    store::Actor actor;
    access::ClinicProfile profile;
    QTemporaryDir folder;
    std::unique_ptr<Clinic> clinic;
    std::unique_ptr<PapersSection> section;
};

} // namespace

/// What the clinic settles about its papers.
class TestPapersSection : public QObject
{
    Q_OBJECT

private slots:
    void dressed_nothingSettled_isThePageItself();
    void dressed_line_standsOnEveryPage_data();
    void dressed_line_standsOnEveryPage();
    void dressed_large_isTheSamePageOnA4();
    void section_saved_countsForTheNextPaper();
    void section_slipOnARoll_countsForTheNextSlip();
    void section_sample_isPaintedAsPapersAre();
    void logo_chosenFromAFile_standsOnTheNextPaper();
    void logo_file_isCheckedAtTheEdge_data();
    void logo_file_isCheckedAtTheEdge();
    void logo_wrongFile_isSaidAndNothingIsLost();
    void parts_toggledByKeys_countForThatPaper();
    void writing_large_countsForEveryPaperOnA5();
    void changed_byAnother_isNotTypedOver();
    void settings_byAPractitioner_areRefused();
};

void TestPapersSection::dressed_nothingSettled_isThePageItself()
{
    const Sheets plain = sample(paperkind::sickNote);
    QCOMPARE(differenceOf(Printed(plain).picture(0), Printed(dressed(plain, {})).picture(0)), QString());
}

void TestPapersSection::dressed_line_standsOnEveryPage_data()
{
    QTest::addColumn<QString>("kind");
    for (const QString &kind : resizableKinds())
        QTest::addRow("%s", qPrintable(kind)) << kind;
}

void TestPapersSection::dressed_line_standsOnEveryPage()
{
    QFETCH(QString, kind);
    PaperDress dress{QStringLiteral("周三休息　微信预约"), {}};
    for (const bool large : {false, true}) {
        dress.largeOfKind.insert(kind, large);
        const Sheets sheets = dressed(sample(kind), dress);
        QCOMPARE(sheets.size, large ? QPageSize::A4 : QPageSize::A5);
        const Printed printed(sheets);
        for (int page = 0; page < sheets.pages; ++page) {
            QVERIFY(printed.text(page).contains(QStringLiteral("周三休息")));
            QCOMPARE(characters(printed.text(page)), characters(paintedText(sheets, page)));
        }
        // It covers nothing: without it, the rest stands as it stood.
        PaperDress bare = dress;
        bare.line.clear();
        QImage with = printed.picture(0);
        QImage without = Printed(dressed(sample(kind), bare)).picture(0);
        const QRect rest(0, with.height() * 8 / 210, with.width(), with.height());
        QVERIFY(!differenceOf(without, with).isEmpty());
        QCOMPARE(differenceOf(without.copy(rest), with.copy(rest)), QString());
    }
}

void TestPapersSection::dressed_large_isTheSamePageOnA4()
{
    const Sheets plain = sample(paperkind::prescription);
    const Sheets large = dressed(plain, {{}, {{paperkind::prescription, true}}});
    QCOMPARE(characters(Printed(large).text(0)), characters(Printed(plain).text(0)));
    // Other kinds stay as they are.
    QCOMPARE(dressed(sample(paperkind::sickNote), {{}, {{paperkind::prescription, true}}}).size, QPageSize::A5);
    // Nothing is cut: no ink at the edges.
    const QImage page = Printed(large).picture(0);
    for (int y = 0; y < page.height(); ++y)
        QVERIFY(qGray(page.pixel(1, y)) > 240 && qGray(page.pixel(page.width() - 2, y)) > 240);
    for (int x = 0; x < page.width(); ++x)
        QVERIFY(qGray(page.pixel(x, 1)) > 240 && qGray(page.pixel(x, page.height() - 2)) > 240);
}

void TestPapersSection::section_saved_countsForTheNextPaper()
{
    Room room;
    auto *line = room.find<QLineEdit>("paperLine");
    line->setFocus();
    line->setText(QStringLiteral("周三休息"));
    room.choose(paperkind::sickNote);
    auto *size = room.find("paperSize");
    size->setFocus();
    QTest::keyClick(size, Qt::Key_Right);
    room.save();
    const Printed printed(room.printed(paperkind::sickNote));
    QVERIFY(printed.text(0).contains(QStringLiteral("周三休息")));
    QCOMPARE(room.settled().largeOfKind.value(paperkind::sickNote), true);
    QCOMPARE(room.settled().largeOfKind.value(paperkind::prescription), false);
    QVERIFY(run(QStringLiteral("pdfinfo"), {room.sent(paperkind::sickNote)}).contains("(A4)"));
}

void TestPapersSection::section_slipOnARoll_countsForTheNextSlip()
{
    Room room;
    room.choose(paperkind::queueSlip);
    QVERIFY(!room.find<QCheckBox>("part-address")->isEnabled()); // it has no letterhead
    const QImage sheet = room.sample();
    auto *size = room.find("paperSize");
    QVERIFY(size->isEnabled());
    size->setFocus();
    QTest::keyClick(size, Qt::Key_Right);
    QVERIFY(room.sample() != sheet);
    room.save();
    QVERIFY(room.settled().slipOnRoll);
    const Sheets slip =
        dressed(sampleOf(paperkind::queueSlip, room.profile, catalog(), QLocale(), room.settled()), room.settled());
    QCOMPARE(slip.millimetres().width(), 80.0);
    QVERIFY2(slip.page().key().startsWith(QStringLiteral("Custom.80x")), qPrintable(slip.page().key()));
    room.reopen();
    room.choose(paperkind::queueSlip);
    QVERIFY(room.section->chosen().slipOnRoll);
}

void TestPapersSection::section_sample_isPaintedAsPapersAre()
{
    Room room;
    const QImage before = room.sample();
    room.find<QLineEdit>("paperLine")->setText(QStringLiteral("周三休息"));
    const QImage after = room.sample();
    QCOMPARE(after.size(), before.size());
    QVERIFY(after != before);
    const QRect top(0, 0, before.width(), before.height() * 8 / 210);
    QVERIFY(after.copy(top) != before.copy(top));
    const QRect rest(0, top.height(), before.width(), before.height() - top.height());
    QCOMPARE(after.copy(rest), before.copy(rest));
    // The very page that would be printed.
    const Sheets sheets =
        dressed(sampleOf(paperkind::prescription, room.profile, catalog(), QLocale(), room.section->chosen()),
                room.section->chosen());
    QCOMPARE(after.convertToFormat(QImage::Format_RGB32),
             previewOf(sheets, 0, after.height() / 210.0).convertToFormat(QImage::Format_RGB32));
}

void TestPapersSection::logo_chosenFromAFile_standsOnTheNextPaper()
{
    Room room;
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("logo.png"));
    QVERIFY(painted({2000, 1000}).save(path));
    const QImage before = room.sample();
    QTest::mouseClick(room.find("chooseLogo"), Qt::LeftButton);
    QFileDialog *dialog = nullptr;
    QTRY_VERIFY((dialog = room.section->findChild<QFileDialog *>(QStringLiteral("logoDialog"))));
    emit dialog->fileSelected(path);
    dialog->close();
    QTRY_VERIFY(!room.section->chosen().logo.isEmpty());
    QVERIFY(room.section->hasUnsaved());
    QVERIFY(room.sample() != before);
    room.save();
    // The whole page is seen below the sentence that it was saved.
    auto *place = room.find<QLabel>("paperSample");
    QVERIFY(room.find<MessageStrip>("papersStrip")->isVisible());
    QTRY_VERIFY(place->pixmap(Qt::ReturnByValue).height() <= place->height());
    // Kept as it was made smaller; read again by whoever opens the section.
    const PaperDress settled = room.settled();
    QCOMPARE(logoImage(settled.logo).size(), QSize(600, 300));
    room.reopen();
    QCOMPARE(room.section->chosen(), settled);
    QVERIFY(room.find("removeLogo")->isEnabled());
    // On every paper that shows it, and on none that does not.
    PaperDress bare = settled;
    bare.logo.clear();
    const QImage with = Printed(room.printed(paperkind::prescription)).picture(0);
    const QImage without =
        Printed(sampleOf(paperkind::prescription, room.profile, catalog(), QLocale(), bare)).picture(0);
    QVERIFY(!differenceOf(without, with).isEmpty());
    // Taken away again.
    auto *remove = room.find("removeLogo");
    remove->setFocus();
    QTest::keyClick(remove, Qt::Key_Space);
    room.save();
    QVERIFY(room.settled().logo.isEmpty());
    QCOMPARE(differenceOf(without, Printed(room.printed(paperkind::prescription)).picture(0)), QString());
}

void TestPapersSection::logo_file_isCheckedAtTheEdge_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("refusal"); // a word of it; empty: taken
    const auto bytes = [](const QImage &image, const char *format) {
        QByteArray all;
        QBuffer buffer(&all);
        buffer.open(QIODevice::WriteOnly);
        image.save(&buffer, format);
        return all;
    };
    const QByteArray svg = "<svg xmlns='http://www.w3.org/2000/svg' width='40' height='20'>"
                           "<rect width='40' height='20' fill='#800000'/></svg>";
    QTest::newRow("png") << bytes(painted({300, 300}), "PNG") << QString();
    QTest::newRow("jpeg") << bytes(painted({900, 300}).convertToFormat(QImage::Format_RGB32), "JPG") << QString();
    QTest::newRow("svg") << svg << QString();
    QTest::newRow("svg with a head") << QByteArray("<?xml version='1.0'?>\n<!-- drawn -->\n" + svg) << QString();
    QTest::newRow("photograph") << bytes(noise({1600, 1200}), "JPG") << QString();
    QTest::newRow("nothing") << QByteArray() << QStringLiteral("SVG");
    QTest::newRow("words") << QByteArray("a letter to the printer") << QStringLiteral("SVG");
    QTest::newRow("bmp") << bytes(painted({100, 100}), "BMP") << QStringLiteral("SVG");
    QTest::newRow("cut png") << bytes(noise({300, 300}), "PNG").left(20000) << QStringLiteral("SVG");
    QTest::newRow("cut svg") << svg.left(60) << QStringLiteral("SVG");
    QTest::newRow("svg without size") << QByteArray("<svg xmlns='http://www.w3.org/2000/svg' width='0' height='0'/>")
                                      << QStringLiteral("SVG");
    QTest::newRow("html") << QByteArray("<html><body>no</body></html>") << QStringLiteral("SVG");
    QTest::newRow("too small") << bytes(painted({12, 12}), "PNG") << QStringLiteral("small");
    QTest::newRow("too many dots") << bytes(QImage(9000, 5000, QImage::Format_Mono), "PNG") << QStringLiteral("large");
    QTest::newRow("too many bytes") << bytes(painted({300, 300}), "PNG") + QByteArray(6000000, 'x')
                                    << QStringLiteral("large");
}

void TestPapersSection::logo_file_isCheckedAtTheEdge()
{
    QFETCH(QByteArray, file);
    QFETCH(QString, refusal);
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("picture"));
    QFile out(path);
    QVERIFY(out.open(QIODevice::WriteOnly) && out.write(file) == file.size());
    out.close();
    DiskFiles files;
    const Result<QByteArray> logo = logoOfFile(files, path);
    if (!refusal.isEmpty()) {
        QVERIFY(!logo.ok());
        QCOMPARE(logo.error().code, Code::Invalid);
        QVERIFY2(logo.error().message.contains(refusal), qPrintable(logo.error().message));
        return;
    }
    QVERIFY2(logo.ok(), logo.ok() ? "" : qPrintable(logo.error().message));
    const QImage image = logoImage(*logo);
    QVERIFY(!image.isNull());
    QVERIFY(std::max(image.width(), image.height()) <= logoSide);
    // The store takes it.
    TestClinic base;
    const auto done = base.write(base.owner(), "setting.change", [&](store::Transaction &tx) {
        return settings::setValue(tx, settings::PaperLogo, settings::pictureValue(*logo));
    });
    QVERIFY2(done.ok(), done.ok() ? "" : qPrintable(done.error().message));
    const auto kept = base.read(base.practitioner(), [](const store::Snapshot &view) { return paperDress(view); });
    QVERIFY(kept.ok());
    QCOMPARE(kept->logo, *logo);
}

void TestPapersSection::logo_wrongFile_isSaidAndNothingIsLost()
{
    Room room;
    const QTemporaryDir folder;
    const QString good = folder.filePath(QStringLiteral("logo.png"));
    QVERIFY(painted({200, 200}).save(good));
    room.section->takeLogo(good);
    QTRY_VERIFY(!room.section->chosen().logo.isEmpty());
    room.find<QLineEdit>("paperLine")->setText(QStringLiteral("周三休息"));
    const PaperDress before = room.section->chosen();
    const QString bad = folder.filePath(QStringLiteral("bad.png"));
    QFile out(bad);
    QVERIFY(out.open(QIODevice::WriteOnly) && out.write("no picture") > 0);
    out.close();
    auto *strip = room.find<MessageStrip>("papersStrip");
    for (const QString &path : {bad, folder.filePath(QStringLiteral("missing.png"))}) {
        strip->clear();
        room.section->takeLogo(path);
        QTRY_VERIFY(strip->isVisible());
        QCOMPARE(strip->kind(), MessageStrip::Kind::Stop);
        QVERIFY(!strip->text().isEmpty());
        QCOMPARE(room.section->chosen(), before);
    }
    room.save();
    QCOMPARE(room.settled(), before);
}

void TestPapersSection::parts_toggledByKeys_countForThatPaper()
{
    Room room;
    room.choose(paperkind::sickNote);
    const auto toggle = [&](const char *part) {
        auto *box = room.find<QCheckBox>(part);
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Space);
    };
    toggle("part-address");
    toggle("part-practitioner");
    room.save();
    QString text = Printed(room.printed(paperkind::sickNote)).text(0);
    QVERIFY2(!text.contains(room.profile.address) && text.contains(room.profile.phone), qPrintable(text));
    QVERIFY(!text.contains(QStringLiteral("000000000000000")));
    text = Printed(room.printed(paperkind::prescription)).text(0);
    QVERIFY2(text.contains(room.profile.address) && text.contains(QStringLiteral("000000000000000")), qPrintable(text));
    // A report that nobody signs has no such number, and one size.
    room.choose(paperkind::constitutionReport);
    QVERIFY(!room.find<QCheckBox>("part-practitioner")->isEnabled());
    QVERIFY(!room.find("paperSize")->isEnabled());
    QVERIFY(room.find<QCheckBox>("part-address")->isChecked());
    // The same everywhere.
    room.choose(paperkind::sickNote);
    auto *same = room.find("sameParts");
    same->setFocus();
    QTest::keyClick(same, Qt::Key_Space);
    room.save();
    const PaperDress settled = room.settled();
    for (const QString &kind : letterheadKinds())
        QVERIFY2(!settled.shows(kind, PaperPart::Address) && settled.shows(kind, PaperPart::Phone) &&
                     !settled.shows(kind, PaperPart::Practitioner),
                 qPrintable(kind));
    room.reopen();
    QVERIFY(!room.find<QCheckBox>("part-address")->isChecked());
}

void TestPapersSection::writing_large_countsForEveryPaperOnA5()
{
    Room room;
    auto *writing = room.find("paperWriting");
    writing->setFocus();
    QTest::keyClick(writing, Qt::Key_Right);
    room.save();
    QCOMPARE(room.settled().writing, PaperWriting::Large);
    for (const QString &kind : resizableKinds()) {
        const QImage large = Printed(room.printed(kind)).picture(0);
        const QImage normal = Printed(sampleOf(kind, room.profile, catalog(), QLocale())).picture(0);
        QCOMPARE(large.size(), normal.size());
        QVERIFY(!differenceOf(normal, large).isEmpty());
    }
}

void TestPapersSection::changed_byAnother_isNotTypedOver()
{
    Room room;
    auto *line = room.find<QLineEdit>("paperLine");
    line->setText(QStringLiteral("周三休息"));
    room.settle(settings::PaperWriting, QStringLiteral("small"));
    QTest::qWait(200);
    QCOMPARE(line->text(), QStringLiteral("周三休息"));
    room.save();
    const PaperDress settled = room.settled();
    QCOMPARE(settled.line, QStringLiteral("周三休息"));
    QCOMPARE(settled.writing, PaperWriting::Small); // only what was changed here is written
}

void TestPapersSection::settings_byAPractitioner_areRefused()
{
    TestClinic base;
    const auto done = base.write(base.practitioner(), "setting.change", [](store::Transaction &tx) {
        return settings::setValue(tx, settings::PaperLine, QStringLiteral("x"));
    });
    QVERIFY(!done.ok());
    QCOMPARE(done.error().code, Code::NoPermission);
    // What nobody settled is as shipped, and every kind has its key.
    const auto dress = base.read(base.practitioner(), [](const store::Snapshot &view) { return paperDress(view); });
    QVERIFY(dress.ok());
    QVERIFY(dress->line.isEmpty());
    for (const bool large : dress->largeOfKind)
        QVERIFY(!large);
    QCOMPARE(dress->largeOfKind.size(), resizableKinds().size());
}

QTEST_MAIN(TestPapersSection)
#include "tst_paperssection.moc"
