#pragma once

#include "ui/kit/safetyring.h"

#include <QWidget>

#include <optional>

namespace xinglin::ui {

class Label;

/// One therapy of a visit as a sentence; pressed, it is chosen.
class TherapyRow : public QWidget
{
    Q_OBJECT

public:
    explicit TherapyRow(QWidget *parent = nullptr);

    void setWords(const QString &name, const QString &how, std::optional<Severity> mark);
    /// The row that keys change, or that is being written anew.
    void setCurrent(bool current);

signals:
    void pressed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    Label *m_name;
    Label *m_how;
    bool m_current = false;
    std::optional<Severity> m_mark;
};

} // namespace xinglin::ui
