#include "ui/settings/peoplesection.h"

#include "clinic/draftcontent.h"
#include "ui/kit/button.h"
#include "ui/kit/icons.h"
#include "ui/kit/messagestrip.h"
#include "ui/kit/ondone.h"
#include "ui/kit/rowdelegate.h"
#include "ui/kit/text.h"
#include "ui/patient/notice.h"
#include "ui/settings/personform.h"
#include "ui/settings/rolewords.h"
#include "ui/shell/formdraft.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QShortcut>
#include <QStackedLayout>
#include <QTableView>

namespace xinglin::ui {

using access::Permission;

namespace {
constexpr int panelWidth = 300;
} // namespace

PeopleSection::PeopleSection(Clinic &clinic, const Who &who, const access::Surroundings &around,
                             std::shared_ptr<access::Keys> keys, QWidget *parent)
    : Page(QStringLiteral("settingsPeople"), parent)
    , m_clinic(clinic)
    , m_who(who)
    , m_around(around)
    , m_keys(std::move(keys))
    , m_model(new PeopleModel(this))
    , m_stack(new QStackedLayout(this))
    , m_strip(new MessageStrip)
    , m_warnings(new Label(QString(), TypeStyle::Small))
    , m_table(new QTableView)
    , m_panel(new PersonPanel(who.may(Permission::ManageRoles), who.may(Permission::ReadAudit)))
    , m_form(new PersonForm)
{
    m_stack->addWidget(buildList());
    m_stack->addWidget(m_form);
    addKeys();
    connect(m_form, &PersonForm::submitted, this, &PeopleSection::save);
    m_draft = new FormDraft(
        m_clinic, m_keys,
        {m_form,
         [this] {
             return m_stack->currentIndex() == 1 && m_form->isDirty() ? std::optional(m_form->fields()) : std::nullopt;
         },
         [this](const QMap<QString, QString> &kept) { m_form->put(kept); }, [this] { m_form->reset(); }});
    m_form->addStrip(m_draft->strip());
    connect(m_form, &PersonForm::leaving, m_draft->strip(), &MessageStrip::clear);
    connect(m_form, &PersonForm::left, this, &PeopleSection::backToList);
    connect(m_panel, &PersonPanel::editWanted, this, &PeopleSection::startEdit);
    connect(m_panel, &PersonPanel::resetWanted, this, &PeopleSection::askReset);
    connect(m_panel, &PersonPanel::activeWanted, this, &PeopleSection::askActive);
    connect(m_panel, &PersonPanel::grantWanted, this, &PeopleSection::askGrant);
    connect(m_panel, &PersonPanel::auditWanted, this, [this] { emit auditWanted(chosen()->user.id); });
    connect(m_panel, &PersonPanel::previewWanted, this,
            [this] { emit previewWanted(chosen()->user.id, chosen()->user.name); });
    connect(&m_clinic, &Clinic::changed, this, [this](const store::ChangeSet &changes) {
        if (isVisible() && !isResting() &&
            (changes.touches("user") || changes.touches("user_role") || changes.touches("custom_role_grant")))
            load();
    });
}

PeopleSection::~PeopleSection()
{
    m_draft->close();
}

QWidget *PeopleSection::buildList()
{
    auto *add = new Button(tr("New person"), ButtonKind::Primary);
    add->setObjectName(QStringLiteral("newPerson"));
    add->setIcon(icon(u"list-add", Token::OnInk));
    add->setKeyCap(QStringLiteral("N"));
    connect(add, &Button::clicked, this, &PeopleSection::startNew);
    auto *head = new QHBoxLayout;
    head->setSpacing(gapControls);
    head->addWidget(new Label(tr("Who works here"), TypeStyle::Title), 1);
    head->addWidget(add);

    m_strip->setObjectName(QStringLiteral("peopleStrip"));
    m_warnings->setObjectName(QStringLiteral("standingWarnings"));
    auto *warnings = new Notice(Tone::Gamboge, QStringLiteral("dialog-warning"), m_warnings);
    warnings->hide();

    m_table->setObjectName(QStringLiteral("peopleTable"));
    m_table->setAccessibleName(tr("People of the clinic"));
    m_table->setModel(m_model);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    dressRows(m_table)->setPadding(12, 10);
    QHeaderView *header = m_table->horizontalHeader();
    header->setStretchLastSection(false);
    header->setSectionsClickable(false);
    const Theme &theme = Theme::of(this);
    header->setSectionResizeMode(PeopleModel::Roles, QHeaderView::Stretch);
    const std::pair<int, int> widths[] = {
        {PeopleModel::Name, 168}, {PeopleModel::Login, 116}, {PeopleModel::LastUse, 136}, {PeopleModel::State, 112}};
    for (const auto &[column, width] : widths)
        header->resizeSection(column, theme.scaled(width));
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &PeopleSection::showPerson);
    connect(m_table, &QTableView::doubleClicked, this, &PeopleSection::startEdit);

