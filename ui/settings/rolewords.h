#pragma once

#include "access/roles.h"
#include "base/clock.h"

#include <QDate>
#include <QTimeZone>

/// How people, roles and what they may do are written on screens, in the language of the program.
namespace xinglin::ui {

/// "Owner·Practitioner"
QString rolesText(access::Roles roles);
/// Why two of the roles should not be with one person; empty where nothing speaks against it.
QString conflictOf(access::Roles roles);
/// "Night desk until 30 Jun 2026": what the person holds of the clinic's own roles.
QStringList ownGrantWords(const QList<access::CustomGrant> &grants, const QList<access::CustomRole> &roles,
                          access::UserId person, const QTimeZone &zone);
/// "Practitioner until 30 Jun 2026"; without an end the name alone.
QString grantWords(const QString &role, const std::optional<Instant> &until, const QTimeZone &zone);
/// "today 10:02", "yesterday 18:20", "12 Mar 2026"
QString momentText(Instant at, QDate today, const QTimeZone &zone);

} // namespace xinglin::ui
