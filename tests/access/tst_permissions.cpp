#include "access/matrix/world.h"
#include "clinic/catalog/constitutions.h"
#include "clinic/patient/patienthistory.h"
#include "clinic/patient/patientrows.h"
#include "clinic/patient/patients.h"
#include "clinic/prescription/consultation.h"
#include "clinic/prescription/prescriptionrows.h"
#include "clinic/record/attestationrows.h"
#include "clinic/record/constitutionrows.h"
#include "clinic/record/visitrows.h"
#include "clinic/record/visits.h"
#include "clinic/treatment/pointgroups.h"
#include "clinic/treatment/sessionrows.h"
#include "clinic/treatment/treatmentrows.h"
#include "store/failure.h"

#include <QTest>

using namespace xinglin;
using namespace xinglin::test;

namespace {

/// Every public function of access and clinic that takes a Transaction or a Snapshot stands here or in matrix/;
/// tests/lint/accesstable.py compares.
const QList<Row> &otherRows()
{
    static const QList<Row> rows{
        // Parts of others, which open nothing themselves: called alone, the store refuses everybody.
        {"patient::canonical",
         "",
         {},
         [](World &world, const store::Snapshot &view) { return outcomeOf(patient::canonical(view, *world.person)); }},
        {"patient::addParts",
         "",
         {},
         [](World &world, const store::Snapshot &view) -> Outcome {
             Patient patient;
             patient.id = *world.person;
             patient::addParts(view, patient);
             return {};
         }},
        {"record::writeParts",
         "",
         [](World &world, store::Transaction &tx) -> Outcome {
             VisitNote note;
             note.diagnoses = {{DiagnosisKind::Pattern, {}, {}, QStringLiteral("x")}};
             record::writeParts(tx, *world.revision, note);
             return {};
         },
         {}},
        {"record::readParts",
         "",
         {},
         [](World &world, const store::Snapshot &view) -> Outcome {
             VisitNote note;
             record::readParts(view, *world.revision, note);
             return {};
         }},
        {"record::addClinicalParts",
         "",
         {},
         [](World &world, const store::Snapshot &view) -> Outcome {
             VisitSummary summary;
             summary.id = *world.visit;
             record::addClinicalParts(view, summary);
             return {};
         }},
        {"consultation::writePrescription",
         "",
         [](World &world, store::Transaction &tx) -> Outcome {
             consultation::writePrescription(tx, *world.revision, *world.person, 1, {}, {}, 0, {}, {});
             return {};
         },
         {}},
        {"consultation::addPrescribed",
         "",
         {},
         [](World &world, const store::Snapshot &view) -> Outcome {
             consultation::Stored stored{{}, {}, {}, {}};
             stored.revision.id = *world.revision;
             consultation::addPrescribed(view, stored);
             return {};
         }},
        {"medicineorder::ofRevision",
         "",
         {},
         [](World &world, const store::Snapshot &view) -> Outcome {
             medicineorder::ofRevision(view, *world.revision);
             return {};
         }},
        {"medicineorder::write",
         "",
         [](World &world, store::Transaction &tx) -> Outcome {
             medicineorder::write(tx, *world.revision, {}, {MedicineOrder()});
             return {};
         },
         {}},
        {"attestation::standing",
         "",
         {},
         [](World &world, const store::Snapshot &view) -> Outcome {
             attestation::standing(view, *world.revision);
             return {};
         }},
        {"attestation::obstacle",
         "",
         {},
         [](World &world, const store::Snapshot &view) -> Outcome {
             attestation::obstacle(view, *world.revision, AttestationScope::Note);
             return {};
         }},
        {"attestation::write",
         "",
         [](World &world, store::Transaction &tx) -> Outcome {
             attestation::write(tx, *world.revision, *world.person, AttestationScope::Prescription, {});
             return {};
         },
         {}},
        {"consultation::prescribedIn",
         "",
         {},
         [](World &world, const store::Snapshot &view) -> Outcome {
             consultation::prescribedIn(view, *world.revision);
             return {};
         }},
        {"consultation::readPrescriptions",
         "",
         {},
         [](World &world, const store::Snapshot &view) -> Outcome {
             consultation::readPrescriptions(view, *world.revision);
             return {};
         }},
        {"patient::constitutionScores",
         "",
         {},
         [](World &world, const store::Snapshot &view) -> Outcome {
             patient::constitutionScores(view, world.of(Subject::Own).assessment->uuid());
             return {};
         }},
        {"assessment::writeParts",
         "",
         [](World &world, store::Transaction &tx) -> Outcome {
             assessment::writeParts(tx, *world.of(Subject::Own).assessment, constitution::shipped().elderly, {},
                                    {{QStringLiteral("qixu"), 4, {}, constitution::Decision::No}});
             return {};
         },
         {}},
        {"treatment::write",
         "",
         [](World &world, store::Transaction &tx) {
             VisitRevision revision;
             revision.id = *world.revision;
             revision.visit = *world.visit;
             revision.patient = *world.person;
             return outcomeOf(treatment::write(tx, *world.catalog, revision, world.visitDraft().treatments, {}, false));
         },
         {}},
        {"treatment::writeTreatment",
         "",
         [](World &world, store::Transaction &tx) -> Outcome {
             treatment::writeTreatment(tx, *world.revision, *world.person, tx.create<CourseId>(), 1,
                                       world.visitDraft().treatments.constFirst(), 0, {}, {});
             return {};
         },
         {}},
        {"treatment::readTreatments",
         "",
         {},
         [](World &world, const store::Snapshot &view) -> Outcome {
             treatment::readTreatments(view, *world.revision);
             return {};
         }},
        {"treatment::readTreatment",
         "",
         {},
         [](World &world, const store::Snapshot &view) -> Outcome {
             treatment::readTreatment(view, *world.treatment);
             return {};
         }},
        {"treatment::summaryOf",
         "",
         {},
         [](World &world, const store::Snapshot &view) -> Outcome {
             treatment::summaryOf(view, *world.visit);
             return {};
         }},
        {"treatment::sessionsOf",
         "",
         {},
         [](World &world, const store::Snapshot &view) -> Outcome {
             treatment::sessionsOf(view, *world.person);
             return {};
         }},
        {"treatment::readSession",
         "",
         {},
         [](World &world, const store::Snapshot &view) -> Outcome {
             treatment::readSession(view, *world.session);
             return {};
         }},
        {"pointgroup::all",
         "RPO",
         {},
         [](World &, const store::Snapshot &view) { return outcomeOf(pointgroup::all(view)); }},
        {"pointgroup::save",
         "P",
         [](World &world, store::Transaction &tx) {
             pointgroup::Draft draft;
             draft.name = tx.newUuid().toString();
             draft.code = QStringLiteral("xx%1").arg(tx.random().next() % 1000000000);
             draft.points = world.visitDraft().treatments.constFirst().points;
             return outcomeOf(pointgroup::save(tx, draft));
         },
         {}},
        {"pointgroup::retire",
         "P",
         [](World &world, store::Transaction &tx) -> Outcome {
             pointgroup::Draft draft;
             draft.name = tx.newUuid().toString();
             draft.code = QStringLiteral("yy%1").arg(tx.random().next() % 1000000000);
             draft.points = world.visitDraft().treatments.constFirst().points;
             const auto made = pointgroup::save(tx, draft);
             return made ? outcomeOf(pointgroup::retire(tx, made->id)) : Outcome(made.error().code);
         },
         {}},
        {"patient::aliasPhones",
         "",
         {},
         [](World &world, const store::Snapshot &view) -> Outcome {
             patient::aliasPhones(view, *world.person);
             return {};
         }},
        {"consultation::nextNumber",
         "",
         [](World &, store::Transaction &tx) -> Outcome {
             consultation::nextNumber(tx);
             return {};
         },
         {}},
    };
    return rows;
}

/// Highest row number of every table that a refusal could leave something in.
QMap<QByteArray, qint64> marks(World &world)
{
    QMap<QByteArray, qint64> found;
    const auto view = world.clinic.store().snapshot(world.clinic.owner());
    for (const store::TableInfo &info : world.clinic.store().registry().tables()) {
        if (!info.isSynced() && info.name != "record" && info.name != "audit")
            continue;
        store::Query row = view->connection().internal(("SELECT max(n) FROM " + info.name).constData());
        row.next();
        found.insert(info.name, row.get<qint64>(0));
    }
    return found;
}

Outcome call(const std::function<Outcome()> &function)
{
    try {
        return function();
    } catch (const store::Failure &failure) {
        return failure.error().code;
    }
}

struct Letters
{
    QChar letter;
    QByteArrayList groups; ///< The most that may ever be open to them for reading.
};

/// The rules of the clinic by field group: what any function may open to whom.
const QList<Letters> &readable()
{
    static const QByteArrayList everybody{"public", "staff", "policy", "batch"};
    static const QList<Letters> table{
        {u'R', everybody + QByteArrayList{"identity", "identifiers", "alert", "allergy", "oversight", "treatment",
                                          "grouping", "contact", "roster", "schedule"}},
        {u'P', everybody + QByteArrayList{"identity", "identifiers", "alert", "allergy", "care", "prescription",
                                          "narrative", "attestation", "oversight", "treatment", "grouping", "contact",
                                          "roster", "schedule"}},
        {u'D', everybody + QByteArrayList{"identity", "alert", "allergy", "care", "prescription", "attestation",
                                          "grouping", "roster", "schedule"}},
        {u'O',
         everybody + QByteArrayList{"identity", "identifiers", "alert", "allergy", "care", "prescription", "oversight",
                                    "treatment", "import", "grouping", "contact", "roster", "schedule"}},
        {u'A', everybody},
        {u'U', everybody + QByteArrayList{"identity", "oversight", "roster", "schedule"}},
        {World::Custom, everybody + QByteArrayList{"identity", "identifiers", "alert", "allergy", "care", "oversight",
                                                   "treatment", "grouping", "contact", "roster", "schedule"}},
    };
    return table;
}

/// What was open at the end of a call and must not have been.
QByteArray openedTooMuch(const store::Snapshot &view, QChar letter)
{
    store::GroupMask allowed = 0;
    for (const Letters &one : readable()) {
        if (one.letter == letter) {
            for (const QByteArray &group : one.groups)
                allowed |= view.registry().group(group);
        }
    }
    return view.registry().names(view.opened().read & ~allowed);
}

const char *const subjects[] = {"own", "foreign", "restricted", "merged", "open batch"};

QList<Row> plainRows()
{
    return accessRows() + scheduleRows() + otherRows();
}

} // namespace

