#include "ui/shell/restoreform.h"

#include "access/backups.h"
#include "ui/kit/button.h"
#include "ui/kit/field.h"
#include "ui/kit/messagestrip.h"
#include "ui/kit/ondone.h"
#include "ui/kit/rowdelegate.h"
#include "ui/kit/text.h"
#include "ui/shell/aside.h"
#include "ui/shell/refusals.h"
#include "ui/shell/secretedit.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QGridLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QLocale>
#include <QPointer>
#include <QProgressBar>
#include <QStackedWidget>
#include <QStandardItemModel>
#include <QTreeView>

namespace xinglin::ui {

namespace {

constexpr int formWidth = 720;
constexpr int listHeight = 190;
constexpr std::chrono::milliseconds leastBetweenProgress{100};

QString dayAndTime(qint64 ms, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(ms, zone).toString(QStringLiteral("yyyy-MM-dd HH:mm"));
}

} // namespace

RestoreForm::RestoreForm(const access::Surroundings &around, const QString &folder, QWidget *parent)
    : QWidget(parent)
    , m_around(around)
    , m_strip(new MessageStrip)
    , m_folder(new QLineEdit(folder))
    , m_list(new QTreeView)
    , m_model(new QStandardItemModel(0, 4, this))
    , m_keys(new QStackedWidget)
    , m_login(new QLineEdit)
    , m_password(new SecretEdit)
    , m_passwordField(new Field(tr("Password of this owner"), m_password))
    , m_restore(new Button(tr("Restore this backup"), ButtonKind::Primary))
    , m_other(new Button(QString(), ButtonKind::Ghost))
    , m_back(new Button(tr("Back"), ButtonKind::Ghost))
    , m_doing(new Label(QString(), TypeStyle::Small, Token::Text2))
    , m_bar(new QProgressBar)
{
    setObjectName(QStringLiteral("restore"));
    setFixedWidth(formWidth);
    auto *words = new Label(tr("Everything becomes as it was when the backup was made. What is there now is kept "
                               "beside it. Only an owner, or the recovery sheet, can do this."));
    words->setWordWrap(true);
    m_folder->setObjectName(QStringLiteral("restoreFolder"));
    auto *browse = new Button(tr("Choose folder"));
    browse->setObjectName(QStringLiteral("chooseRestoreFolder"));
    browse->setKeys(QKeySequence(Qt::Key_F7));
    auto *where = new QHBoxLayout;
    auto *folderField = new Field(tr("Folder with backups"), m_folder);
    folderField->setReserve(false);
    where->addWidget(folderField, 1);
    where->addWidget(browse, 0, Qt::AlignBottom);
    m_list->setObjectName(QStringLiteral("restoreList"));
    m_list->setAccessibleName(tr("Backups in this folder"));
    m_model->setHorizontalHeaderLabels({tr("Made"), tr("Records"), tr("Size"), tr("Xinglin")});
    m_list->setModel(m_model);
    m_list->setRootIsDecorated(false);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setFixedHeight(Theme::of(this).scaled(listHeight));
    dressRows(m_list, Size::RowDense);
    m_list->header()->resizeSection(0, Theme::of(this).scaled(220));

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gapControls);
    column->addWidget(new Label(tr("Restore from a backup"), TypeStyle::Person));
    column->addWidget(words);
    column->addWidget(m_strip);
    column->addLayout(where);
    column->addWidget(m_list);
    column->addWidget(buildKeys());
    column->addWidget(m_doing);
    column->addWidget(m_bar);
    column->addLayout(buildDeeds());

    connect(browse, &Button::clicked, this, &RestoreForm::chooseFolder);
    connect(m_folder, &QLineEdit::returnPressed, this, [this] { lookInto(m_folder->text()); });
    useSheet(false);
    setBusy(false);
    lookInto(folder);
}

RestoreForm::~RestoreForm()
{
    if (m_stop)
        m_stop->store(true);
}

