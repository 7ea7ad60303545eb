#pragma once

#include <QString>
#include <QStringList>
#include <QStringView>

#include <optional>

namespace xinglin::safety {

/// Words that say how a piece was processed and may stand before its name (麸炒, 酒, 煅), longest first.
const QStringList &processWords();
/// Words of processing or cutting that may stand after the name (炭, 炒, 片, 段), longest first.
const QStringList &trailingWords();
/// Cuts and plain forms: they change neither the piece nor its limits (片, 段, 净).
bool isCut(const QString &word);
/// Writings of the same process: 蜜炙, 炙 and 蜜 are tried for one another when a prepared piece is looked up.
QStringList sameProcess(const QString &word);
/// Main word of a described process: 炮 for 炮裂, 炒 for 微炒, 酒炒 for 酒炒黄; nullopt for no known process.
std::optional<QString> mainProcess(QStringView description);
/// How a piece is boiled or taken (先煎, 包煎 …) in its usual writing; nullopt for anything else.
std::optional<QString> preparation(QStringView text);
/// Preparations as they may hang on a name without brackets, longest first.
const QStringList &preparationWords();

} // namespace xinglin::safety
