#include "clinic/changes.h"
#include "clinic/contact/communication.h"
#include "clinic/journal.h"
#include "clinic/patient/merge.h"
#include "support/testclinic.h"

#include <QTest>

using namespace xinglin;
using namespace xinglin::test;
using namespace Qt::StringLiterals;

/// The log of calls, messages and visits to the desk.
class TestContacts : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_clinic.reset(); }

    void medium_codes_goThereAndBack();
    void log_call_isStoredWithItsTimeAndAuthor();
    void log_whatCannotBeMeant_isRefused();
    void log_reached_onlyOfWhatWentOut();
    void log_earlier_standsInItsPlace();
    void retract_isNowhereButInTheHistory();
    void ofPatient_manyContacts_pagesNewestFirst();
    void ofPatient_enquiryThatBecameThem_bringsItsContacts();
    void ofPatient_mergedRecords_areOne();
    void log_ofEnquiryThatIsAPatient_isThePatients();
    void restricted_ofPatientAndEnquiry_isHidden();
    void ofPatient_byDispenserAndAuditor_isRefused();
    void journal_loggingAndRetracting_areTakenBack();
    void enquiry_lastContact_isTheNewestThatStands();

private:
    ContactDraft of(PatientId patient, const QString &text) const
    {
        ContactDraft draft;
        draft.patient = patient;
        draft.text = text;
        return draft;
    }
    ContactDraft of(EnquiryId enquiry, const QString &text) const
    {
        ContactDraft draft;
        draft.enquiry = enquiry;
        draft.text = text;
        return draft;
    }
    Result<Contact> log(const ContactDraft &draft)
    {
        m_clinic->clock.advance(std::chrono::minutes(1));
        return m_clinic->write(m_clinic->receptionist(), "contact.log",
                               [&](store::Transaction &tx) { return contact::log(tx, draft); });
    }
    Result<Done> retract(CommunicationId id, const QString &why = u"误记"_s)
    {
        return m_clinic->write(m_clinic->receptionist(), "contact.retract",
                               [&](store::Transaction &tx) { return contact::retract(tx, id, why); });
    }
    Enquiry enquiry()
    {
        return *m_clinic->write(m_clinic->receptionist(), "enquiry.record", [&](store::Transaction &tx) {
            return enquiry::record(tx, {u"王芳"_s, u"13912345678"_s, u"针灸"_s, {}, {}, {}});
        });
    }
    Patient become(const Enquiry &enquiry)
    {
        return *m_clinic->write(m_clinic->receptionist(), "enquiry.become", [&](store::Transaction &tx) {
            return enquiry::become(tx, enquiry.id, enquiry::patientDraft(enquiry.content));
        });
    }
    Result<QList<Contact>> contacts(PatientId id, const std::optional<Contact> &after = {}, int limit = 50)
    {
        return m_clinic->read(m_clinic->receptionist(),
                              [&](const store::Snapshot &view) { return contact::ofPatient(view, id, after, limit); });
    }
    QStringList texts(PatientId id)
    {
        QStringList found;
        const auto all = contacts(id);
        for (const Contact &one : all ? *all : QList<Contact>())
            found << one.content.text;
        return found;
    }
    journal::Entry latest()
    {
        return m_clinic
            ->read(m_clinic->receptionist(), [&](const store::Snapshot &view) { return journal::lastDay(view); })
            ->value(0);
    }
    Result<Done> takeBackLatest()
    {
        const journal::Entry entry = latest();
        return m_clinic->write(m_clinic->receptionist(), journal::actOfTakingBack(entry.told.act),
                               [&](store::Transaction &tx) { return journal::takeBack(tx, entry.told.version); });
    }

    std::unique_ptr<TestClinic> m_clinic;
    std::optional<Patient> m_woman;
};

void TestContacts::init()
{
    m_clinic = std::make_unique<TestClinic>();
    m_woman = m_clinic->patient(u"陈淑芬"_s);
}

void TestContacts::medium_codes_goThereAndBack()
{
    for (const ContactMedium medium : {ContactMedium::Phone, ContactMedium::Message, ContactMedium::Desk}) {
        QCOMPARE(contact::mediumFrom(contact::toText(medium)), medium);
        QVERIFY(!contact::nameOf(medium).isEmpty());
    }
    QVERIFY(!contact::mediumFrom(u"fax"_s));
}

