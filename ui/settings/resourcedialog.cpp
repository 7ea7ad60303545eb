#include "ui/settings/resourcedialog.h"

#include "ui/kit/field.h"
#include "ui/kit/hues.h"
#include "ui/kit/ondone.h"
#include "ui/kit/segment.h"
#include "ui/kit/stepper.h"
#include "ui/kit/text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QLocale>

#include <algorithm>

namespace xinglin::ui {

namespace {

constexpr int dialogWidth = 600;
constexpr ResourceKind kinds[] = {ResourceKind::Practitioner, ResourceKind::Room, ResourceKind::Bed,
                                  ResourceKind::Device};
constexpr Sex sexes[] = {Sex::Unknown, Sex::Male, Sex::Female};

QString textOf(const Uuid &id)
{
    return id.toString();
}

void chooseData(QComboBox *box, const QVariant &data)
{
    box->setCurrentIndex(std::max(0, box->findData(data)));
}

} // namespace

QString kindWords(ResourceKind kind)
{
    QString name = schedule::nameOf(kind);
    if (!name.isEmpty())
        name[0] = name.front().toUpper();
    return name;
}

ResourceDialog::ResourceDialog(Clinic &clinic, const Known &known, const std::optional<Resource> &resource,
                               QWidget *parent)
    : FormDialog(resource ? tr("Change “%1”?").arg(resource->content.name) : tr("Add somebody or something to book?"),
                 resource ? tr("What is booked stays as it is.")
                          : tr("Two beds of a kind are one entry for two at once."),
                 parent)
    , m_clinic(clinic)
    , m_known(known)
    , m_resource(resource)
    , m_name(new QLineEdit)
    , m_user(new QComboBox)
    , m_sex(new Segment(tr("Sex")))
    , m_room(new QComboBox)
    , m_capacity(new Stepper(tr("At once")))
    , m_hue(new QComboBox)
    , m_holidays(new QCheckBox(tr("Works on public holidays")))
    , m_madeUp(new QComboBox)
{
    setObjectName(QStringLiteral("resourceDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setFixedWidth(Theme::of(this).scaled(dialogWidth));
    build(known);
    if (resource)
        fill(resource->content);
    showKind();
    setVerb(resource ? tr("Save") : tr("Add"));
    setSubmit([this] { submit(); });
    m_name->setFocus();
    m_name->selectAll();
}

Field *ResourceDialog::place(QGridLayout *grid, const char *field, const QString &label, QWidget *editor, int row,
                             int column)
{
    auto *made = new Field(label, editor);
    m_fields.insert(QLatin1String(field), made);
    grid->addWidget(made, row, column, Qt::AlignTop);
    return made;
}

void ResourceDialog::build(const Known &known)
{
    if (!m_resource) {
        m_kind = new Segment(tr("What it is"));
        m_kind->setObjectName(QStringLiteral("resourceKind"));
        QStringList names;
        for (const ResourceKind one : kinds)
            names << kindWords(one);
        m_kind->setCells(names);
        connect(m_kind, &Segment::chosen, this, &ResourceDialog::showKind);
        body()->addWidget(m_kind, 0, Qt::AlignLeft);
    }
    m_name->setObjectName(QStringLiteral("resourceName"));
    m_name->setMaxLength(int(schedule::mostResourceName));
    m_user->setObjectName(QStringLiteral("resourceUser"));
    m_user->addItem(tr("Nobody"), QString());
    for (const access::User &person : known.people) {
        if (person.active || (m_resource && m_resource->content.user == person.id))
            m_user->addItem(person.name, textOf(person.id.uuid()));
    }
    m_sex->setObjectName(QStringLiteral("resourceSex"));
    m_sex->setCells({tr("Not said"), tr("Male"), tr("Female")});
    m_room->setObjectName(QStringLiteral("resourceRoom"));
    m_room->addItem(tr("None"), QString());
    for (const Resource &one : known.resources) {
        if (one.content.kind == ResourceKind::Room && !one.retired)
            m_room->addItem(one.content.name, textOf(one.id.uuid()));
    }
    m_capacity->setObjectName(QStringLiteral("resourceCapacity"));
    m_capacity->setRange(1, schedule::mostCapacity);
    m_hue->setObjectName(QStringLiteral("resourceHue"));
    m_hue->addItem(hueWords({}), QString());
    for (const Hue &hue : hues())
        m_hue->addItem(hueWords(hue.name), hue.name);
    m_holidays->setObjectName(QStringLiteral("resourceHolidays"));
    m_madeUp->setObjectName(QStringLiteral("resourceMadeUp"));
    m_madeUp->addItem(tr("As on that weekday"), 0);
    for (int day = 1; day <= 7; ++day)
        m_madeUp->addItem(tr("As on a %1", "weekday").arg(QLocale().dayName(day)), day);
    for (QComboBox *box : {m_user, m_room}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(8);
    }
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(gapGroups);
    grid->setVerticalSpacing(2);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    place(grid, "name", tr("Name"), m_name, 0, 0);
    place(grid, "capacity", tr("So many at once"), m_capacity, 0, 1);
    place(grid, "user", tr("Signs in as"), m_user, 1, 0);
    place(grid, "sex", tr("Sex, for patients who ask"), m_sex, 1, 1);
    place(grid, "room", tr("Usual room"), m_room, 2, 0);
    place(grid, "hue", tr("Colour in the calendar"), m_hue, 2, 1);
    place(grid, "madeUpAs", tr("Hours on working days made up for a holiday"), m_madeUp, 3, 0);
    grid->addWidget(m_holidays, 3, 1);
    body()->addLayout(grid);
    for (Field *field : std::as_const(m_fields))
        connect(m_name, &QLineEdit::textEdited, field, &Field::clearProblem);
}

void ResourceDialog::fill(const ResourceDraft &content)
{
    m_name->setText(content.name);
    chooseData(m_user, content.user ? textOf(content.user->uuid()) : QString());
    chooseData(m_room, content.room ? textOf(content.room->uuid()) : QString());
    const auto sex = std::find(std::begin(sexes), std::end(sexes), content.sex.value_or(Sex::Unknown));
    m_sex->setCurrent(sex == std::end(sexes) ? 0 : int(sex - std::begin(sexes)));
    m_capacity->setValue(content.capacity);
    chooseData(m_hue, content.hue);
    m_holidays->setChecked(content.worksOnHolidays);
    chooseData(m_madeUp, content.madeUpAs.value_or(0));
}

ResourceKind ResourceDialog::kind() const
{
    return m_resource ? m_resource->content.kind : kinds[m_kind->current()];
}

void ResourceDialog::showKind()
{
    for (const char *field : {"user", "sex", "room"})
        m_fields[QLatin1String(field)]->setVisible(kind() == ResourceKind::Practitioner);
}

ResourceDraft ResourceDialog::draft() const
{
    ResourceDraft draft;
    draft.kind = kind();
    draft.name = m_name->text();
    if (draft.kind == ResourceKind::Practitioner) {
        for (const access::User &person : m_known.people) {
            if (textOf(person.id.uuid()) == m_user->currentData().toString())
                draft.user = person.id;
        }
        for (const Resource &one : m_known.resources) {
            if (textOf(one.id.uuid()) == m_room->currentData().toString())
                draft.room = one.id;
        }
        if (const Sex sex = sexes[m_sex->current()]; sex != Sex::Unknown)
            draft.sex = sex;
    }
    draft.capacity = m_capacity->value();
    draft.hue = m_hue->currentData().toString();
    draft.worksOnHolidays = m_holidays->isChecked();
    if (const int day = m_madeUp->currentData().toInt(); day > 0)
        draft.madeUpAs = day;
    if (m_resource) {
        draft.position = m_resource->content.position;
        return draft;
    }
    for (const Resource &one : m_known.resources) {
        if (one.content.kind == draft.kind)
            draft.position = std::max(draft.position, one.content.position + 1);
    }
    return draft;
}

void ResourceDialog::submit()
{
    for (Field *field : std::as_const(m_fields))
        field->clearProblem();
    showProblem({});
    setBusy(true);
    const auto storing = [draft = draft(),
                          id = m_resource ? std::optional(m_resource->id) : std::nullopt](store::Transaction &tx) {
        return id ? schedule::editResource(tx, *id, draft) : schedule::addResource(tx, draft);
    };
    const auto done = m_clinic.write(m_resource ? "resource.edit" : "resource.add", storing);
    onDone(done, this, [this](const Result<Resource> &made) {
        setBusy(false);
        if (made) {
            emit stored(*made);
            return finish();
        }
        if (Field *field = m_fields.value(made.error().field)) {
            field->showProblem(made.error().message);
            return field->editor()->setFocus();
        }
        showProblem(made.error().message);
    });
}

} // namespace xinglin::ui
