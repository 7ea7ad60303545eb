#pragma once

#include "clinic/patient/patient.h"
#include "ui/kit/pane.h"

#include <QDate>

class QBoxLayout;

namespace xinglin::ui {

class Chip;
class Label;

/// The band above every page of one patient: name, sex and age, number, allergies, medicines, pregnancy, and the page's
/// actions at the right. What does not fit beside the name wraps below it as a strip; the allergies are never cut.
class PatientBanner : public Pane
{
    Q_OBJECT

public:
    explicit PatientBanner(QWidget *parent = nullptr);

    void setStrip(const PatientStrip &strip, QDate today);
    void clear();
    /// A button of the page; the banner only places it.
    void addAction(QWidget *action);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {400, sizeHint().height()}; }

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void place();
    int actionsWidth() const;

    Label *m_name;
    Label *m_about;
    Label *m_number;
    QList<Chip *> m_chips;
    QWidget *m_actions;
    int m_lines = 1;
};

/// "Allergic: shellfish, penicillin"; empty where nothing is known or may be seen.
QString allergyText(const PatientStrip &strip);
/// What stands in the banner of pregnancy and lactation; empty for neither.
QString pregnancyText(const std::optional<PregnancyStatus> &status);

} // namespace xinglin::ui
