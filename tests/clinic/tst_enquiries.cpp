#include "access/roles.h"
#include "clinic/changes.h"
#include "clinic/contact/communication.h"
#include "clinic/journal.h"
#include "clinic/patient/merge.h"
#include "support/testclinic.h"

#include <QElapsedTimer>
#include <QTest>

using namespace xinglin;
using namespace xinglin::test;
using namespace Qt::StringLiterals;

/// People who asked, and how they become patients.
class TestEnquiries : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_clinic = std::make_unique<TestClinic>(); }
    void cleanup() { m_clinic.reset(); }

    void record_whatWasSaid_isStoredInItsOneForm();
    void record_whatCannotBeMeant_isRefused();
    void record_referrer_isTheRecordThatStays();
    void edit_changedSince_isRefused();
    void edit_hiddenReferrer_stays();
    void become_registersAndSaysSo_inOneTransaction();
    void become_refusedRegistration_leavesTheEnquiryOpen();
    void become_twice_isRefused();
    void link_knownPatient_isTheirs();
    void close_withoutReason_isRefused();
    void close_andReopen_goesBackAndForth();
    void list_manyEnquiries_pagesNewestFirst();
    void list_sameInstant_losesNobody();
    void search_nameLettersTail_finds();
    void search_thousands_answersSoon();
    void withPhone_asTyped_findsOpenOnesOnly();
    void restricted_registeredOne_isHidden();
    void restricted_referrer_isLeftOut();
    void ofPatient_mergedRecord_bringsItsEnquiries();
    void journal_eachAct_isTakenBack();
    void journal_becoming_isNotTakenBack();
    void history_ofPatient_tellsWhatWasAsked();
    void masks_withoutSearching_areApplied();

private:
    static EnquiryDraft wang() { return {u"王芳"_s, u"139 1234 5678"_s, u"针灸，腰痛"_s, u"抖音"_s, {}, {}}; }
    Result<Enquiry> record(const EnquiryDraft &draft)
    {
        return m_clinic->write(m_clinic->receptionist(), "enquiry.record",
                               [&](store::Transaction &tx) { return enquiry::record(tx, draft); });
    }
    template <class F>
    auto act(const QByteArray &code, F f)
    {
        return m_clinic->write(m_clinic->receptionist(), code, f);
    }
    template <class F>
    auto ask(F f)
    {
        return m_clinic->read(m_clinic->receptionist(), f);
    }
    Result<Enquiry> find(EnquiryId id)
    {
        return ask([&](const store::Snapshot &view) { return enquiry::find(view, id); });
    }
    QStringList namesOf(const Result<QList<Enquiry>> &enquiries)
    {
        QStringList found;
        for (const Enquiry &one : enquiries ? *enquiries : QList<Enquiry>())
            found << one.content.name;
        return found;
    }
    QStringList names(EnquiryStatus status = EnquiryStatus::Open)
    {
        return namesOf(ask([&](const store::Snapshot &view) { return enquiry::list(view, status); }));
    }
    QStringList searched(const QString &typed)
    {
        return namesOf(
            ask([&](const store::Snapshot &view) { return enquiry::search(view, EnquiryStatus::Open, typed); }));
    }
    void restrict(PatientId id)
    {
        QVERIFY(m_clinic
                    ->write(m_clinic->owner(), "patient.restrict",
                            [&](store::Transaction &tx) { return patient::setRestricted(tx, id, true, u"私密"_s); })
                    .ok());
    }
    journal::Entry latest()
    {
        return ask([&](const store::Snapshot &view) { return journal::lastDay(view); })->value(0);
    }
    Result<Done> takeBackLatest()
    {
        const journal::Entry entry = latest();
        return act(journal::actOfTakingBack(entry.told.act),
                   [&](store::Transaction &tx) { return journal::takeBack(tx, entry.told.version); });
    }

    std::unique_ptr<TestClinic> m_clinic;
};

