#include "ui/treatment/sessionpanel.h"

#include "ui/kit/button.h"
#include "ui/kit/numberunit.h"
#include "ui/kit/text.h"
#include "ui/shell/formfields.h"
#include "ui/shell/patientwords.h"
#include "ui/treatment/treatmenttext.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace xinglin::ui {

namespace {

int numberIn(const NumberUnit &field)
{
    return static_cast<int>(field.scaled().value_or(0));
}

} // namespace

SessionPanel::SessionPanel(std::shared_ptr<const Catalog> catalog, const QTimeZone &zone, bool mayGive, QWidget *parent)
    : QWidget(parent)
    , m_catalog(std::move(catalog))
    , m_zone(zone)
    , m_mayGive(mayGive)
    , m_title(new Label({}, TypeStyle::Title))
    , m_words(new Label({}))
    , m_state(new Label({}, TypeStyle::Heading, Token::Text2))
{
    setObjectName(QStringLiteral("sessionPanel"));
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(pageMargin, panelPadding, pageMargin, panelPadding);
    box->setSpacing(gapControls);
    m_title->setObjectName(QStringLiteral("orderTitle"));
    m_words->setObjectName(QStringLiteral("orderWords"));
    m_state->setObjectName(QStringLiteral("orderState"));
    for (Label *label : {m_title, m_words, m_state}) {
        label->setWordWrap(true);
        box->addWidget(label);
    }
    box->addSpacing(gapControls);
    buildBegin(box);
    buildEnd(box);
    box->addSpacing(gapControls);
    m_sessions = new QVBoxLayout;
    m_sessions->setSpacing(2);
    box->addLayout(m_sessions);
    box->addStretch(1);
    clear({});
}

void SessionPanel::buildBegin(QVBoxLayout *box)
{
    m_beginForm = new QWidget;
    auto *column = new QVBoxLayout(m_beginForm);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gapControls);
    m_needlesInBox = new QWidget;
    auto *in = new QHBoxLayout(m_needlesInBox);
    in->setContentsMargins(0, 0, 0, 0);
    auto *caption = new Label(tr("Needles in"));
    m_needlesIn = new NumberUnit({});
    m_needlesIn->setObjectName(QStringLiteral("needlesIn"));
    m_needlesIn->setAccessibleName(tr("Needles in"));
    m_needlesIn->setFixedWidth(Theme::of(this).scaled(90));
    caption->setBuddy(m_needlesIn);
    connect(m_needlesIn, &QLineEdit::returnPressed, this, &SessionPanel::begin);
    in->addWidget(caption);
    in->addWidget(m_needlesIn);
    in->addStretch(1);
    column->addWidget(m_needlesInBox);
    m_note = new QLineEdit;
    m_note->setObjectName(QStringLiteral("sessionNote"));
    m_note->setAccessibleName(tr("Note on the session"));
    m_note->setPlaceholderText(tr("Note on the session"));
    column->addWidget(m_note);
    auto *row = new QHBoxLayout;
    m_given = new Button(tr("Given"), ButtonKind::Primary);
    m_given->setObjectName(QStringLiteral("sessionGiven"));
    connect(m_given, &Button::clicked, this, [this] {
        if (m_order)
            emit givenWanted(m_order->treatment.id, m_note->text().trimmed());
    });
    m_begin = new Button(tr("Begin session"), ButtonKind::Primary);
    m_begin->setObjectName(QStringLiteral("sessionBegin"));
    connect(m_begin, &Button::clicked, this, &SessionPanel::begin);
    row->addWidget(m_given);
    row->addWidget(m_begin);
    row->addStretch(1);
    column->addLayout(row);
    box->addWidget(m_beginForm);
}

