#include "ui/interchange/linemodel.h"

#include "ui/interchange/importwords.h"
#include "ui/kit/rowdelegate.h"

#include <QHeaderView>
#include <QTableView>

namespace xinglin::ui {

using Became = batch::Line::Outcome;

void LineModel::setCounted(Counted counted)
{
    m_counted = counted;
    clear();
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

void LineModel::clear()
{
    beginResetModel();
    m_lines.clear();
    m_labels.clear();
    m_rows.clear();
    endResetModel();
}

void LineModel::add(const QList<batch::Line> &lines, const QHash<Uuid, patient::Label> &labels)
{
    m_labels.insert(labels);
    QList<qsizetype> further;
    for (const batch::Line &line : lines) {
        if (isShown(line))
            further << m_lines.size();
        m_lines << line;
    }
    if (further.isEmpty())
        return;
    const int from = rowCount();
    beginInsertRows({}, from, from + static_cast<int>(further.size()) - 1);
    m_rows << further;
    endInsertRows();
}

void LineModel::show(Shown shown)
{
    if (shown == m_shown)
        return;
    beginResetModel();
    m_shown = shown;
    m_rows.clear();
    for (qsizetype i = 0; i < m_lines.size(); ++i) {
        if (isShown(m_lines[i]))
            m_rows << i;
    }
    endResetModel();
}

bool LineModel::saysHeaders() const
{
    return m_counted == Counted::Lines || std::any_of(m_lines.cbegin(), m_lines.cend(),
                                                      [](const batch::Line &line) { return !line.column.isEmpty(); });
}

bool LineModel::isShown(const batch::Line &line) const
{
    switch (m_shown) {
    case Shown::All:
        return true;
    case Shown::Added:
        return line.outcome == Became::Aside || line.outcome == Became::Repaired;
    case Shown::Duplicates:
        return line.outcome == Became::Duplicate;
    case Shown::Rejected:
        return line.outcome == Became::Rejected;
    }
    Q_UNREACHABLE();
}

const batch::Line *LineModel::lineAt(int row) const
{
    return row >= 0 && row < m_rows.size() ? &m_lines[m_rows[row]] : nullptr;
}

int LineModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int LineModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString LineModel::text(const batch::Line &line, int column) const
{
    switch (column) {
    case Number:
        return QString::number(line.line);
    case Outcome:
        return outcomeWords(line.outcome, m_counted);
    case Whom:
        return line.name;
    case Header:
        return line.column;
    case Value:
        return lineWords(line, m_counted);
    case Why: {
        const auto label = line.known ? m_labels.constFind(line.known->uuid()) : m_labels.constEnd();
        return label == m_labels.constEnd() ? whyWords(line.why)
                                            : tr("%1 %2. %3", "name and number of somebody known, why")
                                                  .arg(label->name, label->number, whyWords(line.why));
    }
    default:
        return {};
    }
}

QVariant LineModel::data(const QModelIndex &index, int role) const
{
    const batch::Line *line = lineAt(index.row());
    if (!line || !checkIndex(index))
        return {};
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return text(*line, column);
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1: %2").arg(headerData(column, Qt::Horizontal, Qt::DisplayRole).toString(),
                                            text(*line, column));
    case RowToneRole:
        return column == Outcome ? int(outcomeTone(line->outcome)) : QVariant();
    case RowIconRole:
        return column == Outcome ? outcomeIcon(line->outcome, m_counted) : QString();
    case RowSongRole:
        return column == Whom && m_counted == Counted::Lines;
    case RowColorRole:
        return column == Number || column == Value ? int(Token::Text2) : QVariant();
    case Qt::TextAlignmentRole:
        return column == Number ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    default:
        return {};
    }
}

QVariant LineModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole && section == Number)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Number:
        return tr("Line");
    case Outcome:
        return tr("Outcome");
    case Whom:
        return m_counted == Counted::Times ? tr("Event") : tr("Who");
    case Header:
        return m_counted == Counted::Times ? tr("Property") : tr("Column");
    case Value:
        return tr("In the file");
    case Why:
        return tr("Why");
    default:
        return {};
    }
}

void dressLines(QTableView *table, LineModel *model)
{
    table->setModel(model);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    dressRows(table, Size::RowDense)->setPadding(12, 10);
    QHeaderView *header = table->horizontalHeader();
    header->setSectionsClickable(false);
    header->setStretchLastSection(true);
    const Theme &theme = Theme::of(table);
    const std::pair<int, int> widths[] = {{LineModel::Number, 56},
                                          {LineModel::Outcome, 140},
                                          {LineModel::Whom, 100},
                                          {LineModel::Header, 96},
                                          {LineModel::Value, 172}};
    for (const auto &[column, width] : widths)
        header->resizeSection(column, theme.scaled(width));
}

} // namespace xinglin::ui
