#include "app/desktop/desktop.h"
#include "base/hardening.h"
#include "base/log.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QProcess>
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
    bool training = false;
    QString language;
    std::optional<ui::ThemeName> theme;
    std::optional<double> scale;
};

/// Refuses with a sentence where an option has a value it cannot have.
Result<Wishes> wishesFrom(const QCoreApplication &app)
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
    const QCommandLineOption training(QStringLiteral("training"),
                                      Tr::tr("Practise: open the demo clinic, or make it where there is none."));
    parser.addOptions({store, training, language, theme, scale});
    parser.process(app);

    Wishes wishes{parser.value(store), parser.isSet(training), parser.value(language), {}, {}};
    if (wishes.folder.isEmpty()) // practice never stands inside, nor shares its backups with, the real clinic
        wishes.folder =
            QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
            (wishes.training ? QStringLiteral("/xinglin-training/clinic") : QStringLiteral("/xinglin/clinic"));
    if (!QStringList{{}, QStringLiteral("zh_CN"), QStringLiteral("en")}.contains(wishes.language))
        return Error{Code::Invalid, Tr::tr("--lang is zh_CN or en."), {}, {}};
    if (const QString name = parser.value(theme); name == u"paper" || name == u"ink")
        wishes.theme = name == u"ink" ? ui::ThemeName::Ink : ui::ThemeName::Paper;
    else if (!name.isEmpty())
        return Error{Code::Invalid, Tr::tr("--theme is paper or ink."), {}, {}};
    if (parser.isSet(scale)) {
        wishes.scale = parser.value(scale).toDouble();
        if (*wishes.scale != 1.0 && *wishes.scale != 1.15 && *wishes.scale != 1.3)
            return Error{Code::Invalid, Tr::tr("--scale is 1.0, 1.15 or 1.3."), {}, {}};
    }
    return wishes;
}

/// The training clinic in a program of its own: another store, another lock, other settings, and the real window stays
/// as it is.
bool startPractice(const QString &language, ui::ThemeName theme, double scale)
{
    QStringList arguments{QStringLiteral("--training"), QStringLiteral("--theme"),
                          theme == ui::ThemeName::Ink ? QStringLiteral("ink") : QStringLiteral("paper"),
                          QStringLiteral("--scale"), QString::number(scale)};
    if (!language.isEmpty())
        arguments << QStringLiteral("--lang") << language;
    return QProcess::startDetached(QCoreApplication::applicationFilePath(), arguments);
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
    const Result<Wishes> wishes = wishesFrom(app);
    if (!wishes) {
        QTextStream(stderr) << wishes.error().message << Qt::endl;
        return 2;
    }
    ui::Preferences preferences(wishes->training ? ui::Preferences::trainingPath() : QString());
    const QString language = wishes->language.isEmpty() ? preferences.language() : wishes->language;
    dressProgram(app, language, wishes->theme.value_or(preferences.theme()),
                 wishes->scale.value_or(preferences.scale()));
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
    window->setPractising(wishes->training);
    QObject::connect(window.get(), &ui::MainWindow::practiceWanted, window.get(), [&] {
        const ui::Theme &look = ui::Theme::current();
        if (!startPractice(language, look.name(), look.scale()))
            window->tellAtDoor({Code::Conflict, Tr::tr("The training clinic could not be started."), {}, {}});
    });
    window->show();
    window->start();
    return app.exec();
}
