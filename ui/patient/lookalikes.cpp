#include "ui/patient/lookalikes.h"

#include "base/text/phone.h"
#include "clinic/patient/duplicates.h"
#include "ui/kit/keysentence.h"
#include "ui/kit/ondone.h"
#include "ui/kit/text.h"
#include "ui/patient/alikelist.h"
#include "ui/shell/who.h"

#include <QHBoxLayout>
#include <QShortcut>
#include <QTimer>
#include <QVBoxLayout>

namespace xinglin::ui {

namespace {

constexpr int waitMs = 150;

struct Alike
{
    QList<duplicates::Candidate> people;
    QList<PatientHit> family;
};

/// The parts of a draft by which people are compared; a mask is no part.
PatientDraft comparedOf(const PatientDraft &typed)
{
    const PatientDraft draft = patient::withoutMasks(typed);
    PatientDraft compared;
    compared.name = draft.name;
    compared.sex = draft.sex;
    compared.birthDate = draft.birthDate;
    compared.birthLunar = draft.birthLunar;
    compared.phone = draft.phone;
    compared.otherPhones = draft.otherPhones;
    compared.documentKind = draft.documentKind;
    compared.documentNumber = draft.documentNumber;
    compared.address = draft.address;
    return compared;
}

Result<QList<PatientHit>> familyOf(const store::Snapshot &view, const PatientDraft &draft, std::optional<PatientId> but)
{
    QStringList typed{draft.phone};
    for (const PatientPhone &phone : draft.otherPhones)
        typed << phone.phone;
    QList<PatientHit> family;
    for (const QString &phone : std::as_const(typed)) {
        const auto parsed = parsePhone(phone);
        if (!parsed)
            continue;
        auto household = patient::household(view, parsed->text, but);
        if (!household)
            return household.error();
        family << *household;
    }
    return family;
}

} // namespace

LookAlikes::LookAlikes(Clinic &clinic, QWidget *parent)
    : Pane(Token::Surface, Qt::LeftEdge, parent)
    , m_clinic(clinic)
    , m_people(new AlikeList)
    , m_nobody(new Label(tr("Nobody is like this person."), TypeStyle::Small, Token::Text2))
    , m_wait(new QTimer(this))
    , m_column(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("lookAlikes"));
    setFixedWidth(Theme::of(this).size(Size::SidePanelNarrow));
    QVBoxLayout *column = m_column;
    column->setContentsMargins(panelPadding - gapControls, panelPadding, panelPadding - gapControls, panelPadding);
    const auto inset = [column](QWidget *words) { // as the words of the rows are
        auto *line = new QHBoxLayout;
        line->setContentsMargins(gapControls, 0, gapControls, 0);
        line->addWidget(words);
        column->addLayout(line);
    };
    inset(new Label(tr("Already known?"), TypeStyle::Heading));
    m_nobody->setWordWrap(true);
    m_nobody->setObjectName(QStringLiteral("nobodyAlike"));
    inset(m_nobody);
    column->addWidget(m_people, 1);
    column->addStretch(0);
    inset(new KeySentence(tr("[Alt D] goes to these people, [⏎] opens one instead of registering again."),
                          TypeStyle::Caption, Token::Text3));
    m_wait->setSingleShot(true);
    m_wait->setInterval(waitMs);
    connect(m_wait, &QTimer::timeout, this, &LookAlikes::ask);
    connect(m_people, &AlikeList::chosen, this, &LookAlikes::taken);
    auto *keys = new QShortcut(QKeySequence(Qt::ALT | Qt::Key_D), this);
    connect(keys, &QShortcut::activated, this, [this] {
        if (!m_people->isEmpty())
            m_people->focusFirst();
    });
    clear();
}

void LookAlikes::compare(const PatientDraft &draft, std::optional<PatientId> but)
{
    const PatientDraft compared = comparedOf(draft);
    if (compared == m_asked && but == m_but)
        return;
    m_asked = compared;
    m_but = but;
    m_wait->start();
}

void LookAlikes::clear()
{
    ++m_question;
    m_wait->stop();
    m_asked = {};
    m_people->setPeople({}, {}, today(m_clinic));
    m_people->hide();
    m_nobody->show();
}

void LookAlikes::addTop(QWidget *widget)
{
    m_column->insertWidget(0, widget);
}

void LookAlikes::rest(bool resting)
{
    if (resting) {
        ++m_question;
        m_wait->stop();
    } else {
        m_wait->start();
    }
}

void LookAlikes::ask()
{
    const quint64 question = ++m_question;
    const auto alike = m_clinic.read([draft = m_asked, but = m_but](const store::Snapshot &view) -> Result<Alike> {
        auto people = duplicates::alike(view, draft, but);
        if (!people)
            return people.error();
        auto family = familyOf(view, draft, but);
        if (!family)
            return family.error();
        return Alike{*std::move(people), *std::move(family)};
    });
    onDone(alike, this, [this, question](const Result<Alike> &found) {
        if (question != m_question || !found)
            return;
        m_people->setPeople(found->people, found->family, today(m_clinic));
        m_people->setVisible(!m_people->isEmpty());
        m_nobody->setVisible(m_people->isEmpty());
    });
}

} // namespace xinglin::ui
