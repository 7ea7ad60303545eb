#pragma once

#include "clinic/schedule/series.h"

#include <QAbstractTableModel>
#include <QTableView>
#include <QTimeZone>

namespace xinglin::ui {

class KeySentence;
class Label;

/// One appointment that is to be booked or moved, and where it could go.
struct Proposal
{
    static constexpr int LeftOut = -1; ///< It is not booked; one that is booked is cancelled.
    static constexpr int AsItIs = -2;

    std::optional<Appointment> appointment; ///< Nothing: a new one.
    QString phone;
    Instant wished;
    QList<FreeTime> options; ///< What is proposed, then what else is free.
    QString why;             ///< Why it is not at the wished time.
    int chosen = 0;          ///< Of the options, LeftOut or AsItIs.

    /// What will be; nothing where it is left out or stays.
    std::optional<FreeTime> time() const;
    bool operator==(const Proposal &) const = default;
};

/// @p without: what becomes of it where nothing is free.
Proposal proposalOf(const SeriesDay &day, int without);
/// The same of one that is booked.
Proposal proposalOf(const Displaced &displaced);
/// The draft that books or moves to @p time.
AppointmentDraft draftAt(const FreeTime &time);

/// What stands in the list of proposals.
class ProposalModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Who, When, With, Why, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setProposals(const QList<Proposal> &proposals, const QList<Resource> &known, const QTimeZone &zone);
    const QList<Proposal> &proposals() const { return m_rows; }
    void choose(int row, int chosen);
    /// "Fri 13 Mar 09:00, Gu Qinghe"
    QString words(const FreeTime &time) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(int row, int column) const;
    QString others(const Proposal &one) const;

    QList<Proposal> m_rows;
    QList<Resource> m_known;
    QTimeZone m_zone;
};

/// A list of proposals, one line each: digits 1 to 3 take another time, 0 the first one again, Delete leaves one out,
/// Space leaves it as it is. Below it stand the reason and the other times of the current line.
class ProposalList : public QWidget
{
    Q_OBJECT

public:
    enum Way { MayLeaveOut = 1, MayStay = 2 };

    /// @param ways what can become of one besides another time.
    explicit ProposalList(int ways, QWidget *parent = nullptr);

    /// What was chosen of those that are wished at the same time stays, where it is still there. The current line is
    /// the first that is not as it was wished, or that has changed where @p changed.
    void setProposals(const QList<Proposal> &proposals, const QList<Resource> &known, const QTimeZone &zone,
                      bool changed = false);
    const QList<Proposal> &proposals() const { return m_model->proposals(); }
    QTableView *view() const { return m_view; }

signals:
    void chosenChanged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool pressed(int key);
    void choose(int chosen);
    void showCurrent();

    int m_ways;
    ProposalModel *m_model;
    QTableView *m_view;
    Label *m_why;
    KeySentence *m_others;
};

} // namespace xinglin::ui
