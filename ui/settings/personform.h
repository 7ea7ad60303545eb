#pragma once

#include "access/password.h"
#include "access/people.h"

#include <QHash>
#include <QWidget>

class QLineEdit;

namespace xinglin::ui {

class Button;
class ChipBar;
class Field;
class Label;
class MessageStrip;
class SecretEdit;

/// A person as a form: a new one with a first password, or what is known of one. Knows nothing of keys: submitted()
/// asks, showError() answers.
class PersonForm : public QWidget
{
    Q_OBJECT

public:
    explicit PersonForm(QWidget *parent = nullptr);

    /// @param mayMakeOwners whether the role of an owner is offered.
    void startNew(bool mayMakeOwners);
    /// The sign-in name of a known person stands, it is the key's name.
    void startEdit(const access::User &user, bool mayMakeOwners);
    /// What stands in the form.
    access::User user() const;
    access::Password password() const;
    /// What is kept of it while somebody types: all but the password.
    QMap<QString, QString> fields() const;
    void put(const QMap<QString, QString> &fields);
    /// Back to what it was begun with.
    void reset() { begin(m_before, m_mayMakeOwners); }
    void addStrip(QWidget *strip);
    bool isNew() const { return m_new; }
    bool isDirty() const;
    void setBusy(bool busy);
    /// Marks the field the error belongs to, or says it above the form.
    void showError(const Error &error);
    void focusFirst();

signals:
    void submitted();
    /// It is asked whether to throw away what was typed.
    void leaving();
    /// The person does not want to go on; nothing is lost unsaid.
    void left();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    template <class Edit>
    Edit *line(const char *field, const QString &label, const char *name);
    void begin(const access::User &user, bool mayMakeOwners);
    bool check();
    void submit();
    void leave();
    void tellConflict();

    access::User m_before;
    bool m_new = true;
    bool m_mayMakeOwners = false;
    QHash<QString, Field *> m_fields;
    Label *m_title;
    MessageStrip *m_strip;
    QLineEdit *m_name;
    QLineEdit *m_login;
    QLineEdit *m_personTitle;
    QLineEdit *m_licence;
    ChipBar *m_roles;
    SecretEdit *m_password;
    SecretEdit *m_again;
    QWidget *m_secrets;
    Button *m_save;
};

} // namespace xinglin::ui
