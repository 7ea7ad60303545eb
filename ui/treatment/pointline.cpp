#include "ui/treatment/pointline.h"

#include "ui/kit/button.h"
#include "ui/kit/chipbar.h"
#include "ui/kit/numberunit.h"
#include "ui/kit/popuplist.h"
#include "ui/kit/text.h"
#include "ui/prescription/prescriptionwords.h"
#include "ui/treatment/pointchips.h"
#include "ui/treatment/treatmenttext.h"

#include <QFocusEvent>
#include <QKeyEvent>
#include <QLineEdit>

#include <algorithm>

namespace xinglin::ui {

namespace {

constexpr int shownChoices = 9;
const QString bodyNeedle = QStringLiteral("svc_body_needle");

bool isLatin(const QString &word)
{
    return std::all_of(word.begin(), word.end(), [](QChar c) { return c.unicode() < 128; });
}

} // namespace

bool PointLine::isName(const QString &word) const
{
    return m_catalog->points.isExact(word) || std::any_of(m_groups.begin(), m_groups.end(), [&](const auto &group) {
               return group.content.code == word.toLower() || group.content.name == word;
           });
}

void PointLine::setDraft(const std::optional<TreatmentDraft> &draft)
{
    m_draft = draft.value_or(TreatmentDraft());
    if (!draft) {
        const Service *service = m_catalog->services.find(bodyNeedle);
        m_draft.service = bodyNeedle;
        m_draft.name = service ? service->zh : QStringLiteral("针刺");
        m_draft.technique = Technique::Even;
    }
    m_edit->clear();
    m_completion->close();
    m_marks.clear();
    m_chips->setCurrent(-1);
    say({});
    showAll();
}

std::optional<TreatmentDraft> PointLine::draft() const
{
    return m_draft.points.isEmpty() ? std::nullopt : std::optional(m_draft);
}

void PointLine::setLast(const std::optional<TreatmentDraft> &last)
{
    m_last = last;
    showAll();
}

void PointLine::setGroups(const QList<pointgroup::Group> &groups)
{
    m_groups = groups;
}

void PointLine::setMarks(const QList<std::optional<Severity>> &marks)
{
    if (m_marks == marks)
        return;
    m_marks = marks;
    showAll();
}

void PointLine::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    m_edit->setVisible(!readOnly);
    m_overall->setEnabled(!readOnly);
    for (NumberUnit *field : {m_minutes, m_needles, m_sessions, m_perWeek})
        field->setReadOnly(readOnly);
    m_groupButton->setVisible(!readOnly);
    m_chips->setCurrent(-1);
    showAll();
}

void PointLine::setForGroup()
{
    m_forGroup = true;
    for (NumberUnit *field : {m_needles, m_sessions, m_perWeek})
        field->parentWidget()->hide();
    m_groupButton->hide();
}

void PointLine::takeLast()
{
    if (m_readOnly || !m_last)
        return;
    if (m_draft.points.isEmpty()) {
        m_draft.technique = m_last->technique;
        m_draft.minutes = m_last->minutes;
        m_draft.needles = m_last->needles;
    } else {
        m_draft.needles.reset();
    }
    for (const TreatmentPoint &point : m_last->points) {
        const bool there = std::any_of(m_draft.points.begin(), m_draft.points.end(),
                                       [&](const TreatmentPoint &known) { return known.name == point.name; });
        if (!there)
            m_draft.points << point;
    }
    say({});
    edited();
}

void PointLine::remove(const QString &name)
{
    if (m_readOnly)
        return;
    m_draft.points.removeIf(
        [&](const TreatmentPoint &point) { return TreatmentText::nameOf(*m_catalog, point) == name; });
    m_chips->setCurrent(-1);
    pointsChanged();
}

bool PointLine::finishTyping()
{
    if (m_readOnly)
        return true;
    const bool taken = takeWord(true);
    if (!taken)
        m_edit->setFocus(Qt::OtherFocusReason);
    return taken;
}

