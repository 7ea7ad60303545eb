#include "ui/patient/prescribedpane.h"

#include "clinic/clinic.h"
#include "clinic/draftcontent.h"
#include "ui/kit/button.h"
#include "ui/kit/ondone.h"
#include "ui/patient/visitdetails.h"
#include "ui/shell/reasondialog.h"

#include <QHBoxLayout>

namespace xinglin::ui {

namespace {

/// With what the check says by what is known of the patient now; nothing where the reader may not know it.
Result<PrescribedView> readVisit(const store::Snapshot &view, const Catalog &catalog, VisitId id)
{
    auto found = checksign::ofVisit(view, id);
    if (!found)
        return found.error();
    const auto facts = consultation::factsFor(view, found->patient, found->day);
    PrescribedView shown;
    QList<PrescriptionDraft> all; // what is taken by mouth is checked together
    for (const Prescription &one : found->prescriptions)
        all << one.content;
    for (qsizetype i = 0; i < all.size(); ++i)
        shown.results << (facts ? std::optional(consultation::check(catalog, all, i, *facts)) : std::nullopt);
    shown.prescribed = *std::move(found);
    return shown;
}

} // namespace

PrescribedPane::PrescribedPane(Clinic &clinic, std::shared_ptr<const Catalog> catalog, QWidget *parent)
    : Pane(Token::Surface, {}, parent)
    , m_clinic(clinic)
    , m_catalog(std::move(catalog))
    , m_details(new VisitDetails(m_catalog))
    , m_foot(new Pane(Token::Window, Qt::TopEdge))
    , m_check(new Button(tr("Check prescription"), ButtonKind::Primary))
{
    auto *row = new QHBoxLayout(m_foot);
    row->setContentsMargins(pageMargin, gapControls, pageMargin, gapControls);
    m_check->setObjectName(QStringLiteral("checkPrescription"));
    m_check->setKeys(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Return));
    connect(m_check, &Button::clicked, this, &PrescribedPane::ask);
    row->addWidget(m_check);
    row->addStretch(1);
    m_foot->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_details, 1);
    column->addWidget(m_foot);
}

void PrescribedPane::setVisit(VisitId id, const QTimeZone &zone)
{
    const quint64 question = ++m_question;
    const auto read =
        m_clinic.read([id, catalog = m_catalog](const store::Snapshot &view) { return readVisit(view, *catalog, id); });
    onDone(read, this, [this, question, zone](const Result<PrescribedView> &found) {
        if (question != m_question)
            return;
        m_foot->setVisible(found && found->prescribed.mayCheck);
        m_shown = found ? std::optional(found->prescribed.revision) : std::nullopt;
        m_patient = found ? std::optional(found->prescribed.patient) : std::nullopt;
        m_severe = found ? m_details->setPrescribed(*found, zone) : 0;
        if (!found)
            m_details->setWords(found.error().message);
    });
}

void PrescribedPane::setOther(const chart::Event &event, const QTimeZone &zone)
{
    setWords({});
    m_details->setEvent(event, zone);
}

void PrescribedPane::setWords(const QString &sentence)
{
    ++m_question;
    m_shown.reset();
    m_severe = 0;
    m_foot->hide();
    m_details->setWords(sentence);
}

void PrescribedPane::ask()
{
    if (!m_shown)
        return;
    QStringList words{tr("Your name stands on it then, beside its author's; that cannot be taken back.")};
    if (m_severe > 0)
        words.prepend(tr("%n severe finding(s) stand(s) on it.", nullptr, m_severe));
    ReasonQuestion asked;
    asked.name = QStringLiteral("checkPrescriptionDialog");
    asked.lineName = QStringLiteral("checkRemark");
    asked.question = tr("Sign this prescription as checked?");
    asked.sentence = words.join(u'\n');
    asked.verb = tr("Check prescription");
    asked.place = {draftkind::reason, m_shown->uuid()};
    asked.about = {{FormContent::patient, m_patient->toString()}};
    asked.optional = true;
    askReason(m_clinic, this, asked, [this, id = *m_shown](const QString &remark) {
        const auto done = m_clinic.write(
            "prescription.check", [id, remark](store::Transaction &tx) { return checksign::sign(tx, id, remark); });
        onDone(done, this, [this](const Result<Attestation> &signedUnder) {
            if (!signedUnder) // what was signed is read again and shown by the page
                emit refused(signedUnder.error().message);
        });
    });
}

} // namespace xinglin::ui
