#include "app/desktop/contacts.h"

#include "ui/patient/chartpage.h"
#include "ui/patient/contactscard.h"
#include "ui/patient/contactspage.h"
#include "ui/patient/enquiriesbutton.h"
#include "ui/patient/enquiriespage.h"
#include "ui/patient/patienteditorpage.h"
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

void furnishContacts(Workspace &workspace, Clinic &clinic, PatientsPage *patientsPage, ChartPage *chartPage,
                     PatientEditorPage *editor, const std::function<void(PatientId)> &openChart)
{
    const Who &who = workspace.who();
    if (!who.may(Permission::ReadContacts))
        return;
    Workspace *desk = &workspace;
    auto *enquiries = new EnquiriesPage(clinic, who);
    auto *contacts = new ContactsPage(clinic, who);
    workspace.addPage(enquiries, patientsPage->placeId());
    workspace.addPage(contacts, chartPage->placeId());
    if (who.may(Permission::TakeBack)) {
        new TakingBack(clinic, enquiries, true);
        new TakingBack(clinic, contacts, true);
    }
    auto *button = new EnquiriesButton(clinic);
    patientsPage->addFoot(button);
    const auto show = [desk, enquiries] { desk->go(enquiries->placeId()); };
    QObject::connect(button, &Button::clicked, desk, show);
    QObject::connect(desk, &Workspace::restChanged, button, &EnquiriesButton::rest);
    QObject::connect(enquiries, &EnquiriesPage::left, desk, [desk, home = patientsPage->placeId()] { desk->go(home); });
    QObject::connect(enquiries, &EnquiriesPage::chartWanted, desk, openChart);
    if (editor)
        QObject::connect(enquiries, &EnquiriesPage::registrationWanted, desk, [desk, editor](const Enquiry &enquiry) {
            editor->startRegistration(enquiry);
            desk->go(editor->placeId());
        });
    workspace.box().addCommand({enquiries->placeId(), Tr::tr("Enquiries"), {}, show});
    if (who.may(Permission::RecordContacts))
        workspace.box().addCommand({QStringLiteral("newEnquiry"), Tr::tr("Record an enquiry"), {}, [show, enquiries] {
                                        show();
                                        enquiries->add();
                                    }});

    auto *card = new ContactsCard(clinic, who);
    chartPage->addCard(card);
    QObject::connect(chartPage, &ChartPage::chartShown, card, &ContactsCard::setPatient);
    QObject::connect(desk, &Workspace::restChanged, card, &ContactsCard::rest);
    const auto showAll = [desk, contacts](PatientId id) {
        contacts->openPatient(id);
        desk->go(contacts->placeId());
    };
    QObject::connect(card, &ContactsCard::allWanted, desk, showAll);
    QObject::connect(contacts, &ContactsPage::chartWanted, desk, openChart);
    workspace.box().addPatientCommand({contacts->placeId(), Tr::tr("Contacts with %1"), showAll});
}

} // namespace xinglin