/// Who may do what, for every function there is: deny by default.
class TestPermissions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_world = std::make_unique<World>(); }
    void cleanupTestCase() { m_world.reset(); }
    void function_eachRole_isAllowedOrRefused_data();
    void function_eachRole_isAllowedOrRefused();
    void patientFunction_eachRoleAndPatient_isAllowedOrRefused_data();
    void patientFunction_eachRoleAndPatient_isAllowedOrRefused();
    void function_withoutRequire_isRefusedByTheStore();
    void function_combinedRoles_areAdded();
    void find_partsOfOthers_areMissing_data();
    void find_partsOfOthers_areMissing();
    void addUser_rolesByOthers_areRefused();
    void table_shipped_staysWithinTheDesign_data();
    void table_shipped_staysWithinTheDesign();
    void table_brokenJson_isRefused_data();
    void table_brokenJson_isRefused();

private:
    void check(const Row &row, const store::Actor &actor, QChar letter, bool allowed);
    void check(const PatientRow &row, Subject subject, const store::Actor &actor, QChar letter);

    std::unique_ptr<World> m_world;
};

void TestPermissions::function_eachRole_isAllowedOrRefused_data()
{
    QTest::addColumn<Row>("row");
    for (const Row &row : plainRows())
        QTest::newRow(row.function) << row;
}

