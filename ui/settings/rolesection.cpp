#include "ui/settings/rolesection.h"

#include "clinic/draftcontent.h"
#include "ui/kit/button.h"
#include "ui/kit/field.h"
#include "ui/kit/formdialog.h"
#include "ui/kit/messagestrip.h"
#include "ui/kit/ondone.h"
#include "ui/kit/pane.h"
#include "ui/kit/text.h"
#include "ui/settings/rolegriddelegate.h"
#include "ui/shell/formdraft.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QShortcut>
#include <QTableView>

#include <algorithm>

namespace xinglin::ui {

using access::CustomRole;
using access::Permission;

namespace {

constexpr int panelWidth = 300;
constexpr int nameWidth = 148;
constexpr int leastColumn = 84;

RoleColumn columnOf(const CustomRole &role)
{
    return {role.id.toString(), role.name, role.base, true, role.permissions, {}};
}

} // namespace

RoleSection::RoleSection(Clinic &clinic, const Who &who, std::shared_ptr<access::Keys> keys, QWidget *parent)
    : Page(QStringLiteral("settingsRoles"), parent)
    , m_clinic(clinic)
    , m_who(who)
    , m_grid(new RoleGrid(this))
    , m_table(new QTableView)
    , m_strip(new MessageStrip)
    , m_cell(new Label(QString(), TypeStyle::Title))
    , m_may(new Label(QString(), TypeStyle::Small, Token::Text2))
    , m_effect(new Label(QString(), TypeStyle::Small))
    , m_fixed(new Label(tr("A shipped role stays as it is. Copy it to change what it may do."), TypeStyle::Small,
                        Token::Text2))
    , m_copy(new Button(tr("Copy this role")))
    , m_save(new Button(tr("Save"), ButtonKind::Primary))
    , m_discard(new Button(tr("Discard")))
{
    m_draft = new FormDraft(m_clinic, std::move(keys),
                            {this, [this] { return hasUnsaved() ? std::optional(changedCodes()) : std::nullopt; },
                             [this](const QMap<QString, QString> &kept) { put(kept); },
                             [this] { setColumns(m_loaded.columns); }});
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(buildGrid(), 1);
    row->addWidget(buildPanel());
    addKeys();
    connect(&m_clinic, &Clinic::changed, this, [this](const store::ChangeSet &changes) {
        const bool mine = changes.touches("custom_role") || changes.touches("custom_role_grant") ||
                          changes.touches("user_role") || changes.touches("user");
        if (mine && isVisible() && !isResting() && !hasUnsaved())
            load();
    });
}

RoleSection::~RoleSection()
{
    m_draft->close();
}

QWidget *RoleSection::buildGrid()
{
    m_strip->setObjectName(QStringLiteral("rolesStrip"));
    m_table->setObjectName(QStringLiteral("roleGrid"));
    m_table->setAccessibleName(tr("What roles may do"));
    m_table->setModel(m_grid);
    dressRows(m_table, Size::RowDense);
    m_table->setItemDelegate(new RoleGridDelegate(m_table));
    // The names stay where they are while many roles are scrolled.
    m_table->verticalHeader()->show();
    m_table->verticalHeader()->setFixedWidth(Theme::of(this).scaled(nameWidth));
    m_table->verticalHeader()->setSectionsClickable(false);
    m_table->setCornerButtonEnabled(false);
    m_table->setColumnHidden(RoleGrid::Name, true);
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    m_table->setSelectionBehavior(QAbstractItemView::SelectItems);
    m_table->horizontalHeader()->setStretchLastSection(false);
    m_table->horizontalHeader()->setSectionsClickable(false);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        m_table->viewport()->update();
        showCell();
    });
    auto *legend = new Label(
        tr("%1 see and change   %2 see only   – nothing").arg(reachMark(Reach::Change), reachMark(Reach::See)),
        TypeStyle::Small, Token::Text2);
    auto *head = new QHBoxLayout;
    head->addWidget(new Label(tr("What roles may do"), TypeStyle::Title), 1);
    head->addWidget(legend);
    auto *pane = new Pane(Token::Surface);
    auto *column = new QVBoxLayout(pane);
    column->setContentsMargins(pageMargin, 12, pageMargin, 8);
    column->setSpacing(gapControls);
    column->addLayout(head);
    column->addWidget(m_strip);
    column->addWidget(m_draft->strip());
    column->addWidget(m_table, 1);
    return pane;
}

