#include "clinic/patient/patienthistory.h"
#include "clinic/patient/patientrows.h"
#include "clinic/patient/patients.h"
#include "clinic/prescription/consultation.h"
#include "clinic/prescription/prescriptionrows.h"
#include "clinic/record/visitrows.h"
#include "clinic/record/visits.h"
#include "store/failure.h"
#include "support/testclinic.h"

#include <QTest>

using namespace xinglin;
using namespace xinglin::test;

namespace {

/// What a call came to: nothing where it went through.
using Outcome = std::optional<Code>;

template <class T>
Outcome outcomeOf(const Result<T> &result)
{
    return result ? Outcome() : Outcome(result.error().code);
}

/// A clinic with one of everything.
class World
{
public:
    World()
    {
        auto loaded = Catalog::load();
        if (!loaded)
            qFatal("%s", qPrintable(loaded.error().message));
        catalog = *loaded;
        person = clinic
                     .write(clinic.receptionist(), "patient.register",
                            [&](store::Transaction &tx) { return patient::register_(tx, patientDraft()); })
                     ->id;
        allergy = newAllergy();
        const bool cared =
            clinic
                .write(clinic.practitioner(), "care.record",
                       [&](store::Transaction &tx) {
                           const auto medicine = patient::recordMedicine(tx, *person, QStringLiteral("华法林"), {});
                           return medicine ? patient::recordPregnancy(tx, *person, false, false) : medicine;
                       })
                .ok();
        const auto stored = clinic.write(clinic.practitioner(), "visit.sign", [&](store::Transaction &tx) {
            return consultation::sign(tx, *catalog, visitDraft());
        });
        if (!cared || !stored)
            qFatal("the world could not be made");
        visit = stored->revision.visit;
        revision = stored->revision.id;
        prescription = stored->prescriptions.constFirst().id;
    }

    PatientDraft patientDraft() const
    {
        PatientDraft draft;
        draft.name = QStringLiteral("陈淑芬");
        draft.phone = QStringLiteral("13800138000");
        draft.documentNumber = QStringLiteral("11010519491231002X");
        draft.address = QStringLiteral("北京");
        draft.deskAlert = QStringLiteral("听力差");
        draft.note = QStringLiteral("易怒");
        return draft;
    }
    consultation::Draft visitDraft() const
    {
        consultation::Draft draft;
        draft.visit.patient = *person;
        draft.visit.note.complaint = QStringLiteral("咳");
        PrescriptionDraft formula;
        formula.lines = {{{}, QStringLiteral("黄芪"), Mass::grams(10), {}}};
        draft.prescriptions = {formula};
        return draft;
    }
    access::User newUser(access::Roles roles)
    {
        access::User user;
        user.id = access::UserId::create(clinic.clock, clinic.random);
        user.login = QStringLiteral("user%1").arg(++m_users);
        user.name = QStringLiteral("新人");
        user.roles = roles;
        return user;
    }
    AllergyId newAllergy()
    {
        return clinic
            .write(clinic.practitioner(), "allergy.record",
                   [&](store::Transaction &tx) {
                       return patient::recordAllergy(tx, *person, {{}, QStringLiteral("花生"), {}});
                   })
            ->id;
    }

