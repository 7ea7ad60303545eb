#pragma once

#include "base/result.h"

#include <QByteArray>

#include <memory>

class QIODevice;

namespace xinglin::interop::xlsx {

/// What a workbook may unpack to; the rest is refused as not made by a spreadsheet.
struct PackageLimits
{
    static constexpr qint64 parts = 10'000;
    static constexpr qint64 partBytes = qint64(1) << 31;
    /// A part above this size may be at most `ratio` times as large as it is packed.
    static constexpr qint64 freeBytes = qint64(16) << 20;
    static constexpr qint64 ratio = 200;
};

class Part;

/// The zip file that a workbook is. Names of parts are compared without regard to case. Not shared by threads.
class Package
{
public:
    /// @p device outlives the package. Refused are broken zip files (Damaged), and encrypted ones, ones of too many
    /// parts and names that lead out of the package (Invalid).
    static Result<std::unique_ptr<Package>> open(QIODevice &device);
    ~Package();
    Package(const Package &) = delete;
    Package &operator=(const Package &) = delete;

    bool has(const QByteArray &name) const;
    /// Opens a part to be read once from its beginning; the package outlives it. Code::Damaged where there is none.
    Result<std::unique_ptr<Part>> part(const QByteArray &name) const;

    struct Zip;

private:
    explicit Package(std::unique_ptr<Zip> zip);

    std::unique_ptr<Zip> m_zip;
};

/// The unpacked bytes of a part, read piece by piece; counted as they come, whatever the package says of them.
class Part
{
public:
    struct File;

    explicit Part(std::unique_ptr<File> file);
    ~Part();
    /// At most @p most bytes; none at the end.
    Result<QByteArray> read(qsizetype most);
    qint64 bytesDone() const { return m_done; }
    qint64 bytesTotal() const; ///< As the package says.

private:
    std::unique_ptr<File> m_file;
    qint64 m_done = 0;
};

/// "sheet1.xml" as named in a part of folder "xl/worksheets/" → "xl/worksheets/sheet1.xml"; knows "../" and "/".
/// Empty where it leads out of the package.
QByteArray resolvedName(const QByteArray &folder, const QByteArray &target);

} // namespace xinglin::interop::xlsx
