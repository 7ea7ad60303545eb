#include "clinic/changes.h"
#include "clinic/journal.h"
#include "clinic/record/attachments.h"
#include "clinic/record/visits.h"
#include "support/faultyfiles.h"
#include "support/testclinic.h"

#include <QDirIterator>
#include <QTest>

using namespace xinglin;
using namespace xinglin::test;

namespace {

constexpr qint64 Day = 86'400'000;

AttachmentDraft tongueOf(PatientId patient)
{
    AttachmentDraft draft;
    draft.patient = patient;
    draft.kind = AttachmentKind::Tongue;
    draft.title = QStringLiteral("IMG_0412.jpg");
    draft.mediaType = QStringLiteral("image/jpeg");
    draft.width = 4000;
    draft.height = 3000;
    draft.thumbnail = QByteArray("\xff\xd8 small");
    return draft;
}

int filesOf(const TestClinic &clinic)
{
    int count = 0;
    QDirIterator files(clinic.folder() + QStringLiteral("/attachments"), QDir::Files | QDir::Hidden,
                       QDirIterator::Subdirectories);
    while (files.hasNext())
        count += files.next().endsWith(QStringLiteral("pending")) ? 0 : 1;
    return count;
}

QByteArrayList actionsAbout(TestClinic &clinic, const Uuid &id)
{
    const auto view = clinic.store().snapshot(clinic.owner());
    store::Query rows =
        view->connection().internal("SELECT action FROM audit WHERE object_id = ?1 ORDER BY n /* whole table */");
    rows.bind(id);
    QByteArrayList actions;
    while (rows.next())
        actions << rows.get<QString>(0).toLatin1();
    return actions;
}

} // namespace

/// Pictures and papers of patients.
class TestAttachments : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_clinic = std::make_unique<TestClinic>();
        m_patient = m_clinic->patient(QStringLiteral("陈淑芬")).id;
    }
    void cleanup() { m_clinic.reset(); }
    void attach_picture_isKeptUntouched();
    void attach_again_afterReopening_isStillThere();
    void attach_wrongDraft_isRefusedByField_data();
    void attach_wrongDraft_isRefusedByField();
    void attach_refused_leavesNoFile();
    void attach_visitOfAnother_isRefused();
    void attach_takenLaterThanNow_isTakenNow();
    void attach_diskFailsAtAnyCall_neverAcknowledgesWhatIsNotThere();
    void list_manyTaken_goesFromTheLatestOn();
    void list_afterMerge_holdsBoth();
    void content_opened_leavesItsAuditRowFirst();
    void content_fileChanged_isRefusedAndNamedByVerify();
    void markInError_picture_leavesTheListAndStaysInTheHistory();
    void changes_attached_areToldInWords();
    void add_rolledBack_takesTheFileAway();

private:
    Result<Attachment> attach(const AttachmentDraft &draft, const QByteArray &bytes)
    {
        return attachments::attach(m_clinic->store(), m_clinic->practitioner(), draft, bytes);
    }
    QList<Attachment> list(std::optional<AttachmentKind> kind = {}, int limit = 50,
                           const std::optional<Attachment> &before = {})
    {
        return *m_clinic->read(m_clinic->practitioner(), [&](const store::Snapshot &view) {
            return attachments::list(view, *m_patient, kind, limit, before);
        });
    }
    Result<QByteArray> content(AttachmentId id)
    {
        return m_clinic->read(m_clinic->practitioner(),
                              [&](const store::Snapshot &view) { return attachments::content(view, id); });
    }

    std::unique_ptr<TestClinic> m_clinic;
    std::optional<PatientId> m_patient;
};

