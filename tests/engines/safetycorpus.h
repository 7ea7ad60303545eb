#pragma once

#include "safetyfixture.h"

#include <QStringList>

namespace xinglin::safety {

/// One prescription of tests/data/safety-corpus with what a person, reading the rows of the catalogue, expects of it.
struct CorpusCase
{
    QString id;
    CheckInput input;
    QStringList findings; ///< "rule severity herb+herb", sorted.
    CheckScope scope;     ///< Everything that must be said beside the findings.
    QString why;          ///< The rows of the catalogue that it rests on.
};

/// All cases of all files, in their order; aborts where a file is not as it should be.
const QList<CorpusCase> &corpus();

/// "rule severity herb+herb" for each finding, sorted.
QStringList shortFindings(const CheckResult &result);

/// What the check says otherwise than expected, one line each; empty where all agrees.
QStringList differences(const SafetyTables &tables, const CorpusCase &expected);

} // namespace xinglin::safety