void PointLine::goTo(const QString &field)
{
    QWidget *at = field == u"minutes"    ? m_minutes
                  : field == u"needles"  ? m_needles
                  : field == u"sessions" ? m_sessions
                  : field == u"perWeek"  ? m_perWeek
                                         : static_cast<QWidget *>(m_edit);
    at->setFocus(Qt::OtherFocusReason);
}

void PointLine::ask(const QString &word)
{
    say({});
    m_choices.clear();
    const QString text = word.trimmed();
    if (text.isEmpty() || readNumber(text))
        return m_completion->setRows({});
    QStringList preferred;
    if (m_last) {
        for (const TreatmentPoint &point : m_last->points)
            preferred << point.point;
    }
    const QString low = text.toLower();
    const bool exactPoint = m_catalog->points.isExact(text);
    QList<Choice> groups;
    for (int i = 0; i < m_groups.size(); ++i) {
        const pointgroup::Draft &group = m_groups.at(i).content;
        const bool exact = group.code == low;
        if (!exact && !group.code.startsWith(low) && !(!isLatin(text) && group.name.contains(text)))
            continue;
        exact ? groups.prepend({i, {}, {}}) : groups.append({i, {}, {}});
    }
    for (const TypedPoint &typed : readPoint(text, [this](const QString &name) { return isName(name); })) {
        for (const points::AcuPoint *point : m_catalog->points.complete(typed.name, shownChoices, preferred))
            m_choices.append({-1, point->id, typed});
    }
    // A point by its whole initials is meant before a group; a group before points that only begin so.
    m_choices = exactPoint ? m_choices.mid(0, 1) + groups + m_choices.mid(1) : groups + m_choices;
    QList<CompletionRow> rows;
    for (qsizetype i = 0; i < std::min<qsizetype>(shownChoices, m_choices.size()); ++i) {
        const Choice &choice = m_choices.at(i);
        CompletionRow row;
        row.data = static_cast<int>(i);
        if (choice.group >= 0) {
            const pointgroup::Draft &group = m_groups.at(choice.group).content;
            row.primary = group.name;
            row.secondary = group.code;
            row.trailing = tr("group, %n point(s)", nullptr, static_cast<int>(group.points.size()));
        } else {
            const points::AcuPoint &known = *m_catalog->points.find(choice.point);
            const TreatmentPoint point = pointFrom(*m_catalog, m_draft, known, choice.typed);
            const bool there = std::any_of(m_draft.points.begin(), m_draft.points.end(),
                                           [&](const TreatmentPoint &other) { return other.point == known.id; });
            row.primary = TreatmentText::nameOf(known);
            row.secondary = chineseScreen() ? (known.code + u' ' + known.pinyin).trimmed() : known.zh;
            QStringList said{treatment::sideWord(point.side), treatment::techniqueWord(point.technique)};
            said.removeAll(QString());
            row.trailing = there                    ? tr("already there")
                           : choice.typed.isPlain() ? QString()
                                                    : said.join(tr(", ", "between words"));
        }
        rows << row;
    }
    // Letters choose; words in characters may stay words of one's own, so nothing is taken from them unasked.
    m_completion->setEager(isLatin(text) || isName(text));
    m_completion->setRows(rows);
}

bool PointLine::takeWord(bool unasked)
{
    const QString word = m_edit->text().trimmed();
    if (word.isEmpty())
        return true;
    if (const auto number = readNumber(word)) {
        takeNumber(*number);
        return true;
    }
    if (const int row = m_completion->currentRow(); !unasked && row >= 0 && row < m_choices.size()) {
        take(Choice(m_choices.at(row)));
        return true;
    }
    ask(word);
    const auto sure = [&](const Choice &choice) {
        return choice.group >= 0 ? m_groups.at(choice.group).content.code == word.toLower()
                                 : m_catalog->points.isUnique(choice.typed.name);
    };
    const bool letters = isLatin(word);
    if (!m_choices.isEmpty() && ((letters && !unasked) || sure(m_choices.first()))) {
        take(Choice(m_choices.first()));
        return true;
    }
    if (!letters) { // as written; the check says that it does not know it
        const QList<TypedPoint> readings = readPoint(word, [this](const QString &name) { return isName(name); });
        if (!readings.isEmpty()) {
            TypedPoint typed = readings.last();
            if (const points::AcuPoint *known = m_catalog->points.named(typed.name)) {
                TreatmentPoint point = pointFrom(*m_catalog, m_draft, *known, typed);
                point.name = typed.name; // 夹脊L4-5
                add(point);
            } else {
                add(freePoint(*m_catalog, m_draft, typed));
            }
            return true;
        }
    }
    say(tr("No point or group is called %1.").arg(word));
    return false;
}

