#include "store/vault/recoverysheet.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace xinglin {

namespace {

constexpr qsizetype lineBytes = 8;
constexpr qsizetype checkBytes = 2;
constexpr qsizetype lineLetters = 16;
constexpr char16_t alphabet[] = u"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::RecoverySheet)
};

Error refused(const QString &sentence)
{
    return Error{Code::Invalid, sentence, QStringLiteral("recovery"), {}};
}

using LineBytes = std::array<std::uint8_t, lineBytes + checkBytes>;

void putChecksum(LineBytes &line, int number)
{
    const QByteArrayView data(reinterpret_cast<const char *>(line.data()), lineBytes);
    const char place = static_cast<char>(number);
    const QByteArray sum = crypto::blake2b256({"xinglin recovery line", QByteArrayView(&place, 1), data});
    for (qsizetype i = 0; i < checkBytes; ++i)
        line[static_cast<std::size_t>(lineBytes + i)] = static_cast<std::uint8_t>(sum[i]);
}

/// -1 for a character that no sheet has.
int letterValue(QChar c)
{
    const char16_t upper = c.toUpper().unicode();
    if (upper == u'O')
        return 0;
    if (upper == u'I' || upper == u'L')
        return 1;
    const auto *end = std::end(alphabet) - 1;
    const auto *found = std::find(std::begin(alphabet), end, upper);
    return found == end ? -1 : static_cast<int>(found - std::begin(alphabet));
}

QString lettersOf(const QString &typed)
{
    QString letters = typed.normalized(QString::NormalizationForm_KC);
    letters.removeIf([](QChar c) { return c.isSpace() || c.isPunct(); });
    return letters;
}

Result<LineBytes> readLine(const QString &letters, int number)
{
    if (letters.size() != lineLetters)
        return refused(Tr::tr("Line %1 of the recovery sheet has 16 characters; %n were typed.", nullptr,
                              static_cast<int>(letters.size()))
                           .arg(number));
    LineBytes line{};
    unsigned bits = 0;
    int count = 0;
    std::size_t at = 0;
    for (const QChar c : letters) {
        const int value = letterValue(c);
        if (value < 0)
            return refused(Tr::tr("\"%1\" in line %2 does not occur on a recovery sheet.").arg(c).arg(number));
        bits = bits << 5 | static_cast<unsigned>(value);
        count += 5;
        if (count >= 8) {
            count -= 8;
            line[at++] = static_cast<std::uint8_t>(bits >> count);
        }
    }
    LineBytes expected = line;
    putChecksum(expected, number);
    if (expected != line)
        return refused(Tr::tr("Line %1 of the recovery sheet is mistyped or not in its place.").arg(number));
    return line;
}

QString writeLine(const LineBytes &line)
{
    QString text;
    unsigned bits = 0;
    int count = 0;
    for (const std::uint8_t byte : line) {
        bits = bits << 8 | byte;
        count += 8;
        while (count >= 5) {
            count -= 5;
            if (text.size() % 5 == 4)
                text += u' ';
            text += alphabet[bits >> count & 31u];
        }
    }
    return text;
}

} // namespace

RecoverySheet::RecoverySheet(SecretBytes seed) : m_seed(std::move(seed))
{
}

RecoverySheet RecoverySheet::create(Random &random)
{
    return RecoverySheet(SecretBytes::random(lineCount * lineBytes, random));
}

Result<RecoverySheet> RecoverySheet::parse(const QString &typed)
{
    QStringList rows;
    for (const QString &row : typed.split(u'\n')) {
        if (QString letters = lettersOf(row); !letters.isEmpty())
            rows.append(letters);
    }
    if (rows.size() != lineCount) {
        // Typed in one go, or with other line breaks than the sheet's.
        const QString all = rows.join(QString());
        rows.clear();
        for (qsizetype at = 0; at < all.size(); at += lineLetters)
            rows.append(all.mid(at, lineLetters));
    }
    if (rows.size() > lineCount)
        return refused(Tr::tr("A recovery sheet has 4 lines of 16 characters; more was typed."));
    while (rows.size() < lineCount)
        rows.append(QString());
    SecretBytes seed(lineCount * lineBytes);
    for (int number = 1; number <= lineCount; ++number) {
        const auto line = readLine(rows[number - 1], number);
        if (!line)
            return line.error();
        std::copy_n(line->begin(), lineBytes, seed.bytes().begin() + (number - 1) * lineBytes);
    }
    return RecoverySheet(std::move(seed));
}

Result<Done> RecoverySheet::checkTyped(int line, const QString &typed)
{
    Q_ASSERT(line >= 1 && line <= lineCount);
    const auto bytes = readLine(lettersOf(typed), line);
    if (!bytes)
        return bytes.error();
    return Done{};
}

QStringList RecoverySheet::lines() const
{
    QStringList all;
    for (int number = 1; number <= lineCount; ++number) {
        LineBytes line{};
        std::copy_n(m_seed.bytes().begin() + (number - 1) * lineBytes, lineBytes, line.begin());
        putChecksum(line, number);
        all.append(writeLine(line));
    }
    return all;
}

Result<Done> RecoverySheet::checkLine(int line, const QString &typed) const
{
    Q_ASSERT(line >= 1 && line <= lineCount);
    const auto bytes = readLine(lettersOf(typed), line);
    if (!bytes)
        return bytes.error();
    if (!std::equal(bytes->begin(), bytes->begin() + lineBytes, m_seed.bytes().begin() + (line - 1) * lineBytes))
        return refused(Tr::tr("This is line %1 of another recovery sheet.").arg(line));
    return Done{};
}

crypto::KeyPair RecoverySheet::keyPair() const
{
    const auto view =
        QByteArrayView(reinterpret_cast<const char *>(m_seed.bytes().data()), static_cast<qsizetype>(m_seed.size()));
    QByteArray derived = crypto::blake2b256({"xinglin recovery key", view});
    return crypto::keyPairFromSeed(SecretBytes::take(derived));
}

} // namespace xinglin
