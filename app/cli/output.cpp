#include "app/cli/output.h"

#include "app/cli/terminal.h"

#include <QJsonDocument>

#include <array>
#include <cstdio>

namespace xinglin::cli {

namespace {

struct Range
{
    char32_t from;
    char32_t to;
};

// East Asian wide and full-width characters (Unicode UAX #11, W and F), by blocks.
constexpr std::array wideRanges = {
    Range{0x1100, 0x115F},   Range{0x2E80, 0x303E},   Range{0x3041, 0x33FF}, Range{0x3400, 0x4DBF},
    Range{0x4E00, 0x9FFF},   Range{0xA000, 0xA4CF},   Range{0xAC00, 0xD7A3}, Range{0xF900, 0xFAFF},
    Range{0xFE30, 0xFE4F},   Range{0xFF00, 0xFF60},   Range{0xFFE0, 0xFFE6}, Range{0x1F300, 0x1F64F},
    Range{0x1F900, 0x1F9FF}, Range{0x20000, 0x3FFFD},
};

int widthOf(char32_t character)
{
    if (QChar::isMark(character) || QChar::category(character) == QChar::Other_Format)
        return 0;
    for (const Range &range : wideRanges)
        if (character >= range.from && character <= range.to)
            return 2;
    return 1;
}

/// Data may hold anything a person once typed: control characters must not steer the terminal.
QString harmless(QString text)
{
    for (QChar &character : text)
        if (character.category() == QChar::Other_Control)
            character = u' ';
    return text;
}

void write(std::FILE *file, const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), file);
}

QString padded(const QString &text, int width)
{
    return text + QString(std::max(0, width - displayWidth(text)), u' ');
}

} // namespace

int displayWidth(const QString &text)
{
    int width = 0;
    for (const char32_t character : text.toUcs4())
        width += widthOf(character);
    return width;
}

void Output::json(const QJsonObject &object)
{
    write(stdout, QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)) + u'\n');
}

void Output::bytes(const QByteArray &file)
{
    std::fwrite(file.constData(), 1, static_cast<size_t>(file.size()), stdout);
}

void Output::line(const QString &text)
{
    QString clean = harmless(text);
    while (clean.endsWith(u' '))
        clean.chop(1);
    write(stdout, clean + u'\n');
}

void Output::table(const QStringList &heading, const QList<QStringList> &rows)
{
    QList<int> widths;
    for (const QString &title : heading)
        widths << displayWidth(title);
    for (const QStringList &row : rows)
        for (qsizetype column = 0; column < row.size(); ++column)
            widths[column] = std::max(widths[column], displayWidth(harmless(row[column])));
    const auto print = [&](const QStringList &row) {
        QString text;
        for (qsizetype column = 0; column < row.size(); ++column) {
            const bool last = column == row.size() - 1;
            text += last ? harmless(row[column]) : padded(harmless(row[column]), widths[column]) + QStringLiteral("  ");
        }
        line(text);
    };
    print(heading);
    for (const QStringList &row : rows)
        print(row);
}

void Output::pairs(const QList<QPair<QString, QString>> &rows)
{
    int width = 0;
    for (const auto &[name, value] : rows)
        if (!value.isEmpty())
            width = std::max(width, displayWidth(name));
    for (const auto &[name, value] : rows)
        if (!value.isEmpty())
            line(padded(name, width) + QStringLiteral("  ") + value);
}

void Output::say(const QString &text)
{
    write(stderr, text + u'\n');
}

void Output::progress(const QString &text)
{
    if (isErrorTerminal())
        write(stderr, u'\r' + text + QStringLiteral("\x1b[K"));
}

void Output::endProgress()
{
    if (isErrorTerminal())
        write(stderr, QStringLiteral("\r\x1b[K"));
}

bool Output::isErrorTerminal()
{
    return terminal::isTerminal(stderr);
}

bool Output::flush()
{
    return std::fflush(stdout) == 0 && std::ferror(stdout) == 0;
}

} // namespace xinglin::cli
