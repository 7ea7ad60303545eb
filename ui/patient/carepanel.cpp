#include "ui/patient/carepanel.h"

#include "ui/kit/button.h"
#include "ui/kit/field.h"
#include "ui/kit/messagestrip.h"
#include "ui/kit/ondone.h"
#include "ui/kit/segment.h"
#include "ui/kit/text.h"
#include "ui/patient/facts.h"
#include "ui/patient/maskedfacts.h"
#include "ui/patient/patientbanner.h"
#include "ui/shell/formhand.h"
#include "ui/shell/patientwords.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

namespace xinglin::ui {

namespace {

enum PregnancyChoice { NotKnown, No, Pregnant, Lactating };

int choiceOf(const std::optional<PregnancyStatus> &status)
{
    if (!status || (!status->pregnant && !status->lactating))
        return NotKnown;
    if (status->pregnant.value_or(false))
        return Pregnant;
    return status->lactating.value_or(false) ? Lactating : No;
}

} // namespace

CarePanel::CarePanel(Clinic &clinic, const Who &who, const QList<AllergenChoice> &allergens,
                     std::shared_ptr<access::Keys> keys, QWidget *parent)
    : Pane(Token::Surface, Qt::LeftEdge, parent)
    , m_clinic(clinic)
    , m_who(who)
    , m_strip(new DraftStrip)
    , m_scroll(new QScrollArea)
    , m_facts(new Facts)
    , m_identity(new MaskedFacts(clinic, who.may(access::Permission::RevealIdentifiers)))
    , m_keeper(new DraftKeeper(
          clinic, std::move(keys), [this] { return typed(); }, this))
{
    setObjectName(QStringLiteral("carePanel"));
    auto *body = new QWidget;
    body->setAutoFillBackground(false);
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(panelPadding, panelPadding, panelPadding, panelPadding);
    column->setSpacing(gapControls);
    column->addWidget(m_strip);
    column->addWidget(m_facts);
    column->addWidget(m_identity);
    if (m_who.may(access::Permission::RecordAllergies))
        column->addWidget(buildAllergies(allergens));
    if (m_who.may(access::Permission::RecordCare)) {
        column->addWidget(buildMedicines());
        m_pregnancyBox = buildPregnancy();
        column->addWidget(m_pregnancyBox);
    }
    column->addStretch(1);
    m_column = column;
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_scroll->setWidget(body);
    // The hand stays in sight, with the line below it: where it goes, and when something grows above it.
    const auto show = [this](QWidget *hand) {
        if (hand && m_scroll->widget()->isAncestorOf(hand))
            m_scroll->ensureWidgetVisible(hand, 0, 2 * Theme::of(this).size(Size::Control));
    };
    connect(m_scroll->verticalScrollBar(), &QScrollBar::rangeChanged, this,
            [show] { show(QApplication::focusWidget()); });
    connect(qApp, &QApplication::focusChanged, this, [show](QWidget *, QWidget *now) { show(now); });
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(1, 0, 0, 0);
    all->addWidget(m_scroll);
    connect(m_keeper, &DraftKeeper::failed, this, [this](const Error &error) { told(error); });
    m_strip->setKeys({}); // Ctrl+D compares visits here; Tab reaches it
}

CarePanel::~CarePanel()
{
    // A field that goes hands its focus on to the next one; there is nothing to be shown any more.
    disconnect(qApp, nullptr, this, nullptr);
    m_keeper->flush();
}

QWidget *CarePanel::buildAllergies(const QList<AllergenChoice> &allergens)
{
    auto *part = new QWidget;
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, gapControls, 0, 0);
    m_allergies = new AllergyEditor(allergens);
    m_allergies->setMayRetract(m_who.may(access::Permission::RetractAllergies));
    m_saveAllergies = new Button(tr("Save allergies"));
    m_saveAllergies->setObjectName(QStringLiteral("saveAllergies"));
    m_saveAllergies->setControlSize(ButtonSize::Small);
    m_saveAllergies->setKeys(QKeySequence(Qt::CTRL | Qt::Key_S));
    m_saveAllergies->hide();
    column->addWidget(new Label(tr("Allergies"), TypeStyle::Heading));
    column->addWidget(m_allergies);
    column->addWidget(m_saveAllergies, 0, Qt::AlignLeft);
    connect(m_allergies, &AllergyEditor::changed, this, [this] {
        m_saveAllergies->setVisible(m_allergies->isDirty());
        m_keeper->touch();
    });
    connect(m_saveAllergies, &Button::clicked, this, &CarePanel::saveAllergies);
    return part;
}

