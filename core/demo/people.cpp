#include "demo/people.h"

#include "demo/draw.h"

#include <QSet>

namespace xinglin::demo {

namespace {

// Ranges of mobile numbers that are given to no operator's customers, so that nobody is rung by accident.
const QList<QString> freePrefixes = {u"154"_qs, u"160"_qs, u"161"_qs, u"163"_qs, u"164"_qs, u"168"_qs, u"179"_qs};

const QList<QString> streets = {u"梧桐路"_qs, u"杏花巷"_qs, u"学府路"_qs,   u"临溪街"_qs, u"和平里"_qs,
                                u"东湖路"_qs, u"桂香园"_qs, u"青山大道"_qs, u"南门街"_qs, u"新安路"_qs};
const QList<QString> districts = {u"城南区"_qs, u"城北区"_qs, u"临溪区"_qs, u"东湖区"_qs};
const QList<QString> sources = {u"亲友介绍"_qs, u"亲友介绍"_qs, u"附近居民"_qs,
                                u"附近居民"_qs, u"网络查询"_qs, u"老患者带来"_qs};
const QList<QString> trades = {u"教师"_qs, u"职员"_qs,   u"个体经营"_qs, u"工人"_qs, u"司机"_qs,
                               u"护士"_qs, u"程序员"_qs, u"会计"_qs,     u"厨师"_qs, u"农民"_qs};

struct Allergen
{
    QString id;
    QString substance;
    QString reaction;
};
const QList<Allergen> allergens = {
    {u"penicillin"_qs, u"青霉素"_qs, u"皮疹"_qs},
    {u"penicillin"_qs, u"青霉素"_qs, u"皮试阳性"_qs},
    {u"cephalosporins"_qs, u"头孢类"_qs, u"皮疹"_qs},
    {u"sulphonamides"_qs, u"磺胺类"_qs, u"皮疹"_qs},
    {u"seafood"_qs, u"海鲜"_qs, u"荨麻疹"_qs},
    {u"pollen"_qs, u"花粉"_qs, u"鼻痒喷嚏"_qs},
    {u"chicken-and-egg"_qs, u"鸡蛋"_qs, u"湿疹加重"_qs},
    {u"alcohol"_qs, u"酒精"_qs, u"皮肤潮红"_qs},
    {u"frankincense-myrrh"_qs, u"乳香"_qs, u"皮肤瘙痒"_qs},
    {u"dust-mite"_qs, u"尘螨"_qs, u"鼻塞喷嚏"_qs},
    {QString(), u"橡皮膏"_qs, u"局部红痒"_qs},
};

const QList<QString> medicinesOfTheOld = {u"氨氯地平"_qs, u"缬沙坦"_qs, u"二甲双胍"_qs, u"阿司匹林"_qs,
                                          u"阿托伐他汀"_qs};

struct Household
{
    QString phone;
    QString address;
};

class Maker
{
public:
    Maker(Random &random, const Names &names, QDate today) : m_random(random), m_names(names), m_today(today) {}

    QList<Person> make(int count)
    {
        QList<Person> people;
        while (people.size() < count) {
            const double kind = m_random.unit();
            if (kind < 0.58)
                people << adult(newHousehold(), sexOfVisitor(), usualAge());
            else if (kind < 0.72)
                people << couple(draw(m_random, 28, 72));
            else if (kind < 0.92)
                people << family();
            else
                people << withOldParent();
        }
        people.resize(count);
        return people;
    }

private:
    // More women than men come to such clinics.
    Sex sexOfVisitor() { return chance(m_random, 0.6) ? Sex::Female : Sex::Male; }

    int usualAge()
    {
        const double part = m_random.unit();
        if (part < 0.06)
            return draw(m_random, 14, 21);
        if (part < 0.40)
            return draw(m_random, 22, 39);
        if (part < 0.75)
            return draw(m_random, 40, 59);
        return part < 0.96 ? draw(m_random, 60, 79) : draw(m_random, 80, 91);
    }

    Household newHousehold()
    {
        QString phone;
        do {
            phone = pick(m_random, freePrefixes);
            for (int digit = 0; digit < 8; ++digit)
                phone += QString::number(draw(m_random, 0, 9));
        } while (m_phones.contains(phone));
        m_phones.insert(phone);
        return {phone, QStringLiteral("青溪市%1%2%3号%4幢%5室")
                           .arg(pick(m_random, districts), pick(m_random, streets))
                           .arg(draw(m_random, 1, 180))
                           .arg(draw(m_random, 1, 18))
                           .arg(draw(m_random, 1, 18) * 100 + draw(m_random, 1, 4))};
    }

    QDate birthAt(int age) { return m_today.addYears(-age).addDays(-draw(m_random, 1, 360)); }

    QString residentNumber(const Person &person)
    {
        const int serial = draw(m_random, 10, 480) * 2 + (person.draft.sex == Sex::Male ? 1 : 0);
        const QString body = QStringLiteral("330199%1%2")
                                 .arg(person.birth.toString(QStringLiteral("yyyyMMdd")))
                                 .arg(serial, 3, 10, QLatin1Char('0'));
        return body + *residentCheckDigit(body);
    }

