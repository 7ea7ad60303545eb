#pragma once

#include "clinic/clinic.h"
#include "ui/shell/page.h"

class QStackedLayout;
class QStandardItem;
class QStandardItemModel;
class QTableView;

namespace xinglin::ui {

class Button;
class MessageStrip;

/// A page of the settings that lists what is kept to write with, one's own and the clinic's: there it is changed and
/// retired, and begun where it can be. What is retired is offered no more; what was written with it stays.
class KeptSection : public Page
{
    Q_OBJECT

public:
    struct Column
    {
        QString title;
        int width = 0;        ///< px at normal size; 0: takes what is left.
        bool numbers = false; ///< At the right.
    };
    struct Shape
    {
        QString id;       ///< Of the page: "settingsPhrases".
        QString noun;     ///< In the widgets' names: "phrase".
        QByteArray table; ///< Of the store; the list follows its changes.
        QString title;    ///< In the list of sections.
        QString heading;  ///< Above the list.
        QList<Column> columns;
        QString emptyIcon;
        QString emptyTitle;
        QString emptyWords;
        QString begin{};      ///< What the button says that begins a new one; empty: none can be begun here.
        bool ordered = false; ///< Rows have a place of their own; Alt ↑ and Alt ↓ move them.
    };

    KeptSection(Clinic &clinic, const Shape &shape, QWidget *parent);

    QString title() const override { return m_shape.title; }
    QList<KeyHint> keyHints() const override;
    void activate() override;

protected:
    void showEvent(QShowEvent *event) override;

    /// Reads all there are and ends with showRows(), or says why it cannot.
    virtual void load() = 0;
    virtual void edit(int row) = 0;
    virtual void begin() {}
    virtual void retire(int row) = 0;
    /// Of a row that is retired and still listed, retire() brings it back.
    virtual bool isRetired(int) const { return false; }
    /// Moves a row up (-1) or down (1), where it can go there.
    virtual void move(int /*row*/, int /*by*/) {}
    /// Whether a change means that the list is read anew.
    virtual bool concerns(const store::ChangeSet &changes) const;
    /// Looks of a row besides its texts.
    virtual void dressRow(int /*row*/, const QList<QStandardItem *> & /*cells*/) {}

    /// One list of cells for each row.
    void showRows(const QList<QStringList> &rows);
    /// The row that is chosen once the list is shown again.
    void choose(int row) { m_wanted = row; }
    /// The row that is chosen now; -1 for none.
    int chosen() const;
    void say(const Result<Done> &result, const QString &sentence);
    void sayProblem(const Error &error);
    Clinic &clinic() { return m_clinic; }

private:
    void build();
    void buildTable();
    void nameRetiring();
    void moveUp(int row) { move(row, -1); }
    void moveDown(int row) { move(row, 1); }
    void withChosen(void (KeptSection::*act)(int row));

    Clinic &m_clinic;
    Shape m_shape;
    QStandardItemModel *m_model;
    QTableView *m_table;
    QStackedLayout *m_stack;
    MessageStrip *m_strip;
    Button *m_change;
    Button *m_retire;
    int m_wanted = -1;
    bool m_wantsHand = false; ///< Once there are rows to put it into.
};

} // namespace xinglin::ui
