#include "ui/shell/reasondialog.h"

#include "ui/kit/askdialog.h"
#include "ui/kit/button.h"
#include "ui/kit/chipbar.h"

#include <QCoreApplication>
#include <QLineEdit>
#include <QVBoxLayout>

namespace xinglin::ui {

namespace {

/// Chips with a digit each; the chosen one is written into the line.
ChipBar *usualReasons(const ReasonQuestion &asked, QLineEdit *line)
{
    auto *bar = new ChipBar(QCoreApplication::translate("xinglin::ui::ReasonDialog", "Usual reasons"));
    bar->setObjectName(asked.lineName + QStringLiteral("Usual"));
    bar->setMultiple(false);
    QList<ChipItem> chips;
    for (const QString &one : asked.usual) {
        ChipItem chip;
        chip.id = one;
        chip.text = one;
        chip.initials = QString::number(chips.size() + 1);
        chips << chip;
    }
    bar->setChips(chips);
    QObject::connect(bar, &ChipBar::changed, line,
                     [line](const QStringList &chosen) { line->setText(chosen.value(0)); });
    return bar;
}

} // namespace

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
    auto *usual = asked.usual.isEmpty() ? nullptr : usualReasons(asked, reason);
    if (usual)
        ask->body()->addWidget(usual);
    ask->body()->addWidget(reason);
    ask->verbButton()->setEnabled(asked.optional);
    QObject::connect(reason, &QLineEdit::textChanged, ask, [ask, optional = asked.optional](const QString &text) {
        ask->verbButton()->setEnabled(optional || !text.trimmed().isEmpty());
    });
    QObject::connect(ask, &QDialog::accepted, parent,
                     [reason, then = std::move(then)] { then(reason->text().trimmed()); });
    FormDraft::ofDialog(clinic, *ask, asked.place, asked.about);
    ask->open();
    if (usual && reason->text().isEmpty())
        usual->setFocus();
    else
        reason->setFocus();
}

} // namespace xinglin::ui
