#include "base/text/readings.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace xinglin {

namespace {

struct Entry
{
    const char16_t *hanzi;
    const char *readings; ///< Separated by |.
};

// Readings as surnames after Xiandai Hanyu Cidian; the everyday reading follows where people also type that one.
constexpr Entry surnames[] = {
    {u"单", "shan|chan|dan"}, {u"仇", "qiu|chou"},    {u"解", "xie|jie"},     {u"曾", "zeng|ceng"},
    {u"查", "zha|cha"},       {u"区", "ou|qu"},       {u"朴", "piao|pu"},     {u"覃", "qin|tan"},
    {u"隗", "wei|kui"},       {u"乐", "yue|le"},      {u"盖", "ge|gai"},      {u"郇", "xun|huan"},
    {u"薄", "bo|bao"},        {u"缪", "miao|mou"},    {u"洗", "xian|xi"},     {u"都", "du|dou"},
    {u"佴", "nai|er"},        {u"尉", "wei|yu"},      {u"翟", "zhai|di"},     {u"牟", "mou|mu"},
    {u"秘", "bi|mi"},         {u"种", "chong|zhong"}, {u"召", "shao|zhao"},   {u"折", "she|zhe"},
    {u"员", "yun|yuan"},      {u"贠", "yun|yuan"},    {u"繁", "po|fan"},      {u"宿", "su|xiu"},
    {u"阚", "kan|han"},       {u"柏", "bai|bo"},      {u"么", "yao|me"},      {u"祭", "zhai|ji"},
    {u"句", "gou|ju"},        {u"角", "jue|jiao"},    {u"能", "nai|neng"},    {u"莘", "shen|xin"},
    {u"粘", "nian|zhan"},     {u"藏", "zang|cang"},   {u"谌", "chen|shen"},   {u"郗", "xi|chi"},
    {u"黑", "he|hei"},        {u"车", "che|ju"},      {u"适", "kuo|shi"},     {u"宓", "mi|fu"},
    {u"乜", "nie|mie"},       {u"强", "qiang|jiang"}, {u"长", "chang|zhang"}, {u"重", "chong|zhong"},
    {u"蕃", "bo|fan"},        {u"呙", "guo|wai"},     {u"炅", "gui|jiong"},   {u"尉迟", "yu chi|wei chi"},
    {u"单于", "chan yu"},     {u"拓跋", "tuo ba"},
};

constexpr const char16_t *compounds[] = {
    u"欧阳", u"上官", u"司马", u"司徒", u"司空", u"诸葛", u"东方", u"南宫", u"西门", u"公孙", u"慕容", u"宇文", u"夏侯",
    u"轩辕", u"钟离", u"闻人", u"赫连", u"申屠", u"太史", u"端木", u"独孤", u"第五", u"公冶", u"公西", u"公羊", u"百里",
    u"东郭", u"南门", u"羊舌", u"微生", u"梁丘", u"左丘", u"东门", u"淳于", u"仲孙", u"叔孙", u"漆雕", u"壤驷", u"公良",
    u"颛孙", u"巫马", u"闾丘", u"段干", u"宗政", u"太叔", u"子车", u"纳兰", u"爱新", u"叶赫", u"完颜", u"耶律", u"司寇",
    u"贺兰", u"哥舒", u"欧侯", u"相里", u"第二", u"令狐", u"鲜于", u"皇甫", u"尉迟", u"澹台", u"单于", u"长孙", u"万俟",
    u"宰父", u"亓官", u"夹谷", u"濮阳", u"乐正", u"呼延", u"谷梁", u"拓跋",
};

// Characters of given names for which the transliterator gives another reading than people use, or only one of two.
constexpr Entry given[] = {
    {u"晟", "sheng|cheng"}, {u"茜", "qian|xi"},     {u"乐", "le|yue"},    {u"莘", "xin|shen"}, {u"行", "xing|hang"},
    {u"长", "chang|zhang"}, {u"重", "chong|zhong"}, {u"朝", "chao|zhao"}, {u"单", "dan|shan"}, {u"曾", "zeng|ceng"},
    {u"翟", "zhai|di"},     {u"朴", "pu|piao"},     {u"解", "jie|xie"},   {u"薄", "bo|bao"},   {u"柏", "bai|bo"},
    {u"卜", "bu"},          {u"芎", "xiong"},       {u"炅", "jiong|gui"}, {u"嗯", "en"},
};

// Words of medicine whose characters are read otherwise than alone.
constexpr Entry words[] = {
    {u"阿胶", "e jiao"},          {u"川芎", "chuan xiong"}, {u"芎", "xiong"},         {u"重楼", "chong lou"},
    {u"白术", "bai zhu"},         {u"苍术", "cang zhu"},    {u"莪术", "e zhu"},       {u"於术", "yu zhu"},
    {u"炒术", "chao zhu"},        {u"没药", "mo yao"},      {u"没食子", "mo shi zi"}, {u"厚朴", "hou po"},
    {u"朴硝", "po xiao"},         {u"薄荷", "bo he"},       {u"黄柏", "huang bo"},    {u"重复", "chong fu"},
    {u"调理", "tiao li"},         {u"调和", "tiao he"},     {u"不调", "bu tiao"},     {u"调经", "tiao jing"},
    {u"调气", "tiao qi"},         {u"调中", "tiao zhong"},  {u"失调", "shi tiao"},    {u"长夏", "chang xia"},
    {u"长强", "chang qiang"},     {u"率谷", "shuai gu"},    {u"臑俞", "nao shu"},     {u"桔梗", "jie geng"},
    {u"藏红花", "zang hong hua"}, {u"五藏", "wu zang"},     {u"地榆", "di yu"},       {u"俞", "shu"},
};

QStringList split(const char *readings)
{
    return QString::fromLatin1(readings).split(u'|');
}

template <std::size_t N>
QHash<QString, QStringList> table(const Entry (&entries)[N])
{
    QHash<QString, QStringList> map;
    for (const Entry &entry : entries)
        map.insert(QString::fromUtf16(entry.hanzi), split(entry.readings));
    return map;
}

} // namespace

QStringList knownSurnameReadings(QStringView surname)
{
    static const QHash<QString, QStringList> map = table(surnames);
    return map.value(surname.toString());
}

bool isCompoundSurname(QStringView surname)
{
    static const QSet<QString> set = [] {
        QSet<QString> all;
        for (const char16_t *name : compounds)
            all.insert(QString::fromUtf16(name));
        return all;
    }();
    return set.contains(surname.toString());
}

QStringList knownGivenReadings(char32_t character)
{
    static const QHash<QString, QStringList> map = table(given);
    return map.value(QString::fromUcs4(&character, 1));
}

KnownWord knownWordAt(QStringView text)
{
    static const QHash<QString, QStringList> map = table(words);
    for (qsizetype length = std::min<qsizetype>(3, text.size()); length > 0; --length) {
        const auto found = map.constFind(text.first(length).toString());
        if (found != map.cend())
            return {length, found->first()};
    }
    return {};
}

} // namespace xinglin
