#include "ui/kit/chipbar.h"
#include "ui/kit/growingtextedit.h"
#include "ui/visit/diagnosisfields.h"
#include "ui/visit/noteeditor.h"
#include "ui/visit/pulsecell.h"
#include "ui/visit/pulsepad.h"
#include "ui/visit/tonguepicker.h"
#include "ui/visit/visitwords.h"

#include <QApplication>
#include <QLineEdit>
#include <QPointer>
#include <QScrollArea>
#include <QSet>
#include <QTest>

using namespace xinglin;
using namespace xinglin::ui;

class TestVisitWidgets : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        const auto loaded = Catalog::load();
        QVERIFY2(loaded.ok(), loaded.ok() ? "" : qPrintable(loaded.error().detail));
        m_catalog = *loaded;
    }
    void typingKeys_ofAllTongueTerms_areDifferent();
    void tongue_exclusiveGroup_keepsOneColour();
    void tongue_unknownLetters_remain();
    void tongue_answers_comeBackAsTheyWere();
    void pulse_excludedPulse_isNotOffered();
    void pulse_spaceKeepsLastTime();
    void pulse_answers_comeBackAsTheyWere();
    void diagnosis_byCodeOrFreeWords();
    void diagnosis_plus_addsAnotherAndDeleteTakesItOut();
    void diagnosis_western_isChosenByCodeOrInitials();
    void diagnosis_writtenOtherwiseThanTheCatalogue_staysAsWritten();
    void diagnosis_destroyedUnderTheCursor_isLeftFirst();
    void tongue_destroyedUnderTheCursor_isLeftFirst();
    void note_fieldWithTheCursor_isSeenWhole();

private:
    static Answer answer(const char *item, const char *code, const char *site = "", int rank = 0)
    {
        Answer one;
        one.item = QString::fromLatin1(item);
        one.code = QString::fromLatin1(code);
        one.site = QString::fromLatin1(site);
        one.rank = rank;
        return one;
    }
    std::shared_ptr<const Catalog> m_catalog;
};

void TestVisitWidgets::diagnosis_writtenOtherwiseThanTheCatalogue_staysAsWritten()
{
    const Term term = m_catalog->diagnosis.complete(QStringLiteral("不寐病"), QStringLiteral("disease"), 1).value(0);
    QVERIFY(!term.code.isEmpty());
    DiagnosisFields fields(m_catalog);
    const auto *edit = fields.findChild<QLineEdit *>(QStringLiteral("disease"));
    fields.setEntries({{DiagnosisKind::Disease, term.codeSystem, term.code, term.zh}});
    QCOMPARE(edit->text(), fullName(term));
    const QString written = QStringLiteral("不寐（旧称）");
    fields.setEntries({{DiagnosisKind::Disease, term.codeSystem, term.code, written}});
    QCOMPARE(edit->text(), written);
    QCOMPARE(fields.entries().value(0).display, written);
}

void TestVisitWidgets::diagnosis_destroyedUnderTheCursor_isLeftFirst()
{
    auto fields = std::make_unique<DiagnosisFields>(m_catalog);
    fields->show();
    fields->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(fields.get()));
    fields->setFocus();
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("x"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backspace);
    QPointer<QWidget> edit = QApplication::focusWidget();
    fields.reset(); // the address sanitizer tells of a slot that runs too late
    QVERIFY(!edit);
}

void TestVisitWidgets::tongue_destroyedUnderTheCursor_isLeftFirst()
{
    auto picker = std::make_unique<TonguePicker>(m_catalog);
    picker->show();
    picker->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(picker.get()));
    QPointer<QLineEdit> quick = picker->quickEdit();
    quick->setFocus();
    QTest::keyClicks(quick, QStringLiteral("dh"));
    picker.reset();
    QVERIFY(!quick);
}

void TestVisitWidgets::note_fieldWithTheCursor_isSeenWhole()
{
    NoteEditor note(m_catalog);
    note.resize(760, 480); // lower than the note is high
    note.show();
    note.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&note));
    const auto *view = note.findChild<QScrollArea *>(QStringLiteral("noteScroll"))->viewport();
    const auto whole = [&](const QWidget *field) {
        return view->rect().contains(QRect(field->mapTo(view, QPoint()), field->size()));
    };
    for (const char *name : {"advice", "listening", "history", "complaint", "inquiry"}) {
        auto *field = note.findChild<GrowingTextEdit *>(QString::fromLatin1(name));
        field->setFocus();
        QTRY_VERIFY2(whole(field), name);
        QTest::keyClicks(field, QStringLiteral("one line\rtwo\rthree"));
        QTRY_VERIFY2(whole(field), name);
    }
}

