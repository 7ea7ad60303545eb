#include "ui/photo/pictures.h"

#include "base/files.h"
#include "clinic/record/attachments.h"
#include "ui/photo/exif.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFileInfo>
#include <QImageReader>
#include <QLocale>
#include <QMimeDatabase>

#include <algorithm>

namespace xinglin::ui {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::ui::Pictures)
};

constexpr int ThumbnailSide = 240;
constexpr int ShownSide = 1600; ///< What is looked at and corrected: more than a screen's half shows.
/// Enough for a PNG of MostPixels; the pixels themselves are counted before.
constexpr int MostMebibytes = 256;

/// Set up for bytes of whatever kind; by their content alone.
class Reader
{
public:
    explicit Reader(const QByteArray &bytes) : m_bytes(bytes)
    {
        QImageReader::setAllocationLimit(MostMebibytes);
        m_buffer.setData(m_bytes);
        m_buffer.open(QIODevice::ReadOnly);
        reader.setDevice(&m_buffer);
        reader.setDecideFormatFromContent(true);
    }

private:
    QByteArray m_bytes;
    QBuffer m_buffer;

public:
    QImageReader reader;
};

/// Pictures made of pixels; a drawing may hold anything.
bool isRaster(const QByteArray &format)
{
    static const QByteArrayList known{"jpeg", "jpg", "png", "bmp", "gif", "webp", "tiff"};
    return known.contains(format.toLower());
}

/// Whether a JPEG has lost its end: decoders fill what is missing with grey and say nothing.
bool isCutShort(const QByteArray &jpeg)
{
    qsizetype at = 2;
    while (at + 4 <= jpeg.size() && jpeg.at(at) == '\xff' && jpeg.at(at + 1) != '\xda')
        at += 2 + (static_cast<uchar>(jpeg.at(at + 2)) << 8) + static_cast<uchar>(jpeg.at(at + 3));
    // What is coded never holds this marker; a small picture within the header has one of its own.
    return jpeg.indexOf("\xff\xd9", at) < 0;
}

QString sizeText(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, 1);
}

/// What the bytes begin with; the name of a file counts for nothing.
QString mediaTypeOf(const QByteArray &bytes)
{
    return QMimeDatabase().mimeTypeForData(bytes).name();
}

Error named(const QString &fileName, const Error &error)
{
    Error told = error;
    if (!fileName.isEmpty())
        told.message = Tr::tr("%1: %2", "name of a file, and what is wrong with it").arg(fileName, error.message);
    return told;
}

} // namespace

Result<QByteArray> readWhole(const QString &path)
{
    const QFileInfo info(path);
    const QString name = info.fileName();
    const auto refused = [&](const QString &sentence) { return Error{Code::Invalid, sentence, {}, {}}; };
    if (info.isDir())
        return refused(Tr::tr("%1 is a folder; drop the files in it.").arg(name));
    if (!info.exists())
        return refused(Tr::tr("%1 is not there any more.").arg(path));
    if (info.size() > store::MostAttachedBytes)
        return refused(Tr::tr("%1 has %2; more than %3 cannot be attached.")
                           .arg(name, sizeText(info.size()), sizeText(store::MostAttachedBytes)));
    DiskFiles files;
    auto bytes = files.read(path, store::MostAttachedBytes);
    if (bytes && bytes->isEmpty())
        return refused(Tr::tr("%1 is empty.").arg(name));
    return bytes;
}

Result<AttachmentDraft> lookedAt(const QByteArray &bytes, const QString &fileName, const QTimeZone &zone)
{
    AttachmentDraft draft;
    draft.title = fileName.left(LongestAttachmentTitle);
    draft.mediaType = mediaTypeOf(bytes);
    Reader file(bytes);
    if (!file.reader.canRead() || !isRaster(file.reader.format()))
        return draft; // no picture, or none of a kind that is known here
    const QSize size = file.reader.size();
    draft.mediaType = QStringLiteral("image/") + QString::fromLatin1(file.reader.format());
    if (draft.mediaType == u"image/jpg")
        draft.mediaType = QStringLiteral("image/jpeg");
    draft.width = std::max(0, size.width());
    draft.height = std::max(0, size.height());
    if (const auto wrong = attachments::problems(draft); !wrong.isEmpty())
        return named(fileName, wrong.constFirst());
    const auto image = decoded(bytes, 2 * ThumbnailSide);
    if (!image)
        return named(fileName, image.error());
    if (draft.mediaType == u"image/jpeg" && isCutShort(bytes))
        return named(fileName, {Code::Damaged, Tr::tr("This picture is cut short: its end is missing."), {}, {}});
    draft.thumbnail = thumbnailOf(*image);
    draft.taken = takenAt(bytes, zone);
    return draft;
}

