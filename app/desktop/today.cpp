#include "app/desktop/today.h"

#include "ui/shell/workspace.h"
#include "ui/today/todaypage.h"

#include <QCoreApplication>
#include <QShortcut>

namespace xinglin {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::Desktop)
};

using access::Permission;
using namespace ui;

} // namespace

TodayPage *furnishToday(Workspace &workspace, Clinic &clinic)
{
    if (!workspace.who().may(Permission::ReadSchedule))
        return nullptr;
    auto *page = new TodayPage(clinic, workspace.who());
    workspace.addPlace(page, {Tr::tr("Today"), QStringLiteral("board"), 0});
    return page;
}

void leadFromToday(Workspace &workspace, TodayPage *today, const std::function<void(PatientId)> &openChart,
                   const std::function<void(const QString &)> &registerPatient)
{
    if (!today)
        return;
    Workspace *desk = &workspace;
    QObject::connect(today, &TodayPage::chartWanted, desk, openChart);
    QObject::connect(today, &TodayPage::told, desk, [desk, today](const QString &sentence) {
        if (desk->current() != today)
            desk->tell(sentence);
    });
    if (registerPatient)
        QObject::connect(today, &TodayPage::registrationWanted, desk, registerPatient);
    workspace.box().addCommand({QStringLiteral("waitingRoom"), Tr::tr("Waiting-room window"), QStringLiteral("F11"),
                                [today] { today->showWaitingRoom(); }});
    if (!workspace.who().may(Permission::RunQueue))
        return;
    const auto callNext = [today] { today->callNext(); };
    QObject::connect(new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_J), desk), &QShortcut::activated, today, callNext);
    workspace.box().addCommand(
        {QStringLiteral("callNext"), Tr::tr("Call the next patient"), QStringLiteral("Ctrl J"), callNext});
    workspace.box().addCommand(
        {QStringLiteral("walkIn"), Tr::tr("Queue a walk-in"), QStringLiteral("W"), [desk, today] {
             desk->go(today->placeId());
             today->beginWalkIn();
         }});
}

} // namespace xinglin
