#include "safetymutant.h"

#include <QJsonDocument>
#include <QTest>

#include <functional>

using namespace xinglin;
using namespace xinglin::safety;

/// Rows of the catalogue falsified one by one: each must be noticed by the corpus or by a probe whose answer is known
/// from the unharmed files and a second writing of the rules.
class TestSafetyMutants : public QObject
{
    Q_OBJECT
private slots:
    void unharmedTables_showNoDifference();
    void naiveCheck_agreesWithTheCorpus();
    void herbs_eachFieldFalsified_isNoticed();
    void names_eachOneDropped_isNoticed();
    void related_eachGroupDropped_isNoticed();
    void pairs_eachOneFalsified_isNoticed();
    void pairs_lookAlikeAdded_isNoticed();
    void severities_eachOneChanged_isNoticed();
    void allergens_eachMemberAndNameFalsified_isNoticed();
};

namespace {

/// Falsifies one row; false where there is nothing to falsify in it.
using Falsify = std::function<bool(QJsonObject &)>;

QList<std::pair<QString, Falsify>> falsifications()
{
    QList<std::pair<QString, Falsify>> list;
    const auto word = [&list](const QString &kind, const QString &key, const QStringList &words, bool onlyWhereSet) {
        for (const QString &to : words) {
            list << std::pair(to.isEmpty() ? kind + u" cleared"_qs : kind + u" changed"_qs,
                              [key, to, onlyWhereSet](QJsonObject &row) {
                                  const QString from = row[key].toString();
                                  if (from == to || (onlyWhereSet && from.isEmpty()))
                                      return false;
                                  row[key] = to.isEmpty() ? QJsonValue() : QJsonValue(to);
                                  return true;
                              });
        }
    };
    word(u"pregnancy"_qs, u"pregnancy"_qs, {QString(), u"慎用"_qs, u"忌用"_qs, u"禁用"_qs}, true);
    word(u"toxicity"_qs, u"toxicity"_qs, {QString(), u"小毒"_qs, u"有毒"_qs, u"大毒"_qs}, true);
    word(u"basis of pregnancy"_qs, u"pregnancy_basis"_qs, {u"chp2020"_qs, u"textbook"_qs}, true);
    word(u"basis of dose"_qs, u"dose_basis"_qs, {u"chp2020"_qs, u"textbook"_qs}, true);
    for (const QString &to : {u"煎服"_qs, u"入丸散"_qs, u"研末服"_qs, u"冲服"_qs, u"泡服"_qs, u"炖服"_qs, u"浸酒"_qs,
                              u"吞服"_qs, u"外用"_qs}) {
        list << std::pair(u"route of dose changed"_qs, [to](QJsonObject &row) {
            if (!row[u"dose_max_g"_qs].isDouble() || row[u"dose_route"_qs] == to)
                return false;
            row[u"dose_route"_qs] = to;
            return true;
        });
    }
    for (const QString &to : {u"慎用"_qs, u"禁用"_qs}) {
        list << std::pair(u"pregnancy invented"_qs, [to](QJsonObject &row) {
            if (!row[u"pregnancy"_qs].isNull())
                return false;
            row[u"pregnancy"_qs] = to;
            row[u"pregnancy_basis"_qs] = u"chp2020"_qs;
            return true;
        });
    }
    list << std::pair(u"toxicity invented"_qs, [](QJsonObject &row) {
        if (!row[u"toxicity"_qs].isNull())
            return false;
        row[u"toxicity"_qs] = u"有毒"_qs;
        return true;
    });
    for (const QString &key : {u"external_only"_qs, u"banned"_qs, u"per_dose"_qs}) {
        for (const bool to : {false, true}) {
            list << std::pair(key + (to ? u" set"_qs : u" cleared"_qs), [key, to](QJsonObject &row) {
                if (row[key].toBool() == to || (key == u"per_dose" && !row[u"dose_max_g"_qs].isDouble()))
                    return false;
                row[key] = to;
                return true;
            });
        }
    }
    list << std::pair(u"way of boiling cleared"_qs, [](QJsonObject &row) {
        if (row[u"decoction"_qs] != u"装胶囊"_qs)
            return false;
        row[u"decoction"_qs] = QJsonValue();
        return true;
    });
    list << std::pair(u"dose range dropped"_qs, [](QJsonObject &row) {
        if (!row[u"dose_max_g"_qs].isDouble())
            return false;
        row[u"dose_min_g"_qs] = QJsonValue();
        row[u"dose_max_g"_qs] = QJsonValue();
        return true;
    });
    return list;
}

/// A milligram, or one of the last place that the file writes: 0.1 g of 4.5, 1 g of 15.
qint64 step(const QJsonObject &row, const QString &key, bool ofTheFile)
{
    qint64 unit = 1;
    while (ofTheFile && unit < 1000 && milligrams(row, key) % (unit * 10) == 0)
        unit *= 10;
    return unit;
}

struct Shift
{
    QString key;
    int sign;
    bool ofTheFile;
};

/// Moves one limit; false where the row has none. @p sound tells whether the range still is one.
bool move(QJsonObject &row, const Shift &shift, bool &sound)
{
    if (!row[shift.key].isDouble())
        return false;
    const qint64 unit = step(row, shift.key, shift.ofTheFile);
    if (shift.ofTheFile && unit == 1)
        return false; // the milligram is tried anyway
    row[shift.key] = static_cast<double>(milligrams(row, shift.key) + shift.sign * unit) / 1000;
    const double low = row[u"dose_min_g"_qs].toDouble();
    sound = low > 0 && row[u"dose_max_g"_qs].toDouble() >= low;
    return true;
}

/// Whether the second writing of the rules, too, answers every probe of the falsified row as that of the true one.
bool saysTheSame(const QJsonObject &row)
{
    naive::Rows other = rows();
    other.herbs[row[u"id"_qs].toString()] = row;
    const QList<Probe> &probes = probesOf(row[u"id"_qs].toString());
    return std::all_of(probes.begin(), probes.end(),
                       [&other](const Probe &one) { return naive::wanted(other, one.input) == one.wanted; });
}

/// One load carries one mutant of each herb: a probe names a single herb, so no other row can be what it notices.
void tryRows(const QJsonArray &falsified, const QSet<QString> &touched, Tally &tally)
{
    const auto harmed = withHerbs(bytesOf(falsified), catalogBytes(u"herb_names.json"_qs));
    QVERIFY2(harmed.ok(), harmed.ok() ? "" : qPrintable(harmed.error().detail));
    for (const QJsonValue &value : falsified) {
        const QJsonObject row = value.toObject();
        const QString herb = row[u"id"_qs].toString();
        if (!touched.contains(herb))
            continue;
        const bool noticed = notices(*harmed, probesOf(herb));
        // What may not be taken at all is refused louder than any toxicity: its grade is never asked for.
        if (!noticed && tally.kind.startsWith(u"toxicity"_qs) &&
            (row[u"external_only"_qs].toBool() || row[u"banned"_qs].toBool()) && saysTheSame(row))
            ++tally.silent;
        else
            tally.add(noticed, tally.kind + u": "_qs + herb);
    }
}
} // namespace

