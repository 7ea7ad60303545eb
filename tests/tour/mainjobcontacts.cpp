#include "tour/mainjob.h"

#include <QAbstractItemView>
#include <QLabel>

namespace xinglin::tour {

namespace {

struct Asking
{
    QString name;
    QString phone;
    QString wish;
    QString source;
};

} // namespace

void MainJob::takeEnquiries()
{
    place(2);
    m_drive->get("showEnquiries");
    settle();
    m_drive->key(Qt::Key_E, Qt::AltModifier);
    m_drive->get("firstEnquiry");
    stop("enquiries-none");
    const Asking all[] = {
        {QStringLiteral("王芳"), QStringLiteral("13912345678"), QStringLiteral("针灸，腰痛"), QStringLiteral("抖音")},
        {QStringLiteral("李明"), QStringLiteral("13700000001"), QStringLiteral("膏方，冬至前"), QStringLiteral("路过")},
        {QStringLiteral("周海燕"), QStringLiteral("13612340987"), QStringLiteral("产后调理，想约周六上午"),
         QStringLiteral("朋友介绍")},
    };
    for (const Asking &one : all) {
        m_drive->key(Qt::Key_N, Qt::ControlModifier);
        m_drive->fill("enquiryName", one.name);
        m_drive->fill("enquiryPhone", one.phone);
        m_drive->fill("enquiryWish", one.wish);
        m_drive->fill("enquirySource", one.source);
        if (one.name == all[0].name)
            stop("enquiry-new");
        m_drive->key(Qt::Key_Return);
        comeOutOfDialog();
        m_drive->get("enquiryTable");
        settle();
    }
    m_drive->key(Qt::Key_L, Qt::AltModifier);
    m_drive->get("contactText");
    m_drive->fill("contactText", QStringLiteral("周六上午九点可来"));
    stop("enquiry-call");
    m_drive->key(Qt::Key_Return);
    comeOutOfDialog();
    settle();
    settle();
    stop("enquiries");
    m_drive->get("enquirySearch").setFocus();
    m_drive->key(Qt::Key_Return);
    m_drive->get("askedBefore");
    settle();
    stop("registration-enquiry");
    m_drive->key(Qt::Key_Return, Qt::ControlModifier);
    m_drive->get("contactsCard");
    settle();
    m_drive->key(Qt::Key_L, Qt::AltModifier);
    m_drive->fill("contactText", QStringLiteral("到前台问煎药时间"));
    m_drive->key(Qt::Key_3, Qt::AltModifier);
    stop("contact-log");
    m_drive->key(Qt::Key_Return);
    comeOutOfDialog();
    settle();
    settle();
    stop("chart-contacts");
    m_drive->key(Qt::Key_K, Qt::AltModifier);
    m_drive->get("contactTable");
    settle();
    stop("contacts");
    m_drive->key(Qt::Key_Escape);
    m_drive->get("contactsCard");
    place(2);
    m_drive->get("showEnquiries");
    settle();
    stop("patients-enquiries");
}

} // namespace xinglin::tour
