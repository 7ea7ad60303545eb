#pragma once

#include "app/desktop/desktop.h"
#include "support/guidriver.h"
#include "support/testclinic.h"

#include <functional>

namespace xinglin::tour {

/// The main job of the program in its real window, by keyboard alone: a clinic is founded, a receptionist registers a
/// patient, a practitioner writes a visit with a prescription that is checked, answers its finding, signs and prints.
/// Used by the demonstration, the screenshot tour and the test that looks at the store afterwards.
class MainJob
{
public:
    /// Called at each stop with its name; the window is as a person sees it then.
    using Stop = std::function<void(const QString &name, QWidget &window)>;

    MainJob(QSize size, Stop stop);
    ~MainJob();

    /// First run in an empty folder: founding, recovery sheet, the empty list of patients.
    void found();
    /// Sign-in, registration, chart: as the receptionist.
    void registerPatient();
    /// Change of the user, visit, prescription, finding, signature, paper: as the practitioner.
    void consult();
    /// The treatments of the chart: needles in, needles out, sessions; as the practitioner.
    void giveTreatments();
    /// Ends the window as a power cut would not, and opens it again: everything is there.
    void comeBack();
    /// Earlier visits written down later, and their formulas side by side: as the practitioner.
    void practise();
    /// The constitution: asked by staff, answered by the patient, compared, on paper: as the practitioner, on the
    /// chart.
    void assess();
    /// Pictures of the tongue, beside each other and over each other: as the practitioner.
    void photograph();
    /// What changed, what was, what is unfinished, password and PIN: as the practitioner.
    void lookBack();
    /// Masks, taking back, an emergency: as the receptionist.
    void takeCare();
    /// Who dispenses reads a prescription and check-signs it.
    void dispense();
    /// Who asks on the telephone, called back, registered, and what is said with them: as the receptionist.
    void takeEnquiries();
    /// A patient registered a second time, and the merge asked for: as the receptionist.
    void registerTwice();
    /// The list of possible duplicates, two records merged and parted again: as the owner.
    void mergeRecords();
    /// The calendar, empty and full, an appointment on its way: as the owner.
    void keepCalendar();
    /// The settings, section by section, and the clinic as another sees it: as the owner.
    void oversee();
    /// A first password, the recovery sheet and a backup at the door, the last backup of the day.
    void fall();
    /// The clinic to practise in: being made, its door, its first page, in a folder and a window of its own.
    void train();

    /// Closes the window, so that the clinic can be opened by others.
    void end() { close(); }

    test::TestClinic &clinic() { return m_clinic; }
    /// The printed prescription.
    QString pdf() const { return m_pdf; }
    ui::MainWindow &window() { return *m_window; }

    static QString patientName() { return QStringLiteral("陈淑芬"); }
    static QString complaint() { return QStringLiteral("入睡困难、多梦易醒 4 月，近 2 周渐安。"); }

private:
    void open(const access::Surroundings &around);
    void close();
    /// To the patients, where the day's board has come up.
    void leaveToday();
    /// A place of the rail by its number.
    void place(int number);
    void signIn(const QString &login);
    void stop(const char *name);
    /// Runs a command of the global box by its name, which is translated.
    void command(const char *context, const char *words);
    void closeDialog();
    /// A dialog has done what it was asked for.
    void comeOutOfDialog();
    void lockAndEnter(const QString &login);
    /// Whose child is registered, and the family and tags beside their chart: mainjobfamily.cpp.
    void nameMother();
    void showFamily();
    /// What touches many appointments, from the one that is selected: mainjobfrontdesk.cpp.
    void arrange();
    /// Beside the calendar: a time for somebody, free times, who waits for one.
    void bookOne();
    /// The day's board, people coming, the window of the waiting room.
    void runToday();
    /// To a section of the settings, by their list.
    void walk(const char *section);
    /// Some of the herbs, the fee, and one more herb being looked for.
    /// A problem and the family's history, beside the chart.
    void tellFamily();
    void setPrices();
    /// Who can be booked, for what, when they work and when not: mainjobroster.cpp.
    void showRoster();
    /// A table of another program, through the assistant, taken back in the end: mainjobimport.cpp.
    void bringTableIn();
    void takeEverythingOut();
    /// A phrase and an own formula from the visit that is being written.
    void keepPhrase();
    void keepFormula();
    void keepTemplate();
    void orderMedicine();
    /// A wash beside the decoction, looked at and given up again.
    void tryAWash();
    /// What a signed visit can be asked for: a sick note, an amendment.
    void askAfterwards();
    /// Presses Tab until the widget of this name has the focus; ends the program where the keyboard never gets there.
    void tabTo(const char *name);
    /// Takes a last picture and ends the program where @p truth is false.
    void expect(bool truth, const char *what);
    void words(const QString &text) { m_drive->commit(text); }
    void settle();
    /// From the chart; the hand is in the complaint then.
    void beginVisit();
    /// What the clinic did before for a pattern, in a visit that is given up again.
    void lookUp();
    /// Words found in the chart, trends, one of them before the patient.
    void lookThrough();
    /// A visit of that many days ago with a formula, from the chart and back.
    void earlierVisit(int daysAgo, int score, const QStringList &herbs);
    /// A stage listed, and a segment put together and kept: mainjobsegments.cpp.
    void keepSegment();
    /// Points and therapies of the visit that is being written: mainjobtreatment.cpp.
    void orderTreatments();

    QTemporaryDir m_folder;
    test::TestClinic m_clinic;
    ui::Preferences m_preferences;
    QSize m_size;
    Stop m_stop;
    std::unique_ptr<ui::MainWindow> m_window;
    std::optional<test::GuiDriver> m_drive;
    QString m_pdf;
};

} // namespace xinglin::tour
