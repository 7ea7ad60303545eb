#pragma once

#include "clinic/catalog/catalog.h"
#include "ui/settings/keptsection.h"
#include "ui/settings/servicedialog.h"

#include <memory>

namespace xinglin::ui {

/// Settings › Services: what can be booked, how long it takes, what it needs and what it costs.
class ServiceSection : public KeptSection
{
    Q_OBJECT

public:
    ServiceSection(Clinic &clinic, std::shared_ptr<const Catalog> catalog, QWidget *parent = nullptr);

protected:
    void load() override;
    void edit(int row) override;
    void begin() override;
    void retire(int row) override;
    bool isRetired(int row) const override;
    void move(int row, int by) override;
    bool concerns(const store::ChangeSet &changes) const override;
    void dressRow(int row, const QList<QStandardItem *> &cells) override;

private:
    static Shape shape();
    void ask(const std::optional<HealthcareService> &service);
    void showKnown(const ServiceDialog::Known &known);

    std::shared_ptr<const Catalog> m_catalog;
    ServiceDialog::Known m_known;
    std::optional<HealthcareServiceId> m_chosen; ///< Chosen once the list is read anew.
    bool m_isKnown = false;                      ///< What there is has been read.
    bool m_wantsNew = false;                     ///< Asked for before that.
};

} // namespace xinglin::ui
