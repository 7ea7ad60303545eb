#include "clinic/changes.h"
#include "clinic/journal.h"
#include "clinic/patient/merge.h"
#include "clinic/patient/patients.h"
#include "clinic/prescription/consultation.h"
#include "store/statehash.h"
#include "support/testclinic.h"

#include <QTest>

using namespace xinglin;
using namespace xinglin::test;
using patient::MergePart;
using patient::MergeSide;

namespace {

using access::Role;

PatientDraft woman()
{
    PatientDraft draft;
    draft.name = QStringLiteral("陈淑芬");
    draft.phone = QStringLiteral("13800138000");
    draft.birthDate = QStringLiteral("1979-08-21");
    draft.address = QStringLiteral("北京");
    draft.deskAlert = QStringLiteral("听力差");
    draft.note = QStringLiteral("怕针");
    draft.oldNumber = QStringLiteral("K100");
    return draft;
}

/// The same, registered again in a hurry.
PatientDraft again()
{
    PatientDraft draft;
    draft.name = QStringLiteral("陈素芬");
    draft.sex = Sex::Female;
    draft.phone = QStringLiteral("13900139000");
    draft.birthDate = QStringLiteral("1979");
    draft.otherPhones = {{QStringLiteral("13700137000"), QStringLiteral("女儿")}};
    draft.occupation = QStringLiteral("教师");
    draft.deskAlert = QStringLiteral("对酒精过敏");
    draft.note = QStringLiteral("易怒");
    draft.oldNumber = QStringLiteral("K200");
    return draft;
}

} // namespace

/// Two records become one and two again: what counts, what finds them, what comes back.
class TestMerge : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void preview_twoRecords_saysWhatDiffersAndWhatIsFilledIn();
    void preview_keptKnowsPartOfAGroup_keepsIt();
    void preview_ofOneself_isRefused();
    void merge_partsChosen_countAndTheRestStays();
    void merge_rowsOfBoth_areShownTogether();
    void merge_bothNumbersAndTelephones_findThePerson();
    void merge_phoneTaken_keepsTheOtherAsAFurtherOne();
    void merge_alertsAndNotes_standBelowEachOther();
    void merge_idNumberAgainstBirthDate_isRefusedAndNothingChanged();
    void merge_changedSinceCompared_isStale();
    void merge_hiddenWithAnother_isRefused();
    void merge_twice_isRefused();
    void unmerge_later_givesBackWhatWasTaken();
    void unmerge_partChangedSince_keepsTheChange();
    void unmerge_rowsWrittenSince_stayWithTheKept();
    void unmerge_ofAChain_leavesTheOtherMergeAlone();
    void unmerge_notMerged_isRefused();
    void unmerge_withoutReason_isRefused();
    void takeBack_mergeByOneWithoutNotes_restoresBoth();
    void aliases_merged_saySinceWhenAndByWhom();
    void verify_afterMergeAndUnmerge_isClean();

private:
    template <class T>
    T must(Result<T> result)
    {
        if (!result)
            qFatal("%s (%s)", qPrintable(result.error().message), qPrintable(result.error().detail));
        m_clinic->clock.advance(std::chrono::minutes(1));
        return *std::move(result);
    }
    PatientId add(const PatientDraft &draft)
    {
        return must(m_clinic->write(m_clinic->receptionist(), "patient.register",
                                    [&](store::Transaction &tx) { return patient::register_(tx, draft); }))
            .id;
    }
    Patient see(PatientId id, Role role = Role::Practitioner)
    {
        return must(m_clinic->read(m_clinic->actor(role),
                                   [&](const store::Snapshot &view) { return patient::find(view, id); }));
    }
    Result<Patient> merge(const QHash<MergePart, MergeSide> &taken = {}, Role role = Role::Owner)
    {
        return m_clinic->write(m_clinic->actor(role), "patient.merge", [&](store::Transaction &tx) {
            return patient::merge(tx, {*m_kept, *m_gone, taken, {}, {}});
        });
    }
    Result<patient::Unmerged> unmerge(PatientId id, const QString &reason = QStringLiteral("两个人"))
    {
        return m_clinic->write(m_clinic->owner(), "patient.unmerge",
                               [&](store::Transaction &tx) { return patient::unmerge(tx, id, reason); });
    }
    QList<PatientId> found(const QString &typed)
    {
        QList<PatientId> ids;
        for (const PatientHit &hit : must(m_clinic->read(
                 m_clinic->receptionist(), [&](const store::Snapshot &view) { return patient::search(view, typed); })))
            ids << hit.id;
        return ids;
    }
    void edit(PatientId id, const std::function<void(PatientDraft &)> &change)
    {
        PatientDraft draft = id == *m_kept ? woman() : again();
        change(draft);
        must(m_clinic->write(m_clinic->practitioner(), "patient.edit",
                             [&](store::Transaction &tx) { return patient::edit(tx, id, draft); }));
    }
    Allergy allergy(PatientId id, const QString &substance)
    {
        return must(m_clinic->write(m_clinic->practitioner(), "allergy.record", [&](store::Transaction &tx) {
            return patient::recordAllergy(tx, id, {{}, substance, {}});
        }));
    }
    QStringList allergies(PatientId id)
    {
        QStringList names;
        for (const Allergy &one : must(m_clinic->read(
                 m_clinic->practitioner(), [&](const store::Snapshot &view) { return patient::allergies(view, id); })))
            names << one.substance;
        names.sort();
        return names;
    }
    store::StateHash hash()
    {
        return m_clinic->read(m_clinic->owner(), [](const store::Snapshot &view) {
            return store::stateHash(view.connection(), view.registry());
        });
    }

    std::unique_ptr<TestClinic> m_clinic;
    std::optional<PatientId> m_kept;
    std::optional<PatientId> m_gone;
};