void TestPermissions::check(const Row &row, const store::Actor &actor, QChar letter, bool allowed)
{
    World &world = *m_world;
    const auto before = marks(world);
    Outcome outcome;
    bool looked = false;
    QByteArray tooMuch;
    if (row.act) {
        const auto tx = world.clinic.store().begin(actor, "test.act");
        outcome = call([&] { return row.act(world, *tx); });
        tooMuch = openedTooMuch(*tx, letter);
        // Even a caller that forgets to roll back leaves nothing.
        try {
            tx->commit();
        } catch (const store::Failure &) {
            QVERIFY(outcome.has_value());
        }
    } else {
        const auto view = world.clinic.store().snapshot(actor);
        outcome = call([&] { return row.question(world, *view); });
        tooMuch = openedTooMuch(*view, letter);
        looked = !view->audited().isEmpty();
    }
    if (qstrcmp(row.function, "access::found") != 0)
        QVERIFY2(tooMuch.isEmpty(), tooMuch.constData());
    if (allowed) {
        QVERIFY2(!outcome, "was refused");
        if (row.act)
            QCOMPARE(marks(world).value("record"), before.value("record") + 1);
        return;
    }
    QVERIFY2(outcome.has_value(), "was allowed");
    QCOMPARE(*outcome, row.refusal);
    QVERIFY2(!looked, "a refused look was noted as one");
    QCOMPARE(marks(world), before);
}

