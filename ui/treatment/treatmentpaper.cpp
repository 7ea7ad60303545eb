#include "ui/treatment/treatmentpaper.h"

#include "ui/paper/flowpaper.h"
#include "ui/paper/letterhead.h"
#include "ui/paper/paperframe.h"
#include "ui/paper/paperkinds.h"
#include "ui/paper/papertext.h"
#include "ui/prescription/paperwords.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>

namespace xinglin::ui {

namespace {

using Face = PaperText::Face;

constexpr double headTop = 27; // where the letterhead ends if it has no address
constexpr double body = 10.5;  // pt, the smallest of ordinary text
constexpr double small = 8.5;
constexpr double pointSize = 13;
constexpr double gutter = 8;
constexpr double mostName = 42; // mm
constexpr int boxesInARow = 10;

void box(QPainter &painter, const QRectF &rect, double thickness = 0.25)
{
    painter.setPen(QPen(Qt::black, thickness));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(rect);
}

} // namespace

struct TreatmentPaper::Layout
{
    struct Block
    {
        double height = 0;
        bool tied = false; // to what follows
        std::function<void(QPainter &, double)> paint;
    };

    treatment::Sheet sheet;
    std::shared_ptr<const Catalog> catalog;
    PaperWords words;
    PaperFrame frame;
    const double left = frame.left;
    const double right = frame.right;
    const double inner = frame.inner;
    const double columnWidth = (inner - gutter) / 2;
    Letterhead letterhead;
    const double head = headTop + letterhead.addressHeight();
    const double bodyTop = head + 21;
    const double bodyBottom = frame.height - 32;
    QString certificate; // of who signs
    QList<QList<Block>> pages;

    Layout(const treatment::Sheet &source, std::shared_ptr<const Catalog> known, const QLocale &locale,
           const PaperDress &dress)
        : sheet(source)
        , catalog(std::move(known))
        , words(locale)
        , frame(dress.writing)
        , letterhead(sheet.clinic, words.pick("治 疗 单", "Treatment sheet"), dress, paperkind::treatmentSheet, inner)
    {
        if (dress.shows(paperkind::treatmentSheet, PaperPart::Practitioner))
            certificate = words.certificate(sheet.practitionerLicence);
        QList<Block> all;
        for (qsizetype i = 0; i < sheet.orders.size(); ++i)
            addOrder(all, sheet.orders.at(i), i);
        if (std::any_of(sheet.orders.cbegin(), sheet.orders.cend(), [](const treatment::Order &order) {
                return treatment::leavesNeedles(order.treatment.content);
            }))
            addNeedles(all);
        pages = paged(all, bodyBottom - bodyTop);
    }

    QString nameOf(const TreatmentPoint &point) const
    {
        const points::AcuPoint *known = catalog->points.find(point.point);
        return known && !words.chinese() && known->zh == point.name ? known->en : point.name;
    }

    QString nameOf(const TreatmentDraft &draft) const
    {
        const Service *service = catalog->services.find(draft.service);
        return service && !words.chinese() && service->zh == draft.name ? service->en : draft.name;
    }

    QString sideWord(points::Side side) const
    {
        switch (side) {
        case points::Side::Both:
            return words.pick("双", "both");
        case points::Side::Left:
            return words.pick("左", "left");
        case points::Side::Right:
            return words.pick("右", "right");
        case points::Side::Midline:
            return {};
        }
        return {};
    }

    QString techniqueWord(Technique technique) const
    {
        switch (technique) {
        case Technique::Unsaid:
            return {};
        case Technique::Even:
            return words.pick("平补平泻", "even");
        case Technique::Reinforcing:
            return words.pick("补", "reinforcing");
        case Technique::Reducing:
            return words.pick("泻", "reducing");
        case Technique::WarmNeedle:
            return words.pick("温针", "warm needle");
        case Technique::Electro:
            return words.pick("电针", "electro");
        case Technique::Prick:
            return words.pick("点刺", "prick");
        case Technique::Moxa:
            return words.pick("灸", "moxa");
        }
        return {};
    }

