#include "ui/settings/personpanel.h"

#include "ui/kit/button.h"
#include "ui/kit/flowlayout.h"
#include "ui/kit/text.h"
#include "ui/patient/facts.h"
#include "ui/settings/rolewords.h"
#include "ui/shell/patientwords.h"

#include <QLocale>
#include <QVBoxLayout>

namespace xinglin::ui {

namespace {

constexpr int shownSignIns = 3;

} // namespace

PersonPanel::PersonPanel(bool mayGive, bool mayAudit, QWidget *parent)
    : Pane(Token::Surface, Qt::LeftEdge, parent)
    , m_body(new QWidget)
    , m_name(new Label(QString(), TypeStyle::Person))
    , m_line(new Label(QString(), TypeStyle::Small, Token::Text2))
    , m_conflict(new Label(QString(), TypeStyle::Small, Token::GambogeText))
    , m_facts(new Facts)
    , m_signIns(new Label(QString(), TypeStyle::Small))
    , m_flow(new FlowLayout(gapControls, gapControls))
{
    setObjectName(QStringLiteral("personPanel"));
    m_name->setObjectName(QStringLiteral("panelPerson"));
    m_line->setObjectName(QStringLiteral("panelRoles"));
    m_conflict->setObjectName(QStringLiteral("panelConflict"));
    m_signIns->setObjectName(QStringLiteral("panelSignIns"));
    for (Label *label : {m_name, m_line, m_conflict, m_signIns})
        label->setWordWrap(true);
    m_edit = add(tr("Edit"), "editPerson", QStringLiteral("⏎"));
    m_reset = add(tr("New password"), "resetPerson", QStringLiteral("P"));
    m_active = add(tr("Disable"), "disablePerson", QStringLiteral("D"));
    connect(m_edit, &Button::clicked, this, &PersonPanel::editWanted);
    connect(m_reset, &Button::clicked, this, &PersonPanel::resetWanted);
    connect(m_active, &Button::clicked, this, [this] { emit activeWanted(!m_person->user.active); });
    if (mayGive) {
        m_grant = add(tr("Role for a time"), "grantPerson", QStringLiteral("T"));
        connect(m_grant, &Button::clicked, this, &PersonPanel::grantWanted);
    }
    if (mayAudit) {
        m_audit = add(tr("Who did they look at"), "auditPerson", QStringLiteral("W"));
        connect(m_audit, &Button::clicked, this, &PersonPanel::auditWanted);
    }
    m_preview = add(tr("See as they do"), "previewPerson", QStringLiteral("V"));
    connect(m_preview, &Button::clicked, this, &PersonPanel::previewWanted);
    auto *column = new QVBoxLayout(m_body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gapControls);
    column->addWidget(m_name);
    column->addWidget(m_line);
    column->addWidget(m_conflict);
    column->addWidget(m_facts);
    column->addWidget(new Label(tr("Last sign-ins"), TypeStyle::Heading));
    column->addWidget(m_signIns);
    column->addSpacing(gapControls);
    column->addLayout(m_flow);
    column->addStretch(1);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(panelPadding + 1, panelPadding, panelPadding, panelPadding);
    all->addWidget(m_body);
    setPerson({}, false);
}

Button *PersonPanel::add(const QString &text, const char *name, const QString &keys)
{
    auto *button = new Button(text);
    button->setObjectName(QLatin1String(name));
    button->setControlSize(ButtonSize::Small);
    button->setKeyCap(keys);
    m_flow->addWidget(button);
    return button;
}

void PersonPanel::setPerson(const std::optional<PersonRow> &person, bool self)
{
    const bool same = person && m_person && person->user.id == m_person->user.id;
    m_person = person;
    m_body->setVisible(person.has_value());
    if (!person)
        return;
    const access::User &user = person->user;
    m_name->setText(user.name);
    QStringList parts{user.title, tr("signs in as %1").arg(user.login), user.active ? QString() : tr("disabled")};
    parts.removeAll(QString());
    m_line->setText(parts.join(u'·'));
    const QString conflict = conflictOf(user.roles);
    m_conflict->setText(conflict);
    m_conflict->setVisible(!conflict.isEmpty());
    m_active->setText(user.active ? tr("Disable") : tr("Enable"));
    m_active->setEnabled(!self);
    m_reset->setEnabled(!self && user.active);
    m_preview->setEnabled(!self && user.active);
    const QString own = self ? tr("This is your own account: somebody else has to do it.") : QString();
    m_active->setToolTip(own);
    m_reset->setToolTip(own);
    if (!same) {
        m_facts->clear();
        m_signIns->clear();
    }
}

void PersonPanel::setDetails(const PersonDetails &details, QDate today, const QTimeZone &zone)
{
    if (!m_person)
        return;
    m_facts->clear();
    QStringList roles;
    for (const access::Grant &grant : details.grants)
        roles << grantWords(access::nameOf(grant.role), grant.until, zone);
    roles << details.ownRoles;
    m_facts->add(tr("Roles"), roles.isEmpty() ? tr("none") : roles.join(u'\n'));
    if (!m_person->user.licence.isEmpty())
        m_facts->add(tr("Certificate"), m_person->user.licence);
    QStringList entries;
    if (details.activity) {
        const access::Activity &activity = *details.activity;
        m_facts->add(tr("Looked at today"), tr("%n records", nullptr, activity.charts));
        m_facts->add(tr("Searched today"), tr("%n times", nullptr, activity.searches));
        m_facts->add(tr("Changed today"), tr("%n acts", nullptr, activity.changes));
        m_facts->add(tr("Wrong passwords"), tr("%n in seven days", nullptr, activity.failures));
        for (const access::Activity::SignIn &entry :
             activity.signIns.first(qMin<qsizetype>(shownSignIns, activity.signIns.size())))
            entries << momentText(entry.at, today, zone);
    } else if (m_person->lastUse) {
        entries << momentText(*m_person->lastUse, today, zone);
    }
    m_signIns->setText(entries.isEmpty() ? tr("never") : entries.join(u'\n'));
}

} // namespace xinglin::ui
