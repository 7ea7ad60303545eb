#include "engines/safety/herbcatalog.h"

#include "base/text/pinyin.h"
#include "engines/safety/jsonfields.h"
#include "engines/safety/processing.h"

#include <QCoreApplication>

#include <algorithm>

namespace xinglin::safety {

namespace {

template <class T>
T oneOf(JsonFields &fields, const QString &key, const QList<std::pair<QString, T>> &table)
{
    const QString text = fields.textOrNull(key);
    for (const auto &[word, value] : table) {
        if (word == text)
            return value;
    }
    QStringList known;
    for (const auto &entry : table) {
        if (!entry.first.isEmpty())
            known << entry.first;
    }
    fields.wrong(key, known.join(QStringLiteral(", ")));
    return T{};
}

const QList<std::pair<QString, Basis>> bases = {
    {QString(), Basis::None}, {u"chp2020"_qs, Basis::Pharmacopoeia}, {u"textbook"_qs, Basis::Textbook}};

QStringList someOf(JsonFields &fields, const QString &key, const QStringList &known)
{
    const QStringList given = fields.texts(key);
    if (!std::all_of(given.begin(), given.end(), [&](const QString &one) { return known.contains(one); }))
        fields.wrong(key, known.join(u' '));
    return given;
}

Herb readHerb(JsonFields &fields)
{
    Herb herb;
    herb.id = fields.text(u"id"_qs);
    herb.nameZh = fields.text(u"name_zh"_qs);
    herb.aliases = fields.texts(u"aliases_zh"_qs);
    herb.processed = fields.texts(u"processed_zh"_qs);
    herb.pinyin = fields.text(u"pinyin"_qs);
    herb.initials = fields.text(u"initials"_qs);
    herb.latin = fields.textOrNull(u"latin"_qs);
    herb.english = fields.text(u"english"_qs);
    herb.category = fields.text(u"category"_qs);
    herb.categoryZh = fields.text(u"category_zh"_qs);
    herb.nature = fields.text(u"nature"_qs);
    if (!herbNatures().contains(herb.nature))
        fields.wrong(u"nature"_qs, herbNatures().join(u' '));
    herb.flavours = someOf(fields, u"flavours"_qs, herbFlavours());
    herb.meridians = someOf(fields, u"meridians"_qs, herbMeridians());
    const auto low = fields.numberOrNull(u"dose_min_g"_qs);
    const auto high = fields.numberOrNull(u"dose_max_g"_qs);
    if (low.has_value() != high.has_value() || (low && (*low <= 0 || *high < *low || *high > 1000)))
        fields.wrong(u"dose_max_g"_qs, QCoreApplication::translate("xinglin::safety::HerbCatalog", "a dose range"));
    if (low && high) {
        herb.doseMin = Mass::grams(*low);
        herb.doseMax = Mass::grams(*high);
    }
    herb.doseRoute = oneOf<DoseRoute>(fields, u"dose_route"_qs,
                                      {{QString(), DoseRoute::None},
                                       {u"煎服"_qs, DoseRoute::Decoction},
                                       {u"入丸散"_qs, DoseRoute::PillOrPowder},
                                       {u"研末服"_qs, DoseRoute::GroundSwallowed},
                                       {u"冲服"_qs, DoseRoute::Dissolved},
                                       {u"泡服"_qs, DoseRoute::Infusion},
                                       {u"炖服"_qs, DoseRoute::Stewed},
                                       {u"浸酒"_qs, DoseRoute::Wine},
                                       {u"吞服"_qs, DoseRoute::Swallowed},
                                       {u"外用"_qs, DoseRoute::External}});
    herb.doseBasis = oneOf(fields, u"dose_basis"_qs, bases);
    herb.perDose = fields.flag(u"per_dose"_qs);
    herb.toxicity = oneOf<Toxicity>(fields, u"toxicity"_qs,
                                    {{QString(), Toxicity::None},
                                     {u"小毒"_qs, Toxicity::Slight},
                                     {u"有毒"_qs, Toxicity::Toxic},
                                     {u"大毒"_qs, Toxicity::Severe}});
    herb.pregnancy = oneOf<PregnancyRule>(fields, u"pregnancy"_qs,
                                          {{QString(), PregnancyRule::None},
                                           {u"慎用"_qs, PregnancyRule::Caution},
                                           {u"忌用"_qs, PregnancyRule::Avoid},
                                           {u"禁用"_qs, PregnancyRule::Forbidden}});
    herb.pregnancyBasis = oneOf(fields, u"pregnancy_basis"_qs, bases);
    herb.decoction = fields.textOrNull(u"decoction"_qs);
    herb.externalOnly = fields.flag(u"external_only"_qs);
    herb.banned = fields.flag(u"banned"_qs);
    herb.inPharmacopoeia = fields.flag(u"in_chp2020"_qs);
    herb.notes = fields.textOrNull(u"notes"_qs);
    return herb;
}

} // namespace

/// Fills a HerbCatalog from its three files.
class HerbCatalogReader
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::safety::HerbCatalog)
public:
    std::optional<Error> readHerbs(const QByteArray &bytes);
    std::optional<Error> readNames(const QByteArray &bytes);
    std::optional<Error> countUses(const QByteArray &bytes);
    HerbCatalog finish();

