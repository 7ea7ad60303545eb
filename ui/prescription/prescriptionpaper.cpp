#include "ui/prescription/prescriptionpaper.h"

#include "ui/paper/flowpaper.h"
#include "ui/paper/letterhead.h"
#include "ui/paper/paperframe.h"
#include "ui/paper/paperkinds.h"
#include "ui/paper/papertext.h"
#include "ui/prescription/paperwords.h"

#include <QPainter>

#include <algorithm>

namespace xinglin::ui {

namespace {

using Face = PaperText::Face;

constexpr double headTop = 27;   // where the letterhead ends if it has no address
constexpr double body = 10.5;    // pt, the smallest of ordinary text
constexpr double mark = 8.5;     // pt, preparations at a herb's upper right
constexpr double herbSize = 13;  // pt
constexpr double roomyRow = 7.6; // mm
constexpr double tightRow = 6.6;
constexpr double gutter = 8;
constexpr double mostName = 42; // mm

} // namespace

struct PrescriptionPaper::Layout
{
    enum class Kind { Herbs, Blank, Numbers, Text };
    struct Block
    {
        Kind kind = Kind::Text;
        double height = 0;
        qsizetype first = 0; // Herbs: index of the left one
        QString label;       // Text: on its first line
        QString text;
    };

    consultation::Paper paper;
    PaperWords words;
    PaperFrame frame;
    const double left = frame.left;
    const double right = frame.right;
    const double inner = frame.inner;
    const double columnWidth = (inner - gutter) / 2;
    Letterhead letterhead;
    const double head = headTop + letterhead.addressHeight();
    const double bodyTop = head + 31;
    const double bodyBottom = frame.height - 34;
    QString certificate; // of who signs
    QList<QList<Block>> pages;

    Layout(const consultation::Paper &source, const QLocale &locale, const PaperDress &dress)
        : paper(source)
        , words(locale)
        , frame(dress.writing)
        , letterhead(paper.clinic, words.pick("处 方 笺", "Prescription"), dress, paperkind::prescription, inner)
    {
        if (dress.shows(paperkind::prescription, PaperPart::Practitioner))
            certificate = words.certificate(paper.revision.practitionerLicence);
        pages = paged(blocks(roomyRow), bodyBottom - bodyTop);
        if (pages.size() > 1) {
            const QList<QList<Block>> tight = paged(blocks(tightRow), bodyBottom - bodyTop);
            if (tight.size() < pages.size())
                pages = tight;
        }
    }

    const PrescriptionDraft &content() const { return paper.prescription.content; }
    double labelWidth() const { return words.chinese() ? 11 : 24; }

    QList<Block> blocks(double row) const
    {
        QList<Block> all;
        for (qsizetype i = 0; i < content().lines.size(); i += 2)
            all.append({Kind::Herbs, row, i, {}, {}});
        all.append({Kind::Blank, 6, 0, {}, {}});
        all.append({Kind::Numbers, 11.5, 0, {}, {}});
        addText(all, words.pick("用法", "Directions"), content().instructions);
        addText(all, words.pick("医嘱", "Advice"), paper.revision.note.advice);
        return all;
    }

    void addText(QList<Block> &all, const QString &label, const QString &text) const
    {
        const QStringList lines = PaperText::wrapped(text, Face::Hei, body, inner - labelWidth());
        for (qsizetype i = 0; i < lines.size(); ++i)
            all.append({Kind::Text, 5.6, 0, i == 0 ? label : QString(), lines.at(i)});
    }

    void line(QPainter &p, double y, double thickness) const { paperLine(p, y, thickness, left, right); }

