#include "ui/kit/theme.h"

#include "ui/kit/style.h"

#include <QApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QWidget>

#include <cmath>

namespace xinglin::ui {

namespace {

constexpr std::array<const char *, tokenCount> tokenNames = {
    "window",        "surface",      "sunken",      "raised",        "rail",         "hairline",    "border",
    "control",       "text",         "text2",       "text3",         "disabled",     "onInk",       "ink",
    "inkHover",      "inkPress",     "apricot",     "apricotText",   "apricotSoft",  "apricotLine", "cinnabar",
    "cinnabarText",  "cinnabarSoft", "gamboge",     "gambogeText",   "gambogeSoft",  "malachite",   "malachiteText",
    "malachiteSoft", "azurite",      "azuriteText", "azuriteSoft",   "slate",        "slateText",   "slateSoft",
    "hover",         "focus",        "tooltip",     "tooltipText",   "stripe",       "rule",        "chip",
    "seal",          "sealText",     "onCinnabar",  "cinnabarHover", "cinnabarPress"};

constexpr std::array<const char *, typeStyleCount> typeNames = {"display", "person", "title", "figure", "name",
                                                                "heading", "body",   "small", "caption"};

constexpr std::array<const char *, sizeCount> sizeNames = {"rail_width",
                                                           "rail_item_height",
                                                           "top_bar",
                                                           "status_bar",
                                                           "patient_banner",
                                                           "side_panel",
                                                           "side_panel_narrow",
                                                           "control",
                                                           "control_small",
                                                           "control_large",
                                                           "table_head",
                                                           "row_dense",
                                                           "row",
                                                           "row_comfort",
                                                           "row_two_lines",
                                                           "group_row",
                                                           "chip",
                                                           "status_chip",
                                                           "key_cap",
                                                           "icon",
                                                           "icon_rail",
                                                           "herb_cell",
                                                           "calendar_hour",
                                                           "pulse_cell",
                                                           "message_strip"};

constexpr std::array<const char *, motionCount> motionNames = {
    "hover_ms", "popup_ms", "row_moves_ms", "panel_slides_ms", "flash_changed_row_ms", "toast_ms", "alt_hint_delay_ms"};

QStringList strings(const QJsonValue &value)
{
    QStringList list;
    for (const QJsonValue one : value.toArray())
        list << one.toString();
    return list;
}

Error damaged(const QString &what)
{
    return {Code::Damaged, QApplication::translate("Theme", "The colours of the program cannot be read."), {}, what};
}

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &color)
{
    return 0.2126 * linear(double(color.redF())) + 0.7152 * linear(double(color.greenF())) +
           0.0722 * linear(double(color.blueF()));
}

} // namespace

Token mark(Tone tone)
{
    switch (tone) {
    case Tone::Apricot:
        return Token::Apricot;
    case Tone::Cinnabar:
        return Token::Cinnabar;
    case Tone::Gamboge:
        return Token::Gamboge;
    case Tone::Malachite:
        return Token::Malachite;
    case Tone::Azurite:
        return Token::Azurite;
    case Tone::Slate:
        return Token::Slate;
    case Tone::Neutral:
        break;
    }
    return Token::Control;
}

Token soft(Tone tone)
{
    switch (tone) {
    case Tone::Apricot:
        return Token::ApricotSoft;
    case Tone::Cinnabar:
        return Token::CinnabarSoft;
    case Tone::Gamboge:
        return Token::GambogeSoft;
    case Tone::Malachite:
        return Token::MalachiteSoft;
    case Tone::Azurite:
        return Token::AzuriteSoft;
    case Tone::Slate:
        return Token::SlateSoft;
    case Tone::Neutral:
        break;
    }
    return Token::Chip;
}

Token onSoft(Tone tone)
{
    switch (tone) {
    case Tone::Apricot:
        return Token::ApricotText;
    case Tone::Cinnabar:
        return Token::CinnabarText;
    case Tone::Gamboge:
        return Token::GambogeText;
    case Tone::Malachite:
        return Token::MalachiteText;
    case Tone::Azurite:
        return Token::AzuriteText;
    case Tone::Slate:
        return Token::SlateText;
    case Tone::Neutral:
        break;
    }
    return Token::Text2;
}

Result<Theme> Theme::load(ThemeName name, double scale, bool reducedMotion)
{
    QFile file(QStringLiteral(":/themes/tokens.json"));
    if (!file.open(QIODevice::ReadOnly))
        return damaged(QStringLiteral("tokens.json is missing"));
    return parse(file.readAll(), name, scale, reducedMotion);
}

