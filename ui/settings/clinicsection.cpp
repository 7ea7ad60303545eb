#include "ui/settings/clinicsection.h"

#include "access/settings.h"
#include "clinic/draftcontent.h"
#include "clinic/patient/segments.h"
#include "ui/kit/button.h"
#include "ui/kit/field.h"
#include "ui/kit/messagestrip.h"
#include "ui/kit/ondone.h"
#include "ui/kit/segment.h"
#include "ui/kit/stepper.h"
#include "ui/kit/text.h"
#include "ui/shell/formdraft.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QScrollArea>
#include <QVBoxLayout>

namespace xinglin::ui {

namespace {
constexpr int formWidth = 560;
} // namespace

ClinicSection::ClinicSection(Clinic &clinic, const Who &who, std::shared_ptr<access::Keys> keys, QWidget *parent)
    : Page(QStringLiteral("settingsClinic"), parent)
    , m_clinic(clinic)
    , m_who(who)
    , m_strip(new MessageStrip)
    , m_name(line("name", tr("Name of the clinic"), "clinicName"))
    , m_address(line("address", tr("Address"), "clinicAddress"))
    , m_phone(line("phone", tr("Phone"), "clinicPhone"))
    , m_licence(line("licence", tr("Licence number of the clinic"), "clinicLicence"))
    , m_sharing(new Segment(tr("Notes and prescriptions")))
    , m_frontDesk(new QCheckBox(tr("This PC stands at the front desk")))
    , m_secondPerson(
          new QCheckBox(tr("Print a prescription only once a second person has checked or countersigned it")))
    , m_lock(new Stepper(tr("Minutes until an idle PC locks")))
    , m_active(new Stepper(tr("Days a patient counts as active")))
    , m_dormant(new Stepper(tr("Days until a patient counts as lost")))
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
    fields->addWidget(buildRules());
    fields->addWidget(m_save, 0, Qt::AlignLeft);
    auto *body = new QWidget;
    body->setAutoFillBackground(false);
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(pageMargin, 12, pageMargin, gapGroups);
    column->setSpacing(gapControls);
    column->addWidget(new Label(tr("As on the clinic's papers"), TypeStyle::Title));
    column->addWidget(form);
    column->addStretch(1);
    m_scroll = new QScrollArea;
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(body);
    setGround(m_scroll->viewport(), Token::Window);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    m_draft = new FormDraft(m_clinic, std::move(keys),
                            {form, [this] { return hasUnsaved() ? std::optional(this->fields()) : std::nullopt; },
                             [this](const QMap<QString, QString> &kept) { put(kept); },
                             [this] {
                                 show({*m_before, m_rulesBefore});
                             }});
    whole->addWidget(m_strip);
    whole->addWidget(m_draft->strip());
    whole->addWidget(m_scroll, 1);
    connect(&m_clinic, &Clinic::changed, this, [this](const store::ChangeSet &changes) {
        if ((changes.touches("clinic") || changes.touches("setting")) && isVisible() && !isResting() && !hasUnsaved())
            load();
    });
}

