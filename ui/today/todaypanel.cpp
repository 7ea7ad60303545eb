#include "ui/today/todaypanel.h"

#include "ui/booking/stripview.h"
#include "ui/kit/button.h"
#include "ui/kit/text.h"
#include "ui/patient/facts.h"

#include <QGridLayout>
#include <QVBoxLayout>

namespace xinglin::ui {

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
    , m_body(new QWidget)
    , m_name(new Label(QString(), TypeStyle::Person))
    , m_strip(new StripView(clinic, StripView::Way::Passing))
    , m_facts(new Facts)
{
    setObjectName(QStringLiteral("todayPanel"));
    m_name->setObjectName(QStringLiteral("todayName"));
    m_name->setWordWrap(true);
    m_strip->setObjectName(QStringLiteral("todayStripOfPatient"));
    m_facts->setObjectName(QStringLiteral("todayFacts"));
    auto *column = new QVBoxLayout(m_body);
    column->setContentsMargins(panelPadding, panelPadding, panelPadding, panelPadding);
    column->setSpacing(gapControls);
    column->addWidget(m_name);
    column->addWidget(m_strip);
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
    setRow(nullptr);
}

void TodayPanel::setRow(const TodayRow *row)
{
    m_row = row ? std::optional(*row) : std::nullopt;
    m_body->setVisible(row);
    if (!row)
        return m_strip->setPatient({});
    m_name->setText(row->who.isEmpty() ? tr("Not shown to you") : row->who);
    showActs(*row);
    m_facts->clear();
    if (row->wait)
        m_facts->add(tr("Still waits about"), tr("%n min", nullptr, static_cast<int>(row->wait->count())));
    m_strip->setPatient(row->patient);
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

} // namespace xinglin::ui