Result<Theme> Theme::parse(const QByteArray &json, ThemeName name, double scale, bool reducedMotion)
{
    const QJsonObject root = QJsonDocument::fromJson(json).object();
    const QJsonObject colors = root[u"color"].toObject()[name == ThemeName::Ink ? u"ink" : u"paper"].toObject();
    Theme theme;
    theme.m_name = name;
    theme.m_scale = scale;
    for (size_t i = 0; i < tokenNames.size(); ++i) {
        const QColor color(colors[QLatin1String(tokenNames[i])].toObject()[u"value"].toString());
        if (!color.isValid())
            return damaged(QStringLiteral("colour %1").arg(QLatin1String(tokenNames[i])));
        theme.m_colors[i] = color;
    }
    const QJsonObject sizes = root[u"size"].toObject();
    for (size_t i = 0; i < sizeNames.size(); ++i) {
        const int px = sizes[QLatin1String(sizeNames[i])].toInt();
        if (px <= 0)
            return damaged(QStringLiteral("size %1").arg(QLatin1String(sizeNames[i])));
        const bool fixed = i == size_t(Size::SidePanel) || i == size_t(Size::SidePanelNarrow);
        theme.m_sizes[i] = fixed ? px : theme.scaled(px);
    }
    const QJsonArray types = root[u"type"].toArray();
    for (size_t i = 0; i < typeNames.size(); ++i) {
        QJsonObject found;
        for (const QJsonValue type : types) {
            if (type[u"name"].toString() == QLatin1String(typeNames[i]))
                found = type.toObject();
        }
        if (found.isEmpty())
            return damaged(QStringLiteral("type %1").arg(QLatin1String(typeNames[i])));
        theme.m_types[i] = {theme.scaled(found[u"px"].toInt()), theme.scaled(found[u"line"].toInt()),
                            found[u"font"].toString() == u"song", found[u"weight"].toInt() >= 700};
    }
    const QJsonObject motion = root[u"motion"].toObject();
    for (size_t i = 0; i < motionNames.size(); ++i) {
        const bool moves = i != size_t(Motion::Toast) && i != size_t(Motion::AltHint);
        theme.m_durations[i] = moves && reducedMotion ? 0 : motion[QLatin1String(motionNames[i])].toInt();
    }
    theme.m_sans = strings(root[u"font"][u"sans"]);
    theme.m_song = strings(root[u"font"][u"song"]);
    if (theme.m_sans.isEmpty() || theme.m_song.isEmpty())
        return damaged(QStringLiteral("font families"));
    return theme;
}

const Theme &Theme::of(const QWidget *widget)
{
    const auto *style = qobject_cast<const XinglinStyle *>(widget ? widget->style() : nullptr);
    return style ? style->theme() : current();
}

const Theme &Theme::current()
{
    if (const auto *style = qobject_cast<const XinglinStyle *>(QApplication::style()))
        return style->theme();
    static const Theme bare = load(ThemeName::Paper).value();
    return bare;
}

QFont Theme::font(TypeStyle style) const
{
    return font(style, m_types[size_t(style)].bold ? QFont::Bold : QFont::Normal);
}

QFont Theme::font(TypeStyle style, QFont::Weight weight) const
{
    const Type &type = m_types[size_t(style)];
    QFont font(type.song ? m_song : m_sans);
    font.setStyleHint(type.song ? QFont::Serif : QFont::SansSerif);
    font.setPixelSize(type.px);
    font.setWeight(weight);
    return font;
}

QPalette Theme::palette() const
{
    QPalette p;
    const auto set = [&](QPalette::ColorRole role, Token token) { p.setColor(QPalette::All, role, color(token)); };
    set(QPalette::Window, Token::Window);
    set(QPalette::Base, Token::Surface);
    set(QPalette::AlternateBase, Token::Stripe);
    set(QPalette::WindowText, Token::Text);
    set(QPalette::Text, Token::Text);
    set(QPalette::ButtonText, Token::Text);
    set(QPalette::Button, Token::Surface);
    set(QPalette::PlaceholderText, Token::Text3);
    set(QPalette::Highlight, Token::ApricotSoft);
    set(QPalette::HighlightedText, Token::Text);
    set(QPalette::ToolTipBase, Token::Tooltip);
    set(QPalette::ToolTipText, Token::TooltipText);
    set(QPalette::Link, Token::AzuriteText);
    set(QPalette::LinkVisited, Token::SlateText);
    set(QPalette::Light, Token::Raised);
    set(QPalette::Midlight, Token::Hover);
    set(QPalette::Mid, Token::Border);
    set(QPalette::Dark, Token::Control);
    set(QPalette::Shadow, Token::Hairline);
    set(QPalette::BrightText, Token::CinnabarText);
    p.setColor(QPalette::Inactive, QPalette::Highlight, color(Token::Sunken));
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText,
                                           QPalette::HighlightedText, QPalette::PlaceholderText})
        p.setColor(QPalette::Disabled, role, color(Token::Disabled));
    for (const QPalette::ColorRole role : {QPalette::Base, QPalette::Button, QPalette::Highlight})
        p.setColor(QPalette::Disabled, role, color(Token::Sunken));
    return p;
}

QString Theme::tokenName(Token token)
{
    return QLatin1String(tokenNames[size_t(token)]);
}

double contrast(const QColor &one, const QColor &other)
{
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

} // namespace xinglin::ui