    static QList<QList<Block>> paged(const QList<Block> &all, double room)
    {
        QList<QList<Block>> pages(1);
        double used = 0;
        for (const Block &block : all) {
            // The word that nothing follows stands with the last herbs; so do packets and days.
            const bool tied = block.kind == Kind::Blank || block.kind == Kind::Numbers;
            if (used + block.height > room && !pages.last().isEmpty()) {
                QList<Block> taken;
                while (tied && !pages.last().isEmpty() && taken.size() < 2 &&
                       (taken.isEmpty() || taken.first().kind == Kind::Blank))
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

    void paintHead(QPainter &p) const
    {
        const QString medicine = words.kindOfMedicine(content().route);
        const QString serial = QStringLiteral("No. ") + paper.prescription.number;
        PaperText::draw(p, left, 14, medicine, Face::Hei, body);
        PaperText::draw(p, left, 19, serial, Face::Hei, body);
        const double taken =
            std::max(PaperText::widthOf(medicine, Face::Hei, body), PaperText::widthOf(serial, Face::Hei, body));
        const QString kind = words.pick("普通", "Ordinary");
        const double boxed = PaperText::widthOf(kind, Face::Hei, 11) + 4;
        p.setPen(QPen(Qt::black, 0.35));
        p.drawRect(QRectF(right - boxed, 9.6, boxed, 6));
        PaperText::draw(p, right - boxed / 2, 14, kind, Face::Hei, 11, Qt::AlignHCenter);
        letterhead.paint(p, 15.2, left + taken + 3, right - boxed - 3, frame.middle);

        const QString paid = words.pick("自费", "self-paid");
        PaperText::draw(p, right, head + 4, paid, Face::Hei, body, Qt::AlignRight);
        const QString name = paper.patient.name;
        PaperText::drawRow(p, left, head + 4,
                           {{words.pick("姓名", "Name"), Face::Hei, body, 1.2},
                            {name, Face::Song, PaperText::fitting(name, Face::Song, 13, 8, mostName), 4},
                            {words.sex(paper.patient.sex), Face::Hei, body, 4},
                            {words.age(paper.age), Face::Hei, body, 4},
                            {words.pick("病历号", "Number"), Face::Hei, body, 1.2},
                            {paper.patient.number, Face::Hei, body, 0}},
                           inner - PaperText::widthOf(paid, Face::Hei, body) - 3);
        line(p, head + 6.2, 0.15);

        const QString day = words.date(paper.revision.day);
        PaperText::draw(p, right, head + 11.2, day, Face::Hei, body, Qt::AlignRight);
        paintFitted(p, head + 11.2, words.pick("诊断", "Diagnosis"), diagnosis(),
                    PaperText::widthOf(day, Face::Hei, body));
        line(p, head + 13.4, 0.15);

        const QString department = words.pick("科别 中医科", "Dept. TCM");
        PaperText::draw(p, right, head + 18.4, department, Face::Hei, body, Qt::AlignRight);
        const QString allergies =
            paper.allergies.isEmpty() ? words.pick("未记录", "none recorded") : paper.allergies.join(words.comma());
        paintFitted(p, head + 18.4, words.pick("过敏", "Allergies"), allergies,
                    PaperText::widthOf(department, Face::Hei, body));
        line(p, head + 20.8, 0.4);

        PaperText::draw(p, left, head + 28.4, QStringLiteral("Rp."), Face::Song, 19);
        const QString count = words.herbCount(content().lines.size());
        PaperText::draw(p, right, head + 28.4, count, Face::Hei, body, Qt::AlignRight);
        const double room = inner - 16 - PaperText::widthOf(count, Face::Hei, body) - 4;
        PaperText::draw(p, left + 15, head + 28.4, content().name, Face::Hei,
                        PaperText::fitting(content().name, Face::Hei, 11, 7, room));
    }

    QString diagnosis() const
    {
        QStringList parts;
        for (const DiagnosisEntry &entry : paper.revision.note.diagnoses) {
            if (entry.kind != DiagnosisKind::Method)
                parts << entry.display;
        }
        return parts.isEmpty() ? words.pick("未写", "not stated") : parts.join(words.comma());
    }

    /// A line of the head whose right end is taken; what is too long is written smaller, then on two small lines.
    void paintFitted(QPainter &p, double y, const QString &label, const QString &text, double taken) const
    {
        const double labelled = PaperText::widthOf(label, Face::Hei, body) + 1.2;
        const double room = inner - labelled - taken - 4;
        PaperText::draw(p, left, y, label, Face::Hei, body);
        const double size = PaperText::fitting(text, Face::HeiBold, body, 8, room);
        if (PaperText::widthOf(text, Face::HeiBold, size) <= room + 0.01)
            return PaperText::draw(p, left + labelled, y, text, Face::HeiBold, size);
        double small = 7;
        QStringList lines = PaperText::wrapped(text, Face::HeiBold, small, room);
        while (lines.size() > 2 && small > 3.5) {
            small -= 0.5;
            lines = PaperText::wrapped(text, Face::HeiBold, small, room);
        }
        const double pitch = small * PaperText::millimetresPerPoint * 1.15;
        for (qsizetype i = 0; i < lines.size(); ++i)
            PaperText::draw(p, left + labelled, y - pitch * double(lines.size() - 1 - i) + 0.6, lines.at(i),
                            Face::HeiBold, small);
    }

    void paintHerb(QPainter &p, double x, double y, double row, const PrescriptionLine &herb) const
    {
        const double base = y + row - 2.1;
        const QString dose = herb.dose.gramText();
        const double unit = PaperText::widthOf(QStringLiteral("g"), Face::Hei, body) + 0.8;
        const double doseWidth = PaperText::widthOf(dose, Face::HeiBold, herbSize) + unit;
        const QString signedAgain =
            herb.signedAgain ? words.pick("双签 ", "2nd sig. ") + paper.revision.practitioner : QString();
        const double marks = qMax(PaperText::widthOf(herb.preparation, Face::Hei, mark), 0.0);
        const double second = signedAgain.isEmpty() ? 0 : PaperText::widthOf(signedAgain, Face::Hei, mark) + 1;
        const double room = columnWidth - doseWidth - marks - second - 3;
        const double size = PaperText::fitting(herb.name, Face::Song, herbSize, 6, room);
        PaperText::draw(p, x, base, herb.name, Face::Song, size);
        double end = x + PaperText::widthOf(herb.name, Face::Song, size) + 0.6;
        PaperText::draw(p, end, base - 1.7, herb.preparation, Face::Hei, mark);
        end += marks > 0 ? marks + 1 : 0.4;
        if (!signedAgain.isEmpty()) {
            PaperText::draw(p, end, base, signedAgain, Face::Hei, mark);
            paperLine(p, base + 0.6, 0.2, end, end + second - 1);
        }
        PaperText::draw(p, x + columnWidth - unit, base, dose, Face::HeiBold, herbSize, Qt::AlignRight);
        PaperText::draw(p, x + columnWidth, base, QStringLiteral("g"), Face::Hei, body, Qt::AlignRight);
        paperLine(p, y + row - 0.5, 0.15, x, x + columnWidth, true);
    }

    void paintNumbers(QPainter &p, double y) const
    {
        line(p, y + 1.2, 0.25);
        QList<PaperText::Piece> pieces;
        const auto number = [&](const QString &before, int value, const QString &after) {
            if (!before.isEmpty())
                pieces.append({before, Face::Hei, 11, 1.2});
            pieces.append({QString::number(value), Face::HeiBold, 16, 1.2});
            pieces.append({after, Face::Hei, 11, 5});
        };
        number({}, content().packets,
               content().packets == 1 ? words.pick("剂", "packet") : words.pick("剂", "packets"));
        number(words.pick("每日", {}), content().packetsPerDay, words.pick("剂", "a day"));
        number(words.pick("分", "in"), content().timesPerDay,
               content().timesPerDay == 1 ? words.pick("次", "dose") : words.pick("次", "doses"));
        number(words.pick("共", "for"), content().days(),
               content().days() == 1 ? words.pick("天", "day") : words.pick("天", "days"));
        const QString mass = content().packetMass().gramText();
        const QString total = (content().packetMass() * content().packets).gramText();
        const QString sum = words.pick("每剂 %1 g，总 %2 g", "%1 g each, %2 g in all").arg(mass, total);
        const double least = PaperText::widthOf(sum, Face::Hei, 7); // stays legible; the numbers give way
        const double x = PaperText::drawRow(p, left, y + 7.6, pieces, inner - least - 5) + 5;
        PaperText::draw(p, right, y + 7.6, sum, Face::Hei, PaperText::fitting(sum, Face::Hei, body, 7, right - x),
                        Qt::AlignRight);
        line(p, y + 10.2, 0.25);
    }

    void paintFoot(QPainter &p, int page) const
    {
        const double cell = inner / 3;
        const QList<QPair<QString, QString>> places = {
            {words.pick("医师", "Physician"), paper.revision.practitioner},
            {words.pick("审核", "Reviewed"), paper.seconds.checker},
            {words.pick("调配", "Dispensed"), {}},
            {words.pick("核对", "Checked"), {}},
            {words.pick("发药", "Handed out"), {}},
            {words.pick("药费", "Fee"),
             paper.price ? QStringLiteral("¥") + prices::yuanText(*paper.price) : QString()}};
        for (int i = 0; i < places.size(); ++i) {
            const double x = left + (i % 3) * cell;
            const double y = frame.height - 26 + (i / 3) * 8.4;
            const double label = PaperText::widthOf(places.at(i).first, Face::Hei, body) + 1.5;
            PaperText::draw(p, x, y, places.at(i).first, Face::Hei, body);
            const double room = cell - label - 4;
            PaperText::draw(p, x + label + 1, y, places.at(i).second, Face::Song,
                            PaperText::fitting(places.at(i).second, Face::Song, 12, 6, room - 1));
            paperLine(p, y + 1.6, 0.2, x + label, x + label + room);
        }
        const double label = PaperText::widthOf(places.first().first, Face::Hei, body) + 2.5;
        if (!certificate.isEmpty()) { // below the name where there is room for it
            const double wide = PaperText::widthOf(certificate, Face::Hei, 7);
            PaperText::draw(p, wide > cell - label - 2 ? left : left + label, frame.height - 21.7, certificate,
                            Face::Hei, PaperText::fitting(certificate, Face::Hei, 7, 4, cell - 2));
        }
        if (!paper.seconds.countersigner.isEmpty()) { // beside the author's number, so that neither name shrinks
            const QString said = words.pick("会签 ", "Countersigned ") + paper.seconds.countersigner;
            PaperText::draw(p, left + cell, frame.height - 21.7, said, Face::Hei,
                            PaperText::fitting(said, Face::Hei, 7, 4, cell - 2));
        }
        line(p, frame.height - 12.4, 0.15);
        const QString number = words.page(page + 1, int(pages.size()));
        PaperText::draw(p, right, frame.height - 7.4, number, Face::Hei, body, Qt::AlignRight);
        const double room = inner - PaperText::widthOf(number, Face::Hei, body) - 4;
        const QString said = words.scope(paper.prescription);
        const double small = PaperText::fitting(said, Face::Hei, body, mark, room);
        if (PaperText::widthOf(said, Face::Hei, small) <= room + 0.01)
            return PaperText::draw(p, left, frame.height - 7.4, said, Face::Hei, small);
        double points = mark;
        QStringList scope = PaperText::wrapped(said, Face::Hei, points, room);
        while (scope.size() > 2 && points > 4) {
            points -= 0.5;
            scope = PaperText::wrapped(said, Face::Hei, points, room);
        }
        for (qsizetype i = 0; i < scope.size(); ++i)
            PaperText::draw(p, left, frame.height - 8.6 + 3.6 * double(i), scope.at(i), Face::Hei, points);
    }
};

PrescriptionPaper::PrescriptionPaper(const consultation::Paper &paper, const QLocale &locale, const PaperDress &dress)
    : m_layout(std::make_unique<Layout>(paper, locale, dress))
{
}

PrescriptionPaper::~PrescriptionPaper() = default;
PrescriptionPaper::PrescriptionPaper(PrescriptionPaper &&) noexcept = default;

int PrescriptionPaper::pages() const
{
    return int(m_layout->pages.size());
}

void PrescriptionPaper::paintPage(QPainter &painter, int index) const
{
    const Layout &layout = *m_layout;
    const double left = layout.left;
    const double right = layout.right;
    painter.save();
    painter.scale(layout.frame.scale, layout.frame.scale);
    painter.setPen(Qt::black);
    layout.paintHead(painter);
    double y = layout.bodyTop;
    for (const Layout::Block &block : layout.pages.at(index)) {
        switch (block.kind) {
        case Layout::Kind::Herbs:
            layout.paintHerb(painter, left, y, block.height, layout.content().lines.at(block.first));
            if (block.first + 1 < layout.content().lines.size())
                layout.paintHerb(painter, left + layout.columnWidth + gutter, y, block.height,
                                 layout.content().lines.at(block.first + 1));
            break;
        case Layout::Kind::Blank:
            PaperText::draw(painter, right, y + 4.4, layout.words.pick("（以下空白）", "(nothing below)"), Face::Hei,
                            body, Qt::AlignRight);
            break;
        case Layout::Kind::Numbers:
            layout.paintNumbers(painter, y);
            break;
        case Layout::Kind::Text:
            PaperText::draw(painter, left, y + 5, block.label, Face::HeiBold, body);
            PaperText::draw(painter, left + layout.labelWidth(), y + 5, block.text, Face::Hei, body);
            break;
        }
        y += block.height;
    }
    layout.paintFoot(painter, index);
    painter.restore();
}

Sheets sheetsOf(const consultation::Paper &paper, const QLocale &locale, const PaperDress &dress)
{
    const auto pages = std::make_shared<PrescriptionPaper>(paper, locale, dress);
    const QString number = paper.prescription.number;
    return {PaperWords(locale).pick("处方笺 ", "Prescription ") + number,
            pdfName(number),
            QPageSize::A5,
            false,
            pages->pages(),
            [pages](QPainter &painter, int page) { pages->paintPage(painter, page); },
            {paperkind::prescription, QStringLiteral("prescription"), paper.prescription.id.uuid(),
             paper.patient.id.uuid()}};
}

} // namespace xinglin::ui
