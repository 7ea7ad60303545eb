#include "ui/patient/duplicateacts.h"

#include "clinic/draftcontent.h"
#include "ui/kit/ondone.h"
#include "ui/shell/reasondialog.h"

#include <QCoreApplication>

namespace xinglin::ui {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::ui::DuplicateActs)
};

void ask(Clinic &clinic, QWidget *parent, ReasonQuestion asked, const TwoRecords &two, duplicates::Opinion opinion,
         std::function<void(const Result<Done> &)> then)
{
    asked.lineName = QStringLiteral("opinionRemark");
    asked.place = {draftkind::reason, two.one.uuid()};
    asked.about = {{FormContent::patient, two.one.toString()}};
    asked.optional = true;
    askReason(clinic, parent, asked, [&clinic, parent, two, opinion, then = std::move(then)](const QString &remark) {
        const auto said = clinic.write("patient.distinguish", [two, opinion, remark](store::Transaction &tx) {
            return duplicates::say(tx, two.one, two.other, opinion, remark);
        });
        onDone(said, parent, then);
    });
}

} // namespace

void askDifferent(Clinic &clinic, QWidget *parent, const TwoRecords &two,
                  std::function<void(const Result<Done> &)> then)
{
    ReasonQuestion asked;
    asked.name = QStringLiteral("differentDialog");
    asked.question = Tr::tr("Are these two people?");
    asked.sentence =
        Tr::tr("%1 and %2 are not proposed as one person any more.", "two patients").arg(two.oneName, two.otherName);
    asked.verb = Tr::tr("Two people");
    ask(clinic, parent, asked, two, duplicates::Opinion::Different, std::move(then));
}

void askForMerge(Clinic &clinic, QWidget *parent, const TwoRecords &two, std::function<void(const Result<Done> &)> then)
{
    ReasonQuestion asked;
    asked.name = QStringLiteral("askMergeDialog");
    asked.question = Tr::tr("Ask for the merge?");
    asked.sentence = Tr::tr("%1 and %2 then stand first in the list of possible duplicates, with your name. Nothing is "
                            "changed until an owner merges them.",
                            "two patients")
                         .arg(two.oneName, two.otherName);
    asked.verb = Tr::tr("Ask for it");
    ask(clinic, parent, asked, two, duplicates::Opinion::Same, std::move(then));
}

} // namespace xinglin::ui
