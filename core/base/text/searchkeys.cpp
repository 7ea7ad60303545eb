#include "base/text/searchkeys.h"

#include "base/text/hanlatin.h"
#include "base/text/idnumber.h"
#include "base/text/phone.h"
#include "base/text/pinyin.h"

#include <algorithm>

namespace xinglin {

namespace {

constexpr qsizetype longestKey = 60;
constexpr qsizetype reversedTail = 8;

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool isLatinLetter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

QString reversed(QString text)
{
    std::reverse(text.begin(), text.end());
    return text;
}

/// Digits that are still being typed may not make a whole number yet.
QString withoutCountry(const QString &typed)
{
    for (const char16_t *code : {u"+86", u"0086"}) {
        if (const QString start = QString::fromUtf16(code); typed.startsWith(start))
            return typed.mid(start.size());
    }
    return typed;
}

QString withoutZeros(QString digits)
{
    while (digits.size() > 1 && digits.startsWith(u'0'))
        digits.remove(0, 1);
    return digits;
}

/// Starts of the tails worth a key: every character, but only the first of a word in letters.
QList<qsizetype> tailStarts(const QString &name)
{
    QList<qsizetype> starts;
    for (qsizetype i = 1; i < name.size(); ++i) {
        if (name[i].isLowSurrogate())
            continue;
        const bool insideWord = isLatinLetter(name[i]) && isLatinLetter(name[i - 1]);
        if (!insideWord)
            starts.append(i);
    }
    return starts;
}

class Keys
{
public:
    void add(char16_t kind, const QString &text)
    {
        if (!text.isEmpty())
            m_keys.append(QChar(kind) + text.left(longestKey));
    }

    void addName(const QString &name)
    {
        const QString folded = normaliseName(name);
        add(u'N', folded);
        for (const qsizetype start : tailStarts(folded))
            add(u'n', folded.mid(start));
        for (const NameReading &reading : nameReadings(name)) {
            add(u'I', reading.initials);
            add(u'Q', QString(reading.pinyin).remove(u' '));
            add(u'q', reading.givenPinyin);
        }
    }

    void addPhone(const QString &phone)
    {
        const QString digits = phoneDigits(phone);
        for (qsizetype length = digits.size(); length >= 3; --length)
            add(u'D', digits.right(length));
        add(u'T', reversed(digits.right(reversedTail)));
    }

    void addIdNumber(const QString &number)
    {
        add(u'E', reversed(normaliseDocumentNumber(number).right(reversedTail)));
    }

    void addNumber(const QString &number)
    {
        const QString folded = normaliseDocumentNumber(number);
        QString digits = folded;
        digits.removeIf([](QChar c) { return !isDigit(c); });
        add(u'c', folded);
        add(u'c', digits);
        add(u'c', withoutZeros(digits));
    }