void TestEnquiries::record_whatWasSaid_isStoredInItsOneForm()
{
    const auto made = record(wang());
    QVERIFY2(made.ok(), qPrintable(made ? QString() : made.error().message));
    QCOMPARE(made->content.phone, u"13912345678"_s);
    m_clinic->reopen();
    auto found = find(made->id);
    QVERIFY(found->revision > 0);
    found->revision = made->revision;
    QCOMPARE(*found, *made);
    QCOMPARE(found->status, EnquiryStatus::Open);
    QVERIFY(!found->recordedBy.isEmpty());
    QCOMPARE(found->recorded, m_clinic->clock.now());
    QCOMPARE(latest().told.sentences.constFirst(), u"Enquiry of 王芳 recorded: 针灸，腰痛."_s);
}

void TestEnquiries::record_whatCannotBeMeant_isRefused()
{
    EnquiryDraft draft = wang();
    draft.name = u"  "_s;
    QCOMPARE(record(draft).error().field, u"name"_s);
    draft.name = QString(enquiry::mostName + 1, u'王');
    QCOMPARE(record(draft).error().field, u"name"_s);
    draft = wang();
    draft.phone = u"139"_s;
    QCOMPARE(record(draft).error().field, u"phone"_s);
    draft = wang();
    draft.wish = QString(enquiry::mostWish + 1, u'痛');
    QCOMPARE(record(draft).error().field, u"wish"_s);
    draft = wang();
    draft.referredBy = PatientId(Uuid::create(m_clinic->clock, m_clinic->random));
    QCOMPARE(record(draft).error().field, u"referredBy"_s);
    QVERIFY(names().isEmpty());
    const auto byDispenser = m_clinic->write(m_clinic->actor(access::Role::Dispenser), "enquiry.record",
                                             [&](store::Transaction &tx) { return enquiry::record(tx, wang()); });
    QCOMPARE(byDispenser.error().code, Code::NoPermission);
}

void TestEnquiries::record_referrer_isTheRecordThatStays()
{
    const Patient kept = m_clinic->patient(u"陈淑芬"_s);
    const Patient merged = m_clinic->patient(u"陈淑芳"_s, u"13800138001"_s);
    EnquiryDraft draft = wang();
    draft.referredBy = merged.id;
    const auto made = record(draft);
    QCOMPARE(made->content.referredBy, merged.id);
    QVERIFY(m_clinic
                ->write(m_clinic->owner(), "patient.merge",
                        [&](store::Transaction &tx) {
                            return patient::merge(tx, {kept.id, merged.id, {}, {}, {}});
                        })
                .ok());
    QCOMPARE(find(made->id)->content.referredBy, kept.id);
}

void TestEnquiries::edit_changedSince_isRefused()
{
    const auto asked = record(wang());
    const auto made = find(asked->id);
    EnquiryDraft draft = made->content;
    draft.wish = u"推拿"_s;
    const auto edited =
        act("enquiry.edit", [&](store::Transaction &tx) { return enquiry::edit(tx, made->id, draft, made->revision); });
    QCOMPARE(edited->content, draft);
    QVERIFY(find(made->id)->revision > made->revision);
    draft.wish = u"艾灸"_s;
    const auto late =
        act("enquiry.edit", [&](store::Transaction &tx) { return enquiry::edit(tx, made->id, draft, made->revision); });
    QCOMPARE(late.error().code, Code::Stale);
    QCOMPARE(find(made->id)->content.wish, u"推拿"_s);
}

void TestEnquiries::edit_hiddenReferrer_stays()
{
    const Patient known = m_clinic->patient(u"陈淑芬"_s);
    EnquiryDraft draft = wang();
    draft.referredBy = known.id;
    const auto made = record(draft);
    restrict(known.id);
    const auto seen = find(made->id);
    QVERIFY(!seen->content.referredBy);
    draft = seen->content;
    draft.phone = u"13900000001"_s;
    QVERIFY(act("enquiry.edit", [&](store::Transaction &tx) { return enquiry::edit(tx, made->id, draft); }).ok());
    const auto byOwner =
        m_clinic->read(m_clinic->owner(), [&](const store::Snapshot &view) { return enquiry::find(view, made->id); });
    QCOMPARE(byOwner->content.referredBy, known.id);
    QCOMPARE(byOwner->content.phone, u"13900000001"_s);
}

