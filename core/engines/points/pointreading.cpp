#include "engines/points/pointreading.h"

#include <algorithm>

namespace xinglin::points {

namespace {

bool isVowel(QChar c)
{
    return QStringLiteral("aeiouv").contains(c);
}

bool isInitial(const QString &consonants)
{
    if (consonants.size() == 1)
        return QStringLiteral("bpmfdtnlgkhjqxrzcsyw").contains(consonants);
    return consonants == u"zh" || consonants == u"ch" || consonants == u"sh";
}

/// Lower case without tones; ü becomes v.
QString toneless(const QString &pinyin)
{
    QString plain;
    for (const QChar c : pinyin.normalized(QString::NormalizationForm_D).toLower()) {
        if (c == QChar(0x0308) && !plain.isEmpty())
            plain.back() = u'v';
        else if (c.category() != QChar::Mark_NonSpacing)
            plain += c == QChar(0x2019) ? QChar(u'\'') : c;
    }
    return plain;
}

/// A word without apostrophes; false where it is no pinyin.
bool cut(const QString &word, QStringList &into)
{
    qsizetype from = 0;
    qsizetype at = 0;
    while (at < word.size()) {
        while (at < word.size() && !isVowel(word.at(at)))
            ++at;
        if (at == word.size())
            return false; // consonants alone
        while (at < word.size() && isVowel(word.at(at)))
            ++at;
        qsizetype next = at;
        while (next < word.size() && !isVowel(word.at(next)))
            ++next;
        if (next == word.size()) { // what is left ends the last syllable
            into << word.mid(from);
            return true;
        }
        const QString between = word.mid(at, next - at);
        bool found = false;
        for (const QString &end : {QString(), QStringLiteral("n"), QStringLiteral("ng"), QStringLiteral("r")}) {
            if (!between.startsWith(end) || !isInitial(between.mid(end.size())))
                continue;
            into << word.mid(from, at + end.size() - from);
            from = at + end.size();
            found = true;
            break;
        }
        if (!found)
            return false;
    }
    return false;
}

bool agrees(QStringView typed, const QStringList &syllables, qsizetype at, bool whole)
{
    if (typed.isEmpty())
        return !whole || at == syllables.size();
    if (at == syllables.size())
        return false;
    const QString &syllable = syllables.at(at);
    qsizetype most = 0;
    while (most < typed.size() && most < syllable.size() && typed.at(most) == syllable.at(most))
        ++most;
    for (qsizetype taken = most; taken > 0; --taken) {
        if (agrees(typed.mid(taken), syllables, at + 1, whole))
            return true;
    }
    return false;
}

} // namespace

QStringList syllablesOf(const QString &pinyin)
{
    QStringList syllables;
    for (const QString &word : toneless(pinyin).split(u'\'', Qt::SkipEmptyParts)) {
        if (!cut(word, syllables))
            return {};
    }
    return syllables;
}

bool beginsSyllables(const QString &typed, const QStringList &syllables, bool whole)
{
    return !typed.isEmpty() && agrees(typed, syllables, 0, whole);
}

} // namespace xinglin::points
