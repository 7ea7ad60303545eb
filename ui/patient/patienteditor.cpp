#include "ui/patient/patienteditor.h"

#include "clinic/patient/channels.h"
#include "clinic/patient/patients.h"
#include "ui/kit/field.h"
#include "ui/kit/growingtextedit.h"
#include "ui/kit/ondone.h"
#include "ui/kit/segment.h"
#include "ui/kit/text.h"
#include "ui/patient/householdlinks.h"
#include "ui/patient/patientchoice.h"
#include "ui/patient/phoneseditor.h"
#include "ui/patient/wordcompletion.h"
#include "ui/shell/patientwords.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QRegularExpression>

namespace xinglin::ui {

namespace {

constexpr Sex sexes[] = {Sex::Female, Sex::Male, Sex::Other, Sex::Unknown};
constexpr DocumentKind documents[] = {DocumentKind::ResidentId,         DocumentKind::Passport,
                                      DocumentKind::HkMacaoPermit,      DocumentKind::TaiwanPermit,
                                      DocumentKind::ForeignerResidence, DocumentKind::Other};
constexpr int adultAge = 18;

void addRow(QVBoxLayout *column, std::initializer_list<std::pair<QWidget *, int>> fields)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(gapGroups);
    for (const auto &[field, stretch] : fields)
        row->addWidget(field, stretch, Qt::AlignTop);
    column->addLayout(row);
}

void addHeading(QVBoxLayout *column, const QString &text)
{
    column->addSpacing(4);
    column->addWidget(new Label(text, TypeStyle::Heading));
}

/// Where only an age was typed, the year it stands for; else the text as it is.
QString birthFrom(const QString &typed, QDate today)
{
    QString text = typed.trimmed();
    if (text.endsWith(u'岁'))
        text.chop(1);
    bool number = false;
    const int age = text.trimmed().toInt(&number);
    return number && age >= 0 && age <= 130 ? QString::number(today.year() - age) : typed.trimmed();
}

} // namespace

PatientEditor::PatientEditor(Clinic &clinic, const Who &who, const QList<AllergenChoice> &allergens, QWidget *parent)
    : QWidget(parent), m_clinic(clinic), m_who(who)
{
    setObjectName(QStringLiteral("patientForm"));
    auto *left = new QVBoxLayout;
    auto *right = new QVBoxLayout;
    for (QVBoxLayout *column : {left, right})
        column->setSpacing(2);
    buildIdentity(left);
    buildGuardian(left);
    if (m_who.may(access::Permission::RecordAllergies)) {
        addHeading(left, tr("Allergies"));
        m_allergies = new AllergyEditor(allergens);
        m_allergies->setMayRetract(m_who.may(access::Permission::RetractAllergies));
        left->addWidget(m_allergies);
        connect(m_allergies, &AllergyEditor::changed, this, &PatientEditor::changed);
    }
    buildReach(right);
    buildArrival(right);
    buildMore(right);
    left->addStretch(1);
    right->addStretch(1);
    auto *columns = new QHBoxLayout(this);
    columns->setContentsMargins(pageMargin, 8, pageMargin, gapGroups);
    columns->setSpacing(2 * gapGroups);
    columns->addLayout(left, 1);
    columns->addLayout(right, 1);
}

QLineEdit *PatientEditor::line(const QString &field, const QString &label, const QString &name)
{
    auto *edit = new QLineEdit;
    edit->setObjectName(name);
    edit->installEventFilter(this);
    m_fields.insert(field, new Field(label, edit));
    connect(edit, &QLineEdit::textChanged, this, &PatientEditor::edited);
    return edit;
}

