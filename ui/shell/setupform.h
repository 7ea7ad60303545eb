#pragma once

#include "access/session.h"

#include <QHash>
#include <QWidget>

class QCheckBox;
class QLineEdit;

namespace xinglin::ui {

class Button;
class Field;
class MessageStrip;
class SecretEdit;

/// First run: the clinic and its owner. One page; founding follows.
class SetUpForm : public QWidget
{
    Q_OBJECT

public:
    explicit SetUpForm(QWidget *parent = nullptr);

    access::SetUp wishes() const;
    void setBusy(bool busy);
    /// Marks the field the error belongs to, or says it above the form.
    void showError(const Error &error);
    void focusFirst();

signals:
    void submitted(const xinglin::access::SetUp &wishes);

private:
    QLineEdit *line(const QString &field, const QString &label, const QString &name, QLineEdit *edit = nullptr);
    void submit();
    bool check();

    MessageStrip *m_strip;
    QHash<QString, Field *> m_fields;
    QLineEdit *m_clinic;
    QLineEdit *m_address;
    QLineEdit *m_phone;
    QLineEdit *m_licence;
    QLineEdit *m_owner;
    QLineEdit *m_login;
    SecretEdit *m_password;
    SecretEdit *m_again;
    QCheckBox *m_treats;
    QLineEdit *m_title;
    QLineEdit *m_practice;
    Button *m_found;
};

} // namespace xinglin::ui
