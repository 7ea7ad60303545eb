#pragma once

#include <QWidget>

class QGridLayout;

namespace xinglin::ui {

/// Rows of label and value, as in side panels: "Visits   7·last 14 days ago".
class Facts : public QWidget
{
    Q_OBJECT

public:
    explicit Facts(QWidget *parent = nullptr);

    void clear();
    /// The value may wrap; an empty one leaves the row out.
    void add(const QString &label, const QString &value);

private:
    QGridLayout *m_grid;
    int m_rows = 0;
};

} // namespace xinglin::ui
