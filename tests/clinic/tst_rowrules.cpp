#include "access/rights.h"
#include "access/settings.h"
#include "clinic/patient/glass.h"
#include "clinic/patient/patienthistory.h"
#include "clinic/patient/patientrows.h"
#include "clinic/patient/reveal.h"
#include "clinic/prescription/checksign.h"
#include "clinic/record/visits.h"
#include "support/testclinic.h"

#include <QTest>

using namespace xinglin;
using namespace xinglin::test;
using access::Role;

namespace {

const QString idNumber = QStringLiteral("11010519491231002X");

} // namespace

/// Which patients and which of their fields a person gets: restricted and foreign patients, masks, revisions, merges.
class TestRowRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup() { m_clinic.reset(); }

    void restricted_others_meetNobody();
    void restricted_owner_seesAndLifts();
    void restricted_withoutReason_isRefused();
    void restricted_alias_isHiddenWithIt();
    void restricted_numberAndUnknownNumber_soundTheSame();
    void sharing_own_hidesForeignNarrative_data();
    void sharing_own_hidesForeignNarrative();
    void sharing_own_stillLeavesRecordsOfNobody();
    void sharing_own_dispenserStillReadsPrescriptions();
    void frontDesk_anybody_getsNoNarrative();
    void find_byRole_masksWhatTheyMayNotRead_data();
    void find_byRole_masksWhatTheyMayNotRead();
    void search_auditor_getsMaskedNames();
    void edit_masksLeftAlone_staysAsStored();
    void edit_halfMask_isRefused_data();
    void edit_halfMask_isRefused();
    void edit_fieldRetyped_isReplaced();
    void edit_fieldEmptied_isCleared();
    void edit_identifiersNotShown_areKept();
    void edit_alertOrNoteOfOthers_isRefused_data();
    void edit_alertOrNoteOfOthers_isRefused();
    void edit_changedSinceRead_isStale();
    void edit_alias_changesTheRecordThatStays();
    void find_merged_showsTelephonesOfBoth();
    void edit_mergedTelephoneRemoved_isGone();
    void reveal_field_leavesItsAuditRowFirst_data();
    void reveal_field_leavesItsAuditRowFirst();
    void prescribed_dispenser_readsWithoutNarrative();
    void factsFor_visitOfLongAgo_usesTheAgeThen();
    void settings_value_isChecked_data();
    void settings_value_isChecked();
    void settings_picture_auditNamesItsSize();
    void settings_perDevice_doNotMix();

