#pragma once

#include "access/activity.h"
#include "access/roles.h"
#include "ui/kit/pane.h"
#include "ui/settings/peoplemodel.h"

namespace xinglin::ui {

class Button;
class Facts;
class Label;

/// What is known of one person beside the log's numbers.
struct PersonDetails
{
    std::optional<access::Activity> activity; ///< Missing for who may not read the audit.
    QList<access::Grant> grants;
    QStringList ownRoles; ///< The clinic's own roles with their ends, as words.
};

/// Beside the table of people: the chosen one, what they did today, and what can be done about them.
class PersonPanel : public Pane
{
    Q_OBJECT

public:
    /// @param mayGive roles are the person's to give: owners only.
    PersonPanel(bool mayGive, bool mayAudit, QWidget *parent = nullptr);

    /// Shows at once what the table knows; the rest follows. @p self: one's own account.
    void setPerson(const std::optional<PersonRow> &person, bool self);
    void setDetails(const PersonDetails &details, QDate today, const QTimeZone &zone);

signals:
    void editWanted();
    void resetWanted();
    void activeWanted(bool active);
    void grantWanted();
    void auditWanted();
    void previewWanted();

private:
    Button *add(const QString &text, const char *name, const QString &keys);

    std::optional<PersonRow> m_person;
    QWidget *m_body;
    Label *m_name;
    Label *m_line;
    Label *m_conflict;
    Facts *m_facts;
    Label *m_signIns;
    QList<Button *> m_buttons;
    Button *m_edit;
    Button *m_reset;
    Button *m_active;
    Button *m_grant = nullptr;
    Button *m_audit = nullptr;
    Button *m_preview;
    class FlowLayout *m_flow;
};

} // namespace xinglin::ui
