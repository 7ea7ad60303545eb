#include "ui/patient/allergenchoices.h"

#include <QLocale>

namespace xinglin::ui {

QList<AllergenChoice> allergenChoices(const Catalog &catalog, const QHash<QString, QStringList> &words)
{
    const bool chinese = QLocale().language() == QLocale::Chinese;
    QList<AllergenChoice> choices;
    for (const safety::Allergen &allergen : catalog.allergens()) {
        AllergenChoice choice{allergen.id, chinese ? allergen.nameZh : allergen.nameEn, {}};
        for (const QString &name : QStringList{allergen.nameZh, allergen.nameEn} + allergen.aliases)
            choice.words << name.toLower();
        choice.words << words.value(allergen.id);
        choices << choice;
    }
    return choices;
}

} // namespace xinglin::ui
