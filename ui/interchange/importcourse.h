#pragma once

#include "clinic/clinic.h"
#include "clinic/patient/patienttrail.h"
#include "ui/interchange/workwatch.h"

#include <QDateTime>

namespace xinglin::ui {

/// What became of every line in a dry run, with the names of those who are known.
struct Tried
{
    interop::ImportReport report;
    QHash<Uuid, patient::Label> labels;
};

/// One file on its way in, as far as a person has said what it is. Asks the file and the store on other threads.
class ImportCourse : public QObject
{
    Q_OBJECT

public:
    ImportCourse(Clinic &clinic, std::shared_ptr<const Catalog> catalog, QObject *parent = nullptr);
    ~ImportCourse() override;

    /// Forgets the file.
    void clear();
    /// Another file, or the same one changed by another program; what was said of the one before is forgotten, but what
    /// the lines are about.
    void setPath(const QString &path);
    void setKind(interop::ImportKind kind);
    /// How it is read; looks at it again.
    void setReading(const interop::ReadOptions &reading, std::optional<int> headerRow);
    void setMapping(const interop::Mapping &mapping);
    /// Begins the dry run anew.
    void setTakeLikely(bool take);

    const QString &path() const { return m_path; }
    interop::ImportKind kind() const { return m_kind; }
    const interop::ReadOptions &reading() const { return m_reading; }
    /// What it looks like; empty while it is being looked at, and where it cannot be read.
    const std::optional<interop::Looked> &looked() const { return m_looked; }
    /// What can be told of it even where its rows cannot be read.
    const std::optional<interop::TableInfo> &info() const { return m_info; }
    const std::optional<Error> &problem() const { return m_problem; }
    bool isLooking() const { return m_looking; }

    /// Goes through the whole file, where that was not done for what is wanted now.
    void tryOut();
    void stopTrying();
    bool isTrying() const { return m_watch != nullptr; }
    const WorkWatch *watch() const { return m_watch.get(); }
    const std::optional<Tried> &tried() const { return m_tried; }
    /// How the columns were understood is known the next time such a file comes.
    void keepMapping();

signals:
    /// looked(), info() and problem() are others, or isLooking().
    void lookedAt();
    /// A dry run has begun or ended; with a sentence where it could not be finished.
    void triedOut(const QString &problem);

private:
    void look();
    void forgetTried();
    bool isChanged() const;

    Clinic &m_clinic;
    std::shared_ptr<const Catalog> m_catalog;
    QString m_path;
    QDateTime m_written; ///< The file, when it was looked at.
    interop::ImportKind m_kind = interop::ImportKind::Patients;
    interop::ReadOptions m_reading;
    std::optional<int> m_headerRow; ///< Where the person has named it.
    std::optional<interop::Looked> m_looked;
    std::optional<interop::TableInfo> m_info;
    std::optional<Error> m_problem;
    bool m_looking = false;
    quint64 m_question = 0;
    std::optional<Tried> m_tried;
    std::shared_ptr<WorkWatch> m_watch; ///< While a dry run goes on.
};

} // namespace xinglin::ui
