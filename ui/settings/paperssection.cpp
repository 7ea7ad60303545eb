#include "ui/settings/paperssection.h"

#include "access/settings.h"
#include "clinic/draftcontent.h"
#include "ui/kit/button.h"
#include "ui/kit/field.h"
#include "ui/kit/messagestrip.h"
#include "ui/kit/ondone.h"
#include "ui/kit/segment.h"
#include "ui/kit/text.h"
#include "ui/paper/paperkinds.h"
#include "ui/paper/paperlogo.h"
#include "ui/settings/papersamples.h"
#include "ui/shell/aside.h"
#include "ui/shell/formdraft.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QFileDialog>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QScrollArea>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace xinglin::ui {

namespace {

constexpr int formWidth = 420;
constexpr int longestLine = 200;
constexpr int logoHeight = 52;
constexpr int logoWidth = 140;
constexpr PaperWriting writings[] = {PaperWriting::Small, PaperWriting::Normal, PaperWriting::Large};

QString nameOf(PaperPart part)
{
    switch (part) {
    case PaperPart::Logo:
        return PapersSection::tr("Logo");
    case PaperPart::Address:
        return PapersSection::tr("Address");
    case PaperPart::Phone:
        return PapersSection::tr("Phone");
    case PaperPart::Licence:
        return PapersSection::tr("Licence of the clinic");
    case PaperPart::Practitioner:
        return PapersSection::tr("Certificate number of who signs");
    case PaperPart::Line:
        return PapersSection::tr("Line at the upper edge");
    }
    Q_UNREACHABLE();
}

constexpr PaperPart allParts[] = {PaperPart::Logo,  PaperPart::Line,    PaperPart::Address,
                                  PaperPart::Phone, PaperPart::Licence, PaperPart::Practitioner};

} // namespace

PapersSection::PapersSection(Clinic &clinic, const Who &who, std::shared_ptr<const Catalog> catalog, QWidget *parent)
    : Page(QStringLiteral("settingsPapers"), parent)
    , m_clinic(clinic)
    , m_who(who)
    , m_catalog(std::move(catalog))
    , m_profile(who.clinic)
    , m_strip(new MessageStrip)
    , m_logo(new QLabel)
    , m_removeLogo(new Button(tr("Remove")))
    , m_line(new QLineEdit)
    , m_writing(new Segment(tr("Size of the writing")))
    , m_kind(new QComboBox)
    , m_size(new Segment(tr("Size of the page")))
    , m_save(new Button(tr("Save"), ButtonKind::Primary))
    , m_sample(new QLabel)
{
    m_strip->setObjectName(QStringLiteral("papersStrip"));
    m_sample->setObjectName(QStringLiteral("paperSample"));
    m_sample->setAccessibleName(tr("The page as it is printed"));
    m_sample->setAlignment(Qt::AlignTop | Qt::AlignHCenter);
    m_sample->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);
    m_sample->installEventFilter(this);
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(buildForm());
    scroll->setFixedWidth(Theme::of(this).scaled(formWidth));
    setGround(scroll->viewport(), Token::Window);
    auto *panes = new QHBoxLayout;
    panes->setContentsMargins(pageMargin, 12, pageMargin, gapGroups);
    panes->setSpacing(gapGroups);
    panes->addWidget(scroll);
    panes->addWidget(m_sample, 1);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addWidget(m_strip);
    m_draft = new FormDraft(m_clinic, DraftKeys::of(m_clinic),
                            {this, [this] { return hasUnsaved() ? std::optional(settingsOf(m_chosen)) : std::nullopt; },
                             [this](const FormDraft::Fields &kept) {
                                 m_chosen = dressFrom(kept);
                                 m_chosen.training = m_profile.isTraining;
                                 showChosen();
                             },
                             [this] {
                                 m_chosen = *m_before;
                                 showChosen();
                             }});
    whole->addWidget(m_draft->strip());
    whole->addLayout(panes, 1);
    showChosen();
    connect(&m_clinic, &Clinic::changed, this, [this](const store::ChangeSet &changes) {
        if ((changes.touches("clinic") || changes.touches("setting")) && isVisible() && !isResting() && !hasUnsaved())
            load();
    });
}

PapersSection::~PapersSection()
{
    m_draft->close();
}

void PapersSection::rest(bool resting)
{
    m_draft->rest(resting);
    Page::rest(resting);
}

