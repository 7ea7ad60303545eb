#include "store/attachedfiles.h"
#include "support/faultyfiles.h"
#include "support/practice.h"

#include <QDirIterator>

using namespace xinglin;
using namespace xinglin::test;
using store::AttachedFile;
using store::AttachedFiles;

namespace {

QStringList filesIn(const QString &folder)
{
    QStringList found;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext())
        found << QDir(folder).relativeFilePath(files.next());
    found.sort();
    return found;
}

QByteArray picture(int seed, int size = 5000)
{
    QByteArray bytes = "JFIF picture " + QByteArray::number(seed);
    while (bytes.size() < size)
        bytes += QByteArray::number(bytes.size() * seed) + " tongue ";
    return bytes.first(size);
}

} // namespace

/// Encrypted files beside the store: written whole, found again, cleared away where nobody needs them.
class TestAttachedFiles : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder.emplace(); }
    void placeOf_name_leadsBack();
    void keep_bytes_areReadBackAndNowherePlain();
    void keep_sameBytesTwice_sharesNothing();
    void keep_tooLarge_isRefused();
    void read_changedOrMissing_saysWhich();
    void drop_file_isGone();
    void clear_afterKill_removesWhatNobodyNames();
    void clear_listCutShort_removesNothingElse();
    void close_everythingSettled_forgetsTheList();
    void keep_diskFailsAtAnyCall_leavesAllOrNothing();

private:
    QString path() const { return m_folder->path(); }
    std::optional<QTemporaryDir> m_folder;
    DiskFiles m_disk;
};

void TestAttachedFiles::placeOf_name_leadsBack()
{
    const QByteArray name = QByteArray::fromHex("3f").append(QByteArray(31, '\x0a'));
    const QString place = AttachedFiles::placeOf(name);
    QVERIFY(place.startsWith(u"attachments/3f/3f0a"));
    QCOMPARE(AttachedFiles::nameAt(place), name);
    for (const QString &other : {QStringLiteral("attachments/tongue.bin"), QStringLiteral("attachments/pending"),
                                 QString(place).replace(QStringLiteral("/3f/"), QStringLiteral("/3e/")),
                                 place + QStringLiteral(".new"), place.chopped(2), place.section(u'/', -1)})
        QVERIFY2(AttachedFiles::nameAt(other).isEmpty(), qPrintable(other));
}

void TestAttachedFiles::keep_bytes_areReadBackAndNowherePlain()
{
    AttachedFiles attached(m_disk, path());
    const QByteArray plain = picture(1, 3'000'000);
    const auto file = attached.keep(plain);
    QVERIFY(file.ok());
    QCOMPARE(file->bytes, plain.size());
    QCOMPARE(file->sha256, crypto::sha256(plain));
    QVERIFY(attached.isThere(file->name));
    const auto back = attached.read(file->name, file->key);
    QVERIFY(back.ok());
    QVERIFY(*back == plain);
    const QString place = AttachedFiles::placeOf(file->name);
    QCOMPARE(filesIn(path()), (QStringList{place, QStringLiteral("attachments/pending")}));
    for (const QString &each : filesIn(path())) {
        QFile onDisk(path() + u'/' + each);
        QVERIFY(onDisk.open(QIODevice::ReadOnly));
        const QByteArray bytes = onDisk.readAll();
        QVERIFY(!bytes.contains("JFIF"));
        QVERIFY(!bytes.contains("tongue"));
        QCOMPARE(onDisk.permissions() & (QFileDevice::ReadGroup | QFileDevice::ReadOther), QFileDevice::Permissions());
        if (each == place)
            QCOMPARE(crypto::blake2b256({bytes}), file->name);
    }
}

void TestAttachedFiles::keep_sameBytesTwice_sharesNothing()
{
    AttachedFiles attached(m_disk, path());
    const auto one = attached.keep(picture(1));
    const auto other = attached.keep(picture(1));
    QVERIFY(one.ok() && other.ok());
    QVERIFY(one->name != other->name);
    QVERIFY(!one->key.equals(other->key));
    QCOMPARE(one->sha256, other->sha256);
    QVERIFY(!attached.read(one->name, other->key).ok());
}

void TestAttachedFiles::keep_tooLarge_isRefused()
{
    AttachedFiles attached(m_disk, path());
    const auto file = attached.keep(QByteArray(store::MostAttachedBytes + 1, 'x'));
    QVERIFY(!file.ok());
    QCOMPARE(file.error().code, Code::Invalid);
    QVERIFY2(file.error().message.contains(u"50"), qPrintable(file.error().message));
    QCOMPARE(filesIn(path()), QStringList());
}

void TestAttachedFiles::read_changedOrMissing_saysWhich()
{
    AttachedFiles attached(m_disk, path());
    const auto file = attached.keep(picture(3));
    QVERIFY(file.ok());
    const QString at = path() + u'/' + AttachedFiles::placeOf(file->name);
    damage(at, 200);
    const auto changed = attached.read(file->name, file->key);
    QVERIFY(!changed.ok());
    QCOMPARE(changed.error().code, Code::Damaged);
    QVERIFY(QFile::remove(at));
    const auto gone = attached.read(file->name, file->key);
    QVERIFY(!gone.ok());
    QCOMPARE(gone.error().code, Code::NotFound);
}

