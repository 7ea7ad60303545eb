#include "ui/prescription/timelinepaper.h"

#include "ui/paper/papertext.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>

namespace xinglin::ui {

using consultation::HerbChange;
using consultation::TimelineCell;
using Face = PaperText::Face;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::ui::TimelinePaper)
};

constexpr double left = 10;
constexpr double right = 287;
constexpr double names = 30; // width of the herbs' column
constexpr double titleY = 16;
constexpr double headTop = 22;
constexpr double scoreTop = 38;
constexpr double scoreBottom = 56;
constexpr double tongueBottom = 66;
constexpr double bottom = 198;
constexpr double tallRow = 5.6;
constexpr double widestColumn = 40;

QString signOf(HerbChange change)
{
    switch (change) {
    case HerbChange::Added:
        return QStringLiteral("+");
    case HerbChange::Raised:
        return QStringLiteral("↑");
    case HerbChange::Lowered:
        return QStringLiteral("↓");
    case HerbChange::Removed:
        return QStringLiteral("−");
    case HerbChange::Absent:
    case HerbChange::Same:
        return {};
    }
    Q_UNREACHABLE();
}

void line(QPainter &painter, QPointF from, QPointF to, double thickness)
{
    painter.setPen(QPen(Qt::black, thickness, Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(from, to);
}

/// At most so many lines, the last one cut.
QStringList few(const QString &text, double points, double width, qsizetype most)
{
    QStringList lines = PaperText::wrapped(text, Face::Hei, points, width);
    if (lines.size() > most) {
        lines = lines.first(most);
        while (!lines.last().isEmpty() && PaperText::widthOf(lines.last() + u'…', Face::Hei, points) > width)
            lines.last().chop(1);
        lines.last() += u'…';
    }
    return lines;
}

} // namespace

TimelinePaper::TimelinePaper(Content content) : m_content(std::move(content))
{
    const qsizetype surplus = m_content.columns.size() - mostVisits;
    if (surplus <= 0)
        return;
    m_content.columns.remove(0, surplus);
    m_content.score.values.remove(0, std::min(surplus, m_content.score.values.size()));
    m_content.grid.comparedWith.remove(0, surplus);
    for (consultation::TimelineRow &row : m_content.grid.rows)
        row.cells.remove(0, surplus);
    m_content.grid.rows.removeIf([](const consultation::TimelineRow &row) {
        return std::all_of(row.cells.cbegin(), row.cells.cend(),
                           [](const TimelineCell &cell) { return cell.change == HerbChange::Absent; });
    });
}

Sheets TimelinePaper::sheets() const
{
    Sheets sheets;
    sheets.title = Words::tr("Formulas side by side: %1").arg(m_content.patient);
    sheets.fileName = pdfName(QStringLiteral("formulas-") + m_content.patient + u'-' + m_content.printedOn);
    sheets.size = QPageSize::A4;
    sheets.across = true;
    sheets.paint = [paper = *this](QPainter &painter, int) { paper.paintPage(painter); };
    return sheets;
}

void TimelinePaper::paintPage(QPainter &painter) const
{
    const double columnWidth =
        std::min(widestColumn, (right - left - names) / std::max<double>(1, double(m_content.columns.size())));
    painter.setPen(Qt::black);
    PaperText::draw(painter, left, titleY, m_content.patient, Face::Song, 14);
    PaperText::draw(painter, right, titleY, m_content.clinic, Face::Hei, 9, Qt::AlignRight);
    paintHead(painter, columnWidth);
    paintScore(painter, columnWidth);
    paintRows(painter, columnWidth);
    painter.setPen(Qt::black);
    PaperText::draw(painter, left, bottom + 6,
                    Words::tr("+ added  ↑↓ changed  − taken out, against the formula before; grams a packet"),
                    Face::Hei, 8);
    PaperText::draw(painter, right, bottom + 6, m_content.printedOn, Face::Hei, 8, Qt::AlignRight);
}

void TimelinePaper::paintHead(QPainter &painter, double columnWidth) const
{
    line(painter, {left, headTop - 1.5}, {right, headTop - 1.5}, 0.4);
    for (qsizetype i = 0; i < m_content.columns.size(); ++i) {
        const FormulaColumn &column = m_content.columns.at(i);
        const double x = left + names + double(i) * columnWidth + 1;
        const double inner = columnWidth - 2;
        painter.setPen(Qt::black);
        PaperText::draw(painter, x, headTop + 3, column.day, Face::HeiBold,
                        PaperText::fitting(column.day, Face::HeiBold, 9, 5, inner));
        double y = headTop + 7;
        for (const QString &text : few(column.name, 7.5, inner, 2)) {
            PaperText::draw(painter, x, y, text, Face::Hei, 7.5);
            y += 3.2;
        }
        PaperText::draw(painter, x, headTop + 14.4, column.size, Face::Hei,
                        PaperText::fitting(column.size, Face::Hei, 7.5, 5, inner));
        y = scoreBottom + 3.4;
        for (const QString &text : few(column.tongue, 7, inner, 2)) {
            PaperText::draw(painter, x, y, text, Face::Hei, 7);
            y += 3.2;
        }
    }
    PaperText::draw(painter, left, scoreBottom + 3.4, Words::tr("Tongue"), Face::HeiBold, 8);
}

void TimelinePaper::paintScore(QPainter &painter, double columnWidth) const
{
    line(painter, {left, scoreTop}, {right, scoreTop}, 0.15);
    line(painter, {left, scoreBottom}, {right, scoreBottom}, 0.15);
    line(painter, {left, tongueBottom}, {right, tongueBottom}, 0.4);
    const ScoreLine &score = m_content.score;
    if (score.item.isEmpty())
        return;
    painter.setPen(Qt::black);
    PaperText::draw(painter, left, scoreTop + 4, score.name, Face::HeiBold, 8);
    if (score.normalHigh)
        PaperText::draw(painter, left, scoreTop + 8, Words::tr("normal up to %1").arg(*score.normalHigh), Face::Hei, 7);
    double least = score.normalHigh.value_or(0);
    double most = least;
    for (const auto &value : score.values) {
        least = std::min(least, value.value_or(least));
        most = std::max(most, value.value_or(most));
    }
    const double span = std::max(1.0, most - least);
    const auto yOf = [&](double value) {
        return scoreBottom - 3 - (value - least) / span * (scoreBottom - scoreTop - 9);
    };
    if (score.normalHigh) {
        QPen dashes(Qt::black, 0.15, Qt::CustomDashLine, Qt::FlatCap);
        dashes.setDashPattern({6, 5});
        painter.setPen(dashes);
        painter.drawLine(QPointF(left + names, yOf(*score.normalHigh)), QPointF(right, yOf(*score.normalHigh)));
    }
    std::optional<QPointF> before;
    for (qsizetype i = 0; i < score.values.size(); ++i) {
        if (!score.values.at(i))
            continue;
        const QPointF point(left + names + (double(i) + 0.5) * columnWidth, yOf(*score.values.at(i)));
        if (before)
            line(painter, *before, point, 0.35);
        before = point;
        painter.setPen(Qt::NoPen);
        painter.setBrush(Qt::black);
        painter.drawEllipse(point, 0.8, 0.8);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(Qt::black);
        PaperText::draw(painter, point.x() + 1.2, point.y() - 1.2, QString::number(*score.values.at(i)), Face::HeiBold,
                        8);
    }
}

void TimelinePaper::paintRows(QPainter &painter, double columnWidth) const
{
    const qsizetype count = m_content.grid.rows.size();
    const double row = std::min(tallRow, (bottom - tongueBottom) / std::max<double>(1, double(count)));
    const double points = std::min(9.5, row / PaperText::millimetresPerPoint * 0.72);
    for (qsizetype r = 0; r < count; ++r) {
        const consultation::TimelineRow &herb = m_content.grid.rows.at(r);
        const double y = tongueBottom + double(r) * row;
        const double baseline = y + row * 0.74;
        painter.setPen(Qt::black);
        PaperText::draw(painter, left, baseline, herb.name, Face::Song,
                        PaperText::fitting(herb.name, Face::Song, points + 0.5, 4, names - 1));
        for (qsizetype c = 0; c < herb.cells.size(); ++c) {
            const TimelineCell &cell = herb.cells.at(c);
            if (cell.change == HerbChange::Absent)
                continue;
            const double x = left + names + double(c) * columnWidth;
            const bool changed = cell.change != HerbChange::Same;
            if (changed) {
                painter.setPen(QPen(Qt::black, 0.15));
                painter.drawRoundedRect(QRectF(x + 0.8, y + 0.5, columnWidth - 1.6, row - 1), 0.8, 0.8);
                PaperText::draw(painter, x + 2, baseline, signOf(cell.change), Face::HeiBold, points);
            }
            const QString grams = cell.dose.gramText();
            const Face face = changed ? Face::HeiBold : Face::Hei;
            PaperText::draw(painter, x + columnWidth - 2.4, baseline, grams, face, points, Qt::AlignRight);
            if (cell.change == HerbChange::Removed) {
                const double wide = PaperText::widthOf(grams, face, points);
                const double middle = baseline - points * PaperText::millimetresPerPoint * 0.36;
                line(painter, {x + columnWidth - 2.4 - wide, middle}, {x + columnWidth - 2.4, middle}, 0.25);
            }
        }
        line(painter, {left, y + row}, {right, y + row}, 0.08);
    }
    for (qsizetype c = 0; c <= m_content.columns.size(); ++c) {
        const double x = left + names + double(c) * columnWidth;
        line(painter, {x, headTop - 1.5}, {x, tongueBottom + double(count) * row}, 0.08);
    }
}

} // namespace xinglin::ui