    void addText(QList<Block> &all, const QString &label, const QString &text) const
    {
        const double indent = label.isEmpty() ? 0 : (words.chinese() ? 11 : 24);
        const QStringList lines = PaperText::wrapped(text, Face::Hei, body, inner - indent);
        for (qsizetype i = 0; i < lines.size(); ++i)
            all.append({5.6, false, [=, left = left, first = i == 0, words = lines.at(i)](QPainter &p, double y) {
                            if (first)
                                PaperText::draw(p, left, y + 4.2, label, Face::HeiBold, body);
                            PaperText::draw(p, left + indent, y + 4.2, words, Face::Hei, body);
                        }});
    }

    void addOrder(QList<Block> &all, const treatment::Order &order, qsizetype index) const
    {
        const TreatmentDraft &content = order.treatment.content;
        QStringList how{techniqueWord(content.technique)};
        if (content.minutes)
            how << (content.needleCount() > 0 ? words.pick("留针 %1 分", "stay %1 min") : words.pick("%1 分", "%1 min"))
                       .arg(*content.minutes);
        for (const TreatmentParameter &one : content.parameters) {
            if (const TherapyParameter *known = therapyParameter(one.code))
                how << QStringLiteral("%1 %2").arg(one.number).arg(words.chinese() ? known->unitZh : known->unitEn);
        }
        how.removeAll(QString());
        const QString title = QStringLiteral("%1. %2").arg(index + 1).arg(nameOf(content));
        const QString sentence = how.join(words.comma());
        const int count = content.needleCount();
        const bool needled = treatment::leavesNeedles(content);
        all.append({needled ? 13.0 : 9.0, true, [=, this](QPainter &p, double y) {
                        const double base = y + (needled ? 10.4 : 6.4);
                        double taken = 0;
                        if (needled) { // large, for whoever takes them out
                            // Where nothing says how many, it is written by hand.
                            const QString number = count > 0 ? QString::number(count) : QStringLiteral("    ");
                            const QString unit = words.pick("针", count == 1 ? "needle" : "needles");
                            const double unitWidth = PaperText::widthOf(unit, Face::Hei, body) + 1.2;
                            taken = PaperText::widthOf(number, Face::HeiBold, 24) + unitWidth + 6;
                            box(p, QRectF(right - taken, y + 1.4, taken, 10.4), 0.5);
                            PaperText::draw(p, right - 3, base, unit, Face::Hei, body, Qt::AlignRight);
                            PaperText::draw(p, right - 3 - unitWidth, base, number, Face::HeiBold, 24, Qt::AlignRight);
                        }
                        const double room = inner - taken - 3;
                        const double size = PaperText::fitting(title, Face::Song, 14, 8, room * 0.62);
                        PaperText::draw(p, left, base, title, Face::Song, size);
                        const double x = left + PaperText::widthOf(title, Face::Song, size) + 4;
                        PaperText::draw(p, x, base, sentence, Face::Hei,
                                        PaperText::fitting(sentence, Face::Hei, body, 6, left + room - x));
                        line(p, y + (needled ? 12.6 : 8.4), 0.25);
                    }});
        for (qsizetype i = 0; i < content.points.size(); i += 2) {
            all.append({7.4, false, [=, this](QPainter &p, double y) {
                            paintPoint(p, left, y, content.points.at(i));
                            if (i + 1 < content.points.size())
                                paintPoint(p, left + columnWidth + gutter, y, content.points.at(i + 1));
                        }});
        }
        addText(all, words.pick("说明", "Directions"), content.instructions);
        addFindings(all, order.treatment);
        if (content.sessions > 1)
            addSessions(all, order);
    }

