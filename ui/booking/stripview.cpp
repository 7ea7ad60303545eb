#include "ui/booking/stripview.h"

#include "base/text/mask.h"
#include "clinic/patient/patients.h"
#include "ui/booking/bookingwords.h"
#include "ui/kit/ondone.h"
#include "ui/kit/text.h"
#include "ui/patient/facts.h"
#include "ui/patient/notice.h"
#include "ui/shell/patientwords.h"

#include <QLocale>
#include <QTimer>
#include <QVBoxLayout>

namespace xinglin::ui {

namespace {
constexpr int restMs = 120;
} // namespace

StripView::StripView(Clinic &clinic, Way way, QWidget *parent)
    : QWidget(parent)
    , m_clinic(clinic)
    , m_way(way)
    , m_rest(new QTimer(this))
    , m_zone(clinic.store().options().zone)
    , m_about(new Label({}, TypeStyle::Small, Token::Text2))
    , m_allergies(new Label({}, TypeStyle::Small))
    , m_alert(new Label({}, TypeStyle::Small))
    , m_facts(new Facts)
{
    m_about->setObjectName(QStringLiteral("stripAbout"));
    m_about->setWordWrap(true);
    m_allergies->setObjectName(QStringLiteral("stripAllergies"));
    m_alert->setObjectName(QStringLiteral("stripAlert"));
    m_facts->setObjectName(QStringLiteral("stripFacts"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_about);
    column->addWidget(new Notice(Tone::Cinnabar, QStringLiteral("dialog-warning"), m_allergies));
    column->addWidget(new Notice(Tone::Gamboge, QStringLiteral("dialog-messages"), m_alert));
    column->addWidget(m_facts);
    m_rest->setSingleShot(true);
    m_rest->setInterval(restMs);
    connect(m_rest, &QTimer::timeout, this, &StripView::read);
    hide();
}

void StripView::setPatient(const std::optional<PatientId> &id)
{
    ++m_question;
    m_rest->stop();
    if (m_id != id) // the same one is read again without a flicker
        hide();
    m_id = id;
    if (!id)
        return;
    if (m_way == Way::Passing)
        m_rest->start();
    else
        read();
}

Result<StripView::Told> StripView::open(const store::Snapshot &view, PatientId id)
{
    const auto strip = patient::open(view, id);
    if (!strip)
        return strip.error();
    const auto attendance = schedule::attendance(view, id);
    if (!attendance)
        return attendance.error();
    const auto habits = schedule::habitsOf(view, id);
    if (!habits)
        return habits.error();
    return Told{strip->patient, strip->allergies.value_or(QList<Allergy>()), strip->visits, *attendance, *habits};
}

Result<StripView::Told> StripView::glance(const store::Snapshot &view, PatientId id)
{
    const auto found = patient::find(view, id);
    if (!found)
        return found.error();
    Told told{*found, {}, {}, {}, {}};
    told.patient.phone = maskPhone(found->phone);
    if (const auto allergies = patient::allergies(view, id))
        told.allergies = *allergies;
    if (const auto came = schedule::attendance(view, id))
        told.attendance = *came;
    return told;
}

void StripView::read()
{
    const auto read = m_clinic.read([id = *m_id, way = m_way](const store::Snapshot &view) {
        return way == Way::Chosen ? open(view, id) : glance(view, id);
    });
    onDone(read, this, [this, question = m_question](const Result<Told> &told) {
        if (question != m_question)
            return;
        if (!told)
            emit failed(told.error());
        else
            show(*told);
    });
}

void StripView::show(const Told &told)
{
    const QDate day = today(m_clinic);
    const Patient &patient = told.patient;
    QStringList about{sexAndAge(patient.sex, patient.birthDate, day), patient.number, patient.phone};
    about.removeAll(QString());
    m_about->setText(about.join(u'·'));
    QStringList allergies;
    for (const Allergy &one : told.allergies)
        allergies << one.substance;
    m_allergies->setText(allergies.isEmpty() ? QString() : tr("Allergy: %1").arg(allergies.join(tr(", "))));
    m_allergies->parentWidget()->setVisible(!allergies.isEmpty());
    const QString alert = patient.deskAlert.value_or(QString());
    m_alert->setText(alert);
    m_alert->parentWidget()->setVisible(!alert.isEmpty());
    const PatientAttendance came = told.attendance.value_or(PatientAttendance());
    const QLocale locale;
    m_facts->clear();
    if (const auto visits = came.visits ? came.visits : told.visits)
        m_facts->add(
            tr("Visits"),
            came.lastVisit
                ? tr("%1, last %2", "number, day").arg(locale.toString(*visits), relativeDay(*came.lastVisit, day))
                : locale.toString(*visits));
    if (came.noShows + came.late + came.lateCancelled > 0)
        m_facts->add(tr("Not come"), tr("%1, late %2, cancelled late %3")
                                         .arg(locale.toString(came.noShows), locale.toString(came.late),
                                              locale.toString(came.lateCancelled)));
    if (came.next)
        m_facts->add(tr("Next"), timeInWords(*came.next, day, m_zone));
    if (came.openVisits.value_or(0) > 0)
        m_facts->add(tr("Not signed"), tr("%n visits", nullptr, *came.openVisits));
    QWidget::show();
    if (told.habits)
        emit habitsKnown(*told.habits);
}

} // namespace xinglin::ui
