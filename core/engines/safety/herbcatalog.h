#pragma once

#include "base/result.h"
#include "engines/safety/herb.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QSet>
#include <QStringView>

namespace xinglin::safety {

/// What kind of name leads to a herb.
enum class NameKind {
    Main,      ///< The record's own name.
    Alias,     ///< Another name of the same piece.
    Processed, ///< A processed piece that shares the record.
    Origin,    ///< A trade name by place of origin: 川黄连.
};

/// A name of the catalogue and where it leads.
struct HerbName
{
    QString name;       ///< As the catalogue writes it.
    qsizetype herb = 0; ///< Index in HerbCatalog::herbs().
    NameKind kind = NameKind::Main;
};

/// One line of the type-ahead list.
struct Completion
{
    /// What the typed text agreed with.
    enum class How { Initials, Pinyin, Hanzi };

    QString herb;   ///< Id.
    QString write;  ///< Name to write into the prescription; the piece's name, 炒白术 where that was meant.
    QString pinyin; ///< Of the name that was found, syllables apart.
    QString via;    ///< The alias that was found where it is not what is written; else empty.
    How how = How::Initials;
    bool operator==(const Completion &) const = default;
};

/// Herbs by id and by every name. A value: cheap to copy, safe on any thread once built.
class HerbCatalog
{
public:
    /// Reads herbs.json, herb_names.json (further names, writings, names left open on purpose) and formulas.json (only
    /// to count uses). The error names file, place and reason; one name must never lead to two records.
    static Result<HerbCatalog> fromJson(const QByteArray &herbs, const QByteArray &names, const QByteArray &formulas);

    const QList<Herb> &herbs() const { return m_herbs; }
    /// Every name, in catalogue order.
    const QList<HerbName> &names() const { return m_names; }
    /// nullptr for an unknown id. Valid as long as this catalogue.
    const Herb *find(QStringView id) const;
    /// The name exactly as a catalogue name, after plain(); nullptr where there is none.
    const HerbName *byName(const QString &plainName) const;
    /// True for names that stay unresolved on purpose (贝母, 生附子): several pieces share them.
    bool isLeftOpen(const QString &plainName) const { return m_leftOpen.contains(plainName); }
    /// Same writing for every name: half width, no spaces, simplified and usual characters.
    QString plain(QStringView text) const;
    /// The same without the exchange of characters, to see whether a variant was used.
    static QString halfWidth(QStringView text);
    /// Processes that leave a piece in its own record although prepared pieces of it have records; nullopt where the
    /// herb is not so guarded.
    const QSet<QString> *allowedProcesses(const QString &herbId) const;
    /// Pieces of the same drug under another record (甘草 and 炙甘草), by id.
    QSet<QString> relatives(const QString &herbId) const { return m_relatives.value(herbId); }
    /// True where the record is itself a prepared piece (制川乌, 附子): 生 and 鲜 contradict it.
    bool isPrepared(const QString &herbId) const { return m_prepared.contains(herbId); }

    /// Type-ahead: pinyin initials ("hq"), pinyin ("huangqi", "huang qi"), part of the name. Exact initials of common
    /// herbs' own names first; nothing for blank text.
    QList<Completion> complete(const QString &typed, int limit) const;

private:
    struct Reading
    {
        QString pinyin; // syllables apart
        QString joined;
        QString initials;
    };

    QList<Herb> m_herbs;
    QList<HerbName> m_names;
    QList<Reading> m_readings; // one for each of m_names
    QHash<QString, qsizetype> m_byId;
    QHash<QString, qsizetype> m_byName; // plain name → index in m_names
    QHash<QChar, QChar> m_variants;
    QSet<QString> m_leftOpen;
    QHash<QString, QSet<QString>> m_allowed;
    QHash<QString, QSet<QString>> m_relatives;
    QSet<QString> m_prepared;

    friend class HerbCatalogReader;
};

} // namespace xinglin::safety
