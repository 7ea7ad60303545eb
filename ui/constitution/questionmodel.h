#pragma once

#include "engines/constitution/scoring.h"

#include <QAbstractTableModel>

namespace xinglin::ui {

/// The questions of a form with what was answered to each. Answers to the other form stay where they are.
class QuestionModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Number, Question, Answer, ColumnCount };
    enum Role {
        AnswerRole = Qt::UserRole + 1, ///< int: 1 … 5; 0 where there is none.
        WordsRole,                     ///< QStringList: what the five answers are called here.
        OwnWordsRole,                  ///< bool: they are not those of the scale.
    };

    using QAbstractTableModel::QAbstractTableModel;

    /// @param sex whose items are asked; nothing: those for one sex are left out.
    void setForm(const constitution::Questionnaire &form, std::optional<constitution::Sex> sex);
    void setAnswers(const constitution::Answers &answers);
    /// Everything that was answered, to either form.
    const constitution::Answers &answers() const { return m_answers; }
    /// What was answered of what is asked now.
    constitution::Answers given() const;

    const constitution::Item *itemAt(int row) const;
    /// -1 where it is not asked.
    int rowOf(const QString &item) const;
    int answerAt(int row) const;
    /// 0 takes the answer away.
    void answer(int row, int value);

    int answered() const;
    QList<int> unanswered() const;
    /// The next row without an answer after @p row, from the top where there is none below; -1: all are answered.
    int nextUnanswered(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

signals:
    /// The person has answered, or taken an answer away.
    void answerChanged(int row);

private:
    QList<constitution::Item> m_items;
    QList<constitution::Choice> m_scale;
    constitution::Answers m_answers;
};

} // namespace xinglin::ui
