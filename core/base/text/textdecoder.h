#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <memory>

namespace xinglin {

/// How the characters of a text file may be written down.
enum class TextEncoding {
    Utf8,
    Utf16Le,
    Utf16Be,
    Gb18030,     ///< GB 18030, of which GBK and GB 2312 are parts: what Chinese Excel calls plain CSV.
    Big5,        ///< As Windows in Hong Kong and Taiwan has it (code page 950).
    Windows1252, ///< Western European; every file fits, so that it is never found by itself.
};

/// The name that people know it by; the same in every language.
QString encodingName(TextEncoding encoding);

/// Turns bytes into characters, piece by piece, and stops at the first byte that does not fit. Not shared by threads.
class TextDecoder
{
public:
    enum class Misfits {
        Stop,    ///< decode() ends there.
        Replace, ///< U+FFFD stands in their place.
    };

    explicit TextDecoder(TextEncoding encoding, Misfits misfits = Misfits::Stop);
    ~TextDecoder();
    TextDecoder(const TextDecoder &) = delete;
    TextDecoder &operator=(const TextDecoder &) = delete;

    /// Appends the characters of @p bytes to @p text; a character may begin in one piece and end in the next, @p last
    /// says that there is no next. False where a byte does not fit: what comes before it has been appended, and nothing
    /// more can be decoded.
    bool decode(QByteArrayView bytes, bool last, QString &text);
    /// After decode() was false: how many bytes there are before the first that does not fit, from the very beginning.
    qint64 bytesBeforeMisfit() const { return m_misfit; }

private:
    struct Converter;
    std::unique_ptr<Converter> m_converter;
    QByteArray m_begun; ///< Bytes of a character that goes on in the next piece.
    qint64 m_done = 0;  ///< Bytes before m_begun.
    qint64 m_misfit = -1;
};

} // namespace xinglin
