#include "ui/photo/tonguepage.h"

#include "ui/kit/banner.h"
#include "ui/kit/messagestrip.h"
#include "ui/kit/ondone.h"
#include "ui/paper/sheetsprinter.h"
#include "ui/patient/patientbanner.h"
#include "ui/photo/colourcardpaper.h"
#include "ui/photo/export.h"

#include <QShortcut>
#include <QVBoxLayout>

namespace xinglin::ui {

TonguePage::TonguePage(Clinic &clinic, const Who &who, Files &files, const Camera::Source &cameras, QWidget *parent)
    : Page(QStringLiteral("tongue"), parent)
    , m_clinic(clinic)
    , m_banner(new Banner)
    , m_strip(new MessageStrip)
    , m_photos(new TonguePhotos(clinic, who, cameras))
    , m_printer(new SheetsPrinter(clinic, QStringLiteral("Colour card"), this))
{
    m_strip->setObjectName(QStringLiteral("tonguePageStrip"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_banner);
    column->addWidget(m_strip);
    column->addWidget(m_photos, 1);
    connect(m_photos, &TonguePhotos::cardWanted, this, &TonguePage::printCard);
    connect(m_photos, &TonguePhotos::counted, this, [this](int count) {
        m_count = count;
        emit headingChanged();
    });
    auto *exporting = new Export(clinic, files, this);
    connect(m_photos, &TonguePhotos::exportWanted, exporting, &Export::ask);
    connect(exporting, &Export::done, this,
            [this](const QString &sentence) { m_strip->say(MessageStrip::Kind::Done, sentence); });
    connect(exporting, &Export::failed, this,
            [this](const QString &sentence) { m_strip->say(MessageStrip::Kind::Stop, sentence); });
    connect(m_printer, &SheetsPrinter::printed, this,
            [this](const QString &sentence) { m_strip->say(MessageStrip::Kind::Done, sentence); });
    connect(m_printer, &SheetsPrinter::failed, this,
            [this](const Error &error) { m_strip->say(MessageStrip::Kind::Stop, error.message); });
    auto *escape = new QShortcut(Qt::Key_Escape, this);
    escape->setContext(Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, [this] {
        if (!m_photos->leaveCamera())
            emit left();
    });
}

void TonguePage::openPatient(PatientId id, std::optional<VisitId> visit)
{
    const bool same = m_patient == id;
    m_patient = id;
    if (!same) {
        m_count = 0;
        m_banner->setTitle({});
        m_banner->setFacts({});
        m_banner->setChips({});
        m_strip->clear();
        emit patientChanged();
    }
    m_photos->setPatient(id, visit);
    load();
}

void TonguePage::load()
{
    const quint64 question = ++m_question;
    const auto asked =
        m_clinic.read([id = *m_patient](const store::Snapshot &view) { return patient::open(view, id); });
    onDone(asked, this, [this, question](const Result<PatientStrip> &strip) {
        if (question != m_question)
            return;
        if (!strip)
            return m_strip->say(MessageStrip::Kind::Stop, strip.error().message);
        fillBanner(*m_banner, *strip, today(m_clinic));
        emit headingChanged();
    });
}

QString TonguePage::title() const
{
    return tr("Tongue");
}

QString TonguePage::context() const
{
    return m_count > 0 ? tr("%n picture(s)", nullptr, m_count) : QString();
}

QList<KeyHint> TonguePage::keyHints() const
{
    return {{QStringLiteral("F5"), tr("take")},           {QStringLiteral("F8"), tr("beside the earlier one")},
            {QStringLiteral("O"), tr("onion-skin")},      {QStringLiteral("X"), tr("flicker")},
            {QStringLiteral("PgDn"), tr("an older one")}, {QStringLiteral("Esc"), tr("back")}};
}

void TonguePage::activate()
{
    m_photos->takeHand();
}

void TonguePage::rest(bool resting)
{
    Page::rest(resting);
    m_photos->rest(resting);
}

void TonguePage::printCard()
{
    const auto asked = m_clinic.read([](const store::Snapshot &view) { return access::clinicProfile(view); });
    onDone(asked, this, [this](const Result<access::ClinicProfile> &clinic) {
        const QString name = clinic ? clinic->name : QString();
        m_printer->show([name, day = today(m_clinic)](const PaperDress &) {
            return colourCardSheet(name, day.toString(Qt::ISODate));
        });
    });
}

} // namespace xinglin::ui
