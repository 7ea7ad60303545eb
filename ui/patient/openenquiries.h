#pragma once

#include "clinic/clinic.h"
#include "clinic/contact/enquiry.h"

#include <QWidget>

class QTimer;

namespace xinglin::ui {

class Button;
class Label;

/// Beside the form of a registration: what somebody with this telephone had asked, and the key that takes it over.
class OpenEnquiries : public QWidget
{
    Q_OBJECT

public:
    explicit OpenEnquiries(Clinic &clinic, QWidget *parent = nullptr);

    /// Looks for open enquiries with this telephone, as typed.
    void look(const QString &phone);
    /// The registration comes of this one; nothing: of none.
    void setTaken(const std::optional<EnquiryId> &id);
    void clear();
    /// See Page::rest().
    void rest(bool resting);

signals:
    void taken(const xinglin::Enquiry &enquiry);
    /// It is not theirs after all.
    void released();

private:
    void ask();
    void show(const std::optional<Enquiry> &enquiry);

    Clinic &m_clinic;
    Label *m_title;
    Label *m_words;
    Button *m_take;
    QTimer *m_wait;
    QString m_phone;
    std::optional<Enquiry> m_shown;
    std::optional<EnquiryId> m_taken;
    quint64 m_question = 0;
    bool m_resting = false;
};

} // namespace xinglin::ui
