#pragma once

#include "base/partialdate.h"
#include "clinic/patient/patient.h"
#include "interop/importmapping.h"
#include "interop/table.h"

/// Cells as they stand in other people's files, read as what they mean. Pure.
namespace xinglin::interop {

/// A value read from a cell, and what there is to tell of it.
template <class T>
struct Reading
{
    std::optional<T> value; ///< Missing where the cell is empty or cannot be read.
    QString why; ///< Why it cannot be read, or what was made of it; a code of importwords.h. Empty: as it stands.
};

/// A day, month or year: ISO, with . / - or 年月日 between in the order said, eight digits, an Excel day number, with a
/// time behind. 0000-00-00, 1900-01-00 and - are no date ("date.none"); two digits of a year are taken for the latest
/// one that is not after @p today ("date.century").
Reading<PartialDate> readDate(const Cell &cell, DateOrder order, QDate today);

/// One or several telephones: between them 、 , ; / blank or a line break. Digits as a spreadsheet spoils them
/// (13800138000.0, 1.3800138E10) are made whole where none is lost. @p countryCode is put before numbers that have none
/// and are no Chinese ones.
struct Phones
{
    QStringList phones; ///< As parsePhone() reads them.
    QStringList unread;
    QString why; ///< Of the unread ones, or what was made of a number; empty: as they stand.
};
Phones readPhones(const Cell &cell, const QString &countryCode);

/// "男", "F", "先生" …; @p words of the mapping go first.
Reading<Sex> readSex(const QString &text, const QHash<QString, QString> &words);

/// Whole years; "62岁", "8月", "3个月" and "5天" too, the last three as parts of a year.
struct AgeSaid
{
    int years = 0;
    int months = 0;
    bool operator==(const AgeSaid &) const = default;
};
Reading<AgeSaid> readAge(const QString &text);
/// The birth date that an age on @p day leaves open: a year, or a month for the smallest.
PartialDate birthFrom(const AgeSaid &age, QDate day);

/// A number of 15 digits or more whose last ones a spreadsheet has lost ("id.digits-lost"), else normalised.
Reading<QString> readIdNumber(const Cell &cell);

/// What a text lists, one each: between 、 , ; / or line breaks. Words for "none" (无, 否认, nil …) leave nothing.
QStringList readList(const QString &text);
bool saysNone(const QString &text);

/// Herbs with their amounts, one each, as safety::splitDose() takes them: between 、 , ; line breaks, and blanks behind
/// an amount or a bracket. What stands in brackets stays together: "麻黄（去节，9g），桂枝（6g）".
QStringList splitHerbs(const QString &text);

} // namespace xinglin::interop
