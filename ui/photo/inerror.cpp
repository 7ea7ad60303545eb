#include "ui/photo/inerror.h"

#include "clinic/draftcontent.h"
#include "ui/kit/ondone.h"
#include "ui/shell/reasondialog.h"

#include <QCoreApplication>

namespace xinglin::ui {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::ui::InError)
};

} // namespace

void askInError(Clinic &clinic, const Attachment &attachment, QWidget *window,
                const std::function<void(const Result<Done> &)> &then)
{
    const ReasonQuestion asked{
        QStringLiteral("errorDialog"),
        QStringLiteral("errorReason"),
        attachment.isPicture() ? Tr::tr("Was this picture attached in error?")
                               : Tr::tr("Was this file attached in error?"),
        Tr::tr("It leaves the list and stays in the history of the record, as every entry does."),
        Tr::tr("Mark as error"),
        Tr::tr("Why: wrong patient, wrong picture …"),
        {draftkind::reason, attachment.id.uuid()},
        {{FormContent::patient, attachment.patient.toString()}},
        true};
    askReason(clinic, window, asked, [&clinic, window, then, id = attachment.id](const QString &why) {
        const auto marking = clinic.write(
            "attachment.error", [id, why](store::Transaction &tx) { return attachments::markInError(tx, id, why); });
        onDone(marking, window, then);
    });
}

} // namespace xinglin::ui
