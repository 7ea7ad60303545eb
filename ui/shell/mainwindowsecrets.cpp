#include "ui/kit/askdialog.h"
#include "ui/kit/button.h"
#include "ui/kit/field.h"
#include "ui/kit/growingtextedit.h"
#include "ui/kit/ondone.h"
#include "ui/shell/aside.h"
#include "ui/shell/door.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/passwordform.h"
#include "ui/shell/patientwords.h"
#include "ui/shell/recoverform.h"
#include "ui/shell/recoveryform.h"
#include "ui/shell/refusals.h"
#include "ui/shell/secretedit.h"
#include "ui/shell/workspace.h"

#include <QVBoxLayout>

namespace xinglin::ui {

void MainWindow::askRecover()
{
    auto *form = new RecoverForm(m_plate.logins);
    Door *door = makeDoor(form);
    showState(State::Recover, door);
    m_door = door;
    m_recover = form;
    connect(form, &RecoverForm::submitted, this, &MainWindow::recover);
    connect(form, &RecoverForm::left, this, [this] { askSignIn(m_plate.logins); });
    form->focusFirst();
}

void MainWindow::recover(const QString &sheet, const QString &login, const access::Password &fresh)
{
    m_recover->setBusy(true);
    using Opened = std::shared_ptr<access::Session>;
    const auto opened = aside([around = m_around, sheet, login, fresh]() -> Result<Opened> {
        Result<access::Session> session = access::recover(around, sheet, login, fresh);
        if (!session)
            return session.error();
        return std::make_shared<access::Session>(*std::move(session));
    });
    onDone(opened, this, [this](const Result<Opened> &session) {
        if (!session)
            return m_recover->showError(session.error());
        m_plate.recoveryUsedAt = m_around.clock->now();
        openClinic(**session);
        enter();
    });
}

void MainWindow::askForSheet()
{
    auto *dialog = new AskDialog(tr("Can the recovery sheet be read?"),
                                 tr("Type all four lines from the paper. Small mistakes are named."), this);
    dialog->setObjectName(QStringLiteral("recoveryDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setVerb(tr("Confirm"));
    dialog->setSafeAnswer(tr("Later"));
    auto *typed = new GrowingTextEdit;
    typed->setObjectName(QStringLiteral("recoverySheetTyped"));
    typed->setAccessibleName(tr("The lines of the sheet"));
    typed->setMinimumLines(4);
    dialog->body()->addWidget(typed);
    // The dialog's verb closes it; here it asks first.
    dialog->verbButton()->disconnect();
    connect(dialog->verbButton(), &Button::clicked, dialog, [this, dialog, typed] {
        dialog->verbButton()->setBusy(true);
        const auto confirmed =
            aside([around = m_around, text = typed->text()] { return access::confirmRecovery(around, text); });
        onDone(confirmed, dialog, [this, dialog](const Result<Done> &done) {
            dialog->verbButton()->setBusy(false);
            if (!done)
                return dialog->showProblem(sentenceFor(done.error()));
            m_plate.recoveryConfirmed = true;
            m_plate.recoveryConfirmedAt = m_around.clock->now();
            tellWarnings();
            dialog->accept();
        });
    });
    dialog->open();
    typed->setFocus();
}

void MainWindow::answerWarning()
{
    if (!m_plate.recoveryUsedAt || m_around.clock->now() - *m_plate.recoveryUsedAt >= std::chrono::hours(24 * 30))
        return askForSheet();
    auto *dialog = new AskDialog(
        tr("The recovery sheet was used"),
        tr("On %1 somebody opened the records with the recovery sheet and set an owner's password. If it was none of "
           "you, make a new sheet now and look into the audit log. This stays for 30 days.")
            .arg(longDateText(civilDay(*m_plate.recoveryUsedAt, m_around.zone))),
        this);
    dialog->setObjectName(QStringLiteral("recoveryUsed"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setVerb(tr("Make a new sheet"));
    dialog->setSafeAnswer(tr("Close"));
    connect(dialog, &QDialog::accepted, this, &MainWindow::askNewSheet);
    dialog->open();
}

void MainWindow::askPassword()
{
    auto *dialog = new AskDialog(tr("Change your password"),
                                 tr("Nothing is encrypted anew: only your own key gets another cover."), this);
    dialog->setObjectName(QStringLiteral("passwordDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setVerb(tr("Change"));
    dialog->setSafeAnswer(tr("Cancel"));
    auto *form = new PasswordForm(m_current->who().user.login, PasswordForm::Asks::OldToo);
    dialog->body()->addWidget(form);
    dialog->verbButton()->disconnect();
    const auto change = [this, dialog, form] {
        if (dialog->verbButton()->isBusy() || !form->check())
            return;
        dialog->verbButton()->setBusy(true);
        form->setBusy(true);
        const auto changed = m_clinic->work([around = m_around, actor = m_clinic->actor(), old = form->old(),
                                             fresh = form->fresh()](store::Store &store) {
            return access::changePassword(around, store, actor, old, fresh);
        });
        onDone(changed, dialog, [this, dialog, form](const Result<Done> &done) {
            dialog->verbButton()->setBusy(false);
            if (!done) {
                if (!form->showError(done.error()))
                    dialog->showProblem(sentenceFor(done.error()));
                return;
            }
            form->wipe();
            dialog->accept();
            m_current->tell(tr("Your password has been changed."));
        });
    };
    connect(dialog->verbButton(), &Button::clicked, dialog, change);
    connect(form, &PasswordForm::finished, dialog, change);
    dialog->open();
    form->focusFirst();
}

void MainWindow::askPin()
{
    auto *dialog = new AskDialog(tr("A PIN for coming back"),
                                 tr("It ends a lock of this PC until you sign out or Xinglin is closed; then it is "
                                    "forgotten. 6 to 9 digits, three tries."),
                                 this);
    dialog->setObjectName(QStringLiteral("pinDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setVerb(tr("Set the PIN"));
    dialog->setSafeAnswer(tr("Cancel"));
    auto *pin = new SecretEdit;
    pin->setObjectName(QStringLiteral("pin"));
    auto *again = new SecretEdit;
    again->setObjectName(QStringLiteral("pinAgain"));
    auto *pinField = new Field(tr("PIN"), pin);
    auto *againField = new Field(tr("PIN again"), again);
    dialog->body()->addWidget(pinField);
    dialog->body()->addWidget(againField);
    dialog->verbButton()->disconnect();
    const auto set = [this, dialog, pin, again, pinField, againField] {
        if (dialog->verbButton()->isBusy())
            return;
        const access::Password typed = pin->secret();
        if (const auto good = access::checkPin(typed); !good) {
            pinField->showProblem(good.error().message);
            return pinField->setFocus();
        }
        if (!pin->isSameAs(*again)) {
            againField->showProblem(tr("The two PINs differ."));
            return againField->setFocus();
        }
        const access::UserId user = m_current->who().user.id;
        const auto secret = m_keys->secretOf(user);
        if (!secret)
            return;
        dialog->verbButton()->setBusy(true);
        const auto done = aside([pins = &m_pins, user, secret, typed] { return pins->set(user, *secret, typed); });
        onDone(done, dialog, [this, dialog](const Result<Done> &wrapped) {
            dialog->verbButton()->setBusy(false);
            if (!wrapped)
                return dialog->showProblem(sentenceFor(wrapped.error()));
            dialog->accept();
            m_current->tell(tr("The PIN ends the next lock of this PC."));
        });
    };
    connect(dialog->verbButton(), &Button::clicked, dialog, set);
    connect(pin, &QLineEdit::returnPressed, again, qOverload<>(&QWidget::setFocus));
    connect(again, &QLineEdit::returnPressed, dialog, set);
    connect(pin, &QLineEdit::textChanged, pinField, &Field::clearProblem);
    connect(again, &QLineEdit::textChanged, againField, &Field::clearProblem);
    dialog->open();
    pin->setFocus();
}

void MainWindow::askNewSheet()
{
    if (m_state != State::Working)
        return;
    m_sheet = access::newRecovery(m_around);
    const RecoveryPaper paper{m_current->who().clinic.name, civilDay(m_around.clock->now(), m_around.zone),
                              m_sheet->lines(), m_isTraining};
    const auto line = 1 + static_cast<int>(m_around.random->below(RecoverySheet::lineCount));
    auto *form = new RecoveryForm(m_around, paper, line);
    Door *door = makeDoor(form);
    showState(State::Recovery, door);
    m_door = door;
    m_recovery = form;
    connect(form, &RecoveryForm::postponed, this, &MainWindow::backToWork);
    connect(form, &RecoveryForm::typedBack, this, [this](int asked, const QString &typed) {
        if (auto right = m_sheet->checkLine(asked, typed); !right)
            return m_recovery->showError(right.error());
        askNewSheetPassword(m_sheet, asked, typed);
    });
}

void MainWindow::askNewSheetPassword(const std::shared_ptr<const RecoverySheet> &sheet, int line, const QString &typed)
{
    auto *dialog = new AskDialog(tr("Put the new sheet in force?"),
                                 tr("The old sheet opens nothing on this PC from then on; it still opens backups made "
                                    "before today. Your password is needed."),
                                 this);
    dialog->setObjectName(QStringLiteral("newSheetDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setVerb(tr("Put in force"));
    dialog->setSafeAnswer(tr("Not yet"));
    auto *password = new SecretEdit;
    password->setObjectName(QStringLiteral("newSheetPassword"));
    auto *field = new Field(tr("Password"), password);
    dialog->body()->addWidget(field);
    dialog->verbButton()->disconnect();
    const auto replace = [this, dialog, password, field, sheet, line, typed] {
        if (dialog->verbButton()->isBusy())
            return;
        dialog->verbButton()->setBusy(true);
        const auto replaced = m_clinic->work([around = m_around, actor = m_clinic->actor(), sheet, line, typed,
                                              secret = password->take()](store::Store &store) {
            return access::replaceRecovery(around, store, actor, *sheet, line, typed, secret);
        });
        onDone(replaced, dialog, [this, dialog, field](const Result<Done> &done) {
            dialog->verbButton()->setBusy(false);
            if (!done) {
                field->showProblem(sentenceFor(done.error()));
                return field->setFocus();
            }
            m_plate.recoveryConfirmed = true;
            m_plate.recoveryConfirmedAt = m_around.clock->now();
            dialog->accept();
            backToWork();
            m_current->tell(tr("The new recovery sheet is in force. Destroy the old one."));
        });
    };
    connect(dialog->verbButton(), &Button::clicked, dialog, replace);
    connect(password, &QLineEdit::returnPressed, dialog, replace);
    connect(password, &QLineEdit::textChanged, field, &Field::clearProblem);
    dialog->open();
    password->setFocus();
}

void MainWindow::backToWork()
{
    m_sheet.reset();
    showState(State::Working, m_current);
    tellWarnings();
    if (m_current->current())
        m_current->current()->activate();
}

} // namespace xinglin::ui
