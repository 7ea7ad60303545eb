#include "ui/settings/paperssection.h"

#include "access/settings.h"
#include "ui/kit/button.h"
#include "ui/kit/field.h"
#include "ui/kit/messagestrip.h"
#include "ui/kit/ondone.h"
#include "ui/kit/segment.h"
#include "ui/kit/text.h"
#include "ui/paper/paperkinds.h"
#include "ui/settings/papersamples.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace xinglin::ui {

namespace {
constexpr int formWidth = 420;
constexpr int longestLine = 200;
} // namespace

PapersSection::PapersSection(Clinic &clinic, const Who &who, std::shared_ptr<const Catalog> catalog, QWidget *parent)
    : Page(QStringLiteral("settingsPapers"), parent)
    , m_clinic(clinic)
    , m_who(who)
    , m_catalog(std::move(catalog))
    , m_profile(who.clinic)
    , m_shown(paperkind::prescription)
    , m_strip(new MessageStrip)
    , m_line(new QLineEdit)
    , m_save(new Button(tr("Save"), ButtonKind::Primary))
    , m_sample(new QLabel)
{
    m_strip->setObjectName(QStringLiteral("papersStrip"));
    m_sample->setObjectName(QStringLiteral("paperSample"));
    m_sample->setAccessibleName(tr("The page as it is printed"));
    m_sample->setAlignment(Qt::AlignTop | Qt::AlignHCenter);
    m_sample->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);
    auto *panes = new QHBoxLayout;
    panes->setContentsMargins(pageMargin, 12, pageMargin, gapGroups);
    panes->setSpacing(gapGroups);
    panes->addWidget(buildForm());
    panes->addWidget(m_sample, 1);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addWidget(m_strip);
    whole->addLayout(panes, 1);
    connect(&m_clinic, &Clinic::changed, this, [this](const store::ChangeSet &changes) {
        if ((changes.touches("clinic") || changes.touches("setting")) && isVisible() && !isResting() && !hasUnsaved())
            load();
    });
}

QWidget *PapersSection::buildForm()
{
    auto *form = new QWidget;
    form->setMaximumWidth(Theme::of(this).scaled(formWidth));
    auto *column = new QVBoxLayout(form);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gapControls);
    column->addWidget(new Label(tr("Papers of the clinic"), TypeStyle::Title));
    auto *words = new Label(tr("Name, address, phone and licence of the clinic stand in Settings, Clinic. A4 shows the "
                               "same page larger."),
                            TypeStyle::Small, Token::Text2);
    words->setWordWrap(true);
    column->addWidget(words);
    m_line->setObjectName(QStringLiteral("paperLine"));
    m_line->setMaxLength(longestLine);
    connect(m_line, &QLineEdit::textChanged, this, &PapersSection::paintSample);
    auto *line = new Field(tr("A line at the upper edge of every paper"), m_line);
    line->setReserve(false);
    column->addWidget(line);
    for (const QString &kind : resizableKinds()) {
        const QString name = paperkind::name(kind);
        auto *size = new Segment(tr("Size of: %1").arg(name));
        size->setObjectName(QStringLiteral("size-") + kind);
        size->setCells({QStringLiteral("A5"), QStringLiteral("A4")});
        connect(size, &Segment::chosen, this, [this, kind] {
            m_shown = kind;
            paintSample();
        });
        m_sizes.insert(kind, size);
        auto *field = new Field(name, size);
        field->setReserve(false);
        column->addWidget(field, 0, Qt::AlignLeft);
    }
    m_save->setObjectName(QStringLiteral("savePapers"));
    m_save->setKeys(QKeySequence(Qt::CTRL | Qt::Key_S));
    connect(m_save, &Button::clicked, this, &PapersSection::save);
    column->addWidget(m_save, 0, Qt::AlignLeft);
    column->addStretch(1);
    return form;
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

void PapersSection::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    if (!isResting() && !hasUnsaved())
        load();
}

void PapersSection::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    paintSample();
}

PaperDress PapersSection::chosen() const
{
    PaperDress dress{m_line->text().trimmed(), {}};
    for (auto it = m_sizes.begin(); it != m_sizes.end(); ++it)
        dress.largeOfKind.insert(it.key(), it.value()->current() == 1);
    return dress;
}

bool PapersSection::hasUnsaved() const
{
    return m_before && chosen() != *m_before;
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
        m_line->setText(loaded->second.line);
        for (auto it = m_sizes.begin(); it != m_sizes.end(); ++it)
            it.value()->setCurrent(loaded->second.largeOfKind.value(it.key()) ? 1 : 0);
        m_before = chosen();
        paintSample();
    });
}

void PapersSection::save()
{
    if (m_save->isBusy() || !hasUnsaved())
        return;
    m_save->setBusy(true);
    const PaperDress wanted = chosen();
    const auto write = [wanted, before = *m_before](store::Transaction &tx) -> Result<Done> {
        if (wanted.line != before.line) {
            if (auto done = settings::setValue(tx, settings::PaperLine, wanted.line); !done)
                return done;
        }
        for (auto it = wanted.largeOfKind.begin(); it != wanted.largeOfKind.end(); ++it) {
            if (it.value() == before.largeOfKind.value(it.key()))
                continue;
            const QString size = it.value() ? QStringLiteral("A4") : QStringLiteral("A5");
            if (auto done = settings::setValue(tx, paperSizeKey(it.key()), size); !done)
                return done;
        }
        return Done{};
    };
    onDone(m_clinic.write("setting.change", write), this, [this, wanted](const Result<Done> &done) {
        m_save->setBusy(false);
        if (!done)
            return m_strip->say(MessageStrip::Kind::Stop, done.error().message);
        m_before = wanted;
        m_strip->say(MessageStrip::Kind::Done, tr("Saved. It counts from now on."));
    });
}

void PapersSection::paintSample()
{
    if (!isVisible())
        return;
    const Sheets sheets = dressed(sampleOf(m_shown, m_profile, m_catalog, QLocale()), chosen());
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