void TestContacts::log_call_isStoredWithItsTimeAndAuthor()
{
    ContactDraft draft = of(m_woman->id, u" 提醒复诊 "_s);
    draft.reached = false;
    const auto made = log(draft);
    QVERIFY2(made.ok(), qPrintable(made ? QString() : made.error().message));
    m_clinic->reopen();
    const auto found = contacts(m_woman->id);
    QCOMPARE(*found, QList<Contact>{*made});
    draft.text = u"提醒复诊"_s;
    draft.sent = m_clinic->clock.now();
    QCOMPARE(found->constFirst().content, draft);
    QVERIFY(!found->constFirst().recordedBy.isEmpty());
    QCOMPARE(latest().told.sentences, QStringList{u"Contact logged (call): 提醒复诊."_s});
}

void TestContacts::log_whatCannotBeMeant_isRefused()
{
    QCOMPARE(log(of(m_woman->id, u" "_s)).error().field, u"text"_s);
    QCOMPARE(log(of(m_woman->id, QString(contact::mostText + 1, u'说'))).error().field, u"text"_s);
    ContactDraft draft = of(m_woman->id, u"问价"_s);
    draft.sent = m_clinic->clock.now() + std::chrono::hours(2);
    QCOMPARE(log(draft).error().field, u"sent"_s);
    draft = of(m_woman->id, u"问价"_s);
    draft.enquiry = enquiry().id;
    QCOMPARE(log(draft).error().code, Code::Invalid);
    draft.patient.reset();
    draft.enquiry.reset();
    QCOMPARE(log(draft).error().code, Code::Invalid);
    QVERIFY(texts(m_woman->id).isEmpty());
}

void TestContacts::log_reached_onlyOfWhatWentOut()
{
    ContactDraft draft = of(m_woman->id, u"问价"_s);
    draft.direction = ContactDirection::In;
    draft.reached = true;
    QVERIFY(!log(draft)->content.reached);
    draft.direction = ContactDirection::Out;
    draft.medium = ContactMedium::Desk;
    QVERIFY(!log(draft)->content.reached);
    draft.medium = ContactMedium::Message;
    QCOMPARE(log(draft)->content.reached, true);
}

void TestContacts::log_earlier_standsInItsPlace()
{
    QVERIFY(log(of(m_woman->id, u"今天"_s)).ok());
    ContactDraft draft = of(m_woman->id, u"昨天"_s);
    draft.sent = m_clinic->clock.now() - std::chrono::hours(24);
    QVERIFY(log(draft).ok());
    QVERIFY(log(of(m_woman->id, u"刚才"_s)).ok());
    QCOMPARE(texts(m_woman->id), (QStringList{u"刚才"_s, u"今天"_s, u"昨天"_s}));
}

void TestContacts::retract_isNowhereButInTheHistory()
{
    const auto made = log(of(m_woman->id, u"打错了"_s));
    QCOMPARE(retract(made->id, u" "_s).error().field, u"reason"_s);
    QVERIFY(retract(made->id).ok());
    QVERIFY(texts(m_woman->id).isEmpty());
    QCOMPARE(retract(made->id).error().code, Code::NotFound);
    const auto told = m_clinic->read(
        m_clinic->receptionist(), [&](const store::Snapshot &view) { return changes::ofPatient(view, m_woman->id); });
    QStringList lines;
    for (const changes::Told &one : *told)
        lines << one.sentences;
    QVERIFY(lines.contains(u"Contact marked as entered in error: 打错了."_s));
    QVERIFY(lines.contains(u"Contact logged (call): 打错了."_s));
}

void TestContacts::ofPatient_manyContacts_pagesNewestFirst()
{
    const Enquiry asked = enquiry();
    QStringList expected;
    for (int i = 0; i < 23; ++i) {
        const QString text = QStringLiteral("第%1次").arg(i);
        QVERIFY((i % 3 == 0 ? log(of(asked.id, text)) : log(of(m_woman->id, text))).ok());
        expected.prepend(text);
    }
    QVERIFY(m_clinic
                ->write(m_clinic->receptionist(), "enquiry.link",
                        [&](store::Transaction &tx) { return enquiry::link(tx, asked.id, m_woman->id); })
                .ok());
    QStringList paged;
    std::optional<Contact> after;
    for (;;) {
        const auto some = contacts(m_woman->id, after, 5);
        for (const Contact &one : *some)
            paged << one.content.text;
        if (some->size() < 5)
            break;
        after = some->constLast();
    }
    QCOMPARE(paged, expected);
}

void TestContacts::ofPatient_enquiryThatBecameThem_bringsItsContacts()
{
    const Enquiry asked = enquiry();
    QVERIFY(log(of(asked.id, u"回电"_s)).ok());
    const Patient person = become(asked);
    QCOMPARE(texts(person.id), QStringList{u"回电"_s});
    const auto logged = contacts(person.id);
    QCOMPARE(logged->constFirst().content.enquiry, asked.id); // nothing was rewritten
    QVERIFY(!logged->constFirst().content.patient);
    QVERIFY(texts(m_woman->id).isEmpty());
}

