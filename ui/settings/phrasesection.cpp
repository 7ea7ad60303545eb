#include "ui/settings/phrasesection.h"

#include "ui/kit/button.h"
#include "ui/kit/emptystate.h"
#include "ui/kit/icons.h"
#include "ui/kit/messagestrip.h"
#include "ui/kit/ondone.h"
#include "ui/kit/rowdelegate.h"
#include "ui/kit/text.h"
#include "ui/visit/phrasedialog.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QShortcut>
#include <QStackedLayout>
#include <QStandardItemModel>
#include <QTableView>

namespace xinglin::ui {

namespace {
enum Column { Letters, Text, Where, Whose, ColumnCount };
} // namespace

PhraseSection::PhraseSection(Clinic &clinic, QWidget *parent)
    : Page(QStringLiteral("settingsPhrases"), parent)
    , m_clinic(clinic)
    , m_model(new QStandardItemModel(0, ColumnCount, this))
    , m_table(new QTableView)
    , m_stack(new QStackedLayout)
    , m_strip(new MessageStrip)
{
    build();
    connect(&m_clinic, &Clinic::changed, this, [this](const store::ChangeSet &changes) {
        if (isVisible() && !isResting() && changes.touches("phrase"))
            load();
    });
}

QString PhraseSection::title() const
{
    return tr("Phrases");
}

QList<KeyHint> PhraseSection::keyHints() const
{
    return {{QStringLiteral("N"), tr("new phrase")},
            {QStringLiteral("⏎"), tr("change")},
            {QStringLiteral("Del"), tr("retire")}};
}

void PhraseSection::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(pageMargin, 12, pageMargin, 8);
    column->setSpacing(gapControls);
    auto *head = new QHBoxLayout;
    head->setSpacing(gapControls);
    head->addWidget(new Label(tr("Phrases"), TypeStyle::Title), 1);
    m_retire = new Button(tr("Retire"));
    m_retire->setObjectName(QStringLiteral("retirePhrase"));
    m_retire->setKeyCap(QStringLiteral("Del"));
    connect(m_retire, &Button::clicked, this, &PhraseSection::retire);
    m_change = new Button(tr("Change"));
    m_change->setObjectName(QStringLiteral("changePhrase"));
    m_change->setKeyCap(QStringLiteral("⏎"));
    const auto change = [this] {
        if (const phrases::Phrase *phrase = chosen())
            edit(*phrase);
    };
    connect(m_change, &Button::clicked, this, change);
    auto *add = new Button(tr("New phrase"), ButtonKind::Primary);
    add->setObjectName(QStringLiteral("newPhrase"));
    add->setIcon(icon(u"list-add", Token::OnInk));
    add->setKeyCap(QStringLiteral("N"));
    connect(add, &Button::clicked, this, [this] { edit({}); });
    for (Button *button : {m_retire, m_change, add})
        head->addWidget(button);
    column->addLayout(head);
    m_strip->setObjectName(QStringLiteral("phraseStrip"));
    column->addWidget(m_strip);

    m_table->setObjectName(QStringLiteral("phraseTable"));
    m_table->setAccessibleName(tr("Phrases"));
    m_model->setHorizontalHeaderLabels({tr("Letters"), tr("Phrase"), tr("Where"), tr("Whose")});
    m_table->setModel(m_model);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    dressRows(m_table)->setPadding(12, 10);
    m_table->horizontalHeader()->setStretchLastSection(false);
    m_table->horizontalHeader()->setSectionsClickable(false);
    m_table->horizontalHeader()->setSectionResizeMode(Text, QHeaderView::Stretch);
    const Theme &theme = Theme::of(this);
    m_table->horizontalHeader()->resizeSection(Letters, theme.scaled(112));
    m_table->horizontalHeader()->resizeSection(Where, theme.scaled(128));
    m_table->horizontalHeader()->resizeSection(Whose, theme.scaled(112));
    connect(m_table, &QTableView::doubleClicked, this, change);
    auto *empty = new EmptyState(QStringLiteral("document-edit"), tr("No phrases yet"),
                                 tr("In a note select words and press [Ctrl ;], or begin one here with [N]."));
    auto *pages = new QWidget;
    pages->setLayout(m_stack);
    m_stack->addWidget(empty);
    m_stack->addWidget(m_table);
    column->addWidget(pages, 1);

    const auto key = [this](const QKeySequence &keys, auto act) {
        auto *shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    key(Qt::Key_N, [this] { edit({}); });
    key(Qt::Key_Return, change);
    key(Qt::Key_Enter, change);
    key(Qt::Key_Delete, [this] { retire(); });
}

void PhraseSection::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    if (!isResting())
        load(); // the list of sections shows it without entering it
}

void PhraseSection::activate()
{
    load();
}

void PhraseSection::load()
{
    onDone(m_clinic.read([](const store::Snapshot &view) { return phrases::all(view); }), this,
           [this](const Result<QList<phrases::Phrase>> &known) {
               if (known)
                   return showPhrases(*known);
               m_strip->say(MessageStrip::Kind::Stop, known.error().message);
           });
}

void PhraseSection::showPhrases(const QList<phrases::Phrase> &known)
{
    const int row = std::max(0, m_table->currentIndex().row());
    m_known = known;
    m_model->removeRows(0, m_model->rowCount());
    for (const phrases::Phrase &phrase : known) {
        QList<QStandardItem *> cells;
        for (const QString &text : {phrase.abbreviation, phrase.text.simplified(), phraseFieldName(phrase.field),
                                    phrase.own ? tr("my own") : tr("the clinic's")}) {
            auto *cell = new QStandardItem(text);
            cell->setEditable(false);
            cells << cell;
        }
        cells.at(Letters)->setData(true, RowBoldRole);
        m_model->appendRow(cells);
    }
    m_stack->setCurrentIndex(known.isEmpty() ? 0 : 1);
    m_change->setVisible(!known.isEmpty());
    m_retire->setVisible(!known.isEmpty());
    if (known.isEmpty())
        return;
    m_table->selectRow(std::min(row, int(known.size()) - 1));
    if (isVisible() && !QApplication::activeModalWidget())
        m_table->setFocus(Qt::OtherFocusReason);
}

const phrases::Phrase *PhraseSection::chosen() const
{
    const int row = m_table->currentIndex().row();
    return row >= 0 && row < m_known.size() ? &m_known.at(row) : nullptr;
}

void PhraseSection::edit(const phrases::Phrase &phrase)
{
    m_strip->clear();
    (new PhraseDialog(m_clinic, phrase, this))->open();
}

void PhraseSection::retire()
{
    const phrases::Phrase *phrase = chosen();
    if (!phrase)
        return;
    const phrases::Phrase gone = *phrase;
    const auto done =
        m_clinic.write("phrase.retire", [id = gone.id](store::Transaction &tx) { return phrases::retire(tx, id); });
    onDone(done, this, [this, gone](const Result<Done> &result) {
        m_strip->say(result ? MessageStrip::Kind::Done : MessageStrip::Kind::Stop,
                     result ? tr("\"%1\" is offered no more.").arg(gone.abbreviation) : result.error().message);
    });
}

} // namespace xinglin::ui
