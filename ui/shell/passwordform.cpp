#include "ui/shell/passwordform.h"

#include "store/vault/passwordrules.h"
#include "ui/kit/field.h"
#include "ui/shell/secretedit.h"

#include <QVBoxLayout>

namespace xinglin::ui {

PasswordForm::PasswordForm(const QString &login, Asks asks, QWidget *parent)
    : QWidget(parent)
    , m_login(login)
    , m_fresh(new SecretEdit)
    , m_again(new SecretEdit)
    , m_freshField(new Field(tr("New password"), m_fresh))
    , m_againField(new Field(tr("New password again"), m_again))
{
    setObjectName(QStringLiteral("passwordForm"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    if (asks == Asks::OldToo) {
        m_old = new SecretEdit;
        m_old->setObjectName(QStringLiteral("oldPassword"));
        m_oldField = new Field(tr("Present password"), m_old);
        column->addWidget(m_oldField);
        connect(m_old, &QLineEdit::textChanged, m_oldField, &Field::clearProblem);
        connect(m_old, &QLineEdit::returnPressed, m_fresh, qOverload<>(&QWidget::setFocus));
    }
    m_fresh->setObjectName(QStringLiteral("newPassword"));
    m_again->setObjectName(QStringLiteral("newPasswordAgain"));
    column->addWidget(m_freshField);
    column->addWidget(m_againField);
    m_freshField->showHint(tr("At least 10 characters, not a well-known one."));
    connect(m_fresh, &QLineEdit::textChanged, m_freshField, &Field::clearProblem);
    connect(m_again, &QLineEdit::textChanged, m_againField, &Field::clearProblem);
    connect(m_fresh, &QLineEdit::returnPressed, m_again, qOverload<>(&QWidget::setFocus));
    connect(m_again, &QLineEdit::returnPressed, this, &PasswordForm::finished);
    setFocusProxy(m_old ? m_old : m_fresh);
}

bool PasswordForm::refuse(Field *field, const QString &sentence)
{
    field->showProblem(sentence);
    field->setFocus();
    return false;
}

bool PasswordForm::check()
{
    if (m_old && m_old->isEmpty())
        return refuse(m_oldField, tr("Type your present password."));
    if (const auto strong = checkPassword(m_fresh->secret().secret(), m_login); !strong)
        return refuse(m_freshField, strong.error().message);
    if (!m_fresh->isSameAs(*m_again))
        return refuse(m_againField, tr("The two passwords differ."));
    return true;
}

access::Password PasswordForm::old() const
{
    return m_old ? m_old->secret() : access::Password();
}

access::Password PasswordForm::fresh() const
{
    return m_fresh->secret();
}

bool PasswordForm::showError(const Error &error)
{
    setBusy(false);
    if (error.field == u"password") {
        refuse(m_freshField, error.message);
        return true;
    }
    if (m_oldField && (error.code == Code::WrongPassword || error.code == Code::Throttled)) {
        m_old->wipe();
        refuse(m_oldField,
               error.code == Code::WrongPassword ? tr("This is not your present password.") : error.message);
        return true;
    }
    return false;
}

void PasswordForm::setBusy(bool busy)
{
    for (SecretEdit *edit : {m_old, m_fresh, m_again}) {
        if (edit)
            edit->setReadOnly(busy);
    }
}

void PasswordForm::focusFirst()
{
    (m_old ? m_old : m_fresh)->setFocus();
}

void PasswordForm::wipe()
{
    for (SecretEdit *edit : {m_old, m_fresh, m_again}) {
        if (edit)
            edit->wipe();
    }
}

} // namespace xinglin::ui
