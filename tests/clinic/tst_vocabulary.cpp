#include "clinic/catalog/catalog.h"

#include <QFile>
#include <QTest>

using namespace xinglin;

class TestVocabulary : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        const auto loaded = Catalog::load();
        QVERIFY2(loaded.ok(), loaded.ok() ? "" : qPrintable(loaded.error().detail));
        m_catalog = *loaded;
    }
    void load_withOneFileMissing_isRefused();
    void load_everything_hasItsSize();
    void diagnosis_holdsNoIcd11Titles();
    void western_everyCode_hasAShortNameOfItsOwn();
    void western_byCodePinyinOrInitials_isFound();
    void byCode_ofEachTerm_isThatTerm();
    void complete_findsByEveryWay_data();
    void complete_findsByEveryWay();
    void fit_excludedAndExclusiveTerms_doNotStandTogether();
    void form_vocabularies_areKnown();
    void findings_sayWhatTheyAreOf();
    void services_treatmentsOnly_areOffered();
    void services_byInitials_areFound_data();
    void services_byInitials_areFound();
    void parameters_ofEachKind_areReadBackByTheirCode();
    void points_areLoaded();

private:
    std::shared_ptr<const Catalog> m_catalog;
};

void TestVocabulary::load_withOneFileMissing_isRefused()
{
    for (const char *missing :
         {"catalog/tongue.json", "catalog/pulse.json", "catalog/diagnosis.json", "catalog/icd10_common.json",
          "catalog/herbs.json", "forms/visit.json", "catalog/acupoints.json", "catalog/meridians.json",
          "catalog/point_rules.json", "catalog/services.json", "catalog/herb_categories.json"}) {
        const auto loaded = Catalog::load([&](const QString &name) {
            QFile file(QStringLiteral(":/") + name);
            const bool there = name != QLatin1String(missing) && file.open(QIODevice::ReadOnly);
            return there ? file.readAll() : QByteArray();
        });
        QVERIFY2(!loaded.ok(), missing);
    }
}

void TestVocabulary::load_everything_hasItsSize()
{
    QCOMPARE(m_catalog->pulse.terms().size(), 30);
    QCOMPARE(m_catalog->pulsePositions.size(), 6);
    QCOMPARE(m_catalog->pulsePositions.first().id, QStringLiteral("pos_left_cun"));
    QCOMPARE(m_catalog->tongue.groups().size(), 16);
    QVERIFY(m_catalog->diagnosis.inGroup(QStringLiteral("disease")).size() > 400);
    QVERIFY(m_catalog->diagnosis.inGroup(QStringLiteral("pattern")).size() > 400);
    QVERIFY(m_catalog->diagnosis.inGroup(QStringLiteral("method")).size() > 200);
    QCOMPARE(m_catalog->rulesVersion.size(), 8);
}

void TestVocabulary::western_everyCode_hasAShortNameOfItsOwn()
{
    QCOMPARE(m_catalog->western.terms().size(), 448);
    QSet<QString> names;
    for (const Term &term : m_catalog->western.terms()) {
        QVERIFY2(!term.en.trimmed().isEmpty() && term.en.size() <= 48, qPrintable(term.code));
        QVERIFY2(!names.contains(term.en.toLower()), qPrintable(term.en));
        names << term.en.toLower();
        QCOMPARE(term.codeSystem, QStringLiteral("ICD-10"));
    }
}

void TestVocabulary::western_byCodePinyinOrInitials_isFound()
{
    const auto first = [this](const char *typed) {
        return m_catalog->western.complete(QLatin1String(typed), QStringLiteral("western"), 1).value(0).code;
    };
    QCOMPARE(first("m54.5"), QStringLiteral("M54.5"));
    QVERIFY(first("m54").startsWith(QStringLiteral("M54.")));
    QCOMPARE(first("xbt"), QStringLiteral("M54.5"));
    QCOMPARE(first("xiabei"), QStringLiteral("M54.5"));
    QCOMPARE(first("tennis"), QStringLiteral("M77.1"));
}

