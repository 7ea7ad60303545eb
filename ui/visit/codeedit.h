#pragma once

#include <QLineEdit>

namespace xinglin::ui {

/// A line of words with the code they stand for, small at the right end. Where both have no room, the words keep
/// theirs; words that are still too long end in an ellipsis while the field has no focus; the tooltip says both.
class CodeEdit : public QLineEdit
{
    Q_OBJECT

public:
    explicit CodeEdit(QWidget *parent = nullptr);

    void setCode(const QString &code);
    QString code() const { return m_code; }

    /// As wide as its words.
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();
    int wordsWidth() const;

    bool m_codeShown = false;
    QString m_code;
};

} // namespace xinglin::ui
