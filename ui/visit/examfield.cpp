#include "ui/visit/examfield.h"

#include "ui/kit/chipbar.h"
#include "ui/kit/growingtextedit.h"
#include "ui/kit/popuplist.h"
#include "ui/kit/theme.h"
#include "ui/visit/visitwords.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QVBoxLayout>

namespace xinglin::ui {

namespace {
constexpr int lineWidth = 176;
constexpr int offered = 9;
constexpr int childUntil = 14;
} // namespace

ExamField::ExamField(std::shared_ptr<const Catalog> catalog, const QString &item, const QStringList &methods,
                     const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_catalog(std::move(catalog))
    , m_item(item)
    , m_methods(methods)
    , m_text(new GrowingTextEdit)
    , m_line(new QLineEdit)
    , m_completion(new Completion(m_line))
    , m_chips(new ChipBar(tr("%1, findings").arg(name)))
{
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(4);
    auto *row = new QHBoxLayout;
    row->setSpacing(gapControls);
    m_text->setAccessibleName(name);
    row->addWidget(m_text, 1);
    m_line->setAccessibleName(tr("%1, findings by letters").arg(name));
    m_line->setPlaceholderText(tr("Findings: zh ⏎"));
    m_line->setInputMethodHints(Qt::ImhPreferLatin | Qt::ImhNoPredictiveText);
    m_line->setFixedWidth(Theme::of(this).scaled(lineWidth));
    m_line->installEventFilter(this);
    row->addWidget(m_line, 0, Qt::AlignTop);
    box->addLayout(row);
    m_chips->setFocusPolicy(Qt::ClickFocus); // Down leads there; Tab goes on with the consultation
    m_chips->hide();
    box->addWidget(m_chips);
    m_completion->setMinimumWidth(300);
    m_completion->setTabTakes(false);
    connect(m_completion, &Completion::queryChanged, this, &ExamField::ask);
    connect(m_completion, &Completion::taken, this,
            [this](const CompletionRow &taken) { choose(taken.data.toString()); });
    connect(m_chips, &ChipBar::changed, this, &ExamField::chipsChanged);
    connect(m_text, &GrowingTextEdit::edited, this, &ExamField::changed);
    setFocusProxy(m_text);
}

ExamField::~ExamField()
{
    // A field that has the focus tells of leaving it; that must reach a widget that is still whole.
    hide();
}

bool ExamField::belongs(const Term &term) const
{
    const TermGroup *group = m_catalog->findings.group(term.group);
    return group && m_methods.contains(group->method);
}

bool ExamField::isAsked(const TermGroup &group) const
{
    // What the safety check lives on has one place of its own, in the patient's record.
    if (group.id == u"q_me_pregnancy" || group.id == u"q_hi_allergy")
        return false;
    if ((group.sex == u"female" && m_sex == Sex::Male) || (group.sex == u"male" && m_sex == Sex::Female))
        return false;
    if (group.age == u"infant")
        return !m_age || *m_age < 3;
    return group.age != u"child" || !m_age || *m_age < childUntil;
}

void ExamField::ask(const QString &typed)
{
    QList<CompletionRow> rows;
    for (const Term &term : m_catalog->findings.complete(typed, {}, 200)) {
        const TermGroup *group = m_catalog->findings.group(term.group);
        if (!belongs(term) || !isAsked(*group) || rows.size() >= offered)
            continue;
        CompletionRow row;
        row.primary = fullName(term);
        row.secondary = term.initials;
        row.trailing = m_chosen.contains(term.id) ? tr("stands there")
                       : m_last.contains(term.id) ? tr("last time")
                       : chineseScreen()          ? group->zh
                                                  : QString();
        row.data = term.id;
        rows << row;
    }
    m_line->setProperty("problem", rows.isEmpty() && !typed.trimmed().isEmpty());
    m_line->update();
    m_completion->setRows(rows);
}

void ExamField::choose(const QString &id)
{
    const Term *term = m_catalog->findings.find(id);
    if (!term)
        return;
    m_chosen.removeIf([&](const QString &other) {
        const Term *one = m_catalog->findings.find(other);
        return one && one->id != id && !m_catalog->findings.fit(*term, *one);
    });
    if (!m_chosen.contains(id))
        m_chosen << id;
    m_line->clear();
    refresh();
    emit changed();
}

void ExamField::takeLast()
{
    for (const QString &id : std::as_const(m_last)) {
        const Term *term = m_catalog->findings.find(id);
        const bool fits = term && std::all_of(m_chosen.cbegin(), m_chosen.cend(), [&](const QString &other) {
                              const Term *one = m_catalog->findings.find(other);
                              return !one || m_catalog->findings.fit(*term, *one);
                          });
        if (fits && !m_chosen.contains(id))
            m_chosen << id;
    }
    refresh();
    emit changed();
}

void ExamField::chipsChanged(const QStringList &selected)
{
    QStringList added;
    for (const QString &id : selected) {
        if (!m_chosen.contains(id))
            added << id;
    }
    m_chosen.removeIf([&](const QString &id) { return !selected.contains(id); });
    if (added.isEmpty()) {
        refresh();
        emit changed();
    }
    for (const QString &id : std::as_const(added))
        choose(id);
    if (!m_chips->isVisibleTo(this) && m_chips->hasFocus())
        m_line->setFocus(Qt::OtherFocusReason);
}

void ExamField::refresh()
{
    QList<ChipItem> chips;
    for (const QString &id : m_chosen + m_last) {
        const Term *term = m_catalog->findings.find(id);
        const bool already = std::any_of(chips.cbegin(), chips.cend(), [&](const ChipItem &c) { return c.id == id; });
        if (!term || already)
            continue;
        ChipItem chip;
        chip.id = id;
        chip.text = fullName(*term);
        chip.on = m_chosen.contains(id);
        chip.wasLastTime = m_last.contains(id);
        chips << chip;
    }
    if (chips != m_chips->chips())
        m_chips->setChips(chips);
    m_chips->setVisible(!chips.isEmpty());
}

void ExamField::setAnswers(const QList<Answer> &answers)
{
    m_chosen.clear();
    m_words.clear();
    for (const Answer &answer : answers) {
        if (answer.item != m_item)
            continue;
        if (m_catalog->findings.find(answer.code))
            m_chosen << answer.code;
        else
            m_words << answer;
    }
    m_line->clear();
    m_line->setProperty("problem", false);
    refresh();
}

QList<Answer> ExamField::answers() const
{
    QList<Answer> list;
    for (const QString &id : m_chosen) {
        Answer answer;
        answer.item = m_item;
        answer.code = id;
        answer.rank = int(list.size());
        list << answer;
    }
    return list + m_words;
}

void ExamField::setLast(const QList<Answer> &answers)
{
    m_last = codesOf(answers, m_item);
    refresh();
}

void ExamField::setPerson(Sex sex, std::optional<int> age)
{
    m_sex = sex;
    m_age = age;
}

void ExamField::setReadOnly(bool readOnly)
{
    m_text->setReadOnly(readOnly);
    m_line->setVisible(!readOnly);
    m_chips->setEnabled(!readOnly);
}

bool ExamField::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_line || m_completion->isComposing() || m_completion->isOpen())
        return false;
    if (event->type() != QEvent::KeyPress || !m_line->text().isEmpty())
        return false;
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Space:
        takeLast();
        return true;
    case Qt::Key_Backspace:
        if (m_chosen.isEmpty())
            return false;
        m_chosen.removeLast();
        refresh();
        emit changed();
        return true;
    case Qt::Key_Down:
        if (!m_chips->isVisibleTo(this))
            return false;
        m_chips->setFocus(Qt::OtherFocusReason);
        return true;
    default:
        return false;
    }
}

} // namespace xinglin::ui
