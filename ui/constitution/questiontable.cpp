#include "ui/constitution/questiontable.h"

#include "ui/constitution/questionmodel.h"
#include "ui/kit/paint.h"
#include "ui/kit/rowdelegate.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace xinglin::ui {

namespace {

constexpr int choices = constitution::mostAnswer;
constexpr int choiceWidth = 112;
constexpr int numberWidth = 56;
constexpr int chipHeight = 26;
constexpr int between = 4;
constexpr int within = 2;
constexpr int rowsAround = 3; ///< That many before and after the one that is asked stay in sight.

/// The place of an answer within the column of answers.
QRect choicePlace(const QRect &column, int choice)
{
    const int left = column.left() + column.width() * choice / choices;
    const int right = column.left() + column.width() * (choice + 1) / choices;
    return {left, column.top(), right - left, column.height()};
}

/// An answer with the digit that gives it.
QString numbered(int choice, const QString &words)
{
    return QStringLiteral("%1 %2").arg(QString::number(choice + 1), words);
}

/// Question in as many lines as it needs; five answers of which one may be chosen.
class QuestionDelegate : public RowDelegate
{
public:
    using RowDelegate::RowDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &given, const QModelIndex &index) const override
    {
        if (index.column() == QuestionModel::Number)
            return RowDelegate::paint(painter, given, index);
        QStyleOptionViewItem option(given);
        initStyleOption(&option, index);
        const Theme &theme = Theme::of(option.widget);
        painter->save();
        paintGround(painter, option, theme, false);
        if (index.column() == QuestionModel::Question) {
            painter->setFont(theme.font(TypeStyle::Body));
            painter->setPen(theme.color(Token::Text));
            painter->drawText(textPlace(option.rect), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap, option.text);
        } else {
            paintAnswers(painter, option, theme, index);
        }
        painter->restore();
    }

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Theme &theme = Theme::of(option.widget);
        const int least = theme.size(Size::Row);
        const auto *table = static_cast<const QTableView *>(option.widget);
        if (index.column() == QuestionModel::Answer)
            return {0, qMax(least, chipHeightOf(index, table->columnWidth(QuestionModel::Answer), theme) + 10)};
        if (index.column() != QuestionModel::Question)
            return {0, least};
        const QRect free = textPlace(QRect(0, 0, table->columnWidth(QuestionModel::Question), 1000));
        const QRect used =
            QFontMetrics(theme.font(TypeStyle::Body)).boundingRect(free, Qt::TextWordWrap, index.data().toString());
        return {free.width(), qMax(least, used.height() + 16)};
    }

private:
    static QRect textPlace(const QRect &cell) { return cell.adjusted(8, 0, -12, -1); }

    /// Words of its own stand in as many lines as they need: what an answer means is never cut off.
    static int chipHeightOf(const QModelIndex &index, int columnWidth, const Theme &theme)
    {
        int height = theme.scaled(chipHeight);
        if (!index.data(QuestionModel::OwnWordsRole).toBool())
            return height;
        const QRect free(0, 0, columnWidth / choices - 2 * between - 2 * within, 1000);
        const QFontMetrics metrics(theme.font(TypeStyle::Caption, QFont::Bold));
        for (const QString &words : index.data(QuestionModel::WordsRole).toStringList())
            height = qMax(height, metrics.boundingRect(free, Qt::TextWordWrap, words).height() + 4);
        return height;
    }

    static void paintAnswers(QPainter *painter, const QStyleOptionViewItem &option, const Theme &theme,
                             const QModelIndex &index)
    {
        const QStringList words = index.data(QuestionModel::WordsRole).toStringList();
        const bool current = index.row() == static_cast<const QTableView *>(option.widget)->currentIndex().row();
        const bool own = index.data(QuestionModel::OwnWordsRole).toBool();
        const int answer = index.data(QuestionModel::AnswerRole).toInt();
        const int height = chipHeightOf(index, option.rect.width(), theme);
        for (int i = 0; i < choices; ++i) {
            const QRect place = choicePlace(option.rect, i);
            const bool on = answer == i + 1;
            const QRect chip(place.left() + between, place.center().y() - height / 2, place.width() - 2 * between,
                             height);
            if (on || current)
                paintFrame(painter, chip, 4, theme.color(on ? Token::ApricotSoft : Token::Surface),
                           theme.color(on ? Token::ApricotText : Token::Control));
            painter->setFont(theme.font(own ? TypeStyle::Caption : TypeStyle::Body, on ? QFont::Bold : QFont::Normal));
            painter->setPen(theme.color(on ? Token::ApricotText : current ? Token::Text : Token::Text2));
            const QString text = own ? words.value(i) : current ? numbered(i, words.value(i)) : QString::number(i + 1);
            painter->drawText(chip.adjusted(within, 0, -within, 0), Qt::AlignCenter | Qt::TextWordWrap, text);
        }
    }
};