    auto *list = new Pane(Token::Surface);
    auto *column = new QVBoxLayout(list);
    column->setContentsMargins(pageMargin, 12, pageMargin, 8);
    column->setSpacing(gapControls);
    column->addLayout(head);
    column->addWidget(m_strip);
    column->addWidget(warnings);
    column->addWidget(m_table, 1);
    m_panel->setFixedWidth(theme.scaled(panelWidth));
    auto *both = new QWidget;
    auto *row = new QHBoxLayout(both);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(list, 1);
    row->addWidget(m_panel);
    return both;
}

void PeopleSection::addKeys()
{
    const auto on = [this](const QKeySequence &keys, const auto &act) {
        auto *shortcut = new QShortcut(keys, m_table);
        shortcut->setContext(Qt::WidgetShortcut);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    const auto press = [this](const char *name) {
        return [this, name] {
            if (auto *button = m_panel->findChild<Button *>(QLatin1String(name)))
                button->click();
        };
    };
    on(Qt::Key_N, [this] { startNew(); });
    for (const int enter : {Qt::Key_Return, Qt::Key_Enter})
        on(QKeySequence(enter), [this] { startEdit(); });
    on(Qt::Key_P, press("resetPerson"));
    on(Qt::Key_D, press("disablePerson"));
    on(Qt::Key_T, press("grantPerson"));
    on(Qt::Key_W, press("auditPerson"));
    on(Qt::Key_V, press("previewPerson"));
}

QString PeopleSection::title() const
{
    return tr("People");
}

QString PeopleSection::context() const
{
    const int active = m_model->activeCount();
    const int disabled = m_model->rowCount() - active;
    if (m_model->rowCount() == 0)
        return {};
    return disabled == 0 ? tr("%n active", "people", active)
                         : tr("%1, %2", "people: active, disabled")
                               .arg(tr("%n active", "people", active), tr("%n disabled", "people", disabled));
}

QList<KeyHint> PeopleSection::keyHints() const
{
    if (m_stack->currentIndex() == 1)
        return {{QStringLiteral("Tab"), tr("next field")},
                {QStringLiteral("Ctrl ⏎"), tr("save")},
                {QStringLiteral("Esc"), tr("back")}};
    return {{QStringLiteral("↑ ↓"), tr("choose")},
            {QStringLiteral("N"), tr("new person")},
            {QStringLiteral("⏎"), tr("edit")},
            {QStringLiteral("P"), tr("new password")},
            {QStringLiteral("D"), tr("disable")}};
}

void PeopleSection::activate()
{
    if (m_stack->currentIndex() == 1)
        return m_form->focusFirst();
    m_table->setFocus(Qt::OtherFocusReason);
}

void PeopleSection::rest(bool resting)
{
    m_draft->rest(resting);
    Page::rest(resting);
    if (!resting && isVisible())
        load();
}

void PeopleSection::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    if (!isResting())
        load();
}

bool PeopleSection::hasUnsaved() const
{
    return m_stack->currentIndex() == 1 && m_form->isDirty();
}

Result<PeopleSection::Loaded> PeopleSection::readAll(const store::Snapshot &view)
{
    const auto people = access::users(view);
    if (!people)
        return people.error();
    const auto uses = access::lastUses(view);
    if (!uses)
        return uses.error();
    auto standing = access::standing(view);
    if (!standing)
        return standing.error();
    auto roles = access::customRoles(view);
    if (!roles)
        return roles.error();
    auto grants = access::customGrants(view);
    if (!grants)
        return grants.error();
    Loaded loaded{{}, *std::move(standing), *std::move(roles), *std::move(grants)};
    for (const access::User &user : *people) {
        PersonRow row{user, {}, {}};
        if (const auto last = uses->constFind(user.id); last != uses->constEnd())
            row.lastUse = *last;
        for (const access::CustomGrant &grant : std::as_const(loaded.ownGrants)) {
            for (const access::CustomRole &role : std::as_const(loaded.ownRoles)) {
                if (grant.user == user.id && grant.role == role.id)
                    row.ownRoles << role.name;
            }
        }
        loaded.people << row;
    }
    return loaded;
}

void PeopleSection::load()
{
    const quint64 question = ++m_question;
    onDone(m_clinic.read(readAll), this, [this, question](const Result<Loaded> &loaded) {
        if (question != m_question)
            return;
        if (!loaded)
            return m_strip->say(MessageStrip::Kind::Stop, loaded.error().message);
        showAll(*loaded);
    });
}

