#include "ui/constitution/constitutionwords.h"

#include "clinic/catalog/constitutions.h"
#include "ui/shell/notewords.h"
#include "ui/shell/patientwords.h"

#include <QCoreApplication>
#include <QLocale>

namespace xinglin::ui {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::ui::ConstitutionWords)
};

using constitution::Decision;

} // namespace

QString typeName(const QString &type)
{
    const constitution::Type *known = constitution::shipped().type(type);
    return known ? known->shortName().in(chineseScreen()) : type;
}

QString decisionName(Decision decision)
{
    switch (decision) {
    case Decision::Yes:
        return Tr::tr("yes");
    case Decision::BasicallyYes:
        return Tr::tr("basically yes");
    case Decision::Tendency:
        return Tr::tr("tendency");
    case Decision::No:
        return Tr::tr("no");
    }
    Q_UNREACHABLE();
}

QString formName(constitution::Form form)
{
    const auto questions =
        static_cast<int>(constitution::shipped().of(form).itemsFor(constitution::Sex::Female).size());
    return form == constitution::Form::Standard ? Tr::tr("Standard form, %n questions", nullptr, questions)
                                                : Tr::tr("Elderly form, %n questions", nullptr, questions);
}

QString formName(const QString &id)
{
    const constitution::Questionnaire *known = constitution::shipped().find(id);
    return known ? formName(known->form) : id;
}

QString scoreText(const constitution::Score &score)
{
    return score.transformed ? QLocale().toString(*score.transformed, 'f', 1) : QString::number(score.raw);
}

constitution::Form formOf(const ConstitutionAssessment &assessment)
{
    const constitution::Questionnaire *known = constitution::shipped().find(assessment.form);
    return known ? known->form : constitution::Form::Standard;
}

QList<double> positions(const ConstitutionAssessment &assessment)
{
    const constitution::Definition &definition = constitution::shipped();
    QList<double> shares;
    for (const constitution::Type &type : definition.types) {
        double share = 0;
        for (const constitution::Score &score : assessment.scores) {
            if (score.type == type.id)
                share = constitution::position(definition, formOf(assessment), score) / 100;
        }
        shares << share;
    }
    return shares;
}

QString summaryOf(const ConstitutionAssessment &assessment)
{
    return constitutionText({assessment.form, assessment.day, assessment.scores});
}

} // namespace xinglin::ui
