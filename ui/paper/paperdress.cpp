#include "ui/paper/paperdress.h"

#include "access/settings.h"
#include "access/training.h"
#include "ui/paper/paperkinds.h"
#include "ui/paper/papertext.h"
#include "ui/shell/trainingmark.h"

#include <QPainter>

#include <algorithm>
#include <utility>

namespace xinglin::ui {

namespace {

constexpr double lineBaseline = 6.8; // mm from the upper edge of A5; heads begin at 9.6
constexpr double lineSize = 8;       // pt
constexpr double leastSize = 4;
constexpr double margin = 10;

constexpr std::pair<PaperPart, const char *> codes[] = {
    {PaperPart::Logo, "logo"},       {PaperPart::Address, "address"},           {PaperPart::Phone, "phone"},
    {PaperPart::Licence, "licence"}, {PaperPart::Practitioner, "practitioner"}, {PaperPart::Line, "line"}};

PaperParts everyPart()
{
    PaperParts all;
    for (const auto &[part, code] : codes)
        all |= part;
    return all;
}

PaperParts partsFrom(const QString &value)
{
    PaperParts parts;
    const QStringList named = value.split(u' ');
    for (const auto &[part, code] : codes) {
        if (named.contains(QLatin1String(code)))
            parts |= part;
    }
    return parts;
}

const QString onRoll = QStringLiteral("80mm");

} // namespace

const QStringList &resizableKinds()
{
    static const QStringList kinds{paperkind::prescription, paperkind::medicines, paperkind::treatmentSheet,
                                   paperkind::visitSummary, paperkind::sickNote};
    return kinds;
}

QString paperSizeKey(const QString &kind)
{
    return QStringLiteral("paper.size.") + kind;
}

QString paperPartsKey(const QString &kind)
{
    return QStringLiteral("paper.parts.") + kind;
}

const QStringList &letterheadKinds()
{
    static const QStringList kinds = resizableKinds() + QStringList{paperkind::constitutionReport};
    return kinds;
}

PaperParts possibleParts(const QString &kind)
{
    const settings::Known *known = settings::find(paperPartsKey(kind));
    return known ? partsFrom(known->choices.join(u' ')) : everyPart();
}

PaperParts shippedParts(const QString &kind)
{
    const settings::Known *known = settings::find(paperPartsKey(kind));
    return known ? partsFrom(known->fallback) : everyPart();
}

QString partsValue(PaperParts parts)
{
    QStringList named;
    for (const auto &[part, code] : codes) {
        if (parts.testFlag(part))
            named << QLatin1String(code);
    }
    return named.join(u' ');
}

QString writingValue(PaperWriting writing)
{
    switch (writing) {
    case PaperWriting::Normal:
        return QStringLiteral("normal");
    case PaperWriting::Small:
        return QStringLiteral("small");
    case PaperWriting::Large:
        return QStringLiteral("large");
    }
    Q_UNREACHABLE();
}

bool PaperDress::shows(const QString &kind, PaperPart part) const
{
    const auto found = partsOfKind.constFind(kind);
    return (found == partsOfKind.cend() ? shippedParts(kind) : *found).testFlag(part);
}

QMap<QString, QString> settingsOf(const PaperDress &dress)
{
    QMap<QString, QString> values{{settings::PaperLine, dress.line},
                                  {settings::PaperLogo, settings::pictureValue(dress.logo)},
                                  {settings::PaperWriting, writingValue(dress.writing)}};
    for (const QString &kind : resizableKinds())
        values.insert(paperSizeKey(kind), dress.largeOfKind.value(kind) ? QStringLiteral("A4") : QStringLiteral("A5"));
    for (const QString &kind : letterheadKinds())
        values.insert(paperPartsKey(kind), partsValue(dress.partsOfKind.value(kind, shippedParts(kind))));
    values.insert(paperSizeKey(paperkind::queueSlip), dress.slipOnRoll ? onRoll : QStringLiteral("A6"));
    return values;
}

PaperDress dressFrom(const QMap<QString, QString> &settings)
{
    PaperDress dress;
    dress.line = settings.value(settings::PaperLine);
    dress.logo = settings::pictureFrom(settings.value(settings::PaperLogo));
    for (const PaperWriting one : {PaperWriting::Small, PaperWriting::Large}) {
        if (settings.value(settings::PaperWriting) == writingValue(one))
            dress.writing = one;
    }
    for (const QString &kind : resizableKinds())
        dress.largeOfKind.insert(kind, settings.value(paperSizeKey(kind)) == u"A4");
    dress.slipOnRoll = settings.value(paperSizeKey(paperkind::queueSlip)) == onRoll;
    for (const QString &kind : letterheadKinds()) {
        const auto parts = settings.constFind(paperPartsKey(kind));
        dress.partsOfKind.insert(kind, parts == settings.cend() ? shippedParts(kind) : partsFrom(*parts));
    }
    return dress;
}

Result<PaperDress> paperDress(const store::Snapshot &view)
{
    QStringList keys{settings::PaperLine, settings::PaperWriting, paperSizeKey(paperkind::queueSlip)};
    for (const QString &kind : resizableKinds())
        keys << paperSizeKey(kind);
    for (const QString &kind : letterheadKinds())
        keys << paperPartsKey(kind);
    QMap<QString, QString> found;
    for (const QString &key : std::as_const(keys)) {
        const auto value = settings::value(view, key);
        if (!value)
            return value.error();
        found.insert(key, *value);
    }
    PaperDress dress = dressFrom(found);
    auto logo = settings::picture(view, settings::PaperLogo);
    if (!logo)
        return logo.error();
    dress.logo = *std::move(logo);
    dress.training = access::isTraining(view);
    return dress;
}

Sheets dressed(const Sheets &sheets, const PaperDress &dress)
{
    const bool larger =
        dress.largeOfKind.value(sheets.about.kind) && sheets.size == QPageSize::A5 && !sheets.across && !sheets.roll;
    const QString line = dress.shows(sheets.about.kind, PaperPart::Line) ? dress.line : QString();
    if (!larger && line.isEmpty() && !dress.training)
        return sheets;
    Sheets dressed = sheets;
    if (dress.training)
        dressed.fileName.prepend(access::trainingWord() + u'-');
    const QSizeF before = sheets.millimetres();
    if (larger)
        dressed.size = QPageSize::A4;
    const QSizeF after = dressed.millimetres();
    const double scale = std::min(after.width() / before.width(), after.height() / before.height());
    dressed.paint = [paint = sheets.paint, line, before, after, scale, training = dress.training](QPainter &painter,
                                                                                                  int page) {
        painter.save();
        painter.translate((after.width() - before.width() * scale) / 2, 0);
        painter.scale(scale, scale);
        painter.setPen(Qt::black);
        PaperText::draw(
            painter, before.width() / 2, lineBaseline, line, PaperText::Face::Hei,
            PaperText::fitting(line, PaperText::Face::Hei, lineSize, leastSize, before.width() - 2 * margin),
            Qt::AlignHCenter);
        paint(painter, page);
        painter.restore();
        if (training)
            paintTrainingMark(painter, after);
    };
    return dressed;
}

} // namespace xinglin::ui
