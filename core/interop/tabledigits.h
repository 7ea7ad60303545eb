#pragma once

#include <QString>

#include <optional>

/// Numbers as people read them, made from digits and never by way of a binary fraction.
namespace xinglin::interop {

struct PlainNumber
{
    QString text;            ///< "13812345678", "-0.5"
    bool digitsLost = false; ///< A whole number of more than 15 digits.
};

/// Writes out a number that may have an exponent, as workbooks store it ("1.3812345678E10"). A fraction is rounded to
/// the 15 digits that spreadsheets show, for 36.6 is often stored as 36.600000000000001; a whole number keeps all
/// digits. nullopt for what is no number or has more than 400 digits.
std::optional<PlainNumber> plainNumber(QStringView stored);

/// Whether @p text is a number exactly as plainNumber() writes one, apart from zeros that end its decimals, and of no
/// more than 15 digits that count: one that a workbook gives back unchanged.
bool isPlainNumber(QStringView text);

/// Whether @p text is what a spreadsheet leaves of a long whole number when it saves CSV: 1.10105E+17.
bool isShortened(QStringView text);

} // namespace xinglin::interop
