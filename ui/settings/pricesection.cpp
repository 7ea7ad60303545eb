#include "ui/settings/pricesection.h"

#include "clinic/draftcontent.h"
#include "ui/kit/button.h"
#include "ui/kit/field.h"
#include "ui/kit/messagestrip.h"
#include "ui/kit/ondone.h"
#include "ui/kit/popuplist.h"
#include "ui/kit/rowdelegate.h"
#include "ui/kit/text.h"
#include "ui/shell/formdraft.h"

#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QShortcut>
#include <QStandardItemModel>
#include <QTableView>

#include <algorithm>

namespace xinglin::ui {

namespace {
enum Column { Herb, Amount, ColumnCount };
constexpr int offered = 8;
constexpr int widest = 1120; // the name of a herb and its price belong together
} // namespace

PriceSection::PriceSection(Clinic &clinic, std::shared_ptr<const Catalog> catalog, QWidget *parent)
    : Page(QStringLiteral("settingsPrices"), parent)
    , m_clinic(clinic)
    , m_catalog(std::move(catalog))
    , m_model(new QStandardItemModel(0, ColumnCount, this))
    , m_table(new QTableView)
    , m_strip(new MessageStrip)
    , m_herb(new QLineEdit)
    , m_price(new QLineEdit)
    , m_herbField(new Field(tr("Herb"), m_herb))
    , m_priceField(new Field(tr("Yuan for 10 g"), m_price))
    , m_herbs(new Completion(m_herb))
    , m_fee(new QLineEdit)
    , m_feeField(new Field(tr("Processing fee for each packet, yuan"), m_fee))
    , m_printed(new QCheckBox(tr("Print the price on prescriptions")))
    , m_report(new QPlainTextEdit)
{
    build();
    buildKeys();
    connect(&m_clinic, &Clinic::changed, this, [this](const store::ChangeSet &changes) {
        if (isVisible() && !isResting() && (changes.touches("price") || changes.touches("setting")))
            load();
    });
}

QString PriceSection::title() const
{
    return tr("Prices");
}

QList<KeyHint> PriceSection::keyHints() const
{
    return {{QStringLiteral("⏎"), tr("set price")},
            {QStringLiteral("Del"), tr("take away")},
            {QStringLiteral("Ctrl Shift V"), tr("paste a list")}};
}

void PriceSection::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(pageMargin, 12, pageMargin, 8);
    column->setSpacing(gapControls);
    column->addWidget(new Label(tr("Prices of herbs"), TypeStyle::Title));
    m_strip->setObjectName(QStringLiteral("priceStrip"));
    column->addWidget(m_strip);
    m_herb->setObjectName(QStringLiteral("priceHerb"));
    m_herb->setPlaceholderText(tr("Name, pinyin or initials, such as hq"));
    m_price->setObjectName(QStringLiteral("priceAmount"));
    m_herbs->setSong(true);
    connect(m_herbs, &Completion::queryChanged, this, &PriceSection::ask);
    connect(m_herbs, &Completion::taken, this, [this](const CompletionRow &row) { choose(row.data.toString()); });
    connect(m_herb, &QLineEdit::returnPressed, this, [this] { choose(m_herb->text()); });
    connect(m_herb, &QLineEdit::textChanged, m_herbField, &Field::clearProblem);
    connect(m_price, &QLineEdit::textChanged, m_priceField, &Field::clearProblem);
    connect(m_price, &QLineEdit::returnPressed, this, &PriceSection::settleOne);
    auto *entry = new QHBoxLayout;
    entry->setSpacing(gapControls);
    entry->addWidget(m_herbField, 2);
    entry->addWidget(m_priceField, 1);
    auto *line = new QWidget;
    line->setLayout(entry);
    entry->setContentsMargins(0, 0, 0, 0);
    line->setMaximumWidth(Theme::of(this).scaled(widest));
    column->addWidget(line);

    m_table->setObjectName(QStringLiteral("priceTable"));
    m_table->setAccessibleName(tr("Prices of herbs"));
    m_model->setHorizontalHeaderLabels({tr("Herb"), tr("Yuan for 10 g")});
    m_table->setModel(m_model);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    dressRows(m_table)->setPadding(12, 10);
    m_table->horizontalHeader()->setSectionsClickable(false);
    m_table->horizontalHeader()->setSectionResizeMode(Herb, QHeaderView::Stretch);
    auto *panes = new QHBoxLayout;
    panes->setSpacing(gapGroups);
    panes->setContentsMargins(0, 0, 0, 0);
    panes->addWidget(m_table, 1);
    panes->addWidget(buildTerms(), 1);
    auto *both = new QWidget;
    both->setLayout(panes);
    both->setMaximumWidth(Theme::of(this).scaled(widest));
    column->addWidget(both, 1);
    m_draft = new FormDraft(m_clinic, DraftKeys::of(m_clinic),
                            {this, [this] { return typed(); }, [this](const FormDraft::Fields &kept) { put(kept); },
                             [this] {
                                 put({{m_fee->objectName(), prices::yuanText(m_list.fee)}});
                             }});
    column->insertWidget(column->indexOf(m_strip) + 1, m_draft->strip());
}

