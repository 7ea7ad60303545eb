#include "engines/linkage/linkage.h"

#include <algorithm>

namespace xinglin::linkage {

QString toText(Level level)
{
    switch (level) {
    case Level::None:
        break;
    case Level::Possible:
        return QStringLiteral("possible");
    case Level::Likely:
        return QStringLiteral("likely");
    case Level::Certain:
        return QStringLiteral("certain");
    }
    return QStringLiteral("none");
}

QString toText(Reason::Kind kind)
{
    switch (kind) {
    case Reason::Kind::SameDocument:
        return QStringLiteral("same_document");
    case Reason::Kind::SimilarDocument:
        return QStringLiteral("similar_document");
    case Reason::Kind::OtherDocument:
        return QStringLiteral("other_document");
    case Reason::Kind::SamePhone:
        return QStringLiteral("same_phone");
    case Reason::Kind::SimilarPhone:
        return QStringLiteral("similar_phone");
    case Reason::Kind::OtherPhone:
        return QStringLiteral("other_phone");
    case Reason::Kind::SameName:
        return QStringLiteral("same_name");
    case Reason::Kind::SoundAlikeName:
        return QStringLiteral("sound_alike_name");
    case Reason::Kind::SimilarName:
        return QStringLiteral("similar_name");
    case Reason::Kind::OtherName:
        return QStringLiteral("other_name");
    case Reason::Kind::SameBirth:
        return QStringLiteral("same_birth");
    case Reason::Kind::NearBirth:
        return QStringLiteral("near_birth");
    case Reason::Kind::OtherBirth:
        return QStringLiteral("other_birth");
    case Reason::Kind::SameSex:
        return QStringLiteral("same_sex");
    case Reason::Kind::OtherSex:
        return QStringLiteral("other_sex");
    case Reason::Kind::SameAddress:
        return QStringLiteral("same_address");
    case Reason::Kind::SimilarAddress:
        return QStringLiteral("similar_address");
    case Reason::Kind::OtherAddress:
        return QStringLiteral("other_address");
    case Reason::Kind::PerhapsTwins:
        return QStringLiteral("perhaps_twins");
    }
    return {};
}

bool Match::has(Reason::Kind kind) const
{
    return std::any_of(reasons.begin(), reasons.end(), [&](const Reason &reason) { return reason.kind == kind; });
}

bool maybeTwins(const Match &match)
{
    bool born = false;
    bool oneRoof = false;
    for (const Reason &reason : match.reasons) {
        switch (reason.kind) {
        case Reason::Kind::SameName:
        case Reason::Kind::SameDocument:
            return false;
        case Reason::Kind::SameBirth:
        case Reason::Kind::NearBirth:
            born = reason.bits > 0;
            break;
        case Reason::Kind::SamePhone:
        case Reason::Kind::SimilarPhone:
        case Reason::Kind::SameAddress:
        case Reason::Kind::SimilarAddress:
            oneRoof = oneRoof || reason.bits > 0;
            break;
        default:
            break;
        }
    }
    return born && oneRoof;
}

namespace {

/// Takes back what a twin among them makes doubtful.
QList<Match> amongTwins(QList<Match> matches)
{
    if (std::any_of(matches.cbegin(), matches.cend(), maybeTwins)) {
        for (Match &match : matches) {
            if (match.level == Level::Certain && !match.has(Reason::Kind::SameDocument))
                match.level = Level::Likely;
        }
    }
    return matches;
}

} // namespace

QList<Match> compareAmong(const Subject &one, const QList<Subject> &others)
{
    QList<Match> matches;
    for (const Subject &other : others)
        matches.append(compare(one, other));
    return amongTwins(std::move(matches));
}

QList<Match> compareAmong(const Subject &one, const QList<std::shared_ptr<const Subject>> &others)
{
    QList<Match> matches;
    for (const auto &other : others)
        matches.append(compare(one, *other));
    return amongTwins(std::move(matches));
}

} // namespace xinglin::linkage