void TestSafetyMutants::unharmedTables_showNoDifference()
{
    const auto again = withHerbs(bytesOf(herbRows()), catalogBytes(u"herb_names.json"_qs));
    QVERIFY(again.ok());
    int asked = 0;
    for (auto it = rows().herbs.cbegin(); it != rows().herbs.cend(); ++it) {
        for (const Probe &one : probesOf(it.key())) {
            const QString found = naive::difference(one.wanted, check(*again, one.input));
            QVERIFY2(found.isEmpty(), qPrintable(it.key() + u": "_qs + found));
            ++asked;
        }
    }
    for (const CorpusCase &one : corpus())
        QVERIFY2(differences(*again, one).isEmpty(), qPrintable(one.id));
    qInfo("unharmed: %d probes and %d cases without a difference", asked, int(corpus().size()));
    QVERIFY(asked > 30000);
}

void TestSafetyMutants::naiveCheck_agreesWithTheCorpus()
{
    int compared = 0;
    for (const CorpusCase &one : corpus()) {
        bool plain = true; // names and allergies as the files write them
        for (const CheckLine &line : one.input.lines)
            plain = plain && (rows().names.contains(line.name) || one.scope.unknown.contains(line.name));
        for (const QString &allergy : one.input.patient.allergies) {
            plain = plain && std::any_of(rows().allergens.begin(), rows().allergens.end(), [&](const QJsonObject &row) {
                        return row[u"id"_qs] == allergy || row[u"zh"_qs] == allergy ||
                               row[u"aliases"_qs].toArray().contains(QJsonValue(allergy));
                    });
        }
        if (!plain)
            continue;
        ++compared;
        QStringList found;
        const naive::Wanted wanted = naive::wanted(rows(), one.input);
        for (const naive::Want &want : wanted.findings) {
            const QStringList words = want.finding.split(u' ');
            found << words.at(0) + u' ' + words.at(2) + u' ' + words.mid(3).join(u' ');
        }
        found.sort();
        QVERIFY2(found == one.findings, qPrintable(one.id + u": "_qs + found.join(u", "_qs)));
        QVERIFY2(wanted.unknown == one.scope.unknown, qPrintable(one.id));
        QVERIFY2(wanted.unmatchedAllergies == one.scope.unmatchedAllergies, qPrintable(one.id));
    }
    qInfo("the second writing of the rules agrees with %d of %d cases; the others use the grammar of names", compared,
          int(corpus().size()));
    QVERIFY(compared > 450);
}

