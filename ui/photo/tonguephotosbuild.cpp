#include "ui/kit/button.h"
#include "ui/kit/chip.h"
#include "ui/kit/emptystate.h"
#include "ui/kit/messagestrip.h"
#include "ui/kit/pane.h"
#include "ui/kit/segment.h"
#include "ui/kit/text.h"
#include "ui/photo/attachmentdelegate.h"
#include "ui/photo/attachmentmodel.h"
#include "ui/photo/pictureview.h"
#include "ui/photo/tonguephotos.h"

#include <QHBoxLayout>
#include <QListView>
#include <QLocale>
#include <QScrollArea>
#include <QShortcut>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace xinglin::ui {

namespace {

constexpr int factsWidth = 272;

QString number(double value)
{
    return QLocale().toString(value, 'f', 1);
}

QString labText(const colour::Lab &lab)
{
    return TonguePhotos::tr("L* %1  a* %2  b* %3").arg(number(lab.l), number(lab.a), number(lab.b));
}

} // namespace

void TonguePhotos::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildTools());
    m_strip = new MessageStrip;
    m_strip->setObjectName(QStringLiteral("tongueStrip"));
    connect(m_strip, &MessageStrip::acted, this, [this] {
        leaveCamera();
        chooseFiles();
    });
    column->addWidget(m_strip);

    m_empty =
        new EmptyState(QStringLiteral("tongue"), tr("No picture of the tongue yet"),
                       mayTake() ? tr("[F5] takes one or chooses a file, [Ctrl V] takes what is in the clipboard; "
                                      "files can be dropped here.")
                                 : tr("Pictures of the tongue stand here."));
    auto *views = new QWidget;
    auto *row = new QHBoxLayout(views);
    row->setContentsMargins(pageMargin, 12, 12, 12);
    row->setSpacing(12);
    m_left = new PictureView(tr("The picture on the left"));
    m_left->setObjectName(QStringLiteral("tongueLeft"));
    m_right = new PictureView(tr("The picture on the right"));
    m_right->setObjectName(QStringLiteral("tongueRight"));
    for (PictureView *view : {m_left, m_right}) {
        row->addWidget(view, 1);
        connect(view, &PictureView::spotChosen, this, [this](QPointF spot) {
            m_left->setSpot(spot);
            m_right->setSpot(spot);
            showSpot();
        });
    }
    auto *body = new QWidget;
    auto *panes = new QHBoxLayout(body);
    panes->setContentsMargins(0, 0, 0, 0);
    panes->setSpacing(0);
    panes->addWidget(views, 1);
    panes->addWidget(buildFacts());

    m_list = new QListView;
    m_list->setObjectName(QStringLiteral("tongueList"));
    m_list->setAccessibleName(tr("Pictures of the tongue, the latest first"));
    m_list->setModel(m_model);
    AttachmentDelegate::dressStrip(m_list, false);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] { showPictures(); });
    auto *strip = new Pane(Token::Window, Qt::TopEdge);
    auto *stripRow = new QVBoxLayout(strip);
    stripRow->setContentsMargins(pageMargin, 6, 12, 4);
    stripRow->addWidget(m_list);
    setGround(m_list->viewport(), Token::Window);

    auto *work = new QWidget;
    auto *workColumn = new QVBoxLayout(work);
    workColumn->setContentsMargins(0, 0, 0, 0);
    workColumn->setSpacing(0);
    workColumn->addWidget(body, 1);
    workColumn->addWidget(strip);
    auto *place = new QWidget;
    m_stack = new QStackedLayout(place);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(work);
    column->addWidget(place, 1);
    buildKeys();
}

