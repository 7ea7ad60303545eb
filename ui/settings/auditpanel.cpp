#include "ui/settings/auditpanel.h"

#include "ui/kit/button.h"
#include "ui/kit/flowlayout.h"
#include "ui/kit/ondone.h"
#include "ui/kit/qrcode.h"
#include "ui/kit/text.h"
#include "ui/settings/rolewords.h"
#include "ui/shell/aside.h"

#include <QFileDialog>
#include <QLocale>
#include <QPointer>
#include <QPrintDialog>
#include <QPrinter>
#include <QVBoxLayout>

namespace xinglin::ui {

using access::Permission;

AuditPanel::AuditPanel(Clinic &clinic, const Who &who, Files &files, QWidget *parent)
    : Pane(Token::Surface, Qt::LeftEdge, parent)
    , m_clinic(clinic)
    , m_who(who)
    , m_files(files)
    , m_rows(new Label(QString(), TypeStyle::Small))
    , m_checked(new Label(QString(), TypeStyle::Small))
    , m_found(new Label(QString(), TypeStyle::Small, Token::CinnabarText))
    , m_fingerprint(new Label(QString(), TypeStyle::Heading))
    , m_progress(new Label(QString(), TypeStyle::Small, Token::Text2))
    , m_code(new QrCode(tr("QR code of the log's head")))
{
    setObjectName(QStringLiteral("auditPanel"));
    m_rows->setObjectName(QStringLiteral("auditRows"));
    m_checked->setObjectName(QStringLiteral("auditChecked"));
    m_found->setObjectName(QStringLiteral("auditFound"));
    m_fingerprint->setObjectName(QStringLiteral("auditFingerprint"));
    m_fingerprint->setAccessibleName(tr("Fingerprint of the log's head"));
    m_fingerprint->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_progress->setObjectName(QStringLiteral("auditProgress"));
    m_code->setObjectName(QStringLiteral("auditCode"));
    for (Label *label : {m_rows, m_checked, m_found, m_fingerprint, m_progress})
        label->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(panelPadding + 1, panelPadding, panelPadding, panelPadding);
    column->setSpacing(gapControls);
    column->addWidget(new Label(tr("State of the log"), TypeStyle::Title));
    column->addWidget(m_rows);
    column->addWidget(m_checked);
    column->addWidget(m_found);
    m_check = add(tr("Check now"), "checkStore", QStringLiteral("C"));
    m_cancel = add(tr("Cancel"), "cancelCheck", QStringLiteral("Esc"));
    m_export = add(tr("Export"), "exportAudit", QStringLiteral("E"));
    connect(m_check, &Button::clicked, this, &AuditPanel::check);
    connect(m_cancel, &Button::clicked, this, &AuditPanel::cancel);
    connect(m_export, &Button::clicked, this, &AuditPanel::chooseExport);
    auto *deeds = new FlowLayout(gapControls, gapControls);
    for (Button *button : {m_check, m_cancel, m_export})
        deeds->addWidget(button);
    column->addLayout(deeds);
    column->addWidget(m_progress);
    column->addSpacing(gapGroups);
    column->addWidget(new Label(tr("For the day's papers"), TypeStyle::Heading));
    column->addWidget(m_fingerprint);
    column->addWidget(m_code);
    auto *paper = new FlowLayout(gapControls, gapControls);
    Button *print = add(tr("Print"), "printHead", QStringLiteral("P"));
    Button *pdf = add(tr("Save as PDF"), "saveHead", QStringLiteral("S"));
    connect(print, &Button::clicked, this, &AuditPanel::print);
    connect(pdf, &Button::clicked, this, &AuditPanel::choosePdf);
    paper->addWidget(print);
    paper->addWidget(pdf);
    column->addLayout(paper);
    column->addStretch(1);
    if (!who.may(Permission::ExportAudit))
        m_export->hide();
    setBusy(false);
}

Button *AuditPanel::add(const QString &text, const char *name, const QString &keys)
{
    auto *button = new Button(text, ButtonKind::Plain, this);
    button->setObjectName(QLatin1String(name));
    button->setControlSize(ButtonSize::Small);
    button->setKeyCap(keys);
    return button;
}

void AuditPanel::setBusy(bool busy, const QString &sentence)
{
    m_check->setEnabled(!busy);
    m_export->setEnabled(!busy);
    m_cancel->setVisible(busy);
    m_progress->setText(sentence);
    m_progress->setVisible(!sentence.isEmpty());
}

void AuditPanel::load()
{
    onDone(m_clinic.read([](const store::Snapshot &view) { return auditlog::state(view); }), this,
           [this](const Result<auditlog::State> &state) {
               if (state)
                   show(*state);
               else
                   emit told(false, state.error().message);
           });
}

void AuditPanel::show(const auditlog::State &state)
{
    const QTimeZone zone = m_clinic.store().options().zone;
    m_paper = {m_who.clinic.name, today(m_clinic), state.rows, state.head, m_who.clinic.isTraining};
    m_rows->setText(tr("%1 rows", "of the audit log").arg(QLocale().toString(state.rows)));
    QString when = tr("The whole store was never checked.");
    if (state.known.whole)
        when = tr("Last whole check: %1").arg(momentText(*state.known.whole, today(m_clinic), zone));
    if (state.isDue)
        when += QStringLiteral(" ") + tr("A check is due.");
    m_checked->setText(when);
    m_found->setVisible(state.known.wholeProblems > 0);
    if (state.known.wholeProblems > 0)
        m_found->setText(
            tr("%n problem(s) were found, first: %1", nullptr, state.known.wholeProblems).arg(state.known.wholeFirst));
    m_fingerprint->setText(store::fingerprintOf(state.head));
    m_code->setText(m_paper.code());
}

void AuditPanel::check()
{
    if (isBusy())
        return;
    setBusy(true, tr("The store is being checked."));
    const QPointer<AuditPanel> self(this);
    store::VerifyOptions options;
    options.progress = [self, told = std::make_shared<qint64>(0)](store::VerifyPart part, qint64 done, qint64 of) {
        // Often enough for an eye, not for every row.
        if (done != 0 && done - *told < 1000)
            return;
        *told = done;
        if (self)
            QMetaObject::invokeMethod(self.data(), [self, part, done, of] {
                if (self)
                    self->showProgress(part, done, of);
            });
    };
    m_running = m_clinic.read([options](const store::Snapshot &view) { return auditlog::check(view, options); });
    auto *watcher = new QFutureWatcher<Result<store::VerifyReport>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher] {
        watcher->deleteLater();
        const auto future = watcher->future();
        if (future.isCanceled() || future.resultCount() == 0) {
            setBusy(false);
            emit told(true, tr("The check was cancelled."));
        } else {
            checked(future.resultAt(0));
        }
    });
    watcher->setFuture(m_running);
}