private:
    store::Actor as(Role role) const { return m_clinic->actor(role); }
    template <class F>
    auto read(Role role, F f)
    {
        return m_clinic->read(as(role), f);
    }
    template <class F>
    auto write(Role role, const QByteArray &act, F f)
    {
        return m_clinic->write(as(role), act, f);
    }
    PatientDraft draft(const QString &name = QStringLiteral("张小三")) const
    {
        PatientDraft draft;
        draft.name = name;
        draft.phone = QStringLiteral("13812345678");
        draft.birthDate = QStringLiteral("1949-12-31");
        draft.documentNumber = idNumber;
        draft.address = QStringLiteral("上海市静安区南京西路 1 号");
        draft.insurance = QStringLiteral("310112345678");
        draft.guardian = {QStringLiteral("张大三"), QStringLiteral("父"), QStringLiteral("13900001111")};
        draft.emergencyName = QStringLiteral("李四");
        draft.emergencyPhone = QStringLiteral("13700002222");
        draft.occupation = QStringLiteral("教师");
        draft.deskAlert = QStringLiteral("怕针");
        draft.note = QStringLiteral("易怒");
        return draft;
    }
    PatientId add(const PatientDraft &draft)
    {
        const auto made = write(Role::Receptionist, "patient.register",
                                [&](store::Transaction &tx) { return patient::register_(tx, draft); });
        return made->id;
    }
    Patient seenBy(Role role, PatientId id)
    {
        auto found = read(role, [&](const store::Snapshot &view) { return patient::find(view, id); });
        if (!found)
            qFatal("%s", qPrintable(found.error().message));
        return *found;
    }
    /// The same fields as a draft, as the editor makes it.
    static PatientDraft draftOf(const Patient &patient)
    {
        PatientDraft draft;
        draft.name = patient.name;
        draft.sex = patient.sex;
        draft.birthDate = patient.birthDate ? patient.birthDate->toText() : QString();
        draft.phone = patient.phone;
        draft.otherPhones = patient.otherPhones;
        draft.deskAlert = patient.deskAlert.value_or(QString());
        draft.note = patient.note.value_or(QString());
        if (const auto &known = patient.identifiers) {
            draft.documentKind = known->documentKind;
            draft.documentNumber = known->documentNumber;
            draft.address = known->address;
            draft.insurance = known->insurance;
            draft.occupation = known->occupation;
            draft.guardian = known->guardian;
            draft.emergencyName = known->emergencyName;
            draft.emergencyPhone = known->emergencyPhone;
        }
        return draft;
    }
    Result<Patient> edit(Role role, PatientId id, const PatientDraft &draft, std::optional<qint64> expected = {})
    {
        return write(role, "patient.edit",
                     [&](store::Transaction &tx) { return patient::edit(tx, id, draft, expected); });
    }
    void restrict_(PatientId id, bool on = true)
    {
        QVERIFY(write(Role::Owner, "patient.restrict", [&](store::Transaction &tx) {
                    return patient::setRestricted(tx, id, on, QStringLiteral("申请封存"));
                }).ok());
    }
    void merge(PatientId alias, PatientId into)
    {
        const auto tx = m_clinic->store().begin(m_clinic->owner(), "test.merge");
        tx->connection().internal("UPDATE patient SET merged_into_id = ?2 WHERE id = ?1").bind(alias, into).run();
        tx->commit();
    }
    void settle(const QString &key, const QString &value)
    {
        QVERIFY(write(Role::Owner, "setting.change", [&](store::Transaction &tx) {
                    return settings::setValue(tx, key, value);
                }).ok());
    }
    consultation::Stored visit(const store::Actor &actor, PatientId id, std::optional<QDate> day = {})
    {
        consultation::Draft draft;
        draft.visit.patient = id;
        draft.visit.day = day;
        draft.visit.note.complaint = QStringLiteral("咳");
        PrescriptionDraft formula;
        formula.lines = {{{}, QStringLiteral("黄芪"), Mass::grams(10), {}}};
        draft.prescriptions = {formula};
        const auto stored = m_clinic->write(
            actor, "visit.sign", [&](store::Transaction &tx) { return consultation::sign(tx, *m_catalog, draft); });
        if (!stored)
            qFatal("%s", qPrintable(stored.error().message + stored.error().detail));
        return *stored;
    }
    store::Actor secondPractitioner()
    {
        access::User user;
        user.id = access::UserId::create(m_clinic->clock, m_clinic->random);
        user.login = QStringLiteral("second");
        user.name = QStringLiteral("程又新");
        user.roles = Role::Practitioner;
        const auto added = write(Role::Owner, "people.add", [&](store::Transaction &tx) {
            return access::addUser(tx, user, QByteArray(32, 'k'));
        });
        return {added->id.uuid(), as(Role::Owner).device};
    }
    QStringList auditOf(const QByteArray &action)
    {
        const auto view = m_clinic->store().snapshot(m_clinic->owner());
        store::Query rows =
            view->connection().internal("SELECT detail FROM audit WHERE action = ?1 ORDER BY n /* whole table */");
        rows.bind(QString::fromLatin1(action));
        QStringList found;
        while (rows.next())
            found << rows.get<QString>(0);
        return found;
    }

    std::unique_ptr<TestClinic> m_clinic;
    std::shared_ptr<const Catalog> m_catalog;
};

void TestRowRules::initTestCase()
{
    auto loaded = Catalog::load();
    QVERIFY(loaded.ok());
    m_catalog = *loaded;
}

void TestRowRules::init()
{
    m_clinic = std::make_unique<TestClinic>();
}

void TestRowRules::restricted_others_meetNobody()
{
    const PatientId id = add(draft());
    const auto stored = visit(as(Role::Practitioner), id);
    restrict_(id);
    for (const Role role : {Role::Receptionist, Role::Practitioner, Role::Dispenser, Role::Auditor}) {
        const auto hits = read(role, [](const store::Snapshot &view) { return patient::search(view, u"张小三"_qs); });
        QVERIFY(hits->isEmpty());
        const auto latest = read(role, [](const store::Snapshot &view) { return patient::search(view, {}); });
        QVERIFY(latest->isEmpty());
        const auto found = read(role, [&](const store::Snapshot &view) { return patient::find(view, id); });
        QCOMPARE(found.error().code, Code::NotFound);
    }
    const auto household = read(Role::Receptionist, [](const store::Snapshot &view) {
        return patient::household(view, u"13812345678"_qs, {});
    });
    QVERIFY(household->isEmpty());
    const store::Actor author = as(Role::Practitioner);
    const auto refusedAll = m_clinic->read(author, [&](const store::Snapshot &view) {
        return patient::open(view, id).error().code == Code::NotFound &&
               record::current(view, stored.revision.visit).error().code == Code::NotFound &&
               record::visitsOf(view, id).error().code == Code::NotFound &&
               consultation::lastPrescriptions(view, id).error().code == Code::NotFound &&
               consultation::paper(view, stored.prescriptions.constFirst().id).error().code == Code::NotFound &&
               consultation::factsFor(view, id).error().code == Code::NotFound &&
               patient::allergies(view, id).error().code == Code::NotFound;
    });
    QVERIFY(refusedAll);
    QCOMPARE(edit(Role::Receptionist, id, draft()).error().code, Code::NotFound);
}

