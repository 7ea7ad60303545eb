#include "clinic/patient/kinship.h"

#include <QCoreApplication>

#include <algorithm>

namespace xinglin::kinship {

namespace {

enum class Kind {
    Parent,
    Spouse,
    Child,
    Sibling,
    Grandparent,
    Grandchild,
    ParentInLaw,
    ChildInLaw,
    ParentsSibling,
    SiblingsChild,
    Cousin,
    Relative,
    Friend
};

struct Kin
{
    const char *code;
    Kind kind;
    Sex sex; ///< Unknown: the word says none.
    const char *name;
};

/// The words are shared with the history of a family. The first of a kind and a sex is what a relation is called from
/// the other side.
constexpr Kin kins[] = {
    {"FTH", Kind::Parent, Sex::Male, QT_TRANSLATE_NOOP("xinglin::familyhistory", "father")},
    {"MTH", Kind::Parent, Sex::Female, QT_TRANSLATE_NOOP("xinglin::familyhistory", "mother")},
    {"HUSB", Kind::Spouse, Sex::Male, QT_TRANSLATE_NOOP("xinglin::familyhistory", "husband")},
    {"WIFE", Kind::Spouse, Sex::Female, QT_TRANSLATE_NOOP("xinglin::familyhistory", "wife")},
    {"SON", Kind::Child, Sex::Male, QT_TRANSLATE_NOOP("xinglin::familyhistory", "son")},
    {"DAU", Kind::Child, Sex::Female, QT_TRANSLATE_NOOP("xinglin::familyhistory", "daughter")},
    {"BRO", Kind::Sibling, Sex::Male, QT_TRANSLATE_NOOP("xinglin::familyhistory", "brother")},
    {"SIS", Kind::Sibling, Sex::Female, QT_TRANSLATE_NOOP("xinglin::familyhistory", "sister")},
    {"GRFTH", Kind::Grandparent, Sex::Male, QT_TRANSLATE_NOOP("xinglin::familyhistory", "grandfather")},
    {"GRMTH", Kind::Grandparent, Sex::Female, QT_TRANSLATE_NOOP("xinglin::familyhistory", "grandmother")},
    {"PGRFTH", Kind::Grandparent, Sex::Male, QT_TRANSLATE_NOOP("xinglin::familyhistory", "paternal grandfather")},
    {"PGRMTH", Kind::Grandparent, Sex::Female, QT_TRANSLATE_NOOP("xinglin::familyhistory", "paternal grandmother")},
    {"MGRFTH", Kind::Grandparent, Sex::Male, QT_TRANSLATE_NOOP("xinglin::familyhistory", "maternal grandfather")},
    {"MGRMTH", Kind::Grandparent, Sex::Female, QT_TRANSLATE_NOOP("xinglin::familyhistory", "maternal grandmother")},
    {"GRNDSON", Kind::Grandchild, Sex::Male, QT_TRANSLATE_NOOP("xinglin::familyhistory", "grandson")},
    {"GRNDDAU", Kind::Grandchild, Sex::Female, QT_TRANSLATE_NOOP("xinglin::familyhistory", "granddaughter")},
    {"FTHINLAW", Kind::ParentInLaw, Sex::Male, QT_TRANSLATE_NOOP("xinglin::familyhistory", "father-in-law")},
    {"MTHINLAW", Kind::ParentInLaw, Sex::Female, QT_TRANSLATE_NOOP("xinglin::familyhistory", "mother-in-law")},
    {"SONINLAW", Kind::ChildInLaw, Sex::Male, QT_TRANSLATE_NOOP("xinglin::familyhistory", "son-in-law")},
    {"DAUINLAW", Kind::ChildInLaw, Sex::Female, QT_TRANSLATE_NOOP("xinglin::familyhistory", "daughter-in-law")},
    {"UNCLE", Kind::ParentsSibling, Sex::Male, QT_TRANSLATE_NOOP("xinglin::familyhistory", "uncle")},
    {"AUNT", Kind::ParentsSibling, Sex::Female, QT_TRANSLATE_NOOP("xinglin::familyhistory", "aunt")},
    {"NEPHEW", Kind::SiblingsChild, Sex::Male, QT_TRANSLATE_NOOP("xinglin::familyhistory", "nephew")},
    {"NIECE", Kind::SiblingsChild, Sex::Female, QT_TRANSLATE_NOOP("xinglin::familyhistory", "niece")},
    {"COUSN", Kind::Cousin, Sex::Unknown, QT_TRANSLATE_NOOP("xinglin::familyhistory", "cousin")},
    {"PRN", Kind::Parent, Sex::Unknown, QT_TRANSLATE_NOOP("xinglin::familyhistory", "parent")},
    {"SPS", Kind::Spouse, Sex::Unknown, QT_TRANSLATE_NOOP("xinglin::familyhistory", "spouse")},
    {"CHILD", Kind::Child, Sex::Unknown, QT_TRANSLATE_NOOP("xinglin::familyhistory", "child")},
    {"SIB", Kind::Sibling, Sex::Unknown, QT_TRANSLATE_NOOP("xinglin::familyhistory", "sibling")},
    {"GRPRN", Kind::Grandparent, Sex::Unknown, QT_TRANSLATE_NOOP("xinglin::familyhistory", "grandparent")},
    {"GRNDCHILD", Kind::Grandchild, Sex::Unknown, QT_TRANSLATE_NOOP("xinglin::familyhistory", "grandchild")},
    {"PRNINLAW", Kind::ParentInLaw, Sex::Unknown, QT_TRANSLATE_NOOP("xinglin::familyhistory", "parent-in-law")},
    {"CHLDINLAW", Kind::ChildInLaw, Sex::Unknown, QT_TRANSLATE_NOOP("xinglin::familyhistory", "child-in-law")},
    {"NIENEPH", Kind::SiblingsChild, Sex::Unknown, QT_TRANSLATE_NOOP("xinglin::familyhistory", "nephew or niece")},
    {"FAMMEMB", Kind::Relative, Sex::Unknown, QT_TRANSLATE_NOOP("xinglin::familyhistory", "other relative")},
    {"FRND", Kind::Friend, Sex::Unknown, QT_TRANSLATE_NOOP("xinglin::familyhistory", "friend")},
};

const Kin *find(const QString &code)
{
    const auto *found =
        std::find_if(std::begin(kins), std::end(kins), [&](const Kin &kin) { return code == QLatin1String(kin.code); });
    return found == std::end(kins) ? nullptr : found;
}

Kind opposite(Kind kind)
{
    switch (kind) {
    case Kind::Parent:
        return Kind::Child;
    case Kind::Child:
        return Kind::Parent;
    case Kind::Grandparent:
        return Kind::Grandchild;
    case Kind::Grandchild:
        return Kind::Grandparent;
    case Kind::ParentInLaw:
        return Kind::ChildInLaw;
    case Kind::ChildInLaw:
        return Kind::ParentInLaw;
    case Kind::ParentsSibling:
        return Kind::SiblingsChild;
    case Kind::SiblingsChild:
        return Kind::ParentsSibling;
    case Kind::Spouse:
    case Kind::Sibling:
    case Kind::Cousin:
    case Kind::Relative:
    case Kind::Friend:
        return kind;
    }
    Q_UNREACHABLE();
}

} // namespace

const QStringList &codes()
{
    static const QStringList all = [] {
        QStringList found;
        for (const Kin &kin : kins)
            found << QLatin1String(kin.code);
        return found;
    }();
    return all;
}

bool isKnown(const QString &code)
{
    return find(code) != nullptr;
}

QString nameOf(const QString &code)
{
    const Kin *kin = find(code);
    return kin ? QCoreApplication::translate("xinglin::familyhistory", kin->name) : code;
}

std::optional<Sex> sexOf(const QString &code)
{
    const Kin *kin = find(code);
    return kin && kin->sex != Sex::Unknown ? std::optional(kin->sex) : std::nullopt;
}

QString inverse(const QString &code, Sex sex)
{
    const Kin *kin = find(code);
    if (kin == nullptr)
        return QStringLiteral("FAMMEMB");
    const Kind kind = opposite(kin->kind);
    const auto called = [&](Sex asked) {
        return std::find_if(std::begin(kins), std::end(kins),
                            [&](const Kin &other) { return other.kind == kind && other.sex == asked; });
    };
    const auto *found = called(sex);
    if (found == std::end(kins))
        found = called(Sex::Unknown);
    // There is no word for an uncle or an aunt whose sex is not known.
    return found == std::end(kins) ? QStringLiteral("FAMMEMB") : QString::fromLatin1(found->code);
}

} // namespace xinglin::kinship
