#include "ui/patient/historypage.h"

#include "base/text/daywords.h"
#include "clinic/changewords.h"
#include "clinic/patient/patients.h"
#include "ui/kit/button.h"
#include "ui/kit/messagestrip.h"
#include "ui/kit/ondone.h"
#include "ui/kit/text.h"

#include <QKeyEvent>
#include <QScrollArea>
#include <QVBoxLayout>

namespace xinglin::ui {

namespace {
constexpr int atOnce = 50;
constexpr int widest = 860;
} // namespace

HistoryPage::HistoryPage(Clinic &clinic, const Who &who, QWidget *parent)
    : Page(QStringLiteral("changes"), parent)
    , m_clinic(clinic)
    , m_strip(new MessageStrip)
    , m_scroll(new QScrollArea)
    , m_end(new Label(QString(), TypeStyle::Small, Token::Text3))
    , m_more(new Button(tr("Earlier changes")))
{
    auto *body = new QWidget;
    body->setAutoFillBackground(false);
    body->setMaximumWidth(Theme::of(this).scaled(widest));
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(pageMargin, gapGroups, pageMargin, gapGroups);
    column->setSpacing(gapGroups);
    if (who.may(access::Permission::ReadAudit)) {
        auto *trail = new Button(tr("Who opened this chart"));
        trail->setObjectName(QStringLiteral("whoLooked"));
        trail->setKeys(QKeySequence(Qt::ALT | Qt::Key_W));
        connect(trail, &Button::clicked, this, [this] { emit trailWanted(*m_patient); });
        column->addWidget(trail, 0, Qt::AlignLeft);
    }
    m_list = new QVBoxLayout;
    m_list->setSpacing(gapGroups);
    column->addLayout(m_list);
    m_end->setObjectName(QStringLiteral("changesEnd"));
    m_more->setObjectName(QStringLiteral("moreChanges"));
    m_more->setKeys(QKeySequence(Qt::ALT | Qt::Key_M));
    m_more->hide();
    column->addWidget(m_more, 0, Qt::AlignLeft);
    column->addWidget(m_end);
    column->addStretch(1);
    m_scroll->setObjectName(QStringLiteral("changesList"));
    m_scroll->setAccessibleName(tr("Changes, the newest first"));
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::StrongFocus);
    setGround(m_scroll->viewport(), Token::Surface);
    m_scroll->setWidget(body);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addWidget(m_strip);
    all->addWidget(m_scroll, 1);
    connect(m_more, &Button::clicked, this, &HistoryPage::load);
}

void HistoryPage::clear()
{
    while (QLayoutItem *item = m_list->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    m_before.reset();
    m_more->hide();
    m_end->setText({});
}

void HistoryPage::openPatient(PatientId id)
{
    m_patient = id;
    m_name.clear();
    m_strip->clear();
    clear();
    emit patientChanged();
    emit headingChanged();
    load();
}

void HistoryPage::load()
{
    const quint64 question = ++m_question;
    const auto story =
        m_clinic.read([id = *m_patient, before = m_before](const store::Snapshot &view) -> Result<Story> {
            const auto patient = patient::find(view, id);
            if (!patient)
                return patient.error();
            auto told = changes::ofPatient(view, id, before, atOnce);
            if (!told)
                return told.error();
            return Story{patient->name, *std::move(told)};
        });
    onDone(story, this, [this, question](const Result<Story> &found) {
        if (question != m_question)
            return;
        if (!found)
            return m_strip->say(MessageStrip::Kind::Stop, found.error().message);
        m_name = found->name;
        for (const changes::Told &told : found->told)
            add(told);
        const bool more = !found->told.isEmpty() && found->told.size() >= atOnce / 2;
        if (!found->told.isEmpty())
            m_before = found->told.last().n;
        m_more->setVisible(more);
        m_end->setText(more ? QString() : tr("That is all that was changed, as far as you may see it."));
        emit headingChanged();
    });
}

void HistoryPage::add(const changes::Told &told)
{
    const QTimeZone &zone = m_clinic.store().options().zone;
    const QString when = momentInWords(told.at, zone);
    auto *entry = new QWidget;
    entry->setObjectName(QStringLiteral("change"));
    auto *column = new QVBoxLayout(entry);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    QStringList head{when, told.who, changes::actText(told.act)};
    head.removeAll(QString());
    auto *what = new Label(head.join(QStringLiteral(" · ")), TypeStyle::Small, Token::Text2);
    what->setWordWrap(true);
    column->addWidget(what);
    for (const QString &sentence : told.sentences) {
        auto *line = new Label(sentence);
        line->setObjectName(QStringLiteral("sentence"));
        line->setWordWrap(true);
        column->addWidget(line);
    }
    if (!told.reason.isEmpty()) {
        auto *why = new Label(tr("Why: %1").arg(told.reason), TypeStyle::Small, Token::Text2);
        why->setWordWrap(true);
        column->addWidget(why);
    }
    entry->setAccessibleName((head + told.sentences).join(u' '));
    m_list->addWidget(entry);
}

QString HistoryPage::title() const
{
    return tr("Changes");
}

QString HistoryPage::context() const
{
    return m_name;
}

QList<KeyHint> HistoryPage::keyHints() const
{
    QList<KeyHint> hints{{QStringLiteral("↑ ↓"), tr("scroll")}, {QStringLiteral("Esc"), tr("chart")}};
    if (!m_more->isHidden())
        hints << KeyHint{QStringLiteral("Alt M"), tr("earlier")};
    return hints;
}

void HistoryPage::activate()
{
    m_scroll->setFocus(Qt::OtherFocusReason);
}

void HistoryPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_patient) {
        emit chartWanted(*m_patient);
        return;
    }
    Page::keyPressEvent(event);
}

} // namespace xinglin::ui
