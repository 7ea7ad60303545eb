#include "engines/linkage/subject.h"

#include "base/text/hanlatin.h"
#include "base/text/idnumber.h"
#include "base/text/pinyin.h"
#include "base/text/readings.h"
#include "engines/linkage/hashing.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace xinglin::linkage {

namespace {

// Nobody's are longer, and comparing takes time by their square.
constexpr qsizetype longestName = 100;
constexpr qsizetype longestDocument = 40;
constexpr qsizetype longestAddress = 200;

/// Surnames with one bit value: 715 of 10,000 people is one in 2 to the power of 3.8.
struct Share
{
    double bits;
    const char16_t *surnames;
};
constexpr Share shares[] = {
    {3.8, u"王李张"},
    {4.3, u"刘陈"},
    {5.4, u"杨黄赵周吴"},
    {6.3, u"徐孙马胡朱郭何罗高林"},
    {7.1, u"郑梁谢宋唐许邓韩冯曹彭曾肖田董"},
    {7.8, u"潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖"},
    {8.5, u"石金韦贾夏傅方邹熊白孟秦邱江侯尹薛阎段雷龙黎史陶贺毛郝顾龚邵"},
};
constexpr double rareSurname = 9.5;

/// Characters heard in given names everywhere.
constexpr char16_t commonGiven[] =
    u"伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂玉红华文建国志海金婷子涵宇轩梓淑凤春梅珍琴云香德永林祥生"
    u"新晓小俊佳嘉欣怡雪慧玲燕萍飞鹏斌辉波浩然泽睿诗思雨一语辰晨博豪阳琪彤妍悦";

double surnameBits(const QString &surname)
{
    static const QHash<QString, double> map = [] {
        QHash<QString, double> all;
        for (const Share &share : shares) {
            for (const QChar c : QStringView(share.surnames))
                all.insert(QString(c), share.bits);
        }
        return all;
    }();
    return map.value(surname, rareSurname);
}

/// So that 张伟 is one in about 3,000 people and 李秀英 one in 7,000.
double givenBits(const QString &given)
{
    static const QSet<QChar> common = [] {
        QSet<QChar> all;
        for (const QChar c : QStringView(commonGiven))
            all.insert(c);
        return all;
    }();
    const auto each = [&](double often, double rare) {
        double bits = 0;
        for (const QChar c : given)
            bits += c.isLowSurrogate() ? 0 : common.contains(c) ? often : rare;
        return bits;
    };
    return given.size() == 1 ? each(7.5, 9.5) : std::min(16.0, each(4.5, 7));
}

void add(std::vector<quint64> &set, quint64 value)
{
    const auto place = std::lower_bound(set.begin(), set.end(), value);
    if (place == set.end() || *place != value)
        set.insert(place, value);
}

/// A syllable as southern and hurried speakers may hear it.
QString foldedSyllable(QString syllable)
{
    if (syllable.size() > 2 && syllable[1] == u'h')
        syllable.remove(1, 1);
    if (syllable.startsWith(u'n') && syllable.size() > 1)
        syllable[0] = u'l';
    if (syllable.endsWith(u'g') && !syllable.endsWith(QStringLiteral("ong")))
        syllable.chop(1);
    return syllable.replace(u'v', u'u');
}

/// A word in letters without what is often written in two ways: vowels after the first letter, double letters.
QString foldedWord(const QString &word)
{
    QString text = word;
    text.replace(QStringLiteral("ph"), QStringLiteral("f"));
    QString folded;
    for (QChar c : std::as_const(text)) {
        if (c == u'c' || c == u'q')
            c = u'k';
        else if (c == u'z')
            c = u's';
        const bool silent = !folded.isEmpty() && QStringView(u"aeiouyhw").contains(c);
        if (!silent && !folded.endsWith(c))
            folded += c;
    }
    return folded;
}

void readHanName(Subject &subject, const QString &whole)
{
    for (const NameReading &reading : nameReadings(whole)) {
        const QStringList syllables = reading.pinyin.split(u' ', Qt::SkipEmptyParts);
        QString sound;
        QString fold;
        qsizetype left = reading.pinyin.size() - (syllables.size() - 1) - reading.givenPinyin.size();
        const bool named = !subject.family.isEmpty();
        for (const QString &syllable : syllables) {
            if (left == 0 && named && !sound.isEmpty()) {
                add(subject.familySounds, hashed(sound));
                add(subject.familyFolds, hashed(fold));
                sound.clear();
                fold.clear();
            }
            left -= syllable.size();
            sound += QString(syllable).replace(u'v', u'u');
            fold += foldedSyllable(syllable);
        }
        if (named && left == 0) {
            add(subject.familySounds, hashed(sound));
            add(subject.familyFolds, hashed(fold));
        } else {
            add(subject.givenSounds, hashed(sound));
            add(subject.givenFolds, hashed(fold));
        }
        add(subject.wholeSounds, hashed(QString(reading.pinyin).remove(u' ').replace(u'v', u'u')));
    }
}

QString lettersOnly(const QString &text)
{
    QString clean = simplified(text.normalized(QString::NormalizationForm_KC));
    clean.removeIf([](QChar c) { return !c.isLetterOrNumber() && !c.isSurrogate() && !c.isMark(); });
    return clean.toLower();
}

/// Splits a Chinese name; those with a middle dot have no surname.
void takeHanName(Subject &subject, const Person &person)
{
    subject.script = Subject::Script::Han;
    QString whole = person.name;
    if (!person.familyName.isEmpty() || !person.givenName.isEmpty()) {
        subject.family = lettersOnly(person.familyName);
        subject.given = lettersOnly(person.givenName);
        whole = person.familyName + person.givenName;
    } else {
        subject.given = lettersOnly(whole);
        const QString plain = simplified(whole.normalized(QString::NormalizationForm_KC));
        const bool dotted = std::any_of(plain.begin(), plain.end(), [](QChar c) {
            return QStringView(u"\u00B7\u2022\u2027\u30FB\u2E31.").contains(c);
        });
        const qsizetype first = !subject.given.isEmpty() && subject.given.front().isHighSurrogate() ? 2 : 1;
        if (!dotted && subject.given.size() > first) {
            const bool compound = subject.given.size() > 2 && isCompoundSurname(QStringView(subject.given).first(2));
            subject.family = subject.given.left(compound ? 2 : first);
            subject.given.remove(0, subject.family.size());
        }
    }
    if (!subject.family.isEmpty())
        subject.familyBits = surnameBits(subject.family);
    if (!subject.given.isEmpty())
        subject.givenBits = givenBits(subject.given);
    readHanName(subject, simplified(whole));
}

/// Words of a name in ASCII; a comma keeps its place as a word of its own.
QStringList latinWords(const QString &text)
{
    QStringList words;
    QString word;
    const auto close = [&] {
        if (const QString plain = latinReading(word); !plain.isEmpty())
            words << plain;
        word.clear();
    };
    for (const QChar c : text) {
        if (c.isSpace() || c == u'.' || c == u',' || c == u'\u00B7')
            close();
        else
            word += c;
        if (c == u',')
            words << QStringLiteral(",");
    }
    close();
    return words;
}

void takeLatinName(Subject &subject, const Person &person)
{
    subject.script = Subject::Script::Latin;
    QStringList family;
    QStringList given;
    if (!person.familyName.isEmpty() || !person.givenName.isEmpty()) {
        family = latinWords(person.familyName);
        given = latinWords(person.givenName);
        family.removeAll(QStringLiteral(","));
        given.removeAll(QStringLiteral(","));
    } else {
        given = latinWords(person.name);
        if (const qsizetype comma = given.indexOf(QStringLiteral(",")); comma > 0) {
            family = given.first(comma);
            given.remove(0, comma);
            given.removeAll(QStringLiteral(","));
        } else if (given.removeAll(QStringLiteral(",")); given.size() > 1) {
            family = {given.takeLast()};
        }
    }
    subject.family = family.join(QString());
    subject.given = given.join(QString());
    if (given.size() > 1)
        subject.firstGiven = given.first();
    subject.familyBits = subject.family.isEmpty() ? 0 : 8;
    subject.givenBits = subject.given.isEmpty() ? 0 : 7.5;
    if (!subject.family.isEmpty()) {
        add(subject.familySounds, hashed(subject.family));
        add(subject.familyFolds, hashed(foldedWord(subject.family)));
    }
    if (!subject.given.isEmpty()) {
        add(subject.givenSounds, hashed(subject.given));
        add(subject.givenFolds, hashed(foldedWord(given.first())));
    }
    // Chen Shu Fen, Shu Fen Chen: either end may be the surname.
    const QStringList words = given + family;
    add(subject.wholeSounds, hashed(words.join(QString())));
    if (words.size() > 1) {
        add(subject.wholeSounds, hashed(words.last() + words.first(words.size() - 1).join(QString())));
        add(subject.wholeSounds, hashed(words.sliced(1).join(QString()) + words.first()));
    }
}

void takeName(Subject &subject, const Person &whole)
{
    Person person;
    person.familyName = whole.familyName.left(longestName);
    person.givenName = whole.givenName.left(longestName);
    if (person.familyName.isEmpty() && person.givenName.isEmpty())
        person.name = whole.name.left(longestName);
    bool han = false;
    bool any = false;
    for (const QString &part : {person.name, person.givenName, person.familyName}) {
        for (const char32_t c : part.toUcs4()) {
            han = han || isHan(c);
            any = any || QChar::isLetterOrNumber(c);
        }
    }
    if (han)
        takeHanName(subject, person);
    else if (any)
        takeLatinName(subject, person);
    if (subject.family.isEmpty() && subject.given.isEmpty())
        subject.script = Subject::Script::None;
}

int differentCharacters(QStringView text)
{
    QSet<QChar> set;
    for (const QChar c : text)
        set.insert(c);
    return static_cast<int>(set.size());
}

void takePhones(Subject &subject, const QStringList &phones)
{
    for (QString phone : phones) {
        phone.removeIf([](QChar c) { return c < u'0' || c > u'9'; });
        phone.truncate(longestDocument);
        qsizetype repeated = 0;
        for (const QChar c : std::as_const(phone))
            repeated = std::max(repeated, phone.count(c));
        const bool real = phone.size() >= 7 && repeated + 4 <= phone.size();
        if (real && !subject.phones.contains(phone))
            subject.phones << phone;
    }
    subject.phones.sort();
}

void takeDocument(Subject &subject, const QString &typed)
{
    QString number = normaliseDocumentNumber(typed.left(longestDocument));
    if (number.size() < 6 || differentCharacters(number) < 3)
        return;
    const bool digits = std::all_of(number.begin(), number.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    if (digits && number.size() == 15) {
        const QString body = number.left(6) + QStringLiteral("19") + number.mid(6);
        number = body + *residentCheckDigit(body);
    }
    subject.document = number;
    if (number.size() != 18)
        return;
    // Whether its birth lies in the future is nothing that two records could differ about.
    const auto facts = checkDocument(DocumentKind::ResidentId, number, QDate(2200, 12, 31));
    if (!facts)
        return;
    subject.documentValid = true;
    subject.cardDay = PartialDate::of(*facts->birth);
    if (!subject.birth)
        subject.birth = subject.cardDay;
    if (!subject.male)
        subject.male = facts->sex == DocumentSex::Male;
}

/// Where the street begins: after province, city and district, which half the clinic shares.
qsizetype streetStart(QStringView address)
{
    qsizetype start = 0;
    for (qsizetype i = 1; i < std::min<qsizetype>(address.size(), start + 9); ++i) {
        if (!QStringView(u"省市区县州盟旗").contains(address[i]))
            continue;
        const QChar before = address[i - 1];
        const QChar after = i + 1 < address.size() ? address[i + 1] : QChar();
        const bool place = QStringView(u"小社园校厂新院片库").contains(before) || after == u'场' || after.isDigit();
        if (!place)
            start = i + 1;
    }
    return start;
}

void takeAddress(Subject &subject, const QString &typed)
{
    QString text;
    quint64 numbers = 0;
    QString number;
    const auto closeNumber = [&] {
        if (!number.isEmpty())
            numbers = mixed(numbers, hashed(number));
        number.clear();
    };
    for (const QChar c : simplified(typed.left(longestAddress).normalized(QString::NormalizationForm_KC)).toLower()) {
        if (c.isDigit())
            number += c;
        else
            closeNumber();
        subject.addressHan = subject.addressHan || (c >= u'\u4E00' && c <= u'\u9FFF');
        if (c.isLetterOrNumber() || c.isSurrogate())
            text += c;
    }
    closeNumber();
    QStringView street(text);
    if (subject.addressHan)
        street = street.sliced(streetStart(street));
    const qsizetype width = subject.addressHan ? 2 : 3;
    if (street.size() < 2 * width)
        return;
    std::vector<std::uint16_t> &pieces = subject.addressPieces;
    pieces.reserve(static_cast<std::size_t>(street.size() - width + 1));
    for (qsizetype i = 0; i + width <= street.size(); ++i)
        pieces.push_back(static_cast<std::uint16_t>(mixed(0, hashed(street.sliced(i, width)))));
    std::sort(pieces.begin(), pieces.end());
    pieces.erase(std::unique(pieces.begin(), pieces.end()), pieces.end());
    subject.addressNumbers = numbers;
}

} // namespace

Subject prepare(const Person &person)
{
    Subject subject;
    takeName(subject, person);
    subject.male = person.male;
    subject.birth = person.birth;
    subject.birthLunar = person.birth && person.birthLunar;
    takePhones(subject, person.phones);
    takeDocument(subject, person.documentNumber);
    takeAddress(subject, person.address);
    return subject;
}

} // namespace xinglin::linkage