void TestPermissions::function_eachRole_isAllowedOrRefused()
{
    QFETCH(Row, row);
    QVERIFY(static_cast<bool>(row.act) != static_cast<bool>(row.question));
    for (const QChar letter : World::letters()) {
        check(row, m_world->actor(letter), letter, isListed(row.roles, letter));
        if (QTest::currentTestFailed()) {
            qWarning("as %s", qPrintable(QString(letter)));
            return;
        }
    }
    // Somebody nobody knows, and nobody at all.
    const Uuid device = m_world->clinic.session().actor.device;
    check(row, {Uuid::create(m_world->clinic.clock, m_world->clinic.random), device}, u'-', false);
    check(row, {std::nullopt, device}, u'-', false);
}

void TestPermissions::patientFunction_eachRoleAndPatient_isAllowedOrRefused_data()
{
    QTest::addColumn<PatientRow>("row");
    QTest::addColumn<int>("subject");
    for (const PatientRow &row : patientRows()) {
        for (int subject = 0; subject < 5; ++subject)
            QTest::addRow("%s, %s", row.function, subjects[subject]) << row << subject;
    }
}

void TestPermissions::check(const PatientRow &row, Subject subject, const store::Actor &actor, QChar letter)
{
    World &world = *m_world;
    const Case &one = world.of(subject);
    const bool allowed = isListed(row.roles(subject), letter);
    const bool otherwise = isListed(row.own, letter); // for one's own patient
    const auto before = marks(world);
    Outcome outcome;
    bool looked = false;
    QByteArray tooMuch;
    if (row.act) {
        const auto tx = world.clinic.store().begin(actor, "test.act");
        outcome = call([&] { return row.act(world, *tx, one); });
        tooMuch = openedTooMuch(*tx, letter);
        // What went through is taken back, so that the next role finds the same world; what was refused is committed,
        // as by a caller that forgets to roll back.
        if (outcome) {
            try {
                tx->commit();
            } catch (const store::Failure &) {
                QVERIFY(outcome.has_value());
            }
        }
    } else {
        const auto view = world.clinic.store().snapshot(actor);
        outcome = call([&] { return row.question(world, *view, one); });
        tooMuch = openedTooMuch(*view, letter);
        looked = !view->audited().isEmpty();
    }
    QVERIFY2(tooMuch.isEmpty(), tooMuch.constData());
    QCOMPARE(!outcome.has_value(), allowed);
    QCOMPARE(marks(world), before);
    if (allowed)
        return;
    const bool hidden = subject == Subject::Restricted || subject == Subject::OpenBatch;
    if (!otherwise && *outcome == Code::NoPermission)
        return;
    // A look for somebody who may be hidden is itself worth a line.
    QVERIFY2(!looked || qstrcmp(row.function, "patient::findForGlass") == 0, "a refused look was noted as one");
    QCOMPARE(*outcome, hidden ? Code::NotFound : Code::NoPermission);
}

void TestPermissions::patientFunction_eachRoleAndPatient_isAllowedOrRefused()
{
    QFETCH(PatientRow, row);
    QFETCH(int, subject);
    QVERIFY(static_cast<bool>(row.act) != static_cast<bool>(row.question));
    for (const QChar letter : World::letters()) {
        check(row, static_cast<Subject>(subject), m_world->actor(letter), letter);
        if (QTest::currentTestFailed()) {
            qWarning("as %s", qPrintable(QString(letter)));
            return;
        }
    }
    const Uuid device = m_world->clinic.session().actor.device;
    check(row, static_cast<Subject>(subject), {std::nullopt, device}, u'-');
}