void TestRowRules::restricted_owner_seesAndLifts()
{
    const PatientId id = add(draft());
    restrict_(id);
    QVERIFY(seenBy(Role::Owner, id).restricted);
    const auto hits =
        read(Role::Owner, [](const store::Snapshot &view) { return patient::search(view, u"张小三"_qs); });
    QCOMPARE(hits->size(), 1);
    const auto lifting = write(Role::Receptionist, "patient.restrict",
                               [&](store::Transaction &tx) { return patient::setRestricted(tx, id, false, u"x"_qs); });
    QCOMPARE(lifting.error().code, Code::NoPermission);
    restrict_(id, false);
    QVERIFY(!seenBy(Role::Receptionist, id).restricted);
    QCOMPARE(auditOf("patient.restrict").size(), 2);
}

void TestRowRules::restricted_withoutReason_isRefused()
{
    const PatientId id = add(draft());
    const auto done = write(Role::Owner, "patient.restrict",
                            [&](store::Transaction &tx) { return patient::setRestricted(tx, id, true, u" "_qs); });
    QCOMPARE(done.error().field, u"reason"_qs);
}

void TestRowRules::restricted_alias_isHiddenWithIt()
{
    const PatientId stays = add(draft());
    const PatientId alias = add(draft(QStringLiteral("张晓三")));
    visit(as(Role::Practitioner), alias);
    merge(alias, stays);
    restrict_(stays);
    QCOMPARE(
        read(Role::Practitioner, [&](const store::Snapshot &view) { return patient::find(view, alias); }).error().code,
        Code::NotFound);
    // A merge that is taken back must not bring it to light.
    const auto tx = m_clinic->store().begin(m_clinic->owner(), "test.merge");
    tx->connection().internal("UPDATE patient SET merged_into_id = NULL WHERE id = ?1").bind(alias).run();
    tx->commit();
    QCOMPARE(
        read(Role::Practitioner, [&](const store::Snapshot &view) { return patient::find(view, alias); }).error().code,
        Code::NotFound);
}

void TestRowRules::restricted_numberAndUnknownNumber_soundTheSame()
{
    const PatientId id = add(draft());
    const QString number = seenBy(Role::Owner, id).number;
    restrict_(id);
    const auto ask = [&](const QString &reference) {
        auto error = read(Role::Receptionist, [&](const store::Snapshot &view) {
                         return patient::findByReference(view, reference);
                     }).error();
        error.message.replace(reference, u"?"_qs);
        return error;
    };
    QCOMPARE(ask(number), ask(QStringLiteral("A0009999")));
}

void TestRowRules::sharing_own_hidesForeignNarrative_data()
{
    QTest::addColumn<QString>("sharing");
    QTest::addColumn<bool>("allowed");
    QTest::newRow("all") << u"all"_qs << true;
    QTest::newRow("own") << u"own"_qs << false;
}

void TestRowRules::sharing_own_hidesForeignNarrative()
{
    QFETCH(QString, sharing);
    QFETCH(bool, allowed);
    const PatientId id = add(draft());
    const auto stored = visit(as(Role::Practitioner), id);
    const store::Actor other = secondPractitioner();
    settle(settings::RecordsSharing, sharing);
    const auto check = [&](const store::Actor &actor, bool may) {
        const auto opened = m_clinic->store().snapshot(actor);
        const store::Snapshot &view = *opened;
        const auto code = [](const auto &result) {
            return result ? std::optional<Code>() : std::optional(result.error().code);
        };
        const auto wanted = may ? std::optional<Code>() : std::optional(Code::NoPermission);
        QVERIFY(code(record::current(view, stored.revision.visit)) == wanted);
        QVERIFY(code(consultation::current(view, stored.revision.visit)) == wanted);
        QVERIFY(code(checksign::ofVisit(view, stored.revision.visit)) == wanted);
        QVERIFY(code(consultation::lastPrescriptions(view, id)) == wanted);
        QVERIFY(code(consultation::paper(view, stored.prescriptions.constFirst().id)) == wanted);
        const auto visits = consultation::visitsOf(view, id);
        QCOMPARE(visits->size(), 1); // that there was one is no secret
        QCOMPARE(visits->first().complaint.has_value(), may);
        QCOMPARE(visits->first().prescription.has_value(), may);
        QCOMPARE(patient::find(view, id)->note.has_value(), may);
        QVERIFY(patient::open(view, id)->medicines.has_value()); // safety is always there
    };
    check(as(Role::Practitioner), true);
    check(other, allowed);
    // Treating them makes them one's own.
    visit(other, id);
    QVERIFY(m_clinic->read(
        other, [&](const store::Snapshot &view) { return record::current(view, stored.revision.visit).ok(); }));
}

void TestRowRules::sharing_own_stillLeavesRecordsOfNobody()
{
    settle(settings::RecordsSharing, u"own"_qs);
    const PatientId id = add(draft());
    QCOMPARE(seenBy(Role::Practitioner, id).note, u"易怒"_qs);
}

