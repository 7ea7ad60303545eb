#include "ui/today/queueslip.h"

#include "base/text/mask.h"
#include "ui/paper/paperkinds.h"
#include "ui/paper/papertext.h"
#include "ui/paper/sheetwords.h"
#include "ui/shell/patientwords.h"

#include <QPainter>

#include <algorithm>

namespace xinglin::ui {

namespace {

using Face = PaperText::Face;

constexpr double edge = 8; ///< mm

} // namespace

Sheets queueSlip(const QueueSlip &slip, const QLocale &locale, const QTimeZone &zone)
{
    const SheetWords words(locale);
    const QueueTicket &ticket = slip.turn.ticket;
    const QString number = QString::number(ticket.number.value_or(0));
    Sheets sheets;
    sheets.title = words.pick("候诊号 ", "Number ") + number;
    sheets.fileName = pdfName(words.pick("候诊号 ", "queue ") + ticket.day.toString(Qt::ISODate) + u' ' + number);
    sheets.size = QPageSize::A6;
    sheets.about = {paperkind::queueSlip, QStringLiteral("queue_ticket"), ticket.id.uuid(),
                    ticket.patient ? std::optional(ticket.patient->uuid()) : std::nullopt};
    QStringList lines{maskName(ticket.who), ticket.serviceName};
    lines << words.pick("医师：%1", "With: %1")
                 .arg(slip.practitioner.isEmpty() ? words.pick("不限", "whoever is free") : slip.practitioner);
    lines << words.pick("前面 %1 位", "%1 before you").arg(slip.ahead);
    if (slip.turn.wait) // in steps of five minutes: nobody keeps a promise to the minute
        lines << words.pick("预计等候约 %1 分钟", "About %1 minutes").arg((slip.turn.wait->count() + 4) / 5 * 5);
    lines << words.pick("%1 到达", "Came %1").arg(words.date(ticket.day) + u' ' + timeText(ticket.arrived, zone));
    sheets.paint = [size = sheets.millimetres(), lines, number, clinic = slip.clinic,
                    heading = words.pick("候 诊 号", "Your number")](QPainter &painter, int) {
        const double inner = size.width() - 2 * edge;
        const double middle = size.width() / 2;
        double y = edge + 8;
        PaperText::draw(painter, middle, y, clinic, Face::Song, PaperText::fitting(clinic, Face::Song, 14, 8, inner),
                        Qt::AlignHCenter);
        PaperText::draw(painter, middle, y += 10, heading, Face::Hei, 12, Qt::AlignHCenter);
        PaperText::draw(painter, middle, y += 26, number, Face::HeiBold, 72, Qt::AlignHCenter);
        y += 6;
        for (const QString &line : lines) {
            PaperText::draw(painter, middle, y += 8, line, Face::Hei, PaperText::fitting(line, Face::Hei, 12, 7, inner),
                            Qt::AlignHCenter);
        }
    };
    return sheets;
}

Result<QueueSlip> queueSlipOf(const store::Snapshot &view, TicketId id)
{
    const auto line = queue::line(view);
    if (!line)
        return line.error();
    const auto clinic = access::clinicProfile(view);
    if (!clinic)
        return clinic.error();
    QueueSlip slip;
    slip.clinic = clinic->name;
    QList<std::optional<ResourceId>> before;
    for (const InTurn &one : *line) {
        if (one.ticket.id == id) {
            slip.turn = one;
            const auto &own = one.ticket.resource;
            slip.ahead = static_cast<int>(std::count_if(
                before.cbegin(), before.cend(), [&](const auto &other) { return !own || !other || *own == *other; }));
            if (const auto with =
                    one.ticket.resource ? schedule::resource(view, *one.ticket.resource) : Result<Resource>(Error{});
                with)
                slip.practitioner = with->content.name;
            return slip;
        }
        before << one.ticket.resource;
    }
    const auto known = queue::ticket(view, id);
    if (!known)
        return known.error();
    slip.turn.ticket = *known;
    return slip;
}

} // namespace xinglin::ui
