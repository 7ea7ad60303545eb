#include "engines/segments/stage.h"

#include <QCoreApplication>

namespace xinglin::segments {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::segments)
};

constexpr std::pair<Stage, const char *> codes[] = {{Stage::Enquiry, "enquiry"},        {Stage::Booked, "booked"},
                                                    {Stage::FirstVisit, "first-visit"}, {Stage::Active, "active"},
                                                    {Stage::Dormant, "dormant"},        {Stage::Lost, "lost"}};

} // namespace

QString toText(Stage stage)
{
    for (const auto &[known, code] : codes) {
        if (known == stage)
            return QLatin1String(code);
    }
    Q_UNREACHABLE();
}

std::optional<Stage> stageFrom(const QString &text)
{
    for (const auto &[known, code] : codes) {
        if (text == QLatin1String(code))
            return known;
    }
    return std::nullopt;
}

QString nameOf(Stage stage)
{
    switch (stage) {
    case Stage::Enquiry:
        return Tr::tr("Enquiry", "stage of a patient");
    case Stage::Booked:
        return Tr::tr("Booked", "stage of a patient");
    case Stage::FirstVisit:
        return Tr::tr("First visit", "stage of a patient");
    case Stage::Active:
        return Tr::tr("Active", "stage of a patient");
    case Stage::Dormant:
        return Tr::tr("Dormant", "stage of a patient");
    case Stage::Lost:
        return Tr::tr("Lost", "stage of a patient");
    }
    Q_UNREACHABLE();
}

std::optional<Stage> stageOf(const Facts &facts, QDate today, const Thresholds &thresholds)
{
    if (facts.deceased)
        return std::nullopt;
    if (facts.visits <= 0 || !facts.lastVisit)
        return facts.booked ? Stage::Booked : Stage::Enquiry;
    const qint64 since = facts.lastVisit->daysTo(today);
    if (since <= thresholds.activeDays)
        return facts.visits == 1 ? Stage::FirstVisit : Stage::Active;
    return since <= thresholds.dormantDays ? Stage::Dormant : Stage::Lost;
}

QString ruleOf(Stage stage, const Thresholds &thresholds)
{
    switch (stage) {
    case Stage::Enquiry:
        return Tr::tr("Registered and never seen.");
    case Stage::Booked:
        return Tr::tr("Never seen, and expected.");
    case Stage::FirstVisit:
        return Tr::tr("One visit, in the last %n day(s).", nullptr, thresholds.activeDays);
    case Stage::Active:
        return Tr::tr("Two visits or more, the last one in the last %n day(s).", nullptr, thresholds.activeDays);
    case Stage::Dormant:
        return Tr::tr("Last seen more than %1 and up to %n day(s) ago.", nullptr, thresholds.dormantDays)
            .arg(thresholds.activeDays);
    case Stage::Lost:
        return Tr::tr("Last seen more than %n day(s) ago.", nullptr,
                      std::max(thresholds.activeDays, thresholds.dormantDays));
    }
    Q_UNREACHABLE();
}

} // namespace xinglin::segments
