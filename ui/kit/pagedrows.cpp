#include "ui/kit/pagedrows.h"

namespace xinglin::ui {

bool PagedTable::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_more;
}

void PagedTable::fetchMore(const QModelIndex &)
{
    m_more = false; // asked once
    emit moreWanted();
}

} // namespace xinglin::ui
