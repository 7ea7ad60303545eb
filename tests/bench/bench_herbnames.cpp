// Lists the names of a prescription file that do not resolve: bench_herbnames NAMES.txt (a name a line, "-" for input).
#include "engines/safety/herbname.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTextStream>

using namespace xinglin::safety;

namespace {

QByteArray catalogFile(const char *name)
{
    QFile file(QStringLiteral(XINGLIN_CATALOG "/") + QString::fromLatin1(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

int main(int argc, char **argv)
{
    QTextStream out(stdout);
    QElapsedTimer timer;
    timer.start();
    const auto catalog =
        HerbCatalog::fromJson(catalogFile("herbs.json"), catalogFile("herb_names.json"), catalogFile("formulas.json"));
    if (!catalog) {
        out << catalog.error().message << Qt::endl;
        return 2;
    }
    out << "catalogue ms: " << timer.elapsed() << ", names: " << catalog->names().size() << Qt::endl;
    QFile file(argc > 1 ? QString::fromLocal8Bit(argv[1]) : QString());
    const bool opened =
        argc > 1 && qstrcmp(argv[1], "-") != 0 ? file.open(QIODevice::ReadOnly) : file.open(stdin, QIODevice::ReadOnly);
    if (!opened) {
        out << "no such file" << Qt::endl;
        return 2;
    }
    const bool all = argc > 2;
    int uses = 0;
    int resolved = 0;
    qint64 spent = 0;
    for (const QByteArray &line : file.readAll().split('\n')) {
        const QString name = QString::fromUtf8(line).trimmed();
        if (name.isEmpty())
            continue;
        timer.restart();
        const ResolvedName found = resolve(*catalog, name);
        spent += timer.nsecsElapsed();
        ++uses;
        resolved += found.herb ? 1 : 0;
        if (!found.herb || all)
            out << name << "\t" << found.nameZh << "\t" << found.processed << "\t" << howText(found.how) << "\t"
                << found.preparation << Qt::endl;
    }
    out << "uses " << uses << ", resolved " << resolved << ", percent " << 100.0 * resolved / qMax(uses, 1)
        << ", microseconds each " << double(spent) / 1000.0 / qMax(uses, 1) << Qt::endl;
    return 0;
}
