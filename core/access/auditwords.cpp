#include "access/auditlog.h"

#include <QCoreApplication>

namespace xinglin::auditlog {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::auditlog)
};

struct Words
{
    const char *action;
    Kind kind;
    const char *text;
};

/// Kind::Everything: the kind comes from the row, a change where it belongs to a record.
constexpr Words table[] = {
    {"session.open", Kind::SignIns, QT_TRANSLATE_NOOP("xinglin::auditlog", "Signed in")},
    {"session.failed", Kind::SignIns, QT_TRANSLATE_NOOP("xinglin::auditlog", "Was refused at sign-in")},
    {"session.close", Kind::SignIns, QT_TRANSLATE_NOOP("xinglin::auditlog", "Signed out")},
    {"session.lock", Kind::SignIns, QT_TRANSLATE_NOOP("xinglin::auditlog", "Locked the screen")},
    {"session.unlock", Kind::SignIns, QT_TRANSLATE_NOOP("xinglin::auditlog", "Unlocked the screen")},
    {"pin.set", Kind::SignIns, QT_TRANSLATE_NOOP("xinglin::auditlog", "Set a PIN")},
    {"password.change", Kind::SignIns, QT_TRANSLATE_NOOP("xinglin::auditlog", "Changed the password")},
    {"recovery.used", Kind::SignIns, QT_TRANSLATE_NOOP("xinglin::auditlog", "Used the recovery sheet")},
    {"recovery.replace", Kind::SignIns, QT_TRANSLATE_NOOP("xinglin::auditlog", "Made a new recovery sheet")},
    {"recovery.confirm", Kind::SignIns, QT_TRANSLATE_NOOP("xinglin::auditlog", "Confirmed the recovery sheet")},
    {"patient.search", Kind::Looks, QT_TRANSLATE_NOOP("xinglin::auditlog", "Searched patients")},
    {"patient.open", Kind::Looks, QT_TRANSLATE_NOOP("xinglin::auditlog", "Opened the chart")},
    {"patient.history", Kind::Looks, QT_TRANSLATE_NOOP("xinglin::auditlog", "Read the history of changes")},
    {"patient.reveal", Kind::Looks, QT_TRANSLATE_NOOP("xinglin::auditlog", "Had a masked field shown")},
    {"visit.open", Kind::Looks, QT_TRANSLATE_NOOP("xinglin::auditlog", "Opened a visit")},
    {"prescription.open", Kind::Looks, QT_TRANSLATE_NOOP("xinglin::auditlog", "Opened a prescription")},
    {"override.list", Kind::Looks, QT_TRANSLATE_NOOP("xinglin::auditlog", "Looked at the overridden warnings")},
    {"chart.search", Kind::Looks, QT_TRANSLATE_NOOP("xinglin::auditlog", "Searched the chart")},
    {"formula.timeline", Kind::Looks, QT_TRANSLATE_NOOP("xinglin::auditlog", "Looked at the formulas side by side")},
    {"constitution.open", Kind::Looks, QT_TRANSLATE_NOOP("xinglin::auditlog", "Opened a constitution assessment")},
    {"treatment.open", Kind::Looks, QT_TRANSLATE_NOOP("xinglin::auditlog", "Opened the treatments")},
    {"attachment.open", Kind::Looks, QT_TRANSLATE_NOOP("xinglin::auditlog", "Opened a picture or file of the chart")},
    {"journal.open", Kind::Looks, QT_TRANSLATE_NOOP("xinglin::auditlog", "Read the list of the last acts")},
    {"segment.look", Kind::Looks, QT_TRANSLATE_NOOP("xinglin::auditlog", "Listed the patients of a segment")},
    {"segment.count", Kind::Looks, QT_TRANSLATE_NOOP("xinglin::auditlog", "Counted patients by what the chart says")},
    {"log.read", Kind::Looks, QT_TRANSLATE_NOOP("xinglin::auditlog", "Read the change log")},
    {"glass.find", Kind::Looks, QT_TRANSLATE_NOOP("xinglin::auditlog", "Looked for a patient in an emergency")},
    {"prescription.print", Kind::Papers, QT_TRANSLATE_NOOP("xinglin::auditlog", "Printed a prescription")},
    {"constitution.print", Kind::Papers, QT_TRANSLATE_NOOP("xinglin::auditlog", "Printed a constitution report")},
    {"treatment.print", Kind::Papers, QT_TRANSLATE_NOOP("xinglin::auditlog", "Printed a treatment sheet")},
    {"attachment.export", Kind::Papers,
     QT_TRANSLATE_NOOP("xinglin::auditlog", "Took a picture or file out of the program")},
    {"visit.print", Kind::Papers, QT_TRANSLATE_NOOP("xinglin::auditlog", "Printed the summary of a visit")},
    {"schedule.print", Kind::Papers, QT_TRANSLATE_NOOP("xinglin::auditlog", "Printed a day of the calendar")},
    {"certificate.print", Kind::Papers, QT_TRANSLATE_NOOP("xinglin::auditlog", "Printed a sick note")},
    {"certificate.issue", Kind::Changes, QT_TRANSLATE_NOOP("xinglin::auditlog", "Issued a sick note")},
    {"paper.again", Kind::Papers, QT_TRANSLATE_NOOP("xinglin::auditlog", "Printed a paper that had been left over")},
    {"paper.discard", Kind::Papers, QT_TRANSLATE_NOOP("xinglin::auditlog", "Threw a paper away unprinted")},
    {"audit.export", Kind::Papers, QT_TRANSLATE_NOOP("xinglin::auditlog", "Exported the audit log")},
    {"data.export", Kind::Papers, QT_TRANSLATE_NOOP("xinglin::auditlog", "Began to export the clinic's data")},
    {"data.exported", Kind::Papers, QT_TRANSLATE_NOOP("xinglin::auditlog", "Exported the clinic's data")},
    {"patient.register", Kind::Changes, QT_TRANSLATE_NOOP("xinglin::auditlog", "Registered a patient")},
    {"patient.edit", Kind::Changes, QT_TRANSLATE_NOOP("xinglin::auditlog", "Changed personal data")},
    {"patient.merge", Kind::Changes, QT_TRANSLATE_NOOP("xinglin::auditlog", "Merged two records of one person")},
    {"patient.unmerge", Kind::Changes, QT_TRANSLATE_NOOP("xinglin::auditlog", "Took a merge of records apart")},
    {"patient.distinguish", Kind::Changes,
     QT_TRANSLATE_NOOP("xinglin::auditlog", "Said whether two records are of one person")},
    {"duplicates.open", Kind::Looks, QT_TRANSLATE_NOOP("xinglin::auditlog", "Read the list of possible duplicates")},
    {"patient.restrict", Kind::Oversight,
     QT_TRANSLATE_NOOP("xinglin::auditlog", "Changed the restriction of a record")},
    {"allergy.record", Kind::Changes, QT_TRANSLATE_NOOP("xinglin::auditlog", "Recorded an allergy")},
    {"allergy.retract", Kind::Changes, QT_TRANSLATE_NOOP("xinglin::auditlog", "Marked an allergy as entered in error")},
    {"care.record", Kind::Changes, QT_TRANSLATE_NOOP("xinglin::auditlog", "Recorded medicines or pregnancy")},
    {"condition.record", Kind::Changes, QT_TRANSLATE_NOOP("xinglin::auditlog", "Recorded a problem")},
    {"condition.resolve", Kind::Changes,
     QT_TRANSLATE_NOOP("xinglin::auditlog", "Marked a problem as resolved or active")},
    {"condition.retract", Kind::Changes,
     QT_TRANSLATE_NOOP("xinglin::auditlog", "Marked a problem as entered in error")},
    {"family.record", Kind::Changes, QT_TRANSLATE_NOOP("xinglin::auditlog", "Recorded an illness in the family")},
    {"family.retract", Kind::Changes,
     QT_TRANSLATE_NOOP("xinglin::auditlog", "Marked an illness in the family as entered in error")},
    {"relation.record", Kind::Changes, QT_TRANSLATE_NOOP("xinglin::auditlog", "Recorded a relative")},
    {"relation.end", Kind::Changes, QT_TRANSLATE_NOOP("xinglin::auditlog", "Ended a relation")},
    {"relation.retract", Kind::Changes,
     QT_TRANSLATE_NOOP("xinglin::auditlog", "Marked a relative as entered in error")},
    {"tag.put", Kind::Changes, QT_TRANSLATE_NOOP("xinglin::auditlog", "Gave a patient a tag")},
    {"tag.take", Kind::Changes, QT_TRANSLATE_NOOP("xinglin::auditlog", "Took a tag from a patient")},
    {"tag.make", Kind::Changes, QT_TRANSLATE_NOOP("xinglin::auditlog", "Made a tag")},
    {"tag.rename", Kind::Changes, QT_TRANSLATE_NOOP("xinglin::auditlog", "Renamed a tag")},
    {"tag.retire", Kind::Changes, QT_TRANSLATE_NOOP("xinglin::auditlog", "Took a tag out of use or back into it")},
    {"enquiry.record", Kind::Changes, QT_TRANSLATE_NOOP("xinglin::auditlog", "Recorded an enquiry")},
    {"enquiry.edit", Kind::Changes, QT_TRANSLATE_NOOP("xinglin::auditlog", "Changed an enquiry")},
    {"enquiry.close", Kind::Changes, QT_TRANSLATE_NOOP("xinglin::auditlog", "Closed an enquiry")},
    {"enquiry.reopen", Kind::Changes, QT_TRANSLATE_NOOP("xinglin::auditlog", "Opened an enquiry again")},
    {"enquiry.become", Kind::Changes, QT_TRANSLATE_NOOP("xinglin::auditlog", "Registered a patient from an enquiry")},
    {"enquiry.link", Kind::Changes, QT_TRANSLATE_NOOP("xinglin::auditlog", "Said which patient an enquiry is of")},
    {"enquiry.list", Kind::Looks, QT_TRANSLATE_NOOP("xinglin::auditlog", "Read the list of enquiries")},
    {"enquiry.search", Kind::Looks, QT_TRANSLATE_NOOP("xinglin::auditlog", "Searched enquiries")},
    {"contact.log", Kind::Changes, QT_TRANSLATE_NOOP("xinglin::auditlog", "Logged a contact")},
    {"contact.retract", Kind::Changes, QT_TRANSLATE_NOOP("xinglin::auditlog", "Marked a contact as entered in error")},
    {"contact.open", Kind::Looks, QT_TRANSLATE_NOOP("xinglin::auditlog", "Read the contacts")},
    {"constitution.record", Kind::Changes,
     QT_TRANSLATE_NOOP("xinglin::auditlog", "Recorded a constitution assessment")},
    {"constitution.retract", Kind::Changes,
     QT_TRANSLATE_NOOP("xinglin::auditlog", "Marked a constitution assessment as entered in error")},
    {"attachment.add", Kind::Changes, QT_TRANSLATE_NOOP("xinglin::auditlog", "Attached a picture or file")},
    {"attachment.error", Kind::Changes,
     QT_TRANSLATE_NOOP("xinglin::auditlog", "Marked an attachment as entered in error")},
    {"visit.save", Kind::Changes, QT_TRANSLATE_NOOP("xinglin::auditlog", "Saved a visit")},
    {"visit.sign", Kind::Changes, QT_TRANSLATE_NOOP("xinglin::auditlog", "Signed a visit")},
    {"visit.countersign", Kind::Changes, QT_TRANSLATE_NOOP("xinglin::auditlog", "Countersigned a visit")},
    {"prescription.check", Kind::Changes, QT_TRANSLATE_NOOP("xinglin::auditlog", "Checked a prescription")},
    {"consultation.save", Kind::Changes, QT_TRANSLATE_NOOP("xinglin::auditlog", "Saved a visit")},
    {"consultation.sign", Kind::Changes, QT_TRANSLATE_NOOP("xinglin::auditlog", "Signed a visit")},
    {"notetemplate.save", Kind::Changes, QT_TRANSLATE_NOOP("xinglin::auditlog", "Kept a template of a note")},
    {"notetemplate.retire", Kind::Changes, QT_TRANSLATE_NOOP("xinglin::auditlog", "Retired a template of a note")},
    {"phrase.save", Kind::Changes, QT_TRANSLATE_NOOP("xinglin::auditlog", "Kept a phrase")},
    {"phrase.retire", Kind::Changes, QT_TRANSLATE_NOOP("xinglin::auditlog", "Retired a phrase")},
    {"appointment.book", Kind::Changes, QT_TRANSLATE_NOOP("xinglin::auditlog", "Booked an appointment")},
    {"appointment.move", Kind::Changes, QT_TRANSLATE_NOOP("xinglin::auditlog", "Moved an appointment")},
    {"appointment.cancel", Kind::Changes, QT_TRANSLATE_NOOP("xinglin::auditlog", "Cancelled an appointment")},
    {"appointment.series", Kind::Changes, QT_TRANSLATE_NOOP("xinglin::auditlog", "Booked a course of appointments")},
    {"appointment.rearrange", Kind::Changes,
     QT_TRANSLATE_NOOP("xinglin::auditlog", "Moved or cancelled several appointments")},
    {"appointment.wish", Kind::Changes,
     QT_TRANSLATE_NOOP("xinglin::auditlog", "Entered whom a patient wishes to be booked with")},
    {"schedule.absence", Kind::Changes,
     QT_TRANSLATE_NOOP("xinglin::auditlog", "Entered an absence and moved appointments")},
    {"waitlist.add", Kind::Changes, QT_TRANSLATE_NOOP("xinglin::auditlog", "Put somebody on the waitlist")},
    {"waitlist.edit", Kind::Changes, QT_TRANSLATE_NOOP("xinglin::auditlog", "Changed an entry of the waitlist")},
    {"waitlist.withdraw", Kind::Changes, QT_TRANSLATE_NOOP("xinglin::auditlog", "Took somebody off the waitlist")},
    {"waitlist.offer", Kind::Changes, QT_TRANSLATE_NOOP("xinglin::auditlog", "Offered a free time from the waitlist")},
    {"waitlist.answer", Kind::Changes, QT_TRANSLATE_NOOP("xinglin::auditlog", "Noted the answer to an offer")},
    {"waitlist.book", Kind::Changes, QT_TRANSLATE_NOOP("xinglin::auditlog", "Booked from the waitlist")},
    {"queue.checkin", Kind::Changes, QT_TRANSLATE_NOOP("xinglin::auditlog", "Checked somebody in")},
    {"queue.walkin", Kind::Changes, QT_TRANSLATE_NOOP("xinglin::auditlog", "Queued somebody without an appointment")},
    {"queue.noshow", Kind::Changes, QT_TRANSLATE_NOOP("xinglin::auditlog", "Noted that somebody did not come")},
    {"queue.fulfil", Kind::Changes, QT_TRANSLATE_NOOP("xinglin::auditlog", "Noted that what was booked is done")},
    {"appointment.confirm", Kind::Changes, QT_TRANSLATE_NOOP("xinglin::auditlog", "Noted whether somebody will come")},
    {"queue.next", Kind::Changes, QT_TRANSLATE_NOOP("xinglin::auditlog", "Called the next")},
    {"queue.call", Kind::Changes, QT_TRANSLATE_NOOP("xinglin::auditlog", "Called somebody from the queue")},
    {"queue.skip", Kind::Changes, QT_TRANSLATE_NOOP("xinglin::auditlog", "Passed over somebody who was not there")},
    {"queue.recall", Kind::Changes, QT_TRANSLATE_NOOP("xinglin::auditlog", "Called somebody once more")},
    {"queue.finish", Kind::Changes, QT_TRANSLATE_NOOP("xinglin::auditlog", "Ended a consultation")},
    {"queue.leave", Kind::Changes, QT_TRANSLATE_NOOP("xinglin::auditlog", "Noted that somebody left unseen")},
    {"queue.priority", Kind::Changes, QT_TRANSLATE_NOOP("xinglin::auditlog", "Set a priority in the queue")},
    {"resource.add", Kind::Changes, QT_TRANSLATE_NOOP("xinglin::auditlog", "Added what can be booked")},
    {"resource.edit", Kind::Changes, QT_TRANSLATE_NOOP("xinglin::auditlog", "Changed what can be booked")},
    {"resource.retire", Kind::Changes,
     QT_TRANSLATE_NOOP("xinglin::auditlog", "Took what can be booked out of use or back")},
    {"service.add", Kind::Changes, QT_TRANSLATE_NOOP("xinglin::auditlog", "Added a service")},
    {"service.edit", Kind::Changes, QT_TRANSLATE_NOOP("xinglin::auditlog", "Changed a service")},
    {"service.retire", Kind::Changes,
     QT_TRANSLATE_NOOP("xinglin::auditlog", "Took a service out of use or back into it")},
    {"roster.week", Kind::Changes, QT_TRANSLATE_NOOP("xinglin::auditlog", "Settled working hours")},
    {"roster.copy", Kind::Changes, QT_TRANSLATE_NOOP("xinglin::auditlog", "Copied the working hours of a week")},
    {"roster.exception", Kind::Changes, QT_TRANSLATE_NOOP("xinglin::auditlog", "Entered leave or hours besides")},
    {"roster.exception.end", Kind::Changes, QT_TRANSLATE_NOOP("xinglin::auditlog", "Took back leave or hours besides")},
    {"holiday.add", Kind::Changes, QT_TRANSLATE_NOOP("xinglin::auditlog", "Took in a file of holidays")},
    {"holiday.set", Kind::Changes, QT_TRANSLATE_NOOP("xinglin::auditlog", "Said what a day is")},
    {"segment.save", Kind::Changes, QT_TRANSLATE_NOOP("xinglin::auditlog", "Kept a segment of patients")},
    {"segment.retire", Kind::Changes, QT_TRANSLATE_NOOP("xinglin::auditlog", "Retired a segment of patients")},
    {"treatment.begin", Kind::Changes, QT_TRANSLATE_NOOP("xinglin::auditlog", "Began a treatment")},
    {"treatment.end", Kind::Changes, QT_TRANSLATE_NOOP("xinglin::auditlog", "Ended a treatment")},
    {"treatment.retract", Kind::Changes,
     QT_TRANSLATE_NOOP("xinglin::auditlog", "Marked a treatment as entered in error")},
    {"pointgroup.save", Kind::Changes, QT_TRANSLATE_NOOP("xinglin::auditlog", "Saved a group of points")},
    {"pointgroup.retire", Kind::Changes, QT_TRANSLATE_NOOP("xinglin::auditlog", "Retired a group of points")},
    {"formula.save", Kind::Changes, QT_TRANSLATE_NOOP("xinglin::auditlog", "Kept an own formula")},
    {"formula.retire", Kind::Changes, QT_TRANSLATE_NOOP("xinglin::auditlog", "Retired an own formula")},
    {"import.open", Kind::Changes, QT_TRANSLATE_NOOP("xinglin::auditlog", "Began to bring a table in")},
    {"import.rows", Kind::Changes, QT_TRANSLATE_NOOP("xinglin::auditlog", "Brought in with a table")},
    {"import.close", Kind::Changes, QT_TRANSLATE_NOOP("xinglin::auditlog", "Brought a table in")},
    {"import", Kind::Changes, QT_TRANSLATE_NOOP("xinglin::auditlog", "the table that was brought in")},
    {"import.mapping", Kind::Changes, QT_TRANSLATE_NOOP("xinglin::auditlog", "Kept what the columns of a table are")},
    {"journal.undo", Kind::Changes, QT_TRANSLATE_NOOP("xinglin::auditlog", "Took an act back")},
    {"clinic.found", Kind::Oversight, QT_TRANSLATE_NOOP("xinglin::auditlog", "Founded the clinic")},
    {"clinic.edit", Kind::Oversight, QT_TRANSLATE_NOOP("xinglin::auditlog", "Changed the clinic's data")},
    {"people.add", Kind::Oversight, QT_TRANSLATE_NOOP("xinglin::auditlog", "Added a person")},
    {"people.edit", Kind::Oversight, QT_TRANSLATE_NOOP("xinglin::auditlog", "Changed a person's data or roles")},
    {"people.disable", Kind::Oversight, QT_TRANSLATE_NOOP("xinglin::auditlog", "Disabled a person")},
    {"people.enable", Kind::Oversight, QT_TRANSLATE_NOOP("xinglin::auditlog", "Enabled a person")},
    {"people.reset", Kind::Oversight, QT_TRANSLATE_NOOP("xinglin::auditlog", "Gave a person a new first password")},
    {"people.reconcile", Kind::Oversight, QT_TRANSLATE_NOOP("xinglin::auditlog", "Brought keyring and people in line")},
    {"people.preview", Kind::Oversight,
     QT_TRANSLATE_NOOP("xinglin::auditlog", "Looked at the clinic as a person sees it")},
    {"roles.grant", Kind::Oversight, QT_TRANSLATE_NOOP("xinglin::auditlog", "Gave or took a role")},
    {"roles.save", Kind::Oversight, QT_TRANSLATE_NOOP("xinglin::auditlog", "Changed a role of the clinic")},
    {"setting.change", Kind::Oversight, QT_TRANSLATE_NOOP("xinglin::auditlog", "Changed a setting")},
    {"price.settle", Kind::Oversight, QT_TRANSLATE_NOOP("xinglin::auditlog", "Settled prices of herbs")},
    {"glass.break", Kind::Oversight, QT_TRANSLATE_NOOP("xinglin::auditlog", "Opened a record in an emergency")},
    {"glass.end", Kind::Oversight, QT_TRANSLATE_NOOP("xinglin::auditlog", "Ended an emergency access")},
    {"glass.review", Kind::Oversight, QT_TRANSLATE_NOOP("xinglin::auditlog", "Reviewed an emergency access")},
    {"backup.make", Kind::Oversight, QT_TRANSLATE_NOOP("xinglin::auditlog", "Made a backup")},
    {"backup.check", Kind::Oversight, QT_TRANSLATE_NOOP("xinglin::auditlog", "Checked a backup")},
    {"backup.drill", Kind::Oversight, QT_TRANSLATE_NOOP("xinglin::auditlog", "Restored a backup as a drill")},
    {"backup.restore", Kind::Oversight, QT_TRANSLATE_NOOP("xinglin::auditlog", "Restored a backup")},
    {"audit.open", Kind::Oversight, QT_TRANSLATE_NOOP("xinglin::auditlog", "Read the audit log")},
    {"clock.back", Kind::Oversight, QT_TRANSLATE_NOOP("xinglin::auditlog", "Found the clock set back")},
    {"store.verify", Kind::Oversight, QT_TRANSLATE_NOOP("xinglin::auditlog", "Checked the whole store")},
};

