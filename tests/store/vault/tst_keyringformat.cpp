#include "store/vault/keyringformat.h"

#include <QFile>
#include <QTest>

#include <functional>

using namespace xinglin;
using namespace xinglin::keyring;

namespace {

const QString path = QStringLiteral("keyring");

Uuid uuid(char fill)
{
    return *Uuid::fromBytes(QByteArray(16, fill));
}

User someUser(char fill, const QString &login)
{
    return {uuid(fill),
            login,
            {3, quint64(64) << 20},
            QByteArray(16, 's'),
            QByteArray(32, 'p'),
            QByteArray(72, 'w'),
            QByteArray(80, 'd'),
            {2, 1'700'000'000'000},
            {1, 1'600'000'000'000, 1'600'000'000'001},
            QByteArray(32, 'b'),
            true,
            1'500'000'000'000,
            {QByteArray(32, '1'), QByteArray(32, '2')}};
}

Content someContent()
{
    Content content{uuid('c'), uuid('d'), QByteArray(32, 'x'), QByteArray(32, 'r'), QByteArray(80, 'q'), 12345, {}, {},
                    {},        0};
    content.users = {someUser('1', QStringLiteral("陈大夫")), someUser('2', QStringLiteral("front desk"))};
    content.strangers = {{QByteArray(32, 'h'), {7, 99}, {3, 1, 2}}};
    content.recoveryBond = QByteArray(32, 'z');
    content.recoveryUsedMs = 54321;
    return content;
}

/// What version 1 has a place for.
Content someOldContent()
{
    Content content = someContent();
    for (User &user : content.users) {
        user.untold = {};
        user.bond.clear();
        user.mustChange = false;
        user.passwordMs = 0;
        user.passwordHashes.clear();
    }
    content.strangers[0].untold = {};
    content.recoveryBond.clear();
    content.recoveryUsedMs = 0;
    return content;
}

/// @p bytes with a checksum that fits, as somebody who means harm would write it.
QByteArray resealed(QByteArray bytes)
{
    const QByteArray body = bytes.chopped(32);
    return body + crypto::blake2b256({body});
}

Code codeOf(const QByteArray &bytes)
{
    const auto content = decode(bytes, path);
    return content ? Code::Cancelled : content.error().code;
}

} // namespace

class TestKeyringFormat : public QObject
{
    Q_OBJECT

private slots:
    void decode_whatWasEncoded_isTheSame()
    {
        const auto content = decode(encode(someContent()), path);
        QVERIFY(content.ok());
        QCOMPARE(*content, someContent());
    }

    void decode_versionOne_isReadAndWrittenAsTwo()
    {
        const auto old = decode(encode(someContent(), 1), path);
        QVERIFY(old.ok());
        QCOMPARE(*old, someOldContent());
        const auto fresh = decode(encode(*old), path);
        QVERIFY(fresh.ok());
        QCOMPARE(*fresh, someOldContent());
    }

    void decode_disabledUser_hasNoSeal()
    {
        Content content = someContent();
        content.users[0].sealedDbk.clear();
        content.users[0].passwordHashes.clear();
        const auto read = decode(encode(content), path);
        QVERIFY(read.ok());
        QCOMPARE(*read, content);
        QCOMPARE(codeOf(encode(content, 1)), Code::Damaged);
    }

