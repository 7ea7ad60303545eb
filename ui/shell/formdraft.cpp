#include "ui/shell/formdraft.h"

#include "clinic/draftcontent.h"
#include "ui/kit/askdialog.h"
#include "ui/kit/chipbar.h"
#include "ui/kit/growingtextedit.h"
#include "ui/kit/ondone.h"
#include "ui/kit/segment.h"
#include "ui/kit/stepper.h"
#include "ui/shell/formfields.h"
#include "ui/shell/formhand.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace xinglin::ui {

FormDraft::FormDraft(Clinic &clinic, std::shared_ptr<access::Keys> keys, Form form)
    : QObject(form.widget), m_clinic(clinic), m_form(std::move(form)), m_strip(new DraftStrip)
{
    m_keeper = new DraftKeeper(
        m_clinic, std::move(keys), [this] { return typed(); }, this);
    connect(m_keeper, &DraftKeeper::failed, this,
            [this](const Error &error) { m_strip->say(MessageStrip::Kind::Stop, error.message); });
    watch();
    m_form.widget->installEventFilter(this);
}

FormDraft::FormDraft(Clinic &clinic, std::shared_ptr<access::Keys> keys, QWidget *form)
    : FormDraft(clinic, std::move(keys), form, std::make_shared<Fields>())
{
}

FormDraft::FormDraft(Clinic &clinic, std::shared_ptr<access::Keys> keys, QWidget *form, std::shared_ptr<Fields> saved)
    : FormDraft(clinic, std::move(keys), named(form, saved))
{
    m_saved = std::move(saved);
}

FormDraft::Form FormDraft::named(QWidget *form, const std::shared_ptr<Fields> &saved)
{
    const auto unsaved = [form, saved] {
        const Fields now = fieldsIn(*form);
        return now == *saved ? std::nullopt : std::optional(now);
    };
    return {form, unsaved, [form](const Fields &kept) { putFields(*form, kept); },
            [form, saved] { putFields(*form, *saved); }};
}

FormDraft *FormDraft::ofDialog(Clinic &clinic, AskDialog &dialog, const drafts::Place &place, const Fields &about)
{
    const auto saved = std::make_shared<Fields>();
    FormDraft *draft = ofDialog(clinic, dialog, named(&dialog, saved), place, about);
    draft->m_saved = saved;
    *saved = fieldsIn(dialog);
    return draft;
}

FormDraft *FormDraft::ofDialog(Clinic &clinic, AskDialog &dialog, Form form, const drafts::Place &place,
                               const Fields &about)
{
    auto *draft = new FormDraft(clinic, DraftKeys::of(clinic), std::move(form));
    draft->m_dialog = true;
    dialog.body()->insertWidget(0, draft->strip());
    // After the verb's own doings: they come with accepted().
    connect(&dialog, &QDialog::finished, draft, &FormDraft::letGo);
    draft->begin(place, about);
    return draft;
}

bool FormDraft::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Hide && !event->spontaneous()) {
        keepNow();
        if (m_dialog)
            m_keeper->rest(true);
    } else if (event->type() == QEvent::Show && !event->spontaneous() && m_dialog) {
        m_keeper->rest(false);
    }
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
    for (const auto *text : m_form.widget->findChildren<QPlainTextEdit *>())
        on(text, &QPlainTextEdit::textChanged);
    for (const auto *choice : m_form.widget->findChildren<QComboBox *>())
        on(choice, &QComboBox::currentIndexChanged);
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
    auto fields = m_place && m_ready ? m_form.unsaved() : std::nullopt;
    if (!fields)
        return {};
    fields->insert(m_about);
    return DraftKeeper::Draft{*m_place, toBytes(FormContent{*fields, handIn(*m_form.widget, {})})};
}

void FormDraft::begin(const drafts::Place &place, const Fields &about)
{
    end();
    m_place = place;
    m_about = about;
    if (m_saved)
        *m_saved = fieldsIn(*m_form.widget);
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
    m_place.reset();
    m_ready = false;
    ++m_question;
}

void FormDraft::keepNow()
{
    if (m_place && m_form.unsaved())
        m_ready = true; // typed before an older draft was found: the newer counts
    m_keeper->flush();
}

void FormDraft::close()
{
    keepNow();
    delete this; // and with it the watch over a form that is hidden while it is taken apart
}

void FormDraft::letGo()
{
    if (m_place)
        m_left.remove(m_place->subject);
    m_place.reset();
    ++m_question;
    m_keeper->rest(false);
    m_keeper->flush(); // nothing is unsaved: what is kept goes
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
    m_form.put(content->fields);
    putHand(*m_form.widget, content->hand, m_form.widget->isVisible() && m_form.widget->focusWidget() != nullptr);
    m_strip->offerDiscard(DraftKeeper::restoredWords(m_clinic, draft.saved), [this] { return discard(); });
}

void FormDraft::handedOver(bool stored)
{
    if (stored && m_saved)
        *m_saved = fieldsIn(*m_form.widget);
    m_keeper->handedOver(stored);
    if (stored)
        m_strip->clear();
}

DraftStrip::Act FormDraft::discard()
{
    const Fields thrown = m_form.unsaved().value_or(Fields());
    m_form.reset();
    m_keeper->flush();
    return [this, thrown] {
        m_form.put(thrown);
        m_keeper->flush();
    };
}

} // namespace xinglin::ui
