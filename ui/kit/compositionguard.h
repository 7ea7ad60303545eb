#pragma once

#include <QObject>
#include <QPointer>
#include <QWidget>

namespace xinglin::ui {

/// Keeps Enter (with any modifier) from doing anything while an input method has unfinished text anywhere in the
/// program: it neither presses default buttons nor fires shortcuts. One per program, installed on the application.
class CompositionGuard : public QObject
{
    Q_OBJECT

public:
    explicit CompositionGuard(QObject *application);

    bool isComposing() const { return m_composing && m_editor; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QPointer<QWidget> m_editor;
    bool m_composing = false;
};

} // namespace xinglin::ui
