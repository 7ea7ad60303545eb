#include "ui/patient/patienteditorpage.h"

#include "clinic/contact/enquiry.h"
#include "ui/kit/ondone.h"
#include "ui/patient/lookalikes.h"
#include "ui/patient/openenquiries.h"

namespace xinglin::ui {

void PatientEditorPage::buildEnquiries()
{
    if (!m_who.may(access::Permission::RecordContacts))
        return;
    m_enquiries = new OpenEnquiries(m_clinic);
    m_others->addTop(m_enquiries);
    connect(m_enquiries, &OpenEnquiries::taken, this, &PatientEditorPage::takeOver);
    connect(m_enquiries, &OpenEnquiries::released, this, [this] { setEnquiry({}); });
}

void PatientEditorPage::startRegistration(const Enquiry &enquiry)
{
    if (m_begun && !m_editing && hasUnsaved() && m_enquiry == enquiry.id)
        return;
    beginRegistration(enquiry::patientDraft(enquiry.content));
    setEnquiry(enquiry.id);
    askForRegistration(false);
}

void PatientEditorPage::setEnquiry(const std::optional<EnquiryId> &id)
{
    m_enquiry = id;
    if (!m_enquiries)
        return;
    if (!id)
        m_enquiries->clear();
    else
        m_enquiries->setTaken(id);
}

void PatientEditorPage::lookForEnquiries(const PatientDraft &draft)
{
    if (m_enquiries && !m_editing)
        m_enquiries->look(draft.phone);
}

void PatientEditorPage::takeOver(const Enquiry &enquiry)
{
    PatientDraft draft = m_editor->draft();
    const PatientDraft asked = enquiry::patientDraft(enquiry.content);
    // What was typed here is newer than what was said then.
    for (QString PatientDraft::*field : {&PatientDraft::name, &PatientDraft::source, &PatientDraft::campaign}) {
        if ((draft.*field).isEmpty())
            draft.*field = asked.*field;
    }
    if (!draft.referredBy)
        draft.referredBy = asked.referredBy;
    CareContent care;
    if (m_editor->allergies())
        care = m_editor->allergies()->begun();
    m_editor->resume(draft, care);
    setEnquiry(enquiry.id);
    m_keeper->touch();
}

void PatientEditorPage::openInstead(PatientId id)
{
    if (m_saving)
        return;
    const auto leave = [this, id] {
        m_begun = false;
        m_keeper->flush();
        emit chartWanted(id);
    };
    // Taken away first: keys that come before the answer do not link it twice.
    const auto enquiry = std::exchange(m_enquiry, std::nullopt);
    if (!enquiry)
        return leave();
    // Who asked is known already: what they asked is theirs.
    m_saving = true;
    onDone(m_clinic.write("enquiry.link",
                          [enquiry, id](store::Transaction &tx) { return enquiry::link(tx, *enquiry, id); }),
           this, [this, enquiry, leave, question = m_question](const Result<Done> &linked) {
               m_saving = false;
               if (question != m_question)
                   return; // something else was begun here
               if (linked)
                   return leave();
               // Nothing typed is lost. What is open no more cannot become theirs; else it can be tried again.
               setEnquiry(linked.error().code == Code::Conflict ? std::nullopt : enquiry);
               m_keeper->touch();
               m_strip->say(MessageStrip::Kind::Stop, linked.error().message);
           });
}

} // namespace xinglin::ui