void SessionPanel::buildEnd(QVBoxLayout *box)
{
    m_endForm = new QWidget;
    auto *column = new QVBoxLayout(m_endForm);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gapControls);
    m_inside = new Label({}, TypeStyle::Display);
    m_inside->setObjectName(QStringLiteral("needlesInside"));
    column->addWidget(m_inside);
    m_needlesOutBox = new QWidget;
    auto *out = new QHBoxLayout(m_needlesOutBox);
    out->setContentsMargins(0, 0, 0, 0);
    auto *caption = new Label(tr("Needles out, counted"));
    m_needlesOut = new NumberUnit({});
    m_needlesOut->setObjectName(QStringLiteral("needlesOut"));
    m_needlesOut->setAccessibleName(tr("Needles out, counted"));
    m_needlesOut->setFixedWidth(Theme::of(this).scaled(90));
    caption->setBuddy(m_needlesOut);
    connect(m_needlesOut, &QLineEdit::returnPressed, this, [this] { end(false); });
    connect(m_needlesOut, &QLineEdit::textEdited, this, &SessionPanel::compare);
    out->addWidget(caption);
    out->addWidget(m_needlesOut);
    out->addStretch(1);
    column->addWidget(m_needlesOutBox);
    m_problem = new Label({}, TypeStyle::Small, Token::CinnabarText);
    m_problem->setObjectName(QStringLiteral("needlesProblem"));
    m_problem->setWordWrap(true);
    column->addWidget(m_problem);
    m_reason = new QLineEdit;
    m_reason->setObjectName(QStringLiteral("needlesReason"));
    m_reason->setAccessibleName(tr("Why the needles do not agree"));
    m_reason->setPlaceholderText(tr("Why the needles do not agree"));
    connect(m_reason, &QLineEdit::returnPressed, this, [this] { end(false); });
    column->addWidget(m_reason);
    auto *row = new QHBoxLayout;
    m_end = new Button(tr("End session"), ButtonKind::Primary);
    m_end->setObjectName(QStringLiteral("sessionEnd"));
    connect(m_end, &Button::clicked, this, [this] { end(false); });
    m_stop = new Button(tr("Broken off"));
    m_stop->setObjectName(QStringLiteral("sessionStop"));
    m_stop->setToolTip(tr("Ended early; it does not count as given."));
    connect(m_stop, &Button::clicked, this, [this] { end(true); });
    row->addWidget(m_end);
    row->addWidget(m_stop);
    row->addStretch(1);
    column->addLayout(row);
    box->addWidget(m_endForm);
}

void SessionPanel::clear(const QString &sentence)
{
    m_order.reset();
    m_title->setText(sentence);
    m_words->clear();
    m_state->clear();
    m_beginForm->hide();
    m_endForm->hide();
    showSessions();
}

void SessionPanel::setOrder(const treatment::Order &order)
{
    const bool same = m_order && m_order->treatment.course == order.treatment.course &&
                      (m_order->running() != nullptr) == (order.running() != nullptr);
    m_order = order;
    const TreatmentDraft &content = order.treatment.content;
    m_title->setText(TreatmentText::nameOf(*m_catalog, content));
    TreatmentDraft unnamed = content;
    unnamed.name.clear();
    m_words->setText(TreatmentText::inWords(*m_catalog, unnamed));
    m_words->setVisible(!m_words->text().isEmpty());
    QStringList state{
        content.sessions > 1
            ? tr("%1 of %2 sessions given, %3 left").arg(order.done()).arg(content.sessions).arg(order.remaining())
        : order.done() > 0 ? tr("Given")
                           : tr("To be given once")};
    if (content.perWeek)
        state << tr("%1 a week").arg(*content.perWeek);
    if (order.running() && content.sessions == 1)
        state = {tr("Running")};
    if (!order.stands)
        state = {tr("Taken out of the visit since; what was given stays.")};
    m_state->setText(state.join(tr(", ", "between words")));

    const TreatmentSession *running = order.running();
    const bool needled = treatment::leavesNeedles(content);
    m_beginForm->setVisible(m_mayGive && !running && order.remaining() > 0);
    m_needlesInBox->setVisible(needled);
    m_given->setVisible(!needled);
    m_endForm->setVisible(m_mayGive && running);
    if (!same) // what is being typed stays where the same is read anew
        empty();
    if (running) {
        const QString since = timeText(running->started, m_zone);
        const QString until =
            content.minutes ? timeText(running->started + std::chrono::minutes(*content.minutes), m_zone) : QString();
        const QString when = until.isEmpty() ? tr("since %1").arg(since) : tr("since %1, until %2").arg(since, until);
        m_inside->setText(running->needlesIn > 0
                              ? tr("%n needle(s) in", nullptr, running->needlesIn) + QStringLiteral("·") + when
                              : tr("Running %1").arg(when));
        m_needlesOutBox->setVisible(running->needlesIn > 0);
    }
    compare();
    showSessions();
}

void SessionPanel::compare()
{
    const TreatmentSession *running = m_order ? m_order->running() : nullptr;
    const bool counted = m_needlesOut->scaled().has_value();
    const bool differs = running && running->needlesIn > 0 && counted && numberIn(*m_needlesOut) != running->needlesIn;
    m_problem->setText(differs ? tr("%1 went in, %2 came out. Count again and look before you write why.")
                                     .arg(running->needlesIn)
                                     .arg(numberIn(*m_needlesOut))
                               : QString());
    m_problem->setVisible(differs);
    m_reason->setVisible(differs);
    m_needlesOut->setProperty("problem", differs);
}

void SessionPanel::begin()
{
    if (!m_order || !m_beginForm->isVisibleTo(this))
        return;
    if (m_needlesInBox->isVisibleTo(this) && !m_needlesIn->scaled())
        return m_needlesIn->setFocus(Qt::OtherFocusReason);
    emit beginWanted(m_order->treatment.id,
                     {m_needlesInBox->isVisibleTo(this) ? numberIn(*m_needlesIn) : 0, m_note->text().trimmed()});
}

