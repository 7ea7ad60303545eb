#pragma once

#include "clinic/patient/patients.h"
#include "ui/photo/tonguephotos.h"
#include "ui/shell/page.h"

namespace xinglin::ui {

class Banner;
class MessageStrip;
class SheetsPrinter;

/// A patient's pictures of the tongue as a page of their own.
class TonguePage : public Page
{
    Q_OBJECT

public:
    /// @param files for copies that are saved outside; it outlives the page.
    TonguePage(Clinic &clinic, const Who &who, Files &files, const Camera::Source &cameras = Camera::ofThisPc(),
               QWidget *parent = nullptr);

    /// The look is noted; pictures taken here belong to @p visit.
    void openPatient(PatientId id, std::optional<VisitId> visit = {});
    TonguePhotos *photos() const { return m_photos; }
    SheetsPrinter *printer() const { return m_printer; }

    QString title() const override;
    QString context() const override;
    QList<KeyHint> keyHints() const override;
    std::optional<PatientId> patient() const override { return m_patient; }
    void activate() override;
    void rest(bool resting) override;

signals:
    /// Esc: back to where it was opened from.
    void left();

private:
    void load();
    void printCard();

    Clinic &m_clinic;
    std::optional<PatientId> m_patient;
    int m_count = 0;
    quint64 m_question = 0;
    Banner *m_banner;
    MessageStrip *m_strip;
    TonguePhotos *m_photos;
    SheetsPrinter *m_printer;
};

} // namespace xinglin::ui
