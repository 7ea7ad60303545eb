#include "ui/visit/diagnosisfields.h"

#include "ui/kit/chipbar.h"
#include "ui/kit/popuplist.h"
#include "ui/kit/theme.h"
#include "ui/visit/codeedit.h"
#include "ui/visit/visitwords.h"

#include <QHBoxLayout>
#include <QKeyEvent>

#include <algorithm>

namespace xinglin::ui {

DiagnosisFields::DiagnosisFields(std::shared_ptr<const Catalog> catalog, QWidget *parent)
    : QWidget(parent), m_catalog(std::move(catalog)), m_further(new ChipBar(tr("Further diagnoses")))
{
    setObjectName(QStringLiteral("diagnosisFields"));
    auto *row = new QHBoxLayout;
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(gapControls);
    build(m_places[0], DiagnosisKind::Disease, QStringLiteral("disease"), tr("Disease"));
    build(m_places[1], DiagnosisKind::Pattern, QStringLiteral("pattern"), tr("Pattern"));
    build(m_places[2], DiagnosisKind::Method, QStringLiteral("method"), tr("Method"));
    build(m_places[3], DiagnosisKind::Western, QStringLiteral("western"), tr("Western", "a diagnosis"));
    for (const Place &place : m_places)
        row->addWidget(place.edit);
    m_further->setObjectName(QStringLiteral("furtherDiagnoses"));
    m_further->installEventFilter(this);
    m_further->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addLayout(row);
    column->addWidget(m_further);
    connect(m_further, &ChipBar::changed, this, [this](const QStringList &selected) {
        for (const ChipItem &chip : m_further->chips()) {
            if (!selected.contains(chip.id))
                return takeOut(chip.id);
        }
    });
    setFocusProxy(m_places.front().edit);
}

DiagnosisFields::~DiagnosisFields()
{
    // A field that has the focus tells of leaving it; that must reach a widget that is still whole.
    hide();
}

void DiagnosisFields::build(Place &place, DiagnosisKind kind, const QString &group, const QString &label)
{
    place.kind = kind;
    place.group = group;
    place.terms = kind == DiagnosisKind::Western ? &m_catalog->western : &m_catalog->diagnosis;
    place.entries = {{kind, {}, {}, {}}};
    place.edit = new CodeEdit;
    place.edit->setObjectName(group);
    place.edit->setAccessibleName(label);
    place.edit->setPlaceholderText(label);
    place.edit->setToolTip(tr("+ adds another one"));
    place.completion = new Completion(place.edit);
    place.completion->setMinimumWidth(320);
    place.completion->setEager(true);
    place.edit->installEventFilter(this);
    connect(place.completion, &Completion::queryChanged, this, [this, &place](const QString &typed) {
        place.shown() = {place.kind, {}, {}, typed};
        place.edit->setCode({});
        ask(place, typed);
        emit changed();
    });
    connect(place.completion, &Completion::taken, this, [this, &place](const CompletionRow &taken) {
        if (const Term *term = place.terms->find(taken.data.toString())) {
            place.shown() = {place.kind, term->codeSystem, term->code, term->zh};
            showEntry(place);
            emit changed();
        }
    });
    connect(place.edit, &QLineEdit::editingFinished, this, [this, &place] {
        if (place.edit->text().trimmed().isEmpty())
            place.shown() = {place.kind, {}, {}, {}};
        if (!place.edit->hasFocus() && place.entries.size() > 1) {
            dropEmpty(place);
            goTo(place, 0);
        }
    });
}

void DiagnosisFields::ask(Place &place, const QString &typed)
{
    QList<CompletionRow> rows;
    bool exact = false;
    for (const Term &term : place.terms->complete(typed, place.group, 8)) {
        CompletionRow row;
        row.primary = fullName(term);
        row.secondary = fullName(term) == term.zh ? QString() : term.zh;
        row.trailing = term.code;
        row.data = term.id;
        exact = exact || term.zh == typed;
        rows << row;
    }
    // Letters and codes choose; words in characters may stay free words, so nothing is taken from them unasked.
    const bool letters = std::all_of(typed.begin(), typed.end(), [](QChar c) { return c.unicode() < 128; });
    place.completion->setEager(letters || exact);
    place.completion->setRows(rows);
}

QString DiagnosisFields::nameOf(const Place &place, const DiagnosisEntry &entry) const
{
    const Term *term = place.terms->byCode(entry.codeSystem, entry.code);
    return term && term->zh == entry.display ? fullName(*term) : entry.display;
}

void DiagnosisFields::showEntry(Place &place)
{
    place.edit->setText(nameOf(place, place.shown()));
    place.edit->setCursorPosition(0);
    place.edit->setCode(place.shown().code);
}

void DiagnosisFields::showChips()
{
    QList<ChipItem> chips;
    for (size_t kind = 0; kind < m_places.size(); ++kind) {
        const Place &place = m_places[kind];
        for (qsizetype i = 0; i < place.entries.size(); ++i) {
            const DiagnosisEntry &entry = place.entries[i];
            if (i == place.at || entry.display.trimmed().isEmpty())
                continue;
            const QString name = nameOf(place, entry);
            chips << ChipItem{QStringLiteral("%1 %2").arg(kind).arg(i),
                              entry.code.isEmpty() ? name : name + u' ' + entry.code,
                              {},
                              true,
                              false};
        }
    }
    if (chips != m_further->chips())
        m_further->setChips(chips);
    m_further->setVisible(!chips.isEmpty());
    m_further->setEnabled(!m_readOnly);
}

void DiagnosisFields::goTo(Place &place, qsizetype at)
{
    place.at = at;
    showEntry(place);
    showChips();
}

void DiagnosisFields::dropEmpty(Place &place)
{
    place.entries.removeIf([](const DiagnosisEntry &entry) { return entry.display.trimmed().isEmpty(); });
    if (place.entries.isEmpty())
        place.entries << DiagnosisEntry{place.kind, {}, {}, {}};
    place.at = 0;
}

void DiagnosisFields::beginAnother(Place &place)
{
    place.completion->close();
    dropEmpty(place);
    if (!place.entries.constLast().display.trimmed().isEmpty())
        place.entries << DiagnosisEntry{place.kind, {}, {}, {}};
    goTo(place, place.entries.size() - 1);
    emit changed();
}

void DiagnosisFields::takeOut(const QString &chip)
{
    const QStringList parts = chip.split(u' ');
    Place &place = m_places.at(parts.first().toUInt());
    const qsizetype at = parts.last().toInt();
    place.entries.removeAt(at);
    place.at -= at < place.at ? 1 : 0;
    showChips();
    if (m_further->chips().isEmpty())
        place.edit->setFocus(Qt::OtherFocusReason);
    emit changed();
}

bool DiagnosisFields::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress || m_readOnly)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool removes = key->key() == Qt::Key_Backspace || key->key() == Qt::Key_Delete;
    if (watched == m_further) {
        const int at = m_further->current();
        if (!removes || at < 0 || at >= m_further->chips().size())
            return QWidget::eventFilter(watched, event);
        takeOut(QString(m_further->chips().at(at).id));
        return true;
    }
    for (Place &place : m_places) {
        if (watched != place.edit || place.completion->isComposing())
            continue;
        if (key->text() == u"+" || key->text() == u"＋") {
            if (!place.edit->text().trimmed().isEmpty())
                beginAnother(place);
            return true;
        }
        // In an empty further one: back to the one before.
        if (key->key() == Qt::Key_Backspace && place.at > 0 && place.edit->text().isEmpty()) {
            const qsizetype before = place.at - 1;
            place.entries.removeAt(place.at);
            goTo(place, before);
            place.edit->selectAll();
            emit changed();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void DiagnosisFields::setEntries(const QList<DiagnosisEntry> &entries)
{
    for (Place &place : m_places) {
        place.entries.clear();
        std::copy_if(entries.begin(), entries.end(), std::back_inserter(place.entries),
                     [&place](const DiagnosisEntry &entry) { return entry.kind == place.kind; });
        dropEmpty(place);
        showEntry(place);
    }
    showChips();
}

QList<DiagnosisEntry> DiagnosisFields::entries() const
{
    QList<DiagnosisEntry> list;
    for (const Place &place : m_places) {
        for (DiagnosisEntry entry : place.entries) {
            entry.display = entry.display.trimmed();
            if (!entry.display.isEmpty())
                list << entry;
        }
    }
    return list;
}

void DiagnosisFields::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    for (Place &place : m_places)
        place.edit->setReadOnly(readOnly);
    showChips();
}

} // namespace xinglin::ui