void TestSafetyMutants::herbs_eachFieldFalsified_isNoticed()
{
    QMap<QString, Tally> tallies;
    for (const auto &[kind, falsify] : falsifications()) {
        QJsonArray falsified;
        QSet<QString> touched;
        for (const QJsonValue &value : herbRows()) {
            QJsonObject row = value.toObject();
            if (falsify(row))
                touched << row[u"id"_qs].toString();
            falsified << row;
        }
        tryRows(falsified, touched, of(tallies, kind));
    }
    for (const QString &key : {u"dose_min_g"_qs, u"dose_max_g"_qs}) {
        for (const int sign : {-1, 1}) {
            for (const bool ofTheFile : {false, true}) {
                Tally &tally = of(tallies, key + (ofTheFile ? u" by its last place"_qs : u" by a milligram"_qs));
                QJsonArray falsified;
                QSet<QString> touched;
                for (const QJsonValue &value : herbRows()) {
                    QJsonObject row = value.toObject();
                    bool sound = true;
                    if (move(row, {key, sign, ofTheFile}, sound) && sound) {
                        touched << row[u"id"_qs].toString();
                        falsified << row;
                        continue;
                    }
                    if (!sound) { // no range any more: the file itself must be refused
                        const auto harmed = withHerbs(bytesOf(QJsonArray{row}), catalogBytes(u"herb_names.json"_qs));
                        tally.add(!harmed && harmed.error().field == u"herbs[0].dose_max_g", row[u"id"_qs].toString());
                    }
                    falsified << value;
                }
                tryRows(falsified, touched, tally);
            }
        }
    }
    judge(tallies, 12000);
}

