// Renders every widget of the kit into one picture per theme, language and text scale:
//   kit_gallery <folder>
// Prints what the tour lint finds and ends with 1 if it finds anything.
#include "tour/tourlint.h"
#include "ui/kit/askdialog.h"
#include "ui/kit/banner.h"
#include "ui/kit/button.h"
#include "ui/kit/chip.h"
#include "ui/kit/chipbar.h"
#include "ui/kit/emptystate.h"
#include "ui/kit/field.h"
#include "ui/kit/findingcard.h"
#include "ui/kit/growingtextedit.h"
#include "ui/kit/icons.h"
#include "ui/kit/keycap.h"
#include "ui/kit/messagestrip.h"
#include "ui/kit/numberunit.h"
#include "ui/kit/popuplist.h"
#include "ui/kit/rail.h"
#include "ui/kit/rowdelegate.h"
#include "ui/kit/safetyring.h"
#include "ui/kit/seal.h"
#include "ui/kit/sectionmark.h"
#include "ui/kit/segment.h"
#include "ui/kit/statusbar.h"
#include "ui/kit/stepper.h"
#include "ui/kit/text.h"
#include "ui/kit/toast.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFrame>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QListView>
#include <QProgressBar>
#include <QRadioButton>
#include <QScrollBar>
#include <QStandardItemModel>
#include <QTabBar>
#include <QTableView>
#include <QTextStream>
#include <QToolButton>
#include <QVBoxLayout>

using namespace xinglin;
using namespace xinglin::ui;

