#include "ui/prescription/herbsheet.h"

#include "base/text/pinyin.h"
#include "engines/safety/herbname.h"
#include "engines/safety/processing.h"
#include "ui/kit/paint.h"
#include "ui/kit/popuplist.h"
#include "ui/prescription/herbcelledit.h"
#include "ui/prescription/prescriptionwords.h"

#include <QKeyEvent>
#include <QMouseEvent>

#include <algorithm>

namespace xinglin::ui {

namespace {

constexpr int proposals = 8;
constexpr int columnWidth = 220; // least, at text scale 1

/// Preparations that are offered behind *.
QStringList offeredPreparations()
{
    return {QStringLiteral("先煎"), QStringLiteral("后下"),   QStringLiteral("包煎"),
            QStringLiteral("捣碎"), QStringLiteral("烊化"),   QStringLiteral("冲服"),
            QStringLiteral("另煎"), QStringLiteral("研末服"), QStringLiteral("泡服")};
}

QString preparationFrom(const QString &typed)
{
    if (typed.isEmpty())
        return {};
    if (const auto usual = safety::preparation(typed))
        return *usual;
    for (const QString &one : offeredPreparations()) {
        if (termInitials(one) == typed.toLower())
            return one;
    }
    return {};
}

} // namespace

HerbSheet::HerbSheet(std::shared_ptr<const Catalog> catalog, QWidget *parent)
    : QWidget(parent)
    , m_catalog(std::move(catalog))
    , m_edit(new HerbCellEdit(this))
    , m_completion(new Completion(m_edit))
{
    setObjectName(QStringLiteral("herbSheet"));
    setAccessibleName(tr("Herbs"));
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setFocusProxy(m_edit);
    m_edit->setObjectName(QStringLiteral("herbEdit"));
    m_edit->setAccessibleName(tr("Herb and dose"));
    m_edit->installEventFilter(this); // after the completion's: ours is asked first
    m_completion->setSong(true);
    m_completion->setMinimumWidth(340);
    m_completion->setTabTakes(false);
    connect(m_completion, &Completion::queryChanged, this, &HerbSheet::ask);
    connect(m_completion, &Completion::taken, this, &HerbSheet::taken);
    connect(m_edit, &QLineEdit::textChanged, this, [this] { placeEditor(); });
}

HerbSheet::~HerbSheet() = default;

QLineEdit *HerbSheet::editor() const
{
    return m_edit;
}

void HerbSheet::setCells(const QList<HerbCell> &cells)
{
    if (m_cells == cells)
        return;
    const bool counted = m_cells.size() != cells.size();
    m_cells = cells;
    m_current = qBound(0, m_current, int(m_cells.size()));
    if (counted) {
        updateGeometry();
        placeEditor();
    }
    update();
}

void HerbSheet::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    m_edit->setReadOnly(readOnly);
    placeEditor();
    update();
}

void HerbSheet::setCurrent(int index)
{
    const int bounded = qBound(0, index, int(m_cells.size()));
    m_pendingHerb.clear();
    m_pendingName.clear();
    m_completion->close();
    m_edit->clear();
    m_current = bounded;
    placeEditor();
    update();
    speakChange(this);
    emit currentChanged(m_current);
}

int HerbSheet::columnsFor(int width) const
{
    return qBound(1, width / Theme::of(this).scaled(columnWidth), 4);
}

int HerbSheet::columns() const
{
    return columnsFor(width());
}

QRect HerbSheet::cellRect(int index) const
{
    const int across = columns();
    const int inner = width() - 4;
    const int high = Theme::of(this).size(Size::HerbCell);
    const int column = index % across;
    const int from = 2 + inner * column / across;
    const int to = 2 + inner * (column + 1) / across;
    return {from, 2 + (index / across) * high, to - from, high};
}

int HerbSheet::heightForWidth(int width) const
{
    const int across = columnsFor(width);
    const int rows = qMax(2, (int(m_cells.size()) + 1 + across - 1) / across);
    return rows * Theme::of(this).size(Size::HerbCell) + 4;
}

QSize HerbSheet::sizeHint() const
{
    const int wide = 4 * Theme::of(this).scaled(columnWidth) + 4;
    return {wide, heightForWidth(wide)};
}

