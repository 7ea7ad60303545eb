#include "tour/mainjob.h"

#include "ui/photo/scenes.h"
#include "ui/photo/tonguepage.h"

#include <QAbstractItemView>
#include <QClipboard>
#include <QTest>

namespace xinglin::tour {

namespace {
constexpr int patienceMs = 8000;
} // namespace

void MainJob::photograph()
{
    auto *photos = m_window->findChild<ui::TonguePage *>()->photos();
    photos->setCameras(test::StillCamera::with(test::tongueImage(1, true, {1600, 1200})));
    m_drive->key(Qt::Key_F5);
    m_drive->get("tonguePhotos");
    settle();
    stop("tongue-none");
    const auto listed = [&](int count) {
        const auto *list = m_drive->find<QAbstractItemView>("tongueList");
        return list && list->model()->rowCount() == count && photos->isShown();
    };
    QApplication::clipboard()->setImage(test::tongueImage(0, true, {1600, 1200}));
    m_drive->key(Qt::Key_V, Qt::ControlModifier);
    expect(QTest::qWaitFor([&] { return listed(1); }, patienceMs), "no picture was taken from the clipboard");
    stop("tongue");
    m_clinic.clock.advance(std::chrono::minutes(1));
    m_drive->key(Qt::Key_F5);
    settle();
    stop("tongue-camera");
    m_drive->key(Qt::Key_F5);
    expect(QTest::qWaitFor([&] { return listed(2); }, patienceMs), "no picture was taken by the camera");
    m_drive->key(Qt::Key_F8);
    expect(QTest::qWaitFor([&] { return photos->isShown(); }, patienceMs), "two pictures do not stand side by side");
    stop("tongue-earlier");
    m_drive->key(Qt::Key_O);
    settle();
    stop("tongue-onion");
    m_drive->key(Qt::Key_Escape);
    m_drive->get("events");
    settle();
    stop("chart-pictures");
}

} // namespace xinglin::tour
