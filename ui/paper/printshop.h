#pragma once

#include "base/press.h"
#include "clinic/clinic.h"
#include "ui/paper/paperdress.h"
#include "ui/paper/printqueue.h"
#include "ui/paper/printroutes.h"
#include "ui/paper/sheets.h"

#include <QFuture>
#include <QHash>
#include <QSet>

#include <memory>

namespace xinglin::ui {

/// How a paper is to be sent.
struct PrintWish
{
    QString folder;         ///< Of PDFs, where there is no printer.
    bool alwaysPdf = false; ///< Into that folder whatever there is.
    bool unasked = false;   ///< Nothing at all where there is no printer: no file is written that nobody wanted.
};

/// Where a paper went; both empty: nowhere, as wished.
struct PrintOutcome
{
    QString printer;
    QString path;
    bool chosen = false; ///< A file because somebody set it so.
    bool operator==(const PrintOutcome &) const = default;
};

/// What can be printed on.
struct Printers
{
    QStringList names;
    QString first; ///< The default one; may be empty.
    QMap<QString, QStringList> trays;
};

/// Sends papers to the printers of this PC, each kind along its route, without a dialog, and keeps what was not taken.
/// One for each open clinic; nothing in it waits on the GUI thread.
class PrintShop : public QObject
{
    Q_OBJECT

public:
    /// Lays the pages out as the clinic has settled; called on a worker thread.
    using Make = std::function<Sheets(const PaperDress &dress)>;

    /// The one of @p clinic, made when it is first asked for.
    static PrintShop &of(Clinic &clinic);

    /// Another printing system than that of the PC.
    void setPress(std::shared_ptr<Press> press);

    /// As the clinic has settled; see PaperDress.
    QFuture<Result<PrintOutcome>> send(const Make &make, const PrintWish &wish);
    /// As the clinic has settled it; where that is refused, as it is shipped. An error where the clinic cannot be read:
    /// then nothing is printed, since the mark of a training clinic might be missing.
    QFuture<Result<PaperDress>> dress() const;

    /// What is left of those that @p person sent is told by leftChanged(). Papers that are on their way are not left.
    void look(const Uuid &person);
    /// Sends one of them once more; audited.
    void again(const PrintJob &job);
    /// Throws one of them away; audited.
    void discard(const PrintJob &job);

    QFuture<Result<Printers>> printers() const;
    QFuture<Result<PrintRoutes>> routes() const;
    QFuture<Result<Done>> setRoutes(const PrintRoutes &routes);

signals:
    /// Without their pages; the oldest first.
    void leftChanged(const xinglin::Uuid &person, const QList<xinglin::ui::PrintJob> &left);
    void failed(const xinglin::Error &error);

private:
    struct Works;
    explicit PrintShop(Clinic &clinic);
    void finish(const PrintJob &job);

    Clinic &m_clinic;
    std::shared_ptr<Works> m_works;
    QSet<Uuid> m_going;
    QHash<Uuid, quint64> m_questions; ///< The last one about each person.
};

} // namespace xinglin::ui
