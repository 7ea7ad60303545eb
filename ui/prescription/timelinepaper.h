#pragma once

#include "clinic/patient/patient.h"
#include "ui/paper/sheets.h"
#include "ui/prescription/formulagrid.h"

namespace xinglin::ui {

/// Formulas side by side on one A4 page across: at most twelve visits; rows are set tighter the more herbs there are.
class TimelinePaper
{
public:
    struct Content
    {
        QString patient; ///< Name, sex and age, number: one line.
        QString clinic;
        QString printedOn;
        QList<FormulaColumn> columns;
        ScoreLine score;
        consultation::TimelineGrid grid;
        bool operator==(const Content &) const = default;
    };
    static constexpr int mostVisits = 12;

    /// Of more than mostVisits the latest are shown.
    explicit TimelinePaper(Content content);

    /// With the upper left corner at the origin of a painter that counts in millimetres.
    void paintPage(QPainter &painter) const;
    Sheets sheets() const;

private:
    void paintHead(QPainter &painter, double columnWidth) const;
    void paintScore(QPainter &painter, double columnWidth) const;
    void paintRows(QPainter &painter, double columnWidth) const;

    Content m_content;
};

} // namespace xinglin::ui
