#include "app/desktop/duplicates.h"

#include "ui/patient/chartpage.h"
#include "ui/patient/duplicatespage.h"
#include "ui/patient/mergedcard.h"
#include "ui/patient/mergepage.h"
#include "ui/patient/patientspage.h"
#include "ui/patient/takingback.h"
#include "ui/shell/workspace.h"

#include <QCoreApplication>

namespace xinglin {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::Desktop)
};

using access::Permission;
using namespace ui;

} // namespace

void furnishDuplicates(Workspace &workspace, Clinic &clinic, PatientsPage *patientsPage, ChartPage *chartPage,
                       const std::function<void(PatientId)> &openChart)
{
    const Who &who = workspace.who();
    if (!who.may(Permission::EditPatient) && !who.may(Permission::MergePatients))
        return;
    Workspace *desk = &workspace;
    const QString home = patientsPage->placeId();
    auto *list = new DuplicatesPage(clinic, who);
    auto *merging = new MergePage(clinic, who);
    auto *card = new MergedCard(clinic, who);
    workspace.addPage(list, home);
    workspace.addPage(merging, home);
    if (who.may(Permission::MergePatients))
        chartPage->addFirstCard(card); // says what was merged
    else
        chartPage->addCard(card); // only leads to the comparison
    if (who.may(Permission::TakeBack))
        new TakingBack(clinic, list, true);

    const auto showList = [desk, list] { desk->go(list->placeId()); };
    const auto compare = [desk, merging](PatientId one, PatientId other) {
        merging->openPair(one, other);
        desk->go(merging->placeId());
    };
    const auto back = [desk] { desk->back(); };
    QObject::connect(patientsPage, &PatientsPage::duplicatesWanted, desk, showList);
    QObject::connect(list, &DuplicatesPage::comparisonWanted, desk, compare);
    QObject::connect(list, &DuplicatesPage::left, desk, [desk, home] { desk->go(home); });
    QObject::connect(merging, &MergePage::left, desk, back);
    QObject::connect(merging, &MergePage::said, desk, [desk, back](const QString &sentence) {
        back();
        desk->tell(sentence);
    });
    QObject::connect(merging, &MergePage::merged, desk,
                     [desk, back, list, chartPage, openChart](PatientId id, const QString &sentence) {
                         back();
                         if (desk->current() != list)
                             openChart(id);
                         Page *shown = desk->current() == list ? static_cast<Page *>(list) : chartPage;
                         if (auto *takingBack = shown->findChild<TakingBack *>({}, Qt::FindDirectChildrenOnly))
                             takingBack->offer(sentence);
                         else
                             desk->tell(sentence);
                     });
    QObject::connect(chartPage, &ChartPage::chartShown, card, &MergedCard::setPatient);
    QObject::connect(desk, &Workspace::restChanged, card, &MergedCard::rest);
    QObject::connect(card, &MergedCard::chartWanted, desk, openChart);
    QObject::connect(card, &MergedCard::comparisonWanted, desk, compare);
    workspace.box().addCommand({list->placeId(), Tr::tr("Possible duplicates"), {}, showList});
}

} // namespace xinglin
