#include "app/desktop/desktop.h"
#include "base/hardening.h"
#include "base/log.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QStandardPaths>
#include <QTextStream>

using namespace xinglin;

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::Main)
};

struct Wishes
{
    QString folder;
    QString language;
    ui::ThemeName theme = ui::ThemeName::Paper;
    double scale = 1.0;
};

/// Refuses with a sentence where an option has a value it cannot have.
Result<Wishes> wishesFrom(const QCoreApplication &app, const ui::Preferences &preferences)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(Tr::tr("Xinglin, for clinics of Chinese medicine."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption store(QStringLiteral("store"), Tr::tr("Folder of the clinic."), QStringLiteral("folder"));
    const QCommandLineOption language(QStringLiteral("lang"), Tr::tr("zh_CN or en."), QStringLiteral("language"));
    const QCommandLineOption theme(QStringLiteral("theme"), Tr::tr("paper or ink."), QStringLiteral("theme"));
    const QCommandLineOption scale(QStringLiteral("scale"), Tr::tr("Text size: 1.0, 1.15 or 1.3."),
                                   QStringLiteral("factor"));
    parser.addOptions({store, language, theme, scale});
    parser.process(app);

    Wishes wishes{parser.value(store), parser.value(language), preferences.theme(), preferences.scale()};
    if (wishes.folder.isEmpty())
        wishes.folder =
            QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/xinglin/clinic");
    if (wishes.language.isEmpty())
        wishes.language = preferences.language();
    if (!QStringList{{}, QStringLiteral("zh_CN"), QStringLiteral("en")}.contains(wishes.language))
        return Error{Code::Invalid, Tr::tr("--lang is zh_CN or en."), {}, {}};
    if (const QString name = parser.value(theme); name == u"paper" || name == u"ink")
        wishes.theme = name == u"ink" ? ui::ThemeName::Ink : ui::ThemeName::Paper;
    else if (!name.isEmpty())
        return Error{Code::Invalid, Tr::tr("--theme is paper or ink."), {}, {}};
    if (parser.isSet(scale)) {
        wishes.scale = parser.value(scale).toDouble();
        if (wishes.scale != 1.0 && wishes.scale != 1.15 && wishes.scale != 1.3)
            return Error{Code::Invalid, Tr::tr("--scale is 1.0, 1.15 or 1.3."), {}, {}};
    }
    return wishes;
}

} // namespace

int main(int argc, char **argv)
{
    const bool hardened = hardenProcess();
    QApplication app(argc, argv);
    if (!hardened)
        qWarning("Core files could not be turned off.");
    QCoreApplication::setApplicationName(QStringLiteral("xinglin"));
    QCoreApplication::setApplicationVersion(QStringLiteral(XINGLIN_VERSION));
    ui::Preferences preferences;
    const Result<Wishes> wishes = wishesFrom(app, preferences);
    if (!wishes) {
        QTextStream(stderr) << wishes.error().message << Qt::endl;
        return 2;
    }
    dressProgram(app, wishes->language, wishes->theme, wishes->scale);
    store::Store::forbidThread(std::this_thread::get_id());

    const SystemClock clock;
    SystemRandom random;
    DiskFiles files;
    access::Surroundings around;
    around.folder = wishes->folder;
    around.clock = &clock;
    around.random = &random;
    around.files = &files;
    const log::LogFile logFile(files, clock, around.folder);
    log::write(log::Level::Info, "program.start");
    const auto window = makeDesktop(around, preferences);
    window->show();
    window->start();
    return app.exec();
}
