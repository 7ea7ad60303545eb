#include "segmentoracle.h"

#include <QDateTime>

#include <algorithm>

namespace xinglin::test {

using namespace segments;

namespace {

Uuid uuidOf(const store::Value &value)
{
    return *Uuid::fromBytes(std::get<QByteArray>(value));
}
std::optional<Uuid> maybeUuid(const store::Value &value)
{
    return std::holds_alternative<std::monostate>(value) ? std::nullopt : std::optional(uuidOf(value));
}
QString textOf(const store::Value &value)
{
    const auto *text = std::get_if<QString>(&value);
    return text == nullptr ? QString() : *text;
}
qint64 numberOf(const store::Value &value)
{
    const auto *number = std::get_if<qint64>(&value);
    return number == nullptr ? 0 : *number;
}
bool isNegative(Operator is)
{
    return is == Operator::NoneOf || is == Operator::Unknown || is == Operator::No;
}
QStringList codesOf(const Condition &condition)
{
    const auto *codes = std::get_if<QStringList>(&condition.value);
    return codes == nullptr ? QStringList() : *codes;
}

/// id, owner, batch, then what is asked about.
constexpr std::pair<const char *, const char *> tables[] = {
    {"phone", "SELECT id, patient_id, batch_id, ended FROM patient_phone"},
    {"tag", "SELECT id, patient_id, batch_id, tag_id, ended FROM patient_tag"},
    {"allergy", "SELECT id, patient_id, batch_id, allergen, substance, verification FROM allergy"},
    {"medicine", "SELECT id, patient_id, batch_id, medicine, status FROM medication_statement"},
    {"pregnancy", "SELECT id, patient_id, batch_id, pregnant, lactating, recorded_ms, n FROM pregnancy_status"},
    {"assessment", "SELECT id, patient_id, batch_id, day, recorded_ms, n, status FROM constitution_assessment"},
    {"result", "SELECT id, assessment_id, batch_id, type, decision FROM constitution_result"},
    {"visit", "SELECT id, patient_id, batch_id, practitioner_id, status FROM visit"},
    {"revision", "SELECT id, visit_id, batch_id, number, status, sensitive FROM visit_revision"},
    {"diagnosis", "SELECT id, revision_id, batch_id, kind, code_system, code, display FROM diagnosis"},
    {"prescription", "SELECT id, revision_id, batch_id, formula FROM prescription"},
    {"item", "SELECT id, prescription_id, batch_id, herb FROM prescription_item"},
};

} // namespace

SegmentOracle::SegmentOracle(store::Connection &rows, QDate today, const QTimeZone &zone, const Thresholds &thresholds)
    : m_today(today), m_zone(zone), m_thresholds(thresholds)
{
    store::Query batches = rows.internal("SELECT id FROM import_batch WHERE state <> 'closed' /* whole table */");
    while (batches.next())
        m_hiddenBatches << batches.get<Uuid>(0);
    store::Query tags = rows.internal("SELECT id FROM tag WHERE retired = 1 /* whole table */");
    while (tags.next())
        m_retiredTags << tags.get<Uuid>(0);
    store::Query people = rows.internal(
        "SELECT p.id, p.n, p.merged_into_id, p.batch_id, p.restricted, p.deceased, p.number, p.name, p.sex,"
        " p.birth_date, p.phone, p.source, p.campaign, p.address, p.insurance, p.occupation, p.birth_lunar,"
        " p.referred_by_id, p.registered_ms, r.pinyin, r.visits, r.last_visit FROM patient p"
        " LEFT JOIN patient_rank r ON r.pid = p.n /* whole table */");
    while (people.next()) {
        Person one;
        one.id = people.get<Uuid>(0);
        one.n = people.get<qint64>(1);
        one.mergedInto = people.get<std::optional<Uuid>>(2);
        one.hidden = !people.isNull(3) && m_hiddenBatches.contains(people.get<Uuid>(3));
        one.restricted = people.get<bool>(4);
        one.deceased = people.get<bool>(5);
        QString *texts[] = {&one.number, &one.name,     &one.sex,     &one.birth,     &one.phone,
                            &one.source, &one.campaign, &one.address, &one.insurance, &one.occupation};
        for (int i = 0; i < 10; ++i)
            *texts[i] = people.get<QString>(6 + i);
        one.lunar = people.get<bool>(16);
        one.referrer = people.get<std::optional<Uuid>>(17);
        one.registeredMs = people.get<qint64>(18);
        one.readings = people.get<QString>(19);
        one.visits = people.get<qint64>(20);
        one.lastVisit = people.get<qint64>(21);
        m_people << one;
    }
    for (const auto &[name, sql] : tables) {
        const QByteArray text = QByteArray(sql) + " /* whole table */";
        store::Query query = rows.internal(text.constData());
        while (query.next()) {
            Row row;
            for (int column = 0; column < query.columnCount(); ++column)
                row << query.value(column);
            const auto batch = maybeUuid(row[2]);
            if (!batch || !m_hiddenBatches.contains(*batch))
                m_tables[name] << row;
        }
    }
}

const SegmentOracle::Person *SegmentOracle::personOf(const Uuid &id) const
{
    const auto at = std::find_if(m_people.cbegin(), m_people.cend(), [&](const Person &one) { return one.id == id; });
    return at == m_people.cend() ? nullptr : &*at;
}

QSet<Uuid> SegmentOracle::recordsOf(const Person &person, const Reader &reader) const
{
    QSet<Uuid> records{person.id};
    for (bool more = true; more;) {
        more = false;
        for (const Person &one : m_people) {
            if (one.mergedInto && records.contains(*one.mergedInto) && !records.contains(one.id) &&
                (!one.restricted || reader.seesRestricted)) {
                records << one.id;
                more = true;
            }
        }
    }
    return records;
}

QList<SegmentOracle::Row> SegmentOracle::rowsOf(const char *table, const Person &person, const Reader &reader) const
{
    const QSet<Uuid> records = recordsOf(person, reader);
    QList<Row> rows;
    for (const Row &row : m_tables.value(table)) {
        if (records.contains(uuidOf(row[1])))
            rows << row;
    }
    return rows;
}

QSet<Uuid> SegmentOracle::signedRevisions(const Person &person, const Reader &reader, bool withSensitive) const
{
    QSet<Uuid> found;
    for (const Row &visit : rowsOf("visit", person, reader)) {
        if (textOf(visit[4]) != u"finished")
            continue;
        const Row *last = nullptr;
        const auto &revisions = m_tables[QByteArrayLiteral("revision")];
        for (const Row &revision : revisions) {
            if (uuidOf(revision[1]) == uuidOf(visit[0]) &&
                (last == nullptr || numberOf(revision[3]) > numberOf((*last)[3])))
                last = &revision;
        }
        if (last == nullptr || (numberOf((*last)[5]) != 0 && !withSensitive))
            continue;
        const QString status = textOf((*last)[4]);
        if (status == u"final" || status == u"amended")
            found << uuidOf((*last)[0]);
    }
    return found;
}

bool SegmentOracle::isShared(const Person &person, const Reader &reader) const
{
    if (!reader.ownOnly)
        return true;
    bool any = false;
    for (const Row &visit : rowsOf("visit", person, reader)) {
        if (textOf(visit[4]) == u"entered-in-error")
            continue;
        any = true;
        if (maybeUuid(visit[3]) == reader.ownOnly)
            return true;
    }
    return !any;
}

bool SegmentOracle::holdsForText(const QString &text, const Condition &condition) const
{
    const auto *value = std::get_if<QString>(&condition.value);
    const QString wanted = value == nullptr ? QString() : value->trimmed();
    switch (condition.is) {
    case Operator::Is:
        return text.compare(wanted, Qt::CaseInsensitive) == 0;
    case Operator::IsNot:
        return text.compare(wanted, Qt::CaseInsensitive) != 0;
    case Operator::Contains:
        return text.contains(wanted, Qt::CaseInsensitive);
    case Operator::StartsWith:
        return text.startsWith(wanted, Qt::CaseInsensitive);
    case Operator::Known:
        return !text.isEmpty();
    case Operator::Unknown:
        return text.isEmpty();
    default:
        qFatal("no operator of a text");
    }
}

bool SegmentOracle::holds(const Condition &condition, const Person &person, const Reader &reader) const
{
    const Operator is = condition.is;
    const QStringList codes = codesOf(condition);
    const auto either = [&](bool yes) { return isNegative(is) ? !yes : yes; };
    const auto any = [&](const char *table, const auto &test) {
        const QList<Row> rows = rowsOf(table, person, reader);
        return std::any_of(rows.cbegin(), rows.cend(), test);
    };
    const auto number = [&] { return std::get<qint64>(condition.value); };
    const auto day = [&] { return std::get<QDate>(condition.value); };
    switch (condition.field) {
    case Field::Name:
        return holdsForText(person.name, condition);
    case Field::Number:
        return holdsForText(person.number, condition);
    case Field::Source:
        return holdsForText(person.source, condition);
    case Field::Campaign:
        return holdsForText(person.campaign, condition);
    case Field::Address:
        return holdsForText(person.address, condition);
    case Field::Insurance:
        return holdsForText(person.insurance, condition);
    case Field::Occupation:
        return holdsForText(person.occupation, condition);
    case Field::Pinyin: {
        const QString wanted = std::get<QString>(condition.value).toLower().remove(u' ');
        for (const QString &reading : person.readings.split(QStringLiteral(" | "))) {
            QString initials;
            for (const QString &word : reading.split(u' ', Qt::SkipEmptyParts))
                initials += word.at(0);
            if (QString(reading).remove(u' ').startsWith(wanted) || initials.startsWith(wanted))
                return true;
        }
        return false;
    }
    case Field::Sex:
        return either(codes.contains(person.sex));
    case Field::Age: {
        const auto birth = PartialDate::fromText(person.birth);
        const auto age = birth ? ageOn(*birth, m_today) : std::nullopt;
        if (is == Operator::Known || is == Operator::Unknown)
            return either(age.has_value());
        return age && (is == Operator::AtLeast ? age->years >= number() : age->years <= number());
    }
    case Field::BirthMonth: {
        const auto birth = PartialDate::fromText(person.birth);
        return either(birth && !person.lunar && codes.contains(QString::number(birth->month())));
    }
    case Field::Birthday: {
        const auto birth = PartialDate::fromText(person.birth);
        if (!birth || !birth->isFull() || person.lunar)
            return false;
        for (qint64 ahead = 0; ahead <= number(); ++ahead) {
            const QDate one = m_today.addDays(ahead);
            const bool dayBefore = birth->month() == 2 && birth->day() == 29 && !QDate::isLeapYear(one.year()) &&
                                   one.month() == 2 && one.day() == 28;
            if ((one.month() == birth->month() && one.day() == birth->day()) || dayBefore)
                return true;
        }
        return number() >= 365;
    }
    case Field::Phone: {
        bool known = any("phone", [](const Row &row) { return numberOf(row[3]) == 0; });
        for (const Uuid &id : recordsOf(person, reader))
            known = known || (!personOf(id)->hidden && !personOf(id)->phone.isEmpty());
        return either(known);
    }
    case Field::Referrer: {
        const auto sentBy = [&](const Uuid &id) -> const Person * {
            const Person *wanted = personOf(id);
            while (wanted != nullptr && wanted->mergedInto && !wanted->hidden)
                wanted = personOf(*wanted->mergedInto);
            const bool found = wanted != nullptr && !wanted->hidden && (!wanted->restricted || reader.seesRestricted) &&
                               person.referrer && recordsOf(*wanted, reader).contains(*person.referrer);
            return found ? wanted : nullptr;
        };
        if (is != Operator::AnyOf) {
            const Person *by = person.referrer ? sentBy(*person.referrer) : nullptr;
            return either(by != nullptr && by->id != person.id);
        }
        return std::any_of(codes.cbegin(), codes.cend(),
                           [&](const QString &code) { return sentBy(*Uuid::fromString(code)) != nullptr; });
    }
    case Field::Tag:
        return either(any("tag", [&](const Row &row) {
            const Uuid tag = uuidOf(row[3]);
            const bool wanted = codes.isEmpty() ? !m_retiredTags.contains(tag) : codes.contains(tag.toString());
            return numberOf(row[4]) == 0 && wanted;
        }));
    case Field::Stage: {
        Facts facts{false, person.deceased, static_cast<int>(person.visits), {}};
        if (person.lastVisit > 0)
            facts.lastVisit = QDate(1970, 1, 1).addDays(person.lastVisit);
        const auto stage = stageOf(facts, m_today, m_thresholds);
        return either(stage && codes.contains(toText(*stage)));
    }
    case Field::Visits:
        return is == Operator::AtLeast  ? person.visits >= number()
               : is == Operator::AtMost ? person.visits <= number()
                                        : person.visits == number();
    case Field::LastVisit:
    case Field::Registered: {
        const bool seen = condition.field == Field::Registered || person.lastVisit > 0;
        if (is == Operator::Known || is == Operator::Unknown)
            return either(seen);
        const QDate at = condition.field == Field::Registered
                             ? QDateTime::fromMSecsSinceEpoch(person.registeredMs, m_zone).date()
                             : QDate(1970, 1, 1).addDays(person.lastVisit);
        if (!seen)
            return false;
        return is == Operator::Since        ? at >= day()
               : is == Operator::Until      ? at <= day()
               : is == Operator::WithinDays ? at.daysTo(m_today) <= number()
                                            : at.daysTo(m_today) > number();
    }
    case Field::Deceased:
        return either(person.deceased);
    case Field::Practitioner:
        return either(any("visit", [&](const Row &row) {
            const auto who = maybeUuid(row[3]);
            return textOf(row[4]) != u"entered-in-error" && who && codes.contains(who->toString());
        }));
    case Field::Allergy:
        return either(any("allergy", [&](const Row &row) {
            return textOf(row[5]) != u"entered-in-error" && (codes.isEmpty() || codes.contains(textOf(row[3]))) &&
                   (is != Operator::Contains || holdsForText(textOf(row[4]), condition));
        }));
    case Field::Medicine:
        return either(any("medicine", [&](const Row &row) {
            return textOf(row[4]) == u"active" && (is != Operator::Contains || holdsForText(textOf(row[3]), condition));
        }));
    case Field::Pregnant:
    case Field::Lactating: {
        QList<Row> rows = rowsOf("pregnancy", person, reader);
        std::sort(rows.begin(), rows.end(), [](const Row &a, const Row &b) {
            return std::pair(numberOf(a[5]), numberOf(a[6])) > std::pair(numberOf(b[5]), numberOf(b[6]));
        });
        return either(!rows.isEmpty() && numberOf(rows.first()[condition.field == Field::Pregnant ? 3 : 4]) == 1);
    }
    case Field::Constitution: {
        QList<Row> rows = rowsOf("assessment", person, reader);
        rows.removeIf([](const Row &row) { return textOf(row[6]) != u"completed"; });
        std::sort(rows.begin(), rows.end(), [](const Row &a, const Row &b) {
            return std::tuple(numberOf(a[3]), numberOf(a[4]), numberOf(a[5])) >
                   std::tuple(numberOf(b[3]), numberOf(b[4]), numberOf(b[5]));
        });
        if (is == Operator::Known || is == Operator::Unknown)
            return either(!rows.isEmpty());
        bool found = false;
        for (const Row &result : m_tables.value("result")) {
            found = found || (!rows.isEmpty() && uuidOf(result[1]) == uuidOf(rows.first()[0]) &&
                              codes.contains(textOf(result[3])) &&
                              (textOf(result[4]) == u"yes" || textOf(result[4]) == u"basically_yes"));
        }
        return either(found);
    }
    case Field::Diagnosis: {
        if (!isShared(person, reader))
            return false;
        const QSet<Uuid> revisions = signedRevisions(person, reader, false);
        bool found = false;
        for (const Row &row : m_tables.value("diagnosis")) {
            // A code of ICD-10 means a western diagnosis, any other one a pattern or a disease.
            const bool fits = (textOf(row[3]) == u"western") == (textOf(row[4]) == u"ICD-10");
            const bool wanted = is == Operator::Contains
                                    ? holdsForText(textOf(row[6]), condition)
                                    : fits && codes.contains(textOf(row[4]) + u'|' + textOf(row[5]));
            found = found || (wanted && textOf(row[3]) != u"method" && revisions.contains(uuidOf(row[1])));
        }
        return either(found);
    }
    case Field::Herb:
    case Field::Formula: {
        if (!isShared(person, reader))
            return false;
        const QSet<Uuid> revisions = signedRevisions(person, reader, true);
        bool found = false;
        for (const Row &prescription : m_tables.value("prescription")) {
            if (!revisions.contains(uuidOf(prescription[1])))
                continue;
            if (condition.field == Field::Formula) {
                for (const QString &formula : textOf(prescription[3]).split(u'+', Qt::SkipEmptyParts))
                    found = found || codes.contains(formula);
            } else {
                for (const Row &item : m_tables.value("item"))
                    found = found || (uuidOf(item[1]) == uuidOf(prescription[0]) && codes.contains(textOf(item[3])));
            }
        }
        return either(found);
    }
    }
    Q_UNREACHABLE();
}

bool SegmentOracle::holds(const Group &group, const Person &person, const Reader &reader) const
{
    const bool all = group.join == Group::Join::All;
    for (const Condition &one : group.conditions) {
        if (holds(one, person, reader) != all)
            return !all;
    }
    for (const Group &one : group.groups) {
        if (holds(one, person, reader) != all)
            return !all;
    }
    return all;
}

QList<Uuid> SegmentOracle::matching(const Definition &definition, const Reader &reader) const
{
    QList<const Person *> found;
    for (const Person &one : m_people) {
        if (!one.mergedInto && !one.hidden && (!one.restricted || reader.seesRestricted) &&
            holds(definition.group, one, reader))
            found << &one;
    }
    std::sort(found.begin(), found.end(), [](const Person *a, const Person *b) {
        return std::pair(-a->lastVisit, a->n) < std::pair(-b->lastVisit, b->n);
    });
    QList<Uuid> ids;
    for (const Person *one : found)
        ids << one->id;
    return ids;
}

} // namespace xinglin::test
