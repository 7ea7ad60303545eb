#include "ui/paper/flowpaper.h"

#include <QPainter>

namespace xinglin::ui {

namespace {

using Face = PaperText::Face;

constexpr double nameBase = 15.2;
constexpr double headBottom = 25.4; // where there is no address
constexpr double lineHeight = 5.6;  // of ordinary text
constexpr double smallest = 7;      // pt; names and addresses that are longer are written smaller, down to this

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

FlowPaper::FlowPaper(Head head, Foot foot, const QLocale &locale, const PaperDress &dress, const QString &kind)
    : m_head(std::move(head))
    , m_foot(std::move(foot))
    , m_words(locale)
    , m_frame(dress.writing)
    , m_letterhead(m_head.clinic, m_head.title, dress, kind, m_frame.inner)
{
    if (!dress.shows(kind, PaperPart::Practitioner))
        m_foot.licence.clear();
}

double FlowPaper::bodyTop() const
{
    return headBottom + m_letterhead.addressHeight() + 12.6;
}

double FlowPaper::bodyBottom() const
{
    return m_frame.height - 26;
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
    addBlock(8.4, true, [text, frame = m_frame](QPainter &painter, double y) {
        PaperText::draw(painter, frame.left, y + 6, text, Face::Song,
                        PaperText::fitting(text, Face::Song, 12, smallest, frame.inner));
        paperLine(painter, y + 7.6, 0.25, frame.left, frame.right);
    });
}

void FlowPaper::addText(const QString &label, const QString &text)
{
    const double indent = m_words.chinese() ? 22 : 30;
    const QStringList lines = PaperText::wrapped(text, Face::Hei, body, m_frame.inner - indent);
    const double labelSize = PaperText::fitting(label, Face::HeiBold, body, smallest, indent - 2);
    for (qsizetype i = 0; i < lines.size(); ++i) {
        addBlock(lineHeight, false, [=, left = m_frame.left, line = lines.at(i)](QPainter &painter, double y) {
            if (i == 0)
                PaperText::draw(painter, left, y + 4.2, label, Face::HeiBold, labelSize);
            PaperText::draw(painter, left + indent, y + 4.2, line, Face::Hei, body);
        });
    }
}

void FlowPaper::addParagraph(const QString &text, double points)
{
    const double height = lineHeight * points / body;
    for (const QString &line : PaperText::wrapped(text, Face::Hei, points, m_frame.inner)) {
        addBlock(height, false, [=, left = m_frame.left](QPainter &painter, double y) {
            PaperText::draw(painter, left, y + height * 0.75, line, Face::Hei, points);
        });
    }
}

QList<QList<FlowPaper::Block>> FlowPaper::paged() const
{
    QList<QList<Block>> pages(1);
    double used = 0;
    for (const Block &block : m_blocks) {
        if (used + block.height > bodyBottom() - bodyTop() && !pages.last().isEmpty()) {
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
    painter.save();
    painter.scale(m_frame.scale, m_frame.scale);
    paintHead(painter);
    double y = bodyTop();
    for (const Block &block : m_pages.at(page)) {
        block.paint(painter, y);
        y += block.height;
    }
    paintFoot(painter, page, of);
    painter.restore();
}

void FlowPaper::paintHead(QPainter &p) const
{
    const double left = m_frame.left;
    const double right = m_frame.right;
    m_letterhead.paint(p, nameBase, left, right, m_frame.middle);
    const double y = headBottom + m_letterhead.addressHeight();
    paperLine(p, y, 0.4, left, right);
    const double dayWidth = PaperText::widthOf(m_head.day, Face::Hei, body);
    const QString facts = m_head.facts.join(QStringLiteral("   "));
    const double room = m_frame.inner - dayWidth - 6;
    const double nameSize = PaperText::fitting(m_head.name, Face::Song, 13, smallest, room * 0.45);
    const double base = y + 6.6;
    PaperText::draw(p, left, base, m_head.name, Face::Song, nameSize);
    const double x = left + PaperText::widthOf(m_head.name, Face::Song, nameSize) + 4;
    PaperText::draw(p, x, base, facts, Face::Hei, PaperText::fitting(facts, Face::Hei, body, 5, left + room - x));
    PaperText::draw(p, right, base, m_head.day, Face::Hei, body, Qt::AlignRight);
    paperLine(p, y + 9.6, 0.15, left, right);
}

void FlowPaper::paintFoot(QPainter &p, int page, int of) const
{
    const double left = m_frame.left;
    const double right = m_frame.right;
    const double height = m_frame.height;
    paperLine(p, height - 23, 0.25, left, right);
    const QString number = m_words.page(page + 1, of);
    PaperText::draw(p, left, height - 14, number, Face::Hei, 8.5);
    const double from = left + PaperText::widthOf(number, Face::Hei, 8.5) + 4;
    const double to = right - 36;
    const QString signs = m_foot.signs + QStringLiteral("  ") + m_foot.signature;
    PaperText::draw(p, to, height - 14, signs, Face::Hei, PaperText::fitting(signs, Face::Hei, body, 5, to - from),
                    Qt::AlignRight);
    const QString licence = m_words.certificate(m_foot.licence);
    PaperText::draw(p, to, height - 9.8, licence, Face::Hei, PaperText::fitting(licence, Face::Hei, 8, 5, to - from),
                    Qt::AlignRight);
    paperLine(p, height - 13, 0.2, right - 34, right);
}

} // namespace xinglin::ui
