#pragma once

#include "access/session.h"

#include <QWidget>

namespace xinglin::ui {

class Button;
class MessageStrip;
class PasswordForm;

/// At the door, after signing in with a password that somebody else has set or that is too old: a new one first.
class ChangeForm : public QWidget
{
    Q_OBJECT

public:
    ChangeForm(const QString &login, QWidget *parent = nullptr);

    void setBusy(bool busy);
    void showError(const Error &error);
    void focusFirst();

signals:
    void submitted(const xinglin::access::Password &fresh);
    void left();

private:
    void submit();

    MessageStrip *m_strip;
    PasswordForm *m_password;
    Button *m_change;
};

} // namespace xinglin::ui
