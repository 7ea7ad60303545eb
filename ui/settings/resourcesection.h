#pragma once

#include "ui/settings/keptsection.h"
#include "ui/settings/resourcedialog.h"

namespace xinglin::ui {

/// Settings › Staff and rooms: who and what can be booked, by kind and in the clinic's order.
class ResourceSection : public KeptSection
{
    Q_OBJECT

public:
    explicit ResourceSection(Clinic &clinic, QWidget *parent = nullptr);

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
    void ask(const std::optional<Resource> &resource);
    void showKnown(const ResourceDialog::Known &known);
    QString personOf(const Resource &resource) const;
    QString roomOf(const Resource &resource) const;

    ResourceDialog::Known m_known;
    std::optional<ResourceId> m_chosen; ///< Chosen once the list is read anew.
    bool m_isKnown = false;             ///< What there is has been read.
    bool m_wantsNew = false;            ///< Asked for before that.
};

} // namespace xinglin::ui