void TestAttachments::attach_picture_isKeptUntouched()
{
    const QByteArray bytes = "\xff\xd8\xff\xe0 a picture " + QByteArray(2'000'000, 'p');
    const auto added = attach(tongueOf(*m_patient), bytes);
    QVERIFY2(added.ok(), added ? "" : qPrintable(added.error().message + added.error().detail));
    QCOMPARE(added->bytes, bytes.size());
    QCOMPARE(added->sha256, crypto::sha256(bytes));
    QCOMPARE(added->kind, AttachmentKind::Tongue);
    QCOMPARE(added->title, QStringLiteral("IMG_0412.jpg"));
    QCOMPARE(added->thumbnail, tongueOf(*m_patient).thumbnail);
    QCOMPARE(added->taken, m_clinic->clock.now());
    QVERIFY(!added->recordedBy.isEmpty());
    QVERIFY(added->isPicture());
    const auto back = content(added->id);
    QVERIFY(back.ok());
    QVERIFY(*back == bytes);
    QCOMPARE(list(), QList<Attachment>{*added});
    QCOMPARE(m_clinic->store().verify().problems, QStringList());
    QCOMPARE(m_clinic->store().verify().files, 1);
}

void TestAttachments::attach_again_afterReopening_isStillThere()
{
    const auto added = attach(tongueOf(*m_patient), "one");
    QVERIFY(added.ok());
    m_clinic->reopen();
    QVERIFY(!QFileInfo::exists(m_clinic->folder() + QStringLiteral("/attachments/pending")));
    QCOMPARE(*content(added->id), QByteArray("one"));
    QVERIFY(attach(tongueOf(*m_patient), "two").ok());
    m_clinic->reopen();
    QCOMPARE(list().size(), 2);
    QCOMPARE(filesOf(*m_clinic), 2);
}

