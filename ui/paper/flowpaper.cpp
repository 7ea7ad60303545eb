#include "ui/paper/flowpaper.h"

#include <QPainter>

namespace xinglin::ui {

namespace {

using Face = PaperText::Face;

constexpr double middle = 74;
constexpr double bodyTop = 42;
constexpr double bodyBottom = 184;
constexpr double lineHeight = 5.6; // of ordinary text
constexpr double smallest = 7;     // pt; names and addresses that are longer are written smaller, down to this

} // namespace

void paperLine(QPainter &painter, double y, double thickness, double from, double to, bool dotted)
{
    QPen pen(Qt::black, thickness, Qt::SolidLine, Qt::FlatCap);
    if (dotted) {
        pen.setStyle(Qt::CustomDashLine);
        pen.setDashPattern({1.0, 3.0});
    }
    painter.setPen(pen);
    painter.drawLine(QPointF(from, y), QPointF(to, y));
}

FlowPaper::FlowPaper(Head head, Foot foot, const QLocale &locale)
    : m_head(std::move(head)), m_foot(std::move(foot)), m_words(locale)
{
}

void FlowPaper::addBlock(double height, bool tied, std::function<void(QPainter &, double)> paint)
{
    m_blocks.append({height, tied, std::move(paint)});
    m_pages.clear();
}

void FlowPaper::addSpace(double height)
{
    addBlock(height, false, [](QPainter &, double) {});
}

void FlowPaper::addHeading(const QString &text)
{
    addBlock(8.4, true, [text](QPainter &painter, double y) {
        PaperText::draw(painter, left, y + 6, text, Face::Song, 12);
        paperLine(painter, y + 7.6, 0.25);
    });
}

void FlowPaper::addText(const QString &label, const QString &text)
{
    const double indent = m_words.chinese() ? 22 : 30;
    const QStringList lines = PaperText::wrapped(text, Face::Hei, body, inner - indent);
    const double labelSize = PaperText::fitting(label, Face::HeiBold, body, smallest, indent - 2);
    for (qsizetype i = 0; i < lines.size(); ++i) {
        addBlock(lineHeight, false, [=, line = lines.at(i)](QPainter &painter, double y) {
            if (i == 0)
                PaperText::draw(painter, left, y + 4.2, label, Face::HeiBold, labelSize);
            PaperText::draw(painter, left + indent, y + 4.2, line, Face::Hei, body);
        });
    }
}

void FlowPaper::addParagraph(const QString &text, double points)
{
    const double height = lineHeight * points / body;
    for (const QString &line : PaperText::wrapped(text, Face::Hei, points, inner)) {
        addBlock(height, false, [=](QPainter &painter, double y) {
            PaperText::draw(painter, left, y + height * 0.75, line, Face::Hei, points);
        });
    }
}

QList<QList<FlowPaper::Block>> FlowPaper::paged() const
{
    QList<QList<Block>> pages(1);
    double used = 0;
    for (const Block &block : m_blocks) {
        if (used + block.height > bodyBottom - bodyTop && !pages.last().isEmpty()) {
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

int FlowPaper::pages() const
{
    if (m_pages.isEmpty())
        m_pages = paged();
    return int(m_pages.size());
}

void FlowPaper::paintPage(QPainter &painter, int page) const
{
    const int of = pages();
    paintHead(painter);
    double y = bodyTop;
    for (const Block &block : m_pages.at(page)) {
        block.paint(painter, y);
        y += block.height;
    }
    paintFoot(painter, page, of);
}

void FlowPaper::paintHead(QPainter &p) const
{
    const access::ClinicProfile &clinic = m_head.clinic;
    PaperText::draw(p, middle, 15.2, clinic.name, Face::Song,
                    PaperText::fitting(clinic.name, Face::Song, 18, smallest, inner), Qt::AlignHCenter);
    PaperText::draw(p, middle, 22.4, m_head.title, Face::Song, 14, Qt::AlignHCenter);
    QStringList where{clinic.address, clinic.phone, clinic.licence};
    where.removeAll(QString());
    const QString address = where.join(QStringLiteral("   "));
    PaperText::draw(p, middle, 27.4, address, Face::Hei, PaperText::fitting(address, Face::Hei, 8, 4, inner),
                    Qt::AlignHCenter);
    paperLine(p, 29.4, 0.4);
    const double dayWidth = PaperText::widthOf(m_head.day, Face::Hei, body);
    const QString facts = m_head.facts.join(QStringLiteral("   "));
    const double room = inner - dayWidth - 6;
    const double nameSize = PaperText::fitting(m_head.name, Face::Song, 13, smallest, room * 0.45);
    PaperText::draw(p, left, 36, m_head.name, Face::Song, nameSize);
    const double x = left + PaperText::widthOf(m_head.name, Face::Song, nameSize) + 4;
    PaperText::draw(p, x, 36, facts, Face::Hei, PaperText::fitting(facts, Face::Hei, body, 5, left + room - x));
    PaperText::draw(p, right, 36, m_head.day, Face::Hei, body, Qt::AlignRight);
    paperLine(p, 39, 0.15);
}

void FlowPaper::paintFoot(QPainter &p, int page, int of) const
{
    paperLine(p, 187, 0.25);
    PaperText::draw(p, left, 196, m_words.page(page + 1, of), Face::Hei, 8.5);
    const QString signs = m_foot.signs + QStringLiteral("  ") + m_foot.signature;
    PaperText::draw(p, right - 36, 196, signs, Face::Hei, body, Qt::AlignRight);
    paperLine(p, 197, 0.2, right - 34, right);
}

} // namespace xinglin::ui
