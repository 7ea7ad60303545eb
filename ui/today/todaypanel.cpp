#include "ui/today/todaypanel.h"

#include "base/text/mask.h"
#include "clinic/patient/patients.h"
#include "ui/kit/button.h"
#include "ui/kit/ondone.h"
#include "ui/kit/text.h"
#include "ui/patient/facts.h"
#include "ui/patient/notice.h"
#include "ui/shell/patientwords.h"

#include <QGridLayout>
#include <QLocale>
#include <QTimer>
#include <QVBoxLayout>

namespace xinglin::ui {

namespace {

/// What is read once a selection rests.
struct Told
{
    std::optional<PatientAttendance> attendance;
    QStringList allergies;
    QString alert;
    QString number;
    QString phone;
};

} // namespace

QList<TodayAct> actsOf(const TodayRow &row, bool mayRun)
{
    QList<TodayAct> acts;
    if (mayRun && (row.patient || row.enquiry)) {
        switch (row.group) {
        case TodayGroup::Booked:
            acts << TodayAct::Next << TodayAct::NoShow;
            break;
        case TodayGroup::Waiting:
            acts << TodayAct::Next << TodayAct::Call << TodayAct::Skip << TodayAct::Priority << TodayAct::Leave;
            break;
        case TodayGroup::InConsultation:
            acts << TodayAct::Next << TodayAct::Skip << TodayAct::Recall;
            break;
        case TodayGroup::Done:
            if (row.ticket && row.ticket->stage == TicketStage::Left)
                acts << TodayAct::Recall;
            break;
        default:
            break;
        }
    }
    if (row.patient)
        acts << TodayAct::Chart;
    return acts;
}

QString nextStepText(const TodayRow &row)
{
    if (row.group == TodayGroup::Booked)
        return TodayPanel::tr("Check in");
    return row.group == TodayGroup::Waiting ? TodayPanel::tr("Call in") : TodayPanel::tr("Consultation over");
}

TodayPanel::TodayPanel(Clinic &clinic, const Who &who, QWidget *parent)
    : Pane(Token::Surface, Qt::LeftEdge, parent)
    , m_clinic(clinic)
    , m_mayRun(who.may(access::Permission::RunQueue))
    , m_mayChart(who.may(access::Permission::SearchPatients))
    , m_rest(new QTimer(this))
    , m_body(new QWidget)
    , m_name(new Label(QString(), TypeStyle::Person))
    , m_about(new Label(QString(), TypeStyle::Body, Token::Text2))
    , m_line(new Label(QString(), TypeStyle::Small, Token::Text2))
    , m_allergies(new Label(QString(), TypeStyle::Small))
    , m_alert(new Label(QString(), TypeStyle::Small))
    , m_facts(new Facts)
{
    setObjectName(QStringLiteral("todayPanel"));
    m_name->setObjectName(QStringLiteral("todayName"));
    m_name->setWordWrap(true);
    m_line->setWordWrap(true);
    m_allergies->setObjectName(QStringLiteral("todayAllergies"));
    m_alert->setObjectName(QStringLiteral("todayAlert"));
    m_facts->setObjectName(QStringLiteral("todayFacts"));
    auto *column = new QVBoxLayout(m_body);
    column->setContentsMargins(panelPadding, panelPadding, panelPadding, panelPadding);
    column->setSpacing(gapControls);
    column->addWidget(m_name);
    column->addWidget(m_about);
    column->addWidget(m_line);
    column->addWidget(new Notice(Tone::Cinnabar, QStringLiteral("dialog-warning"), m_allergies));
    column->addWidget(new Notice(Tone::Gamboge, QStringLiteral("dialog-messages"), m_alert));
    column->addSpacing(gapControls);
    column->addWidget(m_facts);
    column->addSpacing(gapControls);
    // Calling this one (C) is what Space does.
    struct Shown
    {
        TodayAct act;
        const char *name;
        QString text;
        QString keys;
    };
    const Shown all[] = {{TodayAct::Next, "todayNext", QString(), tr("Space")},
                         {TodayAct::Skip, "todaySkip", tr("Not there"), QStringLiteral("S")},
                         {TodayAct::Recall, "todayRecall", tr("Call again"), QStringLiteral("R")},
                         {TodayAct::Priority, "todayPriority", tr("Priority"), QStringLiteral("P")},
                         {TodayAct::NoShow, "todayNoShow", tr("Did not come"), QStringLiteral("E")},
                         {TodayAct::Leave, "todayLeave", tr("Left"), QStringLiteral("L")},
                         {TodayAct::Chart, "todayChart", tr("Open chart"), QStringLiteral("⏎")}};
    for (const Shown &one : all) {
        auto *button = new Button(one.text, one.act == TodayAct::Next ? ButtonKind::Primary : ButtonKind::Plain);
        button->setObjectName(QLatin1String(one.name));
        button->setFocusPolicy(Qt::NoFocus); // the list keeps the keys
        button->setKeyCap(one.keys);
        connect(button, &Button::clicked, this, [this, act = one.act] { emit wanted(act); });
        column->addWidget(button);
        m_buttons.append({one.act, button});
    }
    column->addStretch(1);
    auto *all_ = new QVBoxLayout(this);
    all_->setContentsMargins(1, 0, 0, 0);
    all_->addWidget(m_body);
    m_rest->setSingleShot(true);
    m_rest->setInterval(restMs);
    connect(m_rest, &QTimer::timeout, this, &TodayPanel::read);
    setRow(nullptr, {});
}

void TodayPanel::setRow(const TodayRow *row, const QString &with)
{
    const bool same = row && m_row && row->key() == m_row->key();
    m_row = row ? std::optional(*row) : std::nullopt;
    m_body->setVisible(row);
    ++m_question;
    m_rest->stop();
    if (!row)
        return;
    m_name->setText(row->who.isEmpty() ? tr("Not shown to you") : row->who);
    m_about->setText(sexAndAge(row->sex, row->birthDate, today(m_clinic)));
    m_about->setVisible(!m_about->text().isEmpty());
    showActs(*row);
    if (!same) {
        m_facts->clear();
        m_line->hide();
        m_allergies->parentWidget()->hide();
        m_alert->parentWidget()->hide();
    }
    Q_UNUSED(with)
    if (row->patient)
        m_rest->start();
}

void TodayPanel::showActs(const TodayRow &row)
{
    const QList<TodayAct> acts = actsOf(row, m_mayRun);
    for (const auto &[act, button] : m_buttons) {
        button->setVisible(acts.contains(act) && (act != TodayAct::Chart || m_mayChart));
        if (act == TodayAct::Next) {
            button->setText(nextStepText(row));
            button->setKeyCap(tr("Space"));
        }
    }
}

void TodayPanel::read()
{
    const quint64 question = ++m_question;
    const auto asked = m_clinic.read([id = *m_row->patient](const store::Snapshot &view) -> Result<Told> {
        Told told;
        const auto found = patient::find(view, id);
        if (!found)
            return found.error();
        told.number = found->number;
        told.phone = maskPhone(found->phone);
        told.alert = found->deskAlert.value_or(QString());
        if (const auto allergies = patient::allergies(view, id)) {
            for (const Allergy &one : *allergies)
                told.allergies << one.substance;
        }
        if (const auto came = schedule::attendance(view, id))
            told.attendance = *came;
        return told;
    });
    onDone(asked, this, [this, question](const Result<Told> &told) {
        if (question != m_question || !told || !m_row)
            return;
        QStringList line{told->number, told->phone};
        line.removeAll(QString());
        m_line->setText(line.join(u'·'));
        m_line->setVisible(!line.isEmpty());
        m_allergies->setText(tr("Allergy: %1").arg(told->allergies.join(tr(", "))));
        m_allergies->parentWidget()->setVisible(!told->allergies.isEmpty());
        m_alert->setText(told->alert);
        m_alert->parentWidget()->setVisible(!told->alert.isEmpty());
        m_facts->clear();
        if (m_row->wait)
            m_facts->add(tr("Still waits about"), tr("%n min", nullptr, static_cast<int>(m_row->wait->count())));
        if (!told->attendance)
            return;
        const PatientAttendance &came = *told->attendance;
        const QLocale locale;
        if (came.visits)
            m_facts->add(tr("Visits"), locale.toString(*came.visits));
        if (came.lastVisit)
            m_facts->add(tr("Last visit"), relativeDay(*came.lastVisit, today(m_clinic)));
        m_facts->add(tr("Did not come"), tr("%n time(s)", nullptr, came.noShows));
        m_facts->add(tr("Came late"), tr("%n time(s)", nullptr, came.late));
        if (came.openVisits.value_or(0) > 0)
            m_facts->add(tr("Not signed"), tr("%n visit(s)", nullptr, *came.openVisits));
    });
}

} // namespace xinglin::ui
