#include "ui/calendar/appointmentpanel.h"

#include "ui/booking/stripview.h"
#include "ui/kit/button.h"
#include "ui/kit/chip.h"
#include "ui/kit/keysentence.h"
#include "ui/kit/text.h"
#include "ui/patient/facts.h"
#include "ui/shell/who.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

namespace xinglin::ui {

namespace {

constexpr int roomForBoth = 860; ///< px at 100 %: for an appointment with its patient and what concerns the day.

QVBoxLayout *columnIn(QWidget *widget, int spacing)
{
    auto *column = new QVBoxLayout(widget);
    column->setContentsMargins(panelPadding, panelPadding, panelPadding, panelPadding);
    column->setSpacing(spacing);
    return column;
}

} // namespace

AppointmentPanel::AppointmentPanel(Clinic &clinic, bool mayBook, bool mayReadPatients, QWidget *parent)
    : Pane(Token::Surface, Qt::LeftEdge, parent)
    , m_clinic(clinic)
    , m_mayRead(mayReadPatients)
    , m_empty(new QWidget)
    , m_details(buildDetails(mayBook, mayReadPatients))
    , m_moving(buildMove())
    , m_footPart(new QWidget)
    , m_foot(new QVBoxLayout)
{
    setObjectName(QStringLiteral("appointmentPanel"));
    auto *words = columnIn(m_empty, 4);
    words->addWidget(new Label(tr("Nothing selected"), TypeStyle::Heading));
    words->addWidget(new KeySentence(tr("[Tab] goes from one appointment to the next, the arrows to a free time.")));
    m_footPart->setLayout(m_foot);
    m_foot->setContentsMargins(panelPadding, panelPadding, panelPadding, panelPadding);
    m_foot->setSpacing(gapControls);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_empty);
    column->addWidget(m_details, 1000);
    column->addStretch(1);
    column->addWidget(m_moving);
    column->addWidget(m_footPart);
    m_details->hide();
    m_moving->hide();
}

QWidget *AppointmentPanel::buildDetails(bool mayBook, bool mayReadPatients)
{
    auto *details = new QWidget;
    auto *column = columnIn(details, 6);
    m_name = new Label({}, TypeStyle::Title);
    m_name->setObjectName(QStringLiteral("appointmentWho"));
    m_name->setWordWrap(true);
    m_strip = new StripView(m_clinic, StripView::Way::Passing);
    m_strip->setObjectName(QStringLiteral("appointmentStrip"));
    m_facts = new Facts;
    m_facts->setObjectName(QStringLiteral("appointmentFacts"));
    m_state = new QVBoxLayout;
    column->addWidget(m_name);
    column->addLayout(m_state);
    column->addWidget(m_facts);
    column->addWidget(m_strip);
    column->addSpacing(4);
    const auto add = [&](const QString &text, const char *name, const QString &keys, ButtonKind kind) {
        auto *button = new Button(text, kind);
        button->setObjectName(QLatin1String(name));
        button->setKeyCap(keys);
        column->addWidget(button);
        return button;
    };
    if (mayReadPatients) {
        m_chart = add(tr("Open the chart"), "openAppointmentChart", QStringLiteral("⏎"), ButtonKind::Plain);
        connect(m_chart, &Button::clicked, this, &AppointmentPanel::chartWanted);
    }
    if (mayBook) {
        m_move = add(tr("Move"), "moveAppointment", QStringLiteral("M"), ButtonKind::Plain);
        m_course = add(tr("Book a course"), "bookCourse", QStringLiteral("R"), ButtonKind::Plain);
        m_byPatient = add(tr("The patient cancels"), "cancelAppointment", QStringLiteral("Del"), ButtonKind::Plain);
        m_byClinic = add(tr("We cancel"), "clinicCancelsAppointment", QStringLiteral("Shift Del"), ButtonKind::Plain);
        connect(m_move, &Button::clicked, this, &AppointmentPanel::moveWanted);
        connect(m_course, &Button::clicked, this, &AppointmentPanel::courseWanted);
        connect(m_byPatient, &Button::clicked, this, [this] { emit cancelWanted(false); });
        connect(m_byClinic, &Button::clicked, this, [this] { emit cancelWanted(true); });
    }
    column->addStretch(1);
    // On a low screen with large text it is higher than the panel.
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(details);
    return scroll;
}

