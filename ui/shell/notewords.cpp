#include "ui/shell/notewords.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace xinglin::ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::ui::NoteWords)
};

int sideOf(const forms::Item &item, double number)
{
    if (item.normalHigh && number > *item.normalHigh)
        return 1;
    return item.normalLow && number < *item.normalLow ? -1 : 0;
}

QString arrow(int side)
{
    return side > 0 ? QStringLiteral("\u00a0↑") : side < 0 ? QStringLiteral("\u00a0↓") : QString();
}

QString plain(double number)
{
    return QLocale().toString(number, 'g', QLocale::FloatingPointShortest);
}

QString withUnit(const QString &number, const QString &ucum)
{
    const QString unit = unitText(ucum);
    return unit.isEmpty() ? number : unit == u"%" ? number + unit : number + u'\u00a0' + unit;
}

QString labelOf(const forms::Item &item)
{
    return chineseScreen() ? item.zh : item.en;
}

QString listed(const QStringList &values)
{
    return values.join(Words::tr(", ", "between values of an item"));
}

/// The pulse position a site names, or the tongue's region, in words.
QString siteWords(const Catalog &catalog, const QString &site)
{
    static const QHash<QString, const char *> regions = {
        {QStringLiteral("r_tip"), QT_TRANSLATE_NOOP("xinglin::ui::NoteWords", "tip")},
        {QStringLiteral("r_centre"), QT_TRANSLATE_NOOP("xinglin::ui::NoteWords", "centre")},
        {QStringLiteral("r_root"), QT_TRANSLATE_NOOP("xinglin::ui::NoteWords", "root")},
        {QStringLiteral("r_left_side"), QT_TRANSLATE_NOOP("xinglin::ui::NoteWords", "left side")},
        {QStringLiteral("r_right_side"), QT_TRANSLATE_NOOP("xinglin::ui::NoteWords", "right side")}};
    for (const Term &position : catalog.pulsePositions) {
        if (position.id == site)
            return fullName(position);
    }
    return regions.contains(site) ? Words::tr(regions.value(site)) : QString();
}

const Vocabulary &vocabularyOf(const Catalog &catalog, const forms::Item &item)
{
    return item.vocabulary == u"pulse"      ? catalog.pulse
           : item.vocabulary == u"findings" ? catalog.findings
                                            : catalog.tongue;
}

QString valueWords(const Catalog &catalog, const forms::Item &item, const Answer &answer)
{
    const Term *term = vocabularyOf(catalog, item).find(answer.code);
    const QString value = term ? fullName(*term) : answer.number ? numberText(item, *answer.number) : answer.text;
    const QString site = siteWords(catalog, answer.site);
    return site.isEmpty() ? value.trimmed()
                          : Words::tr("%1 %2", "place on the body, what is found there").arg(site, value);
}

QString sectionWords(const Catalog &catalog, const forms::Section &section, const QList<Answer> &answers)
{
    if (section.code == u"vitals") {
        QMap<QString, double> numbers;
        for (const Answer &answer : answers) {
            if (answer.number)
                numbers.insert(answer.item, *answer.number);
        }
        return measuredWords(section, numbers);
    }
    QStringList parts;
    for (const forms::Item &item : section.items) {
        QStringList values;
        for (const Answer &answer : answers) {
            if (answer.item == item.code)
                values << valueWords(catalog, item, answer);
        }
        values.removeAll(QString());
        if (values.isEmpty())
            continue;
        // Findings say what they are of, and words speak for themselves.
        const bool bare = item.vocabulary == u"findings" || item.kind == forms::ItemKind::LongText;
        parts << (bare ? listed(values)
                       : Words::tr("%1: %2", "item of a form, its values").arg(labelOf(item), listed(values)));
    }
    return parts.join(Words::tr("; ", "between items of an examination"));
}

} // namespace

bool chineseScreen()
{
    return QLocale().language() == QLocale::Chinese;
}

QString shortName(const Term &term)
{
    if (chineseScreen()) {
        const bool suffixed = term.zh.size() > 1 && QStringLiteral("舌苔脉").contains(term.zh.back());
        return suffixed ? term.zh.chopped(1) : term.zh;
    }
    QString name = term.en.toLower();
    for (const QString &suffix : {QStringLiteral(" tongue"), QStringLiteral(" coating"), QStringLiteral(" pulse")}) {
        if (name.endsWith(suffix))
            name.chop(suffix.size());
    }
    return name;
}