    void paintPoint(QPainter &p, double x, double y, const TreatmentPoint &point) const
    {
        const points::AcuPoint *known = catalog->points.find(point.point);
        const double base = y + 5.2;
        QStringList said{sideWord(point.side), techniqueWord(point.technique)};
        if (point.depthCun)
            said << words.pick("%1 寸", "%1 cun").arg(*point.depthCun);
        if (point.needles > 2)
            said << words.pick("%1 针", "%1 needles").arg(point.needles);
        said.removeAll(QString());
        const QString how = said.join(u' ');
        const double howSize = PaperText::fitting(how, Face::Hei, body, 6, columnWidth * 0.5);
        const double howWidth = PaperText::widthOf(how, Face::Hei, howSize);
        const QString code = known ? known->code : QString();
        const double codeWidth = PaperText::widthOf(code, Face::Hei, small) + 1.2;
        const QString name = nameOf(point);
        const double size = PaperText::fitting(name, Face::Song, pointSize, 6, columnWidth - howWidth - codeWidth - 3);
        PaperText::draw(p, x, base, name, Face::Song, size);
        PaperText::draw(p, x + PaperText::widthOf(name, Face::Song, size) + 1.2, base, code, Face::Hei, small);
        PaperText::draw(p, x + columnWidth, base, how, Face::Hei, howSize, Qt::AlignRight);
        line(p, y + 6.8, 0.2, x, x + columnWidth, true);
    }

    void addFindings(QList<Block> &all, const Treatment &treatment) const
    {
        for (const TreatmentFinding &finding : treatment.findings) {
            const points::PointRule *rule = catalog->points.rule(finding.rule);
            if (!rule)
                continue;
            const QString word = finding.severity == u"severe"    ? words.pick("停", "Stop")
                                 : finding.severity == u"warning" ? words.pick("慎", "Caution")
                                                                  : words.pick("知", "Note");
            addText(all, word,
                    words.pick("%1：%2", "%1: %2").arg(finding.points, words.chinese() ? rule->zh : rule->en));
        }
    }

    /// A box for each session; those that were given hold their day.
    void addSessions(QList<Block> &all, const treatment::Order &order) const
    {
        const TreatmentDraft &content = order.treatment.content;
        QList<QDate> days;
        for (const TreatmentSession &session : order.sessions) {
            if (session.counts())
                days << session.day;
        }
        QString often = words.pick("%1 次", "%1 sessions").arg(content.sessions);
        if (content.perWeek)
            often += words.pick("，每周 %1 次", ", %1 a week").arg(*content.perWeek);
        all.append({5.6, true, [=, left = left](QPainter &p, double y) {
                        PaperText::draw(p, left, y + 4.2, often, Face::HeiBold, body);
                    }});
        const double wide = inner / boxesInARow;
        for (int first = 0; first < content.sessions; first += boxesInARow) {
            const int last = std::min(first + boxesInARow, content.sessions);
            all.append({11.4, false, [=, left = left](QPainter &p, double y) {
                            for (int i = first; i < last; ++i) {
                                const double x = left + (i - first) * wide;
                                box(p, QRectF(x, y + 0.6, wide, 9.8));
                                PaperText::draw(p, x + 0.8, y + 3.6, QString::number(i + 1), Face::Hei, 7);
                                if (i < days.size())
                                    PaperText::draw(p, x + wide / 2, y + 8.4,
                                                    days.at(i).toString(QStringLiteral("M-d")), Face::HeiBold, small,
                                                    Qt::AlignHCenter);
                            }
                        }});
        }
    }

    void addNeedles(QList<Block> &all) const
    {
        all.append({13, false, [this](QPainter &p, double y) {
                        line(p, y + 1.2, 0.4);
                        const double base = y + 9;
                        double x = left;
                        for (const QString &label : {words.pick("进针", "In"), words.pick("起针", "Out")}) {
                            PaperText::draw(p, x, base, label, Face::HeiBold, body);
                            x += PaperText::widthOf(label, Face::HeiBold, body) + 1;
                            line(p, base + 1, 0.2, x, x + 13);
                            x += 17;
                        }
                        box(p, QRectF(x, base - 3.6, 4, 4), 0.35);
                        x = PaperText::drawRow(p, x + 5.6, base,
                                               {{words.pick("针数相符", "All needles out"), Face::Hei, body, 3.2},
                                                {words.pick("签名", "Signed"), Face::Hei, body, 0}},
                                               right - 18 - x - 5.6);
                        line(p, base + 1, 0.2, x + 1.2, right);
                    }});
    }

