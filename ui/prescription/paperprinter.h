#pragma once

#include "clinic/clinic.h"
#include "clinic/prescription/consultation.h"
#include "ui/prescription/pages.h"

#include <QObject>

#include <functional>
#include <memory>

class QWidget;

namespace xinglin::ui {

/// Prints without a dialog, signed prescriptions and other papers: on the default printer, or into a folder as PDF
/// where there is none. All of it beside the GUI thread.
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
    void print(std::shared_ptr<const Pages> pages);
    /// Prints where there is a printer (or PDFs are always wanted), and does nothing where there is none: for what is
    /// printed without being asked for. A file with a patient's name is never written unasked.
    void printIfPossible(PrescriptionId id);
    void preview(std::shared_ptr<const Pages> pages);

signals:
    /// One sentence: where it was printed.
    void printed(const QString &sentence, const QString &path);
    void failed(const xinglin::Error &error);

private:
    enum class Otherwise { File, Nothing };
    void send(std::shared_ptr<const Pages> pages, Otherwise otherwise);
    void fetch(PrescriptionId id, std::function<void(std::shared_ptr<const Pages>)> then);
    void save(std::shared_ptr<const Pages> pages, const QString &path);

    Clinic &m_clinic;
    QWidget *m_window;
    QString m_folder;
    bool m_alwaysPdf = false;
};

} // namespace xinglin::ui