namespace {

/// Whether a reader knows @p name without its row: another name of the same drug with words of processing, cut or grade
/// before or behind it, in brackets, or in other characters.
bool understood(QString name, const QSet<QString> &others)
{
    static const QStringList before =
        u"炒 炒黑 醋 酒 盐 蜜 姜 炙 制 煅 煨 炮 焦 烫 燀 蒸 熟 生 鲜 干 明 净 飞 水飞 麸 麸炒 麸煨 面煨 土炒 米炒 砂炒 "
        u"砂烫 蛤粉炒 "
        "蛤粉烫 水炒 蜜炙 清炙 法制 姜汁 姜汁炒 酒洗 鳖血 鳖血炒 吴萸炒 吴茱萸炒 胆汁炒 砂仁拌 朱砂拌"_qs.split(u' ');
    static const QStringList behind = u"制 炭 片 粉 末 屑 块 细粉"_qs.split(u' ');
    name.replace(u'耆', u'芪').remove(u'（').remove(u'）');
    if (others.contains(name))
        return true;
    for (const QString &word : before) {
        if (name.startsWith(word) && understood(name.mid(word.size()), others))
            return true;
    }
    return std::any_of(behind.begin(), behind.end(), [&](const QString &word) {
        return name.endsWith(word) && understood(name.chopped(word.size()), others);
    });
}

/// Names of a herb but for one, and of those herbs that share a drug with it by their names: 川乌 and 制川乌, 地黄 and
/// 鲜地黄.
QSet<QString> familyNames(const QString &herb, const QString &but)
{
    const QString main = rows().namesOf.value(herb).first();
    QSet<QString> found;
    for (auto it = rows().namesOf.cbegin(); it != rows().namesOf.cend(); ++it) {
        const bool kin = std::any_of(it->begin(), it->end(), [&main](const QString &name) {
            return name.size() > 1 && (name.contains(main) || main.contains(name));
        });
        if (kin || rows().related.value(herb).contains(it.key()))
            found.unite(QSet<QString>(it->begin(), it->end()));
    }
    found.remove(but);
    if (found.contains(QString(but).replace(u'芪', u'耆'))) // the same in other characters
        found.insert(but);
    return found;
}

/// Takes the @p at-th further name of each herb out of both files; the names taken, by herb.
QHash<QString, QString> dropNames(qsizetype at, QJsonArray &herbs, QJsonObject &further)
{
    QHash<QString, QString> taken;
    QHash<QString, qsizetype> seen;
    const auto keeps = [&](const QString &herb, const QString &name) {
        if (seen[herb]++ != at)
            return true;
        taken.insert(herb, name);
        return false;
    };
    for (qsizetype i = 0; i < herbs.size(); ++i) {
        QJsonObject row = herbs.at(i).toObject();
        for (const QString &key : {u"aliases_zh"_qs, u"processed_zh"_qs}) {
            QJsonArray kept;
            for (const QJsonValue &name : row[key].toArray()) {
                if (keeps(row[u"id"_qs].toString(), name.toString()))
                    kept << name;
            }
            row[key] = kept;
        }
        herbs[i] = row;
    }
    QJsonArray kept;
    for (const QJsonValue &value : further[u"names"_qs].toArray()) {
        const QJsonObject row = value.toObject();
        if (keeps(row[u"herb"_qs].toString(), row[u"name"_qs].toString()))
            kept << row;
    }
    further[u"names"_qs] = kept;
    return taken;
}

} // namespace

void TestSafetyMutants::names_eachOneDropped_isNoticed()
{
    const QJsonObject names = QJsonDocument::fromJson(catalogBytes(u"herb_names.json"_qs)).object();
    Tally tally{u"name dropped"_qs};
    for (qsizetype at = 0;; ++at) {
        QJsonArray herbs = herbRows();
        QJsonObject further = names;
        const QHash<QString, QString> taken = dropNames(at, herbs, further);
        if (taken.isEmpty())
            break;
        const auto harmed = withHerbs(bytesOf(herbs), bytesOf(further));
        QVERIFY2(harmed.ok(), harmed.ok() ? "" : qPrintable(harmed.error().detail));
        for (auto it = taken.cbegin(); it != taken.cend(); ++it) {
            CheckInput pregnant = lineOf(it.value());
            pregnant.patient.pregnant = true;
            const QList<Probe> probes = {probe(lineOf(it.value(), 1000000)), probe(pregnant)};
            QVERIFY2(!notices(tables(), probes), qPrintable(it.value())); // the control
            const bool noticed = notices(*harmed, probes);
            if (!noticed && understood(it.value(), familyNames(it.key(), it.value())))
                ++tally.silent;
            else
                tally.add(noticed, it.value());
        }
    }
    judge({{tally.kind, tally}}, 2300);
}

