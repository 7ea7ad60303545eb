#include "clinic/record/phrases.h"
#include "support/testclinic.h"

#include <QTest>

using namespace xinglin;
using namespace xinglin::test;
using phrases::Phrase;

namespace {

Phrase phraseOf(const QString &text, const QString &letters = {}, const QString &field = {}, bool own = true)
{
    Phrase phrase;
    phrase.text = text;
    phrase.abbreviation = letters;
    phrase.field = field;
    phrase.own = own;
    return phrase;
}

} // namespace

class TestPhrases : public QObject
{
    Q_OBJECT

private slots:
    void save_withoutLetters_takesTheInitials();
    void save_lettersTaken_isRefusedInOneFieldOnly();
    void save_emptyLongOrBadLetters_isRefused_data();
    void save_emptyLongOrBadLetters_isRefused();
    void save_ofAnotherPerson_isNotFound();
    void all_ownAndClinics_areSeen_othersAreNot();
    void retire_phrase_isOfferedNoMore();
    void matching_exactFirst_ofThisFieldOrAll();

private:
    static Result<Phrase> save(TestClinic &clinic, const store::Actor &actor, const Phrase &phrase)
    {
        return clinic.write(actor, "phrase.save", [&](store::Transaction &tx) { return phrases::save(tx, phrase); });
    }
    static QStringList lettersOf(TestClinic &clinic, const store::Actor &actor)
    {
        QStringList letters;
        const auto known = phrases::all(*clinic.store().snapshot(actor));
        for (const Phrase &phrase : known ? *known : QList<Phrase>())
            letters << phrase.abbreviation;
        return letters;
    }
};

void TestPhrases::save_withoutLetters_takesTheInitials()
{
    TestClinic clinic;
    const auto kept = save(clinic, clinic.practitioner(), phraseOf(QStringLiteral(" 纳可，二便调。 ")));
    QVERIFY(kept.ok());
    QCOMPARE(kept->abbreviation, QStringLiteral("nkeb"));
    QCOMPARE(kept->text, QStringLiteral("纳可，二便调。"));
    QCOMPARE(lettersOf(clinic, clinic.practitioner()), QStringList{QStringLiteral("nkeb")});
}

void TestPhrases::save_lettersTaken_isRefusedInOneFieldOnly()
{
    TestClinic clinic;
    const store::Actor actor = clinic.practitioner();
    auto first = save(clinic, actor, phraseOf(QStringLiteral("纳可"), QStringLiteral("nk")));
    QVERIFY(first.ok());
    const auto second = save(clinic, actor, phraseOf(QStringLiteral("难眠"), QStringLiteral("NK")));
    QVERIFY(!second.ok());
    QCOMPARE(second.error().code, Code::Conflict);
    QCOMPARE(second.error().field, QStringLiteral("abbreviation"));
    QVERIFY(save(clinic, actor, phraseOf(QStringLiteral("难眠"), QStringLiteral("nk"), QStringLiteral("advice"))).ok());
    QVERIFY(save(clinic, actor, phraseOf(QStringLiteral("难眠"), QStringLiteral("nk"), {}, false)).ok());
    first->text = QStringLiteral("纳可，眠安");
    QVERIFY(save(clinic, actor, *first).ok()); // its own letters
}

void TestPhrases::save_emptyLongOrBadLetters_isRefused_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("letters");
    QTest::addColumn<QString>("field");
    QTest::newRow("nothing") << QStringLiteral("  ") << "a"
                             << "text";
    QTest::newRow("too long") << QString(phrases::mostText + 1, u'长') << "a"
                              << "text";
    QTest::newRow("no letters to find") << QStringLiteral("，。") << ""
                                        << "abbreviation";
    QTest::newRow("characters") << QStringLiteral("纳可") << QStringLiteral("纳") << "abbreviation";
    QTest::newRow("blank") << QStringLiteral("纳可") << "n k"
                           << "abbreviation";
    QTest::newRow("thirteen") << QStringLiteral("纳可") << "abcdefghijklm"
                              << "abbreviation";
}

