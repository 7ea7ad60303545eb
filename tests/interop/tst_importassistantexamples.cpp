#include "interop/importrow.h"

#include <QTest>

using namespace xinglin;
using namespace xinglin::interop;

/// What is told of a column for whoever looks at an import before it is done.
class TestImportAssistantExamples : public QObject
{
    Q_OBJECT

private slots:
    void examples_sameAgain_standOnce();
};

void TestImportAssistantExamples::examples_sameAgain_standOnce()
{
    const auto catalog = Catalog::load();
    QVERIFY(catalog.ok());
    const QStringList header{QStringLiteral("姓名"), QStringLiteral("性别")};
    Mapping mapping;
    mapping.columns[Target::Name] << header[0];
    mapping.columns[Target::Sex] << header[1];
    RowReader reader(ImportKind::Patients, mapping, header, **catalog, QDate(2026, 3, 12));
    const char *const sexes[] = {"女", "女", "男", "女", "先生"};
    qint64 line = 1;
    for (const char *sex : sexes)
        reader.read({++line, {textCell(QStringLiteral("张三")), textCell(QString::fromUtf8(sex))}});
    const auto told = std::find_if(reader.columns().cbegin(), reader.columns().cend(),
                                   [](const ColumnTold &one) { return one.target == Target::Sex; });
    const QList<QPair<QString, QString>> wanted{{QStringLiteral("女"), QStringLiteral("female")},
                                                {QStringLiteral("男"), QStringLiteral("male")},
                                                {QStringLiteral("先生"), QStringLiteral("male")}};
    QCOMPARE(told->examples, wanted);
    QCOMPARE(told->filled, 5);
}

QTEST_GUILESS_MAIN(TestImportAssistantExamples)
#include "tst_importassistantexamples.moc"
