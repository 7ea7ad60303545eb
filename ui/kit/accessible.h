#pragma once

#include <QAccessible>
#include <QString>

namespace xinglin::ui {

/// What a custom-painted widget tells a screen reader besides its name.
class Spoken
{
public:
    virtual ~Spoken() = default;
    virtual QAccessible::Role spokenRole() const = 0;
    /// The value as a sentence part: "dark red, swollen".
    virtual QString spokenValue() const = 0;
};

/// Makes QAccessible find Spoken widgets. May be called more than once.
void installSpokenValues();

/// Tells screen readers that the value of @p widget has changed.
void speakChange(QWidget *widget);

} // namespace xinglin::ui
