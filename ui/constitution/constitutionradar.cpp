#include "ui/constitution/constitutionradar.h"

#include "ui/constitution/constitutionwords.h"
#include "ui/shell/patientwords.h"

namespace xinglin::ui {

namespace {

QStringList wordsOf(const ConstitutionAssessment &assessment)
{
    QStringList words;
    for (const constitution::Score &score : assessment.scores)
        words << scoreText(score);
    return words;
}

} // namespace

void showOn(Radar &radar, RadarKey &nowKey, RadarKey &beforeKey, const ConstitutionAssessment &now,
            const std::optional<ConstitutionAssessment> &before)
{
    QStringList labels;
    QList<int> strong;
    for (const constitution::Score &score : now.scores) {
        if (score.decision != constitution::Decision::No)
            strong << static_cast<int>(labels.size());
        labels << typeName(score.type);
    }
    radar.setAxes(labels, strong);
    radar.setSeries(positions(now), before ? positions(*before) : QList<double>());
    radar.setWords(wordsOf(now), before ? wordsOf(*before) : QStringList());
    nowKey.setText(dateText(now.day));
    beforeKey.setVisible(before.has_value());
    if (before)
        beforeKey.setText(dateText(before->day));
}

} // namespace xinglin::ui
