#include "base/text/idnumber.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace xinglin {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::DocumentFacts)
};

Error refused(const QString &sentence)
{
    return Error{Code::Invalid, sentence, QStringLiteral("idNumber"), {}};
}

bool allDigits(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

bool matches(const QString &number, const char *pattern)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(QString::fromLatin1(pattern)))
        .match(number)
        .hasMatch();
}

/// Provinces of GB/T 2260, Taiwan, Hong Kong and Macao (71, 81 to 83) included.
bool isProvince(int code)
{
    constexpr std::array provinces = {11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43,
                                      44, 45, 46, 50, 51, 52, 53, 54, 61, 62, 63, 64, 65, 71, 81, 82, 83};
    return std::find(provinces.begin(), provinces.end(), code) != provinces.end();
}

QString fromFifteenDigits(const QString &old)
{
    const QString body = old.left(6) + QStringLiteral("19") + old.mid(6);
    return body + *residentCheckDigit(body);
}

/// Length, characters, birth date and check digit that 18-digit numbers have in common.
Result<DocumentFacts> eighteen(const QString &number, QDate today)
{
    if (number.size() != 18)
        return refused(
            Tr::tr("An ID number has 18 characters; this one has %n.", nullptr, static_cast<int>(number.size())));
    if (!allDigits(QStringView(number).first(17)))
        return refused(Tr::tr("The first 17 characters of an ID number are digits."));
    const QString digits = number.mid(6, 8);
    const QDate birth(digits.left(4).toInt(), digits.mid(4, 2).toInt(), digits.mid(6).toInt());
    if (!birth.isValid() || birth.year() < 1850)
        return refused(Tr::tr("Characters 7 to 14 of an ID number are the birth date; %1 is no date.").arg(digits));
    if (birth > today)
        return refused(Tr::tr("Characters 7 to 14 of an ID number are the birth date; %1 lies in the future.")
                           .arg(birth.toString(Qt::ISODate)));
    const QChar check = *residentCheckDigit(QStringView(number).first(17));
    if (number.back() != check)
        return refused(Tr::tr("The last character of this ID number should be %1: a digit was mistyped.").arg(check));
    const bool male = number[16].digitValue() % 2 == 1;
    return DocumentFacts{number, birth, male ? DocumentSex::Male : DocumentSex::Female};
}

Result<DocumentFacts> resident(const QString &number, QDate today)
{
    if (number.size() == 15 && allDigits(number))
        return refused(
            Tr::tr("This is the old form with 15 digits; today it would be %1.").arg(fromFifteenDigits(number)));
    if (number.size() == 18 && allDigits(QStringView(number).first(2)) && !isProvince(number.left(2).toInt()))
        return refused(Tr::tr("No ID number begins with %1.").arg(number.left(2)));
    return eighteen(number, today);
}

Result<DocumentFacts> foreignerResidence(const QString &number, QDate today)
{
    if (number.size() == 15) {
        if (!matches(number, "[A-Z]{3}[0-9]{12}"))
            return refused(Tr::tr("A residence card with 15 characters has three letters and twelve digits."));
        return DocumentFacts{number, {}, {}};
    }
    if (number.size() != 18)
        return refused(Tr::tr("A foreigner's residence card has 15 or 18 characters; this one has %n.", nullptr,
                              static_cast<int>(number.size())));
    if (number.front() != u'9')
        return refused(Tr::tr("A foreigner's residence card with 18 characters begins with 9."));
    return eighteen(number, today);
}

} // namespace

QString normaliseDocumentNumber(const QString &typed)
{
    QString number = typed.normalized(QString::NormalizationForm_KC).toUpper();
    number.removeIf([](QChar c) { return c.isSpace() || c == u'-' || c == u'–' || c == u'—' || c == u'·'; });
    return number;
}

std::optional<QChar> residentCheckDigit(QStringView first17)
{
    if (first17.size() != 17 || !allDigits(first17))
        return std::nullopt;
    int product = 0;
    for (const QChar c : first17)
        product = (product + c.digitValue()) * 2 % 11;
    const int check = (12 - product) % 11;
    return check == 10 ? QChar(u'X') : QChar(u'0' + check);
}

Result<DocumentFacts> checkDocument(DocumentKind kind, const QString &typed, QDate today)
{
    const QString number = normaliseDocumentNumber(typed);
    if (number.isEmpty())
        return refused(Tr::tr("The document number is empty."));
    switch (kind) {
    case DocumentKind::ResidentId:
        return resident(number, today);
    case DocumentKind::ForeignerResidence:
        return foreignerResidence(number, today);
    case DocumentKind::Passport:
        if (!matches(number, "[A-Z0-9]{6,12}"))
            return refused(Tr::tr("A passport number has 6 to 12 letters and digits."));
        break;
    case DocumentKind::HkMacaoPermit:
        if (!matches(number, "[HM]([0-9]{8}|[0-9]{10})"))
            return refused(Tr::tr("A Hong Kong or Macao permit has H or M and 8 or 10 digits."));
        break;
    case DocumentKind::TaiwanPermit:
        if (!matches(number, "[0-9]{8}|[0-9]{10}[A-Z0-9]?"))
            return refused(Tr::tr("A Taiwan permit has 8 digits."));
        break;
    case DocumentKind::Other:
        if (number.size() > 40)
            return refused(Tr::tr("A document number has at most 40 characters."));
        break;
    }
    return DocumentFacts{number, {}, {}};
}

} // namespace xinglin
