#include "access/auditlog.h"
#include "ui/interchange/importwords.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace xinglin;

namespace {

/// Every code by which the reader of lines and the search for known people say why, as the sources have them.
QSet<QString> codesOfTheSources()
{
    const QDir root(QStringLiteral(XINGLIN_SOURCE_DIR "/core"));
    QStringList paths{root.filePath(QStringLiteral("clinic/patient/importmatch.cpp"))};
    const QDir interop(root.filePath(QStringLiteral("interop")));
    for (const QString &name : interop.entryList({QStringLiteral("import*.cpp")}))
        paths << interop.filePath(name);
    static const QRegularExpression code(
        QStringLiteral("\"((?:row|name|known|patient|date|phone|id|sex|age|allergy|herbs|packets)\\.[a-z][a-z-]*)\""));
    QSet<QString> found;
    for (const QString &path : paths) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            qFatal("cannot read %s", qPrintable(path));
        for (auto matches = code.globalMatch(QString::fromUtf8(file.readAll())); matches.hasNext();)
            found.insert(matches.next().captured(1));
    }
    return found;
}

} // namespace

/// What an import says is said in words.
class TestImportWords : public QObject
{
    Q_OBJECT

private slots:
    void why_everyCodeOfTheSources_hasWords();
    void why_unknownCode_standsAsItIs();
    void audit_everyActOfAnImport_hasWords();
    void targets_ofEveryKind_haveNamesOfTheirOwn();
    void line_rejected_isReadCellByCell();
    void misfits_ofTwoEncodings_areNamedBoth();
};

void TestImportWords::why_everyCodeOfTheSources_hasWords()
{
    const QSet<QString> codes = codesOfTheSources();
    QVERIFY2(codes.size() > 25, "the codes are not found any more");
    for (const QString &code : codes) {
        QVERIFY2(ui::whyWords(code) != code, qPrintable(code));
        QVERIFY2(ui::whyWords(code).endsWith(u'.'), qPrintable(code));
    }
}

void TestImportWords::why_unknownCode_standsAsItIs()
{
    QCOMPARE(ui::whyWords(QStringLiteral("row.younger")), QStringLiteral("row.younger"));
}

void TestImportWords::audit_everyActOfAnImport_hasWords()
{
    for (const char *act : {"import.open", "import.rows", "import.close", "import.mapping"})
        QVERIFY2(auditlog::wordsFor(act) != QString::fromLatin1(act), act);
    QCOMPARE(auditlog::wordsFor("import.undo"), QStringLiteral("Took back: the table that was brought in"));
}

void TestImportWords::targets_ofEveryKind_haveNamesOfTheirOwn()
{
    using interop::ImportKind;
    for (const ImportKind kind :
         {ImportKind::Patients, ImportKind::Allergies, ImportKind::Visits, ImportKind::Prescriptions}) {
        QSet<QString> names;
        for (const interop::Target target : interop::targetsOf(kind)) {
            const QString name = ui::targetWords(target);
            QVERIFY2(!names.contains(name), qPrintable(name));
            names.insert(name);
        }
        QVERIFY(ui::kindWords(interop::toText(kind)) == ui::kindWords(kind));
    }
}

void TestImportWords::line_rejected_isReadCellByCell()
{
    batch::Line line;
    line.outcome = batch::Line::Outcome::Rejected;
    line.value = QStringLiteral("[\"K3\",\"\",\"a\\nb\"]");
    QCOMPARE(ui::lineWords(line), QStringLiteral("K3 | a b"));
    line.outcome = batch::Line::Outcome::Aside;
    line.value = QStringLiteral("0000-00-00");
    QCOMPARE(ui::lineWords(line), QStringLiteral("0000-00-00"));
}

void TestImportWords::misfits_ofTwoEncodings_areNamedBoth()
{
    const QString words = ui::misfitWords({{TextEncoding::Utf8, 40, 2}, {TextEncoding::Gb18030, 99, 5}});
    QVERIFY(words.contains(u"UTF-8: line 2, byte 40"));
    QVERIFY(words.contains(u"GB18030 (GBK): line 5, byte 99"));
}

QTEST_GUILESS_MAIN(TestImportWords)
#include "tst_importwords.moc"