    Person person(const Household &home, Sex sex, int age, const QString &surname)
    {
        Person made;
        made.birth = birthAt(age);
        made.draft.sex = sex;
        made.draft.name = surname + m_names.given(m_random, sex, made.birth.year());
        made.draft.birthDate = made.birth.toString(Qt::ISODate);
        made.draft.phone = home.phone;
        if (age > 70 && chance(m_random, 0.15))
            made.draft.birthDate = QString::number(made.birth.year()); // known to the year only
        else if (chance(m_random, 0.35)) {
            made.draft.documentKind = DocumentKind::ResidentId;
            made.draft.documentNumber = residentNumber(made);
        }
        if (chance(m_random, 0.6))
            made.draft.address = home.address;
        made.draft.source = pick(m_random, sources);
        if (chance(m_random, 0.065))
            addAllergy(made);
        if (age >= 60 && chance(m_random, 0.35))
            made.medicine = pick(m_random, medicinesOfTheOld);
        return made;
    }

    void addAllergy(Person &made)
    {
        const Allergen &allergen = pick(m_random, allergens);
        made.allergy = AllergyDraft{allergen.id, allergen.substance, allergen.reaction};
    }

    Person adult(const Household &home, Sex sex, int age)
    {
        Person made = person(home, sex, age, m_names.surname(m_random));
        made.draft.occupation = age >= 61   ? QStringLiteral("退休")
                                : age <= 21 ? QStringLiteral("学生")
                                            : pick(m_random, trades);
        if (age >= 26)
            made.draft.maritalStatus = chance(m_random, 0.85) ? QStringLiteral("已婚") : QStringLiteral("未婚");
        return made;
    }

    QList<Person> couple(int age)
    {
        const Household home = newHousehold();
        QList<Person> two = {adult(home, Sex::Male, age),
                             adult(home, Sex::Female, std::max(22, age - draw(m_random, -2, 4)))};
        two[0].draft.maritalStatus = two[1].draft.maritalStatus = QStringLiteral("已婚");
        two[0].draft.emergencyName = two[1].draft.name;
        two[0].draft.emergencyPhone = home.phone;
        return two;
    }

    QList<Person> family()
    {
        const int age = draw(m_random, 29, 44);
        const QList<Person> parents = couple(age);
        QList<Person> all = {parents[1]};
        if (chance(m_random, 0.4))
            all << parents[0];
        const int children = chance(m_random, 0.25) ? 2 : 1;
        for (int number = 0; number < children; ++number)
            all << child(parents, std::clamp(age - draw(m_random, 25, 30) - 3 * number, 3, 13));
        return all;
    }

    Person child(const QList<Person> &parents, int age)
    {
        const Person &father = parents[0];
        const Person &mother = parents[1];
        const QString surname = father.draft.name.left(isCompound(father.draft.name) ? 2 : 1);
        const Household home{mother.draft.phone, mother.draft.address};
        Person made = person(home, chance(m_random, 0.52) ? Sex::Male : Sex::Female, age, surname);
        made.draft.occupation = age < 6 ? QStringLiteral("学龄前") : QStringLiteral("学生");
        made.draft.guardian = {mother.draft.name, QStringLiteral("母亲"), mother.draft.phone};
        made.medicine.clear();
        return made;
    }

    QList<Person> withOldParent()
    {
        const int age = draw(m_random, 38, 56);
        const Household home = newHousehold();
        Person daughter = adult(home, Sex::Female, age);
        Person parent = adult(home, chance(m_random, 0.5) ? Sex::Male : Sex::Female, age + draw(m_random, 23, 30));
        parent.draft.otherPhones = {{newHousehold().phone, QStringLiteral("本人")}};
        parent.draft.emergencyName = daughter.draft.name;
        parent.draft.emergencyPhone = home.phone;
        if (parent.draft.sex == Sex::Female || chance(m_random, 0.5))
            parent.draft.deskAlert = QStringLiteral("听力欠佳，请大声叫号，联系其女儿。");
        return {daughter, parent};
    }

    bool isCompound(const QString &name) const
    {
        static const QSet<QString> compound = {u"欧阳"_qs, u"上官"_qs, u"司徒"_qs, u"诸葛"_qs, u"皇甫"_qs,
                                               u"令狐"_qs, u"尉迟"_qs, u"司马"_qs, u"夏侯"_qs, u"慕容"_qs};
        return compound.contains(name.left(2));
    }

    Random &m_random;
    const Names &m_names;
    QDate m_today;
    QSet<QString> m_phones;
};

} // namespace

QList<Person> makePeople(Random &random, const Names &names, int count, QDate today)
{
    return Maker(random, names, today).make(count);
}

int ageOf(const Person &person, QDate day)
{
    const auto age = xinglin::ageOn(PartialDate::of(person.birth), day);
    return age ? age->years : 0;
}

} // namespace xinglin::demo
