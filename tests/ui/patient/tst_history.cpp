#include "base/log.h"
#include "clinic/prescription/consultation.h"
#include "support/desk.h"
#include "tour/tourlint.h"
#include "ui/kit/dateslider.h"
#include "ui/kit/toast.h"
#include "ui/settings/auditmodel.h"

#include <QAbstractItemView>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QTest>

using namespace xinglin;
using namespace xinglin::test;

namespace {

PatientDraft woman(const QString &name, const QString &phone)
{
    PatientDraft draft;
    draft.name = name;
    draft.phone = phone;
    draft.sex = Sex::Female;
    draft.birthDate = QStringLiteral("1979-08-21");
    return draft;
}

template <class T>
T must(Result<T> result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().message));
    return *std::move(result);
}

/// Registered on 12 March; an allergy and a visit on the 22nd; amended on 1 April; another name and telephone today.
void years(TestClinic &clinic)
{
    const auto catalog = *Catalog::load();
    const PatientId id =
        must(clinic.write(clinic.receptionist(), "patient.register", [](store::Transaction &tx) {
            return patient::register_(tx, woman(QStringLiteral("陈淑芬"), QStringLiteral("13800138000")));
        })).id;
    clinic.clock.advance(std::chrono::hours(24 * 10));
    must(clinic.write(clinic.practitioner(), "allergy.record", [&](store::Transaction &tx) {
        return patient::recordAllergy(tx, id, {{}, QStringLiteral("花生"), {}});
    }));
    consultation::Draft visit;
    visit.visit.patient = id;
    visit.visit.note.complaint = QStringLiteral("失眠一月");
    PrescriptionDraft formula;
    formula.lines = {{{}, QStringLiteral("党参"), Mass::grams(10), {}}};
    visit.prescriptions = {formula};
    const auto stored = must(clinic.write(clinic.practitioner(), "consultation.sign", [&](store::Transaction &tx) {
        return consultation::sign(tx, *catalog, visit);
    }));
    clinic.clock.advance(std::chrono::hours(24 * 10));
    visit.visit.visit = stored.revision.visit;
    visit.visit.basedOn = stored.revision.id;
    visit.visit.reason = QStringLiteral("笔误");
    visit.visit.note.complaint = QStringLiteral("失眠两月");
    must(clinic.write(clinic.practitioner(), "consultation.sign",
                      [&](store::Transaction &tx) { return consultation::sign(tx, *catalog, visit); }));
    clinic.clock.advance(std::chrono::hours(24 * 10));
    must(clinic.write(clinic.practitioner(), "patient.edit", [&](store::Transaction &tx) {
        return patient::edit(tx, id, woman(QStringLiteral("陈淑芳"), QStringLiteral("13900139000")));
    }));
    clinic.clock.advance(std::chrono::minutes(5));
}

QString text(Desk &desk, const char *name)
{
    return static_cast<QLabel &>(desk.drive().get(name)).text();
}

QStringList sentences(Desk &desk)
{
    QStringList found;
    for (const QLabel *label : desk.window->findChildren<QLabel *>(QStringLiteral("sentence"))) {
        if (label->isVisible())
            found << label->text();
    }
    return found;
}

QStringList sections(Desk &desk)
{
    QStringList found;
    for (const QLabel *label : desk.window->findChildren<QLabel *>(QStringLiteral("section"))) {
        if (label->isVisible())
            found << label->text();
    }
    return found;
}

QString nameNow(Desk &desk)
{
    return desk.ask(desk.clinic.owner(), [](const store::Snapshot &view) {
        const auto found = patient::search(view, QString(), 1);
        return found ? found->value(0).name : QString();
    });
}

void openChart(Desk &desk)
{
    QTRY_VERIFY(desk.drive().find("patientTable"));
    QTRY_VERIFY(static_cast<QAbstractItemView &>(desk.drive().get("patientTable")).model()->rowCount() > 0);
    desk.drive().commit(QStringLiteral("陈淑"));
    desk.drive().key(Qt::Key_Return);
    QTRY_COMPARE(desk.title(), QStringLiteral("Chart"));
    QTRY_COMPARE(text(desk, "bannerTitle"), QStringLiteral("陈淑芳"));
}

} // namespace

