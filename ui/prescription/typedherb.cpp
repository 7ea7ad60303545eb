#include "ui/prescription/herbsheet.h"

namespace xinglin::ui {

TypedHerb typedHerb(const QString &text)
{
    TypedHerb typed;
    const QString all = text.trimmed();
    if (all.startsWith(u'*') || all.startsWith(u'＊')) {
        typed.askPreparation = true;
        typed.preparation = all.mid(1).trimmed();
        return typed;
    }
    if (all.startsWith(u'-') || all.startsWith(u'－')) {
        typed.remove = true;
        typed.name = all.mid(1).trimmed();
        return typed;
    }
    qsizetype from = 0;
    while (from < all.size() && !all.at(from).isDigit())
        ++from;
    qsizetype to = from;
    while (to < all.size() && (all.at(to).isDigit() || all.at(to) == u'.' || all.at(to) == u'．'))
        ++to;
    typed.name = all.left(from).trimmed();
    if (to > from) {
        typed.dose = Mass::fromGramText(all.mid(from, to - from));
        QString rest = all.mid(to).trimmed();
        if (rest.startsWith(u'g') || rest.startsWith(u'克'))
            rest = rest.mid(1).trimmed();
        typed.preparation = rest;
    }
    return typed;
}

} // namespace xinglin::ui