void TestMerge::init()
{
    m_clinic = std::make_unique<TestClinic>();
    m_kept = add(woman());
    m_gone = add(again());
}

void TestMerge::cleanup()
{
    m_clinic.reset();
}

void TestMerge::preview_twoRecords_saysWhatDiffersAndWhatIsFilledIn()
{
    const auto preview = must(m_clinic->read(
        m_clinic->owner(), [&](const store::Snapshot &view) { return patient::previewMerge(view, *m_kept, *m_gone); }));
    QCOMPARE(preview.kept.patient.name, QStringLiteral("陈淑芬"));
    QCOMPARE(preview.merged.patient.name, QStringLiteral("陈素芬"));
    QHash<MergePart, patient::MergeLine> lines;
    for (const patient::MergeLine &line : preview.lines)
        lines.insert(line.part, line);
    QCOMPARE(lines.size(), patient::allMergeParts().size());
    QCOMPARE(lines[MergePart::Name], (patient::MergeLine{MergePart::Name, true, MergeSide::Kept}));
    QCOMPARE(lines[MergePart::Sex], (patient::MergeLine{MergePart::Sex, true, MergeSide::Merged})); // "unknown"
    QCOMPARE(lines[MergePart::Occupation], (patient::MergeLine{MergePart::Occupation, true, MergeSide::Merged}));
    QCOMPARE(lines[MergePart::Address], (patient::MergeLine{MergePart::Address, true, MergeSide::Kept}));
    QCOMPARE(lines[MergePart::DeskAlert], (patient::MergeLine{MergePart::DeskAlert, true, MergeSide::Both}));
    QCOMPARE(lines[MergePart::Insurance], (patient::MergeLine{MergePart::Insurance, false, MergeSide::Kept}));
}

void TestMerge::preview_keptKnowsPartOfAGroup_keepsIt()
{
    PatientDraft sender;
    sender.name = QStringLiteral("李桂兰");
    sender.phone = QStringLiteral("13600136000");
    const PatientId by = add(sender);
    edit(*m_kept, [&](PatientDraft &draft) {
        draft.referredBy = by; // without a channel
        draft.guardian.phone = QStringLiteral("13500135000");
        draft.emergencyPhone = QStringLiteral("13500135000");
    });
    edit(*m_gone, [](PatientDraft &draft) {
        draft.source = QStringLiteral("抖音");
        draft.guardian.name = QStringLiteral("陈父");
        draft.emergencyName = QStringLiteral("陈父");
    });
    const auto sides = [this] {
        const auto preview = must(m_clinic->read(m_clinic->owner(), [&](const store::Snapshot &view) {
            return patient::previewMerge(view, *m_kept, *m_gone);
        }));
        QHash<MergePart, MergeSide> suggested;
        for (const patient::MergeLine &line : preview.lines)
            suggested.insert(line.part, line.suggested);
        return std::pair(suggested, preview.kept.referrer);
    };
    const auto [suggested, referrer] = sides();
    QCOMPARE(suggested[MergePart::Source], MergeSide::Kept);
    QCOMPARE(suggested[MergePart::Guardian], MergeSide::Kept);
    QCOMPARE(suggested[MergePart::Emergency], MergeSide::Kept);
    QCOMPARE(referrer, sender.name);
    edit(*m_kept, [](PatientDraft &draft) { draft.campaign = QStringLiteral("三伏贴"); });
    QCOMPARE(sides().first[MergePart::Source], MergeSide::Kept);
    edit(*m_kept, [](PatientDraft &) {});
    QCOMPARE(sides().first[MergePart::Source], MergeSide::Merged); // nothing stands there
}

