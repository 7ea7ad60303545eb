<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Theme</name>
    <message>
        <source>The colours of the program cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>xinglin::DocumentFacts</name>
    <message numerus="yes">
        <source>An ID number has 18 characters; this one has %n.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The first 17 characters of an ID number are digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Characters 7 to 14 of an ID number are the birth date; %1 is no date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Characters 7 to 14 of an ID number are the birth date; %1 lies in the future.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last character of this ID number should be %1: a digit was mistyped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the old form with 15 digits; today it would be %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No ID number begins with %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A residence card with 15 characters has three letters and twelve digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>A foreigner&apos;s residence card has 15 or 18 characters; this one has %n.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>A foreigner&apos;s residence card with 18 characters begins with 9.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The document number is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A passport number has 6 to 12 letters and digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A Hong Kong or Macao permit has H or M and 8 or 10 digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A Taiwan permit has 8 digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A document number has at most 40 characters.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>xinglin::Files</name>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is larger than such a file can be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be put in place: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder of %1 cannot be written: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be removed: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>xinglin::Phone</name>
    <message numerus="yes">
        <source>A mobile number has 11 digits; %n are missing.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A mobile number has 11 digits; this one has %n too many.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>No area code begins with %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>A landline number has %1 digits of area code and 7 or 8 more; %n are missing.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A landline number has %1 digits of area code and 7 or 8 more; this one has %n too many.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>No country code begins with 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>A number with a country code has 7 to 15 digits; this one has %n.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>A phone number has digits only; “%1” is not one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The phone number is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No mobile number begins with %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A landline number begins with its area code, such as 010.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>xinglin::store</name>
    <message>
        <source>The store cannot be opened with this key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store is damaged. Restore the last backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full. Nothing was saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk cannot be read or written. Nothing was saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store&apos;s folder is read-only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store is in use by another program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is not enough memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program made a mistake; nothing was saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This build has no encryption and cannot open a store.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not open to you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store&apos;s folder %1 cannot be written: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store is in use by another program (process %1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store %1 cannot be read: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store %1 is cut short.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not an encrypted Xinglin store.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a Xinglin store.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This store was made by a newer Xinglin. Update the program; nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store does not say whose it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a store in %1 already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no store in %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store in %1 belongs to another PC.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
