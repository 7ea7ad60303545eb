<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>xinglin::Desktop</name>
    <message numerus="yes">
        <source>%n emergency accesses overdue</source>
        <translation>
            <numerusform>%n emergency access overdue</numerusform>
            <numerusform>%n emergency accesses overdue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n emergency accesses to review</source>
        <translation>
            <numerusform>%n emergency access to review</numerusform>
            <numerusform>%n emergency accesses to review</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xinglin::DocumentFacts</name>
    <message numerus="yes">
        <source>An ID number has 18 characters; this one has %n.</source>
        <translation>
            <numerusform>An ID number has 18 characters; this one has %n.</numerusform>
            <numerusform>An ID number has 18 characters; this one has %n.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A foreigner&apos;s residence card has 15 or 18 characters; this one has %n.</source>
        <translation>
            <numerusform>A foreigner&apos;s residence card has 15 or 18 characters; this one has %n.</numerusform>
            <numerusform>A foreigner&apos;s residence card has 15 or 18 characters; this one has %n.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xinglin::Keyring</name>
    <message numerus="yes">
        <source>Too many wrong passwords: wait %n seconds.</source>
        <translation>
            <numerusform>Too many wrong passwords: wait %n second.</numerusform>
            <numerusform>Too many wrong passwords: wait %n seconds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This is one of your last %n passwords; choose another.</source>
        <translation>
            <numerusform>This is your last password; choose another.</numerusform>
            <numerusform>This is one of your last %n passwords; choose another.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xinglin::Phone</name>
    <message numerus="yes">
        <source>A mobile number has 11 digits; %n are missing.</source>
        <translation>
            <numerusform>A mobile number has 11 digits; %n is missing.</numerusform>
            <numerusform>A mobile number has 11 digits; %n are missing.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A mobile number has 11 digits; this one has %n too many.</source>
        <translation>
            <numerusform>A mobile number has 11 digits; this one has %n too many.</numerusform>
            <numerusform>A mobile number has 11 digits; this one has %n too many.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A landline number has %1 digits of area code and 7 or 8 more; %n are missing.</source>
        <translation>
            <numerusform>A landline number has %1 digits of area code and 7 or 8 more; %n is missing.</numerusform>
            <numerusform>A landline number has %1 digits of area code and 7 or 8 more; %n are missing.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A landline number has %1 digits of area code and 7 or 8 more; this one has %n too many.</source>
        <translation>
            <numerusform>A landline number has %1 digits of area code and 7 or 8 more; this one has %n too many.</numerusform>
            <numerusform>A landline number has %1 digits of area code and 7 or 8 more; this one has %n too many.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A number with a country code has 7 to 15 digits; this one has %n.</source>
        <translation>
            <numerusform>A number with a country code has 7 to 15 digits; this one has %n.</numerusform>
            <numerusform>A number with a country code has 7 to 15 digits; this one has %n.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xinglin::RecoverySheet</name>
    <message numerus="yes">
        <source>Line %1 of the recovery sheet has 16 characters; %n were typed.</source>
        <translation>
            <numerusform>Line %1 of the recovery sheet has 16 characters; %n was typed.</numerusform>
            <numerusform>Line %1 of the recovery sheet has 16 characters; %n were typed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xinglin::access::Health</name>
    <message numerus="yes">
        <source>%n problem(s) found on %1.</source>
        <translation>
            <numerusform>%n problem found on %1.</numerusform>
            <numerusform>%n problems found on %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xinglin::batch</name>
    <message numerus="yes">
        <source>%n visits of this import were amended since. They would be lost; mark them as entered in error first.</source>
        <translation>
            <numerusform>%n visit of this import was amended since. It would be lost; mark it as entered in error first.</numerusform>
            <numerusform>%n visits of this import were amended since. They would be lost; mark them as entered in error first.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xinglin::certificate</name>
    <message numerus="yes">
        <source>A sick note covers at most %n days.</source>
        <translation>
            <numerusform>A sick note covers at most %n days.</numerusform>
            <numerusform>A sick note covers at most %n days.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xinglin::changes</name>
    <message numerus="yes">
        <source>%1: session begun, %n needle(s) in.</source>
        <translation>
            <numerusform>%1: session begun, %n needle in.</numerusform>
            <numerusform>%1: session begun, %n needles in.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: session broken off, %n needle(s) out.</source>
        <translation>
            <numerusform>%1: session broken off, %n needle out.</numerusform>
            <numerusform>%1: session broken off, %n needles out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: session ended, %n needle(s) out.</source>
        <translation>
            <numerusform>%1: session ended, %n needle out.</numerusform>
            <numerusform>%1: session ended, %n needles out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xinglin::cli::Import</name>
    <message numerus="yes">
        <source>The import is taken back; %n patients stay.</source>
        <translation>
            <numerusform>The import is taken back; %n patient stays.</numerusform>
            <numerusform>The import is taken back; %n patients stay.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xinglin::cli::PatientDuplicates</name>
    <message numerus="yes">
        <source>%n pairs in %1 rows.</source>
        <translation>
            <numerusform>%n pair in %1 rows.</numerusform>
            <numerusform>%n pairs in %1 rows.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xinglin::consultation</name>
    <message numerus="yes">
        <source>%1, %n herb(s) × %2</source>
        <translation>
            <numerusform>%1, %n herb × %2</numerusform>
            <numerusform>%1, %n herbs × %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xinglin::interop::Calendar</name>
    <message numerus="yes">
        <source>%n appointments are booked then and stay until somebody moves them: %1.</source>
        <translation>
            <numerusform>%n appointment is booked then and stays until somebody moves it: %1.</numerusform>
            <numerusform>%n appointments are booked then and stay until somebody moves them: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xinglin::medicineorder</name>
    <message numerus="yes">
        <source>A prescription names at most %n patent medicine(s).</source>
        <translation>
            <numerusform>A prescription names at most %n patent medicine.</numerusform>
            <numerusform>A prescription names at most %n patent medicines.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n time(s) a day</source>
        <translation>
            <numerusform>%n time a day</numerusform>
            <numerusform>%n times a day</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xinglin::passwords</name>
    <message numerus="yes">
        <source>A password has at least 10 characters; %n are missing.</source>
        <translation>
            <numerusform>A password has at least 10 characters; %n is missing.</numerusform>
            <numerusform>A password has at least 10 characters; %n are missing.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xinglin::segments</name>
    <message numerus="yes">
        <source>One visit, in the last %n day(s).</source>
        <translation>
            <numerusform>One visit, in the last day.</numerusform>
            <numerusform>One visit, in the last %n days.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Two visits or more, the last one in the last %n day(s).</source>
        <translation>
            <numerusform>Two visits or more, the last one in the last day.</numerusform>
            <numerusform>Two visits or more, the last one in the last %n days.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Last seen more than %1 and up to %n day(s) ago.</source>
        <translation>
            <numerusform>Last seen more than %1 and up to %n day ago.</numerusform>
            <numerusform>Last seen more than %1 and up to %n days ago.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Last seen more than %n day(s) ago.</source>
        <translation>
            <numerusform>Last seen more than %n day ago.</numerusform>
            <numerusform>Last seen more than %n days ago.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xinglin::treatment</name>
    <message numerus="yes">
        <source>All %n session(s) of this order were given.</source>
        <translation>
            <numerusform>All %n session of this order were given.</numerusform>
            <numerusform>All %n sessions of this order were given.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n needle(s)</source>
        <translation>
            <numerusform>%n needle</numerusform>
            <numerusform>%n needles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n session(s)</source>
        <translation>
            <numerusform>%n session</numerusform>
            <numerusform>%n sessions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n point(s)</source>
        <translation>
            <numerusform>%1, %n point</numerusform>
            <numerusform>%1, %n points</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xinglin::ui::AbsenceDialog</name>
    <message numerus="yes">
        <source>%n appointment(s)</source>
        <translation>
            <numerusform>%n appointment</numerusform>
            <numerusform>%n appointments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xinglin::ui::AuditPanel</name>
    <message numerus="yes">
        <source>%n problem(s) were found, first: %1</source>
        <translation>
            <numerusform>%n problem was found: %1</numerusform>
            <numerusform>%n problems were found, first: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s): %1</source>
        <translation>
            <numerusform>%n problem: %1</numerusform>
            <numerusform>%n problems: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xinglin::ui::AuditSection</name>
    <message numerus="yes">
        <source>The last %n days</source>
        <translation>
            <numerusform>The last day</numerusform>
            <numerusform>The last %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the newest %n row(s)</source>
        <translation>
            <numerusform>the newest %n row</numerusform>
            <numerusform>the newest %n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xinglin::ui::BackupKeeper</name>
    <message numerus="yes">
        <source>Everything in this backup holds: %n file(s) checked.</source>
        <translation>
            <numerusform>Everything in this backup holds: %n file checked.</numerusform>
            <numerusform>Everything in this backup holds: %n files checked.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xinglin::ui::CalendarDialog</name>
    <message numerus="yes">
        <source>Bring in %n times</source>
        <translation>
            <numerusform>Bring in %n time</numerusform>
            <numerusform>Bring in %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xinglin::ui::CallList</name>
    <message numerus="yes">
        <source>%n to call</source>
        <translation>
            <numerusform>%n to call</numerusform>
            <numerusform>%n to call</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xinglin::ui::CarePanel</name>
    <message numerus="yes">
        <source>%n, last %1</source>
        <comment>visits</comment>
        <translation>
            <numerusform>%n, last %1</numerusform>
            <numerusform>%n, last %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xinglin::ui::CheckPanel</name>
    <message numerus="yes">
        <source>%1 of %n herb(s) checked</source>
        <translation>
            <numerusform>%1 of %n herb checked</numerusform>
            <numerusform>%1 of %n herbs checked</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xinglin::ui::ConstitutionPage</name>
    <message numerus="yes">
        <source>%n question(s) are not answered yet.</source>
        <translation>
            <numerusform>%n question are not answered yet.</numerusform>
            <numerusform>%n questions are not answered yet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xinglin::ui::ConstitutionWords</name>
    <message numerus="yes">
        <source>Standard form, %n questions</source>
        <translation>
            <numerusform>Standard form, %n questions</numerusform>
            <numerusform>Standard form, %n questions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Elderly form, %n questions</source>
        <translation>
            <numerusform>Elderly form, %n questions</numerusform>
            <numerusform>Elderly form, %n questions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xinglin::ui::DayColumn</name>
    <message numerus="yes">
        <source>%n at once</source>
        <translation>
            <numerusform>%n at once</numerusform>
            <numerusform>%n at once</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xinglin::ui::DuplicatesPage</name>
    <message numerus="yes">
        <source>the first %n pairs</source>
        <translation>
            <numerusform>the first pair</numerusform>
            <numerusform>the first %n pairs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s)</source>
        <translation>
            <numerusform>%n pair</numerusform>
            <numerusform>%n pairs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xinglin::ui::EnquiriesButton</name>
    <message numerus="yes">
        <source>%n open enquiries</source>
        <translation>
            <numerusform>%n open enquiry</numerusform>
            <numerusform>%n open enquiries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open enquiries and more</source>
        <translation>
            <numerusform>%n open enquiry and more</numerusform>
            <numerusform>%n open enquiries and more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xinglin::ui::EnquiriesPage</name>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xinglin::ui::EventList</name>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xinglin::ui::EventModel</name>
    <message numerus="yes">
        <source>%n needle(s)</source>
        <translation>
            <numerusform>%n needle</numerusform>
            <numerusform>%n needles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xinglin::ui::ExportSection</name>
    <message numerus="yes">
        <source>%n rows</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n events are in %1. They are not encrypted: keep them safe.</source>
        <translation>
            <numerusform>%n event is in %1. It is not encrypted: keep it safe.</numerusform>
            <numerusform>%n events are in %1. They are not encrypted: keep them safe.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xinglin::ui::FileStep</name>
    <message numerus="yes">
        <source>%1, %2, %n columns; its first rows:</source>
        <translation>
            <numerusform>%1, %2, %n column; its first rows:</numerusform>
            <numerusform>%1, %2, %n columns; its first rows:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xinglin::ui::FormulaGrid</name>
    <message numerus="yes">
        <source>%n herb(s) × %1</source>
        <translation>
            <numerusform>%n herb × %1</numerusform>
            <numerusform>%n herbs × %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xinglin::ui::GlassBand</name>
    <message numerus="yes">
        <source>Open in an emergency: %n minutes left. The owner will look at it.</source>
        <translation>
            <numerusform>Open in an emergency: %n minute left. The owner will look at it.</numerusform>
            <numerusform>Open in an emergency: %n minutes left. The owner will look at it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xinglin::ui::HistoryPane</name>
    <message numerus="yes">
        <source>%n visit(s)</source>
        <translation>
            <numerusform>%n visit</numerusform>
            <numerusform>%n visits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xinglin::ui::ImportAssistant</name>
    <message numerus="yes">
        <source>Bring %n in</source>
        <translation>
            <numerusform>Bring %n in</numerusform>
            <numerusform>Bring %n in</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xinglin::ui::ImportSection</name>
    <message numerus="yes">
        <source>%n lines were worked through. Nothing of them stays.</source>
        <translation>
            <numerusform>%n line was worked through. Nothing of it stays.</numerusform>
            <numerusform>%n lines were worked through. Nothing of them stays.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n that came in are gone from everywhere then.</source>
        <translation>
            <numerusform>What came in (%n) is gone from everywhere then.</numerusform>
            <numerusform>All %n that came in are gone from everywhere then.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n came in; they are gone from everywhere then, but for these people, whose data were changed or for whom something was written since:</source>
        <translation>
            <numerusform>%n came in and stays: their data were changed or something was written for them since:</numerusform>
            <numerusform>%n came in; they are gone from everywhere then, but for these people, whose data were changed or for whom something was written since:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines are worked through. Say where the same file is; it must not have been changed since.</source>
        <translation>
            <numerusform>%n line is worked through. Say where the same file is; it must not have been changed since.</numerusform>
            <numerusform>%n lines are worked through. Say where the same file is; it must not have been changed since.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n times were worked through. Nothing of them stays.</source>
        <translation>
            <numerusform>%n time was worked through. Nothing of it stays.</numerusform>
            <numerusform>%n times were worked through. Nothing of them stays.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n came in; they are gone from everywhere then, but for the appointments of these people, which were moved, kept or cancelled since:</source>
        <translation>
            <numerusform>%n came in; it is gone from everywhere then, but for the appointments of these people, which were moved, kept or cancelled since:</numerusform>
            <numerusform>%n came in; they are gone from everywhere then, but for the appointments of these people, which were moved, kept or cancelled since:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n times are worked through. Say where the same file is; it must not have been changed since.</source>
        <translation>
            <numerusform>%n time is worked through. Say where the same file is; it must not have been changed since.</numerusform>
            <numerusform>%n times are worked through. Say where the same file is; it must not have been changed since.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xinglin::ui::ImportStep</name>
    <message numerus="yes">
        <source>%n came in</source>
        <translation>
            <numerusform>%n came in</numerusform>
            <numerusform>%n came in</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xinglin::ui::ImportWords</name>
    <message numerus="yes">
        <source>%n lines = %1 new + %2 known already + %3 rejected</source>
        <translation>
            <numerusform>%n line = %1 new + %2 known already + %3 rejected</numerusform>
            <numerusform>%n lines = %1 new + %2 known already + %3 rejected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n times = %1 new + %2 here already + %3 rejected</source>
        <translation>
            <numerusform>%n time = %1 new + %2 here already + %3 rejected</numerusform>
            <numerusform>%n times = %1 new + %2 here already + %3 rejected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xinglin::ui::Intake</name>
    <message numerus="yes">
        <source>%n more could not be taken.</source>
        <translation>
            <numerusform>%n more could not be taken.</numerusform>
            <numerusform>%n more could not be taken.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xinglin::ui::JournalPage</name>
    <message numerus="yes">
        <source>%n act(s) in 24 hours</source>
        <translation>
            <numerusform>%n act in 24 hours</numerusform>
            <numerusform>%n acts in 24 hours</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xinglin::ui::LeaveSection</name>
    <message numerus="yes">
        <source>Holiday, %n day(s)</source>
        <translation>
            <numerusform>Holiday, %n day</numerusform>
            <numerusform>Holiday, %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) of %1 are new.</source>
        <translation>
            <numerusform>%n day of %1 is new.</numerusform>
            <numerusform>%n days of %1 are new.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xinglin::ui::MainWindow</name>
    <message numerus="yes">
        <source>%n wrong password(s) were tried in your name before.</source>
        <translation>
            <numerusform>%n wrong password was tried in your name before.</numerusform>
            <numerusform>%n wrong passwords were tried in your name before.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xinglin::ui::MergePage</name>
    <message numerus="yes">
        <source>%n visit(s), last %1</source>
        <translation>
            <numerusform>%n visit, last %1</numerusform>
            <numerusform>%n visits, last %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Hide the %n part(s) that are the same</source>
        <translation>
            <numerusform>Hide the part that is the same</numerusform>
            <numerusform>Hide the %n parts that are the same</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show the %n part(s) that are the same</source>
        <translation>
            <numerusform>Show the part that is the same</numerusform>
            <numerusform>Show the %n parts that are the same</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xinglin::ui::MonthView</name>
    <message numerus="yes">
        <source>%n booked</source>
        <translation>
            <numerusform>%n booked</numerusform>
            <numerusform>%n booked</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xinglin::ui::OrderModel</name>
    <message numerus="yes">
        <source>%n needle(s) in</source>
        <translation>
            <numerusform>%n needle in</numerusform>
            <numerusform>%n needles in</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left</source>
        <translation>
            <numerusform>%n left</numerusform>
            <numerusform>%n left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xinglin::ui::OversightSection</name>
    <message numerus="yes">
        <source>%n to review</source>
        <translation>
            <numerusform>%n to review</numerusform>
            <numerusform>%n to review</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xinglin::ui::PatientWords</name>
    <message numerus="yes">
        <source>%n mo</source>
        <comment>age in months, short</comment>
        <translation>
            <numerusform>%n mo</numerusform>
            <numerusform>%n mo</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, and %n more</source>
        <comment>types of constitution</comment>
        <translation>
            <numerusform>%1, and %n more</numerusform>
            <numerusform>%1, and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xinglin::ui::PatientsPage</name>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n possible duplicate(s)</source>
        <translation>
            <numerusform>%n possible duplicate</numerusform>
            <numerusform>%n possible duplicates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n possible duplicates and more</source>
        <translation>
            <numerusform>%n possible duplicate and more</numerusform>
            <numerusform>%n possible duplicates and more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people and more</source>
        <translation>
            <numerusform>%n person and more</numerusform>
            <numerusform>%n people and more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xinglin::ui::PeopleSection</name>
    <message numerus="yes">
        <source>%n active</source>
        <comment>people</comment>
        <translation>
            <numerusform>%n active</numerusform>
            <numerusform>%n active</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n disabled</source>
        <comment>people</comment>
        <translation>
            <numerusform>%n disabled</numerusform>
            <numerusform>%n disabled</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xinglin::ui::PersonPanel</name>
    <message numerus="yes">
        <source>%n records</source>
        <translation>
            <numerusform>%n record</numerusform>
            <numerusform>%n records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n times</source>
        <translation>
            <numerusform>%n time</numerusform>
            <numerusform>%n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n acts</source>
        <translation>
            <numerusform>%n act</numerusform>
            <numerusform>%n acts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in seven days</source>
        <translation>
            <numerusform>%n in seven days</numerusform>
            <numerusform>%n in seven days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xinglin::ui::PointFindings</name>
    <message numerus="yes">
        <source>%1 of %n point(s) looked at</source>
        <translation>
            <numerusform>%1 of %n point looked at</numerusform>
            <numerusform>%1 of %n points looked at</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xinglin::ui::PointLine</name>
    <message numerus="yes">
        <source>group, %n point(s)</source>
        <translation>
            <numerusform>group, %n point</numerusform>
            <numerusform>group, %n points</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n needle(s)</source>
        <translation>
            <numerusform>%n needle</numerusform>
            <numerusform>%n needles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xinglin::ui::PrescribedPane</name>
    <message numerus="yes">
        <source>%n severe finding(s) stand(s) on it.</source>
        <translation>
            <numerusform>%n severe finding stands on it.</numerusform>
            <numerusform>%n severe findings stand on it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xinglin::ui::PrescriptionEditor</name>
    <message numerus="yes">
        <source>%n herb(s), %1 g a packet, %2 g in all, for %3 days</source>
        <translation>
            <numerusform>%n herb, %1 g a packet, %2 g in all, for %3 days</numerusform>
            <numerusform>%n herbs, %1 g a packet, %2 g in all, for %3 days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 is joined: %n herb(s) of both stand once with the larger dose,</source>
        <translation>
            <numerusform>%1 is joined: %n herb of both stand once with the larger dose,</numerusform>
            <numerusform>%1 is joined: %n herbs of both stand once with the larger dose,</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new. Ctrl+Z takes it back.</source>
        <comment>herbs</comment>
        <translation>
            <numerusform>%n new. Ctrl+Z takes it back.</numerusform>
            <numerusform>%n new. Ctrl+Z takes it back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n prescription(s) of last time stand here; F6 turns to the next.</source>
        <translation>
            <numerusform>All %n prescription of last time stand here; F6 turns to the next.</numerusform>
            <numerusform>All %n prescriptions of last time stand here; F6 turns to the next.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xinglin::ui::PrescriptionWords</name>
    <message numerus="yes">
        <source>%1, %n herb(s) × %2</source>
        <translation>
            <numerusform>%1, %n herb × %2</numerusform>
            <numerusform>%1, %n herbs × %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Looked at together with %n herb(s) of this visit&apos;s other prescriptions.</source>
        <translation>
            <numerusform>Looked at together with %n herb of this visit&apos;s other prescriptions.</numerusform>
            <numerusform>Looked at together with %n herbs of this visit&apos;s other prescriptions.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xinglin::ui::PrintBand</name>
    <message numerus="yes">
        <source>%n papers were not printed.</source>
        <translation>
            <numerusform>%n papers were not printed.</numerusform>
            <numerusform>%n papers were not printed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xinglin::ui::ProblemsCard</name>
    <message numerus="yes">
        <source>Show %n resolved</source>
        <translation>
            <numerusform>Show %n resolved</numerusform>
            <numerusform>Show %n resolved</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xinglin::ui::RailButton</name>
    <message numerus="yes">
        <source>%n thing(s) due</source>
        <translation>
            <numerusform>%n thing due</numerusform>
            <numerusform>%n things due</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xinglin::ui::ReferenceWords</name>
    <message numerus="yes">
        <source>All %n</source>
        <comment>formulas</comment>
        <translation>
            <numerusform>All %n</numerusform>
            <numerusform>All %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Here before: %1, %n visit(s)</source>
        <translation>
            <numerusform>Here before: %1, %n visit</numerusform>
            <numerusform>Here before: %1, %n visits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xinglin::ui::ReferralsCard</name>
    <message numerus="yes">
        <source>Show more: %n</source>
        <translation>
            <numerusform>Show %n more</numerusform>
            <numerusform>Show %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xinglin::ui::RoleSection</name>
    <message numerus="yes">
        <source>%n of the clinic&apos;s own</source>
        <comment>roles</comment>
        <translation>
            <numerusform>%n of the clinic&apos;s own</numerusform>
            <numerusform>%n of the clinic&apos;s own</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xinglin::ui::SafetyRing</name>
    <message numerus="yes">
        <source>%1 of %2 checked, %n finding(s)</source>
        <translation>
            <numerusform>%1 of %2 checked, %n finding</numerusform>
            <numerusform>%1 of %2 checked, %n findings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xinglin::ui::SegmentDialog</name>
    <message numerus="yes">
        <source>%n group(s) of conditions within stay as they are.</source>
        <translation>
            <numerusform>%n group of conditions within stays as it is.</numerusform>
            <numerusform>%n groups of conditions within stay as they are.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln patient(s)</source>
        <translation>
            <numerusform>%1 of %Ln patient</numerusform>
            <numerusform>%1 of %Ln patients</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xinglin::ui::SeriesDialog</name>
    <message numerus="yes">
        <source>Move %n appointment(s)</source>
        <translation>
            <numerusform>Move %n appointment</numerusform>
            <numerusform>Move %n appointments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Book %n appointment(s)</source>
        <translation>
            <numerusform>Book %n appointment</numerusform>
            <numerusform>Book %n appointments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n appointment(s) of %1 moved.</source>
        <translation>
            <numerusform>%n appointment of %1 moved.</numerusform>
            <numerusform>%n appointments of %1 moved.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n appointment(s) booked for %1.</source>
        <translation>
            <numerusform>%n appointment booked for %1.</numerusform>
            <numerusform>%n appointments booked for %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xinglin::ui::SessionPanel</name>
    <message numerus="yes">
        <source>%n needle(s) in</source>
        <translation>
            <numerusform>%n needle in</numerusform>
            <numerusform>%n needles in</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xinglin::ui::SickNoteDialog</name>
    <message numerus="yes">
        <source>%n days, first and last included</source>
        <translation>
            <numerusform>%n days, first and last included</numerusform>
            <numerusform>%n days, first and last included</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xinglin::ui::SignInForm</name>
    <message numerus="yes">
        <source>Too many wrong passwords. Try again in %n second(s).</source>
        <translation>
            <numerusform>Too many wrong passwords. Try again in %n second.</numerusform>
            <numerusform>Too many wrong passwords. Try again in %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xinglin::ui::StripView</name>
    <message numerus="yes">
        <source>%n visits</source>
        <translation>
            <numerusform>%n visit</numerusform>
            <numerusform>%n visits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xinglin::ui::TherapyList</name>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xinglin::ui::TimelinePage</name>
    <message numerus="yes">
        <source>%n formula(s)</source>
        <translation>
            <numerusform>%n formula</numerusform>
            <numerusform>%n formulas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n herb(s)</source>
        <translation>
            <numerusform>%n herb</numerusform>
            <numerusform>%n herbs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xinglin::ui::TodayModel</name>
    <message numerus="yes">
        <source>%n min on average</source>
        <comment>waiting</comment>
        <translation>
            <numerusform>%n min on average</numerusform>
            <numerusform>%n min on average</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min late</source>
        <translation>
            <numerusform>%n min late</numerusform>
            <numerusform>%n min late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n min</source>
        <translation>
            <numerusform>in %n min</numerusform>
            <numerusform>in %n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>called %n time(s), not there</source>
        <translation>
            <numerusform>called %n time, not there</numerusform>
            <numerusform>called %n times, not there</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xinglin::ui::TodayPanel</name>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xinglin::ui::TonguePage</name>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n picture</numerusform>
            <numerusform>%n pictures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xinglin::ui::TreatmentPage</name>
    <message numerus="yes">
        <source>Begun: %n needle(s) are in.</source>
        <translation>
            <numerusform>Begun: %n needle are in.</numerusform>
            <numerusform>Begun: %n needles are in.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ended: %n needle(s) are out.</source>
        <translation>
            <numerusform>Ended: %n needle are out.</numerusform>
            <numerusform>Ended: %n needles are out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xinglin::ui::TrendPane</name>
    <message numerus="yes">
        <source>%n visit(s)</source>
        <comment>latest</comment>
        <translation>
            <numerusform>%n visit</numerusform>
            <numerusform>%n visits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xinglin::ui::TrialStep</name>
    <message numerus="yes">
        <source>%n lines</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n known already</source>
        <translation>
            <numerusform>%n known already</numerusform>
            <numerusform>%n known already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rejected</source>
        <translation>
            <numerusform>%n rejected</numerusform>
            <numerusform>%n rejected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There is more to tell of %n lines than is shown here.</source>
        <translation>
            <numerusform>There is more to tell of %n line than is shown here.</numerusform>
            <numerusform>There is more to tell of %n lines than is shown here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines saved as %1.</source>
        <translation>
            <numerusform>%n line saved as %1.</numerusform>
            <numerusform>%n lines saved as %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xinglin::ui::UnfinishedPage</name>
    <message numerus="yes">
        <source>%n to finish</source>
        <comment>number of things</comment>
        <translation>
            <numerusform>%n to finish</numerusform>
            <numerusform>%n to finish</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xinglin::ui::VisitDetails</name>
    <message numerus="yes">
        <source>%n packet(s)</source>
        <translation>
            <numerusform>%n packet</numerusform>
            <numerusform>%n packets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n herb(s) checked</source>
        <translation>
            <numerusform>%1 of %n herb checked</numerusform>
            <numerusform>%1 of %n herbs checked</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xinglin::ui::WaitingRoomWindow</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xinglin::ui::WaitlistPanel</name>
    <message numerus="yes">
        <source>Waitlist: %n people</source>
        <translation>
            <numerusform>Waitlist: %n person</numerusform>
            <numerusform>Waitlist: %n people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xinglin::ui::WeekStrip</name>
    <message numerus="yes">
        <source>%n appointment(s)</source>
        <translation>
            <numerusform>%n appointment</numerusform>
            <numerusform>%n appointments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xinglin::ui::WorkBar</name>
    <message numerus="yes">
        <source>%n lines</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, about %n seconds left</source>
        <translation>
            <numerusform>%1, about %n second left</numerusform>
            <numerusform>%1, about %n seconds left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n times</source>
        <translation>
            <numerusform>%n time</numerusform>
            <numerusform>%n times</numerusform>
        </translation>
    </message>
</context>
</TS>
