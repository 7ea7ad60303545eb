#pragma once

#include "clinic/record/visit.h"

namespace xinglin {

using AttachmentId = Id<struct AttachmentTag>;

/// What a picture or paper is about.
enum class AttachmentKind { Tongue, Face, Report, Letter, Other };
QString toText(AttachmentKind kind); ///< "tongue" … as stored.
std::optional<AttachmentKind> attachmentKindFrom(const QString &text);

/// The most that a picture may have.
inline constexpr qint64 MostPixels = 50'000'000;
/// Of the JPEG that stands in the row.
inline constexpr qsizetype MostThumbnailBytes = 20'000;
/// Of the title, in characters.
inline constexpr qsizetype LongestAttachmentTitle = 200;

/// A picture or paper about to be attached; its bytes come beside it.
struct AttachmentDraft
{
    PatientId patient{Uuid(Uuid::Bytes{})};
    std::optional<VisitId> visit;
    AttachmentKind kind = AttachmentKind::Other;
    QString title;                ///< May be empty; the name of a file that was dropped.
    QString mediaType;            ///< "image/jpeg", as the bytes say and not the file's name.
    int width = 0;                ///< Of a picture, as it stands in the file; 0: none.
    int height = 0;               ///< The same.
    QByteArray thumbnail;         ///< JPEG; may be empty.
    std::optional<Instant> taken; ///< As the picture says; empty: now.
    bool operator==(const AttachmentDraft &) const = default;
};

/// A picture or paper of a patient without its bytes.
struct Attachment
{
    AttachmentId id{Uuid(Uuid::Bytes{})};
    PatientId patient{Uuid(Uuid::Bytes{})};
    std::optional<VisitId> visit;
    AttachmentKind kind = AttachmentKind::Other;
    QString title;
    QString mediaType;
    qint64 bytes = 0;
    int width = 0; ///< 0: no picture.
    int height = 0;
    QByteArray sha256; ///< Of the bytes as they were attached.
    QByteArray thumbnail;
    Instant taken;
    Instant recorded;
    QString recordedBy; ///< Name as shown.
    bool inError = false;
    bool operator==(const Attachment &) const = default;

    bool isPicture() const { return width > 0; }
};

QDebug operator<<(QDebug, const AttachmentDraft &) = delete;
QDebug operator<<(QDebug, const Attachment &) = delete;

} // namespace xinglin
