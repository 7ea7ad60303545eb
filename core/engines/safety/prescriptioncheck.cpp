#include "engines/safety/prescriptioncheck.h"

#include "base/text/hanlatin.h"
#include "engines/safety/checkmessages.h"
#include "engines/safety/processing.h"

#include <QMap>

#include <algorithm>

namespace xinglin::safety {

namespace {

constexpr int kFirstFertileAge = 12;
constexpr int kLastFertileAge = 55;
constexpr int kAdultAge = 18;

/// All lines of one herb.
struct Piece
{
    const Herb *herb = nullptr;
    QList<int> lines;
    QStringList given;
    Mass perPacket;
    bool anyDose = false;
    bool allDosed = true;
    bool separate = true; // every line is swallowed apart from the decoction
    QSet<DoseRoute> ways; // how, where it says so
};

/// What is taken beside this prescription.
struct Beside
{
    const CheckBeside *of = nullptr;
    QList<Piece> pieces;
};

class Check
{
public:
    Check(const SafetyTables &tables, const CheckInput &input) : m_tables(tables), m_input(input) {}

    CheckResult run();

private:
    void gather();
    void gatherBeside();
    void pairs();
    void pairsBeside();
    void pregnancy();
    void amounts();
    void amountOf(const Piece &piece);
    bool compare(const Piece &piece, const Amount &amount, bool withMinimum);
    void amountsBeside();
    void external(const Piece &piece);
    void allergies();
    void allergy(const QString &allergy);
    void broughtIn(const Piece &piece, const QString &process, const Sentence &shown);
    void dusted(const QSet<QString> &exact, const Sentence &shown);
    void coatings();
    void scope();
    bool byMouth() const { return m_input.route != Route::External; }
    bool decocted() const { return m_input.route == Route::Decoction || m_input.route == Route::Granule; }
    bool toxic(const Piece &piece) const { return piece.herb->toxicity != Toxicity::None; }
    Named name(const Piece &piece) const { return named(piece.given, *piece.herb); }
    void add(const QString &rule, QList<int> lines, const Sentence &sentence, const Sentence &source,
             const QStringList &beside = {});