QWidget *TonguePhotos::buildTools()
{
    auto *tools = new Pane(Token::Window, Qt::BottomEdge);
    auto *row = new QHBoxLayout(tools);
    row->setContentsMargins(pageMargin, 8, 12, 8);
    row->setSpacing(gapControls);
    m_looks = new Segment(tr("How the pictures are looked at"));
    m_looks->setObjectName(QStringLiteral("tongueLook"));
    m_looks->setCells({tr("Colours"), tr("Earlier  F8"), tr("Onion-skin  O"), tr("Flicker  X")});
    connect(m_looks, &Segment::chosen, this, [this](int index) {
        if (static_cast<Look>(index) != m_look)
            setLook(static_cast<Look>(index));
    });
    m_colours = new Segment(tr("The colours of compared pictures"));
    m_colours->setObjectName(QStringLiteral("tongueColours"));
    m_colours->setCells({tr("As taken"), tr("Set right  C")});
    m_colours->setCurrent(1);
    connect(m_colours, &Segment::chosen, this, [this](int index) { setRightColours(index == 1); });
    m_paste = new Button(tr("Paste"));
    m_paste->setObjectName(QStringLiteral("pasteTongue"));
    m_paste->setKeyCap(QStringLiteral("Ctrl V"));
    connect(m_paste, &Button::clicked, this, &TonguePhotos::paste);
    m_choose = new Button(tr("Choose a file"));
    m_choose->setObjectName(QStringLiteral("chooseTongue"));
    m_choose->setKeyCap(QStringLiteral("Ctrl O"));
    connect(m_choose, &Button::clicked, this, &TonguePhotos::chooseFiles);
    m_take = new Button(tr("Take a picture"), ButtonKind::Primary);
    m_take->setObjectName(QStringLiteral("takeTongue"));
    m_take->setKeyCap(QStringLiteral("F5"));
    connect(m_take, &Button::clicked, this, &TonguePhotos::take);
    row->addWidget(m_looks);
    row->addWidget(m_colours);
    row->addStretch(1);
    row->addWidget(m_paste);
    row->addWidget(m_choose);
    row->addWidget(m_take);
    showTools();
    return tools;
}

void TonguePhotos::showTools()
{
    const bool camera = mayTake() && m_cameras.isThere();
    m_paste->setVisible(mayTake());
    m_choose->setVisible(mayTake());
    m_take->setVisible(camera);
    m_choose->setKind(camera ? ButtonKind::Plain : ButtonKind::Primary);
    m_choose->setKeyCap(camera ? QStringLiteral("Ctrl O") : QStringLiteral("F5"));
}

