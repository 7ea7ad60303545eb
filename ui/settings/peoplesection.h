#pragma once

#include "access/drafts.h"
#include "access/session.h"
#include "ui/settings/peoplemodel.h"
#include "ui/settings/personpanel.h"
#include "ui/shell/page.h"
#include "ui/shell/who.h"

class QStackedLayout;
class QTableView;

namespace xinglin::ui {

class FormDraft;
class Label;
class MessageStrip;
class PersonForm;

/// Settings › People: who works here, in which roles, and what they did; adding, changing, disabling.
class PeopleSection : public Page
{
    Q_OBJECT

public:
    /// @p keys are those of the open clinic; adding a person seals it to them.
    PeopleSection(Clinic &clinic, const Who &who, const access::Surroundings &around,
                  std::shared_ptr<access::Keys> keys, QWidget *parent = nullptr);
    ~PeopleSection() override;

    QString title() const override;
    QString context() const override;
    QList<KeyHint> keyHints() const override;
    void activate() override;
    void rest(bool resting) override;
    bool hasUnsaved() const override;
    bool keepsDrafts() const override { return true; }
    /// Goes on with a person that was begun and not saved.
    void resume(const drafts::Place &place);

signals:
    /// What this person did is wanted from the audit.
    void auditWanted(xinglin::access::UserId person);
    /// The clinic as this person sees it is wanted.
    void previewWanted(xinglin::access::UserId person, const QString &name);

protected:
    void showEvent(QShowEvent *event) override;

private:
    struct Loaded
    {
        QList<PersonRow> people;
        access::Standing standing;
        QList<access::CustomRole> ownRoles;
        QList<access::CustomGrant> ownGrants;
    };
    static Result<Loaded> readAll(const store::Snapshot &view);

    QWidget *buildList();
    void addKeys();
    void load();
    void showAll(const Loaded &loaded);
    void showPerson();
    const PersonRow *chosen() const;
    bool isSelf() const;
    void startNew();
    void startEdit();
    void showForm(const drafts::Place &place);
    void save();
    void saved(const Result<Done> &done, const QString &sentence);
    void backToList();
    void askReset();
    void askActive(bool active);
    void setActive(bool active);
    void askGrant();
    void told(const Result<Done> &done, const QString &sentence);

    Clinic &m_clinic;
    Who m_who;
    access::Surroundings m_around;
    std::shared_ptr<access::Keys> m_keys;
    PeopleModel *m_model;
    QStackedLayout *m_stack;
    MessageStrip *m_strip;
    Label *m_warnings;
    QTableView *m_table;
    PersonPanel *m_panel;
    PersonForm *m_form;
    FormDraft *m_draft;
    std::optional<drafts::Place> m_resumed; ///< Waits for the list.
    Loaded m_loaded;
    QString m_wanted; ///< Sign-in name of the person to stand on after the next reading.
    quint64 m_question = 0;
    quint64 m_personQuestion = 0;
};

} // namespace xinglin::ui
