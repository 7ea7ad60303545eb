#pragma once

#include "clinic/treatment/pointgroups.h"
#include "clinic/treatment/treatments.h"
#include "ui/kit/safetyring.h"
#include "ui/treatment/typedpoint.h"

#include <QWidget>

#include <functional>
#include <memory>

class QLineEdit;
class QVBoxLayout;

namespace xinglin::ui {

class Button;
class ChipBar;
class Completion;
class Label;
class NumberUnit;
class PointChips;

/// The acupuncture of a visit in one line: "sm ng zslw 25" are three points, the third with a warm needle, for 25
/// minutes. A group's code puts in all its points. Left and Backspace in an empty line walk back over the points, where
/// letters change side and technique. Knows neither patient nor store.
class PointLine : public QWidget
{
    Q_OBJECT

public:
    explicit PointLine(std::shared_ptr<const Catalog> catalog, QWidget *parent = nullptr);
    ~PointLine() override;

    /// Nothing: no acupuncture. Parts that no field shows are kept as they were set.
    void setDraft(const std::optional<TreatmentDraft> &draft);
    /// Nothing without points.
    std::optional<TreatmentDraft> draft() const;
    void setLast(const std::optional<TreatmentDraft> &last);
    void setGroups(const QList<pointgroup::Group> &groups);
    /// What is to be known of each point.
    void setMarks(const QList<std::optional<Severity>> &marks);
    void setReadOnly(bool readOnly);
    /// Only what a group keeps: points, technique and minutes.
    void setForGroup();
    /// Puts in the points of last time; those that stand here stay.
    void takeLast();
    /// Takes a point out, by what it is called on the screen.
    void remove(const QString &name);
    /// Takes what still hangs in the line; false where it does not name one point alone.
    bool finishTyping();
    /// Puts the hand where a field of the draft stands: "points", "minutes" …
    void goTo(const QString &field);
    QLineEdit *edit() const { return m_edit; }

signals:
    void changed();
    /// The groups are to be looked at; the points stand here.
    void groupsWanted();
    /// Enter in an empty line: what comes next is wanted.
    void done();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    /// A row of the list below the line.
    struct Choice
    {
        int group = -1; ///< Index of a group; else a point.
        QString point;
        TypedPoint typed;
    };

    void buildLine(QVBoxLayout *box);
    void buildChoosers(QVBoxLayout *box);
    void buildNumbers(QVBoxLayout *box);
    void ask(const QString &word);
    bool takeWord(bool unasked);
    void take(const Choice &choice);
    void add(const TreatmentPoint &point);
    bool walkKey(int key, const QString &text);
    bool lineKey(int key, Qt::KeyboardModifiers held);
    void changeCurrent(const std::function<void(TreatmentPoint &)> &change);
    void editCurrent();
    void setOverall(Technique technique);
    void recount(TreatmentPoint &point) const;
    void takeNumber(const TypedNumber &typed);
    bool isName(const QString &word) const;
    void showAll();
    void showNumbers();
    void pointsChanged();
    void edited();
    void say(const QString &sentence);

    std::shared_ptr<const Catalog> m_catalog;
    TreatmentDraft m_draft;
    std::optional<TreatmentDraft> m_last;
    QList<pointgroup::Group> m_groups;
    QList<std::optional<Severity>> m_marks;
    QList<Choice> m_choices;
    bool m_readOnly = false;
    bool m_forGroup = false;
    QString m_digits; ///< Needles being typed on a chip.

    PointChips *m_chips;
    QLineEdit *m_edit;
    Completion *m_completion;
    Label *m_hint;
    QWidget *m_choosers;
    ChipBar *m_sides;
    ChipBar *m_techniques;
    ChipBar *m_overall;
    NumberUnit *m_minutes;
    NumberUnit *m_needles;
    NumberUnit *m_sessions;
    NumberUnit *m_perWeek;
    Button *m_lastButton;
    Button *m_groupButton;
};

} // namespace xinglin::ui
