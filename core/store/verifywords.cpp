#include "store/verify.h"

#include <QCoreApplication>

namespace xinglin::store {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::store::Verify)
};

/// The sentence for a kind; empty for one that is not known.
QString meaning(const QByteArray &kind)
{
    if (kind == "page.damaged")
        return Tr::tr("A page of the store was changed from outside or is damaged.");
    if (kind == "unreadable")
        return Tr::tr("A part of the store cannot be read.");
    if (kind == "structure")
        return Tr::tr("The store's inner structure is damaged.");
    if (kind == "reference")
        return Tr::tr("A row refers to another one that is not there.");
    if (kind.startsWith("schema."))
        return Tr::tr("The store's tables, indexes or triggers are not as this program makes them.");
    if (kind.startsWith("identity."))
        return Tr::tr("The store names another clinic than its own.");
    if (kind == "record.unaudited")
        return Tr::tr("Changes were made of which the audit log says nothing.");
    if (kind == "record.gap" || kind == "record.chain" || kind == "record.stream")
        return Tr::tr("Changes were taken out of the change log or put into it.");
    if (kind.startsWith("record."))
        return Tr::tr("A change in the change log was altered.");
    if (kind == "row.missing")
        return Tr::tr("A row that was entered here is gone.");
    if (kind == "row.unrecorded")
        return Tr::tr("There is a row that nobody entered through this program.");
    if (kind == "row.changed" || kind == "row.renumbered")
        return Tr::tr("A row was changed past this program.");
    if (kind.startsWith("touch.") || kind.startsWith("cell."))
        return Tr::tr("The index of the change log is not what the log says.");
    if (kind == "audit.gap")
        return Tr::tr("Rows of the audit log are missing.");
    if (kind == "audit.chain" || kind == "audit.header")
        return Tr::tr("The chain of the audit log is broken.");
    if (kind == "audit.column" || kind == "audit.detail")
        return Tr::tr("A row of the audit log was altered.");
    if (kind == "audit.record")
        return Tr::tr("The audit log speaks of a change that the change log does not have.");
    if (kind == "audit.mark")
        return Tr::tr("The audit log is not the one that was checked before.");
    if (kind == "attachment.missing")
        return Tr::tr("A file that was attached is gone.");
    if (kind == "attachment.changed")
        return Tr::tr("An attached file was changed past this program or is damaged.");
    if (kind == "attachment.unreadable")
        return Tr::tr("An attached file cannot be read.");
    if (kind == "witness.audit-cut" || kind == "witness.record-cut")
        return Tr::tr("What a backup or a printed sheet has witnessed was cut off.");
    if (kind.startsWith("witness."))
        return Tr::tr("What a backup or a printed sheet has witnessed was written anew.");
    if (kind.startsWith("search."))
        return Tr::tr("The search does not find what it should; its keys were changed.");
    return {};
}

} // namespace

QString sentenceFor(const Problem &problem)
{
    QString text = meaning(problem.kind);
    if (text.isEmpty())
        text = QString::fromLatin1(problem.kind);
    return problem.place.isEmpty()
               ? text
               : Tr::tr("%1 (%2)", "what is wrong, and the place in the store").arg(text, problem.place);
}

} // namespace xinglin::store
