#include "ui/constitution/questionmodel.h"

#include "ui/constitution/constitutionwords.h"
#include "ui/shell/notewords.h"

namespace xinglin::ui {

namespace {

QStringList wordsOf(const QList<constitution::Choice> &choices)
{
    QStringList words;
    for (const constitution::Choice &choice : choices)
        words << choice.words.in(chineseScreen());
    return words;
}

} // namespace

void QuestionModel::setForm(const constitution::Questionnaire &form, std::optional<constitution::Sex> sex)
{
    beginResetModel();
    m_items = form.itemsFor(sex);
    m_scale = form.scale;
    endResetModel();
}

void QuestionModel::setAnswers(const constitution::Answers &answers)
{
    beginResetModel();
    m_answers = answers;
    endResetModel();
}

constitution::Answers QuestionModel::given() const
{
    constitution::Answers given;
    for (const constitution::Item &item : m_items) {
        if (const auto answer = m_answers.constFind(item.id); answer != m_answers.cend())
            given.insert(item.id, *answer);
    }
    return given;
}

const constitution::Item *QuestionModel::itemAt(int row) const
{
    return row >= 0 && row < m_items.size() ? &m_items[row] : nullptr;
}

int QuestionModel::rowOf(const QString &item) const
{
    for (int row = 0; row < m_items.size(); ++row) {
        if (m_items[row].id == item)
            return row;
    }
    return -1;
}

int QuestionModel::answerAt(int row) const
{
    const constitution::Item *item = itemAt(row);
    return item ? m_answers.value(item->id) : 0;
}

void QuestionModel::answer(int row, int value)
{
    const constitution::Item *item = itemAt(row);
    if (!item || value < 0 || value > constitution::mostAnswer || value == answerAt(row))
        return;
    if (value == 0)
        m_answers.remove(item->id);
    else
        m_answers.insert(item->id, value);
    emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
    emit answerChanged(row);
}

int QuestionModel::answered() const
{
    return static_cast<int>(given().size());
}

QList<int> QuestionModel::unanswered() const
{
    QList<int> rows;
    for (int row = 0; row < m_items.size(); ++row) {
        if (answerAt(row) == 0)
            rows << row;
    }
    return rows;
}

int QuestionModel::nextUnanswered(int row) const
{
    const QList<int> rows = unanswered();
    for (const int one : rows) {
        if (one > row)
            return one;
    }
    return rows.isEmpty() ? -1 : rows.first();
}

int QuestionModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_items.size());
}

int QuestionModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant QuestionModel::data(const QModelIndex &index, int role) const
{
    const constitution::Item *item = itemAt(index.row());
    if (!item || !checkIndex(index))
        return {};
    const QStringList words = wordsOf(item->choices);
    const int answer = answerAt(index.row());
    switch (role) {
    case AnswerRole:
        return answer;
    case WordsRole:
        return words;
    case OwnWordsRole:
        return item->hasOwnChoices;
    case Qt::AccessibleTextRole:
        if (index.column() == Answer)
            return answer == 0 ? tr("not answered") : words.value(answer - 1);
        [[fallthrough]];
    case Qt::DisplayRole:
        if (index.column() == Number)
            return QString::number(index.row() + 1);
        return index.column() == Question ? item->words.in(chineseScreen()) : QString();
    default:
        return {};
    }
}

QVariant QuestionModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == WordsRole && section == Answer)
        return wordsOf(m_scale);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Number:
        return tr("No.", "number of a question");
    case Question:
        return tr("Question");
    default:
        return {};
    }
}

} // namespace xinglin::ui
