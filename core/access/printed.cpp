#include "access/printed.h"

namespace xinglin::printed {

namespace {

Result<Done> note(const store::Snapshot &view, const QByteArray &action, const About &about)
{
    if (auto refused = access::require(view, access::Permission::ReadPeople))
        return *refused;
    view.audit({action, about.entity.toLatin1(), about.subject, about.patient, "ok", about.kind});
    return Done{};
}

} // namespace

Result<Done> again(const store::Snapshot &view, const About &about)
{
    return note(view, "paper.again", about);
}

Result<Done> discarded(const store::Snapshot &view, const About &about)
{
    return note(view, "paper.discard", about);
}

} // namespace xinglin::printed