void TestSafetyMutants::related_eachGroupDropped_isNoticed()
{
    const QJsonObject names = QJsonDocument::fromJson(catalogBytes(u"herb_names.json"_qs)).object();
    const QJsonArray groups = names[u"related"_qs].toArray();
    Tally tally{u"group of related herbs dropped"_qs};
    for (qsizetype i = 0; i < groups.size(); ++i) {
        QJsonArray others = groups;
        others.removeAt(i);
        QJsonObject further = names;
        further[u"related"_qs] = others;
        const auto harmed = withHerbs(bytesOf(herbRows()), bytesOf(further));
        QVERIFY(harmed.ok());
        QList<Probe> probes;
        bool shown = true; // every name holds the other
        for (const QJsonValue &a : groups.at(i).toArray()) {
            for (const QJsonValue &b : groups.at(i).toArray()) {
                if (a == b)
                    continue;
                const QString one = rows().namesOf.value(a.toString()).first();
                const QString two = rows().namesOf.value(b.toString()).first();
                shown = shown && (one.contains(two) || two.contains(one));
                CheckInput input = lineOf(two);
                input.patient.allergies = {a.toString()};
                probes << probe(input);
            }
        }
        for (const Probe &one : std::as_const(probes)) {
            const QString found = naive::difference(one.wanted, check(tables(), one.input));
            QVERIFY2(found.isEmpty(), qPrintable(found));
        }
        const bool noticed = notices(*harmed, probes);
        if (!noticed && shown)
            ++tally.silent; // 马钱子 and 马钱子粉: the names show it without the row
        else
            tally.add(noticed, QString::number(i));
    }
    judge({{tally.kind, tally}}, 15);
}

namespace {

/// The two main names of a pair on one prescription.
Probe pairProbe(const QString &a, const QString &b)
{
    CheckInput input = lineOf(rows().namesOf.value(a).first());
    input.lines += lineOf(rows().namesOf.value(b).first()).lines;
    return probe(input);
}

QJsonObject rowWith(QJsonObject row, const QString &key, const QJsonValue &value)
{
    row[key] = value;
    return row;
}

QJsonArray without(QJsonArray list, const QJsonValue &one)
{
    for (qsizetype i = list.size(); i > 0; --i) {
        if (list.at(i - 1) == one)
            list.removeAt(i - 1);
    }
    return list;
}

/// The group but for one of its pairs, which stands apart with another severity, or nowhere for an empty one.
QList<QJsonObject> split(const QJsonObject &group, const QJsonValue &a, const QJsonValue &b, const QString &severity)
{
    QList<QJsonObject> parts = {
        rowWith(group, u"a"_qs, without(group[u"a"_qs].toArray(), a)),
        rowWith(rowWith(group, u"a"_qs, QJsonArray{a}), u"b"_qs, without(group[u"b"_qs].toArray(), b))};
    if (!severity.isEmpty())
        parts << rowWith(rowWith(rowWith(group, u"a"_qs, QJsonArray{a}), u"b"_qs, QJsonArray{b}), u"severity"_qs,
                         severity);
    parts.removeIf(
        [](const QJsonObject &part) { return part[u"a"_qs].toArray().isEmpty() || part[u"b"_qs].toArray().isEmpty(); });
    return parts;
}

SafetyTables withPairs(const QList<QJsonObject> &groups)
{
    QJsonArray array;
    for (const QJsonObject &group : groups)
        array << group;
    auto pairs = Incompatibilities::fromJson(bytesOf(array), tables().herbs);
    if (!pairs)
        qFatal("%s", qPrintable(pairs.error().detail));
    return {tables().herbs, *pairs, tables().allergens, tables().severities};
}

/// All groups with those at @p at replaced.
QList<QJsonObject> replaced(qsizetype at, const QList<QJsonObject> &by)
{
    QList<QJsonObject> groups = rows().pairs;
    groups.removeAt(at);
    return groups + by;
}

} // namespace

