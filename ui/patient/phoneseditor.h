#pragma once

#include "clinic/patient/patient.h"

#include <QWidget>

class QLineEdit;
class QVBoxLayout;

namespace xinglin::ui {

class Field;

/// Further telephones: number and whose it is. There is always one empty line for the next.
class PhonesEditor : public QWidget
{
    Q_OBJECT

public:
    explicit PhonesEditor(QWidget *parent = nullptr);

    void setPhones(const QList<PatientPhone> &phones);
    /// As typed; empty lines are left out.
    QList<PatientPhone> phones() const;
    /// Marks the lines that are no telephone numbers.
    void showProblems(bool shown);

signals:
    void changed();

private:
    struct Line
    {
        Field *field;
        QLineEdit *phone;
        QLineEdit *whose;
    };
    void addLine(const PatientPhone &phone);

    QVBoxLayout *m_column;
    QList<Line> m_lines;
};

} // namespace xinglin::ui
