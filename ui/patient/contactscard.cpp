#include "ui/patient/contactscard.h"

#include "ui/kit/button.h"
#include "ui/kit/flowlayout.h"
#include "ui/kit/ondone.h"
#include "ui/kit/text.h"
#include "ui/patient/contactdialog.h"
#include "ui/patient/contactwords.h"
#include "ui/shell/patientwords.h"

#include <QVBoxLayout>

namespace xinglin::ui {

namespace {

constexpr int latest = 3;

/// A line of small print above what was said.
QWidget *entry(const QString &when, const QString &words)
{
    auto *part = new QWidget;
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *head = new Label(when, TypeStyle::Small, Token::Text2);
    head->setWordWrap(true);
    auto *text = new Label(words);
    text->setObjectName(QStringLiteral("contactLine"));
    text->setWordWrap(true);
    column->addWidget(head);
    column->addWidget(text);
    return part;
}

} // namespace

ContactsCard::ContactsCard(Clinic &clinic, const Who &who, QWidget *parent)
    : QWidget(parent)
    , m_clinic(clinic)
    , m_none(new Label(tr("Nothing was said outside of visits yet."), TypeStyle::Small, Token::Text2))
    , m_lines(new QVBoxLayout)
    , m_all(new Button(tr("All contacts"), ButtonKind::Ghost))
{
    setObjectName(QStringLiteral("contactsCard"));
    m_none->setObjectName(QStringLiteral("noContacts"));
    m_none->setWordWrap(true);
    m_lines->setContentsMargins(0, 0, 0, 0);
    m_lines->setSpacing(6);
    auto *buttons = new QWidget;
    auto *row = new FlowLayout(gapControls, 4, buttons);
    row->setContentsMargins(0, 4, 0, 4);
    QSizePolicy high(QSizePolicy::Preferred, QSizePolicy::Minimum);
    high.setHeightForWidth(true);
    buttons->setSizePolicy(high);
    if (who.may(access::Permission::RecordContacts)) {
        m_log = new Button(tr("Log a contact"));
        m_log->setObjectName(QStringLiteral("logContact"));
        m_log->setControlSize(ButtonSize::Small);
        m_log->setKeys(QKeySequence(Qt::ALT | Qt::Key_L));
        connect(m_log, &Button::clicked, this, &ContactsCard::log);
        row->addWidget(m_log);
    }
    m_all->setObjectName(QStringLiteral("allContacts"));
    m_all->setControlSize(ButtonSize::Small);
    m_all->setKeys(QKeySequence(Qt::ALT | Qt::Key_K));
    connect(m_all, &Button::clicked, this, [this] {
        if (m_patient)
            emit allWanted(*m_patient);
    });
    row->addWidget(m_all);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 8, 0, 0);
    column->setSpacing(6);
    column->addWidget(new Label(tr("Contacts"), TypeStyle::Heading));
    column->addWidget(m_none);
    column->addLayout(m_lines);
    column->addWidget(buttons);
    connect(&m_clinic, &Clinic::changed, this, [this](const store::ChangeSet &changes) {
        m_stale = m_stale || changes.touches("communication") || changes.touches("enquiry");
        if (m_stale && isVisible())
            load();
    });
    hide();
}

void ContactsCard::setPatient(const std::optional<PatientId> &id)
{
    if (m_patient != id)
        hide();
    m_patient = id;
    load();
}

void ContactsCard::rest(bool resting)
{
    m_resting = resting;
    ++m_question;
    if (!resting && isVisible())
        load();
}

void ContactsCard::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_stale)
        load();
}

void ContactsCard::load()
{
    const quint64 question = ++m_question;
    if (!m_patient || m_resting)
        return;
    m_stale = false;
    const auto read = m_clinic.read([id = *m_patient](const store::Snapshot &view) -> Result<Known> {
        const auto patient = patient::findPlain(view, id);
        if (!patient)
            return patient.error();
        auto contacts = contact::ofPatient(view, id, {}, latest + 1);
        if (!contacts)
            return contacts.error();
        auto enquiries = enquiry::ofPatient(view, id);
        if (!enquiries)
            return enquiries.error();
        return Known{patient->name, *std::move(contacts), *std::move(enquiries)};
    });
    onDone(read, this, [this, question](const Result<Known> &known) {
        if (question != m_question)
            return;
        setVisible(known.ok()); // nothing to be seen by this reader: nothing is said
        if (known)
            show(*known);
    });
}

void ContactsCard::show(const Known &known)
{
    m_name = known.name;
    while (QLayoutItem *item = m_lines->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
    const QTimeZone &zone = m_clinic.store().options().zone;
    const QDate day = today(m_clinic);
    for (const Contact &one : known.contacts.first(qMin<qsizetype>(latest, known.contacts.size())))
        m_lines->addWidget(
            entry(tr("%1, %2", "when, how").arg(whenWords(*one.content.sent, zone, day), wayWords(one.content)),
                  one.content.text));
    for (const Enquiry &one : known.enquiries) {
        if (!one.content.wish.isEmpty())
            m_lines->addWidget(
                entry(tr("Asked on %1", "a day").arg(dateText(civilDay(one.recorded, zone))), one.content.wish));
    }
    m_none->setVisible(m_lines->count() == 0); // isEmpty() passes over what is not shown yet
    m_all->setVisible(!known.contacts.isEmpty());
}

void ContactsCard::log()
{
    if (!m_patient)
        return;
    ContactDraft with;
    with.patient = m_patient;
    with.direction = ContactDirection::In;
    (new ContactDialog(m_clinic, with, m_name, window()))->open();
}

} // namespace xinglin::ui
