#include "ui/patient/segmentlisting.h"

#include "ui/kit/ondone.h"

namespace xinglin::ui {

namespace {
constexpr int pageSize = 50;
constexpr int mostAtOnce = 500;
} // namespace

SegmentListing::SegmentListing(Clinic &clinic, QObject *parent) : QObject(parent), m_clinic(clinic)
{
}

SegmentListing::~SegmentListing()
{
    m_running.cancel();
}

void SegmentListing::ask(const segment::Segment &segment, bool again, int rows)
{
    drop();
    m_segment = segment;
    m_shown = 0;
    read(std::nullopt, std::clamp(rows, pageSize, mostAtOnce), !again);
}

void SegmentListing::more()
{
    if (m_segment && m_next && !m_busy)
        read(m_next, pageSize, true);
}

void SegmentListing::drop()
{
    ++m_question;
    m_running.cancel();
    m_segment.reset();
    m_next.reset();
    m_busy = false;
}

void SegmentListing::read(const std::optional<segment::Cursor> &after, int limit, bool note)
{
    m_busy = true;
    m_since.start();
    m_running = m_clinic.read([segment = *m_segment, after, limit, note, shown = m_shown](const store::Snapshot &view) {
        auto page = segment::page(view, segment.definition, after, limit);
        if (page && note)
            segment::noteLook(view, segment, shown + page->hits.size());
        return page;
    });
    const quint64 question = m_question;
    onDone(m_running, this, [this, question, first = !after](const Result<segment::Page> &page) {
        if (question != m_question)
            return;
        m_busy = false;
        if (!page) {
            emit failed(page.error());
            return;
        }
        m_next = page->next;
        m_shown += page->hits.size();
        emit found(page->hits, first, m_next.has_value(), m_since.elapsed());
    });
}

} // namespace xinglin::ui