void PointLine::take(const Choice &choice)
{
    if (choice.group < 0) {
        if (const points::AcuPoint *known = m_catalog->points.find(choice.point))
            add(pointFrom(*m_catalog, m_draft, *known, choice.typed));
        return;
    }
    const pointgroup::Draft group = m_groups.at(choice.group).content;
    if (m_draft.points.isEmpty()) {
        if (group.technique != Technique::Unsaid)
            m_draft.technique = group.technique;
        m_draft.minutes = group.minutes;
    }
    for (const TreatmentPoint &point : group.points)
        add(point);
}

void PointLine::add(const TreatmentPoint &point)
{
    m_edit->clear();
    m_completion->close();
    m_choices.clear();
    if (!m_draft.minutes) {
        const Service *service = m_catalog->services.find(m_draft.service);
        m_draft.minutes = m_last && m_last->minutes ? *m_last->minutes : service ? service->minutes : 30;
    }
    m_draft.points << point;
    pointsChanged();
}

void PointLine::takeNumber(const TypedNumber &typed)
{
    m_edit->clear();
    switch (typed.kind) {
    case TypedNumber::Kind::Minutes:
        m_draft.minutes = typed.number;
        break;
    case TypedNumber::Kind::Sessions:
        m_draft.sessions = typed.number;
        if (typed.perWeek)
            m_draft.perWeek = typed.perWeek;
        break;
    case TypedNumber::Kind::Technique:
        return setOverall(typed.technique);
    }
    edited();
}

void PointLine::recount(TreatmentPoint &point) const
{
    point.needles = treatment::usualNeedles(*m_catalog, m_draft, point);
}

void PointLine::changeCurrent(const std::function<void(TreatmentPoint &)> &change)
{
    if (m_readOnly || m_chips->current() < 0)
        return;
    TreatmentPoint &point = m_draft.points[m_chips->current()];
    const bool usual = point.needles == treatment::usualNeedles(*m_catalog, m_draft, point);
    change(point);
    if (usual)
        recount(point);
    pointsChanged();
}

void PointLine::setOverall(Technique technique)
{
    if (m_readOnly)
        return;
    QList<bool> usual;
    for (const TreatmentPoint &point : m_draft.points)
        usual << (point.needles == treatment::usualNeedles(*m_catalog, m_draft, point));
    m_draft.technique = technique;
    for (qsizetype i = 0; i < usual.size(); ++i) {
        if (usual.at(i))
            recount(m_draft.points[i]);
    }
    pointsChanged();
}

void PointLine::editCurrent()
{
    const TreatmentPoint point = m_draft.points.takeAt(m_chips->current());
    const points::AcuPoint *known = m_catalog->points.find(point.point);
    m_chips->setCurrent(-1);
    m_edit->setText(typedPoint(point, known ? treatment::pointOf(*m_catalog, m_draft, *known) : TreatmentPoint(point)));
    pointsChanged();
}