    static QList<QList<Block>> paged(const QList<Block> &all, double room)
    {
        QList<QList<Block>> pages(1);
        double used = 0;
        for (const Block &block : all) {
            if (used + block.height > room && !pages.last().isEmpty()) {
                QList<Block> taken;
                while (pages.last().size() > 1 && pages.last().last().tied)
                    taken.prepend(pages.last().takeLast());
                pages.append(taken);
                used = 0;
                for (const Block &one : taken)
                    used += one.height;
            }
            pages.last().append(block);
            used += block.height;
        }
        return pages;
    }

    void line(QPainter &p, double y, double thickness) const { paperLine(p, y, thickness, left, right); }
    static void line(QPainter &p, double y, double thickness, double from, double to, bool dotted = false)
    {
        paperLine(p, y, thickness, from, to, dotted);
    }

    void paintHead(QPainter &p) const
    {
        letterhead.paint(p, 15.2, left, right, frame.middle);
        const QString day = words.date(sheet.day);
        PaperText::draw(p, right, head + 4, day, Face::Hei, body, Qt::AlignRight);
        const QString name = sheet.patient.name;
        PaperText::drawRow(p, left, head + 4,
                           {{words.pick("姓名", "Name"), Face::Hei, body, 1.2},
                            {name, Face::Song, PaperText::fitting(name, Face::Song, 13, 8, mostName), 4},
                            {words.sex(sheet.patient.sex), Face::Hei, body, 4},
                            {words.age(sheet.age), Face::Hei, body, 4},
                            {words.pick("病历号", "Number"), Face::Hei, body, 1.2},
                            {sheet.patient.number, Face::Hei, body, 0}},
                           inner - PaperText::widthOf(day, Face::Hei, body) - 4);
        line(p, head + 6.2, 0.15);
        if (!sheet.diagnosis.isEmpty())
            paintFitted(p, head + 11.2, words.pick("诊断", "Diagnosis"), sheet.diagnosis);
        const QString allergies =
            sheet.allergies.isEmpty() ? words.pick("未记录", "none recorded") : sheet.allergies.join(words.comma());
        paintFitted(p, head + (sheet.diagnosis.isEmpty() ? 11.2 : 17.2), words.pick("过敏", "Allergies"), allergies);
        line(p, head + 20, 0.4);
    }

    void paintFitted(QPainter &p, double y, const QString &label, const QString &text) const
    {
        PaperText::draw(p, left, y, label, Face::Hei, body);
        const double x = left + PaperText::widthOf(label, Face::Hei, body) + 1.2;
        PaperText::draw(p, x, y, text, Face::HeiBold, PaperText::fitting(text, Face::HeiBold, body, 5, right - x));
    }