/// The mutant: a function whose first line was forgotten.
void TestPermissions::function_withoutRequire_isRefusedByTheStore()
{
    const Row forgetful{
        "a function without require", "RPDO", {}, [](World &world, const store::Snapshot &view) -> Outcome {
            view.sql("SELECT name FROM patient WHERE id = ?1").bind(*world.person).next();
            return {};
        }};
    for (const QChar letter : World::letters())
        check(forgetful, m_world->actor(letter), letter, false);
    // And one that asks the wrong question: its permission opens too little.
    const Row wrong{
        "a function with the wrong one", "RPDO", {}, [](World &world, const store::Snapshot &view) -> Outcome {
            if (auto refused = access::require(view, access::Permission::ReadClinic))
                return refused->code;
            view.sql("SELECT document_number FROM patient WHERE id = ?1").bind(*world.person).next();
            return {};
        }};
    for (const QChar letter : World::letters())
        check(wrong, m_world->actor(letter), letter, false);
}

void TestPermissions::function_combinedRoles_areAdded()
{
    World &world = *m_world;
    const auto both = world.clinic.write(world.clinic.owner(), "people.add", [&](store::Transaction &tx) {
        return access::addUser(tx, world.newUser(access::Role::Auditor | access::Role::Dispenser), QByteArray(32, 'k'));
    });
    QVERIFY(both.ok());
    const store::Actor actor{both->id.uuid(), world.clinic.session().actor.device};
    const auto ask = [&](const auto &function) { return world.clinic.read(actor, function).ok(); };
    const PatientId id = *world.person;
    QVERIFY(ask([&](const store::Snapshot &view) { return patient::open(view, id); }));
    QVERIFY(ask([&](const store::Snapshot &view) { return consultation::lastPrescriptions(view, id); }));
    QVERIFY(!ask([&](const store::Snapshot &view) { return record::unfinished(view); }));
    // With the fuller of two rights.
    const auto found = world.clinic.read(actor, [&](const store::Snapshot &view) { return patient::find(view, id); });
    QCOMPARE(found->name, QStringLiteral("陈淑芬"));
}

void TestPermissions::find_partsOfOthers_areMissing_data()
{
    QTest::addColumn<QString>("letter");
    QTest::addColumn<QString>("parts");
    // Name, identifiers (small: masked), alert, note, allergies, medicines.
    QTest::newRow("receptionist") << "R"
                                  << "Nia-l-";
    QTest::newRow("practitioner") << "P"
                                  << "Nianlm";
    QTest::newRow("dispenser") << "D"
                               << "N-a-lm";
    QTest::newRow("owner") << "O"
                           << "NIa-lm";
    QTest::newRow("auditor") << "U"
                             << "n-----";
    QTest::newRow("the clinic's own") << "C"
                                      << "Nia-lm";
}

void TestPermissions::find_partsOfOthers_areMissing()
{
    QFETCH(QString, letter);
    QFETCH(QString, parts);
    const store::Actor actor = m_world->actor(letter.at(0));
    const auto view = m_world->clinic.store().snapshot(actor);
    const PatientId id = *m_world->person;
    const auto shown = [&](const Patient &patient) {
        QString found;
        found += patient.name == u"陈淑芬" ? u'N' : patient.name == u"陈*芬" ? u'n' : u'?';
        const QString number = patient.identifiers ? patient.identifiers->documentNumber : QString();
        found += number.isEmpty()                  ? u'-'
                 : number == u"11010519491231002X" ? u'I'
                 : number == u"110***********002X" ? u'i'
                                                   : u'?';
        found += patient.deskAlert ? u'a' : u'-';
        found += patient.note ? u'n' : u'-';
        return found;
    };
    const auto found = patient::find(*view, id);
    QVERIFY(found.ok());
    QCOMPARE(shown(*found), parts.left(4));
    QCOMPARE(shown(*patient::findByReference(*view, found->number)), parts.left(4));
    const auto strip = patient::open(*view, id);
    QCOMPARE(strip.ok(), letter != u"U");
    if (!strip)
        return;
    QCOMPARE(shown(strip->patient) + (strip->allergies ? u'l' : u'-') + (strip->medicines ? u'm' : u'-'), parts);
    QCOMPARE(strip->pregnancy.has_value(), parts.endsWith(u'm'));
    // What it was before is cut in the same way, or more.
    const auto before = patient::asItStood(*view, id, view->now());
    QVERIFY(before.ok());
    QVERIFY(!before->identifiers || shown(*before).at(1) == parts.at(1));
    QCOMPARE(before->deskAlert.has_value(), parts.contains(u'a'));
    QVERIFY(!before->note || parts.at(3) == u'n');
    const auto history = patient::history(*view, id);
    QVERIFY(history.ok());
    for (const store::ColumnChange &change : *history) {
        if (!parts.contains(u'I'))
            QVERIFY2(change.column != "document_number" && change.column != "address", change.column.constData());
        if (parts.at(3) != u'n')
            QVERIFY2(change.column != "note", change.column.constData());
    }
}

