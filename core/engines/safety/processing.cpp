#include "engines/safety/processing.h"

#include <QHash>

#include <algorithm>

namespace xinglin::safety {

namespace {

QStringList words(const QString &text)
{
    QStringList found = text.split(u' ', Qt::SkipEmptyParts);
    std::stable_sort(found.begin(), found.end(),
                     [](const QString &a, const QString &b) { return a.size() > b.size(); });
    return found;
}

const QHash<QString, QString> &preparations()
{
    static const QHash<QString, QString> table = [] {
        QHash<QString, QString> found;
        const QString lines = u"先煎 先煎 先下 先入 先煮 久煎 先煎久煎 先煎,久煎 先煎1小时 先煎30分钟\n"
                              u"后下 后下 后入 后煎\n"
                              u"包煎 包煎 布包 布包煎 包 绢包 绵裹 纱布包 纱布包煎 布包先煎 包先煎\n"
                              u"另煎 另煎 另炖 另煎兑服 另煎兑入 另煮\n"
                              u"烊化 烊化 烊 烊冲 烊化兑服 烊化冲服 溶化 烊化兑入\n"
                              u"冲服 冲服 冲 冲入 分冲 兑服 兑 兑入 冲兑 研末冲服 研粉冲服 研末冲 研冲 研末分冲 "
                              u"磨粉冲服 粉冲 末冲 分冲服\n"
                              u"吞服 吞服 分吞 吞 研末吞服 研粉吞服 研吞\n"
                              u"研末服 研末 研粉 打粉 磨粉 研\n"
                              u"捣碎 捣碎 打碎 打 杵 捣 碎 杵碎\n"
                              u"泡服 泡服 泡 焗服\n"
                              u"炖服 炖服 炖\n"
                              u"另包 另包\n"
                              u"同煎 同煎"_qs;
        for (const QString &line : lines.split(u'\n')) {
            const QStringList parts = line.split(u' ');
            for (const QString &word : parts)
                found.insert(word, parts.first());
        }
        return found;
    }();
    return table;
}

} // namespace

const QStringList &processWords()
{
    static const QStringList list = words(
        u"麸炒 蜜麸炒 麸皮炒 麸煨 麸 土炒 米炒 砂炒 沙炒 砂烫 沙烫 烫 蛤粉炒 蛤粉烫 滑石粉炒 滑石粉烫 蒲黄炒 盐炒 盐炙 "
        u"盐水炒 盐制 盐蒸 盐 酒炒 酒炙 酒洗 酒蒸 酒制 酒浸 酒炖 酒炮 酒 醋炒 醋炙 醋煅 醋淬 醋制 醋煮 醋蒸 醋 蜜炙 "
        u"蜜炒 蜜制 "
        u"蜜水炒 蜜 姜炙 姜汁炒 姜汁炙 姜炒 姜制 姜汁 姜 清炒 炒 焦 炒焦 煅 火煅 明煅 煅淬 煨 面煨 纸煨 制 炙 清炙 "
        u"炮制 炮 蒸 "
        u"清蒸 燀 火单 焯 水飞 飞 焙 烘 熟 生 鲜 净 酥 酥炙 油炙 童便制 童便炒 米泔制 甘草制 甘草水制 甘草水炒 "
        u"黑豆制 "
        u"砂仁拌 砂仁炒 鳖血 鳖血炒 朱砂拌 法制 胆汁炒 吴萸炒 吴茱萸炒 黄连炒 水炒 微炒 漂 炒炭 煅炭 炒黑 新鲜 干 明"_qs);
    return list;
}

const QStringList &trailingWords()
{
    static const QStringList list = words(
        u"炭 炒炭 炙 炒 炮 煅 煨 焙 制 酒炒 酒洗 酒蒸 酒浸 醋炒 醋炙 蜜炙 盐炒 盐水炒 姜汁炒 姜制 麸炒 土炒 去皮 去心 "
        u"去核 "
        u"去节 去毛 去芦 去尖 去皮尖 擘 片 段 丝 块 粒 丁 咀 饮片 粉 末 细粉 个 厚片 薄片 极薄片 小段 碎 炒黄 炒焦 切 切片 屑"_qs);
    return list;
}

bool isCut(const QString &word)
{
    static const QStringList list = words(
        u"片 段 丝 块 粒 丁 咀 饮片 个 净 去皮 去心 去核 去节 去毛 去芦 去尖 去皮尖 擘 厚片 薄片 极薄片 小段 碎 切 切片 新鲜 干 明 屑"_qs);
    return list.contains(word);
}

QStringList sameProcess(const QString &word)
{
    static const QList<QStringList> groups = {
        words(u"炙 蜜炙 蜜 蜜炒 清炙 蜜制 蜜水炒"_qs),
        words(u"炒 清炒 微炒 炒黄"_qs),
        words(u"焦 炒焦"_qs),
        words(u"煅 火煅 明煅 煅淬"_qs),
        words(u"炭 炒炭 炒黑 煅炭"_qs),
        words(u"制 炮制"_qs),
        words(u"醋 醋炒 醋炙 醋制 醋煮"_qs),
        words(u"酒 酒炒 酒炙 酒制 酒洗"_qs),
        words(u"盐 盐炒 盐炙 盐水炒 盐制"_qs),
        words(u"姜 姜炙 姜汁炒 姜汁炙 姜炒 姜制 姜汁"_qs),
        words(u"法 法制"_qs),
        words(u"炮"_qs),
        words(u"燀 火单 焯"_qs),
        words(u"鲜 新鲜"_qs),
    };
    for (const QStringList &group : groups) {
        if (group.contains(word))
            return group;
    }
    return {word};
}

std::optional<QString> mainProcess(QStringView description)
{
    QString text = description.toString();
    for (const QString &start : {u"微"_qs, u"略"_qs, u"慢火"_qs, u"用"_qs}) {
        if (text.startsWith(start) && text.size() > start.size())
            text = text.mid(start.size());
    }
    QString best;
    for (const QStringList *list : {&processWords(), &trailingWords()}) {
        for (const QString &word : *list) {
            if (text.startsWith(word) && word.size() > best.size())
                best = word;
        }
    }
    if (best.isEmpty()) {
        static const QStringList others = words(
            u"去 洗 切 锉 剉 挫 捣 研 别研 另研 细研 烧 汤浸 汤洗 汤泡 水洗 水浸 泡 浸 晒 刮 劈 拣 择 连 带 煮 熬 米泔浸 米汁浸 童便浸 阴干 敲 涂 燎 火炙 人乳 土拌 清酒洗 取叶 取肉 取子 锉碎 枯"_qs);
        for (const QString &word : others) {
            if (text.startsWith(word) && word.size() > best.size())
                best = word;
        }
    }
    if (best.isEmpty())
        return std::nullopt;
    return best;
}

std::optional<QString> preparation(QStringView text)
{
    const auto found = preparations().constFind(text.toString());
    if (found == preparations().constEnd())
        return std::nullopt;
    return *found;
}

const QStringList &preparationWords()
{
    static const QStringList list = [] {
        QStringList found;
        for (auto it = preparations().constBegin(); it != preparations().constEnd(); ++it) {
            if (it.key().size() >= 2)
                found << it.key();
        }
        return words(found.join(u' '));
    }();
    return list;
}

} // namespace xinglin::safety