namespace {

bool chinese = true;

QString say(const char *zh, const char *en)
{
    return QString::fromUtf8(chinese ? zh : en);
}

template <class W>
W *named(W *widget, const char *name)
{
    widget->setObjectName(QString::fromLatin1(name));
    if (widget->accessibleName().isEmpty())
        widget->setAccessibleName(QString::fromLatin1(name));
    return widget;
}

void head(QVBoxLayout *column, const QString &text)
{
    auto *line = new QFrame;
    line->setFrameShape(QFrame::HLine);
    line->setFixedHeight(1);
    column->addSpacing(12);
    column->addWidget(new Label(text, TypeStyle::Title));
    column->addWidget(line);
}

QWidget *buttons()
{
    auto *box = new QWidget;
    auto *grid = new QGridLayout(box);
    grid->setContentsMargins(3, 3, 3, 3);
    const std::pair<ButtonKind, QString> kinds[] = {{ButtonKind::Primary, say("主要", "Primary")},
                                                    {ButtonKind::Plain, say("普通", "Plain")},
                                                    {ButtonKind::Ghost, say("无框", "Ghost")},
                                                    {ButtonKind::Danger, say("危险", "Danger")}};
    int row = 0;
    for (const auto &[kind, word] : kinds) {
        grid->addWidget(new Label(word, TypeStyle::Caption, Token::Text3), row, 0);
        const QString words[] = {say("平常", "Normal"), say("按下", "Pressed"), say("忙", "Busy"), say("停用", "Off")};
        for (int i = 0; i < 4; ++i) {
            auto *button = named(new Button(words[i], kind), "galleryButton");
            button->setDown(i == 1);
            button->setBusy(i == 2);
            button->setEnabled(i != 3);
            grid->addWidget(button, row, i + 1);
        }
        ++row;
    }
    auto *more = new QHBoxLayout;
    auto *sign = named(new Button(say("签名打印", "Sign and print"), ButtonKind::Primary), "signButton");
    sign->setKeys(QKeySequence(Qt::CTRL | Qt::Key_Return));
    auto *print = named(new Button(say("打印", "Print")), "printButton");
    print->setIcon(icon(u"document-print"));
    auto *small = named(new Button(say("换煅龙骨", "Use Longgu")), "smallButton");
    small->setControlSize(ButtonSize::Small);
    small->setKeyCap(QStringLiteral("1"));
    auto *dots = named(new QToolButton, "menuButton");
    dots->setIcon(icon(u"overflow-menu"));
    auto *segment = named(new Segment(say("日程范围", "Range")), "segment");
    segment->setCells({say("日", "Day"), say("周", "Week"), say("月", "Month")});
    segment->setCurrent(1);
    for (QWidget *widget : std::initializer_list<QWidget *>{sign, print, small, dots, segment})
        more->addWidget(widget);
    more->addStretch(1);
    grid->addLayout(more, row, 0, 1, 6);
    grid->setColumnStretch(5, 1);
    return box;
}

QWidget *inputs()
{
    auto *box = new QWidget;
    auto *grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(16);
    const auto line = [](const QString &text) { return named(new QLineEdit(text), "galleryLine"); };
    auto *plain = new Field(say("平常", "Normal"), line(QStringLiteral("138****6207")));
    auto *focused = new Field(say("焦点", "Focus"), named(new QLineEdit(say("陈淑芬", "Chen Shufen")), "focusLine"));
    auto *wrong = new Field(say("出错", "Error"), line(QStringLiteral("13800")));
    wrong->showProblem(say("手机要 11 位，少 6 位", "A phone number has 11 digits; 6 are missing"));
    auto *hint = new Field(say("提醒，可存", "Hint, can be saved"), line(QStringLiteral("138****6207")));
    hint->showHint(say("与崔诗菲同号，按 ↓ 看一家人", "Same number as Cui Shifei; press ↓ for the family"));
    auto *number = named(new NumberUnit(QStringLiteral("g"), 1), "galleryNumber");
    number->setText(QStringLiteral("30"));
    auto *amount = new Field(say("数字与单位", "Number and unit"), number);
    auto *locked = line(QStringLiteral("X0012846"));
    locked->setEnabled(false);
    auto *off = new Field(say("停用、只读", "Disabled, read-only"), locked);
    auto *combo = named(new QComboBox, "galleryCombo");
    combo->addItems({say("汤剂", "Decoction"), say("颗粒", "Granules")});
    auto *choice = new Field(say("剂型", "Form"), combo);
    auto *steps = named(new Stepper(say("剂数", "Packets")), "galleryStepper");
    steps->setRange(1, 30);
    steps->setValue(7);
    auto *packets = new Field(say("剂数", "Packets"), steps);
    QWidget *const fields[] = {plain, focused, wrong, hint, amount, off, choice, packets};
    for (int i = 0; i < 8; ++i)
        grid->addWidget(fields[i], i / 2, i % 2);
    auto *checks = new QHBoxLayout;
    auto *on = named(new QCheckBox(say("选中", "Ticked")), "checkOn");
    on->setChecked(true);
    auto *partly = named(new QCheckBox(say("部分", "Partly")), "checkPartly");
    partly->setTristate(true);
    partly->setCheckState(Qt::PartiallyChecked);
    auto *one = named(new QRadioButton(say("单选", "One")), "radioOne");
    one->setChecked(true);
    checks->addWidget(on);
    checks->addWidget(named(new QCheckBox(say("未选", "Empty")), "checkOff"));
    checks->addWidget(partly);
    checks->addWidget(one);
    checks->addWidget(named(new QRadioButton(say("未选", "Other")), "radioTwo"));
    checks->addStretch(1);
    grid->addLayout(checks, 4, 0, 1, 2);
    return box;
}

QWidget *chips()
{
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    auto *body = named(new ChipBar(say("舌色", "Tongue body")), "chipsBody");
    body->setChips({{QStringLiteral("db"), say("淡白", "Pale white"), QStringLiteral("db"), false, false},
                    {QStringLiteral("dh"), say("淡红", "Pale red"), QStringLiteral("dh"), true, false},
                    {QStringLiteral("h"), say("红", "Red"), QStringLiteral("h"), false, true},
                    {QStringLiteral("j"), say("绛", "Crimson"), QStringLiteral("j"), false, false},
                    {QStringLiteral("z"), say("紫", "Purple"), QStringLiteral("z"), false, false}});
    column->addWidget(body);
    auto *large = named(new ChipBar(say("结果", "Outcome")), "chipsLarge");
    large->setLarge(true);
    large->setMultiple(false);
    large->setChips({{QStringLiteral("1"), say("好转", "Better"), {}, true, false},
                     {QStringLiteral("2"), say("没接", "No answer"), {}, false, false},
                     {QStringLiteral("3"), say("改约", "Rebook"), {}, false, false}});
    column->addWidget(large);
    auto *note = new QHBoxLayout;
    note->setSpacing(12);
    auto *edit = named(new GrowingTextEdit, "galleryNote");
    edit->setText(say("服上方 7 剂，入睡约 25 分，夜醒 1 "
                      "次，梦减；晨起仍乏力，动则自汗，心悸偶作。纳可，二便调。艾司唑仑已由 1 mg 减为 0.5 mg。",
                      "After 7 packets: falls asleep in about 25 minutes, wakes once, fewer dreams; still tired in the "
                      "morning, sweats on exertion."));
    note->addWidget(new SectionMark(say("现病史", "History")), 0, Qt::AlignTop);
    note->addWidget(edit, 1);
    column->addLayout(note);
    return box;
}

QTableView *table()
{
    auto *view = named(new QTableView, "galleryTable");
    auto *model = new QStandardItemModel(0, 5, view);
    model->setHorizontalHeaderLabels({say("患者", "Patient"), say("项目", "Service"), say("状态", "State"),
                                      say("金额", "Amount"), say("说明", "Remark")});
    const struct
    {
        const char *zh, *en, *money, *iconName, *zhState, *enState;
        Tone tone;
    } rows[] = {{"林建国", "Lin Jianguo", "¥268.00", "view-calendar-day", "约", "B", Tone::Azurite},
                {"黄美玲", "Huang Meiling", "¥180.00", "clock", "候", "A", Tone::Gamboge},
                {"陈淑芬", "Chen Shufen", "¥314.02", "visit", "诊", "C", Tone::Malachite},
                {"赵一鸣", "Zhao Yiming", "¥0.00", "wallet-open", "办", "F", Tone::Slate},
                {"贺平", "He Ping", "¥96.00", "dialog-cancel", "缺", "N", Tone::Cinnabar}};
    for (const auto &row : rows) {
        auto *name = new QStandardItem(say(row.zh, row.en));
        name->setData(true, RowSongRole);
        auto *state = new QStandardItem(say(row.zhState, row.enState));
        state->setData(int(row.tone), RowToneRole);
        state->setData(QString::fromLatin1(row.iconName), RowIconRole);
        auto *money = new QStandardItem(QString::fromUtf8(row.money));
        money->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        auto *remark = new QStandardItem(say("平常", "Plain"));
        remark->setData(int(Token::Text3), RowColorRole);
        model->appendRow({name, new QStandardItem(say("复诊", "Follow-up")), state, money, remark});
    }
    for (int i = 0; i < 5; ++i)
        model->item(4, i)->setData(true, RowDisabledRole);
    model->horizontalHeaderItem(3)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    view->setModel(model);
    dressRows(view);
    view->setSelectionMode(QAbstractItemView::SingleSelection);
    view->horizontalHeader()->setSortIndicatorShown(true);
    view->horizontalHeader()->setSortIndicator(0, Qt::AscendingOrder);
    view->selectRow(2);
    const Theme &theme = Theme::of(view);
    view->setFixedHeight(theme.size(Size::TableHead) + 5 * theme.size(Size::Row) + 2);
    for (int i = 0; i < 4; ++i)
        view->setColumnWidth(i, theme.scaled(i == 0 ? 130 : 92));
    return view;
}

QWidget *messages()
{
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    auto *note = new MessageStrip;
    note->say(
        MessageStrip::Kind::Note,
        say("顾青禾正在改诊断，你看到的是 09:48 的。", "Gu Qinghe is changing the diagnosis; you see that of 09:48."),
        say("看她的", "Show hers"), QKeySequence(Qt::ALT | Qt::Key_V));
    auto *done = new MessageStrip;
    done->say(MessageStrip::Kind::Done,
              say("已收 ¥314.02，收据 0312-0027 已打。", "¥314.02 received, receipt 0312-0027 printed."),
              say("撤销", "Undo"), QKeySequence(Qt::CTRL | Qt::Key_Z));
    auto *caution = new MessageStrip;
    caution->say(MessageStrip::Kind::Caution,
                 say("昨夜关机时有 3 条提醒到期，还没发。",
                     "3 reminders fell due while the PC was off; they have not been sent."));
    auto *stop = new MessageStrip;
    stop->say(MessageStrip::Kind::Stop,
              say("前台打印机没有应答，2 张处方在等；没有丢。",
                  "The printer does not answer; 2 prescriptions wait; nothing is lost."),
              say("换一台", "Use another"), QKeySequence(Qt::ALT | Qt::Key_P));
    for (MessageStrip *strip : {note, done, caution, stop})
        column->addWidget(strip);
    return box;
}

QWidget *findings()
{
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    auto *rings = new QHBoxLayout;
    QList<SafetyRing::Item> items(14, SafetyRing::Item::Checked);
    items[6] = SafetyRing::Item::Note;
    items[10] = SafetyRing::Item::Caution;
    items[11] = SafetyRing::Item::Stop;
    for (int diameter : {120, 64, 40}) {
        auto *ring = new SafetyRing(diameter);
        ring->setItems(items);
        ring->setCaption(say("味已核", "checked"));
        rings->addWidget(ring);
    }
    QList<SafetyRing::Item> half(14, SafetyRing::Item::Unchecked);
    for (int i = 0; i < 9; ++i)
        half[i] = SafetyRing::Item::Checked;
    auto *open = new SafetyRing(64);
    open->setItems(half);
    rings->addWidget(open);
    rings->addStretch(1);
    column->addLayout(rings);
    column->addWidget(
        new FindingCard({Severity::Stop,
                         say("过敏", "Allergy"),
                         say("煅牡蛎 30 g", "Duan Muli 30 g"),
                         say("登记贝类过敏；牡蛎为贝壳类。", "Recorded allergy to shellfish; Muli is a shell."),
                         say("病历 2025-11-20 沈明堂", "Chart 2025-11-20, Shen Mingtang"),
                         {say("换煅龙骨", "Use Longgu"), say("去掉", "Remove"), say("写理由", "Give a reason")},
                         1}));
    column->addWidget(new FindingCard({Severity::Caution,
                                       say("剂量", "Dose"),
                                       say("首乌藤 30 g", "Shouwuteng 30 g"),
                                       say("常用 9–15 g，今为上限 2 倍。", "Usual 9–15 g; this is twice the limit."),
                                       say("《中国药典》2020 年版", "Chinese Pharmacopoeia 2020"),
                                       {say("改为 15 g", "Set to 15 g")},
                                       4}));
    column->addWidget(
        new FindingCard({Severity::Note,
                         say("合用", "Together"),
                         say("艾司唑仑 0.5 mg", "Estazolam 0.5 mg"),
                         say("与酸枣仁、首乌藤同用可加重嗜睡。", "With Suanzaoren it may add to drowsiness."),
                         say("提示，不拦打印", "A note; printing is not held"),
                         {},
                         0}));
    return box;
}

class Sheet : public Pane
{
public:
    Sheet() : Pane(Token::Window)
    {
        setObjectName(QStringLiteral("sheet"));
        auto *outer = new QVBoxLayout(this);
        outer->setContentsMargins(0, 0, 0, 0);
        outer->setSpacing(0);
        auto *middle = new QHBoxLayout;
        middle->setSpacing(0);
        auto *rail = new Rail;
        const std::tuple<const char *, const char *, const char *> places[] = {
            {"board", "今日", "Today"},           {"view-calendar-day", "日程", "Calendar"},
            {"system-users", "患者", "Patients"}, {"chart360", "病历", "Chart"},
            {"visit", "就诊", "Visit"},           {"formula", "处方", "Formula"},
            {"call-start", "随访", "Follow-up"},  {"wallet-open", "收费", "Cashier"},
            {"mortar", "药房", "Pharmacy"},       {"office-chart-bar", "报表", "Reports"},
            {"flow", "设计", "Design"},           {"configure", "设置", "Settings"}};
        int index = 0;
        for (const auto &[iconName, zh, en] : places) {
            if (index == 3 || index == 6 || index == 9)
                rail->addGroupLine();
            auto *place = rail->addPlace(QString::fromLatin1(iconName), say(zh, en));
            place->setObjectName(QStringLiteral("place%1").arg(index++));
        }
        rail->setCurrent(5);
        rail->place(6)->setBadge(6);
        middle->addWidget(rail);
        auto *page = new QVBoxLayout;
        page->setSpacing(0);
        auto *banner = new Banner;
        banner->setTitle(say("陈淑芬", "Chen Shufen"));
        banner->setFacts({say("女 46 岁", "F 46"), QStringLiteral("X0012846"), say("气虚质", "Qi deficiency")});
        banner->setChips({new Chip(Tone::Cinnabar, QStringLiteral("dialog-warning"),
                                   say("过敏 海鲜（贝类）、青霉素", "Allergies: seafood (shellfish), penicillin")),
                          new Chip(Tone::Gamboge, QStringLiteral("mortar"), say("在服 艾司唑仑", "Takes estazolam"))});
        auto *aside = named(new Button(say("暂存", "Put aside")), "asideButton");
        aside->setKeys(QKeySequence(Qt::Key_F3));
        banner->addAction(aside);
        page->addWidget(banner);
        auto *columns = new QHBoxLayout;
        columns->setContentsMargins(pageMargin, 0, pageMargin, pageMargin);
        columns->setSpacing(32);
        columns->addLayout(first(), 4);
        columns->addLayout(second(), 4);
        columns->addLayout(third(), 3);
        page->addLayout(columns, 1);
        middle->addLayout(page, 1);
        outer->addLayout(middle, 1);
        auto *bar = new StatusBar;
        bar->setKeys({{QStringLiteral("⏎"), say("下一味", "next herb")},
                      {QStringLiteral("↑ ↓ ← →"), say("走格", "walk")},
                      {QStringLiteral("F8"), say("对比", "compare")}});
        bar->addRight(new Label(say("3 台一致 12,431 = 12,431·09:51", "3 PCs agree, 12,431 = 12,431, 09:51"),
                                TypeStyle::Caption, Token::Text2));
        outer->addWidget(bar);
    }

