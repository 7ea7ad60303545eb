#include "ui/constitution/constitutioncard.h"

#include "ui/constitution/constitutionradar.h"
#include "ui/constitution/constitutionwords.h"
#include "ui/kit/button.h"
#include "ui/kit/ondone.h"
#include "ui/kit/radar.h"
#include "ui/kit/text.h"

#include <QHBoxLayout>

namespace xinglin::ui {

ConstitutionCard::ConstitutionCard(Clinic &clinic, const Who &who, QWidget *parent)
    : QWidget(parent)
    , m_clinic(clinic)
    , m_mayRecord(who.may(access::Permission::RecordCare))
    , m_summary(new Label(QString()))
    , m_now(new RadarKey(false))
    , m_before(new RadarKey(true))
    , m_radar(new Radar(tr("Constitution")))
    , m_open(new Button(QString()))
{
    setObjectName(QStringLiteral("constitutionCard"));
    m_summary->setObjectName(QStringLiteral("cardSummary"));
    m_summary->setWordWrap(true);
    m_radar->setObjectName(QStringLiteral("cardRadar"));
    m_radar->setFixedHeight(m_radar->sizeHint().height());
    m_open->setObjectName(QStringLiteral("openConstitution"));
    m_open->setControlSize(ButtonSize::Small);
    auto *keys = new QHBoxLayout;
    keys->addWidget(m_now);
    keys->addWidget(m_before);
    keys->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, gapControls, 0, 0);
    column->setSpacing(6);
    column->addWidget(new Label(tr("Constitution"), TypeStyle::Heading));
    column->addWidget(m_summary);
    column->addLayout(keys);
    column->addWidget(m_radar);
    column->addWidget(m_open, 0, Qt::AlignLeft);
    connect(m_open, &Button::clicked, this, [this] {
        if (m_patient)
            emit wanted(*m_patient);
    });
    showAssessments({});
}

void ConstitutionCard::setPatient(const std::optional<PatientId> &id)
{
    if (m_patient != id)
        showAssessments({});
    m_patient = id;
    const quint64 question = ++m_question;
    if (!id)
        return;
    const auto newest =
        m_clinic.read([id = *id](const store::Snapshot &view) { return assessment::ofPatient(view, id, 2); });
    onDone(newest, this, [this, question](const Result<QList<ConstitutionAssessment>> &found) {
        if (question == m_question)
            showAssessments(found ? *found : QList<ConstitutionAssessment>());
    });
}

void ConstitutionCard::showAssessments(const QList<ConstitutionAssessment> &newest)
{
    const bool any = !newest.isEmpty();
    const bool two = newest.size() > 1;
    m_radar->setVisible(any);
    m_now->setVisible(any);
    m_before->hide();
    m_summary->setText(any ? summaryOf(newest[0]) : tr("Not assessed yet."));
    m_open->setText(any ? tr("Assessments") : tr("Assess"));
    m_open->setVisible(any || m_mayRecord);
    m_open->setKeys(QKeySequence(Qt::CTRL | Qt::Key_B)); // a new text takes the keys away
    if (!any)
        return;
    showOn(*m_radar, *m_now, *m_before, newest[0], two ? std::optional(newest[1]) : std::nullopt);
}

} // namespace xinglin::ui