void PatientEditor::buildIdentity(QVBoxLayout *column)
{
    addHeading(column, tr("Person"));
    m_name = line(QStringLiteral("name"), tr("Name"), QStringLiteral("patientName"));
    dress(m_name, TypeStyle::Name);
    m_phone = line(QStringLiteral("phone"), tr("Phone"), QStringLiteral("patientPhone"));
    addRow(column, {{m_fields[QStringLiteral("name")], 1}, {m_fields[QStringLiteral("phone")], 1}});
    for (QLineEdit *edit : {m_name, m_phone})
        connect(edit, &QLineEdit::textEdited, this, [this, edit] { sortOut(edit); });
    m_sex = new Segment(tr("Sex"));
    m_sex->setObjectName(QStringLiteral("patientSex"));
    QStringList cells;
    for (const Sex sex : sexes)
        cells << sexName(sex);
    m_sex->setCells(cells);
    connect(m_sex, &Segment::chosen, this, &PatientEditor::edited);
    m_fields.insert(QStringLiteral("sex"), new Field(tr("Sex"), m_sex));
    m_birth = line(QStringLiteral("birthDate"), tr("Birth date or age"), QStringLiteral("patientBirth"));
    m_birth->setPlaceholderText(tr("1979-08-21 or 46"));
    const int inside = 2 * Theme::of(this).scaled(12); // frame and padding, left and right
    m_birth->ensurePolished();
    m_birth->setMinimumWidth(m_birth->fontMetrics().horizontalAdvance(m_birth->placeholderText()) + inside);
    m_lunar = new QCheckBox(tr("Lunar date"));
    m_lunar->setObjectName(QStringLiteral("patientBirthLunar"));
    connect(m_lunar, &QCheckBox::toggled, this, &PatientEditor::edited);
    m_noPhone = new QCheckBox(tr("Has no phone"));
    m_noPhone->setObjectName(QStringLiteral("patientWithoutPhone"));
    connect(m_noPhone, &QCheckBox::toggled, this, &PatientEditor::edited);
    if (Theme::of(this).scale() > 1.1) { // in large text they do not fit beside each other
        addRow(column, {{m_fields[QStringLiteral("sex")], 1}});
        addRow(column, {{m_fields[QStringLiteral("birthDate")], 1}});
    } else {
        addRow(column, {{m_fields[QStringLiteral("sex")], 0}, {m_fields[QStringLiteral("birthDate")], 1}});
    }
    auto *ticks = new QHBoxLayout;
    ticks->setSpacing(gapGroups);
    ticks->addWidget(m_noPhone, 1);
    ticks->addWidget(m_lunar, 1);
    column->addLayout(ticks);
    if (m_who.may(access::Permission::EditPatient)) {
        m_household = new HouseholdLinks(m_clinic);
        column->addWidget(m_household);
        connect(m_household, &HouseholdLinks::changed, this, &PatientEditor::edited);
        connect(m_phone, &QLineEdit::textChanged, this,
                [this](const QString &typed) { m_household->compare(m_person ? QString() : typed); });
    }

    m_documentKind = new QComboBox;
    m_documentKind->setObjectName(QStringLiteral("patientDocumentKind"));
    m_documentKind->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    for (const DocumentKind kind : documents)
        m_documentKind->addItem(documentName(kind), int(kind));
    connect(m_documentKind, &QComboBox::currentIndexChanged, this, &PatientEditor::edited);
    auto *kind = new Field(tr("Document"), m_documentKind);
    m_document = line(QStringLiteral("documentNumber"), tr("Document number"), QStringLiteral("patientDocument"));
    connect(m_document, &QLineEdit::textChanged, this, &PatientEditor::takeFromDocument);
    addRow(column, {{kind, 1}, {m_fields[QStringLiteral("documentNumber")], 1}});
}

void PatientEditor::buildGuardian(QVBoxLayout *column)
{
    addHeading(column, tr("Guardian"));
    m_guardianName = line(QStringLiteral("guardian.name"), tr("Name"), QStringLiteral("guardianName"));
    m_guardianRelation = line(QStringLiteral("guardian.relation"), tr("Relation"), QStringLiteral("guardianRelation"));
    m_guardianPhone = line(QStringLiteral("guardian.phone"), tr("Phone"), QStringLiteral("guardianPhone"));
    m_guardianName->setAccessibleName(tr("Guardian's name"));
    m_guardianRelation->setAccessibleName(tr("Guardian's relation"));
    m_guardianPhone->setAccessibleName(tr("Guardian's phone"));
    addRow(column, {{m_fields[QStringLiteral("guardian.name")], 3},
                    {m_fields[QStringLiteral("guardian.relation")], 2},
                    {m_fields[QStringLiteral("guardian.phone")], 3}});
}

void PatientEditor::buildReach(QVBoxLayout *column)
{
    addHeading(column, tr("Contact"));
    m_otherPhones = new PhonesEditor;
    connect(m_otherPhones, &PhonesEditor::changed, this, &PatientEditor::edited);
    column->addWidget(m_otherPhones);
    m_address = line(QStringLiteral("address"), tr("Address"), QStringLiteral("patientAddress"));
    addRow(column, {{m_fields[QStringLiteral("address")], 1}});
    m_emergencyName =
        line(QStringLiteral("emergencyName"), tr("In an emergency, call"), QStringLiteral("emergencyName"));
    m_emergencyPhone = line(QStringLiteral("emergencyPhone"), tr("Emergency phone"), QStringLiteral("emergencyPhone"));
    addRow(column, {{m_fields[QStringLiteral("emergencyName")], 1}, {m_fields[QStringLiteral("emergencyPhone")], 1}});
}

