#pragma once

#include "base/result.h"

#include <QColor>
#include <QFont>
#include <QPalette>
#include <QStringList>

#include <array>

class QApplication;
class QWidget;

namespace xinglin::ui {

enum class ThemeName { Paper, Ink };

/// Colours of the design, by meaning. The order is that of the names in theme.cpp.
enum class Token {
    Window,
    Surface,
    Sunken,
    Raised,
    Rail,
    Hairline,
    Border,
    Control,
    Text,
    Text2,
    Text3,
    Disabled,
    OnInk,
    Ink,
    InkHover,
    InkPress,
    Apricot,
    ApricotText,
    ApricotSoft,
    ApricotLine,
    Cinnabar,
    CinnabarText,
    CinnabarSoft,
    Gamboge,
    GambogeText,
    GambogeSoft,
    Malachite,
    MalachiteText,
    MalachiteSoft,
    Azurite,
    AzuriteText,
    AzuriteSoft,
    Slate,
    SlateText,
    SlateSoft,
    Hover,
    Focus,
    Tooltip,
    TooltipText,
    Stripe,
    Rule,
    Chip,
    Seal,
    SealText,
    OnCinnabar,
    CinnabarHover,
    CinnabarPress,
};
inline constexpr int tokenCount = int(Token::CinnabarPress) + 1;

/// A family of status colours: mark (bars, rings), soft (ground), text on the soft ground.
/// Never shown without an icon and a letter.
enum class Tone { Neutral, Apricot, Cinnabar, Gamboge, Malachite, Azurite, Slate };
Token mark(Tone tone);
Token soft(Tone tone);
Token onSoft(Tone tone);

/// Type styles; the first three and Name are Song bold, the others Hei.
enum class TypeStyle { Display, Person, Title, Figure, Name, Heading, Body, Small, Caption };
inline constexpr int typeStyleCount = int(TypeStyle::Caption) + 1;

/// Lengths of the design. All but SidePanel and SidePanelNarrow grow with the text scale.
enum class Size {
    RailWidth,
    RailItemHeight,
    TopBar,
    StatusBar,
    PatientBanner,
    SidePanel,
    SidePanelNarrow,
    Control,
    ControlSmall,
    ControlLarge,
    TableHead,
    RowDense,
    Row,
    RowComfort,
    RowTwoLines,
    GroupRow,
    Chip,
    StatusChip,
    KeyCap,
    Icon,
    IconRail,
    HerbCell,
    CalendarHour,
    PulseCell,
    MessageStrip,
};
inline constexpr int sizeCount = int(Size::MessageStrip) + 1;

/// Spaces that never grow with the text scale.
inline constexpr int pageMargin = 20;
inline constexpr int panelPadding = 16;
inline constexpr int gapControls = 8;
inline constexpr int gapGroups = 16;

/// Times in milliseconds. Movements are 0 where motion is reduced; Toast and AltHint never are.
enum class Motion { Hover, Popup, RowMoves, PanelSlides, Flash, Toast, AltHint };
inline constexpr int motionCount = int(Motion::AltHint) + 1;

/// Everything the screens look like: read once from :/themes/tokens.json, a plain value.
class Theme
{
public:
    /// @param scale factor of type and rows: 1.0, 1.15 or 1.3.
    /// @param reducedMotion all movements take 0 ms.
    /// Errors: Damaged where the file lacks a colour, a size or a type style.
    static Result<Theme> load(ThemeName name, double scale = 1.0, bool reducedMotion = false);
    /// The same from other bytes.
    static Result<Theme> parse(const QByteArray &json, ThemeName name, double scale, bool reducedMotion);

    /// The theme of the style that draws @p widget. Without XinglinStyle (a bare test) it is paper at 1.0.
    static const Theme &of(const QWidget *widget);
    /// The theme of the application's style.
    static const Theme &current();

    ThemeName name() const { return m_name; }
    double scale() const { return m_scale; }
    QColor color(Token token) const { return m_colors[size_t(token)]; }
    /// In px, multiplied by the text scale.
    int size(Size size) const { return m_sizes[size_t(size)]; }
    /// @p px multiplied by the text scale.
    int scaled(int px) const { return qRound(px * m_scale); }
    QFont font(TypeStyle style) const;
    /// The same with another weight, for example a bold caption.
    QFont font(TypeStyle style, QFont::Weight weight) const;
    /// Line height of a type style in px.
    int line(TypeStyle style) const { return m_types[size_t(style)].line; }
    int duration(Motion motion) const { return m_durations[size_t(motion)]; }
    /// Active, Inactive and Disabled groups.
    QPalette palette() const;

    /// Name of a colour as written in the token file.
    static QString tokenName(Token token);

private:
    struct Type
    {
        int px = 14;
        int line = 20;
        bool song = false;
        bool bold = false;
    };

    ThemeName m_name = ThemeName::Paper;
    double m_scale = 1.0;
    std::array<QColor, tokenCount> m_colors;
    std::array<int, sizeCount> m_sizes{};
    std::array<Type, typeStyleCount> m_types{};
    std::array<int, motionCount> m_durations{};
    QStringList m_sans;
    QStringList m_song;
};

/// Contrast of two colours by WCAG 2.1 relative luminance: 1 to 21.
double contrast(const QColor &one, const QColor &other);

/// Gives the program its look, at start and whenever the person changes it; no restart needed.
/// Motion is reduced offscreen. Errors as Theme::load; then nothing changes.
Result<Done> applyTheme(QApplication &app, ThemeName name, double scale = 1.0);

} // namespace xinglin::ui
