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

// The history of a family speaks of the same people.
#define KIN_WORD(word) QT_TRANSLATE_NOOP("xinglin::familyhistory", word)

/// The first of a kind and a sex is what a relation is called from the other side.
constexpr Kin kins[] = {
    {"FTH", Kind::Parent, Sex::Male, KIN_WORD("father")},
    {"MTH", Kind::Parent, Sex::Female, KIN_WORD("mother")},
    {"HUSB", Kind::Spouse, Sex::Male, KIN_WORD("husband")},
    {"WIFE", Kind::Spouse, Sex::Female, KIN_WORD("wife")},
    {"SON", Kind::Child, Sex::Male, KIN_WORD("son")},
    {"DAU", Kind::Child, Sex::Female, KIN_WORD("daughter")},
    {"BRO", Kind::Sibling, Sex::Male, KIN_WORD("brother")},
    {"SIS", Kind::Sibling, Sex::Female, KIN_WORD("sister")},
    {"GRFTH", Kind::Grandparent, Sex::Male, KIN_WORD("grandfather")},
    {"GRMTH", Kind::Grandparent, Sex::Female, KIN_WORD("grandmother")},
    {"PGRFTH", Kind::Grandparent, Sex::Male, KIN_WORD("paternal grandfather")},
    {"PGRMTH", Kind::Grandparent, Sex::Female, KIN_WORD("paternal grandmother")},
    {"MGRFTH", Kind::Grandparent, Sex::Male, KIN_WORD("maternal grandfather")},
    {"MGRMTH", Kind::Grandparent, Sex::Female, KIN_WORD("maternal grandmother")},
    {"GRNDSON", Kind::Grandchild, Sex::Male, KIN_WORD("grandson")},
    {"GRNDDAU", Kind::Grandchild, Sex::Female, KIN_WORD("granddaughter")},
    {"FTHINLAW", Kind::ParentInLaw, Sex::Male, KIN_WORD("father-in-law")},
    {"MTHINLAW", Kind::ParentInLaw, Sex::Female, KIN_WORD("mother-in-law")},
    {"SONINLAW", Kind::ChildInLaw, Sex::Male, KIN_WORD("son-in-law")},
    {"DAUINLAW", Kind::ChildInLaw, Sex::Female, KIN_WORD("daughter-in-law")},
    {"UNCLE", Kind::ParentsSibling, Sex::Male, KIN_WORD("uncle")},
    {"AUNT", Kind::ParentsSibling, Sex::Female, KIN_WORD("aunt")},
    {"NEPHEW", Kind::SiblingsChild, Sex::Male, KIN_WORD("nephew")},
    {"NIECE", Kind::SiblingsChild, Sex::Female, KIN_WORD("niece")},
    {"COUSN", Kind::Cousin, Sex::Unknown, KIN_WORD("cousin")},
    {"PRN", Kind::Parent, Sex::Unknown, KIN_WORD("parent")},
    {"SPS", Kind::Spouse, Sex::Unknown, KIN_WORD("spouse")},
    {"CHILD", Kind::Child, Sex::Unknown, KIN_WORD("child")},
    {"SIB", Kind::Sibling, Sex::Unknown, KIN_WORD("sibling")},
    {"GRPRN", Kind::Grandparent, Sex::Unknown, KIN_WORD("grandparent")},
    {"GRNDCHILD", Kind::Grandchild, Sex::Unknown, KIN_WORD("grandchild")},
    {"PRNINLAW", Kind::ParentInLaw, Sex::Unknown, KIN_WORD("parent-in-law")},
    {"CHLDINLAW", Kind::ChildInLaw, Sex::Unknown, KIN_WORD("child-in-law")},
    {"NIENEPH", Kind::SiblingsChild, Sex::Unknown, KIN_WORD("nephew or niece")},
    {"FAMMEMB", Kind::Relative, Sex::Unknown, KIN_WORD("other relative")},
    {"FRND", Kind::Friend, Sex::Unknown, KIN_WORD("friend")},
};

#undef KIN_WORD

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
