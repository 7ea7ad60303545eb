#pragma once

#include "clinic/catalog/catalog.h"
#include "clinic/record/visit.h"

#include <QWidget>

#include <array>
#include <memory>

namespace xinglin::ui {

class CodeEdit;
class Completion;

/// Disease, pattern and method of treatment, each by code, initials, pinyin or part of the name; free words stand
/// without a code.
class DiagnosisFields : public QWidget
{
    Q_OBJECT

public:
    explicit DiagnosisFields(std::shared_ptr<const Catalog> catalog, QWidget *parent = nullptr);
    ~DiagnosisFields() override;

    void setEntries(const QList<DiagnosisEntry> &entries);
    QList<DiagnosisEntry> entries() const;
    void setReadOnly(bool readOnly);

signals:
    void changed();

private:
    struct Place
    {
        DiagnosisKind kind = DiagnosisKind::Disease;
        QString group;
        CodeEdit *edit = nullptr;
        Completion *completion = nullptr;
        DiagnosisEntry chosen;        ///< The entry its text stands for; no code: free words.
        QList<DiagnosisEntry> others; ///< Further entries of the kind in a stored note.
    };
    void ask(Place &place, const QString &typed);
    void showEntry(Place &place);

    std::shared_ptr<const Catalog> m_catalog;
    std::array<Place, 3> m_places;
    QList<DiagnosisEntry> m_western;
};

} // namespace xinglin::ui
