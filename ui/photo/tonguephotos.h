#pragma once

#include "clinic/clinic.h"
#include "clinic/record/attachments.h"
#include "ui/photo/camera.h"
#include "ui/photo/pictures.h"
#include "ui/shell/who.h"

#include <QHash>
#include <QSet>
#include <QWidget>

#include <functional>

class QListView;
class QStackedLayout;
class QTimer;

namespace xinglin::ui {

class AttachmentModel;
class Button;
class Chip;
class EmptyState;
class Intake;
class Label;
class MessageStrip;
class PictureView;
class Segment;

/// A patient's pictures of the tongue: the latest large and with its colours set right beside it, the earlier ones as a
/// strip. F5 takes another one (camera or file), F8 puts an earlier one beside it, O lays it over it, X turns between
/// the two, page up and down choose which earlier one, C changes the colours. Knows nothing of the page it stands in.
class TonguePhotos : public QWidget
{
    Q_OBJECT

public:
    /// How two pictures, or two forms of one, are looked at; the order of the segment.
    enum class Look { Colours, Beside, Onion, Flicker };

    TonguePhotos(Clinic &clinic, const Who &who, const Camera::Source &cameras = Camera::ofThisPc(),
                 QWidget *parent = nullptr);
    ~TonguePhotos() override;

    /// Takes the focus, so that its keys work: the list as soon as there is one.
    void takeHand();
    /// Others than those of this PC.
    void setCameras(const Camera::Source &cameras);
    /// Whose they are and at which visit the next ones are taken; nothing: nobody's.
    void setPatient(std::optional<PatientId> patient, std::optional<VisitId> visit = {});
    /// Which one is shown, as soon as it is there.
    void choose(AttachmentId id);
    /// F5: looks through the camera, takes the picture, or asks for a file where there is no camera.
    void take();
    /// Back from the camera; false where it was not looked through.
    bool leaveCamera();
    bool isLive() const { return m_camera != nullptr; }
    void reload();
    /// Nothing is asked of the clinic, the camera is off; see Page::rest().
    void rest(bool resting);

    Look look() const { return m_look; }
    void setLook(Look look);
    bool inRightColours() const { return m_rightColours; }
    void setRightColours(bool right);
    /// Whether everything that is looked at has been fetched.
    bool isShown() const;
    /// The one that is shown, and the one that it is compared with.
    std::optional<Attachment> current() const;
    std::optional<Attachment> earlier() const;

signals:
    /// The colour card is wanted on paper.
    void cardWanted();
    /// The shown one is wanted outside of the program.
    void exportWanted(const xinglin::Attachment &attachment);
    /// How many there are has changed.
    void counted(int count);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    // tonguephotosbuild.cpp
    void build();
    QWidget *buildTools();
    void showTools();
    QWidget *buildFacts();
    void buildKeys();
    void showFacts();
    void showSpot();

    void paste();
    void chooseFiles();
    void askError();
    void select(int row);
    /// -1: there is none.
    int earlierRow() const;
    /// An older one (1) or a newer one (-1) than is compared with now.
    void compareWith(int step);
    void fetch(const Attachment &attachment);
    void showPictures();
    void showLive(const QImage &frame);
    void taken(const QImage &picture);
    void flick();
    const ShownPicture *shownOf(const std::optional<Attachment> &attachment) const;
    QString captionOf(const Attachment &attachment, bool rightColours) const;
    bool mayTake() const { return m_who.may(access::Permission::WriteVisit); }

    Clinic &m_clinic;
    Who m_who;
    Camera::Source m_cameras;
    std::optional<PatientId> m_patient;
    std::optional<VisitId> m_visit;
    std::optional<AttachmentId> m_wanted;
    AttachmentModel *m_model;
    Intake *m_intake;
    QHash<AttachmentId, ShownPicture> m_shown;
    QList<AttachmentId> m_shownOrder; ///< The latest last; few are kept.
    QSet<AttachmentId> m_fetching;
    QHash<AttachmentId, QString> m_failed;  ///< Why they cannot be shown.
    std::optional<AttachmentId> m_compared; ///< Chosen to be compared with; else the latest of a former day.
    Look m_look = Look::Colours;
    bool m_rightColours = true;
    bool m_flickedOver = false; ///< The earlier one is shown.
    bool m_resting = false;
    quint64 m_question = 0;
    std::unique_ptr<Camera> m_camera;
    QTimer *m_flicker;

    MessageStrip *m_strip = nullptr;
    Button *m_choose = nullptr;
    Button *m_take = nullptr;
    Button *m_paste = nullptr;
    Segment *m_looks = nullptr;
    Segment *m_colours = nullptr;
    QStackedLayout *m_stack = nullptr;
    EmptyState *m_empty = nullptr;
    PictureView *m_left = nullptr;
    PictureView *m_right = nullptr;
    QListView *m_list = nullptr;
    Label *m_when = nullptr;
    Chip *m_basis = nullptr;
    Label *m_basisWords = nullptr;
    Label *m_mirrored = nullptr;
    Label *m_spotWords = nullptr;
    Label *m_spotHere = nullptr;
    Label *m_spotEarlier = nullptr;
    Button *m_export = nullptr;
    Button *m_error = nullptr;
};

} // namespace xinglin::ui
