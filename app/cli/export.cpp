#include "app/cli/opening.h"
#include "interop/exporting.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>

#include <array>
#include <atomic>
#include <csignal>

namespace xinglin::cli {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::cli::Export)
};

using interop::Exported;
using interop::ExportFormat;

/// Ctrl+C and a request to end stop what is going on in good order; the second one ends the program as it is.
class Stoppable
{
public:
    Stoppable()
    {
        s_stopped = false;
        for (std::size_t i = 0; i < signs.size(); ++i)
            m_before[i] = std::signal(signs[i], stop);
    }
    ~Stoppable()
    {
        for (std::size_t i = 0; i < signs.size(); ++i)
            std::signal(signs[i], m_before[i] == SIG_ERR ? SIG_DFL : m_before[i]);
    }
    Stoppable(const Stoppable &) = delete;
    Stoppable &operator=(const Stoppable &) = delete;
    static bool isStopped() { return s_stopped; }

private:
    static void stop(int sign)
    {
        s_stopped = true;
        std::signal(sign, SIG_DFL);
    }

    static constexpr std::array<int, 2> signs{SIGINT, SIGTERM};
    static inline std::atomic<bool> s_stopped = false;
    static_assert(std::atomic<bool>::is_always_lock_free);
    std::array<void (*)(int), signs.size()> m_before{};
};

QString reasonOf(const Call &call, const interop::LeftOut &one)
{
    const auto reason = interop::ExportKinds::shipped().reason(one.why);
    return call.speaksChinese() ? reason.zh : reason.en;
}

void show(const Call &call, const Exported &exported, double seconds)
{
    if (call.output.isJson()) {
        QJsonArray files;
        for (const interop::ExportedFile &file : exported.files)
            files << QJsonObject{{QStringLiteral("name"), file.name},
                                 {QStringLiteral("rows"), file.rows},
                                 {QStringLiteral("bytes"), file.bytes},
                                 {QStringLiteral("sha256"), QString::fromLatin1(file.sha256.toHex())}};
        QJsonArray leftOut;
        for (const interop::LeftOut &one : exported.leftOut)
            leftOut << QJsonObject{{QStringLiteral("what"), one.what},
                                   {QStringLiteral("why"), one.why},
                                   {QStringLiteral("count"), one.count}};
        call.output.json({{QStringLiteral("files"), files},
                          {QStringLiteral("left_out"), leftOut},
                          {QStringLiteral("rows"), exported.rows},
                          {QStringLiteral("folder"), exported.path},
                          {QStringLiteral("left"), exported.left},
                          {QStringLiteral("seconds"), seconds}});
        return;
    }
    QList<QStringList> rows;
    for (const interop::ExportedFile &file : exported.files) {
        if (!file.kind.isEmpty())
            rows.append({file.name, QString::number(file.rows)});
    }
    call.output.table({Tr::tr("File"), Tr::tr("Rows")}, rows);
    call.output.line({});
    rows.clear();
    for (const interop::LeftOut &one : exported.leftOut) {
        if (one.why != u"not-wanted")
            rows.append({one.what, reasonOf(call, one)});
    }
    call.output.table({Tr::tr("Left out"), Tr::tr("Why")}, rows);
    Output::say(Tr::tr("%1 rows in %2 files are in %3, in %4 s. They are not encrypted.")
                    .arg(exported.rows)
                    .arg(exported.files.size())
                    .arg(exported.path)
                    .arg(seconds, 0, 'f', 1));
    if (!exported.left.isEmpty())
        Output::say(Tr::tr("The folder %1 could not be removed; remove it yourself. Its files are not encrypted.")
                        .arg(exported.left));
}

