#include "base/text/textdecoder.h"

#include <unicode/ucnv.h>
#include <unicode/ucnv_err.h>

#include <new>

namespace xinglin {

namespace {

const char *icuName(TextEncoding encoding)
{
    switch (encoding) {
    case TextEncoding::Utf8:
        return "UTF-8";
    case TextEncoding::Utf16Le:
        return "UTF-16LE";
    case TextEncoding::Utf16Be:
        return "UTF-16BE";
    case TextEncoding::Gb18030:
        return "GB18030";
    case TextEncoding::Big5:
        return "windows-950";
    case TextEncoding::Windows1252:
        return "windows-1252";
    }
    return "UTF-8";
}

} // namespace

QString encodingName(TextEncoding encoding)
{
    switch (encoding) {
    case TextEncoding::Utf8:
        return QStringLiteral("UTF-8");
    case TextEncoding::Utf16Le:
    case TextEncoding::Utf16Be:
        return QStringLiteral("UTF-16");
    case TextEncoding::Gb18030:
        return QStringLiteral("GB18030 (GBK)");
    case TextEncoding::Big5:
        return QStringLiteral("Big5");
    case TextEncoding::Windows1252:
        return QStringLiteral("Windows-1252");
    }
    return {};
}

struct TextDecoder::Converter
{
    UConverter *icu = nullptr;
    ~Converter() { ucnv_close(icu); }
};

TextDecoder::TextDecoder(TextEncoding encoding, Misfits misfits) : m_converter(std::make_unique<Converter>())
{
    UErrorCode status = U_ZERO_ERROR;
    m_converter->icu = ucnv_open(icuName(encoding), &status);
    if (misfits == Misfits::Stop)
        ucnv_setToUCallBack(m_converter->icu, UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
    else
        ucnv_setToUCallBack(m_converter->icu, UCNV_TO_U_CALLBACK_SUBSTITUTE, nullptr, nullptr, nullptr, &status);
    // ICU carries all of these within itself.
    if (U_FAILURE(status))
        throw std::bad_alloc();
}

TextDecoder::~TextDecoder() = default;

bool TextDecoder::decode(QByteArrayView bytes, bool last, QString &text)
{
    if (m_misfit >= 0)
        return false;
    // ICU knows exactly where the misfit is only while the whole of it lies before it.
    const QByteArray joined = m_begun.isEmpty() ? QByteArray() : m_begun + bytes.toByteArray();
    if (!m_begun.isEmpty())
        bytes = joined;
    const char *source = bytes.data();
    const char *const end = source + bytes.size();
    for (;;) {
        // Every byte makes one unit at most.
        const qsizetype before = text.size();
        const qsizetype room = (end - source) + 16;
        text.resize(before + room);
        auto *const begin = reinterpret_cast<char16_t *>(text.data()) + before;
        char16_t *target = begin;
        UErrorCode status = U_ZERO_ERROR;
        ucnv_toUnicode(m_converter->icu, &target, begin + room, &source, end, nullptr, last, &status);
        text.resize(before + (target - begin));
        if (status == U_BUFFER_OVERFLOW_ERROR)
            continue;
        UErrorCode asked = U_ZERO_ERROR;
        if (U_SUCCESS(status)) {
            const qsizetype pending = last ? 0 : ucnv_toUCountPending(m_converter->icu, &asked);
            m_begun = QByteArray(end - pending, pending);
            m_done += bytes.size() - pending;
            if (pending > 0)
                ucnv_resetToUnicode(m_converter->icu);
            return true;
        }
        char invalid[32];
        auto length = static_cast<int8_t>(sizeof invalid);
        ucnv_getInvalidChars(m_converter->icu, invalid, &length, &asked);
        m_misfit = m_done + (source - bytes.data()) - (U_SUCCESS(asked) ? length : 0);
        return false;
    }
}

} // namespace xinglin
