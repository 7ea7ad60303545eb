#include "store/vault/crypto.h"

#include <QTest>

using namespace xinglin;
using namespace std::chrono_literals;

namespace {

SecretBytes secret(QByteArray bytes)
{
    return SecretBytes::take(bytes);
}

constexpr quint64 mebibyte = quint64(1) << 20;
constexpr quint64 gibibyte = quint64(1) << 30;

} // namespace

class TestCrypto : public QObject
{
    Q_OBJECT

private slots:
    void hash_knownText_isBlake2b()
    {
        // BLAKE2b-256 of "abc" and of nothing, as other implementations print it.
        QCOMPARE(crypto::blake2b256({"abc"}).toHex(),
                 QByteArray("bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319"));
        QCOMPARE(crypto::blake2b256({}).toHex(),
                 QByteArray("0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8"));
        QCOMPARE(crypto::blake2b256({"a", "", "bc"}), crypto::blake2b256({"abc"}));
    }

    void open_whatWasSealed_givesItBack()
    {
        SeededRandom random(1);
        const SecretBytes key = SecretBytes::random(32, random);
        const SecretBytes plain = secret("the words");
        const QByteArray sealed = crypto::seal(key, plain.bytes(), "context", random);
        QCOMPARE(sealed.size(), 9 + crypto::sealedOverhead);
        QVERIFY(!sealed.contains("words"));
        QVERIFY(crypto::open(key, sealed, "context").value().equals(plain));
        QVERIFY(crypto::seal(key, plain.bytes(), "context", random) != sealed);
    }

    void open_anythingElse_isDamaged()
    {
        SeededRandom random(2);
        const SecretBytes key = SecretBytes::random(32, random);
        const QByteArray sealed = crypto::seal(key, secret("the words").bytes(), "context", random);
        QCOMPARE(crypto::open(key, sealed, "contexT").error().code, Code::Damaged);
        QCOMPARE(crypto::open(SecretBytes::random(32, random), sealed, "context").error().code, Code::Damaged);
        QCOMPARE(crypto::open(SecretBytes(), sealed, "context").error().code, Code::Damaged);
        for (qsizetype i = 0; i < sealed.size(); ++i) {
            QByteArray changed = sealed;
            changed[i] = static_cast<char>(changed[i] ^ 1);
            QCOMPARE(crypto::open(key, changed, "context").error().code, Code::Damaged);
            QCOMPARE(crypto::open(key, sealed.first(i), "context").error().code, Code::Damaged);
        }
    }

    void boxOpen_byTheOwnerOnly()
    {
        SeededRandom random(3);
        const auto owner = crypto::keyPair(random);
        const auto other = crypto::keyPair(random);
        const SecretBytes plain = secret("for one");
        QByteArray sealed = crypto::boxSeal(owner.publicKey, plain.bytes());
        QCOMPARE(sealed.size(), 7 + crypto::boxOverhead);
        QVERIFY(crypto::boxOpen(owner.secretKey, sealed).value().equals(plain));
        QCOMPARE(crypto::boxOpen(other.secretKey, sealed).error().code, Code::Damaged);
        QCOMPARE(crypto::boxOpen(owner.secretKey, sealed.first(20)).error().code, Code::Damaged);
        sealed[40] = static_cast<char>(sealed[40] ^ 4);
        QCOMPARE(crypto::boxOpen(owner.secretKey, sealed).error().code, Code::Damaged);
        QVERIFY(crypto::boxSeal(QByteArray(32, '\0'), plain.bytes()).isEmpty());
    }

    void keyPair_fromSeed_repeats()
    {
        SeededRandom random(4);
        const SecretBytes seed = SecretBytes::random(32, random);
        const auto one = crypto::keyPairFromSeed(seed);
        const auto other = crypto::keyPairFromSeed(seed);
        QCOMPARE(one.publicKey, other.publicKey);
        QVERIFY(one.secretKey.equals(other.secretKey));
        QCOMPARE(crypto::publicKeyOf(one.secretKey), one.publicKey);
        const SecretBytes plain = secret("x");
        QVERIFY(crypto::boxOpen(one.secretKey, crypto::boxSeal(other.publicKey, plain.bytes())).ok());
    }

    void argon2_sameInput_repeats()
    {
        const crypto::Argon2 tiny{1, 8192};
        const QByteArray salt(16, 's');
        const auto key = crypto::argon2id(secret("password"), salt, tiny);
        QVERIFY(key.ok());
        QVERIFY(key->equals(*crypto::argon2id(secret("password"), salt, tiny)));
        QVERIFY(!key->equals(*crypto::argon2id(secret("passworD"), salt, tiny)));
        QVERIFY(!key->equals(*crypto::argon2id(secret("password"), QByteArray(16, 't'), tiny)));
        QVERIFY(!key->equals(*crypto::argon2id(secret("password"), salt, {2, 8192})));
        QVERIFY(crypto::argon2id(secret(""), salt, tiny).ok());
    }