QWidget *CarePanel::buildMedicines()
{
    auto *part = new QWidget;
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, gapControls, 0, 0);
    m_medicines = new Label(QString());
    m_medicines->setObjectName(QStringLiteral("medicines"));
    m_medicines->setWordWrap(true);
    m_medicine = new QLineEdit;
    m_medicine->setObjectName(QStringLiteral("medicine"));
    m_dosage = new QLineEdit;
    m_dosage->setObjectName(QStringLiteral("dosage"));
    auto *name = new Field(tr("Takes"), m_medicine);
    auto *dosage = new Field(tr("Dosage"), m_dosage);
    name->setReserve(false);
    dosage->setReserve(false);
    auto *add = new Button(tr("Add"));
    add->setObjectName(QStringLiteral("addMedicine"));
    add->setAccessibleName(tr("Add the medicine"));
    add->setKeyCap(QStringLiteral("⏎"));
    auto *row = new QHBoxLayout;
    row->addWidget(dosage, 1);
    row->addWidget(add, 0, Qt::AlignBottom);
    column->addWidget(new Label(tr("Medicines"), TypeStyle::Heading));
    column->addWidget(m_medicines);
    column->addWidget(name);
    column->addLayout(row);
    for (QLineEdit *line : {m_medicine, m_dosage}) {
        connect(line, &QLineEdit::returnPressed, this, &CarePanel::saveMedicine);
        connect(line, &QLineEdit::textChanged, m_keeper, &DraftKeeper::touch);
    }
    connect(add, &Button::clicked, this, &CarePanel::saveMedicine);
    return part;
}

QWidget *CarePanel::buildPregnancy()
{
    auto *part = new QWidget;
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, gapControls, 0, 0);
    m_pregnancy = new Segment(tr("Pregnancy"));
    m_pregnancy->setObjectName(QStringLiteral("pregnancy"));
    m_pregnancy->setCells({tr("Not asked"), tr("No", "not pregnant"), tr("Pregnant"), tr("Nursing")});
    column->addWidget(new Label(tr("Pregnancy"), TypeStyle::Heading));
    column->addWidget(m_pregnancy, 0, Qt::AlignLeft);
    connect(m_pregnancy, &Segment::chosen, this, &CarePanel::savePregnancy);
    return part;
}

void CarePanel::setStrip(const PatientStrip &strip, const std::optional<RestoredDraft> &draft)
{
    const bool same = m_patient == strip.patient.id;
    if (!same) {
        m_keeper->flush();
        m_keeper->begin();
        m_strip->clear();
        m_scroll->verticalScrollBar()->setValue(0);
    }
    m_patient = strip.patient.id;
    m_known = strip.allergies.value_or(QList<Allergy>());
    const QDate day = today(m_clinic);
    const Patient &patient = strip.patient;
    m_facts->clear();
    if (patient.birthDate)
        m_facts->add(tr("Born"), dateText(*patient.birthDate));
    if (!(patient.masked & MaskedField::Phone))
        m_facts->add(tr("Phone"), patient.phone);
    m_facts->add(tr("Visits"), strip.lastVisit
                                   ? tr("%n, last %1", "visits", strip.visits).arg(relativeDay(*strip.lastVisit, day))
                                   : QString::number(strip.visits));
    m_facts->add(tr("Note"), patient.note.value_or(QString()));
    if (!m_medicines && strip.medicines) {
        m_facts->add(tr("Takes"), strip.medicines->isEmpty() ? tr("nothing that is known") : listed(*strip.medicines));
        m_facts->add(tr("Pregnancy"), pregnancyText(strip.pregnancy));
    }
    m_identity->setPatient(patient);
    if (m_allergies && !(same && m_allergies->isDirty())) {
        m_allergies->clear();
        m_allergies->setKnown(strip.allergies.value_or(QList<Allergy>()));
        m_saveAllergies->hide();
    }
    if (m_medicines) {
        m_medicines->setText(listed(strip.medicines.value_or(QStringList())));
        m_medicines->setVisible(!m_medicines->text().isEmpty());
        if (!same) {
            m_medicine->clear();
            m_dosage->clear();
        }
        m_pregnancy->setCurrent(choiceOf(strip.pregnancy));
        m_pregnancyBox->setVisible(patient.sex != Sex::Male);
    }
    if (draft && !isDirty())
        restore(*draft);
}

bool CarePanel::isDirty() const
{
    return (m_allergies && (m_allergies->isDirty() || !m_allergies->begun().hand.lines.isEmpty())) ||
           (m_medicine && !(m_medicine->text().isEmpty() && m_dosage->text().isEmpty()));
}

void CarePanel::focusAllergies()
{
    if (m_allergies)
        m_allergies->findChild<QLineEdit *>(QStringLiteral("allergySubstance"))->setFocus();
}

int CarePanel::leastWidth() const
{
    return m_scroll->widget()->minimumSizeHint().width() + m_scroll->verticalScrollBar()->sizeHint().width() + 1;
}

