#include "ui/patient/enquirydialog.h"

#include "base/text/searchkeys.h"
#include "clinic/draftcontent.h"
#include "ui/kit/field.h"
#include "ui/kit/ondone.h"
#include "ui/shell/formfields.h"

#include <QHBoxLayout>
#include <QLineEdit>

namespace xinglin::ui {

namespace {
const QString revisionField = QStringLiteral("enquiryRevision"); ///< Beside the fields of the form.
} // namespace

EnquiryDialog::EnquiryDialog(Clinic &clinic, const std::optional<Enquiry> &known, const QString &typed, QWidget *parent)
    : FormDialog(known ? tr("Change the enquiry?") : tr("Who asks, and for what?"),
                 tr("The name is enough. Registering them later takes all of it over."), parent)
    , m_clinic(clinic)
    , m_known(known)
    , m_name(line(tr("Name"), "enquiryName", m_nameField))
    , m_phone(line(tr("Phone"), "enquiryPhone", m_phoneField))
    , m_wish(line(tr("Wish"), "enquiryWish", m_wishField))
    , m_source(line(tr("How they came to us"), "enquirySource", m_sourceField))
{
    setObjectName(QStringLiteral("enquiryDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_wish->setPlaceholderText(tr("Acupuncture for back pain"));
    m_source->setPlaceholderText(tr("A friend, the internet, passing by"));
    auto *first = new QHBoxLayout;
    first->addWidget(m_nameField, 1);
    first->addWidget(m_phoneField, 1);
    body()->addLayout(first);
    body()->addWidget(m_wishField);
    body()->addWidget(m_sourceField);
    if (m_known) {
        m_name->setText(m_known->content.name);
        m_phone->setText(m_known->content.phone);
        m_wish->setText(m_known->content.wish);
        m_source->setText(m_known->content.source);
        m_revision = m_known->revision;
    }
    setVerb(m_known ? tr("Change") : tr("Record"));
    setSubmit([this] { submit(); });
    const Uuid subject = m_known ? m_known->id.uuid() : m_clinic.actor().user.value_or(Uuid(Uuid::Bytes{}));
    m_draft = FormDraft::ofDialog(m_clinic, *this, form(), {draftkind::enquiry, subject});
    if (!m_known) {
        const SearchQuery::Class kind = classify(typed).kind;
        if (kind == SearchQuery::Class::Digits)
            m_phone->setText(typed.trimmed());
        else if (kind == SearchQuery::Class::Name || kind == SearchQuery::Class::Letters)
            m_name->setText(typed.trimmed());
    }
    (m_name->text().isEmpty() || m_known ? m_name : m_phone)->setFocus();
}

EnquiryDialog::~EnquiryDialog()
{
    m_draft->close();
}

QLineEdit *EnquiryDialog::line(const QString &label, const char *name, Field *&field)
{
    auto *edit = new QLineEdit;
    edit->setObjectName(QLatin1String(name));
    field = new Field(label, edit);
    return edit;
}

FormDraft::Form EnquiryDialog::form()
{
    // The fields alone would say that they were typed over what stands there now.
    const FormDraft::Fields saved = fieldsIn(*this);
    const auto unsaved = [this, saved]() -> std::optional<FormDraft::Fields> {
        FormDraft::Fields now = fieldsIn(*this);
        if (now == saved)
            return {};
        now.insert(revisionField, QString::number(m_revision));
        return now;
    };
    const auto put = [this](const FormDraft::Fields &kept) {
        putFields(*this, kept);
        if (kept.contains(revisionField))
            m_revision = kept.value(revisionField).toLongLong();
    };
    const auto reset = [this, saved] {
        putFields(*this, saved);
        m_revision = m_known ? m_known->revision : 0;
    };
    return {this, unsaved, put, reset};
}

void EnquiryDialog::submit()
{
    EnquiryDraft draft = m_known ? m_known->content : EnquiryDraft();
    draft.name = m_name->text();
    draft.phone = m_phone->text();
    draft.wish = m_wish->text();
    draft.source = m_source->text();
    const std::pair<const char *, Field *> fields[] = {
        {"name", m_nameField}, {"phone", m_phoneField}, {"wish", m_wishField}};
    for (const auto &[name, field] : fields)
        field->clearProblem();
    setBusy(true);
    const auto write = [draft, known = m_known, revision = m_revision,
                        typed = m_draft->handOver()](store::Transaction &tx) {
        if (auto settled = drafts::settle(tx, typed); !settled)
            return Result<Enquiry>(settled.error());
        return known ? enquiry::edit(tx, known->id, draft, revision) : enquiry::record(tx, draft);
    };
    onDone(m_clinic.write(m_known ? "enquiry.edit" : "enquiry.record", write), this,
           [this](const Result<Enquiry> &kept) {
               setBusy(false);
               m_draft->handedOver(kept.ok());
               if (kept) {
                   emit stored(*kept);
                   return finish();
               }
               const QString &field = kept.error().field;
               Field *at = field == u"name"    ? m_nameField
                           : field == u"phone" ? m_phoneField
                           : field == u"wish"  ? m_wishField
                                               : nullptr;
               if (!at)
                   return showProblem(kept.error().message);
               at->showProblem(kept.error().message);
               at->editor()->setFocus();
           });
}

} // namespace xinglin::ui
