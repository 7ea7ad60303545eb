#pragma once

#include "ui/shell/formdraft.h"

namespace xinglin::ui {

/// What is asked before something that stands in a record is corrected or signed under.
struct ReasonQuestion
{
    QString name; ///< The dialog's; its line is named lineName.
    QString lineName;
    QString question; ///< "Was this problem entered in error?"
    QString sentence; ///< What happens then.
    QString verb;
    QString example;         ///< Stands in the empty line; may be empty.
    drafts::Place place;     ///< Where the reason is kept while it is typed.
    FormDraft::Fields about; ///< See FormContent.
    bool dangerous = false;  ///< The verb is no answer of Enter.
    bool optional = false;   ///< A remark that may be left empty.
    QStringList usual = {};  ///< Reasons that are often given; a digit takes one of them.
};

/// Opens a dialog with one line for the reason; its verb can be pressed once there is one, unless it is optional.
/// @p then gets it without spaces around it.
void askReason(Clinic &clinic, QWidget *parent, const ReasonQuestion &asked, std::function<void(const QString &)> then);

} // namespace xinglin::ui
