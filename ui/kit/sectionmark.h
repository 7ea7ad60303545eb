#pragma once

#include <QLabel>

namespace xinglin::ui {

/// The mark of a note's section, right-aligned in the margin, in Song.
class SectionMark : public QLabel
{
    Q_OBJECT

public:
    explicit SectionMark(const QString &text, QWidget *parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }
};

} // namespace xinglin::ui
