#include "clinic/record/attachments.h"
#include "support/desk.h"
#include "ui/kit/chipbar.h"
#include "ui/kit/messagestrip.h"
#include "ui/patient/chartpage.h"
#include "ui/photo/attachmentlist.h"
#include "ui/photo/pictureview.h"
#include "ui/photo/scenes.h"
#include "ui/photo/tonguepage.h"

#include <QClipboard>
#include <QDropEvent>
#include <QFileDialog>
#include <QMimeData>

using namespace xinglin;
using namespace xinglin::test;
using namespace xinglin::ui;

namespace {

/// A practitioner's window at the chart of one patient.
struct Room
{
    explicit Room(const char *login = "practitioner", const std::function<void(TestClinic &, PatientId)> &more = {})
        : desk([this, more](TestClinic &clinic) {
            woman = clinic.patient(QStringLiteral("陈淑芬"));
            other = clinic.patient(QStringLiteral("林小满"));
            if (more)
                more(clinic, woman.id);
        })
    {
        desk.enter(login);
        chart = static_cast<ChartPage *>(desk.window->workspace()->page(QStringLiteral("chart")));
        tongue = static_cast<TonguePage *>(desk.window->workspace()->page(QStringLiteral("tongue")));
    }
    void open()
    {
        chart->openPatient(woman.id);
        desk.window->workspace()->go(QStringLiteral("chart"));
        QTRY_COMPARE(desk.title(), chart->title());
        QTRY_VERIFY(!chart->context().isEmpty()); // the chart has been read
        chart->showFiles();
    }
    /// To the pictures of the tongue, by their key.
    void openTongue()
    {
        open();
        drive().key(Qt::Key_F5);
        drive().get("tonguePhotos");
    }
    GuiDriver &drive() { return desk.drive(); }
    QAbstractItemView &list(const char *name = "attachmentList")
    {
        return static_cast<QAbstractItemView &>(drive().get(name));
    }
    int count(const char *name)
    {
        const auto *view = drive().find<QAbstractItemView>(name);
        return view ? view->model()->rowCount() : 0;
    }
    QString strip(const char *name)
    {
        const auto *strip = drive().find<MessageStrip>(name);
        return strip ? strip->text() : QString();
    }
    QString write(const QString &name, const QByteArray &bytes)
    {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("a file cannot be written");
        return file.fileName();
    }
    static void drop(QWidget *on, const QStringList &paths)
    {
        QMimeData data;
        QList<QUrl> urls;
        for (const QString &path : paths)
            urls << QUrl::fromLocalFile(path);
        data.setUrls(urls);
        QDragEnterEvent enter(QPoint(40, 40), Qt::CopyAction | Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(on, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(40, 40), Qt::CopyAction | Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(on, &drop);
        QCOMPARE(drop.dropAction(), Qt::CopyAction); // what is dropped stays
    }
    QList<Attachment> attached()
    {
        const auto all = desk.ask(desk.clinic.practitioner(),
                                  [this](const store::Snapshot &view) { return attachments::list(view, woman.id); });
        return all ? *all : QList<Attachment>();
    }
    QByteArray content(AttachmentId id)
    {
        const auto bytes = desk.ask(desk.clinic.practitioner(),
                                    [id](const store::Snapshot &view) { return attachments::content(view, id); });
        return bytes ? *bytes : QByteArray();
    }
    int audited(const char *act)
    {
        return desk.ask(desk.clinic.practitioner(), [act](const store::Snapshot &view) {
            store::Query row = view.connection().internal("SELECT count(*) FROM audit WHERE n > 0 AND action = ?1");
            row.bind(QString::fromLatin1(act)).next();
            return row.get<int>(0);
        });
    }
    PictureView *left() { return drive().find<PictureView>("tongueLeft"); }
    PictureView *right() { return drive().find<PictureView>("tongueRight"); }
    QString label(const char *name)
    {
        const auto *label = drive().find<QLabel>(name);
        return label ? label->text() : QString();
    }

    QTemporaryDir folder;
    Patient woman;
    Patient other;
    Desk desk;
    ChartPage *chart = nullptr;
    TonguePage *tongue = nullptr;
};

/// Attaches a picture of the tongue that many days ago.
void past(TestClinic &clinic, PatientId patient, int daysAgo, std::size_t lamp, bool withCard = true)
{
    const QByteArray bytes = encoded(tongueImage(lamp, withCard));
    auto draft = lookedAt(bytes, QStringLiteral("%1.jpg").arg(daysAgo), QTimeZone("Asia/Shanghai"));
    QVERIFY(draft);
    draft->patient = patient;
    draft->kind = AttachmentKind::Tongue;
    draft->taken = clinic.clock.now() - std::chrono::hours(24 * daysAgo);
    const auto added = attachments::attach(clinic.store(), clinic.practitioner(), *draft, bytes);
    QVERIFY2(added.ok(), added.ok() ? "" : qPrintable(added.error().message));
}

} // namespace

/// Pictures and papers in the window.
class TestPhotoPages : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }
    void chart_filesDropped_areKeptOrRefusedByName();
    void chart_pasted_isKept();
    void chart_droppedWhileAnotherIsOpened_goesToWhomItWasDropped();
    void chart_forReception_hasNoPictures();
    void paper_savedOutside_isTheSameAndAudited();
    void paper_attachedInError_leavesTheList();
    void tongue_chosenFile_isKeptUntouchedAndShownInRightColours();
    void tongue_noCamera_hasNoButtonForIt();
    void tongue_camera_takesByF5();
    void tongue_cameraLeft_takesNothing();
    void tongue_compared_withTheLatestOfAFormerDay();
    void tongue_compared_walksToOlderOnes();
    void tongue_flicker_turnsBetweenTheTwo();
    void tongue_noPicture_isRefusedInWords();
    void tongue_fileGone_saysSoOnce();
    void tongue_attachedInError_leavesTheStrip();
    void visit_f5_takesForThisVisit();
};

