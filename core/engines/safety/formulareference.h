#pragma once

#include "engines/safety/formulacatalog.h"

/// Which classic formulas name a pattern or a method of treatment, for looking up beside a note. It finds words; it
/// does not recommend.
namespace xinglin::safety {

/// A stretch of a text, in UTF-16 units.
struct TextSpan
{
    qsizetype at = 0;
    qsizetype length = 0;
    bool operator==(const TextSpan &) const = default;
};

/// How the words of a name stand in a text.
struct NamedAt
{
    enum class How {
        Alone,  ///< They are a clause of their own: 气血两虚证.
        Within, ///< They stand in a clause that says more: 外感风寒表实证.
        Apart,  ///< With one or two characters between: 心脾气血两虚 for 心脾两虚.
    };
    How how = How::Alone;
    qsizetype clause = 0; ///< Length of the clause, without the word for pattern: the shorter, the nearer.
    QList<TextSpan> spans;
    bool operator==(const NamedAt &) const = default;
};

/// Where @p text names one of @p names, the name first and its other names behind it, each with or without its last 证,
/// 候 or 法; nothing where it does not. The words must stand in one clause, and be words of their own there: 风痰 is
/// not named by 中风痰迷心窍, nor 寒湿 by 风寒湿痹, nor anything behind 不, 无, 未 or 非. Names of one character are
/// not looked for. Pure.
std::optional<NamedAt> named(const QString &text, const QStringList &names);

/// A formula with the words that lead to it.
struct NamedFormula
{
    const Formula *formula = nullptr;  ///< Valid as long as the catalogue.
    std::optional<NamedAt> indication; ///< In its indications, one of the patterns.
    std::optional<NamedAt> function;   ///< In its functions, one of the methods.
    bool operator==(const NamedFormula &) const = default;
};

/// The formulas whose indications name one of the patterns, those that name it most plainly first and in the order of
/// the catalogue among themselves; behind them those of which only the functions name one of the methods. Each pattern
/// and method is a list of its names. Pure.
QList<NamedFormula> formulasNaming(const FormulaCatalog &catalog, const QList<QStringList> &patterns,
                                   const QList<QStringList> &methods);

} // namespace xinglin::safety