QWidget *PapersSection::buildForm()
{
    auto *form = new QWidget;
    form->setAutoFillBackground(false);
    auto *column = new QVBoxLayout(form);
    column->setContentsMargins(0, 0, gapControls, 0);
    column->setSpacing(gapControls);
    column->addWidget(new Label(tr("Papers of the clinic"), TypeStyle::Title));
    auto *words = new Label(tr("Name, address, phone and licence of the clinic stand in Settings, Clinic. A4 shows the "
                               "same page larger."),
                            TypeStyle::Small, Token::Text2);
    words->setWordWrap(true);
    column->addWidget(words);
    buildAll(*column);
    column->addSpacing(gapControls);
    buildKind(*column);
    column->addSpacing(gapControls);
    m_save->setObjectName(QStringLiteral("savePapers"));
    m_save->setKeys(QKeySequence(Qt::CTRL | Qt::Key_S));
    connect(m_save, &Button::clicked, this, &PapersSection::save);
    column->addWidget(m_save, 0, Qt::AlignLeft);
    column->addStretch(1);
    return form;
}

void PapersSection::buildAll(QVBoxLayout &column)
{
    column.addWidget(new Label(tr("On all papers"), TypeStyle::Heading));
    column.addWidget(buildLogo());
    m_line->setObjectName(QStringLiteral("paperLine"));
    m_line->setMaxLength(longestLine);
    connect(m_line, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_chosen.line = text.trimmed();
        changed();
    });
    auto *line = new Field(tr("A line at the upper edge of every paper"), m_line);
    m_writing->setObjectName(QStringLiteral("paperWriting"));
    m_writing->setCells({tr("Small"), tr("Normal"), tr("Large")});
    connect(m_writing, &Segment::chosen, this, [this](int index) {
        m_chosen.writing = writings[index];
        changed();
    });
    auto *writing = new Field(tr("Size of the writing"), m_writing);
    for (Field *field : {line, writing})
        field->setReserve(false);
    column.addWidget(line);
    column.addWidget(writing, 0, Qt::AlignLeft);
}

QWidget *PapersSection::buildLogo()
{
    const Theme &theme = Theme::of(this);
    m_logo->setObjectName(QStringLiteral("paperLogo"));
    m_logo->setFixedHeight(theme.scaled(logoHeight));
    m_logo->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    dress(m_logo, TypeStyle::Small, Token::Text2);
    auto *choose = new Button(tr("Choose a logo…"));
    choose->setObjectName(QStringLiteral("chooseLogo"));
    connect(choose, &Button::clicked, this, &PapersSection::askLogo);
    m_removeLogo->setObjectName(QStringLiteral("removeLogo"));
    m_removeLogo->setAccessibleName(tr("Remove the logo"));
    connect(m_removeLogo, &Button::clicked, this, &PapersSection::removeLogo);
    auto *row = new QWidget;
    auto *cells = new QHBoxLayout(row);
    cells->setContentsMargins(0, 0, 0, 0);
    cells->setSpacing(gapControls);
    cells->addWidget(m_logo);
    cells->addWidget(choose);
    cells->addWidget(m_removeLogo);
    cells->addStretch(1);
    return row;
}

