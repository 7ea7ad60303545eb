#include "ui/booking/callpaper.h"

#include "ui/booking/dialogwords.h"
#include "ui/paper/flowpaper.h"
#include "ui/paper/paperkinds.h"

#include <QPainter>

#include <memory>

namespace xinglin::ui {

Sheets callDraftSheets(const QList<Call> &calls, const QString &title, const access::ClinicProfile &clinic, QDate day,
                       const QTimeZone &zone, const QLocale &locale, const PaperDress &dress)
{
    const SheetWords words(locale);
    const auto paper = std::make_shared<FlowPaper>(
        FlowPaper::Head{clinic, words.pick("电话通知", "Calls to make"), title, {}, words.date(day)},
        FlowPaper::Foot{words.pick("通知人", "Called by"), {}, {}}, locale, dress, paperkind::callList);
    for (const Call &call : calls) {
        paper->addHeading(QStringLiteral("%1  %2  %3")
                              .arg(clockWords(call.appointment.period.from, zone), call.appointment.who, call.phone));
        paper->addParagraph(call.what);
        paper->addBlock(
            9, false, [answer = words.pick("答复", "Answer"), frame = paper->frame()](QPainter &painter, double y) {
                PaperText::draw(painter, frame.left, y + 5, answer, PaperText::Face::HeiBold, FlowPaper::body);
                paperLine(painter, y + 6, 0.2,
                          frame.left + PaperText::widthOf(answer, PaperText::Face::HeiBold, FlowPaper::body) + 2,
                          frame.right);
            });
    }
    Sheets sheets;
    sheets.title = words.pick("电话通知 ", "Calls to make ") + title;
    sheets.fileName = pdfName(day.toString(Qt::ISODate) + u' ' + sheets.title);
    sheets.pages = paper->pages();
    sheets.about = {paperkind::callList, QStringLiteral("resource"), {}, {}};
    sheets.paint = [paper](QPainter &painter, int page) { paper->paintPage(painter, page); };
    return sheets;
}

} // namespace xinglin::ui
