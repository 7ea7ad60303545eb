#include "ui/prescription/medicineeditor.h"

#include "base/text/pinyin.h"
#include "ui/kit/button.h"
#include "ui/kit/flowlayout.h"
#include "ui/kit/popuplist.h"
#include "ui/kit/stepper.h"
#include "ui/kit/text.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace xinglin::ui {

namespace {

constexpr int offered = 8;
constexpr int nameWidth = 240;
constexpr int wordWidth = 88;
constexpr int leastHeight = 64;
constexpr int heightOfTheRest = 440; ///< Of the prescription, with two lines of herbs.
constexpr int mostHeight = 176;      ///< Of the rows, so that the herbs keep their room.

/// A field under its caption.
QWidget *captioned(const QString &caption, QWidget *field)
{
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    auto *label = new Label(caption, TypeStyle::Caption, Token::Text3);
    label->setBuddy(field);
    column->addWidget(label);
    column->addWidget(field);
    return box;
}

} // namespace

MedicineEditor::MedicineEditor(QWidget *parent)
    : QWidget(parent)
    , m_heading(new Label(tr("Ready-made medicines, on a prescription of their own"), TypeStyle::Heading))
    , m_scroll(new QScrollArea)
    , m_add(new Button(tr("Ready-made medicine"), ButtonKind::Ghost))
    , m_asLast(new Button({}, ButtonKind::Ghost))
{
    setObjectName(QStringLiteral("medicineEditor"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gapControls);
    m_heading->setObjectName(QStringLiteral("medicineHeading"));
    column->addWidget(m_heading);
    m_scroll->setObjectName(QStringLiteral("medicineScroll"));
    m_scroll->setAccessibleName(tr("Ready-made medicines"));
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->viewport()->setAutoFillBackground(false);
    auto *ground = new QWidget;
    ground->setAutoFillBackground(false);
    m_box = new QVBoxLayout(ground);
    m_box->setContentsMargins(0, 0, 0, 0);
    m_box->setSpacing(gapControls);
    m_scroll->setWidget(ground);
    column->addWidget(m_scroll);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(0, 3, 3, 3); // room for the buttons' focus ring
    foot->setSpacing(gapControls);
    m_add->setObjectName(QStringLiteral("addMedicine"));
    m_add->setKeyCap(QStringLiteral("Ctrl M"));
    m_add->setControlSize(ButtonSize::Small);
    connect(m_add, &Button::clicked, this, &MedicineEditor::add);
    m_asLast->setObjectName(QStringLiteral("medicinesAsLast"));
    m_asLast->setControlSize(ButtonSize::Small);
    connect(m_asLast, &Button::clicked, this, [this] {
        setOrders(m_last);
        edited();
        m_rows.first()->name->setFocus(Qt::OtherFocusReason);
    });
    foot->addWidget(m_add);
    foot->addWidget(m_asLast);
    foot->addStretch(1);
    m_foot = foot;
    column->addLayout(foot);
    showState();
}

MedicineEditor::Row *MedicineEditor::addRow(const MedicineOrder &order)
{
    const auto row = std::make_shared<Row>();
    buildRow(*row);
    fill(*row, order);
    m_rows << row;
    m_box->addWidget(row->box);
    return row.get();
}

void MedicineEditor::buildRow(Row &row)
{
    const Theme &theme = Theme::of(this);
    const auto number = [&](const QString &name, const QString &spoken, int most) {
        auto *stepper = new Stepper(spoken);
        stepper->setObjectName(name);
        stepper->setRange(1, most);
        stepper->setEnabled(!m_readOnly);
        stepper->installEventFilter(this);
        connect(stepper, &Stepper::valueChanged, this, &MedicineEditor::edited);
        return stepper;
    };
    row.times = number(QStringLiteral("medicineTimes"), tr("Times a day"), 24);
    row.days = number(QStringLiteral("medicineDays"), tr("Days"), 180);
    const int high = row.times->sizeHint().height(); // of all fields, so that the captions stand in a line
    const auto words = [&](const QString &name, const QString &spoken, int width) {
        auto *edit = new QLineEdit;
        edit->setObjectName(name);
        edit->setAccessibleName(spoken);
        edit->setFixedWidth(theme.scaled(width));
        edit->setMinimumHeight(high);
        edit->setReadOnly(m_readOnly);
        edit->installEventFilter(this);
        connect(edit, &QLineEdit::textEdited, this, &MedicineEditor::edited);
        return edit;
    };
    row.box = new QWidget;
    row.box->setObjectName(QStringLiteral("medicineRow"));
    auto *column = new QVBoxLayout(row.box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    auto *fields = new QWidget;
    QSizePolicy tall(QSizePolicy::Preferred, QSizePolicy::Minimum);
    tall.setHeightForWidth(true);
    fields->setSizePolicy(tall);
    auto *flow = new FlowLayout(gapControls, 4, fields);
    row.form = new QComboBox;
    row.form->setObjectName(QStringLiteral("medicineForm"));
    row.form->setAccessibleName(tr("Kind of medicine"));
    row.form->addItem(tr("Patent medicine"));
    row.form->addItem(tr("Granules"));
    row.form->setMinimumHeight(high);
    row.form->setEnabled(!m_readOnly);
    row.form->installEventFilter(this);
    connect(row.form, &QComboBox::activated, this, &MedicineEditor::edited);
    row.name = words(QStringLiteral("medicineName"), tr("Medicine"), nameWidth);
    row.names = new Completion(row.name);
    row.names->setEager(false);
    row.names->setMinimumWidth(theme.scaled(320));
    connect(row.names, &Completion::queryChanged, this, [this, &row](const QString &typed) { offer(row, typed); });
    connect(row.names, &Completion::taken, this, [this, &row](const CompletionRow &chosen) {
        fill(row, m_known.at(chosen.data.toInt()));
        edited();
        row.dose->setFocus(Qt::OtherFocusReason);
        row.dose->selectAll();
    });
    row.dose = words(QStringLiteral("medicineDose"), tr("Each time"), wordWidth);
    row.dose->setPlaceholderText(tr("8 pills", "how much of a medicine is taken at a time"));
    row.quantity = words(QStringLiteral("medicineQuantity"), tr("Handed out"), wordWidth);
    row.quantity->setPlaceholderText(tr("2 boxes", "how much of a medicine is handed out"));
    row.instructions = words(QStringLiteral("medicineInstructions"), tr("How to take it"), nameWidth);
    row.remove = new Button(tr("Remove"), ButtonKind::Ghost);
    row.remove->setObjectName(QStringLiteral("removeMedicine"));
    row.remove->setControlSize(ButtonSize::Small);
    row.remove->setKeyCap(QStringLiteral("Ctrl ⌫"));
    if (m_readOnly)
        row.remove->hide();
    connect(row.remove, &Button::clicked, this, [this, &row] { remove(&row); });
    flow->addWidget(captioned(tr("Kind"), row.form));
    flow->addWidget(captioned(tr("Medicine"), row.name));
    flow->addWidget(captioned(tr("Each time"), row.dose));
    flow->addWidget(captioned(tr("Times a day"), row.times));
    flow->addWidget(captioned(tr("Days"), row.days));
    flow->addWidget(captioned(tr("Handed out"), row.quantity));
    flow->addWidget(captioned(tr("How to take it"), row.instructions));
    flow->addWidget(captioned({}, row.remove));
    column->addWidget(fields);
    row.caution = new Label({}, TypeStyle::Small, Token::CinnabarText);
    row.caution->setObjectName(QStringLiteral("medicineCaution"));
    row.caution->setWordWrap(true);
    row.caution->hide();
    column->addWidget(row.caution);
}

void MedicineEditor::fill(Row &row, const MedicineOrder &order)
{
    row.form->setCurrentIndex(int(order.form));
    row.name->setText(order.name);
    row.dose->setText(order.dose);
    row.times->setValue(order.timesPerDay);
    row.days->setValue(order.days);
    row.quantity->setText(order.quantity);
    row.instructions->setText(order.instructions);
}

MedicineOrder MedicineEditor::orderOf(const Row &row) const
{
    return {MedicineForm(row.form->currentIndex()),
            row.name->text().trimmed(),
            row.dose->text().trimmed(),
            row.times->value(),
            row.days->value(),
            row.quantity->text().trimmed(),
            row.instructions->text().trimmed()};
}

void MedicineEditor::setOrders(const QList<MedicineOrder> &orders)
{
    if (orders == this->orders() && orders.size() == m_rows.size())
        return;
    for (const auto &row : std::as_const(m_rows)) {
        row->box->hide();
        row->box->deleteLater();
    }
    m_rows.clear();
    for (const MedicineOrder &order : orders)
        addRow(order);
    showState();
}

QList<MedicineOrder> MedicineEditor::orders() const
{
    QList<MedicineOrder> found;
    for (const auto &row : m_rows) {
        const MedicineOrder order = orderOf(*row);
        if (!(order.name + order.dose + order.quantity + order.instructions).isEmpty())
            found << order;
    }
    return found;
}

void MedicineEditor::setLast(const QList<MedicineOrder> &last)
{
    m_last = last;
    showState();
}

void MedicineEditor::addBeside(QWidget *action)
{
    m_foot->insertWidget(0, action);
}

void MedicineEditor::setAllergies(const QStringList &allergies)
{
    m_allergies = allergies;
    showState();
}

void MedicineEditor::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    for (const auto &row : std::as_const(m_rows)) {
        for (QLineEdit *edit : {row->name, row->dose, row->quantity, row->instructions})
            edit->setReadOnly(readOnly);
        row->form->setEnabled(!readOnly);
        row->times->setEnabled(!readOnly);
        row->days->setEnabled(!readOnly);
        row->remove->setVisible(!readOnly);
    }
    showState();
}

void MedicineEditor::add()
{
    if (m_readOnly)
        return;
    if (m_rows.isEmpty() || !m_rows.last()->name->text().trimmed().isEmpty())
        addRow({});
    showState();
    m_rows.last()->name->setFocus(Qt::ShortcutFocusReason);
}

void MedicineEditor::showProblem(const QString &field)
{
    const int index = field.section(u'[', 1).section(u']', 0, 0).toInt();
    int written = -1;
    for (const auto &row : std::as_const(m_rows)) {
        const MedicineOrder order = orderOf(*row);
        written += !(order.name + order.dose + order.quantity + order.instructions).isEmpty();
        if (written != index)
            continue;
        QWidget *wrong = field.endsWith(u"dose")    ? static_cast<QWidget *>(row->dose)
                         : field.endsWith(u"times") ? static_cast<QWidget *>(row->times)
                         : field.endsWith(u"days")  ? static_cast<QWidget *>(row->days)
                                                    : static_cast<QWidget *>(row->name);
        return wrong->setFocus(Qt::OtherFocusReason);
    }
}

void MedicineEditor::offer(Row &row, const QString &typed)
{
    const QString text = typed.trimmed().toLower();
    QList<CompletionRow> rows;
    for (qsizetype i = 0; i < m_known.size() && rows.size() < offered && !text.isEmpty(); ++i) {
        const MedicineOrder &known = m_known.at(i);
        const QString pinyin = termPinyin(known.name).remove(u' ').toLower();
        if (!known.name.toLower().contains(text) && !termInitials(known.name).toLower().startsWith(text) &&
            !pinyin.startsWith(text))
            continue;
        CompletionRow one;
        one.primary = known.name;
        one.trailing = known.dose;
        one.data = int(i);
        rows << one;
    }
    row.names->setRows(rows);
}

void MedicineEditor::remove(const Row *row)
{
    if (m_readOnly)
        return;
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        if (m_rows.at(i).get() != row)
            continue;
        const auto gone = m_rows.takeAt(i);
        gone->box->hide();
        gone->box->deleteLater();
        connect(gone->box, &QObject::destroyed, this, [gone] {}); // its fields speak to it until they are gone
        if (m_rows.isEmpty())
            emit left();
        else
            m_rows.at(std::min(i, m_rows.size() - 1))->name->setFocus(Qt::OtherFocusReason);
        break;
    }
    edited();
}

