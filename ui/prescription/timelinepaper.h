#pragma once

#include "clinic/patient/patient.h"
#include "ui/prescription/formulagrid.h"
#include "ui/prescription/pages.h"

namespace xinglin::ui {

/// Formulas side by side on one A4 page across: at most twelve visits; rows are set tighter the more herbs there are.
class TimelinePaper : public Pages
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

    QString kind() const override { return QStringLiteral("formula-timeline"); }
    QSizeF size() const override { return {297, 210}; }
    int pages() const override { return 1; }
    void paintPage(QPainter &painter, int index) const override;
    QString title() const override;
    QString fileName() const override;

private:
    void paintHead(QPainter &painter, double columnWidth) const;
    void paintScore(QPainter &painter, double columnWidth) const;
    void paintRows(QPainter &painter, double columnWidth) const;

    Content m_content;
};

} // namespace xinglin::ui
