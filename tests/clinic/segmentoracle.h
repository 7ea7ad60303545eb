#pragma once

#include "base/partialdate.h"
#include "engines/segments/definition.h"
#include "engines/segments/stage.h"
#include "store/connection.h"

#include <QHash>
#include <QSet>
#include <QTimeZone>

namespace xinglin::test {

/// All rows of a small clinic in memory, and definitions of segments asked of them one patient after the other, without
/// SQL: what segments are compared with.
class SegmentOracle
{
public:
    /// Who asks.
    struct Reader
    {
        bool seesRestricted = false;
        std::optional<Uuid> ownOnly; ///< Reads notes and prescriptions of this practitioner's own patients alone.
    };

    SegmentOracle(store::Connection &rows, QDate today, const QTimeZone &zone, const segments::Thresholds &thresholds);

    /// The patients in it, in the order of the list.
    QList<Uuid> matching(const segments::Definition &definition, const Reader &reader) const;

private:
    using Row = QList<store::Value>;
    struct Person;

    bool holds(const segments::Group &group, const Person &person, const Reader &reader) const;
    bool holds(const segments::Condition &condition, const Person &person, const Reader &reader) const;
    bool holdsForText(const QString &text, const segments::Condition &condition) const;
    bool isShared(const Person &person, const Reader &reader) const;
    /// Ids of the record and of those merged into it, as far as the reader sees them.
    QSet<Uuid> recordsOf(const Person &person, const Reader &reader) const;
    /// Rows of a table whose second column is one of the patient's records, in open batches none.
    QList<Row> rowsOf(const char *table, const Person &person, const Reader &reader) const;
    /// The revision that counts of each signed visit.
    QSet<Uuid> signedRevisions(const Person &person, const Reader &reader, bool withSensitive) const;
    const Person *personOf(const Uuid &id) const;

    struct Person
    {
        Uuid id{Uuid::Bytes{}};
        qint64 n = 0;
        std::optional<Uuid> mergedInto;
        bool hidden = false; ///< Of an import that is not closed.
        bool restricted = false;
        bool deceased = false;
        QString number, name, sex, birth, phone, source, campaign, address, insurance, occupation;
        bool lunar = false;
        std::optional<Uuid> referrer;
        qint64 registeredMs = 0;
        QString readings; ///< "shan su fen | chan su fen"
        qint64 visits = 0, lastVisit = 0;
    };

    QList<Person> m_people;
    QHash<QByteArray, QList<Row>> m_tables; ///< Columns 0: id, 1: patient or what it belongs to, then the others.
    QSet<Uuid> m_hiddenBatches;
    QSet<Uuid> m_retiredTags;
    QDate m_today;
    QTimeZone m_zone;
    segments::Thresholds m_thresholds;
};

} // namespace xinglin::test
