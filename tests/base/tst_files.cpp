#include "base/files.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace xinglin;

class TestFiles : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder.emplace();
        QVERIFY(m_folder->isValid());
    }

    void write_bytes_areReadBack()
    {
        const QString path = m_folder->filePath(QStringLiteral("a"));
        QVERIFY(!m_files.exists(path));
        const QByteArray bytes = QByteArray("\0x\r\n", 4).repeated(100'000);
        QVERIFY(m_files.write(path, bytes).ok());
        QVERIFY(m_files.exists(path));
        QCOMPARE(m_files.read(path, bytes.size()).value(), bytes);
        QVERIFY(m_files.write(path, "short").ok());
        QCOMPARE(m_files.read(path, 100).value(), QByteArray("short"));
    }

    void link_aFile_hasTwoNamesAndOneContent()
    {
        const QString path = m_folder->filePath(QStringLiteral("a"));
        const QString other = m_folder->filePath(QStringLiteral("b"));
        QVERIFY(m_files.write(path, "bytes").ok());
        QVERIFY(m_files.link(path, other).ok());
        QVERIFY(m_files.remove(path).ok());
        QCOMPARE(m_files.read(other, 100).value(), QByteArray("bytes"));
        QVERIFY(!m_files.link(path, other).ok());
        QVERIFY(m_files.write(path, "other").ok());
        QVERIFY(!m_files.link(path, other).ok()); // a name that is taken is never taken over
        QCOMPARE(m_files.read(other, 100).value(), QByteArray("bytes"));
    }

    void write_anyFile_isForTheOwnerOnly()
    {
        const QString path = m_folder->filePath(QStringLiteral("a"));
        QFile open(path);
        QVERIFY(open.open(QIODevice::WriteOnly));
        open.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther | QFile::ReadGroup);
        open.close();
        QVERIFY(m_files.write(path, "secret").ok());
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QVERIFY(!(QFileInfo(path).permissions() & others));
    }

    void read_missingOrTooLarge_isRefused()
    {
        const QString path = m_folder->filePath(QStringLiteral("a"));
        QCOMPARE(m_files.read(path, 10).error().code, Code::NotFound);
        QVERIFY(m_files.write(path, "12345").ok());
        QCOMPARE(m_files.read(path, 4).error().code, Code::Invalid);
        QVERIFY(m_files.read(path, 5).ok());
    }

    void rename_overAnother_replacesIt()
    {
        const QString from = m_folder->filePath(QStringLiteral("a"));
        const QString to = m_folder->filePath(QStringLiteral("b"));
        QVERIFY(m_files.write(from, "new").ok());
        QVERIFY(m_files.write(to, "old").ok());
        QVERIFY(m_files.rename(from, to).ok());
        QVERIFY(!m_files.exists(from));
        QCOMPARE(m_files.read(to, 10).value(), QByteArray("new"));
        QVERIFY(!m_files.rename(from, to).ok());
    }

    void remove_missing_isDone()
    {
        const QString path = m_folder->filePath(QStringLiteral("a"));
        QVERIFY(m_files.remove(path).ok());
        QVERIFY(m_files.write(path, "x").ok());
        QVERIFY(m_files.remove(path).ok());
        QVERIFY(!m_files.exists(path));
        QVERIFY(!m_files.remove(m_folder->path()).ok());
    }

    void makeFolder_nested_isThere()
    {
        const QString path = m_folder->filePath(QStringLiteral("x/y/z"));
        QVERIFY(m_files.makeFolder(path).ok());
        QVERIFY(QFileInfo(path).isDir());
        QVERIFY(m_files.write(m_folder->filePath(QStringLiteral("f")), "x").ok());
        QVERIFY(!m_files.makeFolder(m_folder->filePath(QStringLiteral("f/g"))).ok());
    }

    void replace_file_leavesOnlyTheNewOne()
    {
        const QString path = m_folder->filePath(QStringLiteral("a"));
        QVERIFY(replaceFile(m_files, path, "one").ok());
        QVERIFY(replaceFile(m_files, path, "two").ok());
        QCOMPARE(m_files.read(path, 10).value(), QByteArray("two"));
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden), QStringList{QStringLiteral("a")});
    }

    void write_intoAMissingFolder_isRefused()
    {
        const QString path = m_folder->filePath(QStringLiteral("none/a"));
        const auto written = m_files.write(path, "x");
        QCOMPARE(written.error().code, Code::Broken);
        QVERIFY(written.error().message.contains(path));
        QVERIFY(!replaceFile(m_files, path, "x").ok());
    }

private:
    DiskFiles m_files;
    std::optional<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestFiles)
#include "tst_files.moc"
