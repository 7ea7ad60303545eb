#pragma once

#include "access/session.h"

#include <QWidget>

namespace xinglin::ui {

class Field;
class SecretEdit;

/// A new password, typed twice, and the present one where it is asked for. Part of a dialog or of a screen at the door.
class PasswordForm : public QWidget
{
    Q_OBJECT

public:
    enum class Asks { NewOnly, OldToo };
    /// @param login whose password it is; it may not stand in it.
    PasswordForm(const QString &login, Asks asks, QWidget *parent = nullptr);

    void setLogin(const QString &login) { m_login = login; }
    /// True where all is filled in and good; else the field says what is wrong and has the focus.
    bool check();
    access::Password old() const;
    access::Password fresh() const;
    /// Marks the field the error belongs to; false where it is about something else.
    bool showError(const Error &error);
    void setBusy(bool busy);
    void focusFirst();
    /// Empties all fields.
    void wipe();

signals:
    /// Enter in the last field.
    void finished();

private:
    bool refuse(Field *field, const QString &sentence);

    QString m_login;
    SecretEdit *m_old = nullptr;
    SecretEdit *m_fresh;
    SecretEdit *m_again;
    Field *m_oldField = nullptr;
    Field *m_freshField;
    Field *m_againField;
};

} // namespace xinglin::ui