Exit verify(const Call &call, const QString &folder)
{
    Machine machine;
    const auto check = interop::verifyExport(machine.files, folder);
    if (!check)
        return check.error().code == Code::NotFound ? call.refuse(Exit::Refused, check.error().message)
                                                    : call.refuse(Exit::Rejected, check.error().message);
    if (call.output.isJson()) {
        QJsonArray problems;
        for (const interop::ExportProblem &one : check->problems)
            problems << QJsonObject{{QStringLiteral("name"), one.name}, {QStringLiteral("why"), one.why}};
        call.output.json({{QStringLiteral("files"), check->files},
                          {QStringLiteral("rows"), check->rows},
                          {QStringLiteral("problems"), problems}});
    } else if (check->problems.isEmpty()) {
        Output::say(Tr::tr("All %1 files are as they were written.").arg(check->files));
    } else {
        QList<QStringList> rows;
        for (const interop::ExportProblem &one : check->problems)
            rows.append({one.name, one.why == u"missing"   ? Tr::tr("is missing")
                                   : one.why == u"changed" ? Tr::tr("was changed")
                                                           : Tr::tr("is not of this export")});
        call.output.table({Tr::tr("File"), Tr::tr("Problem")}, rows);
    }
    return check->problems.isEmpty() ? Exit::Done : Exit::Refused;
}

Result<Exported> bring(const access::Session &session, const interop::ExportSpec &spec, Files &files)
{
    const auto catalog = Catalog::load();
    if (!catalog)
        return catalog.error();
    const Stoppable stoppable;
    return interop::runExport(*session.store, session.actor, **catalog, spec, files,
                              [](const interop::ExportProgress &progress) {
                                  const qint64 percent = progress.total > 0 ? 100 * progress.done / progress.total : 0;
                                  Output::progress(Tr::tr("%1 %, %2 rows").arg(percent).arg(progress.rows));
                                  return !Stoppable::isStopped();
                              });
}

Exit run(const Call &call)
{
    const QString path = QFileInfo(call.arguments.operands().constFirst()).absoluteFilePath();
    if (call.arguments.has(QStringLiteral("verify")))
        return verify(call, path);
    interop::ExportSpec spec;
    spec.path = path;
    if (const auto typed = call.arguments.value(QStringLiteral("format"))) {
        const auto format = interop::exportFormatFrom(*typed);
        if (!format)
            return call.refuse(Exit::WrongUse, Tr::tr("--format is csv, xlsx or json."));
        spec.format = *format;
    }
    if (const auto typed = call.arguments.value(QStringLiteral("tables")))
        spec.kinds = typed->split(u',', Qt::SkipEmptyParts);
    for (const QString &kind : std::as_const(spec.kinds)) {
        if (!interop::ExportKinds::shipped().find(kind))
            return call.refuse(Exit::WrongUse, Tr::tr("There is no table \"%1\" to export.").arg(kind));
    }
    Machine machine;
    const auto session = openClinic(call.arguments, machine.around(call.arguments));
    if (!session)
        return refuseOpening(call, session.error());
    QElapsedTimer timer;
    timer.start();
    const auto exported = bring(*session, spec, machine.files);
    Output::endProgress();
    if (!exported)
        return call.refuse(exported.error());
    show(call, *exported, double(timer.elapsed()) / 1000.0);
    return Exit::Done;
}

} // namespace

Command exportCommand()
{
    return {{QStringLiteral("export")},
            Tr::tr("Write everything the clinic keeps in open formats, with a manifest."),
            {{QStringLiteral("DIR|FILE.zip"), Tr::tr("What is made; nothing may be there yet.")}},
            {{QStringLiteral("format"), QStringLiteral("csv|xlsx|json"), Tr::tr("CSV where it is not said.")},
             {QStringLiteral("tables"), QStringLiteral("NAME,NAME"), Tr::tr("Only these, named as their files.")},
             {QStringLiteral("verify"), {}, Tr::tr("Only compare the files of an export in DIR with its manifest.")}},
            Tr::tr("For owners. Notes are in it where the person may read them as well. The files are not encrypted. "
                   "The export is noted in the audit log first."),
            run};
}

} // namespace xinglin::cli
