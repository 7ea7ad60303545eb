#include "base/text/pinyin.h"

#include "base/text/hanlatin.h"
#include "base/text/readings.h"

#include <QStringList>

#include <algorithm>

namespace xinglin {

namespace {

constexpr qsizetype mostReadings = 8;
constexpr qsizetype longestName = 100;

/// A run of Han characters or a word of another script.
struct Token
{
    QString text;
    bool han = false;
};

/// Each part (a character, a surname, a word) with its possible readings.
using Parts = QList<QStringList>;

bool isMiddleDot(char32_t c)
{
    return c == 0x00B7 || c == 0x2022 || c == 0x2027 || c == 0x30FB || c == 0xFF65 || c == 0x2E31 || c == u'.';
}

QList<Token> tokens(const QString &text)
{
    QList<Token> result;
    bool open = false;
    for (const char32_t c : text.left(longestName).toStdU32String()) {
        const bool han = isHan(c);
        if (!han && !QChar::isLetterOrNumber(c) && !QChar::isMark(c)) {
            open = open && (c == u'\'' || c == 0x2019);
            continue;
        }
        if (!open || result.last().han != han)
            result.append(Token{{}, han});
        result.last().text += QString::fromUcs4(&c, 1);
        open = true;
    }
    return result;
}

QStringList readingsOfSurname(const QString &surname)
{
    QStringList all = knownSurnameReadings(surname);
    if (all.isEmpty())
        all.append(surnameReading(surname));
    all.removeAll(QString());
    return all;
}

QStringList readingsInGivenName(char32_t character)
{
    QStringList all = knownGivenReadings(character);
    if (all.isEmpty())
        all.append(hanReading(character));
    all.removeAll(QString());
    return all;
}

void appendGiven(Parts &parts, const QString &text)
{
    for (const char32_t c : text.toStdU32String()) {
        if (const QStringList readings = readingsInGivenName(c); !readings.isEmpty())
            parts.append(readings);
    }
}

/// Appends the names that take one reading of every part, and then those with u for ü.
void appendReadings(QList<NameReading> &names, const Parts &parts, qsizetype surnameParts)
{
    QList<QStringList> chosen{{}};
    for (const QStringList &readings : parts) {
        QList<QStringList> longer;
        for (const QString &reading : readings) {
            for (const QStringList &begun : std::as_const(chosen)) {
                if (longer.size() < mostReadings)
                    longer.append(begun + QStringList{reading});
            }
        }
        chosen = longer;
    }
    for (const QStringList &syllables : std::as_const(chosen)) {
        NameReading name;
        name.pinyin = syllables.join(u' ');
        name.givenPinyin = syllables.mid(surnameParts).join(QString()).remove(u' ');
        for (const QString &syllable : name.pinyin.split(u' ', Qt::SkipEmptyParts))
            name.initials += syllable.front();
        if (!name.pinyin.isEmpty() && !names.contains(name))
            names.append(name);
    }
}

QString dotless(QString pinyin)
{
    for (const char16_t *syllable : {u"lv", u"nv"})
        pinyin.replace(QString::fromUtf16(syllable), QString(QChar(syllable[0])) + u'u');
    return pinyin;
}

} // namespace

QList<NameReading> nameReadings(const QString &name)
{
    const QString clean = name.normalized(QString::NormalizationForm_KC);
    const auto characters = clean.toStdU32String();
    const bool foreign = std::any_of(characters.begin(), characters.end(), isMiddleDot);
    QList<Token> words = tokens(clean);
    if (words.isEmpty())
        return {};
    const bool allHan = std::all_of(words.begin(), words.end(), [](const Token &word) { return word.han; });
    if (allHan && !foreign) {
        for (qsizetype i = 1; i < words.size(); ++i)
            words.first().text += words[i].text;
        words.resize(1);
    }

    QList<NameReading> names;
    const Token first = words.takeFirst();
    Parts rest;
    for (const Token &word : std::as_const(words)) {
        if (word.han)
            appendGiven(rest, word.text);
        else if (const QString latin = latinReading(word.text); !latin.isEmpty())
            rest.append(QStringList{latin});
    }
    if (!first.han || foreign) {
        Parts parts;
        if (first.han)
            appendGiven(parts, first.text);
        else if (const QString latin = latinReading(first.text); !latin.isEmpty())
            parts.append(QStringList{latin});
        const qsizetype before = parts.size();
        appendReadings(names, parts + rest, before);
    } else {
        const auto code = first.text.toStdU32String();
        const auto split = [&](qsizetype length, bool onlyNewSounds) {
            const QString surname = QString::fromUcs4(code.data(), length);
            const QStringList readings = readingsOfSurname(surname);
            Parts parts;
            if (!readings.isEmpty())
                parts.append(readings);
            const qsizetype before = parts.size();
            appendGiven(parts, first.text.mid(surname.size()));
            QList<NameReading> found;
            appendReadings(found, parts + rest, before);
            for (const NameReading &reading : std::as_const(found)) {
                const bool sounded = std::any_of(names.cbegin(), names.cend(), [&](const NameReading &other) {
                    return other.pinyin == reading.pinyin;
                });
                if (!onlyNewSounds || !sounded)
                    names.append(reading);
            }
        };
        const bool compound = code.size() > 2 && isCompoundSurname(QString::fromUcs4(code.data(), 2));
        if (compound)
            split(2, false);
        // 单于 may also be 单 and 于….
        split(1, compound);
    }

    for (qsizetype i = 0, count = names.size(); i < count; ++i) {
        const NameReading plain{dotless(names[i].pinyin), names[i].initials, dotless(names[i].givenPinyin)};
        if (!names.contains(plain))
            names.insert(names.size(), plain);
    }
    if (names.size() > mostReadings)
        names.resize(mostReadings);
    return names;
}

QString termPinyin(const QString &term)
{
    QStringList syllables;
    for (const Token &word : tokens(term.normalized(QString::NormalizationForm_KC))) {
        if (!word.han) {
            syllables.append(latinReading(word.text));
            continue;
        }
        QStringView left(word.text);
        while (!left.isEmpty()) {
            if (const KnownWord known = knownWordAt(left); known.length > 0) {
                syllables.append(known.pinyin);
                left = left.sliced(known.length);
                continue;
            }
            const qsizetype length = left.size() > 1 && left.front().isHighSurrogate() ? 2 : 1;
            syllables.append(hanReading(left.first(length).toUcs4().front()));
            left = left.sliced(length);
        }
    }
    syllables.removeAll(QString());
    return syllables.join(u' ');
}

QString termInitials(const QString &term)
{
    QString initials;
    for (const QString &syllable : termPinyin(term).split(u' ', Qt::SkipEmptyParts))
        initials += syllable.front();
    return initials;
}

} // namespace xinglin
