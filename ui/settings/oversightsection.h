#pragma once

#include "access/session.h"
#include "clinic/patient/glass.h"
#include "ui/shell/page.h"
#include "ui/shell/who.h"

#include <QAbstractTableModel>
#include <QTimeZone>

class QTableView;

namespace xinglin::ui {

class ChipBar;
class Facts;
class Field;
class FormDraft;
class Label;
class MessageStrip;
class Button;
class GrowingTextEdit;
class Pane;

/// Times the glass was broken, as rows: those to look at first.
class GlassModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Who, Whom, Reason, When, State, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;
    void setGlasses(const QList<Glass> &glasses, QDate today, const QTimeZone &zone);
    const Glass *glassAt(int row) const;
    int rowOf(GlassId id) const;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const Glass &glass, int column) const;

    QList<Glass> m_glasses;
    QDate m_today;
    QTimeZone m_zone;
};

/// Settings › Oversight: who opened a record in an emergency, whose and why; an owner says whether it was justified.
/// Nothing leaves the list without that.
class OversightSection : public Page
{
    Q_OBJECT

public:
    /// @p keys open what was typed and not saved.
    OversightSection(Clinic &clinic, const ui::Who &who, std::shared_ptr<access::Keys> keys, QWidget *parent = nullptr);
    ~OversightSection() override;
    /// Stands on this emergency access.
    void choose(GlassId id);

    QString title() const override;
    QString context() const override;
    QList<KeyHint> keyHints() const override;
    void activate() override;
    void rest(bool resting) override;
    bool hasUnsaved() const override;
    bool keepsDrafts() const override { return true; }
    int waiting() const { return m_waiting; }

signals:
    /// So many wait for a verdict; @p overdue of them too long.
    void waitingChanged(int waiting, int overdue);

private:
    QWidget *buildList();
    QWidget *buildVerdict();
    void load();
    void showAll(const QList<Glass> &inbox, const QList<Glass> &reviewed);
    void showGlass();
    void put(const QMap<QString, QString> &fields);
    void takeUp(const Glass *glass);
    void save();

    Clinic &m_clinic;
    ui::Who m_who;
    GlassModel *m_model;
    MessageStrip *m_strip;
    QTableView *m_table;
    Label *m_nothing;
    Pane *m_panel;
    Label *m_name;
    Label *m_line;
    Facts *m_facts;
    QWidget *m_form;
    ChipBar *m_verdict;
    GrowingTextEdit *m_words;
    Field *m_verdictField;
    Field *m_wordsField;
    Button *m_save;
    FormDraft *m_draft;
    std::optional<GlassId> m_wanted; ///< To stand on after the next reading.
    int m_waiting = 0;
    quint64 m_question = 0;
};

} // namespace xinglin::ui