void TestVisitWidgets::typingKeys_ofAllTongueTerms_areDifferent()
{
    const QHash<QString, QString> keys = typingKeys(m_catalog->tongue.terms());
    const QSet<QString> different(keys.cbegin(), keys.cend());
    QCOMPARE(different.size(), keys.size());
    QVERIFY(keys.size() > m_catalog->tongue.terms().size() - 3);
    QCOMPARE(keys.value(QStringLiteral("t_pale_red")), QStringLiteral("dh"));
}

void TestVisitWidgets::tongue_exclusiveGroup_keepsOneColour()
{
    TonguePicker picker(m_catalog);
    QVERIFY(picker.choose(QStringLiteral("dh ch lw")).isEmpty());
    QVERIFY(picker.choose(QStringLiteral("h")).isEmpty());
    // Without blanks: as few terms as make the letters up.
    TonguePicker joined(m_catalog);
    QVERIFY(joined.choose(QStringLiteral("dhchbba")).isEmpty());
    QStringList together;
    for (const Answer &answer : joined.answers())
        together << answer.code;
    QCOMPARE(together, (QStringList{QStringLiteral("t_pale_red"), QStringLiteral("t_tooth_marks"),
                                    QStringLiteral("t_thin_coat"), QStringLiteral("t_white_coat")}));
    TonguePicker peeled(m_catalog);
    QVERIFY(peeled.choose(QStringLiteral("hb")).isEmpty());
    QCOMPARE(peeled.answers().size(), 1); // 花剥, not 红 and 薄
    QCOMPARE(peeled.choose(QStringLiteral("dhqqq")), QStringList{QStringLiteral("dhqqq")});
    QStringList codes;
    for (const Answer &one : picker.answers())
        codes << one.code;
    QVERIFY(codes.contains(QStringLiteral("t_red")));
    QVERIFY(!codes.contains(QStringLiteral("t_pale_red")));
    QVERIFY(codes.contains(QStringLiteral("t_tooth_marks")));
    QVERIFY(codes.contains(QStringLiteral("t_fissures")));
}

void TestVisitWidgets::tongue_unknownLetters_remain()
{
    TonguePicker picker(m_catalog);
    QCOMPARE(picker.choose(QStringLiteral("dh qqq")), QStringList{QStringLiteral("qqq")});
    QCOMPARE(picker.answers().size(), 1);
}

void TestVisitWidgets::tongue_answers_comeBackAsTheyWere()
{
    TonguePicker picker(m_catalog);
    const QList<Answer> given = {
        answer("tongue.body_colour", "t_dark_red"), answer("tongue.coat_thickness", "t_thick_coat"),
        answer("tongue.coat_colour", "t_yellow_coat"), answer("tongue.region", "t_red", "r_tip")};
    picker.setAnswers(given);
    QCOMPARE(picker.answers(), given);
}

void TestVisitWidgets::pulse_excludedPulse_isNotOffered()
{
    PulsePad pad(m_catalog);
    pad.show();
    pad.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&pad));
    PulseCell *cell = pad.cell(0);
    cell->setFocus();
    QTest::keyClicks(cell, QStringLiteral("fu"));
    QTest::keyClick(cell, Qt::Key_Return);
    QCOMPARE(cell->codes(), QStringList{QStringLiteral("p_floating")});
    QTest::keyClicks(cell, QStringLiteral("chen"));
    QTest::keyClick(cell, Qt::Key_Return);
    QCOMPARE(cell->codes(), QStringList{QStringLiteral("p_floating")});
}

void TestVisitWidgets::pulse_spaceKeepsLastTime()
{
    PulsePad pad(m_catalog);
    pad.setLast(
        {answer("pulse.quality", "p_wiry", "pos_left_guan"), answer("pulse.quality", "p_thready", "pos_left_guan", 1)});
    QVERIFY(pad.answers().isEmpty());
    QTest::keyClick(pad.cell(1), Qt::Key_Space);
    QCOMPARE(pad.answers().size(), 2);
    QTest::keyClick(pad.cell(1), Qt::Key_Backspace);
    QCOMPARE(pad.cell(1)->codes(), QStringList{QStringLiteral("p_wiry")});
}

void TestVisitWidgets::pulse_answers_comeBackAsTheyWere()
{
    PulsePad pad(m_catalog);
    Answer rate = answer("pulse.rate", "");
    rate.number = 72;
    rate.unit = QStringLiteral("/min");
    const QList<Answer> given = {answer("pulse.quality", "p_wiry", "pos_left_guan"),
                                 answer("pulse.quality", "p_thready", "pos_left_guan", 1),
                                 answer("pulse.overall", "p_thready"), rate};
    pad.setAnswers(given);
    QCOMPARE(pad.answers(), given);
}

