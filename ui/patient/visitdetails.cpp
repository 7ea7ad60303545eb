#include "ui/patient/visitdetails.h"

#include "clinic/treatment/treatmentwords.h"
#include "ui/kit/sectionmark.h"
#include "ui/kit/text.h"
#include "ui/patient/eventmodel.h"
#include "ui/patient/patientbanner.h"
#include "ui/prescription/prescriptionwords.h"
#include "ui/prescription/standingfindings.h"
#include "ui/shell/notewords.h"
#include "ui/shell/patientwords.h"

#include <QGridLayout>
#include <QLocale>
#include <QScrollBar>

namespace xinglin::ui {

namespace {
constexpr int widest = 880; // longer lines are hard to read
}

VisitDetails::VisitDetails(std::shared_ptr<const Catalog> catalog, QWidget *parent)
    : QScrollArea(parent), m_catalog(std::move(catalog)), m_body(new QWidget), m_grid(new QGridLayout(m_body))
{
    setObjectName(QStringLiteral("visitDetails"));
    setAccessibleName(tr("The selected visit"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setGround(viewport(), Token::Surface);
    m_body->setAutoFillBackground(false);
    m_body->setMaximumWidth(Theme::of(this).scaled(widest));
    m_grid->setContentsMargins(pageMargin, gapGroups, pageMargin, gapGroups);
    m_grid->setHorizontalSpacing(12);
    m_grid->setVerticalSpacing(8);
    m_grid->setColumnStretch(1, 1);
    setWidget(m_body);
}

void VisitDetails::clear()
{
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_grid->setRowStretch(m_row, 0);
    m_row = 0;
    verticalScrollBar()->setValue(0);
}

void VisitDetails::setWords(const QString &sentence)
{
    clear();
    auto *words = new Label(sentence, TypeStyle::Body, Token::Text2);
    words->setWordWrap(true);
    m_grid->addWidget(words, m_row++, 0, 1, 2);
    m_grid->setRowStretch(m_row, 1);
}

QString VisitDetails::stateOf(RevisionStatus status, const QString &reason)
{
    if (status == RevisionStatus::Preliminary)
        return tr("not signed");
    if (status == RevisionStatus::Amended)
        return reason.isEmpty() ? tr("amended") : tr("amended: %1").arg(reason);
    return tr("signed");
}

void VisitDetails::addSection(const QString &mark, const QString &text)
{
    if (text.trimmed().isEmpty())
        return;
    auto *words = new Label(text);
    words->setWordWrap(true);
    words->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    words->setFocusPolicy(Qt::ClickFocus);
    words->setObjectName(QStringLiteral("section"));
    words->setAccessibleName(mark);
    m_grid->addWidget(new SectionMark(mark), m_row, 0, Qt::AlignTop | Qt::AlignRight);
    m_grid->addWidget(words, m_row++, 1);
}

QString VisitDetails::nameOf(const PrescriptionDraft &formula)
{
    return formula.name.isEmpty() ? tr("Own formula") : formula.name;
}

void VisitDetails::addPrescription(const Prescription &prescription)
{
    const PrescriptionDraft &content = prescription.content;
    QStringList herbs;
    for (const PrescriptionLine &line : content.lines) {
        QString herb = tr("%1\u00a0%2\u00a0g", "herb and dose").arg(line.name, line.dose.gramText());
        if (!line.preparation.isEmpty())
            herb += tr(" (%1)", "preparation of a herb").arg(line.preparation);
        herbs << herb;
    }
    QString text = tr("%n packet(s)", nullptr, content.packets);
    text = QStringList{nameOf(content), text, herbs.join(tr(", ", "between herbs")), content.instructions}.join(u'\n');
    addSection(tr("Formula"), text.trimmed());
}

void VisitDetails::addTreatments(const QList<Treatment> &treatments)
{
    QStringList lines;
    for (const Treatment &one : treatments) {
        TreatmentDraft content = one.content;
        if (const Service *service = m_catalog->services.find(content.service);
            service && service->zh == content.name && !chineseScreen())
            content.name = service->en;
        const QString words = treatment::inWords(content, [this](const TreatmentPoint &point) {
            const points::AcuPoint *known = m_catalog->points.find(point.point);
            return known && known->zh == point.name && !chineseScreen() ? (known->code + u' ' + known->en).trimmed()
                                                                        : point.name;
        });
        const QString often = treatment::howOften(content);
        lines << (often.isEmpty() ? words : tr("%1; %2", "a treatment, how often").arg(words, often));
    }
    addSection(tr("Treatments"), lines.join(u'\n'));
}

void VisitDetails::addSession(const chart::GivenSession &given, const QTimeZone &zone)
{
    const TreatmentSession &session = given.session;
    addSection(tr("Time"),
               session.ended
                   ? tr("%1 to %2", "times of day").arg(timeText(session.started, zone), timeText(*session.ended, zone))
                   : tr("since %1", "time of day").arg(timeText(session.started, zone)));
    if (session.needlesIn > 0) {
        const QString out = session.needlesOut
                                ? tr("%1 in, %2 out", "needles").arg(session.needlesIn).arg(*session.needlesOut)
                                : tr("%1 in", "needles").arg(session.needlesIn);
        addSection(tr("Needles"), (out + u'\n' + session.needlesReason).trimmed());
    }
    addSection(tr("Note"), session.note);
}

void VisitDetails::addAssessment(const ConstitutionAssessment &assessment)
{
    addSection(tr("Result"), constitutionText({assessment.form, assessment.day, assessment.scores}));
    addSection(tr("Answers"), assessment.by == AnsweredBy::Patient ? tr("by the patient") : tr("asked by staff"));
}

void VisitDetails::setEvent(const chart::Event &event, const QTimeZone &zone)
{
    clear();
    auto *head = new Label(longDateText(event.day), TypeStyle::Title);
    head->setWordWrap(true);
    m_grid->addWidget(head, m_row++, 0, 1, 2);
    auto *title = new Label(titleOf(*m_catalog, event), TypeStyle::Heading);
    title->setWordWrap(true);
    m_grid->addWidget(title, m_row++, 0, 1, 2);
    if (!detailOf(event).isEmpty()) {
        auto *detail = new Label(detailOf(event), TypeStyle::Small, Token::Text2);
        detail->setWordWrap(true);
        m_grid->addWidget(detail, m_row++, 0, 1, 2);
    }
    if (const auto *given = std::get_if<chart::GivenSession>(&event.what))
        addSession(*given, zone);
    else if (const auto *assessment = std::get_if<ConstitutionAssessment>(&event.what))
        addAssessment(*assessment);
    m_grid->setRowStretch(m_row, 1);
}

void VisitDetails::addHead(QDate day, const QStringList &who)
{
    auto *head = new Label(longDateText(day), TypeStyle::Title);
    head->setWordWrap(true);
    m_grid->addWidget(head, m_row++, 0, 1, 2);
    QStringList said = who;
    said.removeAll(QString());
    m_grid->addWidget(new Label(said.join(QStringLiteral("·")), TypeStyle::Small, Token::Text2), m_row++, 0, 1, 2);
}

void VisitDetails::addSignature(const Attestation &attestation, const QTimeZone &zone)
{
    const QString when = dateText(civilDay(attestation.at, zone)) + u' ' + timeText(attestation.at, zone);
    const QString said = attestation.scope == AttestationScope::Prescription
                             ? tr("Prescription checked by %1, %2", "name, day and time")
                             : tr("Countersigned by %1, %2", "name, day and time");
    QString line = said.arg(attestation.attester, when);
    if (!attestation.remark.isEmpty())
        line = tr("%1: %2", "who signed, their remark").arg(line, attestation.remark);
    auto *words = new Label(line, TypeStyle::Small, Token::MalachiteText);
    words->setObjectName(QStringLiteral("attestation"));
    words->setWordWrap(true);
    m_grid->addWidget(words, m_row++, 0, 1, 2);
}

void VisitDetails::addMedicines(const medicineorder::Orders &medicines, const QString &caveat)
{
    QStringList lines;
    for (const MedicineOrder &one : medicines.orders)
        lines << medicineorder::inWords(one);
    if (!lines.isEmpty() && !caveat.isEmpty())
        lines << caveat;
    addSection(tr("Medicines"), lines.join(u'\n'));
}

void VisitDetails::setVisit(const consultation::Stored &visit, const QList<Attestation> &attestations,
                            const QTimeZone &zone)
{
    clear();
    const VisitRevision &revision = visit.revision;
    addHead(revision.day,
            {revision.practitioner, revision.practitionerTitle, stateOf(revision.status, revision.reason)});
    for (const Attestation &one : attestations)
        addSignature(one, zone);
    QList<NoteLine> after;
    for (const NoteLine &line : noteLines(*m_catalog, revision.note)) {
        // What was prescribed stands between diagnosis and advice.
        if (line.code == u"advice" || line.code == u"note")
            after << line;
        else
            addSection(line.mark, line.text);
    }
    for (const Prescription &prescription : visit.prescriptions)
        addPrescription(prescription);
    addMedicines(visit.medicines);
    addTreatments(visit.treatments);
    for (const NoteLine &line : after)
        addSection(line.mark, line.text);
    m_grid->setRowStretch(m_row, 1);
}

void VisitDetails::addFinding(const FindingText &finding)
{
    m_grid->addWidget(new FindingCard(finding), m_row++, 1);
}

void VisitDetails::addChecked(const Prescription &prescription, const std::optional<safety::CheckResult> &now,
                              const QList<FindingText> &findings)
{
    const PrescriptionDraft &content = prescription.content;
    addSection(tr("Formula"), QStringList{nameOf(content), prescription.number}.join(QStringLiteral("  ")).trimmed());
    for (const FindingText &finding : findings) {
        if (finding.severity == Severity::Caution)
            addFinding(finding);
    }
    QStringList herbs;
    for (const PrescriptionLine &line : content.lines) {
        QString herb = tr("%1\u00a0%2\u00a0g", "herb and dose").arg(line.name, line.dose.gramText());
        if (!line.preparation.isEmpty())
            herb += tr(" (%1)", "preparation of a herb").arg(line.preparation);
        herbs << (line.signedAgain ? tr("%1, signed again", "a herb whose severe warning was signed over").arg(herb)
                                   : herb);
    }
    addSection(tr("Herbs"), herbs.join(u'\n'));
    addSection(tr("Directions"), QStringList{tr("%1: %2, %3 a day, in %4 doses, for %5", "route, packets, … days")
                                                 .arg(PrescriptionWords::routeName(content.route),
                                                      tr("%n packet(s)", nullptr, content.packets))
                                                 .arg(content.packetsPerDay)
                                                 .arg(content.timesPerDay)
                                                 .arg(tr("%n day(s)", nullptr, content.days())),
                                             content.instructions}
                                     .join(u'\n')
                                     .trimmed());
    const auto all = int(content.lines.size());
    QStringList scope{
        tr("%1 of %n herb(s) checked", nullptr, all).arg(now ? now->scope.checked : prescription.checked)};
    if (now)
        scope << PrescriptionWords::scope(now->scope);
    addSection(tr("Check"), scope.join(u'\n'));
    for (const FindingText &finding : findings) {
        if (finding.severity != Severity::Caution)
            addFinding(finding);
    }
}

int VisitDetails::setPrescribed(const PrescribedView &view, const QTimeZone &zone)
{
    clear();
    const checksign::Prescribed &prescribed = view.prescribed;
    addHead(prescribed.day, {prescribed.practitioner, stateOf(prescribed.status)});
    for (const Attestation &one : prescribed.checks)
        addSignature(one, zone);
    int severe = 0;
    QList<QList<FindingText>> milder;
    for (qsizetype i = 0; i < prescribed.prescriptions.size(); ++i) {
        milder << QList<FindingText>();
        for (FindingText &finding : standingFindings(*m_catalog, prescribed.prescriptions[i], view.results.value(i))) {
            if (finding.severity != Severity::Stop) {
                milder.last() << finding;
                continue;
            }
            if (prescribed.prescriptions.size() > 1)
                finding.why = tr("%1: %2", "a formula, what was found in it")
                                  .arg(nameOf(prescribed.prescriptions[i].content), finding.why);
            addFinding(finding);
            ++severe;
        }
    }
    for (qsizetype i = 0; i < prescribed.prescriptions.size(); ++i)
        addChecked(prescribed.prescriptions[i], view.results.value(i), milder[i]);
    addMedicines(prescribed.medicines, tr("Ready-made medicines are not checked by the program."));
    if (prescribed.prescriptions.isEmpty() && prescribed.medicines.orders.isEmpty())
        addSection(tr("Formula"), tr("Nothing was prescribed at this visit."));
    m_grid->setRowStretch(m_row, 1);
    return severe;
}

} // namespace xinglin::ui
