#pragma once

#include "base/files.h"
#include "clinic/clinic.h"
#include "clinic/prescription/consultation.h"

#include <QLocale>
#include <QObject>

class QWidget;

namespace xinglin::ui {

/// Prints signed prescriptions without a dialog: on the default printer, or into a folder as PDF where there is none.
/// All of it beside the GUI thread.
class PaperPrinter : public QObject
{
    Q_OBJECT

public:
    PaperPrinter(Clinic &clinic, QWidget *window);

    /// Folder of PDFs; by default Prescriptions below the documents.
    void setFolder(const QString &folder) { m_folder = folder; }
    QString folder() const { return m_folder; }
    /// PDF even where there is a printer.
    void setAlwaysPdf(bool always) { m_alwaysPdf = always; }

    void print(PrescriptionId id);
    void preview(PrescriptionId id);

signals:
    /// One sentence: where it was printed.
    void printed(const QString &sentence, const QString &path);
    void failed(const xinglin::Error &error);

private:
    void send(const consultation::Paper &paper);
    void save(const consultation::Paper &paper, const QString &path);

    Clinic &m_clinic;
    QWidget *m_window;
    QString m_folder;
    bool m_alwaysPdf = false;
};

} // namespace xinglin::ui