QWidget *RoleSection::buildPanel()
{
    auto *panel = new Pane(Token::Surface, Qt::LeftEdge);
    panel->setObjectName(QStringLiteral("rolePanel"));
    panel->setFixedWidth(Theme::of(this).scaled(panelWidth));
    m_cell->setObjectName(QStringLiteral("roleCell"));
    m_may->setObjectName(QStringLiteral("roleMay"));
    m_effect->setObjectName(QStringLiteral("roleEffect"));
    m_fixed->setObjectName(QStringLiteral("roleFixed"));
    for (Label *label : {m_cell, m_may, m_effect, m_fixed})
        label->setWordWrap(true);
    auto *column = new QVBoxLayout(panel);
    column->setContentsMargins(panelPadding + 1, panelPadding, panelPadding, panelPadding);
    column->setSpacing(gapControls);
    column->addWidget(m_cell);
    const std::pair<Reach, const char *> choices[] = {{Reach::Change, "1"}, {Reach::See, "2"}, {Reach::None, "0"}};
    for (const auto &[reach, key] : choices) {
        auto *choice = new Button(reachWords(reach));
        choice->setObjectName(QStringLiteral("reach%1").arg(QLatin1String(key)));
        choice->setKeyCap(QLatin1String(key));
        connect(choice, &Button::clicked, this, [this, wanted = reach] { set(wanted); });
        m_choices << choice;
        column->addWidget(choice);
    }
    column->addWidget(m_fixed);
    column->addWidget(m_may);
    column->addWidget(new Label(tr("Who has this role"), TypeStyle::Heading));
    column->addWidget(m_effect);
    column->addStretch(1);
    m_copy->setObjectName(QStringLiteral("copyRole"));
    m_copy->setKeyCap(QStringLiteral("C"));
    m_save->setObjectName(QStringLiteral("saveRole"));
    m_save->setKeys(QKeySequence(Qt::CTRL | Qt::Key_S));
    m_discard->setObjectName(QStringLiteral("discardRole"));
    connect(m_copy, &Button::clicked, this, &RoleSection::askCopy);
    connect(m_save, &Button::clicked, this, &RoleSection::save);
    connect(m_discard, &Button::clicked, this, &RoleSection::discard);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_save);
    buttons->addWidget(m_discard);
    buttons->addStretch(1);
    column->addWidget(m_copy, 0, Qt::AlignLeft);
    column->addLayout(buttons);
    return panel;
}

void RoleSection::addKeys()
{
    const auto on = [this](int key, const auto &act) {
        auto *shortcut = new QShortcut(QKeySequence(key), m_table);
        shortcut->setContext(Qt::WidgetShortcut);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    on(Qt::Key_1, [this] { set(Reach::Change); });
    on(Qt::Key_2, [this] { set(Reach::See); });
    on(Qt::Key_0, [this] { set(Reach::None); });
    on(Qt::Key_C, [this] { askCopy(); });
}

QString RoleSection::title() const
{
    return tr("Roles");
}

QString RoleSection::context() const
{
    const auto own = static_cast<int>(m_loaded.own.size());
    return own == 0 ? QString() : tr("%n of the clinic's own", "roles", own);
}

QList<KeyHint> RoleSection::keyHints() const
{
    QList<KeyHint> hints{{QStringLiteral("↑ ↓ ← →"), tr("walk")}};
    if (m_who.may(Permission::ManageRoles))
        hints << KeyHint{QStringLiteral("C"), tr("copy the role")} << KeyHint{QStringLiteral("1 2 0"), tr("change")}
              << KeyHint{QStringLiteral("Ctrl S"), tr("save")};
    return hints;
}

void RoleSection::activate()
{
    m_table->setFocus(Qt::OtherFocusReason);
}

void RoleSection::rest(bool resting)
{
    m_draft->rest(resting);
    Page::rest(resting);
    if (!resting && isVisible() && !hasUnsaved())
        load();
}

void RoleSection::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    if (!isResting() && !hasUnsaved())
        load();
}

QMap<QString, QString> RoleSection::changedCodes() const
{
    QMap<QString, QString> codes;
    for (const RoleColumn &column : m_grid->roles()) {
        if (changed(column))
            codes.insert(column.id, column.rights.codes());
    }
    return codes;
}

void RoleSection::put(const QMap<QString, QString> &codes)
{
    QList<RoleColumn> columns = m_grid->roles();
    int first = -1;
    for (int i = 0; i < columns.size(); ++i) {
        const auto kept = codes.constFind(columns[i].id);
        if (!columns[i].own || kept == codes.constEnd())
            continue;
        columns[i].rights = access::Rights::fromCodes(*kept);
        columns[i].rights &= mostOf(columns[i].base);
        if (first < 0)
            first = RoleGrid::FirstRole + i;
    }
    setColumns(columns, first);
}

