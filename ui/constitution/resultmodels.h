#pragma once

#include "clinic/record/constitution.h"

#include <QAbstractTableModel>
#include <QStyledItemDelegate>

namespace xinglin::ui {

/// The nine scores of an assessment, beside those of another one.
class ScoreModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Type, Score, Before, Decision, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setAssessments(const ConstitutionAssessment &now, const std::optional<ConstitutionAssessment> &before);
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(int row, int column) const;

    QList<constitution::Score> m_now;
    QList<constitution::Score> m_before;
};

/// Assessments, the newest first: day, form, what came out.
class AssessmentModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { TitleRole = Qt::UserRole + 1, DetailRole };

    using QAbstractListModel::QAbstractListModel;

    void setAssessments(const QList<ConstitutionAssessment> &assessments);
    const QList<ConstitutionAssessment> &assessments() const { return m_assessments; }
    const ConstitutionAssessment *at(int row) const;
    int rowOf(AssessmentId id) const;
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<ConstitutionAssessment> m_assessments;
};

/// Two lines: the day, below it what came out.
class AssessmentDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace xinglin::ui
