#include "ui/interchange/importwords.h"

#include "interop/calendarimport.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace xinglin::ui {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::ui::ImportWords)
};

using interop::DateOrder;
using interop::ImportKind;
using interop::Target;
using Outcome = batch::Line::Outcome;

struct Why
{
    const char *code;
    const char *text;
};

constexpr Why whys[] = {
    {"row.wide", QT_TRANSLATE_NOOP("xinglin::ui::ImportWords", "The line has more cells than there are columns.")},
    {"row.refused", QT_TRANSLATE_NOOP("xinglin::ui::ImportWords", "What stands in the line cannot be kept together.")},
    {"name.missing", QT_TRANSLATE_NOOP("xinglin::ui::ImportWords", "There is no name.")},
    {"name.long", QT_TRANSLATE_NOOP("xinglin::ui::ImportWords", "The name is longer than any name.")},
    {"known.line", QT_TRANSLATE_NOOP("xinglin::ui::ImportWords", "The same person as in a line before.")},
    {"known.number", QT_TRANSLATE_NOOP("xinglin::ui::ImportWords", "Known here by this number and name.")},
    {"known.certain", QT_TRANSLATE_NOOP("xinglin::ui::ImportWords", "Known here already.")},
    {"known.likely", QT_TRANSLATE_NOOP("xinglin::ui::ImportWords", "Likely known here already.")},
    {"patient.unknown", QT_TRANSLATE_NOOP("xinglin::ui::ImportWords", "Nobody like this is known here.")},
    {"patient.several", QT_TRANSLATE_NOOP("xinglin::ui::ImportWords", "Several people are called so here.")},
    {"date.none", QT_TRANSLATE_NOOP("xinglin::ui::ImportWords", "It stands for \"no date\".")},
    {"date.missing", QT_TRANSLATE_NOOP("xinglin::ui::ImportWords", "The day is missing.")},
    {"date.impossible", QT_TRANSLATE_NOOP("xinglin::ui::ImportWords", "There is no such day, or it cannot be true.")},
    {"date.future", QT_TRANSLATE_NOOP("xinglin::ui::ImportWords", "The day is still to come.")},
    {"date.unreadable", QT_TRANSLATE_NOOP("xinglin::ui::ImportWords", "This is not read as a day.")},
    {"date.century",
     QT_TRANSLATE_NOOP("xinglin::ui::ImportWords", "The year has two digits: taken for the latest that can be.")},
    {"date.excel", QT_TRANSLATE_NOOP("xinglin::ui::ImportWords", "A day as a spreadsheet counts them.")},
    {"phone.number",
     QT_TRANSLATE_NOOP("xinglin::ui::ImportWords", "A spreadsheet had made a sum of it; all digits are there.")},
    {"phone.digits-lost",
     QT_TRANSLATE_NOOP("xinglin::ui::ImportWords", "A spreadsheet has lost the last digits of this telephone.")},
    {"phone.unreadable", QT_TRANSLATE_NOOP("xinglin::ui::ImportWords", "This is no telephone number.")},
    {"phone.several", QT_TRANSLATE_NOOP("xinglin::ui::ImportWords", "Only one telephone has a place here.")},
    {"id.digits-lost",
     QT_TRANSLATE_NOOP("xinglin::ui::ImportWords", "A spreadsheet has lost the last digits of this ID number.")},
    {"id.unreadable", QT_TRANSLATE_NOOP("xinglin::ui::ImportWords", "The ID number does not check out.")},
    {"id.other-sex", QT_TRANSLATE_NOOP("xinglin::ui::ImportWords", "The ID number is of the other sex.")},
    {"id.other-birth", QT_TRANSLATE_NOOP("xinglin::ui::ImportWords", "The ID number is of another birth date.")},
    {"sex.unknown", QT_TRANSLATE_NOOP("xinglin::ui::ImportWords", "This is no word for a sex that is known.")},
    {"age.year", QT_TRANSLATE_NOOP("xinglin::ui::ImportWords", "Made a year of birth of the age.")},
    {"age.unreadable", QT_TRANSLATE_NOOP("xinglin::ui::ImportWords", "This is not read as an age.")},
    {"allergy.none", QT_TRANSLATE_NOOP("xinglin::ui::ImportWords", "No allergy stands in the line.")},
    {"herbs.none", QT_TRANSLATE_NOOP("xinglin::ui::ImportWords", "No herb stands in the line.")},
    {"packets.unreadable", QT_TRANSLATE_NOOP("xinglin::ui::ImportWords", "This is not read as a number of packets.")},
};

} // namespace

