#pragma once

#include "ui/shell/page.h"
#include "ui/shell/who.h"

#include <QHash>

class QLineEdit;
class QVBoxLayout;

namespace xinglin::ui {

class Button;
class Field;
class MessageStrip;

/// Settings › Clinic: the clinic as on its papers.
class ClinicSection : public Page
{
    Q_OBJECT

public:
    ClinicSection(Clinic &clinic, const Who &who, QWidget *parent = nullptr);

    QString title() const override;
    QList<KeyHint> keyHints() const override;
    void activate() override;
    void rest(bool resting) override;
    bool hasUnsaved() const override;

protected:
    void showEvent(QShowEvent *event) override;

private:
    QLineEdit *line(const char *field, const QString &label, const char *name);
    void load();
    void show(const access::ClinicProfile &profile);
    access::ClinicProfile profile() const;
    void save();

    Clinic &m_clinic;
    Who m_who;
    std::optional<access::ClinicProfile> m_before;
    QHash<QString, Field *> m_fields;
    MessageStrip *m_strip;
    QLineEdit *m_name;
    QLineEdit *m_address;
    QLineEdit *m_phone;
    QLineEdit *m_licence;
    Button *m_save;
};

} // namespace xinglin::ui