class TestHistoryPages : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        dressProgram(*qobject_cast<QApplication *>(QApplication::instance()), QStringLiteral("en"),
                     ui::ThemeName::Paper, 1.0);
    }

    void chart_earlier_showsTheRecordAsItStood()
    {
        Desk desk(years);
        desk.enter("practitioner");
        openChart(desk);
        desk.drive().key(Qt::Key_Left, Qt::AltModifier);
        QTRY_COMPARE(desk.title(), QStringLiteral("Earlier record"));
        QTRY_VERIFY(text(desk, "pastWords").contains(QStringLiteral("22 March")));
        QTRY_VERIFY(sections(desk).contains(QStringLiteral("失眠一月")));
        QCOMPARE(text(desk, "bannerTitle"), QStringLiteral("陈淑芬"));
        QVERIFY(desk.drive().find("bannerAllergies"));
        // A day further back the person was registered, and nothing more.
        desk.drive().key(Qt::Key_Left);
        QTRY_VERIFY(desk.drive().find("noPastVisits"));
        QVERIFY(!desk.drive().find("bannerAllergies"));
        // After the amendment, before the new name.
        desk.drive().key(Qt::Key_Right);
        for (int day = 0; day < 12; ++day)
            desk.drive().key(Qt::Key_Right, Qt::ControlModifier);
        QTRY_VERIFY(sections(desk).contains(QStringLiteral("失眠两月")));
        QCOMPARE(text(desk, "bannerTitle"), QStringLiteral("陈淑芬"));
        desk.drive().key(Qt::Key_Escape);
        QTRY_COMPARE(desk.title(), QStringLiteral("Chart"));
        QTRY_COMPARE(text(desk, "bannerTitle"), QStringLiteral("陈淑芳"));
    }

    void slider_toToday_leadsBackToTheChart()
    {
        Desk desk(years);
        desk.enter("reception");
        openChart(desk);
        desk.drive().key(Qt::Key_Left, Qt::AltModifier);
        QTRY_COMPARE(text(desk, "bannerTitle"), QStringLiteral("陈淑芬"));
        desk.drive().key(Qt::Key_Right, Qt::AltModifier);
        QTRY_COMPARE(desk.title(), QStringLiteral("Chart"));
    }

    void chart_changes_areToldInSentences()
    {
        Desk desk(years);
        desk.enter("practitioner");
        openChart(desk);
        desk.drive().key(Qt::Key_H, Qt::ControlModifier);
        QTRY_COMPARE(desk.title(), QStringLiteral("Changes"));
        QTRY_VERIFY(sentences(desk).contains(QStringLiteral("Name changed from \"陈淑芬\" to \"陈淑芳\".")));
        QVERIFY(sentences(desk).contains(QStringLiteral("Complaint changed from \"失眠一月\" to \"失眠两月\".")));
        QVERIFY(sentences(desk).contains(QStringLiteral("陈淑芬 registered under the number A0000001.")));
        QVERIFY(!text(desk, "changesEnd").isEmpty());
        desk.drive().key(Qt::Key_Escape);
        QTRY_COMPARE(desk.title(), QStringLiteral("Chart"));
    }

    void ctrlZ_ownLastAct_isNamedTakenBackAndDoneAgain()
    {
        Desk desk(years);
        desk.enter("practitioner");
        openChart(desk);
        desk.drive().key(Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY(desk.window->findChild<QWidget *>(QStringLiteral("takeBackDialog")));
        auto *dialog = desk.window->findChild<QWidget *>(QStringLiteral("takeBackDialog"));
        bool named = false;
        for (const QLabel *label : dialog->findChildren<QLabel *>())
            named = named || label->text().contains(QStringLiteral("陈淑芳"));
        QVERIFY(named);
        QTest::keyClick(dialog, Qt::Key_Return);
        QTRY_COMPARE(nameNow(desk), QStringLiteral("陈淑芬"));
        QTRY_COMPARE(text(desk, "bannerTitle"), QStringLiteral("陈淑芬"));
        QTRY_VERIFY(desk.window->findChild<ui::Toast *>(QStringLiteral("toast")) != nullptr);
        QTRY_VERIFY(!desk.window->findChild<QWidget *>(QStringLiteral("takeBackDialog")));
        desk.window->activateWindow();
        QTRY_VERIFY([&] {
            for (const ui::Toast *toast : desk.window->findChildren<ui::Toast *>()) {
                if (toast->isVisible() && toast->text().startsWith(QStringLiteral("Took back")))
                    return true;
            }
            return false;
        }());
        desk.drive().key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(nameNow(desk), QStringLiteral("陈淑芳"));
    }

    void whoOpened_owner_seesOnlyThisChart()
    {
        Desk desk([](TestClinic &clinic) {
            years(clinic);
            const PatientId other = clinic.patient(QStringLiteral("王建国")).id;
            must(clinic.read(clinic.receptionist(), [&](const store::Snapshot &view) -> Result<Done> {
                const auto opened = patient::open(view, other);
                if (!opened)
                    return opened.error();
                return Done{};
            }));
        });
        desk.enter("owner");
        openChart(desk);
        desk.drive().key(Qt::Key_H, Qt::ControlModifier);
        desk.drive().get("whoLooked");
        desk.drive().key(Qt::Key_W, Qt::AltModifier);
        auto &patient = static_cast<QLineEdit &>(desk.drive().get("auditPatient"));
        QTRY_VERIFY(patient.text().contains(QStringLiteral("陈淑芳 A0000001")));
        const auto rows = [&desk] {
            const QAbstractItemModel *model = static_cast<QAbstractItemView &>(desk.drive().get("auditTable")).model();
            QStringList whose;
            for (int row = 0; row < model->rowCount(); ++row)
                whose << model->index(row, 3).data().toString();
            whose.removeDuplicates();
            return whose;
        };
        QTRY_COMPARE(rows(), QStringList{QStringLiteral("陈淑芳 A0000001")});
    }

    void audit_timesInDetails_areShownAsTheClockHadThem()
    {
        const QTimeZone zone("Asia/Shanghai");
        ui::AuditModel model;
        model.start(zone);
        const auto shown = [&](const char *action, const char *detail) {
            model.start(zone);
            auditlog::Line line;
            line.action = action;
            line.detail = QString::fromUtf8(detail);
            model.add({{line}, {}}, {});
            return model.index(0, ui::AuditModel::Detail).data().toString();
        };
        QCOMPARE(shown("patient.open", "as of 1773331199999"), QStringLiteral("as of 2026-03-12 23:59"));
        QCOMPARE(shown("audit.export", "/a/b.csv, from 1773244800000, until 1773331199999"),
                 QStringLiteral("/a/b.csv, from 2026-03-12 00:00, until 2026-03-12 23:59"));
        // What somebody typed stays as it is.
        QCOMPARE(shown("patient.search", "as of 1773331199999 → 0"), QStringLiteral("as of 1773331199999 → 0"));
    }

    void journal_byKeys_takesBackTheChosenAct()
    {
        Desk desk(years);
        desk.enter("reception");
        QTRY_VERIFY(desk.drive().find("patientTable"));
        desk.window->workspace()->go(QStringLiteral("journal"));
        QTRY_COMPARE(desk.title(), QStringLiteral("Today's changes"));
        auto &table = static_cast<QAbstractItemView &>(desk.drive().get("journalRows"));
        QTRY_COMPARE(table.model()->rowCount(), 1);
        QCOMPARE(text(desk, "journalWhat"), QStringLiteral("Changed personal data"));
        QVERIFY(text(desk, "journalSentences").contains(QStringLiteral("陈淑芬")));
        desk.drive().key(Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY(desk.window->findChild<QWidget *>(QStringLiteral("takeBackDialog")));
        QTest::keyClick(desk.window->findChild<QWidget *>(QStringLiteral("takeBackDialog")), Qt::Key_Return);
        QTRY_COMPARE(nameNow(desk), QStringLiteral("陈淑芬"));
        QTRY_COMPARE(table.model()->rowCount(), 2);
        QVERIFY(table.model()->index(1, 4).data().toString().contains(QStringLiteral("taken back")));
    }

    void settings_health_saysFactsAndLimits()
    {
        Desk desk(years);
        desk.enter("owner");
        QTRY_VERIFY(desk.window->workspace());
        desk.window->workspace()->go(QStringLiteral("settings"));
        auto &list = static_cast<QAbstractItemView &>(desk.drive().get("settingsSections"));
        for (int row = 0; row < list.model()->rowCount(); ++row) {
            if (list.model()->index(row, 0).data().toString() == u"Health")
                list.setCurrentIndex(list.model()->index(row, 0));
        }
        QTRY_VERIFY(desk.drive().find("health.clock"));
        QVERIFY(desk.drive().find("health.backup.last"));
        QVERIFY(desk.drive().find("healthLimit"));
        QTRY_COMPARE(tour::flaws(desk.window.get()), QString()); // once everything is laid out
    }

    void log_wholeDay_holdsNothingOfAnybody()
    {
        Desk desk(years);
        DiskFiles files;
        const QString folder = desk.clinic.folder();
        {
            const log::LogFile file(files, desk.clinic.clock, folder);
            log::write(log::Level::Info, "program.start");
            desk.enter("practitioner");
            openChart(desk);
            desk.drive().key(Qt::Key_H, Qt::ControlModifier);
            QTRY_VERIFY(!sentences(desk).isEmpty());
            qWarning("陈淑芬 13800138000 失眠一月 %s", qPrintable(TestClinic::password()));
            log::failure("clinic.write", {Code::Broken, QStringLiteral("陈淑芬"), QStringLiteral("phone"),
                                          QStringLiteral("UNIQUE constraint failed for 陈淑芬 13800138000 chen")});
        }
        QByteArray all;
        const QDir logs(QFileInfo(log::LogFile::pathIn(folder)).path());
        for (const QString &name : logs.entryList(QDir::Files)) {
            QFile one(logs.filePath(name));
            QVERIFY(one.open(QIODevice::ReadOnly));
            all += one.readAll();
        }
        QVERIFY(all.contains("program.start"));
        for (const QString &secret :
             {QStringLiteral("陈"), QStringLiteral("13800138000"), QStringLiteral("13900139000"),
              QStringLiteral("失眠"), QStringLiteral("花生"), QStringLiteral("党参"), QStringLiteral("chen"),
              TestClinic::password(), QStringLiteral("沈怀仁"), QStringLiteral("A0000001")})
            QVERIFY2(!all.contains(secret.toUtf8()), qPrintable(secret));
    }
};

QTEST_MAIN(TestHistoryPages)
#include "tst_history.moc"
