#pragma once

#include "base/mass.h"
#include "base/result.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>
#include <QStringView>

#include <optional>

namespace xinglin::safety {

/// One ingredient of a classical formula.
struct FormulaLine
{
    QString herb;             ///< Id in the herb catalogue.
    std::optional<Mass> dose; ///< None for equal parts, mL, eggs and the like.
    QString doseText;         ///< As counted: 4枚, 等分; empty where grams say it all.
    QString role;             ///< 君 臣 佐 使, or empty.
    QString preparation;      ///< 炙, 炮, 先煎 …, or empty.
    QString asWritten;        ///< The book's name where it differs.
    bool operator==(const FormulaLine &) const = default;
};

/// A classical formula. Source: resources/catalog/SOURCE.md.
struct Formula
{
    QString id;
    QString nameZh;
    QStringList aliases;
    QString pinyin;
    QString initials;
    QString source; ///< The book.
    QString category;
    QString subcategory;
    QString form;      ///< 汤 散 丸 膏 丹 锭
    bool daily = true; ///< Amounts are for one day; false: for a whole batch, usable as a ratio only.
    QList<FormulaLine> lines;
    QString functions;
    QString indications;
    QString notes;
    bool operator==(const Formula &) const = default;
};

/// Classical formulas by id and name.
class FormulaCatalog
{
public:
    /// Reads formulas.json; the error names place and reason.
    static Result<FormulaCatalog> fromJson(const QByteArray &formulas);

    const QList<Formula> &formulas() const { return m_formulas; }
    /// nullptr for an unknown id. Valid as long as this catalogue.
    const Formula *find(QStringView id) const;
    /// By initials ("gzt"), pinyin ("guizhitang", "gui zhi") or part of the name; best first, textbook order within.
    QList<const Formula *> complete(const QString &typed, int limit) const;

private:
    QList<Formula> m_formulas;
    QHash<QString, qsizetype> m_byId;
};

} // namespace xinglin::safety