    const SafetyTables &m_tables;
    const CheckInput &m_input;
    CheckResult m_result;
    QList<Piece> m_pieces;
    QList<Beside> m_beside;
};

std::optional<DoseRoute> ownWay(const QString &text)
{
    const QString way = preparation(text).value_or(QString());
    if (way == u"冲服")
        return DoseRoute::Dissolved;
    if (way == u"吞服")
        return DoseRoute::Swallowed;
    if (way == u"研末服")
        return DoseRoute::GroundSwallowed;
    if (way == u"泡服")
        return DoseRoute::Infusion;
    if (way == u"炖服")
        return DoseRoute::Stewed;
    return std::nullopt;
}

bool powder(DoseRoute route)
{
    return route == DoseRoute::PillOrPowder || route == DoseRoute::GroundSwallowed || route == DoseRoute::Dissolved ||
           route == DoseRoute::Swallowed;
}

/// The herb a line means: the one that a person chose, else by its name.
ResolvedName meant(const HerbCatalog &herbs, const CheckLine &line)
{
    ResolvedName name = resolve(herbs, line.name);
    if (line.herb) {
        const Herb *chosen = herbs.find(*line.herb);
        if (!chosen || name.herb != line.herb) {
            const bool coated = name.cinnabarCoated && chosen && name.herb == line.herb;
            name = ResolvedName{line.name, std::nullopt, {}, {}, How::None, name.preparation, coated};
        }
        if (chosen) {
            name.herb = chosen->id;
            name.nameZh = chosen->nameZh;
            if (name.how == How::None)
                name.how = How::Exact;
        }
    }
    if (!line.preparation.isEmpty())
        name.preparation = line.preparation;
    return name;
}

/// Adds a line to the piece of its herb; false where its amount is not known.
bool put(QList<Piece> &pieces, const Herb *herb, int index, const CheckLine &line, const QString &preparation)
{
    auto piece = std::find_if(pieces.begin(), pieces.end(), [herb](const Piece &one) { return one.herb == herb; });
    if (piece == pieces.end()) {
        pieces << Piece{herb, {}, {}, {}, false, true, true, {}};
        piece = pieces.end() - 1;
    }
    piece->lines << index;
    piece->given << line.name;
    const auto dose = line.dose ? line.dose : splitDose(line.name).dose;
    if (dose) {
        piece->perPacket += *dose;
        piece->anyDose = true;
    } else {
        piece->allDosed = false;
    }
    if (const auto way = ownWay(preparation))
        piece->ways.insert(*way);
    else
        piece->separate = false;
    return dose.has_value();
}

const Piece *pieceOf(const QList<Piece> &pieces, const Herb *herb)
{
    const auto found =
        std::find_if(pieces.cbegin(), pieces.cend(), [herb](const Piece &one) { return one.herb == herb; });
    return found == pieces.cend() ? nullptr : &*found;
}

void Check::add(const QString &rule, QList<int> lines, const Sentence &sentence, const Sentence &source,
                const QStringList &beside)
{
    const SeverityRule weight = m_tables.severities.of(rule);
    std::sort(lines.begin(), lines.end());
    Finding finding{rule,        weight.kind,       weight.severity, lines, {}, spaced(sentence.zh),
                    sentence.en, spaced(source.zh), source.en,       beside};
    for (const int line : std::as_const(finding.lines))
        finding.herbs << m_input.lines.at(line).name;
    m_result.findings << finding;
}

void Check::gather()
{
    for (int i = 0; i < m_input.lines.size(); ++i) {
        const CheckLine &line = m_input.lines.at(i);
        const ResolvedName name = meant(m_tables.herbs, line);
        m_result.resolved << name;
        if (!name.herb) {
            m_result.scope.unknown << line.name;
            continue;
        }
        ++m_result.scope.checked;
        if (!put(m_pieces, m_tables.herbs.find(*name.herb), i, line, name.preparation))
            m_result.scope.withoutDose << line.name;
    }
}

/// What the patient swallows of the visit's other prescriptions. Names that nobody knows are said in their own check.
void Check::gatherBeside()
{
    for (const CheckBeside &other : m_input.beside) {
        if (!byMouth() || other.route == Route::External)
            continue;
        Beside beside{&other, {}};
        for (int i = 0; i < other.lines.size(); ++i) {
            const CheckLine &line = other.lines.at(i);
            const ResolvedName name = meant(m_tables.herbs, line);
            if (!name.herb)
                continue;
            ++m_result.scope.beside;
            put(beside.pieces, m_tables.herbs.find(*name.herb), i, line, name.preparation);
        }
        m_beside << beside;
    }
}

void Check::pairs()
{
    QMap<qsizetype, int> touched; // groups, and how many of the pieces they name
    for (const Piece &piece : std::as_const(m_pieces)) {
        for (const qsizetype group : m_tables.pairs.groupsOf(piece.herb->id))
            ++touched[group];
    }
    for (auto it = touched.cbegin(); it != touched.cend(); ++it) {
        if (it.value() < 2)
            continue;
        const Incompatibility &group = m_tables.pairs.groups().at(it.key());
        for (qsizetype i = 0; i < m_pieces.size(); ++i) {
            for (qsizetype k = i + 1; k < m_pieces.size(); ++k) {
                const Piece &a = m_pieces.at(i);
                const Piece &b = m_pieces.at(k);
                const bool forth = group.a.contains(a.herb->id) && group.b.contains(b.herb->id);
                const bool back = group.b.contains(a.herb->id) && group.a.contains(b.herb->id);
                if (forth || back)
                    add(group.rule, a.lines + b.lines, pairSentence(group, name(a), name(b)), pairSource(group));
            }
        }
    }
}

/// Pairs of which one piece stands here and the other in another prescription. Where both stand here, pairs() says it.
void Check::pairsBeside()
{
    for (const Beside &beside : std::as_const(m_beside)) {
        for (const Piece &a : std::as_const(m_pieces)) {
            for (const qsizetype index : m_tables.pairs.groupsOf(a.herb->id)) {
                const Incompatibility &group = m_tables.pairs.groups().at(index);
                for (const Piece &b : beside.pieces) {
                    const bool forth = group.a.contains(a.herb->id) && group.b.contains(b.herb->id);
                    const bool back = group.b.contains(a.herb->id) && group.a.contains(b.herb->id);
                    if ((forth || back) && !pieceOf(m_pieces, b.herb))
                        add(group.rule, a.lines, pairSentence(group, name(a), elsewhere(name(b), beside.of->number)),
                            pairSource(group), b.given);
                }
            }
        }
    }
}

void Check::pregnancy()
{
    const CheckPatient &patient = m_input.patient;
    const bool possible = patient.sex.value_or(Sex::Female) == Sex::Female &&
                          (!patient.age || (*patient.age >= kFirstFertileAge && *patient.age <= kLastFertileAge));
    m_result.scope.pregnancyUnknown = !patient.pregnant && possible;
    for (const Piece &piece : std::as_const(m_pieces)) {
        const Herb &herb = *piece.herb;
        if (herb.pregnancy == PregnancyRule::None)
            continue;
        if (m_result.scope.pregnancyUnknown)
            m_result.scope.pregnancyUnknownHerbs << piece.given;
        if (!patient.pregnant.value_or(false))
            continue;
        QString rule = herb.pregnancy == PregnancyRule::Forbidden ? u"pregnancy-forbidden"_qs
                       : herb.pregnancy == PregnancyRule::Avoid   ? u"pregnancy-avoid"_qs
                                                                  : u"pregnancy-caution"_qs;
        if (herb.pregnancyBasis == Basis::Textbook)
            rule += u"-textbook"_qs;
        add(rule, piece.lines, pregnancySentence(name(piece), herb.pregnancy, herb.pregnancyBasis),
            sourceText(herb.pregnancyBasis));
    }
}

/// Whether the piece's range belongs to the way it is taken by this route.
bool comparable(const Piece &piece, Route route)
{
    if (!piece.herb->doseMax)
        return false;
    const DoseRoute range = piece.herb->doseRoute;
    switch (route) {
    case Route::Decoction:
    case Route::Granule:
        if (range == DoseRoute::Decoction)
            return true;
        if (!piece.separate)
            return false;
        return powder(range) ? std::all_of(piece.ways.begin(), piece.ways.end(), powder)
                             : piece.ways == QSet<DoseRoute>{range};
    case Route::Pill:
        return range == DoseRoute::PillOrPowder;
    case Route::Powder:
        return powder(range);
    case Route::External:
        break;
    }
    return false;
}

/// True where the amount is out of its range.
bool Check::compare(const Piece &piece, const Amount &amount, bool withMinimum)
{
    const Herb &herb = *piece.herb;
    const int takings = herb.perDose ? std::max(1, m_input.timesPerDay.value_or(1)) : 1;
    const Mass limit = *herb.doseMax * takings;
    const Sentence source = sourceText(herb.doseBasis);
    if (amount.total > limit) {
        const bool twice = amount.total > limit * 2;
        if (toxic(piece))
            add(u"toxic-above-limit"_qs, piece.lines, aboveSentence(name(piece), herb, amount, false), source);
        else
            add(twice ? u"dose-above-double"_qs : u"dose-above-limit"_qs, piece.lines,
                aboveSentence(name(piece), herb, amount, twice), source);
    } else if (withMinimum && piece.allDosed && !herb.perDose && amount.total < *herb.doseMin) {
        add(u"dose-below-minimum"_qs, piece.lines, belowSentence(name(piece), herb, amount), source);
    } else {
        return false;
    }
    return true;
}

void Check::amountOf(const Piece &piece)
{
    const Herb &herb = *piece.herb;
    if (decocted() && !piece.separate &&
        (herb.doseRoute == DoseRoute::PillOrPowder || herb.doseRoute == DoseRoute::Wine ||
         herb.decoction == u"入丸散" || herb.decoction == u"浸酒" || herb.decoction == u"装胶囊"))
        add(u"route-not-decocted"_qs, piece.lines, notDecoctedSentence(name(piece), herb, m_input.route),
            sourceText(herb.doseBasis));
    if (toxic(piece) && !herb.doseMax) {
        add(herb.toxicity == Toxicity::Severe ? u"toxic-severe-without-limit"_qs : u"toxic-without-limit"_qs,
            piece.lines, noLimitSentence(name(piece), herb), catalogueSource());
        return;
    }
    if (toxic(piece) && !piece.allDosed)
        add(u"toxic-without-dose"_qs, piece.lines, noDoseSentence(name(piece), herb), catalogueSource());
    if (!piece.anyDose)
        return;
    const Amount amount{piece.perPacket * m_input.packetsPerDay, m_input.packetsPerDay, m_input.timesPerDay,
                        herb.perDose};
    if (comparable(piece, m_input.route)) {
        // Swallowed as a powder: what a decoction may not exceed is too much, what it may hold is not known to be
        // right.
        const bool boiled = herb.doseRoute == DoseRoute::Decoction;
        const bool swallowed = piece.separate && std::all_of(piece.ways.begin(), piece.ways.end(), powder);
        if (!compare(piece, amount, !(piece.separate && boiled)) && boiled && swallowed)
            m_result.scope.doseNotCompared << piece.given;
        return;
    }
    m_result.scope.doseNotCompared << piece.given;
    const int takings = herb.perDose ? std::max(1, m_input.timesPerDay.value_or(1)) : 1;
    if (toxic(piece) && amount.total > *herb.doseMax * takings)
        add(u"toxic-above-limit-other-route"_qs, piece.lines, otherRouteSentence(name(piece), herb, amount),
            sourceText(herb.doseBasis));
}

void Check::amounts()
{
    for (const Piece &piece : std::as_const(m_pieces)) {
        if (piece.lines.size() > 1)
            add(u"duplicate"_qs, piece.lines, duplicateSentence(name(piece), int(piece.lines.size())),
                catalogueSource());
        if (piece.herb->banned)
            add(byMouth() ? u"banned-by-mouth"_qs : u"banned-external"_qs, piece.lines,
                bannedSentence(name(piece), byMouth()), catalogueSource());
        if (!byMouth()) {
            if (piece.anyDose)
                m_result.scope.doseNotCompared << piece.given;
            continue;
        }
        if (piece.herb->externalOnly)
            add(u"external-by-mouth"_qs, piece.lines, externalSentence(name(piece)), catalogueSource());
        if (!piece.herb->banned && !piece.herb->externalOnly)
            amountOf(piece);
    }
}

/// Toxic pieces that stand in several prescriptions: what is swallowed of them in a day counts together. Of the others
/// each amount stands for itself: several prescriptions share many herbs, and may be meant one after the other.
void Check::amountsBeside()
{
    for (const Piece &piece : std::as_const(m_pieces)) {
        const Herb &herb = *piece.herb;
        if (!toxic(piece) || !herb.doseMax || herb.banned || herb.externalOnly || !piece.anyDose)
            continue;
        Mass sum = piece.perPacket * m_input.packetsPerDay;
        std::optional<int> times = m_input.timesPerDay;
        bool ownRoute = comparable(piece, m_input.route);
        QStringList names;
        QList<int> numbers;
        for (const Beside &beside : std::as_const(m_beside)) {
            const Piece *same = pieceOf(beside.pieces, piece.herb);
            if (!same || !same->anyDose)
                continue;
            sum += same->perPacket * beside.of->packetsPerDay;
            if (beside.of->timesPerDay)
                times = std::max(times.value_or(1), *beside.of->timesPerDay);
            ownRoute = ownRoute && comparable(*same, beside.of->route);
            names << same->given;
            numbers << beside.of->number;
        }
        const int takings = herb.perDose ? std::max(1, times.value_or(1)) : 1;
        if (numbers.isEmpty() || sum <= *herb.doseMax * takings)
            continue;
        add(ownRoute ? u"toxic-above-limit"_qs : u"toxic-above-limit-other-route"_qs, piece.lines,
            togetherSentence(name(piece), herb, Amount{sum, 1, times, herb.perDose}, numbers, ownRoute),
            sourceText(herb.doseBasis), names);
    }
}

/// 蜜 of 蜜麻黄, 麻黄（蜜炙）; 炙 is 蜜炙 where the record lists a piece fried with honey.
bool processedWith(const QString &process, const ResolvedName &name, const Herb &herb)
{
    const QStringList words = name.processed.split(u'+');
    return std::any_of(words.begin(), words.end(), [&process, &herb](const QString &word) {
        const bool listed = std::any_of(herb.processed.begin(), herb.processed.end(),
                                        [&process](const QString &piece) { return piece.startsWith(process); });
        return word.startsWith(process) || (listed && sameProcess(word).contains(process));
    });
}

/// Lines that are processed with what the patient is allergic to.
void Check::broughtIn(const Piece &piece, const QString &process, const Sentence &shown)
{
    QList<int> lines;
    QStringList given;
    for (const int line : piece.lines) {
        const ResolvedName &name = m_result.resolved.at(line);
        if (process.isEmpty() || !processedWith(process, name, *piece.herb))
            continue;
        lines << line;
        given << m_input.lines.at(line).name;
    }
    if (!lines.isEmpty())
        add(u"allergy-class"_qs, lines, allergySentence(named(given, *piece.herb), shown, false), catalogueSource());
}

/// Lines dusted with cinnabar where the patient is allergic to it.
void Check::dusted(const QSet<QString> &exact, const Sentence &shown)
{
    if (!exact.contains(u"zhu-sha"_qs))
        return;
    for (int i = 0; i < m_input.lines.size(); ++i) {
        const ResolvedName &line = m_result.resolved.at(i);
        if (line.cinnabarCoated && line.herb)
            add(u"allergy-exact"_qs, {i},
                allergySentence(named({line.given}, *m_tables.herbs.find(*line.herb)), shown, true), catalogueSource());
    }
}

void Check::allergy(const QString &allergy)
{
    QSet<QString> exact;
    QSet<QString> related;
    QString process;
    Sentence shown{allergy, allergy};
    if (const Allergen *known = m_tables.allergens.find(allergy)) {
        exact = known->exact;
        related = known->related;
        process = known->process;
        shown = {known->nameZh, known->nameZh + u" ("_qs + known->nameEn + u')'};
    } else if (const Herb *herb = m_tables.herbs.find(allergy)) {
        exact.insert(herb->id);
        shown = {herb->nameZh, herb->nameZh};
    } else if (const ResolvedName name = resolve(m_tables.herbs, allergy); name.herb) {
        exact.insert(*name.herb);
    }
    for (const QString &id : std::as_const(exact))
        related.unite(m_tables.herbs.relatives(id));
    bool matched = !exact.isEmpty() || !related.isEmpty();
    for (const Piece &piece : std::as_const(m_pieces)) {
        const bool same = exact.contains(piece.herb->id);
        if (same || related.contains(piece.herb->id))
            add(same ? u"allergy-exact"_qs : u"allergy-class"_qs, piece.lines,
                allergySentence(name(piece), shown, same), catalogueSource());
        else
            broughtIn(piece, process, shown);
    }
    dusted(exact, shown);
    // A name that is in no table may still be the very words of a line.
    const QString words = m_tables.herbs.plain(allergy);
    for (int i = 0; i < m_input.lines.size(); ++i) {
        const QString &given = m_input.lines.at(i).name;
        if (m_result.resolved.at(i).herb || words.isEmpty() || !m_tables.herbs.plain(given).contains(words))
            continue;
        matched = true;
        add(u"allergy-exact"_qs, {i}, allergySentence({given, given}, shown, true), catalogueSource());
    }
    if (!matched)
        m_result.scope.unmatchedAllergies << allergy;
}

void Check::allergies()
{
    QStringList all = m_input.patient.allergies;
    all.removeDuplicates();
    for (const QString &one : std::as_const(all))
        allergy(one);
}

void Check::coatings()
{
    for (int i = 0; i < m_input.lines.size(); ++i) {
        const ResolvedName &line = m_result.resolved.at(i);
        if (!line.cinnabarCoated || !line.herb)
            continue;
        const Named piece = named({line.given}, *m_tables.herbs.find(*line.herb));
        if (byMouth())
            add(u"cinnabar-coating"_qs, {i}, coatingSentence(piece), sourceText(Basis::Pharmacopoeia));
        if (m_input.patient.pregnant.value_or(false))
            add(u"pregnancy-forbidden"_qs, {i}, coatedPregnancySentence(piece), sourceText(Basis::Pharmacopoeia));
        else if (m_result.scope.pregnancyUnknown)
            m_result.scope.pregnancyUnknownHerbs << line.given;
    }
}

void Check::scope()
{
    CheckScope &scope = m_result.scope;
    const CheckPatient &patient = m_input.patient;
    scope.adultLimits = patient.age && *patient.age < kAdultAge;
    scope.ageUnknown = !patient.age;
    scope.lactationNotChecked = patient.lactating.value_or(false);
    scope.granuleAsDecoction = m_input.route == Route::Granule;
    scope.medicinesNotChecked = m_input.medicines;
    scope.doseNotCompared.removeDuplicates();
    scope.pregnancyUnknownHerbs.removeDuplicates();
}

CheckResult Check::run()
{
    gather();
    gatherBeside();
    pairs();
    pairsBeside();
    pregnancy();
    amounts();
    amountsBeside();
    allergies();
    coatings();
    scope();
    std::stable_sort(m_result.findings.begin(), m_result.findings.end(), [](const Finding &a, const Finding &b) {
        if (a.severity != b.severity)
            return a.severity < b.severity;
        return a.lines < b.lines;
    });
    return m_result;
}

} // namespace

std::optional<Route> routeFromText(const QString &text)
{
    for (const Route route : {Route::Decoction, Route::Granule, Route::Pill, Route::Powder, Route::External}) {
        if (routeText(route) == text)
            return route;
    }
    return std::nullopt;
}

QString routeText(Route route)
{
    switch (route) {
    case Route::Decoction:
        return u"decoction"_qs;
    case Route::Granule:
        return u"granule"_qs;
    case Route::Pill:
        return u"pill"_qs;
    case Route::Powder:
        return u"powder"_qs;
    case Route::External:
        break;
    }
    return u"external"_qs;
}

CheckResult check(const SafetyTables &tables, const CheckInput &input)
{
    return Check(tables, input).run();
}

} // namespace xinglin::safety
