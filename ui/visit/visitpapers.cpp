#include "ui/visit/visitpapers.h"

#include "ui/paper/flowpaper.h"
#include "ui/paper/paperkinds.h"
#include "ui/prescription/paperwords.h"
#include "ui/shell/notewords.h"
#include "ui/treatment/treatmenttext.h"
#include "ui/visit/medicinepaper.h"

#include <QPainter>

namespace xinglin::ui {

namespace {

using Face = PaperText::Face;

constexpr int herbColumns = 3;
constexpr double gutter = 5;
constexpr double herbSize = 11;

QStringList factsOf(const SheetWords &words, const Patient &patient, const std::optional<Age> &age)
{
    return {words.sex(patient.sex), words.age(age), patient.number};
}

QString signatureOf(const QString &name, const QString &title)
{
    return title.isEmpty() ? name : name + QStringLiteral("  ") + title;
}

void addHerbs(FlowPaper &paper, const PrescriptionDraft &draft)
{
    for (qsizetype first = 0; first < draft.lines.size(); first += herbColumns) {
        const QList<PrescriptionLine> row = draft.lines.mid(first, herbColumns);
        paper.addBlock(6.4, false, [row, frame = paper.frame()](QPainter &painter, double y) {
            const double herbWidth = (frame.inner - (herbColumns - 1) * gutter) / herbColumns;
            for (qsizetype i = 0; i < row.size(); ++i) {
                const PrescriptionLine &herb = row.at(i);
                const double x = frame.left + double(i) * (herbWidth + gutter);
                const QString dose = herb.dose.gramText() + QStringLiteral(" g");
                const double taken = PaperText::widthOf(dose, Face::HeiBold, herbSize) + 1.5;
                const QString name =
                    herb.preparation.isEmpty() ? herb.name : herb.name + u'(' + herb.preparation + u')';
                PaperText::draw(painter, x, y + 4.6, name, Face::Song,
                                PaperText::fitting(name, Face::Song, herbSize, 5, herbWidth - taken));
                PaperText::draw(painter, x + herbWidth, y + 4.6, dose, Face::HeiBold, herbSize, Qt::AlignRight);
                paperLine(painter, y + 6, 0.15, x, x + herbWidth, true);
            }
        });
    }
}

void addPrescription(FlowPaper &paper, const PaperWords &words, const Prescription &prescription)
{
    const PrescriptionDraft &draft = prescription.content;
    QStringList title{draft.name, words.kindOfMedicine(draft.route), words.herbCount(draft.lines.size()),
                      QStringLiteral("No. ") + prescription.number};
    title.removeAll(QString());
    const QString line = title.join(QStringLiteral("   "));
    paper.addBlock(6.4, true, [line, frame = paper.frame()](QPainter &painter, double y) {
        PaperText::draw(painter, frame.left, y + 4.6, line, Face::HeiBold,
                        PaperText::fitting(line, Face::HeiBold, FlowPaper::body, 6, frame.inner));
    });
    addHerbs(paper, draft);
    paper.addText(
        words.pick("剂数", "Packets"),
        words.pick("%1 剂，每日 %2 剂，每日分 %3 次服，共 %4 天", "%1, %2 a day, taken %3 times a day, %4 days")
            .arg(draft.packets)
            .arg(draft.packetsPerDay)
            .arg(draft.timesPerDay)
            .arg(draft.days()));
    paper.addText(words.pick("用法", "Directions"), draft.instructions);
}

} // namespace

Sheets summarySheets(const consultation::SummaryPaper &source, const Catalog &catalog, const QLocale &locale,
                     const PaperDress &dress)
{
    const PaperWords words(locale);
    const VisitRevision &visit = source.visit.revision;
    const auto paper = std::make_shared<FlowPaper>(
        FlowPaper::Head{source.clinic, words.pick("诊 疗 小 结", "Visit summary"), source.patient.name,
                        factsOf(words, source.patient, source.age), words.date(visit.day)},
        FlowPaper::Foot{words.pick("医师", "Physician"), signatureOf(visit.practitioner, visit.practitionerTitle),
                        visit.practitionerLicence},
        locale, dress, paperkind::visitSummary);
    paper->addText(words.pick("过敏", "Allergies"), source.allergies.isEmpty() ? words.pick("未记录", "none recorded")
                                                                               : source.allergies.join(words.comma()));
    QString advice;
    for (const NoteLine &line : noteLines(catalog, visit.note)) {
        if (line.code == u"advice")
            advice = line.text;
        else if (line.code != u"note")
            paper->addText(line.mark, line.text);
    }
    if (!source.visit.prescriptions.isEmpty()) {
        paper->addHeading(words.pick("处方", "Prescription"));
        for (const Prescription &prescription : source.visit.prescriptions)
            addPrescription(*paper, words, prescription);
    }
    if (!source.visit.medicines.orders.isEmpty()) {
        paper->addHeading(words.pick("中成药", "Medicines"));
        for (const MedicineOrder &order : source.visit.medicines.orders)
            paper->addParagraph(medicineText(words, order));
    }
    if (!source.visit.treatments.isEmpty()) {
        paper->addHeading(words.pick("治疗", "Treatments"));
        for (const Treatment &treatment : source.visit.treatments)
            paper->addParagraph(TreatmentText::inWords(catalog, treatment.content) +
                                (treatment.content.sessions > 1
                                     ? words.pick("；共 %1 次", "; %1 sessions").arg(treatment.content.sessions)
                                     : QString()));
    }
    paper->addHeading(words.pick("医嘱", "Advice"));
    paper->addParagraph(advice.isEmpty() ? words.pick("未写", "none written") : advice);
    paper->addBlock(
        11, false,
        [next = words.pick("下次就诊", "Next visit"), left = paper->frame().left](QPainter &painter, double y) {
            PaperText::draw(painter, left, y + 8, next, Face::HeiBold, FlowPaper::body);
            paperLine(painter, y + 9, 0.2, left + PaperText::widthOf(next, Face::HeiBold, FlowPaper::body) + 2,
                      left + 80);
        });
    const QString subject =
        QStringLiteral("%1 %2").arg(visit.day.toString(QStringLiteral("yyyyMMdd")), source.patient.number);
    Sheets sheets;
    sheets.title = words.pick("诊疗小结 ", "Visit summary ") + subject;
    sheets.fileName = pdfName(QStringLiteral("S-") + subject);
    sheets.pages = paper->pages();
    sheets.about = {paperkind::visitSummary, QStringLiteral("visit"), visit.visit.uuid(), source.patient.id.uuid()};
    sheets.paint = [paper](QPainter &painter, int page) { paper->paintPage(painter, page); };
    return sheets;
}

Sheets sickNoteSheets(const certificate::Paper &source, const QLocale &locale, const PaperDress &dress)
{
    const SheetWords words(locale);
    const Certificate &note = source.certificate;
    const auto paper = std::make_shared<FlowPaper>(
        FlowPaper::Head{source.clinic, words.pick("病 情 证 明", "Sick note"), source.patient.name,
                        factsOf(words, source.patient, source.age), words.date(source.issuedOn)},
        FlowPaper::Foot{words.pick("医师", "Physician"), signatureOf(note.issuer, note.issuerTitle),
                        note.issuerLicence},
        locale, dress, paperkind::sickNote);
    paper->addSpace(6);
    paper->addText(words.pick("诊断", "Diagnosis"), note.content.diagnosis);
    paper->addSpace(4);
    const qint64 days = note.content.days();
    paper->addText(words.pick("休息", "Rest"),
                   days == 1
                       ? words.pick("%1，共 1 天。", "On %1, 1 day.").arg(words.date(note.content.from))
                       : words.pick("自 %1 至 %2，共 %3 天（含首尾两日）。", "From %1 to %2, %3 days, both included.")
                             .arg(words.date(note.content.from), words.date(note.content.to))
                             .arg(days));
    paper->addSpace(4);
    paper->addText(words.pick("建议", "Recommendation"), note.content.recommendation);
    const QString subject =
        QStringLiteral("%1 %2").arg(note.content.from.toString(QStringLiteral("yyyyMMdd")), source.patient.number);
    Sheets sheets;
    sheets.title = words.pick("病情证明 ", "Sick note ") + subject;
    sheets.fileName = pdfName(QStringLiteral("N-") + subject);
    sheets.pages = paper->pages();
    sheets.about = {paperkind::sickNote, QStringLiteral("certificate"), note.id.uuid(), source.patient.id.uuid()};
    sheets.paint = [paper](QPainter &painter, int page) { paper->paintPage(painter, page); };
    return sheets;
}

} // namespace xinglin::ui
