#pragma once

#include "base/money.h"
#include "clinic/schedule/resources.h"

#include <chrono>

namespace xinglin {

using HealthcareServiceId = Id<struct HealthcareServiceTag>;

/// One of these resources, with so many of its units; the first that is free in this order.
struct ServiceNeed
{
    QList<ResourceId> anyOf;
    int units = 1;
    bool operator==(const ServiceNeed &) const = default;
};

/// What can be booked (FHIR HealthcareService), as it is entered.
struct HealthcareServiceDraft
{
    QString code; ///< Id in the catalogue of services; empty: one of the clinic's own.
    QString name;
    std::chrono::minutes duration{20};
    std::chrono::minutes before{0}; ///< Its resources are taken so long before it, and after it.
    std::chrono::minutes after{0};
    std::chrono::minutes lead{0}; ///< Offered no earlier than so far ahead; who books by hand is not bound.
    std::optional<int> mostADay;  ///< Of one practitioner.
    int extraADay = 0;            ///< Of one practitioner, above the capacity (加号).
    std::optional<Money> price;
    QString hue;
    int position = 0;
    QList<ServiceNeed> needs; ///< All at once; the first is whom the appointment is with.
    bool operator==(const HealthcareServiceDraft &) const = default;
};

struct HealthcareService
{
    HealthcareServiceId id{Uuid(Uuid::Bytes{})};
    HealthcareServiceDraft content;
    bool retired = false;
    bool operator==(const HealthcareService &) const = default;
};

} // namespace xinglin

namespace xinglin::schedule {

constexpr qsizetype mostServiceName = 60;
constexpr qsizetype mostNeeds = 4;

/// Makes one. Invalid: the name, a length out of 5 … 720 minutes ("duration"), buffers out of 0 … 240 ("before",
/// "after"), no needs, too many, one without a resource, one of a resource that is not there or has not the units
/// ("needs"), a quota that is none ("mostADay", "extraADay"). Conflict where one in use is called the same ("name").
Result<HealthcareService> addService(store::Transaction &tx, const HealthcareServiceDraft &draft);
/// Refuses what addService() refuses. What is booked stays as it is.
Result<HealthcareService> editService(store::Transaction &tx, HealthcareServiceId id,
                                      const HealthcareServiceDraft &draft);
/// Takes one out of use, or back into it.
Result<Done> retireService(store::Transaction &tx, HealthcareServiceId id, bool retired = true);

Result<HealthcareService> service(const store::Snapshot &view, HealthcareServiceId id);
/// Those in use by position and name; with @p retired also those that are not, after them. Resources out of use are in
/// no need.
Result<QList<HealthcareService>> services(const store::Snapshot &view, bool retired = false);

} // namespace xinglin::schedule