void TestVisitWidgets::diagnosis_byCodeOrFreeWords()
{
    DiagnosisFields fields(m_catalog);
    fields.show();
    fields.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&fields));
    auto *disease = fields.findChild<QLineEdit *>(QStringLiteral("disease"));
    disease->setFocus();
    QTest::keyClicks(disease, QStringLiteral("A04.01.13"));
    QTest::keyClick(disease, Qt::Key_Return);
    QCOMPARE(fields.entries().size(), 1);
    QCOMPARE(fields.entries().first().display, QStringLiteral("不寐病"));
    QCOMPARE(fields.entries().first().codeSystem, QStringLiteral("GBT15657-2021"));
    auto *pattern = fields.findChild<QLineEdit *>(QStringLiteral("pattern"));
    pattern->setFocus();
    QInputMethodEvent words;
    words.setCommitString(QStringLiteral("自己的说法"));
    QApplication::sendEvent(pattern, &words);
    QCOMPARE(fields.entries().last().display, QStringLiteral("自己的说法"));
    QCOMPARE(fields.entries().last().code, QString());
    disease->setFocus();
    QTest::keyClick(disease, Qt::Key_End);
    QTest::keyClick(disease, Qt::Key_Backspace);
    QCOMPARE(fields.entries().first().code, QString());
}

void TestVisitWidgets::diagnosis_plus_addsAnotherAndDeleteTakesItOut()
{
    DiagnosisFields fields(m_catalog);
    fields.show();
    fields.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&fields));
    auto *disease = fields.findChild<QLineEdit *>(QStringLiteral("disease"));
    auto *pattern = fields.findChild<QLineEdit *>(QStringLiteral("pattern"));
    auto *further = fields.findChild<ChipBar *>(QStringLiteral("furtherDiagnoses"));
    disease->setFocus();
    for (const char *typed : {"bmb", "+", "toutong"}) {
        QTest::keyClicks(disease, QLatin1String(typed));
        if (*typed != '+')
            QTest::keyClick(disease, Qt::Key_Return);
    }
    const QList<DiagnosisEntry> two = fields.entries();
    QCOMPARE(two.size(), 2);
    QCOMPARE(two[0].display, QStringLiteral("不寐病"));
    QVERIFY2(two[1].display.startsWith(QStringLiteral("头痛")), qPrintable(two[1].display));
    pattern->setFocus(); // the field shows the first one again, the second is a chip
    QVERIFY(disease->text().contains(QStringLiteral("nsomnia")) || disease->text() == QStringLiteral("不寐病"));
    QCOMPARE(further->chips().size(), 1);
    QCOMPARE(fields.entries(), two);
    further->setFocus();
    QTest::keyClick(further, Qt::Key_Delete);
    QCOMPARE(fields.entries(), two.first(1));
    QVERIFY(!further->isVisible());
    QCOMPARE(QApplication::focusWidget(), disease);
    // An empty further one leaves by Backspace.
    QTest::keyClicks(disease, QStringLiteral("+"));
    QVERIFY(disease->text().isEmpty());
    QTest::keyClick(disease, Qt::Key_Backspace);
    QVERIFY(!disease->text().isEmpty());
    QCOMPARE(fields.entries(), two.first(1));
}

void TestVisitWidgets::diagnosis_western_isChosenByCodeOrInitials()
{
    DiagnosisFields fields(m_catalog);
    fields.show();
    fields.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&fields));
    auto *western = fields.findChild<QLineEdit *>(QStringLiteral("western"));
    western->setFocus();
    QTest::keyClicks(western, QStringLiteral("m54.5"));
    QTest::keyClick(western, Qt::Key_Return);
    QTest::keyClicks(western, QStringLiteral("+sm"));
    QTest::keyClick(western, Qt::Key_Backspace);
    QTest::keyClick(western, Qt::Key_Backspace);
    QTest::keyClicks(western, QStringLiteral("i10"));
    QTest::keyClick(western, Qt::Key_Return);
    const QList<DiagnosisEntry> found = fields.entries();
    QCOMPARE(found.size(), 2);
    QCOMPARE(found[0], (DiagnosisEntry{DiagnosisKind::Western, QStringLiteral("ICD-10"), QStringLiteral("M54.5"),
                                       QStringLiteral("下背痛")}));
    QCOMPARE(found[1].code, QStringLiteral("I10"));
    // What is stored comes back as it was, in its order.
    DiagnosisFields again(m_catalog);
    again.setEntries(found);
    QCOMPARE(again.entries(), found);
    QCOMPARE(diagnosisWords(*m_catalog, found.first(1)),
             fullName(*m_catalog->western.byCode(found[0].codeSystem, found[0].code)));
}

QTEST_MAIN(TestVisitWidgets)
#include "tst_visitwidgets.moc"
