#pragma once

#include "interop/table.h"

class QIODevice;

namespace xinglin::interop::csv {

/// What look() tells of a text file. The file is read once for each encoding that is tried.
struct Text
{
    std::optional<TextEncoding> encoding;
    Certainty certainty = Certainty::None;
    QList<Misfit> misfits;
    qint64 start = 0; ///< Bytes of the byte order mark.
};

/// The encoding of all of @p file: byte order mark, strict UTF-8, strict GB 18030. Refuses bytes of value zero, which
/// no text has, and what begins like a web page.
Result<Text> encodingOf(QIODevice &file);
/// Of the encodings that failed, the one that went furthest: that with one bad byte far down is the likeliest.
Misfit furthest(const QList<Misfit> &misfits);
/// How many bytes of @p file are a mark of @p encoding and no text.
qint64 markBytes(QIODevice &file, TextEncoding encoding);

/// The delimiter that a first line "sep=;" names, as Excel writes it and obeys it.
std::optional<QChar> declaredDelimiter(QStringView beginning);

struct Layout
{
    QChar delimiter = u',';
    bool spaced = false;
};
/// Of , ; tab and | the one that cuts most of the first records into as many cells as the first one. A comma where
/// there is none.
Layout layoutOf(QStringView beginning);
/// The first characters of the file, enough for layoutOf(); bytes that do not fit are replaced.
QString beginningOf(QIODevice &file, TextEncoding encoding);

/// Says where the first byte is that does not fit; field "encoding".
Error misfitError(const Misfit &misfit);

} // namespace xinglin::interop::csv