QSize HerbSheet::minimumSizeHint() const
{
    return {2 * Theme::of(this).scaled(columnWidth), heightForWidth(qMax(width(), 1))};
}

QString HerbSheet::spokenValue() const
{
    if (m_current >= m_cells.size())
        return tr("cell %1, empty").arg(m_current + 1);
    const HerbCell &cell = m_cells.at(m_current);
    QStringList said{tr("cell %1").arg(m_current + 1), cell.name,
                     cell.dose.isEmpty() ? tr("no dose") : tr("%1 g").arg(cell.dose)};
    for (const QString &more : {cell.preparation, cell.state}) {
        if (!more.isEmpty())
            said << more;
    }
    return said.join(QStringLiteral(", "));
}

void HerbSheet::placeEditor()
{
    const bool resting = m_current < m_cells.size() && m_edit->text().isEmpty() && !m_edit->isComposing();
    const QRect cell = cellRect(m_current);
    const Theme &theme = Theme::of(this);
    m_edit->setGhost(resting || m_readOnly);
    m_edit->setNumber(m_current + 1);
    m_edit->setPlaceholderText(m_cells.isEmpty() && !m_readOnly ? tr("hq 30 ⏎") : QString());
    m_edit->setGeometry(cell.left() + 8, cell.top() + 10, cell.width() - 16, theme.size(Size::Control) + 4);
    m_edit->raise();
}

void HerbSheet::ask(const QString &text)
{
    if (m_readOnly)
        return;
    const TypedHerb typed = typedHerb(text);
    if (typed.askPreparation)
        return askPreparation(typed.preparation);
    if (typed.remove)
        return askRemoval(typed.name);
    if (typed.name.isEmpty() || typed.name == m_pendingName)
        return m_completion->close();
    m_pendingHerb.clear();
    m_pendingName.clear();
    QList<CompletionRow> rows;
    for (const safety::Completion &found : m_catalog->herbs().complete(typed.name, proposals)) {
        const safety::Herb *herb = m_catalog->herbs().find(found.herb);
        CompletionRow row;
        row.primary = found.write;
        row.secondary = found.via.isEmpty() ? found.pinyin : found.pinyin + QStringLiteral("  ") + found.via;
        row.trailing = herb ? PrescriptionWords::doseRange(*herb) : QString();
        if (herb && (herb->banned || herb->toxicity != safety::Toxicity::None))
            row.trailingColor = Token::CinnabarText;
        for (qsizetype i = 0; i < m_cells.size(); ++i) {
            if (i != m_current && (m_cells.at(i).name == found.write || m_cells.at(i).herb == found.herb)) {
                row.trailing = tr("already there: %1").arg(m_cells.at(i).name);
                row.trailingColor = Token::GambogeText;
            }
        }
        row.data = found.herb;
        rows << row;
    }
    // A name written in characters that no proposal bears as a whole is kept as written: 贝母 is not the first 贝母 of
    // the list.
    const bool spelt = std::all_of(typed.name.begin(), typed.name.end(), [](QChar c) { return c.unicode() < 128; });
    m_completion->setEager(spelt || std::any_of(rows.begin(), rows.end(),
                                                [&](const CompletionRow &row) { return row.primary == typed.name; }));
    m_completion->setRows(rows);
}

void HerbSheet::askPreparation(const QString &typed)
{
    if (m_current >= m_cells.size())
        return m_completion->close();
    QList<CompletionRow> rows;
    for (const QString &one : offeredPreparations()) {
        const QString initials = termInitials(one);
        if (typed.isEmpty() || initials.startsWith(typed.toLower()) || one.startsWith(typed)) {
            CompletionRow row;
            row.primary = one;
            row.secondary = initials;
            rows << row;
        }
    }
    m_completion->setEager(true);
    if (!m_cells.at(m_current).preparation.isEmpty() && typed.isEmpty()) {
        CompletionRow none;
        none.primary = tr("none");
        none.data = QStringLiteral("none");
        rows << none;
    }
    m_completion->setRows(rows);
}

QList<int> HerbSheet::linesOf(const QString &typed) const
{
    QList<int> lines;
    const QString low = typed.toLower();
    for (int i = 0; i < m_cells.size() && !low.isEmpty(); ++i) {
        const QString &name = m_cells.at(i).name;
        if (name.startsWith(typed) || termInitials(name).startsWith(low) ||
            termPinyin(name).remove(u' ').startsWith(low))
            lines << i;
    }
    return lines;
}

