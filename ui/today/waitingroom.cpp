#include "ui/today/waitingroom.h"

#include "ui/kit/accessible.h"
#include "ui/kit/keycap.h"
#include "ui/kit/ondone.h"
#include "ui/kit/theme.h"
#include "ui/shell/aside.h"
#include "ui/today/announcer.h"

#include <QCheckBox>
#include <QCloseEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QScreen>
#include <QTimer>

namespace xinglin::ui {

namespace {

constexpr int shineMs = 6'000;
constexpr int mostCalls = 4;
constexpr int mostNext = 8;

/// Of so many pixels, as large as it fits into @p width.
QFont fitted(QFont font, int px, const QString &text, int width)
{
    for (; px > 12; --px) {
        font.setPixelSize(px);
        if (QFontMetrics(font).horizontalAdvance(text) <= width)
            break;
    }
    return font;
}

/// Where a clinic keeps what describes this PC.
Files &filesOf(Clinic &clinic)
{
    static DiskFiles disk;
    Files *own = clinic.store().options().files;
    return own ? *own : disk;
}

QString soundPath(Clinic &clinic)
{
    return roomSoundPath(clinic.store().options().folder);
}

} // namespace

WaitingRoomWindow::WaitingRoomWindow(Clinic &clinic, const QString &clinicName, QWidget *parent,
                                     const Speaker::Make &speaker)
    : QWidget(parent, Qt::Window)
    , m_clinic(clinic)
    , m_name(clinicName)
    , m_announcer(new Announcer(speaker(), this))
    , m_shine(new QTimer(this))
    , m_switches(new QWidget(this))
    , m_chime(new QCheckBox(tr("Chime")))
    , m_voiceRow(new QWidget)
    , m_voice(new QCheckBox(tr("Read calls aloud")))
{
    setObjectName(QStringLiteral("waitingRoom"));
    setWindowTitle(tr("Waiting room"));
    setMinimumSize(640, 400);
    resize(1024, 640);
    setFocusPolicy(Qt::StrongFocus);
    m_shine->setSingleShot(true);
    m_shine->setInterval(shineMs);
    connect(m_shine, &QTimer::timeout, this, [this] {
        m_fresh.clear();
        update();
    });
    buildSwitches();
    readSound();
    connect(&m_clinic, &Clinic::changed, this, [this](const store::ChangeSet &changes) {
        if (isVisible() && (changes.touches("queue_ticket") || changes.touches("resource")))
            load();
    });
}

void WaitingRoomWindow::open()
{
    const QList<QScreen *> screens = QGuiApplication::screens();
    QScreen *here = parentWidget() ? parentWidget()->screen() : nullptr;
    for (QScreen *one : screens) {
        if (one == here || isVisible())
            continue;
        setGeometry(one->geometry());
        showFullScreen();
    }
    if (!isVisible())
        QWidget::show();
    raise();
    setFocus(); // not its switches
    load();
}

void WaitingRoomWindow::load()
{
    const quint64 question = ++m_question;
    const auto asked = m_clinic.read([](const store::Snapshot &view) { return queue::waitingRoom(view); });
    onDone(asked, this, [this, question](const Result<WaitingRoom> &room) {
        if (question == m_question && room) // what hangs there stays while it cannot be read
            show(*room);
    });
}

QString WaitingRoomWindow::sentence(const RoomCall &call)
{
    const QString number = QString::number(call.number);
    return call.room.isEmpty() ? tr("Number %1, %2, please come in").arg(number, call.name)
                               : tr("Number %1, %2, please come to %3").arg(number, call.name, call.room);
}

void WaitingRoomWindow::show(const WaitingRoom &room)
{
    m_room = room;
    for (const RoomCall &one : m_announcer->show(room.called)) {
        m_fresh.insert(one.number);
        m_shine->start();
        emit calledOut(sentence(one));
    }
    setAccessibleName(words());
    update();
}

QString WaitingRoomWindow::words() const
{
    QStringList lines;
    for (const RoomCall &one : m_room.called)
        lines << sentence(one);
    for (const RoomTurn &one : m_room.next)
        lines << QStringLiteral("%1 %2 %3").arg(one.number).arg(one.name, one.practitioner);
    return lines.join(u'\n');
}

void WaitingRoomWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_F11)
        return isFullScreen() ? showNormal() : showFullScreen();
    if (event->key() == Qt::Key_Escape)
        return isFullScreen() ? showNormal() : void(close());
    if (event->key() == Qt::Key_C)
        return m_chime->click();
    if (event->key() == Qt::Key_V && m_announcer->hasVoice())
        return m_voice->click();
    QWidget::keyPressEvent(event);
}

