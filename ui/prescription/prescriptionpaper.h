#pragma once

#include "clinic/prescription/consultation.h"
#include "ui/prescription/pages.h"

#include <QLocale>

#include <memory>

namespace xinglin::ui {

/// The printed prescription: A5, black only, in millimetres; never the screen's theme. Herbs that do not fit go on to a
/// further page with the same head and signatures; none is ever left out.
class PrescriptionPaper : public Pages
{
public:
    PrescriptionPaper(const consultation::Paper &paper, const QLocale &locale);
    ~PrescriptionPaper() override;
    PrescriptionPaper(PrescriptionPaper &&) noexcept;

    QString kind() const override { return QStringLiteral("prescription"); }
    QSizeF size() const override { return {width, height}; }
    int pages() const override;
    void paintPage(QPainter &painter, int index) const override;
    QString title() const override;
    QString fileName() const override;

    static constexpr double width = 148.0;
    static constexpr double height = 210.0;

private:
    struct Layout;
    std::unique_ptr<Layout> m_layout;
};

} // namespace xinglin::ui
