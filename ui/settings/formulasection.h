#pragma once

#include "clinic/clinic.h"
#include "clinic/prescription/ownformulas.h"
#include "ui/shell/page.h"

class QStackedLayout;
class QStandardItemModel;
class QTableView;

namespace xinglin::ui {

class Button;
class MessageStrip;

/// Settings › Formulas: one's own and the clinic's. They are made from a prescription; here they are renamed and
/// retired, which leaves what was prescribed with them as it is.
class FormulaSection : public Page
{
    Q_OBJECT

public:
    explicit FormulaSection(Clinic &clinic, QWidget *parent = nullptr);

    QString title() const override;
    QList<KeyHint> keyHints() const override;
    void activate() override;

protected:
    void showEvent(QShowEvent *event) override;

private:
    void build();
    void load();
    void showFormulas(const QList<ownformula::Formula> &known);
    void edit(const ownformula::Formula &formula);
    void retire();
    const ownformula::Formula *chosen() const;

    Clinic &m_clinic;
    QList<ownformula::Formula> m_known;
    QStandardItemModel *m_model;
    QTableView *m_table;
    QStackedLayout *m_stack;
    MessageStrip *m_strip;
    Button *m_change;
    Button *m_retire;
};

} // namespace xinglin::ui
