#pragma once

#include "ui/kit/formdialog.h"
#include "ui/patient/segmentchoices.h"
#include "ui/shell/who.h"

#include <functional>

class QLineEdit;
class QScrollArea;
class QTimer;
class QVBoxLayout;

namespace xinglin::ui {

class Field;
class Label;
class Segment;
class SegmentRow;

/// Makes or changes a saved question about patients, condition by condition; how many there are stands beside it while
/// it is put together.
class SegmentDialog : public FormDialog
{
    Q_OBJECT

public:
    /// @param shown id of zeros: a new one.
    SegmentDialog(Clinic &clinic, const Who &who, SegmentChoices choices, const segment::Segment &shown,
                  QWidget *parent);
    ~SegmentDialog() override;

    /// How long typing must rest until the patients are counted.
    static constexpr int restMs = 200;

signals:
    void saved(const xinglin::segment::Segment &kept);
    void retired(const xinglin::segment::Segment &gone);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *buildConditions();
    SegmentRow *add(const std::optional<segments::Condition> &condition);
    void remove(SegmentRow *row);
    void number();
    segments::Definition definition() const;
    void look();
    void count();
    void submit();
    void save(const segment::Segment &wanted);
    /// Asks before something that others would notice.
    void ask(const QString &question, const QString &sentence, const QString &verb, const std::function<void()> &then);
    void retire();

    Clinic &m_clinic;
    Who m_who;
    SegmentChoices m_choices;
    segment::Segment m_shown;
    QLineEdit *m_name;
    Field *m_nameField;
    Segment *m_owner;
    Segment *m_join;
    QScrollArea *m_scroll = nullptr;
    QVBoxLayout *m_column = nullptr;
    QList<SegmentRow *> m_rows;
    Label *m_people;
    QTimer *m_rest;
    struct Counted
    {
        qint64 people = 0;
        qint64 all = 0;
    };
    QFuture<Result<Counted>> m_counting;
    std::optional<segments::Definition> m_counted; ///< What the number that is shown was asked by.
};

} // namespace xinglin::ui
