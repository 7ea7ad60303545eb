#pragma once

#include "clinic/prescription/ownformulas.h"
#include "ui/settings/keptsection.h"

namespace xinglin::ui {

/// Settings › Formulas: made from a prescription; here they are renamed and retired.
class FormulaSection : public KeptSection
{
    Q_OBJECT

public:
    explicit FormulaSection(Clinic &clinic, QWidget *parent = nullptr);

protected:
    void load() override;
    void edit(int row) override;
    void retire(int row) override;

private:
    static Shape shape();

    QList<ownformula::Formula> m_known;
};

} // namespace xinglin::ui
