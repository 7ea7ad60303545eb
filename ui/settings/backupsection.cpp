#include "ui/settings/backupsection.h"

#include "access/settings.h"
#include "ui/kit/button.h"
#include "ui/kit/emptystate.h"
#include "ui/kit/messagestrip.h"
#include "ui/kit/ondone.h"
#include "ui/kit/pane.h"
#include "ui/kit/rowdelegate.h"
#include "ui/kit/text.h"
#include "ui/settings/backupwords.h"
#include "ui/shell/aside.h"

#include <QFileDialog>
#include <QGridLayout>
#include <QHeaderView>
#include <QLocale>
#include <QProgressBar>
#include <QShortcut>
#include <QStackedLayout>
#include <QStandardItemModel>
#include <QTreeView>

namespace xinglin::ui {

using access::Permission;

namespace {

const QString firstKey = QStringLiteral("backup.folder");
const QString secondKey = QStringLiteral("backup.second-folder");

enum Column { Made, Cause, Bytes, State, Drilled, Place, ColumnCount };

QStandardItem *cell(const QString &text)
{
    auto *item = new QStandardItem(text);
    item->setEditable(false);
    return item;
}

void tell(Label *label, const QString &text, bool red)
{
    label->setText(text);
    dress(label, TypeStyle::Body, red ? Token::CinnabarText : Token::Text);
}

} // namespace

BackupSection::BackupSection(Clinic &clinic, const Who &who, const access::Surroundings &around, BackupKeeper &keeper,
                             QWidget *parent)
    : Page(QStringLiteral("settingsBackup"), parent)
    , m_clinic(clinic)
    , m_around(around)
    , m_zone(around.zone)
    , m_keeper(keeper)
    , m_mayRun(who.may(Permission::RunBackups))
    , m_maySettle(who.may(Permission::EditPolicy))
    , m_strip(new MessageStrip)
    , m_good(new Label(QString()))
    , m_proven(new Label(QString()))
    , m_away(new Label(QString()))
    , m_sheet(new Label(QString()))
    , m_place(new Label(QString(), TypeStyle::Small, Token::Text2))
    , m_table(new QTreeView)
    , m_model(new QStandardItemModel(0, ColumnCount, this))
    , m_now(new Button(tr("Back up now"), ButtonKind::Primary))
    , m_check(new Button(tr("Check")))
    , m_drill(new Button(tr("Restore drill")))
    , m_folder(new Button(tr("Choose folder"), ButtonKind::Ghost))
    , m_second(new Label(QString(), TypeStyle::Small, Token::Text2))
    , m_secondFolder(new Button(tr("Choose a second"), ButtonKind::Ghost))
    , m_noSecond(new Button(tr("None"), ButtonKind::Ghost))
    , m_doing(new Label(QString(), TypeStyle::Small, Token::Text2))
    , m_bar(new QProgressBar)
    , m_cancel(new Button(tr("Cancel"), ButtonKind::Ghost))
{
    m_strip->setObjectName(QStringLiteral("backupStrip"));
    m_table->setObjectName(QStringLiteral("backups"));
    m_table->setAccessibleName(tr("Backups"));
    m_model->setHorizontalHeaderLabels(
        {tr("Made"), tr("Why"), tr("Size"), tr("State"), tr("Restore proven"), tr("Where")});
    m_table->setModel(m_model);
    m_table->setRootIsDecorated(false);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    dressRows(m_table, Size::RowDense);
    const int widths[] = {150, 130, 90, 170, 120};
    for (int i = 0; i < Place; ++i)
        m_table->header()->resizeSection(i, Theme::of(this).scaled(widths[i]));
    m_table->header()->setStretchLastSection(true);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(pageMargin, 12, pageMargin, gapGroups);
    column->setSpacing(gapControls);
    column->addWidget(new Label(tr("Backups"), TypeStyle::Title));
    column->addWidget(m_strip);
    column->addWidget(buildHeadline());
    column->addLayout(buildPlace());
    auto *none = new EmptyState(QStringLiteral("document-save"), tr("No backup yet"),
                                tr("The first one is made by itself in a minute, or now with [F8]."));
    none->setObjectName(QStringLiteral("noBackups"));
    auto *results = new QWidget;
    m_stack = new QStackedLayout(results);
    m_stack->addWidget(none);
    m_stack->addWidget(m_table);
    column->addWidget(results, 1);
    column->addLayout(buildWork());
    column->addLayout(buildDeeds());
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &BackupSection::tellBusy);
    connect(&m_keeper, &BackupKeeper::standingChanged, this, [this] {
        if (isVisible() && !isResting())
            load();
    });
    connect(&m_keeper, &BackupKeeper::busyChanged, this, &BackupSection::tellBusy);
    connect(&m_keeper, &BackupKeeper::progressed, this, &BackupSection::tellProgress);
    connect(&m_keeper, &BackupKeeper::told, this, [this](bool well, const QString &sentence) {
        m_strip->say(well ? MessageStrip::Kind::Done : MessageStrip::Kind::Stop, sentence);
    });
    tellBusy();
}

