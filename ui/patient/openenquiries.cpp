#include "ui/patient/openenquiries.h"

#include "ui/kit/button.h"
#include "ui/kit/ondone.h"
#include "ui/kit/text.h"
#include "ui/shell/patientwords.h"
#include "ui/shell/who.h"

#include <QTimer>
#include <QVBoxLayout>

namespace xinglin::ui {

namespace {

constexpr int waitMs = 150;
constexpr int mostShown = 80; ///< Letters of a wish; the tooltip has the others.
const QKeySequence takeKeys(Qt::ALT | Qt::Key_E);

} // namespace

OpenEnquiries::OpenEnquiries(Clinic &clinic, QWidget *parent)
    : QWidget(parent)
    , m_clinic(clinic)
    , m_title(new Label(tr("Asked before"), TypeStyle::Heading))
    , m_words(new Label(QString()))
    , m_take(new Button(QString()))
    , m_wait(new QTimer(this))
{
    setObjectName(QStringLiteral("openEnquiries"));
    m_words->setObjectName(QStringLiteral("askedBefore"));
    m_words->setWordWrap(true);
    m_take->setObjectName(QStringLiteral("takeEnquiry"));
    m_take->setControlSize(ButtonSize::Small);
    m_wait->setSingleShot(true);
    m_wait->setInterval(waitMs);
    connect(m_wait, &QTimer::timeout, this, &OpenEnquiries::ask);
    connect(m_take, &Button::clicked, this, [this] {
        if (m_taken)
            emit released();
        else if (m_shown)
            emit taken(*m_shown);
    });
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(gapControls, 0, gapControls, gapGroups);
    column->setSpacing(4);
    column->addWidget(m_title);
    column->addWidget(m_words);
    column->addWidget(m_take, 0, Qt::AlignLeft);
    hide();
}

void OpenEnquiries::look(const QString &phone)
{
    if (phone == m_phone)
        return;
    m_phone = phone;
    m_wait->start();
}

void OpenEnquiries::setTaken(const std::optional<EnquiryId> &id)
{
    m_taken = id;
    ask();
}

void OpenEnquiries::clear()
{
    ++m_question;
    m_wait->stop();
    m_phone.clear();
    m_taken.reset();
    show({});
}

void OpenEnquiries::rest(bool resting)
{
    m_resting = resting;
    ++m_question;
    m_wait->stop();
    if (!resting)
        m_wait->start();
}

void OpenEnquiries::ask()
{
    const quint64 question = ++m_question;
    if (m_resting)
        return;
    const auto asked = m_clinic.read([phone = m_phone, taken = m_taken](const store::Snapshot &view) {
        if (taken) {
            const auto one = enquiry::find(view, *taken);
            return one ? Result<QList<Enquiry>>(QList<Enquiry>{*one}) : Result<QList<Enquiry>>(one.error());
        }
        return enquiry::withPhone(view, phone);
    });
    onDone(asked, this, [this, question](const Result<QList<Enquiry>> &found) {
        if (question == m_question)
            show(found && !found->isEmpty() ? std::optional(found->constFirst()) : std::nullopt);
    });
}

void OpenEnquiries::show(const std::optional<Enquiry> &enquiry)
{
    m_shown = enquiry;
    setVisible(enquiry.has_value());
    if (!enquiry)
        return;
    const QString day = dateText(civilDay(enquiry->recorded, m_clinic.store().options().zone));
    const QString wish = enquiry->content.wish.isEmpty() ? tr("no wish was noted") : enquiry->content.wish;
    const QString shown = wish.size() > mostShown ? wish.left(mostShown) + u'…' : wish;
    m_words->setText(tr("%1 asked on %2: %3", "name, day, wish").arg(enquiry->content.name, day, shown));
    m_words->setToolTip(wish);
    m_take->setText(m_taken ? tr("Not theirs") : tr("Take it over"));
    m_take->setKeys(takeKeys); // a new text takes the keys away
}

} // namespace xinglin::ui
