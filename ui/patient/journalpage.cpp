#include "ui/patient/journalpage.h"

#include "clinic/changewords.h"
#include "ui/kit/button.h"
#include "ui/kit/messagestrip.h"
#include "ui/kit/ondone.h"
#include "ui/kit/pane.h"
#include "ui/kit/rowdelegate.h"
#include "ui/kit/text.h"
#include "ui/patient/takingback.h"

#include <QHeaderView>
#include <QLocale>
#include <QStandardItemModel>
#include <QTableView>
#include <QVBoxLayout>

namespace xinglin::ui {

namespace {

enum Column { When, Who_, What, Whose, State, ColumnCount };
constexpr int most = 300;
constexpr int detailsWidth = 360;

} // namespace

JournalPage::JournalPage(Clinic &clinic, const Who &who, QWidget *parent)
    : Page(QStringLiteral("journal"), parent)
    , m_clinic(clinic)
    , m_who(who)
    , m_strip(new MessageStrip)
    , m_table(new QTableView)
    , m_model(new QStandardItemModel(0, ColumnCount, this))
    , m_what(new Label(QString(), TypeStyle::Heading))
    , m_sentences(new Label(QString()))
    , m_why(new Label(QString(), TypeStyle::Small, Token::Text2))
    , m_chart(new Button(tr("Open the chart")))
    , m_takingBack(new TakingBack(clinic, this, false))
{
    m_model->setHorizontalHeaderLabels({tr("Time"), tr("Who"), tr("What"), tr("Whose record"), tr("State")});
    m_table->setObjectName(QStringLiteral("journalRows"));
    m_table->setAccessibleName(tr("Acts of the last day, the newest first"));
    m_table->setModel(m_model);
    dressRows(m_table);
    m_table->setTabKeyNavigation(false);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    QHeaderView *header = m_table->horizontalHeader();
    header->setSectionsClickable(false);
    header->setStretchLastSection(false);
    header->setSectionResizeMode(What, QHeaderView::Stretch);
    const Theme &theme = Theme::of(this);
    const std::pair<int, int> widths[] = {{When, 128}, {Who_, 112}, {Whose, 128}, {State, 136}};
    for (const auto &[column, width] : widths)
        header->resizeSection(column, theme.scaled(width));
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &JournalPage::showEntry);

    auto *panes = new QHBoxLayout;
    panes->setContentsMargins(0, 0, 0, 0);
    panes->setSpacing(0);
    panes->addWidget(m_table, 1);
    panes->addWidget(buildDetails());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_strip);
    column->addLayout(panes, 1);

    connect(&m_clinic, &Clinic::changed, this, [this] {
        m_stale = true;
        refresh();
    });
}

QWidget *JournalPage::buildDetails()
{
    auto *side = new Pane(Token::Surface, Qt::LeftEdge);
    side->setFixedWidth(Theme::of(this).scaled(detailsWidth));
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(panelPadding, panelPadding, panelPadding, panelPadding);
    column->setSpacing(gapControls);
    m_what->setObjectName(QStringLiteral("journalWhat"));
    m_sentences->setObjectName(QStringLiteral("journalSentences"));
    m_why->setObjectName(QStringLiteral("journalWhy"));
    for (Label *label : {m_what, m_sentences, m_why}) {
        label->setWordWrap(true);
        column->addWidget(label);
    }
    if (m_who.may(access::Permission::TakeBack)) {
        m_takeBack = new Button(tr("Take back"), ButtonKind::Primary);
        m_takeBack->setObjectName(QStringLiteral("takeBack"));
        m_takeBack->setKeys(QKeySequence(Qt::CTRL | Qt::Key_Z));
        column->addWidget(m_takeBack, 0, Qt::AlignLeft);
        connect(m_takeBack, &Button::clicked, this, [this] {
            if (const journal::Entry *entry = current())
                m_takingBack->ask(*entry);
        });
    }
    m_chart->setObjectName(QStringLiteral("journalChart"));
    m_chart->setKeys(QKeySequence(Qt::CTRL | Qt::Key_Return));
    connect(m_chart, &Button::clicked, this, [this] {
        const journal::Entry *entry = current();
        if (entry && entry->patient)
            emit chartWanted(*entry->patient);
    });
    column->addWidget(m_chart, 0, Qt::AlignLeft);
    column->addStretch(1);
    return side;
}

