#include "interop/importmapping.h"

#include "base/text/idnumber.h"
#include "base/text/phone.h"

#include <QRegularExpression>

#include <algorithm>
#include <functional>

namespace xinglin::interop {

namespace {

struct Synonyms
{
    Target target;
    const char *words; ///< Folded headers in both languages, one space between; the likeliest first.
};

// Headers as clinics' programs and spreadsheets write them. An earlier line wins where two fit equally well.
constexpr Synonyms synonyms[] = {
    {Target::Number, "病历号 患者编号 病人编号 档案号 门诊号 就诊卡号 会员号 卡号 病案号 编号 客户编号 顾客编号 旧编号 "
                     "患者id 病人id patientno patientnumber chartnumber chartno recordnumber recordno mrn pubpid "
                     "patientid patient oldnumber number id"},
    {Target::Name, "姓名 患者姓名 病人姓名 患者 病人 客户姓名 顾客姓名 名字 会员姓名 patientname fullname name"},
    {Target::FamilyName, "姓 lastname surname familyname lname last"},
    {Target::GivenName, "名 firstname givenname forename fname first"},
    {Target::Sex, "性别 患者性别 sex gender"},
    {Target::BirthDate, "出生日期 出生年月日 出生年月 生日 出生 birthdate dateofbirth dob birthday birth"},
    {Target::Age, "年龄 岁数 age"},
    {Target::Phones,
     "手机 手机号 手机号码 联系电话 电话 电话号码 联系方式 移动电话 家庭电话 联系手机 mobile mobilephone "
     "cellphone cell phone phonenumber telephone tel phonehome phonecontact phonebiz phonecell "
     "homephone workphone"},
    {Target::IdNumber, "身份证 身份证号 身份证号码 证件号 证件号码 idnumber idcard nationalid"},
    {Target::Address, "地址 住址 家庭住址 家庭地址 联系地址 现住址 通讯地址 address streetaddress street city suburb "
                      "state postcode postalcode zip"},
    {Target::Insurance, "医保号 医保卡号 社保号 社保卡号 医保 insurance insurancenumber"},
    {Target::Occupation, "职业 工作 occupation profession job"},
    {Target::MaritalStatus, "婚姻 婚姻状况 婚否 marital maritalstatus"},
    {Target::GuardianName, "监护人 监护人姓名 家长姓名 家长 guardian guardianname"},
    {Target::GuardianRelation, "与监护人关系 监护人关系 guardianrelation"},
    {Target::GuardianPhone, "监护人电话 家长电话 guardianphone"},
    {Target::EmergencyName,
     "紧急联系人 紧急联系人姓名 联系人 联系人姓名 emergencycontact emergencyname contactrelationship"},
    {Target::EmergencyPhone, "紧急联系人电话 紧急联系电话 联系人电话 emergencyphone"},
    {Target::Source, "来源 患者来源 客户来源 渠道 介绍人 referrer source referral howtheycame"},
    {Target::Campaign, "活动 推荐活动 来源活动 市场活动 推广活动 campaign promotion marketingcampaign"},
    {Target::DeskAlert, "提醒 前台提醒 注意事项 alert deskalert"},
    {Target::Note, "备注 说明 附注 note notes remark remarks comment comments"},
    {Target::Allergies,
     "过敏史 过敏 过敏药物 药物过敏 药物过敏史 过敏原 过敏源 allergies allergy allergen substance description"},
    {Target::Reaction, "过敏反应 反应 reaction"},
    {Target::Day,
     "就诊日期 就诊时间 日期 门诊日期 开方日期 处方日期 看诊日期 诊疗日期 visitdate date encounterdate start"},
    {Target::Practitioner, "医生 医师 接诊医生 主治医生 大夫 practitioner doctor provider physician"},
    {Target::Complaint, "主诉 chiefcomplaint complaint reason reasonforvisit"},
    {Target::History, "现病史 病史 既往史 症状 history historyofpresentillness symptoms"},
    {Target::Inspection,
     "望诊 中医望闻切诊 望闻切诊 四诊 体格检查 舌象 舌苔 脉象 辅助检查 inspection examination exam"},
    {Target::Listening, "闻诊 listening"},
    {Target::Disease, "疾病 病名 中医诊断 中医病名 诊断 disease diagnosis"},
    {Target::Pattern, "证型 证候 辨证 中医证型 证 pattern syndrome"},
    {Target::Method, "治法 治则 method treatmentprinciple"},
    {Target::Western, "西医诊断 western westerndiagnosis icd10 description"},
    {Target::Advice, "医嘱 嘱咐 用法 用法用量 advice instructions"},
    {Target::Formula, "方名 处方名 方剂 方剂名称 formula formulaname"},
    {Target::Herbs, "处方 中药 方药 药物 药物组成 组成 用药 药味 herbs prescription composition ingredients"},
    {Target::Packets, "剂数 付数 帖数 packets doses"},
    {Target::Key, "序号 no rowid recid key"},
};

/// Headers that only count in some files: a description is an allergy in one and a diagnosis in another.
bool isFor(Target target, ImportKind kind)
{
    return targetsOf(kind).contains(target);
}

QStringList wordsOf(Target target)
{
    for (const Synonyms &one : synonyms) {
        if (one.target == target)
            return QString::fromUtf8(one.words).split(u' ', Qt::SkipEmptyParts);
    }
    return {};
}

/// How well a header names a target: the place among its words, less is better; -1: not at all. A number behind the
/// word (中药1, 电话2) is let pass where several columns may be the same.
int rankOf(const QString &folded, Target target)
{
    static const QRegularExpression counted(QStringLiteral("\\d+$"));
    QString word = folded;
    if (takesMany(target))
        word.remove(counted);
    const QStringList words = wordsOf(target);
    const qsizetype exact = words.indexOf(folded);
    return static_cast<int>(exact >= 0 ? exact : words.indexOf(word));
}

/// The share of the cells that are not empty for which @p is answers yes.
double share(const QList<QStringList> &rows, qsizetype column, const std::function<bool(const QString &)> &is)
{
    int filled = 0;
    int good = 0;
    for (const QStringList &row : rows) {
        const QString cell = row.value(column).trimmed();
        if (cell.isEmpty())
            continue;
        ++filled;
        good += is(cell) ? 1 : 0;
    }
    return filled >= 3 ? double(good) / filled : 0;
}

bool looksMobile(const QString &cell)
{
    const auto phone = parsePhone(cell);
    return phone && phone->kind == PhoneKind::Mobile;
}

bool looksResident(const QString &cell)
{
    const QString number = normaliseDocumentNumber(cell);
    const auto digit = number.size() == 18 ? residentCheckDigit(QStringView(number).left(17)) : std::nullopt;
    return digit && *digit == number.back();
}

bool looksSex(const QString &cell)
{
    static const QStringList words{QStringLiteral("男"), QStringLiteral("女"),   QStringLiteral("m"),
                                   QStringLiteral("f"),  QStringLiteral("male"), QStringLiteral("female")};
    return words.contains(foldedHeader(cell));
}

bool looksName(const QString &cell)
{
    static const QRegularExpression han(QStringLiteral("^\\p{Han}{2,4}$"));
    // The hundred commonest surnames: names of things begin with other characters as a rule.
    static const QString surnames = QStringLiteral(
        "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕"
        "丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武");
    return han.match(cell).hasMatch() && surnames.contains(cell.at(0));
}

} // namespace

namespace {

/// What the dates of a column say of the order they stand in.
struct Orders
{
    bool year = false;       ///< Some begin with a year of four digits,
    bool shortYear = false;  ///< and some with one of two: 79-8-21.
    bool monthFirst = false; ///< Some can only begin with a month,
    bool dayFirst = false;   ///< and some only with a day.
    bool open = false;       ///< Some begin with what may be either.
};

Orders ordersOf(const QStringList &values)
{
    static const QRegularExpression parts(
        QStringLiteral("^\\s*(\\d{1,4})\\s*[./\\-年]\\s*(\\d{1,2})\\s*[./\\-月]\\s*(\\d{1,4})"));
    constexpr int months = 12;
    constexpr int days = 31;
    Orders found;
    for (const QString &value : values) {
        const auto match = parts.match(value);
        if (!match.hasMatch())
            continue;
        const int first = match.captured(1).toInt();
        if (match.capturedLength(1) >= 3)
            found.year = true;
        else if (first > days)
            found.shortYear = true;
        else if (match.captured(2).toInt() > months)
            found.monthFirst = true;
        else if (first > months)
            found.dayFirst = true;
        else
            found.open = true;
    }
    return found;
}

} // namespace

std::optional<DateOrder> dateOrderOf(const QStringList &values)
{
    const Orders orders = ordersOf(values);
    if (orders.shortYear && !orders.monthFirst)
        return DateOrder::YearFirst; // 12-8-21 is of 2012 then, and 25-8-21 of 1925
    if (orders.monthFirst && (orders.dayFirst || orders.shortYear))
        return std::nullopt;
    if (orders.monthFirst)
        return DateOrder::MonthFirst;
    if (orders.dayFirst)
        return DateOrder::DayFirst;
    return orders.year ? std::optional(DateOrder::YearFirst) : std::nullopt;
}

bool isDateOrderOpen(const QStringList &values)
{
    const Orders orders = ordersOf(values);
    if (orders.shortYear)
        return orders.monthFirst;
    return orders.monthFirst == orders.dayFirst && (orders.open || orders.monthFirst);
}

int headerRowOf(ImportKind kind, const QList<QStringList> &rows)
{
    constexpr qsizetype looked = 10;
    int best = 0;
    qsizetype most = 0;
    for (qsizetype i = 0; i < std::min(looked, rows.size()); ++i) {
        qsizetype known = 0;
        for (const QString &cell : rows[i]) {
            const QString folded = foldedHeader(cell);
            known += std::any_of(targetsOf(kind).cbegin(), targetsOf(kind).cend(),
                                 [&](Target target) { return rankOf(folded, target) >= 0; })
                         ? 1
                         : 0;
        }
        if (known > most) {
            most = known;
            best = static_cast<int>(i);
        }
    }
    return best;
}

Mapping guessedMapping(ImportKind kind, const QStringList &header, const QList<QStringList> &rows)
{
    Mapping mapping;
    struct Claim
    {
        Target target;
        int rank;
        qsizetype column;
    };
    QList<Claim> claims;
    for (qsizetype column = 0; column < header.size(); ++column) {
        const QString folded = foldedHeader(header[column]);
        for (const Synonyms &one : synonyms) {
            if (folded.isEmpty() || !isFor(one.target, kind))
                continue;
            if (const int rank = rankOf(folded, one.target); rank >= 0)
                claims.append({one.target, rank, column});
        }
    }
    std::stable_sort(claims.begin(), claims.end(), [](const Claim &a, const Claim &b) { return a.rank < b.rank; });
    QList<bool> used(header.size(), false);
    for (const Claim &claim : std::as_const(claims)) {
        if (used[claim.column] || (mapping.has(claim.target) && !takesMany(claim.target)))
            continue;
        used[claim.column] = true;
        mapping.columns[claim.target] << header[claim.column];
    }
    // Several columns of one thing stand in the order of the file.
    for (QStringList &columns : mapping.columns)
        std::stable_sort(columns.begin(), columns.end(),
                         [&](const QString &a, const QString &b) { return header.indexOf(a) < header.indexOf(b); });

    constexpr double nearlyAll = 0.8;
    const auto byExample = [&](Target target, const std::function<bool(const QString &)> &is) {
        if (!isFor(target, kind) || mapping.has(target))
            return;
        for (qsizetype column = 0; column < header.size(); ++column) {
            if (!used[column] && !header[column].isEmpty() && share(rows, column, is) >= nearlyAll) {
                used[column] = true;
                mapping.columns[target] << header[column];
                return;
            }
        }
    };
    byExample(Target::IdNumber, looksResident);
    byExample(Target::Phones, looksMobile);
    byExample(Target::Sex, looksSex);
    if (!mapping.has(Target::FamilyName) && !mapping.has(Target::GivenName))
        byExample(Target::Name, looksName);

    for (const Target target : {Target::BirthDate, Target::Day}) {
        if (!mapping.has(target))
            continue;
        const qsizetype column = header.indexOf(mapping.columns[target].constFirst());
        QStringList values;
        for (const QStringList &row : rows)
            values << row.value(column);
        if (const auto order = dateOrderOf(values))
            mapping.dateOrders.insert(target, *order);
    }
    return mapping;
}

} // namespace xinglin::interop
