#pragma once

#include "clinic/catalog/services.h"
#include "clinic/clinic.h"
#include "clinic/schedule/services.h"
#include "ui/kit/formdialog.h"

#include <QHash>

class QComboBox;
class QGridLayout;
class QLineEdit;

namespace xinglin::ui {

class Completion;
class Field;
class NeedsEdit;
class NumberUnit;
struct CompletionRow;

/// A service of the catalogue and what it is found by.
struct OfferedService
{
    Service service;
    QString keys; ///< Both names and the initials of the Chinese one.
};
/// Reads pinyin: for a worker thread.
QList<OfferedService> offersOf(const ServiceList &services);

/// Asks what a service is: a new one, from the catalogue or one of the clinic's own, or one that is changed. Closes
/// once it is stored.
class ServiceDialog : public FormDialog
{
    Q_OBJECT

public:
    /// What there is besides.
    struct Known
    {
        QList<HealthcareService> services; ///< Also those out of use.
        QList<Resource> resources;         ///< Those in use.
        QList<OfferedService> offers;
    };

    ServiceDialog(Clinic &clinic, const Known &known, const std::optional<HealthcareService> &service, QWidget *parent);

signals:
    void stored(const xinglin::HealthcareService &service);

private:
    void build();
    void fill(const HealthcareServiceDraft &content);
    Field *place(QGridLayout *grid, const char *field, const QString &label, QWidget *editor, int row, int column,
                 int span = 1);
    void offer(const QString &typed);
    void take(const CompletionRow &row);
    HealthcareServiceDraft draft() const;
    void submit();

    Clinic &m_clinic;
    Known m_known;
    std::optional<HealthcareService> m_service;
    QString m_code;
    QHash<QString, Field *> m_fields;
    QLineEdit *m_name;
    Completion *m_offers = nullptr;
    QComboBox *m_hue;
    NumberUnit *m_duration;
    NumberUnit *m_before;
    NumberUnit *m_after;
    NumberUnit *m_lead;
    NumberUnit *m_most;
    NumberUnit *m_extra;
    NumberUnit *m_price;
    NeedsEdit *m_needs;
};

} // namespace xinglin::ui
