#pragma once

#include "access/auditexport.h"
#include "base/files.h"
#include "clinic/clinic.h"
#include "ui/kit/pane.h"
#include "ui/settings/auditpaper.h"
#include "ui/shell/who.h"

namespace xinglin::ui {

class Button;
class Label;
class MessageStrip;
class QrCode;

/// Beside the audit log: how it stands, checking the whole store, exporting, the day's head on paper.
class AuditPanel : public Pane
{
    Q_OBJECT

public:
    /// @p files outlive it.
    AuditPanel(Clinic &clinic, const Who &who, Files &files, QWidget *parent = nullptr);

    /// Reads the state anew.
    void load();
    void check();
    void cancel();
    void chooseExport();
    void exportTo(const QString &path);
    void print();
    void choosePdf();
    void savePdf(const QString &path);
    bool isBusy() const { return m_running.isRunning() || m_exporting.isRunning(); }

signals:
    /// A sentence for the section's strip.
    void told(bool well, const QString &sentence);

private:
    Button *add(const QString &text, const char *name, const QString &keys);
    void show(const auditlog::State &state);
    void checked(const Result<store::VerifyReport> &report);
    void showProgress(store::VerifyPart part, qint64 done, qint64 of);
    void writeFile(const auditlog::ExportOrder &order);
    void setBusy(bool busy, const QString &sentence = {});

    Clinic &m_clinic;
    Who m_who;
    Files &m_files;
    Label *m_rows;
    Label *m_checked;
    Label *m_found;
    Label *m_fingerprint;
    Label *m_progress;
    QrCode *m_code;
    Button *m_check = nullptr;
    Button *m_cancel = nullptr;
    Button *m_export = nullptr;
    AuditPaper m_paper;
    QFuture<Result<store::VerifyReport>> m_running;
    QFuture<Result<store::AuditManifest>> m_exporting;
};

} // namespace xinglin::ui
