#include "access/backups.h"
#include "access/drafts.h"
#include "access/roles.h"
#include "access/settings.h"
#include "clinic/patient/glass.h"
#include "clinic/prescription/consultation.h"
#include "support/testclinic.h"

#include <QCoreApplication>
#include <QDir>

#include <cstdio>

using namespace xinglin;

namespace {

template <class T>
T sure(Result<T> result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().message + result.error().detail));
    return *std::move(result);
}

consultation::Draft visitOf(PatientId patient, int number)
{
    consultation::Draft draft;
    draft.visit.patient = patient;
    draft.visit.note.complaint = QStringLiteral("入睡困难 %1 月").arg(number + 1);
    draft.visit.note.answers = {{QStringLiteral("tongue.body_colour"), {}, 0, {}, QStringLiteral("t_red"), {}, {}}};
    draft.visit.note.diagnoses = {{DiagnosisKind::Pattern, {}, {}, QStringLiteral("心脾两虚证")}};
    PrescriptionDraft formula;
    for (const QString &herb : {QStringLiteral("黄芪"), QStringLiteral("党参"), QStringLiteral("白术")})
        formula.lines << PrescriptionLine{{}, herb, Mass::grams(9), {}};
    draft.prescriptions = {formula};
    return draft;
}

} // namespace

/// Makes the small store that is kept of a released schema, with something in each table. Run by hand when a schema is
/// frozen: goldenstore tests/data/golden/0006.
int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QString target = QCoreApplication::arguments().value(1);
    if (target.isEmpty() || !QDir().mkpath(target))
        qFatal("A folder is wanted.");
    test::TestClinic clinic;
    const auto catalog = sure(Catalog::load());
    const auto owner = clinic.owner();
    QList<Patient> patients;
    for (const QString &name : {QStringLiteral("陈淑芬"), QStringLiteral("崔诗菲"), QStringLiteral("王建国"),
                                QStringLiteral("李秀英"), QStringLiteral("张伟"), QStringLiteral("刘洋"),
                                QStringLiteral("杨敏"), QStringLiteral("赵磊"), QStringLiteral("黄静")}) {
        patients << clinic.patient(name, QStringLiteral("1390013900%1").arg(patients.size()));
        clinic.clock.advance(std::chrono::hours(5));
        sure(clinic.write(clinic.practitioner(), "consultation.sign", [&](store::Transaction &tx) {
            return consultation::sign(tx, *catalog, visitOf(patients.last().id, int(patients.size())));
        }));
    }
    const access::CustomRole role = sure(clinic.write(owner, "roles.save", [](store::Transaction &tx) {
        access::CustomRole copy = access::copyOf(access::Role::Receptionist);
        copy.name = QStringLiteral("晚班前台");
        return access::saveRole(tx, copy);
    }));
    sure(clinic.write(owner, "roles.grant", [&](store::Transaction &tx) {
        return access::grantRole(tx, access::UserId(*clinic.actor(access::Role::Dispenser).user), role.id);
    }));
    sure(clinic.write(owner, "setting.change", [](store::Transaction &tx) {
        return settings::setValue(tx, settings::RecordsSharing, QStringLiteral("own"));
    }));
    sure(clinic.write(owner, "patient.restrict", [&](store::Transaction &tx) {
        return patient::setRestricted(tx, patients.last().id, true, QStringLiteral("员工家属"));
    }));
    sure(clinic.write(clinic.receptionist(), "glass.break", [&](store::Transaction &tx) {
        return patient::breakGlass(tx, patients.first().id, QStringLiteral("emergency"), QStringLiteral("急诊来电"));
    }));
    sure(clinic.write(clinic.practitioner(), "draft.save", [&](store::Transaction &tx) {
        return drafts::save(tx, {QStringLiteral("visit"), patients.first().id.uuid()}, QByteArray("{}"));
    }));
    const access::BackupPlaces places{clinic.folder() + QStringLiteral("-backups"), {}};
    const auto made =
        sure(access::makeBackup(clinic.around(), *clinic.session().databaseKey, places, store::BackupCause::Asked,
                                [](const store::BackupProgress &) { return true; }));
    sure(access::noteBackup(clinic.store(), owner, made));
    clinic.takeStore().reset();
    for (const char *file : {"keyring", "clinic.db"}) {
        const QString name = QLatin1String(file);
        QFile::remove(target + u'/' + name);
        if (!QFile::copy(clinic.folder() + u'/' + name, target + u'/' + name))
            qFatal("%s cannot be written", file);
    }
    std::printf("%s\n", qPrintable(QDir::cleanPath(target)));
    return 0;
}
