#include "tour/tourlint.h"
#include "ui/kit/askdialog.h"
#include "ui/kit/banner.h"
#include "ui/kit/button.h"
#include "ui/kit/chip.h"
#include "ui/kit/chipbar.h"
#include "ui/kit/compositionguard.h"
#include "ui/kit/field.h"
#include "ui/kit/findingcard.h"
#include "ui/kit/growingtextedit.h"
#include "ui/kit/icons.h"
#include "ui/kit/messagestrip.h"
#include "ui/kit/meter.h"
#include "ui/kit/numberunit.h"
#include "ui/kit/ondone.h"
#include "ui/kit/paint.h"
#include "ui/kit/popuplist.h"
#include "ui/kit/radar.h"
#include "ui/kit/safetyring.h"
#include "ui/kit/stepper.h"
#include "ui/kit/text.h"

#include <QFile>
#include <QInputMethodEvent>
#include <QLineEdit>
#include <QListView>
#include <QPromise>
#include <QScrollArea>
#include <QScrollBar>
#include <QShortcut>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace xinglin;
using namespace xinglin::ui;

class TestKit : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void theme_bothNames_everyTextReadable_data();
    void theme_bothNames_everyTextReadable();
    void theme_scale_growsTypeAndRows();
    void theme_colourMissing_isDamaged();
    void applyTheme_otherTheme_renewsDressAndIcons();
    void icons_everyFile_drawsSomething();
    void keysText_sequences_areShort();
    void button_keys_growHintAndShortcutClicks();
    void button_busy_keepsSizeAndIgnoresClicks();
    void radar_shares_lieOnTheirAxes();
    void radar_values_areSaid();
    void meter_progress_isSaidAndPainted();
    void chipBar_letters_choose();
    void chipBar_ambiguousLetter_waitsForSpace();
    void chipBar_arrowsAndSpace_moveAndToggle();
    void chipBar_single_keepsOne();
    void chipBar_narrow_wrapsAndUpDownWalkLines();
    void completion_enter_takesFirst();
    void completion_composing_enterNeverTakes();
    void completion_escape_closesWithoutShortcut();
    void completion_notEager_enterPassesUntilArrow();
    void compositionGuard_composing_holdsShortcut();
    void stepper_limitsAndDigits();
    void numberUnit_decimals_roundTrip();
    void field_problem_marksAndDescribes();
    void messageStrip_action_keyActs();
    void messageStrip_widerOnceShown_isReadWhole();
    void findingCard_digit_pressesRemedy();
    void banner_narrow_wrapsChipsNeverElides();
    void growingTextEdit_moreText_grows();
    void askDialog_typing_enablesVerb();
    void safetyRing_items_areSpoken();
    void onDone_guardGone_staysSilent();
    void onDone_result_arrives();
    void lint_fieldScrolledToItsFrame_hasNoContrastToJudge();
    void lint_flaws_areFound();
};

void TestKit::init()
{
    QVERIFY(applyTheme(*qApp, ThemeName::Paper, 1.0).ok());
}

void TestKit::theme_bothNames_everyTextReadable_data()
{
    QTest::addColumn<int>("name");
    QTest::newRow("paper") << int(ThemeName::Paper);
    QTest::newRow("ink") << int(ThemeName::Ink);
}

void TestKit::theme_bothNames_everyTextReadable()
{
    QFETCH(int, name);
    const Result<Theme> theme = Theme::load(ThemeName(name));
    QVERIFY(theme.ok());
    const auto readable = [&](Token text, Token ground, double least) {
        const double found = contrast(theme->color(text), theme->color(ground));
        if (found < least)
            qWarning() << Theme::tokenName(text) << "on" << Theme::tokenName(ground) << found;
        return found >= least;
    };
    for (const Token text : {Token::Text, Token::Text2, Token::Text3}) {
        for (const Token ground : {Token::Window, Token::Surface, Token::Sunken, Token::Raised, Token::Rail,
                                   Token::Hover, Token::Chip, Token::Stripe, Token::ApricotSoft, Token::CinnabarSoft,
                                   Token::GambogeSoft, Token::MalachiteSoft, Token::AzuriteSoft, Token::SlateSoft})
            QVERIFY(readable(text, ground, 4.5));
    }
    for (const Tone tone :
         {Tone::Neutral, Tone::Apricot, Tone::Cinnabar, Tone::Gamboge, Tone::Malachite, Tone::Azurite, Tone::Slate}) {
        QVERIFY(readable(onSoft(tone), soft(tone), 4.5));
        QVERIFY(readable(onSoft(tone), Token::Surface, 4.5));
        QVERIFY(readable(mark(tone), Token::Surface, 3.0));
    }
    for (const Token ground : {Token::Ink, Token::InkHover, Token::InkPress})
        QVERIFY(readable(Token::OnInk, ground, 4.5));
    for (const Token ground : {Token::Cinnabar, Token::CinnabarHover, Token::CinnabarPress})
        QVERIFY(readable(Token::OnCinnabar, ground, 4.5));
    QVERIFY(readable(Token::TooltipText, Token::Tooltip, 4.5));
    for (const Token ground : {Token::Window, Token::Surface, Token::ApricotSoft})
        QVERIFY(readable(Token::Focus, ground, 3.0));
    QVERIFY(readable(Token::Control, Token::Window, 3.0));
    const QPalette palette = theme->palette();
    QCOMPARE(palette.color(QPalette::Disabled, QPalette::WindowText), theme->color(Token::Disabled));
    QCOMPARE(palette.color(QPalette::Inactive, QPalette::Highlight), theme->color(Token::Sunken));
}

