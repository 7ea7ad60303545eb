#pragma once

#include "ui/paper/sheets.h"

#include <QImage>
#include <QPaintDevice>
#include <QPaintEngine>
#include <QPainter>
#include <QProcess>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdlib>

namespace xinglin::test {

constexpr int pictureDpi = 60;

inline QByteArray run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    return process.waitForFinished() && process.exitCode() == 0 ? process.readAllStandardOutput() : QByteArray();
}

/// A finished paper on disk, for the programs that look at PDFs.
class Printed
{
public:
    explicit Printed(const ui::Sheets &sheets)
    {
        DiskFiles files;
        if (const Result<Done> done = writePdf(files, path(), sheets); !done)
            qFatal("the paper cannot be written");
    }
    /// Page 0 …, grey, painted @p finer times finer than pictureDpi and made small: hinting of fonts and smoothing of
    /// edges are gone by then.
    QImage picture(int page, int finer = 4) const
    {
        const QString number = QString::number(page + 1);
        run(QStringLiteral("pdftoppm"),
            {QStringLiteral("-gray"), QStringLiteral("-png"), QStringLiteral("-r"), QString::number(finer * pictureDpi),
             QStringLiteral("-f"), number, QStringLiteral("-l"), number, QStringLiteral("-singlefile"), path(),
             m_folder.filePath(QStringLiteral("page"))});
        const QImage painted(m_folder.filePath(QStringLiteral("page.png")));
        // Whole dots: otherwise the page would be stretched by parts of one.
        const QSize size((painted.width() + finer - 1) / finer, (painted.height() + finer - 1) / finer);
        QImage fine(size * finer, QImage::Format_Grayscale8);
        fine.fill(Qt::white);
        QPainter(&fine).drawImage(0, 0, painted);
        return fine.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
            .convertToFormat(QImage::Format_Grayscale8);
    }
    QString text(int page) const
    {
        const QString number = QString::number(page + 1);
        return QString::fromUtf8(
            run(QStringLiteral("pdftotext"), {QStringLiteral("-raw"), QStringLiteral("-f"), number,
                                              QStringLiteral("-l"), number, path(), QStringLiteral("-")}));
    }

    /// Every word with its place in points, as XHTML.
    QByteArray boxes() const
    {
        return run(QStringLiteral("pdftotext"), {QStringLiteral("-bbox"), path(), QStringLiteral("-")});
    }

private:
    QString path() const { return m_folder.filePath(QStringLiteral("paper.pdf")); }
    QTemporaryDir m_folder;
};

/// What differs between two pictures of a page, in words; empty where they show the same. Squares of 4 × 4 dots
/// (1.7 mm), in two grids that overlap by half, are compared by their mean, so that another smoothing of edges does not
/// matter: one differs from 14 of 255 on, and six of them are a difference.
inline QString differenceOf(const QImage &wanted, const QImage &shown)
{
    constexpr int side = 4;
    constexpr int tolerance = 14;
    constexpr int mostSquares = 5;
    if (wanted.isNull() || wanted.size() != shown.size())
        return QStringLiteral("another size");
    const auto mean = [](const QImage &image, int left, int top) {
        int sum = 0;
        int count = 0;
        for (int y = top; y < std::min(top + side, image.height()); ++y) {
            for (int x = left; x < std::min(left + side, image.width()); ++x) {
                sum += qGray(image.pixel(x, y));
                ++count;
            }
        }
        return sum / count;
    };
    int differing = 0;
    QPoint first;
    for (const int from : {0, side / 2}) { // what moves within a square of one grid crosses a border of the other
        for (int y = from; y < wanted.height(); y += side) {
            for (int x = from; x < wanted.width(); x += side) {
                if (std::abs(mean(wanted, x, y) - mean(shown, x, y)) < tolerance)
                    continue;
                if (differing++ == 0)
                    first = {x, y};
            }
        }
    }
    return differing <= mostSquares ? QString()
                                    : QStringLiteral("%1 squares differ, the first at %2, %3 mm")
                                          .arg(differing)
                                          .arg(first.x() * 25.4 / pictureDpi, 0, 'f', 1)
                                          .arg(first.y() * 25.4 / pictureDpi, 0, 'f', 1);
}

/// Every text that a page paints, one after the other.
inline QString paintedText(const ui::Sheets &sheets, int page)
{
    struct Catcher final : QPaintEngine
    {
        Catcher() : QPaintEngine(AllFeatures) {}
        bool begin(QPaintDevice *) override { return true; }
        bool end() override { return true; }
        void updateState(const QPaintEngineState &) override {}
        void drawPixmap(const QRectF &, const QPixmap &, const QRectF &) override {}
        void drawPath(const QPainterPath &) override {}
        void drawPolygon(const QPointF *, int, PolygonDrawMode) override {}
        void drawTextItem(const QPointF &, const QTextItem &item) override { text += item.text(); }
        Type type() const override { return User; }
        QString text;
    };
    struct Paper final : QPaintDevice
    {
        QPaintEngine *paintEngine() const override { return &engine; }
        int metric(PaintDeviceMetric metric) const override
        {
            switch (metric) {
            case PdmWidth:
            case PdmHeight:
                return 10000;
            case PdmDevicePixelRatio:
                return 1;
            case PdmDevicePixelRatioScaled:
                return int(devicePixelRatioFScale());
            default:
                return 96;
            }
        }
        mutable Catcher engine;
    };
    Paper paper;
    QPainter painter(&paper);
    sheets.paint(painter, page);
    painter.end();
    return paper.engine.text;
}

/// The characters of a text whatever their order and spaces.
inline QString characters(const QString &text)
{
    QString all = text.normalized(QString::NormalizationForm_KC);
    all.removeIf([](QChar c) { return c.isSpace() || c == u'\f'; });
    std::sort(all.begin(), all.end());
    return all;
}

} // namespace xinglin::test
