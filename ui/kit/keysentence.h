#pragma once

#include "ui/kit/theme.h"

#include <QWidget>

namespace xinglin::ui {

/// A line of words in which keys, written in brackets, are printed as caps: "Press [Ctrl N] to register".
/// Wraps at words and Han characters.
class KeySentence : public QWidget
{
    Q_OBJECT

public:
    explicit KeySentence(const QString &text, TypeStyle style = TypeStyle::Small, Token color = Token::Text2,
                         QWidget *parent = nullptr);

    void setText(const QString &text);
    QString text() const { return m_text; }
    void setCentred(bool centred);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    /// As high as its lines are at this width.
    void fit();
    struct Piece
    {
        QString text;
        bool key = false;
        int x = 0;
        int line = 0;
        int width = 0;
    };
    /// Pieces with their places for a width; returns the number of lines.
    int place(int width, QList<Piece> *pieces, QList<int> *lineWidths) const;

    QString m_text;
    TypeStyle m_style;
    Token m_color;
    bool m_centred = false;
};

} // namespace xinglin::ui
