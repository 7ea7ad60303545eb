#include "ui/today/walkinbar.h"

#include "clinic/clinic.h"
#include "clinic/schedule/attendance.h"
#include "ui/kit/button.h"
#include "ui/kit/ondone.h"
#include "ui/kit/text.h"
#include "ui/patient/patientchoice.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>

namespace xinglin::ui {

WalkInBar::WalkInBar(Clinic &clinic, QWidget *parent)
    : Pane(Token::Sunken, Qt::BottomEdge, parent)
    , m_clinic(clinic)
    , m_patient(new PatientChoice(clinic))
    , m_service(new QComboBox)
    , m_with(new QComboBox)
    , m_queue(new Button(tr("Queue"), ButtonKind::Primary))
{
    setObjectName(QStringLiteral("walkIn"));
    m_patient->setObjectName(QStringLiteral("walkInPatient"));
    m_patient->setAccessibleName(tr("Who comes"));
    m_patient->setTypedAhead(true);
    m_service->setObjectName(QStringLiteral("walkInService"));
    m_service->setAccessibleName(tr("What for"));
    m_with->setObjectName(QStringLiteral("walkInWith"));
    m_with->setAccessibleName(tr("With whom"));
    m_queue->setObjectName(QStringLiteral("walkInQueue"));
    m_queue->setKeyCap(QStringLiteral("⏎"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(pageMargin, 8, pageMargin, 8);
    row->setSpacing(gapControls);
    auto *title = new Label(tr("Walk-in"), TypeStyle::Body);
    row->addWidget(title);
    row->addWidget(m_patient, 3);
    row->addWidget(m_service, 2);
    row->addWidget(m_with, 2);
    row->addWidget(m_queue);
    connect(m_patient, &PatientChoice::chosenChanged, this, &WalkInBar::chosen);
    connect(m_patient, &PatientChoice::failed, this, &WalkInBar::failed);
    connect(m_service, &QComboBox::currentIndexChanged, this, &WalkInBar::offerCallers);
    connect(m_queue, &Button::clicked, this, &WalkInBar::queue);
    hide();
}

void WalkInBar::begin(const QHash<ResourceId, QString> &names, const std::optional<PatientId> &who)
{
    m_names = names;
    m_usual.reset();
    m_busy = false;
    m_queueWhenKnown = false;
    if (who)
        m_patient->setPatient(who);
    else
        m_patient->setChosen({}, {});
    chosen();
    show();
    m_patient->setFocus(Qt::OtherFocusReason);
    readServices();
}

void WalkInBar::readServices()
{
    const auto asked = m_clinic.read([](const store::Snapshot &view) { return schedule::services(view); });
    onDone(asked, this, [this](const Result<QList<HealthcareService>> &found) {
        if (!found)
            return emit failed(found.error());
        m_services = *found;
        m_service->clear();
        for (const HealthcareService &one : m_services)
            m_service->addItem(one.content.name);
        offerCallers();
    });
}

void WalkInBar::offerCallers()
{
    m_with->clear();
    m_with->addItem(tr("whoever is free"));
    const int at = m_service->currentIndex();
    if (at < 0 || at >= m_services.size() || m_services[at].content.needs.isEmpty())
        return;
    for (const ResourceId id : m_services[at].content.needs.constFirst().anyOf)
        m_with->addItem(m_names.value(id), id.toBytes());
}

void WalkInBar::chosen()
{
    m_usual.reset();
    const auto id = m_patient->chosen();
    if (!id)
        return;
    const quint64 question = ++m_question;
    const auto asked =
        m_clinic.read([id = *id](const store::Snapshot &view) { return schedule::usualWalkIn(view, id); });
    onDone(asked, this, [this, question](const Result<WalkIn> &usual) {
        if (question != m_question)
            return;
        if (!usual)
            return emit failed(usual.error());
        m_usual = *usual;
        for (int i = 0; i < m_services.size(); ++i) {
            if (m_services[i].id == usual->service)
                m_service->setCurrentIndex(i);
        }
        offerCallers();
        if (usual->resource)
            m_with->setCurrentIndex(qMax(0, m_with->findData(usual->resource->toBytes())));
        if (std::exchange(m_queueWhenKnown, false))
            queue();
    });
}

void WalkInBar::queue()
{
    if (m_busy || m_patient->isComposing())
        return;
    if (!m_patient->chosen()) {
        if (m_patient->isOpen() && !m_patient->isSearching())
            emit registrationWanted(m_patient->text());
        return;
    }
    if (!m_usual) { // Enter comes faster than the answer
        m_queueWhenKnown = true;
        return;
    }
    WalkIn who = *m_usual;
    if (const int at = m_service->currentIndex(); at >= 0 && at < m_services.size())
        who.service = m_services[at].id;
    who.resource = ResourceId::fromBytes(m_with->currentData().toByteArray());
    m_busy = true;
    emit queueWanted(who);
}

void WalkInBar::settle(bool done)
{
    m_busy = false;
    if (done)
        hide();
}

void WalkInBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        return emit left();
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        return queue();
    Pane::keyPressEvent(event);
}

} // namespace xinglin::ui