void PatientEditor::buildArrival(QVBoxLayout *column)
{
    addHeading(column, tr("How they came to us"));
    m_source = line(QStringLiteral("source"), tr("Channel"), QStringLiteral("patientSource"));
    m_campaign = line(QStringLiteral("campaign"), tr("Campaign"), QStringLiteral("patientCampaign"));
    m_sources = new WordCompletion(m_source);
    m_campaigns = new WordCompletion(m_campaign);
    m_referredBy = new PatientChoice(m_clinic);
    m_referredBy->setObjectName(QStringLiteral("patientReferredBy"));
    m_referredBy->installEventFilter(this);
    auto *by = new Field(tr("Sent by"), m_referredBy);
    m_fields.insert(QStringLiteral("referredBy"), by);
    connect(m_referredBy, &QLineEdit::textEdited, this, &PatientEditor::edited);
    connect(m_referredBy, &PatientChoice::chosenChanged, this, &PatientEditor::edited);
    addRow(column, {{m_fields[QStringLiteral("source")], 1}, {m_fields[QStringLiteral("campaign")], 1}});
    addRow(column, {{by, 1}});
}

void PatientEditor::readChannels()
{
    struct Words
    {
        QStringList sources;
        QStringList campaigns;
    };
    const auto asked = m_clinic.read([](const store::Snapshot &view) -> Result<Words> {
        const auto sources = channels::sources(view);
        if (!sources)
            return sources.error();
        const auto campaigns = channels::campaigns(view);
        if (!campaigns)
            return campaigns.error();
        return Words{*sources, *campaigns};
    });
    onDone(asked, this, [this](const Result<Words> &words) {
        if (!words)
            return;
        m_sources->setWords(words->sources);
        m_campaigns->setWords(words->campaigns);
    });
}

void PatientEditor::setPerson(const std::optional<PatientId> &id)
{
    m_person = id;
    m_referredBy->setBut(id);
}

void PatientEditor::buildMore(QVBoxLayout *column)
{
    addHeading(column, tr("Other details"));
    m_occupation = line(QStringLiteral("occupation"), tr("Occupation"), QStringLiteral("patientOccupation"));
    m_marital = line(QStringLiteral("maritalStatus"), tr("Marital status"), QStringLiteral("patientMarital"));
    m_insurance = line(QStringLiteral("insurance"), tr("Insurance"), QStringLiteral("patientInsurance"));
    m_oldNumber = line(QStringLiteral("oldNumber"), tr("Old number"), QStringLiteral("patientOldNumber"));
    addRow(column, {{m_fields[QStringLiteral("occupation")], 1}, {m_fields[QStringLiteral("maritalStatus")], 1}});
    addRow(column, {{m_fields[QStringLiteral("insurance")], 1}, {m_fields[QStringLiteral("oldNumber")], 1}});
    const auto text = [&](const QString &field, const QString &label, const QString &name) {
        auto *edit = new GrowingTextEdit;
        edit->setObjectName(name);
        connect(edit, &QTextEdit::textChanged, this, &PatientEditor::edited);
        m_fields.insert(field, new Field(label, edit));
        addRow(column, {{m_fields[field], 1}});
        return edit;
    };
    if (m_who.may(access::Permission::EditAlert))
        m_alert = text(QStringLiteral("deskAlert"), tr("Alert for the desk"), QStringLiteral("patientAlert"));
    if (m_who.may(access::Permission::WriteVisit))
        m_note = text(QStringLiteral("note"), tr("Note"), QStringLiteral("patientNote"));
}

