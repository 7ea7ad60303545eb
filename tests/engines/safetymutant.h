#pragma once

#include "naivecheck.h"
#include "safetycorpus.h"

#include <QMap>

namespace xinglin::safety {

/// A prescription and what must be said about it, from the unharmed files and the second writing of the rules.
struct Probe
{
    CheckInput input;
    naive::Wanted wanted;
};

/// Counts one kind of mutant. Those that change nothing that can be said are counted apart, each for a reason that the
/// test knows and checks.
struct Tally
{
    QString kind = {};
    int made = 0;
    int caught = 0;
    int silent = 0;
    QStringList lost = {};

    void add(bool noticed, const QString &what);
    void print() const;
};

/// The tally of a kind, begun where there is none.
Tally &of(QMap<QString, Tally> &tallies, const QString &kind);
/// Prints every tally; fails the running test where a mutant went unnoticed or fewer than @p atLeast were made.
void judge(const QMap<QString, Tally> &tallies, int atLeast);

/// The unharmed files.
const naive::Rows &rows();
const QJsonArray &herbRows();

Probe probe(const CheckInput &input);
/// Whether these tables answer otherwise than they should.
bool notices(const SafetyTables &tables, const Probe &probe);
bool notices(const SafetyTables &tables, const QList<Probe> &probes);
/// One line for a woman of thirty who is not pregnant.
CheckInput lineOf(const QString &name, std::optional<qint64> mg = {}, Route route = Route::Decoction,
                  const QString &way = {});
/// A herb's own name: both sides of its limits by every way of taking, without an amount, in pregnancy.
const QList<Probe> &probesOf(const QString &herb);
/// Grams of a row in milligrams.
qint64 milligrams(const QJsonObject &row, const QString &key);

QByteArray bytesOf(const QJsonArray &array);
QByteArray bytesOf(const QJsonObject &object);
/// The tables with other herbs. Formulas only order proposals, so they are left out.
Result<SafetyTables> withHerbs(const QByteArray &herbs, const QByteArray &names);

/// Cases of the corpus with these herbs and with a finding that begins so.
QList<const CorpusCase *> casesWith(const QString &start, const QSet<QString> &herbs);
bool corpusNotices(const SafetyTables &tables, const QList<const CorpusCase *> &cases);

} // namespace xinglin::safety