ClinicSection::~ClinicSection()
{
    m_draft->close();
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

QWidget *ClinicSection::buildRules()
{
    auto *part = new QWidget;
    if (!m_who.may(access::Permission::EditPolicy))
        part->hide(); // showing it here would open a window of its own
    m_sharing->setObjectName(QStringLiteral("sharing"));
    m_sharing->setCells({tr("All practitioners read all"), tr("Each reads their own patients'")});
    m_frontDesk->setObjectName(QStringLiteral("frontDesk"));
    m_secondPerson->setObjectName(QStringLiteral("secondPerson"));
    m_lock->setObjectName(QStringLiteral("lockMinutes"));
    m_lock->setRange(1, 15);
    m_active->setObjectName(QStringLiteral("activeDays"));
    m_active->setRange(1, 3650);
    m_dormant->setObjectName(QStringLiteral("dormantDays"));
    m_dormant->setRange(1, 3650);
    auto *desk = new Label(tr("It never shows notes of visits, whoever is signed in."), TypeStyle::Small, Token::Text2);
    auto *plain =
        new Label(tr("Notes are kept from other roles by this program and by the audit, not by a key of their "
                     "own: whoever has the database key of this PC could read them."),
                  TypeStyle::Small, Token::Text2);
    for (Label *words : {desk, plain})
        words->setWordWrap(true);
    auto *lock = new Field(tr("Minutes until an idle PC locks"), m_lock);
    auto *sharing = new Field(tr("Notes and prescriptions"), m_sharing);
    auto *active = new Field(tr("Active: days since the last visit"), m_active);
    auto *dormant = new Field(tr("Dormant: days since the last visit, then lost"), m_dormant);
    for (Field *field : {lock, sharing, active, dormant})
        field->setReserve(false);
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, gapGroups);
    column->setSpacing(gapControls);
    column->addWidget(new Label(tr("Rules of the clinic"), TypeStyle::Heading));
    column->addWidget(sharing, 0, Qt::AlignLeft);
    column->addWidget(plain);
    column->addWidget(lock, 0, Qt::AlignLeft);
    column->addWidget(m_secondPerson);
    column->addWidget(m_frontDesk);
    column->addWidget(desk);
    column->addSpacing(gapControls);
    column->addWidget(new Label(tr("Stages of patients"), TypeStyle::Heading));
    column->addWidget(active, 0, Qt::AlignLeft);
    column->addWidget(dormant, 0, Qt::AlignLeft);
    return part;
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
    m_draft->rest(resting);
    Page::rest(resting);
    if (!resting && isVisible() && !hasUnsaved())
        load();
}

void ClinicSection::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    // A scroll area does not ask how high words become where they wrap.
    QWidget *body = m_scroll->widget();
    body->setMinimumHeight(body->layout()->totalHeightForWidth(m_scroll->viewport()->width()));
}

void ClinicSection::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    if (!isResting() && !hasUnsaved())
        load();
}

bool ClinicSection::hasUnsaved() const
{
    return m_before && (profile() != *m_before || rules() != m_rulesBefore);
}

void ClinicSection::load()
{
    const auto read = m_clinic.read([](const store::Snapshot &view) -> Result<Loaded> {
        auto profile = access::clinicProfile(view);
        if (!profile)
            return profile.error();
        const auto sharing = settings::value(view, settings::RecordsSharing);
        const QString device = settings::forDevice(settings::FrontDesk, view.actor().device);
        const auto desk = settings::isOn(view, device);
        const auto minutes = settings::number(view, settings::LockMinutes);
        const auto second = settings::isOn(view, settings::SecondPerson);
        const auto days = segment::thresholds(view);
        if (!days)
            return days.error();
        if (!sharing || !desk || !minutes || !second)
            return !sharing ? sharing.error() : !desk ? desk.error() : !minutes ? minutes.error() : second.error();
        return Loaded{*std::move(profile),
                      {*sharing == QStringLiteral("all"), *desk, static_cast<int>(*minutes), *second, days->activeDays,
                       days->dormantDays}};
    });
    onDone(read, this, [this](const Result<Loaded> &loaded) {
        if (!loaded)
            return m_strip->say(MessageStrip::Kind::Stop, loaded.error().message);
        if (!hasUnsaved())
            show(*loaded);
    });
}

void ClinicSection::show(const Loaded &loaded)
{
    const access::ClinicProfile &profile = loaded.profile;
    m_name->setText(profile.name);
    m_address->setText(profile.address);
    m_phone->setText(profile.phone);
    m_licence->setText(profile.licence);
    m_sharing->setCurrent(loaded.rules.shared ? 0 : 1);
    m_frontDesk->setChecked(loaded.rules.frontDesk);
    m_secondPerson->setChecked(loaded.rules.secondPerson);
    m_lock->setValue(loaded.rules.lockMinutes);
    m_active->setValue(loaded.rules.activeDays);
    m_dormant->setValue(loaded.rules.dormantDays);
    m_before = profile;
    m_rulesBefore = loaded.rules;
    const drafts::Place place{draftkind::clinic, m_clinic.store().identity().clinic};
    if (!m_draft->isAt(place))
        m_draft->begin(place);
}

