#include "ui/patient/patientbanner.h"

#include "ui/kit/chip.h"
#include "ui/kit/text.h"
#include "ui/patient/patientwords.h"

#include <QEvent>
#include <QHBoxLayout>

namespace xinglin::ui {

namespace {
constexpr int gap = 12;
} // namespace

QString allergyText(const PatientStrip &strip)
{
    QStringList substances;
    for (const Allergy &allergy : strip.allergies.value_or(QList<Allergy>()))
        substances << allergy.substance;
    return substances.join(PatientBanner::tr(", ", "between allergies or medicines"));
}

QString pregnancyText(const std::optional<PregnancyStatus> &status)
{
    if (!status)
        return {};
    if (status->pregnant.value_or(false))
        return PatientBanner::tr("Pregnant");
    if (status->lactating.value_or(false))
        return PatientBanner::tr("Breast-feeding");
    return {};
}

PatientBanner::PatientBanner(QWidget *parent)
    : Pane(Token::Surface, Qt::BottomEdge, parent)
    , m_name(new Label(QString(), TypeStyle::Person, Token::Text, this))
    , m_about(new Label(QString(), TypeStyle::Body, Token::Text2, this))
    , m_number(new Label(QString(), TypeStyle::Small, Token::Text3, this))
    , m_actions(new QWidget(this))
{
    setObjectName(QStringLiteral("patientBanner"));
    m_name->setObjectName(QStringLiteral("bannerName"));
    m_about->setObjectName(QStringLiteral("bannerAbout"));
    m_number->setObjectName(QStringLiteral("bannerNumber"));
    auto *row = new QHBoxLayout(m_actions);
    row->setContentsMargins(0, 0, 0, 0);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void PatientBanner::setStrip(const PatientStrip &strip, QDate today)
{
    clear();
    m_name->setText(strip.patient.name);
    m_about->setText(sexAndAge(strip.patient.sex, strip.patient.birthDate, today));
    m_number->setText(strip.patient.number);
    const auto chip = [this](Tone tone, const QString &icon, const QString &text, const char *name) {
        auto *added = new Chip(tone, icon, text, this);
        added->setObjectName(QLatin1String(name));
        added->setAccessibleName(text);
        added->show();
        m_chips << added;
    };
    if (const QString allergies = allergyText(strip); !allergies.isEmpty())
        chip(Tone::Cinnabar, QStringLiteral("dialog-warning"), tr("Allergy: %1").arg(allergies), "bannerAllergies");
    if (strip.medicines && !strip.medicines->isEmpty())
        chip(Tone::Gamboge, QStringLiteral("medicine"),
             tr("Takes %1").arg(strip.medicines->join(tr(", ", "between allergies or medicines"))), "bannerMedicines");
    if (const QString pregnancy = pregnancyText(strip.pregnancy); !pregnancy.isEmpty())
        chip(Tone::Azurite, QStringLiteral("help-about"), pregnancy, "bannerPregnancy");
    place();
}

void PatientBanner::clear()
{
    m_name->clear();
    m_about->clear();
    m_number->clear();
    qDeleteAll(m_chips);
    m_chips.clear();
    m_lines = 1;
}

void PatientBanner::addAction(QWidget *action)
{
    m_actions->layout()->addWidget(action);
}

int PatientBanner::actionsWidth() const
{
    return m_actions->sizeHint().width();
}

QSize PatientBanner::sizeHint() const
{
    const Theme &theme = Theme::of(this);
    return {900, theme.size(Size::PatientBanner) + (m_lines - 1) * (theme.size(Size::Chip) + 8)};
}

void PatientBanner::place()
{
    const Theme &theme = Theme::of(this);
    const int band = theme.size(Size::PatientBanner);
    const int right = width() - pageMargin - actionsWidth();
    m_actions->setGeometry(right, (band - m_actions->sizeHint().height()) / 2, actionsWidth(),
                           m_actions->sizeHint().height());
    int x = pageMargin;
    const auto put = [&](QWidget *widget, int width) {
        widget->setGeometry(x, (band - widget->sizeHint().height()) / 2, width, widget->sizeHint().height());
        x += width + gap;
    };
    put(m_name, qMin(m_name->sizeHint().width(), qMax(80, right - x - gap)));
    put(m_about, m_about->sizeHint().width());
    int chips = 0;
    for (const Chip *chip : m_chips)
        chips += chip->sizeHint().width() + gap;
    const bool number = x + m_number->sizeHint().width() + gap + qMin(chips, 400) < right;
    m_number->setVisible(number);
    if (number)
        put(m_number, m_number->sizeHint().width());
    int lines = 1;
    int limit = right - gap;
    for (Chip *chip : m_chips) {
        const int wanted = chip->sizeHint().width();
        if (x + wanted > limit) {
            ++lines;
            limit = width() - pageMargin;
            x = pageMargin;
        }
        const int height = chip->sizeHint().height();
        const int y = lines == 1 ? (band - height) / 2 : band - 4 + (lines - 2) * (height + 8);
        chip->setGeometry(x, y, qMin(wanted, limit - x), height);
        x += wanted + gap;
    }
    if (lines != m_lines) {
        m_lines = lines;
        updateGeometry();
    }
}

void PatientBanner::resizeEvent(QResizeEvent *event)
{
    Pane::resizeEvent(event);
    place();
}

void PatientBanner::changeEvent(QEvent *event)
{
    Pane::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::FontChange) {
        updateGeometry();
        place();
    }
}

} // namespace xinglin::ui
