#pragma once

#include "base/random.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>

/// The rules of the constitution standards a second time, written from their text over the bare JSON of the catalogue:
/// nothing of the program is used here.
namespace xinglin::test::naive {

/// By id of the item.
using Given = QMap<QString, int>;

/// What comes out for one type.
struct Line
{
    int sum = 0;
    int count = 0;
    double hundredths = 0; ///< Of the standard form.
    QString verdict;
};

inline QJsonObject catalogue()
{
    static const QJsonObject object = [] {
        QFile file(QStringLiteral(XINGLIN_SOURCE_DIR "/resources/catalog/constitution.json"));
        return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
    }();
    return object;
}

inline QMap<QString, Line> standard(const QString &sex, const Given &answers)
{
    QMap<QString, Line> lines;
    for (const QJsonValue scale : catalogue()["subscales"].toArray()) {
        Line line;
        for (const QJsonValue item : scale["items"].toArray()) {
            const QString only = item["sex"].toString();
            if (only == "female" && sex != "female")
                continue;
            if (only == "male" && sex != "male")
                continue;
            int given = answers[item["item"].toString()];
            if (item["reverse"].toBool())
                given = 6 - given;
            line.sum = line.sum + given;
            line.count = line.count + 1;
        }
        line.hundredths = 100.0 * (line.sum - line.count) / (line.count * 4);
        lines[scale["type"].toString()] = line;
    }
    double worst = 0;
    for (const QString &type : lines.keys()) {
        if (type == "pinghe")
            continue;
        Line &line = lines[type];
        if (line.hundredths > worst)
            worst = line.hundredths;
        line.verdict = "no";
        if (line.hundredths >= 30)
            line.verdict = "tendency";
        if (line.hundredths >= 40)
            line.verdict = "yes";
    }
    Line &balanced = lines["pinghe"];
    balanced.verdict = "no";
    if (balanced.hundredths >= 60 && worst < 40)
        balanced.verdict = "basically_yes";
    if (balanced.hundredths >= 60 && worst < 30)
        balanced.verdict = "yes";
    return lines;
}

inline QMap<QString, Line> elderly(const Given &answers)
{
    QMap<QString, Line> lines;
    for (const QJsonValue scale : catalogue()["elderly_subscales"].toArray()) {
        Line line;
        for (const QJsonValue item : scale["items"].toArray()) {
            const int given = answers[item["item"].toString()];
            line.sum += item["reverse"].toBool() ? 6 - given : given;
            line.count += 1;
        }
        lines[scale["type"].toString()] = line;
    }
    int worst = 0;
    for (const QString &type : lines.keys()) {
        if (type == "pinghe")
            continue;
        Line &line = lines[type];
        worst = qMax(worst, line.sum);
        line.verdict = line.sum <= 8 ? "no" : line.sum <= 10 ? "tendency" : "yes";
    }
    Line &balanced = lines["pinghe"];
    if (balanced.sum >= 17)
        balanced.verdict = worst <= 8 ? "yes" : worst <= 10 ? "basically_yes" : "no";
    else
        balanced.verdict = "no";
    return lines;
}

/// What a form of this name ("standard", "elderly") comes to.
inline QMap<QString, Line> scores(const QString &form, const QString &sex, const Given &answers)
{
    return form == "standard" ? standard(sex, answers) : elderly(answers);
}

/// Ids of what the form asks, in order.
inline QStringList asked(const QString &form, const QString &sex)
{
    QStringList ids;
    for (const QJsonValue item : catalogue()[form == "standard" ? "items" : "elderly_items"].toArray()) {
        const QString only = item["sex"].toString("any");
        if (only == "any" || only == sex)
            ids << item["id"].toString();
    }
    return ids;
}

/// Answers as somebody might give them: each set leans to its own side, so that all verdicts come up.
inline Given randomAnswers(const QString &form, const QString &sex, Random &random)
{
    Given answers;
    const quint64 well = random.below(6);
    for (const QString &id : asked(form, sex)) {
        int answer = 1 + static_cast<int>(random.below(5));
        if (random.below(6) < well)
            answer = id.endsWith("_energy") || id.endsWith("_adapts") ? 5 : 1 + static_cast<int>(random.below(2));
        answers.insert(id, answer);
    }
    return answers;
}

} // namespace xinglin::test::naive
