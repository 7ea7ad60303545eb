#include "ui/kit/messagestrip.h"
#include "ui/kit/ondone.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/workspace.h"

#include <QStackedWidget>

namespace xinglin::ui {

void MainWindow::preview(access::UserId person, const QString &name)
{
    if (m_state != State::Working || m_previewed)
        return;
    const store::Actor own = m_clinic->actor();
    const auto begun =
        m_clinic->read([person](const store::Snapshot &view) { return access::beginPreview(view, person); });
    onDone(begun, m_current, [this, own, person, name](const Result<Done> &done) {
        if (m_state != State::Working || m_previewed)
            return;
        if (!done)
            return m_current->tell(done.error().message);
        m_clinic->setActor({own.user, own.device, person.uuid()});
        onDone(m_clinic->read(whoIs), m_current, [this, own, name](const Result<Who> &who) {
            // A lock or another start may have come between.
            if (m_state != State::Working || m_previewed || m_clinic->actor() == own)
                return;
            if (!who) {
                m_clinic->setActor(own);
                return m_current->tell(who.error().message);
            }
            showPreview(*who, name);
        });
    });
}

void MainWindow::showPreview(const Who &who, const QString &name)
{
    m_previewed = m_current;
    m_current->rest(true);
    auto *desk = new Workspace(*m_clinic, who, lockKeys());
    connect(desk, &Workspace::lockWanted, this, &MainWindow::lock);
    connect(desk, &Workspace::showingWanted, this, &MainWindow::handOver);
    connect(desk, &Workspace::showingEnded, this, &MainWindow::endShowing);
    m_screens->addWidget(desk);
    m_furnish(*desk, *m_clinic, *m_reference, {m_around, m_keys, m_frontDesk});
    auto *band = new MessageStrip;
    band->setObjectName(QStringLiteral("previewStrip"));
    desk->addBand(band);
    band->say(MessageStrip::Kind::Caution,
              tr("Preview: what %1 may see, as far as you may see it yourself. Nothing can be changed.").arg(name),
              tr("End the preview"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P));
    // Ending deletes the strip that asks for it.
    connect(band, &MessageStrip::acted, this, &MainWindow::endPreview, Qt::QueuedConnection);
    m_current = desk;
    showState(State::Working, desk);
    if (desk->current())
        desk->current()->activate();
    emit entered();
}

void MainWindow::endPreview()
{
    if (!m_previewed)
        return;
    Workspace *seen = m_current;
    store::Actor own = m_clinic->actor();
    own.previewed.reset();
    m_clinic->setActor(own);
    m_current = std::exchange(m_previewed, nullptr);
    if (m_state == State::Working) {
        m_current->rest(false);
        showState(State::Working, m_current);
        if (m_current->current())
            m_current->current()->activate();
    }
    m_screens->removeWidget(seen);
    seen->hide();
    seen->deleteLater();
}

} // namespace xinglin::ui
