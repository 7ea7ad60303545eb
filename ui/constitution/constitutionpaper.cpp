#include "ui/constitution/constitutionpaper.h"

#include "clinic/catalog/constitutions.h"
#include "ui/kit/radar.h"
#include "ui/paper/letterhead.h"
#include "ui/paper/paperkinds.h"
#include "ui/paper/papertext.h"
#include "ui/paper/sheetwords.h"

#include <QPainter>

#include <algorithm>

namespace xinglin::ui {

namespace {

using Face = PaperText::Face;
using constitution::Decision;

constexpr double width = 210;
constexpr double left = 18;
constexpr double right = width - 18;
constexpr double inner = right - left;
constexpr double body = 10.5; // pt, the smallest of ordinary text
constexpr double pitch = 5.6; // mm, from line to line
constexpr double pictureTop = 66;
constexpr double pictureHeight = 78;
constexpr double tableLeft = left + 92;
constexpr double bodyTop = 52;
constexpr double bodyBottom = 266;

void line(QPainter &painter, double y, double thickness, double from = left, double to = right)
{
    painter.setPen(QPen(Qt::black, thickness, Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(QPointF(from, y), QPointF(to, y));
}

/// A label and what stands behind it; returns where it ends.
double labelled(QPainter &painter, double x, double y, const QString &label, const QString &value, Face face,
                double points = body)
{
    PaperText::draw(painter, x, y, label, Face::Hei, body);
    x += PaperText::widthOf(label, Face::Hei, body) + 1.4;
    PaperText::draw(painter, x, y, value, face, points);
    return x + PaperText::widthOf(value, face, points);
}

QPen linePen(bool before)
{
    QPen pen(Qt::black, before ? 0.35 : 0.6);
    if (before)
        pen.setDashPattern({4, 3});
    return pen;
}

} // namespace

struct ConstitutionPaper::Layout
{
    enum class Kind { Heading, Text };
    struct Block
    {
        Kind kind = Kind::Text;
        double height = pitch;
        QString label; // on its first line
        QString text;
    };

    assessment::Paper paper;
    SheetWords words;
    const constitution::Definition &definition = constitution::shipped();
    Letterhead letterhead;
    QStringList result;
    QList<QList<Block>> pages;

    Layout(const assessment::Paper &source, const QLocale &locale, const PaperDress &dress)
        : paper(source)
        , words(locale)
        , letterhead(paper.clinic, words.pick("中医体质辨识报告", "Report on constitution"), dress,
                     paperkind::constitutionReport, inner)
    {
        result = PaperText::wrapped(constitution::summary(definition, form(), scores()).in(words.chinese()),
                                    Face::HeiBold, 14, inner - labelWidth());
        pages = paged(blocks());
    }

    const QList<constitution::Score> &scores() const { return paper.assessment.scores; }
    constitution::Form form() const { return formOf(paper.assessment); }
    constitution::Form formOf(const ConstitutionAssessment &assessment) const
    {
        const constitution::Questionnaire *known = definition.find(assessment.form);
        return known ? known->form : constitution::Form::Standard;
    }
    double labelWidth() const { return words.chinese() ? 14 : 22; }
    double firstTop() const { return pictureTop + pictureHeight + pitch * double(result.size() - 1) + 6; }

    void addText(QList<Block> &all, const QString &label, const QString &text) const
    {
        const QStringList lines = PaperText::wrapped(text, Face::Hei, body, inner - labelWidth());
        for (qsizetype i = 0; i < lines.size(); ++i)
            all.append({Kind::Text, pitch, i == 0 ? label : QString(), lines.at(i)});
    }

    void addAdvice(QList<Block> &all, const constitution::Type &type) const
    {
        const bool zh = words.chinese();
        addText(all, words.pick("饮食", "Diet"), type.advice.diet.in(zh));
        addText(all, words.pick("运动", "Exercise"), type.advice.exercise.in(zh));
        addText(all, words.pick("情志", "Mood"), type.advice.emotion.in(zh));
        addText(all, words.pick("时令", "Season"), type.advice.season.in(zh));
    }

    QList<Block> blocks() const
    {
        QList<Block> all;
        for (const QString &id : constitution::found(definition, form(), scores())) {
            const constitution::Type *type = definition.type(id);
            if (!type)
                continue;
            all.append({Kind::Heading, 9, {}, type->name.in(words.chinese())});
            addText(all, words.pick("特征", "Signs"), type->features.in(words.chinese()));
            addAdvice(all, *type);
        }
        if (all.isEmpty()) {
            all.append({Kind::Heading, 9, {}, words.pick("一般建议", "General advice")});
            for (const constitution::Type &type : definition.types) {
                if (!type.biased)
                    addAdvice(all, type);
            }
        }
        return all;
    }

    QList<QList<Block>> paged(const QList<Block> &all) const
    {
        QList<QList<Block>> found(1);
        double room = bodyBottom - firstTop();
        for (qsizetype i = 0; i < all.size(); ++i) {
            // A heading stands with at least two lines of its own.
            const double needed = all[i].height + (all[i].kind == Kind::Heading ? 2 * pitch : 0);
            if (needed > room && !(found.size() > 1 && found.last().isEmpty())) {
                found.append(QList<Block>());
                room = bodyBottom - bodyTop;
            }
            found.last().append(all[i]);
            room -= all[i].height;
        }
        return found;
    }

    void paintHead(QPainter &p) const
    {
        // A second line of address goes upwards: what stands below has its places.
        letterhead.paint(p, 18 - std::max(0.0, letterhead.addressHeight() - 4), left, right, width / 2);
        const QString name = paper.patient.name;
        double x = labelled(p, left, 38, words.pick("姓名", "Name"), name, Face::Song,
                            PaperText::fitting(name, Face::Song, 13, 8, 60)) +
                   5;
        for (const QString &part : {words.sex(paper.patient.sex), words.age(paper.age)}) {
            PaperText::draw(p, x, 38, part, Face::Hei, body);
            x += PaperText::widthOf(part, Face::Hei, body) + 5;
        }
        labelled(p, x, 38, words.pick("病历号", "Number"), paper.patient.number, Face::Hei);
        PaperText::draw(p, right, 38, words.date(paper.assessment.day), Face::Hei, body, Qt::AlignRight);
        line(p, 40.4, 0.15);
        const QString by = paper.assessment.by == AnsweredBy::Patient
                               ? words.pick("患者自填", "answered by the patient")
                               : words.pick("医护询问", "asked by staff");
        PaperText::draw(p, right, 45.6, by, Face::Hei, body, Qt::AlignRight);
        const QString scale = definition.of(form()).name.in(words.chinese());
        const double room = inner - PaperText::widthOf(by, Face::Hei, body) - 24;
        labelled(p, left, 45.6, words.pick("量表", "Form"), scale, Face::Hei,
                 PaperText::fitting(scale, Face::Hei, body, 6, room));
        line(p, 48, 0.4);
    }

    void paintResult(QPainter &p) const
    {
        PaperText::draw(p, left, 57, words.pick("结果", "Result"), Face::Hei, body);
        for (qsizetype i = 0; i < result.size(); ++i)
            PaperText::draw(p, left + labelWidth(), 57 + pitch * double(i), result.at(i), Face::HeiBold, 14);
    }

    QList<double> shares(const ConstitutionAssessment &assessment) const
    {
        QList<double> found;
        for (const constitution::Score &score : assessment.scores)
            found << constitution::position(definition, formOf(assessment), score) / 100;
        return found;
    }

    void paintRadar(QPainter &p, double top) const
    {
        const double radius = words.chinese() ? 28 : 25;
        const QPointF centre(left + 43, top + 36);
        const RadarGeometry radar{centre, radius, static_cast<int>(scores().size())};
        radar.paintGrid(&p, QPen(Qt::black, 0.1));
        if (paper.before) {
            p.setPen(linePen(true));
            p.drawPolyline(radar.line(shares(*paper.before)));
        }
        p.setPen(linePen(false));
        p.drawPolyline(radar.line(shares(paper.assessment)));
        for (int i = 0; i < radar.axes; ++i) {
            const constitution::Score &score = scores().at(i);
            const constitution::Type *type = definition.type(score.type);
            const QStringList lines =
                RadarGeometry::inLines(type ? type->shortName().in(words.chinese()) : score.type).split(u'\n');
            const Face face = score.decision == Decision::No ? Face::Hei : Face::HeiBold;
            const QPointF tip = radar.at(i, 1 + 2.6 / radius);
            const QPointF way = (tip - centre) / radius;
            const Qt::Alignment side = qAbs(way.x()) < 0.25 ? Qt::AlignHCenter
                                       : way.x() < 0        ? Qt::AlignRight
                                                            : Qt::AlignLeft;
            const double high = 4.2 * double(lines.size());
            const double first = tip.y() + 3.4 - high / 2 + qBound(-1.0, way.y() * 1.2, 1.0) * high / 2;
            for (qsizetype n = 0; n < lines.size(); ++n)
                PaperText::draw(p, tip.x(), first + 4.2 * double(n), lines.at(n), face, body, side);
        }
        double x = left + 4;
        const auto key = [&](bool before, QDate day) {
            p.setPen(linePen(before));
            p.drawLine(QPointF(x, top + 75), QPointF(x + 9, top + 75));
            const QString date = words.date(day);
            PaperText::draw(p, x + 10.5, top + 76.3, date, Face::Hei, body);
            x += 14 + PaperText::widthOf(date, Face::Hei, body);
        };
        key(false, paper.assessment.day);
        if (paper.before)
            key(true, paper.before->day);
    }

    QString number(const constitution::Score &score) const
    {
        return score.transformed ? QString::number(*score.transformed, 'f', 1) : QString::number(score.raw);
    }

    QString decision(Decision decision) const
    {
        switch (decision) {
        case Decision::Yes:
            return words.pick("是", "yes");
        case Decision::BasicallyYes:
            return words.pick("基本是", "basically yes");
        case Decision::Tendency:
            return words.pick("倾向是", "tendency");
        case Decision::No:
            break;
        }
        return words.pick("否", "no");
    }

    void paintTable(QPainter &p, double top) const
    {
        const double row = 7;
        const double scoreRight = right - 42;
        const double beforeRight = right - 24;
        double y = top + 5;
        PaperText::draw(p, tableLeft, y, words.pick("体质", "Type"), Face::Hei, body);
        PaperText::draw(p, scoreRight, y, words.pick("得分", "Score"), Face::Hei, body, Qt::AlignRight);
        if (paper.before)
            PaperText::draw(p, beforeRight, y, words.pick("上次", "Before"), Face::Hei, body, Qt::AlignRight);
        PaperText::draw(p, right, y, words.pick("判定", "Decision"), Face::Hei, body, Qt::AlignRight);
        line(p, y + 2, 0.25, tableLeft);
        for (const constitution::Score &score : scores()) {
            y += row;
            const Face face = score.decision == Decision::No ? Face::Hei : Face::HeiBold;
            const constitution::Type *type = definition.type(score.type);
            const QString name = type ? type->shortName().in(words.chinese()) : score.type;
            PaperText::draw(p, tableLeft, y, name, face,
                            PaperText::fitting(name, face, body, 7, scoreRight - tableLeft - 14));
            PaperText::draw(p, scoreRight, y, number(score), face, body, Qt::AlignRight);
            for (const constitution::Score &before :
                 paper.before ? paper.before->scores : QList<constitution::Score>()) {
                if (before.type == score.type)
                    PaperText::draw(p, beforeRight, y, number(before), Face::Hei, body, Qt::AlignRight);
            }
            PaperText::draw(p, right, y, decision(score.decision), face, body, Qt::AlignRight);
            line(p, y + 2, 0.1, tableLeft);
        }
    }

    void paintFoot(QPainter &p, int page) const
    {
        const double y = 274;
        labelled(p, left, y, words.pick("测评", "Recorded by"), paper.assessment.recorder, Face::Song, 12);
        const QString physician = words.pick("医师", "Physician");
        const double from = right - 50;
        PaperText::draw(p, from - PaperText::widthOf(physician, Face::Hei, body) - 1.5, y, physician, Face::Hei, body);
        line(p, y + 1.4, 0.2, from);
        line(p, 279, 0.15);
        const QString number = words.page(page + 1, static_cast<int>(pages.size()));
        PaperText::draw(p, right, 284, number, Face::Hei, body, Qt::AlignRight);
        const QString note =
            form() == constitution::Form::Standard
                ? words.pick(
                      "按 ZYYXH/T 157-2009 计分：40 分及以上为是，30 分及以上为倾向是。供健康管理参考，不作诊断。",
                      "Scored by ZYYXH/T 157-2009: 40 is yes, 30 a tendency. For keeping well; no diagnosis.")
                : words.pick("按老年人中医药健康管理服务记录表计分：11 分及以上为是，9 "
                             "分及以上为倾向是。供健康管理参考，不作诊断。",
                             "Scored by the national form for elderly people: 11 is yes, 9 a tendency. For keeping "
                             "well; no diagnosis.");
        const double room = inner - PaperText::widthOf(number, Face::Hei, body) - 6;
        const QStringList lines = PaperText::wrapped(note, Face::Hei, body, room);
        for (qsizetype i = 0; i < lines.size(); ++i)
            PaperText::draw(p, left, 284 + 4.6 * double(i), lines.at(i), Face::Hei, body);
    }
};

ConstitutionPaper::ConstitutionPaper(const assessment::Paper &paper, const QLocale &locale, const PaperDress &dress)
    : m_layout(std::make_unique<Layout>(paper, locale, dress))
{
}

ConstitutionPaper::~ConstitutionPaper() = default;

int ConstitutionPaper::pages() const
{
    return static_cast<int>(m_layout->pages.size());
}

void ConstitutionPaper::paintPage(QPainter &painter, int index) const
{
    const Layout &layout = *m_layout;
    painter.setPen(Qt::black);
    layout.paintHead(painter);
    double y = bodyTop;
    if (index == 0) {
        layout.paintResult(painter);
        const double top = pictureTop + pitch * double(layout.result.size() - 1);
        layout.paintRadar(painter, top);
        layout.paintTable(painter, top);
        y = layout.firstTop();
    }
    for (const Layout::Block &block : layout.pages.at(index)) {
        if (block.kind == Layout::Kind::Heading) {
            PaperText::draw(painter, left, y + 6.4, block.text, Face::Song, 13);
        } else {
            PaperText::draw(painter, left, y + 4.4, block.label, Face::HeiBold, body);
            PaperText::draw(painter, left + layout.labelWidth(), y + 4.4, block.text, Face::Hei, body);
        }
        y += block.height;
    }
    layout.paintFoot(painter, index);
}

Sheets sheetsOf(const assessment::Paper &paper, const QLocale &locale, const PaperDress &dress)
{
    const auto pages = std::make_shared<ConstitutionPaper>(paper, locale, dress);
    Sheets sheets;
    sheets.title = SheetWords(locale).pick("体质报告 ", "Report on constitution ") + paper.patient.number;
    sheets.fileName = pdfName(paper.patient.number + u'-' + paper.assessment.day.toString(QStringLiteral("yyyyMMdd")));
    sheets.size = QPageSize::A4;
    sheets.pages = pages->pages();
    sheets.about = {paperkind::constitutionReport, QStringLiteral("constitution_assessment"),
                    paper.assessment.id.uuid(), paper.patient.id.uuid()};
    sheets.paint = [pages](QPainter &painter, int page) { pages->paintPage(painter, page); };
    return sheets;
}

} // namespace xinglin::ui
