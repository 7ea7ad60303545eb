#pragma once

#include "clinic/clinic.h"
#include "ui/paper/paperdress.h"

#include <QObject>

#include <functional>

class QWidget;

namespace xinglin::ui {

class PrintShop;

/// Prints without a dialog: where papers of the kind go on this PC (see PrintShop), or into a folder as PDF where there
/// is no printer. All of it beside the GUI thread.
class SheetsPrinter : public QObject
{
    Q_OBJECT

public:
    /// Lays the pages out as the clinic has settled; called on the thread that paints them.
    using Make = std::function<Sheets(const PaperDress &dress)>;

    /// @param folder of PDFs, below the documents.
    SheetsPrinter(Clinic &clinic, const QString &folder, QWidget *window);

    void setFolder(const QString &folder) { m_folder = folder; }
    QString folder() const { return m_folder; }
    /// PDF even where there is a printer.
    void setAlwaysPdf(bool always) { m_alwaysPdf = always; }

    void send(const Make &make) { send(make, false); }
    /// Prints where there is a printer (or PDFs are always wanted), and does nothing where there is none: for what is
    /// printed without being asked for. A file with a patient's name is never written unasked.
    void sendIfPossible(const Make &make) { send(make, true); }
    /// Shows the pages first.
    void show(const Make &make) { show(QList<Make>{make}); }
    /// Those of several papers, one after the other. From there each is printed as a paper of its own, and they are
    /// saved together.
    void show(const QList<Make> &papers);

signals:
    /// One sentence: where it was printed.
    void printed(const QString &sentence, const QString &path);
    void failed(const xinglin::Error &error);
    /// After printed() or failed(), and where nothing was sent since nobody had asked for it: the next paper may
    /// follow.
    void settled();

private:
    void send(const Make &make, bool unasked);
    void sendInOrder(const QList<Make> &papers);
    void sendOne(const Make &make, bool unasked, const std::function<void()> &then);
    void save(const Sheets &sheets, const QString &path);

    PrintShop &m_shop;
    QWidget *m_window;
    QString m_folder;
    bool m_alwaysPdf = false;
};

} // namespace xinglin::ui