    TestClinic clinic;
    std::shared_ptr<const Catalog> catalog;
    std::optional<PatientId> person;
    std::optional<AllergyId> allergy;
    std::optional<VisitId> visit;
    std::optional<RevisionId> revision;
    std::optional<PrescriptionId> prescription;

private:
    int m_users = 0;
};

using Act = std::function<Outcome(World &, store::Transaction &)>;
using Question = std::function<Outcome(World &, const store::Snapshot &)>;

/// One function and the roles that may call it, by their letters. Everybody else is refused.
struct Row
{
    const char *function;
    const char *roles;
    Act act;           ///< For those that change something.
    Question question; ///< For those that only look.
    Code refusal = Code::NoPermission;
};

const QByteArray anyKey(32, 'k');

/// Every public function of access and clinic that takes a Transaction or a Snapshot; tests/lint/accesstable.py
/// compares.
const QList<Row> &table()
{
    static const QList<Row> rows{
        {"access::found",
         "",
         [](World &, store::Transaction &tx) {
             access::Founding founding;
             founding.clinic.name = QStringLiteral("第二");
             return outcomeOf(access::found(tx, founding));
         },
         {},
         Code::Conflict},
        {"access::addUser",
         "OA",
         [](World &world, store::Transaction &tx) {
             return outcomeOf(access::addUser(tx, world.newUser(access::Role::Receptionist), anyKey));
         },
         {}},
        {"access::users",
         "RPDOAU",
         {},
         [](World &, const store::Snapshot &view) { return outcomeOf(access::users(view)); }},
        {"access::user",
         "RPDOAU",
         {},
         [](World &world, const store::Snapshot &view) {
             return outcomeOf(access::user(view, world.clinic.session().user));
         }},
        {"access::clinicProfile",
         "RPDOAU",
         {},
         [](World &, const store::Snapshot &view) { return outcomeOf(access::clinicProfile(view)); }},
        {"access::editClinicProfile",
         "OA",
         [](World &world, store::Transaction &tx) {
             access::ClinicProfile profile{access::ClinicId(world.clinic.store().identity().clinic),
                                           QStringLiteral("杏林"),
                                           tx.newUuid().toString(),
                                           {},
                                           {}};
             return outcomeOf(access::editClinicProfile(tx, profile));
         },
         {}},

        {"patient::register_",
         "RPO",
         [](World &world, store::Transaction &tx) { return outcomeOf(patient::register_(tx, world.patientDraft())); },
         {}},
        {"patient::edit",
         "RPO",
         [](World &world, store::Transaction &tx) {
             PatientDraft draft = world.patientDraft();
             draft.address = tx.newUuid().toString();
             return outcomeOf(patient::edit(tx, *world.person, draft));
         },
         {}},
        {"patient::find",
         "RPDO",
         {},
         [](World &world, const store::Snapshot &view) { return outcomeOf(patient::find(view, *world.person)); }},
        {"patient::findByReference",
         "RPDO",
         {},
         [](World &, const store::Snapshot &view) {
             return outcomeOf(patient::findByReference(view, QStringLiteral("A0000001")));
         }},
        {"patient::open",
         "RPDO",
         {},
         [](World &world, const store::Snapshot &view) { return outcomeOf(patient::open(view, *world.person)); }},
        {"patient::search",
         "RPDO",
         {},
         [](World &, const store::Snapshot &view) { return outcomeOf(patient::search(view, QStringLiteral("csf"))); }},
        {"patient::household",
         "RPDO",
         {},
         [](World &, const store::Snapshot &view) {
             return outcomeOf(patient::household(view, QStringLiteral("13800138000"), {}));
         }},
        {"patient::count",
         "RPDO",
         {},
         [](World &, const store::Snapshot &view) { return outcomeOf(patient::count(view)); }},
        {"patient::recordAllergy",
         "RP",
         [](World &world, store::Transaction &tx) {
             return outcomeOf(patient::recordAllergy(tx, *world.person, {{}, QStringLiteral("虾"), {}}));
         },
         {}},
        {"patient::retractAllergy",
         "P",
         [](World &world, store::Transaction &tx) {
             return outcomeOf(patient::retractAllergy(tx, *world.allergy, QStringLiteral("误录")));
         },
         {}},
        {"patient::allergies",
         "RPDO",
         {},
         [](World &world, const store::Snapshot &view) { return outcomeOf(patient::allergies(view, *world.person)); }},
        {"patient::recordPregnancy",
         "P",
         [](World &world, store::Transaction &tx) {
             return outcomeOf(patient::recordPregnancy(tx, *world.person, true, {}));
         },
         {}},
        {"patient::recordMedicine",
         "P",
         [](World &world, store::Transaction &tx) {
             return outcomeOf(patient::recordMedicine(tx, *world.person, QStringLiteral("二甲双胍"), {}));
         },
         {}},
        {"patient::history",
         "RPDO",
         {},
         [](World &world, const store::Snapshot &view) { return outcomeOf(patient::history(view, *world.person)); }},
        {"patient::asItStood",
         "RPDO",
         {},
         [](World &world, const store::Snapshot &view) {
             return outcomeOf(patient::asItStood(view, *world.person, view.now()));
         }},

        {"record::save",
         "P",
         [](World &world, store::Transaction &tx) { return outcomeOf(record::save(tx, world.visitDraft().visit)); },
         {}},
        {"record::sign",
         "P",
         [](World &world, store::Transaction &tx) { return outcomeOf(record::sign(tx, world.visitDraft().visit)); },
         {}},
        {"record::current",
         "P",
         {},
         [](World &world, const store::Snapshot &view) { return outcomeOf(record::current(view, *world.visit)); }},
        {"record::visitsOf",
         "RPDO",
         {},
         [](World &world, const store::Snapshot &view) { return outcomeOf(record::visitsOf(view, *world.person)); }},
        {"record::unfinished",
         "P",
         {},
         [](World &, const store::Snapshot &view) { return outcomeOf(record::unfinished(view)); }},

        {"consultation::factsFor",
         "PDO",
         {},
         [](World &world, const store::Snapshot &view) {
             return outcomeOf(consultation::factsFor(view, *world.person));
         }},
        {"consultation::save",
         "P",
         [](World &world, store::Transaction &tx) {
             return outcomeOf(consultation::save(tx, *world.catalog, world.visitDraft()));
         },
         {}},
        {"consultation::sign",
         "P",
         [](World &world, store::Transaction &tx) {
             return outcomeOf(consultation::sign(tx, *world.catalog, world.visitDraft()));
         },
         {}},
        {"consultation::current",
         "P",
         {},
         [](World &world, const store::Snapshot &view) {
             return outcomeOf(consultation::current(view, *world.visit));
         }},
        {"consultation::visitsOf",
         "RPDO",
         {},
         [](World &world, const store::Snapshot &view) {
             return outcomeOf(consultation::visitsOf(view, *world.person));
         }},
        {"consultation::lastPrescription",
         "P",
         {},
         [](World &world, const store::Snapshot &view) {
             return outcomeOf(consultation::lastPrescription(view, *world.person));
         }},
        {"consultation::paper",
         "P",
         {},
         [](World &world, const store::Snapshot &view) {
             return outcomeOf(consultation::paper(view, *world.prescription));
         }},

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
        {"consultation::readPrescriptions",
         "",
         {},
         [](World &world, const store::Snapshot &view) -> Outcome {
             consultation::readPrescriptions(view, *world.revision);
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
    void function_combinedRoles_areAdded();
    void find_partsOfOthers_areMissing_data();
    void find_partsOfOthers_areMissing();
    void addUser_ownerByOthers_isRefused();
    void table_shipped_staysWithinTheDesign_data();
    void table_shipped_staysWithinTheDesign();
    void table_brokenJson_isRefused_data();
    void table_brokenJson_isRefused();

private:
    void check(const Row &row, const store::Actor &actor, bool allowed);

    std::unique_ptr<World> m_world;
};

void TestPermissions::function_eachRole_isAllowedOrRefused_data()
{
    QTest::addColumn<int>("row");
    for (int i = 0; i < table().size(); ++i)
        QTest::newRow(table()[i].function) << i;
}

void TestPermissions::check(const Row &row, const store::Actor &actor, bool allowed)
{
    World &world = *m_world;
    if (allowed && qstrcmp(row.function, "patient::retractAllergy") == 0)
        world.allergy = world.newAllergy();
    const auto before = marks(world);
    Outcome outcome;
    bool looked = false;
    if (row.act) {
        const auto tx = world.clinic.store().begin(actor, "test.act");
        outcome = call([&] { return row.act(world, *tx); });
        // Even a caller that forgets to roll back leaves nothing.
        try {
            tx->commit();
        } catch (const store::Failure &) {
            QVERIFY(outcome.has_value());
        }
    } else {
        const auto view = world.clinic.store().snapshot(actor);
        outcome = call([&] { return row.question(world, *view); });
        looked = !view->audited().isEmpty();
    }
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
    QFETCH(int, row);
    const Row &one = table()[row];
    QVERIFY(static_cast<bool>(one.act) != static_cast<bool>(one.question));
    for (const access::Role role : access::allRoles()) {
        const bool allowed = QString::fromLatin1(one.roles).contains(access::letterOf(role));
        check(one, m_world->clinic.actor(role), allowed);
        if (QTest::currentTestFailed()) {
            qWarning("as %s", qPrintable(QString(access::letterOf(role))));
            return;
        }
    }
    // Somebody nobody knows, and nobody at all.
    const Uuid device = m_world->clinic.session().actor.device;
    check(one, {Uuid::create(m_world->clinic.clock, m_world->clinic.random), device}, false);
    check(one, {std::nullopt, device}, false);
}

void TestPermissions::function_combinedRoles_areAdded()
{
    World &world = *m_world;
    const auto both = world.clinic.write(world.clinic.owner(), "people.add", [&](store::Transaction &tx) {
        return access::addUser(tx, world.newUser(access::Role::Auditor | access::Role::Practitioner), anyKey);
    });
    QVERIFY(both.ok());
    const store::Actor actor{both->id.uuid(), world.clinic.session().actor.device};
    for (const Row &row : table()) {
        if (qstrcmp(row.function, "consultation::sign") == 0 || qstrcmp(row.function, "patient::open") == 0)
            check(row, actor, true);
        if (qstrcmp(row.function, "access::addUser") == 0)
            check(row, actor, false);
    }
}

void TestPermissions::find_partsOfOthers_areMissing_data()
{
    QTest::addColumn<QString>("role");
    QTest::addColumn<QString>("parts");
    // identifiers, alert, note, allergies, medicines and pregnancy
    QTest::newRow("receptionist") << "R"
                                  << "ia-l-";
    QTest::newRow("practitioner") << "P"
                                  << "ianlm";
    QTest::newRow("dispenser") << "D"
                               << "-a-lm";
    QTest::newRow("owner") << "O"
                           << "ia-lm";
}

void TestPermissions::find_partsOfOthers_areMissing()
{
    QFETCH(QString, role);
    QFETCH(QString, parts);
    const store::Actor actor = m_world->clinic.actor(*access::roleFrom(role.at(0)));
    const auto shown = [&](const Patient &patient) {
        QString found;
        found += patient.identifiers ? u'i' : u'-';
        found += patient.deskAlert ? u'a' : u'-';
        found += patient.note ? u'n' : u'-';
        return found;
    };
    const auto found =
        m_world->clinic.read(actor, [&](const store::Snapshot &view) { return patient::find(view, *m_world->person); });
    QVERIFY(found.ok());
    QCOMPARE(shown(*found), parts.left(3));
    const auto strip =
        m_world->clinic.read(actor, [&](const store::Snapshot &view) { return patient::open(view, *m_world->person); });
    QVERIFY(strip.ok());
    QCOMPARE(shown(strip->patient) + (strip->allergies ? u'l' : u'-') + (strip->medicines ? u'm' : u'-'), parts);
    QCOMPARE(strip->pregnancy.has_value(), parts.endsWith(u'm'));
    if (found->identifiers)
        QCOMPARE(found->identifiers->documentNumber, QStringLiteral("11010519491231002X"));
    if (found->note)
        QCOMPARE(found->note, QStringLiteral("易怒"));
    // What it was before is cut in the same way.
    const auto before = m_world->clinic.read(
        actor, [&](const store::Snapshot &view) { return patient::asItStood(view, *m_world->person, view.now()); });
    QVERIFY(before.ok());
    QCOMPARE(before->identifiers.has_value(), parts.contains(u'i'));
    QCOMPARE(before->deskAlert.has_value(), parts.contains(u'a'));
    const auto history = m_world->clinic.read(
        actor, [&](const store::Snapshot &view) { return patient::history(view, *m_world->person); });
    QVERIFY(history.ok());
    for (const store::ColumnChange &change : *history) {
        if (!parts.contains(u'i'))
            QVERIFY2(change.column != "document_number" && change.column != "address", change.column.constData());
        if (!parts.contains(u'n'))
            QVERIFY2(change.column != "note", change.column.constData());
    }
}

void TestPermissions::addUser_ownerByOthers_isRefused()
{
    World &world = *m_world;
    const auto add = [&](const store::Actor &actor) {
        return world.clinic.write(actor, "people.add", [&](store::Transaction &tx) {
            return access::addUser(tx, world.newUser(access::Role::Owner | access::Role::Practitioner), anyKey);
        });
    };
    QCOMPARE(add(world.clinic.actor(access::Role::Administrator)).error().code, Code::NoPermission);
    QVERIFY(add(world.clinic.owner()).ok());
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
    QTest::newRow("identifiers") << "identifiers"
                                 << "RPO"
                                 << "RPO";
    QTest::newRow("alert") << "alert"
                           << "RPDO"
                           << "RPO";
    QTest::newRow("identity") << "identity"
                              << "RPDO"
                              << "RPO";
    QTest::newRow("staff") << "staff"
                           << "RPDOAU"
                           << "OA";
    QTest::newRow("policy") << "policy"
                            << "OA"
                            << "OA";
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
            if (row.write.contains(group.toLatin1()))
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