void TestEnquiries::become_registersAndSaysSo_inOneTransaction()
{
    const auto made = record(wang());
    const auto person = act("enquiry.become", [&](store::Transaction &tx) {
        return enquiry::become(tx, made->id, enquiry::patientDraft(made->content));
    });
    QVERIFY2(person.ok(), qPrintable(person ? QString() : person.error().message));
    QCOMPARE(latest().told.act, QByteArray("enquiry.become"));
    QVERIFY(latest().told.sentences.contains(u"王芳, who had asked, is a patient."_s));
    QVERIFY(latest().told.sentences.contains(u"王芳 registered under the number A0000001."_s));
    QCOMPARE(person->name, u"王芳"_s);
    QCOMPARE(person->phone, u"13912345678"_s);
    QCOMPARE(person->source, u"抖音"_s);
    const auto after = find(made->id);
    QCOMPARE(after->status, EnquiryStatus::Registered);
    QCOMPARE(after->patient, person->id);
    QVERIFY(names().isEmpty());
    QCOMPARE(names(EnquiryStatus::Registered), QStringList{u"王芳"_s});
}

void TestEnquiries::become_refusedRegistration_leavesTheEnquiryOpen()
{
    const auto made = record(wang());
    PatientDraft draft = enquiry::patientDraft(made->content);
    draft.birthDate = u"gestern"_s;
    const auto person =
        act("enquiry.become", [&](store::Transaction &tx) { return enquiry::become(tx, made->id, draft); });
    QCOMPARE(person.error().field, u"birthDate"_s);
    QCOMPARE(find(made->id)->status, EnquiryStatus::Open);
    QCOMPARE(*ask([](const store::Snapshot &view) { return patient::count(view); }), 0);
}

void TestEnquiries::become_twice_isRefused()
{
    const auto made = record(wang());
    const auto become = [&] {
        return act("enquiry.become", [&](store::Transaction &tx) {
            return enquiry::become(tx, made->id, enquiry::patientDraft(made->content));
        });
    };
    QVERIFY(become().ok());
    QCOMPARE(become().error().code, Code::Conflict);
    QCOMPARE(*ask([](const store::Snapshot &view) { return patient::count(view); }), 1);
    const auto edited =
        act("enquiry.edit", [&](store::Transaction &tx) { return enquiry::edit(tx, made->id, wang()); });
    QCOMPARE(edited.error().code, Code::Conflict);
}

void TestEnquiries::link_knownPatient_isTheirs()
{
    const Patient known = m_clinic->patient(u"王芳"_s, u"13912345678"_s);
    const auto made = record(wang());
    QVERIFY(act("enquiry.link", [&](store::Transaction &tx) { return enquiry::link(tx, made->id, known.id); }).ok());
    const auto asked = ask([&](const store::Snapshot &view) { return enquiry::ofPatient(view, known.id); });
    QCOMPARE(asked->size(), 1);
    QCOMPARE(asked->constFirst().id, made->id);
    QCOMPARE(asked->constFirst().patient, known.id);
    QCOMPARE(
        act("enquiry.link", [&](store::Transaction &tx) { return enquiry::link(tx, made->id, known.id); }).error().code,
        Code::Conflict);
}

void TestEnquiries::close_withoutReason_isRefused()
{
    const auto made = record(wang());
    const auto closed =
        act("enquiry.close", [&](store::Transaction &tx) { return enquiry::close(tx, made->id, u" "_s); });
    QCOMPARE(closed.error().field, u"reason"_s);
    QCOMPARE(find(made->id)->status, EnquiryStatus::Open);
}

