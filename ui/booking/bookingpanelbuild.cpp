#include "ui/booking/bookingpanel.h"
#include "ui/booking/bookingtimes.h"
#include "ui/kit/button.h"
#include "ui/kit/chipbar.h"
#include "ui/kit/field.h"
#include "ui/kit/keysentence.h"
#include "ui/kit/messagestrip.h"
#include "ui/kit/text.h"
#include "ui/patient/patientchoice.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QScrollArea>
#include <QVBoxLayout>

namespace xinglin::ui {

void BookingPanel::build()
{
    setObjectName(QStringLiteral("bookingPanel"));
    m_verb = new Button({}, ButtonKind::Primary);
    m_verb->setObjectName(QStringLiteral("bookingVerb"));
    m_verb->setKeyCap(QStringLiteral("⏎"));
    connect(m_verb, &Button::clicked, this, &BookingPanel::act);
    m_insist = new Button({});
    m_insist->setObjectName(QStringLiteral("bookingInsist"));
    m_insist->setKeyCap(QStringLiteral("Ctrl ⏎"));
    m_insist->hide();
    connect(m_insist, &Button::clicked, this, &BookingPanel::insist);
    m_keys = new KeySentence({}, TypeStyle::Small, Token::Text3);
    m_keys->setObjectName(QStringLiteral("bookingKeys"));

    m_scroll = new QScrollArea;
    QScrollArea *scroll = m_scroll;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(buildForm());
    auto *foot = new QVBoxLayout;
    foot->setContentsMargins(panelPadding, gapControls, panelPadding, panelPadding);
    foot->setSpacing(gapControls);
    foot->addWidget(m_message);
    foot->addWidget(m_insist);
    foot->addWidget(m_verb);
    foot->addWidget(m_keys);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(scroll, 1);
    column->addLayout(foot);
    const QList<QWidget *> order{m_patient, m_service, m_with, m_when, m_wishes, m_times, m_note, m_verb};
    for (qsizetype i = 1; i < order.size(); ++i)
        setTabOrder(order[i - 1], order[i]);
}

QWidget *BookingPanel::buildForm()
{
    auto *form = new Pane(Token::Surface);
    auto *column = new QVBoxLayout(form);
    column->setContentsMargins(panelPadding, panelPadding, panelPadding, 0);
    column->setSpacing(gapControls);

    auto *head = new QHBoxLayout;
    auto *title = new Label({}, TypeStyle::Heading);
    title->setObjectName(QStringLiteral("bookingTitle"));
    m_mode = new Button({}, ButtonKind::Ghost);
    m_mode->setObjectName(QStringLiteral("bookingMode"));
    m_mode->setControlSize(ButtonSize::Small);
    connect(m_mode, &Button::clicked, this, [this] { setWaiting(!m_waiting); });
    head->addWidget(title, 1);
    head->addWidget(m_mode);
    column->addLayout(head);

    const auto add = [&](const QString &label, QWidget *editor, const char *name) {
        editor->setObjectName(QLatin1String(name));
        auto *field = new Field(label, editor);
        field->setReserve(false);
        column->addWidget(field);
        return field;
    };
    m_patient = new PatientChoice(m_clinic);
    m_patient->setPlaceholderText(tr("Name, phone or number"));
    m_patient->setTypedAhead(true);
    add(tr("Who"), m_patient, "bookingPatient");
    m_strip = new StripView(m_clinic, StripView::Way::Chosen);
    m_strip->setObjectName(QStringLiteral("bookingStrip"));
    column->addWidget(m_strip);
    m_service = new QComboBox;
    m_with = new QComboBox;
    add(tr("What"), m_service, "bookingService");
    add(tr("With"), m_with, "bookingWith");
    m_when = new QLineEdit;
    m_when->setPlaceholderText(tr("1530, 3-14 9:00, +7 1530"));
    m_whenField = add(tr("When"), m_when, "bookingWhen");
    m_wishes = new ChipBar(tr("Conditions"));
    m_wishes->setObjectName(QStringLiteral("bookingWishes"));
    column->addWidget(m_wishes);
    m_times = new BookingTimes;
    m_times->setMinimumHeight(Theme::of(this).size(Size::Row) * 4);
    column->addWidget(m_times, 1);
    m_note = new QLineEdit;
    add(tr("Note"), m_note, "bookingNote");
    column->addStretch(0); // where no times are listed
    m_message = new MessageStrip;
    m_message->setObjectName(QStringLiteral("bookingMessage"));

    connect(m_patient, &PatientChoice::chosenChanged, this, &BookingPanel::patientChosen);
    connect(m_strip, &StripView::habitsKnown, this, &BookingPanel::habitsKnown);
    connect(m_strip, &StripView::failed, this, [this](const Error &error) {
        m_reading = false;
        m_hurried = false;
        m_message->say(MessageStrip::Kind::Stop, error.message);
    });
    connect(m_service, &QComboBox::activated, this, [this] {
        fillWith();
        propose();
    });
    connect(m_with, &QComboBox::activated, this, &BookingPanel::propose);
    connect(m_when, &QLineEdit::textEdited, this, &BookingPanel::typed);
    connect(m_wishes, &ChipBar::changed, this, &BookingPanel::wishesChanged);
    connect(m_times, &BookingTimes::taken, this, &BookingPanel::act);
    connect(m_times, &BookingTimes::letterTyped, this, &BookingPanel::letter);
    connect(m_times->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] { updateVerb(); });
    return form;
}

} // namespace xinglin::ui
