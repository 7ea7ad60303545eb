#include "ui/booking/stripview.h"

#include "clinic/patient/patients.h"
#include "ui/booking/bookingwords.h"
#include "ui/kit/ondone.h"
#include "ui/kit/text.h"
#include "ui/patient/facts.h"
#include "ui/patient/notice.h"
#include "ui/shell/patientwords.h"

#include <QLocale>
#include <QVBoxLayout>

namespace xinglin::ui {

StripView::StripView(Clinic &clinic, QWidget *parent)
    : QWidget(parent)
    , m_clinic(clinic)
    , m_zone(clinic.store().options().zone)
    , m_about(new Label({}, TypeStyle::Small, Token::Text2))
    , m_allergies(new Label({}, TypeStyle::Small))
    , m_alert(new Label({}, TypeStyle::Small))
    , m_facts(new Facts)
{
    setObjectName(QStringLiteral("bookingStrip"));
    m_about->setObjectName(QStringLiteral("stripAbout"));
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
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    hide();
}

void StripView::setPatient(const std::optional<PatientId> &id)
{
    const quint64 question = ++m_question;
    hide();
    if (!id)
        return;
    const auto read = m_clinic.read([id = *id](const store::Snapshot &view) -> Result<Told> {
        const auto strip = patient::open(view, id);
        if (!strip)
            return strip.error();
        const auto attendance = schedule::attendance(view, id);
        if (!attendance)
            return attendance.error();
        const auto habits = schedule::habitsOf(view, id);
        if (!habits)
            return habits.error();
        return Told{*strip, *attendance, *habits};
    });
    onDone(read, this, [this, question](const Result<Told> &told) {
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
    const Patient &patient = told.strip.patient;
    QStringList about{sexAndAge(patient.sex, patient.birthDate, day), patient.number, patient.phone};
    about.removeAll(QString());
    m_about->setText(about.join(u'·'));
    QStringList allergies;
    if (told.strip.allergies) {
        for (const Allergy &one : *told.strip.allergies)
            allergies << one.substance;
    }
    m_allergies->setText(allergies.isEmpty() ? QString() : tr("Allergy: %1").arg(allergies.join(tr(", "))));
    m_allergies->parentWidget()->setVisible(!allergies.isEmpty());
    const QString alert = patient.deskAlert.value_or(QString());
    m_alert->setText(alert);
    m_alert->parentWidget()->setVisible(!alert.isEmpty());
    const PatientAttendance &came = told.attendance;
    const QLocale locale;
    m_facts->clear();
    m_facts->add(tr("Visits"),
                 came.lastVisit ? tr("%1, last %2", "number, day")
                                      .arg(locale.toString(came.visits.value_or(0)), relativeDay(*came.lastVisit, day))
                                : locale.toString(told.strip.visits));
    if (came.noShows + came.late + came.lateCancelled > 0)
        m_facts->add(tr("Not come"), tr("%1, late %2, cancelled late %3")
                                         .arg(locale.toString(came.noShows), locale.toString(came.late),
                                              locale.toString(came.lateCancelled)));
    if (came.next)
        m_facts->add(tr("Next"), timeInWords(*came.next, day, m_zone));
    if (came.openVisits.value_or(0) > 0)
        m_facts->add(tr("Not signed"), tr("%n visits", nullptr, *came.openVisits));
    QWidget::show();
    emit habitsKnown(told.habits);
}

} // namespace xinglin::ui