void TestEnquiries::close_andReopen_goesBackAndForth()
{
    const auto made = record(wang());
    const auto close = [&] {
        return act("enquiry.close", [&](store::Transaction &tx) { return enquiry::close(tx, made->id, u"太远"_s); });
    };
    const auto reopen = [&] {
        return act("enquiry.reopen", [&](store::Transaction &tx) { return enquiry::reopen(tx, made->id); });
    };
    QCOMPARE(reopen().error().code, Code::Conflict);
    QVERIFY(close().ok());
    QCOMPARE(close().error().code, Code::Conflict);
    QCOMPARE(find(made->id)->reason, u"太远"_s);
    QCOMPARE(names(EnquiryStatus::Closed), QStringList{u"王芳"_s});
    const auto become = act("enquiry.become", [&](store::Transaction &tx) {
        return enquiry::become(tx, made->id, enquiry::patientDraft(made->content));
    });
    QCOMPARE(become.error().code, Code::Conflict);
    QVERIFY(reopen().ok());
    QVERIFY(find(made->id)->reason.isEmpty());
    QCOMPARE(names(), QStringList{u"王芳"_s});
}

void TestEnquiries::list_manyEnquiries_pagesNewestFirst()
{
    QStringList made;
    for (int i = 0; i < 25; ++i) {
        m_clinic->clock.advance(std::chrono::minutes(1));
        EnquiryDraft draft = wang();
        draft.name = QStringLiteral("询%1").arg(i);
        QVERIFY(record(draft).ok());
        made.prepend(draft.name);
    }
    QStringList paged;
    std::optional<Enquiry> after;
    for (;;) {
        const auto some =
            ask([&](const store::Snapshot &view) { return enquiry::list(view, EnquiryStatus::Open, after, 10); });
        for (const Enquiry &one : *some)
            paged << one.content.name;
        if (some->size() < 10)
            break;
        after = some->constLast();
    }
    QCOMPARE(paged, made);
    QCOMPARE(*ask([](const store::Snapshot &view) { return enquiry::countOpen(view, 99); }), 25);
    QCOMPARE(*ask([](const store::Snapshot &view) { return enquiry::countOpen(view, 9); }), 9);
}

void TestEnquiries::list_sameInstant_losesNobody()
{
    for (int i = 0; i < 7; ++i)
        QVERIFY(record(wang()).ok());
    QSet<EnquiryId> seen;
    std::optional<Enquiry> after;
    for (int page = 0; page < 4; ++page) {
        const auto some =
            ask([&](const store::Snapshot &view) { return enquiry::list(view, EnquiryStatus::Open, after, 2); });
        for (const Enquiry &one : *some)
            seen.insert(one.id);
        after = some->constLast();
    }
    QCOMPARE(seen.size(), 7);
}

void TestEnquiries::search_nameLettersTail_finds()
{
    QVERIFY(record(wang()).ok());
    QVERIFY(record({u"单雄信"_s, u"13700000001"_s, {}, {}, {}, {}}).ok());
    QVERIFY(record({u"Anna Berg"_s, {}, {}, {}, {}, {}}).ok());
    QCOMPARE(searched(u"王"_s), QStringList{u"王芳"_s});
    QCOMPARE(searched(u"wf"_s), QStringList{u"王芳"_s});
    QCOMPARE(searched(u"wangf"_s), QStringList{u"王芳"_s});
    QCOMPARE(searched(u"shan"_s), QStringList{u"单雄信"_s});
    QCOMPARE(searched(u"5678"_s), QStringList{u"王芳"_s});
    QCOMPARE(searched(u"anna"_s), QStringList{u"Anna Berg"_s});
    QCOMPARE(searched(u"9999"_s), QStringList());
    QCOMPARE(searched(u" "_s), QStringList());
}

void TestEnquiries::search_thousands_answersSoon()
{
    const auto filled = act("enquiry.record", [&](store::Transaction &tx) -> Result<Done> {
        for (int i = 0; i < 2000; ++i) {
            if (const auto one = enquiry::record(
                    tx, {u"李明"_s, QStringLiteral("1380000%1").arg(i, 4, 10, QChar(u'0')), {}, {}, {}, {}});
                !one)
                return one.error();
        }
        return Done{};
    });
    QVERIFY(filled.ok());
    QVERIFY(record(wang()).ok());
    QCOMPARE(searched(u"wf"_s), QStringList{u"王芳"_s});
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(searched(u"13800000000"_s), QStringList{u"李明"_s}); // the oldest of all
    qInfo("search of 2001 enquiries: %lld ms", static_cast<long long>(timer.elapsed()));
}

