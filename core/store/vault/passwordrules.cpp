#include "store/vault/passwordrules.h"

#include <QCoreApplication>

#include <algorithm>

namespace xinglin {

namespace {

constexpr qsizetype fewestCharacters = 10;
constexpr qsizetype mostCharacters = 256;
constexpr qsizetype appendedCharacters = 4; ///< "password2024", "iloveyou123!"

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::passwords)
};

Error refused(const QString &sentence)
{
    return Error{Code::Invalid, sentence, QStringLiteral("password"), {}};
}

/// Each character the same distance from the one before: 1111111111, abcdefghij, 9876543210.
bool isPlainRow(const QString &text)
{
    for (const int step : {0, 1, -1}) {
        bool all = true;
        for (qsizetype i = 1; i < text.size() && all; ++i) {
            const int expected = text[i - 1] == u'9' && step == 1 ? u'0' : text[i - 1].unicode() + step;
            all = text[i].unicode() == expected;
        }
        if (all)
            return true;
    }
    return false;
}

/// One short piece over and over: abcabcabcabc, 1212121212.
bool isRepetition(const QString &text)
{
    for (qsizetype period = 1; period <= 4; ++period) {
        bool all = true;
        for (qsizetype i = period; i < text.size() && all; ++i)
            all = text[i] == text[i - period];
        if (all)
            return true;
    }
    return false;
}

bool isCommonWithEnding(const QString &folded)
{
    qsizetype length = folded.size();
    for (qsizetype cut = 0; cut <= appendedCharacters && length > 0; ++cut, --length) {
        QString begin = folded.left(length);
        const bool common = isCommonPassword(begin);
        wipe(begin);
        if (common)
            return true;
        if (folded[length - 1].isLetter())
            return false;
    }
    return false;
}

} // namespace

Result<Done> checkPassword(const QString &password, const QString &login)
{
    const qsizetype pairs = std::count_if(password.begin(), password.end(), [](QChar c) { return c.isLowSurrogate(); });
    const auto missing = static_cast<int>(fewestCharacters - (password.size() - pairs));
    if (missing > 0)
        return refused(Tr::tr("A password has at least 10 characters; %n are missing.", nullptr, missing));
    if (password.size() > mostCharacters)
        return refused(Tr::tr("A password has at most 256 characters."));
    QString composed = password.normalized(QString::NormalizationForm_KC);
    QString folded = composed.toLower();
    if (composed.constData() != password.constData() && composed.constData() != folded.constData())
        wipe(composed);
    composed = {};
    const QString name = login.normalized(QString::NormalizationForm_KC).toLower().trimmed();
    const bool simple = isPlainRow(folded) || isRepetition(folded);
    const bool common = isCommonWithEnding(folded);
    const bool ownName = name.size() >= 3 && folded.contains(name);
    if (folded.constData() != password.constData())
        wipe(folded);
    if (ownName)
        return refused(Tr::tr("The password contains the login name."));
    if (simple)
        return refused(Tr::tr("The password is a plain row of characters; it would be guessed at once."));
    if (common)
        return refused(Tr::tr("This is one of the passwords that are tried first; choose another."));
    return Done{};
}

Result<Done> checkPassword(const SecretBytes &password, const QString &login)
{
    QString text = QString::fromUtf8(reinterpret_cast<const char *>(password.bytes().data()),
                                     static_cast<qsizetype>(password.size()));
    auto checked = checkPassword(text, login);
    wipe(text);
    return checked;
}

} // namespace xinglin
