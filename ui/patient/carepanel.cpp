#include "ui/patient/carepanel.h"

#include "ui/kit/button.h"
#include "ui/kit/field.h"
#include "ui/kit/messagestrip.h"
#include "ui/kit/ondone.h"
#include "ui/kit/segment.h"
#include "ui/kit/text.h"
#include "ui/patient/facts.h"
#include "ui/patient/patientbanner.h"
#include "ui/shell/patientwords.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QScrollArea>
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

CarePanel::CarePanel(Clinic &clinic, const Who &who, const QList<AllergenChoice> &allergens, QWidget *parent)
    : Pane(Token::Surface, Qt::LeftEdge, parent)
    , m_clinic(clinic)
    , m_who(who)
    , m_strip(new MessageStrip)
    , m_facts(new Facts)
{
    setObjectName(QStringLiteral("carePanel"));
    auto *body = new QWidget;
    body->setAutoFillBackground(false);
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(panelPadding, panelPadding, panelPadding, panelPadding);
    column->setSpacing(gapControls);
    column->addWidget(m_strip);
    column->addWidget(m_facts);
    if (m_who.may(access::Permission::RecordAllergies))
        column->addWidget(buildAllergies(allergens));
    if (m_who.may(access::Permission::RecordCare)) {
        column->addWidget(buildMedicines());
        m_pregnancyBox = buildPregnancy();
        column->addWidget(m_pregnancyBox);
    }
    column->addStretch(1);
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->viewport()->setAutoFillBackground(false);
    scroll->setWidget(body);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(1, 0, 0, 0);
    all->addWidget(scroll);
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
    connect(m_allergies, &AllergyEditor::changed, this,
            [this] { m_saveAllergies->setVisible(m_allergies->isDirty()); });
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
    for (QLineEdit *line : {m_medicine, m_dosage})
        connect(line, &QLineEdit::returnPressed, this, &CarePanel::saveMedicine);
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

void CarePanel::setStrip(const PatientStrip &strip)
{
    const bool same = m_patient == strip.patient.id;
    m_patient = strip.patient.id;
    const QDate day = today(m_clinic);
    const Patient &patient = strip.patient;
    m_facts->clear();
    if (patient.birthDate)
        m_facts->add(tr("Born"), dateText(*patient.birthDate));
    m_facts->add(tr("Phone"), patient.phone);
    m_facts->add(tr("Visits"), strip.lastVisit
                                   ? tr("%n, last %1", "visits", strip.visits).arg(relativeDay(*strip.lastVisit, day))
                                   : QString::number(strip.visits));
    if (patient.identifiers) {
        m_facts->add(tr("Address"), patient.identifiers->address);
        m_facts->add(tr("Guardian"), patient.identifiers->guardian.name);
    }
    m_facts->add(tr("Note"), patient.note.value_or(QString()));
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
}

bool CarePanel::isDirty() const
{
    return (m_allergies && m_allergies->isDirty()) || (m_medicine && !m_medicine->text().isEmpty());
}

void CarePanel::focusAllergies()
{
    if (m_allergies)
        m_allergies->findChild<QLineEdit *>(QStringLiteral("allergySubstance"))->setFocus();
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
    onDone(m_clinic.write("allergy.record", write), this, [this](const Result<Done> &done) {
        if (done)
            m_allergies->clear(); // the change that follows fills the list again
        told(done);
    });
}

void CarePanel::saveMedicine()
{
    if (!m_patient || m_medicine->text().trimmed().isEmpty())
        return;
    const auto write = [id = *m_patient, medicine = m_medicine->text(), dosage = m_dosage->text()](
                           store::Transaction &tx) { return patient::recordMedicine(tx, id, medicine, dosage); };
    onDone(m_clinic.write("care.record", write), this, [this](const Result<Done> &done) {
        if (done) {
            m_medicine->clear();
            m_dosage->clear();
            m_medicine->setFocus();
        }
        told(done);
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

void CarePanel::told(const Result<Done> &done)
{
    if (done)
        m_strip->clear();
    else
        m_strip->say(MessageStrip::Kind::Stop, done.error().message);
}

} // namespace xinglin::ui