QString whyWords(const QString &code)
{
    for (const Why &why : whys) {
        if (code == QLatin1String(why.code))
            return Tr::tr(why.text);
    }
    return code;
}

QString kindWords(ImportKind kind)
{
    switch (kind) {
    case ImportKind::Patients:
        return Tr::tr("Patients");
    case ImportKind::Allergies:
        return Tr::tr("Allergies");
    case ImportKind::Visits:
        return Tr::tr("Visits");
    case ImportKind::Prescriptions:
        return Tr::tr("Prescriptions");
    }
    Q_UNREACHABLE();
}

QString kindWords(const QString &stored)
{
    if (stored == interop::CalendarKind)
        return Tr::tr("Calendar");
    const auto kind = interop::importKindFrom(stored);
    return kind ? kindWords(*kind) : stored;
}

Counted countedIn(const QString &storedKind)
{
    return storedKind == interop::CalendarKind ? Counted::Times : Counted::Lines;
}

QString targetWords(Target target)
{
    switch (target) {
    case Target::Key:
        return Tr::tr("Name of the row there");
    case Target::Number:
        return Tr::tr("Number of the patient");
    case Target::Name:
        return Tr::tr("Name");
    case Target::FamilyName:
        return Tr::tr("Family name");
    case Target::GivenName:
        return Tr::tr("Given name");
    case Target::Sex:
        return Tr::tr("Sex");
    case Target::BirthDate:
        return Tr::tr("Birth date");
    case Target::Age:
        return Tr::tr("Age");
    case Target::Phones:
        return Tr::tr("Telephone");
    case Target::IdNumber:
        return Tr::tr("ID number");
    case Target::Address:
        return Tr::tr("Address");
    case Target::Insurance:
        return Tr::tr("Insurance number");
    case Target::Occupation:
        return Tr::tr("Occupation");
    case Target::MaritalStatus:
        return Tr::tr("Marital status");
    case Target::GuardianName:
        return Tr::tr("Guardian");
    case Target::GuardianRelation:
        return Tr::tr("Guardian is");
    case Target::GuardianPhone:
        return Tr::tr("Guardian's telephone");
    case Target::EmergencyName:
        return Tr::tr("Emergency contact");
    case Target::EmergencyPhone:
        return Tr::tr("Emergency telephone");
    case Target::Source:
        return Tr::tr("How they came");
    case Target::Campaign:
        return Tr::tr("Campaign");
    case Target::DeskAlert:
        return Tr::tr("Alert for the desk");
    case Target::Note:
        return Tr::tr("Note");
    case Target::Allergies:
        return Tr::tr("Allergies");
    case Target::Reaction:
        return Tr::tr("Reaction");
    case Target::Day:
        return Tr::tr("Day");
    case Target::Practitioner:
        return Tr::tr("Practitioner");
    case Target::Complaint:
        return Tr::tr("Complaint");
    case Target::History:
        return Tr::tr("History");
    case Target::Inspection:
        return Tr::tr("Inspection");
    case Target::Listening:
        return Tr::tr("Listening and smelling");
    case Target::Disease:
        return Tr::tr("Disease");
    case Target::Pattern:
        return Tr::tr("Pattern");
    case Target::Method:
        return Tr::tr("Method");
    case Target::Western:
        return Tr::tr("Western diagnosis");
    case Target::Advice:
        return Tr::tr("Advice");
    case Target::Formula:
        return Tr::tr("Formula");
    case Target::Herbs:
        return Tr::tr("Herbs");
    case Target::Packets:
        return Tr::tr("Packets");
    }
    Q_UNREACHABLE();
}

