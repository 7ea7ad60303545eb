#pragma once

#include "interop/xlsxpackage.h"

#include <QByteArrayView>

#include <optional>

namespace xinglin::interop::xlsx {

/// The attributes of an element, for as long as begin() runs.
class Attributes
{
public:
    explicit Attributes(const char *const *pairs) : m_pairs(pairs) {}
    /// UTF-8; null where there is none of that name.
    QByteArrayView value(const char *name) const;
    /// The same for one that stands in a namespace, whatever its prefix: "id" finds r:id and not id.
    QByteArrayView prefixed(const char *name) const;

private:
    const char *const *m_pairs;
};

/// A part's XML, told in pieces. Element names come without their prefix, so that the "strict" and "transitional" kinds
/// of workbooks read alike. Refused are document type declarations (with them goes every trick with entities), more
/// than 256 levels, and tags beyond 256 KiB.
class Xml
{
public:
    Xml();
    virtual ~Xml();
    Xml(const Xml &) = delete;
    Xml &operator=(const Xml &) = delete;

    /// True where pause() was called: then resume() goes on with the rest of the piece.
    Result<bool> feed(QByteArrayView bytes, bool last);
    Result<bool> resume();
    /// Reads the whole of a part.
    std::optional<Error> readAll(const Package &package, const QByteArray &part);

    struct Parser;

protected:
    virtual void begin(QByteArrayView element, const Attributes &attributes) = 0;
    virtual void end(QByteArrayView element) = 0;
    virtual void text(QByteArrayView utf8) = 0;
    void pause();
    /// Ends the reading; feed() returns @p error.
    void refuse(const Error &error);

private:
    Result<bool> outcome(int status);

    std::unique_ptr<Parser> m_parser;
};

/// For a part that is no XML, or not that of a workbook.
Error damagedPart(const QString &detail);

} // namespace xinglin::interop::xlsx