void TestPhotoPages::chart_filesDropped_areKeptOrRefusedByName()
{
    Room room;
    room.open();
    const QByteArray picture = encoded(tongueImage(0));
    const QByteArray paper = "%PDF-1.4\n%%EOF\n";
    Room::drop(room.chart, {room.write(QStringLiteral("化验单.pdf"), paper), room.write(QStringLiteral("a.txt"), {}),
                            room.write(QStringLiteral("舌.jpg"), picture), room.folder.path(),
                            room.write(QStringLiteral("cut.jpg"), picture.first(picture.size() / 8))});
    QTRY_COMPARE(room.count("attachmentList"), 2);
    QTRY_COMPARE(room.count("events"), 2);
    const auto *kinds = room.chart->findChild<ChipBar *>(QStringLiteral("eventKinds"));
    QCOMPARE(kinds->chips().constLast().text, QStringLiteral("Files 2"));
    QTRY_COMPARE(room.strip("attachmentStrip").count(u'\n'), 2);
    const QString refused = room.strip("attachmentStrip");
    QVERIFY2(refused.contains(QStringLiteral("a.txt is empty.")), qPrintable(refused));
    QVERIFY2(refused.contains(QStringLiteral("is a folder")), qPrintable(refused));
    QVERIFY2(refused.contains(QStringLiteral("cut.jpg: ")), qPrintable(refused));
    const QList<Attachment> all = room.attached();
    QCOMPARE(all.size(), 2);
    for (const Attachment &one : all) {
        QCOMPARE(one.patient, room.woman.id);
        QCOMPARE(room.content(one.id), one.isPicture() ? picture : paper);
        QCOMPARE(one.thumbnail.isEmpty(), !one.isPicture());
    }
    QVERIFY(QFile::exists(room.folder.filePath(QStringLiteral("舌.jpg"))));
}

void TestPhotoPages::chart_pasted_isKept()
{
    Room room;
    room.open();
    const QImage picture = tongueImage(2);
    QApplication::clipboard()->setImage(picture);
    room.drive().get("startVisit").setFocus(); // anywhere on the chart
    room.drive().key(Qt::Key_V, Qt::ControlModifier);
    QTRY_COMPARE(room.count("attachmentList"), 1);
    const Attachment kept = room.attached().constFirst();
    QCOMPARE(kept.mediaType, QStringLiteral("image/png"));
    QCOMPARE(QImage::fromData(room.content(kept.id)).convertToFormat(QImage::Format_RGB32),
             picture.convertToFormat(QImage::Format_RGB32));
    QApplication::clipboard()->clear();
    room.drive().key(Qt::Key_V, Qt::ControlModifier);
    QTRY_VERIFY(room.strip("attachmentStrip").contains(QStringLiteral("no picture in the clipboard")));
}

