#pragma once

#include "clinic/catalog/catalog.h"
#include "clinic/prescription/similar.h"
#include "clinic/record/notetemplates.h"
#include "engines/safety/formulareference.h"

#include <QCoreApplication>

namespace xinglin::ui {

/// What an action of the reference does.
struct ReferenceAction
{
    enum class Kind {
        Template,    ///< Puts a kept template in; its id.
        Formula,     ///< Begins the prescription from a classic formula or joins it; its id.
        AllFormulas, ///< Shows those that were left off.
        Case,        ///< Opens a visit; its id.
    };
    Kind kind = Kind::Template;
    QString id;
    bool operator==(const ReferenceAction &) const = default;
};

/// Something that can be pressed.
struct ReferenceRow
{
    ReferenceAction action;
    QString name;
    bool song = true; ///< A name, in Song.
    QStringList html; ///< Lines below, with the matched words in <b>; everything else is escaped.
    QString spoken;   ///< The same for screen readers.
    bool operator==(const ReferenceRow &) const = default;
};

struct ReferenceGroup
{
    QString heading;
    QString text; ///< Below the heading; may be empty.
    QList<ReferenceRow> rows;
    bool operator==(const ReferenceGroup &) const = default;
};

/// A thing that is known of a herb.
struct HerbFact
{
    QString label;
    QString text;
    bool wide = false; ///< A long label: the text stands below it.
    bool operator==(const HerbFact &) const = default;
};

/// Everything the reference shows.
struct Reference
{
    QString subject; ///< The patterns, or the herb.
    QString beside;  ///< The herb's other names.
    QList<HerbFact> facts;
    QList<ReferenceGroup> groups;
    bool operator==(const Reference &) const = default;

    bool isEmpty() const { return facts.isEmpty() && groups.isEmpty(); }
};

/// Words of the reference beside a note or a prescription. Pure functions.
class ReferenceWords
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::ui::ReferenceWords)

public:
    /// Templates that name one of the diagnoses; no heading where there are none.
    static ReferenceGroup templates(const QList<notetemplate::Template> &naming);
    /// @p all: not only the first few.
    static ReferenceGroup formulas(const QList<safety::NamedFormula> &found, bool all);
    /// @p nameOf names a formula by its id; empty: not known.
    static ReferenceGroup past(const consultation::Similar &past, const QString &subject,
                               const std::function<QString(const QString &)> &nameOf);
    /// Nothing for a herb that the catalogue does not know.
    static Reference herb(const Catalog &catalog, const QString &id);

private:
    static QString natureEn(const QString &nature);
    static QString flavourEn(const QString &flavour);
    static QString meridianEn(const QString &meridian);
    static QString joined(const QStringList &words);
    static QString basis(safety::Basis basis);
    static QString dose(const safety::Herb &herb);
    static QString toxicity(safety::Toxicity toxicity);
    static QString pregnancy(const safety::Herb &herb);
    static QString preparationEn(const QString &preparation);
    static QString kindOf(const safety::Incompatibility &group);
    static void addPairs(const Catalog &catalog, const safety::Herb &herb, QList<HerbFact> &facts);
    static QString nameOf(const safety::Herb &herb);
};

} // namespace xinglin::ui
