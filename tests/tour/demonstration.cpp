#include "tour/mainjob.h"
#include "tour/tourlint.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDialog>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPainter>
#include <QPixmap>
#include <QTemporaryDir>
#include <QTextStream>

using namespace xinglin;

namespace {

struct Wishes
{
    QString out;
    QString language;
    ui::ThemeName theme;
    double scale;
    QSize size;
    bool lint;
};

const QString ratioOption = QStringLiteral("ratio");

/// A screen with several dots for each of the window, as large as that. Qt asks for it before there is an application.
void makeScreen(const QStringList &arguments, const QTemporaryDir &folder)
{
    const auto given = [&](const QString &option) { return arguments.value(arguments.indexOf(option) + 1); };
    const double ratio = given(QStringLiteral("--") + ratioOption).toDouble();
    const QStringList size = given(QStringLiteral("--size")).split(u'x');
    if (ratio <= 0 || size.size() != 2)
        return;
    const QJsonObject screen{{QStringLiteral("name"), QStringLiteral("screen")},
                             {QStringLiteral("x"), 0},
                             {QStringLiteral("y"), 0},
                             {QStringLiteral("width"), size[0].toDouble() * ratio},
                             {QStringLiteral("height"), size[1].toDouble() * ratio},
                             {QStringLiteral("logicalDpi"), 96},
                             {QStringLiteral("dpr"), 1}};
    QFile file(folder.filePath(QStringLiteral("screen.json")));
    if (!file.open(QIODevice::WriteOnly))
        qFatal("there is no place for a screen");
    file.write(QJsonDocument(QJsonObject{{QStringLiteral("screens"), QJsonArray{screen}}}).toJson());
    qputenv("QT_QPA_PLATFORM", "offscreen:configfile=" + file.fileName().toUtf8());
    qputenv("QT_SCALE_FACTOR", QByteArray::number(ratio));
}

/// Where to put the pictures and how they should look; ends the program where that is not said.
Wishes wishesFrom(const QCoreApplication &app)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("Goes through the main job in the real window and leaves pictures of it."));
    parser.addHelpOption();
    parser.addOptions(
        {{QStringLiteral("out"), QStringLiteral("Folder of the pictures."), QStringLiteral("folder")},
         {QStringLiteral("lang"), QStringLiteral("zh_CN or en."), QStringLiteral("language"), QStringLiteral("zh_CN")},
         {QStringLiteral("theme"), QStringLiteral("paper or ink."), QStringLiteral("theme"), QStringLiteral("paper")},
         {QStringLiteral("scale"), QStringLiteral("Text size."), QStringLiteral("factor"), QStringLiteral("1.0")},
         {QStringLiteral("size"), QStringLiteral("Window."), QStringLiteral("WxH"), QStringLiteral("1366x768")},
         {ratioOption, QStringLiteral("Dots of the screen for each of the window."), QStringLiteral("factor")},
         {QStringLiteral("lint"), QStringLiteral("Fail on flaws in the pictures.")}});
    parser.process(app);
    const QStringList size = parser.value(QStringLiteral("size")).split(u'x');
    if (parser.value(QStringLiteral("out")).isEmpty() || size.size() != 2)
        parser.showHelp(2);
    return {parser.value(QStringLiteral("out")),
            parser.value(QStringLiteral("lang")),
            parser.value(QStringLiteral("theme")) == u"ink" ? ui::ThemeName::Ink : ui::ThemeName::Paper,
            parser.value(QStringLiteral("scale")).toDouble(),
            QSize(size[0].toInt(), size[1].toInt()),
            parser.isSet(QStringLiteral("lint"))};
}

/// Dialogs with the window they stand before.
QList<QWidget *> dialogsOf(const QWidget &window)
{
    QList<QWidget *> dialogs;
    for (QDialog *dialog : window.findChildren<QDialog *>()) {
        if (dialog->isVisible())
            dialogs << dialog;
    }
    return dialogs;
}

/// The window as a person sees it, with its dialogs.
QPixmap picture(QWidget &window)
{
    QPixmap whole = window.grab();
    QPainter painter(&whole);
    for (QWidget *dialog : dialogsOf(window)) {
        const QPixmap front = dialog->grab();
        const QPoint at = window.rect().center() - dialog->rect().center();
        painter.drawPixmap(at, front);
        painter.setPen(Qt::gray);
        painter.drawRect(QRect(at, dialog->size()));
    }
    return whole;
}

} // namespace

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QTemporaryDir screen;
    makeScreen(QStringList(argv, argv + argc), screen);
    QApplication app(argc, argv);
    const Wishes wishes = wishesFrom(app);
    if (!QDir().mkpath(wishes.out))
        qFatal("%s cannot be made", qPrintable(wishes.out));
    dressProgram(app, wishes.language, wishes.theme, wishes.scale);

    QTextStream words(stdout);
    int number = 0;
    int flaws = 0;
    tour::MainJob job(wishes.size, [&](const QString &name, QWidget &window) {
        const auto shown = [&window] { return QList<QWidget *>{&window} + dialogsOf(window); };
        // A page that is still laid out on a slow PC has flaws that go by themselves.
        if (wishes.lint) {
            const auto isWhole = [&] {
                const QList<QWidget *> all = shown();
                return std::all_of(all.cbegin(), all.cend(), [](QWidget *one) { return tour::lint(one).isEmpty(); });
            };
            static_cast<void>(QTest::qWaitFor(isWhole, 1000));
        }
        const QString path =
            QStringLiteral("%1/%2-%3.png").arg(wishes.out).arg(++number, 2, 10, QLatin1Char('0')).arg(name);
        if (!picture(window).save(path))
            qFatal("%s cannot be written", qPrintable(path));
        words << path << Qt::endl;
        if (!wishes.lint)
            return;
        for (QWidget *one : shown()) {
            for (const tour::Flaw &flaw : tour::lint(one)) {
                words << "  " << tour::describe(flaw) << Qt::endl;
                ++flaws;
            }
        }
    });
    job.found();
    job.registerPatient();
    job.consult();
    job.comeBack();
    job.practise();
    job.assess();
    job.photograph();
    job.lookBack();
    job.dispense();
    job.takeCare();
    job.takeEnquiries();
    job.registerTwice();
    job.mergeRecords();
    job.keepCalendar();
    job.oversee();
    job.fall();
    job.train();
    const QString pdf = wishes.out + QStringLiteral("/prescription.pdf");
    QFile::remove(pdf);
    if (!QFile::copy(job.pdf(), pdf))
        qFatal("the prescription's PDF is missing");
    words << pdf << Qt::endl;
    if (flaws > 0)
        words << flaws << " flaws" << Qt::endl;
    return flaws > 0 ? 1 : 0;
}
