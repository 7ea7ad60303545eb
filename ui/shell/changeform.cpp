#include "ui/shell/changeform.h"

#include "ui/kit/button.h"
#include "ui/kit/messagestrip.h"
#include "ui/kit/text.h"
#include "ui/shell/passwordform.h"
#include "ui/shell/refusals.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace xinglin::ui {

namespace {
constexpr int formWidth = 420;
} // namespace

ChangeForm::ChangeForm(const QString &login, QWidget *parent)
    : QWidget(parent)
    , m_strip(new MessageStrip)
    , m_password(new PasswordForm(login, PasswordForm::Asks::NewOnly))
    , m_change(new Button(tr("Set and go on"), ButtonKind::Primary))
{
    setObjectName(QStringLiteral("mustChange"));
    setFixedWidth(Theme::of(this).scaled(formWidth));
    auto *title = new Label(tr("A new password, please"), TypeStyle::Person);
    title->setWordWrap(true);
    auto *words = new Label(tr("Your password was set by somebody else, or it is older than the clinic allows. Choose "
                               "one that only you know."));
    words->setWordWrap(true);
    m_change->setObjectName(QStringLiteral("setPassword"));
    m_change->setControlSize(ButtonSize::Large);
    m_change->setKeys(QKeySequence(Qt::CTRL | Qt::Key_Return));
    auto *back = new Button(tr("Back"), ButtonKind::Ghost);
    back->setObjectName(QStringLiteral("leaveChange"));
    back->setControlSize(ButtonSize::Large);
    back->setKeys(QKeySequence(Qt::Key_Escape));
    auto *row = new QHBoxLayout;
    row->addWidget(m_change);
    row->addWidget(back);
    row->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gapGroups);
    column->addWidget(title);
    column->addWidget(words);
    column->addWidget(m_strip);
    column->addWidget(m_password);
    column->addLayout(row);
    connect(m_password, &PasswordForm::finished, this, &ChangeForm::submit);
    connect(m_change, &Button::clicked, this, &ChangeForm::submit);
    connect(back, &Button::clicked, this, &ChangeForm::left);
}

void ChangeForm::submit()
{
    if (m_change->isBusy() || !m_password->check())
        return;
    emit submitted(m_password->fresh());
}

void ChangeForm::setBusy(bool busy)
{
    m_change->setBusy(busy);
    m_password->setBusy(busy);
}

void ChangeForm::showError(const Error &error)
{
    setBusy(false);
    if (!m_password->showError(error))
        m_strip->say(MessageStrip::Kind::Stop, sentenceFor(error));
}

void ChangeForm::focusFirst()
{
    m_password->focusFirst();
}

} // namespace xinglin::ui
