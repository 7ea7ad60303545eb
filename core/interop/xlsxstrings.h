#pragma once

#include "interop/xlsxpackage.h"

#include <QByteArrayView>
#include <QList>
#include <QString>

#include <optional>

namespace xinglin::interop::xlsx {

/// The texts that the cells of a workbook point at. They have to be at hand while a sheet is read, in any order, and
/// are not to lie on the disk a second time: they are kept in memory as UTF-8, up to `mostBytes` in all.
class SharedStrings
{
public:
    static constexpr qsizetype mostBytes = qsizetype(256) << 20;
    static constexpr qsizetype mostStrings = 16'000'000;

    /// Reads the part. More text than `mostBytes` is refused with Code::Invalid, in words.
    std::optional<Error> read(const Package &package, const QByteArray &part);
    qsizetype size() const { return m_ends.size(); }
    /// Runs of different looks joined, pronunciation left out.
    QString at(qsizetype index) const;

private:
    QByteArray m_bytes;
    QList<quint32> m_ends;
};

/// All characters of @p utf8; Qt takes a first U+FEFF for a mark of the encoding and drops it.
QString textOf(QByteArrayView utf8);

/// Texts stand in a workbook with what XML cannot hold as _x000D_; this takes the characters back.
QString unescaped(const QString &text);

} // namespace xinglin::interop::xlsx