void TestPhrases::save_emptyLongOrBadLetters_isRefused()
{
    QFETCH(QString, text);
    QFETCH(QString, letters);
    QFETCH(QString, field);
    TestClinic clinic;
    const auto kept = save(clinic, clinic.practitioner(), phraseOf(text, letters));
    QVERIFY(!kept.ok());
    QCOMPARE(kept.error().field, field);
    QVERIFY(lettersOf(clinic, clinic.practitioner()).isEmpty());
}

void TestPhrases::save_ofAnotherPerson_isNotFound()
{
    TestClinic clinic;
    auto kept = save(clinic, clinic.practitioner(), phraseOf(QStringLiteral("纳可")));
    QVERIFY(kept.ok());
    const store::Actor other = clinic.another(access::Role::Practitioner);
    kept->text = QStringLiteral("换掉");
    QCOMPARE(save(clinic, other, *kept).error().code, Code::NotFound);
    const auto gone =
        clinic.write(other, "phrase.retire", [&](store::Transaction &tx) { return phrases::retire(tx, kept->id); });
    QCOMPARE(gone.error().code, Code::NotFound);
}

void TestPhrases::all_ownAndClinics_areSeen_othersAreNot()
{
    TestClinic clinic;
    const store::Actor other = clinic.another(access::Role::Practitioner);
    QVERIFY(save(clinic, clinic.practitioner(), phraseOf(QStringLiteral("纳可"), QStringLiteral("b"))).ok());
    QVERIFY(save(clinic, clinic.practitioner(), phraseOf(QStringLiteral("眠安"), QStringLiteral("a"), {}, false)).ok());
    QVERIFY(save(clinic, other, phraseOf(QStringLiteral("汗出"), QStringLiteral("c"))).ok());
    QCOMPARE(lettersOf(clinic, clinic.practitioner()), (QStringList{QStringLiteral("a"), QStringLiteral("b")}));
    QCOMPARE(lettersOf(clinic, other), (QStringList{QStringLiteral("a"), QStringLiteral("c")}));
}

void TestPhrases::retire_phrase_isOfferedNoMore()
{
    TestClinic clinic;
    const auto kept = save(clinic, clinic.practitioner(), phraseOf(QStringLiteral("纳可")));
    QVERIFY(kept.ok());
    const auto retire = [&] {
        return clinic.write(clinic.practitioner(), "phrase.retire",
                            [&](store::Transaction &tx) { return phrases::retire(tx, kept->id); });
    };
    QVERIFY(retire().ok());
    QVERIFY(lettersOf(clinic, clinic.practitioner()).isEmpty());
    QCOMPARE(retire().error().code, Code::NotFound);
    QVERIFY(save(clinic, clinic.practitioner(), phraseOf(QStringLiteral("纳可"))).ok()); // the letters are free again
}

void TestPhrases::matching_exactFirst_ofThisFieldOrAll()
{
    const QList<Phrase> known = {phraseOf(QStringLiteral("纳可，眠安"), QStringLiteral("nkma")),
                                 phraseOf(QStringLiteral("纳可"), QStringLiteral("nk")),
                                 phraseOf(QStringLiteral("难咳"), QStringLiteral("nk"), QStringLiteral("complaint")),
                                 phraseOf(QStringLiteral("早睡"), QStringLiteral("zs"), QStringLiteral("advice"))};
    const auto texts = [&](const char *letters, const char *field, int limit = 9) {
        QStringList found;
        for (const Phrase &phrase :
             phrases::matching(known, QString::fromLatin1(letters), QString::fromLatin1(field), limit))
            found << phrase.text;
        return found;
    };
    QCOMPARE(texts("nk", "complaint"),
             (QStringList{QStringLiteral("纳可"), QStringLiteral("难咳"), QStringLiteral("纳可，眠安")}));
    QCOMPARE(texts("NK", "history"), (QStringList{QStringLiteral("纳可"), QStringLiteral("纳可，眠安")}));
    QCOMPARE(texts("nk", "history", 1), QStringList{QStringLiteral("纳可")});
    QCOMPARE(texts("", "advice").size(), 3);
    QVERIFY(texts("zs", "complaint").isEmpty());
}

QTEST_GUILESS_MAIN(TestPhrases)
#include "tst_phrases.moc"