void TestRowRules::sharing_own_dispenserStillReadsPrescriptions()
{
    settle(settings::RecordsSharing, u"own"_qs);
    const PatientId id = add(draft());
    const auto stored = visit(as(Role::Practitioner), id);
    for (const Role role : {Role::Dispenser, Role::Owner}) {
        const auto lines =
            read(role, [&](const store::Snapshot &view) { return checksign::ofVisit(view, stored.revision.visit); });
        QVERIFY(lines.ok());
        QCOMPARE(lines->prescriptions.size(), 1);
    }
}

void TestRowRules::frontDesk_anybody_getsNoNarrative()
{
    const PatientId id = add(draft());
    const auto stored = visit(as(Role::Practitioner), id);
    const Uuid device = as(Role::Owner).device;
    settle(settings::forDevice(settings::FrontDesk, device), u"yes"_qs);
    const auto ask = [&](const store::Actor &actor) {
        return m_clinic->read(
            actor, [&](const store::Snapshot &view) { return record::current(view, stored.revision.visit); });
    };
    QCOMPARE(ask(as(Role::Practitioner)).error().code, Code::NoPermission);
    QVERIFY(!seenBy(Role::Practitioner, id).note.has_value());
    const auto rights = read(Role::Practitioner, [](const store::Snapshot &view) { return access::rightsOf(view); });
    for (const access::Permission permission : access::allPermissions())
        QVERIFY(!access::isNarrative(permission) || !rights.has(permission));
    QVERIFY(rights.has(access::Permission::ReadCare));
    // Another PC of the same clinic is no front desk.
    store::Actor elsewhere = as(Role::Practitioner);
    elsewhere.device = Uuid::create(m_clinic->clock, m_clinic->random);
    QVERIFY(ask(elsewhere).ok());
}

void TestRowRules::find_byRole_masksWhatTheyMayNotRead_data()
{
    QTest::addColumn<QString>("role");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("phone");
    QTest::addColumn<QString>("document"); ///< "-": no identifiers at all.
    const QString full = u"13812345678"_qs;
    const QString masked = u"110***********002X"_qs;
    QTest::newRow("receptionist") << u"R"_qs << u"张小三"_qs << full << masked;
    QTest::newRow("practitioner") << u"P"_qs << u"张小三"_qs << full << masked;
    QTest::newRow("dispenser") << u"D"_qs << u"张小三"_qs << full << u"-"_qs;
    QTest::newRow("owner") << u"O"_qs << u"张小三"_qs << full << idNumber;
    QTest::newRow("auditor") << u"U"_qs << u"张*三"_qs << u"138****5678"_qs << u"-"_qs;
}

void TestRowRules::find_byRole_masksWhatTheyMayNotRead()
{
    QFETCH(QString, role);
    QFETCH(QString, name);
    QFETCH(QString, phone);
    QFETCH(QString, document);
    const PatientId id = add(draft());
    const Patient seen = seenBy(*access::roleFrom(role.at(0)), id);
    QCOMPARE(seen.name, name);
    QCOMPARE(seen.phone, phone);
    QCOMPARE(seen.identifiers ? seen.identifiers->documentNumber : u"-"_qs, document);
    QCOMPARE(bool(seen.masked & MaskedField::Name), name != u"张小三");
    QCOMPARE(bool(seen.masked & MaskedField::Phone), phone != u"13812345678");
    if (!seen.identifiers)
        return;
    const bool masked = document != idNumber;
    QCOMPARE(bool(seen.masked & MaskedField::DocumentNumber), masked);
    QCOMPARE(seen.identifiers->address, masked ? u"上海市静安区****"_qs : draft().address);
    QCOMPARE(seen.identifiers->insurance, masked ? u"310*****5678"_qs : draft().insurance);
    QCOMPARE(seen.identifiers->guardian.name, masked ? u"张*三"_qs : draft().guardian.name);
    QCOMPARE(seen.identifiers->guardian.phone, masked ? u"139****1111"_qs : draft().guardian.phone);
    QCOMPARE(seen.identifiers->emergencyName, masked ? u"李*"_qs : draft().emergencyName);
    QCOMPARE(seen.identifiers->emergencyPhone, masked ? u"137****2222"_qs : draft().emergencyPhone);
    QCOMPARE(seen.identifiers->occupation, draft().occupation);
}

void TestRowRules::search_auditor_getsMaskedNames()
{
    const PatientId id = add(draft());
    const auto hits = read(Role::Auditor, [](const store::Snapshot &view) { return patient::search(view, u"zxs"_qs); });
    QCOMPARE(hits->size(), 1);
    QCOMPARE(hits->first().id, id);
    QCOMPARE(hits->first().name, u"张*三"_qs);
    QCOMPARE(hits->first().phone, u"138****5678"_qs);
    QVERIFY(hits->first().pinyin.isEmpty());
    QCOMPARE(hits->first().birthDate->toText(), u"1949"_qs);
    QCOMPARE(read(Role::Auditor, [&](const store::Snapshot &view) { return patient::open(view, id); }).error().code,
             Code::NoPermission);
}

