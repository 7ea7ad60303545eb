#include "ui/shell/signinform.h"

#include "ui/kit/button.h"
#include "ui/kit/field.h"
#include "ui/kit/messagestrip.h"
#include "ui/kit/rowdelegate.h"
#include "ui/kit/text.h"
#include "ui/shell/refusals.h"
#include "ui/shell/secretedit.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QStandardItemModel>
#include <QTimer>
#include <QTreeView>
#include <QVBoxLayout>

namespace xinglin::ui {

namespace {
constexpr int formWidth = 420;
constexpr int mostRows = 6;
constexpr int LoginRole = Qt::UserRole + 1;
constexpr int PinRole = Qt::UserRole + 2;
} // namespace

SignInForm::SignInForm(QWidget *parent)
    : QWidget(parent)
    , m_question(new Label(QString(), TypeStyle::Person))
    , m_strip(new MessageStrip)
    , m_people(new QTreeView)
    , m_model(new QStandardItemModel(this))
    , m_password(new SecretEdit)
    , m_field(new Field(tr("Password"), m_password))
    , m_enter(new Button(QString(), ButtonKind::Primary))
    , m_sheet(new Button(tr("I have the recovery sheet"), ButtonKind::Ghost))
    , m_backup(new Button(tr("Restore from a backup"), ButtonKind::Ghost))
    , m_practice(new Label(QString(), TypeStyle::Body, Token::ApricotText))
    , m_afresh(new Button(tr("Start the training clinic afresh"), ButtonKind::Ghost))
    , m_second(new QTimer(this))
{
    setObjectName(QStringLiteral("signIn"));
    setFixedWidth(Theme::of(this).scaled(formWidth));
    m_question->setWordWrap(true);
    m_people->setObjectName(QStringLiteral("people"));
    m_people->setAccessibleName(tr("Who is it?"));
    m_people->setHeaderHidden(true);
    m_people->setModel(m_model);
    m_people->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_people->setFocusProxy(m_password); // one walks through the names while the cursor stays in the password
    dressRows(m_people, Size::RowComfort);
    m_password->setObjectName(QStringLiteral("password"));
    m_password->installEventFilter(this);
    m_enter->setObjectName(QStringLiteral("enter"));
    m_enter->setControlSize(ButtonSize::Large);
    m_enter->setKeyCap(QStringLiteral("⏎"));
    m_sheet->setObjectName(QStringLiteral("haveSheet"));
    m_sheet->setControlSize(ButtonSize::Large);
    m_sheet->setKeys(QKeySequence(Qt::Key_F8));
    m_sheet->hide();
    m_backup->setObjectName(QStringLiteral("restoreBackup"));
    m_backup->setKeys(QKeySequence(Qt::Key_F9));
    m_backup->hide();
    m_practice->setObjectName(QStringLiteral("practicePasswords"));
    m_practice->setWordWrap(true);
    m_practice->hide();
    m_afresh->setObjectName(QStringLiteral("startAfresh"));
    m_afresh->setKeys(QKeySequence(Qt::Key_F6));
    m_afresh->hide();

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gapGroups);
    column->addWidget(m_question);
    column->addWidget(m_strip);
    column->addWidget(m_people);
    column->addWidget(m_practice);
    column->addWidget(m_field);
    auto *row = new QHBoxLayout;
    row->addWidget(m_enter);
    row->addWidget(m_sheet);
    row->addStretch(1);
    column->addLayout(row);
    column->addWidget(m_backup, 0, Qt::AlignLeft);
    column->addWidget(m_afresh, 0, Qt::AlignLeft);

