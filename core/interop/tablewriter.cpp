#include "interop/tablewriter.h"

#include "interop/csvwriter.h"
#include "interop/xlsxtablewriter.h"

namespace xinglin::interop {

namespace {

template <class Writer>
Result<std::unique_ptr<TableWriter>> begun(Files &files, const QString &path, const TableHead &head)
{
    auto writer = std::make_unique<Writer>(files, path);
    if (auto started = writer->begin(head); !started)
        return started.error();
    return std::unique_ptr<TableWriter>(std::move(writer));
}

} // namespace

Result<std::unique_ptr<TableWriter>> csvWriter(Files &files, const QString &path, const TableHead &head)
{
    return begun<csv::Writer>(files, path, head);
}

Result<std::unique_ptr<TableWriter>> xlsxWriter(Files &files, const QString &path, const TableHead &head)
{
    return begun<xlsx::Writer>(files, path, head);
}

} // namespace xinglin::interop
