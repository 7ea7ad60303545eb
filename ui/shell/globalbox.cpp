#include "ui/shell/globalbox.h"

#include "base/text/pinyin.h"
#include "ui/kit/icons.h"
#include "ui/kit/ondone.h"
#include "ui/kit/paint.h"
#include "ui/kit/popuplist.h"
#include "ui/kit/text.h"
#include "ui/shell/aside.h"
#include "ui/shell/patientwords.h"
#include "ui/shell/who.h"

#include <QKeyEvent>
#include <QPainter>

namespace xinglin::ui {

namespace {

constexpr int mostPeople = 6;
constexpr int mostCommands = 8;
constexpr int iconAt = 10;
const QString capText = QStringLiteral("Ctrl K");

} // namespace

GlobalBox::GlobalBox(Clinic &clinic, QWidget *parent)
    : QLineEdit(parent), m_clinic(clinic), m_search(clinic), m_completion(new Completion(this))
{
    setObjectName(QStringLiteral("globalBox"));
    setAccessibleName(tr("Find patients and commands"));
    setPlaceholderText(tr("Name, pinyin initials, phone tail or command"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_completion->setMinimumWidth(Theme::of(this).scaled(420));
    m_completion->setTabTakes(false);
    updateMargins();
    connect(m_completion, &Completion::queryChanged, this, &GlobalBox::ask);
    connect(m_completion, &Completion::taken, this, [this](const CompletionRow &row) {
        if (m_offered == text())
            take(row.data.toInt());
        else
            m_hurried = true; // the list was of what had been typed before
    });
    connect(&m_search, &PatientSearch::found, this,
            [this](const QString &typed, const QList<PatientHit> &hits) { offer(typed, hits); });
    connect(&m_search, &PatientSearch::failed, this, [this] { offer(text(), {}); });
}

void GlobalBox::addCommand(const Command &command)
{
    m_commands << command;
    if (std::exchange(m_learning, true))
        return;
    QMetaObject::invokeMethod(this, &GlobalBox::learn, Qt::QueuedConnection);
}

void GlobalBox::learn()
{
    m_learning = false;
    QHash<QString, QString> texts;
    for (const Command &command : std::as_const(m_commands))
        texts.insert(command.id, command.text);
    // Reading pinyin takes a tenth of a second at first; nobody waits for it.
    using Words = QHash<QString, QStringList>;
    const auto learned = aside([texts]() -> Result<Words> {
        Words words;
        for (auto text = texts.constBegin(); text != texts.constEnd(); ++text)
            words.insert(text.key(), {termPinyin(text.value()).remove(u' '), termInitials(text.value())});
        return words;
    });
    onDone(learned, this, [this](const Result<Words> &words) {
        if (words)
            m_words = *words;
    });
}

void GlobalBox::call()
{
    setFocus(Qt::ShortcutFocusReason);
    selectAll();
    ask(text());
}

void GlobalBox::ask(const QString &typed)
{
    m_hurried = false;
    if (!typed.trimmed().isEmpty())
        return m_search.ask(typed, mostPeople);
    m_search.drop();
    offer({}, {});
}

QList<Command> GlobalBox::commandsFor(const QString &typed) const
{
    const QString wanted = typed.trimmed().toLower();
    QList<Command> found;
    for (const Command &command : m_commands) {
        const bool named = command.text.contains(wanted, Qt::CaseInsensitive);
        bool meant = false;
        for (const QString &word : m_words.value(command.id))
            meant = meant || (wanted.size() >= 2 && word.startsWith(wanted));
        if (wanted.isEmpty() || named || meant)
            found << command;
    }
    return found.mid(0, mostCommands);
}

void GlobalBox::offer(const QString &typed, const QList<PatientHit> &hits)
{
    QList<CompletionRow> rows;
    m_offers.clear();
    const auto add = [&](CompletionRow row, std::function<void()> run) {
        row.data = static_cast<int>(m_offers.size());
        rows << row;
        m_offers << std::move(run);
    };
    const QDate day = today(m_clinic);
    for (const PatientHit &hit : hits) {
        CompletionRow row;
        row.primary = hit.name;
        row.secondary = QStringLiteral("%1·%2").arg(sexAndAge(hit.sex, hit.birthDate, day), hit.number);
        row.trailing = hit.phone;
        add(row, [this, id = hit.id] { m_open(id); });
    }
    if (!hits.isEmpty()) {
        for (const PatientCommand &command : std::as_const(m_patientCommands)) {
            CompletionRow row;
            row.primary = command.text.arg(hits.first().name);
            add(row, [run = command.run, id = hits.first().id] { run(id); });
        }
    }
    for (const Command &command : commandsFor(typed)) {
        CompletionRow row;
        row.primary = command.text;
        row.trailing = command.keys;
        add(row, command.run);
    }
    m_offered = typed;
    // Nobody is opened unseen among several, and nothing done.
    const bool one = hits.size() == 1 || (hits.isEmpty() && rows.size() == 1);
    if (std::exchange(m_hurried, false) && one)
        return take(0);
    if (rows.isEmpty()) {
        CompletionRow nothing;
        nothing.primary = tr("Nobody and nothing is called that.");
        add(nothing, [] {});
    }
    m_completion->setRows(rows);
}

void GlobalBox::take(int offer)
{
    const std::function<void()> run = m_offers.value(offer);
    m_search.drop();
    m_completion->close();
    clear();
    emit left();
    if (run)
        run();
}

QSize GlobalBox::sizeHint() const
{
    const Theme &theme = Theme::of(this);
    return {theme.scaled(420), theme.size(Size::Control)};
}

QSize GlobalBox::minimumSizeHint() const
{
    return {220, Theme::of(this).size(Size::Control)};
}

void GlobalBox::updateMargins()
{
    const Theme &theme = Theme::of(this);
    setTextMargins(iconAt + theme.size(Size::Icon), 0, keyCapWidth(theme, capText) + 4, 0);
}

void GlobalBox::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    QPainter painter(this);
    const Theme &theme = Theme::of(this);
    paintIcon(&painter, QRect(iconAt, 0, theme.size(Size::Icon), height()), u"edit-find", theme.color(Token::Text2));
    const int cap = keyCapWidth(theme, capText);
    paintKeyCap(&painter, QRect(width() - cap - 8, 0, cap, height()), capText, theme, theme.color(Token::Text2),
                theme.color(Token::Border));
}

void GlobalBox::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        m_search.drop();
        clear();
        emit left();
        return;
    }
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    m_hurried =
        m_hurried || (enter && !text().trimmed().isEmpty() && m_offered != text() && !m_completion->isComposing());
    QLineEdit::keyPressEvent(event);
}

void GlobalBox::changeEvent(QEvent *event)
{
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        updateMargins();
        updateGeometry();
    }
}

} // namespace xinglin::ui
