#include "ui/photo/tonguephotos.h"

#include "ui/kit/button.h"
#include "ui/kit/messagestrip.h"
#include "ui/kit/ondone.h"
#include "ui/kit/segment.h"
#include "ui/photo/attachmentmodel.h"
#include "ui/photo/inerror.h"
#include "ui/photo/intake.h"
#include "ui/photo/pictureview.h"
#include "ui/shell/aside.h"

#include <QApplication>
#include <QClipboard>
#include <QDropEvent>
#include <QFileDialog>
#include <QListView>
#include <QMimeData>
#include <QStackedLayout>
#include <QTimer>
#include <QVBoxLayout>

namespace xinglin::ui {

namespace {

constexpr int mostListed = 60;
constexpr qsizetype mostKept = 6; ///< Pictures in memory.
constexpr int flickerMs = 400;

} // namespace

TonguePhotos::TonguePhotos(Clinic &clinic, const Who &who, const Camera::Source &cameras, QWidget *parent)
    : QWidget(parent)
    , m_clinic(clinic)
    , m_who(who)
    , m_cameras(cameras)
    , m_model(new AttachmentModel(clinic.store().options().zone, this))
    , m_intake(new Intake(clinic, this))
    , m_flicker(new QTimer(this))
{
    setObjectName(QStringLiteral("tonguePhotos"));
    setAcceptDrops(mayTake());
    build();
    m_flicker->setInterval(flickerMs);
    connect(m_flicker, &QTimer::timeout, this, &TonguePhotos::flick);
    connect(m_intake, &Intake::busyChanged, m_take, &Button::setBusy);
    connect(m_intake, &Intake::busyChanged, m_choose, &Button::setBusy);
    connect(m_intake, &Intake::refused, this,
            [this](const QString &sentence) { m_strip->say(MessageStrip::Kind::Stop, sentence); });
    connect(m_intake, &Intake::added, this, [this](const Attachment &added) { m_wanted = added.id; });
    connect(m_intake, &Intake::settled, this, [this](int count, int fromFiles, int refused) {
        if (fromFiles > 0 && refused == 0)
            m_strip->say(MessageStrip::Kind::Done,
                         tr("Kept encrypted. What you chose is still where it was on this PC."));
        if (count > 0)
            reload();
    });
    connect(&m_clinic, &Clinic::changed, this, [this](const store::ChangeSet &changes) {
        if (changes.touches("attachment") && isVisible() && !m_intake->isBusy())
            reload();
    });
    setPatient({});
}

TonguePhotos::~TonguePhotos() = default;

void TonguePhotos::setCameras(const Camera::Source &cameras)
{
    m_cameras = cameras;
    showTools();
}

void TonguePhotos::setPatient(std::optional<PatientId> patient, std::optional<VisitId> visit)
{
    leaveCamera();
    const bool same = patient == m_patient;
    m_patient = patient;
    m_visit = visit;
    m_wanted.reset();
    m_intake->setSubject(patient, visit, AttachmentKind::Tongue);
    if (patient)
        showTools(); // a camera may have been plugged in
    if (!same) {
        m_shown.clear();
        m_shownOrder.clear();
        m_fetching.clear();
        m_failed.clear();
        m_compared.reset();
        m_model->setItems({});
        m_left->setSpot({});
        m_right->setSpot({});
        m_strip->clear();
        setLook(Look::Colours);
        showPictures();
    }
    reload();
}

void TonguePhotos::reload()
{
    if (!m_patient || m_resting)
        return;
    m_failed.clear();
    const quint64 question = ++m_question;
    const auto asked = m_clinic.read([id = *m_patient](const store::Snapshot &view) -> Result<QList<AttachmentItem>> {
        const auto all = attachments::list(view, id, AttachmentKind::Tongue, mostListed);
        if (!all)
            return all.error();
        return itemsOf(*all);
    });
    onDone(asked, this, [this, question](const Result<QList<AttachmentItem>> &items) {
        if (question != m_question)
            return;
        if (!items) {
            m_model->setItems({});
            showPictures();
            return m_strip->say(MessageStrip::Kind::Stop, items.error().message);
        }
        const std::optional<Attachment> before = current();
        const bool waits = m_model->rowCount() == 0 && (hasFocus() || m_choose->hasFocus() || m_take->hasFocus());
        m_model->setItems(*items);
        const auto wanted = m_wanted ? m_wanted : before ? std::optional(before->id) : std::nullopt;
        select(wanted ? qMax(0, m_model->rowOf(*wanted)) : 0);
        if (m_wanted && m_model->rowOf(*m_wanted) >= 0)
            m_wanted.reset();
        if (waits)
            takeHand();
        emit counted(m_model->rowCount());
    });
}

void TonguePhotos::choose(AttachmentId id)
{
    m_wanted = id;
    if (const int row = m_model->rowOf(id); row >= 0)
        select(row);
}

void TonguePhotos::select(int row)
{
    m_list->setCurrentIndex(m_model->index(row));
    showPictures();
}

std::optional<Attachment> TonguePhotos::current() const
{
    const AttachmentItem *item = m_model->itemAt(m_list->currentIndex().row());
    return item ? std::optional(item->attachment) : std::nullopt;
}

std::optional<Attachment> TonguePhotos::earlier() const
{
    const AttachmentItem *item = m_model->itemAt(earlierRow());
    return item ? std::optional(item->attachment) : std::nullopt;
}

int TonguePhotos::earlierRow() const
{
    const int row = m_list->currentIndex().row();
    const AttachmentItem *now = row < 0 ? nullptr : m_model->itemAt(row);
    if (!now || !m_model->itemAt(row + 1))
        return -1;
    if (const int chosen = m_compared ? m_model->rowOf(*m_compared) : -1; chosen > row)
        return chosen;
    // One of a former day tells more than one of a minute ago.
    const QTimeZone &zone = m_clinic.store().options().zone;
    for (int other = row + 1; const AttachmentItem *item = m_model->itemAt(other); ++other) {
        if (civilDay(item->attachment.taken, zone) != civilDay(now->attachment.taken, zone))
            return other;
    }
    return row + 1;
}

void TonguePhotos::compareWith(int step)
{
    const int row = earlierRow();
    const AttachmentItem *item = row < 0 ? nullptr : m_model->itemAt(row + step);
    if (!item || row + step <= m_list->currentIndex().row())
        return;
    m_compared = item->attachment.id;
    m_flickedOver = false;
    if (m_look == Look::Colours)
        return setLook(Look::Beside);
    showPictures();
}

const ShownPicture *TonguePhotos::shownOf(const std::optional<Attachment> &attachment) const
{
    const auto found = attachment ? m_shown.constFind(attachment->id) : m_shown.constEnd();
    return found == m_shown.constEnd() ? nullptr : &*found;
}

void TonguePhotos::takeHand()
{
    QWidget *hand = this;
    for (QWidget *one :
         {static_cast<QWidget *>(m_choose), static_cast<QWidget *>(m_take), static_cast<QWidget *>(m_list)})
        hand = one->isVisible() ? one : hand;
    hand->setFocus(Qt::OtherFocusReason);
}

bool TonguePhotos::isShown() const
{
    const auto before = m_look == Look::Colours ? std::nullopt : earlier();
    return !isLive() && shownOf(current()) && (!before || shownOf(before));
}

void TonguePhotos::fetch(const Attachment &attachment)
{
    const AttachmentId id = attachment.id;
    // What cannot be shown is not asked for again until somebody comes back to it.
    if (m_shown.contains(id) || m_fetching.contains(id) || m_failed.contains(id) || m_resting)
        return;
    m_fetching.insert(id);
    const auto asked = m_clinic.read([id](const store::Snapshot &view) { return attachments::content(view, id); });
    onDone(asked, this, [this, id, patient = m_patient](const Result<QByteArray> &bytes) {
        if (patient != m_patient)
            return;
        if (!bytes) {
            m_fetching.remove(id);
            m_failed.insert(id, bytes.error().message);
            return showPictures();
        }
        const auto making = aside([kept = *bytes] { return shownPicture(kept); });
        onDone(making, this, [this, id, patient](const Result<ShownPicture> &picture) {
            if (patient != m_patient)
                return;
            m_fetching.remove(id);
            if (!picture) {
                m_failed.insert(id, picture.error().message);
                return showPictures();
            }
            m_shown.insert(id, *picture);
            m_shownOrder << id;
            while (m_shownOrder.size() > mostKept)
                m_shown.remove(m_shownOrder.takeFirst());
            showPictures();
        });
    });
}

void TonguePhotos::showPictures()
{
    const auto now = current();
    const auto before = earlier();
    const bool pair = m_look != Look::Colours && before.has_value();
    m_stack->setCurrentIndex(now || isLive() ? 1 : 0);
    if (isLive())
        return;
    const bool both = m_look == Look::Colours || m_look == Look::Beside;
    m_left->setVisible(both);
    if (now)
        fetch(*now);
    if (pair)
        fetch(*before);
    const ShownPicture *picture = shownOf(now);
    const ShownPicture *other = pair ? shownOf(before) : nullptr;
    const auto put = [&](PictureView *view, const ShownPicture *what, const std::optional<Attachment> &whose,
                         bool right) {
        view->setPicture(what ? what->shown(right) : QImage());
        view->setBusy(!what && whose && m_fetching.contains(whose->id));
        view->setWords(whose ? m_failed.value(whose->id) : QString());
        view->setCaption(whose ? captionOf(*whose, right) : QString());
    };
    m_right->setOverlay({});
    if (m_look == Look::Colours) {
        put(m_left, picture, now, false);
        put(m_right, picture, now, true);
    } else if (m_look == Look::Beside) {
        put(m_left, other, before, m_rightColours);
        if (!before)
            m_left->setWords(tr("There is no earlier picture."));
        put(m_right, picture, now, m_rightColours);
    } else if (m_look == Look::Onion) {
        put(m_right, picture, now, m_rightColours);
        if (other && picture)
            m_right->setOverlay(other->shown(m_rightColours));
        if (before && now)
            m_right->setCaption(tr("%1, and half seen through: %2")
                                    .arg(captionOf(*now, m_rightColours), captionOf(*before, m_rightColours)));
    } else {
        const bool over = m_flickedOver && other;
        put(m_right, over ? other : picture, over ? before : now, m_rightColours);
    }
    // Where motion is not wanted, X turns by hand.
    const bool turns =
        m_look == Look::Flicker && picture && other && isVisible() && Theme::of(this).duration(Motion::RowMoves) > 0;
    turns ? m_flicker->start() : m_flicker->stop();
    showFacts();
}

void TonguePhotos::flick()
{
    m_flickedOver = !m_flickedOver;
    showPictures();
}

void TonguePhotos::setLook(Look look)
{
    const bool again = look == m_look;
    if (again && look == Look::Flicker && !m_flicker->isActive() && earlier())
        return flick();
    m_look = again ? Look::Colours : look;
    m_flickedOver = false;
    m_flicker->stop();
    m_looks->setCurrent(static_cast<int>(m_look));
    m_colours->setEnabled(m_look != Look::Colours);
    if (m_look != Look::Colours && current() && !earlier())
        m_strip->say(MessageStrip::Kind::Note, tr("There is no earlier picture to compare with."));
    else if (!isLive() && m_strip->kind() == MessageStrip::Kind::Note)
        m_strip->clear();
    showPictures();
}

void TonguePhotos::setRightColours(bool right)
{
    m_rightColours = right;
    m_colours->setCurrent(right ? 1 : 0);
    showPictures();
}

void TonguePhotos::take()
{
    if (!m_patient || !mayTake() || m_resting)
        return;
    if (m_camera)
        return m_camera->take();
    m_camera = m_cameras.first();
    if (!m_camera)
        return chooseFiles();
    m_strip->say(MessageStrip::Kind::Note, tr("Look through the camera: F5 takes the picture, Esc leaves it."));
    m_left->setSpot({});
    m_right->setSpot({});
    m_flicker->stop();
    m_stack->setCurrentIndex(1);
    m_left->setVisible(true);
    // The last one beside it and half seen through: for the same pose.
    const ShownPicture *last = shownOf(current());
    m_left->setPicture(last ? last->taken : QImage());
    m_left->setWords(tr("There is no earlier picture."));
    m_right->setPicture({});
    m_right->setOverlay({});
    m_right->setCaption(tr("Camera"));
    m_right->setBusy(true);
    connect(m_camera.get(), &Camera::seen, this, &TonguePhotos::showLive);
    connect(m_camera.get(), &Camera::taken, this, &TonguePhotos::taken);
    connect(m_camera.get(), &Camera::failed, this,
            [this](const QString &sentence) { m_strip->say(MessageStrip::Kind::Stop, sentence, tr("Choose a file")); });
    m_camera->start();
}

void TonguePhotos::showLive(const QImage &frame)
{
    if (!isLive())
        return;
    m_right->setBusy(false);
    m_right->setPicture(frame);
    const ShownPicture *last = shownOf(current());
    m_right->setOverlay(last && m_look == Look::Onion ? last->taken : QImage());
}

void TonguePhotos::taken(const QImage &picture)
{
    leaveCamera();
    m_strip->clear();
    m_intake->takeImage(picture);
}

bool TonguePhotos::leaveCamera()
{
    if (!m_camera)
        return false;
    m_camera->stop();
    m_camera->disconnect(this);
    m_camera.release()->deleteLater(); // it may be what is calling
    m_strip->clear();
    m_right->setBusy(false);
    showPictures();
    return true;
}

void TonguePhotos::paste()
{
    if (!m_patient || !mayTake())
        return;
    const QMimeData *held = QApplication::clipboard()->mimeData();
    if (!held || !m_intake->take(*held))
        m_strip->say(MessageStrip::Kind::Note, tr("There is no picture in the clipboard."));
}

void TonguePhotos::chooseFiles()
{
    auto *dialog = new QFileDialog(this, tr("Choose pictures of the tongue"));
    dialog->setObjectName(QStringLiteral("choosePictures"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilter(tr("Pictures (*.jpg *.jpeg *.png *.bmp *.gif)"));
    connect(dialog, &QFileDialog::filesSelected, m_intake, &Intake::takeFiles);
    dialog->open();
}

void TonguePhotos::askError()
{
    const auto now = current();
    if (!now || !mayTake())
        return;
    askInError(m_clinic, *now, this, [this](const Result<Done> &done) {
        if (!done)
            return m_strip->say(MessageStrip::Kind::Stop, done.error().message);
        m_strip->say(MessageStrip::Kind::Done, tr("Marked as entered in error."));
        reload();
    });
}

void TonguePhotos::rest(bool resting)
{
    m_resting = resting;
    if (resting) {
        leaveCamera();
        m_flicker->stop();
    } else {
        reload();
    }
}

void TonguePhotos::dragEnterEvent(QDragEnterEvent *event)
{
    if (m_patient && mayTake() && Intake::holdsSomething(*event->mimeData()))
        event->acceptProposedAction();
}

void TonguePhotos::dropEvent(QDropEvent *event)
{
    // A copy, whatever was proposed: what is dropped stays where it is.
    event->setDropAction(Qt::CopyAction);
    event->accept();
    m_intake->take(*event->mimeData());
}

void TonguePhotos::hideEvent(QHideEvent *event)
{
    leaveCamera();
    m_flicker->stop();
    QWidget::hideEvent(event);
}

} // namespace xinglin::ui