QString outcomeWords(Outcome outcome, Counted counted)
{
    const bool times = counted == Counted::Times;
    switch (outcome) {
    case Outcome::Duplicate:
        return times ? Tr::tr("here already") : Tr::tr("known already");
    case Outcome::Rejected:
        return Tr::tr("rejected");
    case Outcome::Aside:
        return times ? Tr::tr("to be noted") : Tr::tr("value left out");
    case Outcome::Repaired:
        return Tr::tr("value mended");
    }
    Q_UNREACHABLE();
}

Tone outcomeTone(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Duplicate:
        return Tone::Azurite;
    case Outcome::Rejected:
        return Tone::Cinnabar;
    case Outcome::Aside:
        return Tone::Gamboge;
    case Outcome::Repaired:
        return Tone::Malachite;
    }
    Q_UNREACHABLE();
}

QString outcomeIcon(Outcome outcome, Counted counted)
{
    switch (outcome) {
    case Outcome::Duplicate:
        return counted == Counted::Times ? QStringLiteral("view-calendar-day") : QStringLiteral("system-users");
    case Outcome::Rejected:
        return QStringLiteral("dialog-cancel");
    case Outcome::Aside:
        return QStringLiteral("dialog-warning");
    case Outcome::Repaired:
        return QStringLiteral("checkmark");
    }
    Q_UNREACHABLE();
}

QString orderWords(DateOrder order)
{
    switch (order) {
    case DateOrder::YearFirst:
        return Tr::tr("year, month, day");
    case DateOrder::MonthFirst:
        return Tr::tr("month, day, year");
    case DateOrder::DayFirst:
        return Tr::tr("day, month, year");
    }
    Q_UNREACHABLE();
}

QString delimiterWords(QChar delimiter)
{
    if (delimiter == u',')
        return Tr::tr("comma");
    if (delimiter == u';')
        return Tr::tr("semicolon");
    if (delimiter == u'\t')
        return Tr::tr("tab");
    return delimiter == u'|' ? Tr::tr("upright line") : QString(delimiter);
}

QString stateWords(batch::State state)
{
    switch (state) {
    case batch::State::Open:
        return Tr::tr("not finished");
    case batch::State::Closed:
        return Tr::tr("brought in");
    case batch::State::RolledBack:
        return Tr::tr("taken back");
    }
    Q_UNREACHABLE();
}

QString totalsWords(const batch::Totals &totals, Counted counted)
{
    const int all = static_cast<int>(totals.lines);
    return (counted == Counted::Times ? Tr::tr("%n times = %1 new + %2 here already + %3 rejected", nullptr, all)
                                      : Tr::tr("%n lines = %1 new + %2 known already + %3 rejected", nullptr, all))
        .arg(totals.added)
        .arg(totals.duplicates)
        .arg(totals.rejected);
}

QString lineWords(const batch::Line &line, Counted counted)
{
    if (counted == Counted::Times || line.outcome == Outcome::Aside || line.outcome == Outcome::Repaired)
        return line.value.simplified();
    QStringList cells;
    for (const auto &cell : QJsonDocument::fromJson(line.value.toUtf8()).array())
        cells << cell.toString().simplified();
    cells.removeAll(QString());
    return cells.join(QStringLiteral(" | "));
}

QString misfitWords(const QList<interop::Misfit> &misfits)
{
    QStringList tried;
    for (const interop::Misfit &misfit : misfits)
        tried << Tr::tr("not as %1: line %2, byte %3 of the file", "an encoding")
                     .arg(encodingName(misfit.tried))
                     .arg(misfit.line)
                     .arg(misfit.byte);
    return tried.join(Tr::tr("; ", "between the encodings that were tried"));
}

} // namespace xinglin::ui