void TestVocabulary::byCode_ofEachTerm_isThatTerm()
{
    const auto loaded = Catalog::load();
    QVERIFY(loaded.ok());
    const Vocabulary &all = (*loaded)->diagnosis;
    for (const Term &term : all.terms()) {
        if (!term.code.isEmpty())
            QCOMPARE(all.byCode(term.codeSystem, term.code), all.find(term.id));
    }
    QVERIFY(!all.byCode(QStringLiteral("other"), all.terms().first().code));
    QVERIFY(!all.byCode({}, {}));
}

void TestVocabulary::diagnosis_holdsNoIcd11Titles()
{
    for (const Term &term : m_catalog->diagnosis.terms())
        QVERIFY2(term.codeSystem != u"ICD-11", qPrintable(term.id));
}

void TestVocabulary::complete_findsByEveryWay_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("group");
    QTest::addColumn<QString>("first");
    QTest::newRow("code") << "A04.01.13"
                          << "disease" << QStringLiteral("不寐病");
    QTest::newRow("initials") << "bmb"
                              << "disease" << QStringLiteral("不寐病");
    QTest::newRow("pinyin") << "bumei"
                            << "disease" << QStringLiteral("不寐病");
    QTest::newRow("pinyin with spaces") << "bu mei"
                                        << "disease" << QStringLiteral("不寐病");
    QTest::newRow("name") << QStringLiteral("不寐") << "disease" << QStringLiteral("不寐病");
    QTest::newRow("beginning of initials") << "xplx"
                                           << "pattern" << QStringLiteral("心脾两虚证");
}

void TestVocabulary::complete_findsByEveryWay()
{
    QFETCH(QString, typed);
    QFETCH(QString, group);
    QFETCH(QString, first);
    const QList<Term> found = m_catalog->diagnosis.complete(typed, group, 8);
    QVERIFY(!found.isEmpty());
    QCOMPARE(found.first().zh, first);
    for (const Term &term : found)
        QCOMPARE(term.group, group);
    QVERIFY(m_catalog->diagnosis.complete(QStringLiteral("  "), group, 8).isEmpty());
}

void TestVocabulary::fit_excludedAndExclusiveTerms_doNotStandTogether()
{
    const auto term = [this](const char *id) {
        const QString wanted = QString::fromLatin1(id);
        const Term *found = wanted.startsWith(u"p_") ? m_catalog->pulse.find(wanted) : m_catalog->tongue.find(wanted);
        return found ? *found : Term();
    };
    QVERIFY(!m_catalog->pulse.fit(term("p_floating"), term("p_deep")));
    QVERIFY(m_catalog->pulse.fit(term("p_wiry"), term("p_thready")));
    QVERIFY(!m_catalog->tongue.fit(term("t_red"), term("t_pale")));
    QVERIFY(!m_catalog->tongue.fit(term("t_white_coat"), term("t_absent_coat")));
    QVERIFY(m_catalog->tongue.fit(term("t_tooth_marks"), term("t_fissures")));
}

void TestVocabulary::form_vocabularies_areKnown()
{
    for (const forms::Section &section : m_catalog->visitForm.sections) {
        for (const forms::Item &item : section.items) {
            if (item.vocabulary == u"tongue" && !item.group.isEmpty())
                QVERIFY2(m_catalog->tongue.group(item.group), qPrintable(item.code));
        }
    }
    QVERIFY(m_catalog->knows(QStringLiteral("pulse"), QStringLiteral("p_wiry")));
    QVERIFY(!m_catalog->knows(QStringLiteral("tongue"), QStringLiteral("p_wiry")));
    QVERIFY(!m_catalog->knows(QStringLiteral("nothing"), QStringLiteral("p_wiry")));
}

