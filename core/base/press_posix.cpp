#include "base/press.h"

#include <QCoreApplication>
#include <QProcess>

#include <optional>

namespace xinglin {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::Press)
};

constexpr int askMs = 10000;  // a list
constexpr int takeMs = 60000; // a paper: CUPS writes it to disk before it says yes

struct Answer
{
    int code = -1;
    QByteArray out;
    QString err;
};

/// Nothing where the program is not there or does not end.
std::optional<Answer> run(const QString &program, const QStringList &arguments, int ms, const QByteArray &input = {},
                          bool plain = true)
{
    QProcess process;
    if (plain) { // to be read by a program
        QProcessEnvironment words = QProcessEnvironment::systemEnvironment();
        words.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
        process.setProcessEnvironment(words);
    }
    process.start(program, arguments);
    if (!process.waitForStarted(askMs))
        return {};
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(ms)) {
        process.kill();
        process.waitForFinished(askMs);
        return {};
    }
    const int code = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    return Answer{code, process.readAllStandardOutput(), QString::fromLocal8Bit(process.readAllStandardError())};
}

} // namespace

QStringList SystemPress::printers()
{
    const auto answer = run(QStringLiteral("lpstat"), {QStringLiteral("-e")}, askMs);
    if (!answer || answer->code != 0)
        return {};
    QStringList names;
    for (const QByteArray &line : answer->out.split('\n')) {
        if (const QByteArray name = line.trimmed(); !name.isEmpty())
            names << QString::fromUtf8(name);
    }
    return names;
}

QString SystemPress::defaultPrinter()
{
    // "system default destination: Office", or a sentence without a colon
    const auto answer = run(QStringLiteral("lpstat"), {QStringLiteral("-d")}, askMs);
    if (!answer || answer->code != 0)
        return {};
    const qsizetype colon = answer->out.indexOf(':');
    return colon < 0 ? QString() : QString::fromUtf8(answer->out.mid(colon + 1).trimmed());
}

QStringList SystemPress::trays(const QString &printer)
{
    // "InputSlot/Media Source: *Auto Upper Lower"
    const auto answer = run(QStringLiteral("lpoptions"), {QStringLiteral("-p"), printer, QStringLiteral("-l")}, askMs);
    if (!answer || answer->code != 0)
        return {};
    for (const QByteArray &line : answer->out.split('\n')) {
        if (!line.startsWith("InputSlot"))
            continue;
        QStringList trays;
        for (QByteArray &choice : line.mid(line.indexOf(':') + 1).split(' ')) {
            if (choice.startsWith('*'))
                choice.remove(0, 1);
            if (!choice.isEmpty())
                trays << QString::fromUtf8(choice);
        }
        return trays;
    }
    return {};
}

Result<Done> SystemPress::print(const PressOrder &order, const QByteArray &pdf)
{
    QStringList arguments{QStringLiteral("-d"), order.printer,
                          QStringLiteral("-n"), QString::number(order.copies),
                          QStringLiteral("-t"), QStringLiteral("Xinglin"),
                          QStringLiteral("-o"), QStringLiteral("media=") + order.media,
                          QStringLiteral("-o"), QStringLiteral("print-scaling=none")};
    if (!order.tray.isEmpty())
        arguments << QStringLiteral("-o") << QStringLiteral("InputSlot=") + order.tray;
    arguments << QStringLiteral("-"); // the pages come through the pipe, never through a file
    const auto answer = run(QStringLiteral("lp"), arguments, takeMs, pdf, false);
    if (!answer)
        return Error{Code::Broken, Tr::tr("The printing system of this PC does not answer."), {}, {}};
    if (answer->code != 0)
        return Error{Code::Broken,
                     Tr::tr("%1 did not take the paper: %2").arg(order.printer, answer->err.trimmed().left(300)),
                     {},
                     QStringLiteral("lp ended with %1").arg(answer->code)};
    return Done{};
}

} // namespace xinglin
