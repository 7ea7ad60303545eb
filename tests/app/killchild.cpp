#include "access/drafts.h"
#include "access/session.h"
#include "base/text/searchkeys.h"
#include "clinic/clinic.h"
#include "clinic/patient/patients.h"
#include "clinic/prescription/consultation.h"
#include "clinic/record/attachments.h"
#include "store/backup.h"

#include <QCoreApplication>
#include <QDir>

#include <csignal>
#include <cstdio>
#include <iostream>
#include <string>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace xinglin;

namespace {

/// Before the last line of a round: whatever line the worker left unfinished ends here.
const QString endOfRound = QStringLiteral("\x04");

void say(const QString &line)
{
    std::fputs(qPrintable(line + u'\n'), stdout);
    std::fflush(stdout);
}

[[noreturn]] void giveUp(const Error &error)
{
    say(QStringLiteral("fail %1 %2").arg(error.message, error.detail));
    std::exit(3);
}

/// Waits for an act and says that it was acknowledged.
template <class T>
T done(const QFuture<Result<T>> &future)
{
    QFuture<Result<T>> waiting = future;
    waiting.waitForFinished();
    Result<T> result = waiting.result();
    if (!result)
        giveUp(result.error());
    return *std::move(result);
}

PatientDraft draftOf(qint64 n)
{
    PatientDraft draft;
    draft.name = QStringLiteral("王%1").arg(n);
    draft.phone = QStringLiteral("138%1").arg(n, 8, 10, QLatin1Char('0'));
    draft.otherPhones = {{QStringLiteral("139%1").arg(n, 8, 10, QLatin1Char('0')), QStringLiteral("女儿")},
                         {QStringLiteral("137%1").arg(n, 8, 10, QLatin1Char('0')), {}}};
    return draft;
}

consultation::Draft visitOf(PatientId patient, qint64 n)
{
    consultation::Draft draft;
    draft.visit.patient = patient;
    draft.visit.note.complaint = QStringLiteral("主诉%1").arg(n);
    draft.visit.note.answers = {{QStringLiteral("tongue.body_colour"), {}, 0, {}, QStringLiteral("t_red"), {}, {}}};
    draft.visit.note.diagnoses = {{DiagnosisKind::Pattern, {}, {}, QStringLiteral("证%1").arg(n)}};
    PrescriptionDraft formula;
    for (const QString &herb : {QStringLiteral("黄芪"), QStringLiteral("党参"), QStringLiteral("白术"),
                                QStringLiteral("茯苓"), QStringLiteral("当归"), QStringLiteral("陈皮")}) {
        if (formula.lines.size() < 2 + n % 5)
            formula.lines << PrescriptionLine{{}, herb, Mass::grams(9), {}};
    }
    draft.prescriptions = {formula};
    return draft;
}

/// What one worker is to do.
struct Round
{
    QString folder;
    qint64 firstAct = 0;
    quint64 seed = 0;
    QString password;
};

/// Works in a clinic as fast as it can until somebody kills it. Everything an act writes follows from its number.
[[noreturn]] void work(const Round &round, const Catalog &catalog)
{
    const SystemClock clock;
    SystemRandom random;
    DiskFiles files;
    access::Surroundings around;
    around.folder = round.folder;
    around.clock = &clock;
    around.random = &random;
    around.files = &files;
    around.quickKeys = true;
    QString password = round.password;
    auto session = access::signIn(around, QStringLiteral("owner"), password);
    if (!session)
        giveUp(session.error());
    const auto key = session->databaseKey;
    const store::Actor actor = session->actor;
    Clinic clinic(std::move(session->store), actor);
    say(QStringLiteral("ready"));

    SeededRandom choice(round.seed);
    std::optional<PatientId> patient;
    qint64 registered = 0;
    for (qint64 n = round.firstAct;; ++n) {
        const quint64 kind = patient ? choice.below(54) : 0;
        if (kind < 10) {
            patient = done(clinic.write("patient.register", [n](store::Transaction &tx) {
                          return patient::register_(tx, draftOf(n));
                      })).id;
            registered = n;
            say(QStringLiteral("ack %1 patient %2").arg(n).arg(patient->toString()));
        } else if (kind < 18) {
            PatientDraft draft = draftOf(registered);
            draft.source = QStringLiteral("改%1").arg(n);
            draft.deskAlert = QStringLiteral("改%1").arg(n);
            done(clinic.write("patient.edit",
                              [id = *patient, draft](store::Transaction &tx) { return patient::edit(tx, id, draft); }));
            say(QStringLiteral("ack %1 edit %2").arg(n).arg(patient->toString()));
        } else if (kind < 26) {
            const Allergy made = done(clinic.write("allergy.record", [id = *patient, n](store::Transaction &tx) {
                return patient::recordAllergy(tx, id, {{}, QStringLiteral("过敏%1").arg(n), QStringLiteral("疹")});
            }));
            say(QStringLiteral("ack %1 allergy %2").arg(n).arg(made.id.toString()));
        } else if (kind < 38) {
            const auto stored =
                done(clinic.write("visit.sign", [draft = visitOf(*patient, n), &catalog](store::Transaction &tx) {
                    return consultation::sign(tx, catalog, draft);
                }));
            say(QStringLiteral("ack %1 visit %2").arg(n).arg(stored.revision.visit.toString()));
        } else if (kind < 43) {
            done(clinic.write("draft.save", [n, id = patient->uuid()](store::Transaction &tx) {
                return drafts::save(tx, {QStringLiteral("visit"), id}, QByteArray::number(n));
            }));
            say(QStringLiteral("ack %1 draft %2").arg(n).arg(patient->toString()));
        } else if (kind < 45) {
            const QString fresh = QStringLiteral("Apricot-Grove-%1").arg(n);
            done(clinic.work(
                [&](store::Store &store) { return access::changePassword(around, store, actor, password, fresh); }));
            password = fresh;
            say(QStringLiteral("ack %1 password owner").arg(n));
        } else if (kind < 47) {
            access::User user;
            user.login = QStringLiteral("u%1").arg(n);
            user.name = QStringLiteral("员工%1").arg(n);
            user.roles = access::Role::Receptionist;
            const auto added = done(clinic.work([&](store::Store &store) {
                return access::addPerson(around, store, actor, *key, user, QStringLiteral("Plum-Orchard-9"));
            }));
            say(QStringLiteral("ack %1 person %2").arg(n).arg(added.id.toString()));
        } else if (kind < 53) {
            AttachmentDraft draft;
            draft.patient = *patient;
            draft.title = QStringLiteral("舌%1").arg(n);
            draft.mediaType = QStringLiteral("image/jpeg");
            const Attachment added = done(clinic.work([&](store::Store &store) {
                return attachments::attach(store, actor, draft, QByteArray::number(n).repeated(20'000));
            }));
            say(QStringLiteral("ack %1 attachment %2").arg(n).arg(added.id.toString()));
        } else {
            const store::BackupContext context{files, clock, random, around.zone, {}, {}};
            const auto made = store::makeBackup(context, around.folder, *key,
                                                around.folder + QStringLiteral("-backups"), store::BackupCause::Asked);
            if (!made)
                giveUp(made.error());
            say(QStringLiteral("ack %1 backup %2").arg(n).arg(made->path));
        }
    }
}

/// One line of the test: folder, number of the first act, seed, password.
std::optional<Round> nextRound()
{
    std::string line;
    if (!std::getline(std::cin, line))
        return std::nullopt;
    const QStringList words = QString::fromStdString(line).split(u'\t');
    return Round{words.at(0), words.at(1).toLongLong(), words.at(2).toULongLong(), words.at(3)};
}

} // namespace

/// Lends a worker for each round: loads once what all need, so that a round begins where the store does, then forks
/// while no other thread and no store is there. Says the worker's number; after the next line, when the test has killed
/// it, how it ended.
int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const auto catalog = Catalog::load();
    if (!catalog)
        giveUp(catalog.error());
    if (searchKeys({QStringLiteral("王"), {}, {}, {}, {}}).isEmpty())
        giveUp({Code::Broken, QStringLiteral("No readings."), {}, {}});
    while (const auto round = nextRound()) {
        if (QDir(QStringLiteral("/proc/self/task")).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size() != 1)
            giveUp({Code::Broken, QStringLiteral("A thread was there before the worker."), {}, {}});
        const pid_t worker = ::fork();
        if (worker == 0) {
            ::prctl(PR_SET_PDEATHSIG, SIGKILL);
            work(*round, **catalog);
        }
        say(QStringLiteral("worker %1").arg(worker));
        // Not waited for before it was killed: its number stays its own as long.
        std::string over;
        if (!std::getline(std::cin, over) && worker > 0)
            ::kill(worker, SIGKILL); // the test has gone
        int status = 0;
        const bool known = worker > 0 && ::waitpid(worker, &status, 0) == worker;
        say(endOfRound + (known && WIFSIGNALED(status) ? QStringLiteral("signal %1").arg(WTERMSIG(status))
                                                       : QStringLiteral("exit %1").arg(status)));
    }
    return 0;
}
