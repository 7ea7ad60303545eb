#include "interop/xlsxstyles.h"

#include "interop/xlsxxml.h"

#include <QHash>

namespace xinglin::interop::xlsx {

namespace {

constexpr qsizetype mostStyles = 100'000; // Excel: 65,490

class StylesPart final : public Xml
{
public:
    QList<Shown> styles;

protected:
    void begin(QByteArrayView element, const Attributes &attributes) override
    {
        if (element == "numFmt") {
            if (m_codes.size() >= mostStyles)
                return refuse(damagedPart(QStringLiteral("formats")));
            const QString code = QString::fromUtf8(attributes.value("formatCode"));
            m_codes.insert(attributes.value("numFmtId").toByteArray().toInt(), shownAs(code));
        } else if (element == "cellXfs") {
            m_inStyles = true;
        } else if (element == "xf" && m_inStyles) {
            if (styles.size() >= mostStyles)
                return refuse(damagedPart(QStringLiteral("styles")));
            const int format = attributes.value("numFmtId").toByteArray().toInt();
            const auto own = m_codes.constFind(format);
            styles.append(own != m_codes.cend() ? *own : shownAs(format));
        }
    }
    void end(QByteArrayView element) override
    {
        if (element == "cellXfs")
            m_inStyles = false;
    }
    void text(QByteArrayView) override {}

private:
    QHash<int, Shown> m_codes;
    bool m_inStyles = false;
};

} // namespace

Result<QList<Shown>> shownByStyle(const Package &package, const QByteArray &part)
{
    StylesPart styles;
    if (auto failed = styles.readAll(package, part))
        return *failed;
    return styles.styles;
}

} // namespace xinglin::interop::xlsx