    QStringList take()
    {
        m_keys.removeDuplicates();
        m_keys.sort();
        return std::move(m_keys);
    }

private:
    QStringList m_keys;
};

SearchRange exactly(char16_t kind, const QString &text)
{
    const QString key = QChar(kind) + text;
    return {key, key + QChar(1)};
}

SearchRange beginning(char16_t kind, const QString &text)
{
    const QString key = QChar(kind) + text;
    return {key, next(key)};
}

void lookForName(SearchQuery &query)
{
    const QString &text = query.text;
    if (text.toStdU32String().size() > 1)
        query.exact = {exactly(u'N', text)};
    query.prefix = {beginning(u'N', text)};
    query.inner = {beginning(u'n', text)};
}

void lookForLetters(SearchQuery &query, const QString &name)
{
    const QString &text = query.text;
    if (text.size() > 1)
        query.exact = {exactly(u'I', text), exactly(u'Q', text), exactly(u'N', name)};
    query.prefix = {beginning(u'I', text), beginning(u'Q', text), beginning(u'N', name)};
    query.inner = {beginning(u'q', text), beginning(u'n', name)};
}

void lookForDigits(SearchQuery &query)
{
    const QString &text = query.text;
    const bool plain = !text.endsWith(u'X');
    const QString tail = reversed(text.right(reversedTail));
    if (plain && text.size() > 1)
        query.exact.append(exactly(u'c', text));
    if (plain && text.size() > 2)
        query.exact.append(exactly(u'D', text));
    const bool wholeId = text.size() == 15 || text.size() == 18;
    if ((text.size() >= 4 && text.size() <= reversedTail) || wholeId)
        query.exact.append(beginning(u'E', tail));
    if (!plain)
        return;
    if (text.size() < 3)
        query.prefix.append(beginning(u'T', tail));
    query.prefix.append(beginning(u'c', text));
    query.inner.append(beginning(u'D', text));
}

void lookForNumber(SearchQuery &query)
{
    query.exact = {exactly(u'c', query.text)};
    query.prefix = {beginning(u'c', query.text)};
    // A passport number typed whole is found by its tail, as the key holds no more.
    if (query.text.size() >= 4)
        query.inner = {beginning(u'E', reversed(query.text.right(reversedTail)))};
}

} // namespace

QString normaliseName(const QString &name)
{
    QString folded = name.normalized(QString::NormalizationForm_KC).toLower();
    folded.removeIf([](QChar c) {
        return c.isSpace() || c == u'·' || c == u'•' || c == u'‧' || c == u'・' || c == u'･' || c == u'.' ||
               c.unicode() < 0x20;
    });
    return folded;
}

QString next(const QString &prefix)
{
    auto code = prefix.toStdU32String();
    while (!code.empty() && code.back() == 0x10FFFF)
        code.pop_back();
    if (code.empty())
        return {};
    ++code.back();
    if (code.back() == 0xD800)
        code.back() = 0xE000;
    return QString::fromStdU32String(code);
}

QStringList searchKeys(const SearchSubject &subject)
{
    Keys keys;
    keys.addName(subject.name);
    for (const QString &phone : subject.phones)
        keys.addPhone(phone);
    keys.addIdNumber(subject.idNumber);
    keys.addNumber(subject.number);
    keys.addNumber(subject.oldNumber);
    for (const QString &number : subject.mergedNumbers)
        keys.addNumber(number);
    return keys.take();
}

SearchQuery classify(const QString &typed)
{
    SearchQuery query;
    const QString folded = normaliseName(typed);
    if (folded.isEmpty())
        return query;
    const auto code = folded.toStdU32String();
    const bool anyDigit = std::any_of(folded.begin(), folded.end(), isDigit);
    const bool anyLetter = std::any_of(folded.begin(), folded.end(), isLatinLetter);
    const bool allAscii = std::all_of(folded.begin(), folded.end(), [](QChar c) { return c.unicode() < 0x80; });

    if (std::any_of(code.begin(), code.end(), [](char32_t c) { return isHan(c); })) {
        query.kind = SearchQuery::Class::Name;
        query.text = folded.left(longestKey);
        lookForName(query);
    } else if (anyDigit && allAscii) {
        const QString number = normaliseDocumentNumber(folded);
        QString digits = number;
        digits.removeIf([](QChar c) { return !isDigit(c); });
        const bool idWithX = number.endsWith(u'X') && digits.size() == number.size() - 1;
        if (!anyLetter || idWithX) {
            query.kind = SearchQuery::Class::Digits;
            query.text = idWithX ? number : phoneDigits(withoutCountry(folded));
            lookForDigits(query);
        } else {
            query.kind = SearchQuery::Class::Number;
            query.text = number.left(longestKey);
            lookForNumber(query);
        }
    } else if (const QString letters = withoutTones(folded).remove(u' '); !letters.isEmpty()) {
        query.kind = SearchQuery::Class::Letters;
        query.text = letters.left(longestKey);
        lookForLetters(query, folded.left(longestKey));
    } else if (std::any_of(code.begin(), code.end(), [](char32_t c) { return QChar::isLetterOrNumber(c); })) {
        query.kind = SearchQuery::Class::Name;
        query.text = folded.left(longestKey);
        lookForName(query);
    }
    return query;
}

} // namespace xinglin
