#include "ui/patient/referralscard.h"

#include "clinic/patient/patients.h"
#include "ui/kit/button.h"
#include "ui/kit/ondone.h"
#include "ui/kit/rowdelegate.h"
#include "ui/kit/text.h"
#include "ui/shell/patientwords.h"
#include "ui/shell/who.h"

#include <QKeyEvent>
#include <QListView>
#include <QStandardItemModel>
#include <QVBoxLayout>

namespace xinglin::ui {

namespace {
constexpr int mostRows = 6;
constexpr int page = 10;
} // namespace

ReferralsCard::ReferralsCard(Clinic &clinic, QWidget *parent)
    : QWidget(parent)
    , m_clinic(clinic)
    , m_came(new Label(QString(), TypeStyle::Small, Token::Text2))
    , m_model(new QStandardItemModel(this))
    , m_list(new QListView)
    , m_more(new Button(QString(), ButtonKind::Ghost))
{
    setObjectName(QStringLiteral("referralsCard"));
    m_came->setObjectName(QStringLiteral("cameBy"));
    m_came->setWordWrap(true);
    m_list->setObjectName(QStringLiteral("referrals"));
    m_list->setAccessibleName(tr("Who sent them, and whom they have sent"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new RowDelegate(m_list, Size::Row));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->installEventFilter(this);
    m_more->setObjectName(QStringLiteral("moreReferrals"));
    m_more->setControlSize(ButtonSize::Small);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, gapControls, 0, 0);
    column->setSpacing(6);
    column->addWidget(new Label(tr("How they came"), TypeStyle::Heading));
    column->addWidget(m_came);
    column->addWidget(m_list);
    column->addWidget(m_more, 0, Qt::AlignLeft);
    connect(m_list, &QListView::doubleClicked, this, &ReferralsCard::openCurrent);
    connect(m_more, &Button::clicked, this, &ReferralsCard::showMore);
    show({});
}

void ReferralsCard::setPatient(const std::optional<PatientId> &id)
{
    if (m_patient != id)
        show({});
    m_patient = id;
    const quint64 question = ++m_question;
    if (!id)
        return;
    const auto asked = m_clinic.read([id = *id](const store::Snapshot &view) -> Result<Known> {
        const auto patient = patient::findPlain(view, id);
        if (!patient)
            return patient.error();
        const auto by = channels::referrer(view, id);
        if (!by)
            return by.error();
        const auto sent = channels::referrals(view, id, {}, page);
        if (!sent)
            return sent.error();
        return Known{patient->source, patient->campaign, *by, *sent};
    });
    onDone(asked, this, [this, question](const Result<Known> &known) {
        if (question == m_question)
            show(known ? *known : Known());
    });
}

void ReferralsCard::show(const Known &known)
{
    m_known = known;
    const int before = m_list->currentIndex().row();
    QStringList came{known.source, known.campaign};
    came.removeAll(QString());
    m_came->setText(came.join(tr(", ", "between the channel and the campaign")));
    m_came->setVisible(!came.isEmpty());
    m_model->clear();
    const QDate day = today(m_clinic);
    const auto add = [&](const QString &text, const PatientHit &hit) {
        auto *item = new QStandardItem(text);
        item->setData(sexAndAge(hit.sex, hit.birthDate, day), RowDetailRole);
        item->setData(hit.id.toString(), Qt::UserRole);
        item->setToolTip(text);
        m_model->appendRow(item);
    };
    if (known.by)
        add(tr("Sent by %1").arg(known.by->name), *known.by);
    for (const channels::Referred &one : known.sent.people)
        add(tr("Has sent %1").arg(one.patient.name), one.patient);
    const int rows = m_model->rowCount();
    m_list->setVisible(rows > 0);
    if (rows > 0) {
        m_list->setFixedHeight(qMin(rows, mostRows) * qMax(1, m_list->sizeHintForRow(0)) + 2);
        m_list->setCurrentIndex(m_model->index(qBound(0, before, rows - 1), 0));
    }
    const qint64 left = known.sent.count - known.sent.people.size();
    m_more->setText(tr("Show more: %n", nullptr, int(left)));
    m_more->setVisible(left > 0);
    setVisible(rows > 0 || !came.isEmpty());
}

void ReferralsCard::showMore()
{
    if (!m_patient || m_known.sent.people.isEmpty())
        return;
    const quint64 question = m_question;
    const auto asked =
        m_clinic.read([id = *m_patient, before = m_known.sent.people.constLast().n](const store::Snapshot &view) {
            return channels::referrals(view, id, before, page);
        });
    onDone(asked, this, [this, question](const Result<channels::Referrals> &more) {
        if (question != m_question || !more)
            return;
        Known known = m_known;
        known.sent.people << more->people;
        known.sent.count = more->people.isEmpty() ? known.sent.people.size() : more->count;
        show(known);
        m_list->setFocus();
    });
}

void ReferralsCard::openCurrent()
{
    if (const auto id = PatientId::fromString(m_list->currentIndex().data(Qt::UserRole).toString()))
        emit patientWanted(*id);
}

bool ReferralsCard::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const auto *pressed = static_cast<QKeyEvent *>(event);
        const bool enter = pressed->key() == Qt::Key_Return || pressed->key() == Qt::Key_Enter;
        if (enter && !(pressed->modifiers() & Qt::ControlModifier)) {
            openCurrent();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace xinglin::ui