QMap<QString, QString> ClinicSection::fields() const
{
    return {{QStringLiteral("name"), m_name->text()},
            {QStringLiteral("address"), m_address->text()},
            {QStringLiteral("phone"), m_phone->text()},
            {QStringLiteral("licence"), m_licence->text()},
            {QStringLiteral("sharing"), QString::number(m_sharing->current())},
            {QStringLiteral("frontDesk"), QString::number(m_frontDesk->isChecked() ? 1 : 0)},
            {QStringLiteral("secondPerson"), QString::number(m_secondPerson->isChecked() ? 1 : 0)},
            {QStringLiteral("lock"), QString::number(m_lock->value())},
            {QStringLiteral("active"), QString::number(m_active->value())},
            {QStringLiteral("dormant"), QString::number(m_dormant->value())}};
}

void ClinicSection::put(const QMap<QString, QString> &fields)
{
    m_name->setText(fields.value(QStringLiteral("name")));
    m_address->setText(fields.value(QStringLiteral("address")));
    m_phone->setText(fields.value(QStringLiteral("phone")));
    m_licence->setText(fields.value(QStringLiteral("licence")));
    m_sharing->setCurrent(fields.value(QStringLiteral("sharing")).toInt());
    m_frontDesk->setChecked(fields.value(QStringLiteral("frontDesk")).toInt() != 0);
    m_secondPerson->setChecked(fields.value(QStringLiteral("secondPerson")).toInt() != 0);
    m_lock->setValue(fields.value(QStringLiteral("lock")).toInt());
    m_active->setValue(fields.value(QStringLiteral("active"), QStringLiteral("90")).toInt());
    m_dormant->setValue(fields.value(QStringLiteral("dormant"), QStringLiteral("365")).toInt());
}

ClinicSection::Rules ClinicSection::rules() const
{
    return {m_sharing->current() == 0,   m_frontDesk->isChecked(), m_lock->value(),
            m_secondPerson->isChecked(), m_active->value(),        m_dormant->value()};
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
    if (!m_before || m_save->isBusy() || !hasUnsaved())
        return;
    m_strip->clear();
    m_save->setBusy(true);
    const access::ClinicProfile wanted = profile();
    const auto write = [wanted, before = *m_before, rules = rules(), rulesBefore = m_rulesBefore,
                        kept = m_draft->handOver()](store::Transaction &tx) -> Result<Done> {
        if (wanted != before) {
            if (auto edited = access::editClinicProfile(tx, wanted); !edited)
                return edited;
        }
        const auto settle = [&tx](bool differs, const QString &key, const QString &value) -> Result<Done> {
            return differs ? settings::setValue(tx, key, value) : Result<Done>(Done{});
        };
        auto done = settle(rules.shared != rulesBefore.shared, settings::RecordsSharing,
                           rules.shared ? QStringLiteral("all") : QStringLiteral("own"));
        if (done)
            done = settle(rules.frontDesk != rulesBefore.frontDesk,
                          settings::forDevice(settings::FrontDesk, tx.actor().device),
                          rules.frontDesk ? QStringLiteral("yes") : QStringLiteral("no"));
        if (done)
            done = settle(rules.secondPerson != rulesBefore.secondPerson, settings::SecondPerson,
                          rules.secondPerson ? QStringLiteral("yes") : QStringLiteral("no"));
        if (done)
            done = settle(rules.lockMinutes != rulesBefore.lockMinutes, settings::LockMinutes,
                          QString::number(rules.lockMinutes));
        if (done)
            done = settle(rules.activeDays != rulesBefore.activeDays, settings::StageActiveDays,
                          QString::number(rules.activeDays));
        if (done)
            done = settle(rules.dormantDays != rulesBefore.dormantDays, settings::StageDormantDays,
                          QString::number(rules.dormantDays));
        return done ? drafts::settle(tx, kept) : done;
    };
    onDone(m_clinic.write("clinic.edit", write), this, [this, wanted, rules = rules()](const Result<Done> &done) {
        m_save->setBusy(false);
        if (done) {
            m_before = wanted;
            m_rulesBefore = rules;
            m_draft->handedOver(true);
            return m_strip->say(MessageStrip::Kind::Done, tr("Saved. It counts from now on."));
        }
        m_draft->handedOver(false);
        if (Field *field = m_fields.value(done.error().field)) {
            field->showProblem(done.error().message);
            return field->editor()->setFocus();
        }
        m_strip->say(MessageStrip::Kind::Stop, done.error().message);
    });
}

} // namespace xinglin::ui