void TestVocabulary::findings_sayWhatTheyAreOf()
{
    const Vocabulary &findings = m_catalog->findings;
    QCOMPARE(findings.groups().size(), 70);
    QCOMPARE(findings.terms().size(), 523);
    QSet<QString> chinese;
    QSet<QString> english;
    for (const Term &term : findings.terms()) {
        const TermGroup *group = findings.group(term.group);
        QVERIFY2(group && !group->method.isEmpty(), qPrintable(term.id));
        // Within a method no two are called the same; 尿频 of the inquiry is no sound that is heard.
        QVERIFY2(!chinese.contains(group->method + term.zh), qPrintable(term.zh));
        QVERIFY2(!english.contains(group->method + term.en), qPrintable(term.en));
        chinese << group->method + term.zh;
        english << group->method + term.en;
        for (const QString &excluded : term.excludes)
            QVERIFY2(findings.find(excluded), qPrintable(term.id));
    }
    const auto first = [&](const char *typed) {
        const QList<Term> found = findings.complete(QString::fromLatin1(typed), {}, 1);
        return found.isEmpty() ? QString() : found.first().zh;
    };
    QCOMPARE(first("zh"), QStringLiteral("自汗"));
    QCOMPARE(first("rskn"), QStringLiteral("入睡困难"));
    QCOMPARE(first("bztb"), QStringLiteral("便质溏薄"));
    const auto term = [&](const char *id) { return *findings.find(QString::fromLatin1(id)); };
    QVERIFY(!findings.fit(term("q_sw_type.normal"), term("q_sw_type.spontaneous")));
    QVERIFY(findings.fit(term("q_sw_type.night"), term("q_sw_type.spontaneous")));
    QVERIFY(!findings.fit(term("q_cf_type.cold_only"), term("q_cf_type.heat_only")));
    QCOMPARE(findings.group(QStringLiteral("q_me_cycle"))->sex, QStringLiteral("female"));
}

void TestVocabulary::services_treatmentsOnly_areOffered()
{
    QCOMPARE(m_catalog->services.services().size(), 100);
    QVERIFY(!m_catalog->services.find(QStringLiteral("svc_initial_consult"))->therapy);
    QVERIFY(!m_catalog->services.find(QStringLiteral("svc_decoct"))->therapy);
    QCOMPARE(m_catalog->services.find(QStringLiteral("svc_bone_set"))->therapy, std::optional(TherapyKind::Tuina));
    QVERIFY(m_catalog->services.completeTherapies(QStringLiteral("代煎"), 8).isEmpty());
    for (const Service *one : m_catalog->services.completeTherapies(QStringLiteral("z"), 50))
        QVERIFY2(one->therapy, qPrintable(one->id));
    QVERIFY(!m_catalog->services.find(QStringLiteral("nothing")));
}

void TestVocabulary::services_byInitials_areFound_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("first");
    QTest::newRow("moxa stick") << "atj" << QStringLiteral("艾条灸");
    QTest::newRow("cupping") << "hg" << QStringLiteral("火罐");
    QTest::newRow("ear seeds") << "exyd" << QStringLiteral("耳穴压豆");
    QTest::newRow("name") << QStringLiteral("神阙隔盐灸") << QStringLiteral("神阙隔盐灸");
    QTest::newRow("English") << "moxa-s" << QStringLiteral("艾条灸");
}

void TestVocabulary::services_byInitials_areFound()
{
    QFETCH(QString, typed);
    QFETCH(QString, first);
    const auto found = m_catalog->services.completeTherapies(typed, 8);
    QVERIFY(!found.isEmpty());
    QCOMPARE(found.first()->zh, first);
    QCOMPARE(m_catalog->services.named(first), found.first());
}

void TestVocabulary::parameters_ofEachKind_areReadBackByTheirCode()
{
    for (int kind = 0; kind <= int(TherapyKind::Other); ++kind) {
        QSet<QString> typed;
        QCOMPARE(therapyKindFrom(toText(TherapyKind(kind))), std::optional(TherapyKind(kind)));
        for (const TherapyParameter &one : therapyParameters(TherapyKind(kind))) {
            QCOMPARE(*therapyParameter(one.code), one);
            QVERIFY2(!typed.contains(one.typed), qPrintable(one.code));
            typed << one.typed;
        }
    }
    QVERIFY(!therapyParameter(QStringLiteral("nothing")));
    QVERIFY(!therapyKindFrom(QStringLiteral("magic")));
}

void TestVocabulary::points_areLoaded()
{
    QCOMPARE(m_catalog->points.find(QStringLiteral("st36"))->zh, QStringLiteral("足三里"));
}

QTEST_GUILESS_MAIN(TestVocabulary)
#include "tst_vocabulary.moc"