void MedicineEditor::edited()
{
    showState();
    emit changed();
}

void MedicineEditor::showState()
{
    m_heading->setVisible(!m_rows.isEmpty());
    m_scroll->setVisible(!m_rows.isEmpty());
    m_add->setVisible(!m_readOnly);
    QStringList names;
    for (const MedicineOrder &order : std::as_const(m_last))
        names << order.name;
    m_asLast->setText(tr("As last time: %1", "medicines").arg(names.join(tr(", ", "between medicines"))));
    m_asLast->setVisible(!m_readOnly && m_rows.isEmpty() && !m_last.isEmpty());
    if (!isWindow()) // else it would open as one
        setVisible(!m_readOnly || !m_rows.isEmpty());
    for (const auto &row : std::as_const(m_rows)) {
        const QStringList named = medicineorder::allergensNamed(orderOf(*row), m_allergies);
        row->caution->setText(tr("Named like an allergy of this patient: %1. What else it contains was not checked.")
                                  .arg(named.join(tr(", ", "between medicines"))));
        row->caution->setVisible(!named.isEmpty());
    }
    fit();
}

void MedicineEditor::fit()
{
    QLayout *rows = m_scroll->widget()->layout();
    rows->activate();
    const int room = m_scroll->viewport()->width();
    const int needed = rows->hasHeightForWidth() ? rows->totalHeightForWidth(room) : rows->totalSizeHint().height();
    const Theme &theme = Theme::of(this);
    // A low window scrolls the rows, a higher one leaves them whole.
    const int spare = (parentWidget() ? parentWidget()->height() : 0) - theme.scaled(heightOfTheRest);
    const int least = std::clamp(spare, theme.scaled(leastHeight), theme.scaled(mostHeight));
    m_scroll->setMaximumHeight(std::min(needed, theme.scaled(mostHeight)));
    m_scroll->setMinimumHeight(std::min(needed, least));
}

void MedicineEditor::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

MedicineEditor::Row *MedicineEditor::rowOf(const QObject *field) const
{
    for (const auto &row : m_rows) {
        if (const auto *widget = qobject_cast<const QWidget *>(field); widget && row->box->isAncestorOf(widget))
            return row.get();
    }
    return nullptr;
}

bool MedicineEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn)
        if (auto *field = qobject_cast<QWidget *>(watched))
            m_scroll->ensureWidgetVisible(field, 0, gapControls);
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride)
        return false;
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool removes = key->modifiers() == Qt::ControlModifier && key->key() == Qt::Key_Backspace;
    Row *row = rowOf(watched);
    const bool leaves =
        key->modifiers() == Qt::NoModifier && key->key() == Qt::Key_Escape && row && !row->names->isOpen();
    if ((!removes && !leaves) || m_readOnly || !row)
        return false;
    if (event->type() == QEvent::ShortcutOverride) {
        event->accept();
        return true;
    }
    if (removes)
        remove(row);
    else
        emit left();
    return true;
}

} // namespace xinglin::ui
