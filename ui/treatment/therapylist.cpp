#include "ui/treatment/therapylist.h"

#include "ui/kit/popuplist.h"
#include "ui/kit/text.h"
#include "ui/prescription/prescriptionwords.h"
#include "ui/treatment/therapyrow.h"
#include "ui/treatment/treatmenttext.h"
#include "ui/treatment/typedpoint.h"

#include <QFocusEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace xinglin::ui {

namespace {
constexpr int shownChoices = 9;
}

TherapyList::TherapyList(std::shared_ptr<const Catalog> catalog, QWidget *parent)
    : QWidget(parent)
    , m_catalog(std::move(catalog))
    , m_rows(new QVBoxLayout)
    , m_edit(new QLineEdit)
    , m_completion(new Completion(m_edit))
    , m_reading(new Label({}, TypeStyle::Caption, Token::Text2))
{
    setObjectName(QStringLiteral("therapyList"));
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(4);
    m_rows->setSpacing(4);
    box->addLayout(m_rows);
    m_edit->setObjectName(QStringLiteral("therapyEdit"));
    m_edit->setAccessibleName(tr("Therapies"));
    m_edit->setPlaceholderText(tr("Therapy, sessions, a week: atj 10 3"));
    m_edit->installEventFilter(this);
    m_completion->setMinimumWidth(360);
    m_completion->setTabTakes(false); // Tab is taken here
    connect(m_completion, &Completion::queryChanged, this, [this] {
        ask();
        showReading();
    });
    connect(m_completion, &Completion::taken, this, [this](const CompletionRow &row) { takeRow(row.data.toString()); });
    // Also what is put back from a draft.
    connect(m_edit, &QLineEdit::textChanged, this, &TherapyList::showReading);
    box->addWidget(m_edit);
    m_reading->setObjectName(QStringLiteral("therapyReading"));
    m_reading->setWordWrap(true);
    m_reading->hide();
    box->addWidget(m_reading);
    setFocusProxy(m_edit);
}

TherapyList::~TherapyList()
{
    // A field that has the focus tells of leaving it; that must reach a widget that is still whole, and change nothing.
    m_edit->removeEventFilter(this);
    hide();
}

void TherapyList::setDrafts(const QList<TreatmentDraft> &drafts)
{
    m_drafts = drafts;
    m_marks.clear();
    m_current = m_editing = -1;
    m_edit->clear();
    m_completion->close();
    showAll();
}

void TherapyList::setMarks(const QList<std::optional<Severity>> &marks)
{
    if (m_marks == marks)
        return;
    m_marks = marks;
    showAll();
}

void TherapyList::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    m_edit->setVisible(!readOnly);
    m_current = m_editing = -1;
    showAll();
}

void TherapyList::remove(const QString &name)
{
    if (m_readOnly)
        return;
    for (TreatmentDraft &draft : m_drafts)
        draft.points.removeIf(
            [&](const TreatmentPoint &point) { return TreatmentText::nameOf(*m_catalog, point) == name; });
    edited();
}

bool TherapyList::finishTyping()
{
    if (m_readOnly || m_edit->text().trimmed().isEmpty())
        return true;
    if (add(true))
        return true;
    m_edit->setFocus(Qt::OtherFocusReason);
    showReading();
    return false;
}

