#pragma once

#include <QByteArray>
#include <QList>

#include <array>

namespace xinglin::test {

/// A part of a zip file of the test's own making, and the lies that a hostile one would tell.
struct ZipPart
{
    QByteArray name;
    QByteArray bytes;
    bool packed = false;
    qint64 saysSize = -1; ///< Of the unpacked part; -1: the truth.
    bool saysEncrypted = false;
};

inline quint32 crc32(const QByteArray &bytes)
{
    static const auto table = [] {
        std::array<quint32, 256> made{};
        for (quint32 i = 0; i < 256; ++i) {
            quint32 value = i;
            for (int bit = 0; bit < 8; ++bit)
                value = (value & 1) ? (value >> 1) ^ 0xEDB88320U : value >> 1;
            made[i] = value;
        }
        return made;
    }();
    quint32 crc = 0xFFFFFFFFU;
    for (const char c : bytes)
        crc = table[(crc ^ static_cast<uchar>(c)) & 0xFFU] ^ (crc >> 8);
    return ~crc;
}

/// A zip file, byte by byte, so that tests and fuzzing need no library for it.
inline QByteArray smallZip(const QList<ZipPart> &parts)
{
    const auto number = [](QByteArray &out, quint64 value, int size) {
        for (int i = 0; i < size; ++i)
            out += static_cast<char>((value >> (8 * i)) & 0xFFU);
    };
    QByteArray zip;
    QByteArray folder;
    for (const ZipPart &part : parts) {
        // What zlib packs stands in two bytes before it and four after; Qt adds four more before.
        const QByteArray zlib = part.packed ? qCompress(part.bytes, 9) : QByteArray();
        const QByteArray stored = part.packed ? zlib.mid(6, zlib.size() - 10) : part.bytes;
        QByteArray common;
        number(common, 20, 2);
        number(common, part.saysEncrypted ? 1 : 0, 2);
        number(common, part.packed ? 8 : 0, 2);
        number(common, 0, 2);
        number(common, 0x21, 2);
        number(common, crc32(part.bytes), 4);
        number(common, quint64(stored.size()), 4);
        number(common, quint64(part.saysSize >= 0 ? part.saysSize : part.bytes.size()), 4);
        number(common, quint64(part.name.size()), 2);
        number(common, 0, 2);
        folder += "PK\x01\x02";
        number(folder, 20, 2);
        folder += common;
        number(folder, 0, 2);
        number(folder, 0, 2);
        number(folder, 0, 2);
        number(folder, 0, 4);
        number(folder, quint64(zip.size()), 4);
        folder += part.name;
        zip += "PK\x03\x04" + common + part.name + stored;
    }
    QByteArray end = "PK\x05\x06";
    number(end, 0, 4);
    number(end, quint64(parts.size()), 2);
    number(end, quint64(parts.size()), 2);
    number(end, quint64(folder.size()), 4);
    number(end, quint64(zip.size()), 4);
    number(end, 0, 2);
    return zip + folder + end;
}

/// The parts of a workbook of one sheet. @p rows stands in its sheetData, @p strings in its sst, @p styles in its
/// styleSheet.
inline QList<ZipPart> workbookParts(const QByteArray &rows, const QByteArray &strings = {},
                                    const QByteArray &styles = {})
{
    const QByteArray main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const QByteArray office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const QByteArray packages = "http://schemas.openxmlformats.org/package/2006/relationships";
    const QByteArray relation = "<Relationship Id=\"%1\" Type=\"" + office + "/%2\" Target=\"%3\"/>";
    const auto related = [&](const char *id, const char *type, const char *target) {
        return QByteArray(relation).replace("%1", id).replace("%2", type).replace("%3", target);
    };
    return {
        {"_rels/.rels", "<Relationships xmlns=\"" + packages + "\">" +
                            related("r1", "officeDocument", "xl/workbook.xml") + "</Relationships>"},
        {"xl/workbook.xml", "<workbook xmlns=\"" + main + "\" xmlns:r=\"" + office +
                                "\"><sheets><sheet name=\"One\" sheetId=\"1\" r:id=\"a\"/></sheets></workbook>"},
        {"xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"" + packages + "\">" +
                                           related("a", "worksheet", "worksheets/sheet1.xml") +
                                           related("b", "sharedStrings", "sharedStrings.xml") +
                                           related("c", "styles", "styles.xml") + "</Relationships>"},
        {"xl/sharedStrings.xml", "<sst xmlns=\"" + main + "\">" + strings + "</sst>"},
        {"xl/styles.xml", "<styleSheet xmlns=\"" + main + "\">" + styles + "</styleSheet>"},
        {"xl/worksheets/sheet1.xml", "<?xml version=\"1.0\" encoding=\"UTF-8\"?><worksheet xmlns=\"" + main +
                                         "\"><sheetData>" + rows + "</sheetData></worksheet>"},
    };
}

inline QByteArray workbook(const QByteArray &rows, const QByteArray &strings = {}, const QByteArray &styles = {})
{
    return smallZip(workbookParts(rows, strings, styles));
}

} // namespace xinglin::test
