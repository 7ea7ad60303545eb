#include "app/desktop/family.h"

#include "ui/patient/chartpage.h"
#include "ui/patient/referralscard.h"
#include "ui/patient/relativescard.h"
#include "ui/patient/tagscard.h"
#include "ui/shell/workspace.h"

namespace xinglin {

void furnishFamily(ui::Workspace &workspace, Clinic &clinic, ui::ChartPage *chartPage,
                   const std::function<void(PatientId)> &openChart)
{
    const ui::Who &who = workspace.who();
    if (!who.may(access::Permission::SearchPatients))
        return;
    auto *tags = new ui::TagsCard(clinic, who);
    chartPage->addFirstCard(tags);
    QObject::connect(chartPage, &ui::ChartPage::chartShown, tags, &ui::TagsCard::setPatient);
    auto *relatives = new ui::RelativesCard(clinic, who);
    chartPage->addCard(relatives);
    QObject::connect(chartPage, &ui::ChartPage::chartShown, relatives, &ui::RelativesCard::setPatient);
    QObject::connect(&workspace, &ui::Workspace::restChanged, relatives, &ui::RelativesCard::rest);
    QObject::connect(relatives, &ui::RelativesCard::patientWanted, &workspace, openChart);
    auto *referrals = new ui::ReferralsCard(clinic);
    chartPage->addCard(referrals);
    QObject::connect(chartPage, &ui::ChartPage::chartShown, referrals, &ui::ReferralsCard::setPatient);
    QObject::connect(referrals, &ui::ReferralsCard::patientWanted, &workspace, openChart);
}

} // namespace xinglin
