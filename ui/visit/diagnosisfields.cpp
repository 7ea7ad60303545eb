#include "ui/visit/diagnosisfields.h"

#include "ui/kit/popuplist.h"
#include "ui/kit/theme.h"
#include "ui/visit/codeedit.h"
#include "ui/visit/visitwords.h"

#include <QHBoxLayout>

#include <algorithm>

namespace xinglin::ui {

DiagnosisFields::DiagnosisFields(std::shared_ptr<const Catalog> catalog, QWidget *parent)
    : QWidget(parent), m_catalog(std::move(catalog))
{
    setObjectName(QStringLiteral("diagnosisFields"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(gapControls);
    const std::array<DiagnosisKind, 3> kinds = {DiagnosisKind::Disease, DiagnosisKind::Pattern, DiagnosisKind::Method};
    const QStringList groups = {QStringLiteral("disease"), QStringLiteral("pattern"), QStringLiteral("method")};
    const QStringList labels = {tr("Disease"), tr("Pattern"), tr("Treatment method")};
    for (size_t i = 0; i < 3; ++i) {
        Place &place = m_places[i];
        place.kind = kinds[i];
        place.group = groups.at(qsizetype(i));
        place.edit = new CodeEdit;
        place.edit->setObjectName(place.group);
        place.edit->setAccessibleName(labels.at(qsizetype(i)));
        place.edit->setPlaceholderText(labels.at(qsizetype(i)));
        place.completion = new Completion(place.edit);
        place.completion->setMinimumWidth(320);
        place.completion->setEager(true);
        connect(place.completion, &Completion::queryChanged, this, [this, &place](const QString &typed) {
            place.chosen = {place.kind, {}, {}, typed};
            place.edit->setCode({});
            ask(place, typed);
            emit changed();
        });
        connect(place.completion, &Completion::taken, this, [this, &place](const CompletionRow &taken) {
            if (const Term *term = m_catalog->diagnosis.find(taken.data.toString())) {
                place.chosen = {place.kind, term->codeSystem, term->code, term->zh};
                showEntry(place);
                emit changed();
            }
        });
        connect(place.edit, &QLineEdit::editingFinished, this, [this, &place] {
            if (place.edit->text().trimmed().isEmpty())
                place.chosen = {place.kind, {}, {}, {}};
        });
        row->addWidget(place.edit);
    }
    setFocusProxy(m_places.front().edit);
}

DiagnosisFields::~DiagnosisFields()
{
    // A field that has the focus tells of leaving it; that must reach a widget that is still whole.
    hide();
}

void DiagnosisFields::ask(Place &place, const QString &typed)
{
    QList<CompletionRow> rows;
    bool exact = false;
    for (const Term &term : m_catalog->diagnosis.complete(typed, place.group, 8)) {
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

void DiagnosisFields::showEntry(Place &place)
{
    QString text = place.chosen.display;
    if (const Term *term = m_catalog->diagnosis.byCode(place.chosen.codeSystem, place.chosen.code);
        term && term->zh == place.chosen.display)
        text = fullName(*term);
    place.edit->setText(text);
    place.edit->setCursorPosition(0);
    place.edit->setCode(place.chosen.code);
}

void DiagnosisFields::setEntries(const QList<DiagnosisEntry> &entries)
{
    m_western.clear();
    for (Place &place : m_places) {
        place.chosen = {place.kind, {}, {}, {}};
        place.others.clear();
    }
    for (const DiagnosisEntry &entry : entries) {
        const auto place =
            std::find_if(m_places.begin(), m_places.end(), [&](const Place &one) { return one.kind == entry.kind; });
        if (place == m_places.end())
            m_western << entry;
        else if (place->chosen.display.isEmpty())
            place->chosen = entry;
        else
            place->others << entry;
    }
    for (Place &place : m_places)
        showEntry(place);
}

QList<DiagnosisEntry> DiagnosisFields::entries() const
{
    QList<DiagnosisEntry> list;
    for (const Place &place : m_places) {
        DiagnosisEntry entry = place.chosen;
        entry.display = entry.display.trimmed();
        if (!entry.display.isEmpty())
            list << entry;
        list << place.others;
    }
    return list + m_western;
}

void DiagnosisFields::setReadOnly(bool readOnly)
{
    for (Place &place : m_places)
        place.edit->setReadOnly(readOnly);
}

} // namespace xinglin::ui
