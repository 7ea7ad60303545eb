#pragma once

#include "clinic/clinic.h"
#include "ui/kit/button.h"

namespace xinglin::ui {

/// Leads from the patients to those who only asked, and says how many are open.
class EnquiriesButton : public Button
{
    Q_OBJECT

public:
    explicit EnquiriesButton(Clinic &clinic, QWidget *parent = nullptr);

    /// See Page::rest().
    void rest(bool resting);

private:
    void count();

    Clinic &m_clinic;
    bool m_resting = false;
};

} // namespace xinglin::ui
