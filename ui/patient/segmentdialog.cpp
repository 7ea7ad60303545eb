#include "ui/patient/segmentdialog.h"

#include "clinic/patient/patients.h"
#include "ui/kit/button.h"
#include "ui/kit/field.h"
#include "ui/kit/ondone.h"
#include "ui/kit/segment.h"
#include "ui/kit/text.h"
#include "ui/patient/segmentrow.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QScrollArea>
#include <QTimer>
#include <QVBoxLayout>

namespace xinglin::ui {

namespace {

constexpr int dialogWidth = 800;
constexpr int rowsShown = 5; ///< Before the conditions scroll.

} // namespace

SegmentDialog::SegmentDialog(Clinic &clinic, const Who &who, SegmentChoices choices, const segment::Segment &shown,
                             QWidget *parent)
    : FormDialog(shown.name.isEmpty() ? tr("Keep a segment of patients") : tr("Change this segment?"),
                 tr("Whoever fulfils the conditions is in it, at any time."), parent)
    , m_clinic(clinic)
    , m_who(who)
    , m_choices(std::move(choices))
    , m_shown(shown)
    , m_name(new QLineEdit(shown.name))
    , m_nameField(new Field(tr("Name"), m_name))
    , m_owner(new Segment(tr("Who sees it")))
    , m_join(new Segment(tr("How many conditions must hold")))
    , m_people(new Label(QString(), TypeStyle::Heading))
    , m_rest(new QTimer(this))
{
    setObjectName(QStringLiteral("segmentDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setFixedWidth(Theme::of(this).scaled(dialogWidth));
    setVerb(m_shown.name.isEmpty() ? tr("Keep") : tr("Change"));
    m_name->setObjectName(QStringLiteral("segmentName"));
    m_name->setMaxLength(segment::mostName);
    m_owner->setObjectName(QStringLiteral("segmentOwner"));
    m_owner->setCells({tr("Mine"), tr("Everybody's")});
    m_owner->setCurrent(m_shown.own ? 0 : 1);
    m_join->setObjectName(QStringLiteral("segmentJoin"));
    m_join->setCells({tr("All of these"), tr("Any of these")});
    m_join->setCurrent(m_shown.definition.group.join == segments::Group::Join::All ? 0 : 1);
    m_people->setObjectName(QStringLiteral("segmentPeople"));
    auto *owner = new Field(tr("Who sees it"), m_owner);
    auto *top = new QHBoxLayout;
    top->setSpacing(gapGroups);
    top->addWidget(m_nameField, 1);
    top->addWidget(owner, 0);
    body()->addLayout(top);
    body()->addWidget(buildConditions());
    connect(m_name, &QLineEdit::textChanged, m_nameField, &Field::clearProblem);
    connect(m_join, &Segment::chosen, this, &SegmentDialog::look);
    m_rest->setSingleShot(true);
    m_rest->setInterval(restMs);
    connect(m_rest, &QTimer::timeout, this, &SegmentDialog::count);
    setSubmit([this] { submit(); });
    for (const segments::Condition &one : m_shown.definition.group.conditions)
        add(one);
    if (m_rows.isEmpty())
        add(std::nullopt);
    connect(&m_clinic, &Clinic::changed, this, &SegmentDialog::look);
    m_name->setFocus();
    look();
}

SegmentDialog::~SegmentDialog()
{
    m_counting.cancel();
}

QWidget *SegmentDialog::buildConditions()
{
    auto *part = new QWidget;
    auto *inside = new QWidget;
    m_column = new QVBoxLayout(inside);
    m_column->setContentsMargins(0, 0, 6, 0);
    m_column->setSpacing(6);
    m_column->addStretch(1);
    m_scroll = new QScrollArea;
    m_scroll->setObjectName(QStringLiteral("segmentConditions"));
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(inside);
    setGround(m_scroll->viewport(), Token::Raised);
    m_scroll->setFixedHeight(rowsShown * (Theme::of(this).size(Size::Row) + 6));
    auto *more = new Button(tr("Add a condition"), ButtonKind::Plain);
    more->setObjectName(QStringLiteral("segmentAdd"));
    more->setControlSize(ButtonSize::Small);
    more->setKeys(QKeySequence(Qt::ALT | Qt::Key_A));
    connect(more, &Button::clicked, this, [this] {
        add(std::nullopt)->focusField();
        look();
    });
    auto *foot = new QHBoxLayout;
    foot->setSpacing(gapControls);
    foot->addWidget(more);
    if (!m_shown.name.isEmpty()) {
        auto *gone = new Button(tr("Retire"), ButtonKind::Ghost);
        gone->setObjectName(QStringLiteral("segmentRetire"));
        gone->setControlSize(ButtonSize::Small);
        gone->setKeys(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Delete));
        connect(gone, &Button::clicked, this, [this] {
            ask(tr("Retire this segment?"),
                m_shown.own ? tr("%1 is offered to you no more.").arg(m_shown.name)
                            : tr("%1 is offered to nobody any more.").arg(m_shown.name),
                tr("Retire"), [this] { retire(); });
        });
        foot->addWidget(gone);
    }
    foot->addStretch(1);
    foot->addWidget(m_people);
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gapControls);
    column->addWidget(m_join, 0, Qt::AlignLeft);
    column->addWidget(m_scroll);
    if (const qsizetype groups = m_shown.definition.group.groups.size(); groups > 0)
        column->addWidget(new Label(tr("%n group(s) of conditions within stay as they are.", nullptr, int(groups)),
                                    TypeStyle::Small, Token::Text2));
    column->addLayout(foot);
    return part;
}

SegmentRow *SegmentDialog::add(const std::optional<segments::Condition> &condition)
{
    auto *row = new SegmentRow(m_clinic, m_who, m_choices);
    if (condition)
        row->setCondition(*condition);
    connect(row, &SegmentRow::changed, this, &SegmentDialog::look);
    connect(row, &SegmentRow::removed, this, [this, row] { remove(row); });
    m_column->insertWidget(m_column->count() - 1, row);
    m_rows << row;
    number();
    for (QWidget *part : row->findChildren<QWidget *>())
        part->installEventFilter(this);
    return row;
}

void SegmentDialog::remove(SegmentRow *row)
{
    const qsizetype at = m_rows.indexOf(row);
    m_rows.removeAt(at);
    row->hide();
    row->deleteLater();
    if (m_rows.isEmpty())
        add(std::nullopt);
    number();
    m_rows.at(std::min(at, m_rows.size() - 1))->focusField();
    look();
}

void SegmentDialog::number()
{
    for (qsizetype i = 0; i < m_rows.size(); ++i)
        m_rows[i]->setNumber(static_cast<int>(i));
}

bool SegmentDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn)
        m_scroll->ensureWidgetVisible(static_cast<QWidget *>(watched), 0, 40);
    return FormDialog::eventFilter(watched, event);
}

