#include "app/desktop/photos.h"

#include "clinic/record/attachments.h"
#include "ui/kit/ondone.h"
#include "ui/patient/chartpage.h"
#include "ui/photo/attachmentlist.h"
#include "ui/photo/picturepage.h"
#include "ui/photo/tonguepage.h"
#include "ui/shell/workspace.h"
#include "ui/visit/visitpage.h"

#include <QCoreApplication>

namespace xinglin {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::Desktop)
};

using namespace ui;

} // namespace

void furnishPhotos(Workspace &workspace, Clinic &clinic, const Office &office)
{
    const Who &who = workspace.who();
    auto *chart = workspace.findChild<ChartPage *>();
    if (!chart || !who.may(access::Permission::ReadNarrative))
        return;
    Workspace *desk = &workspace;
    auto *tongue = new TonguePage(clinic, who, *office.around.files);
    auto *picture = new PicturePage(clinic, who, *office.around.files);
    workspace.addPage(tongue, chart->placeId());
    workspace.addPage(picture, chart->placeId());
    QObject::connect(tongue, &TonguePage::left, desk, [desk] { desk->back(); });
    QObject::connect(picture, &PicturePage::left, desk, [desk] { desk->back(); });

    const auto show = [desk, tongue](PatientId id, const std::optional<VisitId> &visit) {
        tongue->openPatient(id, visit);
        desk->go(tongue->placeId());
    };
    auto *list = new AttachmentList(clinic, who);
    chart->addFiles(list);
    list->serve(chart);
    QObject::connect(list, &AttachmentList::noteworthy, chart, &ChartPage::showFiles);
    QObject::connect(chart, &ChartPage::chartShown, list, &AttachmentList::setPatient);
    QObject::connect(chart, &ChartPage::tongueWanted, desk, [show](PatientId id) { show(id, {}); });
    const auto open = [=](const Attachment &attachment) {
        if (attachment.kind == AttachmentKind::Tongue) {
            show(attachment.patient, {});
            return tongue->photos()->choose(attachment.id);
        }
        picture->open(attachment);
        desk->go(picture->placeId());
    };
    QObject::connect(list, &AttachmentList::opened, desk, open);
    QObject::connect(chart, &ChartPage::attachmentWanted, desk, [desk, open, &clinic](AttachmentId id) {
        const auto found = clinic.read([id](const store::Snapshot &view) { return attachments::find(view, id); });
        onDone(found, desk, [open](const Result<Attachment> &attachment) {
            if (attachment)
                open(*attachment);
        });
    });
    if (auto *visit = desk->findChild<VisitPage *>()) {
        QObject::connect(
            visit, &VisitPage::tongueWanted, desk,
            [show, tongue](PatientId id, const std::optional<VisitId> &at, const std::optional<AttachmentId> &shown) {
                show(id, at);
                if (shown)
                    tongue->photos()->choose(*shown);
                else
                    tongue->photos()->take();
            });
    }
    workspace.box().addPatientCommand(
        {QStringLiteral("tongue"), Tr::tr("Tongue of %1"), [show](PatientId id) { show(id, {}); }});
}

} // namespace xinglin
