#pragma once

#include "ui/shell/mainwindow.h"

class QApplication;

namespace xinglin {

/// The client, put together: which places there are and what leads from one to another. The program and the tests make
/// the same window by it.
std::unique_ptr<ui::MainWindow> makeDesktop(const access::Surroundings &around, ui::Preferences &preferences);

/// Languages, fonts and theme of the program; call once, before a window is made. @p language "zh_CN" or "en"; empty:
/// as the system speaks, English where Xinglin does not know it.
void dressProgram(QApplication &app, const QString &language, ui::ThemeName theme, double scale);

} // namespace xinglin