    QTableView *rows = nullptr;

private:
    QVBoxLayout *first()
    {
        auto *column = new QVBoxLayout;
        column->setSpacing(6);
        head(column, say("按钮", "Buttons"));
        column->addWidget(buttons());
        head(column, say("输入", "Inputs"));
        column->addWidget(inputs());
        head(column, say("选择与记录", "Choices and notes"));
        column->addWidget(chips());
        column->addStretch(1);
        return column;
    }
    QVBoxLayout *second()
    {
        auto *column = new QVBoxLayout;
        column->setSpacing(6);
        head(column, say("表格", "Tables"));
        rows = table();
        column->addWidget(rows);
        auto *tabs = named(new QTabBar, "galleryTabs");
        tabs->addTab(say("就诊", "Visits"));
        tabs->addTab(say("用药", "Medicines"));
        tabs->setDrawBase(false);
        column->addWidget(tabs);
        head(column, say("消息条", "Messages"));
        column->addWidget(messages());
        head(column, say("字", "Type"));
        column->addWidget(new Label(say("杏林堂 08:18", "Apricot Hall 08:18"), TypeStyle::Display));
        column->addWidget(new Label(say("陈淑芬 归脾汤加减", "Chen Shufen, Guipi Tang"), TypeStyle::Person));
        column->addWidget(new Label(QStringLiteral("248 ¥314.02"), TypeStyle::Figure));
        column->addWidget(new Label(say("林建国 合欢皮", "Lin Jianguo, Hehuanpi"), TypeStyle::Name));
        column->addWidget(
            new Label(say("正文：服上方七剂，夜醒一次 1,407 g", "Body: seven packets, wakes once, 1,407 g")));
        column->addWidget(new Label(say("注脚与表头：末次 14 天前 09:52", "Caption: last seen 14 days ago"),
                                    TypeStyle::Caption, Token::Text3));
        auto *bar = new QProgressBar;
        bar->setValue(72);
        column->addWidget(bar);
        column->addStretch(1);
        return column;
    }
    QVBoxLayout *third()
    {
        auto *column = new QVBoxLayout;
        column->setSpacing(6);
        head(column, say("核方", "Safety"));
        column->addWidget(findings());
        head(column, say("空", "Empty"));
        auto *empty =
            new EmptyState(QStringLiteral("view-calendar-day"), say("今天还没有预约", "No bookings today yet"),
                           say("有人打电话来，按 [N] 约一位；有人走进来，按 [W] 加号。",
                               "When somebody calls, press [N]; when somebody walks in, press [W]."));
        auto *book = named(empty->addAction(say("预约", "Book"), true), "bookButton");
        book->setKeys(QKeySequence(Qt::Key_N));
        named(empty->addAction(say("看明天", "Show tomorrow"), false), "tomorrowButton");
        column->addWidget(empty);
        auto *more = new QHBoxLayout;
        more->addWidget(new Seal(64));
        more->addWidget(new KeyCap(QStringLiteral("Ctrl K")));
        for (const char *name : {"herb", "tongue", "pulse", "needle", "moxa", "radar", "branch", "seal"}) {
            auto *picture = new QLabel;
            picture->setPixmap(icon(QString::fromLatin1(name)).pixmap(QSize(22, 22)));
            more->addWidget(picture);
        }
        column->addLayout(more);
        auto *names = new QHBoxLayout;
        for (const char *name :
             {"user", "lock", "edit-find", "document-print", "document-edit", "dialog-warning", "clock", "checkmark",
              "tag", "view-history", "mail-send", "view-refresh", "document-save", "edit-undo", "view-filter", "key"}) {
            auto *picture = new QLabel;
            picture->setPixmap(icon(QString::fromLatin1(name)).pixmap(QSize(16, 16)));
            names->addWidget(picture);
        }
        column->addLayout(names);
        column->addStretch(1);
        return column;
    }
};

bool save(QWidget *window, const QString &path)
{
    QTextStream out(stdout);
    out << path << '\n';
    const bool written = window->grab().save(path);
    const QList<tour::Flaw> flaws = tour::lint(window);
    for (const tour::Flaw &flaw : flaws)
        out << "  " << tour::describe(flaw) << '\n';
    return written && flaws.isEmpty();
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    const QDir folder(app.arguments().value(1, QStringLiteral(".")));
    bool clean = folder.exists() || QDir().mkpath(folder.path());
    for (const bool zh : {true, false}) {
        chinese = zh;
        for (const ThemeName name : {ThemeName::Paper, ThemeName::Ink}) {
            for (const double scale : {1.0, 1.3}) {
                if (!applyTheme(app, name, scale))
                    return 2;
                const QString tail = QStringLiteral("%1-%2-%3.png")
                                         .arg(name == ThemeName::Ink ? QStringLiteral("ink") : QStringLiteral("paper"),
                                              zh ? QStringLiteral("zh") : QStringLiteral("en"))
                                         .arg(int(scale * 100));
                Sheet sheet;
                sheet.resize(int(1500 * scale), int(1060 * scale));
                sheet.show();
                QApplication::setActiveWindow(&sheet);
                sheet.rows->setFocus();
                QCoreApplication::processEvents();
                clean = save(&sheet, folder.filePath(QStringLiteral("kit-") + tail)) && clean;

                auto *edit = sheet.findChild<QLineEdit *>(QStringLiteral("focusLine"));
                edit->setFocus();
                auto *completion = new Completion(edit);
                completion->setSong(true);
                completion->setRows({{say("白芷", "Baizhi"),
                                      QStringLiteral("bai zhi"),
                                      say("3–10 g·余 2.4 kg", "3–10 g, 2.4 kg left"),
                                      {}},
                                     {say("白术", "Baizhu"),
                                      QStringLiteral("bai zhu"),
                                      say("已有 炒白术", "already in"),
                                      {},
                                      Token::GambogeText},
                                     {say("柏子仁", "Baiziren"),
                                      QStringLiteral("bai zi ren"),
                                      say("3–10 g·余 1.8 kg", "3–10 g, 1.8 kg left"),
                                      {}}});
                Toast toast(&sheet);
                toast.say(say("陈淑芬 已移到 11:20", "Chen Shufen moved to 11:20"), say("撤销", "Undo"),
                          QKeySequence(Qt::CTRL | Qt::Key_Z));
                QCoreApplication::processEvents();
                clean = save(&sheet, folder.filePath(QStringLiteral("kit-open-") + tail)) && clean;

                AskDialog dialog(
                    say("退掉陈淑芬的艾灸卡余下 3 次？", "Refund the 3 sessions left on Chen Shufen's card?"),
                    say("退 ¥180.00 到原微信。卡即停用；今日日结前可撤销。",
                        "¥180.00 goes back to the same account. The card ends now; it can be undone until tonight."),
                    nullptr);
                dialog.requireTyping(say("输入患者姓名以确认", "Type the patient's name to confirm"),
                                     say("陈淑芬", "Chen Shufen"));
                dialog.setVerb(say("退 ¥180.00", "Refund ¥180.00"), true);
                dialog.setSafeAnswer(say("不退", "Keep it"));
                dialog.open();
                QCoreApplication::processEvents();
                clean = save(&dialog, folder.filePath(QStringLiteral("kit-ask-") + tail)) && clean;
            }
        }
    }
    return clean ? 0 : 1;
}
