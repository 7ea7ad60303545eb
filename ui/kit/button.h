#pragma once

#include <QKeySequence>
#include <QPushButton>

class QTimer;

namespace xinglin::ui {

enum class ButtonKind { Plain, Primary, Ghost, Danger };
enum class ButtonSize { Normal, Small, Large };

/// A push button of the design. XinglinStyle also draws ordinary QPushButtons (as Plain); the dynamic properties
/// `kind` (primary, ghost, danger), `controlSize` (small, large), `keys` (text of the key cap) and `busy` steer it.
class Button : public QPushButton
{
    Q_OBJECT

public:
    explicit Button(const QString &text, ButtonKind kind = ButtonKind::Plain, QWidget *parent = nullptr);

    void setKind(ButtonKind kind);
    void setControlSize(ButtonSize size);
    /// Sets the shortcut and prints it in the key cap. Works while the button is visible and enabled.
    void setKeys(const QKeySequence &keys);
    /// Prints keys that somebody else listens for (a list, a page).
    void setKeyCap(const QString &text);
    /// While busy the button shows a turning arc, keeps its text and size and does nothing.
    void setBusy(bool busy);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }
    bool isBusy() const { return m_turn != nullptr; }

protected:
    bool event(QEvent *event) override;

private:
    QTimer *m_turn = nullptr;
};

} // namespace xinglin::ui