void PapersSection::buildKind(QVBoxLayout &column)
{
    column.addWidget(new Label(tr("On one kind of paper"), TypeStyle::Heading));
    m_kind->setObjectName(QStringLiteral("paperKind"));
    for (const QString &kind : letterheadKinds() + QStringList{paperkind::queueSlip})
        m_kind->addItem(paperkind::name(kind), kind);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &PapersSection::showKind);
    auto *kinds = new Field(tr("Paper"), m_kind);
    m_size->setObjectName(QStringLiteral("paperSize"));
    connect(m_size, &Segment::chosen, this, [this](int index) {
        if (kind() == paperkind::queueSlip)
            m_chosen.slipOnRoll = index == 1;
        else
            m_chosen.largeOfKind.insert(kind(), index == 1);
        changed();
    });
    m_sizeField = new Field(tr("Size of the page"), m_size);
    for (Field *field : {kinds, m_sizeField})
        field->setReserve(false);
    auto *place = new QHBoxLayout;
    place->setSpacing(gapGroups);
    place->addWidget(kinds, 0, Qt::AlignBottom);
    place->addWidget(m_sizeField, 0, Qt::AlignBottom);
    place->addStretch(1);
    column.addLayout(place);
    auto *shown = new QGridLayout;
    shown->setHorizontalSpacing(gapGroups);
    shown->setVerticalSpacing(gapControls / 2);
    int at = 0;
    for (const PaperPart part : allParts) {
        auto *box = new QCheckBox(nameOf(part));
        box->setObjectName(QStringLiteral("part-") + partsValue(part));
        connect(box, &QCheckBox::clicked, this, [this, part](bool on) {
            PaperParts parts = m_chosen.partsOfKind.value(kind(), shippedParts(kind()));
            m_chosen.partsOfKind.insert(kind(), parts.setFlag(part, on));
            changed();
        });
        m_parts.insert(static_cast<int>(part), box);
        shown->addWidget(box, at / 2, at % 2);
        ++at;
    }
    column.addLayout(shown);
    auto *same = new Button(tr("Show the same on every paper"));
    same->setObjectName(QStringLiteral("sameParts"));
    connect(same, &Button::clicked, this, [this] {
        const PaperParts parts = m_chosen.partsOfKind.value(kind(), shippedParts(kind()));
        for (const QString &other : letterheadKinds())
            m_chosen.partsOfKind.insert(other, parts & possibleParts(other));
        changed();
        m_strip->say(MessageStrip::Kind::Note, tr("Every paper shows these parts now. Save to keep it."));
    });
    column.addWidget(same, 0, Qt::AlignLeft);
}

QString PapersSection::title() const
{
    return tr("Papers");
}

QList<KeyHint> PapersSection::keyHints() const
{
    return {{QStringLiteral("Tab"), tr("next field")}, {QStringLiteral("Ctrl S"), tr("save")}};
}

void PapersSection::activate()
{
    m_line->setFocus(Qt::OtherFocusReason);
}

QString PapersSection::kind() const
{
    return m_kind->currentData().toString();
}

void PapersSection::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    if (!isResting() && !hasUnsaved())
        load();
}

bool PapersSection::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_sample && event->type() == QEvent::Resize) // also when a sentence above takes of its height
        paintSample();
    return Page::eventFilter(watched, event);
}

bool PapersSection::hasUnsaved() const
{
    return m_before && m_chosen != *m_before;
}

void PapersSection::load()
{
    using Loaded = std::pair<access::ClinicProfile, PaperDress>;
    const auto read = m_clinic.read([](const store::Snapshot &view) -> Result<Loaded> {
        auto profile = access::clinicProfile(view);
        if (!profile)
            return profile.error();
        const auto dress = paperDress(view);
        if (!dress)
            return dress.error();
        return Loaded{*std::move(profile), *dress};
    });
    onDone(read, this, [this](const Result<Loaded> &loaded) {
        if (!loaded)
            return m_strip->say(MessageStrip::Kind::Stop, loaded.error().message);
        if (hasUnsaved())
            return;
        m_profile = loaded->first;
        m_before = loaded->second;
        m_chosen = loaded->second;
        showChosen();
        const drafts::Place place{draftkind::papers, m_clinic.store().identity().clinic};
        if (!m_draft->isAt(place))
            m_draft->begin(place);
    });
}

void PapersSection::save()
{
    if (m_save->isBusy() || !hasUnsaved())
        return;
    m_save->setBusy(true);
    const PaperDress wanted = m_chosen;
    const auto write = [wanted, before = settingsOf(*m_before),
                        kept = m_draft->handOver()](store::Transaction &tx) -> Result<Done> {
        const QMap<QString, QString> values = settingsOf(wanted);
        for (auto it = values.begin(); it != values.end(); ++it) {
            if (it.value() == before.value(it.key()))
                continue;
            if (auto done = settings::setValue(tx, it.key(), it.value()); !done)
                return done;
        }
        return drafts::settle(tx, kept);
    };
    onDone(m_clinic.write("setting.change", write), this, [this, wanted](const Result<Done> &done) {
        m_save->setBusy(false);
        if (done)
            m_before = wanted;
        m_draft->handedOver(done.ok());
        if (!done)
            return m_strip->say(MessageStrip::Kind::Stop, done.error().message);
        m_strip->say(MessageStrip::Kind::Done, tr("Saved. It counts from now on."));
    });
}