void TestEnquiries::withPhone_asTyped_findsOpenOnesOnly()
{
    const auto made = record(wang());
    const auto asked = [&](const QString &typed) {
        return ask([&](const store::Snapshot &view) { return enquiry::withPhone(view, typed); });
    };
    QCOMPARE(asked(u"139-1234-5678"_s)->size(), 1);
    QCOMPARE(asked(u"139-1234-5678"_s)->constFirst().id, made->id);
    QVERIFY(asked(u"139-1234"_s)->isEmpty());
    QVERIFY(asked({})->isEmpty());
    QVERIFY(act("enquiry.close", [&](store::Transaction &tx) { return enquiry::close(tx, made->id, u"太远"_s); }).ok());
    QVERIFY(asked(u"13912345678"_s)->isEmpty());
}

void TestEnquiries::restricted_registeredOne_isHidden()
{
    const auto made = record(wang());
    const auto person = act("enquiry.become", [&](store::Transaction &tx) {
        return enquiry::become(tx, made->id, enquiry::patientDraft(made->content));
    });
    QVERIFY(person.ok());
    restrict(person->id);
    QCOMPARE(find(made->id).error().code, Code::NotFound);
    QVERIFY(names(EnquiryStatus::Registered).isEmpty());
    const auto told = ask([](const store::Snapshot &view) { return journal::lastDay(view); });
    for (const journal::Entry &entry : *told) {
        for (const QString &sentence : entry.told.sentences)
            QVERIFY2(!sentence.contains(u"王芳"), qPrintable(sentence));
    }
    const auto edited =
        act("enquiry.edit", [&](store::Transaction &tx) { return enquiry::edit(tx, made->id, wang()); });
    QCOMPARE(edited.error().code, Code::NotFound);
    const auto byOwner =
        m_clinic->read(m_clinic->owner(), [&](const store::Snapshot &view) { return enquiry::find(view, made->id); });
    QCOMPARE(byOwner->patient, person->id);
}

void TestEnquiries::restricted_referrer_isLeftOut()
{
    const Patient known = m_clinic->patient(u"陈淑芬"_s);
    EnquiryDraft draft = wang();
    draft.referredBy = known.id;
    const auto made = record(draft);
    restrict(known.id);
    QVERIFY(!find(made->id)->content.referredBy);
    QCOMPARE(names(), QStringList{u"王芳"_s});
}

void TestEnquiries::ofPatient_mergedRecord_bringsItsEnquiries()
{
    const Patient kept = m_clinic->patient(u"王芳"_s);
    const auto made = record(wang());
    const auto person = act("enquiry.become", [&](store::Transaction &tx) {
        return enquiry::become(tx, made->id, enquiry::patientDraft(made->content));
    });
    QVERIFY(m_clinic
                ->write(m_clinic->owner(), "patient.merge",
                        [&](store::Transaction &tx) {
                            return patient::merge(tx, {kept.id, person->id, {}, {}, {}});
                        })
                .ok());
    const auto asked = ask([&](const store::Snapshot &view) { return enquiry::ofPatient(view, kept.id); });
    QCOMPARE(asked->size(), 1);
    QCOMPARE(asked->constFirst().patient, kept.id);
    QCOMPARE(find(made->id)->patient, kept.id);
}

