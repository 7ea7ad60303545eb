#include "ui/constitution/resultmodels.h"

#include "clinic/catalog/constitutions.h"
#include "ui/constitution/constitutionwords.h"
#include "ui/kit/rowdelegate.h"
#include "ui/shell/patientwords.h"

#include <QPainter>

namespace xinglin::ui {

namespace {

using constitution::Decision;

bool isBiased(const QString &type)
{
    const constitution::Type *known = constitution::shipped().type(type);
    return known && known->biased;
}

/// A status is shown by chip, icon and word; what is not there stays plain.
std::optional<Tone> toneOf(const constitution::Score &score)
{
    if (score.decision == Decision::No)
        return std::nullopt;
    if (!isBiased(score.type))
        return Tone::Malachite;
    return score.decision == Decision::Yes ? Tone::Gamboge : Tone::Neutral;
}

} // namespace

void ScoreModel::setAssessments(const ConstitutionAssessment &now, const std::optional<ConstitutionAssessment> &before)
{
    beginResetModel();
    m_now = now.scores;
    m_before = before ? before->scores : QList<constitution::Score>();
    endResetModel();
}

int ScoreModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_now.size());
}

int ScoreModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString ScoreModel::text(int row, int column) const
{
    const constitution::Score &score = m_now[row];
    switch (column) {
    case Type:
        return typeName(score.type);
    case Score:
        return scoreText(score);
    case Before:
        for (const constitution::Score &before : m_before) {
            if (before.type == score.type)
                return scoreText(before);
        }
        return {};
    default:
        return decisionName(score.decision);
    }
}

QVariant ScoreModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_now.size())
        return {};
    const constitution::Score &score = m_now[index.row()];
    const bool number = index.column() == Score || index.column() == Before;
    switch (role) {
    case Qt::DisplayRole:
        return text(index.row(), index.column());
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1: %2").arg(headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(),
                                            text(index.row(), index.column()));
    case Qt::TextAlignmentRole:
        return int((number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case RowBoldRole:
        return index.column() == Type && score.decision != Decision::No;
    case RowColorRole:
        return int(index.column() == Before || score.decision == Decision::No ? Token::Text2 : Token::Text);
    case RowToneRole:
        return index.column() == Decision && toneOf(score) ? QVariant(int(*toneOf(score))) : QVariant();
    case RowIconRole:
        if (index.column() != Decision || score.decision == Decision::No)
            return {};
        return score.decision == Decision::Tendency ? QStringLiteral("help-about") : QStringLiteral("checkmark");
    default:
        return {};
    }
}

QVariant ScoreModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == Score || section == Before ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Type:
        return tr("Type", "of constitution");
    case Score:
        return tr("Score");
    case Before:
        return tr("Score before", "of an earlier assessment");
    default:
        return tr("Decision");
    }
}

void AssessmentModel::setAssessments(const QList<ConstitutionAssessment> &assessments)
{
    beginResetModel();
    m_assessments = assessments;
    endResetModel();
}

const ConstitutionAssessment *AssessmentModel::at(int row) const
{
    return row >= 0 && row < m_assessments.size() ? &m_assessments[row] : nullptr;
}

int AssessmentModel::rowOf(AssessmentId id) const
{
    for (int row = 0; row < m_assessments.size(); ++row) {
        if (m_assessments[row].id == id)
            return row;
    }
    return -1;
}

int AssessmentModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_assessments.size());
}

QVariant AssessmentModel::data(const QModelIndex &index, int role) const
{
    const ConstitutionAssessment *assessment = at(index.row());
    if (!assessment)
        return {};
    switch (role) {
    case TitleRole:
        return dateText(assessment->day);
    case DetailRole:
    case Qt::ToolTipRole:
        return summaryOf(*assessment);
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return tr("%1: %2", "day of an assessment, what came out")
            .arg(dateText(assessment->day), summaryOf(*assessment));
    default:
        return {};
    }
}

void AssessmentDelegate::paint(QPainter *painter, const QStyleOptionViewItem &given, const QModelIndex &index) const
{
    QStyleOptionViewItem option(given);
    initStyleOption(&option, index);
    const Theme &theme = Theme::of(option.widget);
    painter->save();
    RowDelegate::paintGround(painter, option, theme, true);
    const int first = theme.line(TypeStyle::Body);
    const int second = theme.line(TypeStyle::Small);
    const QRect r = option.rect.adjusted(panelPadding, (option.rect.height() - first - second) / 2, -8, 0);
    painter->setFont(theme.font(TypeStyle::Body, QFont::Bold));
    painter->setPen(theme.color(Token::Text));
    painter->drawText(QRect(r.left(), r.top(), r.width(), first), int(Qt::AlignLeft | Qt::AlignVCenter),
                      index.data(AssessmentModel::TitleRole).toString());
    painter->setFont(theme.font(TypeStyle::Small));
    painter->setPen(theme.color(Token::Text2));
    painter->drawText(QRect(r.left(), r.top() + first, r.width(), second), int(Qt::AlignLeft | Qt::AlignVCenter),
                      painter->fontMetrics().elidedText(index.data(AssessmentModel::DetailRole).toString(),
                                                        Qt::ElideRight, r.width()));
    painter->restore();
}

QSize AssessmentDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {200, Theme::of(option.widget).size(Size::RowTwoLines)};
}

} // namespace xinglin::ui
