#pragma once

#include "ui/kit/theme.h"

#include <QWidget>

namespace xinglin::ui {

/// A region of the page: a ground colour and hairlines at some edges, where it meets its neighbours.
class Pane : public QWidget
{
    Q_OBJECT

public:
    explicit Pane(Token ground = Token::Surface, Qt::Edges lines = {}, QWidget *parent = nullptr);

    void setLines(Qt::Edges lines);
    void setGround(Token ground);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Token m_ground;
    Qt::Edges m_lines;
};

} // namespace xinglin::ui
