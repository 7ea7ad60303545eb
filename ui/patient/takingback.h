#pragma once

#include "clinic/clinic.h"
#include "clinic/journal.h"

#include <QPointer>

class QShortcut;

namespace xinglin::ui {

class AskDialog;
class Page;
class Toast;

/// Taking an act back, on any page: Ctrl Z asks about one's own last act and names it; afterwards a line at the foot
/// says what was done, and Ctrl Shift Z takes the taking back back.
class TakingBack : public QObject
{
    Q_OBJECT

public:
    /// @p lastByKeys: Ctrl Z on @p page asks about the last own act.
    TakingBack(Clinic &clinic, Page *page, bool lastByKeys);

    void askLast();
    /// Says what has just been done, and that Ctrl Z takes it back.
    void offer(const QString &sentence);
    /// Asks before it takes the act back; says why not where it cannot be.
    void ask(const journal::Entry &entry);

signals:
    /// Something was taken back.
    void done();

private:
    void takeBack(const journal::Entry &entry);
    void returnIt();
    void offerReturn(const QByteArray &act, const QString &words);
    void say(const QString &sentence);
    Toast &toast();

    Clinic &m_clinic;
    Page *m_page;
    Toast *m_toast = nullptr;
    QShortcut *m_return;
    std::optional<journal::Entry> m_undone; ///< The act of taking back, to be taken back itself.
    QPointer<AskDialog> m_dialog;
};

} // namespace xinglin::ui
