#pragma once

#include "base/random.h"
#include "clinic/patient/patient.h"

namespace xinglin::demo {

/// How somebody is built, as standard deviations from the mean of their age and sex: it stays while they grow.
struct Body
{
    double tall = 0;
    double stout = 0;
    double pressure = 0;
};

/// About normal, cut at two standard deviations.
Body drawBody(Random &random);

/// Centimetres at @p age in years and parts of them. Adults: 169.7 ± 6 for men, 158.0 ± 5.5 for women; children 75 + 7
/// cm a year to six, 81 + 6 cm to twelve. Source of the means: 中国居民营养与慢性病状况报告 (2020), ages 18 to 44;
/// 儿科学's rule of thumb.
double heightOf(const Body &body, Sex sex, double age);
/// Kilograms. Adults: the body mass index is 24.0 ± 2.8; children twice their years and 8. Sources as above, whose
/// means are 69.6 kg for men and 59.0 kg for women.
double weightOf(const Body &body, Sex sex, double age);

/// mm[Hg], of an adult at rest.
struct Pressure
{
    int systolic = 120;
    int diastolic = 75;
};
/// Rises with age: 110 and 0.3 a year over 20, ± 7; somebody who is treated for it is 10 above. Chosen.
Pressure pressureOf(const Body &body, int age, bool treated);

} // namespace xinglin::demo
