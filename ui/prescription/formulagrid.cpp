#include "ui/prescription/formulagrid.h"

#include "ui/kit/paint.h"
#include "ui/shell/notewords.h"
#include "ui/shell/patientwords.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace xinglin::ui {

using consultation::HerbChange;
using consultation::TimelineCell;

namespace {

constexpr int nameWidth = 152;
constexpr int visitWidth = 152;
constexpr int headHeight = 66;
constexpr int scoreHeight = 94;
constexpr int tongueHeight = 52;
constexpr int rowHeight = 26;
constexpr int pillHeight = 21;
constexpr int cellPadding = 10;

struct Look
{
    QString sign;
    Tone tone = Tone::Neutral;
};

Look lookOf(HerbChange change)
{
    switch (change) {
    case HerbChange::Added:
        return {QStringLiteral("+"), Tone::Malachite};
    case HerbChange::Raised:
        return {QStringLiteral("↑"), Tone::Azurite};
    case HerbChange::Lowered:
        return {QStringLiteral("↓"), Tone::Azurite};
    case HerbChange::Removed:
        return {QStringLiteral("−"), Tone::Cinnabar};
    case HerbChange::Absent:
    case HerbChange::Same:
        return {};
    }
    Q_UNREACHABLE();
}

bool isChange(const TimelineCell &cell)
{
    return cell.change != HerbChange::Absent && cell.change != HerbChange::Same;
}

} // namespace

ScoreLine scoreOf(const Catalog &catalog, const QList<consultation::TimelineVisit> &visits)
{
    ScoreLine best;
    qsizetype most = 0;
    for (const forms::Section &section : catalog.visitForm.sections) {
        for (const forms::Item &item : section.items) {
            if (!item.code.startsWith(u"scale."))
                continue;
            ScoreLine line{item.code, chineseScreen() ? item.zh : item.en, item.normalHigh, {}};
            qsizetype count = 0;
            for (const consultation::TimelineVisit &visit : visits) {
                std::optional<double> value;
                for (const Answer &answer : visit.answers) {
                    if (answer.item == item.code && visit.place == 1) // measured once at the visit
                        value = answer.number;
                }
                line.values << value;
                count += value ? 1 : 0;
            }
            if (count > most) {
                most = count;
                best = line;
            }
        }
    }
    return best;
}

QString tongueWords(const Catalog &catalog, const QList<Answer> &answers)
{
    static const QStringList items = {QStringLiteral("tongue.body_colour"),  QStringLiteral("tongue.body_size"),
                                      QStringLiteral("tongue.body_surface"), QStringLiteral("tongue.coat_thickness"),
                                      QStringLiteral("tongue.coat_texture"), QStringLiteral("tongue.coat_colour")};
    QStringList words;
    for (const QString &item : items) {
        for (const QString &code : codesOf(answers, item)) {
            if (const Term *term = catalog.tongue.find(code))
                words << shortName(*term);
        }
    }
    return words.join(chineseScreen() ? QStringLiteral(" ") : QStringLiteral(", "));
}

QList<FormulaColumn> formulaColumns(const Catalog &catalog, const QList<consultation::TimelineVisit> &visits,
                                    const ScoreLine &score)
{
    QList<FormulaColumn> columns;
    for (qsizetype i = 0; i < visits.size(); ++i) {
        const consultation::TimelineVisit &visit = visits.at(i);
        const PrescriptionDraft &formula = visit.prescription.content;
        FormulaColumn column;
        column.day = dateText(visit.day);
        column.ordinal =
            visit.place == 1
                ? FormulaGrid::tr("visit %1").arg(visit.ordinal)
                : FormulaGrid::tr("visit %1, no. %2", "its second formula").arg(visit.ordinal).arg(visit.place);
        column.name = formula.name.isEmpty() ? FormulaGrid::tr("Own formula") : formula.name;
        column.size = FormulaGrid::tr("%n herb(s) × %1", nullptr, int(formula.lines.size())).arg(formula.packets);
        column.tongue = visit.place == 1 ? tongueWords(catalog, visit.answers) : QString();
        column.score = score.values.value(i);
        columns << column;
    }
    return columns;
}