void PapersSection::askLogo()
{
    auto *dialog =
        new QFileDialog(this, tr("Choose a logo"), QStandardPaths::writableLocation(QStandardPaths::PicturesLocation),
                        tr("Pictures (%1)").arg(QStringLiteral("*.png *.jpg *.jpeg *.svg")));
    dialog->setObjectName(QStringLiteral("logoDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &PapersSection::takeLogo);
    dialog->open();
}

void PapersSection::takeLogo(const QString &path)
{
    const quint64 question = ++m_question;
    const auto looking = aside([path] {
        DiskFiles files;
        return logoOfFile(files, path);
    });
    onDone(looking, this, [this, question](const Result<QByteArray> &logo) {
        if (question != m_question)
            return;
        if (!logo)
            return m_strip->say(MessageStrip::Kind::Stop, logo.error().message);
        m_strip->clear();
        m_chosen.logo = *logo;
        showLogo();
        changed();
    });
}

void PapersSection::removeLogo()
{
    ++m_question;
    m_chosen.logo.clear();
    showLogo();
    changed();
}

void PapersSection::showChosen()
{
    const PaperDress chosen = m_chosen; // the line says that it changed
    m_line->setText(chosen.line);
    m_chosen = chosen;
    for (int i = 0; i < int(std::size(writings)); ++i) {
        if (writings[i] == chosen.writing)
            m_writing->setCurrent(i);
    }
    showLogo();
    showKind();
}

void PapersSection::showLogo()
{
    const QImage logo = logoImage(m_chosen.logo);
    m_removeLogo->setEnabled(!logo.isNull());
    m_logo->setAccessibleName(logo.isNull() ? tr("There is no logo.") : tr("Logo"));
    if (logo.isNull())
        return m_logo->setText(tr("There is no logo."));
    const Theme &theme = Theme::of(this);
    const double ratio = devicePixelRatioF();
    QImage shown = logo.scaled(QSize(theme.scaled(logoWidth), theme.scaled(logoHeight)) * ratio, Qt::KeepAspectRatio,
                               Qt::SmoothTransformation);
    shown.setDevicePixelRatio(ratio);
    QImage onPaper(shown.size(), QImage::Format_RGB32); // as it is printed, whatever the theme
    onPaper.setDevicePixelRatio(ratio);
    onPaper.fill(Qt::white);
    QPainter(&onPaper).drawImage(0, 0, shown);
    m_logo->setPixmap(QPixmap::fromImage(onPaper));
}

void PapersSection::showKind()
{
    const QString shown = kind();
    const bool slip = shown == paperkind::queueSlip; // of a size of its own, without a letterhead
    const PaperParts possible = slip ? PaperParts() : possibleParts(shown);
    m_size->setCells(slip ? QStringList{QStringLiteral("A6"), tr("80 mm roll")}
                          : QStringList{QStringLiteral("A5"), QStringLiteral("A4")});
    m_sizeField->setEnabled(slip || resizableKinds().contains(shown));
    const bool large = m_chosen.largeOfKind.value(shown) || !resizableKinds().contains(shown);
    m_size->setCurrent((slip ? m_chosen.slipOnRoll : large) ? 1 : 0);
    for (auto it = m_parts.begin(); it != m_parts.end(); ++it) {
        const auto part = static_cast<PaperPart>(it.key());
        it.value()->setEnabled(possible.testFlag(part));
        it.value()->setChecked(m_chosen.shows(shown, part) && possible.testFlag(part));
    }
    paintSample();
}

void PapersSection::changed()
{
    if (m_strip->isVisible() && m_strip->kind() != MessageStrip::Kind::Stop)
        m_strip->clear();
    paintSample();
}

void PapersSection::paintSample()
{
    if (!isVisible())
        return;
    const Sheets sheets = dressed(sampleOf(kind(), m_profile, m_catalog, QLocale(), m_chosen), m_chosen);
    const QSizeF page = sheets.millimetres();
    const double ratio = devicePixelRatioF();
    const double dots = ratio * std::min(m_sample->width() / page.width(), m_sample->height() / page.height());
    if (dots < 0.5)
        return m_sample->clear();
    QImage image = previewOf(sheets, 0, dots);
    image.setDevicePixelRatio(ratio);
    m_sample->setPixmap(QPixmap::fromImage(image));
}

} // namespace xinglin::ui