void HerbSheet::askRemoval(const QString &typed)
{
    QList<CompletionRow> rows;
    for (const int line : linesOf(typed)) {
        CompletionRow row;
        row.primary = m_cells.at(line).name;
        row.secondary = tr("%1 g").arg(m_cells.at(line).dose);
        row.trailing = tr("take out");
        row.trailingColor = Token::CinnabarText;
        row.data = line;
        rows << row;
    }
    m_completion->setEager(true);
    m_completion->setRows(rows);
}

void HerbSheet::takeOut(int line)
{
    m_edit->clear();
    emit removed(line);
    setCurrent(int(m_cells.size()));
}

void HerbSheet::taken(const CompletionRow &row)
{
    const TypedHerb typed = typedHerb(m_edit->text());
    if (typed.remove)
        return takeOut(row.data.toInt());
    if (typed.askPreparation) {
        const int at = m_current;
        m_edit->clear();
        emit preparationWritten(at, row.data.toString() == u"none" ? QString() : row.primary);
        return;
    }
    if (typed.dose)
        return commit(row.data.toString(), row.primary, typed);
    m_pendingHerb = row.data.toString();
    m_pendingName = row.primary;
    const bool dosed = m_current < m_cells.size() && !m_cells.at(m_current).dose.isEmpty();
    m_edit->setText(row.primary + u' ' + (dosed ? m_cells.at(m_current).dose : QString()));
    if (dosed)
        m_edit->setSelection(int(row.primary.size()) + 1, int(m_cells.at(m_current).dose.size()));
}

void HerbSheet::commit(const QString &herb, const QString &name, const TypedHerb &typed)
{
    PrescriptionLine line;
    line.herb = herb;
    line.name = name;
    line.dose = typed.dose.value_or(Mass());
    line.preparation = preparationFrom(typed.preparation);
    if (line.preparation.isEmpty()) {
        if (m_current < m_cells.size() && m_cells.at(m_current).name == name)
            line.preparation = m_cells.at(m_current).preparation;
        else if (const safety::Herb *known = m_catalog->herbs().find(herb))
            line.preparation = safety::preparation(known->decoction).value_or(QString());
        if (!offeredPreparations().contains(line.preparation))
            line.preparation.clear();
    }
    const int at = m_current;
    const auto same =
        std::find_if(m_cells.cbegin(), m_cells.cend(), [&](const HerbCell &cell) { return cell.name == name; });
    if (at == m_cells.size() && same != m_cells.cend() && typed.dose) {
        m_edit->clear();
        emit doseWritten(int(same - m_cells.cbegin()), *typed.dose);
        return setCurrent(at);
    }
    emit written(at, line);
    setCurrent(at + 1);
}

bool HerbSheet::enter()
{
    m_completion->close();
    const TypedHerb typed = typedHerb(m_edit->text());
    if (m_edit->text().trimmed().isEmpty()) {
        if (m_current < m_cells.size())
            setCurrent(m_current + 1);
        else
            emit done();
        return true;
    }
    if (typed.askPreparation) {
        const int at = m_current;
        const QString preparation = preparationFrom(typed.preparation);
        if (!preparation.isEmpty() && at < m_cells.size()) {
            m_edit->clear();
            emit preparationWritten(at, preparation);
        }
        return true;
    }
    if (typed.remove) {
        const QList<int> lines = linesOf(typed.name);
        if (lines.size() == 1)
            takeOut(lines.first()); // else it stays to be mended
        return true;
    }
    if (typed.name.isEmpty()) {
        if (!typed.dose || m_current >= m_cells.size())
            return true; // a dose without a herb stays to be mended
        const int at = m_current;
        emit doseWritten(at, *typed.dose);
        setCurrent(at + 1);
        return true;
    }
    if (typed.name == m_pendingName) {
        commit(m_pendingHerb, m_pendingName, typed);
        return true;
    }
    const safety::ResolvedName resolved = safety::resolve(m_catalog->herbs(), typed.name);
    TypedHerb meant = typed;
    if (meant.preparation.isEmpty())
        meant.preparation = resolved.preparation;
    commit(resolved.herb.value_or(QString()), typed.name, meant);
    return true;
}

