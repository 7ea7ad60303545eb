#include "store/vault/passwordrules.h"

#include <QTest>

using namespace xinglin;

class TestPasswordRules : public QObject
{
    Q_OBJECT

private slots:
    void check_goodPassword_isAccepted_data()
    {
        QTest::addColumn<QString>("password");
        for (const char *password : {"correct horse staple", "黄芪党参当归川芎白术甘草", "x7#Kp2!mQ9",
                                     "dragonfly-lamp-42", "password is a long sentence"})
            QTest::newRow(password) << QString::fromUtf8(password);
    }
    void check_goodPassword_isAccepted()
    {
        QFETCH(QString, password);
        const auto checked = checkPassword(password, QStringLiteral("chen"));
        QVERIFY2(checked.ok(), checked.ok() ? "" : qPrintable(checked.error().message));
    }

    void check_weakPassword_saysWhy_data()
    {
        QTest::addColumn<QString>("password");
        QTest::addColumn<QString>("message");
        const auto row = [](const char *password, const char *message) {
            QTest::newRow(password) << QString::fromUtf8(password) << QString::fromLatin1(message);
        };
        const char *common = "This is one of the passwords that are tried first; choose another.";
        const char *simple = "The password is a plain row of characters; it would be guessed at once.";
        row("", "A password has at least 10 characters; 10 are missing.");
        row("short", "A password has at least 10 characters; 5 are missing.");
        row("𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷", "A password has at least 10 characters; 1 are missing.");
        row("qwertyuiop", common);
        row("QWERTYuiop", common);
        row("woaini1314520", common);
        row("Password2024", common);
        row("password12!", common);
        row("ｐａｓｓｗｏｒｄ１２", common);
        row("1234567890", simple);
        row("9876543210", simple);
        row("0123456789", simple);
        row("abcdefghijkl", simple);
        row("aaaaaaaaaaaa", simple);
        row("121212121212", simple);
        row("abcdabcdabcd", simple);
        row("my name is Chen", "The password contains the login name.");
    }
    void check_weakPassword_saysWhy()
    {
        QFETCH(QString, password);
        QFETCH(QString, message);
        const auto checked = checkPassword(password, QStringLiteral("chen"));
        QVERIFY(!checked.ok());
        QCOMPARE(checked.error().code, Code::Invalid);
        QCOMPARE(checked.error().field, QStringLiteral("password"));
        QCOMPARE(checked.error().message, message);
    }

    void check_shortLogin_isNotSearchedFor()
    {
        QVERIFY(checkPassword(QStringLiteral("x7#Kp2!mQ9 li"), QStringLiteral("li")).ok());
    }

    void check_veryLong_isRefused()
    {
        QString text;
        for (int i = 0; i < 300; ++i)
            text += QChar(u'a' + i * i % 23);
        QVERIFY(!checkPassword(text, {}).ok());
    }

    void common_wholeWordsOnly()
    {
        QVERIFY(isCommonPassword(QStringLiteral("password")));
        QVERIFY(isCommonPassword(QStringLiteral("0123456789")));
        QVERIFY(isCommonPassword(QStringLiteral("zzz")) == false);
        QVERIFY(!isCommonPassword(QStringLiteral("asswor")));
        QVERIFY(!isCommonPassword(QStringLiteral("passwor")));
        QVERIFY(!isCommonPassword(QStringLiteral("password passwords")));
        QVERIFY(!isCommonPassword({}));
    }
};

QTEST_GUILESS_MAIN(TestPasswordRules)
#include "tst_passwordrules.moc"