void SessionPanel::end(bool stopped)
{
    const TreatmentSession *running = m_order ? m_order->running() : nullptr;
    if (!running)
        return;
    if (running->needlesIn > 0 && !m_needlesOut->scaled()) {
        m_problem->setText(tr("Count the needles that came out."));
        m_problem->show();
        m_needlesOut->setFocus(Qt::OtherFocusReason);
        return;
    }
    emit endWanted(running->id, {numberIn(*m_needlesOut), m_reason->text().trimmed(), {}, stopped});
}

bool SessionPanel::showProblem(const QString &field, const QString &sentence)
{
    if (field != u"needlesOut" || !m_endForm->isVisibleTo(this))
        return false;
    compare();
    m_problem->setText(sentence);
    m_problem->show();
    m_reason->show();
    m_needlesOut->setFocus(Qt::OtherFocusReason);
    m_needlesOut->selectAll();
    return true;
}

bool SessionPanel::isDirty() const
{
    return (m_endForm->isVisibleTo(this) && (!m_needlesOut->text().isEmpty() || !m_reason->text().isEmpty())) ||
           (m_beginForm->isVisibleTo(this) &&
            (!m_note->text().isEmpty() || m_needlesIn->scaled() != needlesProposed()));
}

std::optional<qint64> SessionPanel::needlesProposed() const
{
    const int needles = m_order ? m_order->treatment.content.needleCount() : 0;
    return needles > 0 ? std::optional<qint64>(needles) : std::nullopt; // counted where nothing says how many
}

void SessionPanel::empty()
{
    m_needlesIn->setScaled(needlesProposed());
    m_note->clear();
    m_needlesOut->clear(); // it is counted, never proposed
    m_reason->clear();
    compare();
}

void SessionPanel::resume(const QMap<QString, QString> &typed)
{
    putFields(*this, typed);
    compare();
}

void SessionPanel::focusFirst()
{
    if (m_endForm->isVisibleTo(this)) {
        QWidget *at = m_needlesOutBox->isVisibleTo(this) ? static_cast<QWidget *>(m_needlesOut) : m_end;
        at->setFocus(Qt::OtherFocusReason);
    } else if (m_beginForm->isVisibleTo(this)) {
        const bool needled = m_needlesInBox->isVisibleTo(this);
        QWidget *at = needled ? static_cast<QWidget *>(m_needlesIn) : m_given;
        at->setFocus(Qt::OtherFocusReason);
        if (needled)
            m_needlesIn->selectAll();
    }
}

void SessionPanel::showSessions()
{
    while (QLayoutItem *item = m_sessions->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
    if (!m_order || m_order->sessions.isEmpty())
        return;
    m_sessions->addWidget(new Label(tr("Each session"), TypeStyle::Heading));
    int number = 0;
    for (const TreatmentSession &session : m_order->sessions) {
        number += session.counts();
        QString when = dateText(session.day) + u' ' + timeText(session.started, m_zone);
        if (session.ended)
            when += QStringLiteral("–") + timeText(*session.ended, m_zone);
        QStringList said{session.counts() ? tr("No. %1", "ordinal of a session").arg(number) : tr("broken off"), when,
                         session.performer};
        if (session.needlesIn > 0)
            said << (session.needlesOut ? tr("needles %1 in, %2 out").arg(session.needlesIn).arg(*session.needlesOut)
                                        : tr("%n needle(s) in", nullptr, session.needlesIn));
        if (!session.needlesReason.isEmpty())
            said << session.needlesReason;
        if (!session.note.isEmpty())
            said << session.note;
        said.removeAll(QString());
        auto *row = new QWidget;
        auto *line = new QHBoxLayout(row);
        line->setContentsMargins(0, 3, 3, 3); // room for the button's focus ring
        auto *words = new Label(said.join(QStringLiteral("·")), TypeStyle::Body,
                                session.needlesReason.isEmpty() ? Token::Text : Token::GambogeText);
        words->setObjectName(QStringLiteral("session%1").arg(m_sessions->count() - 1));
        words->setWordWrap(true);
        line->addWidget(words, 1);
        if (m_mayGive) {
            auto *wrong = new Button(tr("Entered in error"), ButtonKind::Ghost);
            wrong->setObjectName(QStringLiteral("sessionWrong%1").arg(m_sessions->count() - 1));
            wrong->setControlSize(ButtonSize::Small);
            connect(wrong, &Button::clicked, this, [this, id = session.id] { emit retractWanted(id); });
            line->addWidget(wrong);
        }
        m_sessions->addWidget(row);
    }
}

} // namespace xinglin::ui
