#pragma once

#include "ui/kit/theme.h"

#include <QLabel>

namespace xinglin::ui {

/// Gives @p widget a type style and a text colour that follow the theme and the text scale.
/// Kept as dynamic properties; XinglinStyle renews font and palette whenever the look changes.
void dress(QWidget *widget, TypeStyle style, Token text = Token::Text);

/// The same with another weight than the type style's.
void dress(QWidget *widget, TypeStyle style, Token text, QFont::Weight weight);

/// Fills the widget's ground with a colour that follows the theme.
void setGround(QWidget *widget, Token ground);

/// Renews what dress() and setGround() set. XinglinStyle calls it; screens need not.
void renewDress(QWidget *widget, const Theme &theme);

/// A line or paragraph of text. Its objectName is for tests only; screen readers read the text.
class Label : public QLabel
{
    Q_OBJECT

public:
    explicit Label(const QString &text, TypeStyle style = TypeStyle::Body, Token color = Token::Text,
                   QWidget *parent = nullptr);

    /// Cuts the text with … where the place is too narrow; the tooltip holds all of it.
    void setMayElide(bool may);
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    bool m_mayElide = false;
};

} // namespace xinglin::ui