FormulaGrid::FormulaGrid(QWidget *parent) : QAbstractScrollArea(parent)
{
    setObjectName(QStringLiteral("formulaGrid"));
    setAccessibleName(tr("Formulas side by side"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setAutoFillBackground(false);
}

FormulaGrid::Measures FormulaGrid::measures() const
{
    const Theme &theme = Theme::of(this);
    return {theme.scaled(nameWidth),    theme.scaled(visitWidth),
            theme.scaled(headHeight),   m_score.item.isEmpty() ? 0 : theme.scaled(scoreHeight),
            theme.scaled(tongueHeight), theme.scaled(rowHeight)};
}

void FormulaGrid::setFormulas(const QList<FormulaColumn> &columns, const ScoreLine &score,
                              const consultation::TimelineGrid &grid)
{
    m_columns = columns;
    m_score = score;
    m_grid = grid;
    pickRows();
    m_row = 0;
    m_column = std::max(0, int(columns.size()) - 1);
    fit();
    moveTo(m_column, 0);
}

void FormulaGrid::setOnlyChanged(bool only)
{
    m_onlyChanged = only;
    pickRows();
    m_row = std::clamp(m_row, 0, std::max(0, int(m_rows.size()) - 1));
    fit();
    viewport()->update();
}

void FormulaGrid::pickRows()
{
    m_rows.clear();
    for (qsizetype i = 0; i < m_grid.rows.size(); ++i) {
        const QList<TimelineCell> &cells = m_grid.rows.at(i).cells;
        if (!m_onlyChanged || std::any_of(cells.cbegin(), cells.cend(), isChange))
            m_rows << int(i);
    }
}

void FormulaGrid::fit()
{
    const Measures m = measures();
    const int wide = m.names + int(m_columns.size()) * m.column;
    const int high = m.top() + int(m_rows.size()) * m.row;
    horizontalScrollBar()->setRange(0, std::max(0, wide - viewport()->width()));
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setSingleStep(m.column);
    verticalScrollBar()->setRange(0, std::max(0, high - viewport()->height()));
    verticalScrollBar()->setPageStep(viewport()->height() - m.top());
    verticalScrollBar()->setSingleStep(m.row);
}

void FormulaGrid::setColumn(int column)
{
    moveTo(column, m_row);
}

void FormulaGrid::moveTo(int column, int row)
{
    const int before = m_column;
    m_column = std::clamp(column, 0, std::max(0, int(m_columns.size()) - 1));
    m_row = std::clamp(row, 0, std::max(0, int(m_rows.size()) - 1));
    const Measures m = measures();
    const int left = m_column * m.column;
    const int seen = viewport()->width() - m.names;
    QScrollBar *across = horizontalScrollBar();
    if (left < across->value())
        across->setValue(left);
    else if (left + m.column > across->value() + seen)
        across->setValue(left + m.column - seen);
    const int top = m_row * m.row;
    const int room = viewport()->height() - m.top();
    QScrollBar *down = verticalScrollBar();
    if (top < down->value())
        down->setValue(top);
    else if (top + m.row > down->value() + room)
        down->setValue(top + m.row - room);
    viewport()->update();
    speakChange(this);
    if (m_column != before)
        emit columnChanged(m_column);
}

QString FormulaGrid::spokenValue() const
{
    if (m_columns.isEmpty() || m_rows.isEmpty())
        return {};
    const consultation::TimelineRow &row = m_grid.rows.at(m_rows.at(m_row));
    const TimelineCell &cell = row.cells.at(m_column);
    const QString grams = tr("%1 g").arg(cell.dose.gramText());
    QString what;
    switch (cell.change) {
    case HerbChange::Absent:
        what = tr("not in it");
        break;
    case HerbChange::Same:
        what = grams;
        break;
    case HerbChange::Added:
        what = tr("added, %1").arg(grams);
        break;
    case HerbChange::Raised:
        what = tr("more, %1").arg(grams);
        break;
    case HerbChange::Lowered:
        what = tr("less, %1").arg(grams);
        break;
    case HerbChange::Removed:
        what = tr("taken out, it was %1").arg(grams);
        break;
    }
    return tr("%1, %2: %3", "day, herb, dose").arg(m_columns.at(m_column).day, row.name, what);
}

int FormulaGrid::columnX(const Measures &m, int column) const
{
    return m.names + column * m.column - horizontalScrollBar()->value();
}

void FormulaGrid::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = Theme::of(this);
    const Measures m = measures();
    painter.fillRect(viewport()->rect(), theme.color(Token::Surface));
    if (m_columns.isEmpty())
        return;
    painter.save();
    painter.setClipRect(0, m.top(), viewport()->width(), viewport()->height());
    paintCells(painter, m);
    painter.restore();
    painter.save();
    painter.setClipRect(m.names, 0, viewport()->width(), m.top());
    paintHead(painter, m);
    paintScore(painter, m);
    painter.restore();
    paintNames(painter, m);
}

void FormulaGrid::paintHead(QPainter &painter, const Measures &m) const
{
    const Theme &theme = Theme::of(this);
    for (int i = 0; i < m_columns.size(); ++i) {
        const FormulaColumn &column = m_columns.at(i);
        const QRect box(columnX(m, i), 0, m.column, m.top());
        if (i == m_column)
            painter.fillRect(box, theme.color(Token::ApricotSoft));
        const QRect inner = box.adjusted(cellPadding, theme.scaled(8), -cellPadding, 0);
        QRect line(inner.left(), inner.top(), inner.width(), theme.line(TypeStyle::Body));
        painter.setFont(theme.font(TypeStyle::Body, QFont::Bold));
        painter.setPen(theme.color(Token::Text));
        painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, column.day);
        painter.setFont(theme.font(TypeStyle::Caption));
        painter.setPen(theme.color(Token::Text2));
        painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, column.ordinal);
        for (const QString &text : {column.name, column.size}) {
            line.translate(0, line.height());
            line.setHeight(theme.line(TypeStyle::Caption));
            painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                             painter.fontMetrics().elidedText(text, Qt::ElideRight, line.width()));
        }
        const QRect tongue(inner.left(), m.head + m.score, inner.width(), m.tongue);
        painter.drawText(tongue, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap, column.tongue);
        painter.fillRect(box.left(), 0, 1, box.height(), theme.color(Token::Hairline));
    }
    for (const int y : {m.head, m.head + m.score, m.top() - 1})
        painter.fillRect(0, y, viewport()->width(), 1, theme.color(y == m.top() - 1 ? Token::Border : Token::Hairline));
}

