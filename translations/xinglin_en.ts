<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
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
        <source>%n herb(s) stood there already and were kept.</source>
        <translation>
            <numerusform>%n herb stood there already and was kept.</numerusform>
            <numerusform>%n herbs stood there already and were kept.</numerusform>
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
    <name>xinglin::ui::VisitDetails</name>
    <message numerus="yes">
        <source>%n packet(s)</source>
        <translation>
            <numerusform>%n packet</numerusform>
            <numerusform>%n packets</numerusform>
        </translation>
    </message>
</context>
</TS>
