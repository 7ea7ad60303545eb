#include "interop/calendarpatient.h"

#include "base/text/phone.h"
#include "base/text/searchkeys.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSet>

namespace xinglin::interop {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::interop::Calendar)
};

/// Longer texts are no title with a name in it.
constexpr qsizetype readChars = 2'000;
constexpr qsizetype longestName = 60;
constexpr qsizetype mostNames = 16;
constexpr int mostHits = 50;

QStringList capturedIn(const QString &text, const QString &pattern)
{
    const QRegularExpression form(pattern);
    QStringList all;
    for (auto found = form.globalMatch(text); found.hasNext();) {
        const QString one = found.next().captured();
        if (!all.contains(one))
            all << one;
    }
    return all;
}

const QString phonePattern = QStringLiteral(
    "(?<![\\dA-Za-z])(?:(?:\\+|00)86[ -]?)?(?:1\\d{2}[ -]?\\d{4}[ -]?\\d{4}|0\\d{2,3}[ -]?\\d{7,8})(?!\\d)");

/// What may be a name: who attends, the title, and its parts.
QStringList namesIn(const IcalEvent &event)
{
    QStringList names = event.people;
    const QString title = event.summary.left(readChars).remove(QRegularExpression(phonePattern)).simplified();
    static const QRegularExpression signs(QStringLiteral("[,;:/|()\\[\\]–—·•，；：、／（）【】\\n]|\\s-+\\s|\\s{2,}"));
    static const QRegularExpression blanks(QStringLiteral("\\s+"));
    names << title;
    names += title.split(signs, Qt::SkipEmptyParts);
    names += title.split(signs, Qt::SkipEmptyParts).join(u' ').split(blanks, Qt::SkipEmptyParts);
    QStringList wanted;
    for (const QString &name : std::as_const(names)) {
        const QString plain = name.trimmed();
        if (plain.size() >= 2 && plain.size() <= longestName && !wanted.contains(plain) && wanted.size() < mostNames)
            wanted << plain;
    }
    return wanted;
}

bool hasPhone(const Patient &patient, const QSet<QString> &digits)
{
    if (digits.contains(phoneDigits(patient.phone)))
        return true;
    return std::any_of(patient.otherPhones.cbegin(), patient.otherPhones.cend(),
                       [&](const PatientPhone &one) { return digits.contains(phoneDigits(one.phone)); });
}

} // namespace

Result<PatientId> patientOf(const store::Snapshot &view, const IcalEvent &event)
{
    const QString all = event.summary.left(readChars) + u'\n' + event.description.left(readChars);
    const QStringList numbers = capturedIn(all, QStringLiteral("(?<![A-Za-z0-9])[A-Z]\\d{7}(?!\\d)"));
    if (numbers.size() > 1)
        return Error{
            Code::Conflict, Tr::tr("Numbers of several patients stand in it: %1.").arg(numbers.join(u' ')), {}, {}};
    if (numbers.size() == 1) {
        const auto known = patient::findByReference(view, numbers.constFirst());
        if (known)
            return known->id;
        if (known.error().code == Code::NoPermission)
            return known.error();
        return Error{Code::NotFound, Tr::tr("Nobody here has the number %1.").arg(numbers.constFirst()), {}, {}};
    }
    QSet<PatientId> called;
    for (const QString &name : namesIn(event)) {
        const auto hits = patient::search(view, name, mostHits);
        if (!hits)
            return hits.error();
        for (const PatientHit &hit : *hits) {
            if (normaliseName(hit.name) == normaliseName(name))
                called.insert(hit.id);
        }
    }
    if (called.isEmpty())
        return Error{Code::NotFound, Tr::tr("It names no patient who is known here."), {}, {}};
    QSet<QString> digits;
    for (const QString &phone : capturedIn(all, phonePattern))
        digits.insert(phoneDigits(phone));
    if (!digits.isEmpty()) {
        QSet<PatientId> reached;
        for (const PatientId id : std::as_const(called)) {
            const auto known = patient::find(view, id);
            if (known && hasPhone(*known, digits))
                reached.insert(id);
        }
        if (reached.isEmpty())
            return Error{Code::NotFound, Tr::tr("Whoever is called so here has another telephone."), {}, {}};
        called = reached;
    }
    if (called.size() > 1)
        return Error{Code::Conflict, Tr::tr("Several people are called so here."), {}, {}};
    return *called.cbegin();
}

} // namespace xinglin::interop
