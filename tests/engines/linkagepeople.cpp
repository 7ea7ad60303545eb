#include "engines/linkagepeople.h"

#include "base/text/idnumber.h"
#include "base/text/pinyin.h"

#include <QDate>
#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <utility>

namespace xinglin::test {

namespace {

using linkage::Person;

/// Characters of one sound.
constexpr const char16_t *sounds[] = {
    u"婷亭庭", u"涵晗含函", u"轩萱宣", u"伟玮炜", u"英瑛",     u"芳方",   u"静婧靖", u"宇雨语羽", u"丽莉利",
    u"梅玫",   u"红宏虹洪", u"建健",   u"志智",   u"文雯",     u"明铭",   u"华桦",   u"淑舒",     u"敏闵",
    u"军君钧", u"平萍",     u"杰洁捷", u"磊蕾",   u"欣新馨心", u"佳嘉家", u"子梓紫", u"浩昊皓",   u"燕艳",
    u"玲灵",   u"霞侠",     u"辉晖",   u"波博",   u"诗施",     u"思丝",   u"晨辰宸", u"泽择",     u"琪奇其",
    u"怡仪宜", u"瑶遥",     u"珍真贞", u"兰岚",   u"春椿",     u"国帼",   u"俊峻骏", u"鹏朋",     u"涛滔",
    u"强蔷",   u"刚钢",     u"勇咏",   u"飞菲",   u"超朝",     u"林琳霖", u"云芸",   u"琴勤",     u"秀绣",
};
constexpr const char16_t *surnameSounds[] = {u"张章", u"刘柳", u"李黎", u"吴武", u"徐许", u"于余俞",
                                             u"江姜", u"肖萧", u"傅付", u"王汪", u"万宛", u"秦覃"};
/// Each simplified character is followed by its traditional form.
constexpr char16_t traditional[] = u"陈陳张張刘劉杨楊赵趙吴吳孙孫马馬罗羅郑鄭谢謝许許邓鄧冯馮萧蕭韩韓叶葉苏蘇"
                                   u"伟偉丽麗国國红紅军軍华華云雲兰蘭强強刚剛飞飛龙龍静靜凤鳳爱愛杰傑欢歡";
constexpr const char16_t *streets[] = {u"梧桐路", u"杏花巷", u"学府路",   u"临溪街", u"和平里",
                                       u"东湖路", u"桂香园", u"青山大道", u"南门街", u"新安路"};
constexpr const char16_t *districts[] = {u"城南区", u"城北区", u"临溪区", u"东湖区"};

/// A person as they truly are.
struct Truth
{
    QString surname;
    QString given;
    bool male = false;
    QDate birth;
    QString document; ///< Empty: shows none.
    QString phone;
    QString address;
    int home = 0; ///< The first of the household.
};

struct Names
{
    struct Decade
    {
        int from = 0;
        double single = 0;
        QStringList first[2]; ///< By sex, women first.
        QStringList second[2];
    };
    QStringList surnames; ///< Each as often as its share.
    QList<Decade> decades;
};

QStringList textsOf(const QJsonValue &value)
{
    QStringList texts;
    for (const QJsonValue &text : value.toArray())
        texts << text.toString();
    return texts;
}

Names namesOfTheDemo()
{
    QFile file(QStringLiteral(XINGLIN_SOURCE_DIR "/resources/demo/names.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("names.json cannot be read");
    const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
    Names names;
    for (const QJsonValue &entry : json[QStringLiteral("surnames")].toArray()) {
        for (int i = 0; i < entry[1].toInt(); ++i)
            names.surnames << entry[0].toString();
    }
    for (const QJsonValue &entry : json[QStringLiteral("given")].toArray()) {
        Names::Decade decade;
        decade.from = entry[QStringLiteral("from")].toInt();
        decade.single = entry[QStringLiteral("single")].toDouble();
        for (const int male : {0, 1}) {
            const QJsonValue part = entry[male == 1 ? QStringLiteral("male") : QStringLiteral("female")];
            decade.first[male] = textsOf(part[QStringLiteral("first")]);
            decade.second[male] = textsOf(part[QStringLiteral("second")]);
        }
        names.decades << decade;
    }
    return names;
}

class Maker
{
public:
    explicit Maker(Random &random) : m_random(random), m_names(namesOfTheDemo()) {}

    QList<LinkageRecord> make(int people)
    {
        while (m_people.size() < people)
            household();
        QList<LinkageRecord> records;
        for (int i = 0; i < m_people.size(); ++i) {
            records.append({firstEntry(m_people[i]), i});
            if (chance(0.45))
                records.append({secondEntry(m_people[i], records.last().person), i});
        }
        for (qsizetype i = records.size() - 1; i > 0; --i)
            records.swapItemsAt(i, static_cast<qsizetype>(m_random.below(static_cast<std::uint64_t>(i + 1))));
        return records;
    }

private:
    bool chance(double share) { return m_random.unit() < share; }
    int between(int from, int to)
    {
        return from + static_cast<int>(m_random.below(static_cast<std::uint64_t>(to - from + 1)));
    }
    template <class List>
    auto pick(const List &list)
    {
        return list[static_cast<int>(m_random.below(static_cast<std::uint64_t>(std::size(list))))];
    }

    QString given(bool male, int year)
    {
        const Names::Decade *decade = &m_names.decades.first();
        for (const Names::Decade &next : std::as_const(m_names.decades))
            decade = year >= next.from ? &next : decade;
        const QString last = pick(decade->second[male ? 1 : 0]);
        return chance(decade->single) ? last : pick(decade->first[male ? 1 : 0]) + last;
    }

    QString freshPhone()
    {
        QString phone = QStringLiteral("1") + QString::number(between(3, 9));
        while (phone.size() < 11)
            phone += QString::number(between(0, 9));
        return phone;
    }

    QString freshAddress()
    {
        return QStringLiteral("青溪市%1%2%3号%4幢%5室")
            .arg(QString::fromUtf16(pick(districts)), QString::fromUtf16(pick(streets)))
            .arg(between(1, 180))
            .arg(between(1, 18))
            .arg(between(1, 18) * 100 + between(1, 4));
    }

    QString residentNumber(QDate birth, bool male, int serial)
    {
        const QString body = QStringLiteral("330199%1%2")
                                 .arg(birth.toString(QStringLiteral("yyyyMMdd")))
                                 .arg(serial * 2 + (male ? 1 : 0), 3, 10, QLatin1Char('0'));
        return body + *residentCheckDigit(body);
    }

    Truth &add(const QString &surname, bool male, int year, const QString &phone, const QString &address)
    {
        Truth truth;
        truth.surname = surname;
        truth.male = male;
        truth.birth = QDate(year, 1, 1).addDays(between(0, 364));
        truth.given = given(male, year);
        truth.phone = phone;
        truth.address = address;
        truth.home = m_home;
        if (chance(0.5))
            truth.document = residentNumber(truth.birth, male, between(10, 480));
        m_people << truth;
        return m_people.last();
    }

    void household()
    {
        m_home = static_cast<int>(m_people.size());
        const QString phone = freshPhone();
        const QString address = freshAddress();
        const QString surname = pick(m_names.surnames);
        const int year = between(1940, 1995);
        Truth &adult = add(surname, chance(0.45), year, phone, address);
        if (m_people.size() > 30 && chance(0.12)) {
            // Somebody of the same name, now and then of the same year or nearly.
            const Truth other = m_people[between(0, static_cast<int>(m_people.size()) - 2)];
            adult.surname = other.surname;
            adult.given = other.given;
            adult.male = other.male;
            if (chance(0.5))
                adult.birth = other.birth.addDays(between(1, 400));
            if (!adult.document.isEmpty())
                adult.document = residentNumber(adult.birth, adult.male, between(10, 480));
            return;
        }
        const double kind = m_random.unit();
        if (kind < 0.4)
            return;
        const QString shared = chance(0.7) ? phone : freshPhone();
        if (kind < 0.55)
            add(pick(m_names.surnames), !adult.male, year + between(-5, 5), shared, address);
        else if (kind < 0.75)
            add(surname, true, year + between(22, 35), phone, address);
        else if (kind < 0.96)
            siblings(surname, year + between(22, 35), phone, address);
        else
            twins(surname, year + between(22, 35), phone, address);
    }

    void siblings(const QString &surname, int year, const QString &phone, const QString &address)
    {
        const bool male = chance(0.5);
        const Truth older = add(surname, male, year, phone, address);
        Truth &younger = add(surname, chance(0.5), year + between(1, 6), phone, address);
        if (older.given.size() == 2 && younger.given.size() == 2 && chance(0.5))
            younger.given[0] = older.given[0];
        if (younger.given == older.given)
            younger.given = older.given.size() == 2 ? older.given.right(1) : older.given + younger.given;
    }

    void twins(const QString &surname, int year, const QString &phone, const QString &address)
    {
        const bool male = chance(0.5);
        const Truth first = add(surname, male, year, phone, address);
        Truth &second = add(surname, male, year, phone, address);
        second.birth = first.birth;
        const int serial = between(10, 480);
        if (!first.document.isEmpty())
            m_people[m_people.size() - 2].document = residentNumber(first.birth, male, serial);
        second.document = first.document.isEmpty() ? QString() : residentNumber(first.birth, male, serial + 1);
        const double kind = m_random.unit();
        if (kind < 0.1)
            second.given = byEar(first.given);
        else if (kind < 0.6 && first.given.size() == 2 && second.given.size() == 2)
            second.given[0] = first.given[0];
        if (second.given == first.given)
            second.given = given(!male, year);
        if (second.given == first.given)
            second.given += u'一';
    }

    /// With a character of the same sound; the same text where none is known.
    QString byEar(QString text, bool surname = false)
    {
        for (qsizetype i = text.size() - 1; i >= 0; --i) {
            const auto look = [&](const auto &groups) {
                for (const char16_t *group : groups) {
                    const QString characters = QString::fromUtf16(group);
                    if (!characters.contains(text[i]))
                        continue;
                    QChar other = text[i];
                    while (other == text[i])
                        other = characters[between(0, static_cast<int>(characters.size()) - 1)];
                    text[i] = other;
                    return true;
                }
                return false;
            };
            if (surname ? look(surnameSounds) : look(sounds))
                break;
        }
        return text;
    }

    QString inTraditional(QString text)
    {
        const QStringView table(traditional);
        for (QChar &c : text) {
            for (qsizetype i = 0; i + 1 < table.size(); i += 2)
                c = c == table[i] ? table[i + 1] : c;
        }
        return text;
    }

    QString inLetters(const QString &name)
    {
        const QList<NameReading> readings = nameReadings(name);
        const NameReading &reading = readings[between(0, static_cast<int>(readings.size()) - 1)];
        const QString surname = reading.pinyin.section(u' ', 0, 0);
        const QString rest = reading.pinyin.section(u' ', 1).remove(u' ');
        return chance(0.5) ? rest + u' ' + surname : surname + u' ' + rest;
    }

    QString mistyped(QString digits, qsizetype from = 0)
    {
        const qsizetype at = from + between(0, static_cast<int>(digits.size() - from) - 2);
        if (chance(0.5) && digits[at] != digits[at + 1]) {
            std::swap(digits[at], digits[at + 1]);
            return digits;
        }
        const QString before = digits;
        while (digits == before)
            digits[at] = QChar(u'0' + between(0, 9));
        return digits;
    }

    Person whole(const Truth &truth)
    {
        Person person;
        person.name = truth.surname + truth.given;
        person.male = truth.male;
        person.birth = PartialDate::of(truth.birth);
        person.phones = QStringList{truth.phone};
        person.documentNumber = truth.document;
        person.address = truth.address;
        return person;
    }

    Person firstEntry(const Truth &truth)
    {
        Person person = whole(truth);
        if (chance(0.35))
            person.address.clear();
        if (chance(0.3))
            person.documentNumber.clear();
        if (chance(0.03))
            person.birth = PartialDate::of(truth.birth.year());
        return person;
    }

    /// As they come again: hurried, and some years later.
    Person secondEntry(const Truth &truth, const Person &first)
    {
        Person person = whole(truth);
        if (chance(0.5))
            person.documentNumber.clear();
        if (chance(0.5))
            person.address.clear();
        if (chance(0.08))
            person.male.reset();
        for (int mistakes = chance(0.2) ? 0 : chance(0.6) ? 1 : 2; mistakes > 0; --mistakes)
            mistake(person, truth, first);
        return person;
    }

    void mistake(Person &person, const Truth &truth, const Person &first)
    {
        switch (between(0, 12)) {
        case 0:
        case 1:
            person.name = truth.surname + byEar(truth.given);
            break;
        case 2:
            person.name = byEar(truth.surname, true) + truth.given;
            break;
        case 3:
            person.name = inTraditional(person.name);
            break;
        case 4:
            if (chance(0.3))
                person.name = inLetters(truth.surname + truth.given);
            else if (truth.given.size() == 2)
                person.name = truth.surname + truth.given[between(0, 1)];
            break;
        case 5:
            person.phones = QStringList{mistyped(truth.phone, 1)};
            break;
        case 6:
            person.phones = chance(0.5) ? QStringList() : QStringList{freshPhone()};
            break;
        case 7:
            if (chance(0.2))
                person.documentNumber = m_people[truth.home].document; // a parent's or a spouse's
            else if (!person.documentNumber.isEmpty())
                person.documentNumber = mistyped(person.documentNumber, 6);
            else
                person.address = freshAddress();
            break;
        case 8:
            person.birth = chance(0.5) ? PartialDate::of(truth.birth.year())
                                       : PartialDate::of(truth.birth.year(), truth.birth.month());
            break;
        case 9:
            person.birth = PartialDate::of(truth.birth.addDays(-between(18, 53)));
            person.birthLunar = chance(0.8);
            break;
        case 10:
            birthMistake(person, truth);
            break;
        case 11:
            person.birth.reset();
            break;
        default:
            person.address = first.address.isEmpty() ? truth.address.mid(3) : first.address.mid(3);
        }
    }

    void birthMistake(Person &person, const Truth &truth)
    {
        if (const auto swapped = PartialDate::of(truth.birth.year(), truth.birth.day(), truth.birth.month());
            swapped && chance(0.3)) {
            person.birth = swapped;
            return;
        }
        for (int tries = 0; tries < 20; ++tries) {
            const QString digits = mistyped(truth.birth.toString(QStringLiteral("yyyyMMdd")), 2);
            if (const auto date = PartialDate::fromText(digits)) {
                person.birth = date;
                return;
            }
        }
    }

    Random &m_random;
    Names m_names;
    QList<Truth> m_people;
    int m_home = 0;
};

} // namespace

QList<LinkageRecord> linkageRecords(Random &random, int people)
{
    return Maker(random).make(people);
}

} // namespace xinglin::test
