#include "ui/settings/peoplesection.h"

#include "store/vault/passwordrules.h"
#include "ui/kit/button.h"
#include "ui/kit/chipbar.h"
#include "ui/kit/field.h"
#include "ui/kit/formdialog.h"
#include "ui/kit/messagestrip.h"
#include "ui/kit/ondone.h"
#include "ui/shell/secretedit.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace xinglin::ui {

namespace {

SecretEdit *secretLine(const char *name)
{
    auto *edit = new SecretEdit;
    edit->setObjectName(QLatin1String(name));
    return edit;
}

/// The instant at which a role given for days up to @p last ends.
Instant endOf(QDate last, const QTimeZone &zone)
{
    return instantFromMs(QDateTime(last.addDays(1), QTime(0, 0), zone).toMSecsSinceEpoch());
}

} // namespace

void PeopleSection::askReset()
{
    const PersonRow *person = chosen();
    if (!person || isSelf() || !person->user.active)
        return;
    const access::User user = person->user;
    auto *dialog = new FormDialog(
        tr("A new first password for %1?").arg(user.name),
        tr("They choose their own at the next sign-in. What they typed and did not save is lost, and so are notes "
           "marked sensitive that nobody else can open."),
        this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    auto *fresh = secretLine("resetPassword");
    auto *again = secretLine("resetPasswordAgain");
    auto *freshField = new Field(tr("First password"), fresh);
    auto *againField = new Field(tr("First password again"), again);
    freshField->showHint(tr("At least 10 characters, not a well-known one."));
    dialog->body()->addWidget(freshField);
    dialog->body()->addWidget(againField);
    dialog->setVerb(tr("Set the password"));
    dialog->setSubmit([this, dialog, fresh, again, freshField, againField, user] {
        if (const auto strong = checkPassword(fresh->secret().secret(), user.login); !strong)
            return freshField->showProblem(strong.error().message);
        freshField->clearProblem();
        if (!fresh->isSameAs(*again))
            return againField->showProblem(tr("The two passwords differ."));
        againField->clearProblem();
        dialog->setBusy(true);
        const auto done = m_clinic.work([around = m_around, keys = m_keys, actor = m_clinic.actor(), id = user.id,
                                         password = fresh->secret()](store::Store &store) {
            return access::resetPassword(around, store, actor, *keys->databaseKey(), id, password);
        });
        onDone(done, dialog, [this, dialog, user](const Result<Done> &result) {
            dialog->setBusy(false);
            if (!result)
                return dialog->showProblem(result.error().message);
            dialog->finish();
            told(result, tr("%1 can sign in with the new password.").arg(user.name));
        });
    });
    fresh->setFocus();
    dialog->open();
}

void PeopleSection::askActive(bool active)
{
    const PersonRow *person = chosen();
    if (!person || isSelf())
        return;
    if (active)
        return setActive(true);
    auto *dialog = new FormDialog(
        tr("Disable %1?").arg(person->user.name),
        tr("They can no longer sign in on this PC. What they wrote stays, and they can be enabled again."), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setVerb(tr("Disable"), true);
    connect(dialog, &QDialog::accepted, this, [this] { setActive(false); });
    dialog->open();
}

void PeopleSection::setActive(bool active)
{
    const access::User user = chosen()->user;
    const auto done = m_clinic.work(
        [around = m_around, keys = m_keys, actor = m_clinic.actor(), id = user.id, active](store::Store &store) {
            return active ? access::enablePerson(around, store, actor, *keys->databaseKey(), id)
                          : access::disablePerson(around, store, actor, id);
        });
    onDone(done, this, [this, user, active](const Result<Done> &result) {
        told(result, active ? tr("%1 can sign in again.").arg(user.name) : tr("%1 is disabled.").arg(user.name));
        load();
    });
}

void PeopleSection::askGrant()
{
    const PersonRow *person = chosen();
    if (!person || !m_who.may(access::Permission::ManageRoles))
        return;
    const access::User user = person->user;
    auto *dialog =
        new FormDialog(tr("Give %1 a role for a time?").arg(user.name),
                       tr("It ends by itself after that day. Roles without an end are given under Edit."), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    auto *roles = new ChipBar(tr("Role"));
    roles->setObjectName(QStringLiteral("grantRole"));
    roles->setMultiple(false);
    QList<ChipItem> chips;
    for (const access::Role role : access::allRoles()) {
        const QString letter(access::letterOf(role));
        if (!(user.roles & role))
            chips << ChipItem{letter, access::nameOf(role), letter.toLower()};
    }
    for (const access::CustomRole &role : std::as_const(m_loaded.ownRoles)) {
        if (role.active)
            chips << ChipItem{role.id.toString(), role.name, {}};
    }
    roles->setChips(chips);
    auto *until = new QLineEdit;
    until->setObjectName(QStringLiteral("grantUntil"));
    until->setPlaceholderText(today(m_clinic).addMonths(1).toString(Qt::ISODate));
    auto *rolesField = new Field(tr("Role"), roles);
    auto *untilField = new Field(tr("Last day"), until);
    dialog->body()->addWidget(rolesField);
    dialog->body()->addWidget(untilField);
    dialog->setVerb(tr("Give the role"));
    dialog->setSubmit([this, dialog, roles, until, rolesField, untilField, user] {
        const QString wanted = roles->selected().value(0);
        const QString text = until->text().trimmed();
        const QDate last = QDate::fromString(text.isEmpty() ? until->placeholderText() : text, Qt::ISODate);
        if (wanted.isEmpty())
            return rolesField->showProblem(tr("Choose a role."));
        rolesField->clearProblem();
        if (!last.isValid() || last < today(m_clinic))
            return untilField->showProblem(
                tr("A day from today on is needed, such as %1.").arg(until->placeholderText()));
        untilField->clearProblem();
        dialog->setBusy(true);
        const Instant end = endOf(last, m_clinic.store().options().zone);
        const auto done = m_clinic.write("roles.grant", [wanted, end, id = user.id](store::Transaction &tx) {
            if (const auto role = wanted.size() == 1 ? access::roleFrom(wanted.at(0)) : std::nullopt)
                return access::grant(tx, id, *role, end);
            return access::grantRole(tx, id, *access::CustomRoleId::fromString(wanted), end);
        });
        onDone(done, dialog, [this, dialog, user](const Result<Done> &result) {
            dialog->setBusy(false);
            if (!result)
                return dialog->showProblem(result.error().message);
            dialog->finish();
            told(result, tr("%1 has the role from now on.").arg(user.name));
            load();
        });
    });
    roles->setFocus();
    dialog->open();
}

} // namespace xinglin::ui
