#include "ui/patient/comparepage.h"

#include "clinic/clinic.h"
#include "ui/kit/banner.h"
#include "ui/kit/chip.h"
#include "ui/kit/messagestrip.h"
#include "ui/kit/ondone.h"
#include "ui/kit/pane.h"
#include "ui/kit/sectionmark.h"
#include "ui/kit/text.h"
#include "ui/patient/patientbanner.h"
#include "ui/shell/patientwords.h"

#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QScrollArea>
#include <QShortcut>
#include <QVBoxLayout>

namespace xinglin::ui {

ComparePage::ComparePage(Clinic &clinic, const Who &, std::shared_ptr<const Catalog> catalog, QWidget *parent)
    : Page(QStringLiteral("compare"), parent)
    , m_clinic(clinic)
    , m_catalog(std::move(catalog))
    , m_banner(new Banner)
    , m_strip(new MessageStrip)
    , m_before(new QComboBox)
    , m_after(new QComboBox)
    , m_only(new Chip(Tone::Apricot, {}, tr("Only what differs  V")))
    , m_area(new QScrollArea)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_banner);
    m_strip->setObjectName(QStringLiteral("compareStrip"));
    column->addWidget(m_strip);
    column->addWidget(buildHead());
    m_area->setObjectName(QStringLiteral("compared"));
    m_area->setAccessibleName(tr("What differs"));
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setWidgetResizable(true);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setGround(m_area->viewport(), Token::Surface);
    column->addWidget(m_area, 1);

    const auto key = [this](const QKeySequence &keys, auto act) {
        auto *shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    key(Qt::Key_V, [this] { setOnlyDifferent(!m_onlyDifferent); });
    key(Qt::Key_Escape, [this] {
        if (m_patient)
            emit chartWanted(*m_patient);
    });
}

QWidget *ComparePage::buildHead()
{
    auto *head = new Pane(Token::Window, Qt::BottomEdge);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(pageMargin, gapControls, pageMargin, gapControls);
    row->setSpacing(gapControls);
    const auto add = [&](QComboBox *box, const char *name, const QString &words) {
        box->setObjectName(QLatin1String(name));
        box->setAccessibleName(words);
        box->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        box->setMinimumContentsLength(12);
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        row->addWidget(new Label(words, TypeStyle::Small, Token::Text2));
        row->addWidget(box, 1);
        connect(box, &QComboBox::currentIndexChanged, this, [this] {
            if (!m_filling)
                readBoth();
        });
    };
    add(m_before, "compareBefore", tr("This", "the older state, compared with another"));
    add(m_after, "compareAfter", tr("with that", "the newer state"));
    m_only->setObjectName(QStringLiteral("onlyDifferent"));
    m_only->setCursor(Qt::PointingHandCursor);
    connect(m_only, &Chip::clicked, this, [this] { setOnlyDifferent(!m_onlyDifferent); });
    row->addWidget(m_only);
    return head;
}

QString ComparePage::title() const
{
    return tr("Comparison");
}

QList<KeyHint> ComparePage::keyHints() const
{
    return {{QStringLiteral("Tab"), tr("this, that")},
            {QStringLiteral("↑ ↓"), tr("another state")},
            {QStringLiteral("V"), tr("only what differs")},
            {QStringLiteral("Esc"), tr("chart")}};
}

void ComparePage::activate()
{
    m_before->setFocus(Qt::OtherFocusReason);
}

void ComparePage::openVisit(PatientId patient, const std::optional<VisitId> &visit)
{
    if (m_patient != patient) {
        m_patient = patient;
        m_name.clear();
        m_banner->setTitle({});
        m_banner->setFacts({});
        m_banner->setChips({});
        emit patientChanged();
    }
    m_states.clear();
    m_parts.clear();
    m_strip->clear();
    lay();
    const quint64 question = ++m_question;
    const auto read = m_clinic.read([patient](const store::Snapshot &view) -> Result<Opened> {
        auto strip = patient::open(view, patient);
        if (!strip)
            return strip.error();
        auto states = chart::states(view, strip->patient.id);
        if (!states)
            return states.error();
        return Opened{*std::move(strip), *std::move(states), view.zone()};
    });
    onDone(read, this, [this, question, visit](const Result<Opened> &opened) {
        if (question != m_question)
            return;
        if (!opened)
            return m_strip->say(MessageStrip::Kind::Stop, opened.error().message);
        showOpened(*opened, visit);
    });
}

QString ComparePage::wordsOf(const chart::State &state) const
{
    const QString status = state.status == RevisionStatus::Preliminary ? tr("saved", "state of a note")
                           : state.status == RevisionStatus::Amended   ? tr("amended", "state of a note")
                                                                       : tr("signed", "state of a note");
    return tr("Visit %1, %2, %3 (%4), %5", "ordinal, day, saved or signed, which state, by whom")
        .arg(QString::number(state.ordinal), dateText(state.day), status, QString::number(state.number), state.author);
}