void TestEnquiries::journal_eachAct_isTakenBack()
{
    const auto made = record(wang());
    EnquiryDraft draft = made->content;
    draft.wish = u"推拿"_s;
    QVERIFY(act("enquiry.edit", [&](store::Transaction &tx) { return enquiry::edit(tx, made->id, draft); }).ok());
    QCOMPARE(latest().told.sentences, QStringList{u"Wish changed from \"针灸，腰痛\" to \"推拿\"."_s});
    QVERIFY(takeBackLatest().ok());
    QCOMPARE(find(made->id)->content.wish, u"针灸，腰痛"_s);

    QVERIFY(act("enquiry.close", [&](store::Transaction &tx) { return enquiry::close(tx, made->id, u"太远"_s); }).ok());
    QCOMPARE(latest().told.sentences, QStringList{u"Enquiry of 王芳 closed."_s});
    QVERIFY(takeBackLatest().ok());
    QCOMPARE(find(made->id)->status, EnquiryStatus::Open);
    QVERIFY(find(made->id)->reason.isEmpty());

    const Patient known = m_clinic->patient(u"王芳"_s, u"13912345678"_s);
    QVERIFY(act("enquiry.link", [&](store::Transaction &tx) { return enquiry::link(tx, made->id, known.id); }).ok());
    QCOMPARE(latest().told.sentences, QStringList{u"王芳, who had asked, is a patient."_s});
    QCOMPARE(latest().patient, known.id);
    QVERIFY(takeBackLatest().ok());
    QCOMPARE(find(made->id)->status, EnquiryStatus::Open);
    QVERIFY(!find(made->id)->patient);
    QVERIFY(takeBackLatest().ok()); // and once more
    QCOMPARE(find(made->id)->patient, known.id);

    const auto second = record(wang());
    QVERIFY(takeBackLatest().ok());
    QCOMPARE(find(second->id)->status, EnquiryStatus::Closed);
}

void TestEnquiries::journal_becoming_isNotTakenBack()
{
    const auto made = record(wang());
    QVERIFY(act("enquiry.become", [&](store::Transaction &tx) {
                return enquiry::become(tx, made->id, enquiry::patientDraft(made->content));
            }).ok());
    QVERIFY(!latest().possible);
    QVERIFY(latest().why.contains(u"registration"));
    QCOMPARE(takeBackLatest().error().code, Code::Conflict);
}

void TestEnquiries::history_ofPatient_tellsWhatWasAsked()
{
    const auto made = record(wang());
    const auto person = act("enquiry.become", [&](store::Transaction &tx) {
        return enquiry::become(tx, made->id, enquiry::patientDraft(made->content));
    });
    const auto told = ask([&](const store::Snapshot &view) { return changes::ofPatient(view, person->id); });
    QStringList lines;
    for (const changes::Told &one : *told)
        lines << one.sentences;
    QVERIFY(lines.contains(u"王芳, who had asked, is a patient."_s));
    QVERIFY(lines.contains(u"Enquiry of 王芳 recorded: 针灸，腰痛."_s));
    const auto byDispenser = m_clinic->read(m_clinic->actor(access::Role::Dispenser), [&](const store::Snapshot &view) {
        return changes::ofPatient(view, person->id);
    });
    for (const changes::Told &one : *byDispenser) {
        for (const QString &sentence : one.sentences)
            QVERIFY2(!sentence.contains(u"Enquiry"), qPrintable(sentence));
    }
}

void TestEnquiries::masks_withoutSearching_areApplied()
{
    QVERIFY(record(wang()).ok());
    access::CustomRole role = access::copyOf(access::Role::Receptionist);
    role.name = u"电话员"_s;
    role.permissions = {access::Permission::ReadContacts};
    const auto saved = m_clinic->write(m_clinic->owner(), "role.save",
                                       [&](store::Transaction &tx) { return access::saveRole(tx, role); });
    QVERIFY2(saved.ok(), qPrintable(saved ? QString() : saved.error().message));
    const store::Actor clerk = m_clinic->another(access::Role::Receptionist);
    QVERIFY(m_clinic
                ->write(m_clinic->owner(), "role.grant",
                        [&](store::Transaction &tx) {
                            const access::UserId user(*clerk.user);
                            const auto granted = access::grantRole(tx, user, saved->id);
                            return granted ? access::revoke(tx, user, access::Role::Receptionist) : granted;
                        })
                .ok());
    const auto seen =
        m_clinic->read(clerk, [](const store::Snapshot &view) { return enquiry::list(view, EnquiryStatus::Open); });
    QVERIFY2(seen.ok(), qPrintable(seen ? QString() : seen.error().message));
    QCOMPARE(seen->constFirst().content.name, u"王*"_s);
    QCOMPARE(seen->constFirst().content.phone, u"139****5678"_s);
}

QTEST_GUILESS_MAIN(TestEnquiries)
#include "tst_enquiries.moc"
