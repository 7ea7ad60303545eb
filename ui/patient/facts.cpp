#include "ui/patient/facts.h"

#include "ui/kit/text.h"

#include <QGridLayout>

namespace xinglin::ui {

Facts::Facts(QWidget *parent) : QWidget(parent), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(12);
    m_grid->setVerticalSpacing(4);
    m_grid->setColumnStretch(1, 1);
}

void Facts::clear()
{
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
    m_rows = 0;
}

void Facts::add(const QString &label, const QString &value)
{
    if (value.isEmpty())
        return;
    const int row = m_rows++;
    auto *what = new Label(label, TypeStyle::Small, Token::Text3, this);
    auto *words = new Label(value, TypeStyle::Small, Token::Text, this);
    words->setWordWrap(true);
    words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    words->setObjectName(QStringLiteral("fact"));
    words->setAccessibleName(QStringLiteral("%1: %2").arg(label, value));
    m_grid->addWidget(what, row, 0, Qt::AlignTop);
    m_grid->addWidget(words, row, 1, Qt::AlignTop);
}

} // namespace xinglin::ui
