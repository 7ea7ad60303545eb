#pragma once

#include "ui/kit/askdialog.h"

#include <functional>

namespace xinglin::ui {

/// A question with fields to fill in: the verb checks and asks, and the dialog stays until it was granted.
class FormDialog : public AskDialog
{
    Q_OBJECT

public:
    using AskDialog::AskDialog;

    /// What the verb does instead of closing; ends with finish() or showProblem().
    void setSubmit(const std::function<void()> &submit) { m_submit = submit; }
    /// While busy nothing can be pressed.
    void setBusy(bool busy);
    /// It was granted: closes, with accepted().
    void finish();
    void accept() override;
    void reject() override;

private:
    std::function<void()> m_submit;
};

} // namespace xinglin::ui