QWidget *RestoreForm::buildKeys()
{
    auto *owner = new QWidget;
    auto *row = new QHBoxLayout(owner);
    row->setContentsMargins(0, 0, 0, 0);
    m_login->setObjectName(QStringLiteral("restoreLogin"));
    m_password->setObjectName(QStringLiteral("restorePassword"));
    row->addWidget(new Field(tr("Sign-in name of an owner"), m_login), 1);
    row->addWidget(m_passwordField, 1);
    auto *sheet = new QWidget;
    auto *grid = new QGridLayout(sheet);
    grid->setContentsMargins(0, 0, 0, 0);
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        const auto number = static_cast<int>(i);
        m_lines[i] = new QLineEdit;
        m_lines[i]->setObjectName(QStringLiteral("restoreLine%1").arg(number + 1));
        m_lines[i]->setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhLatinOnly);
        m_lines[i]->setContextMenuPolicy(Qt::NoContextMenu);
        auto *field = new Field(tr("Line %1 of the sheet").arg(number + 1), m_lines[i]);
        field->setReserve(false);
        grid->addWidget(field, number / 2, number % 2);
        connect(m_lines[i], &QLineEdit::returnPressed, this, [this, i] {
            if (i + 1 < m_lines.size())
                m_lines[i + 1]->setFocus();
            else
                submit();
        });
    }
    m_keys->addWidget(owner);
    m_keys->addWidget(sheet);
    connect(m_login, &QLineEdit::returnPressed, this, [this] { m_password->setFocus(); });
    connect(m_password, &QLineEdit::returnPressed, this, &RestoreForm::submit);
    connect(m_password, &QLineEdit::textChanged, m_passwordField, &Field::clearProblem);
    return m_keys;
}

QLayout *RestoreForm::buildDeeds()
{
    m_doing->setObjectName(QStringLiteral("restoreDoing"));
    m_bar->setObjectName(QStringLiteral("restoreProgress"));
    m_bar->setAccessibleName(tr("Progress"));
    m_bar->setTextVisible(false);
    m_restore->setObjectName(QStringLiteral("restoreNow"));
    m_restore->setControlSize(ButtonSize::Large);
    m_restore->setKeys(QKeySequence(Qt::CTRL | Qt::Key_Return));
    m_other->setObjectName(QStringLiteral("restoreOtherKey"));
    m_other->setControlSize(ButtonSize::Large);
    m_back->setObjectName(QStringLiteral("leaveRestore"));
    m_back->setControlSize(ButtonSize::Large);
    auto *row = new QHBoxLayout;
    for (Button *button : {m_restore, m_other, m_back})
        row->addWidget(button);
    row->addStretch(1);
    connect(m_restore, &Button::clicked, this, &RestoreForm::submit);
    connect(m_other, &Button::clicked, this, [this] { useSheet(m_keys->currentIndex() == 0); });
    connect(m_back, &Button::clicked, this, &RestoreForm::leave);
    return row;
}

void RestoreForm::useSheet(bool sheet)
{
    m_keys->setCurrentIndex(sheet ? 1 : 0);
    m_other->setText(sheet ? tr("As an owner") : tr("With the recovery sheet"));
    m_other->setKeys(QKeySequence(Qt::Key_F8)); // a new text takes the keys away
    (sheet ? m_lines[0] : m_login)->setFocus();
}

void RestoreForm::focusFirst()
{
    if (m_model->rowCount() > 0)
        m_login->setFocus();
    else
        m_folder->setFocus();
}

void RestoreForm::chooseFolder()
{
    auto *dialog = new QFileDialog(this, tr("Folder with backups"), m_folder->text());
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, &RestoreForm::lookInto);
    dialog->open();
}

void RestoreForm::lookInto(const QString &folder)
{
    m_folder->setText(folder);
    using Found = Result<QList<access::FoundBackup>>;
    const auto found =
        aside([files = m_around.files, folder]() -> Found { return access::findBackups(*files, folder); });
    onDone(found, this, [this, folder](const Found &backups) {
        if (folder != m_folder->text())
            return;
        m_model->removeRows(0, m_model->rowCount());
        m_paths.clear();
        if (!backups)
            return showError(backups.error());
        for (const access::FoundBackup &each : *backups) {
            m_paths << each.path;
            m_model->appendRow({new QStandardItem(dayAndTime(each.manifest.madeMs, m_around.zone)),
                                new QStandardItem(QLocale().toString(each.manifest.heads.records)),
                                new QStandardItem(QLocale().formattedDataSize(each.manifest.bytes())),
                                new QStandardItem(each.manifest.program)});
        }
        if (m_paths.isEmpty())
            return m_strip->say(MessageStrip::Kind::Note, tr("There is no backup in this folder."));
        m_strip->clear();
        m_list->setCurrentIndex(m_model->index(0, 0));
        if (m_folder->hasFocus())
            (m_keys->currentIndex() == 0 ? m_login : m_lines[0])->setFocus();
    });
}

