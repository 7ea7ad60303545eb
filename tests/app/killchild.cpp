#include "access/drafts.h"
#include "access/session.h"
#include "clinic/clinic.h"
#include "clinic/patient/patients.h"
#include "clinic/prescription/consultation.h"
#include "store/backup.h"

#include <QCoreApplication>

#include <cstdio>

using namespace xinglin;

namespace {

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

} // namespace

/// Works in a clinic as fast as it can until somebody kills it. Arguments: folder, number of the first act, seed,
/// password. Everything an act writes follows from its number.
int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const SystemClock clock;
    SystemRandom random;
    DiskFiles files;
    access::Surroundings around;
    around.folder = arguments.at(1);
    around.clock = &clock;
    around.random = &random;
    around.files = &files;
    around.quickKeys = true;
    QString password = arguments.at(4);
    auto catalog = Catalog::load();
    if (!catalog)
        giveUp(catalog.error());
    auto session = access::signIn(around, QStringLiteral("owner"), password);
    if (!session)
        giveUp(session.error());
    const auto key = session->databaseKey;
    const store::Actor actor = session->actor;
    Clinic clinic(std::move(session->store), actor);
    say(QStringLiteral("ready"));

    SeededRandom choice(arguments.at(3).toULongLong());
    std::optional<PatientId> patient;
    qint64 registered = 0;
    for (qint64 n = arguments.at(2).toLongLong();; ++n) {
        const quint64 kind = patient ? choice.below(48) : 0;
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
            const auto stored = done(
                clinic.write("visit.sign", [draft = visitOf(*patient, n), catalog = *catalog](store::Transaction &tx) {
                    return consultation::sign(tx, *catalog, draft);
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
