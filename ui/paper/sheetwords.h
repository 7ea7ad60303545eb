#pragma once

#include "base/partialdate.h"
#include "clinic/patient/patient.h"

#include <QDate>
#include <QLocale>

namespace xinglin::ui {

/// Words that stand on every printed paper: its language is the paper's, not the screen's, so these are a table and not
/// translations.
class SheetWords
{
public:
    explicit SheetWords(const QLocale &locale);

    bool chinese() const { return m_chinese; }
    /// The label in the paper's language.
    QString pick(const char *zh, const char *en) const;
    QString sex(Sex sex) const;
    QString age(const std::optional<Age> &age) const;
    QString date(QDate day) const;
    QString page(int number, int of) const;
    /// The number of who signs; empty where there is none.
    QString certificate(const QString &number) const;
    /// Between items of a list.
    QString comma() const;

private:
    QLocale m_locale;
    bool m_chinese;
};

} // namespace xinglin::ui
