#include "ui/photo/intake.h"

#include "ui/kit/ondone.h"
#include "ui/photo/pictures.h"
#include "ui/shell/aside.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QMimeData>
#include <QUrl>

#include <algorithm>

namespace xinglin::ui {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::ui::Intake)
};

/// What was looked at, as what the person said it is.
AttachmentDraft as(const AttachmentDraft &subject, AttachmentDraft found)
{
    found.patient = subject.patient;
    found.visit = subject.visit;
    found.kind = subject.kind;
    return found;
}

constexpr qsizetype MostTold = 4; ///< Refusals in words.

bool needsPicture(AttachmentKind kind)
{
    return kind == AttachmentKind::Tongue || kind == AttachmentKind::Face;
}

} // namespace

Intake::Intake(Clinic &clinic, QObject *parent) : QObject(parent), m_clinic(clinic)
{
}

void Intake::setSubject(std::optional<PatientId> patient, std::optional<VisitId> visit, AttachmentKind kind)
{
    m_ready = patient.has_value();
    m_subject = {};
    if (patient)
        m_subject.patient = *patient;
    m_subject.visit = visit;
    m_subject.kind = kind;
}

bool Intake::holdsSomething(const QMimeData &data)
{
    return data.hasUrls() || data.hasImage();
}

bool Intake::take(const QMimeData &data)
{
    QStringList paths;
    QStringList elsewhere;
    for (const QUrl &url : data.urls())
        (url.isLocalFile() ? paths : elsewhere) << (url.isLocalFile() ? url.toLocalFile() : url.toDisplayString());
    // A browser offers a picture together with the address it came from.
    if (paths.isEmpty() && data.hasImage()) {
        takeImage(qvariant_cast<QImage>(data.imageData()));
        return true;
    }
    takeFiles(paths);
    for (const QString &address : elsewhere)
        refuse(Tr::tr("%1 is not on this PC; save it first.").arg(address));
    return !paths.isEmpty() || !elsewhere.isEmpty();
}

void Intake::takeFiles(const QStringList &paths)
{
    const QTimeZone zone = m_clinic.store().options().zone;
    for (const QString &path : paths) {
        add({m_subject, m_clinic.actor(), true, [path, zone](const AttachmentDraft &subject) -> Result<Taken> {
                 auto bytes = readWhole(path);
                 if (!bytes)
                     return bytes.error();
                 const QString name = QFileInfo(path).fileName();
                 const auto found = lookedAt(*bytes, name, zone);
                 if (!found)
                     return found.error();
                 if (needsPicture(subject.kind) && found->width == 0)
                     return Error{Code::Invalid,
                                  Tr::tr("%1 is no picture that can be shown here. Save it as JPEG or PNG.").arg(name),
                                  {},
                                  found->mediaType};
                 return Taken{as(subject, *found), *std::move(bytes)};
             }});
    }
}

void Intake::takeImage(const QImage &image)
{
    const QTimeZone zone = m_clinic.store().options().zone;
    add({m_subject, m_clinic.actor(), false, [image, zone](const AttachmentDraft &subject) -> Result<Taken> {
             if (image.isNull())
                 return Error{Code::Invalid, Tr::tr("There is no picture in the clipboard."), {}, {}};
             if (qint64(image.width()) * image.height() > MostPixels)
                 return Error{Code::Invalid, Tr::tr("This picture has too many pixels to be attached."), {}, {}};
             QByteArray bytes = untouched(image);
             const auto found = lookedAt(bytes, {}, zone);
             if (!found)
                 return found.error();
             return Taken{as(subject, *found), std::move(bytes)};
         }});
}

void Intake::add(Job job)
{
    if (!m_ready)
        return;
    const bool wasBusy = isBusy();
    m_waiting.push_back(std::move(job));
    if (!wasBusy) {
        m_refusals.clear();
        emit busyChanged(true);
    }
    next();
}

void Intake::next()
{
    if (m_running || m_waiting.empty())
        return;
    m_running = true;
    const Job job = std::move(m_waiting.front());
    m_waiting.pop_front();
    const auto looking = aside([job] { return job.look(job.subject); });
    onDone(looking, this, [this, isFile = job.isFile, actor = job.actor](const Result<Taken> &taken) {
        if (!taken) {
            refuse(taken.error().message);
            return finish();
        }
        const auto keeping = m_clinic.work([kept = *taken, actor](store::Store &store) {
            return attachments::attach(store, actor, kept.draft, kept.bytes);
        });
        onDone(keeping, this, [this, isFile](const Result<Attachment> &attached) {
            if (attached) {
                ++m_taken;
                m_fromFiles += isFile ? 1 : 0;
                emit added(*attached);
            } else {
                refuse(attached.error().message.isEmpty() ? Tr::tr("This could not be attached; nothing was changed.")
                                                          : attached.error().message);
            }
            finish();
        });
    });
}

void Intake::finish()
{
    m_running = false;
    if (!m_waiting.empty())
        return next();
    emit busyChanged(false);
    emit settled(std::exchange(m_taken, 0), std::exchange(m_fromFiles, 0), static_cast<int>(m_refusals.size()));
}

void Intake::refuse(const QString &sentence)
{
    if (!isBusy())
        m_refusals.clear();
    m_refusals << sentence;
    QStringList told = m_refusals.first(std::min(m_refusals.size(), MostTold));
    if (const auto more = m_refusals.size() - told.size(); more > 0)
        told << Tr::tr("%n more could not be taken.", nullptr, static_cast<int>(more));
    emit refused(told.join(u'\n'));
}

} // namespace xinglin::ui