void AuditPanel::showProgress(store::VerifyPart part, qint64 done, qint64 of)
{
    if (!m_running.isRunning())
        return;
    QString what;
    switch (part) {
    case store::VerifyPart::Pages:
        what = tr("Checking the pages");
        break;
    case store::VerifyPart::Structure:
    case store::VerifyPart::References:
    case store::VerifyPart::Schema:
        what = tr("Checking the structure");
        break;
    case store::VerifyPart::Records:
        what = tr("Checking the change log");
        break;
    case store::VerifyPart::Audit:
        what = tr("Checking the audit log");
        break;
    case store::VerifyPart::Followers:
        what = tr("Checking the search");
        break;
    case store::VerifyPart::Files:
        what = tr("Checking the attached files");
        break;
    }
    m_progress->setText(of > 0 ? tr("%1: %2 %", "what is checked, and how far").arg(what).arg(100 * done / of) : what);
}

void AuditPanel::checked(const Result<store::VerifyReport> &report)
{
    setBusy(false);
    if (!report)
        return emit told(false, report.error().message);
    if (report->found.isEmpty())
        emit told(true, tr("Everything holds: %1 records and %2 audit rows.")
                            .arg(QLocale().toString(report->records), QLocale().toString(report->audit.rows)));
    else
        emit told(false, tr("%n problem(s): %1", nullptr, static_cast<int>(report->found.size()))
                             .arg(store::sentenceFor(report->found.constFirst())));
    onDone(m_clinic.write("store.checked",
                          [kept = *report](store::Transaction &tx) { return auditlog::keepCheck(tx, kept); }),
           this, [this](const Result<Done> &) { load(); });
}

void AuditPanel::cancel()
{
    m_running.cancel();
    m_exporting.cancel();
}

void AuditPanel::chooseExport()
{
    if (isBusy() || !m_who.may(Permission::ExportAudit))
        return;
    auto *dialog = new QFileDialog(this, tr("Export the audit log"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("Tables (*.csv)"));
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    dialog->selectFile(QStringLiteral("audit-%1.csv").arg(today(m_clinic).toString(Qt::ISODate)));
    connect(dialog, &QFileDialog::fileSelected, this, &AuditPanel::exportTo);
    dialog->open();
}

void AuditPanel::exportTo(const QString &path)
{
    setBusy(true, tr("The log is being exported."));
    const auto ordered =
        m_clinic.write("audit.export", [path](store::Transaction &tx) { return auditlog::orderExport(tx, path); });
    onDone(ordered, this, [this](const Result<auditlog::ExportOrder> &order) {
        if (order)
            return writeFile(*order);
        setBusy(false);
        emit told(false, order.error().message);
    });
}

void AuditPanel::writeFile(const auditlog::ExportOrder &order)
{
    m_exporting = m_clinic.read(
        [order, files = &m_files](const store::Snapshot &view) { return auditlog::writeExport(view, order, *files); });
    auto *watcher = new QFutureWatcher<Result<store::AuditManifest>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, path = order.path()] {
        watcher->deleteLater();
        setBusy(false);
        load();
        const auto future = watcher->future();
        if (future.isCanceled() || future.resultCount() == 0)
            return emit told(true, tr("The export was cancelled."));
        const auto manifest = future.resultAt(0);
        if (!manifest)
            return emit told(false, manifest.error().message);
        emit told(
            true,
            tr("%1 rows are in %2, and their manifest beside it.").arg(QLocale().toString(manifest->rows()), path));
    });
    watcher->setFuture(m_exporting);
}

void AuditPanel::print()
{
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setPageSize(QPageSize(QPageSize::A5));
    printer->setFullPage(true);
    auto *dialog = new QPrintDialog(printer.get(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, printer] { paintAudit(*printer, m_paper); });
    connect(dialog, &QObject::destroyed, this, [printer] {});
    dialog->open();
}

void AuditPanel::choosePdf()
{
    auto *dialog = new QFileDialog(this, tr("Save the state of the log"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("PDF files (*.pdf)"));
    dialog->setDefaultSuffix(QStringLiteral("pdf"));
    connect(dialog, &QFileDialog::fileSelected, this, &AuditPanel::savePdf);
    dialog->open();
}

void AuditPanel::savePdf(const QString &path)
{
    const auto saved = aside([files = &m_files, path, paper = m_paper]() -> Result<Done> {
        return replaceFile(*files, path, auditPdf(paper));
    });
    onDone(saved, this, [this, path](const Result<Done> &done) {
        emit told(done.ok(), done ? tr("Saved as %1.").arg(path) : done.error().message);
    });
}

} // namespace xinglin::ui
