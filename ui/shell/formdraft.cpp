#include "ui/shell/formdraft.h"

#include "clinic/draftcontent.h"
#include "ui/kit/chipbar.h"
#include "ui/kit/growingtextedit.h"
#include "ui/kit/ondone.h"
#include "ui/kit/segment.h"
#include "ui/kit/stepper.h"
#include "ui/shell/formhand.h"

#include <QAbstractButton>
#include <QEvent>
#include <QLineEdit>

namespace xinglin::ui {

FormDraft::FormDraft(Clinic &clinic, std::shared_ptr<access::Keys> keys, Form form)
    : QObject(form.widget), m_clinic(clinic), m_form(std::move(form)), m_strip(new MessageStrip)
{
    m_keeper = new DraftKeeper(
        m_clinic, std::move(keys), [this] { return typed(); }, this);
    m_strip->setObjectName(QStringLiteral("draftStrip"));
    connect(m_strip, &MessageStrip::acted, this, [this] {
        if (const auto act = std::exchange(m_offer, {}))
            act();
    });
    connect(m_keeper, &DraftKeeper::failed, this,
            [this](const Error &error) { m_strip->say(MessageStrip::Kind::Stop, error.message); });
    watch();
    m_form.widget->installEventFilter(this);
}

bool FormDraft::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Hide && !event->spontaneous())
        m_keeper->flush();
    return QObject::eventFilter(watched, event);
}

void FormDraft::watch()
{
    const auto on = [this](const auto *field, auto signal) {
        connect(field, signal, this, [this] { m_keeper->touch(); });
    };
    for (const auto *line : m_form.widget->findChildren<QLineEdit *>())
        on(line, &QLineEdit::textChanged);
    for (const auto *text : m_form.widget->findChildren<GrowingTextEdit *>())
        on(text, &GrowingTextEdit::textChanged);
    for (const auto *box : m_form.widget->findChildren<QAbstractButton *>())
        on(box, &QAbstractButton::toggled);
    for (const auto *chips : m_form.widget->findChildren<ChipBar *>())
        on(chips, &ChipBar::changed);
    for (const auto *segment : m_form.widget->findChildren<Segment *>())
        on(segment, &Segment::chosen);
    for (const auto *stepper : m_form.widget->findChildren<Stepper *>())
        on(stepper, &Stepper::valueChanged);
}

std::optional<DraftKeeper::Draft> FormDraft::typed() const
{
    const auto fields = m_place && m_ready ? m_form.unsaved() : std::nullopt;
    if (!fields)
        return {};
    return DraftKeeper::Draft{*m_place, toBytes(FormContent{*fields, handIn(*m_form.widget, {})})};
}

void FormDraft::begin(const drafts::Place &place)
{
    end();
    m_place = place;
    if (const auto left = m_left.constFind(place.subject); left != m_left.constEnd() && left->place == place) {
        m_ready = true;
        return put(*left);
    }
    const auto asked = m_clinic.read(m_keeper->finder({place}));
    onDone(asked, this, [this, question = m_question](const Result<std::optional<RestoredDraft>> &found) {
        if (question != m_question)
            return;
        m_ready = true;
        if (found && *found)
            put(**found);
        m_keeper->touch(); // what was typed meanwhile
    });
}

void FormDraft::end()
{
    m_keeper->flush();
    if (const auto kept = typed())
        m_left.insert(kept->place.subject, {kept->place, m_clinic.store().options().clock->now(), kept->content, {}});
    else if (m_place)
        m_left.remove(m_place->subject);
    m_keeper->begin();
    m_strip->clear();
    m_offer = {};
    m_place.reset();
    m_ready = false;
    ++m_question;
}

void FormDraft::put(const RestoredDraft &draft)
{
    const auto content = draft.problem ? Result<FormContent>(*draft.problem) : formContent(draft.content);
    if (!content) {
        m_keeper->setAside(draft.place);
        return m_strip->say(MessageStrip::Kind::Caution, content.error().message);
    }
    if (m_form.unsaved())
        return; // typed before it was found: the newer counts, and takes its place
    m_keeper->begin(DraftKeeper::Draft{draft.place, draft.content});
    m_restored = DraftKeeper::restoredWords(m_clinic, draft.saved);
    m_form.put(content->fields);
    putHand(*m_form.widget, content->hand, m_form.widget->isVisible() && m_form.widget->focusWidget() != nullptr);
    offerDiscard();
}

void FormDraft::handedOver(bool stored)
{
    m_keeper->handedOver(stored);
    if (stored)
        m_strip->clear();
}

void FormDraft::offerDiscard()
{
    offer(MessageStrip::Kind::Note, m_restored, tr("Discard"), [this] { discard(); });
}

void FormDraft::discard()
{
    const Fields thrown = m_form.unsaved().value_or(Fields());
    m_form.reset();
    m_keeper->flush();
    offer(MessageStrip::Kind::Note, tr("What you had typed is thrown away."), tr("Bring it back"), [this, thrown] {
        m_form.put(thrown);
        m_keeper->flush();
        offerDiscard();
    });
}

void FormDraft::offer(MessageStrip::Kind kind, const QString &sentence, const QString &action,
                      std::function<void()> then)
{
    m_offer = std::move(then);
    m_strip->say(kind, sentence, action, QKeySequence(Qt::CTRL | Qt::Key_D));
}

} // namespace xinglin::ui
