#include "ui/shell/preferences.h"

namespace xinglin::ui {

namespace {

const QString themeKey = QStringLiteral("window/theme");
const QString scaleKey = QStringLiteral("window/scale");
const QString languageKey = QStringLiteral("window/language");
const QString geometryKey = QStringLiteral("window/geometry");

QString ordinaryPath(const QString &name)
{
    return QSettings(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("xinglin"), name).fileName();
}

} // namespace

Preferences::Preferences(const QString &path)
    : m_settings(path.isEmpty() ? ordinaryPath(QStringLiteral("window")) : path, QSettings::IniFormat)
{
}

QString Preferences::trainingPath()
{
    return ordinaryPath(QStringLiteral("training"));
}

ThemeName Preferences::theme() const
{
    return m_settings.value(themeKey).toString() == u"ink" ? ThemeName::Ink : ThemeName::Paper;
}

void Preferences::setTheme(ThemeName theme)
{
    m_settings.setValue(themeKey, theme == ThemeName::Ink ? QStringLiteral("ink") : QStringLiteral("paper"));
}

double Preferences::scale() const
{
    const double scale = m_settings.value(scaleKey, 1.0).toDouble();
    return scale > 1.2 ? 1.3 : scale > 1.1 ? 1.15 : 1.0;
}

void Preferences::setScale(double scale)
{
    m_settings.setValue(scaleKey, scale);
}

QString Preferences::language() const
{
    return m_settings.value(languageKey).toString();
}

void Preferences::setLanguage(const QString &language)
{
    m_settings.setValue(languageKey, language);
}

QByteArray Preferences::geometry() const
{
    return m_settings.value(geometryKey).toByteArray();
}

void Preferences::setGeometry(const QByteArray &geometry)
{
    m_settings.setValue(geometryKey, geometry);
}

} // namespace xinglin::ui