void TherapyList::ask()
{
    const QString text = m_edit->text();
    const qsizetype space = text.lastIndexOf(u' ');
    const QString word = text.mid(space + 1);
    QList<CompletionRow> rows;
    const bool latin = std::all_of(word.begin(), word.end(), [](QChar c) { return c.unicode() < 128; });
    if (space < 0 && !word.isEmpty()) {
        for (const Service *service : m_catalog->services.completeTherapies(word, shownChoices)) {
            CompletionRow row;
            row.primary = chineseScreen() ? service->zh : service->en;
            row.secondary = chineseScreen() ? QString() : service->zh;
            row.trailing = tr("%n min", nullptr, service->minutes);
            row.data = serviceWord(*service);
            rows << row;
        }
    } else if (word.size() >= 2 && latin && word.front().isLetter()) {
        const auto isName = [this](const QString &name) { return m_catalog->points.isExact(name); };
        const QList<TypedPoint> readings = readPoint(word, isName);
        const TypedPoint typed = readings.value(0);
        for (const points::AcuPoint *point : m_catalog->points.complete(typed.name, shownChoices)) {
            CompletionRow row;
            row.primary = TreatmentText::nameOf(*point);
            row.secondary = chineseScreen() ? (point->code + u' ' + point->pinyin).trimmed() : point->zh;
            QString suffix = word.mid(typed.name.size());
            suffix.remove(u'.').remove(u'/');
            row.data = suffix.isEmpty() ? point->zh : point->zh + u'.' + suffix;
            rows << row;
        }
    }
    m_words.clear();
    for (const CompletionRow &row : std::as_const(rows))
        m_words << row.data.toString();
    m_completion->setRows(rows);
}

void TherapyList::takeRow(const QString &taken)
{
    const QString word = taken;
    const QString text = m_edit->text();
    m_words.clear();
    m_completion->close();
    m_edit->setText(text.left(text.lastIndexOf(u' ') + 1) + word + u' ');
}

bool TherapyList::add(bool unasked)
{
    const TreatmentDraft kept = m_editing >= 0 ? m_drafts.at(m_editing) : TreatmentDraft();
    const TherapyReading reading = readTherapy(*m_catalog, m_edit->text(), kept);
    const bool sure = reading.isWhole();
    if (!sure) {
        showReading();
        return false;
    }
    if (unasked && m_editing < 0 && !m_catalog->services.find(reading.draft.service) && reading.draft.points.isEmpty())
        return false; // words of one's own are put in by Enter
    if (m_editing >= 0)
        m_drafts[m_editing] = reading.draft;
    else
        m_drafts << reading.draft;
    m_editing = m_current = -1;
    m_edit->clear();
    m_completion->close();
    edited();
    return true;
}

void TherapyList::startEditing(int index)
{
    m_editing = index;
    m_current = -1;
    m_edit->setText(typedTherapy(*m_catalog, m_drafts.at(index)));
    showAll();
}

void TherapyList::stopEditing()
{
    m_editing = m_current = -1;
    m_edit->clear();
    showAll();
}

void TherapyList::setCurrent(int index)
{
    m_current = index;
    showAll();
}

bool TherapyList::walkKey(int key, const QString &text)
{
    const int last = static_cast<int>(m_drafts.size()) - 1;
    switch (key) {
    case Qt::Key_Up:
    case Qt::Key_Left:
        setCurrent(std::max(0, m_current - 1));
        return true;
    case Qt::Key_Down:
    case Qt::Key_Right:
        setCurrent(m_current == last ? -1 : m_current + 1);
        return true;
    case Qt::Key_Escape:
    case Qt::Key_End:
        setCurrent(-1);
        return true;
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        m_drafts.removeAt(m_current);
        m_current = std::min(m_current, static_cast<int>(m_drafts.size()) - 1);
        edited();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_F2:
        startEditing(m_current);
        return true;
    default:
        if (!text.isEmpty() && text.front().isPrint())
            setCurrent(-1); // it is written in the line
        return false;
    }
}

bool TherapyList::lineKey(int key, Qt::KeyboardModifiers held)
{
    if ((held & ~Qt::KeypadModifier) != Qt::NoModifier)
        return false;
    const bool empty = m_edit->text().isEmpty();
    const int row = m_completion->currentRow() < m_words.size() ? m_completion->currentRow() : -1;
    switch (key) {
    case Qt::Key_Space:
        if (row < 0)
            return false;
        takeRow(m_words.at(row));
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (row >= 0)
            takeRow(m_words.at(row));
        else if (empty)
            emit done();
        else
            add(false);
        return true;
    case Qt::Key_Tab:
        return !empty && !add(false); // stays where it is not understood
    case Qt::Key_Up:
    case Qt::Key_Backspace:
        if (!empty || m_drafts.isEmpty())
            return false;
        setCurrent(static_cast<int>(m_drafts.size()) - 1);
        return true;
    default:
        return false;
    }
}