    connect(m_password, &QLineEdit::returnPressed, this, &SignInForm::submit);
    connect(m_password, &QLineEdit::textChanged, m_field, &Field::clearProblem);
    connect(m_enter, &Button::clicked, this, &SignInForm::submit);
    connect(m_sheet, &Button::clicked, this, &SignInForm::recoveryWanted);
    connect(m_backup, &Button::clicked, this, &SignInForm::restoreWanted);
    connect(m_afresh, &Button::clicked, this, &SignInForm::afreshWanted);
    connect(m_people->selectionModel(), &QItemSelectionModel::currentChanged, this, &SignInForm::tellKind);
    connect(m_second, &QTimer::timeout, this, [this] {
        --m_wait;
        tellWait();
    });
    setWords(tr("Who is using this PC?"), tr("Sign in"));
}

void SignInForm::setWords(const QString &question, const QString &verb)
{
    m_question->setText(question);
    m_enter->setText(verb);
}

void SignInForm::setVisitors(const QList<Visitor> &visitors, const QString &first)
{
    m_model->clear();
    for (const Visitor &visitor : visitors) {
        auto *item = new QStandardItem(visitor.name.isEmpty() ? visitor.login : visitor.name);
        item->setData(visitor.login, LoginRole);
        item->setData(visitor.pin, PinRole);
        item->setData(!visitor.name.isEmpty(), RowSongRole);
        item->setData(visitor.name.isEmpty(), RowBoldRole);
        QStringList details{visitor.name.isEmpty() ? QString() : visitor.login, visitor.note};
        details.removeAll(QString());
        item->setData(details.join(u'·'), RowDetailRole);
        m_model->appendRow(item);
        if (visitor.login == first)
            m_people->setCurrentIndex(item->index());
    }
    if (!m_people->currentIndex().isValid())
        m_people->setCurrentIndex(m_model->index(0, 0));
    const int rows = qBound(1, m_model->rowCount(), mostRows);
    m_people->setFixedHeight(rows * Theme::of(this).size(Size::RowComfort));
}

void SignInForm::setRecovery(bool offered)
{
    m_sheet->setVisible(offered);
    m_backup->setVisible(offered);
}

void SignInForm::setPractice(const QString &sentence)
{
    m_practice->setText(sentence);
    m_practice->show();
    m_afresh->show();
}

void SignInForm::tellKind()
{
    m_field->setLabel(m_people->currentIndex().data(PinRole).toBool() ? tr("PIN or password") : tr("Password"));
}

void SignInForm::setBusy(bool busy)
{
    m_enter->setBusy(busy);
    m_password->setReadOnly(busy);
    m_people->setEnabled(!busy);
}

void SignInForm::showError(const Error &error)
{
    setBusy(false);
    m_password->selectAll();
    m_password->setFocus();
    if (error.code == Code::WrongPassword) {
        m_strip->clear();
        return m_field->showProblem(error.message);
    }
    if (error.code == Code::Throttled) {
        m_wait = qMax(1, error.detail.toInt());
        m_second->start(1000);
        return tellWait();
    }
    m_strip->say(MessageStrip::Kind::Stop, sentenceFor(error));
}

void SignInForm::tellWait()
{
    m_enter->setEnabled(m_wait <= 0);
    if (m_wait > 0)
        return m_strip->say(MessageStrip::Kind::Caution,
                            tr("Too many wrong passwords. Try again in %n second(s).", nullptr, m_wait));
    m_second->stop();
    m_strip->clear();
}

void SignInForm::reset()
{
    setBusy(false);
    m_password->wipe();
    m_field->clearProblem();
    m_password->setFocus();
}

QString SignInForm::login() const
{
    return m_people->currentIndex().data(LoginRole).toString();
}

void SignInForm::submit()
{
    if (m_enter->isBusy() || !m_enter->isEnabled())
        return;
    if (m_password->isEmpty())
        return m_field->showProblem(tr("Type your password."));
    emit submitted(login(), m_password->secret());
}

void SignInForm::walk(int rows)
{
    const int row = qBound(0, m_people->currentIndex().row() + rows, m_model->rowCount() - 1);
    m_people->setCurrentIndex(m_model->index(row, 0));
}

bool SignInForm::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_password && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Up || key == Qt::Key_Down) {
            walk(key == Qt::Key_Up ? -1 : 1);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace xinglin::ui