QWidget *BackupSection::buildHeadline()
{
    auto *pane = new QWidget;
    auto *grid = new QGridLayout(pane);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(gapGroups);
    grid->setVerticalSpacing(4);
    const std::pair<QString, Label *> rows[] = {{tr("Last good backup"), m_good},
                                                {tr("Last proven restore"), m_proven},
                                                {tr("Last copy that left this disk"), m_away},
                                                {tr("Recovery sheet"), m_sheet}};
    const char *names[] = {"lastGoodBackup", "lastProvenRestore", "lastAwayCopy", "recoverySheetState"};
    int row = 0;
    for (const auto &[text, label] : rows) {
        label->setObjectName(QLatin1String(names[row]));
        grid->addWidget(new Label(text, TypeStyle::Small, Token::Text2), row, 0);
        grid->addWidget(label, row, 1);
        ++row;
    }
    grid->setColumnStretch(1, 1);
    return pane;
}

QLayout *BackupSection::buildPlace()
{
    m_place->setObjectName(QStringLiteral("backupPlace"));
    m_second->setObjectName(QStringLiteral("secondBackupPlace"));
    m_folder->setObjectName(QStringLiteral("chooseBackupFolder"));
    m_folder->setKeys(QKeySequence(Qt::Key_F7));
    m_secondFolder->setObjectName(QStringLiteral("chooseSecondFolder"));
    m_secondFolder->setKeys(QKeySequence(Qt::Key_F6));
    m_noSecond->setObjectName(QStringLiteral("noSecondFolder"));
    auto *grid = new QGridLayout;
    grid->setVerticalSpacing(0);
    grid->setColumnStretch(0, 1);
    grid->addWidget(m_place, 0, 0);
    grid->addWidget(m_folder, 0, 2);
    grid->addWidget(m_second, 1, 0);
    grid->addWidget(m_noSecond, 1, 1);
    grid->addWidget(m_secondFolder, 1, 2);
    for (Label *label : {m_place, m_second})
        label->setMayElide(true);
    for (Button *button : {m_folder, m_secondFolder, m_noSecond}) {
        button->setControlSize(ButtonSize::Small);
        if (!m_maySettle)
            button->hide();
    }
    connect(m_folder, &Button::clicked, this,
            [this] { chooseFolder(firstKey, tr("Folder for backups"), m_keeper.places().first); });
    connect(m_secondFolder, &Button::clicked, this,
            [this] { chooseFolder(secondKey, tr("Folder for a second copy"), m_keeper.places().second); });
    connect(m_noSecond, &Button::clicked, this, [this] { setFolder(secondKey, {}); });
    return grid;
}

QLayout *BackupSection::buildWork()
{
    m_bar->setObjectName(QStringLiteral("backupProgress"));
    m_bar->setAccessibleName(tr("Progress"));
    m_bar->setTextVisible(false);
    m_doing->setObjectName(QStringLiteral("backupDoing"));
    m_cancel->setObjectName(QStringLiteral("cancelBackup"));
    m_cancel->setKeys(QKeySequence(Qt::Key_Escape));
    auto *row = new QHBoxLayout;
    row->setSpacing(gapControls);
    row->addWidget(m_doing);
    row->addWidget(m_bar, 1);
    row->addWidget(m_cancel);
    connect(m_cancel, &Button::clicked, &m_keeper, &BackupKeeper::cancel);
    return row;
}

