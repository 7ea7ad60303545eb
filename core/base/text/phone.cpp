#include "base/text/phone.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace xinglin {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::Phone)
};

Error refused(const QString &sentence)
{
    return Error{Code::Invalid, sentence, QStringLiteral("phone"), {}};
}

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

/// An international number after its + or 00 has gone, or one typed with 86 before a mobile.
QString withoutMainlandCode(const QString &digits, bool international)
{
    static const QRegularExpression mobile(QStringLiteral("^861[3-9]\\d{9}$"));
    if (!international)
        return mobile.match(digits).hasMatch() ? digits.mid(2) : digits;
    if (!digits.startsWith(QStringLiteral("86")))
        return {};
    const QString national = digits.mid(2);
    static const QRegularExpression bareMobile(QStringLiteral("^1[3-9]"));
    return national.startsWith(u'0') || bareMobile.match(national).hasMatch() ? national : u'0' + national;
}

Result<Phone> mobile(const QString &digits)
{
    const int missing = 11 - static_cast<int>(digits.size());
    if (missing > 0)
        return refused(Tr::tr("A mobile number has 11 digits; %n are missing.", nullptr, missing));
    if (missing < 0)
        return refused(Tr::tr("A mobile number has 11 digits; this one has %n too many.", nullptr, -missing));
    return Phone{PhoneKind::Mobile, digits};
}

Result<Phone> landline(const QString &digits, const QString &extension)
{
    const bool shortCode = digits.startsWith(QStringLiteral("010")) || digits.startsWith(QStringLiteral("02"));
    const bool longCode = digits.size() > 1 && digits[1] >= u'3';
    if (digits.size() > 1 && !shortCode && !longCode)
        return refused(Tr::tr("No area code begins with %1.").arg(digits.left(3)));
    const int code = shortCode ? 3 : 4;
    const int least = 11;
    const int most = shortCode ? 11 : 12;
    const int size = static_cast<int>(digits.size());
    if (size < least)
        return refused(Tr::tr("A landline number has %1 digits of area code and 7 or 8 more; %n are missing.", nullptr,
                              least - size)
                           .arg(code));
    if (size > most)
        return refused(Tr::tr("A landline number has %1 digits of area code and 7 or 8 more; this one has %n too many.",
                              nullptr, size - most)
                           .arg(code));
    return Phone{PhoneKind::Landline, extension.isEmpty() ? digits : digits + u'-' + extension};
}

Result<Phone> foreign(const QString &digits)
{
    if (digits.startsWith(u'0'))
        return refused(Tr::tr("No country code begins with 0."));
    if (digits.size() < 7 || digits.size() > 15)
        return refused(Tr::tr("A number with a country code has 7 to 15 digits; this one has %n.", nullptr,
                              static_cast<int>(digits.size())));
    return Phone{PhoneKind::Foreign, u'+' + digits};
}

struct Parts
{
    QString digits;
    QString extension;
    bool international = false;
};

Result<Parts> takeApart(const QString &typed)
{
    static const QRegularExpression extension(QStringLiteral("^(.*\\d.*?)\\s*(?:转|分机|ext\\.?|#)\\s*(\\d{1,6})$"),
                                              QRegularExpression::CaseInsensitiveOption);
    QString text = typed.normalized(QString::NormalizationForm_KC).trimmed();
    Parts parts;
    if (const auto match = extension.match(text); match.hasMatch()) {
        parts.extension = match.captured(2);
        text = match.captured(1);
    }
    static const QString between = QStringLiteral(" -()./–—‐‑");
    for (const QChar c : std::as_const(text)) {
        if (c == u'+' && parts.digits.isEmpty() && !parts.international)
            parts.international = true;
        else if (isDigit(c))
            parts.digits += c;
        else if (!between.contains(c))
            return refused(Tr::tr("A phone number has digits only; \"%1\" is not one.").arg(c));
    }
    // A stored landline carries its extension after a last hyphen.
    static const QRegularExpression hyphen(QStringLiteral("^0\\d{10,11}-(\\d{1,6})$"));
    if (const auto match = hyphen.match(text); match.hasMatch() && parts.extension.isEmpty()) {
        parts.extension = match.captured(1);
        parts.digits.chop(parts.extension.size());
    }
    if (!parts.international && parts.digits.startsWith(QStringLiteral("00"))) {
        parts.international = true;
        parts.digits.remove(0, 2);
    }
    return parts;
}

} // namespace

Result<Phone> parsePhone(const QString &typed)
{
    const auto parts = takeApart(typed);
    if (!parts)
        return parts.error();
    if (parts->digits.isEmpty() || (parts->international && parts->digits == QStringLiteral("86")))
        return refused(Tr::tr("The phone number is empty."));
    const QString national = withoutMainlandCode(parts->digits, parts->international);
    if (national.isEmpty())
        return foreign(parts->digits);
    if (national.startsWith(u'0'))
        return landline(national, parts->extension);
    if (national.startsWith(u'1'))
        return national.size() < 2 || (national[1] >= u'3')
                   ? mobile(national)
                   : Result<Phone>(refused(Tr::tr("No mobile number begins with %1.").arg(national.left(2))));
    return refused(Tr::tr("A landline number begins with its area code, such as 010."));
}

QString phoneDigits(const QString &text)
{
    if (const auto phone = parsePhone(text)) {
        QString digits = phone->text.section(u'-', 0, 0);
        return digits.remove(u'+');
    }
    QString digits = text.normalized(QString::NormalizationForm_KC);
    digits.removeIf([](QChar c) { return !isDigit(c); });
    return digits;
}

} // namespace xinglin
