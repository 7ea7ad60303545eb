#pragma once

#include "store/transaction.h"

/// What the clinic has settled: a value for a key, the shipped one where nobody settled it.
namespace xinglin::settings {

/// A key that is known, what it is without being set, and what it may be.
struct Known
{
    /// Several: any of the choices, in their order, with a space between; maybe none. Picture: a PNG, see picture().
    enum class Kind { Number, Choice, Several, Switch, Text, Picture };

    QString key;
    Kind kind = Kind::Text;
    QString fallback;
    qint64 least = 0; ///< Of a number; of a text the longest allowed is `most`, of a picture its bytes.
    qint64 most = 0;
    QStringList choices;
    bool perDevice = false; ///< Kept as "key/<device id>"; see forDevice().
    bool operator==(const Known &) const = default;
};
/// Every known key. A new one is one line in settings.cpp.
const QList<Known> &known();

/// The one with this key; nullptr: there is none.
const Known *find(const QString &key);

/// The key of a setting that each PC has for itself.
QString forDevice(const QString &key, const Uuid &device);

/// "all" or "own": whose narrative and prescriptions a practitioner reads.
inline const QString RecordsSharing = QStringLiteral("records.sharing");
/// "yes" or "no", per device: never shows narrative to anybody.
inline const QString FrontDesk = QStringLiteral("device.front-desk");
/// "yes" or "no": a prescription is printed only once a second person has checked it or countersigned its note.
inline const QString SecondPerson = QStringLiteral("prescription.second-person");
/// Minutes without a key or a click until the PC is covered; reception has its own.
inline const QString LockMinutes = QStringLiteral("lock.minutes");
inline const QString LockDeskMinutes = QStringLiteral("lock.desk-minutes");
/// Hours without a key or a click until the store closes.
inline const QString LockHours = QStringLiteral("lock.hours");
/// "yes" or "no": whether a PIN may end a cover.
inline const QString LockPin = QStringLiteral("lock.pin");
/// A line at the upper edge of every paper.
inline const QString PaperLine = QStringLiteral("paper.line");
/// A picture at the upper edge of papers.
inline const QString PaperLogo = QStringLiteral("paper.logo");
/// "normal", "small" or "large": the writing on papers.
inline const QString PaperWriting = QStringLiteral("paper.writing");
/// "yes" or "no": whether the price of the medicine stands on a prescription.
inline const QString PaperPrice = QStringLiteral("paper.price");
/// Fen for the processing of each packet.
inline const QString PriceFee = QStringLiteral("price.fee");
/// Days until a password is too old; 0: never.
inline const QString PasswordDays = QStringLiteral("password.days");

/// Days after a visit during which a patient counts as one who comes, and up to which they may still be expected: the
/// stages of patients.
inline const QString StageActiveDays = QStringLiteral("stage.active-days");
inline const QString StageDormantDays = QStringLiteral("stage.dormant-days");

/// The value; the shipped one where nobody settled it. Refuses a key that is not known (Invalid).
Result<QString> value(const store::Snapshot &view, const QString &key);
/// A number setting. Refuses what is no number.
Result<qint64> number(const store::Snapshot &view, const QString &key);
/// A yes/no setting.
Result<bool> isOn(const store::Snapshot &view, const QString &key);
/// A picture setting: its PNG; empty where there is none. Refuses what is no picture.
Result<QByteArray> picture(const store::Snapshot &view, const QString &key);
/// What setValue() takes for a picture.
QString pictureValue(const QByteArray &png);
/// The other way round; empty where it is none.
QByteArray pictureFrom(const QString &value);
/// Settles it. Refuses an unknown key and a value it cannot have (field: the key). Leaves the audit row
/// "setting.change" with key and value; of a picture with its size.
Result<Done> setValue(store::Transaction &tx, const QString &key, const QString &value);

} // namespace xinglin::settings
