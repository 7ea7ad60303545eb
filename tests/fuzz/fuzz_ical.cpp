// Any bytes are a calendar, or refused; what was read can be written and read again, the same.
#include "interop/icalreader.h"
#include "interop/icalwriter.h"

using namespace xinglin;
using namespace xinglin::interop;

namespace {

void require(bool held)
{
    if (!held)
        abort();
}

IcalWindow window()
{
    static const QTimeZone zone("Asia/Shanghai");
    return {zone, instantFromMs(1'767'196'800'000), instantFromMs(1'830'268'800'000)}; // 2026 and 2027 there
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const auto file =
        readIcal(QByteArray(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)), window());
    if (!file) {
        require(!file.error().message.isEmpty());
        return 0;
    }
    for (const IcalRefusal &one : file->refused)
        require(!one.why.isEmpty() && one.line > 0);
    QByteArray written = icalHead({});
    qsizetype times = 0;
    for (const IcalEvent &event : file->events) {
        require(event.line > 0);
        times += event.times.size();
        written += icalLines(event, window().from);
        for (const IcalTime &time : event.times)
            require(time.wholeDays ? time.first.isValid() && time.first <= time.last
                                   : time.period.from <= time.period.to);
    }
    if (times > 200) // often enough
        return 0;
    const auto again = readIcal(written + icalFoot(), window());
    require(again.ok() && again->events.size() + again->refused.size() == times);
    return 0;
}
