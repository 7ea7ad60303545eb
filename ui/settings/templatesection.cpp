#include "ui/settings/templatesection.h"

#include "clinic/prescription/ownformulas.h"
#include "ui/kit/ondone.h"
#include "ui/shell/notewords.h"
#include "ui/visit/templatedialog.h"

namespace xinglin::ui {

TemplateSection::TemplateSection(Clinic &clinic, std::shared_ptr<const Catalog> catalog, QWidget *parent)
    : KeptSection(clinic, shape(), parent), m_catalog(std::move(catalog))
{
}

KeptSection::Shape TemplateSection::shape()
{
    return {QStringLiteral("settingsTemplates"),
            QStringLiteral("template"),
            "note_template",
            tr("Templates"),
            tr("Templates of notes"),
            {{tr("Letters"), 112}, {tr("Template"), 176}, {tr("Says")}, {tr("Formula"), 144}, {tr("Whose"), 112}},
            QStringLiteral("document-new"),
            tr("No templates yet"),
            tr("At a visit [Ctrl G] keeps the note as a template; its pattern calls it again.")};
}

QString TemplateSection::formulaOf(const notetemplate::Template &one) const
{
    const safety::Formula *classic = m_catalog->formulas.find(one.content.formula);
    return classic ? classic->nameZh : m_own.value(one.content.formula);
}

void TemplateSection::load()
{
    struct Kept
    {
        QList<notetemplate::Template> templates;
        QHash<QString, QString> own;
    };
    const auto asked = clinic().read([](const store::Snapshot &view) -> Result<Kept> {
        const auto templates = notetemplate::all(view);
        if (!templates)
            return templates.error();
        Kept kept{*templates, {}};
        if (const auto formulas = ownformula::all(view)) {
            for (const ownformula::Formula &formula : *formulas)
                kept.own.insert(ownformula::reference(formula.id), formula.content.name);
        }
        return kept;
    });
    onDone(asked, this, [this](const Result<Kept> &kept) {
        if (!kept)
            return sayProblem(kept.error());
        m_known = kept->templates;
        m_own = kept->own;
        QList<QStringList> rows;
        for (const notetemplate::Template &one : m_known) {
            QStringList says;
            for (const NoteLine &line : noteLines(*m_catalog, one.content.note)) {
                QString words = line.text.simplified();
                if (words.endsWith(u'。') || words.endsWith(u'.'))
                    words.chop(1);
                says << tr("%1: %2", "part of a note and what it says").arg(line.mark, words);
            }
            rows << QStringList{one.content.code, one.content.name, says.join(tr("; ", "between parts of a note")),
                                formulaOf(one), one.content.shared ? tr("the clinic's") : tr("my own")};
        }
        showRows(rows);
    });
}

void TemplateSection::edit(int row)
{
    const notetemplate::Template one = m_known.at(row);
    (new TemplateDialog(clinic(), *m_catalog, one.content, formulaOf(one), {}, {}, this))->open();
}

void TemplateSection::retire(int row)
{
    const notetemplate::Template gone = m_known.at(row);
    onDone(clinic().write("notetemplate.retire",
                          [id = gone.id](store::Transaction &tx) { return notetemplate::retire(tx, id); }),
           this, [this, gone](const Result<Done> &result) {
               say(result, tr("\"%1\" is offered no more.").arg(gone.content.name));
           });
}

} // namespace xinglin::ui
