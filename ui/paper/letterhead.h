#pragma once

#include "access/people.h"
#include "ui/paper/paperdress.h"

#include <QImage>

class QPainter;

namespace xinglin::ui {

/// Who the clinic is, at the upper edge of a paper, with the title of the paper: logo, name, address, phone and
/// licence, as far as they are filled in and settled to be shown. The same on all papers.
class Letterhead
{
public:
    /// @p inner: mm that the address may be wide.
    Letterhead(const access::ClinicProfile &clinic, const QString &title, const PaperDress &dress, const QString &kind,
               double inner);

    /// mm that the address takes below the title; 0 where there is none.
    double addressHeight() const;
    /// The clinic's name, on two lines where it is long, with its baseline at @p y, between @p from and @p to: in the
    /// middle of the page where there is room for that. The title stands 7.2 mm below, the address 5 mm below that,
    /// both in millimetres of @p painter.
    void paint(QPainter &painter, double y, double from, double to, double middle) const;

private:
    QString m_name;
    QString m_title;
    QStringList m_address; ///< Its lines: two at most.
    double m_addressSize;
    QImage m_logo; ///< Null: none.
};

} // namespace xinglin::ui
