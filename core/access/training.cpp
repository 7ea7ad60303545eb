#include "access/training.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace xinglin::access {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::access)
};

QString markPath(const Surroundings &around)
{
    return QDir::cleanPath(around.folder) + u'/' + trainingWord();
}

const QByteArray markText = "The clinic in this folder is for practice. Nobody in it is real.\n";

} // namespace

QString trainingWord()
{
    return QStringLiteral("TRAINING");
}

bool isTrainingPlace(const Surroundings &around)
{
    const QFileInfo mark(markPath(around));
    if (!mark.isFile() || mark.isSymLink())
        return false;
    const auto text = around.files->read(mark.filePath(), markText.size() + 1);
    return text && *text == markText;
}

Result<Done> markTrainingPlace(const Surroundings &around)
{
    return around.files->write(markPath(around), markText);
}

bool isTraining(const store::Snapshot &view)
{
    store::Query row = view.connection().internal("SELECT is_training FROM clinic LIMIT 1");
    return row.next() && row.get<bool>(0);
}

Result<Done> mayLeave(const store::Snapshot &view, Leaving how)
{
    if ((how == Leaving::Message || how == Leaving::Peer) && isTraining(view))
        return Error{Code::Conflict, Tr::tr("This is a training clinic: nothing is sent from it."), {}, {}};
    return Done{};
}

QString leavingPath(const store::Snapshot &view, const QString &path)
{
    const QFileInfo file(path);
    if (path.isEmpty() || file.fileName().startsWith(trainingWord()) || !isTraining(view))
        return path;
    return file.path() + u'/' + trainingWord() + u'-' + file.fileName();
}

} // namespace xinglin::access
