#pragma once

#include "ui/kit/theme.h"

#include <QWidget>

class QLabel;

namespace xinglin::ui {

/// Words on a soft ground that wrap instead of being cut: allergies in a side panel, the desk's alert.
class Notice : public QWidget
{
    Q_OBJECT

public:
    /// Takes the label; hiding it belongs to the caller, on this widget.
    Notice(Tone tone, const QString &iconName, QLabel *words, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Tone m_tone;
    QString m_icon;
};

} // namespace xinglin::ui
