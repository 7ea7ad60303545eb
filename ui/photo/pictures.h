#pragma once

#include "clinic/record/attachment.h"
#include "engines/colour/colourcard.h"

#include <QImage>
#include <QTimeZone>

/// From the bytes of a file to what can be attached and shown. Slow: call these beside the GUI thread.
namespace xinglin::ui {

/// What a file is, by its bytes: media type, size of a picture, its thumbnail and when it was taken. Patient, visit and
/// kind are the caller's. The refusal names the file.
Result<AttachmentDraft> lookedAt(const QByteArray &bytes, const QString &fileName, const QTimeZone &zone);
/// A file of this PC, whole. The refusal names it: a folder, too large, not to be read, empty.
Result<QByteArray> readWhole(const QString &path);
/// Bytes that hold just these pixels (PNG), for a picture that comes without a file.
QByteArray untouched(const QImage &image);

/// The picture as it is to be seen: turned as the camera was held, no side longer than @p longest pixels.
Result<QImage> decoded(const QByteArray &bytes, int longest);
/// A JPEG small enough for a row; empty for no picture.
QByteArray thumbnailOf(const QImage &image);

colour::Picture pictureOf(const QImage &image);
QImage imageOf(const colour::Picture &picture);

/// A picture as taken and with its colours set right.
struct ShownPicture
{
    QImage taken;
    QImage corrected;
    colour::Basis basis = colour::Basis::GreyWorld;
    std::optional<colour::FoundCard> card;

    const QImage &shown(bool inRightColours) const { return inRightColours ? corrected : taken; }
};
Result<ShownPicture> shownPicture(const QByteArray &bytes);

/// The colour of a spot, by parts of width and height, averaged over what an eye takes for one spot.
colour::Lab labAt(const QImage &image, QPointF spot);

} // namespace xinglin::ui
