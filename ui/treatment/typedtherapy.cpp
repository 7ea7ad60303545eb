#include "ui/treatment/typedtherapy.h"

#include "clinic/treatment/treatments.h"
#include "ui/prescription/prescriptionwords.h"
#include "ui/treatment/typedpoint.h"

#include <QRegularExpression>

#include <algorithm>

namespace xinglin::ui {

namespace {

constexpr QChar noBreak(0x00A0);

bool isLatin(const QString &word)
{
    return std::all_of(word.begin(), word.end(), [](QChar c) { return c.unicode() < 128 || c == noBreak; });
}

class Reader
{
public:
    Reader(const Catalog &catalog, const TreatmentDraft &kept) : m_catalog(catalog) { m_reading.draft = kept; }

    TherapyReading read(const QString &line)
    {
        TreatmentDraft &draft = m_reading.draft;
        const TreatmentDraft kept = draft;
        draft.name.clear();
        draft.minutes.reset();
        draft.sessions = 1;
        draft.perWeek.reset();
        draft.instructions.clear();
        draft.points.clear();
        draft.parameters.clear();
        draft.needles.reset();
        // Not by QString::split(' '): an English name holds a space that does not break.
        QStringList words = line.split(u' ', Qt::SkipEmptyParts);
        if (words.isEmpty())
            return m_reading;
        readService(words.takeFirst(), kept);
        QStringList instructions;
        for (const QString &word : std::as_const(words)) {
            if (readSessions(word) || readMinutes(word) || readNeedles(word) || readParameter(word) ||
                readPointWord(word))
                continue;
            if (isLatin(word) && chineseScreen())
                m_reading.unread << word;
            else
                instructions << word;
        }
        draft.instructions = instructions.join(u' ');
        if (!draft.minutes) {
            if (const Service *service = m_catalog.services.find(draft.service))
                draft.minutes = service->minutes;
        }
        return m_reading;
    }

private:
    void readService(const QString &word, const TreatmentDraft &kept)
    {
        TreatmentDraft &draft = m_reading.draft;
        QString name = word;
        name.replace(noBreak, u' ');
        const Service *service = m_catalog.services.named(name);
        if (!service && isLatin(word)) {
            const auto found = m_catalog.services.completeTherapies(name, 1);
            service = found.isEmpty() ? nullptr : found.first();
        }
        if (service && service->therapy) {
            draft.service = service->id;
            draft.kind = *service->therapy;
            draft.name = service->zh;
        } else if (!isLatin(word) && !service) { // as it was written
            draft.name = name;
            if (kept.name != name) {
                draft.service.clear();
                draft.kind = TherapyKind::Other;
            }
        } else {
            m_reading.unread << word;
        }
    }

    bool readSessions(const QString &word)
    {
        static const QRegularExpression number(QStringLiteral("^(\\d{1,3})$"));
        static const QRegularExpression both(
            QStringLiteral("^(?:[x×](\\d{1,3})|(\\d{1,3})[x×](\\d{1,2})?|(\\d{1,3})次)$"));
        static const QRegularExpression week(QStringLiteral("^(\\d{1,2})(?:/w|/周|周)$"));
        TreatmentDraft &draft = m_reading.draft;
        if (const auto match = number.match(word); match.hasMatch()) {
            const int value = match.captured(1).toInt();
            if (m_numbers == 0)
                draft.sessions = value;
            else if (m_numbers == 1)
                draft.perWeek = value;
            else
                return false;
            ++m_numbers;
            return true;
        }
        if (const auto match = both.match(word); match.hasMatch()) {
            for (int group : {1, 2, 4}) {
                if (!match.capturedView(group).isEmpty())
                    draft.sessions = match.captured(group).toInt();
            }
            if (!match.capturedView(3).isEmpty())
                draft.perWeek = match.captured(3).toInt();
            m_numbers = 2;
            return true;
        }
        if (const auto match = week.match(word); match.hasMatch()) {
            draft.perWeek = match.captured(1).toInt();
            return true;
        }
        return false;
    }

    bool readMinutes(const QString &word)
    {
        static const QRegularExpression minutes(QStringLiteral("^(\\d{1,3})(?:m|min|分)$"));
        const auto match = minutes.match(word);
        if (match.hasMatch())
            m_reading.draft.minutes = match.captured(1).toInt();
        return match.hasMatch();
    }

    bool readNeedles(const QString &word)
    {
        static const QRegularExpression needles(QStringLiteral("^(\\d{1,3})(?:n|针)$"));
        const auto match = needles.match(word);
        if (match.hasMatch())
            m_reading.draft.needles = match.captured(1).toInt();
        return match.hasMatch();
    }

    bool readParameter(const QString &word)
    {
        static const QRegularExpression amount(QStringLiteral("^(\\d+(?:\\.\\d+)?)(\\D+)$"));
        const auto match = amount.match(word);
        if (!match.hasMatch())
            return false;
        for (const TherapyParameter &one : therapyParameters(m_reading.draft.kind)) {
            const QString unit = match.captured(2);
            const auto same = [&](const QString &other) { return unit.compare(other, Qt::CaseInsensitive) == 0; };
            if (!same(one.typed) && !same(one.unitZh) && !same(one.unitEn))
                continue;
            m_reading.draft.parameters.append({one.code, match.captured(1).toDouble(), one.unit});
            return true;
        }
        return false;
    }

    bool readPointWord(const QString &word)
    {
        const auto isName = [this](const QString &name) { return m_catalog.points.isExact(name); };
        for (const TypedPoint &typed : readPoint(word, isName)) {
            const points::AcuPoint *known = m_catalog.points.named(typed.name);
            if (!known && isLatin(word) && isName(typed.name)) {
                const auto found = m_catalog.points.complete(typed.name, 1);
                known = found.isEmpty() ? nullptr : found.first();
            }
            if (!known)
                continue;
            TreatmentPoint point = pointFrom(m_catalog, m_reading.draft, *known, typed);
            if (!isLatin(word))
                point.name = typed.name;
            m_reading.draft.points << point;
            return true;
        }
        return false;
    }

    const Catalog &m_catalog;
    TherapyReading m_reading;
    int m_numbers = 0;
};

} // namespace

QString serviceWord(const Service &service)
{
    QString word = chineseScreen() ? service.zh : service.en;
    return word.replace(u' ', noBreak);
}

TherapyReading readTherapy(const Catalog &catalog, const QString &line, const TreatmentDraft &kept)
{
    return Reader(catalog, kept).read(line);
}

QString typedTherapy(const Catalog &catalog, const TreatmentDraft &draft)
{
    const Service *service = catalog.services.find(draft.service);
    QStringList words{service && service->zh == draft.name ? serviceWord(*service)
                                                           : QString(draft.name).replace(u' ', noBreak)};
    for (const TreatmentPoint &point : draft.points) {
        const points::AcuPoint *known = catalog.points.find(point.point);
        words << typedPoint(point, known ? treatment::pointOf(catalog, draft, *known) : TreatmentPoint(point));
    }
    words << QString::number(draft.sessions);
    if (draft.perWeek)
        words << QString::number(*draft.perWeek);
    if (draft.minutes)
        words << QStringLiteral("%1m").arg(*draft.minutes);
    if (draft.needles)
        words << QStringLiteral("%1n").arg(*draft.needles);
    for (const TreatmentParameter &one : draft.parameters) {
        if (const TherapyParameter *known = therapyParameter(one.code))
            words << QString::number(one.number) + known->typed;
    }
    if (!draft.instructions.isEmpty())
        words << draft.instructions;
    return words.join(u' ');
}

} // namespace xinglin::ui
