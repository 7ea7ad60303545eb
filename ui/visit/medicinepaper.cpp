#include "ui/visit/medicinepaper.h"

#include "ui/paper/flowpaper.h"
#include "ui/paper/paperkinds.h"

#include <QPainter>

namespace xinglin::ui {

namespace {

using Face = PaperText::Face;

constexpr double nameSize = 12;
constexpr double gap = 3; ///< mm around a line to sign on

/// The medicine and what is handed out, and below it how it is taken.
void addOrder(FlowPaper &paper, const SheetWords &words, int number, const MedicineOrder &order)
{
    const QString name = QStringLiteral("%1. %2").arg(number).arg(order.name);
    const QString kind = medicineFormName(words, order.form);
    paper.addBlock(7, true, [=, frame = paper.frame()](QPainter &painter, double y) {
        const double given = PaperText::widthOf(order.quantity, Face::HeiBold, nameSize) + 2;
        const double named = PaperText::widthOf(kind, Face::Hei, FlowPaper::body) + 3;
        const double size = PaperText::fitting(name, Face::Song, nameSize, 6, frame.inner - given - named);
        PaperText::draw(painter, frame.left, y + 5, name, Face::Song, size);
        PaperText::draw(painter, frame.left + PaperText::widthOf(name, Face::Song, size) + 3, y + 5, kind, Face::Hei,
                        FlowPaper::body);
        PaperText::draw(painter, frame.left + frame.inner, y + 5, order.quantity, Face::HeiBold, nameSize,
                        Qt::AlignRight);
    });
    QStringList taken{words.pick("每次 %1", "%1 each time").arg(order.dose),
                      words.pick("每日 %1 次", "%1 times a day").arg(order.timesPerDay),
                      words.pick("%1 天", "%1 days").arg(order.days), order.instructions};
    taken.removeAll(QString());
    paper.addText(words.pick("用法", "Directions"), taken.join(words.comma()));
    paper.addSpace(2);
}

} // namespace

QString medicineFormName(const SheetWords &words, MedicineForm form)
{
    return form == MedicineForm::Granule ? words.pick("颗粒", "granules") : words.pick("中成药", "patent medicine");
}

QString medicineText(const SheetWords &words, const MedicineOrder &order)
{
    QStringList parts{(order.name + u' ' + order.dose).trimmed(),
                      words.pick("每日 %1 次", "%1 times a day").arg(order.timesPerDay),
                      words.pick("%1 天", "%1 days").arg(order.days), order.quantity, order.instructions};
    parts.removeAll(QString());
    return parts.join(words.comma());
}

Sheets medicineSheets(const consultation::SummaryPaper &source, const QLocale &locale, const PaperDress &dress)
{
    const SheetWords words(locale);
    const VisitRevision &visit = source.visit.revision;
    const QString number = source.visit.medicines.number;
    QString signature = visit.practitioner;
    if (!visit.practitionerTitle.isEmpty())
        signature += QStringLiteral("  ") + visit.practitionerTitle;
    if (!source.seconds.countersigner.isEmpty())
        signature += words.pick("  会签 ", "  countersigned ") + source.seconds.countersigner;
    const auto paper = std::make_shared<FlowPaper>(
        FlowPaper::Head{source.clinic,
                        words.pick("处 方 笺", "Prescription"),
                        source.patient.name,
                        {words.sex(source.patient.sex), words.age(source.age), source.patient.number},
                        words.date(visit.day)},
        FlowPaper::Foot{words.pick("医师", "Physician"), signature, visit.practitionerLicence}, locale, dress,
        paperkind::medicines);
    paper->addText(words.pick("编号", "Number"), number);
    paper->addText(words.pick("过敏", "Allergies"), source.allergies.isEmpty() ? words.pick("未记录", "none recorded")
                                                                               : source.allergies.join(words.comma()));
    QStringList diagnoses;
    for (const DiagnosisEntry &entry : visit.note.diagnoses) {
        if (entry.kind != DiagnosisKind::Method)
            diagnoses << entry.display;
    }
    paper->addText(words.pick("临床诊断", "Diagnosis"), diagnoses.join(words.comma()));
    paper->addHeading(QStringLiteral("Rp."));
    int place = 0;
    for (const MedicineOrder &order : source.visit.medicines.orders)
        addOrder(*paper, words, ++place, order);
    paper->addParagraph(words.pick("（以下空白）", "(nothing below)"));
    paper->addBlock(12, false, [=, frame = paper->frame()](QPainter &painter, double y) {
        const QStringList hands{words.pick("审核 ", "Reviewed ") + source.seconds.checker,
                                words.pick("调配", "Dispensed"), words.pick("核对、发药", "Checked, handed out")};
        double taken = 0;
        for (const QString &hand : hands)
            taken += PaperText::widthOf(hand, Face::Hei, FlowPaper::body);
        // What the words leave is shared by the lines to sign on.
        const double line = (frame.inner - taken) / double(hands.size()) - gap;
        double x = frame.left;
        for (const QString &hand : hands) {
            PaperText::draw(painter, x, y + 7, hand, Face::Hei, FlowPaper::body);
            x += PaperText::widthOf(hand, Face::Hei, FlowPaper::body) + gap / 2;
            paperLine(painter, y + 8, 0.2, x, x + line);
            x += line + gap / 2;
        }
    });
    Sheets sheets;
    sheets.title = words.pick("处方 ", "Prescription ") + number;
    sheets.fileName = pdfName(number + u' ' + source.patient.number);
    sheets.pages = paper->pages();
    sheets.about = {paperkind::medicines, QStringLiteral("visit"), visit.visit.uuid(), source.patient.id.uuid()};
    sheets.paint = [paper](QPainter &painter, int page) { paper->paintPage(painter, page); };
    return sheets;
}

} // namespace xinglin::ui