    void decode_goldenOfVersionOne_isRead()
    {
        QFile file(QStringLiteral(XINGLIN_TEST_DATA "/golden/0005/keyring"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QCOMPARE(bytes.at(9), '\1');
        const auto content = decode(bytes, path);
        QVERIFY(content.ok());
        QVERIFY(!content->users.isEmpty());
        QCOMPARE(encode(*content, 1), bytes);
    }

    void decode_everyByteChanged_isRefused()
    {
        const QByteArray good = encode(someContent());
        for (qsizetype at = 0; at < good.size(); ++at) {
            for (const int flip : {1, 0x80, 0xFF}) {
                QByteArray bad = good;
                bad[at] = static_cast<char>(bad[at] ^ flip);
                QCOMPARE(codeOf(bad), at < 8 ? Code::Foreign : Code::Damaged);
            }
        }
    }

    void decode_everyLength_isRefused()
    {
        const QByteArray good = encode(someContent());
        for (qsizetype length = 0; length < good.size(); ++length)
            QCOMPARE(codeOf(good.first(length)), length < 8 ? Code::Foreign : Code::Damaged);
        QCOMPARE(codeOf(good + 'x'), Code::Damaged);
    }

    void decode_hostileBytesWithAChecksum_neverCrash()
    {
        const QByteArray good = encode(someContent());
        for (qsizetype at = 8; at < good.size() - 32; ++at) {
            for (int value = 0; value < 256; value += 5) {
                QByteArray bad = good;
                bad[at] = static_cast<char>(value);
                const auto content = decode(resealed(bad), path);
                // What is read at all is what would be written.
                if (content)
                    QCOMPARE(encode(*content), resealed(bad));
                else
                    QVERIFY(content.error().code == Code::Damaged || content.error().code == Code::Newer);
            }
            QCOMPARE(codeOf(resealed(good.first(at) + QByteArray(32, '\0'))), Code::Damaged);
        }
    }

    void decode_randomTails_neverCrash()
    {
        const QByteArray head = encode(someContent()).first(10);
        SeededRandom random(11);
        for (int round = 0; round < 20'000; ++round) {
            QByteArray tail(static_cast<qsizetype>(random.below(80)), '\0');
            random.fill({reinterpret_cast<std::uint8_t *>(tail.data()), static_cast<std::size_t>(tail.size())});
            QCOMPARE(codeOf(resealed(head + tail + QByteArray(32, '\0'))), Code::Damaged);
        }
    }

    void decode_hugeDeclaredLengths_areRefusedAtOnce()
    {
        const QByteArray head = encode(someContent()).first(10);
        for (const char *start : {"\x9B\x7F\xFF\xFF\xFF\xFF\xFF\xFF\xFF", "\x8B\x5B\x7F\xFF\xFF\xFF\xFF\xFF\xFF\xFF",
                                  "\x8B\x5A\x7F\xFF\xFF\xFF", "\x9F", "\xBF", "\xDB\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF"}) {
            const QByteArray nested = QByteArray(start).repeated(3000);
            QCOMPARE(codeOf(resealed(head + nested + QByteArray(32, '\0'))), Code::Damaged);
        }
        QCOMPARE(codeOf(resealed(head + QByteArray(100'000, '\x81') + QByteArray(32, '\0'))), Code::Damaged);
    }

    void decode_newerVersion_isNewer()
    {
        QByteArray bytes = encode(someContent());
        bytes[9] = 3;
        QCOMPARE(codeOf(bytes), Code::Damaged);
        QCOMPARE(codeOf(resealed(bytes)), Code::Newer);
        bytes[9] = 0;
        QCOMPARE(codeOf(resealed(bytes)), Code::Damaged);
    }

    void decode_otherFiles_areForeign()
    {
        QCOMPARE(codeOf({}), Code::Foreign);
        QCOMPARE(codeOf("SQLite format 3"), Code::Foreign);
        QCOMPARE(codeOf(QByteArray(5000, '\0')), Code::Foreign);
    }

    void decode_absurdValues_areDamage()
    {
        const auto refused = [](const std::function<void(Content &)> &spoil) {
            Content content = someContent();
            spoil(content);
            return codeOf(encode(content)) == Code::Damaged;
        };
        QVERIFY(refused([](Content &c) { c.users[0].cost.memory = quint64(5) << 30; }));
        QVERIFY(refused([](Content &c) { c.users[0].cost.memory = 1000; }));
        QVERIFY(refused([](Content &c) { c.users[0].cost.passes = 0; }));
        QVERIFY(refused([](Content &c) { c.users[0].cost.passes = 1000; }));
        QVERIFY(refused([](Content &c) { c.users[0].login.clear(); }));
        QVERIFY(refused([](Content &c) { c.users[0].login = QString(65, u'x'); }));
        QVERIFY(refused([](Content &c) { c.users[0].salt.chop(1); }));
        QVERIFY(refused([](Content &c) { c.users[0].wrappedSecret += 'x'; }));
        QVERIFY(refused([](Content &c) { c.users[0].sealedDbk.chop(1); }));
        QVERIFY(refused([](Content &c) { c.users[0].bond += 'x'; }));
        QVERIFY(refused([](Content &c) { c.users[0].passwordHashes[0].chop(1); }));
        QVERIFY(refused([](Content &c) { c.users[0].passwordHashes.append(QByteArrayList(4, QByteArray(32, 'h'))); }));
        QVERIFY(refused([](Content &c) { c.users[0].untold.lastMs = -1; }));
        QVERIFY(refused([](Content &c) { c.users[0].throttle.untilMs = -1; }));
        QVERIFY(refused([](Content &c) { c.users[1].login = c.users[0].login; }));
        QVERIFY(refused([](Content &c) { c.recoveryKey.chop(1); }));
        QVERIFY(refused([](Content &c) { c.strangers = QList<Stranger>(17, c.strangers.first()); }));
        QVERIFY(refused([](Content &c) {
            for (int i = 0; i < 500; ++i)
                c.users.append(someUser('3', QString::number(i)));
        }));
        QVERIFY(!refused([](Content &) {}));
    }

    void foldLogin_ignoresCaseWidthAndSpaces()
    {
        QCOMPARE(foldLogin(QStringLiteral(" Ｄｒ  Chen ")), QStringLiteral("dr chen"));
    }
};

QTEST_GUILESS_MAIN(TestKeyringFormat)
#include "tst_keyringformat.moc"