    void argon2_absurdCost_isRefused()
    {
        const QByteArray salt(16, 's');
        QVERIFY(!crypto::argon2id(secret("p"), salt, {0, 8192}).ok());
        QVERIFY(!crypto::argon2id(secret("p"), salt, {1, 8191}).ok());
        QVERIFY(!crypto::argon2id(secret("p"), salt, {65, 8192}).ok());
        QVERIFY(!crypto::argon2id(secret("p"), salt, {1, 4 * gibibyte + 1}).ok());
        QVERIFY(!crypto::argon2id(secret("p"), QByteArray(15, 's'), {1, 8192}).ok());
        QVERIFY(crypto::Argon2{}.isSane());
    }

    void sha256_knownText_isAsElsewhere()
    {
        QCOMPARE(crypto::sha256("abc").toHex(),
                 QByteArray("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    }

    void openFile_whatWasSealed_givesItBack_data()
    {
        QTest::addColumn<qsizetype>("size");
        for (const qsizetype size : {0, 1, 100, (1 << 20) - 1, 1 << 20, (1 << 20) + 1, 2 << 20, (3 << 20) + 77})
            QTest::addRow("%lld bytes", qlonglong(size)) << size;
    }
    void openFile_whatWasSealed_givesItBack()
    {
        QFETCH(qsizetype, size);
        SeededRandom random(4);
        const SecretBytes key = SecretBytes::random(32, random);
        QByteArray plain(size, 'w');
        for (qsizetype i = 0; i < size; i += 997)
            plain[i] = static_cast<char>(i);
        const QByteArray sealed = crypto::sealFile(key, plain);
        QCOMPARE(sealed.size(), crypto::sealedFileSize(size));
        QVERIFY(!sealed.contains("wwwwwwww"));
        const auto opened = crypto::openFile(key, sealed);
        QVERIFY(opened.ok());
        QVERIFY(*opened == plain);
        QVERIFY(crypto::sealFile(key, plain) != sealed);
    }

    void openFile_anythingElse_isDamaged()
    {
        SeededRandom random(5);
        const SecretBytes key = SecretBytes::random(32, random);
        const QByteArray sealed = crypto::sealFile(key, "the words");
        QCOMPARE(crypto::openFile(SecretBytes::random(32, random), sealed).error().code, Code::Damaged);
        QCOMPARE(crypto::openFile(SecretBytes(), sealed).error().code, Code::Damaged);
        QCOMPARE(crypto::openFile(key, sealed + "x").error().code, Code::Damaged);
        for (qsizetype i = 0; i < sealed.size(); ++i) {
            QByteArray changed = sealed;
            changed[i] = static_cast<char>(changed[i] ^ 1);
            QCOMPARE(crypto::openFile(key, changed).error().code, Code::Damaged);
            QCOMPARE(crypto::openFile(key, sealed.first(i)).error().code, Code::Damaged);
        }
    }

    void openFile_piecesMovedOrLeftOut_isDamaged()
    {
        SeededRandom random(6);
        const SecretBytes key = SecretBytes::random(32, random);
        constexpr qsizetype head = 8 + 24;
        constexpr qsizetype piece = (1 << 20) + 17;
        const QByteArray sealed = crypto::sealFile(key, QByteArray(3 << 20, 'w'));
        const QByteArray first = sealed.mid(head, piece);
        const QByteArray second = sealed.mid(head + piece, piece);
        const QByteArray third = sealed.mid(head + 2 * piece, piece);
        const QByteArray start = sealed.first(head);
        QCOMPARE(start + first + second + third, sealed);
        for (const QByteArray &other : {start + second + first + third, start + first + second, start + first + third,
                                        start + third, start, start + first + second + third + third})
            QCOMPARE(crypto::openFile(key, other).error().code, Code::Damaged);
    }

    void calibrate_byTheStopwatch_data()
    {
        QTest::addColumn<quint64>("memory");
        QTest::addColumn<int>("nsPerKibPass");
        QTest::addColumn<quint32>("passes");
        QTest::addColumn<quint64>("mebibytes");
        QTest::newRow("as measured") << 8 * gibibyte << 700 << quint32(3) << quint64(256);
        QTest::newRow("fast") << 8 * gibibyte << 350 << quint32(6) << quint64(256);
        QTest::newRow("slow") << 8 * gibibyte << 2000 << quint32(3) << quint64(128);
        QTest::newRow("very slow") << 8 * gibibyte << 20000 << quint32(3) << quint64(64);
        QTest::newRow("small") << 2 * gibibyte << 3000 << quint32(3) << quint64(64);
        QTest::newRow("small and fast") << 2 * gibibyte << 700 << quint32(11) << quint64(64);
        QTest::newRow("infinitely fast") << 8 * gibibyte << 0 << quint32(16) << quint64(256);
    }
    void calibrate_byTheStopwatch()
    {
        QFETCH(quint64, memory);
        QFETCH(int, nsPerKibPass);
        QFETCH(quint32, passes);
        QFETCH(quint64, mebibytes);
        const auto cost = crypto::calibrate(memory, [&](crypto::Argon2 tried) {
            return std::chrono::milliseconds(tried.memory / 1024 * tried.passes * nsPerKibPass / 1'000'000);
        });
        QCOMPARE(cost.passes, passes);
        QCOMPARE(cost.memory / mebibyte, mebibytes);
    }
};

QTEST_GUILESS_MAIN(TestCrypto)
#include "tst_crypto.moc"
