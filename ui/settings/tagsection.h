#pragma once

#include "clinic/patient/tags.h"
#include "ui/kit/formdialog.h"
#include "ui/settings/keptsection.h"

class QLineEdit;

namespace xinglin::ui {

class Field;
class FormDraft;

/// Asks what a tag is called: a new one, or one that is renamed. Closes once it is stored.
class TagDialog : public FormDialog
{
    Q_OBJECT

public:
    TagDialog(Clinic &clinic, const std::optional<Tag> &tag, QWidget *parent);

private:
    void submit();

    Clinic &m_clinic;
    std::optional<Tag> m_tag;
    QLineEdit *m_name;
    Field *m_field;
    FormDraft *m_draft;
};

/// Settings › Tags: what the clinic groups patients by, and how many carry each. Renamed, retired and taken back here.
class TagSection : public KeptSection
{
    Q_OBJECT

public:
    explicit TagSection(Clinic &clinic, QWidget *parent = nullptr);

protected:
    void load() override;
    void edit(int row) override;
    void begin() override;
    void retire(int row) override;
    bool isRetired(int row) const override;

private:
    static Shape shape();

    QList<TagCount> m_known;
};

} // namespace xinglin::ui
