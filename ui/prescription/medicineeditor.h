#pragma once

#include "clinic/prescription/medicineorders.h"

#include <QWidget>

#include <memory>

class QComboBox;
class QHBoxLayout;
class QLineEdit;
class QScrollArea;
class QVBoxLayout;

namespace xinglin::ui {

class Button;
class Completion;
class Label;
class Stepper;

/// Ready-made medicines beside the herbs: a row for each, with how much, how often, how long and what is handed out. A
/// name that was ordered before brings its amounts. Ctrl+Backspace takes the row out, Esc leaves.
class MedicineEditor : public QWidget
{
    Q_OBJECT

public:
    explicit MedicineEditor(QWidget *parent = nullptr);

    void setOrders(const QList<MedicineOrder> &orders);
    /// Rows in which anything is written, also where the name is still missing.
    QList<MedicineOrder> orders() const;
    /// What was ordered in this clinic before, newest first, and at this patient's last visit.
    void setKnown(const QList<MedicineOrder> &known) { m_known = known; }
    void setLast(const QList<MedicineOrder> &last);
    /// Puts something else that can be prescribed before the button that adds a medicine.
    void addBeside(QWidget *action);
    /// The patient's allergies: a medicine that is named like one of them says so.
    void setAllergies(const QStringList &allergies);
    void setReadOnly(bool readOnly);
    /// A new row gets the hand.
    void add();
    /// The row and field of an error such as "medicines[1].dose" get the hand.
    void showProblem(const QString &field);

signals:
    /// The person changed an order.
    void changed();
    /// The person is done here.
    void left();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Row
    {
        QWidget *box = nullptr;
        QComboBox *form = nullptr;
        QLineEdit *name = nullptr;
        Completion *names = nullptr;
        QLineEdit *dose = nullptr;
        Stepper *times = nullptr;
        Stepper *days = nullptr;
        QLineEdit *quantity = nullptr;
        QLineEdit *instructions = nullptr;
        Label *caution = nullptr;
        Button *remove = nullptr;
    };
    Row *addRow(const MedicineOrder &order);
    void buildRow(Row &row);
    void fill(Row &row, const MedicineOrder &order);
    MedicineOrder orderOf(const Row &row) const;
    void offer(Row &row, const QString &typed);
    void remove(const Row *row);
    void edited();
    void showState();
    /// Rows as high as they need to be, and scrolled where there are many.
    void fit();
    Row *rowOf(const QObject *field) const;

    QList<MedicineOrder> m_known;
    QList<MedicineOrder> m_last;
    QStringList m_allergies;
    QList<std::shared_ptr<Row>> m_rows;
    Label *m_heading;
    QScrollArea *m_scroll;
    QVBoxLayout *m_box; ///< Of the rows.
    QHBoxLayout *m_foot;
    Button *m_add;
    Button *m_asLast;
    bool m_readOnly = false;
};

} // namespace xinglin::ui
