#pragma once

#include "base/partialdate.h"
#include "clinic/prescription/prescription.h"

#include <QDate>
#include <QLocale>

namespace xinglin::ui {

/// What stands on a printed prescription besides what was written: its language is the paper's, not the screen's, so
/// these words are a table and not translations. Layout and parts: 处方管理办法 (2007), annex 1: 前记, 正文, 后记.
class PaperWords
{
public:
    explicit PaperWords(const QLocale &locale);

    bool chinese() const { return m_chinese; }
    /// The label in the paper's language.
    QString pick(const char *zh, const char *en) const;
    QString kindOfMedicine(Route route) const;
    QString sex(Sex sex) const;
    QString age(const std::optional<Age> &age) const;
    QString date(QDate day) const;
    QString herbCount(qsizetype count) const;
    QString scope(const Prescription &prescription) const;
    QString page(int number, int of) const;
    /// Between items of a list.
    QString comma() const;

private:
    QLocale m_locale;
    bool m_chinese;
};

} // namespace xinglin::ui
