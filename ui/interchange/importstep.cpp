#include "ui/interchange/importstep.h"

#include "ui/interchange/importwords.h"
#include "ui/interchange/workbar.h"
#include "ui/kit/button.h"
#include "ui/kit/messagestrip.h"
#include "ui/kit/text.h"

#include <QHBoxLayout>

namespace xinglin::ui {

ImportStep::ImportStep(Clinic &clinic, QWidget *parent)
    : QWidget(parent)
    , m_run(ImportRun::of(clinic))
    , m_strip(new MessageStrip)
    , m_title(new Label(QString(), TypeStyle::Title))
    , m_words(new Label(QString(), TypeStyle::Body, Token::Text2))
    , m_work(new WorkBar(QStringLiteral("import")))
    , m_patients(new Button(tr("To the patients"), ButtonKind::Primary))
    , m_takeBack(new Button(tr("Take back")))
    , m_list(new Button(tr("To the list of imports")))
{
    m_strip->setObjectName(QStringLiteral("importStrip"));
    m_title->setObjectName(QStringLiteral("importTitle"));
    m_title->setWordWrap(true);
    m_words->setObjectName(QStringLiteral("importResult"));
    m_words->setWordWrap(true);
    m_patients->setObjectName(QStringLiteral("importToPatients"));
    m_patients->setKeys(QKeySequence(Qt::Key_P));
    m_takeBack->setObjectName(QStringLiteral("importTakeBack"));
    m_takeBack->setKeys(QKeySequence(Qt::Key_T));
    m_list->setObjectName(QStringLiteral("importToList"));
    m_list->setKeys(QKeySequence(Qt::Key_L));
    auto *deeds = new QHBoxLayout;
    deeds->setSpacing(gapControls);
    for (Button *button : {m_patients, m_list, m_takeBack})
        deeds->addWidget(button);
    deeds->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(ringMargin, ringMargin, ringMargin, ringMargin);
    column->setSpacing(gapGroups);
    column->addWidget(m_strip);
    column->addWidget(m_title);
    column->addWidget(m_words);
    column->addWidget(m_work);
    column->addLayout(deeds);
    column->addStretch(1);
    connect(m_work, &WorkBar::cancelled, m_run, &ImportRun::cancel);
    connect(m_run, &ImportRun::finished, this, &ImportStep::finish);
    connect(m_patients, &Button::clicked, this, &ImportStep::patientsWanted);
    connect(m_takeBack, &Button::clicked, this, &ImportStep::takeBackWanted);
    connect(m_list, &Button::clicked, this, &ImportStep::listWanted);
    clear();
}

void ImportStep::clear()
{
    m_batch.reset();
    m_strip->clear();
    m_title->clear();
    m_words->clear();
    for (Button *button : {m_patients, m_takeBack, m_list})
        button->hide();
}

void ImportStep::follow(bool begun, bool resumed)
{
    clear();
    m_following = true;
    m_resumed = resumed;
    if (!begun)
        return finish(Error{Code::Conflict, tr("Another import is going on."), {}, {}});
    m_title->setText(tr("\"%1\" is being brought in").arg(m_run->source()));
    m_words->setText(tr("Everybody can go on working. If it is cancelled, nothing of it stays."));
    m_work->follow(m_run->watch());
}

void ImportStep::finish(const Result<interop::Imported> &imported)
{
    if (!std::exchange(m_following, false))
        return; // somebody else's
    m_work->follow(nullptr);
    m_list->show();
    if (!imported) {
        const bool cancelled = imported.error().code == Code::Cancelled;
        const bool waits = m_resumed && !cancelled; // another file leaves what came before as it is
        m_title->setText(waits ? tr("The import does not go on") : tr("Nothing was brought in"));
        m_words->setText(waits ? tr("See in the list whether it still waits.") : tr("The clinic is as it was before."));
        m_strip->say(cancelled ? MessageStrip::Kind::Note : MessageStrip::Kind::Stop, imported.error().message);
        m_list->setFocus(Qt::OtherFocusReason);
        emit ended();
        return;
    }
    m_batch = imported->batch;
    m_title->setText(tr("%n came in", nullptr, static_cast<int>(m_batch->totals.added)));
    const Counted counted = countedIn(m_batch->kind);
    m_words->setText(totalsWords(m_batch->totals, counted));
    m_strip->say(MessageStrip::Kind::Done,
                 tr("\"%1\" is brought in. It can be taken back as a whole.").arg(m_batch->source));
    m_patients->setVisible(counted == Counted::Lines);
    m_takeBack->show();
    activate();
    emit ended();
}

void ImportStep::setTakenBack(const QString &sentence)
{
    m_title->setText(tr("Taken back"));
    m_words->clear();
    m_strip->say(MessageStrip::Kind::Done, sentence);
    m_takeBack->hide();
    m_patients->hide();
    m_list->show();
    m_list->setFocus(Qt::OtherFocusReason);
}

void ImportStep::activate()
{
    for (Button *button : {m_patients, m_list}) {
        if (button->isVisibleTo(this))
            return button->setFocus(Qt::OtherFocusReason);
    }
    setFocus(Qt::OtherFocusReason);
}

} // namespace xinglin::ui