QByteArray untouched(const QImage &image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    constexpr int Quick = 90; // packed less tightly: the same pixels in a third of the time
    image.convertToFormat(QImage::Format_RGB32).save(&buffer, "PNG", Quick);
    return bytes;
}

Result<QImage> decoded(const QByteArray &bytes, int longest)
{
    Reader file(bytes);
    QImageReader &reader = file.reader;
    const QSize size = reader.size();
    if (!reader.canRead() || !isRaster(reader.format()) || size.isEmpty())
        return Error{Code::Invalid,
                     Tr::tr("This is no picture that can be shown here. Save it as JPEG or PNG."),
                     {},
                     reader.errorString()};
    if (qint64(size.width()) * size.height() > MostPixels)
        return Error{Code::Invalid, Tr::tr("This picture has too many pixels to be shown."), {}, {}};
    reader.setAutoTransform(true);
    if (std::max(size.width(), size.height()) > longest)
        reader.setScaledSize(size.scaled(longest, longest, Qt::KeepAspectRatio));
    QImage image = reader.read();
    if (image.isNull())
        return Error{Code::Damaged, Tr::tr("This picture is damaged and cannot be shown."), {}, reader.errorString()};
    return image;
}

QByteArray thumbnailOf(const QImage &image)
{
    if (image.isNull())
        return {};
    for (int side = ThumbnailSide; side >= 60; side = side * 3 / 4) {
        const QImage small = image.scaled(side, side, Qt::KeepAspectRatio, Qt::SmoothTransformation);
        for (const int quality : {82, 65, 45}) {
            QByteArray bytes;
            QBuffer buffer(&bytes);
            buffer.open(QIODevice::WriteOnly);
            small.convertToFormat(QImage::Format_RGB32).save(&buffer, "JPEG", quality);
            if (!bytes.isEmpty() && bytes.size() <= MostThumbnailBytes)
                return bytes;
        }
    }
    return {};
}

colour::Picture pictureOf(const QImage &image)
{
    const QImage plain = image.convertToFormat(QImage::Format_RGB32);
    colour::Picture picture(plain.width(), plain.height());
    auto to = picture.pixels.begin();
    for (int y = 0; y < plain.height(); ++y) {
        const auto *line = reinterpret_cast<const QRgb *>(plain.constScanLine(y));
        for (int x = 0; x < plain.width(); ++x)
            *to++ = {static_cast<std::uint8_t>(qRed(line[x])), static_cast<std::uint8_t>(qGreen(line[x])),
                     static_cast<std::uint8_t>(qBlue(line[x]))};
    }
    return picture;
}

QImage imageOf(const colour::Picture &picture)
{
    QImage image(picture.width, picture.height, QImage::Format_RGB32);
    auto from = picture.pixels.cbegin();
    for (int y = 0; y < picture.height; ++y) {
        auto *line = reinterpret_cast<QRgb *>(image.scanLine(y));
        for (int x = 0; x < picture.width; ++x, ++from)
            line[x] = qRgb(from->r, from->g, from->b);
    }
    return image;
}

Result<ShownPicture> shownPicture(const QByteArray &bytes)
{
    auto image = decoded(bytes, ShownSide);
    if (!image)
        return image.error();
    const colour::Corrected made = colour::corrected(pictureOf(*image));
    return ShownPicture{image->convertToFormat(QImage::Format_RGB32), imageOf(made.picture), made.basis, made.card};
}

colour::Lab labAt(const QImage &image, QPointF spot)
{
    const int radius = std::max(1, std::max(image.width(), image.height()) / 160);
    const QPoint middle(std::clamp(qRound(spot.x() * image.width()), 0, image.width() - 1),
                        std::clamp(qRound(spot.y() * image.height()), 0, image.height() - 1));
    const QRect near = QRect(middle.x() - radius, middle.y() - radius, 2 * radius + 1, 2 * radius + 1) & image.rect();
    return colour::labOf(colour::around(pictureOf(image.copy(near)), near.width() / 2, near.height() / 2, radius));
}

} // namespace xinglin::ui