    void paintFoot(QPainter &p, int page) const
    {
        const double cell = inner / 2;
        const QList<QPair<QString, QString>> places = {{words.pick("医师", "Physician"), sheet.practitioner},
                                                       {words.pick("执行", "Given by"), {}}};
        for (int i = 0; i < places.size(); ++i) {
            const double x = left + i * cell;
            const double label = PaperText::widthOf(places.at(i).first, Face::Hei, body) + 1.5;
            const double y = frame.height - 20;
            PaperText::draw(p, x, y, places.at(i).first, Face::Hei, body);
            const double room = cell - label - 6;
            PaperText::draw(p, x + label + 1, y, places.at(i).second, Face::Song,
                            PaperText::fitting(places.at(i).second, Face::Song, 12, 6, room - 1));
            line(p, y + 1.6, 0.2, x + label, x + label + room);
            if (i == 0)
                PaperText::draw(p, x + label + 1, y + 4.6, certificate, Face::Hei,
                                PaperText::fitting(certificate, Face::Hei, 7, 4, room - 1));
        }
        line(p, frame.height - 14, 0.15);
        const QString number = words.page(page + 1, static_cast<int>(pages.size()));
        PaperText::draw(p, right, frame.height - 9, number, Face::Hei, body, Qt::AlignRight);
        const double room = inner - PaperText::widthOf(number, Face::Hei, body) - 4;
        double points = small;
        QStringList scope = PaperText::wrapped(scopeText(), Face::Hei, points, room);
        while (scope.size() > 2 && points > 4) {
            points -= 0.5;
            scope = PaperText::wrapped(scopeText(), Face::Hei, points, room);
        }
        for (qsizetype i = 0; i < scope.size(); ++i)
            PaperText::draw(p, left, frame.height - 9 + 4 * static_cast<double>(i), scope.at(i), Face::Hei, points);
    }

    QString scopeText() const
    {
        int all = 0;
        int checked = 0;
        int counts[3] = {};
        QString rules;
        for (const treatment::Order &order : sheet.orders) {
            all += static_cast<int>(order.treatment.content.points.size());
            checked += order.treatment.checked;
            rules = order.treatment.checkRules;
            for (const TreatmentFinding &finding : order.treatment.findings)
                ++counts[finding.severity == u"severe" ? 0 : finding.severity == u"warning" ? 1 : 2];
        }
        if (all == 0)
            return {};
        QString text =
            words.pick("%2 穴已核 %1 穴；停 %3，慎 %4，知 %5。深度为教学值。数据 %6。",
                       "%1 of %2 points looked at; stop %3, caution %4, note %5. Depths are teaching values. "
                       "Data %6.");
        return text.arg(checked).arg(all).arg(counts[0]).arg(counts[1]).arg(counts[2]).arg(rules);
    }
};

TreatmentPaper::TreatmentPaper(const treatment::Sheet &sheet, std::shared_ptr<const Catalog> catalog,
                               const QLocale &locale, const PaperDress &dress)
    : m_layout(std::make_unique<Layout>(sheet, std::move(catalog), locale, dress))
{
}

TreatmentPaper::~TreatmentPaper() = default;

int TreatmentPaper::pages() const
{
    return static_cast<int>(m_layout->pages.size());
}

void TreatmentPaper::paintPage(QPainter &painter, int index) const
{
    painter.save();
    painter.scale(m_layout->frame.scale, m_layout->frame.scale);
    painter.setPen(Qt::black);
    m_layout->paintHead(painter);
    double y = m_layout->bodyTop;
    for (const Layout::Block &block : m_layout->pages.at(index)) {
        block.paint(painter, y);
        y += block.height;
    }
    m_layout->paintFoot(painter, index);
    painter.restore();
}

Sheets printedSheet(const treatment::Sheet &sheet, std::shared_ptr<const Catalog> catalog, const QLocale &locale,
                    const PaperDress &dress)
{
    const auto paper = std::make_shared<const TreatmentPaper>(sheet, std::move(catalog), locale, dress);
    const QString subject =
        QStringLiteral("%1 %2").arg(sheet.day.toString(QStringLiteral("yyyyMMdd")), sheet.patient.number);
    Sheets sheets;
    sheets.title = PaperWords(locale).pick("治疗单 ", "Treatment sheet ") + subject;
    sheets.fileName = pdfName(QStringLiteral("T-%1").arg(subject));
    sheets.pages = paper->pages();
    sheets.about = {paperkind::treatmentSheet, QStringLiteral("visit"), sheet.visit.uuid(), sheet.patient.id.uuid()};
    sheets.paint = [paper](QPainter &painter, int page) { paper->paintPage(painter, page); };
    return sheets;
}

} // namespace xinglin::ui