bool HerbSheet::finishTyping()
{
    if (m_edit->text().trimmed().isEmpty())
        return true;
    const TypedHerb typed = typedHerb(m_edit->text());
    const bool spelt = std::all_of(typed.name.begin(), typed.name.end(), [](QChar c) { return c.unicode() < 128; });
    if (!typed.name.isEmpty() && spelt && !typed.remove && !safety::resolve(m_catalog->herbs(), typed.name).herb)
        return false; // letters nobody has chosen a herb for
    enter();
    return m_edit->text().trimmed().isEmpty();
}

void HerbSheet::editCurrent()
{
    if (m_current >= m_cells.size() || m_readOnly)
        return;
    const HerbCell &cell = m_cells.at(m_current);
    m_edit->setText(cell.dose.isEmpty() ? cell.name + u' ' : cell.name + u' ' + cell.dose);
    const safety::ResolvedName resolved = safety::resolve(m_catalog->herbs(), cell.name);
    m_pendingName = cell.name;
    m_pendingHerb = resolved.herb.value_or(QString());
    m_edit->setSelection(int(cell.name.size()) + 1, int(cell.dose.size()));
}

bool HerbSheet::keyPressed(int key, Qt::KeyboardModifiers modifiers)
{
    const bool empty = m_edit->text().isEmpty();
    const Qt::KeyboardModifiers held = modifiers & ~Qt::KeypadModifier;
    if (held == Qt::ControlModifier && key == Qt::Key_Backspace && !m_readOnly) {
        if (!empty)
            setCurrent(m_current);
        else if (m_current < m_cells.size())
            emit removed(m_current);
        else if (m_current > 0)
            emit removed(m_current - 1);
        return true;
    }
    if (held != Qt::NoModifier)
        return false;
    switch (key) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return m_readOnly ? false : enter();
    case Qt::Key_F2:
        editCurrent();
        return true;
    case Qt::Key_Escape:
        if (!empty)
            setCurrent(m_current);
        return !empty;
    default:
        break;
    }
    if (!empty)
        return false;
    switch (key) {
    case Qt::Key_Left:
        setCurrent(m_current - 1);
        return true;
    case Qt::Key_Right:
        setCurrent(m_current + 1);
        return true;
    case Qt::Key_Up:
        if (m_current >= columns())
            setCurrent(m_current - columns());
        return true;
    case Qt::Key_Down:
        setCurrent(m_current + columns());
        return true;
    case Qt::Key_Home:
        setCurrent(0);
        return true;
    case Qt::Key_End:
        setCurrent(int(m_cells.size()));
        return true;
    default:
        return false;
    }
}

bool HerbSheet::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_edit)
        return QWidget::eventFilter(watched, event);
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        update();
    if (event->type() == QEvent::InputMethod)
        QMetaObject::invokeMethod(this, &HerbSheet::placeEditor, Qt::QueuedConnection);
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool undo = key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo);
        if (undo && m_edit->text().isEmpty()) {
            event->ignore(); // the sheet's own undo, not that of an empty line
            return true;
        }
    }
    if (event->type() != QEvent::KeyPress || m_edit->isComposing())
        return false;
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool enters = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (m_completion->isOpen() && key->key() != Qt::Key_Backspace && !(enters && m_completion->currentRow() < 0))
        return false; // the list's keys first
    return keyPressed(key->key(), key->modifiers());
}

bool HerbSheet::event(QEvent *event)
{
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::LanguageChange) {
        updateGeometry();
        placeEditor();
    }
    return QWidget::event(event);
}

void HerbSheet::mousePressEvent(QMouseEvent *event)
{
    for (int i = 0; i <= m_cells.size(); ++i) {
        if (cellRect(i).contains(event->position().toPoint())) {
            if (i != m_current && !finishTyping())
                return;
            setCurrent(qMin(i, int(m_cells.size())));
            m_edit->setFocus(Qt::MouseFocusReason);
            return;
        }
    }
}

void HerbSheet::resizeEvent(QResizeEvent *)
{
    placeEditor();
    emit reflowed();
}

} // namespace xinglin::ui