void TestMerge::preview_ofOneself_isRefused()
{
    const auto preview = m_clinic->read(
        m_clinic->owner(), [&](const store::Snapshot &view) { return patient::previewMerge(view, *m_kept, *m_kept); });
    QCOMPARE(preview.error().code, Code::Conflict);
}

void TestMerge::merge_partsChosen_countAndTheRestStays()
{
    const auto merged = must(merge({{MergePart::Sex, MergeSide::Merged}, {MergePart::Occupation, MergeSide::Merged}}));
    QCOMPARE(merged.id, *m_kept);
    const Patient one = see(*m_gone);
    QCOMPARE(one.id, *m_kept);
    QCOMPARE(one.name, QStringLiteral("陈淑芬"));
    QCOMPARE(one.sex, Sex::Female);
    QCOMPARE(one.birthDate->toText(), QStringLiteral("1979-08-21"));
    QCOMPARE(one.deskAlert, QStringLiteral("听力差")); // nothing was chosen there
    const Patient whole = see(*m_kept, Role::Owner);
    QCOMPARE(whole.identifiers->occupation, QStringLiteral("教师"));
    QCOMPARE(whole.identifiers->address, QStringLiteral("北京"));
}

void TestMerge::merge_rowsOfBoth_areShownTogether()
{
    allergy(*m_kept, QStringLiteral("花生"));
    allergy(*m_gone, QStringLiteral("青霉素"));
    must(merge());
    QCOMPARE(allergies(*m_kept), (QStringList{QStringLiteral("花生"), QStringLiteral("青霉素")}));
    QCOMPARE(allergies(*m_gone), allergies(*m_kept));
}

void TestMerge::merge_bothNumbersAndTelephones_findThePerson()
{
    const QString number = see(*m_gone).number;
    must(merge());
    for (const QString &typed : {number, QStringLiteral("K200"), QStringLiteral("K100"), QStringLiteral("陈淑芬")})
        QCOMPARE(found(typed), QList<PatientId>{*m_kept});
    const auto byNumber = m_clinic->read(
        m_clinic->receptionist(), [&](const store::Snapshot &view) { return patient::findByReference(view, number); });
    QCOMPARE(byNumber->id, *m_kept);
}

void TestMerge::merge_phoneTaken_keepsTheOtherAsAFurtherOne()
{
    must(merge({{MergePart::Phone, MergeSide::Merged}}));
    const Patient one = see(*m_kept);
    QCOMPARE(one.phone, QStringLiteral("13900139000"));
    QStringList others;
    for (const PatientPhone &phone : one.otherPhones)
        others << phone.phone;
    others.sort();
    QCOMPARE(others, (QStringList{QStringLiteral("13700137000"), QStringLiteral("13800138000")}));
    must(unmerge(*m_gone));
    QCOMPARE(see(*m_kept).phone, QStringLiteral("13800138000"));
    QVERIFY(see(*m_kept).otherPhones.isEmpty());
    QCOMPARE(see(*m_gone).phone, QStringLiteral("13900139000"));
    QCOMPARE(see(*m_gone).otherPhones.size(), 1);
}

void TestMerge::merge_alertsAndNotes_standBelowEachOther()
{
    must(merge({{MergePart::DeskAlert, MergeSide::Both}}));
    QCOMPARE(see(*m_kept).deskAlert, QStringLiteral("听力差\n对酒精过敏"));
    QCOMPARE(see(*m_kept).note, QStringLiteral("怕针\n易怒"));
    must(unmerge(*m_gone));
    QCOMPARE(see(*m_kept).deskAlert, QStringLiteral("听力差"));
    QCOMPARE(see(*m_kept).note, QStringLiteral("怕针"));
    QCOMPARE(see(*m_gone).note, QStringLiteral("易怒"));
    edit(*m_kept, [](PatientDraft &draft) { draft.deskAlert = draft.note = QString(); });
    must(merge({{MergePart::DeskAlert, MergeSide::Both}}));
    QCOMPARE(see(*m_kept).deskAlert, QStringLiteral("对酒精过敏"));
    QCOMPARE(see(*m_kept).note, QStringLiteral("易怒"));
    must(unmerge(*m_gone));
    QCOMPARE(see(*m_kept).note, QString());
}

