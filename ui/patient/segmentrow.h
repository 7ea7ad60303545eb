#pragma once

#include "clinic/clinic.h"
#include "ui/patient/segmentchoices.h"
#include "ui/shell/who.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QStackedWidget;

namespace xinglin::ui {

class Button;
class CodesEdit;
class Completion;
class Stepper;

/// One condition of a segment: field, what is asked of it, and with what it is compared. Fields the person may not read
/// are not offered.
class SegmentRow : public QWidget
{
    Q_OBJECT

public:
    SegmentRow(Clinic &clinic, const Who &who, const SegmentChoices &choices, QWidget *parent = nullptr);

    void setCondition(const segments::Condition &condition);
    segments::Condition condition() const;
    /// Where it stands among the others; names its parts.
    void setNumber(int number);
    /// Whether an input method has unfinished text here.
    bool isComposing() const;
    void focusField();

signals:
    void changed();
    void removed();

protected:
    bool event(QEvent *event) override;

private:
    void fieldChosen();
    void operatorChosen();
    void propose(const QString &typed);
    /// Names of patients, for whom no list is kept.
    void name(const QStringList &patients);
    segments::Field field() const;
    segments::Operator asked() const;

    Clinic &m_clinic;
    const SegmentChoices &m_choices;
    QComboBox *m_field;
    QComboBox *m_operator;
    QStackedWidget *m_value;
    QWidget *m_nothing;
    QLineEdit *m_text;
    Completion *m_words;
    Stepper *m_number;
    QLineEdit *m_day;
    CodesEdit *m_codes;
    Button *m_remove;
    quint64 m_question = 0;
};

} // namespace xinglin::ui
