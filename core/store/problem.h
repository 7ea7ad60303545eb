#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace xinglin::store {

/// One thing in a store that does not hold. `kind` is a stable code such as "audit.chain"; verify.h lists them all.
struct Problem
{
    QByteArray kind;
    QString place; ///< Where, in the store's own words: "record 12", "patient 7 phone". Never holds patient data.
    QString what;  ///< Untranslated detail for a person who repairs; may be empty.
    bool operator==(const Problem &) const = default;

    /// "kind: place: what", for logs and the command line.
    QString line() const
    {
        QString text = QString::fromLatin1(kind);
        for (const QString &part : {place, what}) {
            if (!part.isEmpty())
                text += QStringLiteral(": ") + part;
        }
        return text;
    }
};

} // namespace xinglin::store
