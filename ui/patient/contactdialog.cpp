#include "ui/patient/contactdialog.h"

#include "clinic/draftcontent.h"
#include "ui/kit/field.h"
#include "ui/kit/keysentence.h"
#include "ui/kit/ondone.h"
#include "ui/kit/segment.h"
#include "ui/patient/contactwords.h"
#include "ui/shell/formdraft.h"

#include <QLineEdit>
#include <QShortcut>
#include <QVBoxLayout>

namespace xinglin::ui {

namespace {

constexpr ContactMedium media[] = {ContactMedium::Phone, ContactMedium::Message, ContactMedium::Desk};
enum Way { TheyDid, WeDid, NobodyAnswered };

} // namespace

ContactDialog::ContactDialog(Clinic &clinic, const ContactDraft &with, const QString &name, QWidget *parent)
    : FormDialog(tr("What was said with %1?").arg(name),
                 tr("It goes into the log of contacts, not into the notes of a visit."), parent)
    , m_clinic(clinic)
    , m_with(with)
    , m_medium(new Segment(tr("By which way")))
    , m_way(new Segment(tr("Who began")))
    , m_text(new QLineEdit)
    , m_textField(new Field(tr("About"), m_text))
{
    setObjectName(QStringLiteral("contactDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_text->setObjectName(QStringLiteral("contactText"));
    m_text->setMaxLength(int(contact::mostText));
    body()->addWidget(buildHow());
    body()->addWidget(m_textField);
    body()->addWidget(
        new KeySentence(tr("[Alt 1] [2] [3] say how, [Alt 4] [5] [6] who began."), TypeStyle::Caption, Token::Text3));
    setVerb(tr("Log"));
    setSubmit([this] { submit(); });
    m_draft = FormDraft::ofDialog(
        m_clinic, *this, {draftkind::contact, with.patient ? with.patient->uuid() : with.enquiry->uuid()},
        with.patient ? FormDraft::Fields{{FormContent::patient, with.patient->toString()}} : FormDraft::Fields());
    m_text->setFocus();
}

QWidget *ContactDialog::buildHow()
{
    auto *part = new QWidget;
    m_medium->setObjectName(QStringLiteral("contactMedium"));
    m_way->setObjectName(QStringLiteral("contactWay"));
    QStringList names;
    for (const ContactMedium medium : media)
        names << mediumName(medium);
    m_medium->setCells(names);
    for (int i = 0; i < int(std::size(media)); ++i) {
        if (media[i] == m_with.medium)
            m_medium->setCurrent(i);
    }
    showWays();
    m_way->setCurrent(m_with.direction == ContactDirection::In ? TheyDid : WeDid);
    connect(m_medium, &Segment::chosen, this, &ContactDialog::showWays);
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_medium, 0, Qt::AlignLeft);
    column->addWidget(m_way, 0, Qt::AlignLeft);
    for (int i = 0; i < 6; ++i) {
        auto *keys = new QShortcut(QKeySequence(Qt::ALT | Qt::Key(Qt::Key_1 + i)), this);
        connect(keys, &QShortcut::activated, this, [this, i] {
            Segment *segment = i < 3 ? m_medium : m_way;
            segment->setCurrent(i % 3);
            emit segment->chosen(i % 3);
        });
    }
    return part;
}

void ContactDialog::showWays()
{
    const ContactMedium medium = media[m_medium->current()];
    const int way = m_way->current();
    m_way->setCells(
        medium == ContactMedium::Message ? QStringList{tr("They wrote"), tr("We wrote"), tr("We wrote, no reply")}
        : medium == ContactMedium::Phone ? QStringList{tr("They called"), tr("We called"), tr("We called, no answer")}
                                         : QStringList{tr("They came"), tr("We told them")});
    m_way->setCurrent(medium == ContactMedium::Desk && way == NobodyAnswered ? WeDid : way);
}

ContactDraft ContactDialog::draft() const
{
    ContactDraft draft = m_with;
    const int way = m_way->current();
    draft.medium = media[m_medium->current()];
    draft.direction = way == TheyDid ? ContactDirection::In : ContactDirection::Out;
    draft.text = m_text->text().trimmed();
    draft.reached.reset();
    if (way != TheyDid && draft.medium != ContactMedium::Desk)
        draft.reached = way == WeDid;
    // That nobody answered says enough.
    if (draft.text.isEmpty() && way == NobodyAnswered)
        draft.text = draft.medium == ContactMedium::Phone ? tr("No answer") : tr("No reply");
    return draft;
}

void ContactDialog::submit()
{
    m_textField->clearProblem();
    setBusy(true);
    const auto write = [draft = draft(), typed = m_draft->handOver()](store::Transaction &tx) {
        if (auto settled = drafts::settle(tx, typed); !settled)
            return Result<Contact>(settled.error());
        return contact::log(tx, draft);
    };
    onDone(m_clinic.write("contact.log", write), this, [this](const Result<Contact> &logged) {
        setBusy(false);
        m_draft->handedOver(logged.ok());
        if (logged) {
            emit stored(*logged);
            return finish();
        }
        if (logged.error().field != u"text")
            return showProblem(logged.error().message);
        m_textField->showProblem(logged.error().message);
        m_text->setFocus();
    });
}

} // namespace xinglin::ui
