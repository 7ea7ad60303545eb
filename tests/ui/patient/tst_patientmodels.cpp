#include "ui/kit/rowdelegate.h"
#include "ui/patient/eventmodel.h"
#include "ui/patient/patientmodel.h"
#include "ui/shell/patientwords.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace xinglin;
using namespace xinglin::ui;

namespace {

const QDate day(2026, 3, 12);

PatientHit hit(const QString &name, const QString &pinyin)
{
    PatientHit hit;
    hit.name = name;
    hit.pinyin = pinyin;
    hit.number = QStringLiteral("A0000001");
    hit.phone = QStringLiteral("138****6207");
    return hit;
}

} // namespace

class TestPatientModels : public QObject
{
    Q_OBJECT

private slots:
    void marks_data()
    {
        QTest::addColumn<QString>("pinyin");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QList<int>>("marks");
        QTest::newRow("initials") << "chen shu fen"
                                  << "csf" << QList<int>{0, 5, 9};
        QTest::newRow("some initials") << "chen shu fen"
                                       << "cs" << QList<int>{0, 5};
        QTest::newRow("letters") << "chen shu fen"
                                 << "chens" << QList<int>{0, 1, 2, 3, 5};
        QTest::newRow("inner letters") << "chen shu fen"
                                       << "shuf" << QList<int>{5, 6, 7, 9};
        QTest::newRow("second reading") << "shan su fen | chan su fen"
                                        << "csf" << QList<int>{14, 19, 22};
        QTest::newRow("capitals and spaces") << "chen shu fen"
                                             << "C S" << QList<int>{0, 5};
        QTest::newRow("nothing") << "chen shu fen"
                                 << "x" << QList<int>{};
        QTest::newRow("empty") << "chen shu fen"
                               << "" << QList<int>{};
    }
    void marks()
    {
        QFETCH(QString, pinyin);
        QFETCH(QString, typed);
        QTEST(pinyinMarks(pinyin, typed), "marks");
    }