segments::Definition SegmentDialog::definition() const
{
    segments::Definition made = m_shown.definition;
    made.group.join = m_join->current() == 0 ? segments::Group::Join::All : segments::Group::Join::Any;
    made.group.conditions.clear();
    for (const SegmentRow *row : m_rows)
        made.group.conditions << row->condition();
    return made;
}

void SegmentDialog::look()
{
    m_counting.cancel();
    m_rest->start();
}

void SegmentDialog::count()
{
    m_counting.cancel();
    const segments::Definition asked = definition();
    if (const auto wrong = segments::problem(asked)) {
        dress(m_people, TypeStyle::Body, Token::Text2);
        return m_people->setText(wrong->message);
    }
    const bool again = m_counted == asked;
    m_counting = m_clinic.read([asked, again](const store::Snapshot &view) -> Result<Counted> {
        const auto people = segment::count(view, asked);
        if (!people)
            return people.error();
        if (!again)
            segment::noteCount(view, asked, *people);
        const auto all = patient::count(view);
        return all ? Result<Counted>(Counted{*people, *all}) : Result<Counted>(all.error());
    });
    onDone(m_counting, this, [this, asked](const Result<Counted> &counted) {
        if (!counted && counted.error().code == Code::Cancelled)
            return;
        if (counted)
            m_counted = asked;
        dress(m_people, counted ? TypeStyle::Heading : TypeStyle::Body, counted ? Token::Text : Token::CinnabarText);
        m_people->setText(counted ? tr("%1 of %Ln patient(s)", nullptr, static_cast<int>(counted->all))
                                        .arg(QLocale().toString(counted->people))
                                  : counted.error().message);
    });
}

void SegmentDialog::submit()
{
    if (std::any_of(m_rows.cbegin(), m_rows.cend(), [](const SegmentRow *row) { return row->isComposing(); }))
        return;
    segment::Segment wanted = m_shown;
    wanted.name = m_name->text();
    wanted.own = m_owner->current() == 0;
    wanted.definition = definition();
    if (m_shown.name.isEmpty() || m_shown.own || !wanted.own)
        return save(wanted);
    ask(tr("Take this segment from everybody?"), tr("Only you will see %1 then.").arg(m_shown.name), tr("Take it"),
        [this, wanted] { save(wanted); });
}

void SegmentDialog::save(const segment::Segment &wanted)
{
    const auto before = m_shown.name.isEmpty() ? std::nullopt : std::optional(m_shown);
    setBusy(true);
    const auto write = m_clinic.write(
        "segment.save", [wanted, before](store::Transaction &tx) { return segment::save(tx, wanted, before); });
    onDone(write, this, [this](const Result<segment::Segment> &kept) {
        setBusy(false);
        if (kept) {
            emit saved(*kept);
            return finish();
        }
        if (kept.error().field != u"name")
            return showProblem(kept.error().message);
        m_nameField->showProblem(kept.error().message);
        m_name->setFocus();
    });
}

void SegmentDialog::ask(const QString &question, const QString &sentence, const QString &verb,
                        const std::function<void()> &then)
{
    if (findChild<AskDialog *>())
        return;
    auto *dialog = new AskDialog(question, sentence, this);
    dialog->setObjectName(QStringLiteral("segmentAsk"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setVerb(verb, true);
    connect(dialog, &QDialog::accepted, this, then);
    dialog->open();
}

void SegmentDialog::retire()
{
    setBusy(true);
    const auto write =
        m_clinic.write("segment.retire", [id = m_shown.id](store::Transaction &tx) { return segment::retire(tx, id); });
    onDone(write, this, [this](const Result<Done> &gone) {
        setBusy(false);
        if (!gone)
            return showProblem(gone.error().message);
        emit retired(m_shown);
        finish();
    });
}

} // namespace xinglin::ui