QWidget *TonguePhotos::buildFacts()
{
    auto *facts = new Pane(Token::Window, Qt::LeftEdge);
    facts->setFixedWidth(Theme::of(this).scaled(factsWidth));
    auto *inner = new QWidget;
    auto *column = new QVBoxLayout(inner);
    column->setContentsMargins(panelPadding, panelPadding, panelPadding, panelPadding);
    column->setSpacing(gapControls);
    const auto words = [&](const char *name, TypeStyle style, Token color) {
        auto *label = new Label({}, style, color);
        label->setObjectName(QLatin1String(name));
        label->setWordWrap(true);
        column->addWidget(label);
        return label;
    };
    m_when = words("tongueWhen", TypeStyle::Body, Token::Text);
    m_basis = new Chip(Tone::Neutral, {}, {});
    m_basis->setObjectName(QStringLiteral("tongueBasis"));
    auto *chipRow = new QHBoxLayout;
    chipRow->addWidget(m_basis);
    chipRow->addStretch(1);
    column->addLayout(chipRow);
    m_basisWords = words("tongueBasisWords", TypeStyle::Small, Token::Text2);
    m_mirrored = words("tongueMirrored", TypeStyle::Small, Token::CinnabarText);
    m_mirrored->setText(tr("The picture is mirrored: left and right are exchanged in it."));
    column->addSpacing(gapControls);
    column->addWidget(new Label(tr("Colour of a spot"), TypeStyle::Heading));
    m_spotWords = words("tongueSpotWords", TypeStyle::Small, Token::Text2);
    m_spotHere = words("tongueSpot", TypeStyle::Body, Token::Text);
    m_spotEarlier = words("tongueSpotEarlier", TypeStyle::Body, Token::Text);
    column->addStretch(1);
    auto *card = new Button(tr("Print a colour card"), ButtonKind::Ghost);
    card->setObjectName(QStringLiteral("printColourCard"));
    card->setControlSize(ButtonSize::Small);
    connect(card, &Button::clicked, this, &TonguePhotos::cardWanted);
    m_export = new Button(tr("Save a copy outside"), ButtonKind::Ghost);
    m_export->setKeyCap(QStringLiteral("Ctrl S"));
    m_export->setObjectName(QStringLiteral("exportTongue"));
    m_export->setControlSize(ButtonSize::Small);
    connect(m_export, &Button::clicked, this, [this] {
        if (const auto now = current())
            emit exportWanted(*now);
    });
    m_error = new Button(tr("Attached in error"), ButtonKind::Ghost);
    m_error->setKeyCap(QStringLiteral("Del"));
    m_error->setObjectName(QStringLiteral("tongueError"));
    m_error->setControlSize(ButtonSize::Small);
    connect(m_error, &Button::clicked, this, &TonguePhotos::askError);
    for (Button *button : {card, m_export, m_error}) {
        auto *line = new QHBoxLayout;
        line->addWidget(button);
        line->addStretch(1);
        column->addLayout(line);
    }
    m_error->setVisible(mayTake());
    auto *scroll = new QScrollArea;
    scroll->setObjectName(QStringLiteral("tongueFacts"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus); // its buttons lead through it
    scroll->setWidget(inner);
    setGround(scroll->viewport(), Token::Window);
    auto *outer = new QVBoxLayout(facts);
    outer->setContentsMargins(1, 0, 0, 0); // the edge
    outer->addWidget(scroll);
    return facts;
}

void TonguePhotos::buildKeys()
{
    const auto key = [this](const QKeySequence &keys, auto act) {
        auto *shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        shortcut->setAutoRepeat(false);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    key(Qt::Key_F5, [this] { take(); });
    key(Qt::Key_F8, [this] { setLook(Look::Beside); });
    key(Qt::Key_O, [this] { setLook(Look::Onion); });
    key(Qt::Key_X, [this] { setLook(Look::Flicker); });
    key(Qt::Key_PageDown, [this] { compareWith(1); });
    key(Qt::Key_PageUp, [this] { compareWith(-1); });
    key(QKeySequence::Open, [this] {
        if (m_patient && mayTake() && !isLive())
            chooseFiles();
    });
    key(QKeySequence::Save, [this] { m_export->click(); });
    key(Qt::Key_Delete, [this] { askError(); });
    key(Qt::Key_C, [this] { setRightColours(!m_rightColours); });
    key(QKeySequence::Paste, [this] { paste(); });
}

QString TonguePhotos::captionOf(const Attachment &attachment, bool rightColours) const
{
    const QString day = takenText(attachment, m_clinic.store().options().zone);
    const ShownPicture *picture = shownOf(attachment);
    if (!rightColours)
        return tr("%1, as taken").arg(day);
    if (!picture)
        return day;
    return picture->basis == colour::Basis::Card ? tr("%1, colours by the card").arg(day)
                                                 : tr("%1, colours guessed").arg(day);
}

void TonguePhotos::showFacts()
{
    const auto now = current();
    const ShownPicture *picture = shownOf(now);
    m_export->setEnabled(now.has_value());
    m_error->setEnabled(now.has_value());
    m_when->setText(now ? QStringList{takenText(*now, m_clinic.store().options().zone), now->recordedBy}.join(u'·')
                        : QString());
    m_basis->setVisible(picture != nullptr);
    m_mirrored->setVisible(picture && picture->card && picture->card->mirrored);
    if (!picture) {
        m_basisWords->clear();
        return showSpot();
    }
    const bool byCard = picture->basis == colour::Basis::Card;
    m_basis->setTone(byCard ? Tone::Malachite : Tone::Gamboge);
    m_basis->setText(byCard ? tr("By the colour card") : tr("Guessed"));
    m_basisWords->setText(
        byCard ? tr("Mean difference of the card's patches (ΔE 2000): %1 as taken, %2 set right. Pictures with the "
                    "same card can be compared.")
                     .arg(number(picture->card->before), number(picture->card->after))
               : tr("No colour card was found in this picture. Its colours are a guess from the picture as a whole and "
                    "must not be compared with others."));
    showSpot();
}

void TonguePhotos::showSpot()
{
    const auto spot = m_right->spot();
    const ShownPicture *picture = shownOf(current());
    const ShownPicture *other = m_look == Look::Colours ? nullptr : shownOf(earlier());
    m_spotHere->setVisible(spot && picture);
    m_spotEarlier->setVisible(spot && picture);
    if (!spot || !picture) {
        m_spotWords->setText(tr("Click on the picture, or press Space on it and walk with the arrows."));
        return;
    }
    if (!other) {
        m_spotWords->setText(tr("As taken, and set right:"));
        m_spotHere->setText(labText(labAt(picture->taken, *spot)));
        m_spotEarlier->setText(labText(labAt(picture->corrected, *spot)));
        return;
    }
    const colour::Lab here = labAt(picture->shown(m_rightColours), *spot);
    const colour::Lab there = labAt(other->shown(m_rightColours), *spot);
    const bool comparable =
        m_rightColours && picture->basis == colour::Basis::Card && other->basis == colour::Basis::Card;
    m_spotWords->setText(comparable ? tr("This one, then the earlier one; the difference is ΔE %1.")
                                          .arg(number(colour::difference(here, there)))
                                    : tr("This one, then the earlier one. Without a card in both the numbers must not "
                                         "be compared."));
    m_spotHere->setText(labText(here));
    m_spotEarlier->setText(labText(there));
}

} // namespace xinglin::ui