void TestRowRules::edit_masksLeftAlone_staysAsStored()
{
    const PatientId id = add(draft());
    for (const Role role : {Role::Receptionist, Role::Practitioner}) {
        PatientDraft changed = draftOf(seenBy(role, id));
        changed.occupation = access::nameOf(role);
        QVERIFY(changed.documentNumber.contains(u'*'));
        const auto edited = edit(role, id, changed);
        QVERIFY2(edited.ok(), edited ? "" : qPrintable(edited.error().message));
        const Identifiers stored = *seenBy(Role::Owner, id).identifiers;
        QCOMPARE(stored.documentNumber, idNumber);
        QCOMPARE(stored.documentKind, DocumentKind::ResidentId);
        QCOMPARE(stored.address, draft().address);
        QCOMPARE(stored.insurance, draft().insurance);
        QCOMPARE(stored.guardian, draft().guardian);
        QCOMPARE(stored.emergencyName, draft().emergencyName);
        QCOMPARE(stored.emergencyPhone, draft().emergencyPhone);
        QCOMPARE(stored.occupation, access::nameOf(role));
    }
}

void TestRowRules::edit_halfMask_isRefused_data()
{
    using Change = std::function<void(PatientDraft &)>;
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("field");
    QTest::newRow("number") << Change([](PatientDraft &d) { d.documentNumber = u"110***********1234"_qs; })
                            << u"documentNumber"_qs;
    QTest::newRow("address") << Change([](PatientDraft &d) { d.address += u"8 号"_qs; }) << u"address"_qs;
    QTest::newRow("insurance") << Change([](PatientDraft &d) { d.insurance = u"3*"_qs; }) << u"insurance"_qs;
    QTest::newRow("guardian") << Change([](PatientDraft &d) { d.guardian.name = u"张**"_qs; }) << u"guardian.name"_qs;
    QTest::newRow("guardian's phone") << Change([](PatientDraft &d) { d.guardian.phone = u"139****1112"_qs; })
                                      << u"guardian.phone"_qs;
    QTest::newRow("emergency") << Change([](PatientDraft &d) { d.emergencyName = u"王*"_qs; }) << u"emergencyName"_qs;
    QTest::newRow("emergency phone") << Change([](PatientDraft &d) { d.emergencyPhone = u"13*"_qs; })
                                     << u"emergencyPhone"_qs;
}

void TestRowRules::edit_halfMask_isRefused()
{
    QFETCH(std::function<void(PatientDraft &)>, change);
    QFETCH(QString, field);
    const PatientId id = add(draft());
    PatientDraft changed = draftOf(seenBy(Role::Receptionist, id));
    change(changed);
    const auto edited = edit(Role::Receptionist, id, changed);
    QVERIFY(!edited.ok());
    QCOMPARE(edited.error().code, Code::Invalid);
    QCOMPARE(edited.error().field, field);
}

void TestRowRules::edit_fieldRetyped_isReplaced()
{
    const PatientId id = add(draft());
    PatientDraft changed = draftOf(seenBy(Role::Receptionist, id));
    changed.address = u"北京市"_qs;
    changed.guardian.phone = u"13611112222"_qs;
    QVERIFY(edit(Role::Receptionist, id, changed).ok());
    const Identifiers stored = *seenBy(Role::Owner, id).identifiers;
    QCOMPARE(stored.address, u"北京市"_qs);
    QCOMPARE(stored.guardian.phone, u"13611112222"_qs);
    QCOMPARE(stored.documentNumber, idNumber);
}

void TestRowRules::edit_fieldEmptied_isCleared()
{
    const PatientId id = add(draft());
    PatientDraft changed = draftOf(seenBy(Role::Receptionist, id));
    changed.insurance.clear();
    QVERIFY(edit(Role::Receptionist, id, changed).ok());
    QVERIFY(seenBy(Role::Owner, id).identifiers->insurance.isEmpty());
}

