#pragma once

#include "ui/kit/theme.h"

#include <QAbstractListModel>
#include <QVariant>
#include <QWidget>

class QLineEdit;
class QListView;

namespace xinglin::ui {

/// One proposal of a completion.
struct CompletionRow
{
    QString primary;   ///< The name; in Song where the list says so.
    QString secondary; ///< Pinyin or code, small.
    QString trailing;  ///< At the right: dose and stock, "already in the formula".
    QVariant data;     ///< For the caller, usually an id.
    Token trailingColor = Token::Text3;
};

class CompletionModel : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;
    void setRows(QList<CompletionRow> rows);
    const QList<CompletionRow> &rows() const { return m_rows; }
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<CompletionRow> m_rows;
};

/// The floating list below an editor; a child of the editor's window, so it never takes the focus.
class PopupList : public QWidget
{
    Q_OBJECT

public:
    explicit PopupList(QWidget *window);

    QListView *view() const { return m_view; }
    CompletionModel *model() const { return m_model; }
    void setSong(bool song);
    /// Shows the list below @p editor, or above where there is no room below.
    void openAt(const QWidget *editor, int minimumWidth);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QListView *m_view;
    CompletionModel *m_model;
};

/// Completion of a line edit: the caller answers queryChanged with setRows. Arrows and page keys walk, Enter and Tab
/// take the current row, Esc closes; while an input method composes, Enter never takes and nothing is asked.
/// Keys are passed on to the editor whenever the list is closed.
class Completion : public QObject
{
    Q_OBJECT

public:
    explicit Completion(QLineEdit *editor);
    ~Completion() override;

    /// Names in Song (people, herbs, formulas).
    void setSong(bool song);
    void setMinimumWidth(int px) { m_minimumWidth = px; }
    /// Eager (default): the first row is current, Enter takes it. Else nothing is current until an arrow is pressed,
    /// for fields that also take free text.
    void setEager(bool eager) { m_eager = eager; }
    /// Tab takes as Enter does (default); the focus then moves on as usual.
    void setTabTakes(bool takes) { m_tabTakes = takes; }

    /// Shows these proposals, best first; none closes the list. Ignored when the editor has lost the focus.
    void setRows(const QList<CompletionRow> &rows);
    void close();
    bool isOpen() const;
    /// Whether an input method has unfinished text in the editor.
    bool isComposing() const { return m_composing; }
    int currentRow() const;

signals:
    /// Text typed by the person; not sent for setText() and not while composing.
    void queryChanged(const QString &text);
    /// The person took a row. The editor's text is left to the caller.
    void taken(const xinglin::ui::CompletionRow &row);
    void dismissed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool keyPressed(int key, Qt::KeyboardModifiers modifiers);
    bool wants(int key, Qt::KeyboardModifiers modifiers) const;
    void take(int row);
    void walk(int step);

    QLineEdit *m_editor;
    PopupList *m_popup = nullptr;
    QList<CompletionRow> m_rows;
    int m_minimumWidth = 280;
    bool m_song = false;
    bool m_eager = true;
    bool m_tabTakes = true;
    bool m_composing = false;
};

} // namespace xinglin::ui
