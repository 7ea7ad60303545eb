#include "ui/patient/comparison.h"

#include "clinic/treatment/treatmentwords.h"
#include "ui/shell/notewords.h"

#include <QCoreApplication>

namespace xinglin::ui {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::ui::Comparison)
};

/// A formula, a herb in each line.
QString formulaLines(const Prescription &prescription)
{
    const PrescriptionDraft &content = prescription.content;
    QStringList lines{content.name.isEmpty() ? Tr::tr("Own formula") : content.name,
                      Tr::tr("%1 packets, %2 a day, taken %3 times a day")
                          .arg(content.packets)
                          .arg(content.packetsPerDay)
                          .arg(content.timesPerDay)};
    for (const PrescriptionLine &line : content.lines)
        lines << QStringList{line.name, line.dose.gramText() + QStringLiteral("\u00a0g"), line.preparation}
                     .join(u' ')
                     .trimmed();
    lines << content.instructions;
    lines.removeAll(QString());
    return lines.join(u'\n');
}

QStringList formulasOf(const consultation::Stored &stored)
{
    QStringList texts;
    for (const Prescription &one : stored.prescriptions)
        texts << formulaLines(one);
    return texts;
}

QString medicinesOf(const consultation::Stored &stored)
{
    QStringList lines;
    for (const MedicineOrder &one : stored.medicines.orders)
        lines << medicineorder::inWords(one);
    return lines.join(u'\n');
}

QString treatmentsOf(const consultation::Stored &stored)
{
    QStringList lines;
    for (const Treatment &one : stored.treatments) {
        const QString often = treatment::howOften(one.content);
        lines << treatment::inWords(one.content) + (often.isEmpty() ? QString() : QStringLiteral("; ") + often);
    }
    return lines.join(u'\n');
}

void add(QList<ComparedPart> &parts, const QString &mark, const QString &before, const QString &after)
{
    if (!before.isEmpty() || !after.isEmpty())
        parts << ComparedPart{mark, before, after};
}

QString textOf(const QList<NoteLine> &lines, const QString &code)
{
    for (const NoteLine &line : lines) {
        if (line.code == code)
            return line.text;
    }
    return {};
}

} // namespace

QList<ComparedPart> comparedParts(const Catalog &catalog, const consultation::Stored &before,
                                  const consultation::Stored &after)
{
    const QList<NoteLine> old = noteLines(catalog, before.revision.note);
    const QList<NoteLine> fresh = noteLines(catalog, after.revision.note);
    // Merged in the order of both: what only the older note has comes before what follows it there.
    QList<NoteLine> all;
    qsizetype next = 0;
    for (const NoteLine &line : old) {
        qsizetype at = next;
        while (at < fresh.size() && fresh.at(at).code != line.code)
            ++at;
        if (at < fresh.size()) {
            for (; next <= at; ++next)
                all << fresh.at(next);
        } else {
            all << line;
        }
    }
    for (; next < fresh.size(); ++next)
        all << fresh.at(next);

    QList<ComparedPart> parts;
    for (const NoteLine &line : std::as_const(all))
        add(parts, line.mark, textOf(old, line.code), textOf(fresh, line.code));
    const QStringList formulas = formulasOf(before);
    const QStringList others = formulasOf(after);
    for (qsizetype i = 0; i < qMax(formulas.size(), others.size()); ++i)
        add(parts, Tr::tr("Formula"), formulas.value(i), others.value(i));
    add(parts, Tr::tr("Medicines"), medicinesOf(before), medicinesOf(after));
    add(parts, Tr::tr("Treatments"), treatmentsOf(before), treatmentsOf(after));
    return parts;
}

QString markedText(const ComparedPart &part, bool gone, const QString &ground, const QString &ink)
{
    QString html;
    for (const TextPiece &piece : difference(part.before, part.after)) {
        const bool own = piece.kind == (gone ? TextPiece::Kind::Removed : TextPiece::Kind::Added);
        if (!own && piece.kind != TextPiece::Kind::Same)
            continue;
        const QString text = piece.text.toHtmlEscaped().replace(u'\n', QStringLiteral("<br>"));
        html += own ? QStringLiteral("<span style=\"background-color:%1;color:%2%4\">%3</span>")
                          .arg(ground, ink, text, gone ? QStringLiteral(";text-decoration:line-through") : QString())
                    : text;
    }
    return html;
}

} // namespace xinglin::ui
