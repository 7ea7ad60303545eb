#include "ui/booking/calltable.h"

#include "base/text/mask.h"
#include "ui/booking/dialogwords.h"
#include "ui/kit/rowdelegate.h"

#include <QHeaderView>
#include <QKeyEvent>

#include <algorithm>

namespace xinglin::ui {

namespace {

struct OutcomeLook
{
    Tone tone;
    QString icon;
    QString word;
};

OutcomeLook lookOf(CallOutcome outcome)
{
    switch (outcome) {
    case CallOutcome::Comes:
        return {Tone::Malachite, QStringLiteral("checkmark"), CallModel::tr("comes")};
    case CallOutcome::NotReached:
        return {Tone::Gamboge, QStringLiteral("call-start"), CallModel::tr("not reached")};
    case CallOutcome::LeftMessage:
        return {Tone::Azurite, QStringLiteral("dialog-messages"), CallModel::tr("message left")};
    case CallOutcome::WantsOther:
        return {Tone::Gamboge, QStringLiteral("view-calendar-day"), CallModel::tr("wants another time")};
    case CallOutcome::Cancels:
        return {Tone::Slate, QStringLiteral("dialog-cancel"), CallModel::tr("cancels")};
    }
    Q_UNREACHABLE();
}

} // namespace

ContactDraft contactOf(const Call &call, CallOutcome outcome, const QString &text)
{
    ContactDraft draft;
    draft.patient = call.appointment.patient;
    if (!draft.patient)
        draft.enquiry = call.appointment.enquiry;
    draft.reached = outcome != CallOutcome::NotReached && outcome != CallOutcome::LeftMessage;
    draft.text = CallModel::tr("About the appointment: %1").arg(text.isEmpty() ? lookOf(outcome).word : text);
    return draft;
}

void CallModel::setCalls(const QList<Call> &calls, const QTimeZone &zone, const QString &whatHead)
{
    beginResetModel();
    m_calls = calls;
    m_zone = zone;
    m_whatHead = whatHead;
    m_current = -1;
    endResetModel();
}

void CallModel::setOutcome(int row, std::optional<CallOutcome> outcome)
{
    m_calls[row].outcome = outcome;
    emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

void CallModel::setCurrent(int row)
{
    m_current = row;
    if (!m_calls.isEmpty())
        emit dataChanged(index(0, Phone), index(rowCount() - 1, Phone));
}

int CallModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_calls.size());
}

int CallModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString CallModel::text(int row, int column) const
{
    const Call &call = m_calls[row];
    switch (column) {
    case Time:
        return clockWords(call.appointment.period.from, m_zone);
    case Who:
        return call.appointment.who;
    case Phone:
        return row == m_current || call.phone.contains(u'*') ? call.phone : maskPhone(call.phone);
    case What:
        return call.what;
    case Outcome:
        return call.outcome ? lookOf(*call.outcome).word : call.last;
    default:
        return {};
    }
}

QVariant CallModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Call &call = m_calls[index.row()];
    const int column = index.column();
    const bool answered = column == Outcome && call.outcome;
    switch (role) {
    case Qt::DisplayRole:
        return text(index.row(), column);
    case Qt::ToolTipRole:
        return column == What || column == Outcome ? text(index.row(), column) : QString();
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1: %2").arg(headerData(column, Qt::Horizontal, Qt::DisplayRole).toString(),
                                            text(index.row(), column));
    case RowSongRole:
        return column == Who;
    case RowBoldRole:
        return column == Phone && index.row() == m_current;
    case RowToneRole:
        return answered ? QVariant(int(lookOf(*call.outcome).tone)) : QVariant();
    case RowIconRole:
        return answered ? lookOf(*call.outcome).icon : QString();
    case RowColorRole:
        return column == Outcome && !answered ? QVariant(int(Token::Text2)) : QVariant();
    case RowStruckRole:
        return column == Time && call.outcome == CallOutcome::Cancels;
    default:
        return {};
    }
}

QVariant CallModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case Time:
        return tr("Time");
    case Who:
        return tr("Who");
    case Phone:
        return tr("Telephone");
    case What:
        return m_whatHead;
    case Outcome:
        return tr("Answer, or what was last said");
    default:
        return {};
    }
}

CallTable::CallTable(bool cancels, QWidget *parent)
    : QTableView(parent), m_cancels(cancels), m_model(new CallModel(this))
{
    setModel(m_model);
    dressRows(this, Size::RowDense);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setSectionResizeMode(CallModel::What, QHeaderView::Stretch);
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &current) {
        m_model->setCurrent(current.row());
        emit currentCallChanged();
    });
}

void CallTable::setCalls(const QList<Call> &calls, const QTimeZone &zone, const QString &whatHead)
{
    m_model->setCalls(calls, zone, whatHead);
    const Theme &theme = Theme::of(this);
    horizontalHeader()->resizeSection(CallModel::Time, theme.scaled(64));
    horizontalHeader()->resizeSection(CallModel::Who, theme.scaled(130));
    horizontalHeader()->resizeSection(CallModel::Phone, theme.scaled(130));
    horizontalHeader()->resizeSection(CallModel::Outcome, theme.scaled(230));
    goToNext(-1);
}

const Call *CallTable::current() const
{
    const int row = currentIndex().row();
    return row < 0 ? nullptr : &calls()[row];
}

void CallTable::goToNext(int from)
{
    const int rows = m_model->rowCount();
    for (int i = 1; i <= rows; ++i) {
        const int row = (from + i) % rows;
        if (!calls()[row].outcome)
            return selectRow(row);
    }
    if (rows > 0)
        selectRow(std::max(from, 0));
}

void CallTable::setOutcome(AppointmentId id, std::optional<CallOutcome> outcome)
{
    for (int row = 0; row < calls().size(); ++row) {
        if (calls()[row].appointment.id != id)
            continue;
        m_model->setOutcome(row, outcome);
        if (outcome)
            goToNext(row);
        else
            selectRow(row);
    }
}

int CallTable::count(CallOutcome outcome) const
{
    return static_cast<int>(
        std::count_if(calls().cbegin(), calls().cend(), [outcome](const Call &one) { return one.outcome == outcome; }));
}

int CallTable::open() const
{
    return static_cast<int>(
        std::count_if(calls().cbegin(), calls().cend(), [](const Call &one) { return !one.outcome; }));
}

void CallTable::keyPressEvent(QKeyEvent *event)
{
    const Call *call = current();
    const auto answer = [&](CallOutcome outcome) {
        if (call && !event->isAutoRepeat())
            emit answered(Call(*call), outcome);
    };
    if ((event->modifiers() & ~Qt::KeypadModifier) != Qt::NoModifier)
        return QTableView::keyPressEvent(event);
    switch (event->key()) {
    case Qt::Key_Y:
        return answer(CallOutcome::Comes);
    case Qt::Key_N:
        return answer(CallOutcome::NotReached);
    case Qt::Key_W:
        return answer(CallOutcome::LeftMessage);
    case Qt::Key_M:
        return answer(CallOutcome::WantsOther);
    case Qt::Key_C:
        if (m_cancels)
            return answer(CallOutcome::Cancels);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return event->accept(); // no button takes it instead
    default:
        break;
    }
    QTableView::keyPressEvent(event);
}

} // namespace xinglin::ui
