#include "ui/patient/enquiriesbutton.h"

#include "clinic/contact/enquiry.h"
#include "ui/kit/ondone.h"

namespace xinglin::ui {

namespace {
constexpr int most = 99;
} // namespace

EnquiriesButton::EnquiriesButton(Clinic &clinic, QWidget *parent)
    : Button(tr("Enquiries"), ButtonKind::Ghost, parent), m_clinic(clinic)
{
    setObjectName(QStringLiteral("showEnquiries"));
    setControlSize(ButtonSize::Small);
    setKeys(QKeySequence(Qt::ALT | Qt::Key_E));
    connect(&m_clinic, &Clinic::changed, this, [this](const store::ChangeSet &changes) {
        if (changes.touches("enquiry"))
            count();
    });
    count();
}

void EnquiriesButton::rest(bool resting)
{
    m_resting = resting;
    count();
}

void EnquiriesButton::count()
{
    if (m_resting)
        return;
    const auto open = m_clinic.read([](const store::Snapshot &view) { return enquiry::countOpen(view, most); });
    onDone(open, this, [this](const Result<int> &found) {
        const int enquiries = found ? *found : 0;
        setText(enquiries == 0     ? tr("Enquiries")
                : enquiries < most ? tr("%n open enquiries", nullptr, enquiries)
                                   : tr("%n open enquiries and more", nullptr, enquiries));
        setKeys(QKeySequence(Qt::ALT | Qt::Key_E)); // a new text takes the keys away
    });
}

} // namespace xinglin::ui
