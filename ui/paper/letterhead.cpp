#include "ui/paper/letterhead.h"

#include "ui/paper/paperlogo.h"
#include "ui/paper/papertext.h"

#include <QLineF>
#include <QPainter>
#include <QtMath>

#include <algorithm>

namespace xinglin::ui {

namespace {

using Face = PaperText::Face;

constexpr double nameSize = 18; // pt
constexpr double leastName = 7;
constexpr double smallName = 12;   // less than this, and the name is set on two lines
constexpr double namePitch = 1.25; // of its size
constexpr double nameLower = 1;    // mm
constexpr double titleSize = 14;
constexpr double titleBelow = 7.2; // mm, from baseline to baseline
constexpr double addressBelow = 5;
constexpr double addressPitch = 3.2;
constexpr double addressSize = 8; // pt
constexpr double leastAddress = 4;
constexpr double logoAbove = 5.4; // mm above the baseline of the name: where its letters begin
constexpr double logoHeight = 13.4;
constexpr double logoWidth = 26;
constexpr double logoGap = 3;

/// As many parts on a line as there is room for; one that is wider than a line is broken.
QStringList addressLines(const QStringList &parts, double points, double width)
{
    QStringList lines;
    for (const QString &part : parts) {
        const QString joined = lines.isEmpty() ? part : lines.last() + QStringLiteral("   ") + part;
        if (!lines.isEmpty() && PaperText::widthOf(joined, Face::Hei, points) <= width)
            lines.last() = joined;
        else
            lines += PaperText::wrapped(part, Face::Hei, points, width);
    }
    return lines;
}

/// A picture that is finer than any printer is made as fine as it is painted: smoothly, and a smaller file.
QImage asFineAs(const QPainter &painter, const QImage &image, double width)
{
    const int dots = qCeil(painter.deviceTransform().map(QLineF(0, 0, width, 0)).length());
    return dots > 0 && dots < image.width() ? image.scaledToWidth(dots, Qt::SmoothTransformation) : image;
}

} // namespace

Letterhead::Letterhead(const access::ClinicProfile &clinic, const QString &title, const PaperDress &dress,
                       const QString &kind, double inner)
    : m_name(clinic.name), m_title(title), m_addressSize(addressSize)
{
    QStringList where;
    for (const auto &[part, text] :
         {std::pair(PaperPart::Address, clinic.address), std::pair(PaperPart::Phone, clinic.phone),
          std::pair(PaperPart::Licence, clinic.licence)}) {
        if (dress.shows(kind, part) && !text.isEmpty())
            where << text;
    }
    m_address = addressLines(where, m_addressSize, inner);
    while (m_address.size() > 2 && m_addressSize > leastAddress) {
        m_addressSize -= 0.5;
        m_address = addressLines(where, m_addressSize, inner);
    }
    if (dress.shows(kind, PaperPart::Logo))
        m_logo = logoImage(dress.logo);
}

double Letterhead::addressHeight() const
{
    return m_address.isEmpty() ? 0 : 4 + addressPitch * double(m_address.size() - 1);
}

void Letterhead::paint(QPainter &painter, double y, double from, double to, double middle) const
{
    QSizeF logo;
    if (!m_logo.isNull())
        logo = QSizeF(m_logo.size()).scaled(std::min(logoWidth, (to - from) * 0.3), logoHeight, Qt::KeepAspectRatio);
    const double taken = m_logo.isNull() ? 0 : logo.width() + logoGap;
    const double room = to - from - taken;
    double size = PaperText::fitting(m_name, Face::Song, nameSize, 1, room);
    QStringList name{m_name};
    if (size < smallName) {
        size = smallName;
        name = PaperText::wrapped(m_name, Face::Song, size, room);
        while (name.size() > 2 && size > leastName) {
            size -= 0.5;
            name = PaperText::wrapped(m_name, Face::Song, size, room);
        }
    }
    const double title = PaperText::fitting(m_title, Face::Song, titleSize, leastName, room);
    double words = PaperText::widthOf(m_title, Face::Song, title);
    for (const QString &line : std::as_const(name))
        words = std::max(words, PaperText::widthOf(line, Face::Song, size));
    const double all = taken + words;
    const double x = std::max(from, std::min(middle - all / 2, to - all));
    if (!m_logo.isNull()) {
        const QRectF box(x, y - logoAbove, logo.width(), logoHeight);
        QRectF place({}, logo);
        place.moveCenter(box.center());
        painter.save();
        painter.setRenderHints(QPainter::SmoothPixmapTransform | QPainter::LosslessImageRendering);
        painter.drawImage(place, asFineAs(painter, m_logo, logo.width()));
        painter.restore();
    }
    const double centre = x + taken + words / 2;
    const double pitch = size * PaperText::millimetresPerPoint * namePitch;
    double nameBase = name.size() > 1 ? y + nameLower - pitch * double(name.size() - 1) : y;
    for (const QString &line : std::as_const(name)) {
        PaperText::draw(painter, centre, nameBase, line, Face::Song, size, Qt::AlignHCenter);
        nameBase += pitch;
    }
    PaperText::draw(painter, centre, y + titleBelow, m_title, Face::Song, title, Qt::AlignHCenter);
    double base = y + titleBelow + addressBelow;
    for (const QString &line : m_address) {
        PaperText::draw(painter, middle, base, line, Face::Hei, m_addressSize, Qt::AlignHCenter);
        base += addressPitch;
    }
}

} // namespace xinglin::ui
