#include "ui/shell/refusals.h"

#include <QCoreApplication>

namespace xinglin::ui {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::ui::Refusals)
};

QString whatToDo(Code code)
{
    switch (code) {
    case Code::InUse:
        return Tr::tr("Close Xinglin there, then try again.");
    case Code::Newer:
        return Tr::tr("Install the newer Xinglin on this PC; nothing was changed.");
    case Code::Foreign:
        return Tr::tr("Choose the clinic's own folder; nothing was changed.");
    case Code::Damaged:
        return Tr::tr("Copy the whole folder before you do anything else; nothing was changed.");
    case Code::Broken:
        return Tr::tr("Nothing was changed. Look whether the disk is full, then try again.");
    default:
        return {};
    }
}

} // namespace

QString sentenceFor(const Error &error)
{
    const QString message = error.message.isEmpty() ? Tr::tr("Something on this PC failed.") : error.message;
    const QString advice = whatToDo(error.code);
    return advice.isEmpty() ? message : Tr::tr("%1 %2", "what went wrong, what to do").arg(message, advice);
}

} // namespace xinglin::ui