void TestMerge::merge_idNumberAgainstBirthDate_isRefusedAndNothingChanged()
{
    edit(*m_gone, [](PatientDraft &draft) {
        draft.birthDate = QStringLiteral("1949-12-31");
        draft.documentNumber = QStringLiteral("11010519491231002X");
    });
    const store::StateHash before = hash();
    const auto refused = merge({{MergePart::Document, MergeSide::Merged}});
    QCOMPARE(refused.error().code, Code::Invalid);
    QCOMPARE(refused.error().field, QStringLiteral("birthDate"));
    QCOMPARE(hash(), before);
    must(merge({{MergePart::Document, MergeSide::Merged}, {MergePart::BirthDate, MergeSide::Merged}}));
    QCOMPARE(see(*m_kept).birthDate->toText(), QStringLiteral("1949-12-31"));
}

void TestMerge::merge_changedSinceCompared_isStale()
{
    const auto preview = must(m_clinic->read(
        m_clinic->owner(), [&](const store::Snapshot &view) { return patient::previewMerge(view, *m_kept, *m_gone); }));
    const auto merging = [&] {
        return m_clinic->write(m_clinic->owner(), "patient.merge", [&](store::Transaction &tx) {
            return patient::merge(
                tx, {*m_kept, *m_gone, {}, preview.kept.patient.revision, preview.merged.patient.revision});
        });
    };
    edit(*m_gone, [](PatientDraft &draft) { draft.occupation = QStringLiteral("护士"); });
    QCOMPARE(merging().error().code, Code::Stale);
    edit(*m_gone, [](PatientDraft &) {});
    QCOMPARE(merging().error().code, Code::Stale);
    QCOMPARE(see(*m_gone).id, *m_gone);
}

void TestMerge::merge_hiddenWithAnother_isRefused()
{
    must(m_clinic->write(m_clinic->owner(), "patient.restrict", [&](store::Transaction &tx) {
        return patient::setRestricted(tx, *m_gone, true, QStringLiteral("员工"));
    }));
    QCOMPARE(merge({}, Role::Owner).error().code, Code::Conflict);
    must(m_clinic->write(m_clinic->owner(), "patient.restrict", [&](store::Transaction &tx) {
        return patient::setRestricted(tx, *m_kept, true, QStringLiteral("员工"));
    }));
    must(merge({}, Role::Owner));
}

void TestMerge::merge_twice_isRefused()
{
    must(merge());
    QCOMPARE(merge().error().code, Code::Conflict);
}

void TestMerge::unmerge_later_givesBackWhatWasTaken()
{
    const Patient kept = see(*m_kept, Role::Owner);
    const Patient gone = see(*m_gone, Role::Owner);
    QHash<MergePart, MergeSide> everything;
    for (const MergePart part : patient::allMergeParts())
        everything.insert(part, MergeSide::Merged);
    must(merge(everything));
    QCOMPARE(see(*m_kept).name, QStringLiteral("陈素芬"));
    m_clinic->clock.advance(std::chrono::hours(24 * 400));
    const auto apart = must(unmerge(*m_gone));
    QVERIFY(apart.changed.isEmpty());
    QVERIFY(apart.restored.contains(MergePart::Name));
    Patient keptNow = see(*m_kept, Role::Owner);
    Patient goneNow = see(*m_gone, Role::Owner);
    keptNow.revision = kept.revision;
    goneNow.revision = gone.revision;
    QCOMPARE(keptNow, kept);
    QCOMPARE(goneNow, gone);
    QCOMPARE(found(gone.number), QList<PatientId>{*m_gone});
    QCOMPARE(found(kept.number), QList<PatientId>{*m_kept});
}

void TestMerge::unmerge_partChangedSince_keepsTheChange()
{
    must(merge({{MergePart::Name, MergeSide::Merged}, {MergePart::Sex, MergeSide::Merged}}));
    edit(*m_kept, [](PatientDraft &draft) {
        draft.name = QStringLiteral("陈淑芳");
        draft.sex = Sex::Female;
    });
    const auto apart = must(unmerge(*m_gone));
    QCOMPARE(apart.changed, QList<MergePart>{MergePart::Name});
    QVERIFY(apart.restored.contains(MergePart::Sex));
    QCOMPARE(see(*m_kept).name, QStringLiteral("陈淑芳"));
    QCOMPARE(see(*m_kept).sex, Sex::Unknown);
}