bool PointLine::walkKey(int key, const QString &text)
{
    const int at = m_chips->current();
    const int last = static_cast<int>(m_draft.points.size()) - 1;
    if (text.isEmpty() || !text.front().isDigit())
        m_digits.clear();
    switch (key) {
    case Qt::Key_Left:
        m_chips->setCurrent(std::max(0, at - 1));
        break;
    case Qt::Key_Right:
        m_chips->setCurrent(at == last ? -1 : at + 1);
        break;
    case Qt::Key_Home:
        m_chips->setCurrent(0);
        break;
    case Qt::Key_End:
    case Qt::Key_Escape:
    case Qt::Key_Space:
        m_chips->setCurrent(-1);
        break;
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        m_draft.points.removeAt(at);
        m_chips->setCurrent(at == last ? at - 1 : at);
        pointsChanged();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_F2:
        editCurrent();
        return true;
    default: {
        const QChar letter = text.isEmpty() ? QChar() : text.front().toLower();
        if (const auto side = sideOf(letter)) {
            const points::AcuPoint *known = m_catalog->points.find(m_draft.points.at(at).point);
            if (!known || !known->onlySide)
                changeCurrent([&](TreatmentPoint &point) { point.side = *side; });
        } else if (const auto technique = techniqueOf(letter)) {
            changeCurrent([&](TreatmentPoint &point) { point.technique = *technique; });
        } else if (letter.isDigit() && m_digits.size() < 2) {
            m_digits += letter;
            m_draft.points[at].needles = m_digits.toInt();
            pointsChanged();
        } else {
            m_chips->setCurrent(-1); // it is written in the line
            showAll();
            return false;
        }
        return true;
    }
    }
    showAll();
    return true;
}

bool PointLine::lineKey(int key, Qt::KeyboardModifiers held)
{
    const bool plain = (held & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (held == Qt::ControlModifier && key == Qt::Key_L) {
        takeLast();
        return true;
    }
    if (held == Qt::ControlModifier && key == Qt::Key_G && !m_forGroup) {
        emit groupsWanted();
        return true;
    }
    if (!plain)
        return false;
    const bool empty = m_edit->text().isEmpty();
    switch (key) {
    case Qt::Key_Space:
        takeWord(false);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (empty)
            emit done();
        else
            takeWord(false);
        return true;
    case Qt::Key_Tab:
        return !takeWord(false); // stays where it names nothing
    case Qt::Key_Left:
    case Qt::Key_Backspace:
        if (!empty || m_draft.points.isEmpty())
            return false;
        m_digits.clear();
        m_chips->setCurrent(static_cast<int>(m_draft.points.size()) - 1);
        showAll();
        return true;
    default:
        return false;
    }
}

bool PointLine::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_edit || m_readOnly)
        return QWidget::eventFilter(watched, event);
    if (event->type() == QEvent::ShortcutOverride) {
        // Ctrl+L and Esc belong to the page elsewhere.
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool ours =
            (key->modifiers() == Qt::ControlModifier && (key->key() == Qt::Key_L || key->key() == Qt::Key_G)) ||
            (m_chips->current() >= 0 && (key->key() == Qt::Key_Escape || key->key() == Qt::Key_F2));
        if (ours) {
            event->accept();
            return true;
        }
    }
    if (event->type() == QEvent::KeyPress && !m_completion->isComposing()) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool modified = (key->modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier)) != Qt::NoModifier;
        const bool tab = key->key() == Qt::Key_Tab || key->key() == Qt::Key_Backtab;
        if (m_chips->current() >= 0 && !modified && !tab && walkKey(key->key(), key->text()))
            return true;
        if (lineKey(key->key(), key->modifiers()))
            return true;
    }
    if (event->type() == QEvent::FocusOut) {
        const auto reason = static_cast<QFocusEvent *>(event)->reason();
        const bool left = reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason ||
                          reason == Qt::MouseFocusReason || reason == Qt::ShortcutFocusReason;
        if (left && isVisible() && isEnabled()) { // behind a lock it waits
            m_chips->setCurrent(-1);
            takeWord(true);
            showAll();
        }
    }
    return QWidget::eventFilter(watched, event);
}

