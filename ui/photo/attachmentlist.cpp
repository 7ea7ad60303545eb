#include "ui/photo/attachmentlist.h"

#include "ui/kit/button.h"
#include "ui/kit/messagestrip.h"
#include "ui/kit/ondone.h"
#include "ui/kit/paint.h"
#include "ui/kit/text.h"
#include "ui/photo/attachmentdelegate.h"
#include "ui/photo/attachmentmodel.h"
#include "ui/photo/intake.h"
#include "ui/shell/page.h"
#include "ui/shell/patientwords.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDropEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QListView>
#include <QMimeData>
#include <QShortcut>
#include <QVBoxLayout>

namespace xinglin::ui {

namespace {

constexpr int atOnce = 40;

constexpr AttachmentKind kinds[] = {AttachmentKind::Report, AttachmentKind::Letter, AttachmentKind::Tongue,
                                    AttachmentKind::Face, AttachmentKind::Other};

} // namespace

AttachmentList::AttachmentList(Clinic &clinic, const Who &who, QWidget *parent)
    : QWidget(parent)
    , m_clinic(clinic)
    , m_who(who)
    , m_model(new AttachmentModel(clinic.store().options().zone, this))
    , m_intake(new Intake(clinic, this))
{
    setObjectName(QStringLiteral("attachments"));
    setAcceptDrops(mayAdd());
    build();
    connect(m_model, &AttachmentModel::moreWanted, this, &AttachmentList::fetchMore);
    connect(m_intake, &Intake::busyChanged, m_add, &Button::setBusy);
    connect(m_intake, &Intake::refused, this, [this](const QString &sentence) { say(false, sentence); });
    connect(m_intake, &Intake::settled, this, [this](int count, int fromFiles, int refused) {
        if (fromFiles > 0 && refused == 0)
            say(true, tr("Kept encrypted. What you chose is still where it was on this PC."));
        if (count > 0)
            reload();
    });
    connect(&m_clinic, &Clinic::changed, this, [this](const store::ChangeSet &changes) {
        if (!changes.touches("attachment"))
            return;
        m_stale = true;
        if (mayAsk() && !m_intake->isBusy())
            reload();
    });
}

void AttachmentList::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(panelPadding, 8, panelPadding, 4);
    column->setSpacing(4);
    auto *head = new QHBoxLayout;
    head->setSpacing(gapControls);
    head->addWidget(new Label(tr("Pictures and papers"), TypeStyle::Heading));
    m_count = new Label({}, TypeStyle::Small, Token::Text2);
    m_count->setObjectName(QStringLiteral("attachmentCount"));
    head->addWidget(m_count);
    head->addStretch(1);
    m_kind = new QComboBox;
    m_kind->setObjectName(QStringLiteral("attachmentKind"));
    m_kind->setAccessibleName(tr("What is added"));
    for (const AttachmentKind kind : kinds)
        m_kind->addItem(kindName(kind));
    m_add = new Button(tr("Add a file"));
    m_add->setObjectName(QStringLiteral("addAttachment"));
    m_add->setControlSize(ButtonSize::Small);
    m_add->setKeyCap(keysText(QKeySequence::Open));
    connect(m_add, &Button::clicked, this, &AttachmentList::chooseFiles);
    head->addWidget(m_kind);
    head->addWidget(m_add);
    column->addLayout(head);
    m_strip = new MessageStrip;
    m_strip->setObjectName(QStringLiteral("attachmentStrip"));
    column->addWidget(m_strip);
    m_none = new Label(mayAdd() ? tr("Drop files here, or paste a picture with Ctrl V.") : tr("None."),
                       TypeStyle::Small, Token::Text2);
    m_none->setObjectName(QStringLiteral("noAttachments"));
    column->addWidget(m_none);
    m_list = new QListView;
    m_list->setObjectName(QStringLiteral("attachmentList"));
    m_list->setAccessibleName(tr("Pictures and papers, the latest first"));
    m_list->setModel(m_model);
    AttachmentDelegate::dressGrid(m_list);
    connect(m_list, &QListView::activated, this, [this] {
        if (const auto now = current())
            emit opened(*now);
    });
    column->addWidget(m_list, 1);
    column->addStretch(0);
    m_kind->setVisible(mayAdd());
    m_add->setVisible(mayAdd());
    showCount();
}

bool AttachmentList::mayAsk() const
{
    if (!m_patient || !isVisible())
        return false;
    for (const QWidget *above = parentWidget(); above; above = above->parentWidget()) {
        if (const auto *page = qobject_cast<const Page *>(above))
            return !page->isResting();
    }
    return true;
}

