#include "ui/patient/allergyeditor.h"

#include "ui/kit/button.h"
#include "ui/kit/field.h"
#include "ui/kit/popuplist.h"
#include "ui/kit/text.h"

#include <QHBoxLayout>
#include <QLineEdit>

namespace xinglin::ui {

AllergyEditor::AllergyEditor(const QList<AllergenChoice> &choices, QWidget *parent)
    : QWidget(parent)
    , m_choices(choices)
    , m_substance(new QLineEdit)
    , m_reaction(new QLineEdit)
    , m_completion(new Completion(m_substance))
    , m_rows(new QVBoxLayout)
{
    m_substance->setObjectName(QStringLiteral("allergySubstance"));
    m_reaction->setObjectName(QStringLiteral("allergyReaction"));
    m_completion->setEager(false);
    auto *substance = new Field(tr("Allergic to"), m_substance);
    auto *reaction = new Field(tr("Reaction"), m_reaction);
    substance->setReserve(false);
    reaction->setReserve(false);
    auto *add = new Button(tr("Add"));
    add->setObjectName(QStringLiteral("addAllergy"));
    add->setKeyCap(QStringLiteral("⏎"));
    add->setAccessibleName(tr("Add the allergy"));
    auto *line = new QHBoxLayout;
    line->addWidget(reaction, 1);
    line->addWidget(add, 0, Qt::AlignBottom);
    m_rows->setSpacing(0);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(substance);
    column->addLayout(line);
    column->addLayout(m_rows);

    connect(m_completion, &Completion::queryChanged, this, &AllergyEditor::propose);
    connect(m_completion, &Completion::taken, this, [this](const CompletionRow &row) {
        m_substance->setText(row.primary);
        m_chosen = row.data.toString();
        take();
    });
    connect(m_substance, &QLineEdit::textEdited, this, [this] {
        m_chosen.clear();
        emit changed();
    });
    connect(m_substance, &QLineEdit::returnPressed, this, [this] {
        if (m_completion->isComposing())
            return;
        // Letters stand for a name: "ml" is the oyster, not a word of its own.
        const QString typed = m_substance->text().trimmed();
        const bool letters = std::all_of(typed.begin(), typed.end(), [](QChar c) { return c.unicode() < 0x80; });
        if (m_chosen.isEmpty() && letters && !typed.isEmpty() && !m_proposed.isEmpty()) {
            m_substance->setText(m_proposed.first().primary);
            m_chosen = m_proposed.first().data.toString();
        }
        take();
    });
    connect(m_reaction, &QLineEdit::textEdited, this, &AllergyEditor::changed);
    connect(m_reaction, &QLineEdit::returnPressed, this, &AllergyEditor::take);
    connect(add, &Button::clicked, this, &AllergyEditor::take);
}

void AllergyEditor::setKnown(const QList<Allergy> &known)
{
    m_known = known;
    m_added.clear();
    m_retractions.clear();
    rebuild();
}

void AllergyEditor::clear()
{
    m_substance->clear();
    m_reaction->clear();
    m_chosen.clear();
    setKnown({});
}

QList<AllergyDraft> AllergyEditor::added() const
{
    QList<AllergyDraft> all = m_added;
    if (!m_substance->text().trimmed().isEmpty())
        all << AllergyDraft{m_chosen, m_substance->text().trimmed(), m_reaction->text().trimmed()};
    return all;
}

QList<Retraction> AllergyEditor::retracted() const
{
    QList<Retraction> given;
    for (const Retraction &retraction : m_retractions) {
        if (!retraction.reason.trimmed().isEmpty())
            given << retraction;
    }
    return given;
}

CareContent AllergyEditor::begun() const
{
    CareContent begun;
    begun.added = m_added;
    for (const Retraction &retraction : m_retractions)
        begun.retracted.insert(retraction.id.toString(), retraction.reason);
    for (const QLineEdit *line : {m_substance, m_reaction}) {
        if (!line->text().isEmpty())
            begun.hand.lines.insert(line->objectName(), line->text());
    }
    return begun;
}

void AllergyEditor::resume(const CareContent &begun)
{
    m_added = begun.added;
    m_retractions.clear();
    rebuild();
    const QList<Allergy> known = m_known;
    for (const Allergy &allergy : known) {
        if (const auto reason = begun.retracted.constFind(allergy.id.toString()); reason != begun.retracted.cend())
            askReason(allergy, *reason);
    }
    for (QLineEdit *line : {m_substance, m_reaction})
        line->setText(begun.hand.lines.value(line->objectName()));
    emit changed();
}

void AllergyEditor::propose(const QString &typed)
{
    const QString wanted = typed.trimmed().toLower();
    QList<CompletionRow> first;
    QList<CompletionRow> inner;
    for (const AllergenChoice &choice : m_choices) {
        if (wanted.isEmpty())
            break;
        bool begins = false;
        bool holds = false;
        for (const QString &word : choice.words) {
            begins = begins || word.startsWith(wanted);
            holds = holds || word.contains(wanted);
        }
        if (holds)
            (begins ? first : inner) << CompletionRow{choice.name, {}, {}, choice.id};
    }
    m_proposed = first;
    m_completion->setRows((first + inner).mid(0, 8));
}

void AllergyEditor::take()
{
    if (m_substance->text().trimmed().isEmpty())
        return;
    m_added = added();
    m_proposed.clear();
    m_completion->setRows({});
    m_substance->clear();
    m_reaction->clear();
    m_chosen.clear();
    rebuild();
    m_substance->setFocus();
    emit changed();
}

void AllergyEditor::rebuild()
{
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
    const auto row = [this](const QString &substance, const QString &reaction, const QString &verb,
                            const QString &name) {
        auto *line = new QWidget;
        auto *words =
            new Label(reaction.isEmpty() ? substance : tr("%1: %2", "allergy and reaction").arg(substance, reaction));
        words->setWordWrap(true);
        auto *button = new Button(verb, ButtonKind::Ghost);
        button->setControlSize(ButtonSize::Small);
        button->setObjectName(name);
        button->setAccessibleName(tr("%1: %2", "verb and what it is done to").arg(verb, substance));
        auto *layout = new QHBoxLayout(line);
        layout->setContentsMargins(0, 3, 0, 3); // room for the button's focus ring
        layout->addWidget(words, 1);
        layout->addWidget(button);
        m_rows->addWidget(line);
        return button;
    };
    for (const Allergy &allergy : std::as_const(m_known)) {
        if (!m_mayRetract) {
            auto *words =
                new Label(allergy.reaction.isEmpty()
                              ? allergy.substance
                              : tr("%1: %2", "allergy and reaction").arg(allergy.substance, allergy.reaction));
            words->setWordWrap(true);
            m_rows->addWidget(words);
            continue;
        }
        Button *retract = row(allergy.substance, allergy.reaction, tr("Wrong entry"),
                              QStringLiteral("retract-%1").arg(allergy.substance));
        connect(retract, &Button::clicked, this, [this, allergy] { askReason(allergy); });
    }
    for (qsizetype i = 0; i < m_added.size(); ++i) {
        Button *remove = row(m_added[i].substance, m_added[i].reaction, tr("Remove"),
                             QStringLiteral("remove-%1").arg(m_added[i].substance));
        connect(remove, &Button::clicked, this, [this, i] {
            m_added.removeAt(i);
            rebuild();
            emit changed();
        });
    }
}

void AllergyEditor::askReason(const Allergy &allergy, const QString &begun)
{
    for (const Retraction &known : std::as_const(m_retractions)) {
        if (known.id == allergy.id)
            return;
    }
    m_retractions << Retraction{allergy.id, begun};
    auto *reason = new QLineEdit(begun);
    reason->setObjectName(QStringLiteral("retractReason"));
    auto *field = new Field(tr("Why is %1 not true?").arg(allergy.substance), reason);
    field->showHint(tr("Saved with your name; an empty line changes nothing."));
    m_rows->addWidget(field);
    if (begun.isEmpty())
        reason->setFocus();
    connect(reason, &QLineEdit::textChanged, this, [this, id = allergy.id](const QString &text) {
        for (Retraction &retraction : m_retractions) {
            if (retraction.id == id)
                retraction.reason = text;
        }
        emit changed();
    });
}

} // namespace xinglin::ui
