#pragma once

#include "clinic/catalog/catalog.h"
#include "clinic/clinic.h"
#include "clinic/prescription/overrides.h"
#include "ui/shell/page.h"

class QStackedLayout;
class QStandardItemModel;
class QTableView;

namespace xinglin::ui {

class Button;
class MessageStrip;

/// Settings › Overrides: severe findings that were signed over, with whoever did and why.
class OverrideSection : public Page
{
    Q_OBJECT

public:
    OverrideSection(Clinic &clinic, std::shared_ptr<const Catalog> catalog, QWidget *parent = nullptr);

    QString title() const override;
    QList<KeyHint> keyHints() const override;
    void activate() override;

signals:
    void chartWanted(xinglin::PatientId id);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void build();
    void load(bool more);
    void add(const QList<consultation::Overridden> &found);
    void open();

    Clinic &m_clinic;
    std::shared_ptr<const Catalog> m_catalog;
    QList<consultation::Overridden> m_known;
    QStandardItemModel *m_model;
    QTableView *m_table;
    QStackedLayout *m_stack;
    MessageStrip *m_strip;
    Button *m_more;
    quint64 m_question = 0;
};

} // namespace xinglin::ui
