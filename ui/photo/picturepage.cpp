#include "ui/photo/picturepage.h"

#include "ui/kit/button.h"
#include "ui/kit/messagestrip.h"
#include "ui/kit/ondone.h"
#include "ui/kit/pane.h"
#include "ui/kit/text.h"
#include "ui/photo/attachmentmodel.h"
#include "ui/photo/export.h"
#include "ui/photo/inerror.h"
#include "ui/photo/pictureview.h"
#include "ui/shell/aside.h"
#include "ui/shell/patientwords.h"

#include <QHBoxLayout>
#include <QShortcut>
#include <QVBoxLayout>

namespace xinglin::ui {

namespace {

constexpr int longest = 2400; ///< Pixels; more than a screen shows.

} // namespace

PicturePage::PicturePage(Clinic &clinic, const Who &who, Files &files, QWidget *parent)
    : Page(QStringLiteral("picture"), parent)
    , m_clinic(clinic)
    , m_name(new Label({}, TypeStyle::Heading))
    , m_export(new Button(tr("Save a copy outside")))
    , m_error(new Button(tr("Attached in error")))
    , m_strip(new MessageStrip)
    , m_view(new PictureView(tr("The attached picture")))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *tools = new Pane(Token::Window, Qt::BottomEdge);
    auto *row = new QHBoxLayout(tools);
    row->setContentsMargins(pageMargin, 8, 12, 8);
    m_name->setObjectName(QStringLiteral("pictureName"));
    m_name->setMayElide(true);
    m_export->setObjectName(QStringLiteral("exportPicture"));
    row->addWidget(m_name, 1);
    m_export->setKeys(QKeySequence::Save);
    m_error->setObjectName(QStringLiteral("pictureError"));
    m_error->setKeys(Qt::Key_Delete);
    m_error->setVisible(who.may(access::Permission::WriteVisit));
    row->addWidget(m_error);
    row->addWidget(m_export);
    column->addWidget(tools);
    m_strip->setObjectName(QStringLiteral("pictureStrip"));
    column->addWidget(m_strip);
    m_view->setObjectName(QStringLiteral("pictureView"));
    auto *place = new QWidget;
    auto *inner = new QVBoxLayout(place);
    inner->setContentsMargins(pageMargin, 12, pageMargin, 12);
    inner->addWidget(m_view);
    column->addWidget(place, 1);

    auto *exporting = new Export(clinic, files, this);
    connect(m_export, &Button::clicked, this, [this, exporting] {
        if (m_attachment)
            exporting->ask(*m_attachment);
    });
    connect(m_error, &Button::clicked, this, [this] {
        if (!m_attachment)
            return;
        askInError(m_clinic, *m_attachment, this, [this](const Result<Done> &done) {
            if (!done)
                return m_strip->say(MessageStrip::Kind::Stop, done.error().message);
            emit left();
        });
    });
    connect(exporting, &Export::done, this,
            [this](const QString &sentence) { m_strip->say(MessageStrip::Kind::Done, sentence); });
    connect(exporting, &Export::failed, this,
            [this](const QString &sentence) { m_strip->say(MessageStrip::Kind::Stop, sentence); });
    auto *escape = new QShortcut(Qt::Key_Escape, this);
    escape->setContext(Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, &PicturePage::left);
}

void PicturePage::open(const Attachment &attachment)
{
    m_attachment = attachment;
    m_name->setText(nameOf(attachment));
    m_strip->clear();
    emit patientChanged();
    emit headingChanged();
    load();
}

void PicturePage::load()
{
    const quint64 question = ++m_question;
    m_view->setPicture({});
    m_view->setSpot({});
    m_view->setCaption(takenText(*m_attachment, m_clinic.store().options().zone));
    m_view->setWords({});
    if (!m_attachment->isPicture()) {
        // Never opened by another program from a plain copy that nobody asked for.
        m_view->setWords(tr("Only pictures are shown here. Save a copy outside to open this with another program."));
        return;
    }
    m_view->setBusy(true);
    const auto asked =
        m_clinic.read([id = m_attachment->id](const store::Snapshot &view) { return attachments::content(view, id); });
    const auto refused = [this](const Error &error) {
        m_view->setBusy(false);
        m_strip->say(MessageStrip::Kind::Stop, error.message);
    };
    onDone(asked, this, [this, question, refused](const Result<QByteArray> &bytes) {
        if (question != m_question)
            return;
        if (!bytes)
            return refused(bytes.error());
        onDone(aside([kept = *bytes] { return decoded(kept, longest); }), this,
               [this, question, refused](const Result<QImage> &image) {
                   if (question != m_question)
                       return;
                   if (!image)
                       return refused(image.error());
                   m_view->setBusy(false);
                   m_view->setPicture(*image);
               });
    });
}

QString PicturePage::title() const
{
    return m_attachment ? kindName(m_attachment->kind) : tr("Picture");
}

QString PicturePage::context() const
{
    return m_attachment ? m_attachment->recordedBy : QString();
}

QList<KeyHint> PicturePage::keyHints() const
{
    return {{QStringLiteral("Esc"), tr("back")}};
}

std::optional<PatientId> PicturePage::patient() const
{
    return m_attachment ? std::optional(m_attachment->patient) : std::nullopt;
}

void PicturePage::activate()
{
    m_view->setFocus(Qt::OtherFocusReason);
}

void PicturePage::rest(bool resting)
{
    Page::rest(resting);
    if (!resting && m_attachment && m_view->picture().isNull())
        load();
}

} // namespace xinglin::ui
