#include "ui/patient/glassdialog.h"

#include "ui/kit/chipbar.h"
#include "ui/kit/field.h"
#include "ui/kit/ondone.h"
#include "ui/shell/patientwords.h"
#include "ui/shell/secretedit.h"

#include <QVBoxLayout>

namespace xinglin::ui {

GlassDialog::GlassDialog(Clinic &clinic, const Who &who, const access::Surroundings &around,
                         const std::optional<PatientId> &patient, QWidget *parent)
    : FormDialog(tr("Open this record in an emergency?"),
                 tr("It opens for 30 minutes, your name stands with the reason, and the owner looks at it afterwards."),
                 parent)
    , m_clinic(clinic)
    , m_who(who)
    , m_around(around)
    , m_patient(patient)
    , m_reasons(new ChipBar(tr("Reason")))
    , m_words(new QLineEdit)
    , m_password(new SecretEdit)
    , m_reasonField(new Field(tr("Reason"), m_reasons))
    , m_wordsField(new Field(tr("What happened, in your words"), m_words))
    , m_passwordField(new Field(tr("Your password"), m_password))
{
    setAttribute(Qt::WA_DeleteOnClose);
    m_reasons->setObjectName(QStringLiteral("glassReason"));
    m_words->setObjectName(QStringLiteral("glassWords"));
    m_password->setObjectName(QStringLiteral("glassPassword"));
    m_reasons->setMultiple(false);
    QList<ChipItem> chips;
    for (const QString &code : patient::glassReasons())
        chips << ChipItem{code, patient::glassReasonText(code), code.first(1)};
    m_reasons->setChips(chips);
    if (!m_patient) {
        m_number = new QLineEdit;
        m_number->setObjectName(QStringLiteral("glassNumber"));
        m_numberField = new Field(tr("Exact number, or number of their document"), m_number);
        body()->addWidget(m_numberField);
        connect(m_number, &QLineEdit::editingFinished, this, &GlassDialog::find);
    }
    for (Field *field : {m_reasonField, m_wordsField, m_passwordField})
        body()->addWidget(field);
    setVerb(tr("Open for 30 minutes"));
    setSubmit([this] { submit(); });
    (m_number ? static_cast<QWidget *>(m_number) : m_reasons)->setFocus();
}

bool GlassDialog::refuse(Field *field, const QString &sentence)
{
    field->showProblem(sentence);
    field->editor()->setFocus();
    return false;
}

void GlassDialog::find()
{
    const QString typed = m_number->text().trimmed();
    if (typed.isEmpty())
        return;
    const auto found =
        m_clinic.read([typed](const store::Snapshot &view) { return patient::findForGlass(view, typed); });
    onDone(found, this, [this, typed](const Result<patient::GlassCandidate> &candidate) {
        if (typed != m_number->text().trimmed())
            return;
        m_patient.reset();
        if (!candidate)
            return m_numberField->showProblem(candidate.error().message);
        m_patient = candidate->id;
        QStringList parts{candidate->name, sexName(candidate->sex), candidate->number};
        if (candidate->birthYear)
            parts << tr("born %1").arg(*candidate->birthYear);
        m_numberField->showHint(parts.join(u'·'));
    });
}

void GlassDialog::submit()
{
    if (!m_patient) {
        refuse(m_numberField, tr("Type the exact number and press Tab: nobody is opened on a guess."));
        return;
    }
    if (m_reasons->selected().isEmpty()) {
        refuse(m_reasonField, tr("Choose a reason."));
        return;
    }
    m_reasonField->clearProblem();
    if (m_words->text().trimmed().isEmpty()) {
        refuse(m_wordsField, tr("Say what happened."));
        return;
    }
    m_wordsField->clearProblem();
    if (m_password->isEmpty()) {
        refuse(m_passwordField, tr("Type your password."));
        return;
    }
    m_passwordField->clearProblem();
    check();
}

void GlassDialog::check()
{
    setBusy(true);
    const auto known = m_clinic.work([around = m_around, login = m_who.user.login, id = m_who.user.id,
                                      password = m_password->secret()](store::Store &store) -> Result<Done> {
        const auto person = access::identify(around, store, login, password);
        if (!person)
            return person.error();
        if (person->user != id)
            return Error{Code::WrongPassword, {}, {}, {}};
        return Done{};
    });
    onDone(known, this, [this](const Result<Done> &done) {
        if (done)
            return breakGlass();
        setBusy(false);
        m_password->wipe();
        refuse(m_passwordField,
               done.error().message.isEmpty() ? tr("This is not your password.") : done.error().message);
    });
}

void GlassDialog::breakGlass()
{
    const auto opened = m_clinic.write("glass.break", [id = *m_patient, code = m_reasons->selected().first(),
                                                       words = m_words->text().trimmed()](store::Transaction &tx) {
        return patient::breakGlass(tx, id, code, words);
    });
    onDone(opened, this, [this](const Result<Glass> &glass) {
        setBusy(false);
        if (!glass)
            return showProblem(glass.error().message);
        const PatientId id = glass->patient;
        finish();
        emit broken(id);
    });
}

} // namespace xinglin::ui
