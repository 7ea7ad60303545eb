#include "store/vault/secretbytes.h"

#include <QDebug>
#include <QTest>

#include <concepts>
#include <type_traits>

using namespace xinglin;

namespace {

template <class T>
concept Printable = requires(QDebug debug, const T &value)
{
    debug << value;
};

static_assert(!std::is_copy_constructible_v<SecretBytes>);
static_assert(!std::is_copy_assignable_v<SecretBytes>);
static_assert(std::is_nothrow_move_constructible_v<SecretBytes>);
static_assert(!Printable<SecretBytes>);
static_assert(Printable<QByteArray>);

} // namespace

class TestSecretBytes : public QObject
{
    Q_OBJECT

private slots:
    void take_bytes_wipesTheSource()
    {
        QByteArray source("a secret");
        const SecretBytes secret = SecretBytes::take(source);
        QVERIFY(source.isEmpty());
        QCOMPARE(secret.size(), std::size_t(8));
        QCOMPARE(QByteArray(reinterpret_cast<const char *>(secret.bytes().data()), 8), QByteArray("a secret"));
    }

    void wipe_buffer_emptiesIt()
    {
        QByteArray bytes(64, 'k');
        wipe(bytes);
        QVERIFY(bytes.isEmpty());
        QString text(64, u'k');
        wipe(text);
        QVERIFY(text.isEmpty());
        QByteArray nothing;
        wipe(nothing);
        QVERIFY(nothing.isEmpty());
    }

    void wipe_sharedBuffer_leavesTheOtherOwnersText()
    {
        QString text(64, u'k');
        const QString other = text;
        wipe(text);
        QVERIFY(text.isEmpty());
        QCOMPARE(other, QString(64, u'k'));
    }

    void takeText_composes()
    {
        QString composed = QStringLiteral("caf\u00E9");
        QString decomposed = QStringLiteral("cafe\u0301");
        const SecretBytes one = SecretBytes::takeText(composed);
        const SecretBytes other = SecretBytes::takeText(decomposed);
        QVERIFY(one.equals(other));
        QVERIFY(composed.isEmpty() && decomposed.isEmpty());
        QCOMPARE(one.size(), std::size_t(5));
    }

    void compare_secrets()
    {
        QByteArray a("12345678");
        QByteArray b("12345678");
        QByteArray c("12345679");
        QByteArray d("1234567");
        const SecretBytes one = SecretBytes::take(a);
        QVERIFY(one.equals(SecretBytes::take(b)));
        QVERIFY(!one.equals(SecretBytes::take(c)));
        QVERIFY(!one.equals(SecretBytes::take(d)));
        QVERIFY(!one.equals(SecretBytes()));
        QVERIFY(SecretBytes().equals(SecretBytes()));
    }

    void move_secret_leavesAnEmptyOne()
    {
        SeededRandom random(1);
        SecretBytes one = SecretBytes::random(32, random);
        const SecretBytes same = one.copy();
        SecretBytes two = std::move(one);
        QVERIFY(one.isEmpty()); // NOLINT: the promise is under test
        QVERIFY(two.equals(same));
        SecretBytes three(5);
        three = std::move(two);
        QVERIFY(three.equals(same));
        three.clear();
        QVERIFY(three.isEmpty());
        QVERIFY(three.bytes().empty());
    }

    void fresh_secret_isZero()
    {
        const SecretBytes secret(64);
        for (const std::uint8_t byte : secret.bytes())
            QCOMPARE(byte, std::uint8_t(0));
    }

    void random_secret_isTheGenerators()
    {
        SeededRandom one(9);
        SeededRandom other(9);
        QVERIFY(SecretBytes::random(40, one).equals(SecretBytes::random(40, other)));
        QVERIFY(!SecretBytes::random(40, one).equals(SecretBytes(40)));
    }
};

QTEST_GUILESS_MAIN(TestSecretBytes)
#include "tst_secretbytes.moc"