void TestSafetyMutants::pairs_eachOneFalsified_isNoticed()
{
    QMap<QString, Tally> byProbe;
    QMap<QString, Tally> byCorpus;
    const QStringList severities = {u"contraindicated"_qs, u"traditional"_qs, u"caution"_qs};
    for (qsizetype at = 0; at < rows().pairs.size(); ++at) {
        const QJsonObject &group = rows().pairs.at(at);
        const QString id = group[u"id"_qs].toString();
        QList<Probe> probes;
        QList<const CorpusCase *> cases;
        const auto meet = [&](const QString &kind, const QList<QJsonObject> &by, const QList<Probe> &asked,
                              const QList<const CorpusCase *> &read) {
            const SafetyTables harmed = withPairs(replaced(at, by));
            of(byProbe, kind).add(notices(harmed, asked), id);
            of(byCorpus, kind + u", by the corpus alone"_qs).add(corpusNotices(harmed, read), id);
        };
        for (const QJsonValue &a : group[u"a"_qs].toArray()) {
            for (const QJsonValue &b : group[u"b"_qs].toArray()) {
                const QList<Probe> one = {pairProbe(a.toString(), b.toString())};
                const auto read = casesWith(u"pair-"_qs, {a.toString(), b.toString()});
                QVERIFY2(!notices(tables(), one), qPrintable(id)); // the control
                meet(u"pair dropped"_qs, split(group, a, b, {}), one, read);
                for (const QString &severity : severities) {
                    if (group[u"severity"_qs] != severity)
                        meet(u"pair's severity changed"_qs, split(group, a, b, severity), one, read);
                }
                probes << one;
                cases << read;
            }
        }
        meet(u"row of pairs dropped"_qs, {}, probes, cases);
        for (const QString &severity : severities) {
            if (group[u"severity"_qs] != severity)
                meet(u"row's severity changed"_qs, {rowWith(group, u"severity"_qs, severity)}, probes, cases);
        }
        for (const QString &side : {u"a"_qs, u"b"_qs}) {
            const QJsonArray members = group[side].toArray();
            for (const QJsonValue &member : members) {
                const QJsonArray left = without(members, member);
                meet(u"member of a row dropped"_qs,
                     left.isEmpty() ? QList<QJsonObject>() : QList<QJsonObject>{rowWith(group, side, left)}, probes,
                     cases);
            }
        }
        // Words that only the message and its source show.
        const QString tradition = group[u"tradition"_qs] == u"十八反"_qs ? u"十九畏"_qs : u"十八反"_qs;
        for (const QJsonObject &changed :
             {rowWith(group, u"tradition"_qs, tradition), rowWith(group, u"chp2020"_qs, !group[u"chp2020"_qs].toBool()),
              rowWith(group, u"verse_zh"_qs, u"无"_qs)})
            of(byProbe, u"row's words changed"_qs).add(notices(withPairs(replaced(at, {changed})), probes), id);
    }
    judge(byProbe, 26 + 180 + 360);
    judge(byCorpus, 26 + 180 + 360);
}

