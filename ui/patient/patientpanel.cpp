#include "ui/patient/patientpanel.h"

#include "clinic/patient/segments.h"
#include "ui/kit/button.h"
#include "ui/kit/messagestrip.h"
#include "ui/kit/ondone.h"
#include "ui/kit/rowdelegate.h"
#include "ui/kit/text.h"
#include "ui/patient/facts.h"
#include "ui/patient/householdlist.h"
#include "ui/patient/notice.h"
#include "ui/patient/patientbanner.h"
#include "ui/shell/patientwords.h"

#include <QGridLayout>
#include <QLocale>
#include <QTimer>
#include <QVBoxLayout>

namespace xinglin::ui {

namespace {

struct Opened
{
    PatientStrip strip;
    QList<PatientHit> household;
    std::optional<segments::Stage> stage;
};

} // namespace

PatientPanel::PatientPanel(Clinic &clinic, const Who &who, QWidget *parent)
    : Pane(Token::Surface, {}, parent)
    , m_clinic(clinic)
    , m_who(who)
    , m_rest(new QTimer(this))
    , m_name(new Label(QString(), TypeStyle::Person))
    , m_about(new Label(QString(), TypeStyle::Body, Token::Text2))
    , m_line(new Label(QString(), TypeStyle::Small, Token::Text2))
    , m_alert(new Label(QString(), TypeStyle::Small))
    , m_allergies(new Label(QString(), TypeStyle::Small))
    , m_facts(new Facts)
    , m_householdTitle(new Label(QString(), TypeStyle::Heading))
    , m_household(new HouseholdList)
    , m_strip(new MessageStrip)
    , m_body(new QWidget(this))
{
    setObjectName(QStringLiteral("patientPanel"));
    m_name->setObjectName(QStringLiteral("panelName"));
    m_name->setWordWrap(true);
    m_about->setObjectName(QStringLiteral("panelAbout"));
    m_line->setObjectName(QStringLiteral("panelLine"));
    m_line->setWordWrap(true);

    auto *allergies = new Notice(Tone::Cinnabar, QStringLiteral("dialog-warning"), m_allergies);
    m_allergies->setObjectName(QStringLiteral("panelAllergies"));
    auto *alert = new Notice(Tone::Gamboge, QStringLiteral("dialog-messages"), m_alert);
    m_alert->setObjectName(QStringLiteral("panelAlert"));

    connect(m_household, &HouseholdList::chosen, this, &PatientPanel::chartWanted);

    auto *column = new QVBoxLayout(m_body);
    column->setContentsMargins(panelPadding, panelPadding, panelPadding, panelPadding);
    column->setSpacing(gapControls);
    column->addWidget(m_name);
    column->addWidget(m_about);
    column->addWidget(m_line);
    column->addWidget(m_strip);
    column->addWidget(allergies);
    column->addWidget(alert);
    column->addSpacing(gapControls);
    column->addWidget(m_facts);
    column->addSpacing(gapControls);
    column->addLayout(buildActions());
    column->addSpacing(gapGroups);
    m_householdTitle->setObjectName(QStringLiteral("householdTitle"));
    column->addWidget(m_householdTitle);
    column->addWidget(m_household, 1);
    column->addStretch(0);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(1, 0, 0, 0);
    all->addWidget(m_body);

    m_rest->setSingleShot(true);
    m_rest->setInterval(restMs);
    connect(m_rest, &QTimer::timeout, this, &PatientPanel::open);
    setHit(std::nullopt);
}

QLayout *PatientPanel::buildActions()
{
    auto *grid = new QGridLayout;
    const int columns = Theme::of(this).scale() > 1.1 ? 1 : 2; // long words need the whole width
    const auto add = [&](const QString &text, ButtonKind kind, const char *name) {
        auto *button = new Button(text, kind);
        button->setObjectName(QLatin1String(name));
        const int at = grid->count();
        grid->addWidget(button, at / columns, at % columns);
        return button;
    };
    Button *chart = add(tr("Open chart"), ButtonKind::Primary, "openChart");
    chart->setKeyCap(QStringLiteral("⏎"));
    connect(chart, &Button::clicked, this, [this] { emit chartWanted(m_hit->id); });
    if (m_who.may(access::Permission::WriteVisit)) {
        Button *visit = add(tr("New visit"), ButtonKind::Plain, "newVisit");
        visit->setKeys(QKeySequence(Qt::CTRL | Qt::Key_Return));
        connect(visit, &Button::clicked, this, [this] { emit visitWanted(m_hit->id); });
    }
    if (m_who.may(access::Permission::EditPatient)) {
        Button *edit = add(tr("Edit"), ButtonKind::Plain, "editPatient");
        edit->setKeys(QKeySequence(Qt::CTRL | Qt::Key_E));
        connect(edit, &Button::clicked, this, [this] { emit editWanted(m_hit->id); });
    }
    return grid;
}

std::optional<PatientId> PatientPanel::patient() const
{
    return m_hit ? std::optional(m_hit->id) : std::nullopt;
}

void PatientPanel::setHit(const std::optional<PatientHit> &hit)
{
    const bool same = hit && m_hit && hit->id == m_hit->id;
    m_hit = hit;
    m_body->setVisible(hit.has_value());
    if (same && m_rest->isActive())
        return;
    ++m_question;
    m_rest->stop();
    if (!hit)
        return;
    const QDate day = today(m_clinic);
    m_name->setText(hit->name);
    m_about->setText(sexAndAge(hit->sex, hit->birthDate, day));
    const QString birth = hit->birthDate ? dateText(*hit->birthDate) : QString();
    m_line->setText(
        QStringList{birth, hit->number, hit->phone}.filter(QRegularExpression(QStringLiteral("."))).join(u'·'));
    m_facts->clear();
    m_facts->add(tr("Visits"), QLocale().toString(hit->visits));
    if (hit->lastVisit)
        m_facts->add(tr("Last visit"), relativeDay(*hit->lastVisit, day));
    if (!same) {
        m_strip->clear();
        m_allergies->clear();
        m_alert->clear();
        m_allergies->parentWidget()->hide();
        m_alert->parentWidget()->hide();
        showHousehold({});
    }
    m_rest->start();
}

void PatientPanel::reload()
{
    if (m_hit)
        m_rest->start();
}

void PatientPanel::open()
{
    const quint64 question = ++m_question;
    const auto opened = m_clinic.read([id = m_hit->id](const store::Snapshot &view) -> Result<Opened> {
        Result<PatientStrip> strip = patient::open(view, id);
        if (!strip)
            return strip.error();
        QList<PatientHit> others;
        if (!strip->patient.phone.isEmpty()) {
            Result<QList<PatientHit>> found = patient::household(view, strip->patient.phone, strip->patient.id);
            if (!found)
                return found.error();
            others = *std::move(found);
        }
        const auto stages = segment::stages(view, {strip->patient.id});
        std::optional<segments::Stage> stage;
        if (stages && stages->of.contains(strip->patient.id.uuid()))
            stage = stages->of.value(strip->patient.id.uuid());
        return Opened{*std::move(strip), others, stage};
    });
    onDone(opened, this, [this, question](const Result<Opened> &result) {
        if (question != m_question)
            return;
        if (!result)
            return m_strip->say(MessageStrip::Kind::Stop, result.error().message);
        m_strip->clear();
        showStrip(result->strip);
        if (result->stage)
            m_facts->add(tr("Stage"), segments::nameOf(*result->stage));
        showHousehold(result->household);
    });
}

void PatientPanel::showStrip(const PatientStrip &strip)
{
    const QString allergies = allergyText(strip);
    m_allergies->setText(tr("Allergy: %1").arg(allergies));
    m_allergies->parentWidget()->setVisible(!allergies.isEmpty());
    const QString alert = strip.patient.deskAlert.value_or(QString());
    m_alert->setText(alert);
    m_alert->parentWidget()->setVisible(!alert.isEmpty());
    const QDate day = today(m_clinic);
    m_facts->clear();
    m_facts->add(tr("Visits"), QLocale().toString(strip.visits));
    if (strip.lastVisit)
        m_facts->add(tr("Last visit"), relativeDay(*strip.lastVisit, day));
    if (strip.medicines)
        m_facts->add(tr("Takes"), listed(*strip.medicines));
    m_facts->add(tr("Pregnancy"), pregnancyText(strip.pregnancy));
    if (strip.patient.identifiers && !strip.patient.identifiers->guardian.name.isEmpty()) {
        const Guardian &guardian = strip.patient.identifiers->guardian;
        m_facts->add(tr("Guardian"), guardian.relation.isEmpty()
                                         ? guardian.name
                                         : tr("%1, %2", "guardian and relation").arg(guardian.name, guardian.relation));
    }
}

void PatientPanel::showHousehold(const QList<PatientHit> &hits)
{
    m_household->setHits(hits, today(m_clinic));
    m_householdTitle->setText(tr("Same phone"));
    m_householdTitle->setVisible(!hits.isEmpty());
}

} // namespace xinglin::ui