private:
    void add(const QString &name, qsizetype herb, NameKind kind, const QString &place, JsonTrouble &trouble);
    void relate();
    QString reading(const QString &name) const;

    HerbCatalog m_catalog;
    QHash<QChar, QString> m_syllables;
};

/// Weighs more than any count of uses in formulas: the list of common pieces goes first.
constexpr int commonest = 10'000;

std::optional<Error> HerbCatalogReader::readHerbs(const QByteArray &bytes)
{
    JsonTrouble trouble(u"herbs.json"_qs);
    const QJsonValue root = trouble.parse(bytes);
    if (!trouble.any() && (!root.isArray() || root.toArray().isEmpty()))
        trouble.wrong(QString(), JsonTrouble::listWanted());
    const QJsonArray rows = root.toArray();
    for (qsizetype i = 0; i < rows.size() && !trouble.any(); ++i) {
        JsonFields fields(rows.at(i), QStringLiteral("herbs[%1]").arg(i), trouble);
        const Herb herb = readHerb(fields);
        if (m_catalog.m_byId.contains(herb.id))
            fields.fault(u"id"_qs, tr("The id %1 stands here twice.").arg(herb.id));
        m_catalog.m_byId.insert(herb.id, m_catalog.m_herbs.size());
        m_catalog.m_herbs << herb;
    }
    return trouble.any() ? std::optional(trouble.error()) : std::nullopt;
}

void HerbCatalogReader::add(const QString &name, qsizetype herb, NameKind kind, const QString &place,
                            JsonTrouble &trouble)
{
    const QString key = m_catalog.plain(name);
    const auto known = m_catalog.m_byName.constFind(key);
    if (known != m_catalog.m_byName.constEnd()) {
        if (m_catalog.m_names.at(*known).herb != herb)
            trouble.fault(place, tr("The name %1 already belongs to another herb.").arg(name));
        return;
    }
    m_catalog.m_byName.insert(key, m_catalog.m_names.size());
    m_catalog.m_names << HerbName{name, herb, kind};
}