void TestRowRules::edit_identifiersNotShown_areKept()
{
    // A role of the clinic's own that edits patients and sees no identifiers at all.
    const store::Actor dispenser = as(Role::Dispenser);
    {
        const auto tx = m_clinic->store().begin(m_clinic->owner(), "test.role");
        const Uuid role = tx->newUuid();
        tx->connection()
            .internal("INSERT INTO custom_role(id, name, base, permissions) VALUES(?1, 'x', 'D', 'patient.edit')")
            .bind(role)
            .run();
        tx->connection()
            .internal("INSERT INTO custom_role_grant(id, user_id, custom_role_id) VALUES(?1, ?2, ?3)")
            .bind(tx->newUuid(), *dispenser.user, role)
            .run();
        tx->commit();
    }
    const PatientId id = add(draft());
    const Patient seen = seenBy(Role::Dispenser, id);
    QVERIFY(!seen.identifiers);
    PatientDraft changed = draftOf(seen);
    changed.name = u"张三三"_qs;
    const auto edited = edit(Role::Dispenser, id, changed);
    QVERIFY2(edited.ok(), edited ? "" : qPrintable(edited.error().message));
    const Patient after = seenBy(Role::Owner, id);
    QCOMPARE(after.name, u"张三三"_qs);
    QCOMPARE(after.identifiers->documentNumber, idNumber);
    QCOMPARE(after.identifiers->address, draft().address);
    QCOMPARE(after.identifiers->guardian, draft().guardian);
    QCOMPARE(after.identifiers->occupation, draft().occupation);
}

void TestRowRules::edit_alertOrNoteOfOthers_isRefused_data()
{
    QTest::addColumn<QString>("role");
    QTest::addColumn<QString>("field");
    QTest::newRow("an owner's alert") << u"O"_qs << u"deskAlert"_qs;
    QTest::newRow("an owner's note") << u"O"_qs << u"note"_qs;
    QTest::newRow("a receptionist's note") << u"R"_qs << u"note"_qs;
}

void TestRowRules::edit_alertOrNoteOfOthers_isRefused()
{
    QFETCH(QString, role);
    QFETCH(QString, field);
    const Role who = *access::roleFrom(role.at(0));
    const PatientId id = add(draft());
    PatientDraft changed = draftOf(seenBy(who, id));
    QVERIFY2(edit(who, id, changed).ok(), "untouched is no change");
    (field == u"note" ? changed.note : changed.deskAlert) = u"别的"_qs;
    const auto edited = edit(who, id, changed);
    QCOMPARE(edited.error().code, Code::NoPermission);
    QCOMPARE(edited.error().field, field);
    const Patient after = seenBy(Role::Practitioner, id);
    QCOMPARE(after.note, u"易怒"_qs);
    QCOMPARE(after.deskAlert, u"怕针"_qs);
}

void TestRowRules::edit_changedSinceRead_isStale()
{
    const PatientId id = add(draft());
    const Patient read = seenBy(Role::Receptionist, id);
    QVERIFY(read.revision > 0);
    PatientDraft one = draftOf(read);
    one.occupation = u"医生"_qs;
    QVERIFY(edit(Role::Practitioner, id, one, read.revision).ok());
    PatientDraft other = draftOf(read);
    other.name = u"张三三"_qs;
    QCOMPARE(edit(Role::Receptionist, id, other, read.revision).error().code, Code::Stale);
    const Patient again = seenBy(Role::Receptionist, id);
    QVERIFY(again.revision > read.revision);
    QVERIFY(edit(Role::Receptionist, id, draftOf(again), again.revision).ok());
    // A further telephone counts as a change of the patient too.
    PatientDraft more = draftOf(seenBy(Role::Receptionist, id));
    more.otherPhones << PatientPhone{u"13600000000"_qs, u"女儿"_qs};
    QVERIFY(edit(Role::Receptionist, id, more).ok());
    QCOMPARE(edit(Role::Receptionist, id, draftOf(again), again.revision).error().code, Code::Stale);
}

void TestRowRules::edit_alias_changesTheRecordThatStays()
{
    const PatientId stays = add(draft());
    const PatientId alias = add(draft(u"张晓三"_qs));
    merge(alias, stays);
    PatientDraft changed = draftOf(seenBy(Role::Receptionist, alias));
    changed.name = u"张三三"_qs;
    const auto edited = edit(Role::Receptionist, alias, changed);
    QCOMPARE(edited->id, stays);
    QCOMPARE(seenBy(Role::Receptionist, stays).name, u"张三三"_qs);
    const auto view = m_clinic->store().snapshot(m_clinic->owner());
    store::Query row = view->connection().internal("SELECT name FROM patient WHERE id = ?1");
    row.bind(alias).next();
    QCOMPARE(row.get<QString>(0), u"张晓三"_qs);
}

void TestRowRules::find_merged_showsTelephonesOfBoth()
{
    PatientDraft first = draft();
    first.otherPhones = {{u"13500000001"_qs, u"女儿"_qs}};
    PatientDraft second = draft(u"张晓三"_qs);
    second.phone = u"13500000002"_qs;
    second.otherPhones = {{u"13500000003"_qs, u"儿子"_qs}, {u"13500000001"_qs, u"女儿"_qs}};
    const PatientId stays = add(first);
    merge(add(second), stays);
    const QList<PatientPhone> both{
        {u"13500000001"_qs, u"女儿"_qs}, {u"13500000003"_qs, u"儿子"_qs}, {u"13500000002"_qs, QString()}};
    QCOMPARE(seenBy(Role::Receptionist, stays).otherPhones, both);
    // Saving what was shown changes nothing.
    QVERIFY(edit(Role::Receptionist, stays, draftOf(seenBy(Role::Receptionist, stays))).ok());
    QCOMPARE(seenBy(Role::Receptionist, stays).otherPhones, both);
}