bool TherapyList::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_edit || m_readOnly)
        return QWidget::eventFilter(watched, event);
    if (event->type() == QEvent::ShortcutOverride && (m_current >= 0 || m_editing >= 0)) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Escape || key == Qt::Key_F2) {
            event->accept();
            return true;
        }
    }
    if (event->type() == QEvent::KeyPress && !m_completion->isComposing()) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool modified = (key->modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier)) != Qt::NoModifier;
        const bool tab = key->key() == Qt::Key_Tab || key->key() == Qt::Key_Backtab;
        if (m_current >= 0 && !modified && !tab && walkKey(key->key(), key->text()))
            return true;
        if (key->key() == Qt::Key_Escape && m_editing >= 0 && !m_completion->isOpen()) {
            stopEditing();
            return true;
        }
        if (lineKey(key->key(), key->modifiers()))
            return true;
    }
    if (event->type() == QEvent::FocusOut) {
        const auto reason = static_cast<QFocusEvent *>(event)->reason();
        const bool left = reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason ||
                          reason == Qt::MouseFocusReason || reason == Qt::ShortcutFocusReason;
        if (left && isVisible() && isEnabled()) { // behind a lock it waits
            m_current = -1;
            if (!m_edit->text().trimmed().isEmpty())
                add(true);
            showAll();
        }
    }
    return QWidget::eventFilter(watched, event);
}

void TherapyList::showAll()
{
    while (m_shown.size() > m_drafts.size())
        m_shown.takeLast()->deleteLater();
    while (m_shown.size() < m_drafts.size()) {
        auto *row = new TherapyRow;
        const int index = static_cast<int>(m_shown.size());
        row->setObjectName(QStringLiteral("therapy%1").arg(index));
        connect(row, &TherapyRow::pressed, this, [this, index] {
            if (m_readOnly || index >= m_drafts.size())
                return;
            m_edit->setFocus(Qt::MouseFocusReason);
            setCurrent(index);
        });
        m_rows->addWidget(row);
        m_shown << row;
    }
    for (int i = 0; i < m_shown.size(); ++i) {
        const TreatmentDraft &draft = m_drafts.at(i);
        const QString name = TreatmentText::nameOf(*m_catalog, draft);
        TreatmentDraft without = draft;
        without.name.clear();
        QStringList how{TreatmentText::inWords(*m_catalog, without), treatment::howOften(draft)};
        how.removeAll(QString());
        m_shown.at(i)->setWords(name, how.join(tr("; ", "between parts")), m_marks.value(i));
        m_shown.at(i)->setCurrent(i == m_current || i == m_editing);
    }
    showReading();
}

void TherapyList::showReading()
{
    const QString line = m_edit->text().trimmed();
    QString text;
    bool problem = false;
    if (m_current >= 0) {
        text = tr("⏎ writes it anew, ⌫ takes it out, Esc back.");
    } else if (!line.isEmpty() && !m_completion->isOpen()) {
        const TherapyReading reading =
            readTherapy(*m_catalog, line, m_editing >= 0 ? m_drafts.at(m_editing) : TreatmentDraft());
        problem = !reading.isWhole();
        QStringList said{TreatmentText::inWords(*m_catalog, reading.draft), treatment::howOften(reading.draft)};
        said.removeAll(QString());
        text = problem ? tr("Not understood: %1.").arg(reading.unread.isEmpty() ? line : reading.unread.join(u' '))
                       : said.join(tr("; ", "between parts"));
    }
    m_reading->setText(text);
    m_reading->setVisible(!text.isEmpty());
    dress(m_reading, TypeStyle::Caption, problem ? Token::GambogeText : Token::Text2);
}

void TherapyList::edited()
{
    m_marks.clear();
    showAll();
    emit changed();
}

} // namespace xinglin::ui
