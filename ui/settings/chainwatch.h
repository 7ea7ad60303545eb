#pragma once

#include "clinic/clinic.h"
#include "store/verify.h"

namespace xinglin::ui {

/// After somebody has signed in: checks the audit rows that came since the last time, and once a week the whole store.
/// Works behind the scenes and says only what does not hold.
class ChainWatch : public QObject
{
    Q_OBJECT

public:
    explicit ChainWatch(Clinic &clinic, QObject *parent = nullptr);
    /// Whoever closes the window does not wait for a check: it is due again the next time.
    ~ChainWatch() override;

    void start();

signals:
    /// Something does not hold: a sentence for the foot of the window.
    void warned(const QString &sentence);
    /// All that was due has been looked at.
    void finished();

private:
    void checkWhole();

    Clinic &m_clinic;
    QFuture<Result<store::VerifyReport>> m_whole;
};

} // namespace xinglin::ui