void TestMerge::unmerge_rowsWrittenSince_stayWithTheKept()
{
    allergy(*m_gone, QStringLiteral("青霉素"));
    must(merge());
    allergy(*m_gone, QStringLiteral("花粉")); // the screen still holds the old id
    must(unmerge(*m_gone));
    QCOMPARE(allergies(*m_kept), QStringList{QStringLiteral("花粉")});
    QCOMPARE(allergies(*m_gone), QStringList{QStringLiteral("青霉素")});
}

void TestMerge::unmerge_ofAChain_leavesTheOtherMergeAlone()
{
    must(merge());
    const PatientId third = add([] {
        PatientDraft draft = woman();
        draft.oldNumber = QStringLiteral("K300");
        return draft;
    }());
    must(m_clinic->write(m_clinic->owner(), "patient.merge", [&](store::Transaction &tx) {
        return patient::merge(tx, {third, *m_kept, {}, {}, {}});
    }));
    QCOMPARE(found(QStringLiteral("K200")), QList<PatientId>{third});
    must(unmerge(*m_kept));
    QCOMPARE(see(*m_gone).id, *m_kept);
    QCOMPARE(found(QStringLiteral("K200")), QList<PatientId>{*m_kept});
    QCOMPARE(see(third).id, third);
}

void TestMerge::unmerge_notMerged_isRefused()
{
    QCOMPARE(unmerge(*m_gone).error().code, Code::Conflict);
}

void TestMerge::unmerge_withoutReason_isRefused()
{
    must(merge());
    QCOMPARE(unmerge(*m_gone, QStringLiteral("  ")).error().field, QStringLiteral("reason"));
    QCOMPARE(see(*m_gone).id, *m_kept);
}

void TestMerge::takeBack_mergeByOneWithoutNotes_restoresBoth()
{
    must(merge({{MergePart::Name, MergeSide::Merged}, {MergePart::DeskAlert, MergeSide::Both}}));
    const auto last =
        must(m_clinic->read(m_clinic->owner(), [](const store::Snapshot &view) { return journal::lastOwn(view); }));
    QVERIFY(last && last->possible);
    QVERIFY2(last->told.sentences.join(u' ').contains(QStringLiteral("merged into another")),
             qPrintable(last->told.sentences.join(u' ')));
    must(m_clinic->write(m_clinic->owner(), journal::actOfTakingBack(last->told.act),
                         [&](store::Transaction &tx) { return journal::takeBack(tx, last->told.version); }));
    QCOMPARE(see(*m_kept).name, QStringLiteral("陈淑芬"));
    QCOMPARE(see(*m_kept).note, QStringLiteral("怕针"));
    QCOMPARE(see(*m_gone).id, *m_gone);
    // And back again.
    const auto undone = must(m_clinic->read(m_clinic->owner(), [](const store::Snapshot &view) {
                            return journal::lastDay(view);
                        })).value(0);
    must(m_clinic->write(m_clinic->owner(), journal::actOfTakingBack(undone.told.act),
                         [&](store::Transaction &tx) { return journal::takeBack(tx, undone.told.version); }));
    QCOMPARE(see(*m_gone).id, *m_kept);
    QCOMPARE(see(*m_kept).note, QStringLiteral("怕针\n易怒"));
    QCOMPARE(see(*m_kept).name, QStringLiteral("陈素芬"));
}

void TestMerge::aliases_merged_saySinceWhenAndByWhom()
{
    const QString number = see(*m_gone).number;
    const Instant at = m_clinic->clock.now();
    must(merge());
    const auto listed = must(m_clinic->read(
        m_clinic->owner(), [&](const store::Snapshot &view) { return patient::aliases(view, *m_kept); }));
    QCOMPARE(listed.size(), 1);
    QCOMPARE(listed.first().id, *m_gone);
    QCOMPARE(listed.first().number, number);
    QCOMPARE(listed.first().oldNumber, QStringLiteral("K200"));
    QCOMPARE(listed.first().name, QStringLiteral("陈素芬"));
    QCOMPARE(listed.first().at, at);
    QVERIFY(!listed.first().who.isEmpty());
}

void TestMerge::verify_afterMergeAndUnmerge_isClean()
{
    must(merge({{MergePart::Phone, MergeSide::Merged}, {MergePart::Name, MergeSide::Merged}}));
    QCOMPARE(m_clinic->store().verify().problems, QStringList());
    must(unmerge(*m_gone));
    QCOMPARE(m_clinic->store().verify().problems, QStringList());
}

QTEST_GUILESS_MAIN(TestMerge)
#include "tst_merge.moc"
