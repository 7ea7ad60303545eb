#include "ui/settings/clinicsection.h"

#include "ui/kit/button.h"
#include "ui/kit/field.h"
#include "ui/kit/messagestrip.h"
#include "ui/kit/ondone.h"
#include "ui/kit/text.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace xinglin::ui {

namespace {
constexpr int formWidth = 560;
} // namespace

ClinicSection::ClinicSection(Clinic &clinic, const Who &who, QWidget *parent)
    : Page(QStringLiteral("settingsClinic"), parent)
    , m_clinic(clinic)
    , m_who(who)
    , m_strip(new MessageStrip)
    , m_name(line("name", tr("Name of the clinic"), "clinicName"))
    , m_address(line("address", tr("Address"), "clinicAddress"))
    , m_phone(line("phone", tr("Phone"), "clinicPhone"))
    , m_licence(line("licence", tr("Licence number of the clinic"), "clinicLicence"))
    , m_save(new Button(tr("Save"), ButtonKind::Primary))
{
    dress(m_name, TypeStyle::Name);
    m_strip->setObjectName(QStringLiteral("clinicStrip"));
    m_save->setObjectName(QStringLiteral("saveClinic"));
    m_save->setKeys(QKeySequence(Qt::CTRL | Qt::Key_S));
    connect(m_save, &Button::clicked, this, &ClinicSection::save);
    auto *form = new QWidget;
    form->setMaximumWidth(Theme::of(this).scaled(formWidth));
    auto *fields = new QVBoxLayout(form);
    fields->setContentsMargins(0, 0, 0, 0);
    fields->setSpacing(2);
    for (const char *field : {"name", "address", "phone", "licence"})
        fields->addWidget(m_fields[QLatin1String(field)]);
    fields->addWidget(m_save, 0, Qt::AlignLeft);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(pageMargin, 12, pageMargin, gapGroups);
    column->setSpacing(gapControls);
    column->addWidget(new Label(tr("As on the clinic's papers"), TypeStyle::Title));
    column->addWidget(m_strip);
    column->addWidget(form);
    column->addStretch(1);
    connect(&m_clinic, &Clinic::changed, this, [this](const store::ChangeSet &changes) {
        if (changes.touches("clinic") && isVisible() && !isResting() && !hasUnsaved())
            load();
    });
}

QLineEdit *ClinicSection::line(const char *field, const QString &label, const char *name)
{
    auto *edit = new QLineEdit;
    edit->setObjectName(QLatin1String(name));
    auto *around = new Field(label, edit);
    m_fields.insert(QLatin1String(field), around);
    connect(edit, &QLineEdit::textEdited, around, &Field::clearProblem);
    return edit;
}

QString ClinicSection::title() const
{
    return tr("Clinic");
}

QList<KeyHint> ClinicSection::keyHints() const
{
    return {{QStringLiteral("Tab"), tr("next field")}, {QStringLiteral("Ctrl S"), tr("save")}};
}

void ClinicSection::activate()
{
    m_name->setFocus(Qt::OtherFocusReason);
}

void ClinicSection::rest(bool resting)
{
    Page::rest(resting);
    if (!resting && isVisible() && !hasUnsaved())
        load();
}

void ClinicSection::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    if (!isResting() && !hasUnsaved())
        load();
}

bool ClinicSection::hasUnsaved() const
{
    return m_before && profile() != *m_before;
}

void ClinicSection::load()
{
    onDone(m_clinic.read([](const store::Snapshot &view) { return access::clinicProfile(view); }), this,
           [this](const Result<access::ClinicProfile> &profile) {
               if (!profile)
                   return m_strip->say(MessageStrip::Kind::Stop, profile.error().message);
               if (!hasUnsaved())
                   show(*profile);
           });
}

void ClinicSection::show(const access::ClinicProfile &profile)
{
    m_name->setText(profile.name);
    m_address->setText(profile.address);
    m_phone->setText(profile.phone);
    m_licence->setText(profile.licence);
    m_before = profile;
}

access::ClinicProfile ClinicSection::profile() const
{
    access::ClinicProfile profile = *m_before;
    profile.name = m_name->text().trimmed();
    profile.address = m_address->text().trimmed();
    profile.phone = m_phone->text().trimmed();
    profile.licence = m_licence->text().trimmed();
    return profile;
}

void ClinicSection::save()
{
    if (!m_before || m_save->isBusy())
        return;
    m_strip->clear();
    m_save->setBusy(true);
    const auto saved = m_clinic.write(
        "clinic.edit", [wanted = profile()](store::Transaction &tx) { return access::editClinicProfile(tx, wanted); });
    onDone(saved, this, [this, wanted = profile()](const Result<Done> &done) {
        m_save->setBusy(false);
        if (done) {
            m_before = wanted;
            return m_strip->say(MessageStrip::Kind::Done, tr("Saved. New papers carry it from now on."));
        }
        if (Field *field = m_fields.value(done.error().field)) {
            field->showProblem(done.error().message);
            return field->editor()->setFocus();
        }
        m_strip->say(MessageStrip::Kind::Stop, done.error().message);
    });
}

} // namespace xinglin::ui