QWidget *AppointmentPanel::buildMove()
{
    auto *box = new Pane(Token::ApricotSoft);
    box->setObjectName(QStringLiteral("movingCard"));
    auto *column = columnIn(box, 4);
    m_movingWho = new Label({}, TypeStyle::Heading, Token::ApricotText);
    m_movingWho->setObjectName(QStringLiteral("movingWho"));
    m_movingWhere = new Label({}, TypeStyle::Body, Token::ApricotText);
    m_movingWhere->setObjectName(QStringLiteral("movingWhere"));
    m_movingWhy = new Label({}, TypeStyle::Small, Token::CinnabarText);
    m_movingWhy->setObjectName(QStringLiteral("movingWhy"));
    for (Label *label : {m_movingWho, m_movingWhere, m_movingWhy}) {
        label->setWordWrap(true);
        column->addWidget(label);
    }
    m_movingKeys = new KeySentence({}, TypeStyle::Small, Token::ApricotText);
    column->addWidget(m_movingKeys);
    return box;
}

void AppointmentPanel::addFoot(QWidget *widget)
{
    m_foot->addWidget(widget, 0, Qt::AlignLeft);
}

void AppointmentPanel::showAppointment(const DayBlock *block, const QStringList &with, Instant now)
{
    m_empty->setVisible(!block && m_moving->isHidden());
    m_details->setVisible(block);
    if (!block) {
        m_strip->setPatient({});
        placeFoot();
        return;
    }
    const Appointment &one = block->appointment;
    m_name->setText(whoText(one));
    const StateLook look = lookOf(one, now);
    delete m_state->takeAt(0);
    delete findChild<Chip *>(QStringLiteral("appointmentState"));
    auto *state = new Chip(look.tone, look.icon,
                           one.overbooked ? tr("%1, overbooked", "state of an appointment").arg(look.word) : look.word);
    state->setObjectName(QStringLiteral("appointmentState"));
    m_state->addWidget(state, 0, Qt::AlignLeft);
    m_facts->clear();
    m_facts->add(tr("Time"), spanText(block->span));
    m_facts->add(tr("Service"), one.serviceName);
    m_facts->add(tr("With"), with.join(tr(", ", "between names")));
    m_facts->add(tr("Note"), one.note);
    const bool known = one.patient || one.enquiry;
    const bool movable = known && one.status == AppointmentStatus::Booked;
    if (m_chart)
        m_chart->setVisible(one.patient.has_value());
    if (m_course)
        m_course->setVisible(one.patient.has_value());
    for (Button *button : {m_move, m_byPatient, m_byClinic}) {
        if (button)
            button->setVisible(movable);
    }
    m_strip->setPatient(m_mayRead ? one.patient : std::nullopt);
    placeFoot();
}

void AppointmentPanel::placeFoot()
{
    // On a low screen what concerns the day gives way to what is selected; its keys stay.
    m_footPart->setVisible(m_details->isHidden() || height() >= Theme::of(this).scaled(roomForBoth));
}

void AppointmentPanel::resizeEvent(QResizeEvent *event)
{
    Pane::resizeEvent(event);
    placeFoot();
}

void AppointmentPanel::showMove(const std::optional<Appointment> &carried, const QString &from, const QString &to,
                                const Hindrance &hindrance)
{
    m_moving->setVisible(carried.has_value());
    m_empty->setVisible(!carried && m_details->isHidden());
    if (!carried)
        return;
    m_movingWho->setText(tr("Moving %1").arg(whoText(*carried)));
    m_movingKeys->setText(carried->series ? tr("[Ctrl V] or [⏎] puts it here, [Ctrl Shift V] with all that follow in"
                                               " the course, [Esc] back.")
                                          : tr("[Ctrl V] or [⏎] puts it here, [Esc] back."));
    m_movingWhere->setText(from + QStringLiteral(" → ") + to);
    m_movingWhy->setText(hindrance.words);
    m_movingWhy->setVisible(hindrance.kind != Hindrance::Kind::None);
}

} // namespace xinglin::ui
