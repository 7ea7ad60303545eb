#include "ui/shell/reasondialog.h"

#include "ui/kit/askdialog.h"
#include "ui/kit/button.h"

#include <QCoreApplication>
#include <QLineEdit>
#include <QVBoxLayout>

namespace xinglin::ui {

void askReason(Clinic &clinic, QWidget *parent, const ReasonQuestion &asked, std::function<void(const QString &)> then)
{
    auto *ask = new AskDialog(asked.question, asked.sentence, parent);
    ask->setObjectName(asked.name);
    ask->setAttribute(Qt::WA_DeleteOnClose);
    ask->setVerb(asked.verb, asked.dangerous);
    auto *reason = new QLineEdit;
    reason->setObjectName(asked.lineName);
    reason->setAccessibleName(asked.optional ? QCoreApplication::translate("xinglin::ui::ReasonDialog", "Remark")
                                             : QCoreApplication::translate("xinglin::ui::ReasonDialog", "Reason"));
    reason->setPlaceholderText(
        asked.optional ? QCoreApplication::translate("xinglin::ui::ReasonDialog", "A remark, if there is one")
                       : asked.example);
    ask->body()->addWidget(reason);
    ask->verbButton()->setEnabled(asked.optional);
    QObject::connect(reason, &QLineEdit::textChanged, ask, [ask, optional = asked.optional](const QString &text) {
        ask->verbButton()->setEnabled(optional || !text.trimmed().isEmpty());
    });
    QObject::connect(ask, &QDialog::accepted, parent,
                     [reason, then = std::move(then)] { then(reason->text().trimmed()); });
    FormDraft::ofDialog(clinic, *ask, asked.place, asked.about);
    ask->open();
    reason->setFocus();
}

} // namespace xinglin::ui
