#include "ui/patient/lookalikes.h"

#include "base/text/phone.h"
#include "base/text/searchkeys.h"
#include "ui/kit/keysentence.h"
#include "ui/kit/ondone.h"
#include "ui/kit/rowdelegate.h"
#include "ui/kit/text.h"
#include "ui/patient/patientmodel.h"
#include "ui/shell/who.h"

#include <QHeaderView>
#include <QShortcut>
#include <QTimer>
#include <QTreeView>
#include <QVBoxLayout>

namespace xinglin::ui {

namespace {

constexpr int waitMs = 150;
constexpr int most = 8;

struct Alike
{
    QList<PatientHit> samePhone;
    QList<PatientHit> sameName;
};

} // namespace

LookAlikes::LookAlikes(Clinic &clinic, QWidget *parent)
    : Pane(Token::Surface, Qt::LeftEdge, parent)
    , m_clinic(clinic)
    , m_nobody(new Label(tr("Nobody has the same phone or name."), TypeStyle::Small, Token::Text3))
    , m_wait(new QTimer(this))
{
    setObjectName(QStringLiteral("lookAlikes"));
    setFixedWidth(Theme::of(this).size(Size::SidePanelNarrow));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(panelPadding, panelPadding, panelPadding, panelPadding);
    column->addWidget(new Label(tr("Already known?"), TypeStyle::Heading));
    m_nobody->setWordWrap(true);
    column->addWidget(m_nobody);
    m_phone = addSection(tr("Same phone"), QStringLiteral("samePhone"));
    m_name = addSection(tr("Same name"), QStringLiteral("sameName"));
    column->addStretch(1);
    column->addWidget(new KeySentence(tr("[Alt D] goes to these people, [⏎] opens one instead of registering again."),
                                      TypeStyle::Caption, Token::Text3));
    m_wait->setSingleShot(true);
    m_wait->setInterval(waitMs);
    connect(m_wait, &QTimer::timeout, this, &LookAlikes::ask);
    auto *keys = new QShortcut(QKeySequence(Qt::ALT | Qt::Key_D), this);
    connect(keys, &QShortcut::activated, this, [this] {
        QTreeView *view = m_phone.model->rowCount() > 0 ? m_phone.view : m_name.view;
        view->setFocus(Qt::ShortcutFocusReason);
        view->setCurrentIndex(view->model()->index(0, 0));
    });
    clear();
}

LookAlikes::Section LookAlikes::addSection(const QString &title, const QString &name)
{
    Section section{new Label(title, TypeStyle::Small, Token::Text2), new QTreeView, new PatientModel(this)};
    section.view->setObjectName(name);
    section.view->setAccessibleName(title);
    section.view->setModel(section.model);
    section.view->setHeaderHidden(true);
    section.view->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    section.view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    dressRows(section.view)->setPadding(8, 4);
    for (const int column : {PatientModel::Pinyin, PatientModel::Number, PatientModel::LastVisit, PatientModel::Visits})
        section.view->setColumnHidden(column, true);
    // One phone is everybody's in its section; in large text the name needs the room.
    section.view->setColumnHidden(PatientModel::Phone, name == u"samePhone" || Theme::of(this).scale() > 1.1);
    QHeaderView *header = section.view->header();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(PatientModel::Name, QHeaderView::Stretch);
    header->setSectionResizeMode(PatientModel::SexAge, QHeaderView::ResizeToContents);
    header->setSectionResizeMode(PatientModel::Phone, QHeaderView::ResizeToContents);
    connect(section.view, &QTreeView::activated, this, [this, model = section.model](const QModelIndex &index) {
        if (const PatientHit *hit = model->hitAt(index.row()))
            emit taken(hit->id);
    });
    layout()->addWidget(section.title);
    layout()->addWidget(section.view);
    return section;
}

void LookAlikes::compare(const QString &name, const QString &phone, std::optional<PatientId> but)
{
    const auto parsed = parsePhone(phone);
    const QString number = parsed ? parsed->text : QString();
    if (name == m_askedName && number == m_askedPhone && but == m_but)
        return;
    m_askedName = name;
    m_askedPhone = number;
    m_but = but;
    m_wait->start();
}

void LookAlikes::clear()
{
    ++m_question;
    m_wait->stop();
    m_askedName.clear();
    m_askedPhone.clear();
    fill(m_phone, {});
    fill(m_name, {});
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
    const auto alike = m_clinic.read(
        [name = m_askedName, phone = m_askedPhone, but = m_but](const store::Snapshot &view) -> Result<Alike> {
            Alike found;
            if (!phone.isEmpty()) {
                auto household = patient::household(view, phone, but);
                if (!household)
                    return household.error();
                found.samePhone = *std::move(household);
            }
            if (name.size() >= 2) {
                auto hits = patient::search(view, name, 4 * most);
                if (!hits)
                    return hits.error();
                for (const PatientHit &hit : std::as_const(*hits)) {
                    if (hit.id != but && normaliseName(hit.name) == normaliseName(name))
                        found.sameName << hit;
                }
            }
            return found;
        });
    onDone(alike, this, [this, question](const Result<Alike> &found) {
        if (question != m_question || !found)
            return;
        fill(m_phone, found->samePhone);
        fill(m_name, found->sameName);
    });
}

void LookAlikes::fill(const Section &section, const QList<PatientHit> &hits)
{
    section.model->setHits(hits.mid(0, most), {}, today(m_clinic));
    section.title->setVisible(!hits.isEmpty());
    section.view->setVisible(!hits.isEmpty());
    section.view->setFixedHeight(static_cast<int>(qMin<qsizetype>(hits.size(), most)) *
                                 Theme::of(this).size(Size::Row));
    m_nobody->setVisible(m_phone.model->rowCount() + m_name.model->rowCount() == 0);
}

} // namespace xinglin::ui