void WaitingRoomWindow::buildSwitches()
{
    m_switches->setObjectName(QStringLiteral("roomSwitches"));
    auto *all = new QHBoxLayout(m_switches);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(16);
    const auto add = [&](QWidget *row, QCheckBox *box, const QString &name, const QString &key) {
        box->setObjectName(name);
        auto *line = new QHBoxLayout(row);
        line->setContentsMargins(0, 0, 0, 0);
        line->setSpacing(6);
        line->addWidget(box);
        line->addWidget(new KeyCap(key));
        all->addWidget(row);
        connect(box, &QCheckBox::clicked, this, &WaitingRoomWindow::keepSound);
    };
    add(new QWidget, m_chime, QStringLiteral("roomChime"), QStringLiteral("C"));
    add(m_voiceRow, m_voice, QStringLiteral("roomVoice"), QStringLiteral("V"));
    m_chime->setChecked(true);
    m_voice->setChecked(true);
    m_voiceRow->setVisible(m_announcer->hasVoice());
    connect(m_announcer, &Announcer::voiceFound, this, [this] {
        m_voiceRow->setVisible(true);
        placeSwitches();
    });
}

void WaitingRoomWindow::placeSwitches()
{
    m_switches->setVisible(!isFullScreen());
    m_switches->adjustSize();
    m_switches->move(width() - m_switches->width() - 16, height() - m_switches->height() - 8);
    update();
}

void WaitingRoomWindow::readSound()
{
    const auto asked = aside([&files = filesOf(m_clinic), path = soundPath(m_clinic)]() -> Result<RoomSound> {
        return readRoomSound(files, path);
    });
    onDone(asked, this, [this](const Result<RoomSound> &sound) {
        if (!sound)
            return;
        m_announcer->setSound(*sound);
        m_chime->setChecked(sound->chime);
        m_voice->setChecked(sound->voice);
    });
}

void WaitingRoomWindow::keepSound()
{
    const RoomSound sound{m_chime->isChecked(), m_voice->isChecked()};
    m_announcer->setSound(sound);
    m_unkept = true;
    if (!m_keeping)
        writeSound(sound);
}

void WaitingRoomWindow::writeSound(const RoomSound &sound)
{
    // One after another: two at once could end in either order.
    m_keeping = true;
    m_unkept = false;
    const auto kept = aside(
        [&files = filesOf(m_clinic), path = soundPath(m_clinic), sound] { return writeRoomSound(files, path, sound); });
    onDone(kept, this, [this](const Result<Done> &) { // where it failed it holds for now all the same
        m_keeping = false;
        if (m_unkept)
            writeSound({m_chime->isChecked(), m_voice->isChecked()});
    });
}

void WaitingRoomWindow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placeSwitches();
}

void WaitingRoomWindow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::WindowStateChange)
        placeSwitches();
}

void WaitingRoomWindow::closeEvent(QCloseEvent *event)
{
    m_announcer->close();
    QWidget::closeEvent(event);
}

