#include "base/text/hanlatin.h"

#include <QHash>

#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <memory>

namespace xinglin {

namespace {

constexpr qsizetype memoLimit = 20'000;

/// ICU's transliterators may not be shared by threads, so that each thread makes its own at first use.
class Reader
{
public:
    explicit Reader(const char *id)
    {
        UErrorCode status = U_ZERO_ERROR;
        m_transliterator.reset(
            icu::Transliterator::createInstance(icu::UnicodeString(id, -1, US_INV), UTRANS_FORWARD, status));
        if (U_FAILURE(status))
            m_transliterator.reset();
    }

    QString read(const QString &text)
    {
        return remembered(text, [](QStringView latin) { return withoutTones(latin); });
    }

    /// As the transliterator writes it.
    QString written(const QString &text)
    {
        return remembered(text, [](QStringView result) { return result.toString(); });
    }

private:
    template <class Finish>
    QString remembered(const QString &text, Finish finish)
    {
        if (const auto known = m_memo.constFind(text); known != m_memo.cend())
            return *known;
        if (!m_transliterator)
            return {};
        icu::UnicodeString work(reinterpret_cast<const char16_t *>(text.utf16()), static_cast<int32_t>(text.size()));
        m_transliterator->transliterate(work);
        const QString result = finish(QStringView(work.getBuffer(), work.length()));
        if (m_memo.size() >= memoLimit)
            m_memo.clear();
        m_memo.insert(text, result);
        return result;
    }

    std::unique_ptr<icu::Transliterator> m_transliterator;
    QHash<QString, QString> m_memo;
};

} // namespace

bool isHan(char32_t character)
{
    return QChar::script(character) == QChar::Script_Han;
}

QString spaced(QStringView chinese)
{
    const auto latin = [](char32_t c) { return (c >= U'0' && c <= U'9') || (c | 0x20U) - U'a' < 26U; };
    QString text;
    char32_t before = 0;
    for (const char32_t c : chinese.toUcs4()) {
        if ((isHan(before) && latin(c)) || (latin(before) && isHan(c)))
            text += u' ';
        text += QString::fromUcs4(&c, 1);
        before = c;
    }
    return text;
}

QString withoutTones(QStringView latin)
{
    QString plain;
    const QString parts = latin.toString().normalized(QString::NormalizationForm_KD).toLower();
    for (const QChar c : parts) {
        if (c == QChar(0x0308) && plain.endsWith(u'u'))
            plain.back() = u'v';
        else if ((c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9'))
            plain += c;
        else if (c.isSpace() && !plain.isEmpty() && !plain.endsWith(u' '))
            plain += u' ';
    }
    return plain.trimmed();
}

QString hanReading(char32_t character)
{
    static thread_local Reader reader("Han-Latin");
    return reader.read(QString::fromUcs4(&character, 1));
}

QString surnameReading(QStringView surname)
{
    static thread_local Reader reader("Han-Latin/Names");
    return reader.read(surname.toString());
}

QString simplified(QStringView text)
{
    static thread_local Reader reader("Traditional-Simplified");
    QString plain;
    plain.reserve(text.size());
    for (qsizetype i = 0; i < text.size();) {
        const qsizetype length = text[i].isHighSurrogate() && i + 1 < text.size() ? 2 : 1;
        const QString character = text.sliced(i, length).toString();
        const QString written = text[i].unicode() < 0x2E80 ? character : reader.written(character);
        plain += written.isEmpty() ? character : written;
        i += length;
    }
    return plain;
}

QString latinReading(QStringView word)
{
    static thread_local Reader reader("Any-Latin; Latin-ASCII");
    const bool ascii = std::all_of(word.begin(), word.end(), [](QChar c) { return c.unicode() < 0x80; });
    return (ascii ? withoutTones(word) : reader.read(word.toString())).remove(u' ');
}

} // namespace xinglin
