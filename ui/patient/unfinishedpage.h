#pragma once

#include "access/session.h"
#include "clinic/unfinished.h"
#include "ui/shell/page.h"
#include "ui/shell/who.h"

#include <QAbstractTableModel>

class QStackedLayout;
class QTableView;
class QTimer;

namespace xinglin::ui {

class EmptyState;
class MessageStrip;

/// What one person has not finished, as rows.
class UnfinishedModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, What, Words, When, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setItems(const QList<unfinished::Item> &items, const store::StoreOptions &options);
    const unfinished::Item *itemAt(int row) const;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    static QString formWords(const QString &kind);
    QString text(const unfinished::Item &item, int column) const;
    QString when(Instant at) const;

    QList<unfinished::Item> m_items;
    QTimeZone m_zone;
    QDate m_today;
};

/// Everything that was begun and not finished: drafts and visits not signed yet; and prescriptions to check. The newest
/// first; Enter opens.
class UnfinishedPage : public Page
{
    Q_OBJECT

public:
    UnfinishedPage(Clinic &clinic, std::shared_ptr<access::Keys> keys, QWidget *parent = nullptr);

    /// Reads the list anew.
    void reload();
    QString title() const override;
    QString context() const override;
    QList<KeyHint> keyHints() const override;
    void activate() override;
    void rest(bool resting) override;

    /// How often the number is looked up while nobody looks at the list.
    static constexpr int lookMs = 20000;

signals:
    void chosen(const xinglin::unfinished::Item &item);
    void left();
    void countChanged(int count);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void show(const QList<unfinished::Item> &items);
    void open(int row);

    Clinic &m_clinic;
    std::shared_ptr<access::Keys> m_keys;
    MessageStrip *m_strip;
    QTableView *m_table;
    UnfinishedModel *m_model;
    EmptyState *m_empty;
    QStackedLayout *m_stack;
    QTimer *m_timer;
    quint64 m_question = 0;
    int m_count = 0;
};

} // namespace xinglin::ui
