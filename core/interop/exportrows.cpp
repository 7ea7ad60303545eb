#include "interop/exportrows.h"

#include "access/rights.h"
#include "clinic/contact/enquiryrows.h"
#include "clinic/patient/patients.h"
#include "store/store.h"

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

#include <algorithm>
#include <chrono>
#include <limits>

namespace xinglin::interop {

namespace {

constexpr qsizetype MostKnown = 20'000;

/// Columns of the statement before those of the kind: place in the table, whose.
constexpr int Place = 0;
constexpr int Whose = 1;
constexpr int First = 2;

/// Who may be seen: a record itself, and the one that it was merged into.
QByteArray seen(const QByteArray &alias)
{
    return patient::isSeen(alias.constData()) + " AND (" + alias +
           ".merged_into_id IS NULL OR EXISTS (SELECT 1 FROM patient kp WHERE kp.id = " + alias +
           ".merged_into_id AND " + patient::isSeen("kp") + ")) AND " + patient::inClosedBatch(alias.constData());
}

/// Puts a statement together from names of the list, none of which comes from outside.
class Statement
{
public:
    Statement(const OpenKind &open, const store::Registry &registry) : m_open(open), m_kind(*open.kind)
    {
        const store::TableInfo *table = registry.table(m_kind.table);
        if (table->column("batch_id"))
            m_where << patient::inClosedBatch("t");
        if (m_kind.table == "patient") {
            m_where << patient::isSeen("t");
            m_whose = "t.id";
        }
        if (m_kind.table == "communication") // of an enquiry it names nobody; who they became may be hidden
            m_where << QByteArray("(t.enquiry_id IS NULL OR EXISTS (SELECT 1 FROM ") + enquiry::Rows +
                           " WHERE e.id = t.enquiry_id AND " + enquiry::isSeen() + "))";
        addPath();
        for (const ExportColumn &column : m_open.columns)
            add(column);
        if (m_kind.addsPatient())
            m_select << "tp.id"
                     << "tp.number"
                     << "tp.name";
        if (m_kind.addsVisit())
            m_select << m_visit + ".id";
    }

    QByteArray text() const
    {
        QByteArray sql = "/* export */ SELECT t.n, " + m_whose + ", " + m_select.join(", ") + " FROM " + m_kind.table +
                         " t" + m_joins.join();
        if (!m_where.isEmpty())
            sql += " WHERE " + m_where.join(" AND ");
        return sql + " ORDER BY t.n";
    }

private:
    void addPath()
    {
        if (m_kind.path.isEmpty())
            return;
        QByteArray before = "t";
        for (const ExportKind::Step &step : m_kind.path) {
            const QByteArray alias = "s" + QByteArray::number(m_joins.size());
            m_joins << " CROSS JOIN " + step.table + ' ' + alias + " ON " + alias + ".id = " + before + '.' +
                           step.column;
            if (step.table == "visit")
                m_visit = alias;
            before = alias;
        }
        m_joins << " CROSS JOIN patient tp ON tp.id = " + before + ".patient_id AND " + seen("tp");
        m_whose = "tp.id";
    }

    void add(const ExportColumn &column)
    {
        const QByteArray own = "t." + column.column;
        switch (column.type) {
        case ExportType::Person: {
            const QByteArray alias = "u" + QByteArray::number(m_joins.size());
            m_joins << " LEFT JOIN user " + alias + " ON " + alias + ".id = " + own;
            m_select << own << alias + ".name";
            return;
        }
        case ExportType::Patient: {
            const QByteArray alias = "p" + QByteArray::number(m_joins.size());
            m_joins << " LEFT JOIN patient " + alias + " ON " + alias + ".id = " + own + " AND " + seen(alias);
            if (column.hides)
                m_where << '(' + own + " IS NULL OR " + alias + ".id IS NOT NULL)";
            if (column.as == u"patient")
                m_whose = alias + ".id";
            m_select << alias + ".id" << alias + ".number" << alias + ".name";
            return;
        }
        case ExportType::Latest:
            m_select << "NOT EXISTS (SELECT 1 FROM visit_revision l WHERE l.visit_id = t.visit_id"
                        " AND l.number > t.number)";
            return;
        case ExportType::File:
            m_select << "t.id"
                     << "t.media_type"
                     << "t.file"
                     << "t.key"
                     << "t.sha256";
            return;
        default:
            m_select << own;
        }
    }