void PeopleSection::showAll(const Loaded &loaded)
{
    const std::optional<access::UserId> before = chosen() ? std::optional(chosen()->user.id) : std::nullopt;
    m_loaded = loaded;
    const store::StoreOptions &options = m_clinic.store().options();
    m_model->setPeople(loaded.people, today(m_clinic), options.zone);
    QStringList warnings;
    for (const access::StandingWarning &warning : loaded.standing.warnings)
        warnings << warning.text;
    m_warnings->setText(warnings.join(u'\n'));
    m_warnings->parentWidget()->setVisible(!warnings.isEmpty());
    int row = before ? m_model->rowOf(*before) : 0;
    for (int i = 0; i < m_model->rowCount(); ++i) {
        if (m_model->personAt(i)->user.login == m_wanted)
            row = i;
    }
    m_wanted.clear();
    const auto resumed = std::exchange(m_resumed, {});
    if (resumed)
        row = m_model->rowOf(access::UserId(resumed->subject));
    m_table->selectRow(qMax(0, row));
    showPerson();
    if (resumed && row >= 0)
        startEdit();
    emit headingChanged();
}

const PersonRow *PeopleSection::chosen() const
{
    return m_model->personAt(m_table->currentIndex().row());
}

bool PeopleSection::isSelf() const
{
    return chosen() && chosen()->user.id == m_who.user.id;
}

void PeopleSection::showPerson()
{
    const quint64 question = ++m_personQuestion;
    const PersonRow *person = chosen();
    m_panel->setPerson(person ? std::optional(*person) : std::nullopt, isSelf());
    if (!person || isResting())
        return;
    const auto details =
        m_clinic.read([id = person->user.id, ownGrants = m_loaded.ownGrants,
                       ownRoles = m_loaded.ownRoles](const store::Snapshot &view) -> Result<PersonDetails> {
            auto grants = access::grantsOf(view, id);
            if (!grants)
                return grants.error();
            PersonDetails found{{}, *std::move(grants), ownGrantWords(ownGrants, ownRoles, id, view.zone())};
            if (access::allows(view, Permission::ReadAudit) || view.actor().user == id.uuid()) {
                auto activity = access::activityOf(view, id);
                if (!activity)
                    return activity.error();
                found.activity = *std::move(activity);
            }
            return found;
        });
    onDone(details, this, [this, question](const Result<PersonDetails> &found) {
        if (question != m_personQuestion)
            return;
        if (!found)
            return m_strip->say(MessageStrip::Kind::Stop, found.error().message);
        m_panel->setDetails(*found, today(m_clinic), m_clinic.store().options().zone);
    });
}

void PeopleSection::startNew()
{
    m_strip->clear();
    m_form->startNew(m_who.may(Permission::ManageRoles));
    showForm({draftkind::newPerson, m_who.user.id.uuid()});
}

void PeopleSection::showForm(const drafts::Place &place)
{
    m_stack->setCurrentIndex(1);
    m_draft->begin(place);
    m_form->focusFirst();
    emit headingChanged();
}

void PeopleSection::resume(const drafts::Place &place)
{
    if (m_stack->currentIndex() == 1)
        return; // a form is open already; what is kept stays kept
    if (place.kind == draftkind::newPerson)
        return startNew();
    m_resumed = place;
    load();
}

void PeopleSection::startEdit()
{
    const PersonRow *person = chosen();
    if (!person)
        return;
    m_strip->clear();
    m_form->startEdit(person->user, m_who.may(Permission::ManageRoles));
    showForm({draftkind::person, person->user.id.uuid()});
}

void PeopleSection::save()
{
    m_form->setBusy(true);
    const access::User user = m_form->user();
    m_wanted = user.login;
    if (!m_form->isNew()) {
        const auto done =
            m_clinic.write("people.edit", [user, kept = m_draft->handOver()](store::Transaction &tx) -> Result<Done> {
                if (const auto edited = access::editUser(tx, user); !edited)
                    return edited.error();
                return drafts::settle(tx, kept);
            });
        return onDone(done, this,
                      [this, user](const Result<Done> &result) { saved(result, tr("%1 is changed.").arg(user.name)); });
    }
    const auto added = m_clinic.work([around = m_around, keys = m_keys, actor = m_clinic.actor(), user,
                                      password = m_form->password()](store::Store &store) -> Result<Done> {
        const auto key = keys->databaseKey();
        const auto person = access::addPerson(around, store, actor, *key, user, password);
        if (!person)
            return person.error();
        return Done{};
    });
    onDone(added, this, [this, user](const Result<Done> &result) {
        saved(result, tr("%1 can sign in now, and chooses a password of their own at the first time.").arg(user.name));
    });
}

void PeopleSection::saved(const Result<Done> &done, const QString &sentence)
{
    m_form->setBusy(false);
    m_draft->handedOver(done.ok());
    if (!done)
        return m_form->showError(done.error());
    backToList();
    told(done, sentence);
}

void PeopleSection::backToList()
{
    m_form->reset(); // saved or thrown away: nothing of it stays kept
    m_draft->end();
    m_stack->setCurrentIndex(0);
    m_table->setFocus(Qt::OtherFocusReason);
    load();
    emit headingChanged();
}

void PeopleSection::told(const Result<Done> &done, const QString &sentence)
{
    if (done)
        return m_strip->say(MessageStrip::Kind::Done, sentence);
    m_strip->say(MessageStrip::Kind::Stop, done.error().message);
}

} // namespace xinglin::ui
