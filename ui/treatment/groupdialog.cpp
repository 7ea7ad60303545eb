#include "ui/treatment/groupdialog.h"

#include "clinic/catalog/catalog.h"
#include "clinic/draftcontent.h"
#include "ui/kit/button.h"
#include "ui/kit/field.h"
#include "ui/kit/ondone.h"
#include "ui/kit/text.h"
#include "ui/shell/formdraft.h"
#include "ui/shell/formfields.h"
#include "ui/treatment/pointline.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QVBoxLayout>

namespace xinglin::ui {

namespace {
const QString pointsField = QStringLiteral("points");
}

GroupDialog::GroupDialog(Clinic &clinic, std::shared_ptr<const Catalog> catalog,
                         const std::optional<TreatmentDraft> &line, const QList<pointgroup::Group> &groups,
                         QWidget *parent)
    : FormDialog(tr("Groups of points"), tr("A group puts in all its points when its code is typed."), parent)
    , m_clinic(clinic)
    , m_catalog(std::move(catalog))
    , m_line(line)
    , m_groups(groups)
    , m_choice(new QComboBox)
    , m_name(new QLineEdit)
    , m_code(new QLineEdit)
    , m_nameField(new Field(tr("Group name"), m_name))
    , m_codeField(new Field(tr("Typed by"), m_code))
    , m_shared(new QCheckBox(tr("For everybody in the clinic")))
    , m_points(new PointLine(m_catalog))
    , m_retire(new Button(tr("Take out of use"), ButtonKind::Danger))
{
    setObjectName(QStringLiteral("groupDialog"));
    setMinimumWidth(Theme::of(this).scaled(620));
    setVerb(tr("Keep group"));
    m_choice->setObjectName(QStringLiteral("groupChoice"));
    m_choice->setAccessibleName(tr("Group"));
    m_choice->addItem(tr("New group"));
    for (const pointgroup::Group &group : m_groups)
        m_choice->addItem(tr("%1 (%2)", "group of points and its code").arg(group.content.name, group.content.code));
    m_name->setObjectName(QStringLiteral("groupName"));
    m_code->setObjectName(QStringLiteral("groupCode"));
    m_shared->setObjectName(QStringLiteral("groupShared"));
    m_points->setObjectName(QStringLiteral("groupPoints"));
    m_points->setForGroup();
    m_retire->setObjectName(QStringLiteral("groupRetire"));
    m_retire->setControlSize(ButtonSize::Small);
    connect(m_name, &QLineEdit::textChanged, this, [this](const QString &name) {
        m_nameField->clearProblem();
        m_code->setPlaceholderText(pointgroup::codeFor(name.trimmed()));
    });
    connect(m_code, &QLineEdit::textChanged, m_codeField, &Field::clearProblem);
    connect(m_choice, &QComboBox::currentIndexChanged, this, &GroupDialog::choose);
    connect(m_retire, &Button::clicked, this, &GroupDialog::retire);
    auto *caption = new Label(tr("Points"), TypeStyle::Small, Token::Text2);
    caption->setBuddy(m_points->edit());
    for (QWidget *part :
         {static_cast<QWidget *>(m_choice), static_cast<QWidget *>(m_nameField), static_cast<QWidget *>(m_codeField),
          static_cast<QWidget *>(m_shared), static_cast<QWidget *>(caption), static_cast<QWidget *>(m_points)})
        body()->addWidget(part);
    body()->addWidget(m_retire, 0, Qt::AlignLeft);
    setSubmit([this] { submit(); });
    const bool asNew = m_line || m_groups.isEmpty();
    m_choice->setCurrentIndex(asNew ? 0 : 1);
    choose(m_choice->currentIndex());
    keepDraft();
    (asNew ? static_cast<QWidget *>(m_name) : m_choice)->setFocus();
}

GroupDialog::~GroupDialog()
{
    m_draft->close();
}

void GroupDialog::keepDraft()
{
    const auto saved = std::make_shared<FormDraft::Fields>();
    const auto put = [this](const FormDraft::Fields &kept) {
        putFields(*this, kept);
        const auto points = visitContent(QByteArray::fromBase64(kept.value(pointsField).toLatin1()));
        const QList<TreatmentDraft> lines = points ? points->draft.treatments : QList<TreatmentDraft>();
        m_points->setDraft(lines.isEmpty() ? std::nullopt : std::optional(lines.first()));
        m_points->edit()->setText(kept.value(m_points->edit()->objectName()));
    };
    const auto unsaved = [this, saved] {
        const FormDraft::Fields now = fields();
        return now == *saved ? std::nullopt : std::optional(now);
    };
    m_draft = FormDraft::ofDialog(m_clinic, *this, {this, unsaved, put, [put, saved] { put(*saved); }},
                                  {draftkind::pointGroup, *m_clinic.actor().user});
    connect(m_points, &PointLine::changed, m_draft, &FormDraft::touch);
    *saved = fields();
}

QMap<QString, QString> GroupDialog::fields() const
{
    QMap<QString, QString> fields = fieldsIn(*this);
    VisitContent points; // as the draft of a visit has them
    if (const auto line = m_points->draft())
        points.draft.treatments << *line;
    fields.insert(pointsField, QString::fromLatin1(toBytes(points).toBase64()));
    return fields;
}

void GroupDialog::choose(int index)
{
    pointgroup::Draft shown;
    if (index > 0) {
        shown = m_groups.at(index - 1).content;
    } else if (m_line) {
        shown.technique = m_line->technique;
        shown.minutes = m_line->minutes;
        shown.points = m_line->points;
    }
    m_name->setText(shown.name);
    m_code->setText(shown.code);
    m_shared->setChecked(shown.shared);
    std::optional<TreatmentDraft> line;
    if (!shown.points.isEmpty()) {
        line.emplace();
        line->service = QStringLiteral("svc_body_needle");
        line->name = QStringLiteral("针刺");
        line->technique = shown.technique;
        line->minutes = shown.minutes;
        line->points = shown.points;
    }
    m_points->setDraft(line);
    m_retire->setVisible(index > 0);
}

pointgroup::Draft GroupDialog::draft() const
{
    pointgroup::Draft draft;
    if (const int index = m_choice->currentIndex(); index > 0)
        draft.group = m_groups.at(index - 1).id;
    draft.name = m_name->text().trimmed();
    draft.code = m_code->text().trimmed();
    draft.shared = m_shared->isChecked();
    if (const auto line = m_points->draft()) {
        draft.technique = line->technique;
        draft.minutes = line->minutes;
        draft.points = line->points;
    }
    return draft;
}

void GroupDialog::submit()
{
    if (!m_points->finishTyping())
        return;
    setBusy(true);
    const auto keeping = m_clinic.write(
        "pointgroup.save",
        [draft = draft(), typed = m_draft->handOver()](store::Transaction &tx) -> Result<pointgroup::Group> {
            if (auto settled = drafts::settle(tx, typed); !settled)
                return settled.error();
            return pointgroup::save(tx, draft);
        });
    onDone(keeping, this, [this](const Result<pointgroup::Group> &group) {
        setBusy(false);
        m_draft->handedOver(group.ok());
        if (!group)
            return refuse(group.error());
        m_draft->letGo();
        emit kept(group->content.name, group->content.code);
        finish();
    });
}

void GroupDialog::retire()
{
    const int index = m_choice->currentIndex();
    if (index <= 0)
        return;
    setBusy(true);
    const pointgroup::Group group = m_groups.at(index - 1);
    const auto retiring = m_clinic.write(
        "pointgroup.retire", [id = group.id](store::Transaction &tx) { return pointgroup::retire(tx, id); });
    onDone(retiring, this, [this, group](const Result<Done> &done) {
        setBusy(false);
        if (!done)
            return refuse(done.error());
        emit retired(group.content.name);
        finish();
    });
}

void GroupDialog::refuse(const Error &error)
{
    const QString sentence =
        error.message.isEmpty() ? tr("This could not be done; nothing was changed.") : error.message;
    if (error.field == u"name") {
        m_nameField->showProblem(sentence);
        m_name->setFocus();
    } else if (error.field == u"code") {
        m_codeField->showProblem(sentence);
        m_code->setFocus();
    } else {
        showProblem(sentence);
    }
}

} // namespace xinglin::ui
