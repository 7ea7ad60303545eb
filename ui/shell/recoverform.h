#pragma once

#include "access/session.h"

#include <QWidget>

#include <array>

class QComboBox;
class QLineEdit;

namespace xinglin::ui {

class Button;
class Field;
class MessageStrip;
class PasswordForm;

/// At the door, where a password is lost: the recovery sheet typed in, an owner, a new password. Each line is checked
/// when it is left.
class RecoverForm : public QWidget
{
    Q_OBJECT

public:
    /// @param logins who has an account here; which of them are owners is known only once the records are open.
    explicit RecoverForm(const QStringList &logins, QWidget *parent = nullptr);

    void setBusy(bool busy);
    void showError(const Error &error);
    void focusFirst();

signals:
    void submitted(const QString &sheet, const QString &login, const xinglin::access::Password &fresh);
    void left();

private:
    bool checkLine(std::size_t line);
    void submit();
    void wipeLines();

    MessageStrip *m_strip;
    std::array<QLineEdit *, 4> m_lines{};
    std::array<Field *, 4> m_fields{};
    QComboBox *m_owner;
    Field *m_ownerField;
    PasswordForm *m_password;
    Button *m_open;
};

} // namespace xinglin::ui
