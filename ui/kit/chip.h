#pragma once

#include "ui/kit/theme.h"

#include <QWidget>

namespace xinglin::ui {

/// A short statement on a soft ground: allergies in a banner, a state. Never elided unless setMayElide(true).
class Chip : public QWidget
{
    Q_OBJECT

public:
    explicit Chip(Tone tone, const QString &iconName, const QString &text, QWidget *parent = nullptr);

    void setText(const QString &text);
    QString text() const { return m_text; }
    void setTone(Tone tone);
    /// Bold is the default.
    void setBold(bool bold);
    void setMayElide(bool may);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void clicked();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    Tone m_tone;
    QString m_icon;
    QString m_text;
    bool m_bold = true;
    bool m_mayElide = false;
};

} // namespace xinglin::ui
