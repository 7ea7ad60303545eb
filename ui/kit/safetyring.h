#pragma once

#include "ui/kit/accessible.h"
#include "ui/kit/theme.h"

#include <QList>
#include <QWidget>

namespace xinglin::ui {

/// How grave something is; Stop must be changed or reasoned, Caution may pass, Note tells only.
enum class Severity { Stop, Caution, Note };
Tone toneOf(Severity severity);
/// "dialog-cancel", "dialog-warning", "help-about".
QString iconOf(Severity severity);
/// "Stop", "Caution", "Note"; in Chinese one character.
QString wordOf(Severity severity);

/// One segment per item in its order: checked ones thin malachite, findings thicker in their colour, unchecked grey.
/// A list beside it must say the same in words.
class SafetyRing : public QWidget, public Spoken
{
    Q_OBJECT

public:
    enum class Item { Unchecked, Checked, Note, Caution, Stop };

    /// @param diameter 40, 64 or 120 at text scale 1.
    explicit SafetyRing(int diameter, QWidget *parent = nullptr);

    void setItems(const QList<Item> &items);
    const QList<Item> &items() const { return m_items; }
    /// Small words under the figure; at 120 only.
    void setCaption(const QString &caption);
    int checked() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }
    QAccessible::Role spokenRole() const override { return QAccessible::Graphic; }
    QString spokenValue() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int m_diameter;
    QList<Item> m_items;
    QString m_caption;
};

} // namespace xinglin::ui