access::RestoreKey RestoreForm::key() const
{
    if (m_keys->currentIndex() == 0)
        return {m_login->text(), m_password->secret(), {}};
    QStringList typed;
    for (const QLineEdit *line : m_lines)
        typed << line->text();
    return {{}, {}, typed.join(u'\n')};
}

void RestoreForm::submit()
{
    const int row = m_list->currentIndex().row();
    if (m_restore->isBusy())
        return;
    if (row < 0 || row >= m_paths.size())
        return m_strip->say(MessageStrip::Kind::Note, tr("Choose a backup first."));
    m_strip->clear();
    m_stop = std::make_shared<std::atomic<bool>>(false);
    setBusy(true);
    using Steady = std::chrono::steady_clock;
    const store::BackupWatch watch =
        [guard = QPointer<RestoreForm>(this), stop = m_stop,
         last = std::make_shared<Steady::time_point>()](const store::BackupProgress &progress) {
            if (const auto now = Steady::now(); now - *last < leastBetweenProgress)
                return !stop->load();
            else
                *last = now;
            QMetaObject::invokeMethod(
                qApp,
                [guard, progress] {
                    if (!guard)
                        return;
                    guard->m_doing->setText(progress.step == store::BackupStep::Checking
                                                ? RestoreForm::tr("Checking what was brought back …")
                                                : RestoreForm::tr("Bringing the records back …"));
                    guard->m_bar->setRange(0, progress.of > 0 ? 1000 : 0);
                    if (progress.of > 0)
                        guard->m_bar->setValue(static_cast<int>(progress.done * 1000 / progress.of));
                },
                Qt::QueuedConnection);
            return !stop->load();
        };
    using Brought = Result<std::shared_ptr<access::Restored>>;
    const auto brought = aside([around = m_around, path = m_paths.at(row), with = key(), watch]() -> Brought {
        auto restored = access::restore(around, path, with, watch);
        if (!restored)
            return restored.error();
        return std::make_shared<access::Restored>(*std::move(restored));
    });
    onDone(brought, this, [this](const Brought &back) {
        m_stop.reset();
        if (!back)
            return showError(back.error());
        const QString made = dayAndTime((*back)->manifest.madeMs, m_around.zone);
        emit restored((*back)->before.isEmpty()
                          ? tr("The clinic is back as it was on %1.").arg(made)
                          : tr("The clinic is back as it was on %1. What was here before is kept in %2.")
                                .arg(made, (*back)->before));
    });
}

void RestoreForm::leave()
{
    if (m_stop)
        return m_stop->store(true);
    m_password->wipe();
    for (QLineEdit *line : m_lines)
        line->clear();
    emit left();
}

void RestoreForm::setBusy(bool busy)
{
    m_restore->setBusy(busy);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_folder, m_list, m_keys, m_other})
        widget->setEnabled(!busy);
    m_doing->setVisible(busy);
    m_bar->setVisible(busy);
    m_back->setText(busy ? tr("Cancel") : tr("Back"));
    m_back->setKeys(QKeySequence(Qt::Key_Escape));
}

void RestoreForm::showError(const Error &error)
{
    setBusy(false);
    if (error.code == Code::WrongPassword && m_keys->currentIndex() == 0) {
        m_passwordField->showProblem(error.message);
        return m_password->setFocus();
    }
    m_strip->say(error.code == Code::Cancelled ? MessageStrip::Kind::Note : MessageStrip::Kind::Stop,
                 error.code == Code::Cancelled ? tr("Cancelled. Nothing was changed.") : sentenceFor(error));
}

} // namespace xinglin::ui
