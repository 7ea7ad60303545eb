#include "ui/patient/patienteditorpage.h"

#include "base/text/idnumber.h"
#include "base/text/searchkeys.h"
#include "clinic/patient/patients.h"
#include "ui/kit/button.h"
#include "ui/kit/ondone.h"
#include "ui/kit/pane.h"
#include "ui/patient/householdlinks.h"
#include "ui/patient/lookalikes.h"
#include "ui/patient/openenquiries.h"
#include "ui/shell/formhand.h"
#include "ui/shell/patientwords.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QScrollArea>

#include <utility>

namespace xinglin::ui {

PatientEditorPage::PatientEditorPage(Clinic &clinic, const Who &who, const QList<AllergenChoice> &allergens,
                                     std::shared_ptr<access::Keys> keys, QWidget *parent)
    : Page(QStringLiteral("patientEditor"), parent)
    , m_clinic(clinic)
    , m_who(who)
    , m_editor(new PatientEditor(clinic, who, allergens))
    , m_others(new LookAlikes(clinic))
    , m_strip(new DraftStrip)
    , m_save(new Button(tr("Save"), ButtonKind::Primary))
{
    auto *scroll = new QScrollArea;
    scroll->setObjectName(QStringLiteral("patientFormScroll"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(m_editor);
    scroll->viewport()->setAutoFillBackground(false);
    m_editor->setAutoFillBackground(false);

    m_save->setObjectName(QStringLiteral("savePatient"));
    m_save->setKeys(QKeySequence(Qt::CTRL | Qt::Key_Return));
    connect(m_save, &Button::clicked, this, &PatientEditorPage::save);
    auto *back = new Button(tr("Back"), ButtonKind::Plain);
    back->setObjectName(QStringLiteral("leavePatient"));
    back->setKeyCap(QStringLiteral("Esc"));
    connect(back, &Button::clicked, this, &PatientEditorPage::leave);
    auto *foot = new Pane(Token::Window, Qt::TopEdge);
    auto *buttons = new QHBoxLayout(foot);
    buttons->setContentsMargins(pageMargin, 8, pageMargin, 8);
    buttons->addStretch(1);
    buttons->addWidget(back);
    buttons->addWidget(m_save);

    auto *form = new QVBoxLayout;
    form->setContentsMargins(0, 0, 0, 0);
    form->setSpacing(0);
    auto *strip = new QHBoxLayout;
    strip->setContentsMargins(pageMargin, 4, pageMargin, 4);
    strip->addWidget(m_strip);
    form->addLayout(strip);
    form->addWidget(scroll, 1);
    form->addWidget(foot);
    auto *all = new QHBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addLayout(form, 1);
    all->addWidget(m_others);

    connect(m_editor, &PatientEditor::changed, this, [this] {
        m_strip->clear();
        m_keeper->touch();
        const PatientDraft draft = m_editor->draft();
        m_others->compare(draft, m_editing);
        lookForEnquiries(draft);
    });
    connect(m_others, &LookAlikes::taken, this, &PatientEditorPage::openInstead);
    if (m_editor->household())
        connect(m_editor->household(), &HouseholdLinks::answered, this, [this] {
            if (std::exchange(m_saveWhenKnown, false))
                save();
        });
    buildEnquiries();
    buildKeeper(std::move(keys));
}

PatientEditorPage::~PatientEditorPage()
{
    m_keeper->flush();
}

void PatientEditorPage::startRegistration(const QString &typed)
{
    if (m_begun && !m_editing && hasUnsaved())
        return;
    PatientDraft draft;
    const QString text = typed.trimmed();
    const SearchQuery::Class kind = classify(text).kind;
    if (const auto card = checkDocument(DocumentKind::ResidentId, text, today(m_clinic))) {
        draft.documentKind = DocumentKind::ResidentId;
        draft.documentNumber = card->number;
        draft.birthDate = card->birth ? card->birth->toString(Qt::ISODate) : QString();
        if (card->sex)
            draft.sex = *card->sex == DocumentSex::Female ? Sex::Female : Sex::Male;
    } else if (kind == SearchQuery::Class::Digits)
        draft.phone = text;
    else if (kind == SearchQuery::Class::Name || kind == SearchQuery::Class::Letters)
        draft.name = text;
    beginRegistration(draft);
    askForRegistration(text.isEmpty());
}

void PatientEditorPage::beginRegistration(const PatientDraft &draft)
{
    m_keeper->flush();
    m_editing.reset();
    m_revision.reset();
    begin(PatientDraft{}, {});
    // What was taken over counts as typed: leaving asks before it is lost only once more was added.
    m_editor->setDraft(draft, {}, today(m_clinic));
    m_others->compare(draft, {});
    lookForEnquiries(draft);
    m_editor->focusFirst();
}

void PatientEditorPage::startEdit(PatientId id)
{
    if (m_begun && m_editing == id && hasUnsaved())
        return;
    m_keeper->flush();
    m_editing = id;
    m_name.clear();
    begin({}, {});
    m_editor->setEnabled(false);
    struct Opened
    {
        PatientStrip strip;
        std::optional<RestoredDraft> draft;
    };
    const auto find = m_keeper->finder({{draftkind::patient, id.uuid()}});
    const auto opened = m_clinic.read([id, find](const store::Snapshot &view) -> Result<Opened> {
        Result<PatientStrip> read = patient::open(view, id);
        if (!read)
            return read.error();
        return Opened{*std::move(read), find(view)};
    });
    onDone(opened, this, [this, id](const Result<Opened> &found) {
        if (m_editing != id)
            return;
        const auto strip = found ? Result<PatientStrip>(found->strip) : Result<PatientStrip>(found.error());
        if (!strip)
            return m_strip->say(MessageStrip::Kind::Stop, strip.error().message);
        m_name = strip->patient.name;
        m_revision = strip->patient.revision;
        begin(draftOf(strip->patient), strip->allergies.value_or(QList<Allergy>()));
        if (found->draft)
            restore(*found->draft);
    });
}

void PatientEditorPage::begin(const PatientDraft &draft, const QList<Allergy> &allergies)
{
    m_keeper->begin();
    ++m_question;
    m_saveWhenKnown = false;
    m_hand.reset();
    setEnquiry({});
    m_begun = true;
    m_strip->clear();
    m_others->clear();
    m_editor->setEnabled(true);
    m_editor->setPerson(m_editing);
    m_editor->readChannels();
    m_editor->setDraft(draft, allergies, today(m_clinic));
    m_save->setText(m_editing ? tr("Save") : tr("Register"));
    m_save->setKeys(QKeySequence(Qt::CTRL | Qt::Key_Return)); // a new text takes the keys away
    emit headingChanged();
    emit patientChanged();
    m_editor->focusFirst();
}

bool PatientEditorPage::hasUnsaved() const
{
    return m_begun && m_editor->isDirty();
}

QString PatientEditorPage::title() const
{
    return m_editing ? tr("Edit patient") : tr("Register patient");
}

QString PatientEditorPage::context() const
{
    return m_editing ? m_name : tr("A name and a phone are enough");
}

QList<KeyHint> PatientEditorPage::keyHints() const
{
    return {{QStringLiteral("Tab"), tr("next field")},
            {QStringLiteral("Ctrl ⏎"), m_editing ? tr("save") : tr("register")},
            {QStringLiteral("Alt D"), tr("people alike")},
            {QStringLiteral("Esc"), tr("back")}};
}

void PatientEditorPage::activate()
{
    if (!m_hand || m_hand->field.isEmpty())
        return m_editor->focusFirst();
    putHand(*this, *std::exchange(m_hand, std::nullopt), true);
}

void PatientEditorPage::rest(bool resting)
{
    m_saveWhenKnown = false;
    if (resting && m_begun && isVisible())
        m_hand = handIn(*this, {});
    m_keeper->rest(resting);
    Page::rest(resting);
    m_others->rest(resting);
    if (m_enquiries)
        m_enquiries->rest(resting);
}

void PatientEditorPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        return leave();
    Page::keyPressEvent(event);
}

void PatientEditorPage::leave()
{
    if (m_saving)
        return;
    if (m_editor->isDirty())
        return m_strip->offer(MessageStrip::Kind::Caution, tr("What you changed has not been saved."),
                              tr("Throw it away"), [this] {
                                  m_begun = false;
                                  m_keeper->flush();
                                  m_strip->clear();
                                  emit left();
                              });
    m_begun = false;
    emit left();
}

void PatientEditorPage::save()
{
    if (m_saving || !m_editor->isEnabled())
        return;
    m_strip->clear();
    if (const QList<Error> wrong = m_editor->problems(); !wrong.isEmpty()) {
        m_editor->showAllProblems();
        if (!m_editor->showProblem(wrong.first()))
            m_strip->say(MessageStrip::Kind::Stop, wrong.first().message);
        return;
    }
    const HouseholdLinks *household = m_editing ? nullptr : m_editor->household();
    m_saveWhenKnown = household && household->isAsking();
    if (m_saveWhenKnown)
        return; // who shares the telephone is being read
    if (household && m_editor->household()->showProblem())
        return m_strip->say(MessageStrip::Kind::Stop, tr("Say what they are to the patient: mother, husband, son …"));
    m_saving = true;
    m_save->setBusy(true);
    const auto relations = household ? household->relations(PatientId(m_subject)) : QList<RelationDraft>();
    const AllergyEditor *list = m_editor->allergies();
    const auto added = list ? list->added() : QList<AllergyDraft>();
    const auto retracted = list ? list->retracted() : QList<Retraction>();
    const auto write = [draft = m_editor->draft(), editing = m_editing, enquiry = m_enquiry, revision = m_revision,
                        added, retracted, relations,
                        typed = m_keeper->handOver()](store::Transaction &tx) -> Result<Patient> {
        Result<Patient> patient = editing   ? patient::edit(tx, *editing, draft, revision)
                                  : enquiry ? enquiry::become(tx, *enquiry, draft)
                                            : patient::register_(tx, draft);
        if (!patient)
            return patient;
        for (const AllergyDraft &allergy : added) {
            if (auto recorded = patient::recordAllergy(tx, patient->id, allergy); !recorded)
                return recorded.error();
        }
        for (const Retraction &retraction : retracted) {
            if (auto taken = patient::retractAllergy(tx, retraction.id, retraction.reason); !taken)
                return taken.error();
        }
        for (RelationDraft relation : relations) {
            relation.patient = patient->id;
            if (auto related = relation::relate(tx, relation); !related)
                return related.error();
        }
        if (auto settled = drafts::settle(tx, typed); !settled)
            return settled.error();
        return patient;
    };
    onDone(m_clinic.write(m_editing   ? "patient.edit"
                          : m_enquiry ? "enquiry.become"
                                      : "patient.register",
                          write),
           this, [this](const Result<Patient> &patient) { done(patient); });
}

void PatientEditorPage::done(const Result<Patient> &patient)
{
    m_saving = false;
    m_save->setBusy(false);
    m_keeper->handedOver(patient.ok());
    if (!patient) {
        const Error &error = patient.error();
        if (error.field.isEmpty() || !m_editor->showProblem(error))
            m_strip->say(MessageStrip::Kind::Stop, error.message.isEmpty()
                                                       ? tr("It could not be saved. Nothing you typed is lost.")
                                                       : error.message);
        return;
    }
    m_begun = false;
    m_editor->setDraft({}, {}, today(m_clinic));
    emit saved(patient->id);
}

} // namespace xinglin::ui