const Words *find(const QByteArray &action)
{
    for (const Words &words : table) {
        if (action == words.action)
            return &words;
    }
    return nullptr;
}

} // namespace

Kind kindOf(const QByteArray &action, bool changed)
{
    if (const Words *words = find(action))
        return words->kind;
    // Codes that are younger than this table.
    const QByteArray noun = action.left(action.indexOf('.'));
    if (noun == "session" || noun == "password" || noun == "pin" || noun == "recovery")
        return Kind::SignIns;
    if (noun == "people" || noun == "roles" || noun == "glass" || noun == "backup" || noun == "audit" ||
        noun == "setting" || noun == "store")
        return Kind::Oversight;
    if (action.endsWith(".print") || action.endsWith(".export"))
        return Kind::Papers;
    return changed ? Kind::Changes : Kind::Looks;
}

QString wordsFor(const QByteArray &action)
{
    if (action.endsWith(".undo"))
        return Tr::tr("Took back: %1").arg(wordsFor(action.chopped(5)));
    if (action.endsWith(".redo"))
        return Tr::tr("Did again: %1").arg(wordsFor(action.chopped(5)));
    const Words *words = find(action);
    return words ? Tr::tr(words->text) : QString::fromLatin1(action);
}

QString wordsForOutcome(const QByteArray &outcome)
{
    if (outcome == "ok")
        return Tr::tr("done", "outcome of an act");
    if (outcome == "refused")
        return Tr::tr("refused", "outcome of an act");
    if (outcome == "failed")
        return Tr::tr("failed", "outcome of an act");
    return QString::fromLatin1(outcome);
}

QString nameOf(Kind kind)
{
    switch (kind) {
    case Kind::Everything:
        return Tr::tr("Everything");
    case Kind::SignIns:
        return Tr::tr("Sign-ins");
    case Kind::Looks:
        return Tr::tr("Looks");
    case Kind::Changes:
        return Tr::tr("Changes");
    case Kind::Papers:
        return Tr::tr("Prints and exports");
    case Kind::Oversight:
        return Tr::tr("Oversight");
    }
    Q_UNREACHABLE();
}

} // namespace xinglin::auditlog