void PointLine::showAll()
{
    QList<PointChips::Item> items;
    for (qsizetype i = 0; i < m_draft.points.size(); ++i) {
        const TreatmentPoint &point = m_draft.points.at(i);
        const points::AcuPoint *known = m_catalog->points.find(point.point);
        PointChips::Item item;
        item.name = TreatmentText::nameOf(*m_catalog, point);
        item.side = TreatmentText::shortSide(point.side);
        item.technique = TreatmentText::shortTechnique(point.technique);
        if (point.depthCun)
            item.technique = (item.technique + u' ' + tr("%1 cun").arg(*point.depthCun)).trimmed();
        if (point.needles != treatment::usualNeedles(*m_catalog, m_draft, point))
            item.technique = (item.technique + u' ' + tr("%n needle(s)", nullptr, point.needles)).trimmed();
        item.known = known && known->located;
        QStringList said{treatment::pointInWords(point, [&](const TreatmentPoint &) { return item.name; })};
        if (point.side == points::Side::Both)
            said << treatment::sideWord(point.side);
        said << tr("%n needle(s)", nullptr, point.needles);
        if (known && known->located)
            said << TreatmentText::about(*m_catalog, *known);
        else
            said << tr("not known, not checked");
        item.spoken = said.join(tr("; ", "between parts"));
        item.mark = m_marks.value(i);
        items << item;
    }
    m_chips->setItems(items);
    const bool chosen = m_chips->current() >= 0;
    m_choosers->setVisible(chosen);
    if (chosen) {
        const TreatmentPoint &point = m_draft.points.at(m_chips->current());
        m_sides->setSelected({toText(point.side)});
        m_techniques->setSelected({toText(point.technique)});
        m_hint->setText(
            tr("Letters as printed on the chips; digits: needles; ⏎ writes it anew, ⌫ takes it out, → back."));
        dress(m_hint, TypeStyle::Caption, Token::Text2);
    } else if (!m_edit->property("problem").toBool()) {
        const bool offered = m_last && m_draft.points.isEmpty() && !m_readOnly;
        m_hint->setText(offered ? tr("Last time: %1").arg(TreatmentText::inWords(*m_catalog, *m_last)) : QString());
        dress(m_hint, TypeStyle::Caption, Token::Text3);
    }
    m_hint->setVisible(!m_hint->text().isEmpty());
    m_lastButton->setVisible(m_last.has_value() && !m_readOnly);
    showNumbers();
}

void PointLine::showNumbers()
{
    const auto put = [](NumberUnit *field, std::optional<int> value) {
        if (!field->hasFocus() || field->scaled() != (value ? std::optional<qint64>(*value) : std::nullopt))
            field->setScaled(value ? std::optional<qint64>(*value) : std::nullopt);
    };
    const bool any = !m_draft.points.isEmpty();
    m_overall->setSelected(m_draft.technique == Technique::Unsaid ? QStringList()
                                                                  : QStringList{toText(m_draft.technique)});
    put(m_minutes, m_draft.minutes);
    if (!m_needles->hasFocus())
        put(m_needles, any ? std::optional(m_draft.needleCount()) : std::nullopt);
    if (!m_sessions->hasFocus())
        put(m_sessions, any ? std::optional(m_draft.sessions) : std::nullopt);
    put(m_perWeek, m_draft.perWeek);
    TreatmentDraft counted = m_draft;
    counted.needles.reset();
    m_needles->setToolTip(m_draft.needles ? tr("The points add up to %1.").arg(counted.needleCount()) : QString());
}

void PointLine::pointsChanged()
{
    m_draft.needles.reset(); // it was counted for other points
    edited();
}

void PointLine::edited()
{
    m_marks.clear(); // they come anew with the check
    showAll();
    emit changed();
}

void PointLine::say(const QString &sentence)
{
    m_edit->setProperty("problem", !sentence.isEmpty());
    m_hint->setText(sentence);
    m_hint->setVisible(!sentence.isEmpty());
    dress(m_hint, TypeStyle::Caption, sentence.isEmpty() ? Token::Text3 : Token::CinnabarText);
    if (sentence.isEmpty())
        showAll();
}

} // namespace xinglin::ui