void TestPhotoPages::chart_droppedWhileAnotherIsOpened_goesToWhomItWasDropped()
{
    Room room;
    room.open();
    Room::drop(room.chart, {room.write(QStringLiteral("a.bin"), QByteArray(9'000'000, 'x'))});
    room.chart->openPatient(room.other.id);
    QTRY_COMPARE(room.attached().size(), 1);
    QTest::qWait(50);
    QCOMPARE(room.count("attachmentList"), 0);
}

void TestPhotoPages::chart_forReception_hasNoPictures()
{
    Room room("reception");
    room.open();
    QVERIFY(!room.drive().find("attachments"));
    QVERIFY(!room.drive().find("chartTongue"));
    QVERIFY(!room.tongue);
}

void TestPhotoPages::paper_savedOutside_isTheSameAndAudited()
{
    Room room;
    room.open();
    const QByteArray paper = "%PDF-1.4\n%%EOF\n";
    Room::drop(room.chart, {room.write(QStringLiteral("化验单.pdf"), paper)});
    QTRY_COMPARE(room.count("attachmentList"), 1);
    room.list().setFocus();
    room.drive().key(Qt::Key_Down);
    room.drive().key(Qt::Key_Return);
    room.drive().get("pictureView");
    QCOMPARE(room.audited("attachment.export"), 0);
    room.drive().key(Qt::Key_S, Qt::ControlModifier);
    QFileDialog *dialog = nullptr;
    QTRY_VERIFY((dialog = room.desk.window->findChild<QFileDialog *>(QStringLiteral("exportDialog"))));
    const QString target = room.folder.filePath(QStringLiteral("out.pdf"));
    dialog->selectFile(target);
    static_cast<QDialog *>(dialog)->accept();
    QTRY_VERIFY(room.strip("pictureStrip").contains(QStringLiteral("out.pdf")));
    QFile written(target);
    QVERIFY(written.open(QIODevice::ReadOnly));
    QCOMPARE(written.readAll(), paper);
    QCOMPARE(room.audited("attachment.export"), 1);
}

void TestPhotoPages::paper_attachedInError_leavesTheList()
{
    Room room;
    room.open();
    Room::drop(room.chart, {room.write(QStringLiteral("a.pdf"), "%PDF-1.4\n%%EOF\n")});
    QTRY_COMPARE(room.count("attachmentList"), 1);
    room.list().setFocus();
    room.drive().key(Qt::Key_Down);
    room.drive().key(Qt::Key_Return);
    room.drive().get("pictureView");
    room.drive().key(Qt::Key_Delete);
    QVERIFY(!room.drive().get("askVerb").isEnabled()); // not without a reason
    room.drive().fill("errorReason", QStringLiteral("贴错人"));
    room.drive().get("askVerb").setFocus();
    room.drive().key(Qt::Key_Space);
    room.drive().get("addAttachment"); // back at the chart
    QTRY_COMPARE(room.count("attachmentList"), 0);
    QVERIFY(room.attached().isEmpty());
}

void TestPhotoPages::tongue_chosenFile_isKeptUntouchedAndShownInRightColours()
{
    Room room;
    room.openTongue();
    const QByteArray picture = encoded(tongueImage(1));
    Room::drop(room.tongue->photos(), {room.write(QStringLiteral("舌.jpg"), picture)});
    QTRY_VERIFY(room.right() && !room.right()->picture().isNull());
    QCOMPARE(room.content(room.attached().constFirst().id), picture);
    QCOMPARE(room.attached().constFirst().kind, AttachmentKind::Tongue);
    QVERIFY(room.left()->picture() != room.right()->picture());
    QVERIFY(room.left()->caption().contains(QStringLiteral("as taken")));
    QVERIFY(room.right()->caption().contains(QStringLiteral("by the card")));
    const QString words = room.label("tongueBasisWords");
    QVERIFY2(words.contains(QStringLiteral("2000")), qPrintable(words));
}