void RoleSection::setColumns(const QList<RoleColumn> &columns, int column)
{
    const QModelIndex before = m_table->currentIndex();
    m_grid->setRoles(columns);
    m_table->setCurrentIndex(m_grid->index(qMax(0, before.row()), column < 0 ? before.column() : column));
    showCell();
}

std::optional<CustomRole> RoleSection::changed(const RoleColumn &column) const
{
    for (CustomRole role : m_loaded.own) {
        if (role.id.toString() != column.id || role.permissions == column.rights)
            continue;
        role.permissions = column.rights;
        return role;
    }
    return std::nullopt;
}

bool RoleSection::hasUnsaved() const
{
    const QList<RoleColumn> &columns = m_grid->roles();
    return std::any_of(columns.begin(), columns.end(), [this](const RoleColumn &column) { return changed(column); });
}

Result<RoleSection::Loaded> RoleSection::readAll(const store::Snapshot &view)
{
    const auto people = access::users(view);
    if (!people)
        return people.error();
    const auto own = access::customRoles(view);
    if (!own)
        return own.error();
    const auto grants = access::customGrants(view);
    if (!grants)
        return grants.error();
    Loaded loaded;
    for (const access::Role role : access::allRoles()) {
        RoleColumn column{
            QString(access::letterOf(role)), access::nameOf(role), role, false, access::rightsOf(role), {}};
        for (const access::User &user : *people) {
            if (user.active && (user.roles & role))
                column.people << user.name;
        }
        loaded.columns << column;
    }
    for (const CustomRole &role : *own) {
        if (!role.active)
            continue;
        RoleColumn column = columnOf(role);
        for (const access::CustomGrant &grant : *grants) {
            for (const access::User &user : *people) {
                if (grant.role == role.id && grant.user == user.id)
                    column.people << user.name;
            }
        }
        loaded.own << role;
        loaded.columns << column;
    }
    return loaded;
}

void RoleSection::load()
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

void RoleSection::showAll(const Loaded &loaded)
{
    const QModelIndex before = m_table->currentIndex();
    m_loaded = loaded;
    m_grid->setRoles(loaded.columns);
    const Theme &theme = Theme::of(this);
    QHeaderView *header = m_table->horizontalHeader();
    header->setSectionResizeMode(RoleGrid::Detail, QHeaderView::Stretch);
    m_table->setColumnHidden(RoleGrid::Name, true);
    for (int column = RoleGrid::FirstRole; column < m_grid->columnCount(); ++column)
        header->resizeSection(column, qMax(theme.scaled(leastColumn), header->sectionSizeHint(column) + 12));
    // Where many roles leave the words no room they go; the tooltip of the name holds them.
    const int roles = static_cast<int>(loaded.columns.size());
    m_table->setColumnHidden(RoleGrid::Detail, width() - theme.scaled(panelWidth + nameWidth + roles * 100) < 160);
    const int wanted = m_wanted.isEmpty() ? before.column() : m_grid->columnOf(m_wanted);
    m_wanted.clear();
    m_table->setCurrentIndex(
        m_grid->index(qMax(0, before.row()), qMin(qMax<int>(RoleGrid::FirstRole, wanted), m_grid->columnCount() - 1)));
    showCell();
    const drafts::Place place{draftkind::roles, m_clinic.store().identity().clinic};
    if (!m_draft->isAt(place))
        m_draft->begin(place);
    emit headingChanged();
}

void RoleSection::showCell()
{
    const QModelIndex at = m_table->currentIndex();
    const RightsArea *area = m_grid->areaAt(at.row());
    const RoleColumn *role = m_grid->roleAt(at.column());
    const bool own = role && role->own && m_who.may(Permission::ManageRoles);
    for (Button *choice : std::as_const(m_choices))
        choice->setVisible(own);
    m_fixed->setVisible(role && !role->own);
    m_copy->setVisible(role && m_who.may(Permission::ManageRoles));
    tellDirty();
    if (!area || !role) {
        m_cell->setText(area ? areaName(area->key) : QString());
        m_may->setText(area ? areaDetail(area->key) : QString());
        m_effect->clear();
        return;
    }
    m_cell->setText(tr("%1 × %2", "role and kind of data").arg(role->name, areaName(area->key)));
    const access::Rights most = mostOf(role->base);
    const Reach now = area->reachOf(role->rights);
    const Reach reaches[] = {Reach::Change, Reach::See, Reach::None};
    for (int i = 0; i < m_choices.size(); ++i) {
        m_choices[i]->setEnabled(area->canReach(reaches[i], most));
        m_choices[i]->setKind(reaches[i] == now ? ButtonKind::Primary : ButtonKind::Plain);
    }
    QStringList may;
    for (const Permission one : area->see + area->change) {
        if (role->rights.has(one))
            may << wordsFor(one);
    }
    m_may->setText(may.isEmpty() ? tr("May do nothing here.")
                                 : tr("May %1.").arg(may.join(tr("; ", "between things one may do"))));
    m_effect->setText(role->people.isEmpty() ? tr("Nobody.") : tr("Changes for: %1.").arg(role->people.join(tr(", "))));
}

