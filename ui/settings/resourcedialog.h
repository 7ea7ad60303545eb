#pragma once

#include "access/people.h"
#include "clinic/clinic.h"
#include "clinic/schedule/resources.h"
#include "ui/kit/formdialog.h"

#include <QHash>

class QCheckBox;
class QComboBox;
class QGridLayout;
class QLineEdit;

namespace xinglin::ui {

class Field;
class Segment;
class Stepper;

/// As it stands by itself in a list: "Practitioner".
QString kindWords(ResourceKind kind);

/// Asks what a practitioner, room, bed or device is: a new one, or one that is changed. Closes once it is stored.
class ResourceDialog : public FormDialog
{
    Q_OBJECT

public:
    /// What there is besides.
    struct Known
    {
        QList<Resource> resources; ///< Also those out of use.
        QList<access::User> people;
    };

    ResourceDialog(Clinic &clinic, const Known &known, const std::optional<Resource> &resource, QWidget *parent);

signals:
    void stored(const xinglin::Resource &resource);

private:
    void build(const Known &known);
    void fill(const ResourceDraft &content);
    void showKind();
    Field *place(QGridLayout *grid, const char *field, const QString &label, QWidget *editor, int row, int column);
    ResourceKind kind() const;
    ResourceDraft draft() const;
    void submit();

    Clinic &m_clinic;
    Known m_known;
    std::optional<Resource> m_resource;
    QHash<QString, Field *> m_fields;
    Segment *m_kind = nullptr;
    QLineEdit *m_name;
    QComboBox *m_user;
    Segment *m_sex;
    QComboBox *m_room;
    Stepper *m_capacity;
    QComboBox *m_hue;
    QCheckBox *m_holidays;
    QComboBox *m_madeUp;
};

} // namespace xinglin::ui
