#include "support/faultclinic.h"

#include "clinic/patient/patients.h"

#include <QDir>
#include <QFile>

#include <limits>

namespace xinglin::test {

namespace {

template <class T>
T expect(Result<T> result)
{
    if (!result)
        qFatal("%s (%s)", qUtf8Printable(result.error().message), qUtf8Printable(result.error().detail));
    return *std::move(result);
}

/// Files of a clinic that was closed, and who is in it.
struct Template
{
    QMap<QString, QByteArray> image;
    PatientId patient{Uuid(Uuid::Bytes{})};
    QString sheet;
};

Template makeTemplate()
{
    Template made;
    const QTemporaryDir top;
    const FakeClock clock(instantFromMs(1773194400000)); // the day before
    SeededRandom random(1);
    DiskFiles files;
    access::Surroundings around;
    around.folder = top.filePath(QStringLiteral("clinic"));
    around.clock = &clock;
    around.random = &random;
    around.files = &files;
    around.quickKeys = true;
    {
        auto founded = expect(access::setUp(around, FaultClinic::wishes()));
        made.sheet = founded.sheet->lines().join(u'\n');
        Clinic clinic(std::move(founded.session.store), founded.session.actor);
        auto registered = clinic.write("patient.register", [](store::Transaction &tx) {
            PatientDraft draft;
            draft.name = QStringLiteral("陈淑芬");
            draft.phone = QStringLiteral("13800138000");
            return patient::register_(tx, draft);
        });
        registered.waitForFinished();
        made.patient = expect(registered.result()).id;
        auto visit = clinic.write("visit.sign", [id = made.patient](store::Transaction &tx) {
            return consultation::sign(tx, FaultClinic::catalog(), FaultClinic::visit(id, QStringLiteral("失眠")));
        });
        visit.waitForFinished();
        expect(visit.result());
    }
    const QDir folder(around.folder);
    for (const QString &name : folder.entryList(QDir::Files)) {
        QFile file(folder.filePath(name));
        if (name == u"store.lock")
            continue;
        if (!file.open(QIODevice::ReadOnly))
            qFatal("cannot read %s", qUtf8Printable(file.fileName()));
        made.image.insert(QStringLiteral("clinic/") + name, file.readAll());
    }
    made.image.insert(QStringLiteral("clinic"), QByteArray());
    made.image.insert(QStringLiteral("clinic/attachments"), QByteArray());
    made.image.insert(QStringLiteral("clinic/attachments/tongue.bin"), QByteArray(3000, 'a'));
    return made;
}

const Template &theTemplate()
{
    static const Template made = makeTemplate();
    return made;
}

} // namespace

access::SetUp FaultClinic::wishes()
{
    access::SetUp wishes;
    wishes.clinic = QStringLiteral("杏林堂中医诊所");
    wishes.deviceName = QStringLiteral("test");
    wishes.owner.login = login();
    wishes.owner.name = QStringLiteral("方砚秋");
    wishes.owner.roles = access::Role::Practitioner | access::Role::Receptionist;
    wishes.password = password();
    return wishes;
}

const Catalog &FaultClinic::catalog()
{
    static const auto loaded = expect(Catalog::load());
    return *loaded;
}

PatientId FaultClinic::patient()
{
    return theTemplate().patient;
}

QString FaultClinic::sheet()
{
    return theTemplate().sheet;
}

consultation::Draft FaultClinic::visit(PatientId patient, const QString &complaint)
{
    consultation::Draft draft;
    draft.visit.patient = patient;
    draft.visit.note.complaint = complaint;
    draft.visit.note.diagnoses = {{DiagnosisKind::Pattern, {}, {}, QStringLiteral("心脾两虚")}};
    PrescriptionDraft formula;
    formula.lines = {{{}, QStringLiteral("黄芪"), Mass::grams(15), {}},
                     {{}, QStringLiteral("当归"), Mass::grams(9), {}}};
    draft.prescriptions = {formula};
    return draft;
}

FaultClinic::FaultClinic(Start start)
{
    if (start == Start::Clinic)
        DiskModel::lay(top.path(), theTemplate().image);
}

FaultClinic::~FaultClinic()
{
    close();
}

access::Surroundings FaultClinic::around()
{
    access::Surroundings around;
    around.folder = folder();
    around.clock = &clock;
    around.random = &random;
    around.files = &disk.files();
    around.quickKeys = true;
    return around;
}

store::BackupContext FaultClinic::backupContext()
{
    return {disk.files(), clock, random, QTimeZone("Asia/Shanghai"), {}, {}};
}

Result<Done> FaultClinic::signIn(const QString &name, const QString &secret)
{
    close();
    auto opened = access::signIn(around(), name, secret);
    if (!opened)
        return opened.error();
    m_session = *std::move(opened);
    m_clinic = std::make_unique<Clinic>(std::move(m_session.store), m_session.actor);
    return Done{};
}

void FaultClinic::close()
{
    m_clinic.reset();
    m_session = {};
}

qint64 FaultClinic::number(const char *sql, const QString &text)
{
    const auto view = m_clinic->store().snapshot(m_clinic->actor());
    store::Query query = view->connection().internal(sql);
    query.bindAt(1, text);
    return query.next() ? query.get<qint64>(0) : -1;
}

QString unclear(const Error &error)
{
    const QString &words = error.message;
    if (error.code != Code::Broken && error.code != Code::Damaged)
        return QStringLiteral("another reason");
    if (words.count(u' ') < 3 || !words.contains(u'.'))
        return QStringLiteral("no sentence");
    if (words == error.detail || words.contains(u"SQL") || words.contains(u"IOERR"))
        return QStringLiteral("a code");
    if (words.contains(u"made a mistake"))
        return QStringLiteral("the program blames itself");
    if (words.contains(u"this key"))
        return QStringLiteral("nobody knows of a key");
    for (const QString &thing : {QStringLiteral("disk"), QStringLiteral("store"), QStringLiteral("keyring"),
                                 QStringLiteral("backup"), QStringLiteral("folder")}) {
        if (words.contains(thing))
            return {};
    }
    return QStringLiteral("names nothing");
}

namespace {

QString sentence(const Error &error)
{
    return QStringLiteral("%1 (%2) [%3]").arg(error.message, error.detail).arg(static_cast<int>(error.code));
}

/// Keeps the words of a refusal; false where nobody could act on them.
bool isClear(const FaultClinic &clinic, const Error &error, Trial &trial)
{
    trial.words = QString(error.message).replace(clinic.top.path(), QStringLiteral("…"));
    const QString why = unclear(error);
    if (!why.isEmpty())
        trial.wrong = QStringLiteral("unclear (%1): %2").arg(why, sentence(error));
    return why.isEmpty();
}

void note(const FaultClinic &clinic, Trial &trial)
{
    trial.hit = clinic.disk.failed();
    trial.at = clinic.disk.failedAt();
    trial.changing = clinic.disk.failedChanging();
}

/// The act at the border where nothing may throw.
std::optional<Result<Done>> acted(const Scenario &scenario, FaultClinic &clinic, Trial &trial)
{
    try {
        return scenario.act(clinic);
    } catch (const std::exception &thrown) {
        trial.wrong = QStringLiteral("threw: ") + QString::fromUtf8(thrown.what());
    }
    return std::nullopt;
}

/// Opens the clinic without faults and looks whether it is whole.
bool opened(const Scenario &scenario, FaultClinic &clinic, Trial &trial, const char *when)
{
    clinic.close();
    auto done = scenario.reopen ? scenario.reopen(clinic) : clinic.signIn();
    if (!done) {
        trial.wrong = QStringLiteral("does not open %1: %2").arg(QLatin1String(when), sentence(done.error()));
        return false;
    }
    if (const QStringList problems = clinic.problems(); !problems.isEmpty()) {
        trial.wrong = QStringLiteral("not whole %1: %2").arg(QLatin1String(when), problems.join(u';'));
        return false;
    }
    return true;
}

bool counts(const Scenario &scenario, FaultClinic &clinic, Trial &trial, int least, int most, const char *when)
{
    if (!scenario.found)
        return true;
    const int found = scenario.found(clinic);
    if (found >= least && found <= most)
        return true;
    trial.wrong = QStringLiteral("%1: the act is there %2 times").arg(QLatin1String(when)).arg(found);
    return false;
}

void again(const Scenario &scenario, FaultClinic &clinic, Trial &trial)
{
    if (const auto result = acted(scenario, clinic, trial); result && !*result)
        trial.wrong = QStringLiteral("does not succeed afterwards: ") + sentence(result->error());
}

} // namespace

Trial tryFault(const Scenario &scenario, int call, FaultDisk::How how, bool forGood)
{
    Trial trial;
    FaultClinic clinic(scenario.start);
    if (scenario.prepare)
        scenario.prepare(clinic);
    clinic.disk.failAt(call, how, forGood);
    const auto result = acted(scenario, clinic, trial);
    if (!result)
        return trial;
    trial.refused = !result->ok();
    trial.failure = clinic.disk.failure();
    bool inDoubt = false;
    if (trial.refused) {
        const Error &error = result->error();
        if (!clinic.disk.failed())
            trial.wrong = QStringLiteral("refused without a fault: ") + sentence(error);
        if (!trial.wrong.isEmpty() || !isClear(clinic, error, trial))
            return trial;
        inDoubt = error.detail.startsWith(u"in doubt");
    }
    const bool inPlace = trial.refused && scenario.again && !inDoubt && !forGood && how != FaultDisk::How::Short;
    if (inPlace) {
        clinic.disk.onCall = {};
        again(scenario, clinic, trial);
        if (!trial.wrong.isEmpty())
            return trial;
    }
    clinic.close();
    trial.calls = clinic.disk.calls();
    note(clinic, trial);
    clinic.disk.heal();
    if (scenario.opens && trial.refused && !inPlace) {
        again(scenario, clinic, trial);
        if (trial.wrong.isEmpty() && opened(scenario, clinic, trial, "after the second try"))
            counts(scenario, clinic, trial, 1, 1, "after the second try");
        return trial;
    }
    if (!opened(scenario, clinic, trial, "after the fault"))
        return trial;
    const bool there = !trial.refused || inPlace;
    const int most = there || inDoubt || scenario.mayStay ? 1 : 0;
    if (!counts(scenario, clinic, trial, there ? 1 : 0, inPlace && scenario.mayStay ? 2 : most, "after the fault"))
        return trial;
    if (!scenario.found || scenario.found(clinic) == 0) {
        again(scenario, clinic, trial);
        if (trial.wrong.isEmpty() && opened(scenario, clinic, trial, "after the second try"))
            counts(scenario, clinic, trial, 1, 1, "after the second try");
    }
    return trial;
}

Trial tryPowerLoss(const Scenario &scenario, int call, quint64 seed)
{
    Trial trial;
    FaultClinic clinic(scenario.start);
    if (scenario.prepare)
        scenario.prepare(clinic);
    clinic.disk.losePowerAt(call);
    const auto result = acted(scenario, clinic, trial);
    if (!result)
        return trial;
    trial.refused = !result->ok();
    trial.failure = clinic.disk.failure();
    if (trial.refused && !isClear(clinic, result->error(), trial))
        return trial;
    clinic.close();
    trial.calls = clinic.disk.calls();
    note(clinic, trial);
    SeededRandom luck(seed);
    clinic.disk.powerUp(luck);
    if (scenario.opens && trial.refused) {
        again(scenario, clinic, trial);
        if (trial.wrong.isEmpty() && opened(scenario, clinic, trial, "after the second try"))
            counts(scenario, clinic, trial, 1, 1, "after the second try");
        return trial;
    }
    if (!opened(scenario, clinic, trial, "after the cut"))
        return trial;
    // What nobody acknowledged may be there, but whole.
    if (!counts(scenario, clinic, trial, trial.refused ? 0 : 1, 1, "after the cut"))
        return trial;
    if (!scenario.found || scenario.found(clinic) == 0) {
        again(scenario, clinic, trial);
        if (trial.wrong.isEmpty() && opened(scenario, clinic, trial, "after the second try"))
            counts(scenario, clinic, trial, 1, 1, "after the second try");
    }
    return trial;
}

QString Tally::faults(const QList<int> &calls, FaultDisk::How how, const std::function<Trial(int call)> &attempt)
{
    int until = 0;
    for (const int call : calls) {
        if (call <= until) {
            ++same;
            continue;
        }
        const Trial trial = attempt(call);
        if (!trial.wrong.isEmpty())
            return QStringLiteral("call %1 (%2): %3").arg(call).arg(trial.failure, trial.wrong);
        add(trial);
        if (how == FaultDisk::How::Full)
            until = trial.hit ? trial.at : std::numeric_limits<int>::max();
    }
    return {};
}

QString Tally::cuts(const QList<int> &calls, const std::function<Trial(int call, quint64 seed)> &attempt)
{
    const quint64 most = qEnvironmentVariableIsSet("XINGLIN_FAULTS_ALL") ? 4 : 1;
    for (const int call : calls) {
        quint64 lucks = most;
        for (quint64 luck = 0; luck < lucks; ++luck) {
            const Trial trial = attempt(call, static_cast<quint64>(call) * 10 + luck);
            if (!trial.wrong.isEmpty()) {
                return QStringLiteral("call %1 (%2) luck %3: %4")
                    .arg(call)
                    .arg(trial.failure)
                    .arg(luck)
                    .arg(trial.wrong);
            }
            add(trial);
            if (!trial.changing)
                lucks = 1;
        }
    }
    return {};
}

void Tally::add(const Trial &trial)
{
    ++trials;
    refused += trial.refused;
    if (trial.refused)
        ++words[trial.words];
}

void Tally::print() const
{
    qInfo("%d trials, %d calls the same as another's, %d refused", trials, same, refused);
    for (auto it = words.cbegin(); it != words.cend(); ++it)
        qInfo("%5d x %s", it.value(), qUtf8Printable(it.key()));
}

QList<int> chosenCalls(int calls, int few, quint64 seed)
{
    QList<int> chosen;
    if (qEnvironmentVariableIsSet("XINGLIN_FAULTS_ALL") || calls <= few) {
        for (int call = 1; call <= calls; ++call)
            chosen << call;
        return chosen;
    }
    SeededRandom random(seed);
    // One out of each stretch, so that every part of the act has its turn.
    for (int i = 0; i < few; ++i) {
        const int from = calls * i / few;
        const int to = calls * (i + 1) / few;
        chosen << from + 1 + static_cast<int>(random.below(static_cast<quint64>(to - from)));
    }
    return chosen;
}

} // namespace xinglin::test