QLayout *BackupSection::buildDeeds()
{
    m_now->setObjectName(QStringLiteral("backUpNow"));
    m_now->setKeys(QKeySequence(Qt::Key_F8));
    m_check->setObjectName(QStringLiteral("checkBackup"));
    m_check->setKeys(QKeySequence(Qt::Key_F9));
    m_drill->setObjectName(QStringLiteral("drillBackup"));
    m_drill->setKeys(QKeySequence(Qt::Key_F10));
    auto *row = new QHBoxLayout;
    row->setSpacing(gapControls);
    for (Button *button : {m_now, m_check, m_drill}) {
        row->addWidget(button);
        if (!m_mayRun)
            button->hide();
    }
    row->addStretch(1);
    connect(m_now, &Button::clicked, this, [this] {
        m_strip->clear();
        m_keeper.backUp();
    });
    connect(m_check, &Button::clicked, this, [this] {
        m_strip->clear();
        if (chosen())
            m_keeper.check(*chosen());
    });
    connect(m_drill, &Button::clicked, this, [this] {
        m_strip->clear();
        if (chosen())
            m_keeper.drill(*chosen());
    });
    return row;
}

QString BackupSection::title() const
{
    return tr("Backup");
}

QList<KeyHint> BackupSection::keyHints() const
{
    QList<KeyHint> hints{{QStringLiteral("↑ ↓"), tr("choose")}};
    if (m_mayRun)
        hints << KeyHint{QStringLiteral("F8"), tr("back up")} << KeyHint{QStringLiteral("F9"), tr("check")}
              << KeyHint{QStringLiteral("F10"), tr("drill")};
    return hints;
}

void BackupSection::activate()
{
    (m_lines.isEmpty() ? static_cast<QWidget *>(m_now) : m_table)->setFocus(Qt::OtherFocusReason);
}

void BackupSection::rest(bool resting)
{
    Page::rest(resting);
    if (!resting && isVisible())
        load();
}

void BackupSection::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    if (!isResting())
        load();
}

void BackupSection::load()
{
    onDone(m_clinic.read([](const store::Snapshot &view) { return access::backups(view); }), this,
           [this](const Result<QList<access::BackupLine>> &lines) {
               if (!lines)
                   return m_strip->say(MessageStrip::Kind::Stop, lines.error().message);
               show(*lines);
           });
    onDone(
        aside([around = m_around] { return access::lookAt(around); }), this,
        [this](const Result<access::DoorPlate> &plate) {
            if (!plate)
                return;
            const Instant now = m_around.clock->now();
            const bool old = !plate->recoveryConfirmedAt || now - *plate->recoveryConfirmedAt >= access::RecoveryWanted;
            tell(m_sheet,
                 !plate->recoveryConfirmedAt
                     ? tr("never confirmed")
                     : tr("confirmed on %1").arg(civilDay(*plate->recoveryConfirmedAt, m_zone).toString(Qt::ISODate)),
                 old);
        });
    tellStanding();
}

void BackupSection::show(const QList<access::BackupLine> &lines)
{
    const int before = m_table->currentIndex().row();
    m_lines = lines;
    m_lines.removeIf([](const access::BackupLine &line) { return line.gone; });
    m_model->removeRows(0, m_model->rowCount());
    const Instant now = m_around.clock->now();
    for (const access::BackupLine &line : std::as_const(m_lines)) {
        auto *state = cell(line.problem.isEmpty() ? tr("holds") : tr("does not hold"));
        state->setData(static_cast<int>(line.problem.isEmpty() ? Tone::Malachite : Tone::Cinnabar), RowToneRole);
        state->setToolTip(line.problem);
        auto *place = cell(line.path);
        place->setToolTip(line.path);
        m_model->appendRow({cell(momentWords(line.made, now, m_zone)), cell(nameOf(line.cause)),
                            cell(QLocale().formattedDataSize(line.bytes)), state,
                            cell(line.drilled ? civilDay(*line.drilled, m_zone).toString(Qt::ISODate) : QString()),
                            place});
    }
    m_stack->setCurrentIndex(m_lines.isEmpty() ? 0 : 1);
    if (m_model->rowCount() > 0)
        m_table->setCurrentIndex(m_model->index(std::clamp(before, 0, m_model->rowCount() - 1), 0));
    tellBusy();
}