void WaitingRoomWindow::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(this);
    QPainter painter(this);
    painter.fillRect(rect(), theme.color(Token::Window));
    const int unit = qMax(20, height() / 16); // all of it grows with the screen
    const int margin = unit;
    const int split = width() * 62 / 100;
    const auto draw = [&](const QRect &place, const QString &text, TypeStyle style, int px, Token color,
                          Qt::Alignment align = Qt::AlignLeft) {
        painter.setFont(fitted(theme.font(style), px, text, place.width()));
        painter.setPen(theme.color(color));
        painter.drawText(place, int(align | Qt::AlignVCenter) | int(Qt::TextSingleLine), text);
    };
    draw(QRect(margin, unit / 2, split - 2 * margin, unit), m_name, TypeStyle::Title, unit * 2 / 3, Token::Text2);
    painter.fillRect(QRect(split, 0, width() - split, height()), theme.color(Token::Surface));
    const int top = 2 * unit;
    if (m_room.called.isEmpty())
        draw(QRect(margin, top, split - 2 * margin, 2 * unit), tr("Nobody is called."), TypeStyle::Title, unit,
             Token::Text3);
    const int each = (height() - top - unit / 2) / mostCalls;
    for (int i = 0; i < qMin(mostCalls, static_cast<int>(m_room.called.size())); ++i) {
        const RoomCall &one = m_room.called[i];
        const QRect box(margin, top + i * each, split - 2 * margin, each - unit / 3);
        const bool fresh = m_fresh.contains(one.number);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.color(fresh ? Token::ApricotSoft : Token::Surface));
        painter.drawRoundedRect(box, 8, 8);
        if (fresh)
            painter.fillRect(QRect(box.left(), box.top() + 8, 5, box.height() - 16), theme.color(Token::Apricot));
        const int number = box.width() / 4;
        draw(QRect(box.left() + unit / 2, box.top(), number, box.height()), QString::number(one.number),
             TypeStyle::Figure, each * 2 / 3, fresh ? Token::ApricotText : Token::Text);
        const QRect words(box.left() + unit + number, box.top(), box.width() - number - unit * 3 / 2, box.height());
        draw(QRect(words.left(), words.top(), words.width(), words.height() * 6 / 10), one.name, TypeStyle::Person,
             each * 2 / 5, Token::Text);
        const QString where =
            one.room.isEmpty() ? one.practitioner : one.room + QStringLiteral(" · ") + one.practitioner;
        draw(QRect(words.left(), words.top() + words.height() / 2, words.width(), words.height() * 4 / 10), where,
             TypeStyle::Body, each / 4, Token::Text2);
    }
    const QRect side(split + margin, 0, width() - split - 2 * margin, height());
    draw(QRect(side.left(), unit / 2, side.width(), unit), tr("Waiting"), TypeStyle::Title, unit * 2 / 3, Token::Text);
    const int bottom = height() - (isFullScreen() ? 0 : m_switches->height() + 8);
    const int line = (bottom - top) / (mostNext + 1);
    const int count = static_cast<int>(m_room.next.size());
    for (int i = 0; i < qMin(mostNext, count); ++i) {
        const RoomTurn &one = m_room.next[i];
        const int y = top + i * line;
        const int third = side.width() / 5;
        draw(QRect(side.left(), y, third - 6, line), QString::number(one.number), TypeStyle::Figure, line / 2,
             Token::Text);
        draw(QRect(side.left() + third, y, 2 * third - 6, line), one.name, TypeStyle::Person, line * 2 / 5,
             Token::Text);
        draw(QRect(side.left() + 3 * third, y, 2 * third, line), one.practitioner, TypeStyle::Body, line / 3,
             Token::Text2, Qt::AlignRight);
        painter.fillRect(QRect(side.left(), y + line - 1, side.width(), 1), theme.color(Token::Hairline));
    }
    if (count > mostNext)
        draw(QRect(side.left(), top + mostNext * line, side.width(), line),
             tr("and %n more", nullptr, count - mostNext), TypeStyle::Body, line / 3, Token::Text3);
}

} // namespace xinglin::ui