void TestSafetyMutants::pairs_lookAlikeAdded_isNoticed()
{
    // Names that sound like a member of a row and are none: the near misses of the corpus must cry.
    const QList<QStringList> added = {{u"sbf-wu-tou-bei-mu"_qs, u"b"_qs, u"tu-bei-mu"_qs},
                                      {u"sbf-wu-tou-bei-mu"_qs, u"b"_qs, u"shan-ci-gu"_qs},
                                      {u"sbf-wu-tou-ban-xia"_qs, u"a"_qs, u"bai-fu-zi"_qs},
                                      {u"sbf-wu-tou-gua-lou"_qs, u"a"_qs, u"bai-fu-zi"_qs},
                                      {u"sbf-wu-tou-bai-ji"_qs, u"b"_qs, u"ji-li"_qs},
                                      {u"sbf-wu-tou-bai-lian"_qs, u"b"_qs, u"bai-wei"_qs},
                                      {u"sbf-gan-cao-da-ji"_qs, u"b"_qs, u"da-ji"_qs},
                                      {u"sbf-gan-cao-da-ji"_qs, u"b"_qs, u"xiao-ji"_qs},
                                      {u"sbf-gan-cao-hai-zao"_qs, u"b"_qs, u"kun-bu"_qs},
                                      {u"sbf-gan-cao-yuan-hua"_qs, u"b"_qs, u"hu-sui"_qs},
                                      {u"sbf-li-lu-zhu-shen"_qs, u"b"_qs, u"quan-shen"_qs},
                                      {u"sbf-li-lu-zhu-shen"_qs, u"b"_qs, u"hua-shan-shen"_qs},
                                      {u"sbf-li-lu-zhu-shen"_qs, u"b"_qs, u"ku-xuan-shen"_qs},
                                      {u"sbf-li-lu-zhu-shen"_qs, u"b"_qs, u"hai-shen"_qs},
                                      {u"sbf-li-lu-xi-xin"_qs, u"b"_qs, u"deng-zhan-xi-xin"_qs},
                                      {u"sjw-ding-xiang-yu-jin"_qs, u"b"_qs, u"jiang-huang"_qs},
                                      {u"sjw-ding-xiang-yu-jin"_qs, u"b"_qs, u"e-zhu"_qs},
                                      {u"sjw-ding-xiang-yu-jin"_qs, u"a"_qs, u"tian-gua-di"_qs},
                                      {u"sjw-ren-shen-wu-ling-zhi"_qs, u"a"_qs, u"dang-shen"_qs},
                                      {u"sjw-ren-shen-wu-ling-zhi"_qs, u"a"_qs, u"xi-yang-shen"_qs},
                                      {u"sjw-guan-gui-shi-zhi"_qs, u"a"_qs, u"gui-zhi"_qs},
                                      {u"sjw-wu-tou-xi-jiao"_qs, u"b"_qs, u"shui-niu-jiao"_qs},
                                      {u"sjw-wu-tou-xi-jiao"_qs, u"a"_qs, u"fu-zi"_qs},
                                      {u"sjw-ya-xiao-san-leng"_qs, u"a"_qs, u"xi-gua-shuang"_qs},
                                      {u"sjw-liu-huang-po-xiao"_qs, u"b"_qs, u"xiao-shi"_qs}};
    Tally tally{u"look-alike added to a row"_qs};
    for (const QStringList &one : added) {
        for (qsizetype at = 0; at < rows().pairs.size(); ++at) {
            QJsonObject group = rows().pairs.at(at);
            if (group[u"id"_qs] != one.at(0))
                continue;
            QJsonArray members = group[one.at(1)].toArray();
            members << one.at(2);
            const SafetyTables harmed = withPairs(replaced(at, {rowWith(group, one.at(1), members)}));
            tally.add(corpusNotices(harmed, casesWith({}, {one.at(2)})), one.join(u' '));
        }
    }
    judge({{tally.kind, tally}}, int(added.size()));
}

void TestSafetyMutants::severities_eachOneChanged_isNoticed()
{
    QMap<QString, Tally> tallies;
    const QJsonObject file = QJsonDocument::fromJson(catalogBytes(u"severities.json"_qs)).object();
    const QJsonArray rules = file[u"rules"_qs].toArray();
    for (qsizetype at = 0; at < rules.size(); ++at) {
        const QJsonObject row = rules.at(at).toObject();
        const QString rule = row[u"rule"_qs].toString();
        const QList<const CorpusCase *> cases = casesWith(rule + u' ', {});
        const auto meet = [&](const QString &kind, const QString &key, const QString &to) {
            QJsonArray changed = rules;
            changed[at] = rowWith(row, key, to);
            const auto table = SeverityTable::fromJson(bytesOf(QJsonObject(rowWith(file, u"rules"_qs, changed))));
            QVERIFY(table.ok());
            const SafetyTables harmed = {tables().herbs, tables().pairs, tables().allergens, *table};
            if (key == u"severity") {
                of(tallies, kind).add(corpusNotices(harmed, cases), rule);
                return;
            }
            const bool noticed = std::any_of(cases.begin(), cases.end(), [&harmed](const CorpusCase *one) {
                CheckInput input = one->input;
                return notices(harmed, Probe{input, naive::wanted(rows(), input)});
            });
            of(tallies, kind).add(noticed, rule);
        };
        for (const QString &to : {u"severe"_qs, u"warning"_qs, u"note"_qs}) {
            if (row[u"severity"_qs] != to)
                meet(u"severity changed"_qs, u"severity"_qs, to);
        }
        meet(u"kind of a rule changed"_qs, u"kind"_qs, u"other"_qs);
        QJsonArray dropped = rules;
        dropped.removeAt(at);
        of(tallies, u"severity dropped"_qs)
            .add(!SeverityTable::fromJson(bytesOf(QJsonObject(rowWith(file, u"rules"_qs, dropped)))).ok(), rule);
    }
    judge(tallies, 25 * 4);
}