void TestAttachments::attach_wrongDraft_isRefusedByField_data()
{
    QTest::addColumn<AttachmentDraft>("draft");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("field");
    const AttachmentDraft good = tongueOf(PatientId(Uuid(Uuid::Bytes{})));
    const auto row = [&](const char *name, const char *field, auto change, const QByteArray &bytes = "x") {
        AttachmentDraft draft = good;
        change(draft);
        QTest::newRow(name) << draft << bytes << QString::fromLatin1(field);
    };
    row("too many pixels", "width", [](AttachmentDraft &draft) { draft.width = 20'000; });
    row("half a size", "width", [](AttachmentDraft &draft) { draft.height = 0; });
    row("a tongue without a picture", "kind", [](AttachmentDraft &draft) { draft.width = draft.height = 0; });
    row("no media type", "mediaType", [](AttachmentDraft &draft) { draft.mediaType.clear(); });
    row("a long title", "title", [](AttachmentDraft &draft) { draft.title = QString(201, u'字'); });
    row("a large thumbnail", "thumbnail", [](AttachmentDraft &draft) { draft.thumbnail = QByteArray(20'001, 't'); });
    row("empty", "bytes", [](AttachmentDraft &) {}, {});
    row(
        "too large", "bytes", [](AttachmentDraft &) {}, QByteArray(store::MostAttachedBytes + 1, 'x'));
}

void TestAttachments::attach_wrongDraft_isRefusedByField()
{
    QFETCH(AttachmentDraft, draft);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, field);
    draft.patient = *m_patient;
    const auto added = attach(draft, bytes);
    QVERIFY(!added.ok());
    QCOMPARE(added.error().code, Code::Invalid);
    QCOMPARE(added.error().field, field);
    QVERIFY(!added.error().message.isEmpty());
    QCOMPARE(filesOf(*m_clinic), 0);
    QCOMPARE(list().size(), 0);
}

void TestAttachments::attach_refused_leavesNoFile()
{
    for (const access::Role role : {access::Role::Receptionist, access::Role::Dispenser, access::Role::Owner,
                                    access::Role::Administrator, access::Role::Auditor}) {
        const auto added =
            attachments::attach(m_clinic->store(), m_clinic->actor(role), tongueOf(*m_patient), "picture");
        QVERIFY(!added.ok());
        QCOMPARE(added.error().code, Code::NoPermission);
    }
    const auto nobody = attach(tongueOf(PatientId(Uuid(Uuid::Bytes{}))), "picture");
    QVERIFY(!nobody.ok());
    QCOMPARE(nobody.error().code, Code::NotFound);
    QCOMPARE(filesOf(*m_clinic), 0);
}

void TestAttachments::attach_visitOfAnother_isRefused()
{
    const PatientId other = m_clinic->patient(QStringLiteral("王芳")).id;
    const auto visitOf = [&](PatientId patient) {
        return m_clinic
            ->write(m_clinic->practitioner(), "visit.save",
                    [&](store::Transaction &tx) {
                        VisitDraft draft;
                        draft.patient = patient;
                        return record::save(tx, draft);
                    })
            ->visit;
    };
    AttachmentDraft draft = tongueOf(*m_patient);
    draft.visit = visitOf(other);
    const auto refused = attach(draft, "picture");
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().field, QStringLiteral("visit"));
    QCOMPARE(filesOf(*m_clinic), 0);
    draft.visit = visitOf(*m_patient);
    const auto added = attach(draft, "picture");
    QVERIFY(added.ok());
    QCOMPARE(added->visit, draft.visit);
}

void TestAttachments::attach_takenLaterThanNow_isTakenNow()
{
    AttachmentDraft draft = tongueOf(*m_patient);
    draft.taken = m_clinic->clock.now() + std::chrono::hours(30);
    QCOMPARE(attach(draft, "picture")->taken, m_clinic->clock.now());
    draft.taken = m_clinic->clock.now() - std::chrono::hours(30);
    const auto before = attach(draft, "picture");
    QCOMPARE(before->taken, *draft.taken);
    QCOMPARE(before->recorded, m_clinic->clock.now());
}

void TestAttachments::attach_diskFailsAtAnyCall_neverAcknowledgesWhatIsNotThere()
{
    for (const auto how : {FaultyFiles::How::Before, FaultyFiles::How::Torn, FaultyFiles::How::After}) {
        TestClinic clinic;
        const PatientId patient = clinic.patient(QStringLiteral("李明")).id;
        access::Surroundings around = clinic.around();
        FaultyFiles faulty(clinic.files);
        around.files = &faulty;
        clinic.takeStore().reset();
        int acknowledged = 0;
        int refused = 0;
        for (int call = 1;; ++call) {
            auto session = access::signIn(around, QStringLiteral("practitioner"), TestClinic::password());
            QVERIFY2(session.ok(), session ? "" : qPrintable(session.error().message));
            faulty.failAt(call, how, false);
            const auto added = attachments::attach(*session->store, session->actor, tongueOf(patient), "picture");
            const bool failed = faulty.failed();
            acknowledged += added ? 1 : 0;
            refused += added ? 0 : 1;
            session->store.reset();
            faulty.heal();
            // What was acknowledged is there, whole; nothing else is.
            session = access::signIn(around, QStringLiteral("practitioner"), TestClinic::password());
            QVERIFY(session.ok());
            {
                const auto view = session->store->snapshot(session->actor);
                const auto all = attachments::list(*view, patient);
                QVERIFY(all.ok());
                QCOMPARE(all->size(), acknowledged);
                for (const Attachment &one : *all)
                    QCOMPARE(*attachments::content(*view, one.id), QByteArray("picture"));
                QCOMPARE(filesOf(clinic), acknowledged);
            }
            QCOMPARE(session->store->verify().problems, QStringList());
            if (!failed)
                break;
        }
        QVERIFY(refused >= 4);
    }
}

void TestAttachments::list_manyTaken_goesFromTheLatestOn()
{
    QList<AttachmentId> wanted;
    const Instant now = m_clinic->clock.now();
    // Recorded in another order than they were taken; some at one moment.
    for (const int ago : {3, 0, 9, 4, 4, 1}) {
        AttachmentDraft draft = tongueOf(*m_patient);
        draft.taken = now - std::chrono::milliseconds(ago * Day);
        draft.title = QString::number(ago);
        if (ago == 9) {
            draft.kind = AttachmentKind::Report;
            draft.width = draft.height = 0;
            draft.mediaType = QStringLiteral("application/pdf");
        }
        QVERIFY(attach(draft, "picture").ok());
    }
    QStringList titles;
    for (const Attachment &one : list())
        titles << one.title;
    QCOMPARE(titles, (QStringList{u"0"_qs, u"1"_qs, u"3"_qs, u"4"_qs, u"4"_qs, u"9"_qs}));
    QCOMPARE(list(AttachmentKind::Tongue).size(), 5);
    QCOMPARE(list(AttachmentKind::Report).size(), 1);
    QCOMPARE(list(AttachmentKind::Letter).size(), 0);
    // Page by page it is the same list, without gap or repetition.
    QList<Attachment> paged;
    for (;;) {
        const auto page = list({}, 2, paged.isEmpty() ? std::nullopt : std::optional(paged.last()));
        if (page.isEmpty())
            break;
        paged << page;
    }
    QCOMPARE(paged, list());
}

void TestAttachments::list_afterMerge_holdsBoth()
{
    const PatientId other = m_clinic->patient(QStringLiteral("陈淑芳")).id;
    QVERIFY(attach(tongueOf(*m_patient), "one").ok());
    const auto theirs = attach(tongueOf(other), "two");
    QVERIFY(theirs.ok());
    {
        const auto tx = m_clinic->store().begin(m_clinic->owner(), "test.merge");
        tx->connection().internal("UPDATE patient SET merged_into_id = ?2 WHERE id = ?1").bind(other, *m_patient).run();
        tx->commit();
    }
    QCOMPARE(list().size(), 2);
    const auto found = m_clinic->read(m_clinic->practitioner(),
                                      [&](const store::Snapshot &view) { return attachments::find(view, theirs->id); });
    QCOMPARE(found->patient, *m_patient);
}

void TestAttachments::content_opened_leavesItsAuditRowFirst()
{
    const auto added = attach(tongueOf(*m_patient), "picture");
    QVERIFY(added.ok());
    Clinic clinic(m_clinic->takeStore(), m_clinic->practitioner());
    auto asked = clinic.read([id = added->id](const store::Snapshot &view) { return attachments::content(view, id); });
    asked.waitForFinished();
    QVERIFY(asked.result().ok());
    auto exported = clinic.read([id = added->id](const store::Snapshot &view) {
        return attachments::forExport(view, id, QStringLiteral("/media/usb/x.jpg"));
    });
    exported.waitForFinished();
    QVERIFY(exported.result().ok());
    const auto view = clinic.store().snapshot(m_clinic->owner());
    store::Query rows = view->connection().internal(
        "SELECT action, detail, patient_id FROM audit WHERE object_id = ?1 ORDER BY n /* whole table */");
    rows.bind(added->id);
    QStringList told;
    while (rows.next()) {
        told << rows.get<QString>(0);
        QCOMPARE(rows.get<PatientId>(2), *m_patient);
    }
    QCOMPARE(told, (QStringList{u"attachment.add"_qs, u"attachment.open"_qs, u"attachment.export"_qs}));
}

void TestAttachments::content_fileChanged_isRefusedAndNamedByVerify()
{
    const auto one = attach(tongueOf(*m_patient), "one");
    const auto other = attach(tongueOf(*m_patient), "other");
    QVERIFY(one.ok() && other.ok());
    const auto placeOf = [&](AttachmentId id) {
        const auto view = m_clinic->store().snapshot(m_clinic->owner());
        store::Query row = view->connection().internal("SELECT file FROM attachment WHERE id = ?1");
        row.bind(id).next();
        return store::AttachedFiles::placeOf(row.get<QByteArray>(0));
    };
    QFile changed(m_clinic->folder() + u'/' + placeOf(one->id));
    char byte = 0;
    QVERIFY(changed.open(QIODevice::ReadWrite) && changed.seek(40) && changed.getChar(&byte) && changed.seek(40));
    QVERIFY(changed.putChar(char(byte ^ 1)));
    changed.close();
    QVERIFY(QFile::remove(m_clinic->folder() + u'/' + placeOf(other->id)));
    QCOMPARE(content(one->id).error().code, Code::Damaged);
    QCOMPARE(content(other->id).error().code, Code::NotFound);
    const auto report = m_clinic->store().verify();
    QByteArrayList kinds;
    for (const store::Problem &problem : report.found) {
        kinds << problem.kind;
        QVERIFY(problem.what.startsWith(u"attachments/"));
        QVERIFY(problem.place.startsWith(u"attachment "));
        QVERIFY(store::sentenceFor(problem) != QString::fromLatin1(problem.kind));
    }
    QCOMPARE(kinds, (QByteArrayList{"attachment.changed", "attachment.missing"}));
}

void TestAttachments::markInError_picture_leavesTheListAndStaysInTheHistory()
{
    const auto added = attach(tongueOf(*m_patient), "picture");
    QVERIFY(added.ok());
    const auto mark = [&](const QString &reason) {
        return m_clinic->write(m_clinic->practitioner(), "attachment.error",
                               [&](store::Transaction &tx) { return attachments::markInError(tx, added->id, reason); });
    };
    const auto silent = mark(QStringLiteral(" "));
    QVERIFY(!silent.ok());
    QCOMPARE(silent.error().field, QStringLiteral("reason"));
    QVERIFY(mark(QStringLiteral("拍错了人")).ok());
    QCOMPARE(list().size(), 0);
    // Nothing is deleted: who asks for it by its id still sees it.
    QCOMPARE(*content(added->id), QByteArray("picture"));
    QCOMPARE(actionsAbout(*m_clinic, added->id.uuid()), (QByteArrayList{"attachment.add", "attachment.error"}));
}

void TestAttachments::changes_attached_areToldInWords()
{
    const auto added = attach(tongueOf(*m_patient), "picture");
    QVERIFY(added.ok());
    QVERIFY(m_clinic
                ->write(m_clinic->practitioner(), "attachment.error",
                        [&](store::Transaction &tx) {
                            return attachments::markInError(tx, added->id, QStringLiteral("拍错了人"));
                        })
                .ok());
    const auto told = m_clinic->read(m_clinic->practitioner(),
                                     [&](const store::Snapshot &view) { return changes::ofPatient(view, *m_patient); });
    QVERIFY(told.ok());
    QCOMPARE(told->at(0).sentences, QStringList{u"Attached in error: picture of the tongue (IMG_0412.jpg)."_qs});
    QCOMPARE(told->at(0).reason, QStringLiteral("拍错了人"));
    QCOMPARE(told->at(1).sentences, QStringList{u"Attached: picture of the tongue (IMG_0412.jpg)."_qs});
    // Who may not see them hears nothing of them, in the history and in the journal.
    const auto desk = m_clinic->read(m_clinic->receptionist(),
                                     [&](const store::Snapshot &view) { return changes::ofPatient(view, *m_patient); });
    QVERIFY(desk.ok());
    for (const changes::Told &one : *desk)
        QVERIFY(!one.act.startsWith("attachment."));
    const auto journal =
        m_clinic->read(m_clinic->receptionist(), [](const store::Snapshot &view) { return journal::lastDay(view); });
    QVERIFY(journal.ok());
    for (const journal::Entry &entry : *journal)
        QVERIFY(!entry.told.act.startsWith("attachment."));
    const auto own =
        m_clinic->read(m_clinic->practitioner(), [](const store::Snapshot &view) { return journal::lastDay(view); });
    QVERIFY(own.ok());
    QCOMPARE(own->constFirst().told.act, QByteArray("attachment.error"));
    QCOMPARE(own->constFirst().patientName, QStringLiteral("陈淑芬"));
    QVERIFY(!own->constFirst().possible);
    QVERIFY(own->constFirst().why.contains(u"entered in error"));
}

void TestAttachments::add_rolledBack_takesTheFileAway()
{
    {
        const auto file = m_clinic->store().attached().keep("picture");
        QVERIFY(file.ok());
        const auto tx = m_clinic->store().begin(m_clinic->practitioner(), "attachment.add");
        QVERIFY(attachments::add(*tx, tongueOf(*m_patient), *file).ok());
        QCOMPARE(filesOf(*m_clinic), 1);
    }
    QCOMPARE(filesOf(*m_clinic), 0);
    QCOMPARE(list().size(), 0);
}

QTEST_GUILESS_MAIN(TestAttachments)
#include "tst_attachments.moc"
