#include "ui/settings/tagsection.h"

#include "clinic/draftcontent.h"
#include "ui/kit/field.h"
#include "ui/kit/ondone.h"
#include "ui/shell/formdraft.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace xinglin::ui {

TagDialog::TagDialog(Clinic &clinic, const std::optional<Tag> &tag, QWidget *parent)
    : FormDialog(tag ? tr("Rename this tag?") : tr("Make a tag?"),
                 tag ? tr("Who carries it keeps it under the new name.")
                     : tr("A word of the clinic's own that patients are grouped by."),
                 parent)
    , m_clinic(clinic)
    , m_tag(tag)
    , m_name(new QLineEdit)
{
    setObjectName(QStringLiteral("tagDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_name->setObjectName(QStringLiteral("newTagName"));
    m_name->setMaxLength(int(tags::mostName));
    if (tag)
        m_name->setText(tag->name);
    m_field = new Field(tr("Tag"), m_name);
    body()->addWidget(m_field);
    setVerb(tag ? tr("Rename") : tr("Make"));
    setSubmit([this] { submit(); });
    m_draft = FormDraft::ofDialog(
        m_clinic, *this, {draftkind::tag, tag ? tag->id.uuid() : m_clinic.actor().user.value_or(Uuid(Uuid::Bytes{}))});
    m_name->setFocus();
    m_name->selectAll();
}

void TagDialog::submit()
{
    m_field->clearProblem();
    setBusy(true);
    const auto storing = [tag = m_tag, name = m_name->text(),
                          typed = m_draft->handOver()](store::Transaction &tx) -> Result<Tag> {
        if (auto settled = drafts::settle(tx, typed); !settled)
            return settled.error();
        return tag ? tags::rename(tx, tag->id, name) : tags::make(tx, name);
    };
    onDone(m_clinic.write(m_tag ? "tag.rename" : "tag.make", storing), this, [this](const Result<Tag> &kept) {
        setBusy(false);
        m_draft->handedOver(kept.ok());
        if (kept)
            return finish();
        if (kept.error().field == u"name")
            return m_field->showProblem(kept.error().message);
        showProblem(kept.error().message);
    });
}

TagSection::TagSection(Clinic &clinic, QWidget *parent) : KeptSection(clinic, shape(), parent)
{
}

KeptSection::Shape TagSection::shape()
{
    return {QStringLiteral("settingsTags"),
            QStringLiteral("tag"),
            "tag",
            tr("Tags"),
            tr("Tags of patients"),
            {{tr("Tag")}, {tr("Patients"), 112}, {tr("State"), 144}},
            QStringLiteral("view-task"),
            tr("No tags yet"),
            tr("Make one with [N], or type it beside a patient's chart with [Alt G]."),
            tr("New tag")};
}

void TagSection::load()
{
    const auto asked = clinic().read([](const store::Snapshot &view) { return tags::counted(view); });
    onDone(asked, this, [this](const Result<QList<TagCount>> &known) {
        if (!known)
            return sayProblem(known.error());
        m_known = *known;
        QList<QStringList> rows;
        for (const TagCount &one : m_known)
            rows << QStringList{one.tag.name, QString::number(one.patients),
                                one.tag.retired ? tr("retired") : tr("in use")};
        showRows(rows);
    });
}

bool TagSection::isRetired(int row) const
{
    return row < m_known.size() && m_known.at(row).tag.retired;
}

void TagSection::edit(int row)
{
    (new TagDialog(clinic(), m_known.at(row).tag, this))->open();
}

void TagSection::begin()
{
    (new TagDialog(clinic(), {}, this))->open();
}

void TagSection::retire(int row)
{
    const Tag tag = m_known.at(row).tag;
    const auto done =
        clinic().write("tag.retire", [tag](store::Transaction &tx) { return tags::retire(tx, tag.id, !tag.retired); });
    onDone(done, this, [this, tag](const Result<Done> &result) {
        say(result, tag.retired ? tr("\"%1\" is offered again.").arg(tag.name)
                                : tr("\"%1\" is offered no more; who carries it keeps it.").arg(tag.name));
    });
}

} // namespace xinglin::ui
