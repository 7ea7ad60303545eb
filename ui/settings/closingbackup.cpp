#include "ui/settings/closingbackup.h"

#include "ui/kit/button.h"
#include "ui/kit/text.h"
#include "ui/settings/backupwords.h"

#include <QProgressBar>
#include <QVBoxLayout>

namespace xinglin::ui {

namespace {
constexpr int barWidth = 360;
} // namespace

ClosingBackup::ClosingBackup(BackupKeeper &keeper, QWidget *parent)
    : QWidget(parent)
    , m_doing(new Label(tr("Looking what has changed since the last backup."), TypeStyle::Body, Token::Text2))
    , m_bar(new QProgressBar)
    , m_skip(new Button(tr("Close without a backup"), ButtonKind::Ghost))
{
    setObjectName(QStringLiteral("closing"));
    m_doing->setObjectName(QStringLiteral("closingDoing"));
    m_doing->setWordWrap(true);
    m_bar->setObjectName(QStringLiteral("closingProgress"));
    m_bar->setAccessibleName(tr("Progress"));
    m_bar->setTextVisible(false);
    m_bar->setRange(0, 0);
    m_skip->setObjectName(QStringLiteral("skipBackup"));
    m_skip->setKeys(QKeySequence(Qt::Key_Escape));
    setFixedWidth(Theme::of(this).scaled(barWidth));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, gapControls);
    column->setSpacing(gapControls);
    column->addWidget(new Label(tr("Closing the records"), TypeStyle::Title));
    column->addWidget(m_doing);
    column->addWidget(m_bar);
    column->addSpacing(gapGroups);
    column->addWidget(m_skip, 0, Qt::AlignLeft);
    connect(&keeper, &BackupKeeper::progressed, this, &ClosingBackup::tell);
    connect(&keeper, &BackupKeeper::readyToClose, this, [this] {
        m_skip->setEnabled(false); // the keeper goes with the store
        emit ready();
    });
    connect(m_skip, &Button::clicked, this, [this, keeper = &keeper] {
        m_skip->setBusy(true);
        keeper->cancel();
    });
    keeper.closeDown();
}

void ClosingBackup::tell(const store::BackupProgress &progress)
{
    m_doing->setText(progressWords(progress));
    m_bar->setRange(0, progress.of > 0 ? 1000 : 0);
    if (progress.of > 0)
        m_bar->setValue(static_cast<int>(progress.done * 1000 / progress.of));
}

} // namespace xinglin::ui