void RoleSection::tellDirty()
{
    const bool dirty = hasUnsaved();
    m_save->setVisible(dirty);
    m_discard->setVisible(dirty);
}

void RoleSection::set(Reach reach)
{
    const QModelIndex at = m_table->currentIndex();
    const RoleColumn *role = m_grid->roleAt(at.column());
    if (!role || !m_who.may(Permission::ManageRoles))
        return;
    if (!role->own)
        return m_strip->say(MessageStrip::Kind::Note, m_fixed->text());
    if (!m_grid->setReach(at.row(), at.column(), reach))
        return m_strip->say(MessageStrip::Kind::Note,
                            tr("A copy of %1 cannot have this.").arg(access::nameOf(role->base)));
    m_strip->clear();
    m_draft->touch();
    showCell();
}

void RoleSection::askCopy()
{
    const RoleColumn *role = m_grid->roleAt(m_table->currentIndex().column());
    if (!role || !m_who.may(Permission::ManageRoles) || hasUnsaved())
        return;
    CustomRole copy = access::copyOf(role->base);
    if (role->own)
        copy.permissions = role->rights;
    auto *dialog = new FormDialog(
        tr("Copy %1?").arg(role->name),
        tr("The clinic's own role can do less than a %1, never more.").arg(access::nameOf(role->base)), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    auto *name = new QLineEdit;
    name->setObjectName(QStringLiteral("roleName"));
    auto *field = new Field(tr("Name of the new role"), name);
    dialog->body()->addWidget(field);
    dialog->setVerb(tr("Make the role"));
    dialog->setSubmit([this, dialog, name, field, copy] {
        CustomRole wanted = copy;
        wanted.name = name->text().trimmed();
        if (wanted.name.isEmpty())
            return field->showProblem(tr("The role needs a name."));
        dialog->setBusy(true);
        const auto done =
            m_clinic.write("roles.save", [wanted](store::Transaction &tx) { return access::saveRole(tx, wanted); });
        onDone(done, dialog, [this, dialog, field](const Result<CustomRole> &made) {
            dialog->setBusy(false);
            if (!made)
                return field->showProblem(made.error().message);
            m_wanted = made->id.toString();
            dialog->finish();
            load();
        });
    });
    name->setFocus();
    dialog->open();
}

void RoleSection::save()
{
    QList<CustomRole> wanted;
    QStringList people;
    for (const RoleColumn &column : m_grid->roles()) {
        if (const auto role = changed(column)) {
            wanted << *role;
            people << column.people;
        }
    }
    if (wanted.isEmpty() || m_save->isBusy())
        return;
    m_save->setBusy(true);
    const auto done =
        m_clinic.write("roles.save", [wanted, kept = m_draft->handOver()](store::Transaction &tx) -> Result<Done> {
            for (const CustomRole &role : wanted) {
                if (const auto saved = access::saveRole(tx, role); !saved)
                    return saved.error();
            }
            return drafts::settle(tx, kept);
        });
    onDone(done, this, [this, people](const Result<Done> &result) {
        m_save->setBusy(false);
        m_draft->handedOver(result.ok());
        if (!result)
            return m_strip->say(MessageStrip::Kind::Stop, result.error().message);
        m_strip->say(MessageStrip::Kind::Done,
                     people.isEmpty() ? tr("Saved. Nobody has this role yet.")
                                      : tr("Saved. It counts at once for: %1.").arg(people.join(tr(", "))));
        m_loaded.own.clear();
        load();
    });
}

void RoleSection::discard()
{
    m_strip->clear();
    m_draft->strip()->clear();
    setColumns(m_loaded.columns);
    m_draft->touch();
    load();
    m_table->setFocus();
}

} // namespace xinglin::ui
