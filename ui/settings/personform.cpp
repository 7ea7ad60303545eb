#include "ui/settings/personform.h"

#include "store/vault/passwordrules.h"
#include "ui/kit/button.h"
#include "ui/kit/chipbar.h"
#include "ui/kit/field.h"
#include "ui/kit/messagestrip.h"
#include "ui/kit/text.h"
#include "ui/settings/rolewords.h"
#include "ui/shell/secretedit.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QLineEdit>

namespace xinglin::ui {

namespace {
constexpr int formWidth = 720;
} // namespace

PersonForm::PersonForm(QWidget *parent)
    : QWidget(parent)
    , m_title(new Label(QString(), TypeStyle::Title))
    , m_strip(new MessageStrip)
    , m_name(line<QLineEdit>("name", tr("Name"), "personName"))
    , m_login(line<QLineEdit>("login", tr("Sign-in name"), "personLogin"))
    , m_personTitle(line<QLineEdit>("title", tr("Title"), "personTitle"))
    , m_licence(line<QLineEdit>("licence", tr("Practising certificate"), "personLicence"))
    , m_roles(new ChipBar(tr("Roles")))
    , m_password(line<SecretEdit>("password", tr("First password"), "personPassword"))
    , m_again(line<SecretEdit>("again", tr("First password again"), "personPasswordAgain"))
    , m_secrets(new QWidget)
    , m_save(new Button(QString(), ButtonKind::Primary))
{
    setObjectName(QStringLiteral("personForm"));
    dress(m_name, TypeStyle::Name);
    m_roles->setObjectName(QStringLiteral("personRoles"));
    auto *roles = new Field(tr("Roles"), m_roles);
    m_fields.insert(QStringLiteral("roles"), roles);
    connect(m_roles, &ChipBar::changed, this, &PersonForm::tellConflict);
    auto *secrets = new QHBoxLayout(m_secrets);
    secrets->setContentsMargins(0, 0, 0, 0);
    secrets->setSpacing(2 * gapGroups);
    secrets->addWidget(m_fields[QStringLiteral("password")], 1, Qt::AlignTop);
    secrets->addWidget(m_fields[QStringLiteral("again")], 1, Qt::AlignTop);

    m_save->setObjectName(QStringLiteral("savePerson"));
    connect(m_save, &Button::clicked, this, &PersonForm::submit);
    auto *back = new Button(tr("Back"));
    back->setObjectName(QStringLiteral("leavePerson"));
    back->setKeyCap(QStringLiteral("Esc"));
    connect(back, &Button::clicked, this, &PersonForm::leave);
    connect(m_strip, &MessageStrip::acted, this, [this] {
        m_strip->clear();
        emit left();
    });

    auto *form = new QWidget;
    form->setMaximumWidth(Theme::of(this).scaled(formWidth));
    auto *grid = new QGridLayout(form);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(2 * gapGroups);
    grid->setVerticalSpacing(4);
    int row = 0;
    const auto pair = [&](const char *left, const char *right) {
        grid->addWidget(m_fields[QLatin1String(left)], row, 0, Qt::AlignTop);
        grid->addWidget(m_fields[QLatin1String(right)], row++, 1, Qt::AlignTop);
    };
    pair("name", "login");
    pair("title", "licence");
    grid->addWidget(roles, row++, 0, 1, 2);
    grid->addWidget(m_secrets, row++, 0, 1, 2);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(gapControls);
    buttons->addWidget(m_save);
    buttons->addWidget(back);
    buttons->addStretch(1);
    grid->addLayout(buttons, row, 0, 1, 2);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(pageMargin, 12, pageMargin, gapGroups);
    column->setSpacing(gapControls);
    column->addWidget(m_title);
    column->addWidget(m_strip);
    column->addWidget(form);
    column->addStretch(1);
    QWidget *before = nullptr;
    for (QWidget *next : std::initializer_list<QWidget *>{m_name, m_login, m_personTitle, m_licence, m_roles,
                                                          m_password, m_again, m_save, back}) {
        if (before)
            setTabOrder(before, next);
        before = next;
    }
}

template <class Edit>
Edit *PersonForm::line(const char *field, const QString &label, const char *name)
{
    auto *edit = new Edit;
    edit->setObjectName(QLatin1String(name));
    auto *around = new Field(label, edit);
    m_fields.insert(QLatin1String(field), around);
    connect(edit, &QLineEdit::textEdited, around, &Field::clearProblem);
    return edit;
}

void PersonForm::startNew(bool mayMakeOwners)
{
    m_new = true;
    begin(access::User{}, mayMakeOwners);
}

void PersonForm::startEdit(const access::User &user, bool mayMakeOwners)
{
    m_new = false;
    begin(user, mayMakeOwners);
}

void PersonForm::begin(const access::User &user, bool mayMakeOwners)
{
    m_before = user;
    m_mayMakeOwners = mayMakeOwners;
    m_strip->clear();
    m_title->setText(m_new ? tr("New person") : tr("Edit %1").arg(user.name));
    m_name->setText(user.name);
    m_login->setText(user.login);
    m_login->setReadOnly(!m_new);
    m_personTitle->setText(user.title);
    m_licence->setText(user.licence);
    QList<ChipItem> chips;
    for (const access::Role role : access::allRoles()) {
        if (role == access::Role::Owner && !mayMakeOwners && !(user.roles & role))
            continue;
        const QString letter(access::letterOf(role));
        chips << ChipItem{letter, access::nameOf(role), letter.toLower(), bool(user.roles & role)};
    }
    m_roles->setChips(chips);
    m_password->wipe();
    m_again->wipe();
    m_secrets->setVisible(m_new);
    m_save->setText(m_new ? tr("Add person") : tr("Save"));
    m_save->setKeys(QKeySequence(Qt::CTRL | Qt::Key_Return));
    for (Field *field : std::as_const(m_fields))
        field->clearProblem();
    m_fields[QStringLiteral("password")]->showHint(tr("At least 10 characters, not a well-known one."));
    if (!m_new)
        m_fields[QStringLiteral("login")]->showHint(tr("The sign-in name stays as it is."));
    tellConflict();
}

access::User PersonForm::user() const
{
    access::User user = m_before;
    user.name = m_name->text().trimmed();
    user.login = m_login->text().trimmed();
    user.title = m_personTitle->text().trimmed();
    user.licence = m_licence->text().trimmed();
    user.roles = {};
    for (const QString &letter : m_roles->selected()) {
        if (const auto role = access::roleFrom(letter.at(0)))
            user.roles |= *role;
    }
    return user;
}

QMap<QString, QString> PersonForm::fields() const
{
    return {{QStringLiteral("name"), m_name->text()},
            {QStringLiteral("login"), m_login->text()},
            {QStringLiteral("title"), m_personTitle->text()},
            {QStringLiteral("licence"), m_licence->text()},
            {QStringLiteral("roles"), m_roles->selected().join(u' ')}};
}

void PersonForm::put(const QMap<QString, QString> &fields)
{
    m_name->setText(fields.value(QStringLiteral("name")));
    if (m_new)
        m_login->setText(fields.value(QStringLiteral("login")));
    m_personTitle->setText(fields.value(QStringLiteral("title")));
    m_licence->setText(fields.value(QStringLiteral("licence")));
    m_roles->setSelected(fields.value(QStringLiteral("roles")).split(u' ', Qt::SkipEmptyParts));
    tellConflict();
}

void PersonForm::addStrip(QWidget *strip)
{
    auto *column = static_cast<QVBoxLayout *>(layout());
    column->insertWidget(column->indexOf(m_strip), strip);
}

access::Password PersonForm::password() const
{
    return m_password->secret();
}

bool PersonForm::isDirty() const
{
    return user() != m_before || !m_password->isEmpty();
}

void PersonForm::tellConflict()
{
    const QString conflict = conflictOf(user().roles);
    if (conflict.isEmpty())
        m_fields[QStringLiteral("roles")]->clearProblem();
    else
        m_fields[QStringLiteral("roles")]->showHint(conflict);
}

bool PersonForm::check()
{
    const auto refuse = [this](const char *field, const QString &sentence) {
        showError({Code::Invalid, sentence, QLatin1String(field), {}});
        return false;
    };
    const access::User wanted = user();
    if (wanted.name.isEmpty())
        return refuse("name", tr("The person's name is needed."));
    if (wanted.login.isEmpty() || wanted.login.contains(u' '))
        return refuse("login", tr("A sign-in name without spaces is needed."));
    if (!wanted.roles)
        return refuse("roles", tr("Choose at least one role."));
    if (!m_new)
        return true;
    if (const auto strong = checkPassword(password().secret(), wanted.login); !strong)
        return refuse("password", strong.error().message);
    if (!m_password->isSameAs(*m_again))
        return refuse("again", tr("The two passwords differ."));
    return true;
}

void PersonForm::submit()
{
    if (m_save->isBusy())
        return;
    m_strip->clear();
    if (check())
        emit submitted();
}

void PersonForm::leave()
{
    if (m_save->isBusy())
        return;
    if (isDirty()) {
        emit leaving();
        return m_strip->say(MessageStrip::Kind::Caution, tr("What you changed has not been saved."),
                            tr("Throw it away"), QKeySequence(Qt::CTRL | Qt::Key_D));
    }
    emit left();
}

void PersonForm::setBusy(bool busy)
{
    m_save->setBusy(busy);
    for (Field *field : std::as_const(m_fields))
        field->setEnabled(!busy);
}

void PersonForm::showError(const Error &error)
{
    setBusy(false);
    if (Field *field = m_fields.value(error.field)) {
        field->showProblem(error.message);
        field->editor()->setFocus();
        return;
    }
    m_strip->say(MessageStrip::Kind::Stop,
                 error.message.isEmpty() ? tr("It could not be saved. Nothing you typed is lost.") : error.message);
}

void PersonForm::focusFirst()
{
    m_name->setFocus();
}

void PersonForm::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        return leave();
    QWidget::keyPressEvent(event);
}

} // namespace xinglin::ui
