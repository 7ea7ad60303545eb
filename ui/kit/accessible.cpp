#include "ui/kit/accessible.h"

#include <QAccessibleWidget>
#include <QWidget>

namespace xinglin::ui {

namespace {

class SpokenWidget : public QAccessibleWidget
{
public:
    SpokenWidget(QWidget *widget, const Spoken *spoken)
        : QAccessibleWidget(widget, spoken->spokenRole()), m_spoken(spoken)
    {
    }
    QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Value ? m_spoken->spokenValue() : QAccessibleWidget::text(kind);
    }

private:
    const Spoken *m_spoken;
};

QAccessibleInterface *spokenFor(const QString &, QObject *object)
{
    auto *widget = qobject_cast<QWidget *>(object);
    const auto *spoken = dynamic_cast<const Spoken *>(object);
    return widget && spoken ? new SpokenWidget(widget, spoken) : nullptr;
}

} // namespace

void installSpokenValues()
{
    QAccessible::removeFactory(spokenFor);
    QAccessible::installFactory(spokenFor);
}

void speakChange(QWidget *widget)
{
    QAccessibleEvent event(widget, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&event);
}

} // namespace xinglin::ui