/// Says above the answers what they are called.
class AnswerHeader : public QHeaderView
{
public:
    explicit AnswerHeader(QWidget *parent) : QHeaderView(Qt::Horizontal, parent) {}

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override
    {
        painter->save(); // the style leaves its clip behind
        QHeaderView::paintSection(painter, rect, section);
        painter->restore();
        if (section != QuestionModel::Answer)
            return;
        const Theme &theme = Theme::of(this);
        const QStringList words = model()->headerData(section, Qt::Horizontal, QuestionModel::WordsRole).toStringList();
        painter->save();
        painter->setFont(theme.font(TypeStyle::Caption));
        painter->setPen(theme.color(Token::Text2));
        for (int i = 0; i < words.size(); ++i)
            painter->drawText(choicePlace(rect, i), Qt::AlignCenter, numbered(i, words[i]));
        painter->restore();
    }
};

} // namespace

QuestionTable::QuestionTable(QuestionModel *model, QWidget *parent) : QTableView(parent), m_model(model)
{
    setObjectName(QStringLiteral("questions"));
    setAccessibleName(tr("Questions"));
    setHorizontalHeader(new AnswerHeader(this));
    setModel(model);
    dressRows(this);
    auto *delegate = new QuestionDelegate(this);
    delegate->setPadding(20, 8);
    setItemDelegate(delegate);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setWordWrap(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    QHeaderView *header = horizontalHeader();
    header->setSectionsClickable(false);
    header->setStretchLastSection(false);
    header->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    connect(model, &QAbstractItemModel::modelReset, this, &QuestionTable::layOut);
    setAttribute(Qt::WA_InputMethodEnabled, false);
}

void QuestionTable::layOut()
{
    const Theme &theme = Theme::of(this);
    QHeaderView *header = horizontalHeader();
    const int answers = qMin(choices * theme.scaled(choiceWidth), viewport()->width() * 3 / 5);
    header->resizeSection(QuestionModel::Number, theme.scaled(numberWidth));
    header->resizeSection(QuestionModel::Answer, answers);
    header->resizeSection(QuestionModel::Question,
                          qMax(120, viewport()->width() - answers - theme.scaled(numberWidth)));
    for (int row = 0; row < m_model->rowCount(); ++row)
        verticalHeader()->resizeSection(row, sizeHintForRow(row));
    showAround(row());
}

void QuestionTable::showAround(int row)
{
    const int last = m_model->rowCount() - 1;
    if (row < 0 || last < 0)
        return;
    for (const int near : {qMax(0, row - rowsAround), qMin(last, row + rowsAround), row})
        scrollTo(m_model->index(near, QuestionModel::Question));
}

void QuestionTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    layOut();
}

void QuestionTable::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::FontChange)
        layOut();
}

void QuestionTable::goTo(int row)
{
    setCurrentIndex(m_model->index(qBound(0, row, m_model->rowCount() - 1), QuestionModel::Question));
}

void QuestionTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    showAround(current.row());
    emit rowChanged(current.row());
}

void QuestionTable::give(int value)
{
    const int at = row();
    m_model->answer(at, value);
    if (at + 1 < m_model->rowCount())
        goTo(at + 1);
}

void QuestionTable::keyPressEvent(QKeyEvent *event)
{
    const bool plain = !(event->modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier));
    const int key = event->key();
    if (!plain)
        return QTableView::keyPressEvent(event);
    const int answer = m_model->answerAt(row());
    switch (key) {
    case Qt::Key_1:
    case Qt::Key_2:
    case Qt::Key_3:
    case Qt::Key_4:
    case Qt::Key_5:
        return give(key - Qt::Key_0);
    case Qt::Key_Backspace:
        return goTo(row() - 1);
    case Qt::Key_Delete:
        return m_model->answer(row(), 0);
    case Qt::Key_Left:
        return m_model->answer(row(), answer == 0 ? 0 : qMax(constitution::leastAnswer, answer - 1));
    case Qt::Key_Right:
        return m_model->answer(row(), qMin(constitution::mostAnswer, answer + 1));
    case Qt::Key_Space:
        if (const int next = m_model->nextUnanswered(row()); next >= 0)
            goTo(next);
        return;
    case Qt::Key_Home:
        return goTo(0);
    case Qt::Key_End:
        return goTo(m_model->rowCount() - 1);
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        return QTableView::keyPressEvent(event);
    default:
        return event->ignore(); // no searching by letters
    }
}

void QuestionTable::mousePressEvent(QMouseEvent *event)
{
    QTableView::mousePressEvent(event);
    const QModelIndex at = indexAt(event->position().toPoint());
    if (event->button() != Qt::LeftButton || at.column() != QuestionModel::Answer)
        return;
    const QRect cell = visualRect(at);
    for (int i = 0; i < choices; ++i) {
        if (choicePlace(cell, i).contains(event->position().toPoint()))
            m_model->answer(at.row(), i + 1);
    }
}

} // namespace xinglin::ui
