#include "access/session.h"
#include "clinic/clinic.h"
#include "clinic/patient/patients.h"
#include "clinic/prescription/consultation.h"

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

} // namespace

/// Works in a clinic as fast as it can until somebody kills it. Arguments: folder, number of the first act, seed.
/// Everything an act writes follows from its number.
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
    auto catalog = Catalog::load();
    if (!catalog)
        giveUp(catalog.error());
    auto session = access::signIn(around, QStringLiteral("owner"), QStringLiteral("Apricot-Grove-7"));
    if (!session)
        giveUp(session.error());
    Clinic clinic(std::move(session->store), session->actor);
    say(QStringLiteral("ready"));

    SeededRandom choice(arguments.at(3).toULongLong());
    std::optional<PatientId> patient;
    for (qint64 n = arguments.at(2).toLongLong();; ++n) {
        const quint64 kind = patient ? choice.below(3) : 0;
        if (kind == 0) {
            PatientDraft draft;
            draft.name = QStringLiteral("王%1").arg(n);
            draft.phone = QStringLiteral("138%1").arg(n, 8, 10, QLatin1Char('0'));
            draft.otherPhones = {{QStringLiteral("139%1").arg(n, 8, 10, QLatin1Char('0')), QStringLiteral("女儿")},
                                 {QStringLiteral("137%1").arg(n, 8, 10, QLatin1Char('0')), {}}};
            const Patient made = done(clinic.write(
                "patient.register", [draft](store::Transaction &tx) { return patient::register_(tx, draft); }));
            patient = made.id;
            say(QStringLiteral("ack %1 patient %2").arg(n).arg(made.id.toString()));
        } else if (kind == 1) {
            const Allergy made = done(clinic.write("allergy.record", [id = *patient, n](store::Transaction &tx) {
                return patient::recordAllergy(tx, id, {{}, QStringLiteral("过敏%1").arg(n), QStringLiteral("疹")});
            }));
            say(QStringLiteral("ack %1 allergy %2").arg(n).arg(made.id.toString()));
        } else {
            consultation::Draft draft;
            draft.visit.patient = *patient;
            draft.visit.note.complaint = QStringLiteral("主诉%1").arg(n);
            draft.visit.note.answers = {
                {QStringLiteral("tongue.body_colour"), {}, 0, {}, QStringLiteral("t_red"), {}, {}}};
            draft.visit.note.diagnoses = {{DiagnosisKind::Pattern, {}, {}, QStringLiteral("证%1").arg(n)}};
            PrescriptionDraft formula;
            for (const QString &herb : {QStringLiteral("黄芪"), QStringLiteral("党参"), QStringLiteral("白术"),
                                        QStringLiteral("茯苓"), QStringLiteral("当归"), QStringLiteral("陈皮")}) {
                if (formula.lines.size() < 2 + n % 5)
                    formula.lines << PrescriptionLine{{}, herb, Mass::grams(9), {}};
            }
            draft.prescriptions = {formula};
            const auto stored = done(clinic.write("visit.sign", [draft, catalog = *catalog](store::Transaction &tx) {
                return consultation::sign(tx, *catalog, draft);
            }));
            say(QStringLiteral("ack %1 visit %2").arg(n).arg(stored.revision.visit.toString()));
        }
    }
}
