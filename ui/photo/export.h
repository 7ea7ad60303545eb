#pragma once

#include "clinic/clinic.h"
#include "clinic/record/attachments.h"

#include <QObject>

class QWidget;

namespace xinglin::ui {

/// Saves a copy of a picture or paper outside of the program, where the person says; its audit row is written before
/// the file is.
class Export : public QObject
{
    Q_OBJECT

public:
    Export(Clinic &clinic, Files &files, QWidget *window);

    /// Asks where to.
    void ask(const Attachment &attachment);
    void write(const Attachment &attachment, const QString &path);
    /// A name for the copy: the title, or what and when; with the ending of its media type.
    static QString fileNameFor(const Attachment &attachment, const QTimeZone &zone);

signals:
    /// One sentence: where it is.
    void done(const QString &sentence);
    void failed(const QString &sentence);

private:
    Clinic &m_clinic;
    Files &m_files;
    QWidget *m_window;
};

} // namespace xinglin::ui
