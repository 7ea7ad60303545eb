#pragma once

#include "clinic/treatment/sessions.h"

#include <QMap>
#include <QTimeZone>
#include <QWidget>

#include <memory>

class QLineEdit;
class QVBoxLayout;

namespace xinglin::ui {

class Button;
class Label;
class NumberUnit;

/// One order: what it is, its sessions, and the next one: needles in, and out again. Knows no store.
class SessionPanel : public QWidget
{
    Q_OBJECT

public:
    /// @param mayGive whether sessions may be begun and ended here.
    SessionPanel(std::shared_ptr<const Catalog> catalog, const QTimeZone &zone, bool mayGive,
                 QWidget *parent = nullptr);

    void setOrder(const treatment::Order &order);
    /// Nothing is chosen.
    void clear(const QString &sentence);
    /// Where work begins: the needles to be counted, or the button.
    void focusFirst();
    /// A refusal that belongs to a field; false where none.
    bool showProblem(const QString &field, const QString &sentence);
    /// Something was counted or written here and not given.
    bool isDirty() const;
    /// Takes away what is typed.
    void empty();
    /// Goes on with what was typed before, its fields by their names.
    void resume(const QMap<QString, QString> &typed);

signals:
    void beginWanted(xinglin::TreatmentId id, const xinglin::treatment::SessionStart &start);
    void endWanted(xinglin::TreatmentSessionId id, const xinglin::treatment::SessionEnd &end);
    /// Begun and ended at once, where no needles stay in.
    void givenWanted(xinglin::TreatmentId id, const QString &note);
    void retractWanted(xinglin::TreatmentSessionId id);

private:
    std::optional<qint64> needlesProposed() const;
    void buildBegin(QVBoxLayout *box);
    void buildEnd(QVBoxLayout *box);
    void begin();
    void end(bool stopped);
    void compare();
    void showSessions();

    std::shared_ptr<const Catalog> m_catalog;
    QTimeZone m_zone;
    bool m_mayGive;
    std::optional<treatment::Order> m_order;
    Label *m_title;
    Label *m_words;
    Label *m_state;
    QWidget *m_beginForm;
    QWidget *m_needlesInBox;
    NumberUnit *m_needlesIn;
    QLineEdit *m_note;
    Button *m_given;
    Button *m_begin;
    QWidget *m_endForm;
    QWidget *m_needlesOutBox;
    Label *m_inside;
    NumberUnit *m_needlesOut;
    QLineEdit *m_reason;
    Label *m_problem;
    Button *m_end;
    Button *m_stop;
    QVBoxLayout *m_sessions;
};

} // namespace xinglin::ui
