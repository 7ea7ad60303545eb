#pragma once

#include "access/session.h"
#include "clinic/catalog/catalog.h"

#include <functional>

/// A believable clinic for trying, teaching, tests and benchmarks. It is written day by day through the same functions
/// as a real one, each act by the person whose work it is: new patients in one transaction of the desk's day, visits in
/// one of each practitioner's half day, sessions of acupuncture in another.
///
/// | what               | distribution                                                   | source           |
/// |--------------------|----------------------------------------------------------------|------------------|
/// | surnames           | 王 7.25 %, 李 7.19, 张 6.83 … of 91 % of the people            | police count [1] |
/// | given names        | by sex and decade of birth; one character in 8 to 45 %         | chosen           |
/// | age, sex           | 14 to 91 years beside children of 3 to 13; 6 in 10 are women   | chosen           |
/// | households         | of those drawn 58 % alone, 14 % couples, 20 % families, 8 %    | chosen           |
/// |                    | with an old parent; one telephone, the father's name           |                  |
/// | identity number    | 1 in 3; allergy 6.5 %; number of an older card index 15 % from | chosen           |
/// |                    | 30 years on; family history 15 % of adults                     |                  |
/// | chronic medicine   | 35 % from 60 years on, and all whose illness says so; each     | chosen           |
/// |                    | with the problem it is for, since 1 to 12 years                |                  |
/// | first visits       | more and more, as the square root of a uniform one; never on   | chosen           |
/// |                    | a Monday, 15 % of those at work put them off to the weekend    |                  |
/// | illness            | by weight among those for age, sex and month: colds and coughs | weights and      |
/// |                    | in winter, hay fever in spring and autumn, diarrhoea in summer | months chosen    |
/// | visits of one      | one more with 72 % until its course ends (2 to 4 visits)       | chosen           |
/// | return             | 7 days mostly; 3 to 4 in acute illness, 7 to 14 in long ones,  | length of the    |
/// |                    | a month with the menses                                        | prescription [2] |
/// | the next illness   | 40 to 420 days later                                           | chosen           |
/// | signs and formula  | of the case: pattern, tongue, pulse and classical formula      | textbooks [3]    |
/// | herbs              | the formula with 1 to 7 added and at most 1 left out, 4 to 20; | textbooks [3]    |
/// |                    | children under 12 have 1/3, 1/2 or 2/3 of the dose             |                  |
/// | safety             | herbs with a severe finding are left out: no override is there | our check        |
/// | pregnancy          | asked of 80 % of women from 12 to 55 years at their first      | chosen           |
/// | outcome            | of two or more visits: 25 % healed, 40 % much better, 25 %     | classes [4],     |
/// |                    | better, 10 % no better; score of the chief complaint from 4-9  | shares chosen    |
/// | what is measured   | as the case says (fever, pressure, glucose, PSQI, pain), from  | chosen           |
/// |                    | its range when ill towards that when well as the score falls   |                  |
/// | blood pressure     | from 35 years at each first visit; 110 + 0.3 a year over 20    | rule [5], height |
/// |                    | ± 7, and 10 in the treated                                     | chosen           |
/// | height, weight     | adults 169.7 ± 6 and 158.0 ± 5.5 cm, body mass index 24 ± 2.8  | survey [6]       |
/// | constitution       | 20 % of adults; half lean as their illness does, the others    | survey [7]       |
/// |                    | 32 % balanced, 13 % Qi-deficiency, 9 % damp-heat, 9 % Yang-def.|                  |
/// | acupuncture        | 20 to 70 % of eleven illnesses, less by the first practitioner | chosen           |
/// |                    | and more by the second; 2 to 6 sessions, twice a week          |                  |
/// | what is booked     | 16 on the next day, one fewer each day for two weeks; a course | chosen           |
/// |                    | of six; two wait for a time                                    |                  |
///
/// [1] Ministry of Public Security, 2007; a hundred names make 85 % (report on names, 2019). [2] 处方管理办法 (2007),
/// article 19: seven days in general. [3] resources/demo/SOURCE.md. [4] efficacy index of 中药新药临床研究指导原则
/// (2002). [5] 35 岁首诊测血压, 国家基本公共卫生服务规范. [6] 中国居民营养与慢性病状况报告 (2020). [7] Survey of nine
/// provinces, 2005 to 2007, 8448 people. tests/clinic/tst_demodistributions.cpp asks a finished clinic for all of it.
namespace xinglin::demo {

/// How large the clinic is and when its last working day was. The same options give the same clinic.
struct Options
{
    int patients = 300;
    int years = 2; ///< Length of its past.
    quint64 seed = 1;
    QDate until; ///< Last day with visits; must be valid.
};

struct Report
{
    int patients = 0;
    int visits = 0;
    int prescriptions = 0;
    bool operator==(const Report &) const = default;
};

/// A person of the demo clinic. Name, login and password are the same in every demo clinic and stand in the open: they
/// must never be used where real patients are.
struct Account
{
    QString login;
    QString name;
    QString title;
    access::Roles roles;
    QString password;
};

/// The people fill() adds beside the owner: one receptionist, two practitioners, one dispenser, one administrator, one
/// auditor.
///
/// | login      | name   | role           | password     |
/// |------------|--------|----------------|--------------|
/// | qiantai    | 周敏   | receptionist   | xinglin-demo |
/// | yisheng    | 沈致远 | practitioner   | xinglin-demo |
/// | yisheng2   | 陆清和 | practitioner   | xinglin-demo |
/// | yaofang    | 何素芬 | dispenser      | xinglin-demo |
/// | guanli     | 秦立   | administrator  | xinglin-demo |
/// | shenji     | 韩静   | auditor        | xinglin-demo |
const QList<Account> &accounts();

/// Told how many days of how many are written; false stops the work after the day.
using Progress = std::function<bool(int done, int total)>;

/// Fills an initialised, empty training clinic. @p session is of its owner; its store must have been opened with
/// @p clock and been given the clinic's followers (addFollowers()). The clock stands at the end of the last day on
/// return. Blocks for some seconds; for a worker thread.
/// Refuses with Conflict a clinic that is not for training or has patients, with Invalid options that make no clinic,
/// with Cancelled when @p progress said so: the days before stay.
Result<Report> fill(const access::Surroundings &around, const access::Session &session, FakeClock &clock,
                    const Catalog &catalog, const Options &options, const Progress &progress = {});

} // namespace xinglin::demo
