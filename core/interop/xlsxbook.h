#pragma once

#include "interop/table.h"
#include "interop/xlsxpackage.h"

#include <QIODevice>

namespace xinglin::interop::xlsx {

/// A workbook's list of sheets and where its parts are.
class Book
{
public:
    /// Refused: what is a zip file but no workbook we read (Invalid), and damaged ones.
    static Result<std::unique_ptr<Book>> open(std::unique_ptr<QIODevice> device);

    const QList<SheetInfo> &sheets() const { return m_sheets; }
    bool from1904() const { return m_from1904; }
    const Package &package() const { return *m_package; }
    const QByteArray &sheetPart(int sheet) const { return m_sheetParts[sheet]; }
    const QByteArray &stringsPart() const { return m_strings; } ///< Empty where it has none.
    const QByteArray &stylesPart() const { return m_styles; }   ///< Empty where it has none.

private:
    friend Result<QList<SheetInfo>> sheetsOf(QIODevice &device);
    Book() = default;
    std::optional<Error> read(QIODevice &device);

    std::unique_ptr<QIODevice> m_device;
    std::unique_ptr<Package> m_package; ///< Reads m_device.
    QList<SheetInfo> m_sheets;
    QList<QByteArray> m_sheetParts;
    QByteArray m_strings;
    QByteArray m_styles;
    bool m_from1904 = false;
};

/// The sheets of the workbook in @p device.
Result<QList<SheetInfo>> sheetsOf(QIODevice &device);

} // namespace xinglin::interop::xlsx
