#include "ui/patient/glassband.h"

#include "ui/kit/messagestrip.h"
#include "ui/kit/ondone.h"
#include "ui/kit/theme.h"

#include <QTimer>
#include <QVBoxLayout>

namespace xinglin::ui {

GlassBand::GlassBand(Clinic &clinic, QWidget *parent)
    : QWidget(parent), m_clinic(clinic), m_strip(new MessageStrip), m_tick(new QTimer(this))
{
    setObjectName(QStringLiteral("glassBand"));
    m_strip->setObjectName(QStringLiteral("glassStrip"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_strip);
    hide();
    connect(m_strip, &MessageStrip::acted, this, &GlassBand::giveBack);
    connect(m_tick, &QTimer::timeout, this, &GlassBand::tell);
    connect(&m_clinic, &Clinic::changed, this, [this](const store::ChangeSet &changes) {
        if (changes.touches("emergency_access"))
            load();
    });
    load();
}

void GlassBand::setPatient(const std::optional<PatientId> &patient)
{
    m_patient = patient;
    tell();
}

void GlassBand::rest(bool resting)
{
    m_resting = resting;
    if (!resting)
        load();
}

void GlassBand::load()
{
    if (m_resting)
        return;
    const quint64 question = ++m_question;
    const auto open = m_clinic.read([](const store::Snapshot &view) { return patient::openGlass(view); });
    onDone(open, this, [this, question](const Result<QList<Glass>> &found) {
        if (question != m_question || !found)
            return;
        m_open = *found;
        tell();
    });
}

void GlassBand::tell()
{
    const Instant now = m_clinic.store().options().clock->now();
    std::optional<Glass> shown;
    for (const Glass &glass : std::as_const(m_open)) {
        if (m_patient && glass.patient == *m_patient && !glass.ended && glass.until > now)
            shown = glass;
    }
    const std::optional<Glass> before = std::exchange(m_shown, shown);
    setVisible(shown.has_value());
    if (!shown) {
        m_tick->stop();
        m_strip->clear();
        if (before && m_patient == before->patient)
            emit ended(before->patient);
        return;
    }
    if (!m_tick->isActive())
        m_tick->start(tickMs);
    const QString words = tr("Open in an emergency: %n minutes left. The owner will look at it.", nullptr,
                             patient::minutesLeft(*shown, now));
    if (m_strip->text() != words) // each saying is read aloud
        m_strip->say(MessageStrip::Kind::Stop, words, tr("Give back"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_G));
}

void GlassBand::giveBack()
{
    if (!m_shown)
        return;
    const auto done =
        m_clinic.write("glass.end", [id = m_shown->id](store::Transaction &tx) { return patient::endGlass(tx, id); });
    onDone(done, this, [this](const Result<Done> &result) {
        if (!result)
            m_strip->say(MessageStrip::Kind::Stop, result.error().message);
    });
}

} // namespace xinglin::ui