void ComparePage::showOpened(const Opened &opened, const std::optional<VisitId> &visit)
{
    m_patient = opened.strip.patient.id;
    m_name = opened.strip.patient.name;
    m_zone = opened.zone;
    m_states = opened.states;
    fillBanner(*m_banner, opened.strip, today(m_clinic));
    emit headingChanged();
    if (m_states.size() < 2)
        m_strip->say(MessageStrip::Kind::Note, tr("There is nothing to compare with yet."));
    qsizetype after = 0;
    while (visit && after < m_states.size() && m_states.at(after).visit != *visit)
        ++after;
    if (after >= m_states.size())
        after = 0;
    const qsizetype before = qMin(after + 1, m_states.size() - 1); // the same visit's state before, or the visit before
    m_filling = true;
    for (QComboBox *box : {m_before, m_after}) {
        box->clear();
        for (const chart::State &state : std::as_const(m_states)) {
            box->addItem(wordsOf(state));
            const QString when = dateText(civilDay(state.written, m_zone)) + u' ' + timeText(state.written, m_zone);
            box->setItemData(box->count() - 1, tr("written %1", "day and time").arg(when), Qt::ToolTipRole);
        }
        box->setCurrentIndex(static_cast<int>(box == m_before ? before : after));
    }
    m_filling = false;
    readBoth();
}

void ComparePage::readBoth()
{
    const int before = m_before->currentIndex();
    const int after = m_after->currentIndex();
    if (before < 0 || after < 0)
        return;
    using Both = std::pair<consultation::Stored, consultation::Stored>;
    const quint64 question = ++m_question;
    const auto read = m_clinic.read([one = m_states.at(before).revision,
                                     other = m_states.at(after).revision](const store::Snapshot &view) -> Result<Both> {
        auto first = chart::stored(view, one);
        if (!first)
            return first.error();
        auto second = chart::stored(view, other);
        if (!second)
            return second.error();
        return Both{*std::move(first), *std::move(second)};
    });
    onDone(read, this, [this, question](const Result<Both> &both) {
        if (question != m_question)
            return;
        if (!both)
            return m_strip->say(MessageStrip::Kind::Stop, both.error().message);
        m_parts = comparedParts(*m_catalog, both->first, both->second);
        lay();
    });
}

void ComparePage::setOnlyDifferent(bool only)
{
    m_onlyDifferent = only;
    m_only->setTone(only ? Tone::Apricot : Tone::Neutral);
    m_only->setBold(only);
    lay();
}

void ComparePage::lay()
{
    const Theme &theme = Theme::of(this);
    auto *body = new QWidget;
    body->setAutoFillBackground(false);
    auto *grid = new QGridLayout(body);
    grid->setContentsMargins(pageMargin, gapGroups, pageMargin, gapGroups);
    grid->setHorizontalSpacing(gapGroups);
    grid->setVerticalSpacing(gapControls);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(2, 1);
    int row = 0;
    const auto side = [&](const ComparedPart &part, bool gone) {
        auto *label = new Label(QString());
        label->setObjectName(gone ? QStringLiteral("before") : QStringLiteral("after"));
        label->setAccessibleName(part.mark);
        label->setWordWrap(true);
        label->setAlignment(Qt::AlignTop | Qt::AlignLeft);
        label->setTextFormat(Qt::RichText);
        label->setText(markedText(part, gone, theme.color(gone ? Token::CinnabarSoft : Token::MalachiteSoft).name(),
                                  theme.color(gone ? Token::CinnabarText : Token::MalachiteText).name()));
        return label;
    };
    for (const ComparedPart &part : std::as_const(m_parts)) {
        if (m_onlyDifferent && !part.differs())
            continue;
        grid->addWidget(new SectionMark(part.mark), row, 0, Qt::AlignTop | Qt::AlignRight);
        grid->addWidget(side(part, true), row, 1);
        grid->addWidget(side(part, false), row++, 2);
    }
    if (row == 0 && !m_parts.isEmpty()) {
        auto *same = new Label(tr("Both say the same."), TypeStyle::Body, Token::Text2);
        same->setObjectName(QStringLiteral("bothSame"));
        grid->addWidget(same, row++, 0, 1, 3);
    }
    grid->setRowStretch(row, 1);
    m_area->setWidget(body);
}

void ComparePage::changeEvent(QEvent *event)
{
    Page::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        lay(); // the colours of the marks stand in the texts
}

} // namespace xinglin::ui
