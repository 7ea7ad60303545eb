#pragma once

#include "clinic/record/visit.h"

/// Notes kept under a name and a code to begin others from, most often one for each pattern.
namespace xinglin::notetemplate {

using NoteTemplateId = Id<struct NoteTemplateTag>;

/// Parts of a note in the order in which they are written: "complaint", "history", "inspection", "tongue",
/// "listening", "inquiry", "pulse", "palpation", "disease", "pattern", "method", "western", "advice". What was measured
/// is in none of them: a figure is never taken over.
const QStringList &parts();
/// The parts in which @p note says anything. Pure.
QStringList partsOf(const VisitNote &note);
/// Of @p note only these parts. Pure.
VisitNote only(const VisitNote &note, const QStringList &parts);

struct Filled
{
    VisitNote note;
    QStringList parts; ///< Where something was put.
};
/// @p now, and in its parts that say nothing yet what @p kept says there. What stands is never written over. Pure.
Filled filled(const VisitNote &now, const VisitNote &kept);

/// @p now without what @p filled put into @p before, as far as it still stands as it was put. Pure.
VisitNote takenOut(const VisitNote &now, const VisitNote &before, const Filled &filled);

struct Draft
{
    std::optional<NoteTemplateId> id; ///< Of one that is changed.
    QString name;                     ///< 心脾两虚不寐
    QString code;                     ///< What it is typed by; the initials of the name where empty.
    bool shared = false;              ///< Everybody's; else its keeper's alone.
    VisitNote note;                   ///< Only parts().
    QString formula; ///< Classic formula's id, or what ownformula::reference() says; empty: none is begun with.
    bool operator==(const Draft &) const = default;
};

struct Template
{
    NoteTemplateId id{Uuid(Uuid::Bytes{})};
    Draft content; ///< Its id is `id`, its code is never empty.
    bool operator==(const Template &) const = default;
};

/// What the name is typed by, unless one says otherwise: its initials in lower case. Pure.
QString codeFor(const QString &name);
/// Those whose code or initials begin with what was typed or whose name holds it, exact codes first. Pure.
QList<Template> matching(const QList<Template> &known, const QString &typed, int limit);
/// Those that name this pattern or disease. Pure.
QList<Template> naming(const QList<Template> &known, const DiagnosisEntry &diagnosis);

/// The templates in use that the actor may take: everybody's and their own, by name.
Result<QList<Template>> all(const store::Snapshot &view);
/// Keeps a template or changes one. One of somebody else's is not found; a name or code in use is refused (Conflict,
/// with its field), and so is one that says nothing (Invalid, field "note").
Result<Template> save(store::Transaction &tx, const Draft &draft);
/// Takes a template out of use; what was written with it stays.
Result<Done> retire(store::Transaction &tx, NoteTemplateId id);

} // namespace xinglin::notetemplate
