#include "ui/visit/templatedialog.h"

#include "clinic/draftcontent.h"
#include "ui/kit/button.h"
#include "ui/kit/field.h"
#include "ui/kit/ondone.h"
#include "ui/kit/text.h"
#include "ui/shell/formdraft.h"
#include "ui/shell/notewords.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace xinglin::ui {

namespace {

/// The parts of a note that one of its lines stands for.
QStringList partsOfLine(const QString &code)
{
    if (code == u"diagnosis")
        return {toText(DiagnosisKind::Disease), toText(DiagnosisKind::Pattern), toText(DiagnosisKind::Method),
                toText(DiagnosisKind::Western)};
    return {code};
}

} // namespace

TemplateDialog::TemplateDialog(Clinic &clinic, const Catalog &catalog, const notetemplate::Draft &shown,
                               const QString &formula, const QList<notetemplate::Template> &known,
                               const std::optional<From> &from, QWidget *parent)
    : FormDialog(
          shown.id ? tr("Change this template?") : tr("Keep this note as a template?"),
          tr("A semicolon and its letters put it into a note, where nothing stands yet. {} is a place to fill in."),
          parent)
    , m_clinic(clinic)
    , m_shown(shown)
    , m_known(known)
    , m_choice(new QComboBox)
    , m_name(new QLineEdit)
    , m_code(new QLineEdit)
    , m_nameField(new Field(tr("Name"), m_name))
    , m_codeField(new Field(tr("Letters that call it"), m_code))
    , m_shared(new QCheckBox(tr("For everybody in the clinic")))
{
    setObjectName(QStringLiteral("templateDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(Theme::of(this).scaled(560));
    setVerb(shown.id ? tr("Change") : tr("Keep"));
    m_choice->setObjectName(QStringLiteral("templateChoice"));
    m_choice->setAccessibleName(tr("Template"));
    m_choice->addItem(tr("New template"));
    for (const notetemplate::Template &one : m_known)
        m_choice->addItem(
            tr("In place of what %1 (%2) says", "template and its letters").arg(one.content.name, one.content.code));
    m_choice->setVisible(!m_shown.id && !m_known.isEmpty());
    m_name->setObjectName(QStringLiteral("templateName"));
    m_code->setObjectName(QStringLiteral("templateCode"));
    m_shared->setObjectName(QStringLiteral("templateShared"));
    connect(m_name, &QLineEdit::textChanged, this, [this](const QString &name) {
        m_nameField->clearProblem();
        m_code->setPlaceholderText(notetemplate::codeFor(name.trimmed()));
    });
    connect(m_code, &QLineEdit::textChanged, m_codeField, &Field::clearProblem);
    connect(m_choice, &QComboBox::currentIndexChanged, this, &TemplateDialog::choose);
    for (QWidget *part :
         {static_cast<QWidget *>(m_choice), static_cast<QWidget *>(m_nameField), static_cast<QWidget *>(m_codeField)})
        body()->addWidget(part);
    buildParts(catalog, formula);
    body()->addWidget(m_shared);
    setSubmit([this] { submit(); });
    choose(0);
    m_name->setFocus();
    m_name->selectAll();
    keepDraft(from);
}

void TemplateDialog::keepDraft(const std::optional<From> &from)
{
    drafts::Place place{draftkind::noteTemplate};
    FormDraft::Fields about;
    if (m_shown.id) {
        place.subject = m_shown.id->uuid();
    } else if (from) {
        place.subject = from->visit ? from->visit->uuid() : from->patient.uuid();
        about.insert(FormContent::patient, from->patient.toString());
        if (from->visit)
            about.insert(FormContent::visit, from->visit->toString());
    }
    m_draft = FormDraft::ofDialog(m_clinic, *this, place, about);
}

void TemplateDialog::buildParts(const Catalog &catalog, const QString &formula)
{
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 1);
    const auto add = [&](const QString &name, const QString &mark, const QString &says) {
        auto *box = new QCheckBox(mark);
        box->setObjectName(name);
        box->setChecked(true);
        auto *words = new Label(says.simplified(), TypeStyle::Small, Token::Text2);
        words->setMayElide(true);
        grid->addWidget(box, grid->rowCount(), 0);
        grid->addWidget(words, grid->rowCount() - 1, 1);
        return box;
    };
    const VisitNote note = notetemplate::only(m_shown.note, notetemplate::parts());
    for (const NoteLine &line : noteLines(catalog, note))
        m_parts << std::pair(partsOfLine(line.code), add(QStringLiteral("part-") + line.code, line.mark, line.text));
    // How it began and went on is this patient's own story: it is kept only where one says so.
    if (!m_shown.id) {
        for (const auto &[parts, box] : std::as_const(m_parts))
            box->setChecked(!parts.contains(QStringLiteral("history")));
    }
    if (!m_shown.formula.isEmpty() && !formula.isEmpty())
        m_formula = add(QStringLiteral("part-formula"), tr("Formula"), formula);
    body()->addLayout(grid);
}

void TemplateDialog::choose(int index)
{
    const notetemplate::Draft &of = index > 0 ? m_known.at(index - 1).content : m_shown;
    m_name->setText(of.name);
    m_code->setText(of.code);
    m_shared->setChecked(of.shared);
}

notetemplate::Draft TemplateDialog::wanted() const
{
    notetemplate::Draft draft = m_shown;
    if (const int index = m_choice->currentIndex(); index > 0)
        draft.id = m_known.at(index - 1).id;
    draft.name = m_name->text().trimmed();
    draft.code = m_code->text().trimmed();
    draft.shared = m_shared->isChecked();
    QStringList parts;
    for (const auto &[of, box] : m_parts) {
        if (box->isChecked())
            parts << of;
    }
    draft.note = notetemplate::only(m_shown.note, parts);
    if (!m_formula || !m_formula->isChecked())
        draft.formula.clear();
    return draft;
}

void TemplateDialog::submit()
{
    setBusy(true);
    const auto keeping = m_clinic.write(
        "notetemplate.save",
        [draft = wanted(), typed = m_draft->handOver()](store::Transaction &tx) -> Result<notetemplate::Template> {
            if (auto settled = drafts::settle(tx, typed); !settled)
                return settled.error();
            return notetemplate::save(tx, draft);
        });
    onDone(keeping, this, [this](const Result<notetemplate::Template> &made) {
        setBusy(false);
        m_draft->handedOver(made.ok());
        if (made) {
            emit kept(made->content.name, made->content.code);
            return finish();
        }
        const Error &error = made.error();
        const auto showAt = [&](Field *field, QLineEdit *edit) {
            field->showProblem(error.message);
            edit->setFocus();
        };
        if (error.field == u"name")
            showAt(m_nameField, m_name);
        else if (error.field == u"code")
            showAt(m_codeField, m_code);
        else
            showProblem(error.message.isEmpty() ? tr("This could not be done; nothing was changed.") : error.message);
    });
}

} // namespace xinglin::ui
