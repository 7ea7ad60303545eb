#include "ui/photo/tonguerow.h"

#include "ui/kit/button.h"
#include "ui/kit/ondone.h"
#include "ui/kit/theme.h"
#include "ui/photo/attachmentdelegate.h"
#include "ui/photo/attachmentmodel.h"
#include "ui/shell/page.h"

#include <QHBoxLayout>
#include <QListView>

namespace xinglin::ui {

namespace {

constexpr int shown = 6;

} // namespace

TongueRow::TongueRow(Clinic &clinic, QWidget *parent)
    : QWidget(parent)
    , m_clinic(clinic)
    , m_model(new AttachmentModel(clinic.store().options().zone, this))
    , m_list(new QListView)
{
    setObjectName(QStringLiteral("tongueRow"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 3, 3, 3); // room for the button's focus ring
    row->setSpacing(gapControls);
    auto *take = new Button(tr("Photograph"));
    take->setObjectName(QStringLiteral("tonguePhotograph"));
    take->setAccessibleName(tr("Take a picture of the tongue"));
    take->setControlSize(ButtonSize::Small);
    take->setKeyCap(QStringLiteral("F5"));
    connect(take, &Button::clicked, this, &TongueRow::takeWanted);
    m_list->setObjectName(QStringLiteral("tongueThumbs"));
    m_list->setAccessibleName(tr("Pictures of the tongue, the latest first"));
    m_list->setModel(m_model);
    AttachmentDelegate::dressStrip(m_list, false);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->viewport()->setAutoFillBackground(false);
    m_list->hide();
    connect(m_list, &QListView::activated, this, [this](const QModelIndex &index) {
        if (const AttachmentItem *item = m_model->itemAt(index.row()))
            emit opened(item->attachment.id);
    });
    row->addWidget(take, 0, Qt::AlignTop);
    row->addWidget(m_list, 1);
    row->addStretch(0);
    // The note is walked through with Tab; F5 leads here.
    take->setFocusPolicy(Qt::ClickFocus);
    m_list->setFocusPolicy(Qt::ClickFocus);
    connect(&m_clinic, &Clinic::changed, this, [this](const store::ChangeSet &changes) {
        if (!changes.touches("attachment"))
            return;
        m_stale = true;
        if (isVisible())
            reload();
    });
}

void TongueRow::setPatient(std::optional<PatientId> patient)
{
    if (patient != m_patient) {
        m_model->setItems({});
        m_list->hide();
    }
    m_patient = patient;
    m_stale = true;
    if (isVisible())
        reload();
}

void TongueRow::reload()
{
    if (!m_patient)
        return;
    for (const QWidget *above = parentWidget(); above; above = above->parentWidget()) {
        if (const auto *page = qobject_cast<const Page *>(above); page && page->isResting())
            return;
    }
    m_stale = false;
    const quint64 question = ++m_question;
    const auto asked = m_clinic.read([id = *m_patient](const store::Snapshot &view) -> Result<QList<AttachmentItem>> {
        const auto all = attachments::list(view, id, AttachmentKind::Tongue, shown);
        if (!all)
            return all.error();
        return itemsOf(*all);
    });
    onDone(asked, this, [this, question](const Result<QList<AttachmentItem>> &items) {
        if (question != m_question)
            return;
        // A refusal is told where the pictures themselves are asked for.
        m_model->setItems(items ? *items : QList<AttachmentItem>());
        m_list->setVisible(m_model->rowCount() > 0);
    });
}

void TongueRow::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_stale)
        reload();
}

} // namespace xinglin::ui