void PatientEditor::fill(const PatientDraft &draft)
{
    m_name->setText(draft.name);
    for (int i = 0; i < int(std::size(sexes)); ++i) {
        if (sexes[i] == draft.sex)
            m_sex->setCurrent(i);
    }
    m_birth->setText(draft.birthDate);
    m_lunar->setChecked(draft.birthLunar);
    m_phone->setText(draft.phone);
    m_noPhone->setChecked(draft.withoutPhone);
    m_documentKind->setCurrentIndex(
        qMax(0, m_documentKind->findData(int(draft.documentKind.value_or(DocumentKind::ResidentId)))));
    m_document->setText(draft.documentNumber);
    m_guardianName->setText(draft.guardian.name);
    m_guardianRelation->setText(draft.guardian.relation);
    m_guardianPhone->setText(draft.guardian.phone);
    m_otherPhones->setPhones(draft.otherPhones);
    m_address->setText(draft.address);
    m_emergencyName->setText(draft.emergencyName);
    m_emergencyPhone->setText(draft.emergencyPhone);
    m_source->setText(draft.source);
    m_campaign->setText(draft.campaign);
    m_referredBy->setPatient(draft.referredBy);
    m_occupation->setText(draft.occupation);
    m_marital->setText(draft.maritalStatus);
    m_insurance->setText(draft.insurance);
    m_oldNumber->setText(draft.oldNumber);
    if (m_alert)
        m_alert->setText(draft.deskAlert);
    if (m_note)
        m_note->setText(draft.note);
}

void PatientEditor::setDraft(const PatientDraft &draft, const QList<Allergy> &allergies, QDate today)
{
    m_filling = true;
    m_today = today;
    m_left.clear();
    m_saved.clear();
    fill(draft);
    if (m_household)
        m_household->put({});
    if (m_allergies) {
        m_allergies->clear();
        m_allergies->setKnown(allergies);
    }
    m_before = draft;
    m_before = this->draft();
    m_filling = false;
    for (Field *field : std::as_const(m_fields))
        field->clearProblem();
    showHints();
}

PatientDraft PatientEditor::draft() const
{
    PatientDraft draft = m_before; // keeps what this role cannot see
    draft.name = m_name->text().trimmed();
    draft.sex = sexes[m_sex->current()];
    draft.birthDate = birthFrom(m_birth->text(), m_today);
    draft.birthLunar = m_lunar->isChecked();
    draft.phone = m_phone->text().trimmed();
    draft.withoutPhone = m_noPhone->isChecked();
    draft.otherPhones = m_otherPhones->phones();
    draft.documentNumber = m_document->text().trimmed();
    draft.documentKind = draft.documentNumber.isEmpty()
                             ? std::nullopt
                             : std::optional(DocumentKind(m_documentKind->currentData().toInt()));
    draft.address = m_address->text().trimmed();
    draft.insurance = m_insurance->text().trimmed();
    draft.occupation = m_occupation->text().trimmed();
    draft.maritalStatus = m_marital->text().trimmed();
    draft.guardian = {m_guardianName->text().trimmed(), m_guardianRelation->text().trimmed(),
                      m_guardianPhone->text().trimmed()};
    draft.emergencyName = m_emergencyName->text().trimmed();
    draft.emergencyPhone = m_emergencyPhone->text().trimmed();
    draft.source = m_source->text().trimmed();
    draft.campaign = m_campaign->text().trimmed();
    draft.referredBy = m_referredBy->chosen();
    draft.oldNumber = m_oldNumber->text().trimmed();
    if (m_alert)
        draft.deskAlert = m_alert->text().trimmed();
    if (m_note)
        draft.note = m_note->text().trimmed();
    return draft;
}

void PatientEditor::resume(const PatientDraft &typed, const CareContent &allergies)
{
    m_filling = true;
    fill(typed);
    m_filling = false;
    if (m_allergies)
        m_allergies->resume(allergies);
    edited();
}

void PatientEditor::showSaved(const QMap<QString, QString> &saved)
{
    m_saved = saved;
    showHints();
}

bool PatientEditor::isDirty() const
{
    return draft() != m_before || (m_allergies && m_allergies->isDirty()) ||
           (m_household && !m_household->typed().isEmpty());
}

QList<Error> PatientEditor::problems() const
{
    QList<Error> found = patient::problems(patient::withoutMasks(draft()), m_today);
    if (m_referredBy->isOpen())
        found << Error{Code::Invalid, tr("Choose one of those who are found."), QStringLiteral("referredBy"), {}};
    return found;
}

bool PatientEditor::showProblem(const Error &error)
{
    if (error.field == u"otherPhones") {
        m_otherPhones->showProblems(true);
        m_otherPhones->setFocus();
        return true;
    }
    Field *field = m_fields.value(error.field);
    if (!field)
        return false;
    m_left.insert(error.field);
    field->showProblem(error.message);
    field->setFocus();
    return true;
}

void PatientEditor::showAllProblems()
{
    for (auto field = m_fields.constBegin(); field != m_fields.constEnd(); ++field)
        m_left.insert(field.key());
    m_left.insert(QStringLiteral("otherPhones"));
    showProblems();
}

