#include "store/vault/recoverysheet.h"

#include <QRegularExpression>
#include <QTest>

#include <rapidcheck.h>

using namespace xinglin;

namespace {

RecoverySheet sheetOf(std::uint64_t seed)
{
    SeededRandom random(seed);
    return RecoverySheet::create(random);
}

} // namespace

class TestRecoverySheet : public QObject
{
    Q_OBJECT

private slots:
    void lines_areFourTimesFourTimesFour()
    {
        const QStringList lines = sheetOf(1).lines();
        QCOMPARE(lines.size(), 4);
        const QRegularExpression shape(QStringLiteral("^([0-9A-HJKMNP-TV-Z]{4} ){3}[0-9A-HJKMNP-TV-Z]{4}$"));
        for (const QString &line : lines)
            QVERIFY2(shape.match(line).hasMatch(), qPrintable(line));
    }

    void parse_anySheet_readsBack()
    {
        QVERIFY(rc::check("sheet to lines and back", [] {
            const RecoverySheet sheet = sheetOf(*rc::gen::arbitrary<std::uint64_t>());
            const auto same = RecoverySheet::parse(sheet.lines().join(u'\n'));
            RC_ASSERT(same.ok());
            RC_ASSERT(same->seed().equals(sheet.seed()));
            RC_ASSERT(same->keyPair().publicKey == sheet.keyPair().publicKey);
        }));
    }

    void parse_asPeopleType_isForgiving()
    {
        const RecoverySheet sheet = sheetOf(2);
        QString typed = sheet.lines().join(u'\n').toLower();
        const auto same = [&](const QString &text) {
            const auto parsed = RecoverySheet::parse(text);
            return parsed && parsed->seed().equals(sheet.seed());
        };
        QVERIFY(same(typed));
        QVERIFY(same(QString(typed).replace(u'0', u'o').replace(u'1', u'l')));
        QVERIFY(same(QString(typed).replace(u'0', u'O').replace(u'1', u'I')));
        QVERIFY(same(QString(typed).replace(u' ', u'-')));
        QVERIFY(same(QString(typed).replace(u' ', QString())));
        QVERIFY(same(QString(typed).replace(u'\n', u' ')));
        QVERIFY(same(QString(typed).replace(u'\n', QStringLiteral("\r\n\n  "))));
        QVERIFY(same(QString(typed).replace(u' ', u'\n')));
    }

    void parse_oneWrongCharacter_namesItsLine()
    {
        const QStringList lines = sheetOf(3).lines();
        for (int line = 0; line < 4; ++line) {
            for (qsizetype at = 0; at < lines[line].size(); ++at) {
                if (lines[line][at] == u' ')
                    continue;
                QStringList wrong = lines;
                wrong[line][at] = wrong[line][at] == u'7' ? u'8' : u'7';
                const auto parsed = RecoverySheet::parse(wrong.join(u'\n'));
                QVERIFY(!parsed.ok());
                QCOMPARE(parsed.error().code, Code::Invalid);
                QCOMPARE(parsed.error().field, QStringLiteral("recovery"));
                QCOMPARE(
                    parsed.error().message,
                    QStringLiteral("Line %1 of the recovery sheet is mistyped or not in its place.").arg(line + 1));
            }
        }
    }

    void parse_wrongShape_saysWhatIsWrong()
    {
        const QStringList lines = sheetOf(4).lines();
        const auto message = [](const QString &typed) {
            const auto parsed = RecoverySheet::parse(typed);
            return parsed ? QString() : parsed.error().message;
        };
        QStringList swapped = lines;
        swapped.swapItemsAt(1, 2);
        QCOMPARE(message(swapped.join(u'\n')),
                 QStringLiteral("Line 2 of the recovery sheet is mistyped or not in its place."));
        QStringList missing = lines;
        missing[2].chop(1);
        QCOMPARE(message(missing.join(u'\n')),
                 QStringLiteral("Line 3 of the recovery sheet has 16 characters; 15 were typed."));
        QCOMPARE(message(lines.mid(0, 3).join(u'\n')),
                 QStringLiteral("Line 4 of the recovery sheet has 16 characters; 0 were typed."));
        QCOMPARE(message({}), QStringLiteral("Line 1 of the recovery sheet has 16 characters; 0 were typed."));
        QCOMPARE(message((lines + lines).join(u'\n')),
                 QStringLiteral("A recovery sheet has 4 lines of 16 characters; more was typed."));
        QStringList strange = lines;
        strange[3][0] = u'U';
        QCOMPARE(message(strange.join(u'\n')), QStringLiteral("\"U\" in line 4 does not occur on a recovery sheet."));
    }

    void checkLine_ofThisSheetOnly()
    {
        const RecoverySheet sheet = sheetOf(5);
        const QStringList lines = sheet.lines();
        QVERIFY(sheet.checkLine(3, lines[2].toLower()).ok());
        QVERIFY(!sheet.checkLine(2, lines[2]).ok());
        QCOMPARE(sheet.checkLine(1, sheetOf(6).lines()[0]).error().message,
                 QStringLiteral("This is line 1 of another recovery sheet."));
        QVERIFY(!sheet.checkLine(1, {}).ok());
    }

    void keyPair_ofTwoSheets_differs() { QVERIFY(sheetOf(7).keyPair().publicKey != sheetOf(8).keyPair().publicKey); }
};

QTEST_GUILESS_MAIN(TestRecoverySheet)
#include "tst_recoverysheet.moc"