    void model_filledAndEmptied_keepsItsPromises()
    {
        PatientModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setHits(
            {hit(QStringLiteral("陈淑芬"), QStringLiteral("chen shu fen")), hit(QStringLiteral("曹守富"), {})},
            QStringLiteral("csf"), day);
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.index(0, PatientModel::Name).data().toString(), QStringLiteral("陈淑芬"));
        QCOMPARE(model.index(0, PatientModel::Pinyin).data(RowMarksRole).toList(), (QVariantList{0, 5, 9}));
        QVERIFY(!model.index(0, PatientModel::Name).data(RowMarksRole).isValid());
        model.setHits({}, {}, day);
        QCOMPARE(model.rowCount(), 0);
    }

    void model_stageGone_isShownNoMore()
    {
        PatientHit one = hit(QStringLiteral("陈淑芬"), {});
        one.id = PatientId(Uuid(Uuid::Bytes{1}));
        PatientHit other = hit(QStringLiteral("曹守富"), {});
        other.id = PatientId(Uuid(Uuid::Bytes{2}));
        PatientModel model;
        model.setHits({one, other}, {}, day);
        const auto shown = [&](int row) { return model.index(row, PatientModel::Stage).data().toString(); };
        model.addStages({one.id, other.id},
                        {{}, {{one.id.uuid(), segments::Stage::Active}, {other.id.uuid(), segments::Stage::Lost}}});
        QCOMPARE(shown(0), segments::nameOf(segments::Stage::Active));
        model.addStages({one.id}, {}); // they died
        QCOMPARE(shown(0), QString());
        QCOMPARE(shown(1), segments::nameOf(segments::Stage::Lost));
    }

    void model_typedName_marksIt()
    {
        PatientModel model;
        model.setHits({hit(QStringLiteral("陈淑芬"), QStringLiteral("chen shu fen"))}, QStringLiteral("淑芬"), day);
        QCOMPARE(model.index(0, PatientModel::Name).data(RowMarksRole).toList(), (QVariantList{1, 2}));
    }

    void visits_filled_keepTheirPromises()
    {
        EventModel model(*Catalog::load());
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        VisitSummary visit;
        visit.day = day.addDays(-14);
        visit.ordinal = 3;
        visit.practitioner = QStringLiteral("沈明堂");
        visit.diagnosis = QStringLiteral("不寐病·心脾两虚证");
        model.setVisits({visit}, day);
        QVERIFY(model.index(0).data(EventModel::TitleRole).toString().contains(QStringLiteral("不寐病")));
        QVERIFY(model.index(0).data(EventModel::OpenRole).toBool());
        visit.status = RevisionStatus::Final;
        visit.diagnosis.reset();
        model.setVisits({visit}, day);
        QVERIFY(!model.index(0).data(EventModel::OpenRole).toBool());
        QVERIFY(!model.index(0).data(EventModel::TitleRole).toString().isEmpty());
    }

    void problem_codedOrNot_isNamedInTheLanguageOfTheScreen()
    {
        const auto catalog = *Catalog::load();
        Condition problem;
        problem.content.codeSystem = QStringLiteral("ICD-10");
        problem.content.code = QStringLiteral("M54.5");
        problem.content.display = QStringLiteral("下背痛");
        const Term *term = catalog->western.byCode(problem.content.codeSystem, problem.content.code);
        QVERIFY(term && term->zh == problem.content.display);
        const auto title = [&] { return titleOf(*catalog, {problem.id.uuid(), day, {}, problem}); };
        const QLocale before;
        QLocale::setDefault(QLocale(QLocale::English));
        QVERIFY2(title().contains(term->en), qUtf8Printable(title()));
        QLocale::setDefault(QLocale(QLocale::Chinese));
        QVERIFY2(title().contains(term->zh), qUtf8Printable(title()));
        QLocale::setDefault(QLocale(QLocale::English));
        problem.content.display = QStringLiteral("腰痛，扛重物后"); // the writer's own words stay
        QVERIFY2(title().contains(problem.content.display), qUtf8Printable(title()));
        QLocale::setDefault(before);
    }

    void age_ofAnInfant_isInMonths()
    {
        QCOMPARE(ageText(PartialDate::fromText(QStringLiteral("2024-07-12")), day), QStringLiteral("20 mo"));
        QCOMPARE(ageText(PartialDate::fromText(QStringLiteral("1979-08-21")), day), QStringLiteral("46"));
        QCOMPARE(ageText(PartialDate::fromText(QStringLiteral("1979")), day).contains(QStringLiteral("about")), true);
        QCOMPARE(ageText({}, day), QString());
    }

    void relativeDay_namesNearDays()
    {
        QCOMPARE(relativeDay(day, day), QStringLiteral("today"));
        QCOMPARE(relativeDay(day.addDays(-1), day), QStringLiteral("yesterday"));
        QVERIFY(relativeDay(day.addDays(-14), day).startsWith(QStringLiteral("14 ")));
    }

    void draftOf_aPatient_leavesNothingOut()
    {
        Patient patient;
        patient.name = QStringLiteral("崔诗菲");
        patient.sex = Sex::Female;
        patient.birthDate = PartialDate::of(2016, 11);
        patient.birthLunar = true;
        patient.phone = QStringLiteral("13812346207");
        patient.otherPhones = {{QStringLiteral("13912346207"), QStringLiteral("母亲")}};
        patient.source = QStringLiteral("老客介绍");
        patient.oldNumber = QStringLiteral("X21108");
        patient.deskAlert = QStringLiteral("怕针");
        patient.note = QStringLiteral("早产");
        patient.identifiers =
            Identifiers{DocumentKind::Passport,
                        QStringLiteral("E12345678"),
                        QStringLiteral("上海"),
                        QStringLiteral("医保"),
                        QStringLiteral("学生"),
                        QStringLiteral("未婚"),
                        {QStringLiteral("崔建平"), QStringLiteral("父亲"), QStringLiteral("13712344560")},
                        QStringLiteral("崔建平"),
                        QStringLiteral("13712344560")};
        const PatientDraft draft = draftOf(patient);
        PatientDraft wanted;
        wanted.name = patient.name;
        wanted.sex = patient.sex;
        wanted.birthDate = QStringLiteral("2016-11");
        wanted.birthLunar = true;
        wanted.phone = patient.phone;
        wanted.otherPhones = patient.otherPhones;
        wanted.documentKind = DocumentKind::Passport;
        wanted.documentNumber = QStringLiteral("E12345678");
        wanted.address = QStringLiteral("上海");
        wanted.insurance = QStringLiteral("医保");
        wanted.occupation = QStringLiteral("学生");
        wanted.maritalStatus = QStringLiteral("未婚");
        wanted.guardian = patient.identifiers->guardian;
        wanted.emergencyName = QStringLiteral("崔建平");
        wanted.emergencyPhone = QStringLiteral("13712344560");
        wanted.source = patient.source;
        wanted.deskAlert = QStringLiteral("怕针");
        wanted.note = QStringLiteral("早产");
        wanted.oldNumber = patient.oldNumber;
        QCOMPARE(draft == wanted, true);
    }
};

QTEST_GUILESS_MAIN(TestPatientModels)
#include "tst_patientmodels.moc"