void TestContacts::ofPatient_mergedRecords_areOne()
{
    const Enquiry asked = enquiry();
    QVERIFY(log(of(asked.id, u"询问"_s)).ok());
    const Patient other = become(asked);
    QVERIFY(log(of(other.id, u"约诊"_s)).ok());
    QVERIFY(log(of(m_woman->id, u"回访"_s)).ok());
    QVERIFY(m_clinic
                ->write(m_clinic->owner(), "patient.merge",
                        [&](store::Transaction &tx) {
                            return patient::merge(tx, {m_woman->id, other.id, {}, {}, {}});
                        })
                .ok());
    const QStringList all{u"回访"_s, u"约诊"_s, u"询问"_s};
    QCOMPARE(texts(m_woman->id), all);
    QCOMPARE(texts(other.id), all);
}

void TestContacts::log_ofEnquiryThatIsAPatient_isThePatients()
{
    const Enquiry asked = enquiry();
    const Patient person = become(asked);
    const auto made = log(of(asked.id, u"改约"_s));
    QCOMPARE(made->content.patient, person.id);
    QVERIFY(!made->content.enquiry);
}

void TestContacts::restricted_ofPatientAndEnquiry_isHidden()
{
    const Enquiry asked = enquiry();
    const auto before = log(of(asked.id, u"询问"_s));
    const Patient person = become(asked);
    const auto since = log(of(person.id, u"约诊"_s));
    QVERIFY(m_clinic
                ->write(m_clinic->owner(), "patient.restrict",
                        [&](store::Transaction &tx) { return patient::setRestricted(tx, person.id, true, u"私密"_s); })
                .ok());
    QCOMPARE(contacts(person.id).error().code, Code::NotFound);
    QCOMPARE(log(of(person.id, u"x"_s)).error().code, Code::NotFound);
    QCOMPARE(log(of(asked.id, u"x"_s)).error().code, Code::NotFound);
    QCOMPARE(retract(before->id).error().code, Code::NotFound);
    QCOMPARE(retract(since->id).error().code, Code::NotFound);
    const auto told =
        m_clinic->read(m_clinic->receptionist(), [](const store::Snapshot &view) { return journal::lastDay(view); });
    for (const journal::Entry &entry : *told) {
        for (const QString &sentence : entry.told.sentences)
            QVERIFY2(!sentence.contains(u"询问") && !sentence.contains(u"约诊"), qPrintable(sentence));
    }
}

void TestContacts::ofPatient_byDispenserAndAuditor_isRefused()
{
    QVERIFY(log(of(m_woman->id, u"回访"_s)).ok());
    for (const access::Role role : {access::Role::Dispenser, access::Role::Auditor, access::Role::Administrator}) {
        const auto seen = m_clinic->read(
            m_clinic->actor(role), [&](const store::Snapshot &view) { return contact::ofPatient(view, m_woman->id); });
        QCOMPARE(seen.error().code, Code::NoPermission);
    }
}

void TestContacts::journal_loggingAndRetracting_areTakenBack()
{
    const auto made = log(of(m_woman->id, u"回访"_s));
    QVERIFY(takeBackLatest().ok());
    QVERIFY(texts(m_woman->id).isEmpty());
    QVERIFY(takeBackLatest().ok());
    QCOMPARE(texts(m_woman->id), QStringList{u"回访"_s});
    QVERIFY(retract(made->id).ok());
    QVERIFY(takeBackLatest().ok());
    QCOMPARE(texts(m_woman->id), QStringList{u"回访"_s});
    // Of an enquiry, which concerns nobody's record yet, just as well.
    const Enquiry asked = enquiry();
    QVERIFY(log(of(asked.id, u"询问"_s)).ok());
    QVERIFY(latest().possible);
    QVERIFY(takeBackLatest().ok());
    const auto left = m_clinic->read(m_clinic->receptionist(),
                                     [&](const store::Snapshot &view) { return contact::ofEnquiry(view, asked.id); });
    QVERIFY(left->isEmpty());
}

void TestContacts::enquiry_lastContact_isTheNewestThatStands()
{
    const Enquiry asked = enquiry();
    const auto find = [&] {
        return *m_clinic->read(m_clinic->receptionist(),
                               [&](const store::Snapshot &view) { return enquiry::find(view, asked.id); });
    };
    QVERIFY(!find().lastContact);
    const auto first = log(of(asked.id, u"未接"_s));
    const auto second = log(of(asked.id, u"回电"_s));
    QCOMPARE(find().lastContact, second->content.sent);
    QVERIFY(retract(second->id).ok());
    QCOMPARE(find().lastContact, first->content.sent);
}

QTEST_GUILESS_MAIN(TestContacts)
#include "tst_contacts.moc"