void FormulaGrid::paintScore(QPainter &painter, const Measures &m) const
{
    if (m.score == 0)
        return;
    const Theme &theme = Theme::of(this);
    double least = m_score.normalHigh.value_or(0);
    double most = least;
    for (const auto &value : m_score.values) {
        least = std::min(least, value.value_or(least));
        most = std::max(most, value.value_or(most));
    }
    const double span = std::max(1.0, most - least);
    const int top = m.head + theme.scaled(26);
    const int height = m.score - theme.scaled(40);
    const auto yOf = [&](double value) { return top + height - (value - least) / span * height; };
    if (m_score.normalHigh) {
        QPen dashes(theme.color(Token::Malachite), 1, Qt::CustomDashLine);
        dashes.setDashPattern({4, 3});
        painter.setPen(dashes);
        const double y = yOf(*m_score.normalHigh);
        painter.drawLine(QPointF(m.names, y), QPointF(viewport()->width(), y));
    }
    std::optional<QPointF> before;
    for (int i = 0; i < m_columns.size(); ++i) {
        const auto value = m_score.values.value(i);
        if (!value)
            continue;
        const QPointF point(columnX(m, i) + m.column / 2.0, yOf(*value));
        painter.setPen(QPen(theme.color(Token::Azurite), 2));
        if (before)
            painter.drawLine(*before, point);
        before = point;
    }
    for (int i = 0; i < m_columns.size(); ++i) {
        const auto value = m_score.values.value(i);
        if (!value)
            continue;
        const QPointF point(columnX(m, i) + m.column / 2.0, yOf(*value));
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.color(i == m_column ? Token::Apricot : Token::Azurite));
        painter.drawEllipse(point, 4, 4);
        painter.setPen(theme.color(Token::Text));
        painter.setFont(theme.font(TypeStyle::Small, QFont::Bold));
        painter.drawText(QRectF(point.x() + 6, point.y() - theme.scaled(22), 60, theme.scaled(20)),
                         Qt::AlignLeft | Qt::AlignVCenter, QString::number(*value));
    }
    painter.setBrush(Qt::NoBrush);
}