void PatientEditor::focusFirst()
{
    (m_name->text().isEmpty() ? m_name : m_phone->text().isEmpty() ? m_phone : m_name)->setFocus();
}

bool PatientEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut) {
        for (auto field = m_fields.constBegin(); field != m_fields.constEnd(); ++field) {
            if (field.value()->editor() == watched && !static_cast<QLineEdit *>(watched)->text().isEmpty())
                m_left.insert(field.key());
        }
        showProblems();
    }
    return QWidget::eventFilter(watched, event);
}

void PatientEditor::edited()
{
    if (m_filling)
        return;
    showProblems();
    emit changed();
}

void PatientEditor::sortOut(QLineEdit *edit)
{
    // A card reader types wherever the hand is.
    constexpr int cardLength = 18;
    const QString typed = edit->text();
    const QString tail = typed.right(cardLength);
    if (m_document->text().isEmpty() && checkDocument(DocumentKind::ResidentId, tail, m_today)) {
        edit->setText(typed.chopped(tail.size()));
        m_documentKind->setCurrentIndex(m_documentKind->findData(int(DocumentKind::ResidentId)));
        return m_document->setText(tail);
    }
    // Name and mobile number in one go. One digit stays: clinics tell namesakes apart by it.
    static const QRegularExpression both(QStringLiteral("^(\\D*\\p{L})\\s*(1[3-9]\\d*)$"),
                                         QRegularExpression::UseUnicodePropertiesOption);
    const QRegularExpressionMatch parts = both.match(typed);
    if (edit != m_name || !m_phone->text().isEmpty() || !parts.hasMatch())
        return;
    m_name->setText(parts.captured(1));
    m_phone->setText(parts.captured(2));
    m_phone->setFocus(Qt::OtherFocusReason);
    m_phone->end(false);
}

void PatientEditor::takeFromDocument()
{
    if (m_filling || m_document->text().trimmed().isEmpty())
        return;
    const auto facts = checkDocument(DocumentKind(m_documentKind->currentData().toInt()), m_document->text(), m_today);
    if (!facts)
        return;
    if (facts->birth && m_birth->text().trimmed().isEmpty())
        m_birth->setText(facts->birth->toString(Qt::ISODate));
    if (facts->sex && sexes[m_sex->current()] == Sex::Unknown)
        m_sex->setCurrent(*facts->sex == DocumentSex::Female ? 0 : 1);
    edited();
}

void PatientEditor::showProblems()
{
    QSet<QString> wrong;
    for (const Error &problem : problems()) {
        if (wrong.contains(problem.field) || !m_left.contains(problem.field))
            continue;
        wrong.insert(problem.field);
        if (Field *field = m_fields.value(problem.field))
            field->showProblem(problem.message);
    }
    for (auto field = m_fields.constBegin(); field != m_fields.constEnd(); ++field) {
        if (!wrong.contains(field.key()))
            field.value()->clearProblem();
    }
    m_otherPhones->showProblems(m_left.contains(QStringLiteral("otherPhones")));
    showHints();
}

void PatientEditor::showHints()
{
    const std::optional<PartialDate> birth = PartialDate::fromText(draft().birthDate);
    const std::optional<Age> age = birth ? ageOn(*birth, m_today) : std::nullopt;
    Field *birthField = m_fields[QStringLiteral("birthDate")];
    if (age && !birthField->hasProblem()) {
        const QString words = ageText(birth, m_today);
        birthField->showHint(birth->toText() == m_birth->text().trimmed()
                                 ? tr("Age %1").arg(words)
                                 : tr("Born %1, age %2").arg(birth->toText(), words));
    }
    Field *guardian = m_fields[QStringLiteral("guardian.name")];
    const bool linked = m_household && m_household->namesGuardian();
    if (age && age->years < adultAge && !linked && m_guardianName->text().trimmed().isEmpty() &&
        !guardian->hasProblem())
        guardian->showHint(tr("A minor needs a guardian."));
    for (auto saved = m_saved.cbegin(); saved != m_saved.cend(); ++saved) {
        if (Field *field = m_fields.value(saved.key()); field && !field->hasProblem())
            field->showHint(saved->isEmpty() ? tr("Emptied by somebody else meanwhile.")
                                             : tr("Saved by somebody else meanwhile: %1").arg(*saved));
    }
}

} // namespace xinglin::ui
