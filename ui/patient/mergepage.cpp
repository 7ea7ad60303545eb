#include "ui/patient/mergepage.h"

#include "clinic/patient/patients.h"
#include "ui/kit/button.h"
#include "ui/kit/chip.h"
#include "ui/kit/messagestrip.h"
#include "ui/kit/ondone.h"
#include "ui/kit/pane.h"
#include "ui/kit/text.h"
#include "ui/patient/duplicateacts.h"
#include "ui/patient/duplicatewords.h"
#include "ui/patient/facts.h"
#include "ui/patient/patientbanner.h"
#include "ui/shell/patientwords.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QScrollArea>
#include <QScrollBar>
#include <QShortcut>

namespace xinglin::ui {

namespace {

using patient::MergePart;
using patient::MergeRecord;
using patient::MergeSide;
using Choice = MergeRow::Choice;

/// Which of two is proposed to stay: who has been here more often, else who was registered first.
bool staysFirst(const MergeRecord &one, const MergeRecord &other)
{
    return one.visits != other.visits ? one.visits > other.visits : one.patient.registered <= other.patient.registered;
}

QString nameAndNumber(const Patient &patient)
{
    return MergePage::tr("%1 (%2)", "patient, number").arg(patient.name, patient.number);
}

/// All telephones of the two, each once.
QString phonesOf(const Patient &one, const Patient &other)
{
    QStringList phones;
    for (const Patient *patient : {&one, &other}) {
        phones << patient->phone;
        for (const PatientPhone &phone : patient->otherPhones)
            phones << phone.phone;
    }
    phones.removeAll(QString());
    phones.removeDuplicates();
    return listed(phones);
}

} // namespace

MergePage::MergePage(Clinic &clinic, const Who &who, QWidget *parent)
    : Page(QStringLiteral("mergePatients"), parent)
    , m_clinic(clinic)
    , m_mayMerge(who.may(access::Permission::MergePatients))
    , m_maySay(who.may(access::Permission::EditPatient))
    , m_strip(new MessageStrip)
    , m_area(new QScrollArea)
{
    m_strip->setObjectName(QStringLiteral("mergeStrip"));
    connect(m_strip, &MessageStrip::acted, this, &MergePage::load);
    m_area->setObjectName(QStringLiteral("mergeParts"));
    m_area->setAccessibleName(tr("The two records, part by part"));
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setWidgetResizable(true);
    m_area->setFocusPolicy(m_mayMerge ? Qt::NoFocus : Qt::StrongFocus);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setGround(m_area->viewport(), Token::Surface);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_strip);
    column->addWidget(buildHeads());
    column->addWidget(m_area, 1);
    column->addWidget(buildFoot());
    const auto key = [this](const QKeySequence &keys, auto act) {
        auto *shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    key(Qt::Key_V, [this] { showSame(!m_sameShown); });
}

MergePage::Head MergePage::addHead(QHBoxLayout *row, const char *name)
{
    auto *part = new QWidget;
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    const Head head{new Label(QString(), TypeStyle::Title), new Label(QString(), TypeStyle::Small, Token::Text2),
                    new Chip(Tone::Neutral, {}, {})};
    head.name->setObjectName(QLatin1String(name) + QStringLiteral("Name"));
    head.name->setMayElide(true);
    head.about->setObjectName(QLatin1String(name) + QStringLiteral("About"));
    head.about->setWordWrap(true);
    head.fate->setObjectName(QLatin1String(name) + QStringLiteral("Fate"));
    head.fate->hide();
    auto *line = new QHBoxLayout;
    line->setSpacing(gapControls);
    line->addWidget(head.name);
    line->addWidget(head.fate);
    line->addStretch(1);
    column->addLayout(line);
    column->addWidget(head.about);
    part->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // both columns are equally wide
    row->addWidget(part, 1);
    return head;
}

QWidget *MergePage::buildHeads()
{
    auto *pane = new Pane(Token::Window, Qt::BottomEdge);
    auto *row = new QHBoxLayout(pane);
    row->setContentsMargins(pageMargin, gapControls, pageMargin, gapControls);
    row->setSpacing(MergeRow::gap);
    auto *corner = new QWidget;
    corner->setFixedWidth(MergeRow::nameWidth(Theme::of(this)));
    auto *at = new QHBoxLayout(corner);
    at->setContentsMargins(0, 0, 0, 0);
    if (m_mayMerge) {
        m_swap = new Button(tr("Swap"));
        m_swap->setObjectName(QStringLiteral("swapRecords"));
        m_swap->setAccessibleName(tr("The other record stays"));
        m_swap->setControlSize(ButtonSize::Small);
        m_swap->setKeys(QKeySequence(Qt::Key_S));
        connect(m_swap, &Button::clicked, this, &MergePage::swap);
        at->addWidget(m_swap, 0, Qt::AlignRight);
    }
    row->addWidget(corner);
    const QScrollBar *bar = m_area->verticalScrollBar(); // the heads stand above the columns beside it
    connect(bar, &QScrollBar::rangeChanged, row, [row, bar](int, int most) {
        const int beside = most > 0 ? bar->sizeHint().width() : 0;
        row->setContentsMargins(pageMargin, gapControls, pageMargin + beside, gapControls);
    });
    m_left = addHead(row, "left");
    m_right = addHead(row, "right");
    return pane;
}

QWidget *MergePage::buildFoot()
{
    auto *foot = new Pane(Token::Window, Qt::TopEdge);
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(pageMargin, gapControls, pageMargin, gapControls);
    row->setSpacing(gapControls);
    m_sentence = new Label(QString(), TypeStyle::Small, Token::Text2);
    m_sentence->setObjectName(QStringLiteral("mergeSentence"));
    m_sentence->setWordWrap(true);
    row->addWidget(m_sentence, 1);
    auto *back = new Button(tr("Back"), ButtonKind::Plain);
    back->setObjectName(QStringLiteral("leaveMerge"));
    back->setKeyCap(QStringLiteral("Esc"));
    connect(back, &Button::clicked, this, &MergePage::left);
    row->addWidget(back);
    const auto two = [this] {
        return TwoRecords{m_pair->first, m_pair->second, nameAndNumber(m_opened->left.patient),
                          nameAndNumber(m_opened->right.patient)};
    };
    const auto after = [this](const QString &sentence) {
        return [this, sentence](const Result<Done> &done) {
            if (!done)
                return refused(done.error());
            emit said(sentence);
        };
    };
    if (m_maySay) {
        m_different = new Button(tr("Two people"));
        m_different->setObjectName(QStringLiteral("mergeDifferent"));
        m_different->setKeys(QKeySequence(Qt::Key_D));
        connect(m_different, &Button::clicked, this,
                [this, two, after] { askDifferent(m_clinic, this, two(), after(tr("They are kept as two people."))); });
        row->addWidget(m_different);
    }
    if (m_mayMerge) {
        m_merge = new Button(tr("Merge"), ButtonKind::Primary);
        m_merge->setObjectName(QStringLiteral("mergeRecords"));
        m_merge->setKeys(QKeySequence(Qt::CTRL | Qt::Key_Return));
        connect(m_merge, &Button::clicked, this, &MergePage::merge);
        row->addWidget(m_merge);
    } else if (m_maySay) {
        m_ask = new Button(tr("Ask for the merge"), ButtonKind::Primary);
        m_ask->setObjectName(QStringLiteral("mergeAsk"));
        m_ask->setKeys(QKeySequence(Qt::Key_A));
        connect(m_ask, &Button::clicked, this,
                [this, two, after] { askForMerge(m_clinic, this, two(), after(tr("The merge is asked for."))); });
        row->addWidget(m_ask);
    }
    return foot;
}

void MergePage::openPair(PatientId one, PatientId other)
{
    m_pair = {one, other};
    m_opened.reset();
    m_chosen.clear();
    m_leftStays.reset();
    m_sameShown = false;
    m_strip->clear();
    layRows();
    load();
}

Result<MergePage::Opened> MergePage::read(const store::Snapshot &view, bool merges, PatientId left, PatientId right,
                                          std::optional<bool> leftStays)
{
    if (!merges) {
        const auto one = patient::open(view, left);
        if (!one)
            return one.error();
        const auto other = patient::open(view, right);
        if (!other)
            return other.error();
        const auto recordOf = [&view](const PatientStrip &strip) {
            const auto by = strip.patient.referredBy
                                ? std::optional(patient::findPlain(view, *strip.patient.referredBy))
                                : std::nullopt;
            return patient::MergeRecord{strip.patient, strip.visits, strip.lastVisit,
                                        by && *by ? (*by)->name : QString()};
        };
        Opened opened{recordOf(*one), recordOf(*other), {}, true};
        for (const MergePart part : patient::allMergeParts()) // as far as the reader can see a difference
            opened.lines << patient::MergeLine{part, partText(opened.left, part) != partText(opened.right, part),
                                               MergeSide::Kept};
        opened.leftStays = staysFirst(opened.left, opened.right);
        return opened;
    }
    const auto first = patient::previewMerge(view, left, right);
    if (!first)
        return first.error();
    if (leftStays.value_or(staysFirst(first->kept, first->merged)))
        return Opened{first->kept, first->merged, first->lines, true};
    const auto second = patient::previewMerge(view, right, left); // what is proposed depends on who stays
    if (!second)
        return second.error();
    return Opened{second->merged, second->kept, second->lines, false};
}

void MergePage::load()
{
    if (!m_pair)
        return;
    const quint64 question = ++m_question;
    const auto opened =
        m_clinic.read([pair = *m_pair, merges = m_mayMerge, leftStays = m_leftStays](const store::Snapshot &view) {
            return read(view, merges, pair.first, pair.second, leftStays);
        });
    onDone(opened, this, [this, question](const Result<Opened> &found) {
        if (question != m_question)
            return;
        if (!found) {
            m_opened.reset();
            layRows();
            return m_strip->say(MessageStrip::Kind::Stop, found.error().message);
        }
        m_strip->clear();
        show(*found);
    });
}

void MergePage::show(const Opened &opened)
{
    m_opened = opened;
    m_pair = {opened.left.patient.id, opened.right.patient.id}; // a record that was merged meanwhile leads to another
    layRows();
    emit headingChanged();
    if (isVisible())
        activate();
}

const MergeRecord &MergePage::staying() const
{
    return m_opened->leftStays ? m_opened->left : m_opened->right;
}

const MergeRecord &MergePage::going() const
{
    return m_opened->leftStays ? m_opened->right : m_opened->left;
}

Choice MergePage::choiceOf(MergeSide side) const
{
    if (side == MergeSide::Both)
        return Choice::Both;
    return (side == MergeSide::Kept) == m_opened->leftStays ? Choice::Left : Choice::Right;
}

MergeSide MergePage::sideOf(Choice choice) const
{
    if (choice == Choice::Both)
        return MergeSide::Both;
    return (choice == Choice::Left) == m_opened->leftStays ? MergeSide::Kept : MergeSide::Merged;
}

void MergePage::showFate()
{
    const bool known = m_opened.has_value();
    for (QWidget *button : std::initializer_list<QWidget *>{m_merge, m_ask, m_different, m_swap}) {
        if (button)
            button->setEnabled(known);
    }
    const QDate day = today(m_clinic);
    const auto fill = [&](const Head &head, const MergeRecord *record, bool stays) {
        head.name->setText(record ? record->patient.name : QString());
        QStringList about;
        if (record) {
            about
                << record->patient.number << sexAndAge(record->patient.sex, record->patient.birthDate, day)
                << (record->lastVisit
                        ? tr("%n visit(s), last %1", nullptr, record->visits).arg(relativeDay(*record->lastVisit, day))
                        : tr("no visits"));
            about.removeAll(QString());
        }
        head.about->setText(about.join(u'·'));
        head.fate->setText(stays ? tr("Stays", "of two records") : tr("Goes into it", "of two records"));
        head.fate->setTone(stays ? Tone::Malachite : Tone::Slate);
        head.fate->setVisible(record && m_mayMerge);
    };
    fill(m_left, known ? &m_opened->left : nullptr, known && m_opened->leftStays);
    fill(m_right, known ? &m_opened->right : nullptr, known && !m_opened->leftStays);
    if (!known)
        m_sentence->clear();
    else if (m_mayMerge)
        m_sentence->setText(tr("%1 goes into %2. Both numbers find the person, everything written for either stays, "
                               "and the two can be parted again at any time.",
                               "two records")
                                .arg(nameAndNumber(going().patient), nameAndNumber(staying().patient)));
    else
        m_sentence->setText(tr("Owners merge records. You can ask for it, or say that they are two people."));
}

void MergePage::layRows()
{
    m_differing.clear();
    auto *body = new QWidget;
    body->setAutoFillBackground(false);
    m_rows = new QVBoxLayout(body);
    m_rows->setContentsMargins(pageMargin - 3, gapGroups, pageMargin - 3, gapGroups); // the rings of the rows
    m_rows->setSpacing(2);
    m_same = nullptr;
    m_sameRows = nullptr;
    if (m_opened) {
        m_sameRows = new QWidget;
        auto *same = new QVBoxLayout(m_sameRows);
        same->setContentsMargins(0, 0, 0, 0);
        same->setSpacing(0);
        for (const patient::MergeLine &line : std::as_const(m_opened->lines)) {
            const QString left = partText(m_opened->left, line.part);
            const QString right = partText(m_opened->right, line.part);
            if (!line.differs && left.isEmpty() && right.isEmpty())
                continue; // nothing is known of it
            auto *row = new MergeRow(line.part, left, right, line.differs, m_mayMerge);
            if (!line.differs) {
                same->addWidget(row);
                continue;
            }
            row->setChoice(m_chosen.value(line.part, choiceOf(line.suggested)));
            connect(row, &MergeRow::chosen, this, [this, row] { chose(row); });
            connect(row, &MergeRow::walked, this, [this, row](int rows) { walk(row, rows); });
            m_differing << row;
            m_rows->addWidget(row);
        }
        if (m_differing.isEmpty())
            m_rows->addWidget(new Label(tr("Both say the same."), TypeStyle::Body, Token::Text2));
        m_same = new Button(QString(), ButtonKind::Ghost);
        m_same->setObjectName(QStringLiteral("sameParts"));
        m_same->setControlSize(ButtonSize::Small);
        connect(m_same, &Button::clicked, this, [this] { showSame(!m_sameShown); });
        auto *facts = new Facts;
        facts->setObjectName(QStringLiteral("mergeStays"));
        facts->add(tr("Numbers"), listed({m_opened->left.patient.number, m_opened->right.patient.number}));
        facts->add(tr("Phones"), phonesOf(m_opened->left.patient, m_opened->right.patient));
        facts->add(tr("Visits"), tr("%1 and %2, together %3", "visits of two records")
                                     .arg(m_opened->left.visits)
                                     .arg(m_opened->right.visits)
                                     .arg(m_opened->left.visits + m_opened->right.visits));
        const auto indented = [this](QWidget *widget, int stretch = 0) {
            auto *line = new QHBoxLayout;
            line->setContentsMargins(MergeRow::nameWidth(Theme::of(this)) + MergeRow::gap + 3, gapControls, 3, 0);
            line->addWidget(widget, stretch);
            line->addStretch(stretch > 0 ? 0 : 1);
            m_rows->addLayout(line);
        };
        if (same->count() > 0) {
            indented(m_same);
            m_rows->addWidget(m_sameRows);
        } else {
            m_same->deleteLater();
            m_sameRows->deleteLater();
            m_same = nullptr;
            m_sameRows = nullptr;
        }
        indented(new Label(m_mayMerge ? tr("What both keep in any case") : tr("Both together"), TypeStyle::Heading));
        indented(facts, 1);
    }
    m_rows->addStretch(1);
    m_area->setWidget(body);
    showSame(m_sameShown);
    showFate();
}

void MergePage::showSame(bool shown)
{
    m_sameShown = shown;
    if (!m_same)
        return;
    const int same = m_sameRows->layout()->count();
    m_same->setText(shown ? tr("Hide the %n part(s) that are the same", nullptr, same)
                          : tr("Show the %n part(s) that are the same", nullptr, same));
    m_same->setKeyCap(QStringLiteral("V"));
    m_sameRows->setVisible(shown);
}

void MergePage::swap()
{
    if (!m_opened || m_merging)
        return;
    m_leftStays = !m_opened->leftStays;
    load();
}

void MergePage::walk(const MergeRow *from, int rows)
{
    const qsizetype at = m_differing.indexOf(const_cast<MergeRow *>(from)) + rows;
    if (at < 0 || at >= m_differing.size())
        return;
    m_differing[at]->setFocus(Qt::TabFocusReason);
    m_area->ensureWidgetVisible(m_differing[at], 0, 24);
}

void MergePage::chose(const MergeRow *row)
{
    m_chosen.insert(row->part(), row->choice());
    for (MergeRow *other : std::as_const(m_differing))
        other->showProblem({});
    m_strip->clear();
}

patient::MergeDraft MergePage::draft() const
{
    patient::MergeDraft draft;
    draft.kept = staying().patient.id;
    draft.merged = going().patient.id;
    draft.keptRevision = staying().patient.revision;
    draft.mergedRevision = going().patient.revision;
    for (const MergeRow *row : m_differing)
        draft.taken.insert(row->part(), sideOf(row->choice()));
    return draft;
}

void MergePage::merge()
{
    if (!m_opened || m_merging)
        return;
    m_merging = true;
    m_merge->setBusy(true);
    m_strip->clear();
    const auto done = m_clinic.write("patient.merge",
                                     [draft = draft()](store::Transaction &tx) { return patient::merge(tx, draft); });
    onDone(done, this, [this, number = going().patient.number](const Result<Patient> &result) {
        m_merging = false;
        m_merge->setBusy(false);
        if (!result)
            return refused(result.error());
        m_pair.reset();
        m_opened.reset();
        layRows();
        emit merged(result->id, tr("%1 and %2 are one record now.", "two numbers").arg(number, result->number));
    });
}

void MergePage::refused(const Error &error)
{
    const auto part = partOf(error.field);
    for (MergeRow *row : std::as_const(m_differing)) {
        row->showProblem(part == row->part() ? error.message : QString());
        if (part == row->part()) {
            row->setFocus();
            return m_area->ensureWidgetVisible(row, 0, 24);
        }
    }
    const QString sentence = error.message.isEmpty() ? tr("It could not be done. Nothing was changed.") : error.message;
    if (error.code == Code::Stale)
        m_strip->say(MessageStrip::Kind::Caution, sentence, tr("Compare again"), QKeySequence(Qt::Key_F5));
    else
        m_strip->say(MessageStrip::Kind::Stop, sentence);
}

QString MergePage::title() const
{
    return m_mayMerge ? tr("Merge two records") : tr("Compare two records");
}

QString MergePage::context() const
{
    return m_opened ? tr("%1 and %2", "two patients").arg(m_opened->left.patient.name, m_opened->right.patient.name)
                    : QString();
}

QList<KeyHint> MergePage::keyHints() const
{
    QList<KeyHint> hints;
    if (m_mayMerge)
        hints << KeyHint{QStringLiteral("↑ ↓"), tr("part")} << KeyHint{QStringLiteral("← →"), tr("which counts")}
              << KeyHint{QStringLiteral("S"), tr("the other stays")} << KeyHint{QStringLiteral("Ctrl ⏎"), tr("merge")};
    else if (m_ask)
        hints << KeyHint{QStringLiteral("A"), tr("ask for the merge")}
              << KeyHint{QStringLiteral("D"), tr("two people")};
    return hints << KeyHint{QStringLiteral("Esc"), tr("back")};
}

void MergePage::activate()
{
    if (m_differing.isEmpty() || !m_mayMerge)
        m_area->setFocus(Qt::OtherFocusReason);
    else
        m_differing.first()->setFocus(Qt::OtherFocusReason);
}

void MergePage::rest(bool resting)
{
    Page::rest(resting);
    if (resting)
        ++m_question;
    else if (m_pair && isVisible())
        load();
}

void MergePage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        return emit left();
    Page::keyPressEvent(event);
}

} // namespace xinglin::ui