    const OpenKind &m_open;
    const ExportKind &m_kind;
    QByteArray m_whose = "NULL";
    QByteArray m_visit;
    QByteArrayList m_select;
    QByteArrayList m_joins;
    QByteArrayList m_where;
};

/// How many columns of the statement it takes.
int widthOf(ExportType type)
{
    switch (type) {
    case ExportType::Person:
        return 2;
    case ExportType::Patient:
        return 3;
    case ExportType::File:
        return 5;
    default:
        return 1;
    }
}

bool namesCode(ExportType type)
{
    return type >= ExportType::Herb && type <= ExportType::Term;
}

Cell number(qint64 value)
{
    return {Cell::Kind::Number, QString::number(value), false};
}

Cell flag(bool value)
{
    return {Cell::Kind::Boolean, value ? QStringLiteral("TRUE") : QStringLiteral("FALSE"), false};
}

/// Appends @p width decimal digits. Rows have many times and ids; the general ways to write them cost more than reading
/// the row.
void addDigits(QString &text, int value, int width)
{
    const qsizetype end = text.size() + width;
    text.resize(end);
    for (qsizetype at = end - 1; at >= end - width; --at, value /= 10)
        text[at] = QChar(u'0' + value % 10);
}

Cell idCell(const store::Query &row, int at)
{
    if (row.isNull(at))
        return {};
    constexpr QStringView hex = u"0123456789abcdef";
    const Uuid id = row.get<Uuid>(at);
    QString text;
    text.reserve(36);
    for (const std::uint8_t byte : id.bytes()) {
        text += hex[byte >> 4];
        text += hex[byte & 15];
        if (text.size() == 8 || text.size() == 13 || text.size() == 18 || text.size() == 23)
            text += u'-';
    }
    return {Cell::Kind::Text, text, false};
}

/// Days since 1970 as an ISO 8601 date.
void addDate(QString &text, qint64 day)
{
    using namespace std::chrono;
    const year_month_day date{sys_days{days{day}}};
    addDigits(text, static_cast<int>(date.year()), 4);
    text += u'-';
    addDigits(text, static_cast<int>(static_cast<unsigned>(date.month())), 2);
    text += u'-';
    addDigits(text, static_cast<int>(static_cast<unsigned>(date.day())), 2);
}

/// Text, or bytes that the store keeps sealed.
Cell anyCell(const store::Query &row, int at)
{
    const store::Value value = row.value(at);
    if (const auto *bytes = std::get_if<QByteArray>(&value))
        return textCell(QStringLiteral("sealed:") + QString::fromLatin1(bytes->toBase64()));
    return textCell(row.get<QString>(at));
}

} // namespace

QString decimalText(qint64 value, int places)
{
    qint64 unit = 1;
    for (int i = 0; i < places; ++i)
        unit *= 10;
    const qint64 rest = qAbs(value % unit);
    QString text = (value < 0 ? QStringLiteral("-") : QString()) + QString::number(qAbs(value / unit));
    if (rest == 0)
        return text;
    text += u'.';
    addDigits(text, static_cast<int>(rest), places);
    while (text.endsWith(u'0'))
        text.chop(1);
    return text;
}

QStringList OpenKind::names() const
{
    QStringList all;
    for (const ExportColumn &column : columns)
        all += column.names();
    if (kind->addsPatient())
        all << QStringLiteral("patient_id") << QStringLiteral("patient_number") << QStringLiteral("patient_name");
    if (kind->addsVisit())
        all << QStringLiteral("visit_id");
    return all;
}

OpenKind openKind(const store::Snapshot &view, const ExportKind &kind)
{
    const store::TableInfo *table = view.registry().table(kind.table);
    const store::GroupMask open = view.opened().read;
    const store::GroupMask narrative = view.registry().group("narrative");
    OpenKind found;
    found.kind = &kind;
    bool anything = false;
    for (const ExportColumn &column : kind.columns) {
        const store::ColumnInfo *info = table->column(column.column);
        const store::GroupMask needs = info ? info->group : 0;
        if ((needs & ~open) != 0) {
            found.closed << column.as;
            found.narrative = found.narrative || needs == narrative;
            continue;
        }
        anything = anything || needs != 0;
        found.columns << column;
    }
    // Ids alone are free to everybody and tell nothing.
    if (!anything)
        found.columns.clear();
    return found;
}

QByteArray ExportRows::statement(const OpenKind &open, const store::Registry &registry)
{
    return Statement(open, registry).text();
}

ExportRows::ExportRows(const store::Snapshot &view, const Catalog &catalog, const OpenKind &open, bool ownOnly,
                       TakeAttachment attachment)
    : m_view(view)
    , m_catalog(catalog)
    , m_open(open)
    , m_ownOnly(ownOnly)
    , m_attachment(std::move(attachment))
    , m_sql(statement(open, view.registry()))
    , m_rows(view.sql(m_sql.constData()))
{
    const store::TableInfo *table = view.registry().table(open.kind->table);
    const store::GroupMask narrative = view.registry().group("narrative");
    m_allNarrative = true;
    for (const ExportColumn &column : open.columns) {
        const store::ColumnInfo *info = table->column(column.column);
        if (info && info->group == narrative)
            m_narrative << column.column;
        else if (info && info->group != 0)
            m_allNarrative = false;
    }
    m_ownOnly = m_ownOnly && !m_narrative.isEmpty();
}

Result<bool> ExportRows::next(QList<Cell> &cells)
{
    while (m_rows.next()) {
        m_place = m_rows.get<qint64>(Place);
        const auto whose = m_ownOnly ? m_rows.get<std::optional<Uuid>>(Whose) : std::nullopt;
        const bool foreign = whose && !isShared(*whose);
        if (foreign && m_allNarrative)
            continue;
        cells.clear();
        int at = First;
        for (const ExportColumn &column : m_open.columns) {
            if (!foreign || !m_narrative.contains(column.column)) {
                put(column, at, cells);
                continue;
            }
            at += widthOf(column.type);
            cells.resize(cells.size() + column.names().size());
        }
        if (m_open.kind->addsPatient()) {
            cells << idCell(m_rows, at) << textCell(m_rows.get<QString>(at + 1))
                  << textCell(m_rows.get<QString>(at + 2));
            at += 3;
        }
        if (m_open.kind->addsVisit())
            cells << idCell(m_rows, at);
        if (m_failed)
            return *m_failed;
        return true;
    }
    return false;
}

void ExportRows::put(const ExportColumn &column, int &at, QList<Cell> &cells)
{
    const int own = at++;
    if (column.type == ExportType::Person || column.type == ExportType::Patient) {
        cells << idCell(m_rows, own) << textCell(m_rows.get<QString>(at++));
        if (column.type == ExportType::Patient)
            cells << textCell(m_rows.get<QString>(at++));
        return;
    }
    if (column.type == ExportType::File) {
        at += 4;
        const auto path =
            m_attachment({m_rows.get<Uuid>(own), m_rows.get<QString>(own + 1), m_rows.get<QByteArray>(own + 2),
                          m_rows.get<QByteArray>(own + 3), m_rows.get<QByteArray>(own + 4)});
        if (!path)
            m_failed = path.error();
        cells << (path ? textCell(*path) : Cell{});
        return;
    }
    if (m_rows.isNull(own)) {
        cells << Cell{};
        if (namesCode(column.type))
            cells << Cell{};
        return;
    }
    switch (column.type) {
    case ExportType::Id:
        cells << idCell(m_rows, own);
        return;
    case ExportType::Any:
        cells << anyCell(m_rows, own);
        return;
    case ExportType::Integer:
        cells << number(m_rows.get<qint64>(own));
        return;
    case ExportType::Real:
        cells << Cell{Cell::Kind::Number, QString::number(m_rows.get<double>(own), 'f', QLocale::FloatingPointShortest),
                      false};
        return;
    case ExportType::Flag:
    case ExportType::Latest:
        cells << flag(m_rows.get<bool>(own));
        return;
    case ExportType::Instant:
        cells << instant(m_rows.get<qint64>(own));
        return;
    case ExportType::Day: {
        QString text;
        addDate(text, m_rows.get<qint64>(own));
        cells << Cell{Cell::Kind::Date, text, false};
        return;
    }
    case ExportType::Grams:
        cells << Cell{Cell::Kind::Number, decimalText(m_rows.get<qint64>(own), 3), false};
        return;
    case ExportType::Yuan:
        cells << Cell{Cell::Kind::Number, decimalText(m_rows.get<qint64>(own), 2), false};
        return;
    case ExportType::Hex:
        cells << textCell(QString::fromLatin1(m_rows.get<QByteArray>(own).toHex()));
        return;
    default:
        break;
    }
    const QString text = m_rows.get<QString>(own);
    cells << textCell(text);
    if (namesCode(column.type))
        cells << nameOf(column.type, text);
}

Cell ExportRows::nameOf(ExportType type, const QString &code) const
{
    switch (type) {
    case ExportType::Herb:
        if (const auto *herb = m_catalog.herbs().find(code))
            return textCell(herb->nameZh);
        break;
    case ExportType::Point:
        if (const auto *point = m_catalog.points.find(code))
            return textCell(point->zh);
        break;
    case ExportType::Formula:
        if (const auto *formula = m_catalog.formulas.find(code))
            return textCell(formula->nameZh);
        break;
    case ExportType::Allergen:
        for (const safety::Allergen &allergen : m_catalog.allergens()) {
            if (allergen.id == code)
                return textCell(allergen.nameZh);
        }
        break;
    case ExportType::Service:
        if (const auto *service = m_catalog.services.find(code))
            return textCell(service->zh);
        break;
    case ExportType::Item:
        if (const auto *item = m_catalog.visitForm.item(code))
            return textCell(item->zh);
        break;
    case ExportType::Term:
        for (const Vocabulary *vocabulary : {&m_catalog.tongue, &m_catalog.pulse, &m_catalog.findings}) {
            if (const Term *term = vocabulary->find(code))
                return textCell(term->zh);
        }
        break;
    default:
        break;
    }
    return {};
}

/// Nearly all instants lie between the same two changes of the zone's offset, which is asked for once.
Cell ExportRows::instant(qint64 ms)
{
    if (ms < m_offsetFrom || ms >= m_offsetUntil) {
        const QDateTime at = QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC);
        const QTimeZone &zone = m_view.zone();
        m_offset = zone.offsetFromUtc(at);
        const auto before = zone.previousTransition(at.addMSecs(1));
        const auto after = zone.nextTransition(at);
        m_offsetFrom = before.atUtc.isValid() ? before.atUtc.toMSecsSinceEpoch() : std::numeric_limits<qint64>::min();
        m_offsetUntil = after.atUtc.isValid() ? after.atUtc.toMSecsSinceEpoch() : std::numeric_limits<qint64>::max();
    }
    constexpr qint64 dayMs = 86'400'000;
    const qint64 local = ms + qint64(m_offset) * 1000;
    const qint64 day = local >= 0 ? local / dayMs : -((-local + dayMs - 1) / dayMs);
    const int time = static_cast<int>(local - day * dayMs);
    const int minutes = qAbs(m_offset) / 60;
    QString text;
    text.reserve(29);
    addDate(text, day);
    const std::pair<QChar, int> parts[] = {
        {u'T', time / 3'600'000}, {u':', time / 60'000 % 60}, {u':', time / 1000 % 60}};
    for (const auto &[mark, value] : parts) {
        text += mark;
        addDigits(text, value, 2);
    }
    text += u'.';
    addDigits(text, time % 1000, 3);
    text += m_offset < 0 ? u'-' : u'+';
    addDigits(text, minutes / 60, 2);
    text += u':';
    addDigits(text, minutes % 60, 2);
    return {Cell::Kind::Text, text, false};
}

bool ExportRows::isShared(const Uuid &patient)
{
    const auto known = m_shared.constFind(patient);
    if (known != m_shared.cend())
        return *known;
    if (m_shared.size() >= MostKnown)
        m_shared.clear();
    const auto kept = patient::canonical(m_view, PatientId(patient));
    const bool shared = kept && patient::sharesWith(m_view, access::Permission::ReadNarrative, *kept);
    m_shared.insert(patient, shared);
    return shared;
}

} // namespace xinglin::interop
