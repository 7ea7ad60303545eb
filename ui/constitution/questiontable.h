#pragma once

#include <QTableView>

namespace xinglin::ui {

class QuestionModel;

/// The questions one below the other, the five answers beside each. Digits answer and go on, arrows walk, Left and
/// Right change the answer, Backspace goes back, Delete takes the answer away, Space goes to the next one without an
/// answer.
class QuestionTable : public QTableView
{
    Q_OBJECT

public:
    explicit QuestionTable(QuestionModel *model, QWidget *parent = nullptr);

    void goTo(int row);
    int row() const { return currentIndex().row(); }

signals:
    void rowChanged(int row);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    void layOut();
    void showAround(int row);
    void give(int value);

    QuestionModel *m_model;
};

} // namespace xinglin::ui
