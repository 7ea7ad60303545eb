#pragma once

#include "clinic/clinic.h"
#include "clinic/record/attachments.h"

#include <QImage>
#include <QObject>

#include <deque>
#include <functional>

class QMimeData;

namespace xinglin::ui {

/// Takes pictures and files into a patient's record, one after the other, beside the GUI thread: reads, looks what they
/// are, encrypts. Nothing plain is ever written to the disk.
class Intake : public QObject
{
    Q_OBJECT

public:
    explicit Intake(Clinic &clinic, QObject *parent = nullptr);

    /// For whom, at which visit and as what the next ones are taken. What waits still goes to whom it was taken for.
    void setSubject(std::optional<PatientId> patient, std::optional<VisitId> visit, AttachmentKind kind);

    /// Files of this PC by their paths.
    void takeFiles(const QStringList &paths);
    /// A picture without a file: of the clipboard, of a camera.
    void takeImage(const QImage &image);
    /// What was dropped or pasted; false where there is neither a file nor a picture in it.
    bool take(const QMimeData &data);
    /// Whether take() would find something.
    static bool holdsSomething(const QMimeData &data);

    bool isBusy() const { return m_running || !m_waiting.empty(); }

signals:
    void busyChanged(bool busy);
    void added(const xinglin::Attachment &attachment);
    /// What was not taken of what waits, and why: a sentence each, with those before.
    void refused(const QString &sentences);
    /// Everything that waited has been tried; so many came from files that stay where they are.
    void settled(int taken, int fromFiles, int refused);

private:
    struct Taken
    {
        AttachmentDraft draft;
        QByteArray bytes;
    };
    struct Job
    {
        AttachmentDraft subject;
        store::Actor actor; ///< Who took it, whoever works here when its turn comes.
        bool isFile = false;
        std::function<Result<Taken>(const AttachmentDraft &)> look;
    };
    void add(Job job);
    void next();
    void finish();
    void refuse(const QString &sentence);

    Clinic &m_clinic;
    AttachmentDraft m_subject;
    bool m_ready = false;
    std::deque<Job> m_waiting;
    bool m_running = false;
    int m_taken = 0;
    int m_fromFiles = 0;
    QStringList m_refusals;
};

} // namespace xinglin::ui
