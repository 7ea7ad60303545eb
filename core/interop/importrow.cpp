#include "interop/importrow.h"

#include "base/text/phone.h"
#include "clinic/patient/patients.h"
#include "engines/safety/herbname.h"

#include <QRegularExpression>

namespace xinglin::interop {

namespace {

using Outcome = batch::Line::Outcome;

constexpr qsizetype MostExamples = 3;
constexpr qsizetype LongestName = 100;

QString folded(const QString &text)
{
    return foldedHeader(text);
}

/// Words in one line, blanks and line breaks as one blank.
QString simplified(const QString &text)
{
    return text.normalized(QString::NormalizationForm_C).simplified();
}

} // namespace

QStringList uniqueHeader(const QStringList &header)
{
    QStringList unique;
    for (qsizetype column = 0; column < header.size(); ++column) {
        const QString name = header[column].simplified();
        QString wanted = name.isEmpty() ? QStringLiteral("#%1").arg(column + 1) : name;
        for (int again = 2; unique.contains(wanted); ++again)
            wanted =
                QStringLiteral("%1 (%2)").arg(name.isEmpty() ? QStringLiteral("#%1").arg(column + 1) : name).arg(again);
        unique << wanted;
    }
    return unique;
}

RowReader::RowReader(ImportKind kind, const Mapping &mapping, const QStringList &header, const Catalog &catalog,
                     QDate today)
    : m_kind(kind), m_mapping(mapping), m_header(header), m_catalog(catalog), m_today(today)
{
    for (auto it = mapping.columns.cbegin(); it != mapping.columns.cend(); ++it) {
        for (const QString &name : it.value()) {
            const qsizetype column = header.indexOf(name);
            if (column < 0)
                continue;
            m_places[it.key()].append({it.key(), column, m_columns.size()});
            m_columns.append({it.key(), name, 0, 0, {}});
        }
    }
    for (const Vocabulary *words : {&catalog.diagnosis, &catalog.western}) {
        for (const Term &term : words->terms()) {
            for (const QString &name : QStringList{term.zh, term.en} + term.aliases)
                m_terms.insert({words == &catalog.western ? QStringLiteral("western") : term.group, folded(name)},
                               &term);
        }
    }
}

QList<RowReader::Place> RowReader::filled(Target target, const Row &row) const
{
    QList<Place> found;
    for (const Place &place : m_places.value(target)) {
        if (place.column < row.cells.size() && !row.cells[place.column].text.trimmed().isEmpty())
            found << place;
    }
    return found;
}

QString RowReader::text(Target target, const Row &row)
{
    QStringList parts;
    for (const Place &place : filled(target, row)) {
        ++m_columns[place.told].filled;
        parts << row.cells[place.column].text.trimmed();
    }
    return parts.join(target == Target::Address ? u' ' : u'\n');
}

void RowReader::tell(ImportRow &into, const Place &place, const Cell &cell, Outcome outcome, const QString &why)
{
    into.told << batch::Line{0, into.line, outcome, {}, m_header.value(place.column), cell.text, why, {}};
    if (outcome == Outcome::Aside)
        ++m_columns[place.told].aside;
}

void RowReader::example(const Place &place, const QString &before, const QString &after)
{
    auto &examples = m_columns[place.told].examples;
    const QPair<QString, QString> one{before, after};
    if (before != after && examples.size() < MostExamples && !examples.contains(one))
        examples.append(one);
}

ImportRow RowReader::read(const Row &row)
{
    ImportRow into;
    into.line = row.line;
    for (const Cell &cell : row.cells)
        into.cells << cell.text;
    for (qsizetype column = m_header.size(); column < row.cells.size(); ++column) {
        if (!row.cells[column].text.trimmed().isEmpty()) {
            into.rejected = QStringLiteral("row.wide");
            return into;
        }
    }
    into.key = text(Target::Key, row);
    readPerson(row, into);
    if (!into.rejected.isEmpty())
        return into;
    switch (m_kind) {
    case ImportKind::Patients:
        readDetails(row, into);
        readAllergies(row, into);
        break;
    case ImportKind::Allergies:
        readAllergies(row, into);
        if (into.allergies.isEmpty())
            into.rejected = QStringLiteral("allergy.none");
        break;
    case ImportKind::Visits:
        readVisit(row, into);
        break;
    case ImportKind::Prescriptions:
        readVisit(row, into);
        if (into.rejected.isEmpty() && into.visit.prescriptions.isEmpty())
            into.rejected = QStringLiteral("herbs.none");
        break;
    }
    if (into.rejected.isEmpty())
        setAsideWhatContradicts(row, into);
    for (batch::Line &line : into.told)
        line.name = into.person.name;
    return into;
}

void RowReader::readName(const Row &row, ImportRow &into)
{
    QString name = simplified(text(Target::Name, row));
    if (name.isEmpty()) {
        const QString family = into.familyName = simplified(text(Target::FamilyName, row));
        const QString given = into.givenName = simplified(text(Target::GivenName, row));
        // Chinese names have the family's first and no blank between.
        static const QRegularExpression han(QStringLiteral("^\\p{Han}*$"));
        const bool chinese = han.match(family + given).hasMatch();
        name = chinese ? family + given : (given + u' ' + family).trimmed();
    }
    into.person.name = name;
    if (name.size() > LongestName)
        into.rejected = QStringLiteral("name.long");
    else if (name.isEmpty() && m_kind == ImportKind::Patients)
        into.rejected = QStringLiteral("name.missing");
    if (!into.rejected.isEmpty())
        into.rejectedColumn = m_mapping.columns.value(Target::Name).value(0);
}

void RowReader::readBirth(const Row &row, ImportRow &into)
{
    for (const Place &place : filled(Target::BirthDate, row)) {
        const Cell &cell = row.cells[place.column];
        ++m_columns[place.told].filled;
        const auto read = readDate(cell, m_mapping.dateOrders.value(Target::BirthDate, DateOrder::YearFirst), m_today);
        if (!read.value) {
            tell(into, place, cell, Outcome::Aside, read.why);
            continue;
        }
        into.person.birthDate = read.value->toText();
        example(place, cell.text, into.person.birthDate);
        if (read.why == u"date.century")
            tell(into, place, cell, Outcome::Repaired, read.why);
    }
    for (const Place &place : filled(Target::Age, row)) {
        const Cell &cell = row.cells[place.column];
        ++m_columns[place.told].filled;
        if (!into.person.birthDate.isEmpty())
            continue;
        const auto age = readAge(cell.text);
        if (!age.value) {
            tell(into, place, cell, Outcome::Aside, age.why);
            continue;
        }
        // Of a visit of the past it is the age of then.
        const QDate asked = into.visit.day.isValid() ? into.visit.day : m_today;
        into.person.birthDate = birthFrom(*age.value, asked).toText();
        example(place, cell.text, into.person.birthDate);
    }
}

void RowReader::readTelephones(const Row &row, ImportRow &into)
{
    QStringList all;
    for (const Place &place : filled(Target::Phones, row)) {
        const Cell &cell = row.cells[place.column];
        ++m_columns[place.told].filled;
        const Phones read = readPhones(cell, m_mapping.countryCode);
        for (const QString &phone : read.phones) {
            if (!all.contains(phone))
                all << phone;
        }
        if (!read.unread.isEmpty())
            tell(into, place, cell, Outcome::Aside, read.why);
        else if (!read.why.isEmpty())
            tell(into, place, cell, Outcome::Repaired, read.why);
        if (!read.phones.isEmpty())
            example(place, cell.text, read.phones.join(u' '));
    }
    into.person.withoutPhone = all.isEmpty();
    into.person.phone = all.value(0);
    for (const QString &phone : all.mid(1))
        into.person.otherPhones << PatientPhone{phone, {}};
}

QString RowReader::onePhone(Target target, const Row &row, ImportRow &into)
{
    for (const Place &place : filled(target, row)) {
        const Cell &cell = row.cells[place.column];
        ++m_columns[place.told].filled;
        const Phones read = readPhones(cell, m_mapping.countryCode);
        if (read.phones.size() == 1 && read.unread.isEmpty())
            return read.phones.constFirst();
        if (!read.phones.isEmpty() || !read.unread.isEmpty())
            tell(into, place, cell, Outcome::Aside, read.why.isEmpty() ? QStringLiteral("phone.several") : read.why);
    }
    return {};
}

void RowReader::readDocument(const Row &row, ImportRow &into)
{
    for (const Place &place : filled(Target::IdNumber, row)) {
        const Cell &cell = row.cells[place.column];
        ++m_columns[place.told].filled;
        const auto read = readIdNumber(cell);
        if (!read.value) {
            if (!read.why.isEmpty())
                tell(into, place, cell, Outcome::Aside, read.why);
            continue;
        }
        static const QRegularExpression resident(QStringLiteral("^\\d{17}[\\dX]$"));
        const DocumentKind kind =
            resident.match(*read.value).hasMatch() ? DocumentKind::ResidentId : DocumentKind::Other;
        if (!checkDocument(kind, *read.value, m_today)) {
            tell(into, place, cell, Outcome::Aside, QStringLiteral("id.unreadable"));
            continue;
        }
        into.person.documentKind = kind;
        into.person.documentNumber = *read.value;
        example(place, cell.text, *read.value);
    }
}

void RowReader::readPerson(const Row &row, ImportRow &into)
{
    readName(row, into);
    into.person.oldNumber = simplified(text(Target::Number, row));
    for (const Place &place : filled(Target::Sex, row)) {
        const Cell &cell = row.cells[place.column];
        ++m_columns[place.told].filled;
        const auto read = readSex(cell.text, m_mapping.values.value(Target::Sex));
        if (read.value)
            into.person.sex = *read.value;
        else if (!read.why.isEmpty())
            tell(into, place, cell, Outcome::Aside, read.why);
        if (read.value)
            example(place, cell.text, xinglin::toText(*read.value));
    }
    if (m_kind == ImportKind::Visits || m_kind == ImportKind::Prescriptions)
        into.visit.day = day(row, into).value_or(QDate());
    readBirth(row, into);
    readTelephones(row, into);
    readDocument(row, into);
}

void RowReader::readDetails(const Row &row, ImportRow &into)
{
    PatientDraft &person = into.person;
    person.address = simplified(text(Target::Address, row));
    person.insurance = simplified(text(Target::Insurance, row));
    person.occupation = simplified(text(Target::Occupation, row));
    person.maritalStatus = simplified(text(Target::MaritalStatus, row));
    person.guardian = {simplified(text(Target::GuardianName, row)), simplified(text(Target::GuardianRelation, row)),
                       onePhone(Target::GuardianPhone, row, into)};
    person.emergencyName = simplified(text(Target::EmergencyName, row));
    person.emergencyPhone = onePhone(Target::EmergencyPhone, row, into);
    person.source = simplified(text(Target::Source, row));
    person.campaign = simplified(text(Target::Campaign, row));
    person.deskAlert = text(Target::DeskAlert, row);
    person.note = text(Target::Note, row);
}

QString RowReader::allergenFor(const QString &substance) const
{
    static const QRegularExpression ending(QStringLiteral("(过敏|allergy)$"));
    const safety::Allergen *known = m_catalog.safety.allergens.find(substance);
    if (known == nullptr)
        known = m_catalog.safety.allergens.find(folded(substance).remove(ending));
    return known ? known->id : QString();
}

void RowReader::readAllergies(const Row &row, ImportRow &into)
{
    const QString reaction = simplified(text(Target::Reaction, row));
    for (const Place &place : filled(Target::Allergies, row)) {
        const Cell &cell = row.cells[place.column];
        ++m_columns[place.told].filled;
        // A file of allergies has one a line.
        const QStringList substances = m_kind == ImportKind::Allergies
                                           ? (saysNone(cell.text) ? QStringList() : QStringList{simplified(cell.text)})
                                           : readList(cell.text);
        for (const QString &substance : substances)
            into.allergies << AllergyDraft{allergenFor(substance), substance, reaction};
    }
}

std::optional<QDate> RowReader::day(const Row &row, ImportRow &into)
{
    for (const Place &place : filled(Target::Day, row)) {
        const Cell &cell = row.cells[place.column];
        ++m_columns[place.told].filled;
        const auto read = readDate(cell, m_mapping.dateOrders.value(Target::Day, DateOrder::YearFirst), m_today);
        if (read.value && read.value->isFull()) {
            example(place, cell.text, read.value->toText());
            return read.value->earliest();
        }
        into.rejected = read.value ? QStringLiteral("date.unreadable") : read.why;
        into.rejectedColumn = m_header.value(place.column);
        return std::nullopt;
    }
    into.rejected = QStringLiteral("date.missing");
    into.rejectedColumn = m_mapping.columns.value(Target::Day).value(0);
    return std::nullopt;
}

void RowReader::readVisit(const Row &row, ImportRow &into)
{
    if (!into.visit.day.isValid())
        return;
    VisitNote &note = into.visit.note;
    note.complaint = text(Target::Complaint, row);
    note.history = text(Target::History, row);
    note.inspection = text(Target::Inspection, row);
    note.listening = text(Target::Listening, row);
    note.advice = text(Target::Advice, row);
    const auto diagnose = [&](Target target, DiagnosisKind kind) {
        for (const QString &said : readList(text(target, row))) {
            const Term *term = m_terms.value({xinglin::toText(kind), folded(said)});
            note.diagnoses << (term && !term->code.isEmpty()
                                   ? DiagnosisEntry{kind, term->codeSystem, term->code, term->zh}
                                   : DiagnosisEntry{kind, {}, {}, said});
        }
    };
    diagnose(Target::Disease, DiagnosisKind::Disease);
    diagnose(Target::Pattern, DiagnosisKind::Pattern);
    diagnose(Target::Method, DiagnosisKind::Method);
    diagnose(Target::Western, DiagnosisKind::Western);
    const QString practitioner = simplified(text(Target::Practitioner, row));
    if (!practitioner.isEmpty())
        note.note = practitioner;
    readPrescription(row, into);
}

void RowReader::readPrescription(const Row &row, ImportRow &into)
{
    PrescriptionDraft draft;
    for (const Place &place : filled(Target::Herbs, row)) {
        const Cell &cell = row.cells[place.column];
        ++m_columns[place.told].filled;
        for (const QString &herb : splitHerbs(cell.text)) {
            const safety::NameAndDose said = safety::splitDose(herb);
            const safety::ResolvedName resolved = safety::resolve(m_catalog.herbs(), said.name);
            const QStringList preparation{said.count, resolved.preparation};
            draft.lines << PrescriptionLine{resolved.herb.value_or(QString()), said.name, said.dose.value_or(Mass()),
                                            preparation.join(u' ').trimmed()};
        }
    }
    if (draft.lines.isEmpty())
        return;
    draft.name = simplified(text(Target::Formula, row));
    for (const Place &place : filled(Target::Packets, row)) {
        const Cell &cell = row.cells[place.column];
        ++m_columns[place.told].filled;
        static const QRegularExpression number(QStringLiteral("^\\s*(\\d{1,3})"));
        const int packets = number.match(cell.text).captured(1).toInt();
        if (packets > 0)
            draft.packets = packets;
        else
            tell(into, place, cell, Outcome::Aside, QStringLiteral("packets.unreadable"));
    }
    into.visit.prescriptions << draft;
}

/// What the desk would refuse is set aside, value by value, until the rest can stand.
void RowReader::setAsideWhatContradicts(const Row &row, ImportRow &into)
{
    if (m_kind != ImportKind::Patients)
        return;
    PatientDraft &person = into.person;
    const auto aside = [&](Target target, const QString &why) {
        for (const Place &place : filled(target, row))
            tell(into, place, row.cells[place.column], Outcome::Aside, why);
    };
    for (int tries = 0; tries < 8; ++tries) {
        const auto wrong = patient::problems(person, m_today);
        if (wrong.isEmpty())
            return;
        const QString field = wrong.constFirst().field;
        if ((field == u"birthDate" || field == u"sex") && !person.documentNumber.isEmpty()) {
            // One of the two is wrong, and the number is what a swapped card brings along.
            aside(Target::IdNumber,
                  field == u"sex" ? QStringLiteral("id.other-sex") : QStringLiteral("id.other-birth"));
            person.documentNumber.clear();
            person.documentKind.reset();
        } else if (field == u"birthDate") {
            aside(filled(Target::BirthDate, row).isEmpty() ? Target::Age : Target::BirthDate,
                  QStringLiteral("date.impossible"));
            person.birthDate.clear();
        } else if (field == u"documentNumber") {
            aside(Target::IdNumber, QStringLiteral("id.unreadable"));
            person.documentNumber.clear();
            person.documentKind.reset();
        } else {
            into.rejected = QStringLiteral("row.refused");
            return;
        }
    }
}

} // namespace xinglin::interop
