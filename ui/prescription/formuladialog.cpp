#include "ui/prescription/formuladialog.h"

#include "clinic/draftcontent.h"
#include "ui/kit/button.h"
#include "ui/kit/field.h"
#include "ui/kit/ondone.h"
#include "ui/kit/text.h"
#include "ui/shell/formdraft.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QVBoxLayout>

namespace xinglin::ui {

FormulaDialog::FormulaDialog(Clinic &clinic, const ownformula::Draft &shown, const QList<ownformula::Formula> &known,
                             const std::optional<From> &from, QWidget *parent)
    : FormDialog(shown.formula ? tr("Change this formula?") : tr("Keep these herbs as a formula?"),
                 tr("F4 and its letters put it onto a prescription, before the classic ones."), parent)
    , m_clinic(clinic)
    , m_shown(shown)
    , m_known(known)
    , m_choice(new QComboBox)
    , m_herbs(new Label({}, TypeStyle::Small, Token::Text2))
    , m_name(new QLineEdit)
    , m_code(new QLineEdit)
    , m_indication(new QLineEdit)
    , m_nameField(new Field(tr("Formula name"), m_name))
    , m_codeField(new Field(tr("Typed by"), m_code))
    , m_indicationField(new Field(tr("What it is for"), m_indication))
    , m_shared(new QCheckBox(tr("For everybody in the clinic")))
{
    setObjectName(QStringLiteral("formulaDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(Theme::of(this).scaled(520));
    setVerb(shown.formula ? tr("Change") : tr("Keep"));
    m_choice->setObjectName(QStringLiteral("formulaChoice"));
    m_choice->setAccessibleName(tr("Formula"));
    m_choice->addItem(tr("New formula"));
    for (const ownformula::Formula &formula : m_known)
        m_choice->addItem(tr("In place of the herbs of %1 (%2)", "own formula and its code")
                              .arg(formula.content.name, formula.content.code));
    m_choice->setVisible(!m_shown.formula && !m_known.isEmpty());
    QStringList herbs;
    for (const PrescriptionLine &line : m_shown.lines)
        herbs << (line.dose > Mass() ? QStringLiteral("%1 %2 g").arg(line.name, line.dose.gramText()) : line.name);
    m_herbs->setObjectName(QStringLiteral("formulaHerbs"));
    m_herbs->setText(herbs.join(tr(", ", "between herbs")));
    m_herbs->setWordWrap(true);
    m_name->setObjectName(QStringLiteral("formulaName"));
    m_code->setObjectName(QStringLiteral("formulaCode"));
    m_indication->setObjectName(QStringLiteral("formulaIndication"));
    m_shared->setObjectName(QStringLiteral("formulaShared"));
    connect(m_name, &QLineEdit::textChanged, this, [this](const QString &name) {
        m_nameField->clearProblem();
        m_code->setPlaceholderText(ownformula::codeFor(name.trimmed()));
    });
    connect(m_code, &QLineEdit::textChanged, m_codeField, &Field::clearProblem);
    connect(m_choice, &QComboBox::currentIndexChanged, this, &FormulaDialog::choose);
    for (QWidget *part : {static_cast<QWidget *>(m_choice), static_cast<QWidget *>(m_herbs),
                          static_cast<QWidget *>(m_nameField), static_cast<QWidget *>(m_codeField),
                          static_cast<QWidget *>(m_indicationField), static_cast<QWidget *>(m_shared)})
        body()->addWidget(part);
    setSubmit([this] { submit(); });
    choose(0);
    keepDraft(from);
    m_name->setFocus();
    m_name->selectAll();
}

void FormulaDialog::keepDraft(const std::optional<From> &from)
{
    drafts::Place place{draftkind::formula};
    FormDraft::Fields about;
    if (m_shown.formula) {
        place.subject = m_shown.formula->uuid();
    } else if (from) {
        place.subject = from->visit ? from->visit->uuid() : from->patient.uuid();
        about.insert(FormContent::patient, from->patient.toString());
        if (from->visit)
            about.insert(FormContent::visit, from->visit->toString());
    }
    m_draft = FormDraft::ofDialog(m_clinic, *this, place, about);
}

void FormulaDialog::choose(int index)
{
    const ownformula::Draft &of = index > 0 ? m_known.at(index - 1).content : m_shown;
    m_name->setText(of.name);
    m_code->setText(of.code);
    m_indication->setText(of.indication);
    m_shared->setChecked(of.shared);
}

void FormulaDialog::submit()
{
    ownformula::Draft wanted = m_shown;
    if (const int index = m_choice->currentIndex(); index > 0)
        wanted.formula = m_known.at(index - 1).id;
    wanted.name = m_name->text().trimmed();
    wanted.code = m_code->text().trimmed();
    wanted.indication = m_indication->text().trimmed();
    wanted.shared = m_shared->isChecked();
    setBusy(true);
    const auto keeping = m_clinic.write(
        "formula.save", [wanted, typed = m_draft->handOver()](store::Transaction &tx) -> Result<ownformula::Formula> {
            if (auto settled = drafts::settle(tx, typed); !settled)
                return settled.error();
            return ownformula::save(tx, wanted);
        });
    onDone(keeping, this, [this](const Result<ownformula::Formula> &formula) {
        setBusy(false);
        m_draft->handedOver(formula.ok());
        if (formula) {
            emit kept(formula->content.name, formula->content.code);
            return finish();
        }
        const Error &error = formula.error();
        const QString sentence =
            error.message.isEmpty() ? tr("This could not be done; nothing was changed.") : error.message;
        const auto showAt = [&](Field *field, QLineEdit *edit) {
            field->showProblem(sentence);
            edit->setFocus();
        };
        if (error.field == u"name")
            showAt(m_nameField, m_name);
        else if (error.field == u"code")
            showAt(m_codeField, m_code);
        else if (error.field == u"indication")
            showAt(m_indicationField, m_indication);
        else
            showProblem(sentence);
    });
}

} // namespace xinglin::ui