void TestKit::theme_scale_growsTypeAndRows()
{
    const Theme one = Theme::load(ThemeName::Paper, 1.0).value();
    const Theme large = Theme::load(ThemeName::Paper, 1.3).value();
    QCOMPARE(one.size(Size::Row), 36);
    QCOMPARE(large.size(Size::Row), 47);
    QCOMPARE(one.font(TypeStyle::Name).pixelSize(), 16);
    QCOMPARE(large.font(TypeStyle::Name).pixelSize(), 21);
    QCOMPARE(large.size(Size::SidePanel), one.size(Size::SidePanel));
    QVERIFY(one.font(TypeStyle::Name).families().first() != one.font(TypeStyle::Body).families().first());
    QVERIFY(one.duration(Motion::RowMoves) > 0);
    QCOMPARE(Theme::current().duration(Motion::RowMoves), 0);
    QCOMPARE(Theme::current().duration(Motion::Toast), 6000);
}

void TestKit::theme_colourMissing_isDamaged()
{
    QFile file(QStringLiteral(":/themes/tokens.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QByteArray json = file.readAll();
    QVERIFY(Theme::parse(json, ThemeName::Ink, 1.0, false).ok());
    json.replace("\"apricotLine\"", "\"apricotLane\"");
    const Result<Theme> theme = Theme::parse(json, ThemeName::Ink, 1.0, false);
    QVERIFY(!theme.ok());
    QCOMPARE(theme.error().code, Code::Damaged);
    QVERIFY(theme.error().detail.contains(u"apricotLine"));
}

void TestKit::applyTheme_otherTheme_renewsDressAndIcons()
{
    Label label(QStringLiteral("陈淑芬"), TypeStyle::Name, Token::Text2);
    label.show();
    const QIcon lock = icon(u"lock");
    const QImage paper = lock.pixmap(16, 16).toImage();
    QVERIFY(applyTheme(*qApp, ThemeName::Ink, 1.3).ok());
    QCOMPARE(Theme::of(&label).name(), ThemeName::Ink);
    QCOMPARE(label.font().pixelSize(), 21);
    QCOMPARE(label.palette().color(QPalette::WindowText), Theme::of(&label).color(Token::Text2));
    QVERIFY(lock.pixmap(16, 16).toImage() != paper);
}

void TestKit::icons_everyFile_drawsSomething()
{
    for (const char *name : {"board",          "chart360",       "visit",
                             "formula",        "mortar",         "flow",
                             "branch",         "herb",           "tongue",
                             "pulse",          "needle",         "moxa",
                             "radar",          "seal",           "user",
                             "lock",           "edit-find",      "list-add",
                             "list-remove",    "document-print", "document-edit",
                             "dialog-warning", "dialog-cancel",  "help-about",
                             "checkmark",      "clock",          "view-calendar-day",
                             "system-users",   "go-previous",    "go-next",
                             "go-down",        "edit-undo",      "configure",
                             "document-save",  "view-history",   "tag",
                             "call-start",     "wallet-open",    "office-chart-bar",
                             "view-refresh",   "mail-send",      "overflow-menu"}) {
        const QIcon one = icon(QString::fromLatin1(name));
        QVERIFY2(!one.isNull(), name);
        for (const int side : {16, 22}) {
            const QImage image = one.pixmap(side, side).toImage();
            QCOMPARE(image.width(), side);
            int inked = 0;
            for (int y = 0; y < side; ++y) {
                for (int x = 0; x < side; ++x)
                    inked += qAlpha(image.pixel(x, y)) > 100 ? 1 : 0;
            }
            QVERIFY2(inked > 4, name);
        }
    }
    QVERIFY(icon(u"no-such-icon").isNull());
}

void TestKit::keysText_sequences_areShort()
{
    QCOMPARE(keysText(QKeySequence(Qt::CTRL | Qt::Key_Return)), QStringLiteral("Ctrl ⏎"));
    QCOMPARE(keysText(QKeySequence(Qt::ALT | Qt::Key_V)), QStringLiteral("Alt V"));
    QCOMPARE(keysText(QKeySequence(Qt::Key_F8)), QStringLiteral("F8"));
}

void TestKit::button_keys_growHintAndShortcutClicks()
{
    QWidget window;
    auto *column = new QVBoxLayout(&window);
    auto *button = new Button(QStringLiteral("Book"));
    column->addWidget(button);
    const int plain = button->sizeHint().width();
    button->setKeys(QKeySequence(Qt::Key_F6));
    QVERIFY(button->sizeHint().width() > plain);
    window.show();
    QApplication::setActiveWindow(&window);
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QSignalSpy clicked(button, &QPushButton::clicked);
    QTest::keyClick(&window, Qt::Key_F6);
    QTRY_COMPARE(clicked.count(), 1); // a shortcut presses the button for a moment first
}

void TestKit::button_busy_keepsSizeAndIgnoresClicks()
{
    Button button(QStringLiteral("Sign"), ButtonKind::Primary);
    button.show();
    const QSize before = button.sizeHint();
    QSignalSpy clicked(&button, &QPushButton::clicked);
    button.setBusy(true);
    QCOMPARE(button.sizeHint(), before);
    QTest::mouseClick(&button, Qt::LeftButton);
    QTest::keyClick(&button, Qt::Key_Space);
    QCOMPARE(clicked.count(), 0);
    button.setBusy(false);
    QTest::mouseClick(&button, Qt::LeftButton);
    QCOMPARE(clicked.count(), 1);
}

namespace {

QList<ChipItem> tongueBody()
{
    const auto chip = [](const char *initials) {
        return ChipItem{QString::fromLatin1(initials), QString::fromLatin1(initials).toUpper(),
                        QString::fromLatin1(initials), false, false};
    };
    return {chip("db"), chip("dh"), chip("h"), chip("ho"), chip("z")};
}

} // namespace

void TestKit::radar_shares_lieOnTheirAxes()
{
    const RadarGeometry square{QPointF(100, 100), 80, 4};
    QCOMPARE(square.at(0, 1), QPointF(100, 20)); // the first is at the top, the next to its right
    QCOMPARE(square.at(1, 0.5), QPointF(140, 100));
    QCOMPARE(square.at(3, 0), square.centre);
    const QPolygonF line = square.line({1, 0.5, 0.25, 0});
    QCOMPARE(line.at(2), QPointF(100, 120));
    QCOMPARE(RadarGeometry::inLines(QStringLiteral("Qi-deficiency")), QStringLiteral("Qi-\ndeficiency"));
    QCOMPARE(RadarGeometry::inLines(QStringLiteral("平和")), QStringLiteral("平和"));
}

void TestKit::radar_values_areSaid()
{
    Radar radar(QStringLiteral("Shape"));
    radar.setAxes({QStringLiteral("A"), QStringLiteral("B"), QStringLiteral("C")}, {1});
    radar.setSeries({0.1, 0.456, 1});
    QVERIFY(radar.spokenValue().contains(QStringLiteral("B")));
    QVERIFY(radar.spokenValue().contains(QStringLiteral("46")));
    radar.resize(300, 300);
    const QImage alone = radar.grab().toImage();
    radar.setSeries({0.1, 0.456, 1}, {0.9, 0.9, 0.9});
    QVERIFY(radar.grab().toImage() != alone);
    radar.setWords({QStringLiteral("five"), QStringLiteral("six"), QStringLiteral("seven")});
    QVERIFY(radar.spokenValue().contains(QStringLiteral("six")));
}

void TestKit::meter_progress_isSaidAndPainted()
{
    Meter meter(QStringLiteral("Answered"));
    meter.resize(100, meter.sizeHint().height());
    meter.setDone(0, 60);
    const QImage empty = meter.grab().toImage();
    meter.setDone(23, 60);
    QVERIFY(meter.spokenValue().contains(QStringLiteral("23")) && meter.spokenValue().contains(QStringLiteral("60")));
    QVERIFY(meter.grab().toImage() != empty);
}

void TestKit::chipBar_letters_choose()
{
    ChipBar bar(QStringLiteral("Tongue body"));
    bar.setChips(tongueBody());
    bar.resize(600, bar.heightForWidth(600));
    bar.show();
    QSignalSpy changed(&bar, &ChipBar::changed);
    QTest::keyClicks(&bar, QStringLiteral("dhz"));
    QCOMPARE(bar.selected(), (QStringList{QStringLiteral("dh"), QStringLiteral("z")}));
    QCOMPARE(changed.count(), 2);
    QTest::keyClicks(&bar, QStringLiteral("dh")); // once more puts it off
    QCOMPARE(bar.selected(), QStringList{QStringLiteral("z")});
}

void TestKit::chipBar_ambiguousLetter_waitsForSpace()
{
    ChipBar bar(QStringLiteral("Tongue body"));
    bar.setChips(tongueBody());
    bar.show();
    QTest::keyClicks(&bar, QStringLiteral("h"));
    QVERIFY(bar.selected().isEmpty()); // "h" also begins "ho"
    QTest::keyClick(&bar, Qt::Key_Space);
    QCOMPARE(bar.selected(), QStringList{QStringLiteral("h")});
    QTest::keyClicks(&bar, QStringLiteral("ho"));
    QCOMPARE(bar.selected(), (QStringList{QStringLiteral("h"), QStringLiteral("ho")}));
    QTest::keyClicks(&bar, QStringLiteral("hz")); // a letter that cannot go on finishes the first
    QCOMPARE(bar.selected(), (QStringList{QStringLiteral("ho"), QStringLiteral("z")}));
    QTest::keyClicks(&bar, QStringLiteral("h"));
    QTRY_COMPARE(bar.selected().size(), 3); // or the pause does
}

void TestKit::chipBar_arrowsAndSpace_moveAndToggle()
{
    ChipBar bar(QStringLiteral("Tongue body"));
    bar.setChips(tongueBody());
    bar.resize(600, 40);
    bar.show();
    QTest::keyClick(&bar, Qt::Key_Right);
    QTest::keyClick(&bar, Qt::Key_Right);
    QCOMPARE(bar.current(), 2);
    QTest::keyClick(&bar, Qt::Key_Space);
    QCOMPARE(bar.selected(), QStringList{QStringLiteral("h")});
    QTest::keyClick(&bar, Qt::Key_End);
    QTest::keyClick(&bar, Qt::Key_Right);
    QCOMPARE(bar.current(), 4);
    QVERIFY(bar.spokenValue().contains(u"H"));
}

void TestKit::chipBar_single_keepsOne()
{
    ChipBar bar(QStringLiteral("Outcome"));
    bar.setMultiple(false);
    bar.setChips(tongueBody());
    bar.show();
    QTest::keyClicks(&bar, QStringLiteral("dbdh"));
    QCOMPARE(bar.selected(), QStringList{QStringLiteral("dh")});
}

void TestKit::chipBar_narrow_wrapsAndUpDownWalkLines()
{
    ChipBar bar(QStringLiteral("Tongue body"));
    bar.setChips(tongueBody());
    bar.show();
    bar.resize(600, 40);
    const int one = bar.height();
    bar.resize(120, 40);
    QVERIFY(bar.height() > one);
    QTest::keyClick(&bar, Qt::Key_Down);
    QVERIFY(bar.current() > 0);
    QTest::keyClick(&bar, Qt::Key_Up);
    QCOMPARE(bar.current(), 0);
}

namespace {

/// A window with one completed line edit.
struct Completed
{
    QWidget window;
    QLineEdit *edit = new QLineEdit;
    Completion *completion = new Completion(edit);
    QSignalSpy taken{completion, &Completion::taken};
    QSignalSpy asked{completion, &Completion::queryChanged};

    Completed()
    {
        auto *column = new QVBoxLayout(&window);
        column->addWidget(edit);
        column->addStretch(1);
        window.resize(500, 400);
        window.show();
        QApplication::setActiveWindow(&window);
        edit->setFocus();
    }
    void offer()
    {
        completion->setRows({{QStringLiteral("白芷"), QStringLiteral("bai zhi"), {}, 1},
                             {QStringLiteral("白术"), QStringLiteral("bai zhu"), {}, 2}});
    }
    QVariant takenData(int i) const { return taken.at(i).at(0).value<CompletionRow>().data; }
};

} // namespace

void TestKit::completion_enter_takesFirst()
{
    Completed it;
    QSignalSpy returned(it.edit, &QLineEdit::returnPressed);
    QTest::keyClicks(it.edit, QStringLiteral("bz"));
    QCOMPARE(it.asked.count(), 2);
    it.offer();
    QVERIFY(it.completion->isOpen());
    QVERIFY(it.edit->hasFocus());
    QTest::keyClick(it.edit, Qt::Key_Return);
    QCOMPARE(it.taken.count(), 1);
    QCOMPARE(it.takenData(0), QVariant(1));
    QVERIFY(!it.completion->isOpen());
    QCOMPARE(returned.count(), 0);
    it.offer();
    QTest::keyClick(it.edit, Qt::Key_Down);
    QTest::keyClick(it.edit, Qt::Key_Enter);
    QCOMPARE(it.takenData(1), QVariant(2));
    QTest::keyClick(it.edit, Qt::Key_Return);
    QCOMPARE(returned.count(), 1); // closed: the editor's own again
    it.completion->setRows({});
    QVERIFY(!it.completion->isOpen());
}

void TestKit::completion_composing_enterNeverTakes()
{
    Completed it;
    QSignalSpy returned(it.edit, &QLineEdit::returnPressed);
    it.offer();
    QInputMethodEvent preedit(QStringLiteral("bai"), {});
    QApplication::sendEvent(it.edit, &preedit);
    QVERIFY(it.completion->isComposing());
    QTest::keyClick(it.edit, Qt::Key_Return);
    QTest::keyClick(it.edit, Qt::Key_Enter);
    QCOMPARE(it.taken.count(), 0);
    QCOMPARE(returned.count(), 0);
    QInputMethodEvent commit;
    commit.setCommitString(QStringLiteral("白"));
    QApplication::sendEvent(it.edit, &commit);
    QCOMPARE(it.edit->text(), QStringLiteral("白"));
    QCOMPARE(it.asked.count(), 1);
    it.offer();
    QTest::keyClick(it.edit, Qt::Key_Return);
    QCOMPARE(it.taken.count(), 1);
}

void TestKit::completion_escape_closesWithoutShortcut()
{
    Completed it;
    auto *back = new QShortcut(QKeySequence(Qt::Key_Escape), &it.window);
    QSignalSpy went(back, &QShortcut::activated);
    it.offer();
    QTest::keyClick(it.edit, Qt::Key_Escape);
    QVERIFY(!it.completion->isOpen());
    QCOMPARE(went.count(), 0);
    QTest::keyClick(it.edit, Qt::Key_Escape);
    QCOMPARE(went.count(), 1);
}

void TestKit::completion_notEager_enterPassesUntilArrow()
{
    Completed it;
    it.completion->setEager(false);
    QSignalSpy returned(it.edit, &QLineEdit::returnPressed);
    it.offer();
    QTest::keyClick(it.edit, Qt::Key_Return);
    QCOMPARE(it.taken.count(), 0);
    QCOMPARE(returned.count(), 1);
    QTest::keyClick(it.edit, Qt::Key_Up);
    QTest::keyClick(it.edit, Qt::Key_Return);
    QCOMPARE(it.takenData(0), QVariant(2));
}

void TestKit::compositionGuard_composing_holdsShortcut()
{
    CompositionGuard guard(qApp);
    QWidget window;
    auto *column = new QVBoxLayout(&window);
    auto *edit = new QLineEdit;
    column->addWidget(edit);
    auto *sign = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), &window);
    QSignalSpy signedNow(sign, &QShortcut::activated);
    window.show();
    QApplication::setActiveWindow(&window);
    edit->setFocus();
    QInputMethodEvent preedit(QStringLiteral("xi"), {});
    QApplication::sendEvent(edit, &preedit);
    QTest::keyClick(edit, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(signedNow.count(), 0);
    QInputMethodEvent commit;
    commit.setCommitString(QStringLiteral("细"));
    QApplication::sendEvent(edit, &commit);
    QTest::keyClick(edit, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(signedNow.count(), 1);
}

void TestKit::stepper_limitsAndDigits()
{
    Stepper stepper(QStringLiteral("Packets"));
    stepper.setRange(1, 30);
    stepper.setValue(7);
    stepper.show();
    QSignalSpy changed(&stepper, &Stepper::valueChanged);
    QCOMPARE(changed.count(), 0);
    QTest::keyClick(&stepper, Qt::Key_Up);
    QCOMPARE(stepper.value(), 8);
    QTest::keyClicks(&stepper, QStringLiteral("14"));
    QCOMPARE(stepper.value(), 14);
    QTest::keyClick(&stepper, Qt::Key_9); // 149 is too much: begins anew
    QCOMPARE(stepper.value(), 9);
    stepper.setValue(30);
    QTest::mouseClick(&stepper, Qt::LeftButton, {}, QPoint(stepper.width() - 5, 10));
    QCOMPARE(stepper.value(), 30);
    stepper.setValue(1);
    QTest::mouseClick(&stepper, Qt::LeftButton, {}, QPoint(5, 10));
    QCOMPARE(stepper.value(), 1);
    QCOMPARE(stepper.spokenValue(), QStringLiteral("1"));
}

void TestKit::numberUnit_decimals_roundTrip()
{
    NumberUnit grams(QStringLiteral("g"), 1);
    grams.setText(QStringLiteral("30"));
    QCOMPARE(grams.scaled(), std::optional<qint64>(300));
    grams.setText(QStringLiteral("1.5"));
    QCOMPARE(grams.scaled(), std::optional<qint64>(15));
    grams.setScaled(305);
    QCOMPARE(grams.text(), QStringLiteral("30.5"));
    grams.setScaled(300);
    QCOMPARE(grams.text(), QStringLiteral("30"));
    grams.setScaled(std::nullopt);
    QCOMPARE(grams.scaled(), std::nullopt);
    QTest::keyClicks(&grams, QStringLiteral("a2.55"));
    QCOMPARE(grams.text(), QStringLiteral("2.5"));
}

void TestKit::field_problem_marksAndDescribes()
{
    auto *edit = new QLineEdit;
    Field field(QStringLiteral("Phone"), edit);
    field.resize(300, 80);
    field.show();
    QCOMPARE(edit->accessibleName(), QStringLiteral("Phone"));
    const int before = field.sizeHint().height();
    const QImage plain = edit->grab().toImage();
    field.showProblem(QStringLiteral("A phone number has 11 digits."));
    QVERIFY(field.hasProblem());
    QCOMPARE(edit->accessibleDescription(), QStringLiteral("A phone number has 11 digits."));
    QCOMPARE(field.sizeHint().height(), before); // nothing moves
    QVERIFY(edit->grab().toImage() != plain);
    field.clearProblem();
    QVERIFY(!field.hasProblem());
    QVERIFY(edit->accessibleDescription().isEmpty());
    QCOMPARE(edit->grab().toImage(), plain);
}

void TestKit::messageStrip_action_keyActs()
{
    QWidget window;
    auto *column = new QVBoxLayout(&window);
    auto *strip = new MessageStrip;
    column->addWidget(strip);
    window.show();
    QApplication::setActiveWindow(&window);
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QVERIFY(!strip->isVisible());
    QSignalSpy acted(strip, &MessageStrip::acted);
    strip->say(MessageStrip::Kind::Stop, QStringLiteral("The printer does not answer."), QStringLiteral("Use another"),
               QKeySequence(Qt::ALT | Qt::Key_P));
    QVERIFY(strip->isVisible());
    QTest::keyClick(&window, Qt::Key_P, Qt::AltModifier);
    QTRY_COMPARE(acted.count(), 1);
    strip->clear();
    QTest::keyClick(&window, Qt::Key_P, Qt::AltModifier);
    QTest::qWait(200);
    QCOMPARE(acted.count(), 1);
}

void TestKit::messageStrip_widerOnceShown_isReadWhole()
{
    QWidget page;
    auto *strip = new MessageStrip;
    auto *column = new QVBoxLayout(&page);
    column->addWidget(strip);
    column->addStretch(1);
    strip->say(MessageStrip::Kind::Caution,
               QStringLiteral("The files are not encrypted: whoever has them can read them. Keep them on an "
                              "encrypted disk, and delete them when they are no longer needed."));
    page.resize(500, 400);
    column->activate(); // as a page behind another one is laid out: narrow, before it is seen
    strip->ensurePolished();
    QResizeEvent narrow(strip->size(), QSize());
    QApplication::sendEvent(strip, &narrow);
    page.resize(1000, 400);
    page.show();
    QVERIFY(QTest::qWaitForWindowExposed(&page));
    const auto *sentence = strip->findChild<QLabel *>();
    QTRY_VERIFY2(
        strip->contentsRect().contains(sentence->geometry()),
        qPrintable(QStringLiteral("%1+%2 in %3").arg(sentence->y()).arg(sentence->height()).arg(strip->height())));
}

void TestKit::findingCard_digit_pressesRemedy()
{
    FindingCard card({Severity::Stop,
                      QStringLiteral("Allergy"),
                      QStringLiteral("煅牡蛎 30 g"),
                      QStringLiteral("Recorded allergy to shellfish."),
                      QStringLiteral("Chart"),
                      {QStringLiteral("Replace"), QStringLiteral("Remove")},
                      3});
    card.show();
    QSignalSpy chosen(&card, &FindingCard::remedyChosen);
    QTest::keyClick(card.remedy(0), Qt::Key_4);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.at(0).at(0).toInt(), 1);
    QVERIFY(!card.press(5));
    QVERIFY(!card.press(1));
}

void TestKit::banner_narrow_wrapsChipsNeverElides()
{
    Banner banner;
    banner.setTitle(QStringLiteral("陈淑芬"));
    banner.setFacts({QStringLiteral("女 46 岁"), QStringLiteral("X0012846"), QStringLiteral("气虚质")});
    auto *allergy =
        new Chip(Tone::Cinnabar, QStringLiteral("dialog-warning"), QStringLiteral("过敏 海鲜（贝类）、青霉素"));
    banner.setChips({allergy});
    banner.addAction(new Button(QStringLiteral("签名打印")));
    banner.resize(1200, 56);
    banner.show();
    const int flat = banner.height();
    QCOMPARE(allergy->width(), allergy->sizeHint().width());
    banner.resize(420, flat);
    QVERIFY(banner.height() > flat);
    QCOMPARE(allergy->width(), allergy->sizeHint().width());
    QVERIFY(banner.rect().contains(allergy->geometry()));
    banner.resize(1200, banner.height());
    QCOMPARE(banner.height(), flat);
}

void TestKit::growingTextEdit_moreText_grows()
{
    GrowingTextEdit edit;
    edit.resize(200, 40);
    edit.show();
    QSignalSpy edited(&edit, &GrowingTextEdit::edited);
    edit.setText(QStringLiteral("一行"));
    const int one = edit.height();
    edit.setText(QStringLiteral("服上方七剂，入睡约二十五分，夜醒一次，梦减；晨起仍乏力，动则自汗，心悸偶作。"));
    QVERIFY(edit.height() > one);
    QCOMPARE(edited.count(), 0);
    QTest::keyClicks(&edit, QStringLiteral("a"));
    QCOMPARE(edited.count(), 1);
    QInputMethodEvent preedit(QStringLiteral("na"), {});
    QApplication::sendEvent(&edit, &preedit);
    const QString before = edit.text();
    QTest::keyClick(&edit, Qt::Key_Return);
    QCOMPARE(edit.text(), before);
}

void TestKit::askDialog_typing_enablesVerb()
{
    AskDialog dialog(QStringLiteral("Delete the draft?"), QStringLiteral("It cannot be brought back."), nullptr);
    dialog.requireTyping(QStringLiteral("Type the name"), QStringLiteral("陈淑芬"));
    dialog.setVerb(QStringLiteral("Delete"), true);
    dialog.open();
    QSignalSpy accepted(&dialog, &QDialog::accepted);
    QSignalSpy rejected(&dialog, &QDialog::rejected);
    QVERIFY(!dialog.verbButton()->isEnabled());
    auto *edit = dialog.findChild<QLineEdit *>(QStringLiteral("askTyping"));
    edit->setText(QStringLiteral("陈淑芬"));
    QVERIFY(dialog.verbButton()->isEnabled());
    QTest::keyClick(edit, Qt::Key_Escape);
    QCOMPARE(rejected.count(), 1);
    dialog.open();
    QTest::mouseClick(dialog.verbButton(), Qt::LeftButton);
    QCOMPARE(accepted.count(), 1);
}

void TestKit::safetyRing_items_areSpoken()
{
    SafetyRing ring(120);
    ring.setItems({SafetyRing::Item::Checked, SafetyRing::Item::Stop, SafetyRing::Item::Unchecked});
    QCOMPARE(ring.checked(), 2);
    QVERIFY(ring.spokenValue().startsWith(QStringLiteral("2 of 3")));
    QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(&ring);
    QVERIFY(spoken);
    QCOMPARE(spoken->role(), QAccessible::Graphic);
    QCOMPARE(spoken->text(QAccessible::Value), ring.spokenValue());
    const QImage image = ring.grab().toImage();
    const QColor stop = Theme::current().color(Token::Cinnabar);
    bool found = false;
    for (int y = 0; y < image.height() && !found; ++y) {
        for (int x = 0; x < image.width() && !found; ++x)
            found = image.pixelColor(x, y) == stop;
    }
    QVERIFY(found);
}

void TestKit::onDone_guardGone_staysSilent()
{
    QPromise<int> promise;
    promise.start();
    int heard = 0;
    {
        QObject screen;
        onDone(promise.future(), &screen, [&](int) { ++heard; });
    }
    promise.addResult(7);
    promise.finish();
    QTest::qWait(20);
    QCOMPARE(heard, 0);
}

void TestKit::onDone_result_arrives()
{
    QObject screen;
    QPromise<int> promise;
    promise.start();
    int heard = 0;
    onDone(promise.future(), &screen, [&](int value) { heard = value; });
    promise.addResult(7);
    promise.finish();
    QCOMPARE(heard, 0);
    QTRY_COMPARE(heard, 7);
}

void TestKit::lint_fieldScrolledToItsFrame_hasNoContrastToJudge()
{
    QScrollArea area;
    area.setObjectName(QStringLiteral("area"));
    auto *page = new QWidget;
    auto *field = new QLineEdit(QStringLiteral("written"), page);
    field->setObjectName(QStringLiteral("field"));
    field->setAccessibleName(QStringLiteral("Field"));
    field->setGeometry(0, 0, 200, 32);
    page->resize(200, 1000);
    area.setWidget(page);
    area.resize(220, 200);
    area.show();
    const auto contrast = [&] {
        const QList<tour::Flaw> flaws = tour::lint(&area);
        return std::count_if(flaws.begin(), flaws.end(),
                             [](const tour::Flaw &flaw) { return flaw.kind == tour::Flaw::Kind::LowContrast; });
    };
    for (int seen = 1; seen <= 32; ++seen) {
        area.verticalScrollBar()->setValue(32 - seen);
        QVERIFY2(contrast() == 0, qPrintable(QString::number(seen)));
    }
    QPalette pale = field->palette();
    pale.setColor(QPalette::Text, QColor(0xdd, 0xdd, 0xcc));
    field->setPalette(pale);
    QCOMPARE(contrast(), 1);
}

void TestKit::lint_flaws_areFound()
{
    QWidget window;
    window.setObjectName(QStringLiteral("window"));
    window.resize(400, 300);
    auto *wide = new Label(QStringLiteral("A sentence that is much wider than its place"), TypeStyle::Body, Token::Text,
                           &window);
    wide->setGeometry(10, 10, 80, 20);
    auto *pale = new QLabel(QStringLiteral("pale"), &window);
    QPalette palette = pale->palette();
    palette.setColor(QPalette::WindowText, QColor(0xdd, 0xdd, 0xcc));
    pale->setPalette(palette);
    pale->setGeometry(10, 40, 80, 24);
    auto *nameless = new QLineEdit(&window);
    nameless->setGeometry(10, 80, 120, 32);
    auto *over = new Button(QStringLiteral("Over"), ButtonKind::Plain, &window);
    over->setObjectName(QStringLiteral("over"));
    over->setGeometry(60, 80, 120, 38);
    auto *strange =
        new Label(QString(QChar(0xE9F3)), TypeStyle::Body, Token::Text, &window); // private use: no font has it
    strange->setGeometry(10, 140, 80, 24);
    window.show();
    QSet<int> kinds;
    for (const tour::Flaw &flaw : tour::lint(&window))
        kinds.insert(int(flaw.kind));
    using Kind = tour::Flaw::Kind;
    for (const Kind kind : {Kind::TextTooWide, Kind::Overlap, Kind::MissingGlyph, Kind::LowContrast, Kind::Unnamed})
        QVERIFY2(kinds.contains(int(kind)), qPrintable(QString::number(int(kind))));
    for (QWidget *child : window.findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly))
        delete child;
    auto *fine = new Label(QStringLiteral("fine"), TypeStyle::Body, Token::Text, &window);
    fine->setGeometry(10, 10, 100, 24);
    fine->show();
    QVERIFY(tour::lint(&window).isEmpty());
}

QTEST_MAIN(TestKit)
#include "tst_kit.moc"
