#pragma once

#include "ui/kit/theme.h"

#include <QSettings>

namespace xinglin::ui {

/// How this PC's window looks: theme, text scale, language, place on the screen. Never anything of the clinic.
class Preferences
{
public:
    /// The ordinary place for settings, or the file @p path.
    explicit Preferences(const QString &path = {});
    /// The file for training clinics, whose windows have a place and a look of their own.
    static QString trainingPath();

    ThemeName theme() const;
    void setTheme(ThemeName theme);
    /// 1.0, 1.15 or 1.3.
    double scale() const;
    void setScale(double scale);
    /// "zh_CN", "en"; empty: the system's.
    QString language() const;
    void setLanguage(const QString &language);
    QByteArray geometry() const;
    void setGeometry(const QByteArray &geometry);

private:
    QSettings m_settings;
};

} // namespace xinglin::ui