void TestPermissions::addUser_rolesByOthers_areRefused()
{
    World &world = *m_world;
    const auto add = [&](const store::Actor &actor, access::Roles roles) {
        return world.clinic.write(actor, "people.add", [&](store::Transaction &tx) {
            return access::addUser(tx, world.newUser(roles), QByteArray(32, 'k'));
        });
    };
    const store::Actor administrator = world.clinic.actor(access::Role::Administrator);
    QCOMPARE(add(administrator, access::Role::Owner).error().code, Code::NoPermission);
    QCOMPARE(add(administrator, access::Role::Receptionist).error().code, Code::NoPermission);
    QVERIFY(add(administrator, {}).ok());
    QVERIFY(add(world.clinic.owner(), access::Role::Owner | access::Role::Practitioner).ok());
}

void TestPermissions::table_shipped_staysWithinTheDesign_data()
{
    QTest::addColumn<QString>("group");
    QTest::addColumn<QString>("mayRead");
    QTest::addColumn<QString>("mayWrite");
    // The most that any permission may open to a role: classes of data of the clinic's rules.
    QTest::newRow("narrative") << "narrative"
                               << "P"
                               << "RPO"; // a note may be written at registration, not read again
    QTest::newRow("care") << "care"
                          << "PDO"
                          << "P";
    QTest::newRow("allergy") << "allergy"
                             << "RPDO"
                             << "RP";
    QTest::newRow("prescription") << "prescription"
                                  << "PDO"
                                  << "P";
    QTest::newRow("treatment") << "treatment" // reception counts needles
                               << "RPO"
                               << "RP";
    QTest::newRow("identifiers") << "identifiers" // read in full by owners only: the struct is masked for others
                                 << "RPO"
                                 << "RPO";
    QTest::newRow("alert") << "alert"
                           << "RPDO"
                           << "RPO";
    QTest::newRow("identity") << "identity" // masked for auditors
                              << "RPDOU"
                              << "RPO";
    QTest::newRow("import") << "import"
                            << "O"
                            << "O";
    QTest::newRow("staff") << "staff"
                           << "RPDOAU"
                           << "OA";
    QTest::newRow("policy") << "policy"
                            << "RPDOAU"
                            << "OA";
    QTest::newRow("oversight") << "oversight"
                               << "RPOU"
                               << "RPO";
}

void TestPermissions::table_shipped_staysWithinTheDesign()
{
    QFETCH(QString, group);
    QFETCH(QString, mayRead);
    QFETCH(QString, mayWrite);
    for (const auto &row : access::PermissionTable::shipped().rows()) {
        for (const access::Role role : access::allRoles()) {
            if (!(row.roles & role))
                continue;
            const QChar letter = access::letterOf(role);
            if (row.read.contains(group.toLatin1()))
                QVERIFY2(mayRead.contains(letter), qPrintable(QString(letter)));
            // An import brings what another program kept, all of it, and takes it back as one.
            if (row.write.contains(group.toLatin1()) && row.permission != access::Permission::RunBatch)
                QVERIFY2(mayWrite.contains(letter), qPrintable(QString(letter)));
        }
    }
}

void TestPermissions::table_brokenJson_isRefused_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("not JSON") << QByteArray("[{]");
    QTest::newRow("nothing in it") << QByteArray("[]");
    QTest::newRow("unknown permission") << QByteArray(R"([{"permission": "x", "roles": "R"}])");
    QTest::newRow("unknown role") << QByteArray(R"([{"permission": "alert.read", "roles": "X"}])");
    QTest::newRow("twice") << QByteArray(
        R"([{"permission": "alert.read", "roles": "R"}, {"permission": "alert.read", "roles": "R"}])");
}

void TestPermissions::table_brokenJson_isRefused()
{
    QFETCH(QByteArray, json);
    const auto parsed = access::PermissionTable::fromJson(json);
    QVERIFY(!parsed.ok());
    QCOMPARE(parsed.error().code, Code::Damaged);
}

QTEST_GUILESS_MAIN(TestPermissions)
#include "tst_permissions.moc"