void TestRowRules::edit_mergedTelephoneRemoved_isGone()
{
    PatientDraft second = draft(u"张晓三"_qs);
    second.phone = u"13500000002"_qs;
    second.otherPhones = {{u"13500000003"_qs, u"儿子"_qs}};
    const PatientId stays = add(draft());
    merge(add(second), stays);
    PatientDraft changed = draftOf(seenBy(Role::Receptionist, stays));
    QCOMPARE(changed.otherPhones.size(), 2);
    changed.otherPhones.clear();
    QVERIFY(edit(Role::Receptionist, stays, changed).ok());
    QVERIFY(seenBy(Role::Receptionist, stays).otherPhones.isEmpty());
}

void TestRowRules::reveal_field_leavesItsAuditRowFirst_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("value");
    const PatientDraft known = draft();
    QTest::newRow("number") << u"document-number"_qs << idNumber;
    QTest::newRow("address") << u"address"_qs << known.address;
    QTest::newRow("insurance") << u"insurance"_qs << known.insurance;
    QTest::newRow("guardian") << u"guardian-name"_qs << known.guardian.name;
    QTest::newRow("guardian's phone") << u"guardian-phone"_qs << known.guardian.phone;
    QTest::newRow("emergency") << u"emergency-name"_qs << known.emergencyName;
    QTest::newRow("emergency phone") << u"emergency-phone"_qs << known.emergencyPhone;
    QTest::newRow("phone") << u"phone"_qs << known.phone;
    QTest::newRow("name") << u"name"_qs << known.name;
}

void TestRowRules::reveal_field_leavesItsAuditRowFirst()
{
    QFETCH(QString, field);
    QFETCH(QString, value);
    const PatientId id = add(draft());
    const auto which = patient::maskedFieldFrom(field);
    QVERIFY(which.has_value());
    QCOMPARE(patient::toText(*which), field);
    QVERIFY(patient::masked(*which, value).contains(u'*'));
    const auto view = m_clinic->store().snapshot(as(Role::Receptionist));
    QCOMPARE(*patient::reveal(*view, id, *which), value);
    const store::AuditEntry row{"patient.reveal", "patient", id.uuid(), id.uuid(), "ok", field};
    QCOMPARE(view->audited(), QList<store::AuditEntry>{row});
    for (const Role role : {Role::Dispenser, Role::Administrator, Role::Auditor})
        QCOMPARE(
            read(role, [&](const store::Snapshot &other) { return patient::reveal(other, id, *which); }).error().code,
            Code::NoPermission);
}

void TestRowRules::prescribed_dispenser_readsWithoutNarrative()
{
    const PatientId id = add(draft());
    const auto stored = visit(as(Role::Practitioner), id);
    const auto view = m_clinic->store().snapshot(as(Role::Dispenser));
    const auto lines = checksign::ofVisit(*view, stored.revision.visit);
    QCOMPARE(lines->prescriptions, stored.prescriptions);
    QCOMPARE(*consultation::lastPrescriptions(*view, id), stored.prescriptions);
    QVERIFY(consultation::visitsOf(*view, id)->first().prescription.has_value());
    QVERIFY(!consultation::visitsOf(*view, id)->first().complaint.has_value());
    QCOMPARE(view->opened().read & view->registry().group("narrative"), store::GroupMask(0));
    QCOMPARE(view->audited().constFirst().action, QByteArray("prescription.open"));
}

void TestRowRules::factsFor_visitOfLongAgo_usesTheAgeThen()
{
    const PatientId id = add(draft());
    const auto age = [&](std::optional<QDate> day) {
        return read(Role::Practitioner,
                    [&](const store::Snapshot &view) { return consultation::factsFor(view, id, day); })
            ->age;
    };
    QCOMPARE(age({}), 76);
    QCOMPARE(age(QDate(1955, 1, 1)), 5);
}