std::optional<Error> HerbCatalogReader::readNames(const QByteArray &bytes)
{
    JsonTrouble trouble(u"herb_names.json"_qs);
    JsonFields file(trouble.parse(bytes), QString(), trouble);
    for (const QString &pair : file.texts(u"variants"_qs)) {
        if (pair.size() == 2)
            m_catalog.m_variants.insert(pair.at(0), pair.at(1));
        else
            file.fault(u"variants"_qs, tr("%1 is not a pair of characters.").arg(pair));
    }
    for (qsizetype i = 0; i < m_catalog.m_herbs.size() && !trouble.any(); ++i) {
        const Herb &herb = m_catalog.m_herbs.at(i);
        add(herb.nameZh, i, NameKind::Main, herb.id, trouble);
        for (const QString &name : herb.aliases)
            add(name, i, NameKind::Alias, herb.id, trouble);
        for (const QString &name : herb.processed)
            add(name, i, NameKind::Processed, herb.id, trouble);
    }
    const QJsonArray rows = file.list(u"names"_qs);
    for (qsizetype i = 0; i < rows.size() && !trouble.any(); ++i) {
        JsonFields row(rows.at(i), file.place(u"names"_qs, i), trouble);
        const QString name = row.text(u"name"_qs);
        const auto herb = m_catalog.m_byId.constFind(row.text(u"herb"_qs));
        const NameKind kind = row.text(u"source"_qs) == u"origin" ? NameKind::Origin : NameKind::Alias;
        if (herb == m_catalog.m_byId.constEnd())
            row.fault(u"herb"_qs, tr("There is no herb with this id."));
        else
            add(name, *herb, kind, row.place(u"name"_qs), trouble);
    }
    for (const QString &name : file.texts(u"unresolved"_qs)) {
        const QString key = m_catalog.plain(name);
        if (m_catalog.m_byName.contains(key))
            file.fault(u"unresolved"_qs, tr("%1 is also the name of a herb.").arg(name));
        m_catalog.m_leftOpen.insert(key);
    }
    const QStringList common = file.texts(u"common"_qs);
    for (qsizetype i = 0; i < common.size(); ++i) {
        const auto herb = m_catalog.m_byId.constFind(common.at(i));
        if (herb == m_catalog.m_byId.constEnd())
            file.fault(u"common"_qs, tr("There is no herb with this id."));
        else
            m_catalog.m_herbs[*herb].uses += commonest * static_cast<int>(common.size() - i);
    }
    const QStringList prepared = file.texts(u"prepared"_qs);
    m_catalog.m_prepared = QSet<QString>(prepared.begin(), prepared.end());
    const QJsonArray guarded = file.list(u"guarded"_qs);
    for (qsizetype i = 0; i < guarded.size(); ++i) {
        JsonFields row(guarded.at(i), file.place(u"guarded"_qs, i), trouble);
        const QStringList allowed = row.texts(u"allowed"_qs);
        m_catalog.m_allowed.insert(row.text(u"herb"_qs), QSet<QString>(allowed.begin(), allowed.end()));
    }
    const QJsonArray related = file.list(u"related"_qs);
    for (qsizetype i = 0; i < related.size(); ++i) {
        QSet<QString> group;
        for (const QJsonValue &id : related.at(i).toArray())
            group.insert(id.toString());
        for (const QString &id : group) {
            if (!m_catalog.m_byId.contains(id))
                trouble.fault(file.place(u"related"_qs, i), tr("There is no herb with this id."));
            m_catalog.m_relatives[id].unite(group).remove(id);
        }
    }
    return trouble.any() ? std::optional(trouble.error()) : std::nullopt;
}

std::optional<Error> HerbCatalogReader::countUses(const QByteArray &bytes)
{
    JsonTrouble trouble(u"formulas.json"_qs);
    const QJsonArray rows = trouble.parse(bytes).toArray();
    for (qsizetype i = 0; i < rows.size() && !trouble.any(); ++i) {
        JsonFields row(rows.at(i), QStringLiteral("formulas[%1]").arg(i), trouble);
        const QJsonArray items = row.list(u"composition"_qs);
        for (qsizetype k = 0; k < items.size(); ++k) {
            JsonFields item(items.at(k), row.place(u"composition"_qs, k), trouble);
            const auto herb = m_catalog.m_byId.constFind(item.text(u"herb"_qs));
            if (herb == m_catalog.m_byId.constEnd())
                item.fault(u"herb"_qs, tr("There is no herb with this id."));
            else
                ++m_catalog.m_herbs[*herb].uses;
        }
    }
    return trouble.any() ? std::optional(trouble.error()) : std::nullopt;
}

/// Finds prepared pieces by their names: 制川乌 is 川乌 with a process before it, 荆芥炭 is 荆芥 with one after it.
void HerbCatalogReader::relate()
{
    QStringList before = processWords();
    before << u"法"_qs << u"清"_qs << u"胆"_qs;
    const QStringList after = {u"炭"_qs, u"霜"_qs, u"粉"_qs};
    const auto join = [this](qsizetype prepared, const QString &rest, bool process) {
        const auto base = rest.size() < 2 ? m_catalog.m_byName.constEnd() : m_catalog.m_byName.constFind(rest);
        if (base == m_catalog.m_byName.constEnd() || m_catalog.m_names.at(*base).herb == prepared)
            return;
        const QString raw = m_catalog.m_herbs.at(m_catalog.m_names.at(*base).herb).id;
        const QString own = m_catalog.m_herbs.at(prepared).id;
        m_catalog.m_relatives[raw].insert(own);
        m_catalog.m_relatives[own].insert(raw);
        if (process)
            m_catalog.m_prepared.insert(own);
    };
    for (qsizetype i = 0; i < m_catalog.m_herbs.size(); ++i) {
        const QString name = m_catalog.plain(m_catalog.m_herbs.at(i).nameZh);
        for (const QString &word : before) {
            if (!isCut(word) && name.startsWith(word))
                join(i, name.mid(word.size()), word != u"鲜" && word != u"生");
        }
        for (const QString &word : after) {
            if (name.endsWith(word))
                join(i, name.chopped(word.size()), true);
        }
    }
    // Pieces of one drug know each other too: 法半夏 and 姜半夏 through 半夏.
    const QHash<QString, QSet<QString>> direct = m_catalog.m_relatives;
    for (auto it = direct.begin(); it != direct.end(); ++it) {
        for (const QString &relative : it.value())
            m_catalog.m_relatives[it.key()].unite(direct.value(relative));
        m_catalog.m_relatives[it.key()].remove(it.key());
    }
}

