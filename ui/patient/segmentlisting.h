#pragma once

#include "clinic/clinic.h"
#include "clinic/patient/segments.h"

#include <QElapsedTimer>
#include <QObject>

namespace xinglin::ui {

/// The patients of a segment page by page, those seen last first. Only the newest question counts; older ones are
/// cancelled. Each page that is shown is noted in the audit log, with how many have been shown by then.
class SegmentListing : public QObject
{
    Q_OBJECT

public:
    explicit SegmentListing(Clinic &clinic, QObject *parent = nullptr);
    ~SegmentListing() override;

    /// The first page; found() or failed() follows unless another question comes first. @p again: the same list, read
    /// anew with as many rows as @p rows because something changed; it is not noted again.
    void ask(const segment::Segment &segment, bool again = false, int rows = 0);
    /// The next page, where there may be one and none is on its way.
    void more();
    /// Forgets the question; nothing follows.
    void drop();
    bool isOn() const { return m_segment.has_value(); }

signals:
    /// @param first whether they take the place of what was shown.
    void found(const QList<xinglin::PatientHit> &hits, bool first, bool mayBeMore, qint64 ms);
    void failed(const xinglin::Error &error);

private:
    void read(const std::optional<segment::Cursor> &after, int limit, bool note);

    Clinic &m_clinic;
    std::optional<segment::Segment> m_segment;
    std::optional<segment::Cursor> m_next;
    QFuture<Result<segment::Page>> m_running;
    qint64 m_shown = 0; ///< Of the question that is on.
    QElapsedTimer m_since;
    quint64 m_question = 0;
    bool m_busy = false;
};

} // namespace xinglin::ui