void CarePanel::addCard(QWidget *card)
{
    m_column->insertWidget(m_column->count() - 1, card);
}

void CarePanel::addFirstCard(QWidget *card)
{
    m_column->insertWidget(m_column->indexOf(m_identity) + 1, card);
}

void CarePanel::saveAllergies()
{
    if (!m_patient || !m_allergies->isDirty())
        return;
    const auto write = [id = *m_patient, added = m_allergies->added(),
                        retracted = m_allergies->retracted()](store::Transaction &tx) -> Result<Done> {
        for (const AllergyDraft &allergy : added) {
            if (auto recorded = patient::recordAllergy(tx, id, allergy); !recorded)
                return recorded.error();
        }
        for (const Retraction &retraction : retracted) {
            if (auto taken = patient::retractAllergy(tx, retraction.id, retraction.reason); !taken)
                return taken.error();
        }
        return Done{};
    };
    this->write("allergy.record", write, [this] {
        m_allergies->clear(); // the change that follows fills the list again
    });
}

void CarePanel::saveMedicine()
{
    if (!m_patient || m_medicine->text().trimmed().isEmpty())
        return;
    const auto write = [id = *m_patient, medicine = m_medicine->text(), dosage = m_dosage->text()](
                           store::Transaction &tx) { return patient::recordMedicine(tx, id, medicine, dosage); };
    this->write("care.record", write, [this] {
        m_medicine->clear();
        m_dosage->clear();
        m_medicine->setFocus();
    });
}

void CarePanel::savePregnancy(int choice)
{
    if (!m_patient)
        return;
    const auto write = [id = *m_patient, choice](store::Transaction &tx) {
        const auto known = [choice](int meant) {
            return choice == NotKnown ? std::nullopt : std::optional(choice == meant);
        };
        return patient::recordPregnancy(tx, id, known(Pregnant), known(Lactating));
    };
    onDone(m_clinic.write("care.record", write), this, [this](const Result<Done> &done) { told(done); });
}

template <class F>
void CarePanel::write(const QByteArray &act, F f, std::function<void()> then)
{
    const auto storing = [f = std::move(f), typed = m_keeper->handOver()](store::Transaction &tx) -> Result<Done> {
        const Result<Done> done = f(tx);
        return done ? drafts::settle(tx, typed) : done;
    };
    onDone(m_clinic.write(act, storing), this, [this, then = std::move(then)](const Result<Done> &done) {
        if (done)
            then();
        m_keeper->handedOver(done.ok()); // the other half of the panel may hold something still
        told(done);
    });
}

std::function<std::optional<RestoredDraft>(const store::Snapshot &)> CarePanel::finder(PatientId id)
{
    return m_keeper->finder({{draftkind::care, id.uuid()}});
}

CareContent CarePanel::begun() const
{
    CareContent begun = m_allergies ? m_allergies->begun() : CareContent();
    const QMap<QString, QString> lines = begun.hand.lines;
    begun.hand = handIn(*this, {QStringLiteral("medicine"), QStringLiteral("dosage")});
    begun.hand.lines.insert(lines);
    return begun;
}

std::optional<DraftKeeper::Draft> CarePanel::typed() const
{
    if (!m_patient || !isDirty())
        return {};
    return DraftKeeper::Draft{{draftkind::care, m_patient->uuid()}, toBytes(begun())};
}

void CarePanel::resume(const CareContent &begun)
{
    if (m_allergies)
        m_allergies->resume(begun);
    if (m_medicine) {
        m_medicine->setText(begun.hand.lines.value(m_medicine->objectName()));
        m_dosage->setText(begun.hand.lines.value(m_dosage->objectName()));
    }
}

void CarePanel::restore(const RestoredDraft &draft)
{
    const auto parsed = draft.problem ? Result<CareContent>(*draft.problem) : careContent(draft.content);
    if (!parsed) {
        m_keeper->setAside(draft.place);
        return m_strip->say(MessageStrip::Kind::Caution, parsed.error().message);
    }
    m_keeper->begin(DraftKeeper::Draft{draft.place, draft.content});
    resume(*parsed);
    m_strip->offerDiscard(DraftKeeper::restoredWords(m_clinic, draft.saved), [this] {
        const CareContent thrown = begun();
        if (m_allergies)
            m_allergies->setKnown(m_known);
        resume({});
        m_keeper->flush();
        return [this, thrown] {
            resume(thrown);
            m_keeper->flush();
        };
    });
}

void CarePanel::hideEvent(QHideEvent *event)
{
    if (!event->spontaneous())
        m_keeper->flush();
    Pane::hideEvent(event);
}

void CarePanel::told(const Result<Done> &done)
{
    if (done)
        m_strip->clear();
    else
        m_strip->say(MessageStrip::Kind::Stop, done.error().message);
}

} // namespace xinglin::ui
