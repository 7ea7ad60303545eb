#pragma once

#include "clinic/catalog/catalog.h"
#include "ui/paper/paperdress.h"
#include "ui/shell/page.h"
#include "ui/shell/who.h"

class QLabel;
class QLineEdit;

namespace xinglin::ui {

class Button;
class MessageStrip;
class Segment;

/// Settings › Papers: what the clinic settles about all its papers, with a page beside it that is painted as papers
/// are. Who the clinic is stands in Settings › Clinic.
class PapersSection : public Page
{
    Q_OBJECT

public:
    PapersSection(Clinic &clinic, const Who &who, std::shared_ptr<const Catalog> catalog, QWidget *parent = nullptr);

    QString title() const override;
    QList<KeyHint> keyHints() const override;
    void activate() override;
    bool hasUnsaved() const override;
    /// As chosen here, saved or not.
    PaperDress chosen() const;

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *buildForm();
    void load();
    void save();
    void paintSample();

    Clinic &m_clinic;
    Who m_who;
    std::shared_ptr<const Catalog> m_catalog;
    std::optional<PaperDress> m_before;
    access::ClinicProfile m_profile;
    QString m_shown; ///< Kind of the page beside the form.
    MessageStrip *m_strip;
    QLineEdit *m_line;
    QMap<QString, Segment *> m_sizes;
    Button *m_save;
    QLabel *m_sample;
};

} // namespace xinglin::ui
