#include "ui/today/todaydelegate.h"

#include "ui/kit/paint.h"
#include "ui/today/todaymodel.h"

#include <QPainter>

namespace xinglin::ui {

namespace {

struct Look
{
    Tone tone;
    const char *icon;
};

Look lookOf(TodayGroup group)
{
    switch (group) {
    case TodayGroup::InConsultation:
        return {Tone::Malachite, "visit"};
    case TodayGroup::Waiting:
        return {Tone::Gamboge, "clock"};
    case TodayGroup::ToFinish:
        return {Tone::Slate, "view-task"};
    case TodayGroup::Booked:
        return {Tone::Azurite, "view-calendar-day"};
    case TodayGroup::Done:
        return {Tone::Neutral, "checkmark"};
    case TodayGroup::NoShow:
        break;
    }
    return {Tone::Cinnabar, "dialog-cancel"};
}

/// One character, so that nobody needs the colour.
QString letterOf(TodayGroup group)
{
    switch (group) {
    case TodayGroup::InConsultation:
        return TodayModel::tr("C", "one character: in consultation");
    case TodayGroup::Waiting:
        return TodayModel::tr("W", "one character: waiting");
    case TodayGroup::ToFinish:
        return TodayModel::tr("F", "one character: to finish");
    case TodayGroup::Booked:
        return TodayModel::tr("E", "one character: expected");
    case TodayGroup::Done:
        return TodayModel::tr("D", "one character: done");
    case TodayGroup::NoShow:
        break;
    }
    return TodayModel::tr("N", "one character: did not come");
}

} // namespace

void TodayDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = Theme::of(option.widget);
    const QVariant head = index.data(TodayModel::GroupRole);
    if (!head.isValid()) {
        RowDelegate::paint(painter, option, index);
        if (index.data(TodayModel::FlashRole).toBool()) {
            QColor shine = theme.color(Token::Azurite);
            shine.setAlphaF(0.16F);
            painter->fillRect(option.rect, shine);
        }
        return;
    }
    const auto group = TodayGroup(head.toInt());
    painter->save();
    painter->fillRect(option.rect, theme.color(Token::Window));
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                      theme.color(Token::Hairline));
    QRect place = option.rect.adjusted(12, 0, -12, -1);
    const Look look = lookOf(group);
    place.setLeft(place.left() + 10 +
                  paintStatus(painter, place, theme, look.tone, QString::fromLatin1(look.icon), letterOf(group)));
    const auto say = [&](const QString &text, const QFont &font, Token color) {
        painter->setFont(font);
        painter->setPen(theme.color(color));
        painter->drawText(place, int(Qt::AlignLeft | Qt::AlignVCenter) | int(Qt::TextSingleLine), text);
        place.setLeft(place.left() + painter->fontMetrics().horizontalAdvance(text) + 10);
    };
    say(TodayModel::nameOf(group), theme.font(TypeStyle::Body, QFont::Bold), Token::Text);
    say(index.data(TodayModel::CountRole).toString(), theme.font(TypeStyle::Body, QFont::Bold), Token::Text);
    say(index.data(TodayModel::SummaryRole).toString().remove(u'[').remove(u']'), theme.font(TypeStyle::Caption),
        Token::Text3);
    painter->restore();
}

} // namespace xinglin::ui
