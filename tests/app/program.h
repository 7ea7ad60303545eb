#pragma once

#include <QByteArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>

namespace xinglin::test {

/// How a run of xinglin-cli ended.
struct Ran
{
    int exit = -1;
    QByteArray out;
    QByteArray err;

    QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
    QList<QJsonObject> jsonLines() const
    {
        QList<QJsonObject> lines;
        for (const QByteArray &line : out.split('\n'))
            if (!line.isEmpty())
                lines << QJsonDocument::fromJson(line).object();
        return lines;
    }
};

/// The real command line in a process of its own, with a folder and a password file.
class Program
{
public:
    Program() { setPassword(password()); }
    static QString password() { return QStringLiteral("Apricot-Grove-7"); }
    static QString path() { return QStringLiteral(XINGLIN_BIN_DIR "/xinglin-cli"); }
    QString folder() const { return m_folder.path(); }
    QString file(const QString &name) const { return m_folder.filePath(name); }
    void setPassword(const QString &text) { write(QStringLiteral("password"), text.toUtf8() + '\n'); }
    QString write(const QString &name, const QByteArray &bytes) const
    {
        QFile out(file(name));
        if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size())
            qFatal("cannot write %s", qUtf8Printable(name));
        return out.fileName();
    }

    /// Ready to start: without a terminal, the password in its file, the language English unless @p arguments say more.
    void prepare(QProcess &process, const QStringList &arguments) const
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("XINGLIN_PASSWORD_FILE"), file(QStringLiteral("password")));
        environment.insert(QStringLiteral("XDG_DATA_HOME"), file(QStringLiteral("data")));
        environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
        process.setProcessEnvironment(environment);
        process.setProgram(path());
        process.setArguments(arguments);
    }
    Ran run(const QStringList &arguments, const QByteArray &input = {}) const
    {
        QProcess process;
        prepare(process, arguments);
        process.start();
        process.write(input);
        process.closeWriteChannel();
        if (!process.waitForFinished(180'000) || process.exitStatus() != QProcess::NormalExit)
            return {-1, process.readAllStandardOutput(), process.readAllStandardError()};
        return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }
    /// run() on the clinic of @p name in the folder.
    Ran on(const QString &name, const QStringList &arguments, const QByteArray &input = {}) const
    {
        return run(QStringList{QStringLiteral("--store"), file(name)} + arguments, input);
    }

private:
    QTemporaryDir m_folder;
};

} // namespace xinglin::test
