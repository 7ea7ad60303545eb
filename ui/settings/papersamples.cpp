#include "ui/settings/papersamples.h"

#include "clinic/catalog/constitutions.h"
#include "clinic/treatment/treatments.h"
#include "ui/constitution/constitutionpaper.h"
#include "ui/paper/paperkinds.h"
#include "ui/paper/sheetwords.h"
#include "ui/prescription/prescriptionpaper.h"
#include "ui/today/queueslip.h"
#include "ui/treatment/treatmentpaper.h"
#include "ui/visit/medicinepaper.h"
#include "ui/visit/visitpapers.h"

namespace xinglin::ui {

namespace {

const QDate day(2026, 1, 1);
const Age age{40, 480, true};
const QString certificate = QStringLiteral("000000000000000"); // of who signs

Patient nobody(const SheetWords &words)
{
    Patient patient;
    patient.name = words.pick("示例", "Sample");
    patient.number = QStringLiteral("A0000000");
    patient.sex = Sex::Female;
    return patient;
}

VisitRevision visit(const SheetWords &words)
{
    VisitRevision revision;
    revision.day = day;
    revision.status = RevisionStatus::Final;
    revision.practitioner = words.pick("示例医师", "A practitioner");
    revision.practitionerLicence = certificate;
    revision.note.complaint = words.pick("示例主诉", "A complaint");
    revision.note.advice = words.pick("示例医嘱", "Some advice");
    return revision;
}

Prescription prescription(const SheetWords &words)
{
    Prescription sample;
    sample.number = QStringLiteral("20260101-A0000");
    sample.content.name = words.pick("示例方", "A formula");
    int grams = 6;
    for (const char16_t *name : {u"黄芪", u"当归", u"白芍", u"甘草"}) {
        PrescriptionLine line;
        line.name = QString::fromUtf16(name);
        line.dose = Mass::milligrams(grams++ * 1000);
        sample.content.lines << line;
    }
    return sample;
}

Sheets treatmentSample(const SheetWords &words, const access::ClinicProfile &clinic,
                       std::shared_ptr<const Catalog> catalog, const QLocale &locale, const PaperDress &dress)
{
    treatment::Sheet sheet;
    sheet.practitioner = words.pick("示例医师", "A practitioner");
    sheet.practitionerLicence = certificate;
    sheet.clinic = clinic;
    sheet.patient = nobody(words);
    sheet.age = age;
    sheet.day = day;
    treatment::Order order;
    order.treatment.content.name = words.pick("普通针刺", "Acupuncture");
    order.treatment.content.sessions = 5;
    for (const char *id : {"ht7", "st36"}) {
        if (const points::AcuPoint *point = catalog->points.find(QLatin1String(id)))
            order.treatment.content.points << treatment::pointOf(*catalog, order.treatment.content, *point);
    }
    sheet.orders << order;
    return printedSheet(sheet, std::move(catalog), locale, dress);
}

/// Every question answered in the middle.
Sheets constitutionSample(const SheetWords &words, const access::ClinicProfile &clinic, const QLocale &locale,
                          const PaperDress &dress)
{
    const constitution::Definition &definition = constitution::shipped();
    assessment::Paper paper;
    paper.clinic = clinic;
    paper.patient = nobody(words);
    paper.age = age;
    paper.assessment.day = day;
    paper.assessment.form = definition.of(constitution::Form::Standard).id();
    paper.assessment.recorder = words.pick("示例医师", "A practitioner");
    constitution::Answers answers;
    for (const constitution::Item &item :
         definition.of(constitution::Form::Standard).itemsFor(constitution::Sex::Female))
        answers.insert(item.id, 3);
    if (const auto scores =
            constitution::score(definition, constitution::Form::Standard, constitution::Sex::Female, answers))
        paper.assessment.scores = *scores;
    return sheetsOf(paper, locale, dress);
}

Sheets slipSample(const SheetWords &words, const access::ClinicProfile &clinic, const QLocale &locale,
                  const PaperDress &dress)
{
    QueueSlip slip;
    slip.clinic = clinic.name;
    slip.practitioner = words.pick("示例医师", "A practitioner");
    slip.ahead = 3;
    slip.turn.wait = std::chrono::minutes(25);
    slip.turn.ticket.number = 12;
    slip.turn.ticket.who = words.pick("示例", "Sample");
    slip.turn.ticket.serviceName = words.pick("复诊", "Follow-up");
    slip.turn.ticket.day = day;
    slip.turn.ticket.arrived = instantFromMs(QDateTime(day, QTime(9, 40), QTimeZone::utc()).toMSecsSinceEpoch());
    return queueSlip(slip, locale, QTimeZone::utc(), dress);
}

} // namespace

Sheets sampleOf(const QString &kind, const access::ClinicProfile &clinic, std::shared_ptr<const Catalog> catalog,
                const QLocale &locale, const PaperDress &dress)
{
    const SheetWords words(locale);
    if (kind == paperkind::constitutionReport)
        return constitutionSample(words, clinic, locale, dress);
    if (kind == paperkind::queueSlip)
        return slipSample(words, clinic, locale, dress);
    if (kind == paperkind::treatmentSheet)
        return treatmentSample(words, clinic, std::move(catalog), locale, dress);
    if (kind == paperkind::visitSummary) {
        consultation::SummaryPaper paper{clinic, nobody(words), age, {}, {}};
        paper.visit.revision = visit(words);
        paper.visit.prescriptions = {prescription(words)};
        return summarySheets(paper, *catalog, locale, dress);
    }
    if (kind == paperkind::medicines) {
        consultation::SummaryPaper paper{clinic, nobody(words), age, {}, {}};
        paper.visit.revision = visit(words);
        MedicineOrder order;
        order.name = words.pick("示例成药", "A medicine");
        order.dose = words.pick("6 克", "6 g");
        order.quantity = words.pick("2 盒", "2 boxes");
        paper.visit.medicines = {QStringLiteral("20260101-A0000"), {order}};
        return medicineSheets(paper, locale, dress);
    }
    if (kind == paperkind::sickNote) {
        certificate::Paper paper{clinic, nobody(words), age, day, {}};
        paper.certificate.issuer = words.pick("示例医师", "A practitioner");
        paper.certificate.issuerLicence = certificate;
        paper.certificate.content.from = day;
        paper.certificate.content.to = day.addDays(2);
        paper.certificate.content.recommendation = words.pick("示例建议", "A recommendation");
        return sickNoteSheets(paper, locale, dress);
    }
    consultation::Paper paper;
    paper.clinic = clinic;
    paper.patient = nobody(words);
    paper.age = age;
    paper.revision = visit(words);
    paper.prescription = prescription(words);
    return sheetsOf(paper, locale, dress);
}

} // namespace xinglin::ui
