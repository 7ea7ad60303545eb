#pragma once

#include "clinic/catalog/vocabulary.h"

#include <optional>

namespace xinglin {

/// What a treatment is done with.
enum class TherapyKind {
    Acupuncture,
    Moxibustion,
    Cupping,
    Scraping,
    Tuina,
    Ear,
    Application,
    Steam,
    Physiotherapy,
    Other
};
/// "acupuncture" … as stored.
QString toText(TherapyKind kind);
std::optional<TherapyKind> therapyKindFrom(const QString &text);

/// Something a clinic does for patients.
struct Service
{
    QString id;       ///< "svc_moxa_stick"
    QString category; ///< Id of its category.
    QString zh;
    QString en;
    int minutes = 0;                    ///< Its usual length.
    std::optional<TherapyKind> therapy; ///< None for what is no treatment: consulting, decocting.
    bool operator==(const Service &) const = default;
};

/// A number that says how a therapy is given.
struct TherapyParameter
{
    QString code;  ///< "frequency"
    QString unit;  ///< UCUM: "Hz", "mA", "{cone}"
    QString typed; ///< What is typed behind the number: "hz".
    QString zh;
    QString en;
    QString unitZh;
    QString unitEn;
    double most = 0; ///< More cannot be meant.
    bool operator==(const TherapyParameter &) const = default;
};
/// Numbers that may stand beside a therapy of that kind, those that are used most first. Ours.
const QList<TherapyParameter> &therapyParameters(TherapyKind kind);
/// By code, of any kind; nullptr where there is none.
const TherapyParameter *therapyParameter(const QString &code);

/// The services that ship.
class ServiceList
{
public:
    /// Damaged, with the place in the detail.
    static Result<ServiceList> fromJson(const QByteArray &json);

    const QList<Service> &services() const { return m_services; }
    const Service *find(const QString &id) const;
    /// By the whole name in either language.
    const Service *named(const QString &name) const;
    /// Treatments by initials, pinyin or part of the name; best first. @p kind empty: all.
    QList<const Service *> completeTherapies(const QString &typed, int limit,
                                             std::optional<TherapyKind> kind = {}) const;

private:
    QList<Service> m_services;
    QHash<QString, qsizetype> m_byId;
    Vocabulary m_therapies;
};

} // namespace xinglin
