#include "ui/prescription/paperprinter.h"

#include "ui/kit/ondone.h"
#include "ui/prescription/prescriptionpaper.h"

namespace xinglin::ui {

PaperPrinter::PaperPrinter(Clinic &clinic, std::shared_ptr<const Catalog> catalog, QWidget *window)
    : SheetsPrinter(clinic, QStringLiteral("Prescriptions"), window), m_clinic(clinic), m_catalog(std::move(catalog))
{
}

void PaperPrinter::ask(PrescriptionId id, std::function<void(const Make &)> then)
{
    const auto asked =
        m_clinic.read([id, catalog = m_catalog](const store::Snapshot &view) -> Result<consultation::Paper> {
            const auto paper = consultation::paper(view, id);
            const auto list = prices::all(view);
            return paper && list ? Result(consultation::priced(*paper, *list, catalog->herbs())) : paper;
        });
    onDone(asked, this, [this, then = std::move(then)](const Result<consultation::Paper> &paper) {
        if (!paper) {
            emit failed(paper.error());
            return emit settled();
        }
        then([paper = *paper, locale = QLocale()](const PaperDress &dress) { return sheetsOf(paper, locale, dress); });
    });
}

void PaperPrinter::print(PrescriptionId id)
{
    ask(id, [this](const Make &make) { send(make); });
}

void PaperPrinter::printIfPossible(PrescriptionId id)
{
    ask(id, [this](const Make &make) { sendIfPossible(make); });
}

void PaperPrinter::preview(const QList<PrescriptionId> &ids)
{
    previewFurther(ids, {});
}

void PaperPrinter::previewFurther(const QList<PrescriptionId> &ids, const QList<Make> &made)
{
    if (ids.isEmpty())
        return show(made);
    ask(ids.first(), [this, ids, made](const Make &make) { previewFurther(ids.mid(1), made + QList<Make>{make}); });
}

} // namespace xinglin::ui
