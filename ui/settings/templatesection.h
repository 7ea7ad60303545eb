#pragma once

#include "clinic/catalog/catalog.h"
#include "clinic/record/notetemplates.h"
#include "ui/settings/keptsection.h"

namespace xinglin::ui {

/// Settings › Templates: made from a note; here they are renamed, shortened and retired.
class TemplateSection : public KeptSection
{
    Q_OBJECT

public:
    TemplateSection(Clinic &clinic, std::shared_ptr<const Catalog> catalog, QWidget *parent = nullptr);

protected:
    void load() override;
    void edit(int row) override;
    void retire(int row) override;

private:
    static Shape shape();
    /// How the formula is called that a template begins with; empty where it is one's own that is gone.
    QString formulaOf(const notetemplate::Template &one) const;

    std::shared_ptr<const Catalog> m_catalog;
    QList<notetemplate::Template> m_known;
    QHash<QString, QString> m_own; ///< Names of own formulas by their reference.
};

} // namespace xinglin::ui
