#include "app/cli/command.h"
#include "app/cli/input.h"
#include "clinic/catalog/constitutions.h"
#include "engines/constitution/scoring.h"

#include <QCoreApplication>

#include <cmath>

namespace xinglin::cli {

namespace {

using constitution::Answers;
using constitution::Decision;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::cli::ConstitutionScore)
};

struct Request
{
    constitution::Form form = constitution::Form::Standard;
    std::optional<constitution::Sex> sex;
    Answers answers;
};

/// Reads the answers one by one; what they may be is the engine's business.
Answers answersFrom(Members &members)
{
    const QString name = QStringLiteral("answers");
    const QJsonValue given = members.value(name);
    if (!given.isObject())
        members.fault(name, Tr::tr("This must be an object with an answer for each item."));
    Answers answers;
    const QJsonObject all = given.toObject();
    for (auto it = all.begin(); it != all.end(); ++it) {
        const double answer = it.value().toDouble(0.5);
        if (answer != std::floor(answer) || std::abs(answer) > 1e6)
            members.fault(name + u'.' + it.key(), Tr::tr("This must be a whole number from 1 to 5."));
        else
            answers.insert(it.key(), static_cast<int>(answer));
    }
    return answers;
}

Result<Request> requestFrom(const QByteArray &json)
{
    auto members = Members::parse(json);
    if (!members)
        return members.error();
    Request request;
    const auto form = constitution::formFrom(members->text(QStringLiteral("form")));
    if (!form)
        members->fault(QStringLiteral("form"), Tr::tr("This must be standard or elderly."));
    request.form = form.value_or(constitution::Form::Standard);
    const QString sex = members->text(QStringLiteral("sex"));
    request.sex = constitution::sexFrom(sex);
    if (!request.sex && !sex.isEmpty() && sex != u"other" && sex != u"unknown")
        members->fault(QStringLiteral("sex"), Tr::tr("This must be female, male, other or unknown."));
    request.answers = answersFrom(*members);
    if (const auto fault = members->error())
        return *fault;
    return request;
}

QString inWords(Decision decision)
{
    switch (decision) {
    case Decision::Yes:
        return Tr::tr("yes");
    case Decision::BasicallyYes:
        return Tr::tr("basically yes");
    case Decision::Tendency:
        return Tr::tr("tendency");
    case Decision::No:
        break;
    }
    return Tr::tr("no");
}

QJsonObject toJson(const constitution::Score &score)
{
    return {{QStringLiteral("id"), score.type},
            {QStringLiteral("raw"), score.raw},
            {QStringLiteral("transformed"), score.transformed ? QJsonValue(*score.transformed) : QJsonValue()},
            {QStringLiteral("decision"), constitution::toText(score.decision)}};
}

Exit run(const Call &call)
{
    const auto bytes = readInput(call.arguments.operands().constFirst());
    if (!bytes)
        return call.refuse(bytes.error());
    const auto request = requestFrom(*bytes);
    if (!request)
        return call.refuse(request.error());
    const constitution::Definition &definition = constitution::shipped();
    const auto scores = constitution::score(definition, request->form, request->sex, request->answers);
    if (!scores)
        return call.refuse(scores.error());
    const constitution::Words summary = constitution::summary(definition, request->form, *scores);
    if (call.output.isJson()) {
        QJsonArray types;
        for (const constitution::Score &score : *scores)
            types << toJson(score);
        call.output.json({{QStringLiteral("types"), types},
                          {QStringLiteral("summary_zh"), summary.zh},
                          {QStringLiteral("summary_en"), summary.en}});
        return Exit::Done;
    }
    const bool chinese = call.speaksChinese();
    QList<QStringList> rows;
    for (const constitution::Score &score : *scores)
        rows.append({definition.type(score.type)->name.in(chinese), QString::number(score.raw),
                     score.transformed ? QString::number(*score.transformed, 'f', 2) : QStringLiteral("-"),
                     inWords(score.decision)});
    call.output.table({Tr::tr("Type"), Tr::tr("Sum"), Tr::tr("Score"), Tr::tr("Decision")}, rows);
    Output::say(summary.in(chinese));
    return Exit::Done;
}

} // namespace

Command constitutionScoreCommand()
{
    return {{QStringLiteral("constitution"), QStringLiteral("score")},
            Tr::tr("Score the answers of a constitution questionnaire. Needs no clinic."),
            {{QStringLiteral("FILE"), Tr::tr("The answers as JSON; - for standard input.")}},
            {},
            Tr::tr("As JSON: {\"form\": \"standard\" or \"elderly\", \"sex\": \"female\" or \"male\", \"answers\": "
                   "{\"item id\": 1 to 5}}. All items of the form must be answered: 60 of the standard form (ZYYXH/T "
                   "157-2009), the last of them by sex, or 33 of the form for elderly people, where the sex may be "
                   "left out. Scores are compared unrounded; the form for elderly people has sums only."),
            run};
}

} // namespace xinglin::cli
