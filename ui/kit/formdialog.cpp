#include "ui/kit/formdialog.h"

#include "ui/kit/button.h"

namespace xinglin::ui {

void FormDialog::setBusy(bool busy)
{
    verbButton()->setBusy(busy);
}

void FormDialog::finish()
{
    setBusy(false);
    AskDialog::accept();
}

void FormDialog::accept()
{
    if (verbButton()->isBusy())
        return;
    showProblem({});
    if (m_submit)
        m_submit();
    else
        AskDialog::accept();
}

void FormDialog::reject()
{
    if (!verbButton()->isBusy())
        AskDialog::reject();
}

} // namespace xinglin::ui
