#include "ui/patient/segmentbar.h"

#include "ui/kit/button.h"
#include "ui/kit/chipbar.h"
#include "ui/kit/ondone.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QShortcut>
#include <QTimer>

namespace xinglin::ui {

using Question = segment::Segment;

SegmentBar::SegmentBar(Clinic &clinic, const Who &who, QWidget *parent)
    : QWidget(parent), m_clinic(clinic), m_chips(new ChipBar(tr("Segments of patients"))), m_rest(new QTimer(this))
{
    setObjectName(QStringLiteral("segmentBar"));
    m_chips->setObjectName(QStringLiteral("segmentChips"));
    m_chips->setMultiple(false);
    m_chips->setLarge(true);
    m_chips->setToolTip(tr("Alt S goes here; arrows walk, Space chooses and lists the patients"));
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(4);
    line->addWidget(m_chips, 1, Qt::AlignVCenter);
    if (who.may(access::Permission::EditGroupings)) {
        m_edit = new Button(tr("Change"), ButtonKind::Ghost);
        m_edit->setObjectName(QStringLiteral("segmentEdit"));
        m_edit->setControlSize(ButtonSize::Small);
        m_edit->setKeys(QKeySequence(Qt::ALT | Qt::Key_M));
        m_edit->hide();
        connect(m_edit, &Button::clicked, this, [this] {
            if (const auto one = chosen())
                emit editWanted(*one);
        });
        m_new = new Button(tr("New segment"), ButtonKind::Ghost);
        m_new->setObjectName(QStringLiteral("segmentNew"));
        m_new->setControlSize(ButtonSize::Small);
        m_new->setKeys(QKeySequence(Qt::ALT | Qt::Key_N));
        connect(m_new, &Button::clicked, this, [this] { emit editWanted({}); });
        for (Button *one : {m_edit, m_new})
            one->setMinimumHeight(one->sizeHint().height()); // one line of chips is lower than a button
        line->addWidget(m_edit, 0, Qt::AlignTop);
        line->addWidget(m_new, 0, Qt::AlignTop);
    }
    for (const QString &code : segments::rowOf(segments::Field::Stage).choices) {
        const auto stage = *segments::stageFrom(code);
        if (stage == segments::Stage::Booked) // there are no bookings yet
            continue;
        Question one;
        one.name = segments::nameOf(stage);
        one.own = false;
        one.definition.group.conditions << segments::Condition{segments::Field::Stage, segments::Operator::AnyOf,
                                                               QStringList{code}};
        m_stages << one;
    }
    connect(new QShortcut(QKeySequence(Qt::ALT | Qt::Key_S), this), &QShortcut::activated, this,
            [this] { m_chips->setFocus(Qt::ShortcutFocusReason); });
    connect(m_chips, &ChipBar::changed, this, [this](const QStringList &on) {
        m_chosen = on.value(0);
        show();
        emit chosenChanged();
    });
    m_rest->setSingleShot(true);
    m_rest->setInterval(restMs);
    connect(m_rest, &QTimer::timeout, this, &SegmentBar::load);
    connect(&m_clinic, &Clinic::changed, this, [this](const store::ChangeSet &changes) {
        if (m_resting)
            return;
        if (!isVisible())
            m_stale = true;
        else if (changes.touches("segment") || changes.touches("setting") || changes.touches("tag"))
            load();
        else
            m_rest->start();
    });
    show();
    load();
}

SegmentBar::~SegmentBar()
{
    m_counting.cancel();
}

QList<Question> SegmentBar::listed() const
{
    return m_stages + m_saved;
}

QString SegmentBar::idOf(const Question &one) const
{
    const bool isStage = one.id == SegmentId(Uuid(Uuid::Bytes{}));
    return isStage ? QString::fromUtf8(one.definition.toJson()) : one.id.toString();
}

std::optional<Question> SegmentBar::chosen() const
{
    for (const Question &one : listed()) {
        if (idOf(one) == m_chosen)
            return one;
    }
    return std::nullopt;
}

void SegmentBar::choose(SegmentId id)
{
    m_chosen = id.toString();
    show();
    emit chosenChanged();
}

void SegmentBar::clear()
{
    m_chosen.clear();
    show();
}

void SegmentBar::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_stale && !m_resting)
        load();
}

void SegmentBar::rest(bool resting)
{
    m_resting = resting;
    ++m_round;
    m_counting.cancel();
    m_rest->stop();
    if (resting) {
        m_saved.clear();
        m_people.clear();
        clear();
    } else {
        load();
    }
}

void SegmentBar::load()
{
    const quint64 round = ++m_round;
    m_stale = false;
    m_counting.cancel();
    m_rest->stop();
    onDone(m_clinic.read([](const store::Snapshot &view) { return segment::all(view); }), this,
           [this, round](const Result<QList<Question>> &known) {
               if (round != m_round || !known)
                   return;
               const auto before = chosen();
               m_saved = *known;
               show();
               const auto after = chosen();
               if (before && (!after || after->definition != before->definition))
                   emit definitionChanged();
               else if (!before && after)
                   emit chosenChanged(); // it was just saved
               countNext(0);
           });
}

void SegmentBar::countNext(qsizetype index)
{
    const QList<Question> all = listed();
    while (index < all.size() && !all[index].unavailable.isEmpty())
        ++index;
    if (index >= all.size())
        return;
    const quint64 round = m_round;
    const Question one = all[index];
    m_counting =
        m_clinic.read([asked = one.definition](const store::Snapshot &view) { return segment::count(view, asked); });
    onDone(m_counting, this, [this, round, index, id = idOf(one)](const Result<qint64> &people) {
        if (round != m_round)
            return;
        if (people)
            m_people.insert(id, *people);
        show();
        countNext(index + 1);
    });
}

void SegmentBar::show()
{
    QList<ChipItem> chips;
    for (const Question &one : listed()) {
        const QString id = idOf(one);
        ChipItem chip{id, one.name, {}, id == m_chosen};
        if (!one.unavailable.isEmpty())
            chip.text = tr("%1 ×", "a segment that cannot be asked").arg(one.name);
        else if (m_people.contains(id))
            chip.text =
                tr("%1 %2", "a segment, how many are in it").arg(one.name, QLocale().toString(m_people.value(id)));
        chips << chip;
    }
    if (chips != m_chips->chips())
        m_chips->setChips(chips);
    if (m_edit) {
        const auto one = chosen();
        // Who cannot ask it would change what they do not see.
        m_edit->setVisible(one && one->id != SegmentId(Uuid(Uuid::Bytes{})) && one->unavailable.isEmpty());
    }
}

} // namespace xinglin::ui