void AttachmentList::setPatient(std::optional<PatientId> patient)
{
    const bool same = patient == m_patient;
    m_patient = patient;
    if (!same) {
        m_model->setItems({});
        m_strip->clear();
        showCount();
    }
    m_stale = true;
    reload();
}

void AttachmentList::reload()
{
    if (!mayAsk())
        return;
    m_stale = false;
    const quint64 question = ++m_question;
    const auto asked = m_clinic.read([id = *m_patient](const store::Snapshot &view) -> Result<QList<AttachmentItem>> {
        const auto all = attachments::list(view, id, {}, atOnce);
        if (!all)
            return all.error();
        return itemsOf(*all);
    });
    onDone(asked, this, [this, question](const Result<QList<AttachmentItem>> &items) {
        if (question != m_question)
            return;
        if (!items) {
            m_model->setItems({});
            showCount();
            return say(false, items.error().message);
        }
        const auto before = current();
        m_model->setItems(*items);
        m_model->setMore(items->size() == atOnce);
        if (before && m_model->rowOf(before->id) >= 0)
            m_list->setCurrentIndex(m_model->index(m_model->rowOf(before->id)));
        showCount();
    });
}

void AttachmentList::fetchMore()
{
    const AttachmentItem *last = m_model->itemAt(m_model->rowCount() - 1);
    if (!last || !mayAsk())
        return;
    const auto asked = m_clinic.read(
        [id = *m_patient, before = last->attachment](const store::Snapshot &view) -> Result<QList<AttachmentItem>> {
            const auto all = attachments::list(view, id, {}, atOnce, before);
            if (!all)
                return all.error();
            return itemsOf(*all);
        });
    onDone(asked, this, [this, question = m_question](const Result<QList<AttachmentItem>> &items) {
        if (question != m_question || !items)
            return;
        m_model->addItems(*items);
        m_model->setMore(items->size() == atOnce);
        showCount();
    });
}

void AttachmentList::showCount()
{
    const int count = m_model->rowCount();
    m_count->setText(count == 0                  ? QString()
                     : m_model->canFetchMore({}) ? tr("%1 and more").arg(count)
                                                 : QString::number(count));
    m_none->setVisible(count == 0);
    m_list->setVisible(count > 0);
}

std::optional<Attachment> AttachmentList::current() const
{
    const AttachmentItem *item = m_model->itemAt(m_list->currentIndex().row());
    return item ? std::optional(item->attachment) : std::nullopt;
}

AttachmentKind AttachmentList::kind() const
{
    return kinds[m_kind->currentIndex()];
}

void AttachmentList::take(std::function<void()> how)
{
    if (!m_patient || !mayAdd())
        return;
    m_strip->clear();
    emit noteworthy();
    m_intake->setSubject(m_patient, {}, kind());
    how();
}

void AttachmentList::chooseFiles()
{
    auto *dialog = new QFileDialog(this, tr("Choose pictures and papers"));
    dialog->setObjectName(QStringLiteral("chooseAttachments"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this,
            [this](const QStringList &paths) { take([this, paths] { m_intake->takeFiles(paths); }); });
    dialog->open();
}

void AttachmentList::paste()
{
    take([this] {
        const QMimeData *held = QApplication::clipboard()->mimeData();
        if (!held || !m_intake->take(*held))
            say(false, tr("There is no picture in the clipboard."));
    });
}

void AttachmentList::say(bool good, const QString &sentence)
{
    m_strip->say(good ? MessageStrip::Kind::Done : MessageStrip::Kind::Stop, sentence);
}

void AttachmentList::serve(QWidget *ground)
{
    if (!mayAdd())
        return;
    const auto key = [&](QKeySequence::StandardKey keys, auto act) {
        auto *shortcut = new QShortcut(keys, ground);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, act); // fields take what is theirs first
    };
    key(QKeySequence::Paste, &AttachmentList::paste);
    key(QKeySequence::Open, &AttachmentList::chooseFiles);
    ground->setAcceptDrops(true);
    ground->installEventFilter(this);
}

bool AttachmentList::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::DragEnter) {
        dragEnterEvent(static_cast<QDragEnterEvent *>(event));
        return event->isAccepted();
    }
    if (event->type() == QEvent::Drop) {
        dropEvent(static_cast<QDropEvent *>(event));
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void AttachmentList::dragEnterEvent(QDragEnterEvent *event)
{
    if (m_patient && mayAdd() && Intake::holdsSomething(*event->mimeData()))
        event->acceptProposedAction();
}

void AttachmentList::dropEvent(QDropEvent *event)
{
    // A copy, whatever was proposed: what is dropped stays where it is.
    event->setDropAction(Qt::CopyAction);
    event->accept();
    take([this, dropped = event->mimeData()] { m_intake->take(*dropped); });
}

void AttachmentList::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_stale)
        reload();
}

} // namespace xinglin::ui
