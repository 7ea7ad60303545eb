#include "ui/patient/allergenchoices.h"

#include "base/text/pinyin.h"

#include <QLocale>

namespace xinglin::ui {

QList<AllergenChoice> allergenChoices(const Catalog &catalog)
{
    const bool chinese = QLocale().language() == QLocale::Chinese;
    QList<AllergenChoice> choices;
    for (const safety::Allergen &allergen : catalog.allergens()) {
        AllergenChoice choice{allergen.id, chinese ? allergen.nameZh : allergen.nameEn, {}};
        for (const QString &name : QStringList{allergen.nameZh, allergen.nameEn} + allergen.aliases)
            choice.words << name.toLower();
        choice.words << termPinyin(allergen.nameZh).remove(u' ') << termInitials(allergen.nameZh);
        choices << choice;
    }
    return choices;
}

} // namespace xinglin::ui
