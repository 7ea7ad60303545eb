#pragma once

#include "access/printed.h"
#include "base/files.h"
#include "store/vault/secretbytes.h"

namespace xinglin::ui {

/// A paper on its way to the printer: the finished PDF and where it belongs.
struct PrintJob
{
    Uuid id{Uuid::Bytes{}};
    Uuid user{Uuid::Bytes{}}; ///< Who sent it; offered to that person alone.
    Instant sent;
    QString title; ///< Of the document; names the patient.
    QString fileName;
    QString media;  ///< "A5"
    QString folder; ///< Of PDFs where there is no printer.
    printed::About about;
    QString error; ///< Why it was not printed, in words; empty where nobody knows: the program ended before.
    QByteArray pdf;
    bool operator==(const PrintJob &) const = default;
};

/// Papers that the printing system has not taken yet, in a folder beside the store: one file each, sealed with a key of
/// the store, so that nothing of a patient can be read there. Survives the end of the program at any moment. All
/// functions block; any thread.
class PrintQueue
{
public:
    /// @p files outlives the queue. @p key: 32 bytes.
    PrintQueue(Files &files, const QString &folder, SecretBytes key);

    /// Puts it into the queue, or in the place of the same job; on return it is on disk.
    Result<Done> keep(const PrintJob &job);
    /// Everything @p user has sent, the oldest first. What cannot be opened is left where it is and not listed.
    Result<QList<PrintJob>> jobs(const Uuid &user);
    /// One of them.
    Result<PrintJob> open(const Uuid &user, const Uuid &id);
    Result<Done> remove(const PrintJob &job);

private:
    QString pathOf(const Uuid &user, const Uuid &id) const;

    Files &m_files;
    QString m_folder;
    SecretBytes m_key;
};

} // namespace xinglin::ui
