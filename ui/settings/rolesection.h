#pragma once

#include "access/session.h"
#include "ui/settings/rolegrid.h"
#include "ui/shell/page.h"
#include "ui/shell/who.h"

class QTableView;

namespace xinglin::ui {

class Button;
class FormDraft;
class Label;
class MessageStrip;
class Pane;

/// Settings › Roles: what each role may do, kind of data by kind of data; the clinic's own roles can be changed.
class RoleSection : public Page
{
    Q_OBJECT

public:
    /// @p keys open what was changed and not saved.
    RoleSection(Clinic &clinic, const Who &who, std::shared_ptr<access::Keys> keys, QWidget *parent = nullptr);
    ~RoleSection() override;

    QString title() const override;
    QString context() const override;
    QList<KeyHint> keyHints() const override;
    void activate() override;
    void rest(bool resting) override;
    bool hasUnsaved() const override;
    bool keepsDrafts() const override { return true; }

protected:
    void showEvent(QShowEvent *event) override;

private:
    struct Loaded
    {
        QList<RoleColumn> columns;
        QList<access::CustomRole> own;
    };
    static Result<Loaded> readAll(const store::Snapshot &view);

    QWidget *buildGrid();
    QWidget *buildPanel();
    void addKeys();
    void load();
    void showAll(const Loaded &loaded);
    void showCell();
    void set(Reach reach);
    void askCopy();
    void save();
    void discard();
    void tellDirty();
    QMap<QString, QString> changedCodes() const;
    void put(const QMap<QString, QString> &codes);
    /// Shows other rights of the same roles; the current cell stays, or moves to @p column.
    void setColumns(const QList<RoleColumn> &columns, int column = -1);
    /// The clinic's own role of the current column as it stands in the grid; nullopt where it was not changed.
    std::optional<access::CustomRole> changed(const RoleColumn &column) const;

    Clinic &m_clinic;
    Who m_who;
    RoleGrid *m_grid;
    QTableView *m_table;
    MessageStrip *m_strip;
    Label *m_cell;
    Label *m_may;
    Label *m_effect;
    Label *m_fixed;
    QList<Button *> m_choices; ///< Change, see, nothing.
    Button *m_copy;
    Button *m_save;
    Button *m_discard;
    FormDraft *m_draft;
    Loaded m_loaded;
    QString m_wanted; ///< Role whose column is to be current after the next reading.
    quint64 m_question = 0;
};

} // namespace xinglin::ui
