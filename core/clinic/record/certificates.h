#pragma once

#include "clinic/record/visit.h"

namespace xinglin {

using CertificateId = Id<struct CertificateTag>;

/// A sick note as it is being written.
struct CertificateDraft
{
    VisitId visit{Uuid(Uuid::Bytes{})};
    QString diagnosis; ///< As on the paper; empty: the paper names none.
    QDate from;
    QDate to; ///< Included.
    QString recommendation;
    bool operator==(const CertificateDraft &) const = default;

    qint64 days() const { return from.daysTo(to) + 1; }
};

/// One that was issued.
struct Certificate
{
    CertificateId id{Uuid(Uuid::Bytes{})};
    PatientId patient{Uuid(Uuid::Bytes{})};
    CertificateDraft content;
    Instant issued;
    QString issuer; ///< Name as shown.
    QString issuerTitle;
    QString issuerLicence; ///< Number of their practising certificate; may be empty.
    bool replaced = false; ///< By a corrected one.
    bool operator==(const Certificate &) const = default;
};

QDebug operator<<(QDebug, const CertificateDraft &) = delete;
QDebug operator<<(QDebug, const Certificate &) = delete;

} // namespace xinglin

/// Sick notes: part of the record, issued about a signed visit, never changed.
namespace xinglin::certificate {

/// The longest time one sick note covers, in days; longer ones are mistyped.
constexpr int mostDays = 365;

/// Issues one; that of the same visit, if there is one, is replaced by it. Conflict where the visit is not signed;
/// Invalid with the field ("from", "to") where the days cannot be meant.
Result<Certificate> issue(store::Transaction &tx, const CertificateDraft &draft);
/// The one that holds; nothing where none was issued about the visit.
Result<std::optional<Certificate>> ofVisit(const store::Snapshot &view, VisitId visit);

/// Everything on the printed sick note.
struct Paper
{
    access::ClinicProfile clinic;
    Patient patient;
    std::optional<Age> age; ///< On the first day.
    QDate issuedOn;
    Certificate certificate;
};
/// For printing; leaves the audit row "certificate.print". NotFound where none was issued about the visit.
Result<Paper> paper(const store::Snapshot &view, VisitId visit);

} // namespace xinglin::certificate
