#include "ui/photo/inerror.h"

#include "clinic/draftcontent.h"
#include "ui/kit/askdialog.h"
#include "ui/kit/button.h"
#include "ui/kit/ondone.h"
#include "ui/shell/formdraft.h"

#include <QCoreApplication>
#include <QLineEdit>
#include <QVBoxLayout>

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
    auto *ask = new AskDialog(attachment.isPicture() ? Tr::tr("Was this picture attached in error?")
                                                     : Tr::tr("Was this file attached in error?"),
                              Tr::tr("It leaves the list and stays in the history of the record, as every entry does."),
                              window);
    ask->setObjectName(QStringLiteral("errorDialog"));
    ask->setAttribute(Qt::WA_DeleteOnClose);
    ask->setVerb(Tr::tr("Mark as error"), true);
    auto *reason = new QLineEdit;
    reason->setObjectName(QStringLiteral("errorReason"));
    reason->setAccessibleName(Tr::tr("Reason"));
    reason->setPlaceholderText(Tr::tr("Why: wrong patient, wrong picture …"));
    ask->body()->addWidget(reason);
    ask->verbButton()->setEnabled(false);
    QObject::connect(reason, &QLineEdit::textChanged, ask,
                     [ask](const QString &text) { ask->verbButton()->setEnabled(!text.trimmed().isEmpty()); });
    QObject::connect(ask, &QDialog::accepted, window, [=, &clinic, id = attachment.id] {
        const auto marking = clinic.write("attachment.error", [id, words = reason->text()](store::Transaction &tx) {
            return attachments::markInError(tx, id, words);
        });
        onDone(marking, window, then);
    });
    FormDraft::ofDialog(clinic, *ask, {draftkind::reason, attachment.id.uuid()},
                        {{FormContent::patient, attachment.patient.toString()}});
    ask->open();
    reason->setFocus();
}

} // namespace xinglin::ui
