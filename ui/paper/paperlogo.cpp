#include "ui/paper/paperlogo.h"

#include "access/settings.h"

#include <QBuffer>
#include <QColorSpace>
#include <QCoreApplication>
#include <QImageReader>
#include <QPainter>
#include <QSvgRenderer>

namespace xinglin::ui {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::ui::PaperLogo)
};

constexpr qint64 mostFileBytes = 5 * 1000 * 1000;
constexpr qint64 mostDots = 30 * 1000 * 1000; // 120 MB while it is made smaller
constexpr qsizetype svgBegins = 4000;         // bytes in which "<svg" stands, below what a program writes above it
constexpr int leastSide = 24;                 // less is a blot on paper

Error refusal(const QString &sentence)
{
    return {Code::Invalid, sentence, QStringLiteral("logo"), {}};
}

Error unknownKind()
{
    return refusal(Tr::tr("This is no picture in PNG, JPEG or SVG that can be read."));
}

Error tooLarge()
{
    return refusal(Tr::tr("This picture is too large: at most 5 MB and 30 million dots."));
}

Result<QImage> drawn(const QByteArray &svg)
{
    QSvgRenderer renderer(svg);
    const QSizeF size = renderer.isValid() ? QSizeF(renderer.defaultSize()) : QSizeF();
    if (size.isEmpty())
        return unknownKind();
    const QSizeF fitted = size.scaled(logoSide, logoSide, Qt::KeepAspectRatio);
    QImage image(fitted.toSize().expandedTo({1, 1}), QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    renderer.render(&painter);
    painter.end();
    return image;
}

Result<QImage> decoded(const QByteArray &file)
{
    QByteArray bytes = file;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer);
    reader.setAutoTransform(true);
    const QByteArray format = reader.format();
    if (format != "png" && format != "jpeg")
        return unknownKind();
    const QSize size = reader.size();
    if (size.isEmpty())
        return unknownKind();
    if (qint64(size.width()) * size.height() > mostDots)
        return tooLarge();
    if (std::max(size.width(), size.height()) < leastSide)
        return refusal(Tr::tr("This picture is too small to be printed."));
    if (std::max(size.width(), size.height()) > logoSide)
        reader.setScaledSize(size.scaled(logoSide, logoSide, Qt::KeepAspectRatio).expandedTo({1, 1}));
    QImage image;
    if (!reader.read(&image))
        return unknownKind();
    return image;
}

QByteArray pngOf(const QImage &image)
{
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    return image.save(&buffer, "PNG") ? png : QByteArray();
}

} // namespace

Result<QByteArray> logoFrom(const QByteArray &file)
{
    if (file.size() > mostFileBytes)
        return tooLarge();
    const bool svg = file.trimmed().startsWith('<') && file.left(svgBegins).contains("<svg");
    const Result<QImage> picture = svg ? drawn(file) : decoded(file);
    if (!picture)
        return picture.error();
    // Its dots and nothing else.
    QImage image(picture->size(), QImage::Format_ARGB32);
    image.fill(Qt::transparent);
    QPainter(&image).drawImage(
        0, 0, picture->colorSpace().isValid() ? picture->convertedToColorSpace(QColorSpace::SRgb) : *picture);
    const qint64 most = settings::find(settings::PaperLogo)->most;
    QByteArray png = pngOf(image);
    while (png.size() > most) { // a photograph
        image = image.scaled(image.size() * 0.8, Qt::KeepAspectRatio, Qt::SmoothTransformation);
        png = pngOf(image);
    }
    return png.isEmpty() ? Result<QByteArray>(unknownKind()) : Result<QByteArray>(png);
}

Result<QByteArray> logoOfFile(Files &files, const QString &path)
{
    const Result<QByteArray> file = files.read(path, mostFileBytes);
    if (!file)
        return file.error().code == Code::Invalid ? tooLarge() : file.error();
    return logoFrom(*file);
}

QImage logoImage(const QByteArray &png)
{
    return png.isEmpty() ? QImage() : QImage::fromData(png, "PNG");
}

} // namespace xinglin::ui