void BackupSection::tellStanding()
{
    const auto &standing = m_keeper.standing();
    if (!standing)
        return;
    const auto moment = [&](const std::optional<Instant> &instant, const QString &none) {
        return instant ? momentWords(*instant, standing->now, m_zone) : none;
    };
    tell(m_good,
         standing->backupProblem.isEmpty() ? moment(standing->lastGood, tr("none"))
                                           : tr("%1. The last attempt failed: %2")
                                                 .arg(moment(standing->lastGood, tr("none")), standing->backupProblem),
         standing->isBackupMissing() || !standing->backupProblem.isEmpty());
    tell(m_proven,
         standing->isDrillFailed()
             ? tr("%1. The last drill failed: %2").arg(moment(standing->lastDrill, tr("never")), standing->drillProblem)
             : moment(standing->lastDrill, tr("never")),
         standing->isDrillFailed() || standing->isDrillOverdue());
    tell(m_away,
         standing->isAwayWanted()
             ? tr("%1. Put a copy on a USB stick or another PC: if this disk fails, everything on it is gone.")
                   .arg(moment(standing->lastAway, tr("never")))
             : moment(standing->lastAway, {}),
         standing->isAwayWanted());
    m_place->setText(tr("Backups go to %1").arg(m_keeper.places().first));
    m_place->setToolTip(m_keeper.places().first);
    const QString second = m_keeper.places().second;
    m_second->setText(second.isEmpty() ? tr("No second copy yet: a USB stick or a share keeps one away from this disk.")
                                       : tr("A second copy goes to %1").arg(second));
    m_second->setToolTip(second);
    m_noSecond->setVisible(m_maySettle && !second.isEmpty());
}

void BackupSection::tellBusy()
{
    const bool busy = m_keeper.isBusy();
    for (QWidget *widget : std::initializer_list<QWidget *>{m_doing, m_bar, m_cancel})
        widget->setVisible(busy && widget->parentWidget());
    m_now->setBusy(busy);
    m_check->setEnabled(!busy && chosen());
    m_drill->setEnabled(!busy && chosen());
    if (!busy)
        m_doing->setText({});
}

void BackupSection::tellProgress(const store::BackupProgress &progress)
{
    m_doing->setText(progressWords(progress));
    m_bar->setRange(0, progress.of > 0 ? 1000 : 0);
    if (progress.of > 0)
        m_bar->setValue(static_cast<int>(progress.done * 1000 / progress.of));
}

const access::BackupLine *BackupSection::chosen() const
{
    const int row = m_table->currentIndex().row();
    return row >= 0 && row < m_lines.size() ? &m_lines.at(row) : nullptr;
}

void BackupSection::chooseFolder(const QString &key, const QString &title, const QString &from)
{
    auto *dialog = new QFileDialog(this, title, from);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, [this, key](const QString &folder) { setFolder(key, folder); });
    dialog->open();
}

void BackupSection::setFolder(const QString &key, const QString &folder)
{
    const auto settled = m_clinic.write(
        "setting.change", [key, folder](store::Transaction &tx) { return settings::setValue(tx, key, folder); });
    onDone(settled, this, [this, folder](const Result<Done> &done) {
        if (!done)
            return m_strip->say(MessageStrip::Kind::Stop, done.error().message);
        m_strip->say(MessageStrip::Kind::Done, folder.isEmpty() ? tr("No second copy is made from now on.")
                                                                : tr("Backups go there from now on."));
        m_keeper.refresh();
    });
}

} // namespace xinglin::ui
