#include "ui/shell/recoverform.h"

#include "ui/kit/button.h"
#include "ui/kit/field.h"
#include "ui/kit/messagestrip.h"
#include "ui/kit/text.h"
#include "ui/shell/passwordform.h"
#include "ui/shell/refusals.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLineEdit>

namespace xinglin::ui {

namespace {
constexpr int formWidth = 760;
} // namespace

RecoverForm::RecoverForm(const QStringList &logins, QWidget *parent)
    : QWidget(parent)
    , m_strip(new MessageStrip)
    , m_owner(new QComboBox)
    , m_ownerField(new Field(tr("Owner whose password is set"), m_owner))
    , m_password(new PasswordForm(logins.value(0), PasswordForm::Asks::NewOnly))
    , m_open(new Button(tr("Open the records"), ButtonKind::Primary))
{
    setObjectName(QStringLiteral("recover"));
    setFixedWidth(formWidth);
    auto *title = new Label(tr("Open with the recovery sheet"), TypeStyle::Person);
    auto *words = new Label(tr("The owner gets a new password. What they had typed and not saved is lost. Every owner "
                               "is told for 30 days that the sheet was used."));
    words->setWordWrap(true);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(2 * gapGroups);
    grid->setVerticalSpacing(4);
    grid->addWidget(title, 0, 0, 1, 2);
    grid->addWidget(words, 1, 0, 1, 2);
    grid->addWidget(m_strip, 2, 0, 1, 2);
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        const auto number = static_cast<int>(i) + 1;
        m_lines[i] = new QLineEdit;
        m_lines[i]->setObjectName(QStringLiteral("sheetLine%1").arg(number));
        m_lines[i]->setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhUppercaseOnly |
                                        Qt::ImhLatinOnly);
        m_lines[i]->setContextMenuPolicy(Qt::NoContextMenu);
        m_fields[i] = new Field(tr("Line %1 of the sheet").arg(number), m_lines[i]);
        grid->addWidget(m_fields[i], 3 + static_cast<int>(i), 0, Qt::AlignTop);
        connect(m_lines[i], &QLineEdit::textEdited, m_fields[i], &Field::clearProblem);
        connect(m_lines[i], &QLineEdit::editingFinished, this, [this, i] {
            if (!m_lines[i]->text().isEmpty())
                checkLine(i);
        });
        connect(m_lines[i], &QLineEdit::returnPressed, this, [this, i] {
            if (!checkLine(i))
                return;
            if (i + 1 < m_lines.size())
                m_lines[i + 1]->setFocus();
            else
                m_owner->setFocus();
        });
    }
    m_owner->setObjectName(QStringLiteral("recoverOwner"));
    m_owner->addItems(logins);
    grid->addWidget(m_ownerField, 3, 1, Qt::AlignTop);
    grid->addWidget(m_password, 4, 1, 3, 1, Qt::AlignTop);
    m_open->setObjectName(QStringLiteral("openWithSheet"));
    m_open->setControlSize(ButtonSize::Large);
    m_open->setKeys(QKeySequence(Qt::CTRL | Qt::Key_Return));
    auto *back = new Button(tr("Back"), ButtonKind::Ghost);
    back->setObjectName(QStringLiteral("leaveRecover"));
    back->setControlSize(ButtonSize::Large);
    back->setKeys(QKeySequence(Qt::Key_Escape));
    auto *row = new QHBoxLayout;
    row->addWidget(m_open);
    row->addWidget(back);
    row->addStretch(1);
    grid->addLayout(row, 7, 0, 1, 2);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);

    connect(m_owner, &QComboBox::currentTextChanged, this, [this](const QString &login) {
        m_ownerField->clearProblem();
        m_password->setLogin(login);
    });
    connect(m_password, &PasswordForm::finished, this, &RecoverForm::submit);
    connect(m_open, &Button::clicked, this, &RecoverForm::submit);
    connect(back, &Button::clicked, this, [this] {
        wipeLines();
        emit left();
    });
}

bool RecoverForm::checkLine(std::size_t line)
{
    const auto right = RecoverySheet::checkTyped(static_cast<int>(line) + 1, m_lines[line]->text());
    if (!right)
        m_fields[line]->showProblem(right.error().message);
    else
        m_fields[line]->clearProblem();
    return right.ok();
}

void RecoverForm::submit()
{
    if (m_open->isBusy())
        return;
    m_strip->clear();
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        if (!checkLine(i))
            return m_fields[i]->setFocus();
    }
    if (!m_password->check())
        return;
    QStringList rows;
    for (const QLineEdit *line : m_lines)
        rows << line->text();
    emit submitted(rows.join(u'\n'), m_owner->currentText(), m_password->fresh());
}

void RecoverForm::setBusy(bool busy)
{
    m_open->setBusy(busy);
    m_owner->setEnabled(!busy);
    m_password->setBusy(busy);
    for (QLineEdit *line : m_lines)
        line->setReadOnly(busy);
}

void RecoverForm::showError(const Error &error)
{
    setBusy(false);
    if (m_password->showError(error))
        return;
    if (error.field == u"login") {
        m_ownerField->showProblem(error.message);
        return m_owner->setFocus();
    }
    m_strip->say(MessageStrip::Kind::Stop, sentenceFor(error));
    m_lines[0]->setFocus();
}

void RecoverForm::wipeLines()
{
    for (QLineEdit *line : m_lines)
        line->clear();
    m_password->wipe();
}

void RecoverForm::focusFirst()
{
    m_lines[0]->setFocus();
}

} // namespace xinglin::ui