void TestRowRules::settings_value_isChecked_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("value");
    QTest::addColumn<bool>("accepted");
    QTest::newRow("choice") << u"records.sharing"_qs << u"own"_qs << true;
    QTest::newRow("no choice") << u"records.sharing"_qs << u"some"_qs << false;
    QTest::newRow("number") << u"lock.minutes"_qs << u"15"_qs << true;
    QTest::newRow("too much") << u"lock.minutes"_qs << u"16"_qs << false;
    QTest::newRow("too little") << u"lock.minutes"_qs << u"0"_qs << false;
    QTest::newRow("no number") << u"lock.minutes"_qs << u"ten"_qs << false;
    QTest::newRow("unknown") << u"lock.colour"_qs << u"red"_qs << false;
    QTest::newRow("device's without device") << u"device.front-desk"_qs << u"yes"_qs << false;
    QTest::newRow("device's of no device") << u"device.front-desk/x"_qs << u"yes"_qs << false;
    QTest::newRow("clinic's with device")
        << settings::forDevice(u"lock.minutes"_qs, Uuid(Uuid::Bytes{})) << u"5"_qs << false;
    QTest::newRow("text") << u"backup.folder"_qs << u"/mnt/usb"_qs << true;
    QTest::newRow("several") << u"paper.parts.sick-note"_qs << u"logo phone"_qs << true;
    QTest::newRow("none of several") << u"paper.parts.sick-note"_qs << u""_qs << true;
    QTest::newRow("several in another order") << u"paper.parts.sick-note"_qs << u"phone logo"_qs << false;
    QTest::newRow("one twice") << u"paper.parts.sick-note"_qs << u"logo logo"_qs << false;
    QTest::newRow("none of the several") << u"paper.parts.sick-note"_qs << u"logo seal"_qs << false;
    QTest::newRow("not of this paper") << u"paper.parts.constitution-report"_qs << u"practitioner"_qs << false;
    QTest::newRow("no picture but words") << u"paper.logo"_qs << u"logo.png"_qs << false;
    QTest::newRow("another picture") << u"paper.logo"_qs << settings::pictureValue("GIF89a, not a PNG") << false;
    QTest::newRow("large picture") << u"paper.logo"_qs
                                   << settings::pictureValue("\x89PNG\r\n\x1a\n" + QByteArray(200000, 'x')) << false;
    QTest::newRow("long text") << u"backup.folder"_qs << QString(1001, u'x') << false;
}

void TestRowRules::settings_value_isChecked()
{
    QFETCH(QString, key);
    QFETCH(QString, value);
    QFETCH(bool, accepted);
    const auto done = write(Role::Owner, "setting.change",
                            [&](store::Transaction &tx) { return settings::setValue(tx, key, value); });
    QCOMPARE(done.ok(), accepted);
    const auto now = read(Role::Receptionist, [&](const store::Snapshot &view) { return settings::value(view, key); });
    if (!accepted) {
        QCOMPARE(done.error().field, key);
        QVERIFY(!now || *now != value);
        return;
    }
    QCOMPARE(*now, value);
    QCOMPARE(write(Role::Administrator, "setting.change",
                   [&](store::Transaction &tx) { return settings::setValue(tx, key, value); })
                 .error()
                 .code,
             Code::NoPermission);
    QCOMPARE(auditOf("setting.change"), QStringList{key + QStringLiteral(" = ") + value});
}

void TestRowRules::settings_picture_auditNamesItsSize()
{
    const QByteArray png = "\x89PNG\r\n\x1a\n" + QByteArray(100, 'x');
    const auto picture = [this] {
        return read(Role::Receptionist,
                    [](const store::Snapshot &view) { return settings::picture(view, settings::PaperLogo); });
    };
    QCOMPARE(*picture(), QByteArray());
    settle(settings::PaperLogo, settings::pictureValue(png));
    QCOMPARE(*picture(), png);
    settle(settings::PaperLogo, u""_qs);
    QCOMPARE(*picture(), QByteArray());
    QCOMPARE(auditOf("setting.change"), (QStringList{u"paper.logo = PNG, 108 bytes"_qs, u"paper.logo = "_qs}));
    // No other setting is a picture.
    QVERIFY(!read(Role::Receptionist, [](const store::Snapshot &view) {
                 return settings::picture(view, u"paper.line"_qs);
             }).ok());
}

void TestRowRules::settings_perDevice_doNotMix()
{
    const Uuid one = Uuid::create(m_clinic->clock, m_clinic->random);
    const Uuid other = Uuid::create(m_clinic->clock, m_clinic->random);
    settle(settings::forDevice(settings::FrontDesk, one), u"yes"_qs);
    const auto on = [&](const Uuid &device) {
        return *read(Role::Receptionist, [&](const store::Snapshot &view) {
            return settings::isOn(view, settings::forDevice(settings::FrontDesk, device));
        });
    };
    QVERIFY(on(one));
    QVERIFY(!on(other));
    settle(settings::forDevice(settings::FrontDesk, one), u"no"_qs);
    QVERIFY(!on(one));
    // What does not make sense is not believed.
    {
        const auto tx = m_clinic->store().begin(m_clinic->owner(), "test.raw");
        tx->connection()
            .internal("INSERT INTO setting(id, key, value) VALUES(?1, 'lock.minutes', '900')")
            .bind(tx->newUuid())
            .run();
        tx->commit();
    }
    QCOMPARE(*read(Role::Receptionist,
                   [](const store::Snapshot &view) { return settings::number(view, u"lock.minutes"_qs); }),
             qint64(10));
}

QTEST_GUILESS_MAIN(TestRowRules)
#include "tst_rowrules.moc"
