#pragma once

#include "clinic/catalog/catalog.h"
#include "clinic/prescription/prescription.h"
#include "ui/kit/accessible.h"
#include "ui/kit/theme.h"

#include <QWidget>

#include <memory>
#include <optional>

class QLineEdit;

namespace xinglin::ui {

class Completion;
class HerbCellEdit;
struct CompletionRow;

/// What the sheet paints of one line.
struct HerbCell
{
    QString herb; ///< Id; empty: not known.
    QString name;
    QString dose;        ///< "30"; empty: not written yet.
    QString detail;      ///< Role in the formula, or pinyin.
    QString preparation; ///< In a box.
    QString change;      ///< "20 → 30", "+ new": against last time.
    Tone changeTone = Tone::Neutral;
    Tone tone = Tone::Neutral; ///< Of the gravest finding.
    QString icon;              ///< Of the gravest finding; empty: none.
    QString state;             ///< The same in words, for screen readers: "stop", "not known".
    bool unknown = false;
    bool operator==(const HerbCell &) const = default;
};

/// What a person typed into a cell: "hq 30", "黄芪30 先煎", "30", "*xj", "-mx". Pure.
struct TypedHerb
{
    QString name;
    std::optional<Mass> dose;
    QString preparation; ///< Behind the dose, as typed.
    bool askPreparation = false;
    bool remove = false; ///< "-mx": the herb is to be taken out.
    bool operator==(const TypedHerb &) const = default;
};
TypedHerb typedHerb(const QString &text);

/// The ruled sheet on which herbs are written: four columns of cells, read row by row, one of them under the hand. A
/// name by initials, pinyin or characters, its dose and Enter: on to the next cell. Digits alone set the dose of the
/// herb under the hand, * its preparation; arrows walk, Ctrl+Backspace removes. In the empty last cell a herb that
/// stands on the sheet already changes its dose, and "-" before its letters takes it out, wherever it stands. The sheet
/// shows and asks; the draft is its owner's.
class HerbSheet : public QWidget, public Spoken
{
    Q_OBJECT

public:
    explicit HerbSheet(std::shared_ptr<const Catalog> catalog, QWidget *parent = nullptr);
    ~HerbSheet() override;

    void setCells(const QList<HerbCell> &cells);
    const QList<HerbCell> &cells() const { return m_cells; }
    void setReadOnly(bool readOnly);
    /// 0 … cells().size(); the last one is the empty cell that is written next.
    int current() const { return m_current; }
    void setCurrent(int index);
    int columns() const;
    QRect cellRect(int index) const;
    QLineEdit *editor() const;
    /// What is being typed becomes a line, as Enter would make it. True where nothing is left unfinished.
    bool finishTyping();

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QAccessible::Role spokenRole() const override { return QAccessible::Table; }
    QString spokenValue() const override;

signals:
    /// @p index equal to the number of lines appends. An empty herb id: a name that is not known.
    void written(int index, const xinglin::PrescriptionLine &line);
    void doseWritten(int index, xinglin::Mass dose);
    void preparationWritten(int index, const QString &preparation);
    void removed(int index);
    /// Enter on the empty last cell: the list is done.
    void done();
    void currentChanged(int index);
    /// Its size changed, so that the cell under the hand may stand elsewhere.
    void reflowed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    int columnsFor(int width) const;
    void paintCell(QPainter &painter, const Theme &theme, const QRect &rect, int index) const;
    void placeEditor();
    void ask(const QString &text);
    void askPreparation(const QString &typed);
    void askRemoval(const QString &typed);
    /// Lines whose name begins with these letters or characters.
    QList<int> linesOf(const QString &typed) const;
    void takeOut(int line);
    void taken(const CompletionRow &row);
    bool enter();
    bool keyPressed(int key, Qt::KeyboardModifiers modifiers);
    void commit(const QString &herb, const QString &name, const TypedHerb &typed);
    void advance();
    void editCurrent();

    std::shared_ptr<const Catalog> m_catalog;
    QList<HerbCell> m_cells;
    HerbCellEdit *m_edit;
    Completion *m_completion;
    QString m_pendingHerb; ///< Taken from the list, waiting for its dose.
    QString m_pendingName;
    int m_current = 0;
    bool m_readOnly = false;
};

} // namespace xinglin::ui
