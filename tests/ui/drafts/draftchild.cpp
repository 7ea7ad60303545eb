#include "app/desktop/desktop.h"
#include "support/guidriver.h"
#include "ui/constitution/questionmodel.h"
#include "ui/constitution/questiontable.h"
#include "ui/kit/chipbar.h"
#include "ui/kit/messagestrip.h"
#include "ui/kit/segment.h"
#include "ui/patient/chartpage.h"
#include "ui/settings/settingspage.h"
#include "ui/shell/workspace.h"
#include "ui/visit/visitpage.h"

#include <QCheckBox>
#include <QDateTime>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTextEdit>

#include <cstdio>

using namespace xinglin;
using namespace xinglin::test;

namespace {

/// Somebody at the real window, with a patient and a signed visit of theirs.
class Person
{
public:
    Person(ui::MainWindow &window, const GuiDriver &drive, PatientId patient, std::optional<VisitId> visit)
        : m_window(window), m_drive(drive), m_patient(patient), m_visit(visit)
    {
    }

    /// To a screen by its name, as far as the first field. @p afresh it was never typed in.
    void go(const QString &screen, bool afresh)
    {
        if (screen.startsWith(u"settings"))
            return goToSettings(screen);
        if (screen == u"visit" || screen == u"group" || screen == u"template") {
            startVisit();
        } else if (screen == u"medicines") {
            startVisit();
            if (afresh)
                m_drive.key(Qt::Key_M, Qt::ControlModifier);
            m_drive.get("medicineName").setFocus();
        } else if (screen == u"prescription" || screen == u"formula") {
            startVisit();
            if (afresh)
                m_drive.key(Qt::Key_F4);
            m_drive.get("herbEdit").setFocus();
        } else if (screen == u"wash") {
            startVisit();
            if (afresh)
                besideADecoction();
            m_drive.get("herbEdit").setFocus();
        } else if (screen == u"sick note" || screen == u"amendment") {
            page<ui::VisitPage>("visit")->openVisit(*m_visit);
            m_window.workspace()->go(QStringLiteral("visit"));
            m_drive.get("sickNote").setFocus();
        } else if (screen == u"registration") {
            m_drive.get("patientSearch").setFocus();
            m_drive.key(Qt::Key_N, Qt::ControlModifier);
        } else {
            page<ui::ChartPage>("chart")->openPatient(m_patient);
            m_window.workspace()->go(QStringLiteral("chart"));
            m_drive.get("events").setFocus();
            m_drive.get("openConstitution"); // the last part of the chart to be read
        }
        QTest::qWait(200);
        if (screen == u"formula" && afresh) {
            m_drive.type("hq 30");
            m_drive.key(Qt::Key_Return);
        }
        if (screen == u"template" && afresh)
            m_drive.type("sleepless");
        if (screen == u"group")
            m_drive.get("pointEdit").setFocus();
        if (screen == u"formula" || screen == u"group" || screen == u"template")
            m_drive.key(Qt::Key_G, Qt::ControlModifier);
        else if (screen == u"sick note")
            m_drive.key(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
        else if (screen == u"amendment")
            m_drive.key(Qt::Key_F2);
        else if (screen == u"details")
            m_drive.key(Qt::Key_E, Qt::ControlModifier);
        else if (screen == u"session")
            m_drive.key(Qt::Key_T, Qt::ControlModifier);
        else if (screen == u"constitution" || screen == u"patient's hands")
            m_drive.key(Qt::Key_B, Qt::ControlModifier);
        if (screen == u"constitution" || screen == u"patient's hands")
            m_drive.get("questions").setFocus();
        if (screen == u"patient's hands") {
            m_drive.key(Qt::Key_F11);
            m_drive.get("patientQuestion");
        }
    }

    void type(const QString &field, const QString &text)
    {
        if (field == u"answers")
            return m_drive.type(qUtf8Printable(text));
        const auto isReady = [&] {
            const QWidget *one = find(field);
            return one && one->isEnabled();
        };
        if (!QTest::qWaitFor(isReady, GuiDriver::patienceMs))
            qFatal("nothing visible is called %s", qUtf8Printable(field));
        QWidget &widget = *find(field);
        widget.window()->activateWindow();
        if (!QTest::qWaitFor([&] { return QApplication::activeWindow() == widget.window(); }))
            qFatal("%s cannot be typed in", qUtf8Printable(field));
        widget.setFocus();
        if (qobject_cast<QCheckBox *>(&widget))
            return m_drive.key(Qt::Key_Space);
        if (qobject_cast<ui::Segment *>(&widget)) {
            while (read(field) != text)
                m_drive.key(read(field) < text ? Qt::Key_Right : Qt::Key_Left);
            return;
        }
        m_drive.key(Qt::Key_A, Qt::ControlModifier);
        for (const QChar letter : text) {
            if (letter.unicode() < 0x80)
                QTest::keyClick(m_drive.focus(), letter.toLatin1());
            else
                m_drive.commit(letter);
        }
    }

    QString read(const QString &field) const
    {
        if (field == u"answers") {
            QString answers;
            if (const auto *table = m_drive.find<ui::QuestionTable>("questions")) {
                const auto *model = static_cast<ui::QuestionModel *>(table->model());
                for (int row = 0; row < model->rowCount() && model->answerAt(row) != 0; ++row)
                    answers += QString::number(model->answerAt(row));
            }
            return answers;
        }
        QWidget *widget = find(field);
        if (const auto *line = qobject_cast<QLineEdit *>(widget))
            return line->text();
        if (const auto *text = qobject_cast<QTextEdit *>(widget))
            return text->toPlainText();
        if (const auto *text = qobject_cast<QPlainTextEdit *>(widget))
            return text->toPlainText();
        if (const auto *label = qobject_cast<QLabel *>(widget))
            return label->text();
        if (const auto *box = qobject_cast<QCheckBox *>(widget))
            return box->isChecked() ? QStringLiteral("on") : QStringLiteral("off");
        const auto *segment = qobject_cast<ui::Segment *>(widget);
        return segment ? QString::number(segment->current()) : QString();
    }

    /// Whether somewhere it is said that something was found again.
    bool isOffered() const
    {
        const auto strips = m_window.findChildren<ui::MessageStrip *>();
        return std::any_of(strips.begin(), strips.end(), [](const ui::MessageStrip *strip) {
            return strip->isVisible() && strip->text().startsWith(QStringLiteral("Restored what you had typed"));
        });
    }

private:
    /// In the dialog that is open, else in the window.
    QWidget *find(const QString &field) const
    {
        const QWidget *dialog = QApplication::activeModalWidget();
        for (QWidget *one : (dialog ? dialog : &m_window)->findChildren<QWidget *>(field)) {
            if (one->isVisible())
                return one;
        }
        return nullptr;
    }
    template <class T>
    T *page(const char *id) const
    {
        return static_cast<T *>(m_window.workspace()->page(QLatin1String(id)));
    }
    void startVisit()
    {
        page<ui::VisitPage>("visit")->startVisit(m_patient);
        m_window.workspace()->go(QStringLiteral("visit"));
        m_drive.get("sign");
    }
    void besideADecoction()
    {
        m_drive.key(Qt::Key_F4);
        m_drive.get("herbEdit").setFocus();
        m_drive.type("hq 30");
        m_drive.key(Qt::Key_Return);
        m_drive.key(Qt::Key_N, Qt::ControlModifier);
        m_drive.type("kushen 30");
        m_drive.key(Qt::Key_Return);
    }
    void goToSettings(const QString &section)
    {
        m_drive.click("place-settings");
        m_window.workspace()->findChild<ui::SettingsPage *>()->goTo(section);
        QTest::qWait(200);
        if (section == u"settingsPhrases")
            m_drive.click("newPhrase");
        else if (section == u"settingsPeople")
            m_drive.click("newPerson");
    }

    ui::MainWindow &m_window;
    const GuiDriver &m_drive;
    PatientId m_patient;
    std::optional<VisitId> m_visit;
};

/// Types letters into a visit until somebody kills it, and says of every letter when it was typed.
[[noreturn]] void typeOnAndOn(Person &person, const GuiDriver &drive)
{
    person.go(QStringLiteral("visit"), true);
    auto &complaint = static_cast<QTextEdit &>(drive.get("complaint"));
    complaint.setFocus();
    complaint.moveCursor(QTextCursor::End);
    for (;;) {
        QTest::keyClick(&complaint, 'a');
        std::printf("typed %lld %lld\n", static_cast<long long>(complaint.toPlainText().size()),
                    static_cast<long long>(QDateTime::currentMSecsSinceEpoch()));
        std::fflush(stdout);
        QTest::qWait(40);
    }
}

} // namespace

/// A person at the real window. Arguments: folder, patient; then either nothing: types into a visit until somebody
/// kills it; or a signed visit, "type" or "look", a screen, and field=text for each of its fields. Having typed it says
/// so and waits to be killed; having looked it says what stands in each field and whether that was offered.
int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    const SystemClock clock;
    SystemRandom random;
    DiskFiles files;
    const QStringList asked = QCoreApplication::arguments();
    access::Surroundings around;
    around.folder = asked.at(1);
    around.clock = &clock;
    around.random = &random;
    around.files = &files;
    around.quickKeys = true;
    QTemporaryDir folder;
    ui::Preferences preferences(folder.filePath(QStringLiteral("window.ini")));
    const auto window = makeDesktop(around, preferences);
    window->resize(1366, 768);
    const GuiDriver drive(*window);
    QSignalSpy entered(window.get(), &ui::MainWindow::entered);
    window->start();
    drive.fill("password", QStringLiteral("Apricot-Grove-7"));
    drive.key(Qt::Key_Return);
    if (!entered.wait(60000))
        return 3;
    Person person(*window, drive, *PatientId::fromString(asked.at(2)), VisitId::fromString(asked.value(3)));
    if (asked.size() <= 4)
        typeOnAndOn(person, drive);
    const bool types = asked.at(4) == u"type";
    person.go(asked.at(5), types);
    const QStringList fields = asked.mid(6);
    const auto name = [](const QString &field) { return field.section(u'=', 0, 0); };
    const auto text = [](const QString &field) { return field.section(u'=', 1); };
    if (types) {
        for (const QString &field : fields)
            person.type(name(field), text(field));
        std::printf("typed\n");
        std::fflush(stdout);
        return QApplication::exec();
    }
    constexpr int patienceMs = 4000;
    const bool all = QTest::qWaitFor(
        [&] {
            return person.isOffered() && std::all_of(fields.begin(), fields.end(), [&](const QString &field) {
                       return person.read(name(field)) == text(field);
                   });
        },
        patienceMs);
    for (const QString &field : fields)
        std::printf("%s=%s\n", qUtf8Printable(name(field)), qUtf8Printable(person.read(name(field))));
    std::printf("%s\n", person.isOffered() ? "offered" : "not offered");
    std::fflush(stdout);
    return all ? 0 : 5;
}