void FormulaGrid::paintCells(QPainter &painter, const Measures &m) const
{
    const Theme &theme = Theme::of(this);
    const int down = verticalScrollBar()->value();
    for (int r = 0; r < m_rows.size(); ++r) {
        const int y = m.top() + r * m.row - down;
        if (y + m.row < m.top() || y > viewport()->height())
            continue;
        if (r % 2)
            painter.fillRect(0, y, viewport()->width(), m.row, theme.color(Token::Stripe));
        for (int c = 0; c < m_columns.size(); ++c) {
            const QRect box(columnX(m, c), y, m.column, m.row);
            if (box.right() < m.names || box.left() > viewport()->width())
                continue;
            if (c == m_column)
                painter.fillRect(box, theme.color(Token::ApricotSoft));
            const TimelineCell &cell = m_grid.rows.at(m_rows.at(r)).cells.at(c);
            const Look look = lookOf(cell.change);
            QRect inner = box.adjusted(6, 0, -6, 0);
            painter.setPen(theme.color(cell.change == HerbChange::Absent ? Token::Text3 : Token::Text));
            painter.setFont(theme.font(TypeStyle::Small));
            if (!look.sign.isEmpty()) {
                const int high = theme.scaled(pillHeight);
                const QRect pill(inner.left(), box.top() + (m.row - high) / 2, inner.width(), high);
                paintFrame(&painter, pill, 4, theme.color(soft(look.tone)), {});
                painter.setPen(theme.color(onSoft(look.tone)));
                painter.setFont(theme.font(TypeStyle::Small, QFont::Bold));
                painter.drawText(pill.adjusted(8, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, look.sign);
                QFont digits = theme.font(TypeStyle::Small, QFont::Bold);
                digits.setStrikeOut(cell.change == HerbChange::Removed);
                painter.setFont(digits);
            }
            painter.drawText(inner.adjusted(0, 0, -8, 0), Qt::AlignRight | Qt::AlignVCenter,
                             cell.change == HerbChange::Absent ? QStringLiteral("·") : cell.dose.gramText());
            painter.fillRect(box.left(), box.top(), 1, box.height(), theme.color(Token::Hairline));
            if (hasFocus() && r == m_row && c == m_column)
                paintRing(&painter, QRectF(box).adjusted(1, 1, -1, -1), 4, theme.color(Token::Focus));
        }
        painter.fillRect(0, y + m.row - 1, viewport()->width(), 1, theme.color(Token::Hairline));
    }
}

void FormulaGrid::paintNames(QPainter &painter, const Measures &m) const
{
    const Theme &theme = Theme::of(this);
    painter.fillRect(0, 0, m.names, viewport()->height(), theme.color(Token::Window));
    painter.setPen(theme.color(Token::Text2));
    painter.setFont(theme.font(TypeStyle::Small));
    const auto label = [&](int y, int height, const QString &text, TypeStyle style, QFont::Weight weight) {
        painter.setFont(theme.font(style, weight));
        painter.drawText(QRect(pageMargin, y, m.names - pageMargin - 6, height), Qt::AlignLeft | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(text, Qt::ElideRight, m.names - pageMargin - 6));
    };
    label(0, m.head, tr("Visits"), TypeStyle::Small, QFont::Normal);
    painter.setPen(theme.color(Token::Text));
    if (m.score) {
        label(m.head, theme.scaled(52), m_score.name, TypeStyle::Body, QFont::Bold);
        painter.setPen(theme.color(Token::Text2));
        if (m_score.normalHigh)
            label(m.head + theme.scaled(34), theme.scaled(30), tr("normal up to %1").arg(*m_score.normalHigh),
                  TypeStyle::Caption, QFont::Normal);
        painter.setPen(theme.color(Token::Text));
    }
    label(m.head + m.score, m.tongue, tr("Tongue"), TypeStyle::Body, QFont::Bold);
    for (const int y : {m.head, m.head + m.score, m.top() - 1})
        painter.fillRect(0, y, m.names, 1, theme.color(y == m.top() - 1 ? Token::Border : Token::Hairline));
    painter.setClipRect(0, m.top(), m.names, viewport()->height());
    for (int r = 0; r < m_rows.size(); ++r) {
        const int y = m.top() + r * m.row - verticalScrollBar()->value();
        label(y, m.row, m_grid.rows.at(m_rows.at(r)).name, TypeStyle::Name, QFont::Bold);
        painter.fillRect(0, y + m.row - 1, m.names, 1, theme.color(Token::Hairline));
    }
    painter.setClipping(false);
    painter.fillRect(m.names - 1, 0, 1, viewport()->height(), theme.color(Token::Border));
}

void FormulaGrid::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left:
        return moveTo(m_column - 1, m_row);
    case Qt::Key_Right:
        return moveTo(m_column + 1, m_row);
    case Qt::Key_Up:
        return moveTo(m_column, m_row - 1);
    case Qt::Key_Down:
        return moveTo(m_column, m_row + 1);
    case Qt::Key_Home:
        return moveTo(0, m_row);
    case Qt::Key_End:
        return moveTo(int(m_columns.size()) - 1, m_row);
    case Qt::Key_PageUp:
        return moveTo(m_column, m_row - 10);
    case Qt::Key_PageDown:
        return moveTo(m_column, m_row + 10);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!m_columns.isEmpty())
            emit taken(m_column);
        return;
    default:
        return QAbstractScrollArea::keyPressEvent(event);
    }
}

void FormulaGrid::mousePressEvent(QMouseEvent *event)
{
    const Measures m = measures();
    const QPoint at = event->position().toPoint();
    if (at.x() < m.names || m_columns.isEmpty())
        return;
    const int row = at.y() < m.top() ? m_row : (at.y() - m.top() + verticalScrollBar()->value()) / m.row;
    moveTo((at.x() - m.names + horizontalScrollBar()->value()) / m.column, row);
}

void FormulaGrid::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->position().x() >= measures().names && !m_columns.isEmpty())
        emit taken(m_column);
}

void FormulaGrid::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    fit();
    if (!m_columns.isEmpty())
        moveTo(m_column, m_row);
}

void FormulaGrid::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void FormulaGrid::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

} // namespace xinglin::ui
