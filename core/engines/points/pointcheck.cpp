#include "engines/points/pointcheck.h"

#include <QLocale>

#include <algorithm>
#include <utility>

namespace xinglin::points {

namespace {

// As the prescription check asks.
constexpr int youngest = 12;
constexpr int oldest = 55;
constexpr int grownUp = 18;
constexpr int closedFontanelle = 2;

const char teachingZh[] = "教学资料（《经络腧穴学》，WHO 2008 定位）";
const char teachingEn[] = "Teaching data (textbook of channels and points; WHO 2008 locations)";

QString cun(double depth)
{
    return QLocale::c().toString(depth, 'g', 3);
}

class Check
{
public:
    Check(const PointCatalog &catalog, const QList<PointLine> &lines, const PointPatient &patient)
        : m_catalog(catalog), m_lines(lines), m_patient(patient)
    {
    }

    PointResult run()
    {
        for (int i = 0; i < m_lines.size(); ++i) {
            const AcuPoint *point = m_catalog.find(m_lines.at(i).point);
            if (!point || !point->located) {
                m_result.scope.unknown << m_lines.at(i).name;
                continue;
            }
            ++m_result.scope.checked;
            pregnancy(i, *point);
            for (const QString &caution : point->cautions)
                lookAt(i, caution);
            depth(i, *point);
            duplicate(i);
        }
        const bool anything = !m_lines.isEmpty();
        const bool asked = m_patient.pregnant.has_value() || !couldBePregnant();
        m_result.scope.pregnancyUnknown = anything && !asked;
        m_result.scope.pregnantAbdomen = anything && m_patient.pregnant.value_or(false);
        const bool needled = std::any_of(m_lines.begin(), m_lines.end(),
                                         [](const PointLine &line) { return line.entering == Entering::Needled; });
        m_result.scope.adultDepths = needled && (!m_patient.age || *m_patient.age < grownUp);
        std::stable_sort(m_result.findings.begin(), m_result.findings.end(),
                         [](const PointFinding &a, const PointFinding &b) {
                             return std::pair(a.severity, a.lines.first()) < std::pair(b.severity, b.lines.first());
                         });
        return m_result;
    }

private:
    bool couldBePregnant() const
    {
        return m_patient.mayBePregnant && (!m_patient.age || (*m_patient.age >= youngest && *m_patient.age <= oldest));
    }

    PointFinding &finding(const QString &id)
    {
        for (PointFinding &known : m_result.findings) {
            if (known.rule == id)
                return known;
        }
        const PointRule *rule = m_catalog.rule(id); // loading has seen to it that there is one
        PointFinding made;
        made.rule = id;
        made.kind = rule->kind;
        made.severity = rule->severity;
        made.messageZh = rule->zh;
        made.messageEn = rule->en;
        made.sourceZh = QString::fromUtf8(teachingZh);
        made.sourceEn = QString::fromUtf8(teachingEn);
        m_result.findings << made;
        return m_result.findings.last();
    }

    PointFinding &say(const QString &rule, int line)
    {
        PointFinding &said = finding(rule);
        const auto at = std::lower_bound(said.lines.begin(), said.lines.end(), line);
        if (at == said.lines.end() || *at != line) {
            said.names.insert(at - said.lines.begin(), m_lines.at(line).name);
            said.lines.insert(at - said.lines.begin(), line);
        }
        return said;
    }

    void pregnancy(int line, const AcuPoint &point)
    {
        if (!point.pregnancyCaution)
            return;
        if (!m_patient.pregnant) {
            if (couldBePregnant())
                m_result.scope.pregnancyUnknownPoints << m_lines.at(line).name;
            return;
        }
        if (!*m_patient.pregnant)
            return;
        PointFinding &said = say(QStringLiteral("pregnancy-") + point.pregnancyBasis, line);
        const NamedType *basis = m_catalog.pregnancyBasis(point.pregnancyBasis);
        said.sourceZh = basis->zh;
        said.sourceEn = basis->en;
    }

    void lookAt(int line, const QString &caution)
    {
        const Entering entering = m_lines.at(line).entering;
        if (entering == Entering::Not)
            return;
        // What lies deep is no matter of a prick.
        const bool deep = caution == u"lung" || caution == u"viscera" || caution == u"bladder" || caution == u"bowel" ||
                          caution == u"medulla";
        if (deep && entering == Entering::Pricked)
            return;
        QString rule = QStringLiteral("caution-") + caution;
        if (caution == u"infant_fontanelle") {
            if (m_patient.age && *m_patient.age >= closedFontanelle)
                return;
            if (m_patient.age)
                rule += QStringLiteral("-infant");
        }
        say(rule, line);
    }

    void depth(int line, const AcuPoint &point)
    {
        const PointLine &written = m_lines.at(line);
        if (!written.depthCun || written.entering != Entering::Needled)
            return;
        if (!point.depthMaxCun) {
            say(QStringLiteral("depth-without-range"), line);
            return;
        }
        if (*written.depthCun <= *point.depthMaxCun)
            return;
        PointFinding &said = say(QStringLiteral("depth-above-range"), line);
        const QString range = cun(*point.depthMinCun) + u'–' + cun(*point.depthMaxCun);
        said.messageZh +=
            QStringLiteral(" %1：写 %2 寸，范围 %3 寸。").arg(written.name, cun(*written.depthCun), range);
        said.messageEn +=
            QStringLiteral(" %1: %2 cun written, range %3 cun.").arg(written.name, cun(*written.depthCun), range);
    }

    void duplicate(int line)
    {
        const PointLine &now = m_lines.at(line);
        for (int before = 0; before < line; ++before) {
            const PointLine &other = m_lines.at(before);
            const bool apart = now.side != other.side && now.side != Side::Both && other.side != Side::Both;
            if (other.point != now.point || apart)
                continue;
            say(QStringLiteral("duplicate"), before);
            say(QStringLiteral("duplicate"), line);
        }
    }

    const PointCatalog &m_catalog;
    const QList<PointLine> &m_lines;
    const PointPatient &m_patient;
    PointResult m_result;
};

} // namespace

PointResult check(const PointCatalog &catalog, const QList<PointLine> &lines, const PointPatient &patient)
{
    return Check(catalog, lines, patient).run();
}

} // namespace xinglin::points
