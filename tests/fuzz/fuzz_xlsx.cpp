// What begins like a zip file is read as one. Everything else is the XML of parts, divided by lines of "---": the rows
// of the sheet, the shared strings, the styles, then whole parts in place of the sheet, the strings, the workbook and
// its relations. They are put into a zip file without a fault, so that fuzzing reaches what reads the XML.
#include "fuzz/readfuzzed.h"
#include "interop/smallzip.h"

using namespace xinglin;

namespace {

QByteArrayList dividedAtLines(QByteArray text)
{
    QByteArrayList pieces;
    for (qsizetype at = text.indexOf("\n---\n"); at >= 0 && pieces.size() < 6; at = text.indexOf("\n---\n")) {
        pieces.append(text.left(at));
        text = text.mid(at + 5);
    }
    pieces.append(text);
    return pieces;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    if (!bytes.startsWith("PK")) {
        const QByteArrayList pieces = dividedAtLines(bytes);
        auto parts = test::workbookParts(pieces.value(0), pieces.value(1), pieces.value(2));
        constexpr int whole[] = {5, 3, 1, 2};
        for (int i = 0; i < 4; ++i) {
            if (const QByteArray piece = pieces.value(3 + i); !piece.isEmpty())
                parts[whole[i]].bytes = piece;
        }
        bytes = test::smallZip(parts);
    }
    fuzz::readToTheEnd(bytes, {});
    return 0;
}
