#include "ui/visit/phrasedialog.h"

#include "clinic/draftcontent.h"
#include "ui/kit/button.h"
#include "ui/kit/field.h"
#include "ui/kit/growingtextedit.h"
#include "ui/kit/ondone.h"
#include "ui/shell/formdraft.h"

#include <QCheckBox>
#include <QCoreApplication>
#include <QLineEdit>
#include <QVBoxLayout>

namespace xinglin::ui {

namespace {

bool isNew(const phrases::Phrase &phrase)
{
    return phrase.id == phrases::PhraseId(Uuid(Uuid::Bytes{}));
}

} // namespace

QString phraseFieldName(const QString &field)
{
    static const QHash<QString, const char *> names = {
        {QStringLiteral("complaint"), QT_TRANSLATE_NOOP("xinglin::ui::PhraseDialog", "Complaint")},
        {QStringLiteral("history"), QT_TRANSLATE_NOOP("xinglin::ui::PhraseDialog", "History")},
        {QStringLiteral("inspection"), QT_TRANSLATE_NOOP("xinglin::ui::PhraseDialog", "Look")},
        {QStringLiteral("listening"), QT_TRANSLATE_NOOP("xinglin::ui::PhraseDialog", "Listen")},
        {QStringLiteral("inquiry"), QT_TRANSLATE_NOOP("xinglin::ui::PhraseDialog", "Ask")},
        {QStringLiteral("palpation"), QT_TRANSLATE_NOOP("xinglin::ui::PhraseDialog", "Touch")},
        {QStringLiteral("advice"), QT_TRANSLATE_NOOP("xinglin::ui::PhraseDialog", "Advice")}};
    return names.contains(field) ? PhraseDialog::tr(names.value(field)) : PhraseDialog::tr("everywhere");
}

PhraseDialog::PhraseDialog(Clinic &clinic, const phrases::Phrase &phrase, QWidget *parent)
    : FormDialog(isNew(phrase) ? tr("Keep this as a phrase?") : tr("Change this phrase?"),
                 tr("A semicolon and its letters put it into a note. {} is a place that is filled in after."), parent)
    , m_clinic(clinic)
    , m_phrase(phrase)
    , m_text(new GrowingTextEdit)
    , m_letters(new QLineEdit)
    , m_shared(new QCheckBox(tr("For everybody of the clinic")))
    , m_here(new QCheckBox)
{
    setObjectName(QStringLiteral("phraseDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_text->setObjectName(QStringLiteral("phraseText"));
    m_text->setMinimumLines(3);
    m_text->setText(phrase.text);
    m_letters->setObjectName(QStringLiteral("phraseLetters"));
    m_letters->setText(phrase.abbreviation.isEmpty() ? phrases::initialsOf(phrase.text) : phrase.abbreviation);
    m_letters->setMaxLength(int(phrases::mostLetters));
    m_shared->setObjectName(QStringLiteral("phraseShared"));
    m_shared->setChecked(!phrase.own);
    m_here->setObjectName(QStringLiteral("phraseHere"));
    m_here->setText(tr("Only in: %1").arg(phraseFieldName(phrase.field)));
    m_here->setVisible(!phrase.field.isEmpty());
    m_here->setChecked(!isNew(phrase) && !phrase.field.isEmpty());
    m_textField = new Field(tr("Phrase"), m_text);
    m_lettersField = new Field(tr("Letters that call it"), m_letters);
    for (QWidget *one : {static_cast<QWidget *>(m_textField), static_cast<QWidget *>(m_lettersField),
                         static_cast<QWidget *>(m_here), static_cast<QWidget *>(m_shared)})
        body()->addWidget(one);
    setVerb(isNew(phrase) ? tr("Keep") : tr("Change"));
    setSubmit([this] { submit(); });
    m_draft = FormDraft::ofDialog(
        m_clinic, *this,
        {draftkind::phrase, isNew(phrase) ? m_clinic.actor().user.value_or(phrase.id.uuid()) : phrase.id.uuid()});
    m_letters->setFocus();
    m_letters->selectAll();
}

void PhraseDialog::submit()
{
    m_textField->clearProblem();
    m_lettersField->clearProblem();
    phrases::Phrase wanted = m_phrase;
    wanted.text = m_text->text();
    wanted.abbreviation = m_letters->text();
    wanted.own = !m_shared->isChecked();
    if (!m_here->isChecked())
        wanted.field.clear();
    setBusy(true);
    const auto done = m_clinic.write(
        "phrase.save", [wanted, typed = m_draft->handOver()](store::Transaction &tx) -> Result<phrases::Phrase> {
            if (auto settled = drafts::settle(tx, typed); !settled)
                return settled.error();
            return phrases::save(tx, wanted);
        });
    onDone(done, this, [this](const Result<phrases::Phrase> &kept) {
        setBusy(false);
        m_draft->handedOver(kept.ok());
        if (kept)
            return finish();
        if (kept.error().field == u"text")
            return m_textField->showProblem(kept.error().message);
        if (kept.error().field == u"abbreviation")
            return m_lettersField->showProblem(kept.error().message);
        showProblem(kept.error().message);
    });
}

} // namespace xinglin::ui