QString fullName(const Term &term)
{
    return chineseScreen() ? term.zh : term.en;
}

QStringList codesOf(const QList<Answer> &answers, const QString &item, const QString &site)
{
    QList<Answer> found;
    std::copy_if(answers.begin(), answers.end(), std::back_inserter(found), [&](const Answer &answer) {
        return answer.item == item && answer.site == site && !answer.code.isEmpty();
    });
    std::stable_sort(found.begin(), found.end(), [](const Answer &a, const Answer &b) { return a.rank < b.rank; });
    QStringList codes;
    for (const Answer &answer : found)
        codes << answer.code;
    return codes;
}

QString joinedNames(const Vocabulary &vocabulary, const QStringList &codes)
{
    QStringList names;
    for (const QString &code : codes) {
        if (const Term *term = vocabulary.find(code))
            names << shortName(*term);
    }
    return names.join(chineseScreen() ? QString() : QStringLiteral(", "));
}

QString unitText(const QString &ucum)
{
    if (ucum == u"Cel")
        return QStringLiteral("°C");
    if (ucum == u"mm[Hg]")
        return QStringLiteral("mmHg");
    if (ucum == u"/min")
        return Words::tr("/min", "beats or breaths a minute");
    return ucum.startsWith(u'{') ? QString() : ucum;
}

QString numberText(const forms::Item &item, double number)
{
    return withUnit(plain(number), item.unit) + arrow(sideOf(item, number));
}

QString measuredText(const forms::Item &item, double number)
{
    return labelOf(item) + u'\u00a0' + numberText(item, number);
}

QString pairText(const forms::Item &first, double one, const forms::Item &second, double other)
{
    const int side = sideOf(first, one);
    return withUnit(plain(one) + u'/' + plain(other), first.unit) + arrow(side != 0 ? side : sideOf(second, other));
}

QString measuredWords(const forms::Section &section, const QMap<QString, double> &values)
{
    QStringList parts;
    for (qsizetype i = 0; i < section.items.size(); ++i) {
        const forms::Item &item = section.items.at(i);
        if (!values.contains(item.code))
            continue;
        const forms::Item *next = i + 1 < section.items.size() ? &section.items.at(i + 1) : nullptr;
        if (next && !item.key.isEmpty() && next->key == item.key && values.contains(next->code)) {
            parts << Words::tr("Blood pressure %1", "the two numbers and their unit")
                         .arg(pairText(item, values.value(item.code), *next, values.value(next->code)));
            ++i;
        } else {
            parts << measuredText(item, values.value(item.code));
        }
    }
    return parts.join(QStringLiteral("   "));
}

QString diagnosisWords(const Catalog &catalog, const QList<DiagnosisEntry> &entries)
{
    QStringList words;
    for (const DiagnosisEntry &entry : entries) {
        const Term *term = catalog.diagnosis.byCode(entry.codeSystem, entry.code);
        if (!term)
            term = catalog.western.byCode(entry.codeSystem, entry.code);
        words << (term && term->zh == entry.display ? fullName(*term) : entry.display); // else as it was written
    }
    return words.join(QStringLiteral("·"));
}

QList<NoteLine> noteLines(const Catalog &catalog, const VisitNote &note)
{
    QList<NoteLine> lines;
    const auto add = [&lines](const QString &code, const QString &mark, const QString &text) {
        if (!text.trimmed().isEmpty())
            lines << NoteLine{code, mark, text.trimmed()};
    };
    add(QStringLiteral("complaint"), Words::tr("Complaint"), note.complaint);
    add(QStringLiteral("history"), Words::tr("History"), note.history);
    for (const forms::Section &section : catalog.visitForm.sections) {
        const QString words = section.code == u"inspection"  ? note.inspection
                              : section.code == u"listening" ? note.listening
                                                             : QString();
        add(section.code, chineseScreen() ? section.zh : section.en,
            QStringList{words, sectionWords(catalog, section, note.answers)}.join(u'\n'));
    }
    add(QStringLiteral("diagnosis"), Words::tr("Diagnosis"), diagnosisWords(catalog, note.diagnoses));
    add(QStringLiteral("advice"), Words::tr("Advice"), note.advice);
    add(QStringLiteral("note"), Words::tr("Note"), note.note);
    return lines;
}

} // namespace xinglin::ui
