#pragma once

#include "clinic/catalog/catalog.h"
#include "clinic/record/visit.h"

#include <QWidget>

#include <memory>

namespace xinglin::ui {

class Label;
class NumberUnit;
class PulseCell;

/// The six positions of the pulse, keys Q W E over U I O, what is felt over all, and the rate.
class PulsePad : public QWidget
{
    Q_OBJECT

public:
    explicit PulsePad(std::shared_ptr<const Catalog> catalog, QWidget *parent = nullptr);

    void setAnswers(const QList<Answer> &answers);
    QList<Answer> answers() const;
    void setLast(const QList<Answer> &answers);
    void setReadOnly(bool readOnly);
    /// Left cun, guan, chi, right cun, guan, chi.
    PulseCell *cell(int position) const { return m_cells.at(position); }
    PulseCell *overall() const { return m_overall; }

signals:
    void changed();
    /// Enter in the last cell.
    void done();

private:
    void offer();

    std::shared_ptr<const Catalog> m_catalog;
    QList<PulseCell *> m_cells;
    PulseCell *m_overall;
    NumberUnit *m_rate;
    Label *m_hint;
    std::optional<double> m_keptRate; ///< Of a stored note, with more digits than are shown.
};

} // namespace xinglin::ui