void JournalPage::refresh()
{
    if (m_stale && isVisible() && !isResting())
        load();
}

void JournalPage::load()
{
    m_stale = false;
    const quint64 question = ++m_question;
    const auto entries =
        m_clinic.read([](const store::Snapshot &view) { return journal::lastDay(view, std::nullopt, most); });
    onDone(entries, this, [this, question](const Result<QList<journal::Entry>> &found) {
        if (question != m_question)
            return;
        if (!found)
            return m_strip->say(MessageStrip::Kind::Stop, found.error().message);
        m_strip->clear();
        show(*found);
    });
}

void JournalPage::show(const QList<journal::Entry> &entries)
{
    const journal::Entry *before = current();
    const std::optional<qint64> kept = before ? std::optional(before->told.n) : std::nullopt;
    m_entries = entries;
    m_model->removeRows(0, m_model->rowCount());
    const QTimeZone &zone = m_clinic.store().options().zone;
    int row = 0;
    for (qsizetype i = 0; i < entries.size(); ++i) {
        const journal::Entry &entry = entries[i];
        const QDateTime at = QDateTime::fromMSecsSinceEpoch(toMs(entry.told.at), zone);
        QList<QStandardItem *> items;
        const QStringList words{at.date() == today(m_clinic)
                                    ? QLocale().toString(at.time(), tr("HH:mm", "a time of today"))
                                    : QLocale().toString(at, tr("d MMM HH:mm", "a time of yesterday")),
                                entry.told.who, changes::actText(entry.told.act), entry.patientName,
                                entry.takenBack  ? tr("taken back")
                                : entry.possible ? tr("can be taken back")
                                                 : tr("stays")};
        for (const QString &word : words)
            items << new QStandardItem(word);
        items[Whose]->setData(true, RowSongRole);
        items[State]->setData(int(entry.takenBack  ? Tone::Slate
                                  : entry.possible ? Tone::Malachite
                                                   : Tone::Neutral),
                              RowToneRole);
        items[What]->setData(entry.takenBack, RowStruckRole);
        m_model->appendRow(items);
        if (kept == entry.told.n)
            row = static_cast<int>(i);
    }
    if (!entries.isEmpty())
        m_table->setCurrentIndex(m_model->index(row, 0));
    showEntry();
    emit headingChanged();
}

const journal::Entry *JournalPage::current() const
{
    const int row = m_table->currentIndex().row();
    return row >= 0 && row < m_entries.size() ? &m_entries[row] : nullptr;
}

void JournalPage::showEntry()
{
    const journal::Entry *entry = current();
    m_what->setText(entry ? changes::actText(entry->told.act)
                          : tr("Nothing was done in the last day, as far as you may see it."));
    m_sentences->setText(entry ? entry->told.sentences.join(u'\n') : QString());
    QStringList more;
    if (entry && !entry->told.reason.isEmpty())
        more << tr("Why: %1").arg(entry->told.reason);
    if (entry && !entry->possible)
        more << entry->why;
    m_why->setText(more.join(u'\n'));
    m_why->setVisible(!more.isEmpty());
    if (m_takeBack)
        m_takeBack->setEnabled(entry && entry->possible);
    m_chart->setVisible(entry && entry->patient);
}

QString JournalPage::title() const
{
    return tr("Today's changes");
}

QString JournalPage::context() const
{
    return tr("%n act(s) in 24 hours", nullptr, static_cast<int>(m_entries.size()));
}

QList<KeyHint> JournalPage::keyHints() const
{
    QList<KeyHint> hints{{QStringLiteral("↑ ↓"), tr("choose")}, {QStringLiteral("Ctrl ⏎"), tr("chart")}};
    if (m_takeBack)
        hints.prepend({QStringLiteral("Ctrl Z"), tr("take back")});
    return hints;
}

void JournalPage::activate()
{
    m_table->setFocus(Qt::OtherFocusReason);
    m_stale = true;
    refresh();
}

void JournalPage::rest(bool resting)
{
    Page::rest(resting);
    m_stale = true;
    refresh();
}

} // namespace xinglin::ui
