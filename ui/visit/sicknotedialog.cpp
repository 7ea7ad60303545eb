#include "ui/visit/sicknotedialog.h"

#include "base/partialdate.h"
#include "clinic/draftcontent.h"
#include "ui/kit/field.h"
#include "ui/kit/ondone.h"
#include "ui/kit/text.h"
#include "ui/shell/formdraft.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace xinglin::ui {

namespace {

/// Nothing where the text is no whole date.
QDate dayFrom(const QString &text)
{
    const auto day = PartialDate::fromText(text);
    return day && day->isFull() ? day->earliest() : QDate();
}

} // namespace

SickNoteDialog::SickNoteDialog(Clinic &clinic, const Given &given, const QString &diagnosis, QWidget *parent)
    : FormDialog(question(given), sentence(given), parent)
    , m_clinic(clinic)
    , m_given(given)
    , m_fromDay(new QLineEdit)
    , m_toDay(new QLineEdit)
    , m_days(new Label({}, TypeStyle::Small, Token::Text2))
    , m_named(new QCheckBox(tr("Name the diagnosis on the paper")))
    , m_diagnosis(new QLineEdit)
    , m_recommendation(new QPlainTextEdit)
{
    setObjectName(QStringLiteral("sickNoteDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_from = new Field(tr("First day"), m_fromDay);
    m_to = new Field(tr("Last day"), m_toDay);
    m_fromDay->setObjectName(QStringLiteral("sickFrom"));
    m_toDay->setObjectName(QStringLiteral("sickTo"));
    m_days->setObjectName(QStringLiteral("sickDays"));
    m_named->setObjectName(QStringLiteral("sickNamed"));
    m_diagnosis->setObjectName(QStringLiteral("sickDiagnosis"));
    m_diagnosis->setAccessibleName(tr("Diagnosis"));
    m_recommendation->setObjectName(QStringLiteral("sickRecommendation"));
    m_recommendation->setTabChangesFocus(true);
    m_recommendation->setFixedHeight(Theme::of(this).scaled(72));
    auto *recommended = new Field(tr("Recommendation"), m_recommendation);
    recommended->setReserve(false);
    auto *days = new QHBoxLayout;
    days->setSpacing(gapControls);
    days->addWidget(m_from);
    days->addWidget(m_to);
    body()->addLayout(days);
    body()->addWidget(m_days);
    body()->addWidget(m_named);
    body()->addWidget(m_diagnosis);
    body()->addWidget(recommended);

    CertificateDraft shown;
    shown.visit = given.visit.visit;
    shown.from = shown.to = given.visit.day;
    if (given.issued)
        shown = given.issued->content;
    m_fromDay->setText(shown.from.toString(Qt::ISODate));
    m_toDay->setText(shown.to.toString(Qt::ISODate));
    m_named->setChecked(given.issued && !shown.diagnosis.isEmpty());
    m_diagnosis->setText(shown.diagnosis.isEmpty() ? diagnosis : shown.diagnosis);
    m_diagnosis->setCursorPosition(0);
    m_diagnosis->setEnabled(m_named->isChecked());
    m_recommendation->setPlainText(shown.recommendation);
    connect(m_named, &QCheckBox::toggled, m_diagnosis, &QLineEdit::setEnabled);
    for (QLineEdit *day : {m_fromDay, m_toDay})
        connect(day, &QLineEdit::textChanged, this, &SickNoteDialog::count);
    setVerb(given.issued ? tr("Print") : tr("Issue and print"));
    setSubmit([this] { issue(); });
    count();
    m_draft = FormDraft::ofDialog(
        m_clinic, *this, {draftkind::sickNote, given.visit.visit.uuid()},
        {{FormContent::patient, given.visit.patient.toString()}, {FormContent::visit, given.visit.visit.toString()}});
    m_toDay->setFocus();
    m_toDay->selectAll();
}

QString SickNoteDialog::question(const Given &given)
{
    return given.issued ? tr("Sick note of this visit") : tr("Issue a sick note");
}

QString SickNoteDialog::sentence(const Given &given)
{
    return given.issued ? tr("One was issued. It is printed again; if you change something, a new one replaces it.")
                        : tr("It becomes part of the record and is printed.");
}

CertificateDraft SickNoteDialog::draft() const
{
    CertificateDraft draft;
    draft.visit = m_given.visit.visit;
    draft.from = dayFrom(m_fromDay->text());
    draft.to = dayFrom(m_toDay->text());
    if (m_named->isChecked())
        draft.diagnosis = m_diagnosis->text().trimmed();
    draft.recommendation = m_recommendation->toPlainText().trimmed();
    return draft;
}

void SickNoteDialog::count()
{
    m_from->clearProblem();
    m_to->clearProblem();
    const CertificateDraft written = draft();
    const bool counts = written.from.isValid() && written.to.isValid() && written.from <= written.to;
    m_days->setText(counts ? tr("%n days, first and last included", nullptr, int(written.days()))
                           : tr("Write both days, such as 2026-03-12."));
}

void SickNoteDialog::issue()
{
    const CertificateDraft wanted = draft();
    if (m_given.issued && wanted == m_given.issued->content)
        return finish();
    setBusy(true);
    const auto issued = m_clinic.write(
        "certificate.issue", [wanted, kept = m_draft->handOver()](store::Transaction &tx) -> Result<Certificate> {
            if (auto settled = drafts::settle(tx, kept); !settled)
                return settled.error();
            return certificate::issue(tx, wanted);
        });
    onDone(issued, this, [this](const Result<Certificate> &done) {
        setBusy(false);
        m_draft->handedOver(done.ok());
        if (done)
            return finish();
        Field *field = done.error().field == u"from" ? m_from : done.error().field == u"to" ? m_to : nullptr;
        if (!field)
            return showProblem(done.error().message);
        field->showProblem(done.error().message);
        field->editor()->setFocus();
    });
}

} // namespace xinglin::ui
