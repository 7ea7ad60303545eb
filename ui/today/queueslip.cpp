#include "ui/today/queueslip.h"

#include "base/text/mask.h"
#include "ui/paper/flowpaper.h"
#include "ui/paper/paperkinds.h"
#include "ui/paper/papertext.h"
#include "ui/paper/sheetwords.h"
#include "ui/shell/patientwords.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace xinglin::ui {

namespace {

using Face = PaperText::Face;

constexpr double edge = 8;       // mm
constexpr double rollWidth = 80; // of which printers reach 72
constexpr double rollEdge = 5;

/// What stands on it, in the language of the paper.
struct SlipWords
{
    QString clinic;
    QString heading;
    QString number;
    QString who;
    QString service;
    QString practitioner;
    QString ahead;
    QString wait; ///< Empty: there is too little history to say.
    QString came;
};

SlipWords wordsOf(const QueueSlip &slip, const SheetWords &words, const QTimeZone &zone)
{
    const QueueTicket &ticket = slip.turn.ticket;
    SlipWords all;
    all.clinic = slip.clinic;
    all.heading = words.pick("候 诊 号", "Your number");
    all.number = QString::number(ticket.number.value_or(0));
    all.who = maskName(ticket.who);
    all.service = ticket.serviceName;
    all.practitioner =
        words.pick("医师：%1", "With: %1")
            .arg(slip.practitioner.isEmpty() ? words.pick("不限", "whoever is free") : slip.practitioner);
    all.ahead = words.pick("前面 %1 位", "%1 before you").arg(slip.ahead);
    if (slip.turn.wait) // in steps of five minutes: nobody keeps a promise to the minute
        all.wait = words.pick("预计等候约 %1 分钟", "About %1 minutes").arg((slip.turn.wait->count() + 4) / 5 * 5);
    all.came = words.pick("%1 到达", "Came %1").arg(words.date(ticket.day) + u' ' + timeText(ticket.arrived, zone));
    return all;
}

void paintSheet(QPainter &painter, const SlipWords &words, double width)
{
    const double inner = width - 2 * edge;
    const double middle = width / 2;
    double y = edge + 8;
    PaperText::draw(painter, middle, y, words.clinic, Face::Song,
                    PaperText::fitting(words.clinic, Face::Song, 14, 8, inner), Qt::AlignHCenter);
    PaperText::draw(painter, middle, y += 10, words.heading, Face::Hei, 12, Qt::AlignHCenter);
    PaperText::draw(painter, middle, y += 26, words.number, Face::HeiBold, 72, Qt::AlignHCenter);
    y += 6;
    for (const QString &line : {words.who, words.service, words.practitioner, words.ahead, words.wait, words.came}) {
        if (line.isEmpty())
            continue;
        PaperText::draw(painter, middle, y += 8, line, Face::Hei, PaperText::fitting(line, Face::Hei, 12, 7, inner),
                        Qt::AlignHCenter);
    }
}

/// Paints it where there is a painter; returns the length that it takes.
double paintRoll(QPainter *painter, const SlipWords &words)
{
    constexpr double inner = rollWidth - 2 * rollEdge;
    constexpr double middle = rollWidth / 2;
    double y = 7; // below the clinic's line
    const auto draw = [&](double step, const QString &text, Face face, double points) {
        y += step;
        if (painter)
            PaperText::draw(*painter, middle, y, text, face, PaperText::fitting(text, face, points, 6, inner),
                            Qt::AlignHCenter);
    };
    const auto rule = [&](double step) {
        y += step;
        if (painter)
            paperLine(*painter, y, 0.35, rollEdge, rollWidth - rollEdge, true);
    };
    const auto wrapped = [&](double step, const QString &text, Face face, double points) {
        for (const QString &line : PaperText::wrapped(text, face, points, inner))
            draw(step, line, face, points);
    };
    for (const QString &line : PaperText::wrapped(words.clinic, Face::Song, 13, inner))
        draw(6, line, Face::Song, 13);
    rule(3.5);
    draw(7, words.heading, Face::Hei, 12);
    draw(27, words.number, Face::HeiBold, 84);
    draw(10, words.who, Face::Hei, 13);
    rule(4);
    y += 1.5;
    wrapped(6, words.service, Face::HeiBold, 12);
    wrapped(6, words.practitioner, Face::Hei, 12);
    y += 2;
    draw(6, words.ahead, Face::HeiBold, 14);
    if (!words.wait.isEmpty())
        draw(6.5, words.wait, Face::Hei, 12);
    rule(4);
    draw(5.5, words.came, Face::Hei, 9.5);
    return y + 6; // room for the knife
}

} // namespace

Sheets queueSlip(const QueueSlip &slip, const QLocale &locale, const QTimeZone &zone, const PaperDress &dress)
{
    const SheetWords words(locale);
    const QueueTicket &ticket = slip.turn.ticket;
    const SlipWords all = wordsOf(slip, words, zone);
    Sheets sheets;
    sheets.title = words.pick("候诊号 ", "Number ") + all.number;
    sheets.fileName = pdfName(words.pick("候诊号 ", "queue ") + ticket.day.toString(Qt::ISODate) + u' ' + all.number);
    sheets.size = QPageSize::A6;
    sheets.about = {paperkind::queueSlip, QStringLiteral("queue_ticket"), ticket.id.uuid(),
                    ticket.patient ? std::optional(ticket.patient->uuid()) : std::nullopt};
    if (dress.slipOnRoll) {
        sheets.roll = QSizeF(rollWidth, std::ceil(paintRoll(nullptr, all)));
        sheets.paint = [all](QPainter &painter, int) { paintRoll(&painter, all); };
    } else {
        sheets.paint = [all, width = sheets.millimetres().width()](QPainter &painter, int) {
            paintSheet(painter, all, width);
        };
    }
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