void TestPhotoPages::tongue_noCamera_hasNoButtonForIt()
{
    Room room;
    room.tongue->photos()->setCameras({[] { return false; }, [] { return std::unique_ptr<Camera>(); }});
    room.openTongue();
    room.drive().get("chooseTongue");
    QVERIFY(!room.drive().find("takeTongue"));
    room.drive().key(Qt::Key_F5); // asks for a file
    QFileDialog *dialog = nullptr;
    QTRY_VERIFY((dialog = room.desk.window->findChild<QFileDialog *>(QStringLiteral("choosePictures"))));
    dialog->selectFile(room.write(QStringLiteral("舌.png"), encoded(tongueImage(0), "PNG")));
    static_cast<QDialog *>(dialog)->accept();
    QTRY_COMPARE(room.count("tongueList"), 1);
}

void TestPhotoPages::tongue_camera_takesByF5()
{
    Room room;
    const QImage picture = tongueImage(0);
    room.tongue->photos()->setCameras(StillCamera::with(picture));
    room.openTongue();
    room.drive().get("takeTongue");
    room.drive().key(Qt::Key_F5);
    QVERIFY(room.tongue->photos()->isLive());
    QTRY_VERIFY(!room.right()->picture().isNull());
    QVERIFY(room.attached().isEmpty());
    room.drive().key(Qt::Key_F5);
    QTRY_COMPARE(room.count("tongueList"), 1);
    QVERIFY(!room.tongue->photos()->isLive());
    QCOMPARE(QImage::fromData(room.content(room.attached().constFirst().id)).convertToFormat(QImage::Format_RGB32),
             picture.convertToFormat(QImage::Format_RGB32));
}

void TestPhotoPages::tongue_cameraLeft_takesNothing()
{
    Room room;
    room.tongue->photos()->setCameras(StillCamera::with(tongueImage(0)));
    room.openTongue();
    room.drive().key(Qt::Key_F5);
    QVERIFY(room.tongue->photos()->isLive());
    room.drive().key(Qt::Key_Escape);
    QVERIFY(!room.tongue->photos()->isLive());
    QVERIFY(room.drive().find("tonguePhotos"));
    room.drive().key(Qt::Key_Escape);
    room.drive().get("addAttachment");
    QVERIFY(room.attached().isEmpty());
}

void TestPhotoPages::tongue_compared_withTheLatestOfAFormerDay()
{
    Room room("practitioner", [](TestClinic &clinic, PatientId id) {
        past(clinic, id, 60, 3);
        past(clinic, id, 30, 1);
        past(clinic, id, 0, 2);
        past(clinic, id, 0, 0);
    });
    room.openTongue();
    QTRY_COMPARE(room.count("tongueList"), 4);
    room.drive().key(Qt::Key_F8);
    QTRY_VERIFY(room.left() && !room.left()->picture().isNull() && !room.right()->picture().isNull());
    QCOMPARE(room.tongue->photos()->look(), TonguePhotos::Look::Beside);
    QCOMPARE(room.tongue->photos()->earlier()->title, QStringLiteral("30.jpg"));
    // A spot is pointed at by keys, and its colour compared.
    room.right()->setFocus();
    room.drive().key(Qt::Key_Space);
    QTRY_VERIFY2(room.label("tongueSpotWords").contains(QStringLiteral("ΔE")),
                 qPrintable(room.label("tongueSpotWords")));
    QVERIFY(room.label("tongueSpot").startsWith(QStringLiteral("L*")));
}

void TestPhotoPages::tongue_compared_walksToOlderOnes()
{
    Room room("practitioner", [](TestClinic &clinic, PatientId id) {
        past(clinic, id, 60, 3, false);
        past(clinic, id, 30, 1);
        past(clinic, id, 0, 0);
    });
    room.openTongue();
    QTRY_COMPARE(room.count("tongueList"), 3);
    room.drive().key(Qt::Key_PageDown);
    QCOMPARE(room.tongue->photos()->earlier()->title, QStringLiteral("60.jpg"));
    QCOMPARE(room.tongue->photos()->look(), TonguePhotos::Look::Beside);
    QTRY_VERIFY(room.left() && !room.left()->picture().isNull());
    QTRY_VERIFY(room.left()->caption().contains(QStringLiteral("guessed")));
    // Without a card in both, no number is given for the difference.
    room.right()->setFocus();
    room.drive().key(Qt::Key_Space);
    QTRY_VERIFY(room.label("tongueSpotWords").contains(QStringLiteral("must not")));
    room.drive().key(Qt::Key_PageDown); // there is no older one
    QCOMPARE(room.tongue->photos()->earlier()->title, QStringLiteral("60.jpg"));
    room.drive().key(Qt::Key_PageUp);
    QCOMPARE(room.tongue->photos()->earlier()->title, QStringLiteral("30.jpg"));
    room.drive().key(Qt::Key_PageUp); // never the one that is shown
    QCOMPARE(room.tongue->photos()->earlier()->title, QStringLiteral("30.jpg"));
}

