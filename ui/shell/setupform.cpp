#include "ui/shell/setupform.h"

#include "store/vault/passwordrules.h"
#include "ui/kit/button.h"
#include "ui/kit/field.h"
#include "ui/kit/messagestrip.h"
#include "ui/kit/text.h"
#include "ui/shell/refusals.h"
#include "ui/shell/secretedit.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QLineEdit>

namespace xinglin::ui {

namespace {
constexpr int formWidth = 760;
} // namespace

SetUpForm::SetUpForm(QWidget *parent)
    : QWidget(parent)
    , m_strip(new MessageStrip)
    , m_treats(new QCheckBox(tr("I also treat patients")))
    , m_found(new Button(tr("Found the clinic"), ButtonKind::Primary))
{
    setObjectName(QStringLiteral("setUp"));
    setFixedWidth(formWidth);
    m_clinic = line(QStringLiteral("clinic"), tr("Name of the clinic"), QStringLiteral("setUpClinic"));
    m_address = line(QStringLiteral("address"), tr("Address"), QStringLiteral("setUpAddress"));
    m_phone = line(QStringLiteral("phone"), tr("Phone"), QStringLiteral("setUpPhone"));
    m_licence = line(QStringLiteral("licence"), tr("Licence number of the clinic"), QStringLiteral("setUpLicence"));
    m_owner = line(QStringLiteral("name"), tr("Your name"), QStringLiteral("setUpOwner"));
    m_login = line(QStringLiteral("login"), tr("Sign-in name"), QStringLiteral("setUpLogin"));
    m_password = new SecretEdit;
    m_again = new SecretEdit;
    line(QStringLiteral("password"), tr("Password"), QStringLiteral("setUpPassword"), m_password);
    line(QStringLiteral("again"), tr("Password again"), QStringLiteral("setUpPasswordAgain"), m_again);
    m_title = line(QStringLiteral("title"), tr("Your title"), QStringLiteral("setUpTitle"));
    m_practice = line(QStringLiteral("practice"), tr("Your practising certificate"), QStringLiteral("setUpPractice"));
    m_treats->setObjectName(QStringLiteral("setUpTreats"));
    m_found->setObjectName(QStringLiteral("found"));
    m_found->setControlSize(ButtonSize::Large);
    m_found->setKeys(QKeySequence(Qt::CTRL | Qt::Key_Return));

    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(2 * gapGroups);
    grid->setVerticalSpacing(4);
    int row = 0;
    grid->addWidget(new Label(tr("Found your clinic on this PC"), TypeStyle::Person), row++, 0, 1, 2);
    grid->addWidget(m_strip, row++, 0, 1, 2);
    grid->addWidget(new Label(tr("The clinic"), TypeStyle::Heading), row, 0);
    grid->addWidget(new Label(tr("You, its owner"), TypeStyle::Heading), row++, 1);
    const auto pair = [&](const char *left, const char *right) {
        grid->addWidget(m_fields[QLatin1String(left)], row, 0, Qt::AlignTop);
        grid->addWidget(m_fields[QLatin1String(right)], row++, 1, Qt::AlignTop);
    };
    pair("clinic", "name");
    pair("address", "login");
    pair("phone", "password");
    pair("licence", "again");
    grid->addWidget(m_treats, row, 1, Qt::AlignLeft);
    grid->addWidget(new Label(tr("All of it can be changed later."), TypeStyle::Small, Token::Text3), row++, 0);
    pair("title", "practice");
    grid->addWidget(m_found, row, 0, Qt::AlignLeft);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);

    QWidget *before = nullptr;
    for (QWidget *next :
         std::initializer_list<QWidget *>{m_clinic, m_address, m_phone, m_licence, m_owner, m_login, m_password,
                                          m_again, m_treats, m_title, m_practice, m_found}) {
        if (before)
            setTabOrder(before, next);
        before = next;
    }
    const auto showTitles = [this](bool shown) {
        // Their places stay, so that nothing moves.
        for (const char *field : {"title", "practice"}) {
            QSizePolicy policy = m_fields[QLatin1String(field)]->sizePolicy();
            policy.setRetainSizeWhenHidden(true);
            m_fields[QLatin1String(field)]->setSizePolicy(policy);
            m_fields[QLatin1String(field)]->setVisible(shown);
        }
    };
    showTitles(false);
    m_fields[QStringLiteral("password")]->showHint(tr("At least 10 characters, not a well-known one."));
    connect(m_treats, &QCheckBox::toggled, this, showTitles);
    connect(m_found, &Button::clicked, this, &SetUpForm::submit);
}

QLineEdit *SetUpForm::line(const QString &field, const QString &label, const QString &name, QLineEdit *edit)
{
    if (!edit)
        edit = new QLineEdit;
    edit->setObjectName(name);
    auto *around = new Field(label, edit, this);
    m_fields.insert(field, around);
    connect(edit, &QLineEdit::textChanged, around, &Field::clearProblem);
    return edit;
}

access::SetUp SetUpForm::wishes() const
{
    access::SetUp wishes;
    wishes.clinic = m_clinic->text().trimmed();
    wishes.address = m_address->text().trimmed();
    wishes.phone = m_phone->text().trimmed();
    wishes.licence = m_licence->text().trimmed();
    wishes.owner.name = m_owner->text().trimmed();
    wishes.owner.login = m_login->text().trimmed();
    wishes.owner.roles = access::Role::Owner;
    if (m_treats->isChecked()) {
        wishes.owner.roles |= access::Role::Practitioner;
        wishes.owner.title = m_title->text().trimmed();
        wishes.owner.licence = m_practice->text().trimmed();
    }
    wishes.password = m_password->secret();
    return wishes;
}

bool SetUpForm::check()
{
    const auto refuse = [this](const char *field, const QString &sentence) {
        m_fields[QLatin1String(field)]->showProblem(sentence);
        m_fields[QLatin1String(field)]->setFocus();
        return false;
    };
    if (m_clinic->text().trimmed().isEmpty())
        return refuse("clinic", tr("The clinic's name is needed."));
    if (m_owner->text().trimmed().isEmpty())
        return refuse("name", tr("Your name is needed."));
    if (m_login->text().trimmed().isEmpty() || m_login->text().trimmed().contains(u' '))
        return refuse("login", tr("A sign-in name without spaces is needed."));
    if (const auto strong = checkPassword(m_password->secret().secret(), m_login->text().trimmed()); !strong)
        return refuse("password", strong.error().message);
    if (!m_password->isSameAs(*m_again))
        return refuse("again", tr("The two passwords differ."));
    return true;
}

void SetUpForm::submit()
{
    if (m_found->isBusy())
        return;
    m_strip->clear();
    for (Field *field : std::as_const(m_fields))
        field->clearProblem();
    if (check())
        emit submitted(wishes());
}

void SetUpForm::setBusy(bool busy)
{
    m_found->setBusy(busy);
    for (Field *field : std::as_const(m_fields))
        field->setEnabled(!busy);
    m_treats->setEnabled(!busy);
}

void SetUpForm::showError(const Error &error)
{
    setBusy(false);
    if (Field *field = m_fields.value(error.field)) {
        field->showProblem(error.message);
        field->setFocus();
        return;
    }
    m_strip->say(MessageStrip::Kind::Stop, sentenceFor(error));
}

void SetUpForm::focusFirst()
{
    m_clinic->setFocus();
}

} // namespace xinglin::ui