/// Pinyin of a name that is not a record's own, from the checked readings of the records' characters where those agree.
QString HerbCatalogReader::reading(const QString &name) const
{
    QStringList syllables;
    for (const QChar c : name) {
        const QString syllable = m_syllables.value(c);
        if (syllable.isEmpty())
            return termPinyin(name);
        syllables << syllable;
    }
    return syllables.join(u' ');
}

HerbCatalog HerbCatalogReader::finish()
{
    relate();
    QSet<QChar> several;
    for (const Herb &herb : std::as_const(m_catalog.m_herbs)) {
        const QStringList syllables = herb.pinyin.split(u' ');
        for (qsizetype i = 0; i < herb.nameZh.size() && syllables.size() == herb.nameZh.size(); ++i) {
            QString &syllable = m_syllables[herb.nameZh.at(i)];
            if (!syllable.isEmpty() && syllable != syllables.at(i))
                several.insert(herb.nameZh.at(i));
            syllable = syllables.at(i);
        }
    }
    for (const QChar c : several)
        m_syllables.remove(c);
    for (const HerbName &name : m_catalog.m_names) {
        HerbCatalog::Reading reading;
        const Herb &herb = m_catalog.m_herbs.at(name.herb);
        const qsizetype at = name.name.indexOf(herb.nameZh);
        if (at >= 0) { // the record's own reading is the checked one
            const QStringList parts = {this->reading(name.name.left(at)), herb.pinyin,
                                       this->reading(name.name.mid(at + herb.nameZh.size()))};
            reading.pinyin = parts.join(u' ').simplified();
        } else {
            reading.pinyin = this->reading(name.name);
        }
        for (const QString &syllable : reading.pinyin.split(u' ', Qt::SkipEmptyParts))
            reading.initials += syllable.front();
        reading.joined = reading.pinyin;
        reading.joined.remove(u' ');
        m_catalog.m_readings << reading;
    }
    return m_catalog;
}

Result<HerbCatalog> HerbCatalog::fromJson(const QByteArray &herbs, const QByteArray &names, const QByteArray &formulas)
{
    HerbCatalogReader reader;
    if (const auto trouble = reader.readHerbs(herbs))
        return *trouble;
    if (const auto trouble = reader.readNames(names))
        return *trouble;
    if (const auto trouble = reader.countUses(formulas))
        return *trouble;
    return reader.finish();
}

const Herb *HerbCatalog::find(QStringView id) const
{
    const auto found = m_byId.constFind(id.toString());
    return found == m_byId.constEnd() ? nullptr : &m_herbs.at(*found);
}

const HerbName *HerbCatalog::byName(const QString &plainName) const
{
    const auto found = m_byName.constFind(plainName);
    return found == m_byName.constEnd() ? nullptr : &m_names.at(*found);
}

QString HerbCatalog::halfWidth(QStringView text)
{
    const QString even = text.toString().normalized(QString::NormalizationForm_KC);
    QString found;
    for (const QChar c : even) {
        const auto category = c.category();
        if (c.isSpace() || category == QChar::Other_Format || category == QChar::Other_Control)
            continue;
        switch (c.unicode()) {
        case u'【':
        case u'〔':
        case u'[':
        case u'{':
        case u'〈':
        case u'<':
        case u'「':
            found += u'(';
            break;
        case u'】':
        case u'〕':
        case u']':
        case u'}':
        case u'〉':
        case u'>':
        case u'」':
            found += u')';
            break;
        case u'、':
        case u';':
            found += u',';
            break;
        default:
            found += c;
        }
    }
    while (!found.isEmpty() && QStringLiteral(",。.:*·").contains(found.back()))
        found.chop(1);
    return found;
}

QString HerbCatalog::plain(QStringView text) const
{
    QString found = halfWidth(text);
    for (QChar &c : found)
        c = m_variants.value(c, c);
    return found;
}

const QSet<QString> *HerbCatalog::allowedProcesses(const QString &herbId) const
{
    const auto found = m_allowed.constFind(herbId);
    return found == m_allowed.constEnd() ? nullptr : &*found;
}

} // namespace xinglin::safety
