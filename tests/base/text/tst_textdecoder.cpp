#include "base/text/textdecoder.h"

#include <QTest>

#include <rapidcheck.h>

using namespace xinglin;
using namespace Qt::StringLiterals;

namespace {

QString decoded(TextEncoding encoding, const QByteArray &bytes, qsizetype piece = 1)
{
    TextDecoder decoder(encoding);
    QString text;
    for (qsizetype at = 0; at < bytes.size(); at += piece) {
        const QByteArray part = bytes.mid(at, piece);
        if (!decoder.decode(part, at + piece >= bytes.size(), text))
            return QStringLiteral("misfit after %1").arg(decoder.bytesBeforeMisfit());
    }
    return text;
}

} // namespace

class TestTextDecoder : public QObject
{
    Q_OBJECT

private slots:
    void decode_byteByByte_givesTheText_data()
    {
        QTest::addColumn<int>("encoding");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *name, TextEncoding encoding, const char *hex, const QString &text) {
            QTest::newRow(name) << int(encoding) << QByteArray::fromHex(hex) << text;
        };
        row("UTF-8", TextEncoding::Utf8, "61e7a59ef0a0aeb7", u"a神𠮷"_s);
        row("UTF-16LE", TextEncoding::Utf16Le, "61005e7942d8b7df", u"a神𠮷"_s);
        row("UTF-16BE", TextEncoding::Utf16Be, "0061795ed842dfb7", u"a神𠮷"_s);
        row("GBK", TextEncoding::Gb18030, "61c9f1", u"a神"_s);
        row("GB18030 of four bytes", TextEncoding::Gb18030, "9534b235", u"𠮷"_s);
        row("GB18030 beyond GB 2312", TextEncoding::Gb18030, "94e4b6ac", u"斾冬"_s);
        row("Big5", TextEncoding::Big5, "61afab", u"a神"_s);
        row("Windows-1252", TextEncoding::Windows1252, "4a6f73e980", u"José€"_s);
    }
    void decode_byteByByte_givesTheText()
    {
        QFETCH(int, encoding);
        QFETCH(QByteArray, bytes);
        QFETCH(QString, text);
        QCOMPARE(decoded(TextEncoding(encoding), bytes), text);
        QCOMPARE(decoded(TextEncoding(encoding), bytes, 1000), text);
    }

    void decode_byteThatDoesNotFit_isCounted_data()
    {
        QTest::addColumn<int>("encoding");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<qint64>("before");
        const auto row = [](const char *name, TextEncoding encoding, const char *hex, qint64 before) {
            QTest::newRow(name) << int(encoding) << QByteArray::fromHex(hex) << before;
        };
        row("GBK read as UTF-8", TextEncoding::Utf8, "6162c9f1", 2);
        row("a surrogate in UTF-8", TextEncoding::Utf8, "61eda080", 1);
        row("UTF-8 cut off", TextEncoding::Utf8, "616263e7a5", 3);
        row("overlong", TextEncoding::Utf8, "61c0af", 1);
        row("GB18030 with a byte alone", TextEncoding::Gb18030, "6162c9f1ff61", 4);
        row("GB18030 cut off", TextEncoding::Gb18030, "6162c9", 2);
        row("UTF-16 cut off", TextEncoding::Utf16Le, "610062", 2);
    }
    void decode_byteThatDoesNotFit_isCounted()
    {
        QFETCH(int, encoding);
        QFETCH(QByteArray, bytes);
        QFETCH(qint64, before);
        const QString expected = QStringLiteral("misfit after %1").arg(before);
        QCOMPARE(decoded(TextEncoding(encoding), bytes), expected);
        QCOMPARE(decoded(TextEncoding(encoding), bytes, 1000), expected);
    }

    void decode_replacing_putsAMarkInTheirPlace()
    {
        TextDecoder decoder(TextEncoding::Utf8, TextDecoder::Misfits::Replace);
        QString text;
        QVERIFY(decoder.decode(QByteArray::fromHex("61ff62c9f1e7a59e"), true, text));
        QCOMPARE(text, u"a\uFFFDb\uFFFD\uFFFD神"_s);
    }

    void decode_anyPieces_giveWhatOnePieceGives()
    {
        QVERIFY(rc::check("pieces make no difference", [] {
            const auto raw = *rc::gen::container<std::vector<char>>(
                rc::gen::oneOf(rc::gen::arbitrary<char>(),
                               rc::gen::map(rc::gen::element(0x30, 0x81, 0xD8, 0xDC, 0xE7, 0xF0, 0xFE, 0x00),
                                            [](int byte) { return static_cast<char>(byte); })));
            const QByteArray bytes(raw.data(), qsizetype(raw.size()));
            const auto encoding = TextEncoding(*rc::gen::inRange(0, 6));
            const auto piece = *rc::gen::inRange<qsizetype>(1, 7);
            RC_ASSERT(decoded(encoding, bytes, piece) == decoded(encoding, bytes, 1 << 20));
        }));
    }
};

QTEST_APPLESS_MAIN(TestTextDecoder)
#include "tst_textdecoder.moc"