PriceSection::~PriceSection()
{
    m_draft->close();
}

std::optional<QMap<QString, QString>> PriceSection::typed() const
{
    if (!m_loaded || (m_herb->text().isEmpty() && m_price->text().isEmpty() && !isFeeTyped()))
        return {};
    return QMap<QString, QString>{{m_herb->objectName(), m_herb->text()},
                                  {m_price->objectName(), m_price->text()},
                                  {m_fee->objectName(), m_fee->text()}};
}

void PriceSection::put(const QMap<QString, QString> &fields)
{
    for (QLineEdit *line : {m_herb, m_price, m_fee})
        line->setText(fields.value(line->objectName()));
}

bool PriceSection::isFeeTyped() const
{
    const auto fee =
        m_fee->text().trimmed().isEmpty() ? std::optional<std::int64_t>(0) : prices::fenFrom(m_fee->text());
    return !fee || Money::fen(*fee) != m_list.fee;
}

bool PriceSection::hasUnsaved() const
{
    return typed().has_value();
}

void PriceSection::rest(bool resting)
{
    m_draft->rest(resting);
    Page::rest(resting);
}

QWidget *PriceSection::buildTerms()
{
    auto *terms = new QWidget;
    auto *column = new QVBoxLayout(terms);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gapControls);
    m_fee->setObjectName(QStringLiteral("priceFee"));
    m_feeField->setReserve(false);
    connect(m_fee, &QLineEdit::textChanged, m_feeField, &Field::clearProblem);
    connect(m_fee, &QLineEdit::editingFinished, this, &PriceSection::settleTerms);
    column->addWidget(m_feeField);
    m_printed->setObjectName(QStringLiteral("pricePrinted"));
    connect(m_printed, &QCheckBox::clicked, this, &PriceSection::settleTerms);
    column->addWidget(m_printed);
    const auto words = [&](const QString &text) {
        auto *label = new Label(text, TypeStyle::Small, Token::Text2);
        label->setWordWrap(true);
        column->addWidget(label);
    };
    words(tr("The price of a packet and that of all packets are each summed up exactly and rounded once, half a fen "
             "upwards. It is printed only where every herb has a price."));
    auto *paste = new Button(tr("Paste a list"));
    paste->setObjectName(QStringLiteral("pastePrices"));
    paste->setKeyCap(QStringLiteral("Ctrl Shift V"));
    connect(paste, &Button::clicked, this, &PriceSection::paste);
    column->addWidget(paste, 0, Qt::AlignLeft);
    words(tr("Each line is the name of a herb, a tab, and the yuan for 10 g."));
    m_report->setObjectName(QStringLiteral("priceReport"));
    m_report->setAccessibleName(tr("Lines that were not taken"));
    m_report->setReadOnly(true);
    m_report->setTabChangesFocus(true);
    m_report->hide();
    column->addWidget(m_report, 1);
    column->addStretch(0);
    return terms;
}

void PriceSection::buildKeys()
{
    const auto key = [](QWidget *on, const QKeySequence &keys, Qt::ShortcutContext context, auto act) {
        auto *shortcut = new QShortcut(keys, on);
        shortcut->setContext(context);
        QObject::connect(shortcut, &QShortcut::activated, on, act);
    };
    key(this, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_V), Qt::WidgetWithChildrenShortcut, [this] { paste(); });
    key(m_table, Qt::Key_Delete, Qt::WidgetShortcut, [this] { takeAway(); });
    for (const int enter : {Qt::Key_Return, Qt::Key_Enter})
        key(m_table, QKeySequence(enter), Qt::WidgetShortcut, [this] {
            if (m_table->currentIndex().isValid())
                choose(m_model->item(m_table->currentIndex().row(), Herb)->text());
        });
}

void PriceSection::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    if (!isResting())
        load(); // the list of sections shows it without entering it
}

void PriceSection::activate()
{
    load();
    m_herb->setFocus(Qt::OtherFocusReason);
}

void PriceSection::load()
{
    onDone(m_clinic.read([](const store::Snapshot &view) { return prices::all(view); }), this,
           [this](const Result<prices::List> &list) {
               if (list)
                   return showList(*list);
               m_strip->say(MessageStrip::Kind::Stop, list.error().message);
           });
}

void PriceSection::showList(const prices::List &list)
{
    const int row = std::max(0, m_table->currentIndex().row());
    const bool typing = m_fee->hasFocus() || (m_loaded && isFeeTyped());
    m_list = list;
    m_loaded = true;
    QStringList pieces = list.fenPer10g.keys();
    std::sort(pieces.begin(), pieces.end());
    m_model->removeRows(0, m_model->rowCount());
    for (const QString &piece : std::as_const(pieces)) {
        QList<QStandardItem *> cells{new QStandardItem(piece),
                                     new QStandardItem(prices::yuanText(Money::fen(list.fenPer10g.value(piece))))};
        for (QStandardItem *cell : std::as_const(cells))
            cell->setEditable(false);
        m_model->appendRow(cells);
    }
    m_table->selectRow(std::min(row, m_model->rowCount() - 1));
    if (!typing)
        m_fee->setText(prices::yuanText(list.fee));
    m_printed->setChecked(list.onPaper);
    const drafts::Place place{draftkind::prices, m_clinic.store().identity().clinic};
    if (!m_draft->isAt(place))
        m_draft->begin(place);
}

