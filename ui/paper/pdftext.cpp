#include "ui/paper/pdftext.h"

#include <QFontDatabase>
#include <QRawFont>

namespace xinglin::ui {

QHash<char16_t, char16_t> ideographsOfRadicals(const QList<QFont> &fonts)
{
    QHash<char16_t, char16_t> found;
    QString ideographs;
    for (char16_t c = 0x4E00; c < 0xA000; ++c)
        ideographs += QChar(c);
    ideographs += u'–';
    QString radicals;
    for (char16_t c = 0x2E80; c < 0x2FE0; ++c)
        radicals += QChar(c);
    radicals += u'\u2012';
    for (const QFont &font : fonts) {
        const QRawFont raw = QRawFont::fromFont(font, QFontDatabase::SimplifiedChinese);
        const QList<quint32> glyphs = raw.glyphIndexesForString(ideographs);
        QHash<quint32, char16_t> byGlyph;
        for (qsizetype i = 0; i < glyphs.size() && i < ideographs.size(); ++i) {
            if (glyphs.at(i) != 0 && !byGlyph.contains(glyphs.at(i)))
                byGlyph.insert(glyphs.at(i), ideographs.at(i).unicode());
        }
        const QList<quint32> shared = raw.glyphIndexesForString(radicals);
        for (qsizetype i = 0; i < shared.size() && i < radicals.size(); ++i) {
            if (const char16_t ideograph = byGlyph.value(shared.at(i)); shared.at(i) != 0 && ideograph != 0)
                found.insert(radicals.at(i).unicode(), ideograph);
        }
    }
    return found;
}

QByteArray withSearchableText(QByteArray pdf, const QHash<char16_t, char16_t> &ideographs)
{
    for (qsizetype from = pdf.indexOf("begincmap"); from >= 0; from = pdf.indexOf("begincmap", from + 1)) {
        const qsizetype end = pdf.indexOf("endcmap", from);
        for (qsizetype at = pdf.indexOf("<2", from); at >= 0 && at < end; at = pdf.indexOf("<2", at + 1)) {
            bool hex = false;
            const uint code = pdf.mid(at + 1, 4).toUInt(&hex, 16);
            if (!hex || pdf.at(at + 5) != '>')
                continue;
            if (const char16_t ideograph = ideographs.value(char16_t(code)))
                pdf.replace(at + 1, 4, QByteArray::number(uint(ideograph), 16).toUpper());
        }
    }
    return pdf;
}

} // namespace xinglin::ui