void TestAttachedFiles::drop_file_isGone()
{
    AttachedFiles attached(m_disk, path());
    const auto file = attached.keep(picture(4));
    QVERIFY(file.ok());
    attached.drop(file->name);
    QVERIFY(!attached.isThere(file->name));
    attached.close();
    QCOMPARE(filesIn(path()), QStringList());
}

void TestAttachedFiles::clear_afterKill_removesWhatNobodyNames()
{
    QByteArrayList names;
    {
        AttachedFiles killed(m_disk, path());
        for (int i = 0; i < 4; ++i)
            names << killed.keep(picture(i))->name;
        killed.settle(names[0]);
        // Killed while the next one was being written: never renamed.
        QVERIFY(m_disk.write(path() + u'/' + AttachedFiles::placeOf(names[3]) + QStringLiteral(".new"), "half"));
    }
    AttachedFiles next(m_disk, path());
    next.clear([&](const QByteArray &name) { return name == names[0] || name == names[1]; });
    QStringList wanted{AttachedFiles::placeOf(names[0]), AttachedFiles::placeOf(names[1])};
    wanted.sort();
    QCOMPARE(filesIn(path()), wanted);
    // What an older store does not know, but was not in the making, is never touched.
    const auto later = next.keep(picture(9));
    QVERIFY(later.ok());
    next.settle(later->name);
    next.close();
    AttachedFiles older(m_disk, path());
    older.clear([](const QByteArray &) { return false; });
    QCOMPARE(filesIn(path()).size(), 3);
}

void TestAttachedFiles::clear_listCutShort_removesNothingElse()
{
    AttachedFiles attached(m_disk, path());
    const auto file = attached.keep(picture(5));
    QVERIFY(file.ok());
    const QByteArray line = file->name.toHex();
    for (const QByteArray &list : {line.first(63), line.first(1), QByteArray("x\n\n"), line + 'a'}) {
        QVERIFY(m_disk.write(path() + QStringLiteral("/attachments/pending"), list));
        AttachedFiles next(m_disk, path());
        next.clear([](const QByteArray &) { return false; });
        QVERIFY(next.isThere(file->name));
    }
    QVERIFY(m_disk.write(path() + QStringLiteral("/attachments/pending"), "aa" + line.first(10) + '\n' + line + '\n'));
    AttachedFiles next(m_disk, path());
    next.clear([](const QByteArray &) { return false; });
    QVERIFY(!next.isThere(file->name));
}

void TestAttachedFiles::close_everythingSettled_forgetsTheList()
{
    AttachedFiles attached(m_disk, path());
    const auto one = attached.keep(picture(1));
    const auto other = attached.keep(picture(2));
    QVERIFY(one.ok() && other.ok());
    attached.settle(one->name);
    attached.close();
    QVERIFY(filesIn(path()).contains(QStringLiteral("attachments/pending")));
    attached.settle(other->name);
    attached.close();
    QVERIFY(!filesIn(path()).contains(QStringLiteral("attachments/pending")));
    // And it is made anew.
    QVERIFY(attached.keep(picture(3)).ok());
    QVERIFY(filesIn(path()).contains(QStringLiteral("attachments/pending")));
}

void TestAttachedFiles::keep_diskFailsAtAnyCall_leavesAllOrNothing()
{
    for (const auto how : {FaultyFiles::How::Before, FaultyFiles::How::Torn, FaultyFiles::How::After}) {
        for (const bool forGood : {false, true}) {
            int refused = 0;
            for (int call = 1;; ++call) {
                m_folder.emplace();
                FaultyFiles faulty(m_disk);
                QByteArrayList told;
                {
                    AttachedFiles attached(faulty, path());
                    const auto before = attached.keep(picture(1));
                    QVERIFY(before.ok());
                    attached.settle(before->name);
                    told << before->name;
                    faulty.failAt(call, how, forGood);
                    auto file = attached.keep(picture(2));
                    if (file) {
                        attached.settle(file->name);
                        told << file->name;
                        QVERIFY(attached.isThere(file->name));
                    } else {
                        ++refused;
                        QVERIFY(!file.error().message.isEmpty());
                    }
                    if (!forGood && faulty.failed()) {
                        // The disk is well again.
                        const auto again = attached.keep(picture(3));
                        QVERIFY(again.ok());
                        attached.settle(again->name);
                        told << again->name;
                        QVERIFY(*attached.read(again->name, again->key) == picture(3));
                    }
                }
                const bool failed = faulty.failed();
                faulty.heal();
                // As after a kill: no close().
                AttachedFiles next(m_disk, path());
                next.clear([&](const QByteArray &name) { return told.contains(name); });
                QStringList wanted;
                for (const QByteArray &name : std::as_const(told))
                    wanted << AttachedFiles::placeOf(name);
                wanted.sort();
                QCOMPARE(filesIn(path()), wanted);
                if (!failed)
                    break;
            }
            QVERIFY(refused >= 4);
        }
    }
}

QTEST_GUILESS_MAIN(TestAttachedFiles)
#include "tst_attachedfiles.moc"
