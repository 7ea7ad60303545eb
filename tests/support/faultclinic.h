#pragma once

#include "access/session.h"
#include "clinic/clinic.h"
#include "clinic/prescription/consultation.h"
#include "store/backup.h"
#include "support/faultvfs.h"

#include <QTemporaryDir>

namespace xinglin::test {

/// A small clinic on a disk that can fail: made once and copied for each trial, so that a trial always makes the same
/// calls in the same order. Owner "owner" (who also sees patients), one patient with a signed visit.
class FaultClinic
{
public:
    enum class Start { Clinic, Nothing };

    explicit FaultClinic(Start start = Start::Clinic);
    ~FaultClinic();

    static QString login() { return QStringLiteral("owner"); }
    static QString password() { return QStringLiteral("Apricot-Grove-7"); }
    /// A second one, for changes and further people.
    static QString otherPassword() { return QStringLiteral("Plum-Orchard-9"); }
    /// The template's recovery sheet as typed.
    static QString sheet();
    static access::SetUp wishes();
    static const Catalog &catalog();
    /// A visit whose complaint is @p complaint with a prescription of two herbs.
    static consultation::Draft visit(PatientId patient, const QString &complaint);

    QTemporaryDir top;
    FakeClock clock{instantFromMs(1773280800000)};
    SeededRandom random{20260312};
    FaultDisk disk{top.path()};
    QString folder() const { return top.filePath(QStringLiteral("clinic")); }
    access::Surroundings around();
    store::BackupContext backupContext();

    /// Opens the clinic as @p name; its refusal otherwise.
    Result<Done> signIn(const QString &name = login(), const QString &secret = password());
    void close();
    Clinic &clinic() { return *m_clinic; }
    const access::Session &session() const { return m_session; }
    bool isOpen() const { return m_clinic != nullptr; }
    /// The patient of the template.
    static PatientId patient();

    /// Waits for an act or a question of the open clinic.
    template <class F>
    Result<Done> write(const QByteArray &act, F f)
    {
        return waited(m_clinic->write(act, std::move(f)));
    }
    template <class F>
    Result<Done> read(F f)
    {
        return waited(m_clinic->read(std::move(f)));
    }
    /// First number of a statement past the gate, with one text as ?1.
    qint64 number(const char *sql, const QString &text);
    /// What verify() of the open store has to complain of.
    QStringList problems() { return m_clinic->store().verify().problems; }

private:
    template <class T>
    static Result<Done> waited(QFuture<Result<T>> future)
    {
        future.waitForFinished();
        const Result<T> result = future.result();
        if (!result)
            return result.error();
        return Done{};
    }

    access::Session m_session; ///< Without the store, which the clinic has.
    std::unique_ptr<Clinic> m_clinic;
};

/// An act under trial, from the least to the most that it may leave.
struct Scenario
{
    /// Without faults.
    std::function<void(FaultClinic &)> prepare;
    /// With faults, twice at most.
    std::function<Result<Done>(FaultClinic &)> act;
    /// In the clinic opened again without faults: how often the act is there, whole. Negative: in part. Empty for an
    /// act that leaves nothing.
    std::function<int(FaultClinic &)> found;
    /// Opens the clinic after the faults; the owner's sign-in where empty.
    std::function<Result<Done>(FaultClinic &)> reopen;
    FaultClinic::Start start = FaultClinic::Start::Clinic;
    /// The act itself opens the clinic.
    bool opens = false;
    /// A refused act may stay, whole: nobody relies on it.
    bool mayStay = false;
    /// Trying again in the clinic that is still open must do.
    bool again = true;
};

/// How one trial ended; `wrong` is empty where all held.
struct Trial
{
    int calls = 0; ///< Of the act and of closing after it.
    bool hit = false;
    int at = 0;            ///< The call that failed; with a full disk the first writing one.
    bool changing = false; ///< It was one that changes what is on disk.
    bool refused = false;
    QString failure; ///< The call that failed.
    QString words;   ///< Of the refusal, with the trial's folder as "…".
    QString wrong;
};
/// What makes the refusal useless to the person who reads it: no sentence, none of the things that they know named, a
/// code, or a word of another reason than the disk. Empty where it is clear.
QString unclear(const Error &error);
/// Fails the @p call-th call of the act, 0: none.
Trial tryFault(const Scenario &scenario, int call, FaultDisk::How how, bool forGood);
/// Cuts the power during the @p call-th call.
Trial tryPowerLoss(const Scenario &scenario, int call, quint64 seed);

/// What many trials came to.
struct Tally
{
    int trials = 0;
    int same = 0; ///< Calls that need no trial: what happens there is what happens at the next one.
    int refused = 0;
    QMap<QString, int> words; ///< What was said, and how often.

    /// Tries the chosen of @p calls; returns what went wrong first. From a full disk's call on all goes well until the
    /// next one that writes, so that one trial stands for all between.
    QString faults(const QList<int> &calls, FaultDisk::How how, const std::function<Trial(int call)> &attempt);
    /// The same with the power cut, where all calls are asked for with four lucks at each that changes the disk.
    QString cuts(const QList<int> &calls, const std::function<Trial(int call, quint64 seed)> &attempt);
    void add(const Trial &trial);
    void print() const;
};

/// The calls to try of @p calls: all where XINGLIN_FAULTS_ALL is set, else a seeded choice of @p few.
QList<int> chosenCalls(int calls, int few, quint64 seed);

} // namespace xinglin::test
