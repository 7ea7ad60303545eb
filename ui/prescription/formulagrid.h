#pragma once

#include "clinic/catalog/catalog.h"
#include "clinic/prescription/timeline.h"
#include "ui/kit/accessible.h"

#include <QAbstractScrollArea>

#include <memory>

class QPainter;

namespace xinglin::ui {

/// One visit above the grid, in words.
struct FormulaColumn
{
    QString day;
    QString ordinal;
    QString name;
    QString size; ///< 13 herbs × 7
    QString tongue;
    std::optional<double> score;
    bool operator==(const FormulaColumn &) const = default;
};

/// A score that is drawn above the formulas.
struct ScoreLine
{
    QString item; ///< Code of the form's item; empty: nothing was measured.
    QString name;
    std::optional<double> normalHigh;
    QList<std::optional<double>> values; ///< One for each formula.
    bool operator==(const ScoreLine &) const = default;
};

/// The scale that was taken most often at these visits; of equals the first of the form. Pure.
ScoreLine scoreOf(const Catalog &catalog, const QList<consultation::TimelineVisit> &visits);
/// A tongue in few words: 淡红 齿痕 薄 白. Pure.
QString tongueWords(const Catalog &catalog, const QList<Answer> &answers);
/// Columns of these visits. Pure.
QList<FormulaColumn> formulaColumns(const Catalog &catalog, const QList<consultation::TimelineVisit> &visits,
                                    const ScoreLine &score);

/// Formulas side by side: visits as columns under their day, score and tongue, herbs as rows, grams in the cells, what
/// was added, changed and taken away in colour and with a sign. Arrows walk, Enter takes the formula of the column.
class FormulaGrid : public QAbstractScrollArea, public Spoken
{
    Q_OBJECT

public:
    explicit FormulaGrid(QWidget *parent = nullptr);

    void setFormulas(const QList<FormulaColumn> &columns, const ScoreLine &score,
                     const consultation::TimelineGrid &grid);
    /// Only rows in which something was added, changed or taken away.
    void setOnlyChanged(bool only);
    bool onlyChanged() const { return m_onlyChanged; }
    int column() const { return m_column; }
    int row() const { return m_row; }
    void setColumn(int column);
    int rowsShown() const { return int(m_rows.size()); }

    QAccessible::Role spokenRole() const override { return QAccessible::Table; }
    QString spokenValue() const override;

signals:
    void columnChanged(int column);
    void taken(int column);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    struct Measures
    {
        int names;
        int column;
        int head;
        int score;
        int tongue;
        int row;
        int top() const { return head + score + tongue; }
    };
    Measures measures() const;
    void pickRows();
    void fit();
    void moveTo(int column, int row);
    int columnX(const Measures &m, int column) const;
    void paintHead(QPainter &painter, const Measures &m) const;
    void paintScore(QPainter &painter, const Measures &m) const;
    void paintCells(QPainter &painter, const Measures &m) const;
    void paintNames(QPainter &painter, const Measures &m) const;

    QList<FormulaColumn> m_columns;
    ScoreLine m_score;
    consultation::TimelineGrid m_grid;
    QList<int> m_rows; ///< Of the grid, those shown.
    bool m_onlyChanged = false;
    int m_column = 0;
    int m_row = 0;
};

} // namespace xinglin::ui