void PriceSection::ask(const QString &typed)
{
    QList<CompletionRow> rows;
    for (const safety::Completion &herb : m_catalog->herbs().complete(typed, offered)) {
        const QString piece = prices::pieceOf(m_catalog->herbs(), herb.write);
        if (piece.isEmpty())
            continue;
        CompletionRow row;
        row.primary = piece;
        row.secondary = herb.pinyin;
        if (const auto fen = m_list.fenPer10g.value(piece); fen > 0)
            row.trailing = prices::yuanText(Money::fen(fen));
        row.data = piece;
        rows << row;
    }
    m_herbs->setRows(rows);
}

void PriceSection::choose(const QString &typed)
{
    if (typed.trimmed().isEmpty())
        return;
    const QString piece = prices::pieceOf(m_catalog->herbs(), typed);
    if (piece.isEmpty())
        return m_herbField->showProblem(tr("This herb is not in the catalogue."));
    m_herb->setText(piece);
    const auto fen = m_list.fenPer10g.value(piece);
    m_price->setText(fen > 0 ? prices::yuanText(Money::fen(fen)) : QString());
    m_price->setFocus(Qt::OtherFocusReason);
    m_price->selectAll();
}

void PriceSection::settleOne()
{
    const QString piece = prices::pieceOf(m_catalog->herbs(), m_herb->text());
    if (piece.isEmpty()) {
        m_herbField->showProblem(tr("This herb is not in the catalogue."));
        return m_herb->setFocus(Qt::OtherFocusReason);
    }
    const auto fen = prices::fenFrom(m_price->text());
    if (!fen || *fen <= 0)
        return m_priceField->showProblem(tr("Yuan with at most two decimals, such as 1.20."));
    settle({{piece, *fen}},
           tr("%1 costs %2 yuan for 10 g from now on.").arg(piece, prices::yuanText(Money::fen(*fen))));
    m_herb->clear();
    m_price->clear();
    m_herb->setFocus(Qt::OtherFocusReason);
}

void PriceSection::settle(const QList<prices::Price> &some, const QString &sentence)
{
    const auto settling =
        m_clinic.write("price.settle", [some, typed = m_draft->handOver()](store::Transaction &tx) -> Result<Done> {
            if (auto settled = drafts::settle(tx, typed); !settled)
                return settled;
            return prices::settle(tx, some);
        });
    onDone(settling, this, [this, sentence](const Result<Done> &done) {
        m_draft->handedOver(done.ok());
        m_strip->say(done ? MessageStrip::Kind::Done : MessageStrip::Kind::Stop,
                     done ? sentence : done.error().message);
    });
}

void PriceSection::settleTerms()
{
    if (!m_loaded)
        return;
    const auto fee =
        m_fee->text().trimmed().isEmpty() ? std::optional<std::int64_t>(0) : prices::fenFrom(m_fee->text());
    if (!fee || *fee > 100000)
        return m_feeField->showProblem(tr("Yuan with at most two decimals, up to 1000."));
    const bool printed = m_printed->isChecked();
    if (Money::fen(*fee) == m_list.fee && printed == m_list.onPaper)
        return;
    m_list.fee = Money::fen(*fee);
    m_list.onPaper = printed;
    const auto settling = m_clinic.write("setting.change", [list = m_list](store::Transaction &tx) {
        return prices::settleTerms(tx, list.fee, list.onPaper);
    });
    onDone(settling, this, [this](const Result<Done> &done) {
        if (!done)
            load();
        m_strip->say(done ? MessageStrip::Kind::Done : MessageStrip::Kind::Stop,
                     done ? tr("Saved. It counts from now on.") : done.error().message);
    });
}

void PriceSection::paste()
{
    const prices::Pasted pasted = prices::fromLines(m_catalog->herbs(), QGuiApplication::clipboard()->text());
    m_report->setPlainText(pasted.refused.join(u'\n'));
    m_report->setVisible(!pasted.refused.isEmpty());
    const QString sentence = tr("%1 prices taken, %2 lines not taken, %3 lines empty.")
                                 .arg(pasted.prices.size())
                                 .arg(pasted.refused.size())
                                 .arg(pasted.empty);
    if (pasted.prices.isEmpty())
        return m_strip->say(MessageStrip::Kind::Caution, sentence);
    settle(pasted.prices, sentence);
}

void PriceSection::takeAway()
{
    if (!m_table->currentIndex().isValid())
        return;
    const QString piece = m_model->item(m_table->currentIndex().row(), Herb)->text();
    settle({{piece, 0}}, tr("%1 has no price any more.").arg(piece));
}

} // namespace xinglin::ui