void TestSafetyMutants::allergens_eachMemberAndNameFalsified_isNoticed()
{
    QMap<QString, Tally> tallies;
    const QJsonObject file = QJsonDocument::fromJson(catalogBytes(u"allergens.json"_qs)).object();
    const QJsonArray list = file[u"allergens"_qs].toArray();
    for (qsizetype at = 0; at < list.size(); ++at) {
        const QJsonObject row = list.at(at).toObject();
        const QString id = row[u"id"_qs].toString();
        const auto asked = [&row](const QString &allergy) {
            QList<Probe> probes;
            for (const QString &key : {u"exact"_qs, u"class"_qs}) {
                for (const QJsonValue &herb : row[key].toArray()) {
                    CheckInput input = lineOf(rows().namesOf.value(herb.toString()).first());
                    input.patient.allergies = {allergy};
                    probes << probe(input);
                }
            }
            return probes;
        };
        const auto meet = [&](const QString &kind, const QJsonObject &changed, const QList<Probe> &probes) {
            QJsonArray harmedList = list;
            harmedList[at] = changed;
            const auto allergens =
                Allergens::fromJson(bytesOf(QJsonObject(rowWith(file, u"allergens"_qs, harmedList))), tables().herbs);
            QVERIFY2(allergens.ok(), allergens.ok() ? "" : qPrintable(allergens.error().detail));
            const SafetyTables harmed = {tables().herbs, tables().pairs, *allergens, tables().severities};
            if (probes.isEmpty()) { // no piece: whatever it is called, nothing is compared with it
                ++of(tallies, kind).silent;
            } else {
                of(tallies, kind).add(notices(harmed, probes), id);
            }
        };
        const QList<Probe> byId = asked(id);
        QVERIFY2(!notices(tables(), byId), qPrintable(id)); // the control
        for (const QString &key : {u"exact"_qs, u"class"_qs}) {
            const QString other = key == u"exact" ? u"class"_qs : u"exact"_qs;
            for (const QJsonValue &herb : row[key].toArray()) {
                const QJsonObject dropped = rowWith(row, key, without(row[key].toArray(), herb));
                meet(u"member of an allergen dropped"_qs, dropped, byId);
                QJsonArray moved = row[other].toArray();
                moved << herb;
                meet(u"member moved between exact and class"_qs, rowWith(dropped, other, moved), byId);
            }
        }
        for (const QJsonValue &alias : row[u"aliases"_qs].toArray()) {
            const QList<Probe> byAlias = asked(alias.toString());
            QVERIFY2(!notices(tables(), byAlias), qPrintable(alias.toString())); // the control
            meet(u"name of an allergen dropped"_qs,
                 rowWith(row, u"aliases"_qs, without(row[u"aliases"_qs].toArray(), alias)), byAlias);
        }
        if (row.contains(u"process"_qs)) {
            QJsonArray harmedList = list;
            harmedList[at] = rowWith(row, u"process"_qs, QJsonValue());
            const auto raw =
                Allergens::fromJson(bytesOf(QJsonObject(rowWith(file, u"allergens"_qs, harmedList))), tables().herbs);
            QVERIFY(raw.ok());
            of(tallies, u"process of an allergen cleared"_qs)
                .add(corpusNotices({tables().herbs, tables().pairs, *raw, tables().severities},
                                   casesWith(u"allergy-"_qs, {})),
                     id);
        }
        QJsonArray gone = list;
        gone.removeAt(at);
        const auto fewer =
            Allergens::fromJson(bytesOf(QJsonObject(rowWith(file, u"allergens"_qs, gone))), tables().herbs);
        QVERIFY(fewer.ok());
        if (!byId.isEmpty())
            of(tallies, u"allergen dropped"_qs)
                .add(notices({tables().herbs, tables().pairs, *fewer, tables().severities}, byId), id);
    }
    judge(tallies, 500);
}

QTEST_GUILESS_MAIN(TestSafetyMutants)
#include "tst_safetymutants.moc"
