#include "app/desktop/segments.h"

#include "ui/kit/ondone.h"
#include "ui/patient/patientspage.h"
#include "ui/patient/segmentdialog.h"
#include "ui/shell/workspace.h"

#include <QCoreApplication>

namespace xinglin {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::Desktop)
};

using namespace ui;

} // namespace

void furnishSegments(Workspace &workspace, Clinic &clinic, std::shared_ptr<const Catalog> catalog,
                     const QList<AllergenChoice> &allergens, PatientsPage *patientsPage)
{
    if (!workspace.who().may(access::Permission::EditGroupings))
        return;
    Workspace *desk = &workspace;
    const auto edit = [desk, &clinic, catalog = std::move(catalog), allergens,
                       patientsPage](const segment::Segment &shown) {
        const auto read = clinic.read([](const store::Snapshot &view) { return segment::offered(view); });
        onDone(read, patientsPage, [=, &clinic](const Result<segment::Offered> &offered) {
            if (!offered)
                return desk->tell(offered.error().message);
            if (patientsPage->findChild<SegmentDialog *>())
                return;
            auto *dialog = new SegmentDialog(clinic, desk->who(), SegmentChoices(catalog, allergens, *offered), shown,
                                             patientsPage);
            QObject::connect(dialog, &SegmentDialog::saved, patientsPage,
                             [desk, patientsPage](const segment::Segment &kept) {
                                 patientsPage->showSegment(kept.id);
                                 desk->tell(Tr::tr("Kept: %1.").arg(kept.name));
                             });
            QObject::connect(dialog, &SegmentDialog::retired, desk, [desk](const segment::Segment &gone) {
                desk->tell(Tr::tr("Retired: %1.").arg(gone.name));
            });
            dialog->open();
        });
    };
    QObject::connect(patientsPage, &PatientsPage::segmentWanted, desk, edit);
    workspace.box().addCommand(
        {QStringLiteral("segment"), Tr::tr("New segment of patients"), {}, [desk, patientsPage, edit] {
             desk->go(patientsPage->placeId());
             edit({});
         }});
}

} // namespace xinglin
