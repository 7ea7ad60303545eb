#pragma once

#include "access/session.h"
#include "ui/shell/page.h"
#include "ui/shell/who.h"

#include <QHash>

class QCheckBox;
class QLineEdit;
class QScrollArea;
class QVBoxLayout;

namespace xinglin::ui {

class Button;
class Field;
class FormDraft;
class MessageStrip;
class Segment;
class Stepper;

/// Settings › Clinic: the clinic as on its papers, and for owners whose records are shared and how long a PC stays
/// open.
class ClinicSection : public Page
{
    Q_OBJECT

public:
    /// @p keys open what was typed and not saved.
    ClinicSection(Clinic &clinic, const Who &who, std::shared_ptr<access::Keys> keys, QWidget *parent = nullptr);
    ~ClinicSection() override;

    QString title() const override;
    QList<KeyHint> keyHints() const override;
    void activate() override;
    void rest(bool resting) override;
    bool hasUnsaved() const override;
    bool keepsDrafts() const override { return true; }

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    /// What the clinic has settled, as far as this page shows it.
    struct Rules
    {
        bool shared = true;
        bool frontDesk = false; ///< This PC.
        int lockMinutes = 10;
        bool secondPerson = false; ///< Prescriptions are printed once somebody else has checked or countersigned.
        int activeDays = 90;       ///< Of the stages of patients.
        int dormantDays = 365;
        bool operator==(const Rules &) const = default;
    };
    struct Loaded
    {
        access::ClinicProfile profile;
        Rules rules;
    };

    QLineEdit *line(const char *field, const QString &label, const char *name);
    QWidget *buildRules();
    void load();
    void show(const Loaded &loaded);
    Rules rules() const;
    access::ClinicProfile profile() const;
    QMap<QString, QString> fields() const;
    void put(const QMap<QString, QString> &fields);
    void save();

    Clinic &m_clinic;
    Who m_who;
    std::optional<access::ClinicProfile> m_before;
    Rules m_rulesBefore;
    QHash<QString, Field *> m_fields;
    MessageStrip *m_strip;
    QScrollArea *m_scroll = nullptr;
    QLineEdit *m_name;
    QLineEdit *m_address;
    QLineEdit *m_phone;
    QLineEdit *m_licence;
    Segment *m_sharing;
    QCheckBox *m_frontDesk;
    QCheckBox *m_secondPerson;
    Stepper *m_lock;
    Stepper *m_active;
    Stepper *m_dormant;
    Button *m_save;
    FormDraft *m_draft = nullptr;
};

} // namespace xinglin::ui