void TestPhotoPages::tongue_flicker_turnsBetweenTheTwo()
{
    Room room("practitioner", [](TestClinic &clinic, PatientId id) {
        past(clinic, id, 30, 1);
        past(clinic, id, 0, 0);
    });
    room.openTongue();
    QTRY_COMPARE(room.count("tongueList"), 2);
    room.drive().key(Qt::Key_X);
    QTRY_VERIFY(!room.right()->picture().isNull());
    const QString first = room.right()->caption();
    if (Theme::of(room.right()).duration(Motion::RowMoves) == 0) // turns by hand where motion is not wanted
        room.drive().key(Qt::Key_X);
    QTRY_VERIFY(room.right()->caption() != first);
    QVERIFY(!room.left());
    room.drive().key(Qt::Key_O);
    QTRY_VERIFY(room.right()->hasOverlay());
    room.drive().key(Qt::Key_C);
    QVERIFY(!room.tongue->photos()->inRightColours());
    QTRY_VERIFY(room.right()->caption().contains(QStringLiteral("as taken")));
}

void TestPhotoPages::tongue_noPicture_isRefusedInWords()
{
    Room room;
    room.openTongue();
    Room::drop(room.tongue->photos(), {room.write(QStringLiteral("a.pdf"), "%PDF-1.4\n%%EOF\n"),
                                       room.write(QStringLiteral("舌.jpg"), encoded(tongueImage(0)))});
    QTRY_COMPARE(room.count("tongueList"), 1);
    const QString words = room.strip("tongueStrip");
    QVERIFY2(words.startsWith(QStringLiteral("a.pdf is no picture")), qPrintable(words));
    QCOMPARE(room.attached().size(), 1);
}

void TestPhotoPages::tongue_fileGone_saysSoOnce()
{
    QString folder;
    Room room("practitioner", [&folder](TestClinic &clinic, PatientId id) {
        past(clinic, id, 0, 0);
        folder = clinic.around().folder;
    });
    QVERIFY(QDir(folder + QStringLiteral("/attachments")).removeRecursively());
    room.openTongue();
    QTRY_COMPARE(room.count("tongueList"), 1);
    QTRY_COMPARE(room.audited("attachment.open"), 1);
    QTest::qWait(150);
    QCOMPARE(room.audited("attachment.open"), 1); // not asked for again and again
    QTRY_VERIFY(room.right()->spokenValue().contains(QStringLiteral("backup")));
    QVERIFY(room.right()->picture().isNull());
}

void TestPhotoPages::tongue_attachedInError_leavesTheStrip()
{
    Room room("practitioner", [](TestClinic &clinic, PatientId id) {
        past(clinic, id, 30, 1);
        past(clinic, id, 0, 0);
    });
    room.openTongue();
    QTRY_COMPARE(room.count("tongueList"), 2);
    room.drive().key(Qt::Key_Delete);
    room.drive().fill("errorReason", QStringLiteral("模糊"));
    room.drive().get("askVerb").setFocus();
    room.drive().key(Qt::Key_Space);
    QTRY_COMPARE(room.count("tongueList"), 1);
    QTRY_COMPARE(room.tongue->photos()->current()->title, QStringLiteral("30.jpg"));
}

void TestPhotoPages::visit_f5_takesForThisVisit()
{
    Room room;
    room.tongue->photos()->setCameras(StillCamera::with(tongueImage(0)));
    room.open();
    room.drive().key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(room.drive().focus()->objectName(), QStringLiteral("complaint"));
    room.drive().commit(QStringLiteral("失眠"));
    room.drive().key(Qt::Key_F5);
    QTRY_VERIFY(room.drive().find("tonguePhotos") && room.tongue->photos()->isLive());
    room.drive().key(Qt::Key_F5);
    QTRY_COMPARE(room.attached().size(), 1);
    QVERIFY(room.attached().constFirst().visit);
    room.drive().key(Qt::Key_Escape);
    QTRY_COMPARE(room.count("tongueThumbs"), 1);
}

QTEST_MAIN(TestPhotoPages)
#include "tst_photopages.moc"
