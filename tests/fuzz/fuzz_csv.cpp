// The first byte chooses how the rest is read: 'a' as look() finds it, others with a given encoding and delimiter.
#include "fuzz/readfuzzed.h"

using namespace xinglin;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    const int choice = data[0] - 'a';
    interop::ReadOptions options;
    if (choice > 0) {
        options.encoding = static_cast<TextEncoding>(choice % 6);
        options.replaceMisfits = (choice / 6) % 2 == 1;
        options.trim = (choice / 12) % 2 == 1;
        if ((choice / 24) % 2 == 1)
            options.delimiter = u',';
    }
    fuzz::readToTheEnd(QByteArray(reinterpret_cast<const char *>(data) + 1, static_cast<qsizetype>(size - 1)), options);
    return 0;
}
